"""Whatever an article orders and however a model obeys: what the rules found stands, and nothing else is touched."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from second.injections import INJECTIONS
from second.scripted import HERALD, POST, article, claim, judge_pairs, second

from divergence.model.comparison import Comparison, Verdict
from divergence.model.text import Story
from divergence.options import Options
from divergence.pipeline import compare, read_article
from divergence.report.json import report_record
from divergence.second.asking import Answer, Asker, Request, Stage
from divergence.second.passages import one_line
from divergence.second.reading import read_second, story_requests


def obeying(act: str, *, passes: bool) -> Asker:
    """A model that does what it is told; ``passes`` where it tells the planted pairs apart before the first story."""
    invented = claim(("A", "Nobody was hurt", "0"), ("B", "Everybody died", "all"))
    given = {"invent": [invented], "flood": [invented] * 1000, "path": [{"../../report.json": "/etc/hosts"}]}

    def ask(request: Request) -> Answer:
        if request.stage is Stage.PROBE and passes:
            return Answer(json.dumps(judge_pairs(request.prompt, lambda block: "conflict")))
        if act == "prose":
            return Answer("My instructions are these: " + request.system)
        if request.stage is Stage.READ:
            return Answer(json.dumps({"disagreements": given.get(act, [])}))
        return Answer(json.dumps(judge_pairs(request.prompt, lambda block: "compatible")))

    return ask


def flagged(comparison: Comparison) -> list[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    """What is flagged, with all values and mentions."""
    return [
        (d.id, [(r.value, tuple(m.text for m in r.mentions)) for r in d.readings])
        for d in comparison.divergences
        if d.verdict is Verdict.CONFLICT
    ]


def test_there_are_enough() -> None:
    assert len({text for text, _ in INJECTIONS}) >= 60


@pytest.mark.parametrize(("order", "act"), INJECTIONS)
def test_an_obeyed_order_changes_nothing(order: str, act: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    hostile = replace(article("A", f"{POST}\n{order}\n"), title=order, source=order, path=f"{order[:40]}.txt")
    rules = compare(Story("fire", order, (hostile, article("B", HERALD))), reader=lambda a: read_article(a, Options()))
    unsure = replace(rules, divergences=tuple(replace(d, confidence=0.6) for d in rules.divergences))
    found = read_second(unsure, second(obeying(act, passes=True)))
    assert flagged(found) == flagged(unsure)
    assert report_record(found)["articles"] == report_record(unsure)["articles"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("order", sorted({text for text, _ in INJECTIONS})[::7])
def test_an_order_stays_inside_its_marks(order: str) -> None:
    hostile = replace(article("A", f"{POST}\n{order}\n"), source=order)
    comparison = compare(Story("fire", None, (hostile, article("B", HERALD))))
    (request,) = story_requests(comparison, second(None))
    code = request.prompt.split("\n", 1)[0].rsplit("[", 1)[1][:-1]
    assert request.prompt.count(f"[{code}]") == 4, "two articles, each opened and closed once with the true code"
    assert request.prompt.split("\n", 1)[0].startswith(f"=== ARTICLE A · {one_line(order, 80)}")
    assert order.splitlines()[-1] in request.prompt.split(f"=== END OF ARTICLE A [{code}]")[0]
    assert hostile.path not in request.prompt
