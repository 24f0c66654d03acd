"""Whether a fact is of the main event of a story, of which a question without time, place or doer is understood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from divergence.facts import figure_of
from divergence.link.units import Unit
from divergence.link.vetoes import is_history
from divergence.model.fact import Kind, Mention

HARM = frozenset({"killed", "wounded", "missing", "kidnapped", "casualties", "arrested", "displaced", "infected"})
"""Outcomes that decide a reader's picture of an event."""
UP_FRONT = 2
"""Paragraphs, the headline with them, in which an article tells its main event."""
FIRST_LINES = 500
"""Characters within which it does so where its text has few paragraphs."""


def counts_harm(mention: Mention) -> bool:
    """Whether a mention counts people killed, wounded, missing …; a measure (25 km from where he died) does not."""
    figure = figure_of(mention)
    return mention.kind is Kind.NUMBER and figure is not None and not figure.unit and mention.slot.outcome in HARM


def is_up_front(mention: Mention) -> bool:
    """Whether a mention stands where an article tells its main event."""
    return mention.paragraph < UP_FRONT and mention.span.start < FIRST_LINES


def main_events(groups: Iterable[Sequence[Mention]]) -> list[Sequence[Mention]]:
    """Of the counts of what befell people, for each outcome the one that most articles tell, and tell up front."""
    best: dict[str, Sequence[Mention]] = {}
    for mentions in groups:
        if any(is_up_front(m) for m in mentions):
            outcome = mentions[0].slot.outcome
            best[outcome] = max(
                best.get(outcome, ()), mentions, key=lambda g: (len({m.span.article for m in g}), len(g))
            )
    return list(best.values())


def is_main(unit: Unit, up_front: Iterable[Mention]) -> bool:
    """Whether the values of a unit are of the main event, as far as can be seen: none of its sentences tells of a time
    long past, and no other count of what befell people is told up front (``up_front``) where none of these is.
    """
    if any(is_history(c) for pair in (unit.deciding, *unit.pairs) for c in (pair.left, pair.right)):
        return False
    if any(is_up_front(m) for m in unit.mentions):
        return True
    own, outcomes = set(unit.mentions), {m.slot.outcome for m in unit.mentions}
    return not any(m.slot.outcome in outcomes for m in up_front if m not in own)
