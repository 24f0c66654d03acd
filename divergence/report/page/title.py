"""What a report is called: a title as a person would give it, never the bare name of a folder."""

from __future__ import annotations

import re
from collections.abc import Sequence

from divergence.model.comparison import Comparison, Verdict
from divergence.model.text import Story
from divergence.report.visible import visible

_WORD = re.compile(r"[^\W\d_]{3,}")
_DAY = re.compile(r"^\d{4}-\d\d-\d\d-(?=.)")
"""The day before a folder's name, as ``divergence group`` writes it."""
_FEWEST = 4
"""Words of a name that are no chance beginning of a headline."""
_GENERIC = frozenset(
    {"article", "articles", "case", "event", "folder", "input", "new", "news", "stories", "story", "test", "untitled"}
)
"""What folders of anything are called."""


def name_story(comparison: Comparison) -> str:
    """The story's title; else its folder's name, where that tells what the articles are about; else their headline.

    ``ferry-fire`` is "Ferry fire" where the articles speak of a ferry and a fire; ``story5`` says nothing, and
    ``2025-03-04-fire-on-the-night`` only how a headline begins. Of several headlines the one counts that takes no side
    in a dispute, states no figure and shares most words with the others.
    """
    story = comparison.story
    if story.title:
        return visible(story.title)
    headlines = [visible(article.title) for article in story.articles if article.title]
    name = _DAY.sub("", story.id)
    if headlines and (not _tells(story) or any(_begins(headline, name) for headline in headlines)):
        disputed = _disputed(comparison)
        return max(
            headlines, key=lambda title: (*_neutral(title, disputed), _shared(title, headlines), -len(title), title)
        )
    words = visible(name.replace("-", " ").replace("_", " ")) or visible(story.id)
    return words[:1].upper() + words[1:]


def _disputed(comparison: Comparison) -> frozenset[str]:
    """Every value in dispute, as printed."""
    conflicts = (d for d in comparison.divergences if d.verdict is Verdict.CONFLICT)
    return frozenset(m.text.casefold() for d in conflicts for reading in d.readings for m in reading.mentions)


def _neutral(title: str, disputed: frozenset[str]) -> tuple[bool, bool]:
    """Whether it holds no value in dispute, and whether it states no figure."""
    return not any(value in title.casefold() for value in disputed), not any(sign.isdigit() for sign in title)


def _tells(story: Story) -> bool:
    """Whether most words of the folder's name stand in two or more of the articles."""
    name = set(_words(story.id)) - _GENERIC
    texts = [set(_words(f"{article.title or ''} {article.text}")) for article in story.articles]
    known = [word for word in name if sum(word in text for text in texts) >= min(2, len(texts))]
    return bool(name) and 2 * len(known) > len(name)


def _begins(headline: str, name: str) -> bool:
    """Whether a folder is named with the first words of a headline."""
    words, own = (re.findall(r"[a-z0-9]+", text.casefold()) for text in (headline, name))
    return len(own) >= _FEWEST and words[: len(own)] == own


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _shared(title: str, headlines: Sequence[str]) -> int:
    """How many words of the other headlines it has."""
    own = set(_words(title))
    return sum(len(own & set(_words(other))) for other in headlines if other != title)
