"""The table of peers stands where a peer is missing, and its lines hold what was measured."""

from __future__ import annotations

import importlib
import json
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks import peers, quantities


def test_a_peer_that_is_not_installed_says_so() -> None:
    def missing() -> str:
        return str(importlib.import_module("no_such_peer"))

    assert peers.attempt(missing) == "not installed (no_such_peer)"
    assert peers.attempt(lambda: "0.500") == "0.500"


def test_a_line_has_the_tool_and_its_peers() -> None:
    row = peers.Row("times", "value F1", "0.8", (("one", "0.7"), ("two", "0.6")))
    assert peers.printed(row) == "| times | value F1 | 0.8 | one 0.7; two 0.6 |"


def test_a_peer_is_read_in_our_units(monkeypatch: pytest.MonkeyPatch) -> None:
    read = SimpleNamespace(value=50.0, uncertainty=10.0, unit=SimpleNamespace(name="cent"))
    parser = SimpleNamespace(parse=lambda text: [read])
    monkeypatch.setattr(peers.importlib, "import_module", lambda name: parser)
    task = quantities.Task("money", [], None)
    assert peers.quantulum("40 to 60 cents", task) == [(Decimal("0.400"), "dollar"), (Decimal("0.600"), "dollar")]


def test_quantities_are_measured_without_any_peer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "The new bridge over the river near the harbour cost {} in the end."
    case = {"Input": sentence.format("40 dollars"), "Results": [{"Resolution": {"value": "40", "unit": "Dollar"}}]}
    for name in ("Number", "NumberRange", "Percent", "Currency", "Dimension", "Age"):
        cases = [case] if name == "Currency" else []
        (tmp_path / f"recognizers-{name}Model.json").write_text(json.dumps(cases), encoding="utf-8")
    (tmp_path / "quantulum3-quantities.json").write_text("[]", encoding="utf-8")
    monkeypatch.setitem(peers.importlib.sys.modules, "quantulum3.parser", None)
    value, unit = peers.quantity_rows(tmp_path)
    assert value.ours == unit.ours == "1.000"
    assert value.peers[0] == ("quantulum3", "not installed (quantulum3.parser)")
