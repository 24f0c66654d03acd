"""What the guide shows of a new kind of fact, a format and a command is one file and one name each, and works."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import divergence

PACKAGE = Path(divergence.__file__).parent
TESTS = Path(__file__).parent
GUIDE = (PACKAGE.parent / "docs" / "extend.md").read_text(encoding="utf-8")
SHOWN = dict(re.findall(r'^```python title="([^"]+)"\n(.*?)^```', GUIDE, re.DOTALL | re.MULTILINE))
"""The files that the guide shows, by their place in the repository."""
CASES = re.findall(r"^```toml\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
"""The case file that it shows."""
NAMED = {
    "facts/__init__.py": (
        "from divergence.facts.types import",
        "from divergence.facts.grade import GRADE\nfrom divergence.facts.types import",
        "FACT_TYPES: tuple[FactType, ...] = (\n",
        "    GRADE,\n",
    ),
    "report/__init__.py": (
        "from divergence.report import csv,",
        "from divergence.report import outline, csv,",
        "FORMATS: tuple[Format, ...] = (\n",
        "    outline.FORMAT,\n",
    ),
    "cli/commands.py": (
        "from divergence.cli import (\n",
        "from divergence.cli import (\n    sources,\n",
        "COMMANDS: tuple[Command, ...] = (\n",
        "    sources.COMMAND,\n",
    ),
}
"""What is added to the file with the tuple: the import, and the name in the tuple."""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all formats that a copy of the package with one kind more writes of two articles."""
    root = tmp_path_factory.mktemp("copy")
    copy = root / "divergence"
    copy.mkdir()
    for part in PACKAGE.iterdir():
        if part.name in {"cli", "facts", "schema", "report"}:
            shutil.copytree(part, copy / part.name, ignore=shutil.ignore_patterns("__pycache__"))
        elif part.name != "__pycache__":
            (copy / part.name).symlink_to(part)
    if not (copy / "report_templates").exists():
        (root / "report_templates").symlink_to(PACKAGE.parent / "report_templates")
    for name, code in SHOWN.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(code)
    for name, (before, after, opening, entry) in NAMED.items():
        listing = (copy / name).read_text()
        assert listing.count(before) == listing.count(opening) == 1
        (copy / name).write_text(listing.replace(before, after).replace(opening, opening + entry))
    for name, grade in (("herald", "AA"), ("courier", "BBB")):
        article = f"Port bonds\n\nThe bonds of the harbour board were rated {grade} by the agency on Monday, it said.\n"
        (root / "story").mkdir(exist_ok=True)
        (root / "story" / f"{name}.txt").write_text(article)
    formats = "html,json,sarif,markdown,csv,text,junit,outline"
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
    assert len(written) == 8
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


def test_a_new_format_is_written_and_a_new_command_runs(reports: Path) -> None:
    outline = next((reports / "out").rglob("report.org")).read_text()
    assert {"- AA :: herald.txt", "- BBB :: courier.txt"} <= set(outline.splitlines())
    command = [sys.executable, "-m", "divergence", "sources", "story"]
    environment = {**os.environ, "PYTHONPATH": str(reports)}
    listed = subprocess.run(command, cwd=reports, env=environment, capture_output=True, text=True, check=True).stdout
    assert listed == "A  undated     courier.txt\nB  undated     herald.txt\n"
    told = subprocess.run([*command[:3], "--help"], cwd=reports, env=environment, capture_output=True, text=True)
    assert "list a story's articles with their sources and dates" in told.stdout


def test_the_tests_that_the_guide_shows_pass(reports: Path) -> None:
    shown = [name for name in SHOWN if name.startswith("tests/")]
    for helper in ("conftest.py", "check_results.py", "quick_compare.py", "facts/test_cases.py"):
        (reports / "tests" / helper).parent.mkdir(exist_ok=True)
        shutil.copy(TESTS / helper, reports / "tests" / helper)
    (cases,) = CASES
    (reports / "tests" / "facts" / "cases").mkdir(exist_ok=True)
    (reports / "tests" / "facts" / "cases" / "grade.toml").write_text(cases)
    settings = ["-c", str(PACKAGE.parent / "pyproject.toml"), "--rootdir", str(reports), "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *settings, *shown, "tests/facts/test_cases.py"]
    environment = {**os.environ, "PYTHONPATH": f"{reports}{os.pathsep}{reports / 'tests'}"}
    ran = subprocess.run(command, cwd=reports, env=environment, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout
    assert "skipped" not in ran.stdout.lower()


def test_what_the_guide_shows_is_formatted_and_typed(tmp_path: Path) -> None:
    for name, code in SHOWN.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code)
    settings = ["--config", str(PACKAGE.parent / "pyproject.toml")]
    for check in (["format", "--check"], ["check"]):
        subprocess.run([sys.executable, "-m", "ruff", *check, *settings, str(tmp_path)], check=True)
