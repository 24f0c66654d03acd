"""The options of the second reading, and what a user is told before anything is sent."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from divergence.cli.console import Console
from divergence.cli.files import write_file
from divergence.errors import UsageError
from divergence.model.comparison import Comparison

if TYPE_CHECKING:
    from divergence.second.reading import SecondReading

WINDOW = 100_000


def add_second(parser: ArgumentParser) -> None:
    """A second reading by a language model; without --model and --answers nothing is asked or sent."""
    group = parser.add_argument_group("second reading by a language model (optional)")
    group.add_argument("--model", metavar="NAME", help="a model that `divergence models` lists")
    group.add_argument(
        "--answers", type=Path, metavar="FILE", help="recorded answers (JSONL): replayed first, and new ones are added"
    )
    group.add_argument("--model-task", choices=("story", "pairs"), help="read whole stories, or judge pairs only")
    group.add_argument(
        "--window", type=int, default=WINDOW, metavar="N", help=f"tokens of a request (default: {WINDOW})"
    )
    group.add_argument("--max-requests", type=int, metavar="N", help="stop before more requests are sent")
    group.add_argument("--max-tokens", type=int, metavar="N", help="stop before more tokens are sent")
    group.add_argument("--force-model", action="store_true", help="go on with a model that fails the planted pairs")
    group.add_argument("--dry-run", type=Path, metavar="FILE", help="write the requests here and send nothing")


def second_reading(args: Namespace, console: Console) -> SecondReading | None:
    """The second reading that the command line asks for. Raises UsageError for what contradicts itself."""
    if not args.model and not args.answers:
        if args.dry_run or args.model_task or args.force_model:
            raise UsageError("Name a model with --model, or recorded answers with --answers.")
        return None
    from divergence.second.questioning import Limits, Questioning
    from divergence.second.reading import ModelTask, SecondReading
    from divergence.second.record import Recordings, read_recordings

    recordings = read_recordings(args.answers) if args.answers else Recordings()
    limits = Limits(args.max_requests, args.max_tokens, args.window)
    questioning = Questioning(args.model or recordings.model(), None, recordings, limits, console.progress)
    task = ModelTask(args.model_task) if args.model_task else None
    reading = SecondReading(questioning, task, force=args.force_model)
    if args.model and not args.dry_run:
        _open(reading, args.model, bool(args.answers))
    return reading


def _open(second: SecondReading, name: str, recorded: bool) -> None:
    """Set the model behind the recorded answers; where ``llm`` is missing these must do."""
    from divergence.second.door import open_model

    try:
        second.questioning.asker = open_model(name)
    except UsageError:
        if not recorded or not second.questioning.recordings.answers:
            raise


def read_too(found: Comparison, second: SecondReading, console: Console) -> Comparison:
    """A comparison with the second reading, or with its requests written and nothing sent."""
    from divergence.second.reading import read_second, story_requests

    requests = story_requests(found, second)
    if second.questioning.asker is not None:
        from divergence.second.door import destination

        tokens = sum(r.tokens for r in requests)
        console.note(
            f"{found.story.id}: second reading by {second.questioning.name}: {len(requests)} requests of about {tokens}"
            " tokens in all, then about as many to check what it finds;"
            f" the text goes to {destination(second.questioning.name)}"
        )
    return read_second(found, second)


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
    from divergence.second.reading import NOT_ASKED

    return not any(notice.code in NOT_ASKED for notice in found.notices)
