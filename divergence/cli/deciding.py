"""What ``accept`` and ``reject`` share: find a finding, and keep an editor's word on it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from divergence.cli.choices import add_analysis
from divergence.cli.console import Console
from divergence.cli.exits import FINE
from divergence.cli.files import write_file
from divergence.cli.reading import comparisons, find, reading
from divergence.cli.setting import from_folder, working_settings
from divergence.errors import UsageError
from divergence.model.comparison import Comparison, Divergence
from divergence.model.finding import Standing
from divergence.model.text import Notice
from divergence.review.decisions import Decision, decide, parse_decisions, with_decision, write_decisions
from divergence.review.settings import Settings


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the finding, as reports and checks name it (d-…)")
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="where its story is (default: the paths of the settings)"
    )
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why, for whoever reads it in a year")
    parser.add_argument(
        "--file", type=Path, metavar="FILE", help="where to keep it (default: divergence.accepted.toml)"
    )
    add_analysis(parser)


def _located(args: Namespace, settings: Settings, console: Console) -> tuple[Comparison, Divergence]:
    """The finding of that id in the stories as they are now."""
    lost: list[Notice] = []
    seen = 0
    for _, comparison in comparisons(find(args), reading(args, settings), console, lost.append):
        seen += 1
        for divergence in comparison.divergences:
            if divergence.id == args.id:
                return comparison, divergence
    for notice in lost:
        console.note(notice.message)
    raise UsageError(f"{args.id} is no finding of the {seen} stories compared. `divergence report` lists the ids.")


def read_decisions(file: Path) -> tuple[Decision, ...]:
    """The decisions kept in a file; none where there is none."""
    text = from_folder(str(file))
    return parse_decisions(text, str(file)) if text else ()


def keep(args: Namespace, console: Console, standing: Standing, until: date | None = None) -> int:
    """Keep the decision and say what it is about."""
    settings = working_settings()
    args.paths = args.paths or [*settings.paths]
    if not args.reason.strip():
        raise UsageError("--reason must say why.")
    file = args.file or Path(settings.accepted)
    decisions = read_decisions(file)
    comparison, divergence = _located(args, settings, console)
    decision = decide(standing, comparison, divergence, args.reason.strip(), until)
    write_file(file, write_decisions(with_decision(decisions, decision)).encode())
    limit = f" until {until}" if until else ""
    console.say(f"{standing}{limit}: {divergence.subject} ({divergence.id}, {comparison.story.id}) in {file}")
    return FINE
