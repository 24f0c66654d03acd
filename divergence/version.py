"""The version of the tool, as reports state it."""

__version__ = "0.1.0"
