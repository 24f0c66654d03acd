"""Names: where they stand, of which kind they are, which are one; persons, organisations and their posts."""
