"""Planted pairs out of a story's own sentences: what agrees and what contradicts is then known by construction.

A sentence set in other type agrees with itself; with one value changed it contradicts itself. Topic, names and openings
are the story's own, so that nothing in a request tells such a pair from the story's real ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from divergence.assess.heading import GRAMMAR, UNTOLD, heading
from divergence.language.capitals import Spelling, learn_spelling, spell
from divergence.lexicon.calendar import WEEKDAY_NAMES
from divergence.lexicon.cardinals import SMALL
from divergence.lexicon.groups import PEOPLE
from divergence.lexicon.numbers import numerals
from divergence.lexicon.plurals import plural
from divergence.model.fact import Kind, Mention
from divergence.model.text import Article, Span
from divergence.second.passages import around, dated, marked, opening
from divergence.second.planted import Planted, PlantedSide
from divergence.second.statements import DAY, Statement, statement

COUNTABLE = 12
"""Figures up to here are changed by counting on, greater ones by a third or more."""
FULL = 95
"""Percentages and ages beyond this are made smaller instead."""
_WORDS = {value: word for word, value in SMALL.items()}
_OPENS = re.compile(r'(?:(?<=[\s(\[—–])|^)"(?=\w)')
_CURLED = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})
_OF = {Kind.AGE: "age of the", Kind.MONEY: "sum for the"}
MOST_PLAIN = 6
"""Statements to choose from, where there are as many."""
TELLING = 4
"""Letters of a word that tells what is counted."""
InQuestion = tuple[str, Span, Span]
"""What a real pair is about, and its words."""


@dataclass(frozen=True)
class Material:
    """What the articles of a story offer to make planted pairs of."""

    articles: Mapping[str, Article]
    mentions: Sequence[Mention]

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The sentences with a value of which we know other forms and other values."""
        return tuple(s for m in self.mentions if (s := statement(m, self.articles[m.span.article])))

    @cached_property
    def spelling(self) -> Spelling:
        return learn_spelling(a.text for a in self.articles.values())


