"""Where settings for checks are read: the working folder, and in CI the base revision."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from divergence.errors import UsageError
from divergence.review.settings import FILES, OWN_FILE, SHARED_FILE, Held, Settings, hold, parse_settings

LARGEST = 1_000_000
"""Bytes of a file of settings; a larger one is none."""
Source = Callable[[str], str | None]
"""The text of a file of the working folder, by name; None where there is none."""


def in_ci(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this runs in CI, as nearly every runner says it."""
    return environment.get("CI", "").lower() not in ("", "0", "false", "no")


def today() -> date:
    """The one place where the clock is asked; every command that uses it takes the day as an option too."""
    return datetime.now(UTC).date()


def prepared_on(stated: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The day to print on a briefing: the one stated, else that of SOURCE_DATE_EPOCH, else none, as ISO 8601."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    try:
        if stated:
            return date.fromisoformat(stated).isoformat()
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch else ""
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"{stated or epoch!r} is not a date; write it like 2030-12-31.") from error


def from_folder(name: str) -> str | None:
    """A small file of the working folder."""
    path = Path(name)
    if path.is_symlink() or not path.is_file():
        return None
    if path.stat().st_size > LARGEST:
        raise UsageError(f"{name} is too large to be settings.")
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{name} could not be read as UTF-8 text: {error}.") from error


def stated(source: Source, revision: str = "") -> tuple[dict[str, Any], str]:
    """What the settings file states and its name; ``divergence.toml`` goes before ``pyproject.toml``."""
    for name in FILES:
        text = source(name)
        if text is None or (name == SHARED_FILE and "tool.divergence" not in text):
            continue
        return parse_settings(text, f"{revision}:{name}" if revision else name), name
    return {}, OWN_FILE


def working_settings() -> Settings:
    """The settings of the working folder, for commands that change files there."""
    values, _ = stated(from_folder)
    return replace(Settings(), **values)


def held_settings(flags: Mapping[str, Any], base: Source | None, revision: str) -> Held:
    """The settings that hold; with a base, those of the base revision wherever they are stricter."""
    values, file = stated(from_folder)
    before = stated(base, revision)[0] if base else None
    return hold(values, flags, file, before, revision)
