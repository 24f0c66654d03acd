"""The documentation site: what it shows is run, what it lists is complete, and it is built strictly."""

from __future__ import annotations

import ast
import re
import shlex
import subprocess
import sys
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

import divergence
from divergence.cli import build_parser
from divergence.cli.commands import COMMANDS
from divergence.model.finding import INCONCLUSIVE, LOST, NOT_ASKED
from divergence.report.records import COLUMNS
from divergence.review.settings import parse_settings

ROOT = Path(__file__).resolve().parents[1]
PAGES = {
    path.relative_to(ROOT / "docs").as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "docs").rglob("*.md"))
}
BLOCK = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```", re.DOTALL | re.MULTILINE)
MAKERS = {"Notice", "ShownNotice", "with_notice"}


def blocks(language: str) -> list[str]:
    return [text for page in PAGES.values() for found, text in BLOCK.findall(page) if found == language]


@pytest.fixture(scope="module")
def hooks() -> ModuleType:
    spec = spec_from_file_location("docs_hooks", ROOT / "docs" / "hooks.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_command_shown_is_understood() -> None:
    lines = [line for text in blocks("") + blocks("console") for line in text.splitlines()]
    shown = [line.removeprefix("$ ") for line in lines if line.removeprefix("$ ").startswith("divergence ")]
    assert len(shown) > 15
    for line in shown:
        build_parser().parse_args(shlex.split(line)[1:])


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if "```console" in page])
def test_every_session_runs_and_ends_as_it_says(name: str, hooks: ModuleType) -> None:
    shown = hooks.run_sessions(PAGES[name])
    for session in re.findall(r"^```console[^\n]*\n(.*?)^```", shown, re.DOTALL | re.MULTILINE):
        assert session.startswith("$ divergence ")
    assert shown.count("\n") > PAGES[name].count("\n")


def test_a_session_that_ends_otherwise_stops_the_site(hooks: ModuleType) -> None:
    with pytest.raises(SystemExit, match="ended with 3, not 0"):
        hooks.run_sessions("```console\n$ divergence report nowhere\n```\n")
    assert "exit status" in hooks.run_sessions(
        "```console status=3 lines=1\n$ divergence report nowhere\n```\nexit status"
    )


@pytest.mark.slow
@pytest.mark.parametrize("code", blocks("python"))
def test_every_example_in_python_runs(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(code, {})


def test_settings_and_story_files_shown_are_understood() -> None:
    for text in blocks("toml"):
        assert tomllib.loads(text)
        if "fail-on" in text:
            parse_settings(text, "divergence.toml")


def made_codes() -> set[str]:
    """Every code that a notice of the program can have."""
    codes = {*INCONCLUSIVE, *LOST, *NOT_ASKED}
    for path in Path(divergence.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                codes |= {node.args[0].value} if name in MAKERS else set()
    return codes


def test_every_input_of_the_action_that_is_shown_exists() -> None:
    named = re.compile(r"^ *([a-z-]+):", re.MULTILINE)
    action = (ROOT / "action.yml").read_text(encoding="utf-8")
    known = set(re.findall(r"^  ([a-z-]+):$", action.split("outputs:")[0], re.MULTILINE))
    shown = [name for text in blocks("yaml") if "with:" in text for name in named.findall(text.split("with:")[1])]
    assert {"answers", "model"} < set(shown) <= known


def test_every_code_of_a_notice_is_explained_once() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \|", PAGES["reference/notices.md"], re.MULTILINE)
    assert len(listed) == len(set(listed))
    source = "".join(path.read_text(encoding="utf-8") for path in Path(divergence.__file__).parent.rglob("*.py"))
    assert made_codes() - set(listed) == set()
    assert [code for code in listed if f'"{code}"' not in source] == []


def test_the_reference_has_every_public_name() -> None:
    shown = set(re.findall(r"^::: divergence\.[\w.]+\.(\w+)$", PAGES["reference/library.md"], re.MULTILINE))
    assert set(divergence.__all__) - shown == {"DivergenceError", "__version__"}


def test_the_reference_has_every_command_and_every_column(hooks: ModuleType) -> None:
    commands = hooks.on_page_markdown(PAGES["reference/commands.md"])
    assert [c.name for c in COMMANDS if f"## {c.name}\n" not in commands] == []
    assert "--one-page" in commands
    columns = hooks.on_page_markdown(PAGES["reference/tables.md"])
    assert [name for name in COLUMNS if f"\n{name}\n" not in columns] == []


def test_pages_are_short() -> None:
    told = {name: len(page.split()) for name, page in PAGES.items() if name.startswith(("how-to/", "tutorials/"))}
    assert {name: words for name, words in told.items() if words > 500} == {}


@pytest.mark.slow
def test_the_site_is_built_without_a_broken_link_or_a_fetched_font(tmp_path: Path) -> None:
    """Strictly: a page that no menu names, a link or an anchor that leads nowhere stops it."""
    pytest.importorskip("mkdocs", reason="MkDocs, of the extra `docs`, is not installed")
    pytest.importorskip("material", reason="Material for MkDocs, of the extra `docs`, is not installed")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (built.returncode, built.stdout) == (0, ""), built.stderr[-3000:]
    briefing = (tmp_path / "tutorials" / "briefing.html").read_text(encoding="utf-8")
    assert "How many Pakistani soldiers" in briefing, "the output is the program's own"
    assert (tmp_path / "images" / "briefing.png").is_file()
    library = (tmp_path / "reference" / "library.html").read_text(encoding="utf-8")
    assert "called before each step" in " ".join(library.split()), "the reference is made from docstrings"
    for page in tmp_path.rglob("*.html"):
        assert "fonts.googleapis.com" not in page.read_text(encoding="utf-8")
