"""Requests and answers as batch files in OpenAI's JSONL form, which cloud services and ``vllm run-batch`` take."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from divergence.second.asking import Answer, Request, Stage


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One line of results."""

    id: str
    answer: Answer | None
    """None where the service says that the request failed, or says nothing that can be read."""


@dataclass(frozen=True, slots=True)
class JoinedAnswers:
    """Results joined to their requests by name."""

    answers: tuple[tuple[Request, Answer], ...]
    missing: tuple[str, ...]
    double: tuple[str, ...]
    unknown: tuple[str, ...]
    failed: tuple[str, ...]
    """Failed or cut off."""
    malformed: int
    """Lines that are no results at all."""


def batch_line(request: Request, model: str) -> dict[str, Any]:
    """One request as a batch file holds it."""
    return {
        "custom_id": request.id,
        "method": "POST",
        "url": "/v1/chat/completions",
        "body": {
            "model": model,
            "temperature": 0,
            "messages": [
                {"role": "system", "content": request.system},
                {"role": "user", "content": request.prompt},
            ],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": str(request.stage), "strict": True, "schema": dict(request.schema)},
            },
        },
    }


def join_answers(requests: Iterable[Request], text: str) -> JoinedAnswers:
    """Results with the requests they answer; what is missing, double, unknown, failed or malformed is named."""
    asked = {r.id: r for r in requests}
    lines = [_line(one) for one in text.split("\n") if one.strip()]
    known = [line for line in lines if line is not None]
    first = {line.id: line for line in reversed(known)}
    ids = [line.id for line in known]
    return JoinedAnswers(
        tuple((asked[i], line.answer) for i, line in first.items() if i in asked and _whole(line) and line.answer),
        tuple(i for i in asked if i not in first),
        tuple(sorted({i for i in ids if ids.count(i) > 1})),
        tuple(sorted(first.keys() - asked.keys())),
        tuple(sorted(i for i, line in first.items() if i in asked and not _whole(line))),
        lines.count(None),
    )


def _whole(line: BatchLine) -> bool:
    return line.answer is not None and line.answer.finished


def _line(text: str) -> BatchLine | None:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, Mapping) or not isinstance(data.get("custom_id"), str):
        return None
    try:
        body = data["response"]["body"]
        choice = body["choices"][0]
        content = choice["message"]["content"]
        tokens = (body.get("usage") or {}).get("prompt_tokens")
    except (KeyError, IndexError, TypeError, AttributeError):
        return BatchLine(data["custom_id"], None)
    finished = choice.get("finish_reason") in (None, "stop")
    return BatchLine(data["custom_id"], Answer(content, finished, tokens) if isinstance(content, str) else None)


def read_requests_file(text: str) -> list[Request]:
    """The requests of a batch file. Raises ValueError where it is none of ours."""
    return [_request(one) for one in text.split("\n") if one.strip()]


def _request(text: str) -> Request:
    data = json.loads(text)
    try:
        body = data["body"]
        system, user = (message["content"] for message in body["messages"])
        form = body["response_format"]["json_schema"]
        request = Request(Stage(form["name"]), "", system, user, form["schema"])
    except (KeyError, TypeError) as error:
        raise ValueError("a line lacks something that a request must have") from error
    if request.id != data["custom_id"]:
        raise ValueError("a request was changed after it was written")
    return request
