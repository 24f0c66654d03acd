"""What happened, in words that no other kind of fact reads: found across articles, never in one alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from divergence.facts.about.question import about, thing
from divergence.facts.about.subject import happening
from divergence.facts.types import Asked, FactType, Nature, Related
from divergence.language.parsed import Parsed
from divergence.lexicon.spelling import fold
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention, Slot


@dataclass(frozen=True, slots=True)
class ToldWords:
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
    assert isinstance(found.value, ToldWords)
    return found.value.words


def fields(found: Mention) -> dict[str, str | None]:
    """The words, for programs."""
    return {"words": phrase(found)}


def heading(slot: Slot, mentions: Sequence[Mention]) -> Asked:
    """Neutral words; what the words say they say themselves."""
    return about("What is said", thing(slot), slot)


EVENT = FactType(
    kind=Kind.EVENT,
    find=find,
    relate=relate,
    phrase=phrase,
    fields=fields,
    nature=Nature.WORDS,
    noun="words marked",
    given="What happened?",
    about="what happened",
    subject=happening,
    heading=heading,
    weighty=True,
)
ATTRIBUTION = replace(
    EVENT, kind=Kind.ATTRIBUTION, noun="speaker", given="Who said it?", about="who said something", weighty=False
)
"""Who said something, which a language model may tell; the rules tell speakers by the quotations."""
