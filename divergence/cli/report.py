"""``divergence report``: articles in; page, briefing and data out."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from divergence.cli.apart import files_apart, rendered
from divergence.cli.choices import DEFAULT_OUTPUT, add_analysis, add_paths, options
from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.deciding import read_decisions
from divergence.cli.exits import FINE, UNREAD
from divergence.cli.files import earlier, write_together
from divergence.cli.jobs import Failed, Progress, add_engine, add_jobs, choose_jobs, spread, tell_failed
from divergence.cli.listing import list_story, tell_lost
from divergence.cli.reading import compare_story, comparisons, find, load, pipeline_version, reading
from divergence.cli.resume import Entry, digest_of, program_setting, read_done
from divergence.cli.second import add_second, is_whole, second_reading, write_requests
from divergence.cli.setting import prepared_on, working_settings
from divergence.cli.targets import STANDARD_OUTPUT, Target, choose_targets, put, tables, to_standard_output
from divergence.errors import RenderError, UsageError
from divergence.model.comparison import Comparison
from divergence.model.decision import Decision
from divergence.model.text import Notice
from divergence.report.ci.phrases import plural
from divergence.report.ci.whole import whole
from divergence.review.decisions import remarks

if TYPE_CHECKING:
    from divergence.ingest.story import StoryInput
    from divergence.report.format import Presentation
    from divergence.report.overview import StorySummary
    from divergence.report.store import Store, StoredStory
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
        several = "; one table for all stories" if form.table else ""
        group.add_argument(
            f"--{form.name}",
            type=Path,
            metavar="FILE",
            help=f"write only {form.summary}, to FILE (-: standard output){several}",
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
    group.add_argument("--one-page", action="store_true", help="a one-page briefing: bottom line, findings, sources")
    group.add_argument(
        "--date",
        metavar="DATE",
        help="the day to print on the briefing (default: SOURCE_DATE_EPOCH, else none)",
    )
    many = parser.add_argument_group("many stories")
    add_jobs(many)
    add_engine(many)
    many.add_argument(
        "--store",
        type=Path,
        metavar="FILE",
        help="also keep articles, stories, findings and decisions in this SQLite file",
    )
    many.add_argument(
        "--resume",
        action="store_true",
        help="continue an earlier run with --resume into the same folder, skipping the stories that are done",
    )
    add_analysis(parser)
    add_second(parser)


def _write(comparison: Comparison, targets: Sequence[Target], look: Presentation, console: Console) -> list[Target]:
    """Write one story's files, all at one moment; returns those that exist now.

    One that cannot be made costs the others nothing.
    """
    made: list[tuple[Target, bytes]] = []
    for target in targets:
        console.progress(f"{comparison.story.id}: writing {target.path}")
        try:
            data = rendered(target.format, comparison, look)
        except RenderError as error:
            console.note(f"{target.path} was not made: {error}" + earlier(target.path))
            continue
        made.append((target, data))
    write_together({target.path: data for target, data in made if target.path != STANDARD_OUTPUT})
    for target, data in made:
        if target.path == STANDARD_OUTPUT:
            put(target.path, data, console)
    return [target for target, _ in made]


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


@dataclass(frozen=True, slots=True)
class StoryDone:
    """What came of one story."""

    out: str
    err: str
    missing: bool
    """Whether something that was asked for could not be made."""
    pages: tuple[Path, ...]
    files: tuple[Path, ...]
    findings: int
    comparison: Comparison | None
    """Only where a table of all stories is to be made."""
    as_measured: bool | None = None
    """Whether its second reading was made as it was measured; None where there is none."""
    summary: StorySummary | None = None
    """Only where an overview of all stories is to be made."""
    stored: StoredStory | None = None
    """Only where there is a store."""


@dataclass(frozen=True, slots=True)
class StoryReporter:
    """The reports of one story after another, by what the command line asks for."""

    args: Namespace
    targets: Mapping[Path, Sequence[Target]]
    decisions: tuple[Decision, ...]
    second: SecondReading | None
    look: Presentation

    def __call__(self, found: StoryInput) -> StoryDone:
        """A story's reports, with what is to be told of it kept for later."""
        out, err = StringIO(), StringIO()
        done = self.report(found, Console(out, err, quiet=True, debug=self.args.debug))
        return replace(done, out=out.getvalue(), err=err.getvalue())

    def report(self, found: StoryInput, console: Console) -> StoryDone:
        """Read, compare and write one story."""
        from divergence.ingest.story import read_story

        comparison = compare_story(read_story(found, each=files_apart), reading(self.args), console, self.second)
        incomplete = self.second is not None and not is_whole(comparison)
        comparison = _decided(comparison, self.decisions, console)
        wanted = self.targets[found.folder]
        written = _write(comparison, wanted, self.look, console)
        tell_lost(comparison, console)
        paths = tuple(target.path for target in written)
        if not to_standard_output(self.args):
            list_story(comparison, paths, console)
        return StoryDone(
            "",
            "",
            incomplete or any(target.asked and target not in written for target in wanted),
            tuple(target.path for target in written if target.format.name == "html"),
            paths,
            len(whole(comparison).findings),
            comparison if tables(self.args) else None,
            comparison.as_measured,
            self._summary(comparison, wanted),
            self._stored(comparison),
        )

    def _stored(self, comparison: Comparison) -> StoredStory | None:
        from divergence.report.store import stored

        return stored(comparison) if self.args.store else None

    def _summary(self, comparison: Comparison, wanted: Sequence[Target]) -> StorySummary | None:
        """What the overview tells of a story; none where its page is not in the folder of all."""
        from divergence.report.overview import summarise

        page = next((target.path for target in wanted if target.format.name == "html"), None)
        if len(self.targets) < 2 or page is None or not page.is_relative_to(self.args.out):
            return None
        return summarise(comparison, page.relative_to(self.args.out))


