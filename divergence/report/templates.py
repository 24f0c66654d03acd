"""Jinja2 as the reports use it: escaping always on, undefined names an error, files from the user's folder first."""

from __future__ import annotations

import base64
from functools import cache
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any

from divergence.errors import RenderError, UsageError
from divergence.report.page.findings import Card, Decided
from divergence.report.page.view import SEVERITIES, Report
from divergence.report.visible import isolate
from divergence.report.wording import decision_line, read_words, shipped_templates, situation_line

if TYPE_CHECKING:
    from jinja2 import BytecodeCache
    from jinja2.bccache import Bucket

    from divergence.report.overview import Overview


def render_template(name: str, report: Report | Overview, folder: Path | None = None, **settings: Any) -> str:
    """One template filled with a report.

    A template sees ``report`` (the records of ``view``), ``w`` (the words), ``severities``, ``font(name)`` (a font file
    in base64), ``covered(name)`` (the signs that it has, as CSS writes them), ``hash(name)`` (a file's digest, for the
    content security policy of the page that includes it), ``decision(d)`` (what an editor decided, in one clause),
    ``situation(f)`` (whose figures differ) and
    the filter ``isolate`` (for a name in a line that runs the other way).
    """
    from jinja2 import TemplateError

    if folder is not None and not folder.is_dir():
        raise UsageError(f"There is no folder of templates {folder}.")
    try:
        return str(_environment(report, folder, settings).get_template(name).render())
    except (TemplateError, LookupError, TypeError, ValueError) as error:
        raise RenderError(f"The template {name} cannot be used: {error}") from error


def _environment(report: Report | Overview, folder: Path | None, settings: dict[str, Any]) -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    class ItemsFirst(Environment):
        """Takes ``w.more.values`` for the word of that name, where plain Jinja2 would take the method of a mapping."""

        def getattr(self, obj: Any, attribute: str) -> Any:
            return obj[attribute] if isinstance(obj, dict) and attribute in obj else super().getattr(obj, attribute)

    folders = [folder] if folder else []
    environment = ItemsFirst(
        loader=FileSystemLoader([*folders, shipped_templates()]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_compiled(),
    )

    def digest(name: str) -> str:
        """The hash of a file as it is included, as a content security policy writes it."""
        text = environment.get_template(name).render()
        return f"sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}"

    def font(name: str) -> str:
        return base64.b64encode(_find_font(name, [*folders, shipped_templates()]).read_bytes()).decode()

    def covered(name: str) -> str:
        return _coverage(_find_font(name, [*folders, shipped_templates()]))

    words = read_words(folder)

    def decision(decided: Decided) -> str:
        return decision_line(decided, words)

    def situation(finding: Card) -> str:
        return situation_line(finding, words)

    environment.globals["situation"] = situation
    environment.filters["isolate"] = isolate
    environment.globals.update(report=report, w=words, severities=SEVERITIES, font=font, hash=digest, decision=decision)
    environment.globals["covered"] = covered
    environment.globals.update(settings)
    return environment


@cache
def _compiled() -> BytecodeCache:
    """The code that templates became, for all reports of a run: making it takes longer than filling them."""
    from jinja2 import BytecodeCache

    codes: dict[tuple[str, str], CodeType | None] = {}

    class Kept(BytecodeCache):
        def load_bytecode(self, bucket: Bucket) -> None:
            bucket.code = codes.get((bucket.key, bucket.checksum))

        def dump_bytecode(self, bucket: Bucket) -> None:
            codes[bucket.key, bucket.checksum] = bucket.code

    return Kept()


def _find_font(name: str, folders: list[Path]) -> Path:
    """One font file, in the first folder that has it."""
    for folder in folders:
        path = folder / "fonts" / name
        if path.is_file():
            return path
    raise RenderError(f"The font {name} is missing from the report templates.")


@cache
def _coverage(font: Path) -> str:
    """The signs that a font has, as ranges of code points; a sign that it only claims would be printed as a box."""
    from fontTools.ttLib import TTFont

    points = sorted(TTFont(font, lazy=True).getBestCmap())
    runs = groupby(enumerate(points), key=lambda pair: pair[1] - pair[0])
    ranges = [[point for _, point in run] for _, run in runs]
    return ", ".join(f"U+{run[0]:04X}-{run[-1]:04X}" for run in ranges)
