"""A question to a language model and its answer, whoever carries them: a server, a file, a function."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

CHARACTERS_A_TOKEN = 4
"""Characters of English news in one token, about, of the tokenizers in use."""


class Stage(StrEnum):
    """What a request is for."""

    PROBE = "probe"
    """A planted contradiction and a planted agreement: can the model do this at all?"""
    READ = "read"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Request:
    """One question, whole: nothing else is sent."""

    stage: Stage
    story: str
    """The id of the story that it is about; it is not sent."""
    system: str
    prompt: str
    schema: Mapping[str, Any]
    """JSON Schema of the answer."""

    @property
    def digest(self) -> str:
        """SHA-256 of everything that is sent: wording, schema and articles."""
        sent = json.dumps([self.system, self.prompt, self.schema], ensure_ascii=True, sort_keys=True)
        return hashlib.sha256(sent.encode()).hexdigest()

    @property
    def id(self) -> str:
        """A name for batch files, which join answers to requests by it."""
        return f"{self.stage}-{self.digest[:24]}"

    @property
    def tokens(self) -> int:
        """About how many tokens are sent."""
        return (len(self.system) + len(self.prompt)) // CHARACTERS_A_TOKEN + 1


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, as it came."""

    text: str
    finished: bool = True
    """Whether the model came to its end, rather than to a limit of length."""
    prompt_tokens: int | None = None
    """How many tokens the server says it read; None where it says nothing."""


Asker = Callable[[Request], Answer | str]
"""Brings a request to a model and its answer back. May raise anything: a failed request is told, never papered over."""
