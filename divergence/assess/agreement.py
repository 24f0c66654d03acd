"""What the articles agree on, as far as it can be told in plain words: each value once, what matters most first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from divergence.assess.assessment import StoryRead, shown_value
from divergence.assess.heading import plain_heading
from divergence.assess.main_event import counts_harm, main_events
from divergence.facts import FIGURES, Nature, fact_type
from divergence.facts.names.role import UNNAMED_HOLDERS
from divergence.facts.quotation.marks import quoted
from divergence.language.pipeline import blank_masked
from divergence.lexicon.calendar import DAYS_AND_MONTHS
from divergence.link.units import position
from divergence.model.comparison import Agreement, Reading, Withheld
from divergence.model.fact import Kind, Mention
from divergence.model.text import Article

GOING_ON = re.compile(r"\s+(?:of )?(?:last|this|next|the (?:previous|following)) (?:year|month|week)\b", re.IGNORECASE)
CALENDAR = re.compile(
    rf"\d(?!\d* (?:second|minute|hour|day|week|month|year)s? )|\b(?:{'|'.join(sorted(DAYS_AND_MONTHS))})\b",
    re.IGNORECASE,
)
"""What a time must have to be known without another: *days later* and *morning* have nothing of it."""
POINTING = re.compile(r"(?<!\w)(?:the|these|those)$")
"""What stands before a number of things told of before."""
FEWEST_QUOTED = 4
"""Words of a quotation that tells something."""
TORN_QUOTE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|St)\.?$")
"""End of a quotation that goes on with a name."""
COMPOUND = re.compile(r"[\w.,]+[-‐‑][a-z]+", re.IGNORECASE)
NO_PERSON = re.compile(r"\b(?:Center|Centre|Hospital|University|College|School|Church|Company|Inc|Clinic|Court)\b")
"""Ends of names of whatever is no person, whose age nobody gives so."""
BARE_SHARE = re.compile(r"What share of (?:[\w-]+ )?[\w-]+\?")
"""A question that says of whom a share is told and nothing of what it is a share of."""
DAY = re.compile(rf"\b(?:{'|'.join(sorted(DAYS_AND_MONTHS))}|today|yesterday)\b", re.IGNORECASE)
TORN = re.compile(r"\b(?:amid|amidst|despite|during|because|of|the|an?|and|or)\?$")
"""Ends of a question that breaks off."""
NAMELESS_AGE = re.compile(r"How old (?:is|was) the ")
UNCLEAR = "no few words say plainly what all articles say it of"
Utterances = Sequence[tuple[int, int]]
"""Stretches of an article in which somebody is quoted."""


@dataclass(frozen=True, slots=True)
class Told:
    """The agreements that are told, and why others are not."""

    agreements: tuple[Agreement, ...]
    withheld: tuple[Withheld, ...]


def agreements(agreed: Iterable[Sequence[Mention]], read: StoryRead) -> Told:
    """Facts that at least two articles state with one value: the most widely shared first, then what befell people.

    Only those that can be told in plain words, each once: what needs its sentences to be understood is counted alone.
    """
    uttered = {id: _utterances(article) for id, article in read.articles.items()}
    rivals = _rivals(read.mentions)
    groups = [(m, _needless(m, read.texts, uttered) or _beside_another(m, rivals)) for m in agreed]
    withheld = Counter(why for _, why in groups if why)
    worth = [m for m, why in groups if not why]
    main = main_events(worth)
    found: dict[tuple[Kind, str, str], Agreement] = {}
    for mentions in worth:
        asked = plain_heading(mentions, read.parses, read.spelling, main=mentions in main)
        if not _is_clear(mentions[0].kind, asked):
            withheld[UNCLEAR] += 1
            continue
        shown = shown_value(mentions)
        says_nothing = read.telling.silent(mentions)
        one = Agreement(mentions[0].kind, asked, Reading(shown, tuple(mentions)), says_nothing)
        known = found.get((one.kind, asked, shown.casefold()))
        if known is None or len(known.reading.articles) < len(one.reading.articles):
            found[one.kind, asked, shown.casefold()] = one
    return Told(
        tuple(sorted(found.values(), key=_weight)), tuple(Withheld(why, n) for why, n in sorted(withheld.items()))
    )


def _needless(mentions: Sequence[Mention], texts: Mapping[str, str], uttered: Mapping[str, Utterances]) -> str:
    """Why an agreement is not told, in words; empty where nothing speaks against it."""
    if not _is_worth_telling(mentions):
        return "it says little by itself: a post without its holder, or a few words in quotation marks"
    if any(_goes_on(one, texts) for one in mentions):
        return "the date is only the first part of what is said"
    if mentions[0].kind is Kind.DATE and not CALENDAR.search(shown_value(mentions)):
        return "the time is told by another that is not told with it"
    if all(_is_known(one, texts) for one in mentions):
        return "a number of what was told of before: the two leaders"
    if any(_is_quoted(one, uttered) for one in mentions):
        return "a name or a time in the words of somebody who is quoted"
    return ""


def _rivals(mentions: Iterable[Mention]) -> Mapping[Hashable, set[Hashable]]:
    """The values of a kind that a sentence gives of one thing, by the sentence, the kind and the thing."""
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention in mentions:
        if about := _of_what(mention):
            found[mention.sentence, mention.kind, about].add(mention.value)
    return found


def _of_what(mention: Mention) -> str:
    """What a number counts, and what a time is the time of: *cleared on Tuesday of a murder in 2017* has two of one."""
    return {Kind.NUMBER: mention.slot.head, Kind.DATE: mention.slot.predicate}.get(mention.kind, "")


def _beside_another(mentions: Sequence[Mention], rivals: Mapping[Hashable, set[Hashable]]) -> str:
    """Why a value is not told where a sentence gives another of the same: *six cells and two cells with bars*."""
    beside = any(len(rivals.get((m.sentence, m.kind, _of_what(m)), ())) > 1 for m in mentions)
    if not beside:
        return ""
    number = mentions[0].kind is Kind.NUMBER
    return "a sentence counts other things of the same name too" if number else "a sentence gives another time as well"


def _weight(agreement: Agreement) -> tuple[int, bool, tuple[str, int, int, str]]:
    first = agreement.reading.mentions[0]
    return -len(agreement.reading.articles), not counts_harm(first), position(first)


def _is_worth_telling(mentions: Sequence[Mention]) -> bool:
    """Whether an agreement says something by itself: a post without its holder and a word or two in quotation marks
    do not."""
    kind = mentions[0].kind
    if any(TORN_QUOTE.search(m.text) if kind is Kind.QUOTE else _is_compound(m) for m in mentions):
        return False
    if kind is Kind.ROLE:
        return all(m.slot.holder not in {"", *UNNAMED_HOLDERS} for m in mentions)
    return kind is not Kind.ORDINAL and (kind is not Kind.QUOTE or len(mentions[0].text.split()) >= FEWEST_QUOTED)


def _is_compound(mention: Mention) -> bool:
    """Whether a number only narrows another noun: *a five-boat attack* counts no boats that were attacked."""
    narrows = mention.kind is Kind.NUMBER and COMPOUND.fullmatch(mention.text) is not None
    return narrows and not fact_type(mention.kind).fields(mention).get("unit")


def _is_clear(kind: Kind, asked: str) -> bool:
    """Whether a heading says what is agreed on: there is one, it names somebody whose age it asks for, and it is no
    name's place in a clause, since what the name does there is seldom what is agreed on; a body does many things. It
    asks for no time beside a day that it names, and for no share of people of whom it says no more.
    """
    known = fact_type(kind)
    gap = known.nature is Nature.NAME and asked.startswith(f"{known.given}:")
    nameless = kind is Kind.ORGANISATION or (
        kind is Kind.AGE and (NAMELESS_AGE.match(asked) or NO_PERSON.search(asked))
    )
    bare = kind is Kind.PERCENT and BARE_SHARE.fullmatch(asked)
    dated = kind is Kind.DATE and DAY.search(asked)  # *When was he cleared on Tuesday?*
    return bool(asked) and not (gap or nameless or bare or dated or TORN.search(asked))


def _goes_on(mention: Mention, texts: Mapping[str, str]) -> bool:
    """Whether a date is only the first part of what is said: *April* of *April last year*."""
    rest = texts[mention.span.article][mention.span.end :]
    return mention.kind is Kind.DATE and GOING_ON.match(rest) is not None


def _is_known(mention: Mention, texts: Mapping[str, str]) -> bool:
    """Whether a number only points back: *the two leaders*; what befell some of them is news all the same."""
    before = texts[mention.span.article][: mention.span.start].rstrip()[-6:].casefold()
    return mention.kind is Kind.NUMBER and not mention.slot.outcome and POINTING.search(before) is not None


def _is_quoted(mention: Mention, uttered: Mapping[str, Utterances]) -> bool:
    """Whether it is somebody quoted who names a name or a time: “the North began this war in May” is his word for both.

    A figure is a figure in quotation marks, too.
    """
    kind = mention.kind
    if kind is Kind.QUOTE or (fact_type(kind).nature in FIGURES and kind is not Kind.DURATION):
        return False
    return any(start <= mention.span.start < end for start, end in uttered[mention.span.article])


def _utterances(article: Article) -> Utterances:
    """Where an article quotes more than a few words."""
    text = blank_masked(article)
    found = ((q.outer_start, q.outer_end) for q in quoted(text, article.paragraphs))
    return tuple((start, end) for start, end in found if len(text[start:end].split()) >= FEWEST_QUOTED)
