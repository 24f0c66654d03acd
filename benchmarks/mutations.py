"""How many faults put into the code the tests see: small changes of vetoes, relations and thresholds, one at a time.

Every change is made in a process of its own that was forked with the pipeline loaded and the tests collected, and only
the tests that reach the changed function run there, so that a hundred changes take minutes. A change that no test
reaches survives.

    nice python -m benchmarks.mutations --sample 120 --seed 1

prints the share killed and names every survivor with its line.
"""

from __future__ import annotations

import argparse
import ast
import copy
import json
import os
import random
import signal
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

import pytest

import divergence

PACKAGE = Path(divergence.__file__).parent
TARGETS = (
    "align/*.py",
    "assess/*.py",
    "facts/**/*.py",
    "group/*.py",
    "ingest/*.py",
    "language/*.py",
    "lexicon/*.py",
    "link/*.py",
    "report/**/*.py",
    "review/*.py",
    "sources/*.py",
)
TESTS = (
    *("tests/align", "tests/assess", "tests/facts", "tests/group", "tests/ingest", "tests/language", "tests/lexicon"),
    *("tests/link", "tests/report", "tests/review", "tests/sources", "tests/test_pipeline.py"),
)
DESELECTED = "not slow and not browser"
LIMIT = 180
"""Seconds for the tests of one change; a change that hangs is seen."""
_SWAPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one file."""

    path: str
    function: str
    """The function that holds it, by its name in the module; of a constant the constant's."""
    line: int
    index: int
    """Which of the file's nodes is changed, as ``ast.walk`` counts."""
    told: str


def changes(path: Path) -> Iterator[Change]:
    """Every change that can be made in a file; that both sides of a ``zip`` are of one length is left guarded."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    owners = _owners(tree)
    guards = {id(k.value) for k in ast.walk(tree) if isinstance(k, ast.keyword) and k.arg == "strict"}
    for index, node in enumerate(ast.walk(tree)):
        told = _change(copy.copy(node)) if index in owners and id(node) not in guards else ""
        if told:
            name = path.relative_to(PACKAGE).as_posix()
            yield Change(name, owners[index], getattr(node, "lineno", 0), index, told)


def _owners(tree: ast.Module) -> dict[int, str]:
    """The function or constant of the module, or the method, in which each node stands."""
    numbers = {id(node): index for index, node in enumerate(ast.walk(tree))}
    found: dict[int, str] = {}
    for name, part in _parts(tree):
        found |= {numbers[id(node)]: name for node in ast.walk(part)}
    return found


def _parts(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    for part in tree.body:
        match part:
            case ast.FunctionDef():
                yield from ((part.name, statement) for statement in part.body)
            case ast.ClassDef():
                for method in part.body:
                    if isinstance(method, ast.FunctionDef):
                        yield from ((f"{part.name}.{method.name}", statement) for statement in method.body)
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant() as value):
                yield name, value


def _change(node: ast.AST) -> str:
    """Change a node in place; says what was changed, or nothing where this node is left."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in _SWAPPED:
            node.ops = [_SWAPPED[type(op)]()]
            return f"{type(op).__name__} → {type(node.ops[0]).__name__}"
        case ast.BoolOp(op=ast.And()):
            node.op = ast.Or()
            return "and → or"
        case ast.BoolOp(op=ast.Or()):
            node.op = ast.And()
            return "or → and"
        case ast.Constant(value=bool() as value):
            node.value = not value
            return f"{value} → {not value}"
        case ast.Constant(value=int() | float() as value):
            node.value = value + 1 if isinstance(value, int) else value * 1.5 + 0.01
            return f"{value} → {node.value}"
    return ""


def put_in(change: Change) -> None:
    """Put a change into the modules as they are loaded here."""
    path = PACKAGE / change.path
    tree = ast.parse(path.read_text(encoding="utf-8"))
    node = next(node for index, node in enumerate(ast.walk(tree)) if index == change.index)
    _change(node)
    module = import_module(".".join(["divergence", *Path(change.path).with_suffix("").parts]))
    compiled = compile(ast.fix_missing_locations(tree), str(path), "exec")
    constant = vars(module).get(change.function)
    if isinstance(node, ast.Constant) and isinstance(constant, int | float):
        _set_everywhere(change.function, constant, node.value)
        return
    _code_of(module, change.function).__code__ = _find(compiled, change.function.split("."))


