"""``divergence verify``: does a report still hold?"""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from divergence.cli.apart import files_apart
from divergence.cli.choices import add_analysis
from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.exits import FINE, FOUND
from divergence.cli.reading import compare_story, reading
from divergence.cli.second import add_second, second_reading
from divergence.errors import InputError, UsageError


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("report", type=Path, metavar="REPORT", help="a report.json")
    parser.add_argument("story", nargs="?", type=Path, metavar="STORY", help="the folder of its articles")
    add_second(parser)
    add_analysis(parser)


def _read(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(f"{path} could not be read as a report: {error}.") from error
    if not isinstance(data, dict) or data.get("format") != "divergence-report":
        raise InputError(f"{path} is not a divergence report; name a report.json.")
    return data


def _broken(args: Namespace, data: dict[str, Any], console: Console) -> Iterator[str]:
    from divergence.ingest.story import load_story
    from divergence.report.json import report_record
    from divergence.second.record import read_recordings
    from divergence.second.verify import broken, broken_answers, broken_files, other_findings

    yield from broken(data)
    if data.get("reading") and not args.answers:
        raise UsageError(
            f"{args.report} was made with a language model: give its recorded answers with --answers FILE."
        )
    if args.answers:
        yield from broken_answers(data, read_recordings(args.answers))
    if args.story:
        yield from broken_files(data, args.story)
        args.model = args.model or (data.get("reading") or {}).get("model")
        second = second_reading(args, console) if data.get("reading") else None
        if second is not None:
            second.questioning.asker = None
        again = compare_story(load_story(str(args.story), each=files_apart), reading(args), console, second)
        yield from other_findings(data, json.loads(json.dumps(report_record(again))))


def _run(args: Namespace, console: Console) -> int:
    data = _read(args.report)
    try:
        wrong = next(_broken(args, data, console), None)
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{args.report} is not a whole report ({type(error).__name__}: {error}).") from error
    if wrong:
        console.say(f"does not hold: {wrong}")
        return FOUND
    checked = "quotations, digests, files and findings" if args.story else "quotations and digests"
    console.say(f"holds: {checked} of {args.report}")
    return FINE


COMMAND = Command(
    "verify",
    "check a report against its articles and recorded answers",
    """\
Check that every quotation in a report stands where the report says, that the articles and
recorded answers are those it was made from, and, with STORY, that the same findings follow
from them. No model is asked. The first thing that does not hold is named; exit status 1.""",
    """\
examples:
  divergence verify output/istanbul-talks/report.json
  divergence verify report.json input/istanbul-talks --answers answers.jsonl""",
    _add_arguments,
    _run,
)
