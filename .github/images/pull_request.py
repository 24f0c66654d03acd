"""Draw the picture of an annotated pull request in the README from what the check really says.

    python .github/images/pull_request.py

Makes a repository with the sample story, adds an article on a branch, runs what ``action.yml`` runs, and lays its
annotations and its step summary out much as a forge does. Needs the test tools and Debian's chromium.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from markdown_it import MarkdownIt
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PICTURE = ROOT / ".github" / "images" / "pull-request.png"
NAME = "input/istanbul-talks/anatolia-wire.txt"
ARTICLE = """\
Envoys meet again in Istanbul as the border counts its dead

Published in Anatolia Wire, October 27th, 2025

ISTANBUL: Pakistan and the Afghan Taliban returned to the table on Monday.

Thirty-one Pakistani soldiers were killed along the border over the weekend, the army said on Sunday.

Turkey and Qatar have asked both sides to keep to the ceasefire of October 19.
"""
IDENTITY = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
ANNOTATION = re.compile(r"^::(error|warning|notice) (.*?)::(.*)$", re.MULTILINE)
STYLE = """
body { font: 15px/1.5 "Liberation Sans", Arial, sans-serif; margin: 0; padding: 28px; width: 1060px; color: #1f2328; }
.file { border: 1px solid #d1d9e0; border-radius: 6px; overflow: hidden; }
.file > header { background: #f6f8fa; border-bottom: 1px solid #d1d9e0; padding: 10px 14px; font: 13px monospace; }
.line { display: flex; background: #dafbe1; font: 13px/1.7 "Liberation Mono", monospace; }
.line b { width: 46px; flex: none; text-align: right; padding-right: 12px; background: #aceebb; font-weight: normal; }
.line span { padding: 0 12px; }
.note { margin: 8px 14px 8px 58px; padding: 8px 14px; }
.note { border: 1px solid #d1d9e0; border-left: 4px solid; border-radius: 6px; }
.note strong { display: block; }
.error { border-left-color: #cf222e; } .warning { border-left-color: #9a6700; } .notice { border-left-color: #0969da; }
.summary { border: 1px solid #d1d9e0; border-radius: 6px; margin-top: 22px; padding: 4px 22px 12px; }
.summary h2 { font-size: 20px; } .summary h3 { font-size: 16px; margin-bottom: 4px; } .summary ul { margin: 4px 0; }
code { background: #eff1f3; border-radius: 4px; padding: 1px 5px; }
"""


def checked(folder: Path) -> tuple[str, str]:
    """The log and the step summary of the action on a branch that adds the article."""
    shutil.copytree(ROOT / "input" / "istanbul-talks", folder / "input" / "istanbul-talks")
    steps = (
        ["init", "-q", "--initial-branch=main"],
        ["add", "-A"],
        ["commit", "-qm", "a"],
        ["checkout", "-qb", "branch"],
    )
    for arguments in steps:
        subprocess.run(["git", *IDENTITY, *arguments], cwd=folder, check=True)
    (folder / NAME).write_text(ARTICLE, encoding="utf-8")
    with tempfile.TemporaryDirectory() as out:
        environment = {
            **os.environ,
            "CI": "true",
            "DIVERGENCE": str(Path(sys.executable).with_name("divergence")),
            "DIVERGENCE_OUT": out,
            "DIVERGENCE_SINCE": "main",
            "GITHUB_STEP_SUMMARY": f"{out}/summary.md",
        }
        done = subprocess.run(
            [ROOT / ".github/action/check"], cwd=folder, env=environment, capture_output=True, text=True
        )
        return done.stdout, Path(out, "summary.md").read_text(encoding="utf-8")


def decoded(text: str) -> str:
    """A workflow command's text as the runner reads it."""
    for escaped, plain in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escaped, plain)
    return text


def page(log: str, summary: str) -> str:
    """The file with its annotations under their lines, then the summary without its list of settings."""
    notes: dict[int, str] = {}
    for level, given, text in ANNOTATION.findall(log):
        values = dict(part.split("=", 1) for part in given.split(","))
        title, message = html.escape(decoded(values["title"])), html.escape(decoded(text))
        line = int(values["line"])
        notes[line] = notes.get(line, "") + f'<div class="note {level}"><strong>{title}</strong>{message}</div>'
    rows = [
        f'<div class="line"><b>{number}</b><span>+ {html.escape(line)}</span></div>{notes.get(number, "")}'
        for number, line in enumerate(ARTICLE.splitlines(), 1)
    ]
    shown = MarkdownIt("commonmark").render(summary.split("### Settings that held")[0])
    file = f'<div class="file"><header>{NAME}</header>{"".join(rows)}</div>'
    return f'<meta charset="utf-8"><style>{STYLE}</style>{file}<div class="summary">{shown}</div>'


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        drawn = page(*checked(Path(name)))
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 1116, "height": 400})
        tab.set_content(drawn)
        tab.screenshot(path=PICTURE, full_page=True)
        browser.close()


if __name__ == "__main__":
    main()
