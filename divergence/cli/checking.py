"""The work of ``divergence check``: which stories to compare, with what before, and what is news in them."""

from __future__ import annotations

import os
import tempfile
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from divergence.cli.apart import files_apart
from divergence.cli.choices import options
from divergence.cli.console import Console
from divergence.cli.coverage import place, removed, same_place, uncompared, whole
from divergence.cli.deciding import read_decisions
from divergence.cli.doubt import doubtful_dates
from divergence.cli.git import Revision, changed_paths, lay_out
from divergence.cli.jobs import Failed, Progress, choose_jobs, spread, tell_failed
from divergence.cli.reading import ArticleReader, compare_story, load, located
from divergence.cli.second import Terms, prepare, read_answers
from divergence.cli.setting import from_folder, in_ci
from divergence.errors import InputError, UsageError
from divergence.model.comparison import Comparison
from divergence.model.decision import Decision
from divergence.model.finding import INCONCLUSIVE, LOST, NOT_ASKED, CheckResult, Finding
from divergence.model.text import Notice, Story
from divergence.report.ci.position import LINE_TRUE_READER, place_in_source
from divergence.review.baseline import Baseline, differences, parse_baseline
from divergence.review.decisions import parse_decisions, remarks
from divergence.review.news import Before, Stood, changed_articles, find_news, is_update_by, ranked, remember
from divergence.review.settings import Held
from divergence.version import __version__

if TYPE_CHECKING:
    from divergence.ingest.story import StoryInput
    from divergence.second.reading import SecondReading


