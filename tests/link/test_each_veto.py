"""Each veto by a pair that it rules out and by one, nearly the same, that it does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from divergence.align.similarity import measure
from divergence.link.candidates import candidate_pairs
from divergence.link.gate import story_contexts
from divergence.link.pairs import Pair
from divergence.link.vetoes import VETOES
from divergence.link.weights import shipped
from divergence.model.text import Story
from divergence.options import Options
from divergence.pipeline import read_article

Pairs = Callable[..., tuple[Pair, ...]]
BY_NAME = {veto.name: veto.holds for veto in VETOES}


def one(pairs: tuple[Pair, ...], kind: str, words: tuple[str, str]) -> Pair:
    """The pair of this kind whose mentions contain these words."""
    found = [
        p
        for p in pairs
        if p.left.mention.kind == kind and words[0] in p.left.mention.text and words[1] in p.right.mention.text
    ]
    assert found, [(p.left.mention.kind, p.left.mention.text, p.right.mention.text) for p in pairs]
    return found[0]


@pytest.mark.parametrize(
    ("veto", "kind", "words", "ruled_out", "let_through"),
    [
        (
            "place",
            "number",
            ("12", "17"),
            ("The blast in Lima killed 12 people.", "The blast in Osaka killed 17 people."),
            ("The blast in Lima killed 12 people.", "The blast in Lima killed 17 people."),
        ),
        (
            "time",
            "number",
            ("12", "17"),
            ("The blast killed 12 people on 2 May 2024.", "The blast killed 17 people on 4 May 2024."),
            ("The blast killed 12 people on 2 May 2024.", "The blast killed 17 people on 2 May 2024."),
        ),
        (
            "series",
            "ordinal",
            ("", ""),
            ("The first round of the talks failed.", "The second round of the talks failed."),
            ("The third round of the talks failed.", "The second round of the talks failed."),
        ),
        (
            "person",
            "age",
            ("34", "37"),
            ("Vera Holm, 34, was hurt in the blast.", "Ida Berg, 37, was hurt in the blast."),
            ("Vera Holm, 34, was hurt in the blast.", "Vera Holm, 37, was hurt in the blast."),
        ),
        (
            "denied",
            "number",
            ("No", "Three"),
            ("No people were arrested in the harbour.", "Three people were arrested in the harbour."),
            ("No people were killed in the harbour.", "Three people were killed in the harbour."),
        ),
        (
            "outcome",
            "number",
            ("12", "17"),
            ("The blast killed 12 people.", "The blast wounded 17 people."),
            ("The blast killed 12 people.", "The blast killed 17 people."),
        ),
        (
            "group",
            "number",
            ("12", "17"),
            ("The clash killed 12 soldiers.", "The clash killed 17 journalists."),
            ("The clash killed 12 soldiers.", "The clash killed 17 soldiers."),
        ),
        (
            "scope",
            "number",
            ("30", "four"),
            ("The fire killed 30 people.", "The fire killed four children."),
            ("The fire killed three people.", "The fire killed four children."),
        ),
        (
            "part",
            "number",
            ("two of", "38"),
            ("The fire killed two of the 40 sailors.", "The fire killed 38 sailors."),
            ("The fire killed two of the 40 sailors.", "The fire killed three of the 40 sailors."),
        ),
        (
            "part",
            "number",
            ("one of", "Five"),
            ("Ida Berg was one of five people hurt in the blast.", "Five people were hurt in the blast."),
            ("Ida Berg and one person were hurt in the blast.", "Five people were hurt in the blast."),
        ),
        (
            "part",
            "number",
            ("140 of", "290"),
            ("The party won 140 of 300 seats.", "The party fought for 290 seats."),
            ("The party won 140 of 300 seats.", "The party won 138 seats."),
        ),
        (
            "part",
            "number",
            ("two of the", "three"),
            ("The fire killed two of the sailors.", "The fire killed three sailors."),
            ("The range of 300 miles is less.", "The missile has a range of 340 miles."),
        ),
        (
            "side",
            "number",
            ("12", "9"),
            ("The clash killed 12 Danish soldiers.", "The clash killed 9 Swedish soldiers."),
            ("The clash killed 12 Danish soldiers.", "The clash killed 9 soldiers of Denmark."),
        ),
        (
            "side",
            "number",
            ("12", "9"),
            ("The clash killed 12 Danish soldiers.", "The clash killed 9 Swedish members."),
            ("The clash killed 12 American soldiers.", "The clash killed 9 U.S. soldiers."),
        ),
        (
            "distance",
            "number",
            ("120", "150"),
            ("The storm was 120 miles southeast of Wilton.", "At 150 miles across, the storm is wider than others."),
            ("The storm was 120 miles southeast of Wilton.", "The storm was 90 miles south of Wilton."),
        ),
        (
            "vague",
            "number",
            ("Several", "13"),
            ("Several people were hurt.", "13 people were hurt."),
            ("15 people were hurt.", "13 people were hurt."),
        ),
        (
            "doer",
            "number",
            ("13", "12"),
            ("13 people were killed, including the gunman.", "12 people were killed."),
            ("13 people were killed, including a guard.", "12 people were killed."),
        ),
        (
            "plan",
            "number",
            ("900", "200"),
            ("The firm plans to cut 900 jobs.", "The firm has cut 200 jobs."),
            ("The firm plans to cut 900 jobs.", "The firm plans to cut 200 jobs."),
        ),
        (
            "standing",
            "number",
            ("12", "17"),
            ("The army denied that 12 people were killed.", "The blast killed 17 people."),
            ("The army said that 12 people were killed.", "The blast killed 17 people."),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and value in BY_NAME else "",
)
def test_a_veto_rules_out_one_pair_and_not_the_other(
    pairs_of: Pairs,
    veto: str,
    kind: str,
    words: tuple[str, str],
    ruled_out: tuple[str, str],
    let_through: tuple[str, str],
) -> None:
    assert BY_NAME[veto](one(pairs_of(*ruled_out), kind, words))
    passing = one(pairs_of(*let_through), kind, ("", ""))
    assert not BY_NAME[veto](passing)


def days_apart(story: Callable[..., Story], texts: tuple[str, str], days: tuple[str | None, str | None]) -> list[Pair]:
    made = story(*texts)
    dated = tuple(replace(a, published=day) for a, day in zip(made.articles, days, strict=True))
    read = [read_article(a, Options()) for a in dated]
    parsed, mentions = [p for p, _ in read], [m for _, found in read for m in found]
    return list(candidate_pairs(story_contexts(parsed, mentions), measure(parsed), shipped().fit))


def test_history_is_no_news_and_two_histories_are_alike(story: Callable[..., Story]) -> None:
    old, news = "In 2008 the police arrested 595 workers.", "The police arrested 680 workers on Wednesday."
    for texts, days in (((old, news), ("2024-05-06", None)), ((news, old), (None, "2024-05-06"))):
        (pair,) = [p for p in days_apart(story, texts, days) if p.left.mention.kind == "number"]
        assert BY_NAME["past"](pair)
    for texts, days in (
        ((old, old.replace("595", "680")), ("2024-05-06", "2024-05-06")),
        ((old, "The police arrested 680 workers."), ("2024-05-06", None)),
        ((old.replace("2008", "March"), news), ("2024-05-06", None)),
    ):
        (pair,) = [p for p in days_apart(story, texts, days) if p.left.mention.kind == "number"]
        assert not BY_NAME["past"](pair)
    for pair in days_apart(story, (old, news), ("2024-05-06", None)):
        if pair.left.mention.kind == "date":
            assert not BY_NAME["past"](pair)
