"""Figures of the language pipeline from one command: language.py [--data FOLDER] [--pipeline NAME] [--json FILE]

Everything is measured through the door that later stages use, with the pipeline's own tokens and sentences, on parts
of the corpora that took no part in training. Trees: tag accuracy, and UAS and LAS as F1 over words that stand at the
same characters, without punctuation. Names: exact span and class. Speed: words a second on one core, beside spaCy's
blank tokenizer in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"

from language_corpora import Arc, Sample, ieer, trees, wnut  # noqa: E402

from divergence.language import Parsed, parse, pipeline  # noqa: E402
from divergence.model.text import Article  # noqa: E402

DATA = Path(__file__).resolve().parents[2] / "shared"
PLACES = {"GPE": "PLACE", "LOC": "PLACE", "FACILITY": "PLACE"}
SPEED_SAMPLES = 6


def article(sample: Sample) -> Article:
    return Article("A", "a.txt", sample.text, sample.paragraphs)


def f1(found: float, right: float, true: float) -> dict[str, float]:
    """Precision, recall and F1, rounded."""
    precision, recall = right / found if found else 0.0, right / true if true else 0.0
    mean = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(mean, 4), "true": int(true)}


def found_arcs(parsed: Parsed) -> list[Arc]:
    tokens = parsed.tokens
    return [Arc(t.start, t.end, t.tag, t.dep, (tokens[t.head].start, tokens[t.head].end)) for t in tokens]


def score_trees(samples: Iterable[Sample], read: Callable[[Sample], Parsed]) -> dict[str, float]:
    """Tag accuracy, unlabelled and labelled attachment, sentence boundaries."""
    count: Counter[str] = Counter()
    for sample in samples:
        parsed = read(sample)
        mine = {(a.start, a.end): a for a in found_arcs(parsed)}
        true = {(a.start, a.end): a for a in sample.arcs}
        count["words"] += len(true)
        count["tags"] += sum(mine[k].tag == a.tag for k, a in true.items() if k in mine)
        judged = {k: a for k, a in true.items() if a.dep != "punct"}
        count["true"] += len(judged)
        count["found"] += sum(a.dep != "punct" for a in mine.values())
        heads = {k: a for k, a in judged.items() if k in mine and mine[k].head == a.head}
        count["uas"] += len(heads)
        count["las"] += sum(mine[k].dep == a.dep for k, a in heads.items())
        starts = {parsed.tokens[s.first].start for s in parsed.sentences}
        count.update(
            {"s_found": len(starts), "s_true": len(sample.starts), "s_right": len(starts & set(sample.starts))}
        )
    return {
        "tag": round(count["tags"] / count["words"], 4),
        "uas": f1(count["found"], count["uas"], count["true"])["f1"],
        "las": f1(count["found"], count["las"], count["true"])["f1"],
        "sentences": f1(count["s_found"], count["s_right"], count["s_true"])["f1"],
    }


def found_names(parsed: Parsed, classes: dict[str, str]) -> set[tuple[int, int, str]]:
    tokens = parsed.tokens
    return {(tokens[n.first].start, tokens[n.last - 1].end, classes.get(n.label, n.label)) for n in parsed.names}


def score_names(
    samples: Iterable[Sample], read: Callable[[Sample], Parsed], labels: tuple[str, ...], classes: dict[str, str]
) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each class that the corpus knows, and of all of them."""
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for sample in samples:
        names = {(s, e, classes.get(k, k)) for s, e, k in sample.names if classes.get(k, k) in labels}
        mine = {n for n in found_names(read(sample), classes) if n[2] in labels and not _open(n, sample)}
        found.update(n[2] for n in mine)
        true.update(n[2] for n in names)
        right.update(n[2] for n in mine & names)
    each = {label: f1(found[label], right[label], true[label]) for label in labels if true[label]}
    return {"all": f1(found.total(), right.total(), true.total()), **each}


def _open(name: tuple[int, int, str], sample: Sample) -> bool:
    """Whether a found name touches what the corpus leaves open."""
    return any(start < name[1] and name[0] < end for start, end in sample.unknown)


def score_speed(samples: list[Sample], name: str) -> dict[str, float]:
    """Words a second of processor time: the pipeline and the blank tokenizer, on the same text in the same run."""
    import spacy

    blank = spacy.blank("en")

    def tokenize(sample: Sample) -> int:
        return sum(len(blank.make_doc(sample.text[s:e])) for s, e in sample.paragraphs)

    tokenize(samples[0])
    parse(article(samples[0]), name)
    started = time.process_time()
    words = sum(map(tokenize, samples))
    blank_time = time.process_time() - started
    started = time.process_time()
    for sample in samples:
        parse(article(sample), name)
    own_time = time.process_time() - started
    return {
        "words a second": round(words / own_time),
        "blank tokenizer, words a second": round(words / blank_time),
        "times the blank tokenizer's time": round(own_time / blank_time, 1),
    }


def score_load(name: str) -> dict[str, float]:
    """Seconds of processor time to load once spaCy is imported, and that over the time of a blank pipeline."""
    import spacy

    started = time.process_time()
    spacy.blank("en")
    blank_time = time.process_time() - started
    started = time.process_time()
    pipeline.load(name)
    own_time = time.process_time() - started
    folder = Path(pipeline.__file__).parent / name
    size = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) if folder.is_dir() else 0
    return {
        "seconds to load": round(own_time, 3),
        "times a blank pipeline's": round(own_time / blank_time, 1),
        "megabytes": round(size / 1e6, 2),
    }


def measure(data: Path, name: str) -> dict[str, dict[str, object]]:
    def read(sample: Sample) -> Parsed:
        return parse(article(sample), name)

    figures: dict[str, dict[str, object]] = {"load": dict(score_load(name))}
    bank = data / "treebank"
    ewt, gum = list(trees(bank / "en_ewt-test.conllu.gz")), list(trees(bank / "en_gum-test.conllu.gz"))
    figures["trees, EWT test"] = dict(score_trees(ewt, read))
    figures["trees, GUM test"] = dict(score_trees(gum, read))
    classes = ("PERSON", "ORG", "GPE", "LOC", "FACILITY", "NORP", "EVENT")
    broad = ("PERSON", "ORG", "PLACE")
    figures["names, GUM test"] = dict(score_names(gum, read, classes, {}))
    figures["names, GUM test, broad classes"] = dict(score_names(gum, read, broad, PLACES))
    figures["names, IEER newswire"] = dict(score_names(list(ieer(bank / "ieer")), read, broad, PLACES))
    figures["names, WNUT17 dev"] = dict(score_names(list(wnut(bank / "wnut17-dev.conll")), read, broad, PLACES))
    figures["speed"] = dict(score_speed(gum[:SPEED_SAMPLES], name))
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=DATA, help="folder with treebank/ (default: shared/ beside the checkout)"
    )
    parser.add_argument("--pipeline", default=pipeline.SHIPPED)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    figures = measure(options.data, options.pipeline)
    print(f"pipeline {pipeline.version(options.pipeline)}")
    for part, values in figures.items():
        print(part)
        for key, value in values.items():
            shown = "  ".join(f"{k} {v}" for k, v in value.items()) if isinstance(value, dict) else value
            print(f"  {key:34} {shown}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
