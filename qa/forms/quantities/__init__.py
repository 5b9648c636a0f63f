"""Numbers in a sentence: of what, in which unit, and which of several answers."""
