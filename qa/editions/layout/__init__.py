"""Cuts a page into its articles: what each line is, and which lines belong together."""
