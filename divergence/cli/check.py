"""``divergence check``: the command for CI."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from divergence.cli.apart import rendered
from divergence.cli.checking import Checking, check_stories
from divergence.cli.choices import add_analysis
from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.deciding import day
from divergence.cli.exits import FINE, FOUND, UNREAD
from divergence.cli.files import earlier, story_folders, write_file, write_together
from divergence.cli.git import Revision, revision
from divergence.cli.jobs import add_jobs
from divergence.cli.second import add_second
from divergence.cli.setting import held_settings, in_ci, today
from divergence.cli.staged import staged
from divergence.errors import DivergenceError, InputError, RenderError, UsageError
from divergence.model.finding import CheckResult
from divergence.review.settings import FAIL_ON, SECOND, Held

_FLAGS = ("fail_on", "min_confidence", "sensitivity", "pipeline", "baseline", "accepted", *SECOND)
_REPORTS = ("html", "json", "pdf")
_FILES = {
    "sarif": "SARIF 2.1.0, for code scanning,",
    "junit": "JUnit XML, for dashboards,",
    "gitlab": "GitLab's Code Quality JSON",
    "summary": "a summary in Markdown",
}


def _renderers() -> dict[str, Callable[[CheckResult], bytes]]:
    """What ``--format`` and the options for files take."""
    from divergence.report.ci import check_text, github, gitlab, junit, sarif

    return {
        "text": check_text.render_check,
        "github": github.render_check,
        "sarif": sarif.render_check,
        "junit": junit.render_check,
        "gitlab": gitlab.render_check,
        "summary": github.render_summary,
    }


def _confidence(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise ValueError
    return value


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="the stories (default: the paths of the settings)")
    news = parser.add_argument_group("what is new")
    what = news.add_mutually_exclusive_group()
    what.add_argument("--since", metavar="REV", help="report what articles new or changed since REV in git bring")
    what.add_argument(
        "--staged",
        action="store_true",
        help="report what the staged changes bring; under pre-commit, what it was asked to check",
    )
    what.add_argument("--new", nargs="+", type=Path, metavar="FILE", help="report what these articles bring")
    news.add_argument(
        "--baseline", metavar="FILE", help="leave out the findings listed here (see: divergence baseline)"
    )
    gate = parser.add_argument_group("what fails")
    gate.add_argument(
        "--fail-on", choices=FAIL_ON, help="exit with status 1 at this severity or above (default: medium)"
    )
    gate.add_argument(
        "--min-confidence", type=_confidence, metavar="X", help="and at this confidence or above, 0 to 1 (default: 0)"
    )
    gate.add_argument("--accepted", metavar="FILE", help="editors' decisions (default: divergence.accepted.toml)")
    gate.add_argument(
        "--today", metavar="DATE", help="the day by which decisions with --until are judged (default: today)"
    )
    gate.add_argument(
        "--ci", action="store_true", help="allow no setting weaker than the base revision's (default where CI is set)"
    )
    out = parser.add_argument_group("output")
    out.add_argument(
        "--format", choices=list(_renderers()), default="text", help="what to print on standard output (default: text)"
    )
    for name, what_it_is in _FILES.items():
        out.add_argument(f"--{name}", type=Path, metavar="FILE", help=f"also write {what_it_is} here")
    add_jobs(out)
    out.add_argument("--reports", type=Path, metavar="DIR", help="also write the reports of the compared stories here")
    add_analysis(parser)
    add_second(parser, dry_run=False)


def _flags(args: Namespace) -> dict[str, Any]:
    """The settings that the command line states."""
    given = {name: getattr(args, name) for name in _FLAGS if getattr(args, name, None) is not None}
    given |= {"answers": str(args.answers)} if args.answers else {}
    return given | ({"paths": tuple(args.paths)} if args.paths else {})


def _held(args: Namespace, since: Revision | None) -> Held:
    """The settings that hold; in CI none weaker than at the base revision, where one is given."""
    prefix = f"{Path.cwd().relative_to(since.root).as_posix()}/".removeprefix("./") if since else ""
    guarded = since is not None and (args.ci or in_ci())
    source = (lambda name: since.text(prefix + name)) if since and guarded else None
    return held_settings(_flags(args), source, since.name if since else "")


def _today(args: Namespace) -> date:
    """The day on which decisions are judged."""
    return day(args.today, "--today") if args.today else today()


def _write_reports(args: Namespace, done: Checking, console: Console) -> bool:
    """Write each story's reports; whether all could be written. One that cannot be costs the others nothing."""
    from divergence.report import Presentation, output_format

    written = True
    folders = story_folders([c.story.id for c in done.comparisons], args.reports)
    for comparison, folder in zip(done.comparisons, folders, strict=True):
        made: dict[Path, bytes] = {}
        for form in map(output_format, _REPORTS):
            path = folder / form.filename
            console.progress(f"{comparison.story.id}: writing {path}")
            try:
                made[path] = rendered(form, comparison, Presentation())
            except RenderError as error:
                console.note(f"{path} was not made: {error}" + earlier(path))
        try:
            write_together(made)
        except InputError as error:
            console.note(str(error))
            written = False
    return written


