"""Article text on its way to a terminal, a log or Markdown: shown as it is, never obeyed.

Article text, file names and metadata come from anyone. Printed raw they could move a terminal's cursor, write to the
clipboard (OSC 52), reverse the reading order (CVE-2021-42574) or be taken for a command by a CI runner, which reads
``::name::`` at the start of a line and the older ``##[name]`` anywhere in one.
"""

from __future__ import annotations

import re

from divergence.report.visible import HIDDEN, code_point, visible

_BREAK = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]")
_COMMAND_START = re.compile(r"^(\s*+)::")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>&#+|~$@:=^]|(?<=www)\.", re.IGNORECASE)
_MARKDOWN_START = re.compile(r"^(?:[-–]|\d{1,9}[.)])(?=\s|$)")


def safe_line(text: str) -> str:
    """A line for a terminal or a CI log: nothing hidden, and nothing that a runner takes for a command."""
    line = HIDDEN.sub(lambda match: f"[{code_point(match[0])}]", _BREAK.sub(" ", text))
    return _COMMAND_START.sub(r"\1: :", line).replace("##[", "# #[")


def markdown(text: str) -> str:
    """Text that GitHub's and GitLab's Markdown show literally: no link, image, mention, reference, tag or formatting.

    Character references are never taken for structure (CommonMark 6.2), so every mark that means something becomes one.
    """
    escaped = _MARKDOWN.sub(lambda m: f"&#{ord(m[0])};", visible(text))
    return _MARKDOWN_START.sub(lambda m: m[0][:-1] + f"&#{ord(m[0][-1])};", escaped)


def clipped(text: str, limit: int) -> str:
    """At most ``limit`` characters, with an ellipsis where something was cut."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
