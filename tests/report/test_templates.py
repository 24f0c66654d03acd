from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

from divergence.report.view import Report
from divergence.report.wording import shipped_templates


def records(kind: Any, found: dict[str, Any] | None = None) -> dict[str, Any]:
    """Every record that can be reached from one, by name."""
    found = {} if found is None else found
    if is_dataclass(kind) and isinstance(kind, type):
        if kind.__name__ not in found:
            found[kind.__name__] = kind
            for hint in get_type_hints(kind).values():
                records(hint, found)
    for part in get_args(kind):
        records(part, found)
    return found


def test_the_templates_readme_names_every_record_and_field() -> None:
    text = (shipped_templates() / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (\w+) \| (.*) \|$", text, re.MULTILINE))
    for name, record in records(Report).items():
        said = set(re.findall(r"`(\w+)", rows.get(name, "")))
        assert {field.name for field in fields(record)} <= said, name
    assert set(rows) - {"record", "name"} - set(records(Report)) == set()
