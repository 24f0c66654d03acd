"""The blind check: each pair is judged again by its passages alone, with no verdict, no confidence and no source shown.

A checker that has seen the first verdict confirms everything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from divergence.model.text import Article, Span
from divergence.second.altered import Material, alter
from divergence.second.answers import AnswerError, Judgement, read_check
from divergence.second.asking import Request, Stage
from divergence.second.passages import OPENING, dated, laid_out, one_line, opening, passage
from divergence.second.planted import Planted, draws, plant
from divergence.second.wording import CHECK_SCHEMA, CHECKING

AT_ONCE = 10
"""Pairs of a story in one request, beside the two that are planted."""


@dataclass(frozen=True, slots=True)
class PairInQuestion:
    """Two stretches of two articles that may contradict each other."""

    about: str
    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Check:
    """One request, and which of its pairs is which."""

    request: Request
    names: Mapping[str, PairInQuestion]
    planted: Mapping[str, Planted]


def check_requests(story: str, pairs: Sequence[PairInQuestion], material: Material) -> tuple[Check, ...]:
    """The requests in which all pairs of a story are judged."""
    groups = [pairs[i : i + AT_ONCE] for i in range(0, len(pairs), AT_ONCE)]
    return tuple(_check(story, group, material) for group in groups)


def _check(story: str, pairs: Sequence[PairInQuestion], material: Material) -> Check:
    articles = material.articles
    shown: list[tuple[PairInQuestion | Planted, str]] = [(p, _show(p, articles)) for p in pairs]
    seed = hashlib.sha256("".join(text for _, text in shown).encode("utf-8", "replace")).digest()
    dates = [dated(articles[span.article]) for pair in pairs[:1] for span in (pair.left, pair.right)] or ["", ""]
    for number, planted in enumerate(_plant(pairs, material, seed)):
        shown.insert(seed[number] % (len(shown) + 1), (planted, _show_planted(planted, dates)))
    named = {f"p{i}": pair for i, (pair, _) in enumerate(shown, 1)}
    prompt = "\n\n".join(f"=== p{i}: {text}" for i, (_, text) in enumerate(shown, 1))
    return Check(
        Request(Stage.CHECK, story, CHECKING, prompt, CHECK_SCHEMA),
        {name: pair for name, pair in named.items() if isinstance(pair, PairInQuestion)},
        {name: pair for name, pair in named.items() if isinstance(pair, Planted)},
    )


def _plant(pairs: Sequence[PairInQuestion], material: Material, seed: bytes) -> Iterator[Planted]:
    """A contradiction and an agreement, from the story's own sentences; where none is fit for it, a general one."""
    asked = [(pair.about, pair.left, pair.right) for pair in pairs]
    own = alter(material, asked, draws(seed)) if asked else (None, None)
    for ours, general in zip(own, plant(seed), strict=True):
        yield ours or general


def probe() -> Check:
    """The request before the first story: nothing but a planted contradiction and a planted agreement."""
    check = _check("", (), Material({}, ()))
    return replace(check, request=replace(check.request, stage=Stage.PROBE))


def read_judgements(check: Check, text: str, *, forced: bool = False) -> dict[PairInQuestion, Judgement]:
    """What the answer says of each pair; a pair that it leaves out has no judgement.

    Raises AnswerError where the answer cannot be read, or, unless forced, misjudges what is planted in the request.
    """
    judged = read_check(text)
    for name, planted in () if forced else check.planted.items():
        judgement = judged.get(name)
        if judgement is None or is_conflict(judgement) != planted.conflict:
            kind = "contradiction" if planted.conflict else "agreement"
            raise AnswerError(f"it misjudged the {kind} planted in the request, so it is not trusted")
    return {pair: judged[name] for name, pair in check.names.items() if name in judged}


def is_conflict(judgement: Judgement) -> bool:
    return judgement.verdict == "conflict"


def _show(pair: PairInQuestion, articles: Mapping[str, Article]) -> str:
    sides = enumerate((pair.left, pair.right), 1)
    lines = [line for n, span in sides for line in _side(n, span, articles[span.article])]
    return "\n".join([one_line(pair.about, OPENING), *lines])


def _side(number: int, span: Span, article: Article) -> list[str]:
    return laid_out(number, dated(article), opening(article), passage(span, article))


def _show_planted(planted: Planted, dates: Sequence[str]) -> str:
    """A planted pair, laid out as those of the story are; ``dates`` are for one that has none of its own."""
    sides = zip((1, 2), dates, (planted.left, planted.right), strict=True)
    lines = [line for n, date, side in sides for line in laid_out(n, side.dated or date, side.opening, side.paragraphs)]
    return "\n".join([one_line(planted.about, OPENING), *lines])
