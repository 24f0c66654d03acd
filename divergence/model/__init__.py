"""What the tool talks about: texts, facts and comparisons, as frozen data (standard library only)."""
