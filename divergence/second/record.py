"""Recorded answers: one JSON line for each request and its answer, replayed before any model is asked.

A line is found by the digest of model, wording, schema and articles, so that an answer to other articles or another
wording never stands in for this one. Lines are written as answers come: an interrupted run pays nothing twice.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from divergence.errors import InputError, UsageError
from divergence.second.asking import Answer, Request

FORMAT = "divergence-answer"
VERSION = 1


@dataclass(slots=True)
class Recordings:
    """The answers that are there, and the file to which new ones are added."""

    answers: dict[tuple[str, str], Answer] = field(default_factory=dict)
    """(model, digest of the request) -> its answer; the first of several counts."""
    path: Path | None = None
    brought: frozenset[tuple[str, str]] = frozenset()
    """The answers that the change under review brings itself: they may add findings and lower none."""

    def is_brought(self, model: str, request: Request) -> bool:
        return (model, request.digest) in self.brought

    def standing(self) -> Recordings:
        """The answers that stood before the change under review, in memory alone."""
        return Recordings({key: answer for key, answer in self.answers.items() if key not in self.brought})

    def find(self, model: str, request: Request) -> Answer | None:
        return self.answers.get((model, request.digest))

    def add(self, model: str, request: Request, answer: Answer) -> None:
        """Keep an answer, in the file too where there is one."""
        if self.answers.setdefault((model, request.digest), answer) is answer and self.path is not None:
            try:
                with self.path.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(line(model, request, answer), sort_keys=True) + "\n")
            except OSError as error:
                raise InputError(f"Cannot write {self.path}: {error.strerror or error}.") from error

    def model(self) -> str:
        """The one model whose answers these are. Raises UsageError where there are several, or none."""
        names = sorted({name for name, _ in self.answers})
        if len(names) != 1:
            told = f"answers of {', '.join(names)}" if names else "no answers"
            raise UsageError(f"The recorded file holds {told}; name one with --model.")
        return names[0]


def line(model: str, request: Request, answer: Answer) -> dict[str, Any]:
    """An answer as it is recorded. The articles are not in it."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "model": model,
        "stage": str(request.stage),
        "story": request.story,
        "request": request.digest,
        "answer": answer.text,
        "finished": answer.finished,
        "prompt_tokens": answer.prompt_tokens,
    }


def answer_digest(answer: Answer) -> str:
    """SHA-256 of an answer's text."""
    return hashlib.sha256(answer.text.encode("utf-8", "surrogatepass")).hexdigest()


def read_recordings(path: Path) -> Recordings:
    """The recorded answers of a file; an absent file has none yet.

    Raises InputError for a line that is no record, and for a symbolic link, which could lead the answers anywhere.
    """
    if path.is_symlink():
        raise InputError(f"{path} is a symbolic link; name the file of answers itself.")
    if not path.exists():
        return Recordings(path=path)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} could not be read as UTF-8 text: {error}.") from error
    return Recordings(parse_recordings(text, str(path)), path)


def parse_recordings(text: str, name: str) -> dict[tuple[str, str], Answer]:
    """The recorded answers of a file's text, the first of several counting. Raises InputError for what is none."""
    answers: dict[tuple[str, str], Answer] = {}
    for number, one in enumerate(text.split("\n"), 1):
        if one.strip():
            model, digest, answer = _record(one, f"{name}, line {number}")
            answers.setdefault((model, digest), answer)
    return answers


def guard(kept: Recordings, before: Mapping[tuple[str, str], Answer]) -> Recordings:
    """Recordings of a change under review: what stood before it stays as it was, whatever the change says of it."""
    brought = frozenset(kept.answers.keys() - before.keys())
    return Recordings({**kept.answers, **before}, kept.path, brought)


def _record(text: str, where: str) -> tuple[str, str, Answer]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where} is not JSON; was the file cut off? Remove the line and ask again.") from error
    if not _is_record(data):
        raise InputError(f"{where} is not a recorded answer of version {VERSION}.")
    tokens = data.get("prompt_tokens")
    answer = Answer(data["answer"], data.get("finished") is True, tokens if isinstance(tokens, int) else None)
    return data["model"], data["request"], answer


def _is_record(data: object) -> bool:
    if not isinstance(data, Mapping) or (data.get("format"), data.get("version")) != (FORMAT, VERSION):
        return False
    return all(isinstance(data.get(key), str) for key in ("model", "request", "answer"))
