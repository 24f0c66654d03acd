"""The reasons are short and in a reader's words."""

from __future__ import annotations

from collections.abc import Callable

from divergence.link.pairs import Pair
from divergence.link.reasons import FEW, same_fact_reasons


def test_a_reader_is_given_two_plain_reasons(pairs_of: Callable[..., tuple[Pair, ...]]) -> None:
    pairs = pairs_of(
        "The storm killed 12 fishermen off the cape on Monday.", "Officials say 17 fishermen were killed on Monday."
    )
    (pair,) = (p for p in pairs if p.conflicts and p.left.mention.text.startswith("12"))
    reasons = same_fact_reasons(pair)
    assert reasons == ("both speak of the same thing (“fisherman”)", "both tell it as “killed”")
    assert len(reasons) == FEW
