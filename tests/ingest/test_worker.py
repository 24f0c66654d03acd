"""The process that parses hostile files: what it is bound to, what it says of a file that its parser refuses."""

from __future__ import annotations

import io
import json
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from divergence.ingest import worker


@pytest.fixture
def bounds(monkeypatch: pytest.MonkeyPatch) -> dict[int, tuple[int, int]]:
    """The limits that would be set, by what they limit; none is set here."""
    import resource

    found: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", found.__setitem__)
    return found


def do(monkeypatch: pytest.MonkeyPatch, parse: Any, data: bytes = b"x") -> tuple[int, str, str]:
    """Do one task with a parser of the test's: exit status, output, messages."""
    out, told = io.BytesIO(), io.StringIO()
    monkeypatch.setattr(sys, "argv", ["worker", "pdf"])
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=out))
    monkeypatch.setattr(sys, "stderr", told)
    monkeypatch.setattr(worker, "import_module", lambda name: SimpleNamespace(parse=parse))
    return worker.main(), out.getvalue().decode(), told.getvalue()


def test_it_is_bound_to_a_gigabyte_and_to_less_than_a_minute(bounds: dict[int, tuple[int, int]]) -> None:
    import resource

    worker._bound()
    assert bounds == {resource.RLIMIT_AS: (2**30, 2**30), resource.RLIMIT_CPU: (45, 46), resource.RLIMIT_CORE: (0, 0)}


def test_what_is_parsed_is_written(monkeypatch: pytest.MonkeyPatch, bounds: dict[int, tuple[int, int]]) -> None:
    status, out, _ = do(monkeypatch, lambda data: {"text": data.decode()}, "é".encode())
    assert (status, json.loads(out), out.isascii(), len(bounds)) == (0, {"text": "é"}, True, 3)


@pytest.mark.parametrize(
    ("error", "told"),
    [(ValueError("torn."), "ValueError: torn"), (MemoryError(), "MemoryError"), (KeyError(1), "KeyError: 1")],
)
def test_a_file_that_the_parser_refuses_is_told(
    monkeypatch: pytest.MonkeyPatch, bounds: dict[int, tuple[int, int]], error: Exception, told: str
) -> None:
    def parse(data: bytes) -> None:
        raise error

    assert do(monkeypatch, parse)[:2] == (0, json.dumps({"failed": told}))


def test_a_library_that_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, bounds: dict[int, tuple[int, int]]
) -> None:
    def parse(data: bytes) -> None:
        raise ModuleNotFoundError

    assert do(monkeypatch, parse) == (9, "", "pypdfium2")
