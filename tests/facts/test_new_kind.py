"""A kind of fact is one file and its name in a tuple: a new one is found, compared and told in every format."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import divergence

PACKAGE = Path(divergence.__file__).parent
GRADE = '''
"""Grades that an agency gives to a debt: *rated AA*."""

import re

from divergence.facts.about.slots import mention
from divergence.facts.about.subject import held
from divergence.facts.types import FactType, Nature, Related
from divergence.model.comparison import Relation
from divergence.model.fact import Kind

_GRADED = re.compile(r"\\brated (AAA|AA|A|BBB|BB|B)\\b")


def find(parsed):
    for found in _GRADED.finditer(parsed.article.text):
        yield mention(parsed, *found.span(1), GRADE.kind, found[1], "rated")


def relate(left, right):
    if left.value == right.value:
        return Related(Relation.SAME, "the same grade")
    return Related(Relation.CONFLICTS, f"{' and '.join(sorted((left.value, right.value)))} are two grades")


def phrase(found):
    return found.value


def fields(found):
    return {"grade": found.value}


GRADE = FactType(
    kind=Kind("grade"),
    find=find,
    relate=relate,
    phrase=phrase,
    fields=fields,
    nature=Nature.POINT,
    noun="grade",
    given="Grade given",
    about="the grade of a debt",
    subject=held("grade"),
)
'''


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all formats that a copy of the package with one kind more writes of two articles."""
    root = tmp_path_factory.mktemp("copy")
    copy = root / "divergence"
    copy.mkdir()
    for part in PACKAGE.iterdir():
        if part.name in {"facts", "schema", "report"}:
            shutil.copytree(part, copy / part.name, ignore=shutil.ignore_patterns("__pycache__"))
        elif part.name != "__pycache__":
            (copy / part.name).symlink_to(part)
    if not (copy / "report_templates").exists():
        (root / "report_templates").symlink_to(PACKAGE.parent / "report_templates")
    (copy / "facts" / "grade.py").write_text(GRADE)
    listing = copy / "facts" / "__init__.py"
    told = listing.read_text().replace(
        "from divergence.facts.types import",
        "from divergence.facts.grade import GRADE\nfrom divergence.facts.types import",
    )
    listing.write_text(told.replace("    TEMPERATURE,\n)", "    TEMPERATURE,\n    GRADE,\n)"))
    for name, grade in (("herald", "AA"), ("courier", "BBB")):
        article = f"Port bonds\n\nThe bonds of the harbour board were rated {grade} by the agency on Monday, it said.\n"
        (root / "story").mkdir(exist_ok=True)
        (root / "story" / f"{name}.txt").write_text(article)
    formats = "html,json,sarif,markdown,csv,text,junit"
    command = [sys.executable, "-m", "divergence", "report", "story", "--quiet", "--out", "out", "--format", formats]
    made = subprocess.run(
        command, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, text=True
    )
    assert made.returncode == 0, made.stderr
    schema = [sys.executable, "-m", "divergence", "schema", "report"]
    printed = subprocess.run(
        schema, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, check=True
    )
    (root / "schema.json").write_bytes(printed.stdout)
    return root


def test_every_format_tells_a_new_kind(reports: Path) -> None:
    written = {path.name: path.read_text() for path in (reports / "out").rglob("*.*") if path.is_file()}
    assert len(written) == 7
    assert [name for name, text in written.items() if "Grade given" not in text] == []
    assert [name for name, text in written.items() if "AA" not in text or "BBB" not in text] == []
    assert 'data-kind="grade"' in written["report.html"]


def test_data_and_its_schema_know_a_new_kind(reports: Path) -> None:
    data = json.loads(next((reports / "out").rglob("report.json")).read_text())
    schema = json.loads((reports / "schema.json").read_text())
    jsonschema.validate(data, schema)
    assert "grade" in schema["$defs"]["kind"]["enum"]
    assert [d["kind"] for d in data["divergences"]] == ["grade"]
    assert data["divergences"][0]["relation"] == "conflicts"
    assert "AA and BBB are two grades." in data["divergences"][0]["why"]


def test_code_scanning_gets_a_rule_for_a_new_kind(reports: Path) -> None:
    run = json.loads(next((reports / "out").rglob("report.sarif")).read_text())["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    (result,) = run["results"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "divergence/grade"
    assert rules[result["ruleIndex"]]["shortDescription"]["text"] == "Sources differ on the grade of a debt"
