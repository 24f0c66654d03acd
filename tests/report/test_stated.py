"""What each article states, for programs."""

from __future__ import annotations

import json

from made_comparison import find_mention, make_article

from divergence.facts.place.value import Places, Spot
from divergence.model.fact import Kind
from divergence.report.stated import render_facts


def test_every_mention_with_its_place_and_its_value() -> None:
    article = make_article("A", "a.txt", "Müller died in Łódź.")
    found = find_mention(article, "Łódź", Kind.PLACE, value=Places((Spot("Łódź"),)), speaker="police")
    written = render_facts([(article, [found])]).decode("utf-8")
    (told,) = json.loads(written)["articles"]
    assert "Łódź" in written
    assert written.endswith("}\n")
    assert "part" not in told
    assert told["mentions"] == [
        {
            "kind": "place",
            "start": 15,
            "end": 19,
            "text": "Łódź",
            "places": "Łódź",
            "within": None,
            "part": None,
            "direction": None,
            "kilometres": None,
            "hedge": "exactly",
            "speaker": "police",
            "rule": found.rule,
        }
    ]
