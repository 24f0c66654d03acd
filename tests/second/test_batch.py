"""Batch files out and in."""

from __future__ import annotations

import json
from typing import Any

import pytest

from divergence.second.asking import Request, Stage
from divergence.second.batch import batch_line, join_answers, read_requests_file

REQUESTS = [Request(Stage.READ, "", "system", f"prompt {n}", {"type": "object"}) for n in range(4)]


def result(request: Request, content: str = "{}", reason: str = "stop") -> dict[str, Any]:
    body = {"choices": [{"message": {"content": content}, "finish_reason": reason}], "usage": {"prompt_tokens": 5}}
    return {"custom_id": request.id, "response": {"status_code": 200, "body": body}}


def test_missing_double_unknown_cut_and_malformed_results_are_named() -> None:
    a, b, c, d = REQUESTS
    strange = {**result(a), "custom_id": "read-strange"}
    refused = {"custom_id": c.id, "error": {"code": "x"}, "response": None}
    lines = [result(a), result(a), result(b, reason="length"), refused, strange]
    joined = join_answers(REQUESTS, "\n".join([*map(json.dumps, lines), "{cut", "[]"]))
    assert [(r, answer.prompt_tokens) for r, answer in joined.answers] == [(a, 5)], "what the server read is kept"
    assert joined.missing == (d.id,)
    assert joined.double == (a.id,)
    assert joined.unknown == ("read-strange",)
    assert joined.failed == tuple(sorted((b.id, c.id)))
    assert joined.malformed == 2


def test_requests_come_back_as_they_were_written() -> None:
    text = "\n".join(json.dumps(batch_line(r, "m")) for r in REQUESTS)
    assert read_requests_file(text) == REQUESTS
    with pytest.raises(ValueError, match="changed"):
        read_requests_file(text.replace("prompt 2", "prompt 9"))