def _set_everywhere(name: str, before: Any, value: Any) -> None:
    """A constant anew in its module and wherever it was imported, tests among them."""
    for module in list(sys.modules.values()):
        if vars(module).get(name) is before:
            setattr(module, name, value)


def _code_of(module: ModuleType, name: str) -> FunctionType:
    """The function of that name, without what wraps it."""
    found: Any = module
    for part in name.split("."):
        found = vars(found)[part]
    found = getattr(found, "fget", found) or found
    while hasattr(found, "__wrapped__"):
        found = found.__wrapped__
    assert isinstance(found, FunctionType)
    return found


def _find(code: CodeType, names: Sequence[str]) -> CodeType:
    for name in names:
        code = next(c for c in code.co_consts if isinstance(c, CodeType) and c.co_name == name)
    return code


class Reached:
    """A pytest plugin that notes which functions of the targets each test reaches, and how long it takes."""

    def __init__(self) -> None:
        self.tests: dict[str, set[str]] = defaultdict(set)
        self.times: dict[str, float] = {}
        self.codes: set[CodeType] = set()

    def pytest_runtest_logstart(self) -> None:
        self.codes = set()
        sys.settrace(self._note)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.times[report.nodeid] = self.times.get(report.nodeid, 0) + report.duration

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        sys.settrace(None)
        for code in self.codes:
            if code.co_filename.startswith(str(PACKAGE)):
                path = Path(code.co_filename).relative_to(PACKAGE).as_posix()
                self.tests[f"{path}:{code.co_qualname}"].add(nodeid)

    def _note(self, frame: FrameType, _event: str, _arg: object) -> None:
        """Every call comes by here, so as little as possible is done."""
        self.codes.add(frame.f_code)


class Collected:
    """A pytest plugin that hands the collected tests over, instead of running them once."""

    def __init__(self, work: Callable[[pytest.Session], None]) -> None:
        self.work = work

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        session.config.pluginmanager.unregister(self)
        self.work(session)
        return True


def run(session: pytest.Session, tests: Sequence[pytest.Item], most_failing: int = 0) -> int:
    """Run some of the collected tests; how many fail."""
    session.items = list(tests)
    session.config.option.maxfail = most_failing
    with suppress(session.Failed):
        session.config.hook.pytest_runtestloop(session=session)
    return session.testsfailed


def apart(work: Callable[[], Any], limit: int) -> Any:
    """What a function gives in a process of its own; None where it takes too long or dies."""
    with tempfile.NamedTemporaryFile() as answer:
        child = os.fork()
        if child == 0:
            signal.alarm(limit)
            silent = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silent, 1)
            os.dup2(silent, 2)
            try:
                Path(answer.name).write_text(json.dumps(work()), encoding="utf-8")
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        text = Path(answer.name).read_text(encoding="utf-8")
    return json.loads(text) if text else None


def reach(session: pytest.Session) -> tuple[dict[str, list[str]], dict[str, float]]:
    """Which tests reach each function, and how long each takes."""

    def measured() -> Any:
        plugin = Reached()
        session.config.pluginmanager.register(plugin)
        run(session, session.items)
        return {name: sorted(tests) for name, tests in plugin.tests.items()}, plugin.times

    found = apart(measured, 3600)
    return found[0], found[1]


def is_seen(change: Change, session: pytest.Session, tests: Sequence[pytest.Item]) -> bool:
    """Whether a test fails, or does not end, with a change put in."""

    def failing() -> int:
        put_in(change)
        return run(session, tests, most_failing=1)

    return bool(tests) and apart(failing, LIMIT) != 0


def _files(targets: Sequence[str]) -> list[Path]:
    return sorted({path for target in targets for path in PACKAGE.glob(target) if path.name != "__init__.py"})


