"""How much of a file's words a reading leaves out."""

from __future__ import annotations

import pytest

from divergence.ingest.share import about_left_out, index, known_words, share_unread, shingles, words


@pytest.mark.parametrize(
    ("of", "runs"),
    [
        ("", []),
        ("one", [("one",)]),
        ("one two", [("one", "two")]),
        ("one two three", [("one", "two", "three")]),
        ("one two three four", [("one", "two", "three"), ("two", "three", "four")]),
    ],
)
def test_runs_of_three_words_or_the_whole(of: str, runs: list[tuple[str, ...]]) -> None:
    assert list(shingles(of.split())) == runs


def test_words_are_small_and_whole() -> None:
    assert words("Ann's 1,200 boats – 3.5 m_x.") == ["ann's", "1,200", "boats", "3.5", "m", "x"]


BLOCKS = ["the dam broke on monday", "two men died when the dam broke"]


@pytest.mark.parametrize(
    ("of", "known"),
    [
        ("the dam broke", (3, 0)),
        ("when the dam broke on monday", (6, 1)),
        ("men died when nobody looked", (3, 1)),
        ("the dam stood", (0, None)),
        ("two men", (0, None)),
    ],
)
def test_words_are_known_in_runs_of_the_first_block_that_has_them(of: str, known: tuple[int, int | None]) -> None:
    assert known_words(of.split(), index(BLOCKS)) == known


def test_the_share_of_the_words_that_no_block_has() -> None:
    assert share_unread(["the dam broke on monday", "nobody looked at it"], BLOCKS) == 4 / 9
    assert share_unread(["the dam broke", "never mind"], BLOCKS) == 0
    assert share_unread([], BLOCKS) == 0


@pytest.mark.parametrize(
    ("share", "code"),
    [(0.05, ""), (0.06, "text-left-out"), (1 / 3, "text-left-out"), (0.34, "text-lost")],
)
def test_a_large_share_is_told_and_a_larger_one_forbids_conclusions(share: float, code: str) -> None:
    notices = about_left_out(share, "its words", "look again")
    assert [notice.code for notice in notices] == ([code] if code else [])
    assert all(f"{share:.0%} of its words" in notice.message for notice in notices)
