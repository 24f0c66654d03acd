"""The attack on patterns finds what grows too much, and finds every pattern."""

from __future__ import annotations

import re
import sys

import pytest

from benchmarks import patterns as attack

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="attacks are ended by a signal of POSIX")


@pytest.mark.parametrize(
    ("pattern", "once", "grows"),
    [
        (r"\s+$", False, True),
        (r"\s+x", False, True),
        (r"\s+x", True, False),
        (r"\s{1,9}x", False, False),
        (r"(?:a|b|ab)+c", True, True),
        (r"\b(?:one|two) of the most\b", False, False),
        (r"one.*?most", False, True),
        (r"[^\W\d]+", False, False),
    ],
)
def test_what_grows_with_the_square_of_a_text_or_worse_is_found(pattern: str, once: bool, grows: bool) -> None:
    def found() -> bool:
        return attack.worst(re.compile(pattern), once)[0] > attack.TOO_MUCH

    assert any(found() is grows for _ in range(8))  # a busy machine may slow one of two measurements


def test_a_part_of_a_pattern_is_made_that_it_matches() -> None:
    for pattern in (
        r"(?:Mon|Tues)day",
        r"\d{2,4}[a-z]+?",
        r"[^a-z ]x",
        r"(\w+) and \1?",
        r"\s?[–-]\s?\d",
        r"(?>ab)++c",
    ):
        assert re.fullmatch(pattern, attack.sample(attack.parser.parse(pattern))), pattern


@pytest.mark.slow
def test_every_pattern_is_attacked_and_most_by_what_it_matches() -> None:
    known = list(attack.modules())
    told = attack.patterns(known)
    names = set(told.values())
    assert {"divergence.ingest.left_out.OF_A_SITE", "divergence.ingest.html.SPACE"} <= names
    assert any("[" in name for name in names), "those in tables too"
    matched = sum(
        any(p.search(attack.sample(attack.parser.parse(p.pattern, p.flags), turn)) for turn in range(3)) for p in told
    )
    assert matched > 0.8 * len(told) > 250
    called = attack.uses(known)
    assert "finditer" in called["TAG"]
    assert called["CHARSET"] == {"search"}
