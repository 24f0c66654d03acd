"""Values that one article gives beside the other's value: both sides of a quarrel, or a part beside its whole.

Two articles that each report both figures do not disagree with each other, whoever claims what. Nor does an article
that tells the other's figure as a part of its own, in one sentence: *20 dead, five of them officers*.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from divergence.facts import FIGURES, fact_type, figure_of
from divergence.lexicon.outcomes import DEGREES
from divergence.lexicon.saying import PUTTING
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention

BEFORE_PART = re.compile(
    r"\b(?:including|among (?:them|those)|of (?:them|whom|these|those)),?(?: \w+)?\W*$"
    r"|^\W*(?:of|out of|among) (?:the|its|their|these|those|all) [^;]{1,120}, (?:at least |about |some |only )?$",
    re.IGNORECASE,
)
AFTER_PART = re.compile(
    r"^\W*\w+ (?:of (?:them|whom|these|those)|\w+ly|in (?:critical|serious|grave) condition)\b", re.IGNORECASE
)
"""What marks a figure as a part of the one before it: *five of whom*, *four critically*."""
PUT_AT = re.compile(r"\b(?:put|puts|putting|placed|places) [^,;:]*\bat (?:\w+ ){0,3}$", re.IGNORECASE)
"""*The coast guard put the number of sailors killed at 31*."""

_DEGREE = rf"(?:{'|'.join(sorted(DEGREES))})"
GRADED_BEFORE = re.compile(
    rf"\b{_DEGREE} \w+(?:ed|ing|t) (?:(?:at least|about|around|some|nearly|another) )?$", re.IGNORECASE
)
"""*Seriously injured 12 people*."""
GRADED_AFTER = re.compile(
    r"^ (?:(?:was|were|are|is|have|has|had|been|being|left|reportedly|also) ){0,3}" rf"{_DEGREE} \w+(?:ed|t)\b",
    re.IGNORECASE,
)
"""*12 people were seriously injured*, *12 badly hurt*."""

_FIGURES = frozenset({"number", "figure", "toll", "count", "total", ""})
"""What a figure may be called instead of what it counts."""

PART = "one article gives one of the values as a part of the other"
HARDEST_HIT = "one article counts only those hit as hard as it says, the other all"
BOTH_REPORT = "both articles report both values"
"""Why two claimants' figures are no disagreement between articles."""


@dataclass(frozen=True, slots=True)
class Stated:
    """All figures of a story, by article and kind."""

    by_article: Mapping[tuple[str, Kind], tuple[Mention, ...]] = field(default_factory=dict)
    parts: frozenset[Mention] = frozenset()
    """Figures that their sentence tells as a part of another."""
    put: frozenset[Mention] = frozenset()
    """Figures at which somebody puts a toll or count; what they are of stands before, wherever the parse hangs them."""
    graded: frozenset[Mention] = frozenset()
    """Counts of those that were hit as hard as a word says: *badly damaged*."""

    def settles(self, a: Mention, b: Mention) -> str:
        """Why two figures are no disagreement between their articles, in words; empty where nothing says so."""
        if fact_type(a.kind).nature not in FIGURES:
            return ""
        if self._is_told_beside(a, b) or self._is_told_beside(b, a):
            return PART
        if _counts_part_of(a, b) or _counts_part_of(b, a):
            return PART
        if self._counts_hardest_hit(a, b) or self._counts_hardest_hit(b, a):
            return HARDEST_HIT
        return BOTH_REPORT if self._is_claimed_too(a, b) and self._is_claimed_too(b, a) else ""

    def _is_told_beside(self, own: Mention, value: Mention) -> bool:
        """Whether the sentence of one figure tells the other article's figure as a part of another."""
        sentence = (m for m in self._there(own) if m.sentence == own.sentence and m in self.parts)
        return any(_is_same(m, value) for m in sentence if m is not own)

    def _counts_hardest_hit(self, few: Mention, all_of_them: Mention) -> bool:
        """Whether a count of those hit hard is below one of all that were hit: *40 hurt*, *12 badly hurt*."""
        if few not in self.graded or all_of_them in self.graded or few.slot.outcome != all_of_them.slot.outcome:
            return False
        ours, theirs = figure_of(few), figure_of(all_of_them)
        return bool(ours and theirs and ours.low is not None and theirs.low is not None and ours.low < theirs.low)

    def _is_claimed_too(self, own: Mention, value: Mention) -> bool:
        """Whether the article of one figure gives the other article's figure as another claimant's."""
        claimed = (m for m in self._there(own) if m is not own and self._claimed_apart(own, m))
        return any(_is_same(m, value) for m in claimed if m in self.put or _of_one(m, own, value))

    def _there(self, mention: Mention) -> tuple[Mention, ...]:
        """The figures of a mention's article and kind."""
        return self.by_article.get((mention.span.article, mention.kind), ())

    def _claimed_apart(self, one: Mention, other: Mention) -> bool:
        """Whether an article gives two values as two claimants' figures, so far as it names them."""
        claimants = {self._claimant(one), self._claimant(other)}
        return len(claimants) > 1 and "" not in claimants

    def _claimant(self, mention: Mention) -> str:
        """Who claims a figure, or the verb by which somebody puts it there; nothing where nobody does."""
        verb = "put" if mention in self.put else mention.slot.predicate
        return mention.speaker or (verb if verb in PUTTING else "")


