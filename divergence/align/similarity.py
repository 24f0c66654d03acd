"""How alike sentences are in wording: TF-IDF over words and over runs of three to five characters.

Runs of characters see through endings and spellings, words through long names; both together aligned best among the
methods without a model (``benchmarks/alignment.py`` measures it). Numbers are masked first: two sentences that differ
only in a number must look the same, for the difference is what is looked for, not what aligns them.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from divergence.language.parsed import Parsed
from divergence.lexicon.numbers import numerals

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Codes = NDArray[numpy.uint64]
    Matrix = NDArray[numpy.float64]
    Rows = NDArray[numpy.int64]
    Place = tuple[str, int]

RUNS = (3, 4, 5)
"""Lengths of the character runs."""
COMMONEST = 60
"""Texts: in a long story a feature that more texts share tells little and costs much, so it is left out."""
FEW = 20
"""Cells of a matrix to one that is to be added to, from which only the latter are touched."""
LONGEST = 4000
"""Characters of a text that count; no sentence is longer."""
WORD = re.compile(r"\w+")
BASE = 1_000_003
"""Factor of the rolling hash of a character run; any large odd number."""


@dataclass(frozen=True, slots=True)
class Similarity:
    """How alike the sentences and paragraphs of a story's articles are: the prior of alignment and of linking."""

    sentences: Matrix
    """One row and column for every sentence of the story."""
    first: Mapping[str, int]
    """The row of each article's first sentence, by article id."""
    paragraphs: Matrix
    """One row and column for every paragraph that has a sentence: the maximum over the paragraphs' sentences."""
    places: Mapping[tuple[str, int], int]
    """The row of each such paragraph, by article id and index, in that order."""

    def of_sentences(self, places: Sequence[Place], left: Rows, right: Rows) -> Matrix:
        """How alike the sentences at two positions of a list are, for many two positions."""
        import numpy as np

        rows = np.array([self.first[article] + sentence for article, sentence in places], np.int64)
        return self.sentences[rows[left], rows[right]]

    def of_paragraphs(self, places: Sequence[Place], left: Rows, right: Rows) -> Matrix:
        """The same of the two most similar sentences of two paragraphs; 0 where one has no sentence."""
        import numpy as np

        rows = np.array([self.places.get(place, -1) for place in places], np.int64)
        ours, theirs = rows[left], rows[right]
        known = (ours >= 0) & (theirs >= 0)
        found = np.zeros(len(left))
        found[known] = self.paragraphs[ours[known], theirs[known]]
        return found


def measure(story: Sequence[Parsed]) -> Similarity:
    """Compare all sentences of all articles."""
    texts: list[str] = []
    first: dict[str, int] = {}
    starts: dict[tuple[str, int], int] = {}
    for parsed in sorted(story, key=lambda parsed: (len(parsed.article.id), parsed.article.id)):
        first[parsed.article.id] = len(texts)
        for sentence in parsed.sentences:
            starts.setdefault((parsed.article.id, sentence.paragraph), len(texts))
            texts.append(" ".join(token.text for token in parsed.words(sentence)))
    sentences = similarities(texts)
    places = {place: row for row, place in enumerate(starts)}
    return Similarity(sentences, first, _maxima(sentences, list(starts.values())), places)


def _maxima(matrix: Matrix, starts: Sequence[int]) -> Matrix:
    """The greatest value of every block of a matrix; blocks begin at these rows and columns."""
    import numpy as np

    if not starts:
        return matrix
    return np.maximum.reduceat(np.maximum.reduceat(matrix, starts, axis=0), starts, axis=1)


def similarities(texts: Sequence[str]) -> Matrix:
    """For every two texts how alike they are, from 0 to 1; 1 on the diagonal, but 0 for a text without words."""
    folded = [fold(text[:LONGEST]) for text in texts]
    mean = _cosines([_words(text) for text in folded])
    mean += _cosines([_runs(text) for text in folded])
    mean /= 2  # in place, as all here: with many sentences a matrix is as large as all else together
    return mean.round(6, out=mean)  # so that no processor's last bit decides a tie


def fold(text: str) -> str:
    """Lower case, single spaces, and every number, in digits or in words, as one sign."""
    pieces, at = [], 0
    for numeral in numerals(text):
        if numeral.start >= at:
            pieces += [text[at : numeral.start], "0"]
            at = numeral.end
    return " ".join("".join([*pieces, text[at:]]).lower().split())


def _words(text: str) -> Codes:
    """A code for every word of a text."""
    import numpy as np

    return np.array([zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in WORD.findall(text)], np.uint64)


def _runs(text: str) -> Codes:
    """A code for every run of characters of a text, its borders included."""
    import numpy as np

    if not WORD.search(text):
        return np.empty(0, np.uint64)
    letters = np.frombuffer(f" {text} ".encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    codes = []
    for length in RUNS:
        count = max(0, len(letters) - length + 1)
        code = np.full(count, length, np.uint64)
        for offset in range(length):
            code = code * np.uint64(BASE) + letters[offset : offset + count]
        codes.append(code)
    return np.concatenate(codes)


def _cosines(features: Sequence[Codes]) -> Matrix:
    """Cosines of the texts' TF-IDF vectors: sublinear counts, smoothed inverse document frequency."""
    import numpy as np

    count = len(features)
    owners = np.repeat(np.arange(count), [len(codes) for codes in features])
    _, column = np.unique(np.concatenate([*features, np.empty(0, np.uint64)]), return_inverse=True)
    cells, times = np.unique(column.astype(np.int64) * count + owners, return_counts=True)
    column, owner = np.divmod(cells, max(count, 1))
    shared = np.bincount(column)
    weight = (1 + np.log(times)) * (np.log((1 + count) / (1 + shared[column])) + 1)
    kept = shared[column] <= COMMONEST
    column, owner, weight = column[kept], owner[kept], weight[kept]
    norms = np.sqrt(np.bincount(owner, weight**2, count))
    weight = weight / norms[owner]
    return _products(column, owner, weight, count)


def _products(column: NDArray[numpy.int64], owner: NDArray[numpy.int64], weight: Matrix, count: int) -> Matrix:
    """Dot products of sparse rows, given as cells sorted by column.

    The cell ``k`` places further on belongs to the same column for ever fewer cells as ``k`` grows, so that no column
    has to be looked at on its own.
    """
    import numpy as np

    total = np.bincount(owner, weight**2, count)
    sums = np.zeros(count * count)
    for step in range(1, COMMONEST):
        same = np.flatnonzero(column[step:] == column[:-step]) if step < len(column) else np.empty(0, np.int64)
        if not len(same):
            break
        cell = owner[same] * count + owner[same + step]
        products = weight[same] * weight[same + step]
        if len(same) * FEW < len(sums):  # a look at every cell would take longer than to sort these
            cells, which = np.unique(cell, return_inverse=True)
            sums[cells] += np.bincount(which, products)
        else:
            sums += np.bincount(cell, products, len(sums))
    matrix = sums.reshape(count, count)
    matrix += matrix.T
    matrix[np.arange(count), np.arange(count)] = total
    return np.clip(matrix, 0, 1, out=matrix)
