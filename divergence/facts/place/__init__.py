"""Places, and how one lies to another."""
