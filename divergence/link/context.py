"""What surrounds a mention: the terms, names, time and position that tell which fact its value belongs to.

Values are masked before anything is compared, so that two sentences that differ only in a number are the same context.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias, TypedDict

from divergence.facts import figure_of
from divergence.language import grammar
from divergence.language.meaning import Meaning, phrase_meaning
from divergence.language.parsed import Parsed, Sentence, Token
from divergence.link.summed import CountRow, row_of
from divergence.model.fact import Kind, Mention

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
LIGHT = frozenset("be have do say tell get go make take come also more other one such so then there here".split())

Terms: TypeAlias = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Context:
    """One mention and what surrounds it."""

    mention: Mention
    clause: Terms
    """Terms near the value: its clause, weighted by rarity in the story, of unit length."""
    sentence: Terms
    neighbours: Terms
    """Terms of the sentences before and after."""
    names: frozenset[str]
    """Capitalised words of the sentence, lower case."""
    number: int
    """Index of the sentence in its article."""
    position: str
    """``headline``, ``lead`` or ``body``."""
    part: bool
    """Whether the value is marked as a part or a rest: *including*, *among them*, *another*, *others*."""
    first: bool
    """Whether it is the article's first value of this kind with this outcome (else this head)."""
    sole: bool
    """Whether it is the only value of its kind and unit that the article states."""
    repeated: bool
    """Whether the article states the value, with this outcome or head, more than once."""
    variety: int
    """How many different values the article states of just this: one kind, counted noun and outcome."""
    times: tuple[Mention, ...]
    """Dates stated in the same sentence."""
    places: tuple[Mention, ...]
    """Places stated in the same sentence."""
    when: tuple[Mention, ...]
    """Dates of the sentence, else of the one before, else (up front in an article) the article's first date."""
    agent: frozenset[str]
    """Terms of who or what does it, in the clause of the value."""
    patient: frozenset[str]
    """Terms of whom or what it is done to, in the clause of the value."""
    meaning: Meaning
    """What the slot's words mean together: what is counted, what happened to it, whose it is."""
    published: str
    """The article's day of publication, or empty."""
    row: CountRow | None = None
    """The row of counts that it stands in: *three nurses and two cooks*."""


PART_WORDS = frozenset(
    "including include among amongst whom which other others another additional further remaining rest more".split()
)
NEAR = 4
"""How many words before a value are searched for a mark that it is a part."""


def is_term(token: Token) -> bool:
    """Whether a token says something about the context rather than being grammar or a value."""
    return token.pos in CONTENT and token.lemma not in LIGHT and any(c.isalpha() for c in token.text)


def term(token: Token) -> str:
    """The form under which a token is compared: its lemma without a possessive mark or final dot."""
    return token.lemma.lower().removesuffix("'s").removesuffix("’s").rstrip(".")


