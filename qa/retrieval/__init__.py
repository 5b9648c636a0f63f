"""Finds passages for a question: candidates, fused and reranked by small learned models."""
