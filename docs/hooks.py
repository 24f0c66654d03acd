"""What the site shows of the program comes from the program: outputs, help texts, columns, pictures.

In a page, a block that begins with three backticks and ``console`` is a session: each ``$ divergence …`` is run, one
after the other, in a folder of the page's own that holds the sample story, and its output is put below it. A command
that is to fail says with which status (``console status=1``); ``lines=12`` shows so many lines of each output.
A line ``<!-- commands -->`` or ``<!-- columns -->`` becomes the help of all commands, or the columns of the tables.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import tempfile
from argparse import ArgumentParser, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SESSION = re.compile(r"^```console(?P<how>[^\n]*)\n(?P<lines>.*?)^```$", re.DOTALL | re.MULTILINE)
COMMAND = "$ divergence "
WIDTH = 96
MORE = "…"


def on_files(files: Any, config: Any) -> Any:
    """Add the pictures of the README, which stand outside the pages."""
    from mkdocs.structure.files import File

    for picture in sorted((ROOT / ".github" / "images").glob("*.png")):
        files.append(File.generated(config, f"images/{picture.name}", abs_src_path=str(picture)))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """A page with everything that comes from the program."""
    page = markdown.replace("<!-- commands -->", _commands()).replace("<!-- columns -->", _columns())
    return run_sessions(page)


def run_sessions(page: str) -> str:
    """A page with the output of its sessions. Raises SystemExit where a command ends otherwise than it says."""
    if not SESSION.search(page):
        return page
    with tempfile.TemporaryDirectory() as folder, _inside(Path(folder)):
        shutil.copytree(ROOT / "input", "input")
        return SESSION.sub(_session, page)


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    """The working folder, and no sign that this is CI, whatever the machine says."""
    before, ci = Path.cwd(), os.environ.pop("CI", None)
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
        if ci is not None:
            os.environ["CI"] = ci


def _session(match: re.Match[str]) -> str:
    how = dict(re.findall(r"(\w+)=(\d+)", match["how"]))
    told = []
    for line in match["lines"].splitlines():
        told.append(line)
        if line.startswith(COMMAND):
            told += _output(line, int(how.get("status", 0)), int(how.get("lines", 1000)))
    return "\n".join(["```console", *told, "```"])


def _output(line: str, wanted: int, most: int) -> list[str]:
    from divergence.cli import main

    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()) as err:
        status = main(shlex.split(line.removeprefix(COMMAND)))
    if status != wanted:
        raise SystemExit(f"{line!r} ended with {status}, not {wanted}: {err.getvalue()[-400:]}")
    lines = out.getvalue().rstrip().splitlines()
    return lines if len(lines) <= most else [*lines[:most], MORE]


def _commands() -> str:
    """The help of every command, laid out alike on every machine."""
    from divergence.cli import build_parser

    parser = build_parser()
    subs = next(action for action in parser._actions if isinstance(action, _SubParsersAction))
    parts = [_help(parser)]
    for name, sub in subs.choices.items():
        parts += [f"## {name}", _help(sub)]
    return "\n\n".join(parts)


def _help(parser: ArgumentParser) -> str:
    parser.formatter_class = partial(RawDescriptionHelpFormatter, width=WIDTH)
    return f"```text\n{parser.format_help()}```"


def _columns() -> str:
    from divergence.report.records import COLUMNS

    return "\n".join(["```text", *COLUMNS, "```"])
