"""What English knows, as data with tiny readers."""
