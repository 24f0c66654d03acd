"""Tables by which a page is laid out, told from tables of values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from divergence.ingest.page_guard import TAG

CELLS = frozenset(("table", "tbody", "thead", "tfoot", "tr", "td", "th"))
PARTED = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "table"))
"""Elements of which a cell that holds two, or one table, is a column of the page."""
LOOSELY = frozenset(("br", "div", "blockquote", "center", "section", "ul", "ol"))
"""Elements of which a long cell that holds two is one."""
LONG = 300
"""Characters."""
PROSE = 60
"""Characters of the shortest cell that may be a paragraph, where every cell of its table is one."""
ENDED = re.compile(r"[.!?…][\"'”’)\]]{0,3}\s{0,99}$")
EMPTY = re.compile(r"(?:\s|&nbsp;|&#160;|\u00a0){1,999}")
SAYS_SO = re.compile(r"""\brole\s{0,3}=\s{0,3}["']?(?:presentation|none)\b""", re.IGNORECASE)


@dataclass(slots=True)
class _Cell:
    """A cell of an open table: its row, and what it holds."""

    row: int
    parts: int = 0
    breaks: int = 0
    text: str = ""

    @property
    def is_column(self) -> bool:
        """Whether it holds more than a value."""
        return self.parts > 1 or (self.breaks > 1 and len(self.text) >= LONG)

    @property
    def is_prose(self) -> bool:
        return len(self.text) >= PROSE and ENDED.search(self.text) is not None


@dataclass(slots=True)
class _Table:
    """An open table: where its own tags stand, and its cells."""

    says_so: bool
    tags: list[int] = field(default_factory=list)
    cells: list[_Cell] = field(default_factory=list)
    rows: int = 0

    @property
    def is_layout(self) -> bool:
        """Whether it says so, a cell is a column, or no row has two values: its cells are paragraphs."""
        if self.says_so or any(cell.is_column for cell in self.cells):
            return True
        filled = [cell for cell in self.cells if cell.text]
        prose = sum(cell.is_prose for cell in filled)
        return prose > 0 and (prose == len(filled) or len({cell.row for cell in filled}) == len(filled))


def without_layout_tables(page: str) -> str:
    """The page with tables whose cells are columns of it, not values, turned into boxes."""
    tags = list(TAG.finditer(page))
    boxes = _layout(page, tags)
    if not boxes:
        return page
    pieces, at = [], 0
    for number in sorted(boxes):
        tag = tags[number]
        pieces += [page[at : tag.start()], f"<{tag[1]}div{tag[3]}>"]
        at = tag.end()
    return "".join([*pieces, page[at:]])


def _layout(page: str, tags: list[re.Match[str]]) -> set[int]:
    """Numbers of the tags that belong to tables of layout."""
    tables: list[_Table] = []
    found: set[int] = set()
    at = 0
    for number, tag in enumerate(tags):
        name, opens = tag[2].lower(), not tag[1]
        if tables and tables[-1].cells:
            _fill(tables[-1].cells[-1], page[at : tag.start()], name if opens else "")
        at = tag.end()
        if name == "table" and opens:
            tables.append(_Table(SAYS_SO.search(tag[3]) is not None))
        if tables and name in CELLS:
            _enter(tables[-1], name if opens else "", number)
        if name == "table" and not opens and tables:
            found |= _of_layout(tables.pop())
    return found.union(*map(_of_layout, tables))


def _fill(cell: _Cell, text: str, opened: str) -> None:
    """Give a cell the text before a tag, and the element that the tag opens."""
    if len(cell.text) < LONG:
        cell.text += EMPTY.sub(" ", text) if cell.text else EMPTY.sub(" ", text).lstrip()
    cell.parts += 0 if opened not in PARTED else 2 if opened == "table" else 1
    cell.breaks += opened in LOOSELY


def _enter(table: _Table, opened: str, number: int) -> None:
    """Count a tag of a table itself."""
    table.tags.append(number)
    table.rows += opened == "tr"
    if opened in ("td", "th"):
        table.cells.append(_Cell(table.rows))


def _of_layout(table: _Table) -> set[int]:
    return set(table.tags) if table.is_layout else set()
