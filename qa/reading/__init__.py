"""Reads passages for an answer: a small network, and what it sees of a text.

Retrieval asks it which of two close passages answers, and the answers are made of what it finds.
"""
