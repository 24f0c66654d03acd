"""Names in a text and what they are."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from divergence.facts.names import organisation, person, role
from divergence.facts.names.chunks import chunks, full_name
from divergence.facts.place import place
from divergence.language import parse
from divergence.language.parsed import Parsed
from divergence.model.text import Article

Build = Callable[..., Article]
TYPES = (place.PLACE, person.PERSON, organisation.ORGANISATION, role.ROLE)


def kinds(article: Build, text: str) -> dict[str, str]:
    return {c.text: c.kind for c in chunks(parse(article(text)))}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The offer was refused by Mayor Laura Simmons on Friday.", "Laura Simmons", "person"),
        ("They met in Herat on Friday.", "Herat", "place"),
        ("The Harbour Workers Union called a strike on Friday.", "Harbour Workers Union", "organisation"),
        ("Two Norwegian ships left the port.", "Norwegian", "people"),
        ("He was taken to St. Anne's Hospital by a neighbour.", "St. Anne's Hospital", "place"),
        ("An Amber Alert was issued on Friday.", "Amber Alert", "thing"),
        ("The village of Umm Qasab was shelled on Friday.", "Umm Qasab", "place"),
        ("The Department of Public Works closed the road.", "Department of Public Works", "organisation"),
    ],
)
def test_classes(article: Build, text: str, name: str, kind: str) -> None:
    assert kinds(article, text)[name] == kind


def test_a_surname_is_its_bearers(article: Build) -> None:
    text = "The court fined Laura Simmons on Monday. The lawyer of Simmons was not there."
    assert kinds(article, text)["Simmons"] == "person"


def test_an_acronym_in_brackets_marks_an_organisation(article: Build) -> None:
    found = chunks(parse(article("They blame the Tehreek-e-Amn Punjab (TAP) for the raid.")))
    assert [(c.text, c.kind, c.short) for c in found if c.short] == [("Tehreek-e-Amn Punjab", "organisation", "TAP")]


def test_the_place_of_writing_is_no_place_of_the_story(article: Build) -> None:
    text = "OSLO (Reuters) - A man was shot in Bergen on Friday."
    assert [m.text for m in place.PLACE.find(parse(article(text)))] == ["Bergen"]


SETTLED = [
    (
        "in/IN Tripoli/NNP ,/, Benghazi/NNP and/CC Misrata/NNP there/RB",
        ["Tripoli place", "Benghazi place", "Misrata place"],
    ),
    (
        "the/DT Vesk/NNP Institute/NNP (/-LRB- VI/NNP )/-RRB- left/VBD",
        ["Vesk Institute organisation VI", "VI organisation"],
    ),
    (
        "the/DT Vesk/NNP Institute/NNP [/-LRB- VI/NNP ]/-RRB- left/VBD",
        ["Vesk Institute organisation VI", "VI organisation"],
    ),
    ("the/DT Vesk/NNP Tull/NNP (/-LRB- VT/NNP )/-RRB- left/VBD", ["Vesk Tull organisation VT", "VT organisation"]),
    ("the/DT Vesk/NNP Tull/NNP (/-LRB- V/NNP )/-RRB- left/VBD", ["Vesk Tull organisation", "V "]),
    ("the/DT Vesk/NNP Tull/NNP (/-LRB- Vt/NNP )/-RRB- left/VBD", ["Vesk Tull organisation", "Vt "]),
    ("the/DT Vesk/NNP Tull/NNP (/-LRB- VT/NNP", ["Vesk Tull organisation", "VT organisation"]),
    (
        "the/DT Vesk/NNP Tull/NNP (/-LRB- VTABCDEFGH/NNP )/-RRB- left/VBD",
        ["Vesk Tull organisation VTABCDEFGH", "VTABCDEFGH organisation"],
    ),
    ("the/DT Vesk/NNP Tull/NNP (/-LRB- VTABCDEFGHI/NNP )/-RRB- left/VBD", ["Vesk Tull organisation", "VTABCDEFGHI "]),
    ("with/IN Emily/NNP Vesk/NNP there/RB | the/DT Vesk/NNP left/VBD", ["Emily Vesk person", "Vesk person"]),
    ("with/IN Emily/NNP Vesk/NNP Jr./NNP there/RB | so/RB Vesk/NNP left/VBD", ["Emily Vesk Jr. person", "Vesk person"]),
    ("with/IN Vesk/NNP Q./NNP Tull/NNP there/RB | so/RB Vesk/NNP left/VBD", ["Vesk Q. Tull person", "Vesk person"]),
    ("with/IN Emily/NNP Paris/NNP there/RB | in/IN Paris/NNP there/RB", ["Emily Paris person", "Paris place"]),
    ("with/IN Emily/NNP Natchez/NNP there/RB | in/IN Natchez/NNP there/RB", ["Emily Natchez person", "Natchez person"]),
    ("so/RB Mr/NNP Vesk/NNP left/VBD | so/RB Vesk/NNP fell/VBD", ["Vesk person", "Vesk person"]),
    ("in/IN Vesk/NNP there/RB | so/RB Vesk/NNP left/VBD", ["Vesk place", "Vesk place"]),
    ("the/DT ferry/NN Vesk/NNP sank/VBD | in/IN Vesk/NNP there/RB", ["Vesk thing", "Vesk thing"]),
    ("bank/NN Vesk/NNP left/VBD | so/RB Vesk/NNP fell/VBD", ["Vesk organisation", "Vesk organisation"]),
    (
        "so/RB Vesk/NNP ,/, 38/CD ,/, left/VBD | "
        "shares/NNS of/IN Vesk/NNP fell/VBD | shares/NNS of/IN Vesk/NNP fell/VBD",
        ["Vesk organisation", "Vesk organisation", "Vesk organisation"],
    ),
    (
        "so/RB Mr/NNP Vesk/NNP left/VBD | shares/NNS of/IN Vesk/NNP fell/VBD | "
        "shares/NNS of/IN Vesk/NNP fell/VBD | shares/NNS of/IN Vesk/NNP fell/VBD",
        ["Vesk person", "Vesk organisation", "Vesk organisation", "Vesk organisation"],
    ),
]


@pytest.mark.parametrize(("written", "expected"), SETTLED)
def test_a_name_is_what_the_article_makes_it(tagged: Callable[..., Parsed], written: str, expected: list[str]) -> None:
    found = chunks(tagged(f"{written} ./."))
    assert [" ".join(filter(None, (c.text, c.kind or "", c.short))) for c in found] == [e.rstrip() for e in expected]


def test_a_surname_stands_for_the_full_name(tagged: Callable[..., Parsed]) -> None:
    parsed = tagged("with/IN Emily/NNP Q./NNP Vesk/NNP Jr./NNP there/RB ./.")
    names = ("Vesk", "Mr Vesk", "Tull", "Emily Vesk", "Q. Vesk")
    assert [full_name(parsed, name) for name in names] == ["emily vesk", "emily vesk", "tull", "emily vesk", "vesk"]


def test_hostile_runs_of_capitals_cost_little(article: Build) -> None:
    parsed = parse(article("King " * 1000 + "X" * 20_000 + " and ".join(["his son"] * 200) + "."))
    found = [m for fact_type in TYPES for m in fact_type.find(parsed)]
    assert all(len(m.text) < 2000 for m in found)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from("the of in and , . ' ’s ( ) - King New York Laura St. US Al 5th & A. was Street said".split()),
        max_size=25,
    )
)
@example(words=["A.", "and", "5th", "and", "New"])
def test_any_text_may_be_read(article: Build, words: list[str]) -> None:
    parsed = parse(article(" ".join(words)))
    for fact_type in TYPES:
        found = sorted(fact_type.find(parsed), key=lambda m: m.span)
        assert all(a.span.end <= b.span.start for a, b in pairwise(found))
        for m in found:
            assert parsed.article.text[m.span.start : m.span.end] == m.text
            assert fact_type.relate(m, m).relation == "same"
            fact_type.phrase(m), fact_type.fields(m)
