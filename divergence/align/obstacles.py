"""What keeps a comparison from saying anything: no second article, another language, another story."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.align.topic import groups
from divergence.language.english import is_foreign
from divergence.model.text import Notice, Story


def obstacles(story: Story) -> tuple[Notice, ...]:
    """A notice on each article that cannot be compared with the rest, and on a story of one article."""
    return (*_alone(story), *_foreign(story), *_strangers(story))


def _alone(story: Story) -> Iterator[Notice]:
    if len(story.articles) == 1:
        article = story.articles[0]
        message = f"{article.path} is the only article of its story: there is nothing to compare it with."
        yield Notice("single-article", message, article.id, article.path)


def _foreign(story: Story) -> Iterator[Notice]:
    for article in story.articles:
        if is_foreign(article):
            message = f"{article.path} is not in English, or a third of it is not: it was not compared."
            yield Notice("other-language", message, article.id, article.path)


def _strangers(story: Story) -> Iterator[Notice]:
    """Of articles in groups of their own the largest group is the story; where all stand alone, none is."""
    readable = [article for article in story.articles if not is_foreign(article)]
    found = groups(readable)
    if len(found) < 2:
        return
    of_the_story = found[0] if len(found[0]) > len(found[1]) else ()
    for article in readable:
        if article.id not in of_the_story:
            rest = "the rest" if of_the_story else "any other article"
            message = f"{article.path} shares hardly a word with {rest}: it seems to be about another story."
            yield Notice("other-story", message, article.id, article.path)
