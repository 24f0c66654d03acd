"""The options of the second reading, and what a user is told before anything is sent."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from divergence.cli.console import Console
from divergence.cli.files import write_file
from divergence.errors import UsageError
from divergence.model.comparison import Comparison
from divergence.model.finding import NOT_ASKED
from divergence.report.ci.phrases import plural

if TYPE_CHECKING:
    from divergence.second.reading import SecondReading, Transcript
    from divergence.second.record import Recordings

WINDOW = 100_000
"""Tokens of a request where none are named: the window of the smallest models that read well."""


def add_second(parser: ArgumentParser, *, dry_run: bool = True) -> None:
    """A second reading by a language model; without --model and --answers nothing is asked or sent."""
    group = parser.add_argument_group("second reading by a language model (optional)")
    group.add_argument("--model", metavar="NAME", help="a model that `divergence models` lists")
    group.add_argument(
        "--answers", type=Path, metavar="FILE", help="recorded answers (JSONL), replayed first; new answers are added"
    )
    group.add_argument("--model-task", choices=("story", "pairs"), help="read whole stories, or judge pairs only")
    group.add_argument("--window", type=int, metavar="N", help=f"tokens in a request (default: {WINDOW})")
    group.add_argument("--max-requests", type=int, metavar="N", help="stop before more requests are sent")
    group.add_argument("--max-tokens", type=int, metavar="N", help="stop before more tokens are sent")
    group.add_argument("--replay", action="store_true", help="ask nothing, use recorded answers only")
    group.add_argument("--force-model", action="store_true", help="use a model even if it fails the planted pairs")
    if dry_run:
        group.add_argument("--dry-run", type=Path, metavar="FILE", help="write the requests here and send nothing")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a second reading goes by, whoever states it: the command line or the settings of a desk."""

    model: str = ""
    answers: Path | None = None
    task: str = ""
    window: int = 0
    """0 for the usual number, as with the limits, where it is none."""
    max_requests: int = 0
    max_tokens: int = 0
    force: bool = False
    host: str = ""
    """The only place to which the text may go, as ``divergence models`` tells it; empty for any."""


def second_reading(args: Namespace, console: Console) -> SecondReading | None:
    """The second reading that the command line asks for. Raises UsageError for what contradicts itself."""
    dry_run = getattr(args, "dry_run", None)
    if not args.model and not args.answers:
        if dry_run or args.replay or args.model_task or args.force_model:
            raise UsageError("Name a model with --model, or recorded answers with --answers.")
        return None
    counts = (args.window or 0, args.max_requests or 0, args.max_tokens or 0)
    terms = Terms(args.model or "", args.answers, args.model_task or "", *counts, args.force_model)
    return prepare(terms, read_answers(terms), console, ask=not (dry_run or args.replay))


def read_answers(terms: Terms) -> Recordings:
    """The recorded answers that the terms name."""
    from divergence.second.record import Recordings, read_recordings

    return read_recordings(terms.answers) if terms.answers else Recordings()


def prepare(terms: Terms, recordings: Recordings, console: Console, *, ask: bool = True) -> SecondReading:
    """A second reading on these terms; ``ask`` where what is not recorded may be asked."""
    from divergence.second.questioning import Limits, Questioning
    from divergence.second.reading import ModelTask, SecondReading

    limits = Limits(terms.max_requests or None, terms.max_tokens or None, terms.window or WINDOW)
    questioning = Questioning(terms.model or recordings.model(), None, recordings, limits, console.progress)
    reading = SecondReading(questioning, ModelTask(terms.task) if terms.task else None, force=terms.force)
    if terms.model and ask:
        _open(reading, terms)
    return reading


def _open(second: SecondReading, terms: Terms) -> None:
    """Set the model behind the recorded answers; where ``llm`` is missing these must do."""
    from divergence.second.door import destination, open_model

    try:
        asker = open_model(terms.model)
        goes_to = destination(terms.model)
    except UsageError:
        if not second.questioning.recordings.answers:
            raise
        return
    if terms.host and terms.host != goes_to:
        raise UsageError(f"{terms.model} would send the articles to {goes_to}; model-host allows {terms.host} alone.")
    second.questioning.asker = asker


def read_too(
    found: Comparison, second: SecondReading, console: Console, transcript: Transcript | None = None
) -> Comparison:
    """A comparison with the second reading, told before anything is sent; ``transcript`` is filled with its steps."""
    from divergence.second.reading import read_second, story_requests

    requests = story_requests(found, second)
    if second.questioning.asker is not None:
        from divergence.second.door import destination

        tokens = sum(r.tokens for r in requests)
        console.note(
            f"{found.story.id}: second reading by {second.questioning.name}: {plural(len(requests), 'request')}"
            f" of about {tokens:,} tokens in all, then about as many to check what it finds;"
            f" the text goes to {destination(second.questioning.name)}"
        )
    return read_second(found, second, transcript)


def write_requests(found: Comparison, second: SecondReading, path: Path) -> int:
    """Add a story's requests to a batch file; returns how many they are."""
    from divergence.second.batch import batch_line
    from divergence.second.reading import pending_requests

    requests = pending_requests(found, second)
    lines = [json.dumps(batch_line(r, second.questioning.name), sort_keys=True) for r in requests]
    before = path.read_bytes() if path.exists() else b""
    write_file(path, before + "".join(f"{line}\n" for line in lines).encode())
    return len(requests)


def is_whole(found: Comparison) -> bool:
    """Whether the second reading, where one was asked for, could be made."""
    return not any(notice.code in NOT_ASKED for notice in found.notices)
