"""Facts that articles agree on: mentions of one value that are alike in all that is said of them.

An agreement is printed as true, so that it is kept only where every two of its mentions from two articles state one
thing, and where its value tells something: *several*, *a man* and *one of the men* give no figure to agree on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from divergence.facts import Nature, fact_type, figure_of
from divergence.facts.about.subject import FURTHER
from divergence.lexicon.groups import GENERAL
from divergence.link.pairs import Pair
from divergence.link.units import MERGING, position
from divergence.link.vetoes import HARMS, is_history, is_told_as_part, is_vague
from divergence.model.fact import Factuality, Kind, Means, Mention

TOLD_APART = ("outcome", "head", "holder", "times", "places", "qualifiers")
"""What may not differ between two statements of one fact, so far as both say it."""
NO_FIGURE = frozenset({Means.NOUN, Means.PLURAL})
"""What gives a value where no figure stands: *a shop*, *after years*."""
VAGUER = frozenset({"multiple", "numerous", "various", "some", "one"})
"""Words that give no figure to agree on, beside those that give none to compare."""
COUNTED = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT})
FIGURED = COUNTED | {Kind.DURATION}
"""Kinds whose values stand in one article for many facts."""
HOLLOW = frozenset("side way thing part kind sort hand".split())
"""Heads of which a number tells nothing: *the two sides*."""
LOOSE = re.compile(r"\b(?:recent|past|last|previous|coming|next|following)\b", re.IGNORECASE)
"""Words of a length of time that has no end of its own: *in recent months*, *over the past year*."""
OF_AN_AGE = re.compile(r"\byears?[- ]old\b", re.IGNORECASE)
"""An age, however it is printed: *a 12- year-old girl* is no twelve girls."""
LEAST = 2
"""A count of fewer gives no figure: *a quarter of the town*, *a man*."""
ONE_WHOLE = frozenset({">=0.85", ">=0.7", ">=0.55"})
"""How alike two sentences must be where a part is told, which is a part of whatever its sentence counts: *11 guards,
among them three boys* beside *eight guards, among them three boys*.
"""


def agreed(pairs: Sequence[Pair]) -> tuple[tuple[Mention, ...], ...]:
    """Groups of mentions in which every two of two articles state one value of one fact, by position."""
    same = [p for p in pairs if p.related.relation in MERGING and is_one_statement(p)]
    linked = {(p.left.mention, p.right.mention) for p in same}
    groups: dict[Mention, list[Mention]] = {}
    for pair in sorted(same, key=lambda p: (-p.fit, position(p.left.mention), position(p.right.mention))):
        _join(groups, (pair.left.mention, pair.right.mention), linked)
    found = {id(group): tuple(sorted(group, key=position)) for group in groups.values()}
    return tuple(sorted(found.values(), key=lambda group: position(group[0])))


def _join(
    groups: dict[Mention, list[Mention]], pair: tuple[Mention, Mention], linked: set[tuple[Mention, Mention]]
) -> None:
    """Put two mentions into one group, where each of one side's group is linked with each of the other's."""
    left, right = (groups.get(m, [m]) for m in pair)
    if left is right:
        return
    apart = ((a, b) for a, b in product(left, right) if a.span.article != b.span.article)
    if all((a, b) in linked or (b, a) in linked for a, b in apart):
        merged = [*left, *right]
        groups.update(dict.fromkeys(merged, merged))


def is_one_statement(pair: Pair) -> bool:
    """Whether two articles state one value of one thing: nothing that is said of it differs, and both assert it."""
    if is_history(pair.left) != is_history(pair.right):
        return False
    if (pair.left.part or pair.right.part) and pair.levels["sentence"] not in ONE_WHOLE:
        return False
    if pair.left.mention.hedge is not pair.right.mention.hedge and pair.left.mention.kind in FIGURED:
        return False
    return is_said_of_one_thing(pair) and all(_states(c.mention) for c in (pair.left, pair.right))


def is_said_of_one_thing(pair: Pair) -> bool:
    """Whether nothing differs in what two values are said of, and, of figures, something in it is the same."""
    left, right = pair.left.mention, pair.right.mention
    if any(pair.levels[name] == "other" for name in TOLD_APART if name in pair.levels):
        return False
    if left.kind not in FIGURED:
        return True
    if (FURTHER in left.slot.qualifiers) != (FURTHER in right.slot.qualifiers):
        return False
    if left.kind in COUNTED and (left.slot.outcome != right.slot.outcome or not _one_thing(left, right)):
        return False
    return bool(left.slot.outcome and left.slot.outcome == right.slot.outcome) or _one_telling(pair)


def _one_telling(pair: Pair) -> bool:
    """Whether both tell the same of a figure: one predicate, or one thing that both narrow in one way.

    *Two divers found them* and *two divers go with each boy* count two pairs of divers.
    """
    if pair.levels["predicate"] == "same":
        return True
    narrowed = pair.levels["qualifiers"] in {"same", "shared"}
    half = pair.levels["predicate"] in {"half said", "unsaid"}
    return pair.levels["head"] in {"same", "kindred"} and (narrowed or half)


def _one_thing(left: Mention, right: Mention) -> bool:
    """Whether both count one sort of thing, or one of them leaves it to the outcome to say what."""
    heads = {left.slot.head, right.slot.head} - GENERAL
    return len(heads) < 2 or bool(left.slot.outcome) or "" not in heads


def _states(mention: Mention) -> bool:
    """Whether a mention states a value that tells something."""
    if mention.standing is not Factuality.ASSERTED or mention.means in NO_FIGURE or is_vague(mention):
        return False
    if mention.slot.negated or (mention.slot.modal and mention.slot.outcome):
        return False
    # A name within somebody's words is his view of who did what: *the suit claims that the firm lied*.
    if mention.speaker and fact_type(mention.kind).nature is Nature.NAME:
        return False
    if mention.kind is Kind.DURATION:
        return LOOSE.search(mention.text) is None
    return mention.kind is not Kind.NUMBER or _counts(mention)


def _counts(mention: Mention) -> bool:
    """Whether a number counts what it is said of: no part, no single thing, and no bound such as *from 18 to 21*."""
    words, head = mention.text.lower().split(), mention.slot.head
    figure = figure_of(mention)
    single = figure is not None and abs(figure.low) < LEAST
    hollow = head in HOLLOW or words[0] == "from" or (not head and mention.slot.outcome not in HARMS)
    aged = OF_AN_AGE.search(mention.text) is not None
    return not (VAGUER & set(words)) and not (single or hollow or aged or is_told_as_part(mention))
