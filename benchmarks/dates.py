"""Expressions of time against TimeBank and WikiWars: spans and TIMEX3 values, given each document's date.

Run from the repository's root with the data beside the checkout::

    python benchmarks/dates.py ../shared/corpora/dates [--baseline] [--misses]

*Value F1* counts an expression as found where the spans overlap and the value is the annotated one, as TempEval-3 does
(there HeidelTime reached 0.78 on news); *exact span* asks for the same span, whatever the value (what TempEval-3 calls
strict: HeidelTime 0.81). Recurring times (SET) count as well. Each corpus is split by document: rules were written with
an eye on the first, third … document (*seen*), and never with one on the others (*unseen*).
The specifications of Recognizers-Text are sentences to an assistant (``set an alarm for ten forty five``): of those,
the share is counted whose value is found.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from divergence.facts.time import duration
from divergence.facts.time.date_expressions import expressions
from divergence.facts.time.duration_grammar import durations
from divergence.facts.time.moment import timex
from divergence.language import parse
from divergence.model.text import Article

Times = list[tuple[int, int, str]]


@dataclass(frozen=True)
class Document:
    """One annotated document: its text, its date, and the expressions of time with their values."""

    name: str
    text: str
    published: str
    times: Times


def read_timeml(path: Path) -> Document:
    """A TimeML file; offsets count in the bare text."""
    root = ElementTree.parse(path).getroot()
    text: list[str] = []
    times: Times = []

    def walk(node: ElementTree.Element) -> None:
        start = sum(map(len, text))
        text.append(node.text or "")
        for child in node:
            walk(child)
            text.append(child.tail or "")
        if node.tag == "TIMEX3":
            times.append((start, sum(map(len, text)), node.get("value", "")))

    body = root.find("TEXT")
    assert body is not None
    walk(body)
    stamp = root.find("DCT/TIMEX3")
    return Document(path.stem, "".join(text), (stamp.get("value", "") if stamp is not None else "")[:10], times)


def as_article(document: Document) -> Article:
    paragraphs = tuple((m.start(), m.end()) for m in re.finditer(r"\S(?:(?!\n\s*\n).)*", document.text, re.DOTALL))
    trimmed = tuple((a, a + len(document.text[a:b].rstrip())) for a, b in paragraphs)
    return Article("A", document.name, document.text, trimmed, published=document.published)


def ours(document: Document) -> Times:
    """What the package finds: dates, clock times and durations."""
    parsed = parse(as_article(document))
    found = [(e.start, e.end, timex(e.moment)) for e in expressions(parsed)]
    lengths = [(d.start, d.end, duration.timex(d.value)) for d in durations(parsed)]
    free = [d for d in lengths if not any(d[0] < e[1] and e[0] < d[1] for e in found)]
    return sorted(found + free)


def dateparser_search(document: Document) -> Times:
    """The baseline: dateparser's search, as one writes in a minute."""
    from datetime import datetime

    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.fromisoformat(document.published), "PREFER_DATES_FROM": "past"}
    found: Times = []
    at = 0
    for words, when in search_dates(document.text, languages=["en"], settings=settings) or []:
        start = document.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append((start, at, when.date().isoformat()))
    return found


SPECIFICATIONS = ("DateParser", "TimeParser", "DurationParser")


def specified(path: Path) -> tuple[int, int]:
    """How many of a Recognizers-Text file's values are found, and of how many."""
    found = wanted = 0
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        published = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
        mine = ours(Document(path.stem, case["Input"], published, []))
        for result in case["Results"]:
            value = result["Value"]
            resolutions = (value["PastResolution"].get("date"), value["FutureResolution"].get("date"))
            start, end = result["Start"], result["Start"] + result["Length"]
            hits = (m for m in mine if overlaps(m, (start, end, "")) and m[2] in {value["Timex"], *resolutions})
            found, wanted = found + any(hits), wanted + 1
    return found, wanted


def overlaps(a: tuple[int, int, str], b: tuple[int, int, str]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def f1(hits: int, found: int, wanted: int) -> float:
    return 2 * hits / (found + wanted) if found + wanted else 0.0


def score(documents: Iterable[Document], find: Callable[[Document], Times], misses: bool = False) -> dict[str, float]:
    """F1 of spans (overlapping, and exact), of values, and of exact spans and values together."""
    found = wanted = spans = exact = values = strict = 0
    for document in documents:
        mine = find(document)
        found, wanted = found + len(mine), wanted + len(document.times)
        for gold in document.times:
            match = next((m for m in mine if overlaps(m, gold)), None)
            spans += match is not None
            values += any(overlaps(m, gold) and m[2] == gold[2] for m in mine)
            exact += any(m[:2] == gold[:2] for m in mine)
            strict += gold in mine
            if misses and not any(overlaps(m, gold) and m[2] == gold[2] for m in mine):
                got = f"{document.text[match[0] : match[1]]!r} {match[2]}" if match else "-"
                print(f"MISS {document.name} {document.text[gold[0] : gold[1]]!r} {gold[2]} | {got}")
        if misses:
            for m in (m for m in mine if not any(overlaps(m, g) for g in document.times)):
                print(f"EXTRA {document.name} {document.text[m[0] : m[1]]!r} {m[2]}")
    counts = {"span F1": spans, "exact span F1": exact, "value F1": values, "span and value F1": strict}
    return {name: f1(hits, found, wanted) for name, hits in counts.items()}


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--baseline", action="store_true", help="run dateparser's search beside it")
    parser.add_argument("--misses", action="store_true", help="list every miss and every extra")
    chosen = parser.parse_args(arguments)
    corpora = {"TimeBank": chosen.folder / "timebank", "WikiWars": chosen.folder / "wikiwars" / "tml"}
    methods: dict[str, Callable[[Document], Times]] = {"divergence": ours}
    if chosen.baseline:
        methods["dateparser search"] = dateparser_search
    for corpus, folder in corpora.items():
        documents = [read_timeml(path) for path in sorted(folder.glob("*.tml"))]
        parts = {"all": documents, "seen": documents[::2], "unseen": documents[1::2]}
        for method, find in methods.items():
            for part, chosen_documents in parts.items():
                figures = score(chosen_documents, find, chosen.misses and part == "seen")
                columns = "  ".join(f"{name} {value:.3f}" for name, value in figures.items())
                print(f"{corpus:10} {part:7} {method:18} {columns}")
    for name in SPECIFICATIONS:
        found, wanted = specified(chosen.folder / f"recognizers-{name}.json")
        print(f"{name:15} divergence    {found} of {wanted} values ({found / wanted:.2f})")


if __name__ == "__main__":
    main(sys.argv[1:])
