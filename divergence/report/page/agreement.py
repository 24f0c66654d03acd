"""What the sources share, what only one of them reports, and what was compared and not flagged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass
from itertools import groupby

from divergence.assess.sentence import sentence
from divergence.model.comparison import Agreement, Comparison, NotFlagged
from divergence.model.fact import Kind, Mention
from divergence.report.page.elsewhere import OtherArticles
from divergence.report.page.findings import QuotedPassage, ReadingView, place_href, quotation, show_reading
from divergence.report.page.passages import Passage, paragraph_number, quote
from divergence.report.page.sources import Desk, Source
from divergence.report.visible import visible

MOST_PAIRS = 30
"""Pairs looked at and not flagged that a page shows, the nearest misses first."""
MOST_ALONE = 40
"""Facts of one source alone that a page shows for each."""


@dataclass(frozen=True, slots=True)
class SharedFact:
    """A fact that several sources state alike."""

    kind: str
    subject: str
    reading: ReadingView
    silent: tuple[Source, ...]

    @property
    def plainest(self) -> QuotedPassage:
        """The shortest of the sentences that state it."""
        return min(self.reading.quotations, key=lambda q: len(q.text))


@dataclass(frozen=True, slots=True)
class LoneSentence:
    """A sentence that holds facts which no other article has."""

    kinds: tuple[str, ...]
    """The kinds of these facts, in their order in the sentence, each once."""
    passage: Passage
    """The sentence; the stretches that are such facts have ``value`` set."""
    href: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class LoneFacts:
    """What one source alone reports."""

    source: Source
    sentences: tuple[LoneSentence, ...]
    """By position."""
    count: int
    """How many such facts there are."""
    more: int
    """How many of them are not shown."""


@dataclass(frozen=True, slots=True)
class PassedPair:
    """Two values that were looked at and not flagged."""

    kind: str
    left: QuotedPassage
    right: QuotedPassage
    reason: str


def share(agreements: tuple[Agreement, ...], desk: Desk) -> tuple[SharedFact, ...]:
    """The agreements, those of most sources first, else in the order in which they matter."""
    facts = [
        SharedFact(
            kind=agreement.kind,
            subject=visible(agreement.subject),
            reading=show_reading(agreement.reading, "a", desk, marked=False),
            silent=desk.named(agreement.silent),
        )
        for agreement in agreements
    ]
    return tuple(sorted(facts, key=lambda f: -len(f.reading.sources)))


def stand_alone(comparison: Comparison, desk: Desk) -> tuple[LoneFacts, ...]:
    """For each source, the facts that stand in no finding or agreement and that no other article tells in any form."""
    linked = {m for d in comparison.divergences for r in d.readings for m in r.mentions}
    linked |= {m for a in comparison.agreements for m in a.reading.mentions}
    elsewhere = OtherArticles(comparison)
    lone: dict[str, dict[tuple[str, object], Mention]] = defaultdict(dict)
    for mention in comparison.mentions:
        key = (str(mention.kind), mention.value)
        if mention not in linked and not _is_common_noun(mention) and not elsewhere.tells(mention):
            lone[mention.span.article].setdefault(key, mention)
    return tuple(_lone_facts(source, tuple(lone[id].values()), desk) for id, source in desk.sources.items() if lone[id])


def _is_common_noun(mention: Mention) -> bool:
    """Whether a name has no capital: *the streets*, *youth*. Another article hardly fails to tell of such by chance."""
    return mention.kind in {Kind.PERSON, Kind.PLACE, Kind.ORGANISATION} and mention.text.islower()


def _lone_facts(source: Source, mentions: tuple[Mention, ...], desk: Desk) -> LoneFacts:
    shown = mentions[:MOST_ALONE]
    grouped = groupby(shown, key=lambda mention: mention.sentence)
    sentences = tuple(_lone_sentence(source, tuple(group), desk) for _, group in grouped)
    return LoneFacts(source, sentences, len(mentions), len(mentions) - len(shown))


def _lone_sentence(source: Source, mentions: tuple[Mention, ...], desk: Desk) -> LoneSentence:
    article, first = desk.articles[mentions[0].span.article], mentions[0]
    return LoneSentence(
        kinds=tuple(dict.fromkeys(str(mention.kind) for mention in mentions)),
        passage=quote(article, first.sentence, *(mention.span for mention in mentions)),
        href=place_href(article, source, first.span.start, marked=False),
        paragraph=paragraph_number(article, first.span.start),
    )


def passed_pairs(comparison: Comparison, desk: Desk) -> tuple[PassedPair, ...]:
    """The nearest misses of the gate: pairs that it did not take for one fact, or not for a difference.

    Two sentences stand once for each reason, however many of their values were compared.
    """
    known = (p for p in comparison.not_flagged if {p.left.span.article, p.right.span.article} <= desk.articles.keys())
    pairs = sorted(known, key=lambda p: (-p.score, p.left.span, p.right.span, p.reason))
    once: dict[Hashable, NotFlagged] = {}
    for p in pairs:
        once.setdefault((p.left.sentence, p.right.sentence, p.reason), p)
    return tuple(
        PassedPair(p.kind, quotation(p.left, desk), quotation(p.right, desk), visible(sentence(p.reason)))
        for p in list(once.values())[:MOST_PAIRS]
    )
