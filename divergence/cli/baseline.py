"""``divergence baseline``: write the list of known findings."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from divergence.cli.choices import add_analysis
from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.exits import FINE, UNREAD
from divergence.cli.files import write_file
from divergence.cli.reading import comparisons, find, reading
from divergence.cli.setting import working_settings
from divergence.model.text import Notice
from divergence.report.ci.phrases import plural
from divergence.review.baseline import parse_baseline, write_baseline

USUAL_FILE = "divergence.baseline.json"


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="the stories (default: the paths of the settings)")
    parser.add_argument("--out", type=Path, metavar="FILE", help=f"where to write it (default: {USUAL_FILE})")
    add_analysis(parser)


def _run(args: Namespace, console: Console) -> int:
    settings = working_settings()
    args.paths = args.paths or [*settings.paths]
    file = args.out or Path(settings.baseline or USUAL_FILE)
    lost: list[Notice] = []
    text = write_baseline(c for _, c in comparisons(find(args), reading(args, settings), console, lost.append))
    write_file(file, text.encode())
    console.say(f"{plural(len(parse_baseline(text, str(file)).known), 'known finding')} in {file}")
    for notice in lost:
        console.note(notice.message)
    return UNREAD if lost else FINE


COMMAND = Command(
    "baseline",
    "write the list of known findings, for check --baseline",
    """\
List the disagreements that exist today, so that checks report only later ones. The list names
the versions of the tool, of the language pipeline and of the weights that found them.""",
    """\
examples:
  divergence baseline                      the stories in input/, into divergence.baseline.json
  divergence check --baseline divergence.baseline.json""",
    _add_arguments,
    _run,
)
