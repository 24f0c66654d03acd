"""Two passages word by word: what stands in the place of what, and how much of the rest is the same."""

from __future__ import annotations

import pytest

from divergence.facts import Related
from divergence.language.parsed import Parsed, Sentence, Token
from divergence.link.facing import (
    Facing,
    FramePair,
    Passage,
    _around,
    _number_around,
    normal,
    opcodes,
    read_passage,
)
from divergence.model.comparison import Relation
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Article, Span


def words(text: str, *, paragraphs: int = 1) -> Parsed:
    """A parse of words apart by blanks, in so many paragraphs of one sentence each."""
    tokens, start = [], 0
    every = text.split()
    for index, word in enumerate(every):
        sentence = index * paragraphs // len(every)
        tokens.append(Token(index, start, start + len(word), word, word.lower(), "NOUN", "", "obl", index, sentence))
        start += len(word) + 1
    sentences = tuple(Sentence(n, 0, len(tokens), n) for n in range(paragraphs))
    return Parsed(Article("A", "a.txt", text, ((0, len(text)),)), tuple(tokens), sentences, (), ())


def passage(text: str, *mentions: Mention, paragraphs: int = 1) -> Passage:
    parsed = words(text, paragraphs=paragraphs)
    return read_passage(parsed, parsed.tokens, mentions)


def mention(start: int, end: int) -> Mention:
    span = Span("A", start, end)
    return Mention(Kind.NUMBER, span, "", "", Hedge.EXACTLY, Slot(), span, 0, "test")


def facing(left: str, right: str) -> Facing:
    ours, theirs = passage(left), passage(right)
    return Facing(ours, theirs, opcodes(ours.words, theirs.words))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Pier", "pier"),
        ("two", "2"),
        ("Mr.", "mr"),
        (",", ""),
        ("$", "$"),
        ("€", "€"),
        ("’s", "'s"),
        ("—", ""),
        ("&", ""),
    ],
)
def test_a_word_is_compared_without_case_and_a_small_number_as_a_figure(text: str, word: str) -> None:
    assert normal(Token(0, 0, 1, text, text, "NOUN", "", "", 0, 0)) == word


@pytest.mark.parametrize(
    ("text", "framed"),
    [
        ("40 barges sank there", True),
        ("40 barges sank", False),
        ("40 barges sank the", True),
        ("40 barges of the", False),
        ("barges sank there 40", True),
        ("barges 40 sank there", True),
    ],
)
def test_a_frame_has_three_words_of_which_two_tell_something(text: str, framed: bool) -> None:
    at = text.index("40")
    assert bool(passage(text, mention(at, at + 2)).framed) is framed


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (5, 7, (1, 2)),
        (4, 8, (1, 2)),
        (5, 12, (1, 3)),
        (-2, 4, (0, 1)),
        (-3, 4, None),
        (8, 14, (2, 3)),
        (8, 15, None),
        (4, 5, None),
    ],
)
def test_a_mention_lies_in_the_words_it_touches(start: int, end: int, place: tuple[int, int] | None) -> None:
    """The words are *pier*, *40* and *boat*; a mention may reach a mark and a blank out of them."""
    covered = passage("pier 40 boat", mention(start, end)).mentions
    assert [p for _, p in covered] == ([place] if place else [])


@pytest.mark.parametrize(
    ("place", "length", "around"),
    [
        ((2, 3), 5, [0, 1, 3, 4]),
        ((0, 1), 2, [1]),
        ((12, 13), 30, [*range(2, 12), *range(13, 23)]),
        ((12, 13), 22, [*range(2, 12), *range(13, 22)]),
    ],
)
def test_a_frame_is_ten_words_on_either_side(place: tuple[int, int], length: int, around: list[int]) -> None:
    assert list(_around(bytes(range(length)), place)) == around
    assert _number_around(range(length), place) == len(around)


FRAME = "late on monday {} sank near orvane"


@pytest.mark.parametrize(
    ("left", "right", "place", "other"),
    [
        ("40 barges", "50 barges", (3, 4), (3, 4)),
        ("40 barges", "50 boats", (3, 4), (3, 5)),
        ("40 barges", "some 50 barges", (3, 4), (3, 5)),
        ("40 barges", "40 barges", (4, 5), (4, 5)),
        ("40 barges", "50 barges", (2, 5), (2, 5)),
        ("40 barges", "50 barges", (4, 6), (4, 6)),
        ("40 barges", "50 barges", (9, 10), (0, 0)),
        ("40 barges", "barges", (3, 4), (3, 3)),
    ],
)
def test_what_stands_in_a_place_is_what_replaces_its_words(
    left: str, right: str, place: tuple[int, int], other: tuple[int, int]
) -> None:
    both = facing(FRAME.format(left), FRAME.format(right))
    assert both.counterpart(*place) == other
    again = facing(FRAME.format(right), FRAME.format(left))
    assert again.counterpart(*place, back=True) == other


def test_two_stretches_are_the_same_word_for_word() -> None:
    both = facing("monday 40 barges sank", "monday 50 barges sank quickly")
    assert both.is_same((2, 4), (2, 4))
    assert not both.is_same((1, 3), (2, 4))
    assert not both.is_same((2, 4), (3, 5))
    assert both.changed((1, 3), (1, 5)) == ("40", "50 quickly")


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [
        ("monday 40 barges sank fast", "monday 50 barges sank fast", 1.0),
        ("monday 40 barges sank fast", "monday 50 barges sank slowly", 6 / 8),
        ("monday 40 barges sank fast", "monday 50 barges sank fast again", 8 / 9),
        ("monday 40 barges", "monday 50 barges", 0.0),
        ("the 40 barges of", "the 50 barges of", 0.0),
        ("monday 40 barges of", "monday 50 barges of", 1.0),
        # the same change again is no other difference
        ("monday 40 barges sank of 40", "monday 50 barges sank of 50", 1.0),
    ],
)
def test_the_share_of_a_frame_is_of_the_words_of_both_sides(left: str, right: str, share: float) -> None:
    assert facing(left, right).share((1, 2), (1, 2)) == pytest.approx(share)


def test_a_whole_article_reaches_over_paragraphs() -> None:
    one, two = passage("monday barges sank fast"), passage("monday barges sank fast", paragraphs=2)
    assert (one.is_whole, two.is_whole) == (False, True)
    assert [Facing(a, b, ()).is_whole for a, b in ((two, two), (one, two), (two, one))] == [True, False, False]


def test_a_pair_says_how_much_of_its_frame_is_the_same() -> None:
    pair = FramePair(mention(0, 1), mention(0, 1), Related(Relation.CONFLICTS, ""), 1.0, ("", ""))
    assert pair.why.startswith("all other words")
    assert FramePair(*[mention(0, 1)] * 2, pair.related, 0.99, ("", "")).why.startswith("most other words")
