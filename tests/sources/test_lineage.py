"""Copies of one text, and how many witnesses remain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from divergence.model.text import Span, Story
from divergence.sources import lineage as module
from divergence.sources.lineage import lineage

Build = Callable[..., Story]

WIRE = (
    "A ferry with forty people on board sank off the northern coast on Sunday night, the coast guard said.\n"
    "Rescue boats from three harbours searched the cold water until dawn and pulled most of them out alive.\n"
)
EDITED = (
    WIRE.replace("forty", "fourteen").replace("northern coast", "north coast") + "The owner did not answer calls.\n"
)
OTHER = "Most passengers survived when their boat went down near the port; the search ended at first light on Monday.\n"


def test_near_copies_are_one_witness(story: Build) -> None:
    found = lineage(story(WIRE, EDITED, OTHER))
    assert found.witnesses == (("A", "B"), ("C",))


def test_copied_paragraphs_are_paired(story: Build) -> None:
    found = lineage(story(WIRE, OTHER + WIRE))
    assert [(c.left.start, c.left.article, c.right.article, c.share) for c in found.paragraphs] == [
        (0, "A", "B", 1.0),
        (WIRE.index("Rescue"), "A", "B", 1.0),
    ]


def test_retelling_is_no_copy(story: Build) -> None:
    found = lineage(story(WIRE, OTHER))
    assert found.articles == ()
    assert found.paragraphs == ()
    assert found.witnesses == (("A",), ("B",))


def test_masked_words_do_not_count(story: Build) -> None:
    boilerplate = (
        "Read more of our coverage of shipping and ports here and subscribe to the daily letter for all the news.\n"
    )
    plain = story(boilerplate + OTHER, boilerplate + "The cat sat on the mat.\n")
    masked = tuple(replace(a, masked=((0, len(boilerplate)),), paragraphs=a.paragraphs[1:]) for a in plain.articles)
    assert lineage(plain).articles
    assert lineage(replace(plain, articles=masked)).articles == ()


def test_a_shared_quotation_makes_no_copy(story: Build) -> None:
    speech = "“We searched all night with every boat we had, and at dawn we found the last of them alive in the reeds.”"
    found = lineage(
        story(f"{speech} the captain said.\n{OTHER}", f"The captain told reporters on the pier: {speech}\n")
    )
    assert found.articles == ()
    assert found.paragraphs


def test_empty_articles_do_not_raise(story: Build) -> None:
    assert lineage(story("", "one two")).witnesses == (("A",), ("B",))


def test_a_report_works_the_lineage_of_a_story_out_once(story: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    told, counted, copies = story(WIRE, EDITED, OTHER), list[float](), module._copies

    def looked(stretches: list[tuple[Span, module.Shingles]], least: float) -> tuple[module.Copy, ...]:
        counted.append(least)
        return copies(stretches, least)

    monkeypatch.setattr(module, "_copies", looked)
    lineage.cache_clear()
    assert lineage(told) == lineage(replace(told))
    assert len(counted) == 2  # the articles, and their paragraphs
    assert lineage(story(WIRE, OTHER)).witnesses == (("A",), ("B",))
