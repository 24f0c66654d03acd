# ruff: noqa: E501
"""Comparisons made by hand, so that reports can be tested and timed without the analysis."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from hashlib import sha256

from divergence.facts.quantity.quantity import Quantity
from divergence.facts.time.duration import Duration
from divergence.model.comparison import (
    Agreement,
    Comparison,
    Divergence,
    NotFlagged,
    Reading,
    Relation,
    Row,
    Severity,
    Verdict,
)
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Article, Notice, Span, Story

_POST = """\
Fourteen dead after fire on Selmar night ferry

By Ida Holm

SELMAR — Fourteen people were killed and 41 injured when a fire broke out on the night ferry Aurelia early on Tuesday, the port authority said.

The fire started at about 4 a.m. in the car deck, port captain Dmitri Orlov told reporters. “We had the last passenger off the ship before the tugs arrived,” he said.

Crews fought the flames for nearly six hours. The ferry was carrying 212 passengers from Vorn to Selmar.

Repairs to the pier will cost about €2 million, according to a first estimate by the city.

The Aurelia was built in 1998 and passed a safety inspection in March.[1]

43 views Shipping 0 Comments
"""

_KYST = """\
Seventeen døde i fergebrann: what we know

The death toll of the ferry fire off Selmar has risen to 17, Nordkyst county said on Wednesday morning.

More than 60 people were treated for smoke and burns in three hospitals, the county said.

The fire began at 5.30 a.m. in the car deck, according to the shipping line Arvan Lines. “We had every passenger off the ship before the tugs came,” port captain Dmitry Orlov said.

It took firefighters nine hours to put out the flames.

The ferry had 212 passengers on board, on its way from Vorn to Selmar.

Ships from four countries took part in the rescue.
"""

_SADA = """\
حريق العبّارة: ١٤ قتيلاً قبالة سلمار

Fourteen people died and 41 were hurt in the fire on the ferry Aurelia, the port authority said on Tuesday.

The captain, أمين الحدّاد, stayed on board until 11 a.m., his family said.

Twelve of the 14 dead were travelling with the same tour group.

Repairs will cost the port €12 million, said Selmar's mayor, Ólafur Þórsson.
"""

_WIRE = """\
Ferry fire near Vorn kills 14

VORN, 4 March (Coastline Wire) - A ferry fire near Vorn killed at least 14 people early on Tuesday, officials said.

The blaze broke out on the car deck at about 4 a.m. and burned for nearly six hours.

About 40 people were injured, hospital staff said.

The ferry was carrying 212 passengers from Vorn to Selmar.
"""

_THALASSA = """\
Μετά τη φωτιά: survivors of the Aurelia tell their story

A week after the fire on the Aurelia, survivors are still waiting for their luggage.

Police now put the number of dead at 18, after a passenger died of his burns in Selmar on Sunday.

“Nobody told us where the life jackets were,” said Eleni Παπαδοπούλου, 34, who was travelling with her two sons.

The fire started in an electric van, investigators said, on the car deck. Arvan Lines has offered €1,500 to each passenger.
"""

_ISLE = """\
Arvan Lines shares fall

Shares of Arvan Lines fell 8 percent in Wednesday trading.

