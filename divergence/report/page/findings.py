"""Divergences as cards: each value, who says it, and the sentences that prove it."""

from __future__ import annotations

from dataclasses import dataclass

from divergence.assess.quoted import within_sentence
from divergence.model.comparison import Divergence, Reading
from divergence.model.fact import Mention
from divergence.model.text import Article, Span
from divergence.report.page.passages import Passage, letter, paragraph_number, quote
from divergence.report.page.sources import Date, Desk, Source, count_texts
from divergence.report.visible import visible

_LONGEST_SENTENCE = 700
"""Characters of a quotation; a longer sentence is shown from some words before its value to some words after."""
_PRONOUNS = frozenset({"he", "she", "it", "they", "who"})
_PARTY = frozenset({"i", "we", "you"})
"""Pronouns of whoever writes or speaks there, who need not be named anywhere."""
_ONE_BEFORE = "someone named earlier"
"""Who says so where the sentence has only a pronoun, which names nobody away from its article."""


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """One sentence of one article in which a value stands."""

    source: Source
    speaker: str
    """Who says so, where the article attributes it; else empty."""
    passage: Passage
    """The sentence; the stretch that is the value has ``value`` set."""
    text: str
    """The sentence as plain text on one line, for formats without marks."""
    value: str
    """The value as printed, on one line."""
    cut: bool
    """Whether a long sentence was shortened at an end."""
    hedge: str
    href: str
    """Where it stands in the side-by-side view (``#m-2-1993``, or its paragraph: ``#p-2-14``)."""
    paragraph: int
    """Number of the paragraph in its article, from 1."""
    page: int
    """Number of the page of its file, from 1; 0 where that has none."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReadingView:
    """One distinct value and everyone who states it."""

    letter: str
    """Its name within the finding: a, b, c …"""
    value: str
    sources: tuple[Source, ...]
    speakers: tuple[str, ...]
    """Who says so, according to the articles; each once, sorted."""
    quotations: tuple[QuotedPassage, ...]

    @property
    def texts(self) -> int:
        """How many independent texts state it: near copies count once."""
        return count_texts(self.sources)


@dataclass(frozen=True, slots=True)
class Decided:
    """An editor's word on one finding."""

    state: str
    """``confirmed``, ``explained`` or ``wrong``."""
    ground: str
    """What explains it: ``scope``, ``time``, ``definition`` or ``correction``; ``none`` where nothing does."""
    reason: str
    who: str
    when: Date | None
    until: Date | None
    """The last day on which it holds."""


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """Who gives a value, according to the articles; the claimant is empty where they name nobody."""

    claimant: str
    value: str


@dataclass(frozen=True, slots=True)
class Card:
    """One divergence, ready to be shown."""

    id: str
    """Its stable id, which is also its address in the page (``#d-…``)."""
    number: int
    """Its number in this report, from 1."""
    kind: str
    subject: str
    verdict: str
    relation: str
    severity: str
    confidence: int
    """In per cent: how many findings of this confidence are right."""
    why: tuple[str, ...]
    readings: tuple[ReadingView, ...]
    silent: tuple[Source, ...]
    flagged: bool
    """Whether this is a disagreement, rather than something looked at and not flagged."""
    explanation: str = ""
    """What may explain the difference, from the words of the sentences; empty where nothing was found."""
    situation: str = ""
    """Whose figures differ: ``articles``, ``claimants``, ``article and claimant``, ``one claimant``, or empty."""
    claims: tuple[ShownClaim, ...] = ()
    told_by_all: bool = False
    """Whether each article that states a value states all of them: the claimants differ, not the articles."""
    finder: str = ""
    """Who found it: ``rules``, ``model`` or ``both``; empty where no language model read the articles."""
    decision: Decided | None = None
    """What an editor decided on it, where the report is made with the file of decisions."""


def finder(divergence: Divergence) -> str:
    """Who found it, as one word: ``rules``, ``model`` or ``both``."""
    return divergence.found_by[0] if len(divergence.found_by) == 1 else "both"


