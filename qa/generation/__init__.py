"""Answers written by a language model, checked sentence by sentence against what they cite."""
