"""Annotations and step summary: what GitHub shows, and that no article can speak to the runner."""

from __future__ import annotations

import json
import re
from pathlib import Path

import html5lib
import pytest
from check_results import ACCEPTED, UNREAD, check_result, finding, hostile, many
from markdown_it import MarkdownIt

from divergence.model.comparison import Severity
from divergence.report.ci.check_text import render_check as render_text
from divergence.report.ci.github import LARGEST_SUMMARY, MOST_OF_A_LEVEL, commands, render_check, summary

HOSTILE = (
    "::error::owned",
    "  ::set-output name=x::y",
    "\n::add-mask::a",
    "\r\n::stop-commands::x",
    "##[error]owned",
    "a ##[set-env name=PATH]b",
    "%0A::error::owned",
    "\x1b]52;c;cm0=\x07",
    "\x9b31m",
    "\u202e\u2066hidden",
    "[click](javascript:alert(1)) ![x](http://t.example/p.png)",
    "<img src=x onerror=alert(1)>",
    "@everyone #1 http://evil.example www.evil.example a@b.example :tada: ~~x~~ | a | b |",
    "# heading\n- item\n1. item\n> quote\n```\ncode\n```",
    "1) x",
    "---",
    "</details></table><script>alert(1)</script>",
    "$x^2$ $$\\href{javascript:alert(1)}{x}$$",
)


def commands_of_the_runner(log: str) -> list[str]:
    """What GitHub's runner takes for commands: ``::name::`` after white space, and ``##[name]`` anywhere in a line."""
    lines = re.split(r"\r\n|\r|\n", log)
    return [line for line in lines if re.match(r"\s*::.*::", line) or re.search(r"##\[.*\]", line)]


@pytest.mark.parametrize("text", HOSTILE)
def test_an_article_gives_the_runner_no_command(text: str) -> None:
    result = check_result(hostile(text), remarks=(text,), settings=(text,))
    log = render_check(result).decode()
    ours = commands_of_the_runner(log)
    assert len(ours) == 1
    assert re.match(r"::error file=in/", ours[0])
    assert commands_of_the_runner(render_text(result).decode()) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_reaches_the_terminal_but_text(text: str) -> None:
    result = check_result(hostile(text), remarks=(text,), settings=(text,))
    for log in (render_text(result).decode(), render_check(result).decode(), summary(result)):
        assert all(char.isprintable() or char == "\n" for char in log)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_summary_shows_article_text_literally(text: str) -> None:
    page = MarkdownIt("commonmark", {"linkify": False}).enable("table").render(summary(check_result(hostile(text))))
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert tags <= {"html", "head", "body", "h2", "h3", "p", "ul", "li", "strong", "code"}
    source = summary(check_result(hostile(text)))
    assert not re.search(r"https?://|www\.|(?<![&\w])@\w|(?<![&\w])#\d", source)


def test_naughty_strings_give_no_command(shared: Path) -> None:
    strings = json.loads((shared / "corpora/hostile/blns.json").read_text(encoding="utf-8"))
    logs = [render_check(check_result(hostile(text))).decode() for text in strings]
    assert [len(commands_of_the_runner(log)) for log in logs] == [1] * len(strings)


def test_an_annotation_points_at_the_line() -> None:
    line = commands(check_result(finding()))[0]
    assert line.startswith(
        "::error file=input/border-talks/post.txt,line=3,endLine=3,title=Sources differ%3A Soldiers killed::"
    )
    assert "5 (The Herald) or 23 (Morning Post)" in line


def test_at_most_nine_of_a_level_and_one_that_counts_the_rest() -> None:
    lines = commands(check_result(*many(20), *many(3, Severity.LOW)))
    errors = [line for line in lines if line.startswith("::error")]
    assert len(errors) == MOST_OF_A_LEVEL + 1
    assert "11 more" in errors[-1]
    assert sum(line.startswith("::notice") for line in lines) == 3


def test_accepted_findings_are_not_annotated_but_told() -> None:
    result = check_result(finding(**ACCEPTED))
    assert commands(result) == []
    assert "accepted: the ministry counts guards" in summary(result)


def test_an_unread_file_is_annotated_first() -> None:
    assert commands(check_result(finding(), notices=(UNREAD,)))[0].startswith("::error file=input/x/link.txt,")


def test_the_summary_says_what_was_compared_who_said_what_and_which_settings_held() -> None:
    text = summary(check_result(finding(), settings=("fail-on = low (command line)",), remarks=("d-9 expired",)))
    assert "1 story with 2 articles compared&#58; 1 new disagreement, 1 at or above the limit." in text
    assert "**23** Morning Post: “At least 23 soldiers were killed, the ministry said.”" in text
    assert "fail-on &#61; low (command line)" in text
    assert "d-9 expired" in text


def test_a_long_summary_is_cut_between_findings_and_says_so() -> None:
    text = summary(check_result(*many(6_000)))
    assert len(text.encode()) <= LARGEST_SUMMARY
    assert re.search(r"[\d,]+ more findings in the report\.", text)
    assert text.count("### Soldiers killed") == text.count("`d-")
