"""The desk's settings for checks, kept in the repository beside the articles.

They stand in ``divergence.toml`` or under ``[tool.divergence]`` of ``pyproject.toml``. Whoever proposes an article can
also propose settings, so in CI those of the base revision hold wherever the proposed ones would let more through.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeGuard

from divergence.errors import UsageError

OWN_FILE = "divergence.toml"
SHARED_FILE = "pyproject.toml"
FILES = (OWN_FILE, SHARED_FILE)
FAIL_ON = ("low", "medium", "high", "never")
"""From strict to lax."""
SENSITIVITIES = ("high", "normal")
ACCEPT_FROM = ("base", "head")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a check goes by."""

    paths: tuple[str, ...] = ("input",)
    fail_on: str = "medium"
    min_confidence: float = 0.0
    sensitivity: str = "normal"
    pipeline: str = "en_news"
    baseline: str = ""
    """A file of known findings; empty for none."""
    accepted: str = "divergence.accepted.toml"
    accept_from: str = "base"
    """Whether, in CI, decisions count that the checked revision itself brings (``head``) or only those before it."""
    model: str = ""
    """A language model for a second reading; empty for none."""
    model_host: str = ""
    """The only place to which a model may send the text, as ``divergence models`` tells it; empty for any."""
    answers: str = ""
    """A file of recorded answers of a model; empty for none."""
    model_task: str = ""
    window: int = 0
    """Tokens of one request; 0 for the usual number."""
    max_requests: int = 0
    """0 for no limit, as with the next."""
    max_tokens: int = 0


FIELDS = tuple(field.name for field in fields(Settings))
NAMES = tuple(field.replace("_", "-") for field in FIELDS)
_COUNTS = ("window", "max_requests", "max_tokens")
_NOT_STRINGS = {
    "paths": "a list of paths",
    "min_confidence": "a number from 0 to 1",
    **dict.fromkeys(_COUNTS, "a whole number, 0 or more"),
}
_CHOICES = {
    "fail_on": FAIL_ON,
    "sensitivity": SENSITIVITIES,
    "accept_from": ACCEPT_FROM,
    "model_task": ("story", "pairs"),
}
_RANKED = ("fail_on", "sensitivity", "accept_from")
SECOND = ("model", "model_host", "answers", "model_task", *_COUNTS)
"""What a second reading goes by: what is sent, where, and how much."""


def parse_settings(text: str, name: str) -> dict[str, Any]:
    """The settings that a file states, by field. Raises UsageError for what it does not understand."""
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a whole number of 5,000 digits is a plain ValueError
        raise UsageError(f"{name} is not valid TOML: {error}.") from error
    if name.rsplit("/", 1)[-1] == SHARED_FILE:
        tools = data.get("tool")
        data = tools.get("divergence", {}) if isinstance(tools, dict) else {}
    if not isinstance(data, dict):
        raise UsageError(f"tool.divergence in {name} must be a table.")
    return {_field(key, name): _value(_field(key, name), value, name) for key, value in data.items()}


def _field(key: str, name: str) -> str:
    field = key.replace("-", "_")
    if key not in NAMES:
        raise UsageError(f"{name} has an unknown setting {key!r}; the known ones are {', '.join(NAMES)}.")
    return field


def _value(field: str, value: object, name: str) -> Any:
    """A setting's value, checked against what its field takes."""
    if field == "paths" and _is_paths(value):
        return tuple(value)
    if field == "min_confidence" and _is_number(value) and 0 <= value <= 1:
        return float(value)
    if field in _COUNTS and _is_number(value) and isinstance(value, int) and value >= 0:
        return value
    if isinstance(value, str) and field not in _NOT_STRINGS and value in _CHOICES.get(field, (value,)):
        return value
    wanted = _NOT_STRINGS.get(field) or f"one of {', '.join(_CHOICES.get(field, ('a string',)))}"
    raise UsageError(f"{field.replace('_', '-')} in {name} must be {wanted}.")


def _is_paths(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and bool(value) and all(isinstance(v, str) and "\0" not in v for v in value)


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


@dataclass(frozen=True, slots=True)
class Held:
    """The settings that hold, and in words which ones and why."""

    settings: Settings
    origins: Mapping[str, str]
    """Field name -> where its value comes from; a field that is not here has its default."""
    overruled: tuple[str, ...] = ()
    """What was asked for and does not hold, in words."""

    def lines(self) -> tuple[str, ...]:
        """One line a setting, for the output of a check."""
        lines = []
        second = any(field in self.origins for field in SECOND)
        for field in FIELDS if second else (f for f in FIELDS if f not in SECOND):
            value = getattr(self.settings, field)
            lines.append(f"{field.replace('_', '-')} = {_shown(field, value)} ({self.origins.get(field, 'default')})")
        return (*lines, *self.overruled)


def _shown(field: str, value: Any) -> str:
    """A setting's value as a person writes it."""
    if field == "min_confidence":
        return f"{value:g}"
    return ", ".join(value) if isinstance(value, tuple) else str(value or "none")


def _laxness(field: str, value: Any) -> float | None:
    """How much a value lets through; None where values of this setting cannot be ranked."""
    if field == "min_confidence":
        return float(value)
    if field in _RANKED:
        return float(_CHOICES[field].index(value))
    return None


def _weakens(field: str, base: Any, head: Any) -> bool:
    """Whether the head's value lets more through than the base's; one that cannot be ranked might."""
    before, after = _laxness(field, base), _laxness(field, head)
    return base != head if before is None or after is None else after > before


def hold(
    head: Mapping[str, Any],
    flags: Mapping[str, Any],
    file: str,
    base: Mapping[str, Any] | None = None,
    revision: str = "",
) -> Held:
    """The settings that hold: the command line before the file, and the base revision's file where it is stricter.

    ``base`` is None outside CI: then the file is taken as it is.
    """
    values: dict[str, Any] = dict(head)
    origins = dict.fromkeys(head, file)
    overruled = []
    for field in FIELDS if base is not None else ():
        default = getattr(Settings(), field)
        before, after = (base or {}).get(field, default), head.get(field, default)
        if _weakens(field, before, after):
            values[field] = before
            origins[field] = f"{file} at {revision}" if field in (base or {}) else f"default, as at {revision}"
            does = "would change what a model is sent" if field in SECOND else "would weaken the check"
            overruled.append(f"{field.replace('_', '-')} = {_shown(field, after)} {does}: it holds once it is merged")
    values |= flags
    origins |= dict.fromkeys(flags, "command line")
    kept = tuple(line for line in overruled if line.split(" = ", 1)[0].replace("-", "_") not in flags)
    return Held(replace(Settings(), **values), origins, kept)
