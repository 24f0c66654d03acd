"""Dates of new articles that cannot be taken at their word: by a later one, a disagreement would pass as an update."""

from __future__ import annotations

from datetime import date, timedelta

from divergence.ingest.metadata import metadata_in
from divergence.model.text import Article, Story

APART = timedelta(days=1)
"""How far a day may be from another without a doubt: a paper prints in the evening what is dated the next day."""


def doubtful_dates(story: Story, changed: frozenset[str] | None, today: date) -> dict[str, str]:
    """For each new or changed article whose stated date is in doubt, by its id, what to look after."""
    doubts = {}
    for article in story.articles:
        why = _doubt(article, today) if changed is None or article.id in changed else ""
        if why:
            what = "what would be an update by that counts in full"
            doubts[article.id] = f"{article.place} is dated {article.published}, {why}: {what}"
    return doubts


def _doubt(article: Article, today: date) -> str:
    """Why an article's date is in doubt; empty where it is not."""
    stated = _day(article.published)
    if stated is None:
        return ""
    if stated > today + APART:
        return "which is still to come"
    printed = _day(metadata_in(article.text, article.paragraphs).published)
    return f"but its text says {printed}" if printed and stated > printed + APART else ""


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
