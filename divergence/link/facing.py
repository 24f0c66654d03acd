"""Two passages of two articles, aligned word by word: what stands in the place of what, and how much is the same."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from typing import TypeAlias

from divergence.facts import Related
from divergence.language.parsed import Parsed, Token
from divergence.lexicon.cardinals import TO_TWELVE
from divergence.lexicon.saying import SAYING_ALIKE
from divergence.link.counterparts import LIGHT
from divergence.link.relations import Relations
from divergence.link.summed import CountRow, row_of
from divergence.model.fact import Mention
from divergence.model.text import Span

WINDOW = 10
"""Words on each side of a value that make its frame."""
FEWEST_WORDS = 3
"""Fewer common words around a value prove nothing."""
FEWEST_CONTENT = 2
NEARLY_SAME = 0.9
"""Share of the words around that must be the same where only one side's words, or neither's, are known as a value."""
_LIGHT, _TELLING = 1, 2
"""How a word counts in a frame; what is not the same on both sides counts as 0."""
AROUND = 2
"""Characters, such as a quotation mark and a space, that a mention may reach out of a passage's words."""

Opcode: TypeAlias = tuple[str, int, int, int, int]
"""What becomes of a stretch of words in the other passage, as difflib tells it."""


@lru_cache(maxsize=4096)
def opcodes(left: tuple[str, ...], right: tuple[str, ...]) -> Sequence[Opcode]:
    """How one passage becomes another, word by word; many copies of an article ask the same again."""
    return SequenceMatcher(None, left, right, autojunk=False).get_opcodes()


Place: TypeAlias = tuple[int, int]
"""The words ``[first, last)`` of a passage."""
Covered: TypeAlias = tuple[Mention, Place]
"""A mention and the words ``[first, last)`` of a passage that it takes."""


