"""``divergence ask`` and ``divergence answers``: a batch of requests out, its results in."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from divergence.cli.choices import add_analysis, add_paths
from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.exits import FINE, UNREAD
from divergence.cli.reading import comparisons, find, reading
from divergence.cli.second import WINDOW, write_requests
from divergence.errors import InputError
from divergence.model.text import Notice
from divergence.report.ci.phrases import plural

if TYPE_CHECKING:
    from divergence.second.asking import Request


def _add_shared(parser: ArgumentParser) -> None:
    parser.add_argument("--model", required=True, metavar="NAME", help="the model that the batch is for")
    parser.add_argument("--answers", type=Path, required=True, metavar="FILE", help="recorded answers (JSONL)")


def _add_ask(parser: ArgumentParser) -> None:
    add_paths(parser)
    _add_shared(parser)
    parser.add_argument("--requests", type=Path, required=True, metavar="FILE", help="write the requests here")
    parser.add_argument("--model-task", choices=("story", "pairs"), help="read whole stories, or judge pairs only")
    parser.add_argument(
        "--window", type=int, default=WINDOW, metavar="N", help=f"tokens in a request (default: {WINDOW})"
    )
    add_analysis(parser)


def _ask(args: Namespace, console: Console) -> int:
    from divergence.second.questioning import Limits, Questioning
    from divergence.second.reading import ModelTask, SecondReading
    from divergence.second.record import read_recordings

    limits = Limits(window=args.window)
    questioning = Questioning(args.model, None, read_recordings(args.answers), limits)
    second = SecondReading(questioning, ModelTask(args.model_task) if args.model_task else None)
    lost: list[Notice] = []
    args.requests.unlink(missing_ok=True)
    count = 0
    for _, comparison in comparisons(find(args), reading(args), console, lost.append):
        count += write_requests(comparison, second, args.requests)
    for notice in lost:
        console.note(notice.message)
    console.say(f"{plural(count, 'request')} → {args.requests}")
    if count:
        console.say("Run the batch, take its results in with `divergence answers`, and ask again for the second stage.")
    else:
        console.say("Every request has its recorded answer: `divergence report` needs no model now.")
    return UNREAD if lost else FINE


def _add_answers(parser: ArgumentParser) -> None:
    parser.add_argument("results", type=Path, metavar="RESULTS", help="the results of the batch (JSONL)")
    parser.add_argument("--requests", type=Path, required=True, metavar="FILE", help="the requests of the batch")
    _add_shared(parser)


def _answers(args: Namespace, console: Console) -> int:
    from divergence.second.batch import join_answers
    from divergence.second.record import read_recordings

    joined = join_answers(_requests(args.requests), _text(args.results))
    kept = read_recordings(args.answers)
    for request, answer in joined.answers:
        kept.add(args.model, request, answer)
    console.say(f"{plural(len(joined.answers), 'answer')} → {args.answers}")
    wrong = {
        "missing": joined.missing,
        "given twice": joined.double,
        "unknown": joined.unknown,
        "failed or cut off": joined.failed,
    }
    for what, names in wrong.items():
        if names:
            console.note(f"{len(names)} {what}: {', '.join(names)}")
    if joined.malformed:
        told = "line is no result" if joined.malformed == 1 else "lines are no results"
        console.note(f"{joined.malformed} {told}")
    return UNREAD if joined.malformed or any(wrong.values()) else FINE


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} could not be read as UTF-8 text: {error}.") from error


def _requests(path: Path) -> list[Request]:
    from divergence.second.batch import read_requests_file

    try:
        return read_requests_file(_text(path))
    except ValueError as error:
        raise InputError(f"{path} is not a file of requests: {error}.") from error


ASK = Command(
    "ask",
    "write the requests of a second reading as a batch file",
    """\
Write what a language model would be asked about the stories, in OpenAI's batch format, and
send nothing. The first call writes the requests to read the stories; once their answers
have been imported, a second call writes those of the blind check.""",
    """\
examples:
  divergence ask archive --model NAME --answers answers.jsonl --requests requests.jsonl""",
    _add_ask,
    _ask,
)
ANSWERS = Command(
    "answers",
    "import the results of a batch as recorded answers",
    """\
Match the results of a batch with its requests and record them. Missing, duplicate, unknown,
failed and malformed results are counted and named, and the exit status is then 3.""",
    """\
examples:
  divergence answers results.jsonl --requests requests.jsonl --model NAME --answers answers.jsonl""",
    _add_answers,
    _answers,
)
