"""Learns what ranking, reading and answering weigh, from question sets, and what layout does."""
