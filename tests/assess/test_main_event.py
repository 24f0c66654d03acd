"""A question without time, place or doer is asked of the main event alone."""

from __future__ import annotations

from collections.abc import Callable

from divergence.model.comparison import Comparison
from divergence.model.text import Story
from divergence.pipeline import compare

Build = Callable[..., Story]
FILLING = "\n\n".join(["The mayor of Orvane thanked the crews.", "Shops stayed closed on Tuesday."] * 2)
NEWS = "At least one bridge fell and 12 people were killed, the mayor said."


def asked(comparison: Comparison, *values: str) -> list[str]:
    """The headings of what differs by these values."""
    return [d.subject for d in comparison.divergences if {r.value for r in d.readings} == set(values)]


def test_what_is_told_up_front_is_the_main_event(story: Build) -> None:
    found = compare(story(f"{NEWS}\n\n{FILLING}", f"{NEWS.replace('12', '15')}\n\n{FILLING}", published="2024-03-05"))
    assert asked(found, "12", "15") == ["How many people were killed?"]


def test_another_event_is_told_in_the_words_of_its_sentences(story: Build) -> None:
    long_ago = "A flood that came over the dykes killed {} people in the whole province.\n"
    texts = (f"{NEWS}\n\n{FILLING}\n\n{long_ago.format(n)}" for n in ("3,000", "5,000"))
    (heading,) = asked(compare(story(*texts, published="2024-03-05")), "3000", "5000")
    assert heading.startswith("How many people were killed: “")
    assert "over the dykes killed 3,000 people" in heading


def test_two_differences_never_have_one_heading(story: Build) -> None:
    texts = (
        f"{NEWS}\n\nIn the hills 40 people were killed by the snow, an official said.\n",
        f"{NEWS.replace('12', '15')}\n\nIn the hills 60 people were killed by the snow, an official said.\n",
    )
    headings = [d.subject for d in compare(story(*texts, published="2024-03-05")).divergences]
    assert len(headings) > 1
    assert len(headings) == len(set(headings))
