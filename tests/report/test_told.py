"""Whole reports of made comparisons as they are written today, for every format that is text.

``python tests/report/test_told.py`` writes them anew, so that a change can be read as its diff. A page's style and
script are left out, and the version.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from made_comparison import make_comparison, make_large

from divergence.model.comparison import Comparison
from divergence.report import FORMATS, render
from divergence.version import __version__

REPORTS = Path(__file__).parent / "told"
MADE: dict[str, Callable[[], Comparison]] = {
    "ferry": make_comparison,
    "drawn": lambda: make_large(articles=4, words=90, findings=6, seed=3),
}
TOLD = (*(("ferry", f.name) for f in FORMATS if not f.binary), ("drawn", "html"), ("drawn", "markdown"))
_ASSETS = re.compile(r"(?s)<(style|script)\b.*?</\1>")


def told(made: str, name: str) -> str:
    """A report without what changes with every release."""
    text = render(MADE[made](), name).decode("utf-8").replace("\r\n", "\n")
    return _ASSETS.sub("", text).replace(__version__, "VERSION")


@pytest.mark.parametrize(("made", "name"), TOLD)
def test_writes_the_same_report(made: str, name: str) -> None:
    assert told(made, name) == (REPORTS / f"{made}.{name}.txt").read_text(encoding="utf-8")


def main() -> None:
    """Write the reports anew."""
    for made, name in TOLD:
        (REPORTS / f"{made}.{name}.txt").write_text(told(made, name), encoding="utf-8")


if __name__ == "__main__":
    main()
