"""General planted pairs: right by construction, and laid out like a story's own pairs."""

from __future__ import annotations

import hashlib
import re

import pytest
from second.scripted import POST, abouts, article, story

from divergence.model.text import Span
from divergence.second.altered import Material
from divergence.second.blind import PairInQuestion, check_requests, probe
from divergence.second.planted import PlantedSide, plant

SEEDS = [hashlib.sha256(str(n).encode()).digest() for n in range(400)]
MARKED = re.compile(r"⟦([^⟦⟧]+)⟧")
SHAPE = re.compile(
    r"=== p\d+: [^\n]+\n(?:Source [12] \(published [-\d]+\), headline or opening: '[^\n]+'\n(?:[^\n]+\n)+\n?){2}"
)


def in_question(side: PlantedSide) -> str:
    """The marked words; there is one stretch of them on each side."""
    (words,) = MARKED.findall("\n".join(side.paragraphs))
    return words


def test_each_seed_plants_one_contradiction_and_one_agreement_and_fills_every_name_in() -> None:
    for seed in SEEDS:
        contradiction, agreement = plant(seed)
        assert (contradiction.conflict, agreement.conflict) == (True, False)
        for planted in (contradiction, agreement):
            for side in (planted.left, planted.right):
                assert "{" not in side.opening + "".join(side.paragraphs)
                assert "⟦" not in side.opening
                assert len(side.paragraphs) == 3
        assert in_question(contradiction.left) != in_question(contradiction.right)


def test_all_that_can_be_planted_is_planted_and_both_ways_round() -> None:
    planted = [pair for seed in SEEDS for pair in plant(seed)]
    assert {p.about for p in planted} == {*abouts(conflict=True), *abouts(conflict=False)}
    assert len({in_question(p.left) for p in planted}) > 200, "names and figures vary"
    openings = {p.left.opening for p in planted if p.about == "whether the agreement was signed"}
    assert len({opening.split()[0] for opening in openings}) == 2


def test_numbers_that_agree_agree_and_others_do_not() -> None:
    for seed in SEEDS:
        for planted in plant(seed):
            figures = [
                float(n[0].replace(",", ""))
                for side in (planted.left, planted.right)
                if (n := re.findall(r"\d[\d,.]*\d|\d", in_question(side)))
            ]
            if planted.about == "visitors of the book fair":
                assert 0 < max(figures) - min(figures) < 1000
            elif planted.about == "length of the new tunnel":
                assert abs(figures[0] - figures[1]) < 0.35
            elif planted.conflict and len(figures) == 2:
                assert abs(figures[0] - figures[1]) >= 4


@pytest.fixture
def prompt() -> str:
    articles = story().articles
    spans = [Span("A", POST.index("Twelve"), POST.index("Twelve") + 6), Span("B", 30, 40)]
    (check,) = check_requests(
        "fire", [PairInQuestion("workers injured", *spans)], Material({a.id: a for a in articles}, ())
    )
    return check.request.prompt


def test_planted_pairs_are_laid_out_like_the_story_s_own(prompt: str) -> None:
    blocks = re.split(r"(?=^=== p)", prompt, flags=re.MULTILINE)[1:]
    assert len(blocks) == 3
    for block in blocks:
        assert SHAPE.fullmatch(f"{block.rstrip()}\n"), block
        assert len(MARKED.findall(block)) == 2
        assert block.count("(published 2026-03-02)") == 2


def test_a_request_is_the_same_every_time_and_another_story_gets_other_pairs(prompt: str) -> None:
    assert probe().request == probe().request
    other = article("A", POST.replace("Monday", "Friday")), article("B", POST)
    pair = PairInQuestion("workers injured", Span("A", 30, 36), Span("B", 30, 36))
    (check,) = check_requests("fire", [pair], Material({a.id: a for a in other}, ()))
    planted = {block.split("\n")[0].split(": ")[1] for block in check.request.prompt.split("=== p")[1:]}
    assert planted - {"workers injured"} != {
        block.split("\n")[0].split(": ")[1] for block in prompt.split("=== p")[1:]
    } - {"workers injured"}
