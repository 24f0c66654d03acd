"""Facts that articles agree on: mentions of one value that are alike in all that is said of them.

An agreement is printed as true, so that it is kept only where every two of its mentions from two articles state one
thing, and where its value tells something: *several*, *a man* and *one of the men* give no figure to agree on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from divergence.facts import fact_type
from divergence.lexicon.groups import GENERAL
from divergence.link.comparisons import IMPLIED
from divergence.link.pairs import Pair
from divergence.link.units import MERGING, position
from divergence.link.vetoes import is_told_as_part, is_vague
from divergence.model.fact import Factuality, Kind, Mention

TOLD_APART = ("outcome", "head", "holder", "times", "places", "qualifiers")
"""What may not differ between two statements of one fact, so far as both say it."""
VAGUER = frozenset({"multiple", "numerous", "various", "some", "one"})
"""Words that give no figure to agree on, beside those that give none to compare."""
COUNTED = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT})


def agreed(pairs: Sequence[Pair]) -> tuple[tuple[Mention, ...], ...]:
    """Groups of mentions in which every two of two articles state one value of one fact, by position."""
    same = [p for p in pairs if p.related.relation in MERGING and _is_one_statement(p)]
    linked = {frozenset((p.left.mention, p.right.mention)) for p in same}
    groups: list[list[Mention]] = []
    for pair in sorted(same, key=lambda p: (-p.fit, position(p.left.mention), position(p.right.mention))):
        _join(groups, (pair.left.mention, pair.right.mention), linked)
    found = (tuple(sorted(group, key=position)) for group in groups)
    return tuple(sorted(found, key=lambda group: position(group[0])))


def _join(groups: list[list[Mention]], pair: tuple[Mention, Mention], linked: set[frozenset[Mention]]) -> None:
    """Put two mentions into one group, where each of one side's group is linked with each of the other's."""
    sides = [next((g for g in groups if m in g), [m]) for m in pair]
    if sides[0] is sides[1]:
        return
    apart = (frozenset(two) for two in product(*sides) if len({m.span.article for m in two}) > 1)
    if all(two in linked for two in apart):
        groups[:] = [g for g in groups if g is not sides[0] and g is not sides[1]]
        groups.append([*sides[0], *sides[1]])


def _is_one_statement(pair: Pair) -> bool:
    """Whether two articles state one value of one thing: nothing that is said of it differs, and both assert it."""
    left, right = pair.left.mention, pair.right.mention
    if any(pair.levels[name] == "other" for name in TOLD_APART if name in pair.levels):
        return False
    if left.kind in COUNTED and (left.slot.outcome != right.slot.outcome or not _one_thing(left, right)):
        return False
    return all(_states(m) for m in (left, right))


def _one_thing(left: Mention, right: Mention) -> bool:
    """Whether both count one sort of thing, or one of them leaves it to the outcome to say what."""
    heads = {left.slot.head, right.slot.head} - GENERAL
    return len(heads) < 2 or bool(left.slot.outcome) or "" not in heads


def _states(mention: Mention) -> bool:
    """Whether a mention states a value that tells something."""
    if mention.standing is not Factuality.ASSERTED or mention.rule == IMPLIED or is_vague(mention):
        return False
    if mention.slot.negated or (mention.slot.modal and mention.slot.outcome):
        return False
    if mention.kind is not Kind.NUMBER:
        return True
    words = mention.text.lower().split()
    single = fact_type(mention.kind).fields(mention).get("low") == "1"
    return not (VAGUER & set(words)) and not single and not is_told_as_part(mention)
