"""What places, persons and organisations share: sets of names, how two sets stand, the head of an expression."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from divergence.facts.names.match import Match
from divergence.facts.types import Related
from divergence.language.parsed import Parsed
from divergence.lexicon.saying import OF_A_SPEAKER
from divergence.lexicon.spelling import fold
from divergence.model.comparison import Relation
from divergence.model.fact import Slot


def spaced(text: str) -> str:
    """Printed text on one line, with single spaces."""
    return " ".join(text.split())


def head_of(parsed: Parsed, first: int, last: int) -> int:
    """The token of ``[first, last)`` that depends on something outside, else the last one."""
    for at in range(first, last):
        head = parsed.tokens[at].head
        if not first <= head < last or head == at:
            return at
    return last - 1


def only_joins(parsed: Parsed, first: int, last: int) -> bool:
    """Whether nothing but commas, *and* and articles stands between two tokens."""
    return last > first and all(t.lower in (",", "and", "&", "the", "or") for t in parsed.tokens[first:last])


def speaker_role(parsed: Parsed, first: int, last: int, slot: Slot) -> Slot:
    """The slot of a name next to a verb of saying (``…,” said X``), which small parsers often attach wrongly."""
    before = parsed.tokens[first - 1] if first else None
    after = parsed.tokens[last] if last < len(parsed.tokens) else None
    verb = next((t for t in (after, before) if t is not None and t.lemma in OF_A_SPEAKER), None)
    if verb is None or (verb is before and parsed.tokens[max(0, first - 2)].lower in ("to", "was", "were", "by")):
        return slot
    return replace(slot, predicate="say", role="subject")


def relate_sets(
    left: tuple[str, ...], right: tuple[str, ...], match: Callable[[str, str], Match], noun: str
) -> Related:
    """How two sets of names stand: the same, spelled otherwise, one part of the other, or apart."""
    pairs = _paired(left, right, match)
    unmatched, unmatched_back = len(left) - len(pairs), len(right) - len(pairs)
    if not unmatched and not unmatched_back:
        return _all_matched(left, right, min(pairs), noun)
    if not unmatched or not unmatched_back:
        part, whole = (left, right) if not unmatched else (right, left)
        return Related(Relation.PART_OF, f"{listed(part)} is among {listed(whole)}")
    ordered = sorted((listed(left), listed(right)), key=fold)
    return Related(Relation.CONFLICTS, f"{ordered[0]} and {ordered[1]} are not the same {noun}")


def _paired(left: tuple[str, ...], right: tuple[str, ...], match: Callable[[str, str], Match]) -> list[Match]:
    """The matches of a one-to-one pairing of two sets, the surest first."""
    ranked = sorted(((match(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)), reverse=True)
    taken: set[tuple[str, int]] = set()
    found: list[Match] = []
    for how, i, j in ranked:
        if how is not Match.DIFFERENT and not {("left", i), ("right", j)} & taken:
            taken |= {("left", i), ("right", j)}
            found.append(how)
    return found


def _all_matched(left: tuple[str, ...], right: tuple[str, ...], worst: Match, noun: str) -> Related:
    if worst is Match.SAME:
        return Related(Relation.SAME, f"the same {noun}")
    ordered = sorted((listed(left), listed(right)), key=fold)
    return Related(Relation.VARIANT, f"{ordered[0]} and {ordered[1]} name the same {noun}")


def listed(names: tuple[str, ...]) -> str:
    """Names in running text: ``A``, ``A and B``, ``A, B and C``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