def show_finding(divergence: Divergence, number: int, flagged: bool, desk: Desk) -> Card:
    """One divergence as a card."""
    return Card(
        id=divergence.id,
        number=number,
        kind=divergence.kind,
        subject=visible(divergence.subject),
        verdict=divergence.verdict,
        relation=divergence.relation,
        severity=divergence.severity,
        confidence=round(100 * divergence.confidence),
        why=tuple(visible(reason) for reason in divergence.why),
        explanation=visible(divergence.explanation),
        situation=divergence.situation or "",
        claims=tuple(ShownClaim(visible(c.claimant), visible(c.value)) for c in divergence.claims),
        told_by_all=len(divergence.readings) > 1 and len({r.articles for r in divergence.readings}) == 1,
        readings=tuple(show_reading(r, letter(i), desk, marked=True) for i, r in enumerate(divergence.readings)),
        silent=desk.named(divergence.silent),
        flagged=flagged,
    )


def show_reading(reading: Reading, name: str, desk: Desk, *, marked: bool) -> ReadingView:
    """One reading with its quotations, in order; ``marked`` where the side-by-side view marks its values."""
    mentions = sorted((m for m in reading.mentions if m.span.article in desk.articles), key=lambda m: _place(m, desk))
    return ReadingView(
        letter=name,
        value=visible(reading.value),
        sources=desk.named(tuple(m.span.article for m in mentions)),
        speakers=_speakers(mentions),
        quotations=tuple(quotation(mention, desk, marked=marked) for mention in mentions),
    )


def _speakers(mentions: list[Mention]) -> tuple[str, ...]:
    """Who says so, each once: ``The army`` at the head of a sentence is ``the army``, the form that sorts last."""
    named = {name.casefold(): name for name in sorted(_cited(m.speaker or "") for m in mentions)}
    return tuple(named[key] for key in sorted(named) if key)


def _cited(speaker: str) -> str:
    """A speaker as named after *citing*; empty where nobody is."""
    if speaker.casefold() in _PARTY:
        return ""
    return _ONE_BEFORE if speaker.casefold() in _PRONOUNS else within_sentence(visible(speaker))


def quotation(mention: Mention, desk: Desk, *, marked: bool = False) -> QuotedPassage:
    """The sentence of one mention, quoted exactly; it links to the value if it is marked, else to the paragraph."""
    article, source = desk.articles[mention.span.article], desk.sources[mention.span.article]
    sentence = _clip(article, mention)
    passage = quote(article, sentence, mention.span)
    return QuotedPassage(
        source=source,
        speaker=_cited(mention.speaker or ""),
        passage=passage,
        text=visible(article.text[sentence.start : sentence.end]),
        value=visible(article.text[mention.span.start : mention.span.end]),
        cut=(sentence.start, sentence.end) != (mention.sentence.start, mention.sentence.end),
        hedge=mention.hedge,
        href=place_href(article, source, mention.span.start, marked=marked),
        paragraph=paragraph_number(article, mention.span.start),
        page=article.page(mention.span.start),
        start=mention.span.start,
        end=mention.span.end,
    )


def place_href(article: Article, source: Source, position: int, *, marked: bool) -> str:
    """Address of a place in the side-by-side view; empty where no paragraph holds it."""
    number = paragraph_number(article, position)
    if marked and number and position < article.paragraphs[number - 1][1]:
        return f"#m-{source.index}-{position}"
    return f"#p-{source.index}-{number}" if number else ""


def _place(mention: Mention, desk: Desk) -> tuple[int, int, int]:
    return desk.sources[mention.span.article].index, mention.span.start, mention.span.end


def _clip(article: Article, mention: Mention) -> Span:
    """The mention's sentence, or of an endless one what stands around the value, cut at spaces."""
    sentence, value = mention.sentence, mention.span
    start, end = min(sentence.start, value.start), max(sentence.end, value.end)
    if end - start <= _LONGEST_SENTENCE:
        return Span(sentence.article, start, end)
    half = _LONGEST_SENTENCE // 2
    start = _space_after(article.text, max(start, value.start - half), value.start)
    end = _space_before(article.text, min(end, max(value.end, value.start + half)), value.end)
    return Span(sentence.article, start, end)


def _space_after(text: str, start: int, limit: int) -> int:
    """The first word boundary from ``start`` on, at most ``limit``."""
    if start == 0 or text[start - 1 : start].isspace():
        return start
    space = text.find(" ", start, limit)
    return start if space < 0 else space + 1


def _space_before(text: str, end: int, limit: int) -> int:
    """The last word boundary up to ``end``, at least ``limit``."""
    if end >= len(text) or text[end].isspace():
        return end
    space = text.rfind(" ", limit, end)
    return end if space < 0 else space
