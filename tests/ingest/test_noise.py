"""The case file says what is masked; laws say what must hold of any text."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_growth import grows_in_line

from divergence.ingest.noise import mask
from divergence.ingest.text import paragraphs

CASES = tomllib.loads((Path(__file__).parent / "cases" / "noise.toml").read_text("utf-8"))
FILLER = ["The council met again to talk about the harbour and its boats."] * 7


def cases(kind: str) -> list[tuple[str, str]]:
    """Every text of the case file with the place it stands in."""
    return [
        (next((place for place in ("top", "foot") if case.get(place)), "middle"), text)
        for case in CASES[kind]
        for text in case["texts"]
    ]


def masked_in(place: str, paragraph: str) -> list[str]:
    """What is masked of a paragraph in an otherwise plain article."""
    before = {"top": FILLER[:1], "middle": FILLER, "foot": FILLER}[place]
    after = FILLER[:1] if place == "foot" else FILLER
    text = "\n\n".join([*before, paragraph, *after])
    return [text[start:end] for start, end in mask(text, paragraphs(text))]


@pytest.mark.parametrize(("place", "text"), cases("noise"))
def test_noise_is_masked_and_nothing_else(place: str, text: str) -> None:
    expected = [part.split("⟧")[0] for part in text.split("⟦")[1:]]
    assert masked_in(place, text.replace("⟦", "").replace("⟧", "")) == expected


@pytest.mark.parametrize(("place", "text"), cases("story"))
def test_story_is_not_masked(place: str, text: str) -> None:
    assert masked_in(place, text) == []


def test_a_headline_that_looks_like_a_link_is_kept() -> None:
    text = "Watch: Lions storm the pitch\n\n" + "\n\n".join(FILLER)
    assert mask(text, paragraphs(text)) == ()


def test_the_site_behind_a_headline_is_masked() -> None:
    text = "Three boats lost | Harbour News\n\n" + "\n\n".join(FILLER)
    assert [text[start:end] for start, end in mask(text, paragraphs(text))] == [" | Harbour News"]


def test_an_article_all_in_capitals_is_kept() -> None:
    text = "\n\n".join(["FOUR SOLDIERS OF THE SECOND BRIGADE WERE KILLED ON THE ROAD"] * 8)
    assert mask(text, paragraphs(text)) == ()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aA1 .:-–—()[]@/\n\r\t•©“”'\"xX|_"), max_size=300))
def test_masks_are_ordered_disjoint_and_inside_paragraphs(text: str) -> None:
    found = mask(text, paragraphs(text))
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(left[1] < right[0] for left, right in pairwise(found))


@pytest.mark.parametrize(
    "unit",
    ["a", "A ", "AP (", "1", "12:", "[1", "http://", "a@", "(Photo", "By A ", "— A ", "x.", "Facebook ", " ", "Jan 1 "],
)
def test_cost_is_linear(unit: str) -> None:
    def work(size: int) -> object:
        text = unit * (size // len(unit))
        return mask(text, ((0, len(text)),))

    assert grows_in_line(work, 25_000)