The company did not comment on its insurance.
"""

_META: tuple[tuple[str, str, str, str, str | None], ...] = (
    ("A", "harbour-post.txt", "The Harbour Post", "2025-03-04", "https://post.example/ferry-fire"),
    ("B", "nordkyst.txt", "Nordkyst Dagblad", "2025-03-05T07:40", "https://nordkyst.example/brann?id=7&view=full"),
    ("C", "sada.html", "صدى الميناء", "2025-03-04", "https://sada.example/selmar"),
    ("D", "wire.md", "Coastline Wire", "2025-03-04", None),
    ("E", "thalassa.txt", "Θάλασσα Weekly", "2025-03-11", "javascript:alert(1)"),
    ("F", "isle.txt", "Isle Business", "", "https://isle.example/"),
)
_TEXTS = (_POST, _KYST, _SADA, _WIRE, _THALASSA, _ISLE)


def make_article(id: str, path: str, text: str, **fields: str | None) -> Article:
    """An article whose paragraphs are its lines; what looks like page furniture is masked."""
    paragraphs = tuple((m.start(), m.end()) for m in re.finditer(r"\S[^\n]*\S|\S", text))
    masked = tuple((m.start(), m.end()) for m in re.finditer(r"\[\d\]|\d+ views [^\n]*", text))
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(id, path, text, paragraphs, masked, sha256=digest, **fields)  # type: ignore[arg-type]


def find_mention(article: Article, words: str, kind: Kind, *, nth: int = 0, **fields: object) -> Mention:
    """A mention by its words; its sentence reaches to the full stops around it."""
    start = [m.start() for m in re.finditer(re.escape(words), article.text)][nth]
    span = Span(article.id, start, start + len(words))
    number = max(i for i, (begin, _) in enumerate(article.paragraphs) if begin <= start)
    begin, end = article.paragraphs[number]
    stops = [begin, *(begin + m.end() for m in re.finditer(r"[.!?][”’]?\s", article.text[begin:end])), end]
    left, right = max(s for s in stops if s <= start), min(s for s in stops if s >= span.end)
    right = len(article.text[:right].rstrip())
    known: dict[str, object] = {"value": words, "hedge": Hedge.EXACTLY, "slot": Slot(), "rule": "made"} | fields
    return Mention(kind, span, words, sentence=Span(article.id, left, right), paragraph=number, **known)  # type: ignore[arg-type]


def make_story() -> Story:
    """Six articles on one ferry fire, by invented outlets."""
    articles = tuple(
        make_article(id, path, text, source=source, published=published or None, url=url, title=text.split("\n", 1)[0])
        for (id, path, source, published, url), text in zip(_META, _TEXTS, strict=True)
    )
    return Story("aurelia-fire", "Fire on the ferry Aurelia", articles)


class _Maker:
    """Looks up mentions in a story and puts them together."""

    def __init__(self, story: Story) -> None:
        self.articles = {article.id: article for article in story.articles}

    def mention(self, kind: Kind, where: str, words: str, **fields: object) -> Mention:
        return find_mention(self.articles[where], words, kind, **fields)  # type: ignore[arg-type]

    def reading(self, kind: Kind, value: str, *said: tuple[str, str] | tuple[str, str, dict[str, object]]) -> Reading:
        mentions = tuple(self.mention(kind, s[0], s[1], **(s[2] if len(s) == 3 else {})) for s in said)
        return Reading(value, mentions)


def _figure(amount: str, **fields: object) -> dict[str, object]:
    return {"value": Quantity(Decimal(amount), Decimal(amount)), **fields}


def _euros(amount: str, **fields: object) -> dict[str, object]:
    return {"value": Quantity(Decimal(amount), Decimal(amount), "euro", "money"), **fields}


def _hours(amount: str, **fields: object) -> dict[str, object]:
    return {"value": Duration(Decimal(amount), Decimal(amount), "hour"), **fields}


def _conflicts(m: _Maker) -> Iterator[Divergence]:
    number = Kind.NUMBER
    fourteen, seventeen, eighteen = _figure("14"), _figure("17"), _figure("18")
    port = {**fourteen, "speaker": "the port authority"}
    yield Divergence(
        "d-1f0c9a52", number, "people killed in the ferry fire", Verdict.CONFLICT, Relation.CONFLICTS, Severity.HIGH, 0.93,
        ("14 and 17 cannot both be right of one count", "same counted group: people", "same outcome: killed"),
        (
            m.reading(number, "14", ("A", "Fourteen dead", fourteen), ("A", "Fourteen people", port),
                      ("C", "Fourteen people", port),
                      ("D", "at least 14 people", {**_figure("14", hedge=Hedge.AT_LEAST), "speaker": "officials"})),
            m.reading(number, "17", ("B", "Seventeen døde", seventeen), ("B", "17", {**seventeen, "speaker": "Nordkyst county"})),
            m.reading(number, "18", ("E", "18", {**eighteen, "speaker": "Police"})),
        ),
        ("F",),
    )  # fmt: skip
    yield Divergence(
        "d-77aa0b13", number, "people injured", Verdict.CONFLICT, Relation.CONFLICTS, Severity.HIGH, 0.88,
        ("41 lies outside more than 60", "same outcome: injured"),
        (
            m.reading(number, "41", ("A", "41 injured", _figure("41", speaker="the port authority")),
                      ("C", "41 were hurt", _figure("41", speaker="the port authority"))),
            m.reading(number, "about 40", ("D", "About 40 people", _figure("40", hedge=Hedge.ABOUT, speaker="hospital staff"))),
            m.reading(number, "more than 60", ("B", "More than 60 people", _figure("60", hedge=Hedge.MORE_THAN, speaker="the county"))),
        ),
        ("E", "F"),
    )  # fmt: skip
    yield Divergence(
        "d-90be44d1", Kind.DURATION, "time it took to put out the fire", Verdict.CONFLICT, Relation.CONFLICTS,
        Severity.MEDIUM, 0.84, ("nearly 6 hours ends before 9 hours",),
        (
            m.reading(Kind.DURATION, "nearly 6 hours", ("A", "nearly six hours", _hours("6", hedge=Hedge.NEARLY)), ("D", "nearly six hours", _hours("6", hedge=Hedge.NEARLY))),
            m.reading(Kind.DURATION, "9 hours", ("B", "nine hours", _hours("9"))),
        ),
        ("C", "E", "F"),
    )  # fmt: skip
    yield Divergence(
        "d-c1d2e3f4", Kind.PLACE, "place of the fire", Verdict.CONFLICT, Relation.CONFLICTS, Severity.MEDIUM, 0.71,
        ("Selmar and Vorn are different ports", "neither lies in the other"),
        (
            m.reading(Kind.PLACE, "Selmar", ("A", "Selmar"), ("B", "Selmar")),
            m.reading(Kind.PLACE, "Vorn", ("D", "Vorn"), ("D", "Vorn", {"nth": 1})),
        ),
        ("C", "E", "F"),
    )  # fmt: skip
    yield Divergence(
        "d-5a5a0001", Kind.MONEY, "cost of repairs to the pier", Verdict.CONFLICT, Relation.CONFLICTS, Severity.MEDIUM, 0.79,
        ("about €2 million and €12 million differ by more than rounding allows",),
        (
            m.reading(Kind.MONEY, "about €2 million", ("A", "about €2 million", _euros("2e6", speaker="the city"))),
            m.reading(Kind.MONEY, "€12 million", ("C", "€12 million", _euros("12e6", speaker="Ólafur Þórsson"))),
        ),
        ("B", "D", "E", "F"),
    )  # fmt: skip
    yield Divergence(
        "d-0b0b0b0b", Kind.DATE, "when the fire started", Verdict.CONFLICT, Relation.CONFLICTS, Severity.LOW, 0.66,
        ("about 4:00 and 5:30 on one morning lie 90 minutes apart",),
        (
            m.reading(Kind.DATE, "about 4:00", ("A", "about 4 a.m.", {"speaker": "Dmitri Orlov"}), ("D", "about 4 a.m.")),
            m.reading(Kind.DATE, "5:30", ("B", "5.30 a.m.", {"speaker": "Arvan Lines"})),
        ),
        ("C", "E", "F"),
    )  # fmt: skip
    yield Divergence(
        "d-9e9e7c7c", Kind.QUOTE, "what Dmitri Orlov said of the rescue", Verdict.CONFLICT, Relation.CONFLICTS, Severity.LOW, 0.61,
        ("the words differ: the last passenger, every passenger", "same speaker: port captain Orlov"),
        (
            m.reading(Kind.QUOTE, "“We had the last passenger off the ship before the tugs arrived”",
                      ("A", "“We had the last passenger off the ship before the tugs arrived,”", {"speaker": "Dmitri Orlov"})),
            m.reading(Kind.QUOTE, "“We had every passenger off the ship before the tugs came”",
                      ("B", "“We had every passenger off the ship before the tugs came,”", {"speaker": "Dmitry Orlov"})),
        ),
        ("C", "D", "E", "F"),
    )  # fmt: skip


def _others(m: _Maker) -> Iterator[Divergence]:
    yield Divergence(
        "d-va71an70", Kind.PERSON, "name of the port captain", Verdict.VARIANT, Relation.VARIANT, Severity.LOW, 0.9,
        ("two spellings of one name",),
        (m.reading(Kind.PERSON, "Dmitri Orlov", ("A", "Dmitri Orlov")), m.reading(Kind.PERSON, "Dmitry Orlov", ("B", "Dmitry Orlov"))),
        ("C", "D", "E", "F"),
    )  # fmt: skip
    yield Divergence(
        "d-c0371b1e", Kind.ORDINAL, "when the death toll was given", Verdict.COMPATIBLE, Relation.REFINES, Severity.LOW, 0.8,
        ("Wednesday morning lies within Wednesday",),
        (m.reading(Kind.ORDINAL, "Wednesday morning", ("B", "Wednesday morning")), m.reading(Kind.ORDINAL, "Wednesday", ("F", "Wednesday"))),
        ("A", "C", "D", "E"),
    )  # fmt: skip


def _agreements(m: _Maker) -> Iterator[Agreement]:
    yield Agreement(
        Kind.NUMBER, "passengers on board",
        m.reading(Kind.NUMBER, "212", ("A", "212 passengers"), ("B", "212 passengers"), ("D", "212 passengers")), ("C", "E", "F"),
    )  # fmt: skip
    yield Agreement(
        Kind.PLACE, "where the ferry came from",
        m.reading(Kind.PLACE, "Vorn", ("A", "Vorn"), ("B", "Vorn"), ("D", "Vorn", {"nth": 2})), ("C", "E", "F"),
    )  # fmt: skip


_ROWS: tuple[tuple[tuple[str, str], ...], ...] = (
    (("A", "Fourteen dead"), ("B", "Seventeen"), ("C", "حريق"), ("D", "Ferry fire near")),
    (("A", "SELMAR —"), ("B", "The death toll"), ("C", "Fourteen people"), ("D", "VORN, 4"), ("E", "Police now")),
    (("B", "More than 60"), ("D", "About 40")),
    (("A", "The fire started"), ("B", "The fire began"), ("D", "The blaze"), ("E", "The fire started")),
    (("A", "Crews fought"), ("B", "The ferry had"), ("D", "The ferry was")),
    (("A", "Repairs"), ("C", "Repairs")),
)


def _rows(articles: dict[str, Article]) -> Iterator[Row]:
    for number, row in enumerate(_ROWS, 1):
        spans = []
        for id, opening in row:
            text = articles[id].text
            spans.append(next(Span(id, s, e) for s, e in articles[id].paragraphs if text.startswith(opening, s)))
        yield Row(number, tuple(spans))


def make_comparison() -> Comparison:
    """The ferry fire, compared by hand: every part of a report has something to show."""
    story = make_story()
    m = _Maker(story)
    divergences = (*_conflicts(m), *_others(m))
    agreements = tuple(_agreements(m))
    passed = (
        NotFlagged(
            Kind.NUMBER, m.mention(Kind.NUMBER, "C", "Twelve of the 14 dead"), m.mention(Kind.NUMBER, "B", "17"),
            "different groups: members of a tour group, all people on board", 0.44,
        ),
        NotFlagged(
            Kind.MONEY, m.mention(Kind.MONEY, "E", "€1,500"), m.mention(Kind.MONEY, "A", "about €2 million"),
            "another purpose: payment to passengers, repairs", 0.21,
        ),
    )  # fmt: skip
    lone = (
        m.mention(Kind.DATE, "A", "1998"),
        m.mention(Kind.NUMBER, "B", "four countries"),
        m.mention(Kind.PERSON, "C", "أمين الحدّاد"),
        m.mention(Kind.AGE, "E", "34"),
        m.mention(Kind.PERCENT, "F", "8 percent"),
    )
    used = {x for d in divergences for r in d.readings for x in r.mentions}
    used |= {x for a in agreements for x in a.reading.mentions} | set(lone)
    notices = (
        Notice("article-empty", "The file holds no text; it was left out.", path="aurelia-fire/blank.html"),
        Notice("date-unresolved", "“Wednesday” cannot be placed, because the article has no date.", article="F"),
    )
    mentions = tuple(sorted(used, key=lambda x: (x.span, x.kind)))
    return Comparison(
        story, divergences, agreements, tuple(_rows(m.articles)), passed, notices, mentions, pipeline="en_news 1.0.0"
    )


_WORDS = tuple(
    "the of officials said port crews night harbour council river people police early report region morning near "
    "after ministry town weather street rescue north power statement families water under road school later week "
    "city hospital storm service line first local bridge since several station according office".split()
)


def make_large(articles: int = 20, words: int = 1500, findings: int = 200, seed: int = 7) -> Comparison:
    """A story of invented words, as large as a report must carry."""
    dice = random.Random(seed)
    texts = [_long_text(dice, article, words) for article in range(articles)]
    made = [
        make_article(
            _siglum(i), f"source-{i:02}.txt", text, source=f"Source {i + 1}", published=f"2025-05-{i % 9 + 1:02}"
        )
        for i, text in enumerate(texts)
    ]
    rows = tuple(_large_row(dice, made, n) for n in range(min(len(a.paragraphs) for a in made)))
    divergences = tuple(_large_finding(dice, made, n) for n in range(findings))
    mentions = sorted({m for d in divergences for r in d.readings for m in r.mentions}, key=lambda m: (m.span, m.kind))
    story = Story("large", "A long week in the harbour", tuple(made))
    return Comparison(story, divergences, (), rows, (), (), tuple(mentions), pipeline="en_news 1.0.0")


def _siglum(index: int) -> str:
    return chr(65 + index) if index < 26 else f"A{chr(65 + index - 26)}"


def _long_text(dice: random.Random, article: int, words: int) -> str:
    """Paragraphs of about fifty words, near copies of those of the other articles, each with numbers to disagree on."""
    paragraphs = []
    for number in range(words // 50):
        shared = random.Random(number)
        text = [shared.choice(_WORDS) if dice.random() < 0.8 else dice.choice(_WORDS) for _ in range(42)]
        for place in range(4, 42, 6):
            text[place] = f"{dice.randint(2, 900)} {text[place]}"
        paragraphs.append(" ".join(text).capitalize() + f" {article}.")
    return "\n\n".join(paragraphs) + "\n"


def _large_row(dice: random.Random, articles: Sequence[Article], number: int) -> Row:
    present = [a for a in articles if dice.random() < 0.7] or [articles[0]]
    return Row(number + 1, tuple(Span(a.id, *a.paragraphs[number]) for a in present))


def _large_finding(dice: random.Random, articles: Sequence[Article], number: int) -> Divergence:
    chosen = sorted(dice.sample(range(len(articles)), k=min(len(articles), 6)))
    paragraph = number % min(len(a.paragraphs) for a in articles)
    groups: dict[str, list[Mention]] = {}
    for place, index in enumerate(chosen):
        article = articles[index]
        start, end = article.paragraphs[paragraph]
        found = list(re.finditer(r"\d+ \w+", article.text[start:end]))
        at = found[number % len(found)]
        span = Span(article.id, start + at.start(), start + at.end())
        value = ("about 40", "41", "more than 200")[place % 3]
        low = value.split()[-1]
        mention = Mention(
            Kind.NUMBER, span, at.group(), Quantity(Decimal(low), Decimal(low)), Hedge.EXACTLY, Slot(head="person"),
            Span(article.id, start, end), paragraph, "made", "the harbour council",
        )  # fmt: skip
        groups.setdefault(value, []).append(mention)
    silent = tuple(a.id for i, a in enumerate(articles) if i not in chosen)
    severity = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)[min(2, number * 3 // 200)]
    return Divergence(
        f"d-{number:08x}", Kind.NUMBER, f"people in group {number + 1}", Verdict.CONFLICT, Relation.CONFLICTS, severity,
        0.9 - number / 1000, ("41 lies outside more than 200", "same counted group: people"),
        tuple(Reading(value, tuple(mentions)) for value, mentions in sorted(groups.items())), silent,
    )  # fmt: skip
