"""What happened, in words that no other kind of fact reads: found across articles, never in one alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from divergence.facts.types import FactType, Related
from divergence.language.parsed import Parsed
from divergence.lexicon.spelling import fold
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention


@dataclass(frozen=True, slots=True)
class Told:
    """Words as printed, on one line."""

    words: str


def find(parsed: Parsed) -> Iterable[Mention]:
    """Nothing: whether words matter shows only beside the words that stand in their place in another article."""
    return ()


def relate(left: Mention, right: Mention) -> Related:
    """Two different wordings that stand in one place cannot both be told of it."""
    a, b = sorted((phrase(left), phrase(right)))
    if fold(a) == fold(b):
        return Related(Relation.SAME, "the same words")
    return Related(Relation.CONFLICTS, f"“{a}” and “{b}” do not say the same")


def phrase(found: Mention) -> str:
    """The words as printed."""
    assert isinstance(found.value, Told)
    return found.value.words


def fields(found: Mention) -> dict[str, str | None]:
    """The words, for programs."""
    return {"words": phrase(found)}


TOLD = FactType("event", (Kind.EVENT, Kind.ATTRIBUTION), find, relate, phrase, fields)
