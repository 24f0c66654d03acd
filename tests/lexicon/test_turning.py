"""Words that deny, in one list for clauses and one, wider, for wordings."""

from __future__ import annotations

from divergence.lexicon.turning import DENIALS, NEGATIONS


def test_what_barely_came_about_is_not_denied() -> None:
    assert {"barely", "scarcely", "cannot"} == NEGATIONS - DENIALS
    assert {"not", "n't", "n’t", "nowhere", "nobody", "without"} <= DENIALS
