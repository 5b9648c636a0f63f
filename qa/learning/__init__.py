"""Learns from question sets what ranking, reading and answering weigh."""
