"""Words that turn what a sentence says where they are put in."""

from __future__ import annotations

NEGATIONS = frozenset("not never no none nobody nothing neither nor cannot hardly scarcely barely without n't".split())
"""Words that deny."""
TURNING = frozenset("allegedly former ex attempted".split())
"""Words that make a claim, a past or a try of a fact."""
