"""Dates: in texts and in questions, as days of the calendar."""
