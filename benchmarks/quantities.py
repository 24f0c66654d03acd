"""Numbers, money, percentages, measures and ages against published specifications, beside a plain regular expression.

Run from the repository's root with the data beside the checkout::

    python benchmarks/quantities.py ../shared/corpora/quantities [--misses] [--all]

The data: the specification of Microsoft's Recognizers-Text (one file a kind of number) and the test sentences of
quantulum3. An expression counts as right where its sentence has that value (and unit) once more in the gold; text
spans are not compared. Left out, since this tool refuses them on purpose or they are no news:

* inputs of fewer than three words besides the numbers (``one hundred thirty two fifths``, ``usd$ 15``) and spoken
  arithmetic (``minus``, ``over``, ``point``), which are commands to a voice assistant; ``--all`` keeps them;
* durations, years and ordinals, which are kinds of fact of their own here, and a bare ``one``, mostly a pronoun;
* values without a number, negative ones, products of powers (``1 fb−1``) and prefixed units that news never prints.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from divergence.facts.quantity.expressions import Expression, expressions
from divergence.lexicon.cardinals import DENOMINATORS, SCALES, SMALL
from divergence.lexicon.currencies import same_currency
from divergence.lexicon.numbers import numerals
from divergence.lexicon.units import unit_named

Values = list[tuple[Decimal, str]]
"""Values with their units; a count has none."""


@dataclass(frozen=True)
class Sentence:
    """One input and what should be read from it."""

    text: str
    gold: Values


@dataclass(frozen=True)
class Task:
    """A set of sentences, and what of our reading answers it."""

    name: str
    sentences: list[Sentence]
    dimensions: frozenset[str] | None
    """Which of our expressions count; none for all."""


NEWS_LIKE = 10
"""Words of an input from which on it reads like a sentence of news rather than like a command."""
SPELLINGS = {
    "united states dollar": "US dollar",
    "british pound": "pound",
    "pound sterling": "pound",
    "chinese yuan": "yuan",
    "japanese yen": "yen",
    "mexican peso": "peso",
    "turkish lira": "lira",
    "netherlands guilder": "guilder",
    "percentage": "percent",
    "metric ton": "tonne",
    "pound-mass": "pound",
    "dimensionless": "",
    "degree celsius": "degree Celsius",
    "degree fahrenheit": "degree Fahrenheit",
    "cubic centimetre": "milliliter",
}
MINOR = {"cent": "dollar", "pence": "pound", "penny": "pound"}
TIMES = frozenset("second minute hour day week month year decade century gigayear megayear".split())
RARE = frozenset(
    """
    inverse femtobarn|attometre|picometre|picometer|electronvolt|teraelectronvolt|gross|baker's dozen|dime|satoshi|sen
    candela second|joule second|milligray|kibibyte|watt per minute|count per week|inverse second|turn|dram|radian
    joule per square metre per year|kilometre per square second|meter per millisecond|centimeter per millisecond
    kilometer per millisecond|cup|tablespoon|teaspoon|finnish markka|peseta|costa rican colón|georgian lari|lao kip
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
"""Units that news never prints."""


def unit_name(gold: str) -> str:
    """A unit of the data by our name for it."""
    name = gold.lower()
    name = SPELLINGS.get(name, name)
    return re.sub(r"(met|lit)re\b", r"\1er", name)


def number(value: object) -> Decimal | None:
    """A gold value, or None for what holds no number."""
    try:
        found = Decimal(str(value).rstrip("%"))
    except InvalidOperation:
        return None
    return found if found.is_finite() and found >= 0 else None


def is_year(value: Decimal) -> bool:
    return value == value.to_integral_value() and 1500 <= value <= 2100


