"""Keeps editions in one folder: the catalogue, its shards, and what is written and upgraded."""
