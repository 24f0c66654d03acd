"""The desk's settings for checks, kept in the repository beside the articles.

They stand in ``divergence.toml`` or under ``[tool.divergence]`` of ``pyproject.toml``. Whoever proposes an article can
also propose settings, so in CI those of the base revision hold wherever the proposed ones would let more through.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

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


FIELDS = tuple(field.name for field in fields(Settings))
NAMES = tuple(field.replace("_", "-") for field in FIELDS)
_NOT_STRINGS = {"paths": "a list of paths", "min_confidence": "a number from 0 to 1"}
_CHOICES = {"fail_on": FAIL_ON, "sensitivity": SENSITIVITIES, "accept_from": ACCEPT_FROM}


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
        raise UsageError(f"{name} has a setting {key!r} that is not known; known are {', '.join(NAMES)}.")
    return field


def _value(field: str, value: object, name: str) -> Any:
    """A setting's value, checked against what its field takes."""
    if (
        field == "paths"
        and isinstance(value, list)
        and value
        and all(isinstance(v, str) and "\0" not in v for v in value)
    ):
        return tuple(value)
    if field == "min_confidence" and isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    if isinstance(value, str) and field not in _NOT_STRINGS and value in _CHOICES.get(field, (value,)):
        return value
    wanted = _NOT_STRINGS.get(field) or f"one of {', '.join(_CHOICES.get(field, ('a string',)))}"
    raise UsageError(f"{field.replace('_', '-')} in {name} must be {wanted}.")


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
        for field in FIELDS:
            value = getattr(self.settings, field)
            shown = ", ".join(value) if isinstance(value, tuple) else value
            lines.append(f"{field.replace('_', '-')} = {shown or 'none'} ({self.origins.get(field, 'default')})")
        return (*lines, *self.overruled)


def _laxness(field: str, value: Any) -> float | None:
    """How much a value lets through; None where values of this setting cannot be ranked."""
    if field == "min_confidence":
        return float(value)
    if field in _CHOICES:
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
            overruled.append(f"{field.replace('_', '-')} = {after} would weaken the check: it holds once it is merged")
    values |= flags
    origins |= dict.fromkeys(flags, "command line")
    kept = tuple(line for line in overruled if line.split(" = ", 1)[0].replace("-", "_") not in flags)
    return Held(replace(Settings(), **values), origins, kept)
