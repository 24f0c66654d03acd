"""The date of publication that a web page states of itself, before any guess from its address or its text."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator
from datetime import date
from html import unescape

from divergence.ingest.dates import iso_date
from divergence.ingest.page_guard import INVISIBLE, TAG
from divergence.ingest.stamps import StampKind, day_of
from divergence.lexicon.calendar import MONTH_BEGINNINGS

_DATED = re.compile(
    r"<(?P<tag>meta|time|abbr|span|div|p|li|td|em|strong|small)\b(?P<attributes>[^<>]{0,600})>\s{0,99}(?P<shown>[^<>]{6,60})?",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"""\b(name|property|itemprop|http-equiv|class|id|content|datetime|title|pubdate)(?![\w-])"""
    r"""\s{0,3}(?:=\s{0,3}(?:["']([^"'<>]{0,200})["']|([^\s"'<>]{1,100})))?""",
    re.IGNORECASE,
)
_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publishdate",
    "publication_date",
    "publication-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "date",
)
"""Names under which pages state their first publication, the most exact first; never those of a later change."""
_TELLS = re.compile(r"publi(?:sh|cat|cdate)|pubdate|issued|created|posted|entry-date|post-date", re.IGNORECASE)
_TELLS_CHANGE = re.compile(r"modif|updat|revis|lastmod", re.IGNORECASE)
_TELLS_OTHER = re.compile(r"expir|publisher", re.IGNORECASE)
"""What names of a page's own making say of a first publication, of a later change, and of anything else."""
_LINKED_DATA = re.compile(r"<script\b[^<>]{0,400}?application/ld\+json[^<>]{0,400}>", re.IGNORECASE)
_STORY = re.compile(
    r"(?:News|Opinion|Reportage|Report|Analysis|Review|Live|Tech|Blog)*(?:Article|Posting|BlogPosting)|Report"
)
_INLINE = re.compile(r"</?(?:a|abbr|b|em|font|i|small|span|strong|time|u)\b[^<>]*+>", re.IGNORECASE)
_WHOLE = re.compile(r"\s*(\d{4})([\-/.]?)(\d{2})\2(\d{2})(?!\d)")


def stated_date(page: str) -> str | None:
    """The day that a page's own metadata name, as ``2023-01-02``; None where they name none in full.

    A month without its day is none: completed, it would change with the day on which the page is read.
    """
    found: dict[str, str] = {}
    for names, day in _told(page):
        found.update((name, day) for name in names if name not in found)
    exact = next((found[name] for name in _NAMES[:3] if name in found), None) or _linked(page)
    listed = exact or next((found[name] for name in _NAMES if name in found), None)
    return listed or next((day for name, day in found.items() if _is_first(name)), None)


def changed_days(page: str) -> frozenset[str]:
    """The days of which a page says that it was changed on them, and of which no name says more."""
    told = tuple(_told(page))
    changed = {day for names, day in told if any(map(_TELLS_CHANGE.search, names))}
    return frozenset(changed - {day for names, day in told if any(map(_is_first, names))})


def _told(page: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The days that elements of a page give, each with the names and classes that say what day it is."""
    for found in _DATED.finditer(page):
        attributes = {m[1].lower(): m[2] or m[3] or "" for m in _ATTRIBUTE.finditer(found["attributes"])}
        names = _names(found["tag"].lower(), attributes)
        names += [".updated"] if _TELLS_CHANGE.search(found["shown"] or "") else []
        given = [attributes.get(key) for key in ("content", "datetime", "title")] if names else []
        day = next((day for text in (*given, found["shown"] if names else "") if (day := _day(text or ""))), None)
        if day is not None:
            yield tuple(names), day


def _names(tag: str, attributes: dict[str, str]) -> list[str]:
    """What an element's attributes call it; classes begin with a point, and those vaguer than a change are left out."""
    names = [attributes[key].lower() for key in ("name", "property", "itemprop", "http-equiv") if key in attributes]
    names += ["pubdate"] if attributes.get("pubdate") in {"", "pubdate"} else []
    if tag == "meta":
        return names
    classes = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split()
    changed = any(map(_TELLS_CHANGE.search, classes))
    return names + [f".{name}" for name in classes if not changed or "publish" in name or _TELLS_CHANGE.search(name)]


def _is_first(name: str) -> bool:
    """Whether a name tells of the first publication and of nothing else."""
    return not (_TELLS.search(name) is None or _TELLS_CHANGE.search(name) or _TELLS_OTHER.search(name))


def printed_day(page: str, changed: Container[str] = ()) -> tuple[str, StampKind] | None:
    """The day that a line of the page prints below its headline, and what it says of it."""
    shown = _INLINE.sub(" ", INVISIBLE.sub(" ", page[max(0, page.lower().find("<h1")) :]))
    lines = (" ".join(unescape(line).split()) for line in TAG.sub("\n", shown).split("\n"))
    return day_of((line for line in lines if line), changed)


def _linked(page: str) -> str | None:
    """The day of the first article that a page's linked data (JSON-LD) describe."""
    for script in re.split(r"(?i)</script", page):
        opened = _LINKED_DATA.search(script)
        try:
            told = json.loads(script[opened.end() :]) if opened else None
        except (ValueError, RecursionError):
            continue
        days = (
            _day(str(item.get("datePublished") or item.get("dateCreated", "")))
            for item in _items(told)
            if _is_story(item.get("@type"))
        )
        first = next((day for day in days if day is not None), None)
        if first is not None:
            return first
    return None


def _is_story(kind: object) -> bool:
    """Whether an object of linked data says that it is an article."""
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(k, str) and _STORY.fullmatch(k) for k in kinds)


def _items(told: object) -> Iterator[dict[str, object]]:
    """The objects at the top of linked data: one, a list, or a graph."""
    if isinstance(told, list):
        for one in told:
            yield from _items(one)
    elif isinstance(told, dict):
        yield told
        yield from _items(told.get("@graph"))


def _day(text: str) -> str | None:
    whole = _WHOLE.match(text)
    if whole is None:
        found = iso_date(text) if re.search(r"\d{4}", text) and re.search(r"(?<!\d)\d{1,2}(?!\d)", text) else None
        return found[:10] if found else None
    try:
        return date(int(whole[1]), int(whole[3]), int(whole[4])).isoformat()
    except ValueError:
        return None


def is_printed(day: str, page: str) -> bool:
    """Whether a page prints a day in full somewhere, so that it was not completed from its month."""
    year, month, number = day[:4], day[5:7], day[8:10]
    name, bare = MONTH_BEGINNINGS[int(month) - 1], number.lstrip("0")
    low = month.lstrip("0")
    orders = (
        rf"{year}([\-/.]?)0?{low}\1(?:{number})",
        rf"0?{bare}[./\-]0?{low}[./\-]{year}",
        rf"0?{low}[./\-]0?{bare}[./\-]{year}",
        rf"0?{bare}(?:st|nd|rd|th)?[\s\-]{{1,3}}(?:of\s)?{name}[a-z]{{0,6}}\.?,?[\s\-]{{1,3}}{year}",
        rf"{name}[a-z]{{0,6}}\.?\s{{1,3}}0?{bare}(?:st|nd|rd|th)?,?\s{{1,3}}{year}",
    )
    return any(re.search(rf"(?<![\d]){order}(?!\d)", page, re.IGNORECASE) for order in orders)
