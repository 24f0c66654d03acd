"""What is written keeps to the schemas that are shipped."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
from check_results import comparison, soldiers, two_articles

from divergence.facts import KINDS
from divergence.model.comparison import Relation, Severity, Verdict
from divergence.model.fact import Hedge
from divergence.model.text import Article, Notice
from divergence.report import render
from divergence.report.stated import render_facts
from divergence.schema import NAMES, read_schema, whole_schema


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_valid_and_explain_themselves(name: str) -> None:
    schema = read_schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["description"]


def test_a_report_keeps_to_its_schema_and_to_the_one_for_all() -> None:
    story = two_articles()
    notice = Notice("symlink", "was not read.", path="link.txt")
    from dataclasses import replace

    compared = replace(comparison(story, soldiers(story)), notices=(notice,))
    data = json.loads(render(compared, "json"))
    jsonschema.validate(data, read_schema("report"))
    jsonschema.validate(data, whole_schema())


def test_facts_keep_to_their_schema(article: Callable[..., Article]) -> None:
    from divergence.options import Options
    from divergence.pipeline import read_article

    text = 'Ann Oakley, 34, the mayor, said on Sunday: "At least 200 people in Kabul lost $3m in nearly nine hours."\n'
    read = article(text, published="2025-10-27")
    data = json.loads(render_facts([(read, read_article(read, Options())[1])]))
    jsonschema.validate(data, read_schema("facts"))
    jsonschema.validate(data, whole_schema())
    assert data["articles"][0]["mentions"]
    for mention in data["articles"][0]["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["text"]


@pytest.mark.parametrize(
    ("path", "values"),
    [
        (("report", "kind"), KINDS),
        (("report", "divergence", "properties", "verdict"), Verdict),
        (("report", "divergence", "properties", "relation"), Relation),
        (("report", "divergence", "properties", "severity"), Severity),
        (("report", "reading", "properties", "hedge"), Hedge),
        (("facts", "kind"), KINDS),
    ],
)
def test_lists_of_words_are_those_of_the_program(path: tuple[str, ...], values: Any) -> None:
    part: Any = read_schema(path[0])["$defs"]
    for key in path[1:]:
        part = part[key]
    assert part["enum"] == [str(value) for value in values]
