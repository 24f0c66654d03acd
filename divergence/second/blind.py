"""The blind check: each pair is judged again by its passages alone, with no verdict, no confidence and no source shown.

A checker that has seen the first verdict confirms everything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from divergence.model.text import Article, Span
from divergence.second.answers import AnswerError, Judgement, read_check
from divergence.second.asking import Request, Stage
from divergence.second.planted import Planted, plant
from divergence.second.wording import CHECK_SCHEMA, CHECKING

AT_ONCE = 10
"""Pairs of a story in one request, beside the two that are planted."""
LONGEST_PARAGRAPH = 1200
"""Characters of a paragraph that are shown around the words in question."""
OPENING = 160


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


def check_requests(story: str, pairs: Sequence[PairInQuestion], articles: Mapping[str, Article]) -> tuple[Check, ...]:
    """The requests in which all pairs of a story are judged."""
    groups = [pairs[i : i + AT_ONCE] for i in range(0, len(pairs), AT_ONCE)]
    return tuple(_check(story, group, articles) for group in groups)


def _check(story: str, pairs: Sequence[PairInQuestion], articles: Mapping[str, Article]) -> Check:
    shown: list[tuple[PairInQuestion | Planted, str]] = [(p, _show(p, articles)) for p in pairs]
    seed = hashlib.sha256("".join(text for _, text in shown).encode("utf-8", "replace")).digest()
    dates = [_dated(articles[span.article]) for pair in pairs[:1] for span in (pair.left, pair.right)] or ["", ""]
    for number, planted in enumerate(plant(seed)):
        shown.insert(seed[number] % (len(shown) + 1), (planted, _show_planted(planted, dates)))
    named = {f"p{i}": pair for i, (pair, _) in enumerate(shown, 1)}
    prompt = "\n\n".join(f"=== p{i}: {text}" for i, (_, text) in enumerate(shown, 1))
    return Check(
        Request(Stage.CHECK, story, CHECKING, prompt, CHECK_SCHEMA),
        {name: pair for name, pair in named.items() if isinstance(pair, PairInQuestion)},
        {name: pair for name, pair in named.items() if isinstance(pair, Planted)},
    )


def probe() -> Check:
    """The request before the first story: nothing but a planted contradiction and a planted agreement."""
    check = _check("", (), {})
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
            raise AnswerError(f"it misjudged the {kind} that was planted in the request, so that it is not believed")
    return {pair: judged[name] for name, pair in check.names.items() if name in judged}


def is_conflict(judgement: Judgement) -> bool:
    return judgement.verdict == "conflict"


def one_line(text: str, longest: int) -> str:
    """A text that cannot pass for a line of the request: one line, none of our marks, of limited length."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return flat.replace("===", "=").replace("⟦", "[").replace("⟧", "]")[:longest]


def _show(pair: PairInQuestion, articles: Mapping[str, Article]) -> str:
    return "\n".join(
        [
            one_line(pair.about, OPENING),
            *(
                line
                for n, span in enumerate((pair.left, pair.right), 1)
                for line in _side(n, span, articles[span.article])
            ),
        ]
    )


def _side(number: int, span: Span, article: Article) -> list[str]:
    opening = one_line(article.title or article.text[slice(*article.paragraphs[0])], OPENING)
    return _laid_out(number, _dated(article), opening, _passage(span, article))


def _laid_out(number: int, dated: str, opening: str, paragraphs: Sequence[str]) -> list[str]:
    return [f"Source {number}{dated}, headline or opening: '{opening}'", *paragraphs, ""]


def _dated(article: Article) -> str:
    return f" (published {one_line(article.published, 10)})" if article.published else ""


def _passage(span: Span, article: Article) -> list[str]:
    """The paragraphs that hold the words, those words marked, with one paragraph before and one after."""
    held = [i for i, (start, end) in enumerate(article.paragraphs) if start < span.end and span.start < end]
    first, last = (held[0], held[-1]) if held else (0, -1)
    around = article.paragraphs[max(0, first - 1) : last + 2]
    return [_marked(article.text, start, end, span) for start, end in around]


def _marked(text: str, start: int, end: int, span: Span) -> str:
    low, high = max(start, span.start), min(end, span.end)
    if low >= high:
        return one_line(text[start:end], LONGEST_PARAGRAPH // 2)
    room = LONGEST_PARAGRAPH // 2
    before, after = text[max(start, low - room) : low], text[high : min(end, high + room)]
    edge = len(before) - len(before.rstrip())
    spaced = " " if edge else "", " " if after[:1].isspace() else ""
    inside = one_line(text[low:high], LONGEST_PARAGRAPH)
    return f"{one_line(before, room)}{spaced[0]}⟦{inside}⟧{spaced[1]}{one_line(after, room)}"


def _show_planted(planted: Planted, dates: Sequence[str]) -> str:
    """A planted pair, laid out as those of the story are, with their dates."""
    sides = zip((1, 2), dates, (planted.left, planted.right), strict=True)
    lines = [line for n, dated, side in sides for line in _laid_out(n, dated, side.opening, side.paragraphs)]
    return "\n".join([planted.about, *lines])