@dataclass(frozen=True, slots=True)
class Checking:
    """What a check found, and the comparisons it made for it."""

    result: CheckResult
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One story to check: as it is, and as it was before the new articles, where that is asked."""

    story: Story
    before: Story | None = None
    limited: bool = False
    """Whether only new and changed articles bring news."""


@dataclass(slots=True)
class _Work:
    """What a check goes by throughout."""

    held: Held
    reading: ArticleReader
    console: Console
    root: Path
    second: SecondReading | None = None
    notices: list[Notice] = field(default_factory=list)
    """About stories of which nothing could be read."""

    def compare(self, story: Story) -> Comparison:
        """A story compared, by both readings where a model is asked too."""
        found = compare_story(story, self.reading, self.console, self.second)
        if self.second is None:
            self.reading.remember(found)
        return found

    def read(self, found: StoryInput, then: Path | None = None) -> Story | None:
        """A story with its files named as seen from the top folder; None, with a notice, where nothing can be read.

        ``then`` is the top folder of an earlier state, of which no notice is kept.
        """
        from divergence.ingest.story import read_story

        try:
            return located(read_story(found, then or self.root, each=files_apart), found.base, then or self.root)
        except InputError as error:
            if then is None:
                self.notices.append(Notice("unreadable", str(error), path=str(found.folder)))
            return None


def check_stories(args: Namespace, held: Held, since: Revision | None, today: date, console: Console) -> Checking:
    """Compare what must be compared and gather what is news."""
    chosen = options(args, held.settings)
    root = since.root if since else Path.cwd()
    second = _second(args, held, since, console)
    work = _Work(held, ArticleReader(chosen, args.cache, again=True, minutes=args.story_minutes), console, root, second)
    baseline = _baseline(held, since, args)
    decisions, waiting = _decisions(held, since, args)
    judge = _Judge(work, baseline, decisions, today)
    found: list[Finding] = []
    comparisons: list[Comparison] = []
    told: list[Notice] = []
    look_after: list[str] = []
    for case, checked in _check_all(judge, list(_cases(args, work, since)), args):
        if isinstance(checked, Failed):
            tell_failed(case.story.id, checked, args.debug, console)
            why = checked.why.split("; run again")[0]
            work.notices.append(Notice("unreadable", f"{case.story.id} could not be compared: {why}"))
            continue
        comparisons.append(checked.comparison)
        found += checked.news
        told += checked.notices
        look_after += checked.remarks
    pipeline = comparisons[0].pipeline if comparisons else ""
    look_after += [*remarks(decisions, comparisons, today), *waiting]
    look_after += differences(baseline, pipeline) if baseline else ()
    result = CheckResult(
        findings=ranked(found),
        stories=tuple(c.story for c in comparisons),
        notices=(*work.notices, *told),
        settings=held.lines(),
        remarks=tuple(look_after),
        tool=__version__,
        pipeline=pipeline,
        as_measured=tuple(c.as_measured for c in comparisons),
    )
    return Checking(result, tuple(comparisons))


@dataclass(frozen=True, slots=True)
class _Checked:
    """A story compared, and what is news in it."""

    comparison: Comparison
    news: tuple[Finding, ...]
    notices: tuple[Notice, ...]
    remarks: tuple[str, ...] = ()
    """What the desk should look after in it."""


@dataclass(frozen=True, slots=True)
class _Judge:
    """Compares one story after another and tells what is news."""

    work: _Work
    baseline: Baseline | None
    decisions: tuple[Decision, ...]
    today: date

    def __call__(self, case: Case) -> _Checked:
        work, settings = self.work, self.work.held.settings
        comparison = work.compare(case.story)
        known = self.baseline.known if self.baseline else frozenset()
        own = frozenset(id for story, id in known if story == case.story.id)
        changed = changed_articles(case.story, case.before) if case.limited else None
        doubts = doubtful_dates(comparison.story, changed, self.today)
        before = Before(changed, (), own, self.decisions, frozenset(doubts))
        news = find_news(comparison, before, settings, self.today)
        if news and case.before is not None:
            before = replace(before, stood=_stood(case.before, work))
            news = find_news(comparison, before, settings, self.today)
        told = tuple(_notices(comparison, case.story, changed))
        placed = tuple(_with_line(finding, work.root) for finding in news)
        return _Checked(comparison, placed, told, tuple(_doubted(doubts, news)))


def _check_all(judge: _Judge, cases: Sequence[Case], args: Namespace) -> Iterator[tuple[Case, _Checked | Failed]]:
    """All stories in their order, spread over processes; one by itself in this one, where an error ends the check."""
    work = judge.work
    if len(cases) == 1:
        yield cases[0], judge(cases[0])
        return
    # A model is asked by one process, which counts what it spends.
    jobs = choose_jobs(args.jobs, len(cases)) if work.second is None else 1
    if jobs > 1:
        load(work.reading.options.pipeline)
    progress = Progress(work.console, len(cases))
    quiet = replace(work, console=replace(work.console, quiet=True))
    for case, checked in zip(cases, spread(replace(judge, work=quiet), cases, jobs), strict=True):
        yield case, checked
        progress.tell(case.story.id, 0 if isinstance(checked, Failed) else len(checked.news))


def _notices(comparison: Comparison, given: Story, changed: frozenset[str] | None) -> Iterator[Notice]:
    """The notices of a comparison of what was given; that an old article cannot be read or compared is no news."""
    old = {a.path for a in given.articles if changed is not None and a.id not in changed}
    for notice in comparison.notices:
        if notice.code in INCONCLUSIVE and changed is not None and notice.article not in changed:
            continue
        if notice.code == "unreadable" and notice.path in old:
            continue
        yield _of_story(notice, comparison)


def _doubted(doubts: Mapping[str, str], news: Sequence[Finding]) -> Iterator[str]:
    """The doubts about dates by which something that is news would count as an update."""
    for id, doubt in doubts.items():
        if any(is_update_by(finding.divergence, frozenset({id})) for finding in news):
            yield doubt


def _with_line(finding: Finding, root: Path) -> Finding:
    """A finding in a page or in Markdown with the line of its source that shows the words."""
    from divergence.ingest.files import read_file

    article = next(a for a in finding.story.articles if a.id == finding.primary.span.article)
    if article.reader == LINE_TRUE_READER:
        return finding
    data = read_file(root / article.path, root)
    source = data.decode("utf-8", "replace") if isinstance(data, bytes) else ""
    at = place_in_source(source, finding.primary.text)
    return replace(finding, line=at.line, columns=(at.column, at.end_column)) if at else finding


def _stood(story: Story, work: _Work) -> tuple[Stood, ...]:
    """What a story disagreed on before; one article alone disagrees on nothing."""
    if len(story.articles) < 2:
        return ()
    if work.second is not None:
        found = compare_story(story, work.reading, work.console, work.second.replay())
        return tuple(remember(story, divergence) for divergence in found.divergences)
    return work.reading.stood(story, lambda: compare_story(story, work.reading, work.console))


def _of_story(notice: Notice, comparison: Comparison) -> Notice:
    """A notice that says which story it is about, where that is no file."""
    told = notice.code in NOT_ASKED
    return replace(notice, message=f"{comparison.story.id}: {notice.message}") if told else notice


def _second(args: Namespace, held: Held, since: Revision | None, console: Console) -> SecondReading | None:
    """The second reading by the settings that hold; in CI with the answers that stood at the base revision."""
    settings = held.settings
    if not settings.model and not settings.answers:
        return None
    answers = Path(settings.answers) if settings.answers else None
    counts = (settings.window, settings.max_requests, settings.max_tokens)
    terms = Terms(settings.model, answers, settings.model_task, *counts, args.force_model, settings.model_host)
    recordings = read_answers(terms)
    if (
        since is not None
        and answers is not None
        and _guarded(since, args)
        and whole(answers).is_relative_to(since.root)
    ):
        from divergence.second.record import guard, parse_recordings

        text = _source(settings.answers, since)
        name = f"{since.name}:{settings.answers}"
        recordings = guard(recordings, parse_recordings(text, name) if text else {})
    return prepare(terms, recordings, console, ask=not args.replay)


def _cases(args: Namespace, work: _Work, since: Revision | None) -> Iterator[Case]:
    """The stories to check. Raises InputError and UsageError where the paths are wrong."""
    from divergence.ingest.story import find_stories

    inputs = find_stories(work.held.settings.paths)
    if since is not None:
        yield from _cases_since(inputs, work, since)
    elif args.new:
        yield from _cases_new(inputs, work, args.new)
    else:
        yield from (Case(story) for found in inputs if (story := work.read(found)))


def _cases_since(inputs: Iterable[StoryInput], work: _Work, since: Revision) -> Iterator[Case]:
    """The stories of which a file changed since a revision, each with what it was then."""
    changed = changed_paths(since)
    found_all = tuple(inputs)
    work.notices += uncompared(changed, found_all, work.held.settings, since.root)
    for found in found_all:
        folder = whole(found.folder)
        if not folder.is_relative_to(since.root):
            raise UsageError(f"--since: {found.folder} lies outside the repository at {since.root}.")
        if not any(_concerns(path, found, folder) for path in changed):
            continue
        story = work.read(found)
        if story is None:
            continue
        with tempfile.TemporaryDirectory(prefix="divergence-") as temporary:
            before = _story_before(found, folder, work, since, Path(temporary).resolve())
        story = _without_old_losses(story, before)
        yield Case(replace(story, notices=(*story.notices, *removed(story, before))), before, limited=True)


def _concerns(path: Path, found: StoryInput, folder: Path) -> bool:
    """Whether a changed path is one of a story's files or lies beside them; what lies deeper is another story's."""
    return path == folder or path.parent in (folder, whole(place(found)))


def _story_before(found: StoryInput, folder: Path, work: _Work, since: Revision, into: Path) -> Story | None:
    """The same story at an earlier revision; None where there was none."""
    from divergence.ingest.story import find_stories

    then = lay_out(since, folder, into)
    if then.is_symlink() or not then.is_dir():
        return None
    try:
        inputs = find_stories([then])
    except InputError:
        return None
    earlier = same_place(inputs, then, then / whole(place(found)).relative_to(folder))
    return work.read(replace(earlier, id=found.id), into) if earlier else None


def _without_old_losses(story: Story, before: Story | None) -> Story:
    """The story without notices on files that could not be read before either: they are no news."""
    old = {(n.code, n.path) for n in before.notices} if before else set()
    return replace(story, notices=tuple(n for n in story.notices if n.code not in LOST or (n.code, n.path) not in old))


def _cases_new(inputs: Iterable[StoryInput], work: _Work, new: Iterable[Path]) -> Iterator[Case]:
    """The stories that hold one of the named files, each with what it is without them."""
    named = {whole(path) for path in new}
    tops = [whole(Path(path)) for path in work.held.settings.paths]
    for path in sorted(named):
        if not path.exists() and not path.is_symlink():
            raise InputError(f"--new: there is no {path}.")
    placed: set[Path] = set()
    for found in inputs:
        own = {file for file in found.files if whole(file) in named}
        if not own:
            continue
        placed |= {whole(file) for file in own}
        rest = tuple(file for file in found.files if file not in own)
        story = work.read(found)
        if story is not None:
            before = work.read(replace(found, files=rest)) if rest else None
            yield Case(story, before, limited=True)
    work.notices += uncompared(named - placed, (), work.held.settings, work.root)
    outside = [path for path in named - placed if not any(path.is_relative_to(top) for top in tops)]
    if outside:
        left = ", ".join(sorted(map(str, outside)))
        raise UsageError(f"--new: {left} is in none of the stories compared. Give its story's folder as PATH.")


def _source(name: str, since: Revision) -> str | None:
    """A file of the base revision, named as seen from the working folder."""
    whole = Path(os.path.normpath(Path.cwd() / name))
    if not whole.is_relative_to(since.root):
        raise UsageError(f"{name} lies outside the repository at {since.root}, so {since.name} has no version of it.")
    return since.text(whole.relative_to(since.root).as_posix())


def _guarded(since: Revision | None, args: Namespace) -> bool:
    return since is not None and (args.ci or in_ci())


def _baseline(held: Held, since: Revision | None, args: Namespace) -> Baseline | None:
    """The known findings; in CI those of the base revision, unless the command line names the file."""
    name = held.settings.baseline
    if not name:
        return None
    base = since is not None and _guarded(since, args) and args.baseline is None
    text = _source(name, since) if base and since else from_folder(name)
    if text is None:
        if base:
            return None
        raise UsageError(f"There is no baseline {name}. Write it with: divergence baseline --out {name}")
    return parse_baseline(text, name)


def _decisions(held: Held, since: Revision | None, args: Namespace) -> tuple[tuple[Decision, ...], list[str]]:
    """The editors' decisions that count, and a line on each that has to be merged first."""
    name = held.settings.accepted
    here = read_decisions(Path(name))
    if since is None or not _guarded(since, args) or held.settings.accept_from == "head" or args.accepted:
        return here, []
    text = _source(name, since)
    before = parse_decisions(text, f"{since.name}:{name}") if text else ()
    waiting = [d for d in here if d not in before]
    why = "counts once it is merged (accept-from = base)"
    return before, [f"{d.standing} {d.id} of {d.story} ({d.subject}) {why}" for d in waiting]
