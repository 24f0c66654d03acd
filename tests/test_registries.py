"""Every plug in a folder is named in its tuple, and every format renders."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType, UnionType

import pytest
from check_results import comparison, soldiers, two_articles

import divergence
from divergence.cli.command import Command
from divergence.cli.commands import COMMANDS
from divergence.errors import RenderError
from divergence.facts import FACT_TYPES, FIGURES, KINDS
from divergence.facts.types import FactType
from divergence.ingest.document import Collection, Reader
from divergence.ingest.readers import READERS
from divergence.model.fact import Kind
from divergence.report import FORMATS, Presentation
from divergence.report.format import Format

PACKAGE = Path(divergence.__file__).parent


def plugs(folder: str, kind: type | UnionType) -> set[str]:
    """Names of all plugs of a kind that the modules of a folder, and of its rooms, define."""
    modules: list[ModuleType] = []
    for path in sorted((PACKAGE / folder).rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        modules.append(import_module(".".join(p for p in parts if p != "__init__")))
    return {value.name for module in modules for value in vars(module).values() if isinstance(value, kind)}


@pytest.mark.parametrize(
    ("folder", "kind", "listed"),
    [
        ("facts", FactType, FACT_TYPES),
        ("ingest", Reader | Collection, READERS),
        ("report", Format, FORMATS),
        ("cli", Command, COMMANDS),
    ],
    ids=["facts", "readers", "formats", "commands"],
)
def test_every_plug_is_listed_once(
    folder: str, kind: type | UnionType, listed: tuple[FactType | Reader | Collection | Format | Command, ...]
) -> None:
    names = [plug.name for plug in listed]
    assert sorted(names) == sorted(plugs(folder, kind))
    assert names == list(dict.fromkeys(names))


def test_every_kind_of_fact_belongs_to_one_type_and_equal_names_are_one_kind() -> None:
    assert len(KINDS) == len(set(KINDS))
    assert all(kind is Kind(str(kind)) for kind in KINDS)


def test_a_kind_whose_values_are_figures_gives_them_in_numbers() -> None:
    assert [t.name for t in FACT_TYPES if t.nature in FIGURES and t.figure is None] == []


def test_a_class_name_stands_once() -> None:
    homes: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for name in re.findall(r"^class (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            homes.setdefault(name, []).append(path.relative_to(PACKAGE).as_posix())
    assert {name: files for name, files in homes.items() if len(files) > 1} == {}


def figures(path: Path) -> list[str]:
    """Constants of a file that are figures, but versions, and that no words below them, or below their row, explain."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    waiting: list[str] = []
    left: list[str] = []
    for node in [*body, ast.Pass()]:
        if isinstance(node, ast.Assign) and _is_figure(node.value) and isinstance(node.targets[0], ast.Name):
            waiting.append(node.targets[0].id)
            continue
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            left += waiting
        waiting = []
    return [name for name in left if name.isupper() and not name.endswith("VERSION")]


def _is_figure(value: ast.expr) -> bool:
    """Whether a value is a number, also as a decimal; true and false are none."""
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id == "Decimal"
    return isinstance(value, ast.Constant) and type(value.value) in (int, float)


def test_a_constant_that_is_a_figure_says_what_it_is_for() -> None:
    left = {path.relative_to(PACKAGE).as_posix(): figures(path) for path in sorted(PACKAGE.rglob("*.py"))}
    assert {path: names for path, names in left.items() if names} == {}


def test_a_figure_without_words_is_found(tmp_path: Path) -> None:
    file = tmp_path / "made.py"
    file.write_text('A = 1\nB = 2\n"""Both."""\nVERSION = 3\nTOLD = "x"\nC = Decimal("0.5")\nD = True\nE = 4\n')
    assert figures(file) == ["C", "E"]


def test_files_have_names_of_their_own() -> None:
    names = [form.filename for form in FORMATS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_format_shows_a_disagreement_with_its_sources_and_gives_the_same_bytes_twice(form: Format) -> None:
    story = two_articles()
    compared = comparison(story, soldiers(story))
    try:
        data = form.render(compared, Presentation())
    except RenderError as error:
        pytest.skip(str(error))
    assert data == form.render(compared, Presentation())
    if not form.binary:
        text = data.decode()
        assert all(word in text for word in ("oldiers killed", "The Herald", "Morning Post"))
