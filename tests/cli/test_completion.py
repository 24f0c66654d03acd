"""Completion and the manual page are made from the parser: what it knows stands in both."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from divergence.cli import build_parser
from divergence.cli.commands import COMMANDS
from divergence.cli.completion import manual

for _library in ("shtab", "argparse_manpage"):
    pytest.importorskip(_library, reason=f"{_library}, of the extra `shell`, is not installed")

Run = Callable[..., tuple[int, str, str]]


def completed(script: Path, *words: str) -> list[str]:
    """What bash offers for the last of these words."""
    line = f"""
        source {script}
        COMP_WORDS=({" ".join(f"'{word}'" for word in words)}); COMP_CWORD={len(words) - 1}
        _shtab_divergence; printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.fixture
def script(run: Run) -> Path:
    status, out, err = run("completion", "bash")
    assert (status, err) == (0, "")
    Path("divergence.bash").write_text(out, encoding="utf-8")
    return Path("divergence.bash")


def test_bash_completes_commands_options_and_choices(script: Path) -> None:
    assert completed(script, "divergence", "ex") == ["explain", "export-annotations"]
    assert "--one-page" in completed(script, "divergence", "report", "--o")
    assert completed(script, "divergence", "report", "--page-size", "a") == ["a4", "a5"]
    assert completed(script, "divergence", "report", "--pdf", "zzz") == []


def test_bash_completes_files_after_an_option_that_names_one(script: Path) -> None:
    Path("decisions.toml").touch()
    assert completed(script, "divergence", "report", "--decisions", "deci") == ["decisions.toml"]
    assert completed(script, "divergence", "report", "--date", "deci") == []


def test_bash_completes_folders_alone_after_an_option_that_names_one(script: Path) -> None:
    Path("reports").mkdir()
    Path("reports.txt").touch()
    assert completed(script, "divergence", "report", "--out", "repo") == ["reports"]


def test_zsh_and_tcsh_get_all_commands(run: Run) -> None:
    for shell in ("zsh", "tcsh"):
        status, out, _ = run("completion", shell)
        assert status == 0
        assert [c.name for c in COMMANDS if c.name not in out] == []


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not on this machine")
def test_zsh_can_read_its_script(run: Run) -> None:
    subprocess.run(["zsh", "-n"], input=run("completion", "zsh")[1], text=True, check=True)


def test_the_manual_page_has_every_command_and_the_same_bytes_everywhere(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = run("man")[1]
    assert [c.name for c in COMMANDS if f"divergence {c.name}'".replace("-", "\\-") not in page] == []
    assert "\\fB\\-\\-one\\-page\\fR" in page
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert manual(build_parser()) == page


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not on this machine")
def test_man_can_set_the_page(run: Run) -> None:
    done = subprocess.run(
        ["groff", "-k", "-man", "-Tutf8", "-ww"], input=run("man")[1], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""


@pytest.mark.parametrize(("arguments", "library"), [(("completion", "zsh"), "shtab"), (("man",), "argparse_manpage")])
def test_a_missing_library_is_named_with_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], library: str
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert "pip install 'source-divergence[shell]'" in err
