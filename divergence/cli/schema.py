"""``divergence schema``: the JSON Schemas of what the tool writes."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.exits import FINE
from divergence.schema import NAMES, read_schema, whole_schema


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", choices=NAMES, help="which one (default: one schema that covers both)")


def _run(args: Namespace, console: Console) -> int:
    schema = read_schema(args.name) if args.name else whole_schema()
    console.write((json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode())
    return FINE


COMMAND = Command(
    "schema",
    "print the JSON Schemas of the output",
    """\
Print a JSON Schema (2020-12): report is what `divergence report --json` writes,
facts is what `divergence facts --json` writes. Every field is explained there.""",
    """\
examples:
  divergence schema report > divergence-report.schema.json""",
    _add_arguments,
    _run,
)
