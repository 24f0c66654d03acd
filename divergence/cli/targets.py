"""Which files a report is written to, by format: a folder for each story, single files, or standard output."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from divergence.cli.console import Console
from divergence.cli.files import story_folders, write_file
from divergence.errors import UsageError

if TYPE_CHECKING:
    from divergence.report.format import Format

_USUAL = ("html", "json", "pdf")
STANDARD_OUTPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Target:
    """One file to write."""

    format: Format
    path: Path
    asked: bool
    """Whether it was asked for by name, so that its absence is a failure."""


def _formats(args: Namespace) -> list[tuple[Format, bool]]:
    """The formats for the output folder, and whether each was asked for; the PDF, which takes longest, comes last."""
    from divergence.report import output_format

    names = args.format.split(",") if args.format else _USUAL
    chosen = {name.strip(): output_format(name.strip()) for name in names}
    return sorted(((f, bool(args.format)) for f in chosen.values()), key=lambda pair: pair[0].name == "pdf")


def _singles(args: Namespace) -> list[Target]:
    from divergence.report import FORMATS

    given = [(form, getattr(args, form.name)) for form in FORMATS]
    singles = [Target(form, path, True) for form, path in given if path]
    if sum(target.path == STANDARD_OUTPUT for target in singles) > 1:
        raise UsageError("only one format can go to standard output.")
    return singles


def choose_targets(args: Namespace, ids: Sequence[str]) -> list[list[Target]]:
    """The files to write for each story. Raises UsageError where one file would have to hold several stories."""
    singles = _singles(args)
    of_one = [target for target in singles if not target.format.table]
    if of_one and len(ids) > 1:
        raise UsageError(
            f"--{of_one[0].format.name} names one file, and there are {len(ids)} stories: "
            "name one story, or a folder for all of them with --out."
        )
    if singles and args.format:
        raise UsageError("--format goes with --out; --html, --pdf, --json and the like name their own files.")
    if singles:
        return [of_one for _ in ids]
    formats = _formats(args)
    return [
        [Target(f, folder / f.filename, asked) for f, asked in formats] for folder in story_folders([*ids], args.out)
    ]


def tables(args: Namespace) -> list[Target]:
    """The tables to write, each of all stories."""
    return [target for target in _singles(args) if target.format.table]


def put(path: Path, data: bytes, console: Console) -> None:
    """Bytes into a file, or onto standard output where the path is a dash."""
    if path == STANDARD_OUTPUT:
        console.write_bytes(data)
    else:
        write_file(path, data)


def to_standard_output(args: Namespace) -> bool:
    """Whether a format goes to standard output, so that nothing else may."""
    return any(target.path == STANDARD_OUTPUT for target in _singles(args))
