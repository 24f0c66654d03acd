"""``divergence export-annotations``: rejected findings as annotated material."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.deciding import read_decisions
from divergence.cli.exits import FINE
from divergence.cli.files import write_file
from divergence.cli.setting import working_settings
from divergence.review.annotations import export_annotations


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--file", type=Path, metavar="FILE", help="the decisions (default: divergence.accepted.toml)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write here instead of standard output")


def _run(args: Namespace, console: Console) -> int:
    data = export_annotations(read_decisions(args.file or Path(working_settings().accepted))).encode()
    if args.out:
        write_file(args.out, data)
    else:
        console.write(data)
    return FINE


COMMAND = Command(
    "export-annotations",
    "export rejected findings as annotated examples",
    """\
Write what editors rejected as annotated facts, one JSON object per story: the sentences, the
values and why they do not disagree. Send it to whoever improves the tool, or measure with it.""",
    """\
examples:
  divergence export-annotations --out rejected.jsonl""",
    _add_arguments,
    _run,
)
