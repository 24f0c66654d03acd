"""Slots: what a value is about, read from its clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.about.slots import mention, sentence_span, slot_at, token_at
from divergence.language import Parsed, parse
from divergence.model.fact import Hedge, Kind, Slot
from divergence.model.text import Article

Build = Callable[..., Article]


def slot_of(parsed: Parsed, value: str, head: str) -> Slot:
    """The slot of the value in words ``value`` whose head is the word ``head``."""
    words = [t.lower for t in parsed.tokens]
    first, *_ = value.split()
    start = words.index(first)
    return slot_at(parsed, start, start + len(value.split()), words.index(head))


@pytest.mark.parametrize(
    ("text", "value", "head", "expected"),
    [
        ("Five of its soldiers were killed in clashes.", "five", "soldiers", ("soldier", "killed", "kill", "subject")),
        ("The blast killed 23 Pakistani soldiers.", "23", "soldiers", ("soldier", "killed", "kill", "object")),
        ("Police detained 40 protesters.", "40", "protesters", ("protester", "arrested", "detain", "object")),
        ("The deaths of three miners were reported.", "three", "miners", ("miner", "killed", "death", "of")),
        ("The city lost power after two storms.", "two", "storms", ("storm", "", "lose", "after")),
    ],
)
def test_a_count_is_about_its_noun(
    article: Build, text: str, value: str, head: str, expected: tuple[str, str, str, str]
) -> None:
    slot = slot_of(parse(article(text)), value, head)
    assert (slot.head, slot.outcome, slot.predicate, slot.role) == expected


def test_qualifiers_narrow_the_noun_and_leave_the_number_out(article: Build) -> None:
    slot = slot_of(parse(article("The raid killed 12 Syrian army soldiers.")), "12", "soldiers")
    assert "syrian" in slot.qualifiers
    assert "12" not in slot.qualifiers
    assert tuple(sorted(slot.qualifiers)) == slot.qualifiers


@pytest.mark.parametrize(
    ("text", "value", "head", "said_of"),
    [
        ("They held nearly nine hours of discussions.", "nine hours", "hours", "discussion"),
        ("The talks lasted more than 30 hours.", "30 hours", "hours", "talk"),
        ("Police arrested a man on Sunday.", "sunday", "sunday", "man"),
    ],
)
def test_an_expression_with_its_own_head_is_about_what_it_is_said_of(
    article: Build, text: str, value: str, head: str, said_of: str
) -> None:
    assert slot_of(parse(article(text)), value, head).head == said_of


def test_what_may_happen_is_modal(article: Build) -> None:
    assert slot_of(parse(article("The storm could destroy 30 homes.")), "30", "homes").modal
    assert not slot_of(parse(article("The storm destroyed 30 homes.")), "30", "homes").modal


def test_what_did_not_happen_is_negated(article: Build) -> None:
    assert slot_of(parse(article("The police did not arrest 30 men.")), "30", "men").negated


def test_a_mention_quotes_its_article(article: Build) -> None:
    text = "It rained. The blast killed 23 soldiers.\nPolice said so."
    parsed = parse(article(text))
    made = mention(parsed, text.index("23"), text.index("23") + 11, Kind.NUMBER, 23, "test")
    assert made.text == "23 soldiers"
    assert made.paragraph == 0
    assert made.hedge == Hedge.EXACTLY
    assert text[made.sentence.start : made.sentence.end] == "The blast killed 23 soldiers."
    assert sentence_span(parsed, len(parsed.tokens) - 1).end == len(text)


def test_token_at_an_offset(article: Build) -> None:
    parsed = parse(article("Two men fled."))
    assert [parsed.tokens[token_at(parsed, offset)].text for offset in (0, 2, 4, 9, 12)] == [
        "Two",
        "Two",
        "men",
        "fled",
        ".",
    ]