@dataclass(frozen=True)
class Passage:
    """A sentence or paragraph as the words that are compared; each faces many, so what is asked of it is kept."""

    parsed: Parsed
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    weights: bytes
    """For each word whether it is a light one or tells something."""
    distinct: frozenset[str]
    """The words, each once."""
    mentions: tuple[Covered, ...]
    """The mentions that lie in the passage."""
    framed: tuple[Mention, ...]
    """Those with a frame around them: a passage of the same words restates them."""

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places of its mentions."""
        return tuple(place for _, place in self.mentions)

    @cached_property
    def sentences(self) -> int:
        """How many sentences it reaches into."""
        return len({t.sentence for t in self.tokens})

    @cached_property
    def lemmas(self) -> Counter[str]:
        """Its telling words, whatever their form, order and number."""
        return Counter(t.lemma.lower() for t in self.tokens if tells(t))

    def row(self, mention: Mention) -> CountRow | None:
        """The row of counts in which a count stands among the mentions here."""
        if mention not in self._rows:
            beside = (m for m, _ in self.mentions)
            self._rows[mention] = row_of(mention, beside, self.parsed.article.text)
        return self._rows[mention]

    @cached_property
    def _rows(self) -> dict[Mention, CountRow | None]:
        return {}

    @cached_property
    def span(self) -> Span:
        """Where its words stand; a passage without words is none that another faces."""
        return Span(self.parsed.article.id, self.tokens[0].start, self.tokens[-1].end)

    @cached_property
    def is_whole(self) -> bool:
        """Whether it reaches over several paragraphs, as only a whole article does."""
        ends = (*self.tokens[:1], *self.tokens[-1:])
        return len({self.parsed.sentences[t.sentence].paragraph for t in ends}) > 1


def tells(token: Token) -> bool:
    """Whether a word tells something whatever the order, voice and tense: verbs of saying come and go with them."""
    return token.lower not in LIGHT and token.pos not in {"AUX", "PUNCT", "PART"} and token.lemma not in SAYING_ALIKE


def normal(token: Token) -> str:
    """A word as it is compared: without case, kind of quote and closing dot, *two* as *2*; empty for punctuation."""
    word = token.text.casefold().replace("’", "'").replace("‘", "'").rstrip(".")
    word = str(TO_TWELVE.get(word, word))
    return word if any(c.isalnum() for c in word) or word in {"$", "£", "€", "%"} or word == "'s" else ""


def read_passage(parsed: Parsed, tokens: Sequence[Token], mentions: Sequence[Mention]) -> Passage:
    """Some tokens of an article as a passage, with the mentions that lie in them."""
    kept = [(t, w) for t in tokens if (w := normal(t))]
    own, words = tuple(t for t, _ in kept), tuple(w for _, w in kept)
    covered = tuple(_covered(own, mentions))
    weights = bytes(_LIGHT if w in LIGHT else _TELLING for w in words)
    framed = tuple(m for m, place in covered if _has_frame(weights, place))
    return Passage(parsed, own, words, weights, frozenset(words), covered, framed)


def _has_frame(words: bytes, place: Place) -> bool:
    """Whether enough words stand around a place to tell it again where another passage has the same words."""
    return _is_frame(_around(words, place))


def _is_frame(words: bytes | bytearray) -> bool:
    """Whether some words are enough to prove that what stands between them is of one fact."""
    telling = words.count(_TELLING)
    return telling + words.count(_LIGHT) >= FEWEST_WORDS and telling >= FEWEST_CONTENT


def _around(words: bytes | bytearray, stretch: Place) -> bytes | bytearray:
    """What makes the frame of a stretch of words."""
    first, last = stretch
    return words[max(0, first - WINDOW) : first] + words[last : last + WINDOW]


def _covered(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[Covered]:
    """The mentions that lie in some tokens, up to the quotation mark or bracket around them."""
    if not tokens:
        return
    first, last = tokens[0].start - AROUND, tokens[-1].end + AROUND
    for mention in mentions:
        if first <= mention.span.start and mention.span.end <= last:
            inside = [i for i, t in enumerate(tokens) if t.start < mention.span.end and mention.span.start < t.end]
            if inside:
                yield mention, (inside[0], inside[-1] + 1)


class Facing:
    """Two passages aligned word by word."""

    def __init__(
        self,
        left: Passage,
        right: Passage,
        codes: Sequence[Opcode],
        *,
        copies: bool = False,
        relations: Relations | None = None,
    ) -> None:
        self.left, self.right = left, right
        self.copies = copies  # whether their articles print one text
        self.relations = relations or Relations()
        self.codes = codes
        self._same_left, self._same_right = bytearray(len(left.words)), bytearray(len(right.words))
        for tag, a, b, c, d in codes:
            if tag == "equal":
                self._same_left[a:b], self._same_right[c:d] = left.weights[a:b], right.weights[c:d]

    @property
    def is_whole(self) -> bool:
        """Whether whole articles are aligned."""
        return self.left.is_whole and self.right.is_whole

    def counterpart(self, first: int, last: int, *, back: bool = False) -> Place:
        """The words of the other passage that stand in the place of words ``[first, last)``."""
        starts, ends = [], []
        for number in range(bisect_right(self._ends[back], first), len(self.codes)):
            tag, a, b, c, d = self.codes[number]
            ours, theirs = ((c, d), (a, b)) if back else ((a, b), (c, d))
            if ours[0] >= last:
                break
            if tag == "equal":
                starts.append(theirs[0] + max(0, first - ours[0]))
                ends.append(theirs[1] - max(0, ours[1] - last))
            else:
                starts.append(theirs[0])
                ends.append(theirs[1])
        return (min(starts), max(ends)) if starts else (0, 0)

    @cached_property
    def _ends(self) -> tuple[list[int], list[int]]:
        """Where the stretches of both sides end, in order."""
        return [b for _, _, b, _, _ in self.codes], [d for _, _, _, _, d in self.codes]

    def stays(self, place: Place, *, back: bool = False) -> bool:
        """Whether all words of a stretch stand on the other side too."""
        return 0 not in (self._same_right if back else self._same_left)[slice(*place)]

    def is_same(self, ours: Place, theirs: Place) -> bool:
        """Whether two stretches are the same word for word."""
        return self.stays(ours) and self.stays(theirs, back=True)

    def share(self, ours: Place, theirs: Place) -> float:
        """Share of the words around two stretches that are the same; 0 where too few are."""
        sides = _around(self._same_left, ours), _around(self._same_right, theirs)
        if not _is_frame(sides[0]):
            return 0.0
        again = self._replaced.get(self.changed(ours, theirs), ((), ()))
        repeated = _number_around(again[0], ours) + _number_around(again[1], theirs)
        whole = sum(map(len, sides)) - repeated
        return sum(len(side) - side.count(0) for side in sides) / whole

    @cached_property
    def _replaced(self) -> dict[tuple[str, str], tuple[set[int], set[int]]]:
        """The words of both sides that stand where some words were changed for others, by the change."""
        found: dict[tuple[str, str], tuple[set[int], set[int]]] = {}
        for tag, a, b, c, d in self.codes:
            if tag == "replace":
                words = " ".join(self.left.words[a:b]), " ".join(self.right.words[c:d])
                ours, theirs = found.setdefault(words, (set(), set()))
                ours.update(range(a, b))
                theirs.update(range(c, d))
        return found

    def changed(self, ours: Place, theirs: Place) -> tuple[str, str]:
        """The words of two stretches that differ."""
        left = [self.left.words[i] for i in range(*ours) if not self._same_left[i]]
        right = [self.right.words[j] for j in range(*theirs) if not self._same_right[j]]
        return " ".join(left), " ".join(right)


def _number_around(words: Collection[int], stretch: Place) -> int:
    """How many of some words stand in the frame of a stretch."""
    first, last = stretch
    return sum(first - WINDOW <= i < first or last <= i < last + WINDOW for i in words)


@dataclass(frozen=True, slots=True)
class FramePair:
    """Two mentions that fill one place of one frame with different values."""

    left: Mention
    right: Mention
    related: Related
    share: float
    """Share of the words around them that are the same, 0 to 1."""
    changed: tuple[str, str]
    """The words that differ, folded."""
    is_lead: bool = False
    """Whether the two may only be other words for one thing."""

    @property
    def why(self) -> str:
        """Why the two are one fact, in words."""
        return f"{'all' if self.share == 1 else 'most'} other words of the two sentences are the same"
