"""Understands questions: what they ask for, of what, and what they point back to."""
