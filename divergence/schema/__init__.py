"""The JSON Schemas of what the tool writes, shipped with it; they list the kinds of fact that it knows."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from divergence.facts import KINDS

NAMES = ("report", "facts")


def read_schema(name: str) -> dict[str, Any]:
    """The schema of one format, by its short name."""
    text = (resources.files(__name__) / f"{name}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    schema["$defs"]["kind"]["enum"] = [kind.value for kind in KINDS]
    return schema


def whole_schema() -> dict[str, Any]:
    """One schema that takes anything the tool writes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What divergence writes",
        "oneOf": [read_schema(name) for name in NAMES],
    }
