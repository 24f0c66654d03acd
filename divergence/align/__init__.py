"""Paragraphs that tell the same thing, as rows over all articles."""
