"""``divergence group``: loose articles into folders of stories."""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from divergence.cli import report
from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.exits import FINE, read_status
from divergence.cli.jobs import Failed, add_engine, add_jobs, choose_jobs, spread, tell_failed
from divergence.cli.story_folders import ALONE, Folders, Loose, Placed
from divergence.errors import InputError, UsageError
from divergence.ingest.files import printable
from divergence.model.text import Notice

if TYPE_CHECKING:
    from divergence.cli.kept import Kept
    from divergence.group.grouping import Grouping
    from divergence.ingest.story import StoryInput

AT_ONCE = 25
"""Files that one process reads before it takes others."""
MOST = 1_000_000
"""Articles of one file that are read."""
_FIELDS = ("text", "source", "title", "published", "url")


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="folders of articles, article files, feeds, exports or web archives, or - for standard input",
    )
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="STORIES",
        help="the folder of stories; those already there stay and may grow",
    )
    parser.add_argument(
        "--link", action="store_true", help="hard-link the files instead of copying them, within one file system"
    )
    parser.add_argument(
        "--columns",
        type=_columns,
        default={},
        metavar="MAP",
        help=f"which column of an export holds what, as in text=body,source=outlet ({', '.join(_FIELDS)})",
    )
    parser.add_argument(
        "--reports",
        type=Path,
        metavar="DIR",
        help="then compare the stories, into pages and data here, as report --resume does; run it again to go on",
    )
    add_jobs(parser)
    add_engine(parser)


def _columns(text: str) -> dict[str, str]:
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    wrong = next((field for field, _, name in pairs if field.strip() not in _FIELDS or not name.strip()), None)
    if wrong is not None:
        raise ArgumentTypeError(f"{wrong!r} is none of {', '.join(_FIELDS)} with the name of a column after =")
    return {field.strip(): name.strip() for field, _, name in pairs}


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read from some files."""

    articles: list[Loose]
    notices: tuple[Notice, ...]
    new: Sequence[tuple[str, bytes]] = ()
    """What to keep for later runs."""
    used: Sequence[str] = ()
    """What was kept by earlier ones."""


@dataclass(frozen=True, slots=True)
class _ReadSources:
    """Reads the articles of some files."""

    columns: dict[str, str]
    kept: Kept
    version: str

    def __call__(self, found: StoryInput) -> _Read:
        from divergence.cli.kept import KeptOpening
        from divergence.ingest.story import read_files

        opening = KeptOpening(self.kept, self.version)
        story = read_files(found, None, MOST, self.columns, opening)
        paths = {printable(os.path.relpath(path, found.base)): path for path in found.files}
        loose = [Loose(paths[article.path], article) for article in story.articles]
        return _Read(loose, story.notices, opening.new, opening.used)


def _read(
    inputs: Sequence[StoryInput], kept: Kept, args: Namespace, console: Console
) -> Iterator[tuple[StoryInput, _Read]]:
    """The articles of all files, several processes at a time; what cannot be read costs the others nothing."""
    from divergence.cli.kept import reading_version

    work = _ReadSources(args.columns, kept, reading_version())
    parts = [part for found in inputs for part in _parted(found)]
    results = zip(parts, spread(work, parts, choose_jobs(args.jobs, len(parts)), args.engine), strict=True)
    for number, (part, result) in enumerate(results, 1):
        console.progress(f"read {number} of {len(parts)} batches of files: {part.id}")
        if isinstance(result, Failed):
            tell_failed(part.id, result, args.debug, console)
            result = _Read([], (Notice("unreadable", result.why),))
        kept.add(result.new, result.used)
        yield part, result


def _parted(found: StoryInput) -> Iterator[StoryInput]:
    """A folder of very many files in parts, so that several processes can read it."""
    for at in range(0, max(len(found.files), 1), AT_ONCE):
        yield replace(found, files=found.files[at : at + AT_ONCE], notices=() if at else found.notices)


def _existing(folders: Folders, kept: Kept, args: Namespace, console: Console) -> list[Loose]:
    """The articles that lie in the stories already, or were alone until now."""
    known = []
    for part, read in _read(folders.inputs(), kept, args, console):
        home = "" if part.folder.name == ALONE else printable(os.path.relpath(part.folder, args.out))
        known += [replace(loose, story=home, kept=True) for loose in read.articles]
    placed = {loose.key for loose in known if loose.story}  # a run that was stopped may have left a copy aside
    return [loose for loose in known if loose.story or loose.key not in placed]


def _with_sources(known: Iterable[Loose], brought: Iterable[Loose]) -> Iterator[Loose]:
    """What is kept, with where each article stands among the sources; of equal ones that of its own file's name."""
    places: dict[str, dict[str, str]] = {}
    for loose in brought:
        places.setdefault(loose.key, {}).setdefault(loose.path.name, loose.article.place)
    for loose in known:
        own = places.get(loose.key, {})
        yield replace(loose, source=own.get(loose.path.name) or next(iter(own.values()), ""))


