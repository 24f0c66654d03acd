"""What is set aside before any weighing, and that a plain disagreement is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.assess.subject import subject
from divergence.link.pairs import Pair
from divergence.link.vetoes import VETOES, veto

Pairs = Callable[..., tuple[Pair, ...]]


def between(pairs: tuple[Pair, ...], left: str, right: str) -> Pair:
    """The pair of the two mentions that contain these words."""
    for pair in pairs:
        texts = pair.left.mention.text, pair.right.mention.text
        if left in texts[0] and right in texts[1]:
            return pair
    raise AssertionError([(p.left.mention.text, p.right.mention.text) for p in pairs])


def test_a_plain_disagreement_is_not_ruled_out(pairs_of: Pairs) -> None:
    pair = between(
        pairs_of("The blast killed 12 people in the harbour.", "The blast killed 17 people in the harbour."), "12", "17"
    )
    assert pair.conflicts
    assert veto(pair) == ""


@pytest.mark.parametrize(
    ("left", "right", "words", "reason"),
    [
        ("The blast killed 12 people.", "The blast wounded 17 people.", ("12", "17"), "different outcomes"),
        ("The clash killed 12 soldiers.", "The clash killed 17 journalists.", ("12", "17"), "different groups"),
        ("The fire killed 30 people.", "The fire killed four children.", ("30", "four"), "a part and a whole"),
        ("The firm plans to cut 900 jobs.", "The firm has cut 200 jobs.", ("900", "200"), "one says what may"),
        ("The raid was meant to kill 90 men.", "The raid killed three men.", ("90", "three"), "one says what may"),
        ("The duke vowed to send 90 ships.", "The duke sent 12 ships.", ("90", "12"), "one says what may"),
        ("The firm could cut 900 jobs.", "The firm cut 200 jobs.", ("900", "200"), "one says what may"),
        ("Three people were arrested.", "No people were arrested.", ("Three", "No"), "one of the values is zero"),
        (
            "The blast sank three boats.",
            "The blast did not sink the four boats.",
            ("three", "four"),
            "one stands in a negative clause",
        ),
        ("Several people were arrested.", "13 people were arrested.", ("Several", "13"), "one gives no figure"),
        (
            "13 people were killed, including the gunman.",
            "12 people were killed.",
            ("13", "12"),
            "one counts the attacker",
        ),
    ],
)
def test_ruled_out_with_its_reason(pairs_of: Pairs, left: str, right: str, words: tuple[str, str], reason: str) -> None:
    assert veto(between(pairs_of(left, right), *words)).startswith(reason)


def test_two_plans_and_two_deeds_are_compared(pairs_of: Pairs) -> None:
    for one, other in (
        ("The firm plans to cut 900 jobs.", "The firm will cut 200 jobs."),
        ("The firm cut 900 jobs.", "The firm has cut 200 jobs."),
    ):
        assert veto(between(pairs_of(one, other), "900", "200")) == ""


def test_two_wordings_of_one_utterance_are_compared_and_two_utterances_are_not(pairs_of: Pairs) -> None:
    one = "“The bridge must be closed at once and every lorry turned back,” the mayor said."
    other = "“The bridge should be closed at once and every lorry turned back,” the mayor said."
    third = "“We have no money left for a new bridge this year,” the mayor said."
    assert veto(between(pairs_of(one, other), "must", "should")) == ""
    for pair in pairs_of(one, third):
        if pair.left.mention.kind == "quote":
            assert veto(pair) == "different statements"


def test_names_of_vetoes_are_unique() -> None:
    names = [v.name for v in VETOES]
    assert len(names) == len(set(names))


def test_a_count_with_the_attacker_is_not_one_of_others(pairs_of: Pairs) -> None:
    pair = between(
        pairs_of("13 people were killed, including the gunman.", "12 people were killed. The gunman fled."), "13", "12"
    )
    assert pair.left.mention.slot.qualifiers == ("with the attacker",)
    assert pair.right.mention.slot.qualifiers == ()
    assert subject([pair.left.mention]) == "people killed"
