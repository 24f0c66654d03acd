"""The briefing as PDF, by WeasyPrint, which may fetch nothing: only what the page itself carries is in it."""

from __future__ import annotations

import io
import logging
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, replace
from hashlib import sha256
from threading import Lock
from typing import Any

from divergence.errors import RenderError, UsageError
from divergence.model.comparison import Comparison
from divergence.report.format import PAPERS, Format, Presentation
from divergence.report.page.sources import parse_date
from divergence.report.page.view import Report, ShownNotice, prepare
from divergence.report.templates import render_template
from divergence.report.visible import code_point
from divergence.report.wording import read_words

_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("latin-ext", "U+0100-02FF, U+1D00-1DBF, U+1E00-1EFF, U+20A0-20CF, U+2C60-2C7F, U+A720-A7FF"),
    ("cyrillic", "U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116-2116"),
    ("cyrillic-ext", "U+0460-048F, U+0492-04AF, U+04B2-052F, U+1C80-1C8A"),
    ("greek", "U+0370-03FF"),
    ("vietnamese", "U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+1EA0-1EF9"),
    ("hebrew", "U+0590-05FF, U+FB1D-FB4F"),
    ("arabic", "U+0600-06FF, U+0750-077F, U+0870-08FF, U+FB50-FDFF, U+FE70-FEFC"),
)
"""The shipped fonts beyond plain Latin, with the ranges of characters that they are for, as CSS writes them."""
_RANGE = re.compile(r"U\+([0-9A-F]+)-([0-9A-F]+)")

_EPOCH = "SOURCE_DATE_EPOCH"
_environment_lock = Lock()
MOST_SIGNS = 8
"""Signs without a glyph that a notice names."""
LAST_SECTION = "method"
"""The id of a briefing's last section, of a few lines."""
SPILLED = 0.2
"""Share of the last page above which that section starts where nothing else is on the page."""
FIRST_PAGE = 6
"""Findings on the first page; fewer where the briefing may have only one."""

MISSING = (
    "The PDF briefing needs WeasyPrint 70 or newer and its system libraries; the other formats work without. "
    "On Debian and Ubuntu: apt-get install libpangoft2-1.0-0 libharfbuzz-subset0 (and: pip install 'weasyprint>=70')."
)


def render_pdf(comparison: Comparison, presentation: Presentation) -> bytes:
    """The briefing as tagged PDF (PDF/UA-1); the same comparison gives the same bytes."""
    if presentation.paper not in PAPERS:
        raise UsageError(f"There is no paper {presentation.paper!r}; there are: {', '.join(PAPERS)}.")
    report = prepare(comparison)
    if not presentation.one_page:
        return _briefing(report, presentation, FIRST_PAGE).written
    for findings in range(FIRST_PAGE, 0, -1):
        sheets = _briefing(report, presentation, findings)
        if sheets.pages == 1:
            break
    return sheets.written


@dataclass(frozen=True, slots=True)
class _Sheets:
    """A briefing as written."""

    written: bytes
    pages: int
    spilled: bool
    """Whether the last page holds a few lines and no more."""
    boxes: tuple[str, ...]
    """The signs for which no font was found."""


def _briefing(report: Report, presentation: Presentation, findings: int) -> _Sheets:
    """The briefing with so many findings on its first page, set a little closer where that saves a page of few lines.

    Signs that no font has are told in a notice of it.
    """
    sheets = _set(report, presentation, findings)
    if sheets.boxes:
        report = replace(report, notices=(_without_glyph(sheets.boxes, presentation), *report.notices))
        sheets = _set(report, presentation, findings)
    if not sheets.spilled:
        return sheets
    closer = _set(report, presentation, findings, close=True)
    return closer if closer.pages < sheets.pages else sheets


def _without_glyph(signs: Sequence[str], presentation: Presentation) -> ShownNotice:
    """A notice on signs that are printed as empty boxes, named by their code points."""
    named = ", ".join(map(code_point, signs[:MOST_SIGNS])) + (" …" if len(signs) > MOST_SIGNS else "")
    forms = read_words(presentation.templates)["notices"]["no_glyph"]
    return ShownNotice("no-glyph", forms[len(signs) > 1].format(n=len(signs), signs=named), ())


