"""Retries, patience and what is told of a failure."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from divergence.second.asking import Answer, Request, Stage
from divergence.second.questioning import TRIES, Limits, NotAnswered, Questioning
from divergence.second.record import Recordings

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


LONG = Request(Stage.READ, "s", "", "x" * 3999, {})
"""About 1,000 tokens."""


@pytest.mark.parametrize(("tokens", "cut"), [(None, False), (1300, False), (600, False), (500, True), (64, True)])
@pytest.mark.parametrize("recorded", [False, True])
def test_a_server_that_read_half_of_what_was_sent_has_cut_it(tokens: int | None, cut: bool, recorded: bool) -> None:
    answer = Answer("{}", prompt_tokens=tokens)
    kept = Recordings({("m", LONG.digest): answer}) if recorded else Recordings()
    questioning = Questioning("m", lambda request: answer, kept)
    if not cut:
        assert questioning.answer(LONG) == answer
        return
    with pytest.raises(NotAnswered, match=f"{tokens} tokens of about 1000.*raise its context length"):
        questioning.answer(LONG)


@pytest.mark.parametrize("limits", [Limits(max_requests=2), Limits(max_tokens=2999), Limits(max_tokens=2000)])
def test_a_cap_stops_before_it_is_crossed(limits: Limits) -> None:
    told: list[str] = []
    asked: list[Request] = []

    def ask(request: Request) -> str:
        asked.append(request)
        return "{}"

    questioning = Questioning("m", ask, limits=limits, progress=told.append)
    for _ in range(2):
        questioning.answer(LONG)
    with pytest.raises(NotAnswered, match="the limit of"):
        questioning.answer(LONG)
    assert len(asked) == 2
    assert told == ["s: asking m (read, about 1000 tokens)"] * 2, "progress is told of what is sent, and no more"
