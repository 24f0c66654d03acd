"""Find the facts on which several news articles about one story differ."""

from __future__ import annotations

__version__ = "0.1.0"