def _tell_reach(args: Namespace, console: Console, stories: Iterable[bool | None]) -> None:
    """What the method reaches, unless standard output holds a report, which says it itself."""
    from divergence.report.wording import reach, read_words

    if not to_standard_output(args):
        console.say(reach(read_words(args.templates), stories))


def _run(args: Namespace, console: Console) -> int:
    from divergence.report import Presentation

    if args.templates and not args.templates.is_dir():
        raise UsageError(f"--templates: there is no folder {args.templates}.")
    look = Presentation(args.templates, args.page_size, args.one_page, prepared_on(args.date))
    if args.resume and (tables(args) or to_standard_output(args)):
        raise UsageError("--resume goes with --out: for a table of all stories, all of them must be compared.")
    _put_tables(args, (), None)  # a library that is missing is told before anything is compared
    inputs = find(args)
    second = second_reading(args, console)
    if second is not None and args.engine:
        raise UsageError(
            "--engine: a model is asked by one process, which counts what it spends; leave out one of the two."
        )
    if second is not None and args.dry_run:
        return _write_requests(args, inputs, second, console)
    targets = dict(zip((i.folder for i in inputs), choose_targets(args, [i.id for i in inputs]), strict=True))
    work = StoryReporter(args, targets, _decisions(args, console), second, look)
    if len(inputs) == 1 and not (args.resume or args.engine or args.store):
        done: Iterable[tuple[StoryInput, StoryDone | Failed]] = [(inputs[0], work.report(inputs[0], console))]
    else:
        done = _report_all(work, inputs, console)
    status, stories = _tell(args, done, console)
    _tell_reach(args, console, stories)
    return status


def _tell(
    args: Namespace, done: Iterable[tuple[StoryInput, StoryDone | Failed]], console: Console
) -> tuple[int, list[bool | None]]:
    """What came of each story, in order, and whether each was read as measured; the table of all of them."""
    missing = False
    stories: list[bool | None] = []
    compared: list[Comparison] = []
    summaries: list[StorySummary] = []
    failed: list[str] = []
    for found, result in done:
        if isinstance(result, Failed):
            tell_failed(found.id, result, args.debug, console)
            failed.append(f"{found.id}: {result.why.split('; run again')[0]}")
            continue
        console.err.write(result.err)
        console.out.write(result.out)
        missing |= result.missing
        stories.append(result.as_measured)
        compared += [result.comparison] if result.comparison else []
        summaries += [result.summary] if result.summary else []
        if args.open:
            _open(result.pages, console)
    _put_tables(args, compared, console)
    if summaries:
        _write_overview(args, summaries, failed, console)
    return UNREAD if missing or failed else FINE, stories


def _write_overview(
    args: Namespace, summaries: Sequence[StorySummary], failed: Sequence[str], console: Console
) -> None:
    """One page on all stories, and one table of all their findings, beside their folders."""
    from divergence.report.csv import render_records
    from divergence.report.overview import PAGE, TABLE, overview, render_overview

    put(args.out / PAGE, render_overview(overview(summaries, failed), args.templates), console)
    ordered = sorted(summaries, key=lambda summary: summary.page)
    put(args.out / TABLE, render_records(record for summary in ordered for record in summary.records), console)
    console.say(f"{len(summaries)} stories → {args.out / PAGE}, {args.out / TABLE}")


def _put_tables(args: Namespace, compared: Sequence[Comparison], console: Console | None) -> None:
    """Write the tables of all stories; without a console, only try whether they can be made."""
    for target in tables(args):
        made = target.format.table(compared) if target.format.table else b""
        if console:
            put(target.path, made, console)


