"""What a check writes, for people and for services."""