_ONE_FIGURE = frozenset({Relation.SAME, Relation.ROUNDED, Relation.REFINES})


def _is_same(one: Mention, other: Mention) -> bool:
    """Whether two mentions give one figure, be it rounder in one: *some 22,000*, *22,000*."""
    return fact_type(one.kind).relate(one, other).relation in _ONE_FIGURE


def _counts_part_of(part: Mention, whole: Mention) -> bool:
    """Whether a value names the other one as the whole it is a part of: *one of five* beside *five*."""
    ours, theirs = figure_of(part), figure_of(whole)
    if not ours or not theirs or ours.whole in (None, ours.low) or theirs.whole is not None:
        return False
    return ours.whole == theirs.low == theirs.high


def _of_one(found: Mention, left: Mention, right: Mention) -> bool:
    """Whether a value told elsewhere is told of the same people or happening, or one of them leaves that open."""
    if _is_open(found) or (_is_open(left) and _is_open(right)):
        return True
    heads = {left.slot.head, right.slot.head, *_FIGURES}
    return found.slot.outcome in {left.slot.outcome, right.slot.outcome, ""} and (
        found.slot.head in heads or bool(found.slot.outcome)
    )


def _is_open(mention: Mention) -> bool:
    """Whether a figure says nothing of what it counts, which was said before: *it was 120*, *says it lost 18*."""
    return mention.slot.head in _FIGURES and mention.slot.outcome in {"", "lost"}


def stated(mentions: Iterable[Mention], texts: Mapping[str, str]) -> Stated:
    """The figures among some mentions; ``texts`` are those of the articles, by id."""
    found: dict[tuple[str, Kind], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if fact_type(mention.kind).nature in FIGURES:
            found[mention.span.article, mention.kind].append(mention)
    parts = (m for ms in found.values() for m in ms if _is_part(m, texts[m.span.article]))
    put = (m for ms in found.values() for m in ms if PUT_AT.search(_before(m, texts[m.span.article])))
    graded = (m for ms in found.values() for m in ms if _is_graded(m, texts[m.span.article]))
    return Stated({key: tuple(ms) for key, ms in found.items()}, frozenset(parts), frozenset(put), frozenset(graded))


def _is_graded(mention: Mention, text: str) -> bool:
    """Whether a count is of people or things hit as hard as a word beside it says."""
    if mention.kind is not Kind.NUMBER:
        return False
    behind = text[mention.span.end : mention.sentence.end]
    return bool(GRADED_BEFORE.search(_before(mention, text)) or GRADED_AFTER.search(behind))


def _before(mention: Mention, text: str) -> str:
    return text[mention.sentence.start : mention.span.start]


def _is_part(mention: Mention, text: str) -> bool:
    return bool(
        BEFORE_PART.search(_before(mention, text))
        or AFTER_PART.search(mention.text + text[mention.span.end : mention.sentence.end])
    )
