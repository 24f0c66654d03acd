"""Quotations: the words between the marks, compared word by word as one utterance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from divergence.facts.about.slots import mention, slot_at, tokens_in
from divergence.facts.quotation.marks import Quoted, quoted
from divergence.facts.quotation.words import Wording, comparable_words, compare_wording
from divergence.facts.quotation.words import quote_similarity as similarity_of_words
from divergence.facts.types import FactType, Nature, Related
from divergence.language.nouns import head_of
from divergence.language.parsed import Parsed
from divergence.language.pipeline import blank_masked
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention


@dataclass(frozen=True, slots=True)
class Quotation:
    """What is quoted, as its words are compared."""

    words: tuple[str, ...]
    whole: bool = True
    """Whether the closing mark was found."""


def find(parsed: Parsed) -> Iterator[Mention]:
    """All quotations of an article; the span is what stands between the marks."""
    text = blank_masked(parsed.article)
    for stretch in quoted(text, parsed.article.paragraphs):
        found = _mention(parsed, text, stretch)
        if found:
            yield found


def _mention(parsed: Parsed, text: str, stretch: Quoted) -> Mention | None:
    words = comparable_words(text[stretch.start : stretch.end])
    if not any(len(w) > 1 and re.search(r"[a-z]", w) for w in words) or not parsed.tokens:
        return None
    start, end = _trimmed(text, stretch)
    first, last = tokens_in(parsed, start, end)
    value = Quotation(words, stretch.closed and not stretch.continues)
    made = mention(parsed, start, end, Kind.QUOTE, value, "quotation")
    return replace(made, slot=slot_at(parsed, first, last, head_of(parsed, first, last)))


def _trimmed(text: str, stretch: Quoted) -> tuple[int, int]:
    """The quoted words without the white space, comma or full stop at their ends, which belong to the frame."""
    inside = text[stretch.start : stretch.end]
    start = stretch.start + len(inside) - len(inside.lstrip())
    return start, max(start + 1, stretch.start + len(inside.rstrip(" \t\n\u00a0,.")))


def quotation_of(mention: Mention) -> Quotation:
    """The value of a quotation's mention."""
    assert isinstance(mention.value, Quotation)
    return mention.value


def quote_similarity(a: Mention, b: Mention) -> float:
    """How alike two quotations are worded, 0 to 1: the share of the shorter one's words that the longer one has.

    From about 0.6 two quotations of some length are nearly always the same utterance.
    """
    return similarity_of_words(quotation_of(a).words, quotation_of(b).words)


def relate(a: Mention, b: Mention) -> Related:
    """How two quotations stand to each other, given that both give one utterance."""
    left, right = quotation_of(a).words, quotation_of(b).words
    if right < left:
        left, right = right, left
    wording = compare_wording(left, right)
    if wording.same:
        return Related(Relation.SAME, "both quote the same words")
    if not wording.changed:
        return Related(
            Relation.REFINES, "one quotes more of the same words" if wording.cut else "the wording barely differs"
        )
    return Related(Relation.CONFLICTS, f"the quoted words differ: {_changes(wording)}")


def _changes(wording: Wording) -> str:
    """The first differing words in readable form: ``“can and should” / “must”``."""
    shown = [f"{_marked(x)} / {_marked(y)}" for x, y in wording.changed[:3]]
    more = len(wording.changed) - len(shown)
    return "; ".join(shown) + (f"; and {more} more" if more else "")


def _marked(words: str) -> str:
    return f"“{words}”" if words else "nothing"


def phrase(mention: Mention) -> str:
    """The quoted words in the form in which they are compared."""
    return " ".join(quotation_of(mention).words)


def fields(mention: Mention) -> dict[str, str | None]:
    """The words as compared, and whether the quotation was closed."""
    value = quotation_of(mention)
    return {"words": phrase(mention), "complete": "yes" if value.whole else "no"}


QUOTE = FactType(
    kind=Kind.QUOTE,
    find=find,
    relate=relate,
    phrase=phrase,
    fields=fields,
    nature=Nature.WORDS,
    noun="quoted words",
    given="Quotation: which words were used?",
    about="the words of a quotation",
    subject=lambda slot: "words of one quotation",
    factual=False,
)
