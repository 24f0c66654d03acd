"""Asking: recorded answers first, caps before they are crossed, retries with patience, nothing failed passed over."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from divergence.second.answers import AnswerError
from divergence.second.asking import Answer, Asker, Request
from divergence.second.record import Recordings

TRIES = 3
LONGEST_WAIT = 60.0
"""Seconds that a server may ask us to wait before the next try."""
FEWEST_READ = 0.55
"""Share of our estimate of a prompt's tokens below which the server must have cut it: 7 characters a token."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a run may spend, and how much the model takes in at once."""

    max_requests: int | None = None
    max_tokens: int | None = None
    """Of all requests together, as estimated before each is sent."""
    window: int = 100_000
    """Tokens of one request."""


class NotAnswered(Exception):
    """A request without a usable answer; its text says why, in a clause."""


@dataclass(slots=True)
class Questioning:
    """One run's way to a model."""

    name: str
    """The model's name, under which answers are recorded."""
    asker: Asker | None = None
    """None where there are recorded answers only."""
    recordings: Recordings = field(default_factory=Recordings)
    limits: Limits = field(default_factory=Limits)
    progress: Callable[[str], None] = lambda line: None
    wait: Callable[[float], None] = time.sleep
    sent: int = 0
    tokens: int = 0

    def answer(self, request: Request) -> Answer:
        """The recorded answer to a request, else the model's. Raises NotAnswered.

        What the model says now is recorded by ``keep`` once it has been read: what cannot be read is asked again.
        """
        recorded = self.recordings.find(self.name, request)
        if recorded is not None:
            return _usable(recorded, request)
        if self.asker is None:
            raise NotAnswered("no recorded answer fits these articles and this wording")
        self._spend(request)
        self.progress(
            f"{request.story or 'trial'}: asking {self.name} ({request.stage}, about {request.tokens} tokens)"
        )
        return _usable(self._try(self.asker, request), request)

    def keep(self, request: Request, answer: Answer) -> None:
        """Record an answer that could be read."""
        self.recordings.add(self.name, request, answer)

    def _spend(self, request: Request) -> None:
        limits = self.limits
        if limits.max_requests is not None and self.sent + 1 > limits.max_requests:
            raise NotAnswered(f"the limit of {limits.max_requests} for requests is reached")
        if limits.max_tokens is not None and self.tokens + request.tokens > limits.max_tokens:
            raise NotAnswered(f"the limit of {limits.max_tokens} for tokens would be crossed")
        self.sent += 1
        self.tokens += request.tokens

    def _try(self, asker: Asker, request: Request) -> Answer:
        for tried in range(1, TRIES + 1):
            try:
                answer = asker(request)
            except NotAnswered:
                raise
            except Exception as error:  # whatever a server, a plugin or a caller's function raises
                pause = _pause(error, tried)
                if tried == TRIES or pause is None:
                    raise NotAnswered(_told(error)) from error
                self.wait(pause)
            else:
                return Answer(answer) if isinstance(answer, str) else answer
        raise AssertionError


def _usable(answer: Answer, request: Request) -> Answer:
    if not answer.finished:
        raise NotAnswered("the answer was cut off at a limit of length")
    if not answer.text.strip():
        raise NotAnswered("the answer is empty")
    if answer.prompt_tokens is not None and answer.prompt_tokens < FEWEST_READ * request.tokens:
        raise NotAnswered(
            f"the server read {answer.prompt_tokens} tokens of about {request.tokens}, so that it cut the articles;"
            " raise its context length (for Ollama: OLLAMA_CONTEXT_LENGTH)"
        )
    return answer


def _pause(error: Exception, tried: int) -> float | None:
    """Seconds before the next try; None where another try is of no use."""
    status = getattr(error, "status_code", None)
    if isinstance(status, int) and 400 <= status < 500 and status not in (408, 409, 429):
        return None
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    try:
        asked = float(headers.get("retry-after", ""))
    except (TypeError, ValueError):
        return float(2**tried)
    return asked if 0 <= asked <= LONGEST_WAIT else None


def _told(error: Exception) -> str:
    """What kind of failure it was; its text may hold articles or keys, and is not told."""
    if isinstance(error, AnswerError):
        return str(error)
    status = getattr(error, "status_code", None)
    return f"the model's server answered with status {status}" if status else f"asking failed ({type(error).__name__})"
