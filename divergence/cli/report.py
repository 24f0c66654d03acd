"""``divergence report``: articles in; page, briefing and data out."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from divergence.cli.choices import DEFAULT_OUTPUT, add_analysis, add_paths
from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.deciding import read_decisions
from divergence.cli.exits import FINE, UNREAD
from divergence.cli.listing import list_story, tell_lost
from divergence.cli.reading import comparisons, find, reading
from divergence.cli.second import add_second, is_whole, second_reading, write_requests
from divergence.cli.setting import prepared_on, working_settings
from divergence.cli.targets import Target, choose_targets, put, to_standard_output
from divergence.errors import RenderError, UsageError
from divergence.model.comparison import Comparison
from divergence.model.decision import Decision
from divergence.model.text import Notice
from divergence.review.decisions import remarks

if TYPE_CHECKING:
    from divergence.ingest.story import StoryInput
    from divergence.report.format import Presentation
    from divergence.second.reading import SecondReading


def _add_arguments(parser: ArgumentParser) -> None:
    from divergence.report import FORMATS, PAPERS

    names = ", ".join(f.name for f in FORMATS)
    add_paths(parser)
    group = parser.add_argument_group("output")
    group.add_argument(
        "--out", type=Path, default=Path(DEFAULT_OUTPUT), metavar="DIR", help=f"folder (default: {DEFAULT_OUTPUT}/)"
    )
    group.add_argument(
        "--format", metavar="LIST", help=f"formats, with commas between: {names} (default: html,pdf,json)"
    )
    for form in FORMATS:
        several = "; one table for all stories" if form.name == "csv" else ""
        group.add_argument(
            f"--{form.name}",
            type=Path,
            metavar="FILE",
            help=f"write {form.summary} here and nothing else (-: standard output){several}",
        )
    group.add_argument("--open", action="store_true", help="open the page in the browser")
    group.add_argument(
        "--templates",
        "--template",
        type=Path,
        metavar="DIR",
        help="a folder of templates that replace shipped ones of the same name",
    )
    group.add_argument(
        "--decisions",
        type=Path,
        metavar="FILE",
        help="show what editors decided, from this file (default: divergence.accepted.toml, where there is one)",
    )
    group.add_argument("--page-size", choices=PAPERS, default=PAPERS[0], help="paper of the briefing (default: a4)")
    group.add_argument("--one-page", action="store_true", help="a briefing of one page: bottom line, findings, sources")
    group.add_argument(
        "--date",
        metavar="DATE",
        help="the day to print on the briefing (default: SOURCE_DATE_EPOCH, else none)",
    )
    add_analysis(parser)
    add_second(parser)


def _write(comparison: Comparison, targets: Sequence[Target], look: Presentation, console: Console) -> Iterator[Target]:
    """Write one story's files, yielding those that exist now; one that cannot be made costs the others nothing."""
    for target in targets:
        console.progress(f"{comparison.story.id}: writing {target.path}")
        try:
            data = target.format.render(comparison, look)
        except RenderError as error:
            console.note(f"{target.path} was not made: {error}")
            continue
        put(target.path, data, console)
        yield target


def _decisions(args: Namespace, console: Console) -> tuple[Decision, ...]:
    """What editors decided, for the reports to show."""
    if args.decisions and not args.decisions.is_file():
        raise UsageError(f"--decisions: there is no file {args.decisions}.")
    file = args.decisions or Path(working_settings().accepted)
    decisions = read_decisions(file)
    if decisions:
        console.progress(f"{len(decisions)} decisions from {file}")
    return decisions


def _decided(comparison: Comparison, decisions: Sequence[Decision], console: Console) -> Comparison:
    """The comparison with what was decided on its findings; a decision on a finding that is gone is told."""
    own = tuple(decision for decision in decisions if decision.story == comparison.story.id)
    found = {divergence.id for divergence in comparison.divergences}
    for line in remarks(own, [comparison], date.min):
        console.note(line)
    return replace(comparison, decisions=tuple(decision for decision in own if decision.id in found))


def _open(pages: Sequence[Path], console: Console) -> None:
    import webbrowser

    for page in pages:
        if not webbrowser.open(page.resolve().as_uri()):
            console.note(f"no browser could be started; open {page} yourself.")


def _run(args: Namespace, console: Console) -> int:
    from divergence.report import Presentation
    from divergence.report.csv import render_stories

    if args.templates and not args.templates.is_dir():
        raise UsageError(f"--templates: there is no folder {args.templates}.")
    look = Presentation(args.templates, args.page_size, args.one_page, prepared_on(args.date))
    inputs = find(args)
    second = second_reading(args, console)
    if second is not None and args.dry_run:
        return _write_requests(args, inputs, second, console)
    targets = dict(zip((i.folder for i in inputs), choose_targets(args, [i.id for i in inputs]), strict=True))
    decisions = _decisions(args, console)
    lost: list[Notice] = []
    tables: list[Comparison] = []
    missing = False
    for found, comparison in comparisons(inputs, reading(args), console, lost.append, second):
        missing |= second is not None and not is_whole(comparison)
        wanted = targets[found.folder]
        comparison = _decided(comparison, decisions, console)
        written = list(_write(comparison, wanted, look, console))
        missing |= any(target.asked and target not in written for target in wanted)
        tell_lost(comparison, console)
        tables.extend([comparison] if args.csv else [])
        if not to_standard_output(args):
            list_story(comparison, [target.path for target in written], console)
        if args.open:
            _open([target.path for target in written if target.format.name == "html"], console)
    if args.csv:
        put(args.csv, render_stories(tables), console)
    for notice in lost:
        console.note(notice.message)
    return UNREAD if missing or len(lost) == len(inputs) else FINE


def _write_requests(args: Namespace, inputs: Sequence[StoryInput], second: SecondReading, console: Console) -> int:
    """Write what would be asked, and send nothing."""
    lost: list[Notice] = []
    args.dry_run.unlink(missing_ok=True)
    for found, comparison in comparisons(inputs, reading(args), console, lost.append):
        count = write_requests(comparison, second, args.dry_run)
        console.say(f"{found.id}: {count} requests → {args.dry_run}")
    return UNREAD if lost else FINE


COMMAND = Command(
    "report",
    "compare articles and write a page, a briefing and data",
    """\
Compare the articles of one story, or of each of several stories, and write for each
a page to read (report.html), a briefing to print (briefing.pdf) and data (report.json).
A file that cannot be read is named in the report and costs the others nothing.""",
    """\
examples:
  divergence report                                  the stories in input/, into output/
  divergence report input/istanbul-talks --open      one story, and open its page
  divergence report dawn.txt reuters.html --html talks.html
                                                     two files, and nothing but the page
  divergence report input --format html,markdown     pages, and Markdown to paste into a ticket
  divergence report input --csv all.csv              one table for all stories, one line a statement
  divergence report input/istanbul-talks --json -    JSON on standard output
  divergence report input --templates our-look       with your own templates (see the README)""",
    _add_arguments,
    _run,
)
