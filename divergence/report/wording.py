"""The words of all reports, read from one file of the templates, so that they can be changed or translated there."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import divergence
from divergence.errors import RenderError
from divergence.report.page.findings import Card, Decided, ReadingView
from divergence.report.page.sources import Date
from divergence.report.visible import isolate

_FILE = "words.toml"
Words = Mapping[str, Any]


@cache
def shipped_templates() -> Path:
    """The folder of templates: inside the installed package, or beside it in a checkout."""
    package = Path(divergence.__file__).resolve().parent
    for folder in (package / "report_templates", package.parent / "report_templates"):
        if (folder / _FILE).is_file():
            return folder
    raise RenderError("The report templates are missing from this installation; install the package again.")


@cache
def read_words(folder: Path | None = None) -> Words:
    """The words: those of the user's file where it has them, else the shipped ones."""
    shipped = _read(shipped_templates() / _FILE)
    own = folder / _FILE if folder is not None else None
    return _laid_over(shipped, _read(own)) if own is not None and own.is_file() else shipped


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RenderError(f"The words of the report cannot be read from {path}: {error}") from error


def _laid_over(shipped: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """The shipped words with the user's in their place, table by table, so that a file of a few words will do."""
    return shipped | {
        key: _laid_over(shipped[key], value)
        if isinstance(value, dict) and isinstance(shipped.get(key), dict)
        else value
        for key, value in own.items()
    }


def count(number: int, forms: list[str]) -> str:
    """A number with its noun: ``count(2, ["{n} article", "{n} articles"])`` is ``2 articles``."""
    return forms[0 if number == 1 else 1].format(n=number)


def witnesses(reading: ReadingView, words: Words) -> str:
    """How many independent texts state a value, in brackets; empty where each article is one."""
    if reading.texts == len(reading.sources):
        return ""
    return f" ({count(reading.texts, words['finding']['texts'])})"


def reach(words: Words, stories: Iterable[bool | None] = ()) -> str:
    """What the method reaches, as measured.

    ``stories`` tells of each whether a language model read it too, as it did where that was measured (None: no model).
    """
    texts, told = words["method"], set(stories)
    if told == {True}:
        return str(texts["reach_second"])
    return f"{texts['reach']} {texts['reach_unmeasured']}" if told - {None} else str(texts["reach"])


def situation_line(finding: Card, words: Words) -> str:
    """Whose figures differ, in a sentence: ``Claimant against claimant: the army: 58; the rebels: 23``."""
    if not finding.situation:
        return ""
    texts = words["situation"]
    named = ((f"{isolate(c.claimant)}: " if c.claimant else "", isolate(c.value)) for c in finding.claims)
    told = "; ".join(claimant + value for claimant, value in named)
    line = str(texts[finding.situation].format(told=told))
    return line + (texts["both"] if finding.situation == "claimants" and finding.told_by_all else "")


def decision_line(decided: Decided, words: Words) -> str:
    """A decision in one clause: ``explained by time (AB, 4 March 2025): the toll rose``."""
    texts = words["decision"]
    state = texts["explained_by"].format(ground=texts["ground"][decided.ground]) if decided.ground != "none" else ""
    signed = ", ".join(part for part in (decided.who, write_date(decided.when, words) if decided.when else "") if part)
    until = texts["until"].format(date=write_date(decided.until, words)) if decided.until else ""
    head = (state or texts[decided.state]) + (f" ({signed})" if signed else "") + until
    return f"{head}: {decided.reason}" if decided.reason else head


def write_date(date: Date | None, words: Words) -> str:
    """A date in words, as far as it is known; the words for no date where there is none."""
    if date is None:
        return str(words["dates"]["none"])
    month = words["dates"]["months"][date.month - 1] if date.month else ""
    parts = [str(date.day) if date.day else "", month, str(date.year)]
    text = " ".join(part for part in parts if part)
    return f"{text}, {date.time}" if date.time else text