def draw(files: Sequence[Path], sample: int, seed: int) -> list[Change]:
    """So many changes, drawn at random from all."""
    found = [change for path in files for change in changes(path)]
    return sorted(random.Random(seed).sample(found, min(sample, len(found))), key=lambda c: (c.path, c.line, c.index))


def main() -> None:
    """Put changes in one at a time and print what the tests saw of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=120, help="changes to draw (default: 120)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--seconds", type=float, default=45, help="of tests for each change: its own file's first, then the quickest"
    )
    parser.add_argument("--mirrored", action="store_true", help="only the tests of the changed file, which is quicker")
    parser.add_argument("--in", dest="targets", nargs="+", default=TARGETS, metavar="GLOB", help="files of the package")
    parser.add_argument("--tests", nargs="+", default=TESTS, metavar="PATH", help="the tests that should see changes")
    parser.add_argument("--reached", type=Path, metavar="FILE", help="keep here which test reaches what, or take it")
    args = parser.parse_args()
    from divergence.language.pipeline import load

    load()
    for path in _files(args.targets):
        import_module(".".join(["divergence", *path.relative_to(PACKAGE).with_suffix("").parts]))
    options = ["-q", "-s", "-p", "no:cacheprovider", "-m", DESELECTED]
    pytest.main([*options, *args.tests], plugins=[Collected(lambda session: _try_all(session, args))])


def _try_all(session: pytest.Session, args: argparse.Namespace) -> None:
    """Put in what is drawn, one change at a time, and tell what the tests see of it."""
    items = {item.nodeid: item for item in session.items}
    tests, times = ({}, {}) if args.mirrored else _reach(session, args.reached)
    drawn, seen = draw(_files(args.targets), args.sample, args.seed), 0
    for number, change in enumerate(drawn, 1):
        reaching = _of_own(change, items) if args.mirrored else _chosen(change, tests, times, args.seconds)
        if is_seen(change, session, [items[test] for test in reaching if test in items]):
            seen += 1
        else:
            where = f"divergence/{change.path}:{change.line}"
            print(f"survived: {where} {change.function}: {change.told} ({len(reaching)} tests)", flush=True)
        if number % 10 == 0:
            print(f"{seen} of {number} seen", flush=True)
    print(f"{seen} of {len(drawn)} changes seen: {seen / max(1, len(drawn)):.0%}")


def _reaching(change: Change, tests: dict[str, list[str]]) -> set[str]:
    """The tests that reach the function of a change; of a constant those that reach anything in its file."""
    exact = tests.get(f"{change.path}:{change.function}")
    inner = [t for name, t in tests.items() if name.startswith(f"{change.path}:{change.function}.<locals>")]
    if exact or inner:
        return set(exact or ()).union(*inner)
    of_file = [t for name, t in tests.items() if name.startswith(f"{change.path}:")]
    return set().union(*of_file) if change.function.isupper() else set()


def _reach(session: pytest.Session, kept: Path | None) -> tuple[dict[str, list[str]], dict[str, float]]:
    """What each test reaches, measured or as it was kept."""
    if kept and kept.is_file():
        tests, times = json.loads(kept.read_text(encoding="utf-8"))
        return tests, times
    found = reach(session)
    if kept:
        kept.write_text(json.dumps(found), encoding="utf-8")
    return found


def _chosen(change: Change, tests: dict[str, list[str]], times: dict[str, float], seconds: float) -> list[str]:
    """As many of the tests that reach a change as have time: those of its own file first, then the quickest."""
    own = _mirrored(change)
    chosen: list[str] = []
    taken = 0.0
    for test in sorted(_reaching(change, tests), key=lambda t: (not t.startswith(own), times.get(t, 0))):
        taken += times.get(test, 0)
        if taken > seconds and chosen:
            break
        chosen.append(test)
    return chosen


def _of_own(change: Change, tests: Iterable[str]) -> list[str]:
    own = _mirrored(change)
    return [test for test in tests if test.startswith(own)]


def _mirrored(change: Change) -> str:
    """The test file that mirrors a file, else the tests of its folder."""
    path = Path(change.path)
    own = Path("tests") / path.parent / f"test_{path.stem}.py"
    return str(own if own.is_file() else own.parent)


if __name__ == "__main__":
    main()
