"""What the README shows is true: help texts, commands, settings, files."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from divergence.cli import build_parser
from divergence.review.settings import Settings, parse_settings

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
HELP = re.compile(r"<!-- help: (divergence [^>]*?) -->\n```text\n(.*?)```", re.DOTALL)
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def help_text(command: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a command prints on a terminal of 100 columns."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    out = io.StringIO()
    with contextlib.redirect_stdout(out), pytest.raises(SystemExit):
        build_parser().parse_args(shlex.split(command)[1:])
    return out.getvalue()


def blocks(language: str) -> list[str]:
    return [text for found, text in BLOCK.findall(README) if found == language]


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="argparse lays help out differently in each Python")
@pytest.mark.parametrize(("command", "shown"), HELP.findall(README))
def test_help_blocks_are_what_the_commands_print(command: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown == help_text(command, monkeypatch)


def test_every_command_shown_is_understood() -> None:
    shown = "\n".join(blocks("") + [b for b in blocks("yaml") if "divergence check" in b])
    lines = re.findall(r"(?:^|[\s/])divergence ((?:report|check|facts|explain|schema|accept|reject|export)\b.*)", shown)
    assert len(lines) > 10
    for line in lines:
        build_parser().parse_args(shlex.split(line))


def test_every_setting_shown_is_one_and_none_is_missing() -> None:
    shown = next(block for block in blocks("toml") if "fail-on" in block)
    stated = parse_settings(shown, "divergence.toml")
    assert set(stated) <= set(Settings.__dataclass_fields__)


def test_story_files_shown_are_toml() -> None:
    assert all(tomllib.loads(block) for block in blocks("toml"))


def test_every_target_of_make_shown_exists() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    shown = set(re.findall(r"(?:^|`)make (\w+)(?:`|$)", README, re.MULTILINE))
    assert {"report", "test", "score"} <= shown <= targets


def test_every_link_and_picture_leads_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_file_named_in_code_marks_exists() -> None:
    named = re.findall(r"`((?:divergence|training|report_templates|input|\.github|tests)/[\w./-]+)`", README)
    planned = {"divergence/ingest/docx.py"}
    assert [name for name in named if name not in planned and not (ROOT / name).exists()] == []


def test_the_library_example_runs_as_shown() -> None:
    (code,) = (block for block in blocks("python") if "render" in block)
    compile(code, "README.md", "exec")
    import divergence

    names = re.findall(r"from divergence import (.*)", code)[0].split(", ")
    assert all(callable(getattr(divergence, name)) for name in names)


def test_the_example_of_a_model_of_one_s_own_runs_as_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = (block for block in blocks("python") if "SecondReading" in block)
    monkeypatch.chdir(ROOT)
    asked: list[str] = []

    def my_model(system: str, prompt: str) -> str:
        asked.append(prompt)
        return "{}"

    names: dict[str, Any] = {"my_model": my_model}
    exec(code, names)
    assert len(asked) == 1, "it fails the planted pairs, and is asked nothing more"
    assert names["comparison"].notices[-1].code == "model-refused"
