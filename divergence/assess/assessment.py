"""Units to divergences: verdict, severity, confidence, reasons in words, and the order in which a reader sees them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from divergence.assess.claimants import whose
from divergence.assess.explanation import Explanation, first_explanation
from divergence.assess.heading import heading, in_words
from divergence.assess.lead import as_told, is_doubtful
from divergence.assess.main_event import counts_harm, is_main, is_up_front
from divergence.assess.printed import as_printed
from divergence.assess.quoted import words_that_differ
from divergence.assess.sentence import sentence
from divergence.assess.silence import Telling
from divergence.assess.subject import subject
from divergence.facts import fact_type, figure_of
from divergence.facts.about.subject import FURTHER
from divergence.language.capitals import Spelling, spell
from divergence.language.parsed import Parsed
from divergence.lexicon.spelling import fold
from divergence.link.pairs import Pair
from divergence.link.reasons import ALONE, doubt, same_fact_reasons
from divergence.link.restated import BOTH_REPORT
from divergence.link.units import Unit, position, readings_of
from divergence.link.weights import Weights, calibrated
from divergence.model.comparison import Divergence, Reading, Relation, Severity, Verdict
from divergence.model.fact import Kind, Mention
from divergence.model.text import Article, Story

VERDICTS = {
    Relation.CONFLICTS: Verdict.CONFLICT,
    Relation.UPDATES: Verdict.CONFLICT,
    Relation.VARIANT: Verdict.VARIANT,
}
VAGUE = "several "
"""Normal form of a plural without a figure: *recent months* are not shown as what no article prints."""
BOTH = 2
"""Readings of which each may be its article's only value."""
RANK = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
LOWER = {Severity.HIGH: Severity.MEDIUM, Severity.MEDIUM: Severity.LOW, Severity.LOW: Severity.LOW}


