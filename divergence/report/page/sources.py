"""The articles as a report names them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from divergence.model.text import Article, Story
from divergence.report.visible import visible
from divergence.sources.lineage import lineage

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}))?)?)?")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as it is known, in parts that a template can put into the words of its language."""

    iso: str
    year: int
    month: int = 0
    """1 to 12; 0 where unknown."""
    day: int = 0
    """1 to 31; 0 where unknown."""
    time: str = ""
    """``14:30``, or empty."""


@dataclass(frozen=True, slots=True)
class Source:
    """One article and its metadata, ready to be shown."""

    id: str
    """The siglum: A, B, C …"""
    index: int
    """Place among the articles, from 1; part of the ids in the page."""
    label: str
    """What a reader calls it: its source, else its site, else its file name; with its siglum where two share one."""
    title: str
    url: str
    """An http or https address, or empty: no other scheme becomes a link."""
    published: Date | None
    path: str
    reader: str
    """Name of the input format that read it."""
    inferred: tuple[str, ...]
    """Metadata fields that were taken from the text itself."""
    words: int
    paragraphs: int
    sha256: str
    partly: bool = False
    """Whether a notice says that only a part of it was read or compared."""
    copy_of: str = ""
    """The siglum of the first article that prints nearly the same text; both are one witness."""

    @property
    def text(self) -> str:
        """The siglum that stands for its text, which near copies share."""
        return self.copy_of or self.id


def parse_date(published: str | None) -> Date | None:
    """A Date from an ISO 8601 string; None where it is absent or no date."""
    match = _DATE.match(published or "")
    if not match or not published:
        return None
    year, month, day = (int(part or 0) for part in match.group(1, 2, 3))
    if month > 12 or day > 31:
        return None
    return Date(match.group(), year, month, day, match.group(4) or "")


def safe_url(url: str | None) -> str:
    """The address if it is http or https with a host and holds nothing hidden; else empty."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc or visible(url or "") != url:
        return ""
    return url or ""


def count_texts(sources: Iterable[Source]) -> int:
    """How many independent texts these are: near copies count once."""
    return len({source.text for source in sources})


def describe_source(article: Article, index: int, label: str, copy_of: str = "") -> Source:
    """One article as a Source."""
    return Source(
        id=visible(article.id),
        index=index,
        label=label,
        title=visible(article.title or ""),
        url=safe_url(article.url),
        published=parse_date(article.published),
        path=visible(article.place),
        reader=visible(article.reader),
        inferred=tuple(visible(name) for name in article.inferred),
        words=len(_WORD.findall(article.text)),
        paragraphs=len(article.paragraphs),
        sha256=visible(article.sha256),
        copy_of=copy_of,
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """The articles of a story by id, with the Source of each: what every part of the report looks up."""

    articles: dict[str, Article]
    sources: dict[str, Source]

    def named(self, ids: tuple[str, ...]) -> tuple[Source, ...]:
        """The sources of these ids, in the order of the story; an id that is no article's is passed over."""
        return tuple(sorted((self.sources[i] for i in set(ids) if i in self.sources), key=lambda s: s.index))


def open_desk(story: Story) -> Desk:
    """Describe every article of a story."""
    labels = [visible(article.label) for article in story.articles]
    names = [
        f"{label} ({visible(article.id)})" if labels.count(label) > 1 else label
        for article, label in zip(story.articles, labels, strict=True)
    ]
    copies = {id: group[0] for group in lineage(story).witnesses for id in group[1:]}
    return Desk(
        articles={article.id: article for article in story.articles},
        sources={
            article.id: describe_source(article, index, name, copies.get(article.id, ""))
            for index, (article, name) in enumerate(zip(story.articles, names, strict=True), 1)
        },
    )
