"""Who says it, and who copied whom."""
