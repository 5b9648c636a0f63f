"""Chooses the piece of a sentence that answers, of all that have the form asked for."""
