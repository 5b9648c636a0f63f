"""Reads passages for an answer: a small network, what it sees of a text, and how it learns.

Retrieval asks it which of two close passages answers, and the answers are made of what it finds.
"""
