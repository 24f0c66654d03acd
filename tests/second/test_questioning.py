"""Retries, patience and what is told of a failure."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from divergence.second.asking import Answer, Request, Stage
from divergence.second.questioning import TRIES, NotAnswered, Questioning

REQUEST = Request(Stage.READ, "s", "system", "prompt", {})


class ServerError(Exception):
    def __init__(self, status: int, **headers: str) -> None:
        super().__init__("key sk-secret and an article")
        self.status_code = status
        self.response = SimpleNamespace(headers={k.replace("_", "-"): v for k, v in headers.items()})


def failing(*errors: Exception) -> tuple[Questioning, list[float]]:
    waits: list[float] = []
    left = list(errors)

    def ask(request: Request) -> Answer:
        if left:
            raise left.pop(0)
        return Answer("{}")

    return Questioning("m", ask, wait=waits.append), waits


def test_a_busy_server_is_asked_again_when_it_says() -> None:
    questioning, waits = failing(ServerError(429, retry_after="7"))
    assert questioning.answer(REQUEST).text == "{}"
    assert waits == [7.0]


def test_waiting_grows_and_ends() -> None:
    questioning, waits = failing(*[ServerError(500)] * TRIES)
    with pytest.raises(NotAnswered, match="status 500") as caught:
        questioning.answer(REQUEST)
    assert waits == [2.0, 4.0]
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("error", [ServerError(401), ServerError(400), ServerError(429, retry_after="86400")])
def test_what_another_try_cannot_mend_is_told_at_once(error: Exception) -> None:
    questioning, waits = failing(error)
    with pytest.raises(NotAnswered):
        questioning.answer(REQUEST)
    assert waits == []
