"""How well the alignment's similarity finds sentences that tell the same happening, beside other ways to compare.

    python benchmarks/alignment.py ALIGNMENT

ALIGNMENT holds ``ecbplus-sentence-pairs.jsonl.gz`` (sentence pairs of articles on one event, label 1 where they tell
the same happening; ``cluster``, ``a``, ``b`` name them) and ``qa-align-dev.jsonl.gz`` (``first`` and ``second``: two
sentences that people aligned). Prints, for ECB+, average precision over all pairs and its mean over clusters beside
the share of positive pairs, which is what guessing gets; for QA-ALIGN, how often a sentence's partner is the nearest
of all others; and CPU seconds. Every method sees the same texts.
"""

from __future__ import annotations

import difflib
import gzip
import json
import math
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from divergence.align.similarity import similarities

Compare = Callable[[int, int], float]


def divergence(texts: Sequence[str]) -> Compare:
    matrix = similarities(texts)
    return lambda i, j: float(matrix[i, j])


def difflib_words(texts: Sequence[str]) -> Compare:
    split = [text.lower().split() for text in texts]
    return lambda i, j: difflib.SequenceMatcher(None, split[i], split[j], autojunk=False).ratio()


def plain_tfidf(texts: Sequence[str]) -> Compare:
    """Cosines of words weighted by inverse document frequency, nothing masked."""
    counts = [Counter(re.findall(r"\w+", text.lower())) for text in texts]
    seen = Counter(word for count in counts for word in count)
    weights = [{w: n * (math.log((1 + len(texts)) / (1 + seen[w])) + 1) for w, n in c.items()} for c in counts]
    norms = [math.sqrt(sum(x * x for x in w.values())) or 1 for w in weights]
    return lambda i, j: sum(x * weights[j].get(w, 0) for w, x in weights[i].items()) / (norms[i] * norms[j])


METHODS: tuple[Callable[[Sequence[str]], Compare], ...] = (divergence, plain_tfidf, difflib_words)


def average_precision(pairs: list[tuple[float, int]]) -> float:
    found, total = 0, 0.0
    for rank, (_, label) in enumerate(sorted(pairs, key=lambda pair: -pair[0]), 1):
        found += label
        total += label * found / rank
    return total / max(1, found)


def read(path: Path) -> list[dict[str, object]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def ecbplus(method: Callable[[Sequence[str]], Compare], rows: list[dict[str, object]]) -> str:
    clusters: dict[object, list[dict[str, object]]] = defaultdict(list)
    for row in rows:
        clusters[row["cluster"]].append(row)
    pooled: list[tuple[float, int]] = []
    means = []
    for _, members in sorted(clusters.items(), key=lambda item: str(item[0])):
        texts = {str(r[side]): str(r[f"text_{side}"]) for r in members for side in "ab"}
        place = {name: i for i, name in enumerate(sorted(texts))}
        compare = method([texts[name] for name in sorted(texts)])
        pairs = [(compare(place[str(r["a"])], place[str(r["b"])]), int(str(r["label"]))) for r in members]
        pooled += pairs
        if len({label for _, label in pairs}) == 2:
            means.append(average_precision(pairs))
    base = sum(label for _, label in pooled) / len(pooled)
    mean = sum(means) / len(means)
    return f"AP {average_precision(pooled):.3f}, mean of {len(means)} clusters {mean:.3f} (guess {base:.3f})"


def qa_align(method: Callable[[Sequence[str]], Compare], rows: list[dict[str, object]]) -> str:
    """How often the nearest of all second sentences is one that people aligned with the first."""
    partners: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        partners[str(row["first"])].add(str(row["second"]))
    firsts = sorted(partners)
    texts = [*firsts, *sorted({second for found in partners.values() for second in found})]
    compare = method(texts)
    others = range(len(firsts), len(texts))
    right = sum(texts[max(others, key=lambda j: compare(i, j))] in partners[first] for i, first in enumerate(firsts))
    return f"partner nearest {right / len(firsts):.3f} of {len(firsts)}"


def main() -> None:
    folder = Path(sys.argv[1])
    ecb, qa = read(folder / "ecbplus-sentence-pairs.jsonl.gz"), read(folder / "qa-align-dev.jsonl.gz")
    for method in METHODS:
        started = time.process_time()
        figures = [ecbplus(method, ecb), qa_align(method, qa)]
        print(f"{method.__name__:14} {'; '.join(figures)}; {time.process_time() - started:.1f} s CPU", flush=True)


if __name__ == "__main__":
    main()
