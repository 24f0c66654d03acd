"""What editors have accepted or rejected, kept by stable ids."""