def alter(
    material: Material, pairs: Sequence[InQuestion], draw: Iterator[int]
) -> tuple[Planted | None, Planted | None]:
    """A contradiction and an agreement for a request that asks about ``pairs``; None for what no sentence is fit for.

    Paragraphs that the real pairs do not mark are preferred; what a planted pair is about is told in their manner.
    """
    free = [s for s in material.statements if not _is_asked_about(s, pairs, material)] or list(material.statements)
    free = sorted(free, key=_plainness)[: max(MOST_PLAIN, len(free) // 3)]
    first = _choose(free, draw)
    second = _choose([s for s in free if first and s.mention.sentence != first.mention.sentence], draw)
    return (
        _planted(first, _changed(first, draw), material, pairs, True) if first else None,
        _planted(second, _in_other_form(second, material), material, pairs, False) if second else None,
    )


def _choose(among: Sequence[Statement], draw: Iterator[int]) -> Statement | None:
    number = 256 * next(draw) + next(draw)
    return among[number % len(among)] if among else None


def _plainness(statement: Statement) -> int:
    """The rank of a statement by how plainly it can be said what its value is of: people killed before a day."""
    mention = statement.mention
    if mention.kind is Kind.NUMBER:
        return 0 if mention.slot.outcome else 1
    return 2 if mention.kind in _OF else 3


def _is_asked_about(statement: Statement, pairs: Sequence[InQuestion], material: Material) -> bool:
    article = statement.mention.span.article
    paragraph = Span(article, *material.articles[article].paragraphs[statement.mention.paragraph])
    return any(span.overlaps(paragraph) for _, *spans in pairs for span in spans)


def _changed(statement: Statement, draw: Iterator[int]) -> str:
    """Another value in the same form, which the text around does not have."""
    shown, figures = statement.beside
    if statement.value is None:
        own = WEEKDAY_NAMES.index(statement.printed)
        others = [WEEKDAY_NAMES[(own + n) % 7] for n in (2, 3, 4, 5)]
        return next((d for d in others[next(draw) % 4 :] + others if d not in shown), others[0])
    value = _other_figure(statement, next(draw))
    while value in figures:
        value += 10 ** _zeros(value)
    return _print_like(value, statement.printed)


def _other_figure(statement: Statement, drawn: int) -> int:
    value = statement.value or 0
    step = 10 ** _zeros(value)
    counted = value // step
    other = value + 4 + drawn % 6 if value <= COUNTABLE else (counted + counted * (3 + drawn % 4) // 10 + 2) * step
    limited = statement.mention.kind in (Kind.PERCENT, Kind.AGE)
    return value // 2 + drawn % 3 if limited and other > FULL else other


def _zeros(value: int) -> int:
    return len(str(value)) - len(str(value).rstrip("0"))


def _print_like(value: int, printed: str) -> str:
    if printed[0].isalpha() and value in _WORDS:
        return _WORDS[value].capitalize() if printed[0].isupper() else _WORDS[value]
    return f"{value:,}" if "," in printed else str(value)


def _in_other_form(statement: Statement, material: Material) -> str:
    """The same value as it could be printed too: ``12`` for ``twelve``, ``1500`` for ``1,500``."""
    text = material.articles[statement.mention.span.article].text
    printed, value = statement.printed, statement.value
    if value is None:
        return printed
    if printed[0].isalpha():
        return str(value)
    if "," in printed:
        return printed.replace(",", "") if len(printed) == len("1,500") else printed
    alone = text[statement.start - 1 : statement.start].isspace() and text[statement.end : statement.end + 1].isspace()
    return _WORDS.get(value, printed) if alone else printed


def _planted(
    statement: Statement, value: str, material: Material, pairs: Sequence[InQuestion], conflict: bool
) -> Planted:
    """A statement against itself with another value or form, as passages of two articles.

    The first has what comes before the sentence, the second, in other type, what comes after it, as copies of one
    report do; the second is headed like another article of the story.
    """
    own = material.articles[statement.mention.span.article]
    other = _another_article(statement, material, pairs)
    retyped = _typesetter(own.text)
    low, high = own.paragraphs[statement.mention.paragraph]
    start, end = statement.words
    sentence, text = statement.mention.sentence, own.text
    before = [around(text[slice(*p)]) for p in own.paragraphs[: statement.mention.paragraph][-1:]]
    after = [around(retyped(text[slice(*p)])) for p in own.paragraphs[statement.mention.paragraph + 1 :][:1]]
    words = text[start : statement.start] + value + text[statement.end : end]
    whole = marked(text[low:start], text[start:end], text[end : sentence.end])
    again = marked(retyped(text[sentence.start : start]), retyped(words), retyped(text[end:high]))
    headed = other if _is_neutral(opening(other), statement) else own
    sides = {
        own.id: PlantedSide(opening(own), (*before, whole), dated(own)),
        other.id: PlantedSide(opening(headed), (again, *after), dated(other)),
    }
    left, right = (sides[id] for id in sorted(sides))
    return Planted(_about(statement, material, pairs[0][0]), left, right, conflict)


def _another_article(statement: Statement, material: Material, pairs: Sequence[InQuestion]) -> Article:
    """Another article than the statement's, if possible one that real pairs quote and whose opening gives no value."""
    own = statement.mention.span.article
    asked = [span.article for _, *spans in pairs for span in spans]
    ids = [id for id in dict.fromkeys([*asked, *material.articles]) if id != own]
    neutral = (id for id in ids if _is_neutral(opening(material.articles[id]), statement))
    return material.articles[next(neutral, ids[0])]


def _is_neutral(text: str, statement: Statement) -> bool:
    """Whether an opening gives no value that could be taken for another one of the statement's."""
    if statement.value is None:
        return not DAY.search(text)
    telling = {w for w in _words(statement.mention.text) if len(w) >= TELLING}
    return not (numerals(text) and telling.intersection(_words(text)))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())


def _typesetter(text: str) -> Callable[[str], str]:
    """Sets text in the other kind of quotation marks and dashes than these articles use."""
    curled = any(mark in text for mark in "“”’")

    def set_anew(part: str) -> str:
        part = part.replace(" — ", " – ") if " — " in part else part.replace(" – ", " — ")
        if curled:
            return part.translate(_CURLED)
        return _OPENS.sub("“", part).replace('"', "”").replace("'", "’")

    return set_anew


def _about(statement: Statement, material: Material, manner: str) -> str:
    """What a statement is about, as a question where ``manner`` is one of the rules' headings, else as a phrase."""
    mention, texts = statement.mention, {id: a.text for id, a in material.articles.items()}
    phrase = "" if manner[:1].isupper() else _phrase(mention)
    return spell(phrase or heading([mention], texts), material.spelling, GRAMMAR)


def _phrase(mention: Mention) -> str:
    """What a value is of, as readers note it: ``soldiers killed``, ``age of a driver``; empty where that is unclear."""
    head, slot = mention.slot.head, mention.slot
    if head in UNTOLD or not head.replace(" ", "").isalpha():
        return ""
    if mention.kind is not Kind.NUMBER:
        return f"{_OF[mention.kind]} {head}" if mention.kind in _OF else ""
    narrower = [q for q in slot.qualifiers[:1] if q != head]
    counted = head if head.endswith("s") else plural(head)
    return " ".join([*narrower, counted, slot.outcome if head in PEOPLE else ""]).strip()
