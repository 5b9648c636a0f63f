"""Persons in a sentence: their names, their offices, and what is said of which of them."""
