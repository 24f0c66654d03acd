"""Planted pairs out of a story's own sentences: known by construction, not to be told from the story's real ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from second.scripted import POST, abouts, agree, article, blocks, in_question

from divergence.facts.quantity.quantity import Quantity
from divergence.lexicon.calendar import WEEKDAY_NAMES
from divergence.lexicon.cardinals import SMALL
from divergence.lexicon.numbers import numerals
from divergence.model.fact import Factuality, Hedge, Kind, Mention, Slot
from divergence.model.text import Article, Span
from divergence.second.altered import Material
from divergence.second.blind import Check, PairInQuestion, check_requests

DOCK = """\
Crane topples at the quay

A crane toppled onto a freighter on Tuesday. Nobody was on deck at that hour.

The fall injured {value} who were mooring the ship, a foreman said. They were taken to the clinic by boat.

The quay has been closed. An engineer will look at the bolts.
"""
YARD = """\
Quay closed after accident

The harbour master has closed the quay. Ships are sent to the old basin.

Divers freed the freighter on Thursday, and it left under its own power.
"""
WORKERS = Slot("worker", (), "wounded", "injure", "object")


def mention(where: Article, text: str, value: str | None = None, **more: Any) -> Mention:
    """A mention by its words, in the sentence around them; ``value`` is the bare value among these."""
    start = where.text.index(text)
    number, (low, high) = next((i, p) for i, p in enumerate(where.paragraphs) if p[0] <= start < p[1])
    first = max([low, *(m.end() for m in re.finditer(r"[.] ", where.text[:start]) if m.end() > low)])
    last = min([high, *(m.start() + 1 for m in re.finditer(r"[.] ", where.text[:high]) if m.start() > start)])
    anchor = (where.text.index(value, start), where.text.index(value, start) + len(value)) if value else None
    made = Mention(
        Kind.NUMBER,
        Span(where.id, start, start + len(text)),
        text,
        Quantity(Decimal(7), Decimal(7)),
        Hedge.EXACTLY,
        WORKERS,
        Span(where.id, first, last),
        number,
        "made",
        anchor=anchor,
    )
    return replace(made, **more)


def dock(value: str, text: str = DOCK) -> Article:
    return article("A", text.format(value=value))


def check(where: Article, mentions: Sequence[Mention], about: str = "state of the quay", other: str = YARD) -> Check:
    """The request about one pair: what both articles say of the quay."""
    articles = {"A": where, "B": article("B", other)}
    spans = [Span(a.id, at, at + 8) for a in articles.values() for at in [a.text.index("closed")]]
    (made,) = check_requests("dock", [PairInQuestion(about, *spans)], Material(articles, mentions))
    return made


def planted(made: Check, *, conflict: bool) -> str:
    """The planted pair of a request as it is asked."""
    (name,) = (name for name, pair in made.planted.items() if pair.conflict is conflict)
    return blocks(made.request.prompt)[name]


def workers(where: Article, value: str, noun: str = "workers", **more: Any) -> Mention:
    return mention(where, f"{value} {noun}", value, **more)


TUESDAY = {"kind": Kind.DATE, "slot": Slot("crane", (), "", "topple", "on")}


@pytest.mark.parametrize("value", ["twelve", "12", "3", "16", "40", "211", "1,500", "23,000", "2611"])
def test_a_changed_figure_contradicts_in_the_same_form(value: str) -> None:
    where = dock(f"{value} workers")
    left, right = in_question(planted(check(where, [workers(where, value)]), conflict=True))
    ours, theirs = (numerals(words)[0].low for words in (left, right))
    assert abs(ours - theirs) > ours * 3 / 10 or abs(ours - theirs) >= 4
    assert [w.split()[1:] for w in (left, right)] == [["workers"], ["workers"]]
    assert len({"," in left, "," in right}) == 1
    assert str(ours)[-2:] != "00" or str(theirs)[-2:] == "00", "a round figure stays round"


@pytest.mark.parametrize("kind", [Kind.PERCENT, Kind.AGE])
def test_a_share_and_an_age_stay_possible(kind: Kind) -> None:
    where = dock("93 percent")
    told = planted(check(where, [workers(where, "93", "percent", kind=kind)]), conflict=True)
    assert all(n.low <= 100 for words in in_question(told) for n in numerals(words))


def test_a_day_becomes_another_day() -> None:
    where = dock("many")
    left, right = in_question(planted(check(where, [mention(where, "Tuesday", **TUESDAY)]), conflict=True))
    assert {left, right} < set(WEEKDAY_NAMES)
    assert left != right


@pytest.mark.parametrize(
    ("value", "form"), [("twelve", "12"), ("12", "twelve"), ("1,500", "1500"), ("23,000", "23,000"), ("211", "211")]
)
def test_an_agreement_is_the_sentence_in_other_type(value: str, form: str) -> None:
    where = dock(f"{value} workers")
    day = mention(where, "Tuesday", **TUESDAY)
    words = {w for n in range(12) for w in _agreement(dock(f"{value} workers"), value, day, f"state of quay {n}")}
    assert words & {f"{value} workers"}
    assert words <= {f"{value} workers", f"{form} workers", "Tuesday"}
    assert f"{form} workers" in words


def _agreement(where: Article, value: str, day: Mention, about: str) -> list[str]:
    told = planted(check(where, [workers(where, value), day], about), conflict=False)
    assert agree(told)
    return in_question(told)


def test_quotation_marks_and_dashes_are_set_anew() -> None:
    text = DOCK.replace("a foreman said", "“it’s bad – very bad”, a foreman said").format(value="twelve workers")
    where = article("A", text)
    told = planted(check(where, [workers(where, "twelve")]), conflict=True)
    assert "“it’s bad – very bad”" in told
    assert '"it\'s bad — very bad"' in told
    plain = article("A", text.translate(str.maketrans("“”’", '""\'')))
    assert "“it’s bad — very bad”" in planted(check(plain, [workers(plain, "twelve")]), conflict=True)


@pytest.mark.parametrize(
    ("value", "more"),
    [
        ("twelve", {"hedge": Hedge.ABOUT}),
        ("twelve", {"standing": Factuality.DENIED}),
        ("twelve", {"standing": Factuality.SUPPOSED}),
        ("twelve", {"standing": Factuality.SUPERSEDED}),
        ("twelve", {"slot": replace(WORKERS, modal=True)}),
        ("twelve", {"slot": replace(WORKERS, negated=True)}),
        ("twelve", {"kind": Kind.ORDINAL}),
        ("two", {}),
        ("2.5 million", {}),
        ("dozens", {}),
        ("three-quarters", {}),
        ("1984", {}),
        ("90,000,000", {}),
        ("half", {}),
    ],
)
def test_what_is_not_plainly_stated_is_not_planted(value: str, more: dict[str, Any]) -> None:
    where = dock(f"{value} workers")
    assert Material({"A": where}, [workers(where, value, **more)]).statements == ()


def test_a_value_that_is_told_twice_or_masked_is_not_planted() -> None:
    twice = article("A", DOCK.format(value="twelve workers").replace("They were", "The 12 were"))
    assert Material({"A": twice}, [workers(twice, "twelve")]).statements == ()
    days = article("A", DOCK.format(value="many").replace("at that hour", "on Tuesday"))
    assert Material({"A": days}, [mention(days, "Tuesday", **TUESDAY)]).statements == ()
    where = dock("twelve workers")
    masked = replace(where, masked=((where.text.index("who were"), where.text.index("mooring")),))
    assert Material({"A": masked}, [workers(masked, "twelve")]).statements == ()
    assert len(Material({"A": where}, [workers(where, "twelve")]).statements) == 1


def test_where_no_sentence_is_fit_for_it_general_pairs_are_planted() -> None:
    made = check(dock("two workers"), [])
    assert {p.about for p in made.planted.values()} <= {*abouts(conflict=True), *abouts(conflict=False)}
    where = dock("twelve workers")
    one = check(where, [workers(where, "twelve")])
    assert {p.about for p in one.planted.values() if not p.conflict} <= set(abouts(conflict=False))


def test_no_word_is_foreign_to_the_story() -> None:
    where = dock("twelve workers")
    made = check(where, [workers(where, "twelve"), mention(where, "Tuesday", **TUESDAY)])
    told = planted(made, conflict=True) + planted(made, conflict=False)
    changed = {w.casefold() for w in WEEKDAY_NAMES} | set(SMALL)
    layout = {"source", "published", "headline", "or", "opening", "date", "time", "given", "wounded"}
    assert _words(told) - {*_words(where.text), *_words(YARD), *changed, *layout} == set()


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.casefold()))


def test_planted_pairs_stand_anywhere_and_changes_on_either_side() -> None:
    """Neither its place nor its side tells which pair is planted, or which kind it is."""
    places, sides = set(), set()
    for n in range(60):
        where = replace(dock("twelve workers"), published=f"2026-03-{n % 28 + 1:02}")
        made = check(where, [workers(where, "twelve"), mention(where, "Tuesday", **TUESDAY)], f"quay {n}")
        places |= {(name, pair.conflict) for name, pair in made.planted.items()}
    yard = article("B", DOCK.format(value="twelve workers"))
    for id, own in (("A", dock("twelve workers")), ("B", yard)):
        articles = {"A": article("A", YARD), "B": yard} if id == "B" else {"A": own, "B": article("B", YARD)}
        spans = [Span(a.id, at, at + 8) for a in articles.values() for at in [a.text.index("closed")]]
        material = Material(articles, [workers(own, "twelve")])
        (made,) = check_requests("dock", [PairInQuestion("quay", *spans)], material)
        sides.add([numerals(w)[0].low for w in in_question(planted(made, conflict=True))].index(12))
    assert places == {(f"p{n}", conflict) for n in (1, 2, 3) for conflict in (True, False)}
    assert sides == {0, 1}


def test_the_key_is_found_again_and_is_not_in_the_request() -> None:
    where = dock("twelve workers")
    mentions = [workers(where, "twelve"), mention(where, "Tuesday", **TUESDAY)]
    one, again = check(where, mentions), check(where, mentions)
    assert one.request == again.request
    assert one.planted == again.planted
    assert not re.search(r"planted|altered|contradict|agree", one.request.prompt)


def test_a_paragraph_that_a_real_pair_marks_is_left_alone_where_another_will_do() -> None:
    where = article("A", DOCK.format(value="twelve workers").replace("The quay", "For 30 days the quay"))
    days = workers(where, "30", "days", kind=Kind.DURATION, slot=Slot("quay"))
    assert "30 days" not in in_question(planted(check(where, [days, workers(where, "twelve")]), conflict=True))
    assert "30 days" in in_question(planted(check(where, [days]), conflict=True))


def test_what_it_is_about_is_told_in_the_manner_of_the_real_pair() -> None:
    where = dock("twelve workers")
    mentions = [workers(where, "twelve")]
    asked = planted(check(where, mentions, "Which basin is used?"), conflict=True).split("\n")[0]
    noted = planted(check(where, mentions, "basin that is used"), conflict=True).split("\n")[0]
    assert asked == "How many workers were wounded?"
    assert noted == "workers wounded"


def test_a_headline_with_another_figure_of_the_same_heads_no_planted_pair() -> None:
    where = dock("twelve workers")
    told = planted(check(where, [workers(where, "twelve")], other=f"Nineteen workers hurt\n\n{YARD}"), conflict=True)
    assert "Nineteen" not in told
    told = planted(check(where, [workers(where, "twelve")], other=f"Nine ships wait\n\n{YARD}"), conflict=True)
    assert "opening: 'Nine ships wait'" in told


def test_a_sentence_of_the_story_of_the_fire_is_planted_too() -> None:
    where = article("A", POST)
    assert len(Material({"A": where}, [workers(where, "Twelve")]).statements) == 1
