"""The structure of a page as a browser sees it: what no text may change."""

from __future__ import annotations

from typing import Any

import html5lib


def parse(page: bytes) -> Any:
    """The tree of a page, read as the HTML standard says."""
    return html5lib.parse(page, namespaceHTMLElements=False)


def shape(page: bytes) -> list[tuple[str, tuple[str, ...]]]:
    """Every element in order with the names of its attributes."""
    return [(str(e.tag), tuple(sorted(map(str, e.attrib)))) for e in parse(page).iter()]