def _new(kept: Kept, args: Namespace, console: Console) -> tuple[list[Loose], list[Notice]]:
    from divergence.ingest.story import find_stories

    inside = Path(os.path.realpath(args.out))
    if any(inside.is_relative_to(os.path.realpath(s)) or Path(os.path.realpath(s)) == inside for s in args.sources):
        raise UsageError(
            "--out lies in one of the sources, so the stories would be grouped again: name another folder."
        )
    found: list[Loose] = []
    notices: list[Notice] = []
    for _, read in _read(find_stories(args.sources), kept, args, console):
        found += read.articles
        notices += [notice for notice in read.notices if notice.code not in ("story-file", "metadata-inferred")]
    return found, notices


def _run(args: Namespace, console: Console) -> int:
    from divergence.cli.kept import read_kept
    from divergence.group.grouping import group
    from divergence.group.profile import profile

    folders = Folders(args.out)
    kept = read_kept(args.out)
    known = _existing(folders, kept, args, console)
    brought, notices = _new(kept, args, console)
    keys = {loose.key for loose in known}
    fresh = [loose for loose in brought if loose.key not in keys]
    articles = [*_with_sources(known, brought), *fresh]
    if not articles:
        raise InputError("No article could be read from the sources. " + " ".join(n.message for n in notices[:5]))
    console.progress(f"comparing {len(articles)} articles")
    given: dict[str, list[int]] = {}
    for number, loose in enumerate(articles):
        if loose.story:
            given.setdefault(loose.story, []).append(number)
    found = group([profile(loose.article) for loose in articles], given)
    placed = folders.write(articles, found, link=args.link)
    folders.tell(placed, _alone(articles, found), notices)
    kept.tidy()
    _say(placed, len(brought) - len(fresh), found, args, console)
    status = read_status(notices, console)
    reported = _report(args, console) if args.reports and placed else FINE
    return status or reported


def _report(args: Namespace, console: Console) -> int:
    """Compare the stories in the folder, those of earlier runs as well; what was done before is not done again."""
    parser = ArgumentParser()
    report.COMMAND.add_arguments(parser)
    words = [f"--out={args.reports}", "--format=html,json", "--resume", "--", str(args.out)]
    asked = parser.parse_args(words, Namespace(quiet=args.quiet, debug=args.debug))
    asked.jobs, asked.engine = args.jobs, args.engine
    return report.COMMAND.run(asked, console)


def _alone(articles: Sequence[Loose], found: Grouping) -> Iterator[tuple[Loose, str]]:
    """What stayed alone, and what came nearest to it."""
    for number in found.alone:
        tie = found.ties.get(number)
        near = f"nearest: {articles[tie.to].origin} ({tie.chance:.0%}; {tie.why})" if tie else "nothing is near"
        yield articles[number], near


def _say(placed: Iterable[Placed], before: int, found: Grouping, args: Namespace, console: Console) -> None:
    """What came of it, in four lines."""
    moved = [one for one in placed if one.is_new]
    stories = {one.story for one in moved}
    new = {one.story for one in moved if one.story_is_new}
    console.say(f"{len(moved)} articles put into {len(stories)} stories, {len(new)} of them new, in {args.out}")
    if before:
        console.say(f"{before} articles were there already")
    console.say(f"{len(found.alone)} articles stayed alone; they are kept and may find company later")
    console.say(f"why each is where it is: {args.out / Folders.ACCOUNT}")


COMMAND = Command(
    "group",
    "sort loose articles into stories by what they report and when",
    """\
Sort articles into one folder per story, for report and check. An article joins a story by its
words, names, numbers, headline and dates; near copies count once. Existing stories keep their
names and may grow, so that each day's articles can be added to yesterday's. The sources stay
as they are: articles are copied, or linked with --link. grouping.json says why each article
is where it is, and which stayed alone. With --reports the stories are compared as well: loose
files in, ranked stories out.""",
    """\
examples:
  divergence group downloads --out stories
  divergence group monday.jsonl feed.xml archive.warc.gz --out stories --columns text=body
  divergence group downloads --out stories --reports reports
                                       and compare them; if stopped, run the same line again""",
    _add_arguments,
    _run,
)
