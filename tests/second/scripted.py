"""A story of our own and models that are functions: what they answer is fixed by the tests."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from importlib import resources
from typing import Any

from divergence.lexicon.numbers import numerals
from divergence.model.text import Article, Story
from divergence.second.asking import Answer, Asker, Request, Stage
from divergence.second.questioning import Limits, Questioning
from divergence.second.reading import SecondReading
from divergence.second.record import Recordings

POST = """\
Fire destroys warehouse in Holm

A fire destroyed a warehouse in the port of Holm on Monday. Twelve workers were injured, the fire service said.

A forklift driver set off the alarm, the operator said. The building had stood empty since May.
"""
HERALD = """\
Warehouse burns in Holm

A fire destroyed a warehouse in the port of Holm on Monday. Nineteen workers were injured, the fire service said.

According to the operator it was a guard on his round who called the fire service. About 40 lorries were parked outside.
"""


def article(id: str, text: str, **more: Any) -> Article:
    """An article with paragraphs at blank lines."""
    spans = tuple((m.start(), m.end()) for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text))
    return Article(id, f"{id.lower()}.txt", text, spans, source=f"Paper {id}", published="2026-03-02", **more)


def story(*texts: str) -> Story:
    """A story of these texts, the two of a fire where none are given."""
    return Story("fire", None, tuple(article("ABCDEF"[i], t) for i, t in enumerate(texts or (POST, HERALD))))


def claim(*readings: tuple[str, str, str], kind: str = "event", confidence: float = 0.9) -> dict[str, Any]:
    """A disagreement as a model gives it, from (article, quote, value)."""
    given = [{"article": a, "quote": q, "value": v} for a, q, v in readings]
    told = {"kind": kind, "about": "told by the model", "explained_by": "none", "material": True}
    return {**told, "confidence": confidence, "readings": given}


ALARM = claim(
    ("A", "A forklift driver set off the alarm", "driver"),
    ("B", "it was a guard on his round who called the fire service", "guard"),
)


def blocks(prompt: str) -> dict[str, str]:
    """The pairs of a blind check by their names."""
    return dict(re.findall(r"=== (p\d+): (.*?)(?=\n=== p\d+: |\Z)", prompt, re.DOTALL))


def in_question(text: str) -> list[str]:
    """The marked words of a passage or a pair."""
    return re.findall(r"⟦([^⟦⟧]+)⟧", text)


def asks_about(block: str, *told: str) -> bool:
    """Whether the words in question of a pair hold these, one a side, in any order."""
    return all(any(words in marked for marked in in_question(block)) for words in told)


def abouts(*, conflict: bool) -> tuple[str, ...]:
    """What the planted pairs of a kind are about."""
    text = (resources.files("divergence.second") / "planted.toml").read_text(encoding="utf-8")
    return tuple(scene["about"] for scene in tomllib.loads(text)["scene"] if scene["conflict"] == conflict)


def agree(block: str) -> bool:
    """Whether a reader sees at once that both sides say the same: the same words, figures as words or as digits."""
    left, right = (tuple((n.low, n.high) for n in numerals(words)) or words for words in in_question(block))
    return left == right or block.split("\n", 1)[0] in abouts(conflict=False)


def judge_pairs(prompt: str, judge: Callable[[str], str]) -> dict[str, Any]:
    """Judgements of all pairs of a blind check; agreements are always recognised."""
    pairs = []
    for name, block in blocks(prompt).items():
        verdict = "compatible" if agree(block) else judge(block)
        pairs.append(
            {"id": name, "reason": "…", "verdict": verdict, "probability": 0.9 if verdict == "conflict" else 0.05}
        )
    return {"pairs": pairs}


def model(*claims: Mapping[str, Any], judge: Callable[[str], str] = lambda block: "conflict") -> Asker:
    """A model that always reports these disagreements and judges pairs so."""

    def ask(request: Request) -> Answer:
        said = {"disagreements": claims} if request.stage is Stage.READ else judge_pairs(request.prompt, judge)
        return Answer(json.dumps(said))

    return ask


def second(ask: Asker | None, recordings: Recordings | None = None, **limits: Any) -> SecondReading:
    """A second reading by such a model; it never waits."""
    kept = recordings if recordings is not None else Recordings()
    return SecondReading(Questioning("scripted", ask, kept, Limits(**limits), wait=lambda seconds: None))


def counted(ask: Asker, seen: list[Request]) -> Asker:
    """The same model, noting what it is asked."""

    def note(request: Request) -> Answer | str:
        seen.append(request)
        return ask(request)

    return note


def values(divergences: Sequence[Any]) -> set[frozenset[str]]:
    """The values of each finding, whatever its order."""
    return {frozenset(r.value for r in d.readings) for d in divergences}
