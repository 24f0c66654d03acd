from __future__ import annotations

import re
import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import jinja2
import pytest

import divergence.report
from divergence.model.comparison import Comparison
from divergence.report.page.view import Report, prepare
from divergence.report.templates import render_template
from divergence.report.wording import shipped_templates


def records(kind: Any, found: dict[str, Any] | None = None) -> dict[str, Any]:
    """Every record that can be reached from one, by name."""
    found = {} if found is None else found
    if is_dataclass(kind) and isinstance(kind, type) and kind.__name__ not in found:
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


def test_every_word_is_used_and_stands_in_the_words_alone() -> None:
    folder = shipped_templates()
    words = tomllib.loads((folder / "words.toml").read_text(encoding="utf-8"))
    code = Path(divergence.report.__file__).parent.rglob("*.py")
    source = "".join(p.read_text(encoding="utf-8") for p in (*folder.rglob("*.html"), *folder.glob("*.css"), *code))
    looked_up = {
        "kind",
        "severity",
        "finder",
        "relation",
        "reader",
        "inferred",
        "situation",
    }  # by a value of the report
    nothing = {"none", "single", "inconclusive"}
    unused = [
        f"{table}.{key}"
        for table, entries in words.items()
        if isinstance(entries, dict) and table not in looked_up
        for key in entries
        if not (key in nothing and f"{table}[report.nothing]" in source)
        and not re.search(rf"{table}\.{key}\b|\[.{key}.\]", source)
    ]
    assert unused == []
    for template in folder.rglob("*.html"):
        page = re.sub(r"\{[{%#].*?[}%#]\}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
        stray = set(re.findall(r"[A-Za-z]{2,}", re.sub(r"<[^>]*>", " ", page)))
        assert stray == set(), template.name


def test_templates_are_compiled_once_for_all_reports_and_anew_when_they_change(
    comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = prepare(comparison)
    own = tmp_path / "own.html"
    own.write_text("{{ report.title }}!")
    pages = render_template("report.html", report), render_template("own.html", report, tmp_path)
    with monkeypatch.context() as patched:
        patched.delattr(jinja2.Environment, "compile")
        assert (render_template("report.html", report), render_template("own.html", report, tmp_path)) == pages
    own.write_text("{{ report.title }}?")
    assert render_template("own.html", report, tmp_path) == pages[1].replace("!", "?")
