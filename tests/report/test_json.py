from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
from made_comparison import make_comparison

from divergence.model.comparison import Comparison, Verdict
from divergence.report import render


def test_it_follows_the_shipped_schema(comparison: Comparison) -> None:
    schema = json.loads(files("divergence.schema").joinpath("report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(render(comparison, "json")), schema)


def test_every_offset_points_at_what_it_says(comparison: Comparison) -> None:
    record = json.loads(render(comparison, "json"))
    texts = {a["id"]: a["text"] for a in record["articles"]}
    readings = [r for d in record["divergences"] for r in d["readings"]]
    assert len(readings) == sum(len(r.mentions) for d in comparison.divergences for r in d.readings)
    for reading in readings:
        text, sentence = texts[reading["article"]], reading["sentence"]
        assert text[reading["start"] : reading["end"]] == reading["text"]
        assert reading["text"] in text[sentence["start"] : sentence["end"]]


def test_values_are_typed_and_agreements_are_listed(comparison: Comparison) -> None:
    record = json.loads(render(comparison, "json"))
    toll = [r for r in record["divergences"][0]["readings"] if r["value"] == "14"]
    assert {(r["low"], r["high"]) for r in toll} == {("14", "14")}
    assert len(record["agreements"]) == len(comparison.agreements)
    assert all(len(a["readings"]) >= 2 for a in record["agreements"])


def test_verdicts_are_the_three_of_the_contract(comparison: Comparison) -> None:
    record = json.loads(render(comparison, "json"))
    assert {d["verdict"] for d in record["divergences"]} == {v.value for v in Verdict} - {Verdict.LEAD}


def test_the_same_comparison_gives_the_same_bytes(comparison: Comparison) -> None:
    assert render(comparison, "json") == render(make_comparison(), "json")
