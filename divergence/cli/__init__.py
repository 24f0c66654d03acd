"""The command line: files in, files out, messages for people, exit statuses for machines."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence

from divergence.cli.commands import COMMANDS
from divergence.cli.console import Console, standard_console
from divergence.cli.exits import FINE, INTERRUPTED, UNREAD, USAGE
from divergence.cli.piped import taken_in
from divergence.errors import DivergenceError, UsageError
from divergence.version import __version__

_DESCRIPTION = """\
Compare news articles on one story and find the facts on which they differ:
who was killed, how many, where, when, for how long, and who says so.
It never says who is right."""

_EXAMPLES = """\
start here:
  divergence report input/istanbul-talks     a folder of articles, one story
  divergence report a.txt b.html c.md        several files, one story
  divergence report input                    a folder of such folders
  divergence report --help                   every command explains itself

exit status:
  0 done   1 a check found a disagreement   2 wrong usage   3 something could not be read or written"""


def build_parser() -> ArgumentParser:
    """The whole command line."""
    parser = ArgumentParser(
        "divergence", description=_DESCRIPTION, epilog=_EXAMPLES, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"divergence {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        sub = commands.add_parser(
            command.name,
            help=command.summary,
            description=command.description,
            epilog=command.examples,
            formatter_class=RawDescriptionHelpFormatter,
        )
        command.add_arguments(sub)
        sub.add_argument("--quiet", action="store_true", help="show no progress on standard error")
        sub.add_argument("--debug", action="store_true", help="show where in the program an error occurred")
        sub.set_defaults(run=command.run)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; no input makes it raise."""
    args = build_parser().parse_args(arguments)
    console = standard_console()
    console.quiet, console.debug = args.quiet, args.debug
    try:
        with taken_in(args):
            status = int(args.run(args, console))
        console.out.flush()
    except BrokenPipeError:
        return _reader_left()
    except KeyboardInterrupt:
        console.note("stopped.")
        return INTERRUPTED
    except Exception as error:
        return _explain(error, args, console)
    return status


def _reader_left() -> int:
    """Whoever read our output has enough of it, as ``| head`` does; nothing is wrong."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FINE


def _explain(error: Exception, args: Namespace, console: Console) -> int:
    """One line on what went wrong and what to do; where in the program, only on request."""
    if args.debug:
        for line in traceback.format_exception(error):
            for part in line.rstrip().splitlines():
                console.note(part)
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        console.note(f"there was no room for what was to be written ({error}).")
        return UNREAD
    if isinstance(error, DivergenceError):
        console.note(str(error))
        return USAGE if isinstance(error, UsageError) else UNREAD
    console.note(
        f"something unforeseen happened ({type(error).__name__}: {error}). Nothing half-written was left. "
        "Run again with --debug and report it with that output and, if you may, the articles."
    )
    return UNREAD
