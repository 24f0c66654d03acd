"""What a reader must know about a story's input as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from divergence.ingest.inputs import StoryInput
from divergence.ingest.story_file import NAME as STORY_FILE
from divergence.ingest.story_file import StoryFile, names_of
from divergence.model.text import Article, Notice

_PART = re.compile(r"#\d{1,9}\Z")
"""What names one article of a file that holds several."""


def unmatched(stated: StoryFile, story: StoryInput) -> list[Notice]:
    """Entries of the story file that name no article."""
    known = {name for path in story.files for name in names_of(path, story.folder)}
    return [
        Notice("story-file", f"{STORY_FILE} names {name[:80]!r}, which is not among the articles.")
        for name in stated.articles
        if name not in known and _PART.sub("", name) not in known
    ]


def doubles(articles: Sequence[Article]) -> list[Notice]:
    """Files that are the same, byte for byte."""
    first: dict[str, Article] = {}
    notices = []
    for article in articles:
        if article.sha256 in first:
            same = first[article.sha256]
            what = "text" if article.part and same.part else "file"
            message = f"{article.place} is the same {what} as {same.place}, byte for byte: it confirms nothing."
            notices.append(Notice("duplicate", message, article.id, article.path))
        first.setdefault(article.sha256, article)
    return notices


def about_metadata(articles: Sequence[Article]) -> list[Notice]:
    """What was taken from the text itself, in one notice for the story."""
    inferred = [f"{', '.join(article.inferred)} of {article.id}" for article in articles if article.inferred]
    message = f"Taken from the text itself: {'; '.join(inferred)}. State them in {STORY_FILE} to be sure."
    return [Notice("metadata-inferred", message)] if inferred else []
