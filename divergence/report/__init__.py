"""Comparisons to bytes: one file per output format."""