def _set(report: Report, presentation: Presentation, findings: int, *, close: bool = False) -> _Sheets:
    """The briefing in the template's type, or in one a little closer."""
    folder = presentation.templates
    settings = {
        "paper": presentation.paper,
        "one_page": presentation.one_page,
        "first_page": findings,
        "close": close,
        "prepared": parse_date(presentation.prepared),
    }
    page = render_template("briefing.html", report, folder, **settings)
    style = render_template("briefing.css", report, folder, scripts=needed_scripts(page), **settings)
    return _write(page, style)


def needed_scripts(page: str) -> tuple[tuple[str, str], ...]:
    """The fonts that the page's characters need beyond plain Latin; each costs time to unpack."""
    points = {ord(character) for character in page}
    return tuple(
        (name, ranges)
        for name, ranges in _SCRIPTS
        if any(int(a, 16) <= point <= int(b, 16) for a, b in _RANGE.findall(ranges) for point in points)
    )


def _write(page: str, style: str) -> _Sheets:
    weasyprint = _load_weasyprint()
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError

    fetcher, fonts = _closed_fetcher(), FontConfiguration()
    identifier = sha256(page.encode("utf-8", "replace")).hexdigest()[:32].encode()
    with _fixed_date(), _reported(FatalURLFetchingError), _remarks() as signs:
        sheet = weasyprint.CSS(string=style, url_fetcher=fetcher, font_config=fonts)
        source = weasyprint.HTML(string=page, base_url="about:blank", url_fetcher=fetcher)
        document = source.render(
            stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1", pdf_identifier=identifier
        )
        written = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    last, pages = document.pages[-1], len(document.pages)
    starts = last.anchors.get(LAST_SECTION, (0, 0))[1]
    return _Sheets(bytes(written), pages, pages > 1 and starts < SPILLED * last.height, tuple(sorted(signs)))


@contextmanager
def _reported(refusal: type[BaseException]) -> Iterator[None]:
    """Turn a refused fetch, which WeasyPrint lets through as no Exception, into an error that says what to do."""
    try:
        yield
    except refusal as error:
        raise RenderError(f"The briefing's template asks for something outside the page: {error}") from error


class _Signs(logging.Filter):
    """Keeps WeasyPrint's remarks from standard error, and of those on signs that no font has the signs."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        if str(record.msg).startswith(".notdef glyph") and isinstance(record.args, tuple):
            self.found.add(str(record.args[0]))
        return False


@contextmanager
def _remarks() -> Iterator[set[str]]:
    """The signs that no font has, once all is drawn; WeasyPrint says so in its log alone."""
    logger, kept = logging.getLogger("weasyprint"), _Signs()
    logger.addFilter(kept)
    try:
        yield kept.found
    finally:
        logger.removeFilter(kept)


def _load_weasyprint() -> Any:
    """WeasyPrint, or an error that names what to install: its import fails where Pango is missing."""
    try:
        with redirect_stdout(io.StringIO()):  # without Pango it prints advice there, where JSON may go
            import weasyprint
    except (ImportError, OSError) as error:
        raise RenderError(MISSING) from error
    if int(weasyprint.__version__.split(".")[0]) < 70:
        raise RenderError(MISSING)
    return weasyprint


def _closed_fetcher() -> Any:
    """A fetcher that knows ``data:`` alone; anything else stops the rendering."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    class ClosedFetcher(URLFetcher):  # type: ignore[misc]
        """Refuses every address that is not part of the page."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith("data:"):
                raise FatalURLFetchingError(f"a report may fetch nothing: {url[:80]}")
            return super().fetch(url, headers)

    return ClosedFetcher(allowed_protocols=("data",), allow_redirects=False)


@contextmanager
def _fixed_date() -> Iterator[None]:
    """A fixed SOURCE_DATE_EPOCH, which font subsetting writes into fonts; the caller's own value stands again after."""
    with _environment_lock:
        before = os.environ.get(_EPOCH)
        os.environ[_EPOCH] = "0"
        try:
            yield
        finally:
            if before is None:
                del os.environ[_EPOCH]
            else:
                os.environ[_EPOCH] = before


FORMAT = Format("pdf", "briefing.pdf", "a briefing to print or send", render_pdf, binary=True, load=_load_weasyprint)