def _write_files(args: Namespace, result: CheckResult) -> None:
    renderers = _renderers()
    named = {name: path for name in ("sarif", "junit", "gitlab") if (path := getattr(args, name))}
    write_together({path: renderers[name](result) for name, path in named.items()})
    if args.summary:  # other steps may have written there before
        before = args.summary.read_bytes() if args.summary.is_file() and not args.summary.is_symlink() else b""
        write_file(args.summary, before + renderers["summary"](result))


def _run(args: Namespace, console: Console) -> int:
    try:
        return _checked(args, console)
    except DivergenceError as error:
        _tell(args, str(error), console)
        raise


def _tell(args: Namespace, message: str, console: Console) -> None:
    """Why there is no result, where reviewers look: as an annotation and in the summary, beside standard error."""
    from divergence.report.ci.github import render_failure, render_failure_summary

    if args.format == "github":
        console.write(render_failure(message))
    if args.summary and not args.summary.is_symlink():
        before = args.summary.read_bytes() if args.summary.is_file() else b""
        write_file(args.summary, before + render_failure_summary(message))


def _checked(args: Namespace, console: Console) -> int:
    if args.staged:
        _name_from_anywhere(args)
        with staged() as last:
            return _check(args, last, console)
    since = revision(args.since, Path.cwd()) if args.since else None
    if since and not Path.cwd().is_relative_to(since.root):
        raise UsageError("--since: run this inside the repository.")
    return _check(args, since, console)


def _name_from_anywhere(args: Namespace) -> None:
    """Name what is written by its whole path, and stories as seen from here: the working folder is about to change."""
    for name in (*_FILES, "reports", "cache"):
        if path := getattr(args, name):
            setattr(args, name, Path(os.path.abspath(path)))
    args.paths = [os.path.relpath(path) for path in args.paths]


def _one_article(args: Namespace) -> None:
    """Read one file named alone as what it is in its story: the article whose news is asked for."""
    if len(args.paths) == 1 and (file := Path(args.paths[0])).is_file() and not (args.new or file.is_symlink()):
        args.paths = [str(file.parent)]
        args.new = None if args.since or args.staged else [file]


def _placed(held: Held, since: Revision | None) -> Held:
    """The settings, if their stories are here. Raises UsageError in a folder of the repository where they are not."""
    here = any(os.path.lexists(path) for path in held.settings.paths)
    if since and not here and Path.cwd() != since.root:
        named = ", ".join(held.settings.paths)
        raise UsageError(f"There is no {named} here. Paths are read from the working folder: run this in {since.root}?")
    return held


def _check(args: Namespace, since: Revision | None, console: Console) -> int:
    _one_article(args)
    held = _placed(_held(args, since), since)
    done = check_stories(args, held, since, _today(args), console)
    _write_files(args, done.result)
    console.write(_renderers()[args.format](done.result))
    written = True
    if args.reports:
        console.out.flush()
        written = _write_reports(args, done, console)
    if done.result.unread or not written:
        return UNREAD
    return FOUND if done.result.fails else FINE


COMMAND = Command(
    "check",
    "report new disagreements and fail on them, for CI",
    """\
Compare stories and report the disagreements that new articles bring. The exit status tells
the outcome: 0 nothing at or above --fail-on, 1 something, 2 wrong usage, 3 an article could
not be read or a second reading is incomplete, so that nothing can be concluded about it.

Settings may be given in divergence.toml or under [tool.divergence] in pyproject.toml.""",
    """\
examples:
  divergence check                                  everything in input/
  divergence check --since origin/main              what this branch brings
  divergence check stories/flood/reuters.txt        what this article brings to its story
  divergence check --fail-on high --sarif out.sarif --junit out.xml""",
    _add_arguments,
    _run,
)
