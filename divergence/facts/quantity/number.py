"""Counts, measures, magnitudes, scores and shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from divergence.facts.about import subject
from divergence.facts.about.question import about, narrowed, thing, things
from divergence.facts.quantity.age import is_bare_age
from divergence.facts.quantity.alternatives import with_alternative
from divergence.facts.quantity.counted import Counted, amount_mention, counted_mention, locate, sentence_expressions
from divergence.facts.quantity.expressions import Expression
from divergence.facts.quantity.implied import implied_counts
from divergence.facts.quantity.quantity import Quantity
from divergence.facts.quantity.relating import decides, fields, figure, phrase, relate
from divergence.facts.quantity.wholes import told_of_whole
from divergence.facts.types import Asked, FactType, Nature
from divergence.language.clauses import is_acting_year
from divergence.language.parsed import Name, Parsed
from divergence.lexicon import outcomes
from divergence.lexicon.groups import GENERAL, PEOPLE
from divergence.model.fact import Kind, Mention, Slot

STATES = frozenset({"missing", "trapped", "ill"})
"""Outcomes that people are in rather than have undergone: they *are* missing."""
ACTS = frozenset(
    {"surrendered", "resigned", "voted", "abstained", "voted for", "voted against", "survived", "returned", "gathered"}
)
"""Outcomes that people bring about themselves: they *resigned*."""
OUTCOME_NOUNS = frozenset({"casualties"})
_FIGURE_SET = re.compile(
    r"\b(?:put|puts|putting|placed|raised?|raising|lower(?:ed|ing)?|cut|revis(?:ed|ing)|correct(?:ed|ing)|"
    r"reduc(?:ed|ing)|"
    r"increas(?:ed|ing)|updat(?:ed|ing)|amend(?:ed|ing)|adjust(?:ed|ing)|brought|bringing)"
    r" (?:the|its|that|their|this) (?:\w+ )?(?:figure|number|count|total|tally|estimate)s? (?:up |down |back )?"
    r"(?:to|at) "
    r"(?:(?:at least|about|some|around|only|just) )?$",
    re.IGNORECASE,
)
"""What sets a figure anew, so that it counts what the one before it counted."""
_MORE = re.compile(r"\b(?:more|another|additional|further)\b", re.IGNORECASE)
_DEGREES = outcomes.DEGREES | {"fatally"}
"""*Eight were hurt, one seriously*: what makes a count of *one*."""
_NOT_BEFORE = re.compile(r"\bnot (?:even )?$", re.IGNORECASE)
_FINITE = frozenset({"VBZ", "VBD", "MD"})
"""Tags of what a name with a number does: ``The Canyon Fire 2 has spread``."""
_TIMES = frozenset(
    "second minute hour day week weekend month year decade century night fortnight morning evening".split()
)
"""What durations count; they are another kind of fact."""
_ONE_OF_THE_MOST = re.compile(
    r"\s+of\s+(?:the|its|their|his|her|our|[\w.]+['’]s?)\s+(?:\w+\s+)?(?:most|best|worst|few|leading|top|\w+est)\b",
    re.I,
)
"""``one of the largest``, ``one of its best``: a member of a class, no count."""
_ONE_COUNTS = frozenset(
    {"killed", "wounded", "missing", "arrested", "kidnapped", "shot", "rescued", outcomes.CASUALTIES}
)
"""What ``one`` alone may have undergone and be a count: ``killing one``, ``one dead``."""


def find(parsed: Parsed) -> Iterator[Mention]:
    """Every count, measure and score of an article, in digits, in words, or implied (``a child died``)."""
    stated = _disjoint(
        parsed, [m for found in sentence_expressions(parsed) if (m := _stated(parsed, found)) is not None]
    )
    whole = (told_of_whole(parsed, _not_one(parsed, m)) for m in stated)
    told = [with_alternative(parsed, m) for m in whole if m is not None]
    yield from (_of_figure_before(parsed, m, told[:i]) for i, m in enumerate(told))
    yield from implied_counts(parsed, tuple(m.span for m in told))


def _not_one(parsed: Parsed, found: Mention) -> Mention:
    """*Not one soldier was killed* states nought."""
    match = _NOT_BEFORE.search(parsed.article.text, found.sentence.start, found.span.start)
    value = found.value
    if (
        match is None
        or not isinstance(value, Quantity)
        or not value.low == value.high == 1
        or value.dimension != "count"
    ):
        return found
    start = match.start()
    nought = replace(value, low=value.low * 0, high=value.high * 0)
    text = parsed.article.text[start : found.span.end]
    slot = replace(found.slot, negated=False)
    return replace(found, span=replace(found.span, start=start), text=text, value=nought, slot=slot, rule="none")


def _of_figure_before(parsed: Parsed, found: Mention, earlier: Sequence[Mention]) -> Mention:
    """*… then raised the figure to 52*: a figure of what the count before it was of."""
    if found.slot.head or found.slot.outcome or not earlier:
        return found
    before = next((m for m in reversed(earlier) if m.slot.outcome), None)
    near = before is not None and before.paragraph == found.paragraph
    text = parsed.article.text[found.sentence.start : found.span.start]
    if before is None or not near or not _FIGURE_SET.search(text):
        return found
    return replace(found, slot=before.slot)


def _disjoint(parsed: Parsed, found: list[Mention]) -> list[Mention]:
    """Cut a phrase that runs into the next count back to its number."""
    pairs = zip_longest(found, found[1:])
    return [m if after is None or m.span.end <= after.span.start else _cut(parsed, m) for m, after in pairs]


def _cut(parsed: Parsed, long: Mention) -> Mention:
    """The same count, its span only the printed number."""
    start, end = long.anchor or (long.span.start, long.span.end)
    span = replace(long.span, start=start, end=end)
    return replace(long, span=span, text=parsed.article.text[start:end], anchor=None)


def _stated(parsed: Parsed, found: Expression) -> Mention | None:
    """The mention of a printed number, unless it names rather than counts."""
    if found.kind != Kind.NUMBER:
        return None
    counted = locate(parsed, found)
    if found.value.unit or found.value.dimension in {"share", "score"}:
        return None if _is_name(parsed, found, counted) else amount_mention(parsed, found)
    if _is_name(parsed, found, counted) or _is_duration(parsed, counted) or is_bare_age(parsed, found, counted):
        return None
    if _is_year(parsed, found, counted):
        return None
    made = counted_mention(parsed, found, counted)
    return None if _is_pronoun(parsed, counted, made) else made


def _is_year(parsed: Parsed, found: Expression, counted: Counted) -> bool:
    """Whether a number tells a year rather than how many: ``2020 graduates``, ``2016 saw the fires``."""
    plain = found.inner_end - found.inner_start == 4 and found.hedge == "exactly"
    low = found.value.low
    names = counted.noun is not None or is_acting_year(parsed, counted.first)
    return plain and names and low == found.value.high and 1900 <= low < 2100 and low % 100 != 0


def _is_duration(parsed: Parsed, counted: Counted) -> bool:
    return counted.noun is not None and parsed.tokens[counted.noun].lemma in _TIMES


def _is_name(parsed: Parsed, found: Expression, counted: Counted) -> bool:
    """Whether a number is part of a name: ``Channel 4``, ``Three Mile Island``."""
    first = parsed.tokens[counted.first]
    for name in parsed.names:
        if name.first <= counted.first < name.last and name.last - name.first > 1:
            return name.first < counted.first or _is_named_so(parsed, name, counted)
    before = parsed.tokens[counted.first - 1] if counted.first else None
    if before is None or before.pos != "PROPN" or not first.text[:1].isdigit() or found.value.unit:
        return False
    following = parsed.tokens[counted.last].tag if counted.last < len(parsed.tokens) else ""
    headline = outcomes.done_to_object(outcomes.base_of(before.lower)) and following not in _FINITE
    return before.end + 1 == first.start and counted.noun is None and not headline


def _is_named_so(parsed: Parsed, name: Name, counted: Counted) -> bool:
    """Whether a name begins with its number (``Three Mile Island``) and is not counted (``Nine US citizens``)."""
    noun = counted.noun
    inside = noun is None or noun < name.last
    plural = noun is not None and parsed.tokens[noun].tag in {"NNS", "NNPS"}
    return parsed.tokens[counted.first].text[:1].isupper() and inside and not plural


def _is_pronoun(parsed: Parsed, counted: Counted, made: Mention) -> bool:
    """Whether ``one`` stands for a noun rather than counting it."""
    token = parsed.tokens[counted.first]
    if token.lower != "one" or counted.last != counted.first + 1 or made.hedge != "exactly":
        return False
    if _ONE_OF_THE_MOST.match(parsed.article.text, token.end):
        return True
    following = parsed.tokens[counted.last].lower if counted.last < len(parsed.tokens) else ""
    named = counted.noun is not None and parsed.tokens[counted.noun].pos == "PROPN"
    counts = counted.noun is not None and not named and (token.dep == "nummod" or following == "of")
    counts = counts or following in _DEGREES
    return not counts and made.slot.outcome not in _ONE_COUNTS


def heading(slot: Slot, mentions: Sequence[Mention]) -> Asked:
    """How many of whom, and what happened to them."""
    if any(fields(m).get("unit") for m in mentions):
        return about("Measure given", thing(slot), slot)
    if slot.outcome:
        return _undergone(slot, _further(slot, mentions))
    return f"Number of {things(slot)}" if slot.head else ""


def _further(slot: Slot, mentions: Sequence[Mention]) -> str:
    """*More* or *other*, where further ones are counted."""
    if subject.FURTHER not in slot.qualifiers:
        return ""
    return "more " if all(_MORE.search(m.text) for m in mentions) else "other "


def _undergone(slot: Slot, further: str) -> str:
    """``How many soldiers were killed?``; where the head is itself the outcome (*deaths*), people are counted."""
    own = not slot.head or slot.head in GENERAL or slot.head.startswith(slot.outcome[:4])
    narrowing = " ".join(narrowed(slot)) if slot.head in {"person", "people"} else ""
    counted = f"{narrowing} people" if own and (slot.head in PEOPLE or slot.head in GENERAL) else things(slot)
    if slot.outcome in OUTCOME_NOUNS:
        return f"Number of {slot.outcome}"
    if slot.head not in GENERAL | PEOPLE and outcomes.happening(slot.head) == slot.outcome:
        return f"How many {things(slot)} were there?"
    if not counted:
        return f"How many were {slot.outcome}?"
    verb = "are" if slot.outcome in STATES else "" if slot.outcome in ACTS else "were"
    return f"How many {further}{counted} {verb} {slot.outcome}?"


NUMBER = FactType(
    kind=Kind.NUMBER,
    find=find,
    relate=relate,
    decides=decides,
    phrase=phrase,
    fields=fields,
    figure=figure,
    nature=Nature.COUNT,
    noun="number",
    given="Number given",
    asks="How many",
    about="counts or measures",
    subject=subject.counted,
    heading=heading,
    weighty=True,
)
