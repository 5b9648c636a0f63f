"""Learns from news articles what the layout of a page is told by."""
