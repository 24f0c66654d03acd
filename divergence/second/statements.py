"""The sentences of a story whose value can be told in another form or changed: plain figures and days of the week."""

from __future__ import annotations

import re
from dataclasses import dataclass

from divergence.lexicon.calendar import WEEKDAY_NAMES
from divergence.lexicon.cardinals import SMALL
from divergence.lexicon.numbers import Form, numerals
from divergence.model.fact import Factuality, Hedge, Kind, Mention
from divergence.model.text import Article, Span
from divergence.second.passages import LONGEST_PARAGRAPH

FIGURES = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.AGE, Kind.DURATION})
SMALLEST, LARGEST = 3, 10_000_000
"""Figures that are changed: *the two sides* can hardly be six, and beyond ten million one rounds."""
YEARS = range(1900, 2101)
SHORTEST = 30
"""Characters of a sentence that says enough to be asked about."""
DAY = re.compile(rf"\b(?:{'|'.join(WEEKDAY_NAMES)})\b")
_PRINTED = re.compile(r"\d{1,3}(?:,\d{3})+|\d+|[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that gives one plain figure, or one day of the week, and gives it once."""

    mention: Mention
    start: int
    end: int
    """Offsets of the bare value."""
    printed: str
    """The bare value: ``twelve``, ``1,500``, ``Monday``."""
    value: int | None
    """None for a day."""
    beside: tuple[str, frozenset[int]]
    """The text around it that a request may show, and the figures in it."""

    @property
    def words(self) -> tuple[int, int]:
        """The words in question: the value with what is counted."""
        return min(self.start, self.mention.span.start), max(self.end, self.mention.span.end)


def statement(mention: Mention, article: Article) -> Statement | None:
    """A mention as a statement that can be altered, where the article asserts its value, plainly and once."""
    slot, sentence = mention.slot, mention.sentence
    if mention.standing is not Factuality.ASSERTED or mention.hedge is not Hedge.EXACTLY or slot.negated or slot.modal:
        return None
    low, high = article.paragraphs[mention.paragraph]
    if not (low <= sentence.start <= mention.span.start and mention.span.end <= sentence.end <= high):
        return None
    long_enough = SHORTEST <= sentence.end - sentence.start <= LONGEST_PARAGRAPH
    return _valued(mention, article) if long_enough and not _is_masked(sentence, article) else None


def _is_masked(sentence: Span, article: Article) -> bool:
    return any(low < sentence.end and sentence.start < high for low, high in article.masked)


def _valued(mention: Mention, article: Article) -> Statement | None:
    start, end = mention.anchor or (mention.span.start, mention.span.end)
    shown = _shown(mention, article)
    figures = [int(n.low) for n in numerals(shown)]
    beside = (shown, frozenset(figures))
    if mention.kind is Kind.DATE:
        day = DAY.search(article.text, mention.span.start, mention.span.end)
        once = day is not None and shown.count(day.group()) == 1
        return Statement(mention, *day.span(), day.group(), None, beside) if day and once else None
    printed = _PRINTED.search(article.text, start, end) if mention.kind in FIGURES else None
    value = _plain_figure(article.text[start:end], printed.group()) if printed else None
    if printed is None or value is None or figures.count(value) != 1:
        return None
    return Statement(mention, *printed.span(), printed.group(), value, beside)


def _plain_figure(text: str, printed: str) -> int | None:
    """The whole number that a stretch of text gives, alone and unscaled; None for all else."""
    found = numerals(text)
    if len(found) != 1 or found[0].form not in (Form.DIGITS, Form.WORDS) or found[0].scaled:
        return None
    value = SMALL.get(printed.casefold()) or (int(printed.replace(",", "")) if printed[0].isdigit() else 0)
    plain = value == found[0].low == found[0].high and SMALLEST <= value <= LARGEST and value not in YEARS
    return value if plain else None


def _shown(mention: Mention, article: Article) -> str:
    """The paragraph of a mention with the one before and the one after."""
    held = article.paragraphs[max(0, mention.paragraph - 1) : mention.paragraph + 2]
    return article.text[held[0][0] : held[-1][1]]
