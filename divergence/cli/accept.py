"""``divergence accept``: keep a finding, with a reason."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date

from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.deciding import add_arguments, keep
from divergence.errors import UsageError
from divergence.model.finding import Standing


def _add_arguments(parser: ArgumentParser) -> None:
    add_arguments(parser)
    parser.add_argument("--until", metavar="DATE", help="the last day on which it holds, as 2030-12-31")


def day(text: str, option: str) -> date:
    """A date as people write it on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option} {text!r} is no date; write it as 2030-12-31.") from error


def _run(args: Namespace, console: Console) -> int:
    until = day(args.until, "--until") if args.until else None
    return keep(args, console, Standing.ACCEPTED, until)


COMMAND = Command(
    "accept",
    "keep a disagreement, with a reason, so that checks pass",
    """\
Say that a disagreement may stand: both sources are right in their way, or the desk has dealt
with it. It is kept in divergence.accepted.toml, to be committed. When the values change, the
finding has another id and is reported again.""",
    """\
examples:
  divergence accept d-3f9a1c20 --reason "The ministry counts border guards, the agency does not."
  divergence accept d-3f9a1c20 --reason "Tolls still rising" --until 2030-01-31""",
    _add_arguments,
    _run,
)
