"""``divergence completion`` and ``divergence man``: what a shell and ``man`` show, made from the parser itself."""

from __future__ import annotations

from argparse import Action, ArgumentParser, Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from typing import Any

from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.exits import FINE
from divergence.errors import UsageError
from divergence.version import __version__

SHELLS = ("bash", "zsh", "tcsh")
_FILES = ("ANSWERS", "FILE", "PATH", "REPORT", "RESULTS", "STORY")
_FOLDERS = ("DIR", "FOLDER")
"""What stands for files and folders in the help."""
_WIDTH = 78
"""Columns of the manual page, as narrow terminals have them."""
_DESCRIPTION = "find the facts on which news articles about one story differ"


def _library(name: str) -> Any:
    """An optional library, or an error that says what to install."""
    try:
        return import_module(name)
    except ImportError as error:
        raise UsageError("This needs an optional library: pip install 'source-divergence[shell]'.") from error


def _parsers(parser: ArgumentParser) -> Iterator[ArgumentParser]:
    """The parser and those of its commands."""
    yield parser
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            yield from action.choices.values()


def complete(parser: ArgumentParser, shell: str) -> str:
    """The script that completes commands, options, choices and file names in a shell."""
    shtab = _library("shtab")
    for action in (action for each in _parsers(parser) for action in each._actions):
        names = _completed(action)
        if names:
            action.complete = getattr(shtab, names)  # type: ignore[attr-defined]
    return str(shtab.complete(parser, shell))


def _completed(action: Action) -> str:
    """Of what the words after an option are completed; empty where nobody can know."""
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    return "FILE" if metavar in _FILES else "DIRECTORY" if metavar in _FOLDERS else ""


def manual(parser: ArgumentParser) -> str:
    """The manual page, the same on every day and every terminal."""
    for each in _parsers(parser):
        each.formatter_class = partial(RawDescriptionHelpFormatter, width=_WIDTH)
    about = {
        "description": _DESCRIPTION,
        "manual_title": "Where sources differ",
        "project_name": "divergence",
        "version": __version__,
    }
    page = _library("argparse_manpage.manpage").Manpage(parser, about)
    page.date = ""
    return str(page)


def _add_shell(parser: ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS)


def _complete(args: Namespace, console: Console) -> int:
    from divergence.cli import build_parser

    console.write(complete(build_parser(), args.shell).encode())
    return FINE


def _manual(args: Namespace, console: Console) -> int:
    from divergence.cli import build_parser

    console.write(manual(build_parser()).encode())
    return FINE


COMPLETION = Command(
    "completion",
    "print a shell's completion script",
    """\
Print a script for bash, zsh or tcsh with which the Tab key completes commands, options,
their choices and file names. It needs: pip install 'source-divergence[shell]'.""",
    """\
examples:
  divergence completion bash > ~/.local/share/bash-completion/completions/divergence
  divergence completion zsh > ~/.zfunc/_divergence""",
    _add_shell,
    _complete,
)
MAN = Command(
    "man",
    "print the manual page",
    """\
Print a manual page of all commands, for man.
It needs: pip install 'source-divergence[shell]'.""",
    """\
examples:
  divergence man > divergence.1""",
    lambda parser: None,
    _manual,
)