class Rarity:
    """How rare each term is among the sentences of a story (inverse document frequency)."""

    def __init__(self, articles: Iterable[Parsed]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for parsed in articles:
            for sentence in parsed.sentences:
                total += 1
                counts.update({term(t) for t in parsed.words(sentence) if is_term(t)})
        self._weights = {t: math.log((total + 1) / (n + 0.5)) for t, n in counts.items()}
        self._unseen = math.log((total + 1) / 0.5)

    def weigh(self, tokens: Iterable[Token]) -> Terms:
        """The distinct terms of some tokens as a vector of unit length."""
        weights = {t: self._weights.get(t, self._unseen) for t in sorted({term(x) for x in tokens if is_term(x)})}
        length = math.sqrt(sum(w * w for w in weights.values()))
        return {t: w / length for t, w in weights.items()} if length else {}


def cosine(a: Terms, b: Terms) -> float:
    """Similarity of two unit vectors, 0 to 1."""
    if len(b) < len(a):
        a, b = b, a
    return sum(w * b[t] for t, w in a.items() if t in b)


@dataclass(frozen=True, slots=True)
class _Article:
    """One article prepared once for all its mentions."""

    parsed: Parsed
    rarity: Rarity
    vectors: tuple[Terms, ...]
    """Terms of each sentence."""
    neighbours: tuple[Terms, ...]
    """Terms of the sentences before and after each."""
    names: tuple[frozenset[str], ...]
    """Capitalised words of each sentence."""
    starts: tuple[int, ...]
    """Where each sentence starts."""
    mentions: tuple[Mention, ...]
    stated: Mapping[tuple[str, str], tuple[Mention, ...]]
    """Mentions by kind and outcome or head, in order."""
    values: Mapping[tuple[Kind, str], int]
    """How many distinct values each kind and unit has."""
    varieties: Mapping[tuple[Kind, str, str], int]
    """How many distinct values each kind, head and outcome has."""
    beside: Mapping[tuple[int, Kind], tuple[Mention, ...]]
    """Dates, places and numbers by the start of their sentence and kind; one tuple for all mentions of a sentence."""


def contexts(parsed: Parsed, mentions: Sequence[Mention], rarity: Rarity) -> tuple[Context, ...]:
    """The context of every mention of one article, in the same order."""
    if not parsed.sentences:
        return ()
    stated: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    beside: dict[tuple[int, Kind], list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.span):
        stated[theme(mention)].append(mention)
        if mention.kind in {Kind.DATE, Kind.PLACE, Kind.NUMBER}:
            beside[mention.sentence.start, mention.kind].append(mention)
    article = _Article(
        parsed,
        rarity,
        tuple(rarity.weigh(parsed.words(s)) for s in parsed.sentences),
        tuple(_neighbours(parsed, rarity, number) for number in range(len(parsed.sentences))),
        tuple(
            frozenset(term(t) for t in parsed.words(s) if t.pos == "PROPN" and len(t.text) > 1)
            for s in parsed.sentences
        ),
        tuple(parsed.tokens[s.first].start for s in parsed.sentences),
        tuple(mentions),
        {key: tuple(found) for key, found in stated.items()},
        Counter((kind, unit) for kind, unit, _ in {(m.kind, unit_of(m), m.value) for m in mentions}),
        Counter(said_of for said_of, _ in {(_said_of(m), m.value) for m in mentions}),
        {key: tuple(found) for key, found in beside.items()},
    )
    return tuple(_context(article, m) for m in mentions)


def _neighbours(parsed: Parsed, rarity: Rarity, number: int) -> Terms:
    near = [parsed.sentences[i] for i in (number - 1, number + 1) if 0 <= i < len(parsed.sentences)]
    return rarity.weigh(t for s in near for t in parsed.words(s))


def slot_meaning(mention: Mention, pipeline: str) -> Meaning:
    """The meaning of all words of a slot together."""
    slot = mention.slot
    words = " ".join((*slot.qualifiers, slot.head, slot.outcome, slot.predicate, slot.holder)).split()
    return phrase_meaning(tuple(words), pipeline)


def unit_of(mention: Mention) -> str:
    """The unit of a measured value, or nothing."""
    figure = figure_of(mention)
    return figure.unit if figure else ""


def _said_of(mention: Mention) -> tuple[Kind, str, str]:
    return mention.kind, mention.slot.head, mention.slot.outcome


def theme(mention: Mention) -> tuple[str, str]:
    """What a value is roughly about: its kind and its outcome, else its head."""
    return mention.kind.value, mention.slot.outcome or mention.slot.head


def _context(article: _Article, mention: Mention) -> Context:
    parsed = article.parsed
    number = max(0, bisect_right(article.starts, mention.span.start) - 1)
    sentence = parsed.sentences[number]
    words = parsed.words(sentence)
    same = article.stated[theme(mention)]
    return Context(
        mention=mention,
        clause=article.rarity.weigh(_clause(parsed, sentence, mention)),
        sentence=article.vectors[number],
        neighbours=article.neighbours[number],
        names=article.names[number],
        number=number,
        position=_position(parsed, mention, sentence),
        part=_is_part(words, mention),
        first=same[0] == mention,
        sole=article.values[mention.kind, unit_of(mention)] == 1,
        repeated=sum(m.value == mention.value for m in same) > 1,
        variety=article.varieties[_said_of(mention)],
        times=_beside(article, mention, Kind.DATE),
        places=_beside(article, mention, Kind.PLACE),
        when=_when(article, mention, number),
        **_participants(parsed, mention, sentence),
        meaning=slot_meaning(mention, parsed.pipeline),
        published=(parsed.article.published or "")[:10],
        row=row_of(mention, article.beside.get((mention.sentence.start, Kind.NUMBER), ()), parsed.article.text),
    )


def _beside(article: _Article, mention: Mention, kind: Kind) -> tuple[Mention, ...]:
    """Mentions of a kind in the same sentence; the mention itself and what overlaps it left out."""
    found = article.beside.get((mention.sentence.start, kind), ())
    if any(m.span.overlaps(mention.span) for m in found):
        return tuple(m for m in found if not m.span.overlaps(mention.span))
    return found


def _when(article: _Article, mention: Mention, number: int) -> tuple[Mention, ...]:
    """The dates that most likely hold for a sentence without one are those told just before it."""
    own = _beside(article, mention, Kind.DATE)
    if own:
        return own
    before = article.parsed.tokens[article.parsed.sentences[max(0, number - 1)].first].start
    dates = [m for m in article.mentions if m.kind is Kind.DATE and not m.span.overlaps(mention.span)]
    near = tuple(m for m in dates if before <= m.span.start < mention.sentence.start)
    return near or (tuple(dates[:1]) if mention.paragraph <= 2 else ())


class _Participants(TypedDict):
    agent: frozenset[str]
    patient: frozenset[str]


def _participants(parsed: Parsed, mention: Mention, sentence: Sentence) -> _Participants:
    """Who does what to whom in the clause of a value, as terms of the noun phrases; pronouns say nothing."""
    inside = [t.index for t in parsed.words(sentence) if mention.span.start <= t.start < mention.span.end]
    verb = grammar.predicate(parsed, grammar.head_of(parsed, inside[0], inside[-1] + 1)) if inside else None
    if verb is None:
        return {"agent": frozenset(), "patient": frozenset()}
    return {
        "agent": _phrase_terms(parsed, grammar.agent(parsed, verb), mention),
        "patient": _phrase_terms(parsed, grammar.patient(parsed, verb), mention),
    }


def _phrase_terms(parsed: Parsed, noun: int | None, mention: Mention) -> frozenset[str]:
    """The terms of a noun phrase, unless it is the value's own."""
    if noun is None or parsed.tokens[noun].pos == "PRON":
        return frozenset()
    first, last = grammar.noun_phrase(parsed, noun)
    outside = [t for t in parsed.tokens[first:last] if not mention.span.start <= t.start < mention.span.end]
    return frozenset(term(t) for t in outside if is_term(t))


def _is_part(words: Sequence[Token], mention: Mention) -> bool:
    """Whether a word before or inside the expression marks the value as a part of another."""
    before = [t.lower for t in words if t.end <= mention.span.start][-NEAR:]
    inside = [t.lower for t in words if mention.span.start <= t.start < mention.span.end]
    if "more" in before + inside and "than" in before + inside:
        return bool(PART_WORDS - {"more"} & {*before, *inside})
    return bool(PART_WORDS & {*before, *inside})


def _position(parsed: Parsed, mention: Mention, sentence: Sentence) -> str:
    last = parsed.words(sentence)[-1].text
    if mention.paragraph == 0 and sentence.first == 0 and last not in {".", "!", "?", "”", '"'}:
        return "headline"
    return "lead" if mention.paragraph <= 2 else "body"


def _clause(parsed: Parsed, sentence: Sentence, mention: Mention) -> list[Token]:
    """The tokens between the commas, conjunctions of clauses and other breaks around a mention."""
    words = parsed.words(sentence)
    breaks = [sentence.first, *(t.index for t in words if _breaks(parsed, t)), sentence.last]
    for first, last in pairwise(breaks):
        if first < last and parsed.tokens[first].start <= mention.span.start < parsed.tokens[last - 1].end:
            return list(parsed.tokens[first:last])
    return list(words)


def _breaks(parsed: Parsed, token: Token) -> bool:
    return token.text in {",", ";", ":", "—", "–", "-", "(", ")"} and not (
        token.text == "," and token.index and parsed.tokens[token.index - 1].pos in {"NUM", "ADJ"}
    )
