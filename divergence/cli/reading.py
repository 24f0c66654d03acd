"""Stories read, compared and cached for the commands."""

from __future__ import annotations

import contextlib
import json
import os
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING

from divergence.cli.apart import TooLong, apart, bounded, files_apart, timed
from divergence.cli.choices import DEFAULT_INPUT, MINUTES, options
from divergence.cli.console import Console
from divergence.cli.files import write_file
from divergence.errors import DivergenceError, InputError
from divergence.ingest.each import GivenUp
from divergence.model.comparison import Comparison
from divergence.model.text import Article, Notice, Story
from divergence.options import Options
from divergence.review.news import Stood, remember
from divergence.review.settings import Settings

if TYPE_CHECKING:
    from divergence.ingest.story import StoryInput
    from divergence.review.cache import Content
    from divergence.second.reading import SecondReading, Transcript

MEMORY = 4 << 30
"""Bytes that comparing a story may take: a hundred usual articles take one gigabyte, a text of endless lines all."""


@dataclass(slots=True)
class ArticleReader:
    """Reads each article anew, or once in a run, or once in its life where a cache folder is given."""

    options: Options
    folder: Path | None = None
    again: bool = False
    """Whether a run meets the same article twice."""
    minutes: float = MINUTES
    """Minutes of the processor that comparing a story may take."""
    kept: dict[str, bytes] = field(default_factory=dict)

    def read(self, articles: Sequence[Article]) -> Iterator[Content | GivenUp]:
        """Each article parsed, with its mentions; one that takes too much is given up and costs the others nothing."""
        from divergence.pipeline import read_article

        known = [self._known(article) for article in articles]
        unknown = [article for article, content in zip(articles, known, strict=True) if content is None]
        if unknown:
            load(self.options.pipeline)
        found = apart(partial(read_article, options=self.options), unknown, _length)
        for article, content in zip(articles, known, strict=True):
            yield content or self._keep(article, next(found))

    def _known(self, article: Article) -> Content | None:
        """What this run or the cache has of an article."""
        from divergence.review.cache import unpack

        if not self._keeps:
            return None
        key = self._key(article)
        data = self.kept.get(key) or self._stored(key)
        content = unpack(data, key, article) if data else None
        if data and content is not None:
            self.kept[key] = data
        return content

    def _keep(self, article: Article, content: Content | GivenUp) -> Content | GivenUp:
        """The content, kept for this run and in the cache."""
        from divergence.review.cache import pack

        if self._keeps and not isinstance(content, GivenUp):
            key = self._key(article)
            self.kept[key] = data = pack(key, content)
            self._store(key, data)
        return content

    @property
    def _keeps(self) -> bool:
        return self.again or self.folder is not None

    def _key(self, article: Article) -> str:
        from divergence.review.cache import READING, cache_key, program_version

        return cache_key(article, program_version(READING, pipeline_version(self.options.pipeline)))

    def stood(self, story: Story, compare: Callable[[], Comparison]) -> tuple[Stood, ...]:
        """What a story disagrees on, from the cache where it was compared just so before."""
        from divergence.review.cache import decode, unseal

        if self.folder is not None:
            entry = self._stored(key := self._story_key(story))
            data = unseal(entry, key) if entry else None
            with contextlib.suppress(ValueError, TypeError, IndexError, AttributeError):
                if data is not None:
                    return tuple(decode(data, ""))
        return self.remember(compare())

    def remember(self, comparison: Comparison) -> tuple[Stood, ...]:
        """What a comparison disagrees on, kept in the cache for the next check."""
        from divergence.review.cache import encode, seal

        stood = tuple(remember(comparison.story, divergence) for divergence in comparison.divergences)
        if self.folder is not None:
            key = self._story_key(comparison.story)
            self._store(key, seal(key, encode(stood)))
        return stood

    def _story_key(self, story: Story) -> str:
        from divergence.review.cache import COMPARING, program_version, story_key

        setting = f"{pipeline_version(self.options.pipeline)} {self.options.sensitivity}"
        return story_key(story, program_version(COMPARING, setting))

    def _file(self, key: str) -> Path | None:
        return self.folder / key[:2] / f"{key}.json" if self.folder else None

    def _stored(self, key: str) -> bytes | None:
        file = self._file(key)
        if file is None or file.is_symlink():
            return None
        with contextlib.suppress(OSError):
            return file.read_bytes()
        return None

    def _store(self, key: str, data: bytes) -> None:
        """Keep an entry; a cache that cannot be written costs time and nothing else."""
        file = self._file(key)
        if file is not None:
            with contextlib.suppress(DivergenceError, OSError):
                self._make_folder(file.parent)
                write_file(file, data)

    def _make_folder(self, folder: Path) -> None:
        """The cache is for its owner's eyes and hands only."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def pipeline_version(pipeline: str) -> str:
    """A pipeline's name and the version that a user's one states, without loading it; ours is part of the program."""
    folder = Path(pipeline)
    if (folder / "meta.json").is_file():
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return f"{pipeline} {meta.get('version')} {os.stat(folder / 'meta.json').st_mtime_ns}"
    if pipeline.isidentifier() and util.find_spec(pipeline):
        with contextlib.suppress(metadata.PackageNotFoundError):
            return f"{pipeline} {metadata.version(pipeline)}"
    return pipeline


def load(pipeline: str) -> None:
    """Load a pipeline now, for all processes that start from this one."""
    from divergence.language import version

    version(pipeline)


def reading(args: Namespace, settings: Settings | None = None) -> ArticleReader:
    """The reading that the command line asks for, else the settings."""
    return ArticleReader(options(args, settings), args.cache, minutes=args.story_minutes)


def find(args: Namespace) -> tuple[StoryInput, ...]:
    """The stories that the command line names. Raises InputError where there are none."""
    from divergence.ingest.story import find_stories

    return find_stories(args.paths or [DEFAULT_INPUT])


def compare_story(
    story: Story,
    how: ArticleReader,
    console: Console,
    second: SecondReading | None = None,
    transcript: Transcript | None = None,
) -> Comparison:
    """Compare one story, telling what takes time; with a second reading where one is asked for, its steps noted.

    An article that cannot be parsed is a notice of the story. Raises InputError where none can, or where comparing
    takes too much time or memory.
    """
    from divergence.pipeline import compare

    story, contents = parsed(story, how, console)
    try:
        with bounded(MEMORY), timed(60 * how.minutes):
            found = compare(story, how.options, reader=lambda article: contents[article.id])
    except MemoryError as error:
        raise InputError(
            f"Comparing {story.id!r} took more than {MEMORY >> 30} GB of memory; leave out its longest articles."
        ) from error
    except TooLong as late:
        raise InputError(
            f"Comparing {story.id!r} took more than {how.minutes:g} processor minutes; leave out some articles,"
            " or allow more with --story-minutes."
        ) from late
    if second is None:
        return found
    from divergence.cli.second import read_too

    return read_too(found, second, console, transcript)


def parsed(story: Story, how: ArticleReader, console: Console) -> tuple[Story, dict[str, Content]]:
    """The story of those articles that could be parsed, the others told in notices; and what was found in each."""
    contents: dict[str, Content] = {}
    lost: dict[str, Notice] = {}
    count = len(story.articles)
    results = how.read(story.articles)
    for article in story.articles:
        console.progress(f"{story.id}: reading {article.id} ({article.label}), {count} articles in all")
        result = next(results)
        if isinstance(result, GivenUp):
            console.trace(result.trace)
            message = f"{article.place} could not be read: {result.why}."
            lost[article.id] = Notice("unreadable", message, path=article.path)
        else:
            contents[article.id] = result
    if not contents:
        reasons = " ".join(notice.message for notice in [*lost.values()][:5])
        raise InputError(f"No article could be read in {story.id!r}. {reasons}")
    articles = tuple(article for article in story.articles if article.id in contents)
    notices = (*lost.values(), *(notice for notice in story.notices if notice.article not in lost))
    return replace(story, articles=articles, notices=notices), contents


def comparisons(
    inputs: Sequence[StoryInput],
    how: ArticleReader,
    console: Console,
    lost: Callable[[Notice], None],
    second: SecondReading | None = None,
) -> Iterator[tuple[StoryInput, Comparison]]:
    """Compare story after story; one that cannot be read is told and costs the others nothing."""
    from divergence.ingest.story import read_story

    for number, found in enumerate(inputs, 1):
        if len(inputs) > 1:
            console.progress(f"story {number} of {len(inputs)}: {found.id}")
        try:
            story = read_story(found, each=files_apart)
        except DivergenceError as error:
            if len(inputs) == 1:
                raise
            lost(Notice("unreadable", str(error), path=str(found.folder)))
            continue
        try:
            compared = compare_story(story, how, console, second)
        except InputError as error:
            if len(inputs) == 1:
                raise
            lost(Notice("unreadable", str(error), path=str(found.folder)))
            continue
        yield found, compared


def located(story: Story, base: Path, root: Path) -> Story:
    """The story with its files named as seen from a folder, which is how CI finds them."""
    move = partial(_seen_from, base=base, root=root)
    articles = tuple(replace(article, path=move(article.path)) for article in story.articles)
    notices = tuple(replace(n, path=move(n.path)) if n.path else n for n in story.notices)
    return replace(story, articles=articles, notices=notices)


def _length(article: Article) -> int:
    return len(article.text)


def _seen_from(path: str, base: Path, root: Path) -> str:
    whole = os.path.abspath(base / path)
    inside = os.path.relpath(whole, root)
    return (whole if inside.startswith("..") else inside).replace(os.sep, "/")
