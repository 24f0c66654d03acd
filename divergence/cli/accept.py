"""``divergence accept``: keep a finding, with a reason."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.deciding import add_arguments, day, keep, take_over
from divergence.model.decision import Ground, Standing


def _add_arguments(parser: ArgumentParser) -> None:
    add_arguments(parser)
    parser.add_argument("--until", metavar="DATE", help="the last day on which it holds, as in 2030-12-31")
    parser.add_argument(
        "--explained-by",
        choices=[str(g) for g in Ground],
        default=Ground.NONE,
        help="why both sides are right (default: none, the difference stands)",
    )
    parser.add_argument(
        "--from", dest="source", type=Path, metavar="FILE", help="import all decisions exported from a page"
    )


def _run(args: Namespace, console: Console) -> int:
    if args.source:
        return take_over(args, console)
    until = day(args.until, "--until") if args.until else None
    return keep(args, console, Standing.ACCEPTED, Ground(args.explained_by), until)


COMMAND = Command(
    "accept",
    "accept a disagreement, with a reason, so that checks pass",
    """\
Say that a disagreement may stand: both sources are right in their own way, or the desk has
dealt with it. The decision is kept in divergence.accepted.toml, to be committed. When the
values change, the finding gets another id and is reported again. What a branch brings can be
accepted on main with --at, and counts in the branch's next check. Reports show what was
decided, by whom and when.""",
    """\
examples:
  divergence accept d-3f9a1c20 --reason "The ministry counts border guards, the agency does not."
  divergence accept d-3f9a1c20 --explained-by time --by AB --reason "Tolls still rising" --until 2030-01-31
  divergence accept d-3f9a1c20 --at origin/new-article --reason "Both ministries count, in their own ways."
  divergence accept --from border-talks.decisions.toml
                                                     the decisions exported from a page""",
    _add_arguments,
    _run,
)
