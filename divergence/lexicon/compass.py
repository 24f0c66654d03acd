"""Words for the points of the compass."""

from __future__ import annotations

DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest".split())
OF_DIRECTIONS = frozenset(f"{word}ern" for word in DIRECTIONS)
COMPASS_POINTS = DIRECTIONS | OF_DIRECTIONS
