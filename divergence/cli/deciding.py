"""What ``accept`` and ``reject`` share: find a finding, and keep an editor's word on it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path

from divergence.cli.choices import add_analysis
from divergence.cli.console import Console
from divergence.cli.exits import FINE
from divergence.cli.files import write_file
from divergence.cli.reading import comparisons, find, reading
from divergence.cli.setting import from_folder, today, working_settings
from divergence.cli.staged import laid_out
from divergence.errors import InputError, UsageError
from divergence.model.comparison import Comparison, Divergence
from divergence.model.decision import Decision, Ground, Standing
from divergence.model.text import Notice
from divergence.review.decisions import decide, parse_decisions, with_decision, write_decisions
from divergence.review.settings import Settings


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "id",
        nargs="?",
        metavar="ID",
        help="the finding, as reports and checks name it (d-…), or STORY/d-… if two stories have one of that name",
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="where its story is (default: the paths of the settings)"
    )
    parser.add_argument(
        "--at", metavar="REV", help="find it in the stories of this branch or revision, before it is merged"
    )
    parser.add_argument("--reason", metavar="TEXT", help="why, for whoever reads it in a year (required)")
    parser.add_argument("--by", default="", metavar="NAME", help="who decides: initials or a name")
    parser.add_argument("--on", metavar="DATE", help="the day of the decision, as in 2030-12-31 (default: today)")
    parser.add_argument(
        "--file", type=Path, metavar="FILE", help="where to keep it (default: divergence.accepted.toml)"
    )
    add_analysis(parser)


def day(text: str, option: str) -> date:
    """A date as people write it on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option} {text!r} is not a date; write it like 2030-12-31.") from error


def _located(args: Namespace, settings: Settings, console: Console) -> tuple[Comparison, Divergence]:
    """The one finding of that id in the stories as they are now; the user must say which where it stands in several."""
    story, _, id = args.id.rpartition("/")
    inputs = tuple(found for found in find(args) if story in ("", found.id))
    lost: list[Notice] = []
    compared = [comparison for _, comparison in comparisons(inputs, reading(args, settings), console, lost.append)]
    found = [(comparison, d) for comparison in compared for d in comparison.divergences if d.id == id]
    if len(found) == 1:
        return found[0]
    for notice in lost:
        console.note(notice.message)
    if found:
        names = " or ".join(f"{comparison.story.id}/{id}" for comparison, _ in found)
        raise UsageError(f"{id} is a finding of {len(found)} stories. Say which: {names}.")
    raise UsageError(f"{args.id} is in none of the {len(compared)} stories compared. `divergence report` lists ids.")


def read_decisions(file: Path) -> tuple[Decision, ...]:
    """The decisions kept in a file; none where there is none."""
    text = from_folder(str(file))
    return parse_decisions(text, str(file)) if text else ()


def kept_in(args: Namespace) -> Path:
    """The file of decisions that the command line names, else the settings."""
    return args.file or Path(working_settings().accepted)


def keep(args: Namespace, console: Console, standing: Standing, ground: Ground, until: date | None = None) -> int:
    """Keep the decision and say what it is about."""
    settings = working_settings()
    args.paths = args.paths or [*settings.paths]
    if not args.id or not (args.reason or "").strip():
        raise UsageError("name a finding, and say why with --reason.")
    when = day(args.on, "--on") if args.on else today()
    file = kept_in(args)
    decisions = read_decisions(file)
    with laid_out(args.at) if args.at else nullcontext():
        comparison, divergence = _located(args, settings, console)
    decision = decide(standing, comparison, divergence, args.reason.strip(), until)
    decision = replace(decision, ground=ground, who=args.by.strip(), when=when)
    write_file(file, write_decisions(with_decision(decisions, decision)).encode())
    limit = f" until {until}" if until else ""
    console.say(f"{standing}{limit}: {divergence.subject} ({divergence.id}, {comparison.story.id}) in {file}")
    return FINE


def take_over(args: Namespace, console: Console) -> int:
    """Add the decisions of another file, such as a page exports, to those kept; a newer word replaces an older one."""
    if not args.source.is_file():
        raise InputError(f"There is no file {args.source}.")
    file, new = kept_in(args), read_decisions(args.source)
    decisions = read_decisions(file)
    for decision in new:
        decisions = with_decision(decisions, decision)
    write_file(file, write_decisions(decisions).encode())
    console.say(f"{len(new)} decisions of {args.source} taken over; {len(decisions)} in {file}")
    return FINE