def load(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8-sig"))
    return found


def recognizers(path: Path, unit: str | None) -> Iterable[Sentence]:
    """The sentences of one Recognizers-Text file; ``unit`` is the unit of all, where the file states none."""
    for case in load(path):
        gold: Values = []
        for result in case["Results"]:
            resolution = result.get("Resolution") or {}
            value = number(resolution.get("value"))
            name = unit if unit is not None else unit_name(resolution.get("unit") or "")
            if value is None:
                continue
            gold.append((value / 100, MINOR[name]) if name in MINOR else (value, name))
        yield Sentence(case["Input"], gold)


def ranges(path: Path) -> Iterable[Sentence]:
    """Ranges as their finite ends."""
    for case in load(path):
        gold: Values = []
        for result in case["Results"]:
            ends = (result.get("Resolution") or {}).get("value", "").strip("()[]").split(",")
            gold += [(value, "") for end in dict.fromkeys(ends) if (value := number(end or "x")) is not None]
        yield Sentence(case["Input"], gold)


def quantulum(path: Path) -> Iterable[Sentence]:
    for case in load(path):
        gold = [(v, unit_name(r["unit"])) for r in case["res"] if (v := number(r["value"])) is not None]
        yield Sentence(case["req"], [(v / 100, MINOR[u]) if u in MINOR else (v, u) for v, u in gold])


_PLURALS = {f"{word}s" for word in (*SCALES, *DENOMINATORS)}
_NUMBER_WORDS = {*SMALL, *SCALES, *DENOMINATORS, *_PLURALS, "and", "a", "an", "of"}
_SPOKEN = re.compile(
    r"\b(?:minus|negative|over (?:one|two|\d)|point|nought|plus)\b|(?<!\w)-\d|<=?\s*-|\d *[eE]-|\^",
    re.IGNORECASE,
)


def is_fair(sentence: Sentence, everything: bool) -> bool:
    """Whether a sentence is news-like and holds nothing that is refused on purpose."""
    words = [w for w in re.findall(r"[a-z]+", sentence.text.lower()) if w not in _NUMBER_WORDS]
    spoken = _SPOKEN.search(sentence.text)
    return (everything or (len(words) >= 3 and not spoken)) and not any(unit in RARE for _, unit in sentence.gold)


def kept(values: Values) -> Values:
    """Values without times, bare years and a bare ``one``."""
    return [(v, u) for v, u in values if u not in TIMES and (u or not (is_year(v) or v == 1))]


def aged(values: Values) -> Values:
    """Ages, whose unit is a time."""
    return [(v, "" if u == "age" else u.replace("year", "").strip()) for v, u in values]


def ours(text: str, task: Task) -> Values:
    if task.dimensions is None and task.name == "numbers":
        found = (n for n in numerals(text) if not text[n.end : n.end + 1].isalpha())
        return [(end, "") for n in found for end in dict.fromkeys((n.low, n.high))]
    said = [e for e in expressions(text) if _answers(e, task)]
    if task.name == "quantulum3":
        return [((e.value.low + e.value.high) / 2, _unit(e)) for e in said]
    return [(end, "" if task.name == "ranges" else _unit(e)) for e in said for end in _ends(e)]


def _answers(found: Expression, task: Task) -> bool:
    dimension = found.value.dimension
    return (
        task.dimensions is None
        or dimension in task.dimensions
        or ("measure" in task.dimensions and unit_named(found.value.unit) is not None and dimension != "age")
    )


def _ends(found: Expression) -> Iterable[Decimal]:
    return dict.fromkeys((found.value.low, found.value.high))


def _unit(found: Expression) -> str:
    value = found.value
    return f"{value.unit} per {value.per}" if value.per else value.unit


_PLAIN = re.compile(
    r"(?<![\w.])(\d[\d,]{0,20}(?:\.\d{1,8})?)[ -]?(million|billion|thousand)?[ -]?([%$€£]|[a-z]{1,12})?", re.I
)
_SIGNS = {"%": "percent", "$": "dollar", "€": "euro", "£": "pound", "percent": "percent", "km": "kilometer"}


def baseline(text: str, task: Task) -> Values:
    """What one writes in ten minutes: digits, three scales, a sign before or the word behind as unit."""
    found: Values = []
    for match in _PLAIN.finditer(text):
        value = number(match[1].replace(",", ""))
        if value is None:
            continue
        value *= {"thousand": 10**3, "million": 10**6, "billion": 10**9}.get((match[2] or "").lower(), 1)
        before = text[match.start() - 1 : match.start()]
        behind = (match[3] or "").lower().removesuffix("s")
        unit = _SIGNS.get(before) or _SIGNS.get(behind, behind)
        found.append((value, "" if task.name in {"numbers", "ranges"} else unit))
    return found


def agree(gold: tuple[Decimal, str], found: tuple[Decimal, str], with_unit: bool) -> bool:
    close = abs(gold[0] - found[0]) <= abs(gold[0]) * Decimal("0.001")
    if not close or not with_unit:
        return close
    units = {"feet": "foot", "inche": "inch", "ton": "tonne"}
    if " per " not in gold[1]:
        found = (found[0], found[1].partition(" per ")[0])
    wanted, said = (units.get(unit.lower(), unit.lower()) for unit in (gold[1], found[1]))
    return same_currency(wanted, said)


def pooled(
    tasks: list[Task], read: Callable[[str, Task], Values], with_unit: bool, misses: bool
) -> tuple[float, float, float]:
    """Precision, recall and F1 over the sentences of some tasks."""
    counts: Counter[str] = Counter()
    for task in tasks:
        counts += counted(task, read, with_unit, misses)
    precision = counts["right"] / max(1, counts["said"])
    recall = counts["right"] / max(1, counts["gold"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def counted(task: Task, read: Callable[[str, Task], Values], with_unit: bool, misses: bool) -> Counter[str]:
    """How many values a task's gold has, how many were read, and how many of them are right."""
    counts: Counter[str] = Counter()
    for sentence in task.sentences:
        keep = aged if task.name == "ages" else kept
        left, gold = keep(read(sentence.text, task)), keep(sentence.gold)
        said = len(left)
        missed = []
        for wanted in gold:
            hit = next((f for f in left if agree(wanted, f, with_unit)), None)
            if hit is None:
                missed.append(wanted)
            else:
                left.remove(hit)
        counts.update(gold=len(gold), said=said, right=len(gold) - len(missed))
        if misses and (missed or left):
            print(
                "   ",
                sentence.text,
                "| missed",
                [(str(v), u) for v, u in missed],
                "| extra",
                [(str(v), u) for v, u in left],
            )
    return counts


def tasks(folder: Path, everything: bool) -> list[Task]:
    """Every file with the part of our reading that answers it."""
    name = "recognizers-{}Model.json".format
    found = [
        ("numbers", recognizers(folder / name("Number"), ""), None),
        ("ranges", ranges(folder / name("NumberRange")), None),
        ("percentages", recognizers(folder / name("Percent"), "percent"), frozenset({"percent"})),
        ("money", recognizers(folder / name("Currency"), None), frozenset({"money"})),
        ("measures", recognizers(folder / name("Dimension"), None), frozenset({"measure"})),
        ("ages", recognizers(folder / name("Age"), None), frozenset({"age"})),
        ("quantulum3", quantulum(folder / "quantulum3-quantities.json"), None),
    ]
    short = {"percentages", "ages"}
    return [Task(n, [s for s in sentences if is_fair(s, everything or n in short)], d) for n, sentences, d in found]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true", help="print every sentence that is not read in full")
    parser.add_argument("--all", action="store_true", help="also inputs of fewer than five words")
    arguments = parser.parse_args()
    found = tasks(arguments.folder, arguments.all)
    print(f"{'':22}{'inputs':>7}   {'value F1':>9}{'plain':>7}   {'value+unit F1':>14}{'plain':>7}")
    long = [replace(t, sentences=[s for s in t.sentences if len(s.text.split()) >= NEWS_LIKE]) for t in found]
    for task in found:
        print(row(task.name, [task]))
        if arguments.misses:
            pooled([task], ours, True, True)
    print(row("all", found))
    print(row(f"all of {NEWS_LIKE} words or more", long))


def row(name: str, tasks: list[Task]) -> str:
    """One line of the table: the figures of some tasks together."""
    cells = [pooled(tasks, read, unit, False)[2] for unit in (False, True) for read in (ours, baseline)]
    size = sum(len(t.sentences) for t in tasks)
    return f"{name:22}{size:7}   {cells[0]:9.3f}{cells[1]:7.3f}   {cells[2]:14.3f}{cells[3]:7.3f}"


if __name__ == "__main__":
    main()
