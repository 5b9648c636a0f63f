"""Finds in a sentence the pieces of the form that is asked for: numbers, names, places, dates."""