def _report_all(
    work: StoryReporter, inputs: Sequence[StoryInput], console: Console
) -> Iterator[tuple[StoryInput, StoryDone | Failed]]:
    """All stories in their order, with a store where one is asked for."""
    if not work.args.store:
        yield from _report_each(work, inputs, console, None)
        return
    from divergence.report.store import open_store

    with open_store(work.args.store) as store:
        yield from _report_each(work, inputs, console, store)


def _report_each(
    work: StoryReporter, inputs: Sequence[StoryInput], console: Console, store: Store | None
) -> Iterator[tuple[StoryInput, StoryDone | Failed]]:
    """All stories in their order, those that an earlier run did not do spread over processes."""
    args, progress = work.args, Progress(console, len(inputs))
    finished = read_done(args.out, _setting(work)) if args.resume else None
    keys = {found.folder: finished.key(found, _paths(work, found)) for found in inputs} if finished else {}
    known = {f.folder: e for f in inputs if finished and (e := finished.find(keys[f.folder]))}
    if store is not None:  # what is done must be in this store as well
        made = store.made()
        known = {f.folder: known[f.folder] for f in inputs if f.folder in known and made.get(f.id) == keys[f.folder]}
    todo = [found for found in inputs if found.folder not in known]
    # A model is asked by one process, which counts what it spends.
    jobs = choose_jobs(args.jobs, len(todo)) if work.second is None else 1
    if jobs > 1 and not args.engine:
        load(options(args).pipeline)
    results = iter(spread(work, todo, jobs, args.engine))
    for found in inputs:
        entry = known.get(found.folder)
        if entry:
            before = work.second.chosen == "story" if work.second else None  # done means that nothing was left out
            yield (
                found,
                StoryDone(entry.out, entry.err, False, (), (), entry.findings, None, before, read_summary(entry)),
            )
            progress.tell(found.id, entry.findings, again=True)
            continue
        result = next(results)
        if store is not None and isinstance(result, StoryDone) and result.stored is not None:
            store.put(result.stored, keys.get(found.folder, ""))
        if finished and isinstance(result, StoryDone) and not result.missing:
            files = {str(path): digest_of(path) for path in result.files}
            key = keys[found.folder]
            finished.add(entry_of(key, found.id, result, files))
        yield found, result
        progress.tell(found.id, 0 if isinstance(result, Failed) else result.findings)


def _paths(work: StoryReporter, found: StoryInput) -> list[str]:
    return [str(target.path) for target in work.targets[found.folder]]


def entry_of(key: str, story: str, done: StoryDone, files: Mapping[str, str]) -> Entry:
    """What a later run must know of a story that is done."""
    from divergence.report.overview import to_json

    summary = to_json(done.summary) if done.summary else None
    return Entry(key, story, done.out, done.err, done.findings, files, summary)


def read_summary(entry: Entry) -> StorySummary | None:
    """What an earlier run noted of a story for the overview."""
    from divergence.report.overview import from_json

    return from_json(entry.summary) if entry.summary else None


def _setting(work: StoryReporter) -> str:
    """Everything but its articles and the places of its files that decides a story's reports."""
    from divergence.report.wording import shipped_templates

    args, chosen = work.args, options(work.args)
    templates = [shipped_templates(), *([args.templates] if args.templates else [])]
    asked = (chosen.sensitivity, work.look, work.decisions, work.second)
    return program_setting(pipeline_version(chosen.pipeline), asked, templates)


def _write_requests(args: Namespace, inputs: Sequence[StoryInput], second: SecondReading, console: Console) -> int:
    """Write what would be asked, and send nothing."""
    lost: list[Notice] = []
    args.dry_run.unlink(missing_ok=True)
    for found, comparison in comparisons(inputs, reading(args), console, lost.append):
        count = write_requests(comparison, second, args.dry_run)
        console.say(f"{found.id}: {plural(count, 'request')} → {args.dry_run}")
    return UNREAD if lost else FINE


COMMAND = Command(
    "report",
    "compare articles and write a page, a briefing and data",
    """\
Compare the articles of one story, or of each of several stories, and write for each
a page to read (report.html), a briefing to print (briefing.pdf) and data (report.json).
A file that cannot be read is named in the report; the others are compared all the same.""",
    """\
examples:
  divergence report                                  the stories in input/, into output/
  divergence report input/istanbul-talks --open      one story, and open its page
  divergence report dawn.txt reuters.html --html talks.html
                                                     two files, and only the page
  divergence report input --format html,markdown     pages, and Markdown to paste into a ticket
  divergence report input --csv all.csv              one table for all stories, one line per statement
  divergence report input --xlsx all.xlsx            the same as a workbook
  divergence report input/istanbul-talks --json -    JSON on standard output
  divergence report input --templates our-look       with your own templates (see the README)""",
    _add_arguments,
    _run,
)
