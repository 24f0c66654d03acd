"""What a value is about, read from its clause."""
