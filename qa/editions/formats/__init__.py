"""Reads the files of editions, each form of file by a reader of its own, into pages or articles."""
