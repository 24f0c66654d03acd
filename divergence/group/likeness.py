"""How alike two articles are, in named measures: which pairs are worth a look, and what speaks for one story."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from divergence.group.profile import Profile
from divergence.lexicon.common import NEWS_WORDS

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float64]

LEAST = 0.03
"""Likeness below which two articles are never of one story."""
NEAR_DAYS = 3
FAR_DAYS = 30
FAR_LEAST = 0.1
"""The same for articles more than three days apart; more than thirty days apart none is."""
BACKGROUND, USUAL = 1000.0, 150.0
"""Articles that are thought to stand beside those at hand, so that among a dozen not every word is rare; and in how
many of those the usual words of news stand."""
NEIGHBOURS = 10
COMMON = 0.1
"""Share of the articles from which on a term is too common to find a pair by."""
ASPECTS = ("terms", "names", "full_names", "title", "lead", "numbers")
MEASURES = (
    "terms", "root", "names", "full_names", "title", "lead", "numbers", "no_numbers", "least_headline", "most_headline",
    "least_names_missing", "most_names_missing", "least_terms_missing", "most_terms_missing", "three_names", "one_name",
    "count_of_names", "same_day", "next_day", "two_days", "far", "very_far", "one_undated", "both_undated",
    "of_the_nearest", "of_the_nearer", "neighbours", "weight_of_neighbours", "years", "months", "weekdays", "length",
    "crowd",
)  # fmt: skip
"""In the order of the columns that the decision reads."""
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class ArticlePair:
    """Two articles that may tell one story, by their numbers."""

    left: int
    right: int
    likeness: float
    """Cosine of their terms."""


@dataclass(slots=True)
class Corpus:
    """All profiles, with how rare each term is and how the articles stand to one another."""

    profiles: Sequence[Profile]
    aspects: Sequence[str] = ASPECTS
    rarity: dict[str, Weights] = field(default_factory=dict)
    vectors: dict[str, list[Weights]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for aspect in self.aspects:
            counts = [getattr(profile, aspect) for profile in self.profiles]
            often = Counter(term for count in counts for term in count)
            all_of_them = len(counts) + BACKGROUND
            self.rarity[aspect] = {t: math.log(all_of_them / (n + _elsewhere(t))) for t, n in often.items()}
            self.vectors[aspect] = [_vector(count, self.rarity[aspect]) for count in counts]

    def pairs(self) -> list[ArticlePair]:
        """The pairs that are worth a look."""
        return [pair for pair in candidates(self.vectors["terms"]) if self._in_time(pair)]

    def _in_time(self, pair: ArticlePair) -> bool:
        first, second = self.profiles[pair.left].day, self.profiles[pair.right].day
        apart = abs(first - second) if first is not None and second is not None else 0
        return apart <= NEAR_DAYS or (apart <= FAR_DAYS and pair.likeness >= FAR_LEAST)

    def cosine(self, aspect: str, pair: ArticlePair) -> float:
        """How alike a pair is in one aspect."""
        return _dot(self.vectors[aspect][pair.left], self.vectors[aspect][pair.right])


def _elsewhere(term: str) -> float:
    """In how many articles of the background a term stands."""
    return USUAL if term in NEWS_WORDS else 1.0


def _vector(counts: Mapping[str, int], rarity: Weights) -> Weights:
    """Terms by the logarithm of their count times their rarity, of length one."""
    raw = {term: (1 + math.log(n)) * rarity[term] for term, n in counts.items()}
    length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {term: value / length for term, value in raw.items()}


def _dot(left: Weights, right: Weights) -> float:
    if len(left) > len(right):
        left, right = right, left
    return sum(value * right[term] for term, value in left.items() if term in right)


def candidates(vectors: Sequence[Weights]) -> Iterator[ArticlePair]:
    """The pairs of a likeness of at least ``LEAST`` over terms that are not too common."""
    import numpy as np

    where: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    for number, vector in enumerate(vectors):
        for term, value in vector.items():
            where[term][0].append(number)
            where[term][1].append(value)
    most = max(30.0, COMMON * len(vectors))
    kept = {t: (np.array(a), np.array(v)) for t, (a, v) in where.items() if 1 < len(a) <= most}
    for number, vector in enumerate(vectors):
        sums = np.zeros(len(vectors))
        for term, value in vector.items():
            if term in kept:
                sums[kept[term][0]] += value * kept[term][1]
        for other in np.nonzero(sums[:number] >= LEAST)[0]:
            yield ArticlePair(int(other), number, float(sums[other]))


@dataclass(slots=True)
class _Neighbours:
    """Each article's nearest others."""

    best: dict[int, float]
    nearest: dict[int, dict[int, float]]
    count: dict[int, int]


def _neighbours(pairs: Sequence[ArticlePair]) -> _Neighbours:
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair in pairs:
        found[pair.left].append((pair.likeness, pair.right))
        found[pair.right].append((pair.likeness, pair.left))
    ranked = {number: sorted(others, key=lambda o: (-o[0], o[1])) for number, others in found.items()}
    return _Neighbours(
        {number: others[0][0] for number, others in ranked.items()},
        {number: {other: like for like, other in others[:NEIGHBOURS]} for number, others in ranked.items()},
        {number: len(others) for number, others in ranked.items()},
    )