@dataclass(frozen=True)
class StoryRead:
    """The story as it was read: what every heading and reason is taken from."""

    story: Story
    parses: Mapping[str, Parsed]
    """The parse of each article, by id."""
    spelling: Spelling
    mentions: tuple[Mention, ...] = ()
    """Everything that the articles state."""

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The articles by id."""
        return {a.id: a for a in self.story.articles}

    @cached_property
    def texts(self) -> dict[str, str]:
        """The texts of the articles, by id."""
        return {a.id: a.text for a in self.story.articles}

    @cached_property
    def telling(self) -> Telling:
        """What the articles have words for."""
        return Telling(self.parses, self.mentions)

    @cached_property
    def up_front(self) -> tuple[Mention, ...]:
        """The counts of what befell people that stand where an article tells its main event."""
        return tuple(m for m in self.mentions if counts_harm(m) and is_up_front(m))


def assess(units: Iterable[Unit], read: StoryRead, weights: Weights) -> tuple[Divergence, ...]:
    """Every unit as a divergence, ordered by verdict, severity, confidence and id; equal ids are told apart."""
    made = sorted(((_divergence(u, read, weights), u) for u in units), key=lambda two: _order(two[0]))
    seen: dict[str, int] = {}
    numbered = []
    for divergence in _told_apart(made, read):
        count = seen[divergence.id] = seen.get(divergence.id, 0) + 1
        numbered.append(divergence if count == 1 else replace(divergence, id=f"{divergence.id}-{count}"))
    return tuple(numbered)


def _told_apart(made: Iterable[tuple[Divergence, Unit]], read: StoryRead) -> Iterator[Divergence]:
    """The divergences, of which no two have one heading: a later one shows the words in which its values stand."""
    taken: set[str] = set()
    for divergence, unit in made:
        known = divergence.subject in taken
        asked = in_words(unit.mentions, read.texts, read.parses, read.spelling) if known else divergence.subject
        taken.add(asked)
        yield replace(divergence, subject=asked)


def shown_value(mentions: Sequence[Mention]) -> str:
    """A value as reports show it: in normal form, but a quotation, a post and a fraction as they are printed.

    No article prints *0.333333*, or *minister (finance, deputy)*; a country that an article names by its capital or its
    people is not shown as what the article does not say.
    """
    first = mentions[0]
    if first.kind is Kind.QUOTE:
        return _printed(first)
    if first.kind is Kind.ROLE:
        return max((_printed(m) for m in mentions), key=len)
    if first.kind is Kind.NUMBER and _is_fraction(first):
        end = first.anchor[1] - first.span.start if first.anchor else len(first.text)
        return " ".join(first.text[:end].split()).lower()
    plain = fact_type(first.kind).phrase(first)
    if plain.startswith(VAGUE) and not any(VAGUE in f"{m.text} ".lower() for m in mentions):
        return _printed(first)
    if first.kind is Kind.ORGANISATION and not any(fold(plain) in fold(m.text) for m in mentions):
        return _printed(first)
    return plain


def _printed(mention: Mention) -> str:
    return " ".join(mention.text.split())


def _further(mentions: Sequence[Mention], unit: Sequence[Mention]) -> str:
    """What says that a value counts further ones where another of the unit does not: *3 more* beside *8*."""
    counted = [m for m in mentions if m.kind is Kind.NUMBER and FURTHER in m.slot.qualifiers]
    if len(counted) < len(mentions) or all(FURTHER in m.slot.qualifiers for m in unit):
        return ""
    return " others" if all(re.search(r"\bothers?\b", m.text) for m in mentions) else " more"


def _is_fraction(mention: Mention) -> bool:
    """Whether a number is less than one and no measure."""
    figure = figure_of(mention)
    return figure is not None and not figure.unit and figure.low == figure.high and 0 < figure.low < 1


def _order(divergence: Divergence) -> tuple[bool, int, float, str]:
    return (
        divergence.verdict is not Verdict.CONFLICT,
        0 if divergence.verdict is Verdict.LEAD else RANK[divergence.severity],
        -divergence.confidence,
        divergence.id,
    )


def _divergence(found: Unit, read: StoryRead, weights: Weights) -> Divergence:
    unit = as_told(found)
    kind, texts = unit.deciding.left.mention.kind, read.texts
    values = readings_of(unit.mentions)
    told = values if len(values) > 1 else shown_forms(unit.mentions)
    readings = tuple(Reading(f"{shown_value(m)}{_further(m, unit.mentions)}", m) for m in told.values())
    differs = unit.deciding.conflicts
    one_fact = differs and not is_doubtful(unit)
    update = _update_reason(unit.deciding, read.articles) if one_fact else ""
    relation = Relation.UPDATES if update else unit.deciding.related.relation
    severity = severity_of(unit)
    about = spell(subject(unit.mentions), read.spelling)
    apart = unit.deciding.left.mention, unit.deciding.right.mention
    explained = Explanation("time", update) if update else _explained(unit, texts)
    situation, claims = whose(readings, *apart, told_by_both=unit.told_by_both) if one_fact else (None, ())
    return Divergence(
        id=stable_id(kind, about, list(values)),
        kind=kind,
        subject=heading(unit.mentions, texts, read.parses, read.spelling, main=is_main(unit, read.up_front)),
        verdict=_verdict(unit, relation),
        relation=relation,
        severity=LOWER[severity] if update else severity,
        confidence=round(calibrated(weights, unit.score) if unit.confidence is None else unit.confidence, 2),
        why=tuple(sentence(w) for w in _reasons(unit, readings, read) if w),
        readings=readings,
        silent=read.telling.silent(found.mentions),
        explained_by=explained.ground,
        explanation=sentence(explained.words),
        situation=situation,
        claims=claims,
    )


def _explained(unit: Unit, texts: Mapping[str, str]) -> Explanation:
    """What may explain the difference; of two values that may be of two facts, nothing is said of who counts."""
    if is_doubtful(unit):
        return first_explanation((unit.deciding,), texts, claimants=False)
    return first_explanation((unit.deciding, *unit.pairs), texts)


def _reasons(unit: Unit, readings: Sequence[Reading], read: StoryRead) -> Iterator[str]:
    """Why the values were taken for one fact, and why they differ or do not; of a lead, what speaks against it."""

    def printed(mention: Mention, word: str) -> str:
        return as_printed(mention, word, read.parses[mention.span.article], read.spelling)

    if is_doubtful(unit):
        yield doubt(unit.deciding, printed)
        return
    if unit.told_by_both:
        yield BOTH_REPORT
    yield value_reason(unit.deciding)
    yield _contradicts_itself(unit, readings, read.articles)
    yield from (w for w in same_fact_reasons(unit.deciding, printed) if w != ALONE or len(readings) == BOTH)


def shown_forms(
    mentions: Iterable[Mention], form: Callable[[Mention], str] = lambda m: shown_value((m,))
) -> dict[str, tuple[Mention, ...]]:
    """Mentions of one value by the form in which each gives it, in the order of first appearance."""
    grouped: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=position):
        grouped.setdefault(form(mention), []).append(mention)
    return {shown: tuple(found) for shown, found in grouped.items()}


def value_reason(pair: Pair) -> str:
    """Why two values differ, in words; what reports show as it is printed stands so here too."""
    left, right = pair.left.mention, pair.right.mention
    if left.kind is Kind.QUOTE and pair.conflicts and (apart := words_that_differ(left.text, right.text)):
        return f"the quoted words differ: {apart}"
    why = pair.related.why
    for mention in sorted({left, right}, key=lambda m: (-len(fact_type(m.kind).phrase(m)), m.span)):
        why = why.replace(fact_type(mention.kind).phrase(mention), shown_value((mention,)))
    return why


def _verdict(unit: Unit, relation: Relation) -> Verdict:
    if unit.told_by_both:
        return Verdict.COMPATIBLE
    return Verdict.LEAD if unit.is_lead else VERDICTS.get(relation, Verdict.COMPATIBLE)


def _contradicts_itself(unit: Unit, readings: Sequence[Reading], articles: Mapping[str, Article]) -> str:
    """Which articles give several of the values, in words, where frames prove that they are of one fact; else empty."""
    if unit.confidence is None or not unit.deciding.conflicts:
        return ""
    given = Counter(a for r in readings for a in r.articles)
    both = [articles[a].label for a in sorted(given, key=lambda a: (len(a), a)) if given[a] > 1]
    return f"more than one of these values appears in {' and in '.join(both)} itself" if both else ""


def stable_id(kind: Kind, about: str, values: Sequence[str]) -> str:
    """An id that depends on kind, subject and values, not on positions, so that it survives edits elsewhere."""
    key = "\x1f".join([kind.value, about.casefold(), *sorted(values)])
    return "d-" + hashlib.sha256(key.encode()).hexdigest()[:10]


def severity_of(unit: Unit) -> Severity:
    """How much the difference changes a reader's picture: harm to people first, then what stands up front."""
    mentions = unit.mentions
    kind = mentions[0].kind
    if any(counts_harm(m) for m in mentions):
        return Severity.HIGH
    prominent = any(c.position != "body" for p in unit.pairs for c in (p.left, p.right))
    if fact_type(kind).weighty:
        return Severity.HIGH if prominent else Severity.MEDIUM
    return Severity.MEDIUM if prominent else Severity.LOW


def _update_reason(pair: Pair, articles: dict[str, Article]) -> str:
    """Why a conflict may be an update: dated articles and a count that grows with time; else empty."""
    left, right = pair.left.mention, pair.right.mention
    dates = [(articles[m.span.article].published or "")[:10] for m in (left, right)]
    further = any(FURTHER in m.slot.qualifiers for m in (left, right))  # *90 more* beside the *250* of all
    if not all(dates) or dates[0] == dates[1] or not counts_harm(left) or further:
        return ""
    earlier, later = (left, right) if dates[0] < dates[1] else (right, left)
    low, high = (figure_of(m) for m in (earlier, later))
    if low is None or high is None or high.low <= low.low:
        return ""
    return f"the later article ({max(dates)}) has the higher figure: the count may have been updated"