def measures(corpus: Corpus, pairs: Sequence[ArticlePair]) -> Floats:
    """A line of ``MEASURES`` for each pair."""
    import numpy as np

    around = _neighbours(pairs)
    tops = {
        "names": [_top(vector, 4) for vector in corpus.vectors["names"]],
        "terms": [_top(vector, 12) for vector in corpus.vectors["terms"]],
    }
    kinds = (_shared, _days)
    table = np.empty((len(pairs), len(MEASURES)))
    for number, pair in enumerate(
        pairs
    ):  # line by line: as lists of numbers all of them would take eight times the room
        line = [*_words(corpus, pair), *_missing(corpus, pair, tops)]
        line += [value for kind in kinds for value in kind(corpus, pair)]
        table[number] = [*line, *_standing(pair, around), *_dates(corpus, pair), *_size(corpus, pair, around)]
    return table


def _words(corpus: Corpus, pair: ArticlePair) -> tuple[float, ...]:
    left, right = corpus.profiles[pair.left], corpus.profiles[pair.right]
    alike = [corpus.cosine(aspect, pair) for aspect in ("names", "full_names", "title", "lead", "numbers")]
    told = (_told(left.title, right, corpus), _told(right.title, left, corpus))
    numberless = float(not left.numbers or not right.numbers)
    return (pair.likeness, math.sqrt(pair.likeness), *alike, numberless, min(told), max(told))


def _told(title: Mapping[str, int], other: Profile, corpus: Corpus) -> float:
    """How much of a headline the other article tells, rare words counting more."""
    unseen = math.log(len(corpus.profiles) + BACKGROUND)
    rarity = {word: corpus.rarity["terms"].get(word, unseen) for word in title}
    total = sum(rarity.values())
    return sum(value for word, value in rarity.items() if word in other.terms) / total if total else 0.5


def _top(vector: Weights, most: int) -> Weights:
    return dict(sorted(vector.items(), key=lambda item: (-item[1], item[0]))[:most])


def _missing(corpus: Corpus, pair: ArticlePair, tops: Mapping[str, Sequence[Weights]]) -> tuple[float, ...]:
    """How much of what an article is most about the other does not have."""
    found: list[float] = []
    for aspect in ("names", "terms"):
        shares = [
            _absent(tops[aspect][number], corpus.profiles[other])
            for number, other in ((pair.left, pair.right), (pair.right, pair.left))
        ]
        found += [min(shares), max(shares)]
    return tuple(found)


def _absent(top: Weights, other: Profile) -> float:
    total = sum(top.values())
    return sum(value for term, value in top.items() if term not in other.terms) / total if total else 0.3


def shared_names(corpus: Corpus, pair: ArticlePair) -> list[tuple[float, str]]:
    """The names that both articles have, the rarest first."""
    left, right = corpus.profiles[pair.left].names, corpus.profiles[pair.right].names
    both = [(corpus.rarity["names"][name], name) for name in left if name in right]
    return sorted(both, key=lambda item: (-item[0], item[1]))


def _shared(corpus: Corpus, pair: ArticlePair) -> tuple[float, ...]:
    rare = [value for value, _ in shared_names(corpus, pair)]
    return sum(rare[:3]), rare[0] if rare else 0.0, math.log1p(len(rare))


def _days(corpus: Corpus, pair: ArticlePair) -> tuple[float, ...]:
    first, second = corpus.profiles[pair.left].day, corpus.profiles[pair.right].day
    if first is None or second is None:
        return 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, float(first is None and second is None)
    apart = abs(first - second)
    held = (apart == 0, apart == 1, 2 <= apart <= NEAR_DAYS, apart > NEAR_DAYS, apart > 10)
    return (*map(float, held), 0.0, 0.0)


def _standing(pair: ArticlePair, around: _Neighbours) -> tuple[float, ...]:
    """How near a pair is, measured by how near the nearest others are."""
    best = around.best[pair.left], around.best[pair.right]
    left, right = around.nearest[pair.left], around.nearest[pair.right]
    common = set(left) & set(right)
    smaller = max(min(sum(left.values()), sum(right.values())), 1e-9)
    weight = sum(sorted(min(left[number], right[number]) for number in common)) / smaller
    return pair.likeness / max(best), pair.likeness / min(best), len(common) / NEIGHBOURS, weight


def _dates(corpus: Corpus, pair: ArticlePair) -> tuple[float, ...]:
    """1 where both texts name one year, month or weekday, -1 where they name others, 0 where one names none."""
    left, right = corpus.profiles[pair.left], corpus.profiles[pair.right]
    named = ((left.years, right.years), (left.months, right.months), (left.weekdays, right.weekdays))
    return tuple(0.0 if not a or not b else 1.0 if a & b else -1.0 for a, b in named)


def _size(corpus: Corpus, pair: ArticlePair, around: _Neighbours) -> tuple[float, ...]:
    sizes = [sum(corpus.profiles[number].terms.values()) for number in (pair.left, pair.right)]
    crowd = math.log(1 + around.count[pair.left]) + math.log(1 + around.count[pair.right])
    return math.log(1 + min(sizes)), crowd
