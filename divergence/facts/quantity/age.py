"""Ages, with whose they are: ``John Smith, 34``, ``a 17-year-old girl``, ``aged 11``, ``two children, 11 and 14``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from divergence.facts.about.slots import mention, slot_at, token_at
from divergence.facts.about.subject import held
from divergence.facts.about.whole import whole_phrase
from divergence.facts.names.chunks import of_kind
from divergence.facts.names.classes import PERSON
from divergence.facts.quantity.counted import Counted, locate, sentence_expressions
from divergence.facts.quantity.expressions import Expression
from divergence.facts.quantity.quantity import Quantity
from divergence.facts.quantity.relating import decides, fields, figure, phrase, relate
from divergence.facts.types import Asked, FactType, Nature, Neutral
from divergence.language.grammar import noun_phrase, subject
from divergence.language.parsed import Name, Parsed, Token
from divergence.language.pipeline import blank_masked
from divergence.lexicon import titles
from divergence.lexicon.groups import PEOPLE
from divergence.lexicon.numbers import Form
from divergence.model.fact import Hedge, Kind, Mention, Slot

_OLDEST = 125
"""Years from which a number is nobody's age; the oldest person lived 122."""
_BEHIND = re.compile(r"[ ]?(?:[,.;:)\]—–\n]|and\b|$)")
_TURNING = re.compile(r"\b(?:turned|turns|turning|turn)[ ]$", re.IGNORECASE)
_BEING = re.compile(
    r"\b(?:(?:is|was)(?:[ ](?:now|then|just|only|barely|already|still))?|will(?:[ ]soon)?[ ]be|"
    r"would(?:[ ]now)?[ ](?:be|have[ ]been)|"
    r"(?P<required>(?:must|should|has[ ]to|have[ ]to|had[ ]to|needs?[ ]to)[ ](?:all[ ])?be))[ ]$",
    re.IGNORECASE,
)
"""Before an age that is said of somebody."""
_ENDED = re.compile(
    r"[.,;:!?)”\"]|$|[ ](?:when|at[ ]the[ ]time|at[ ]his|at[ ]her|in|today|tomorrow|yesterday|now|next|on|this|"
    r"last|and|but|or[ ]older|or[ ]over|to[ ]\w+|by[ ]then|that)\b",
    re.IGNORECASE,
)
"""Behind it: no noun that it would count, no score (``45 not out``)."""
_AND_OLDER = re.compile(r"[ ](?:and|or)[ ](?:older|younger)\b", re.IGNORECASE)
"""Behind an age from which something holds: ``those 21 and older``."""
_ONE_PERSON = frozenset("he she who i oldest youngest eldest".split())
_SINCE = frozenset("then now just only barely still".split())
"""Between a comma and an age: ``Holm, then 12,``."""
_AGED = re.compile(r"\bage[ds] (?:[\w-]{1,14}(?:, (?:and )?| and | or )){1,6}$", re.IGNORECASE)
"""Before all but the first of some ages: ``two sons, aged four and six``."""
_OF_PERSON = re.compile(
    r"\b(?:man|woman|boy|girl|child|youth|lad|pensioner|teenager|"
    r"(?P<parent>widow|widower|grandmother|grandfather|mother|father))[ ]of[ ]$"
)
_OF_PERSON_THEN = re.compile(r"[.,;)]|[ ](?:who|was|is|has|had|from|with|in)\b")
_MOST_CHILDREN = 20
"""Below, *a mother of 12* has so many children; from here on it is her age."""
_DECADE = re.compile(
    r"\bin (?:his|her|their) (?P<words>(?P<part>early |mid-|mid |late )?(?P<decade>[1-9]0)['’]?s)\b", re.IGNORECASE
)
_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def find(parsed: Parsed) -> Iterator[Mention]:
    """Every age of an article."""
    for found in _decades(parsed):
        yield _age_mention(parsed, found, locate(parsed, found))
    for found in sentence_expressions(parsed):
        if found.kind == Kind.AGE:
            yield _age_mention(parsed, found, locate(parsed, found))
        elif found.kind == Kind.NUMBER:
            counted = locate(parsed, found)
            if is_bare_age(parsed, found, counted):
                value = replace(found.value, unit="year", dimension="age")
                yield _age_mention(parsed, replace(found, kind=Kind.AGE, value=value, rule="beside a person"), counted)


def _decades(parsed: Parsed) -> Iterator[Expression]:
    """``a man in his 20s``: an age as a range."""
    for match in _DECADE.finditer(blank_masked(parsed.article)):
        start = Decimal(match["decade"])
        low, high = _PARTS.get((match["part"] or "").lower().strip(" -"), (0, 9))
        value = Quantity(start + low, start + high, "year", "age", words=" ".join(match["words"].split()))
        yield Expression(
            Kind.AGE, match.start(), match.end(), *match.span("words"), value, Hedge.EXACTLY, Form.DIGITS, "decade"
        )


def is_bare_age(parsed: Parsed, found: Expression, counted: Counted) -> bool:
    """Whether a bare number is an age by its place: ``Smith, 34,``, ``Smith (34)``, ``11 and 14``, ``turned 29``."""
    text = parsed.article.text
    plain = not found.value.unit and found.value.dimension == "count" and found.value.low == found.value.high
    if not plain or not 0 < found.value.low < _OLDEST:
        return False
    if _is_said_of_person(parsed, found) or _is_of_person(parsed, found):
        return True
    listed = _AGED.search(text, max(0, found.start - 90), found.start) is not None
    if listed or _AND_OLDER.match(text, found.inner_end):
        return counted.noun is None or counted.noun < counted.first
    if found.hedge != "exactly":
        return False
    if _TURNING.search(text, max(0, found.start - 10), found.start):
        return counted.noun is None or not counted.last <= counted.noun
    return _BEHIND.match(text, found.end) is not None and _person_before(parsed, counted.first) is not None


def _is_said_of_person(parsed: Parsed, found: Expression) -> bool:
    """``she was 19 when``, ``the singer will be 35 in May``, ``drivers must be at least 65``."""
    text = parsed.article.text
    being = _BEING.search(text, max(0, found.start - 40), found.start)
    if being is None or not _ENDED.match(text, found.end):
        return False
    at = token_at(parsed, being.start()) - 1
    if at < 0 or parsed.tokens[at].sentence != parsed.tokens[at + 1].sentence:
        return False
    subject_ = parsed.tokens[at]
    if subject_.lower in _ONE_PERSON:
        return True
    many = subject_.tag in {"NNS", "NNPS"} or subject_.lower in {"they", "you", "we"}
    if many:
        return bool(being["required"]) and (subject_.tag == "PRP" or _is_word_for_person(subject_))
    return _is_word_for_person(subject_) or _is_named_person(parsed, subject_)


def _is_word_for_person(token: Token) -> bool:
    return token.tag.startswith("NN") and (token.lemma in PEOPLE or titles.is_head(token.lemma))


def _is_named_person(parsed: Parsed, token: Token) -> bool:
    name = _name_at(parsed, token.index)
    return name is not None and name.label == "PERSON"


def _is_of_person(parsed: Parsed, found: Expression) -> bool:
    """``a man of 71``: not ``a crew of 12``, nor ``a mother of two``."""
    told = _OF_PERSON.search(parsed.article.text, max(0, found.start - 30), found.start)
    if told is None or (told["parent"] and found.value.low < _MOST_CHILDREN):
        return False
    return _OF_PERSON_THEN.match(parsed.article.text, found.end) is not None


def _person_before(parsed: Parsed, first: int) -> Token | None:
    """The person right before a number, behind a comma or an opening parenthesis, also before an earlier age."""
    at = first - 1
    if parsed.tokens[max(at, 0)].lower in {"both", "each"}:
        at -= 1
    if at > 0 and parsed.tokens[at].lower in _SINCE and parsed.tokens[at - 1].text == ",":
        at -= 1
    while at > 0 and parsed.tokens[at].lower in {"and", ","} and parsed.tokens[at - 1].text.isdigit():
        at -= 2
    if (
        at < 1
        or parsed.tokens[at].text not in {",", "("}
        or parsed.tokens[at].sentence != parsed.tokens[first].sentence
    ):
        return None
    person = parsed.tokens[at - 1]
    return person if _is_person(parsed, person) else None


def _is_person(parsed: Parsed, token: Token) -> bool:
    """Whether a token ends a person's name or is a word for people."""
    name = _name_at(parsed, token.index)
    if name is not None:
        return name.label == "PERSON" or any(c.first <= token.index < c.last for c in of_kind(parsed, PERSON))
    return token.lemma in PEOPLE or (token.pos == "PROPN" and not token.text.isupper() and token.text[:1].isupper())


def _name_at(parsed: Parsed, index: int) -> Name | None:
    return next((n for n in parsed.names if n.first <= index < n.last), None)


def _age_mention(parsed: Parsed, found: Expression, counted: Counted) -> Mention:
    """The mention of an age, with its holder."""
    made = mention(parsed, found.start, found.end, Kind.AGE, found.value, found.rule)
    inner = (found.inner_start, found.inner_end)
    anchor = inner if inner != (found.start, found.end) else None
    return replace(made, hedge=found.hedge, slot=_slot(parsed, found, counted), anchor=anchor)


def _slot(parsed: Parsed, found: Expression, counted: Counted) -> Slot:
    """The slot of an age: its holder's clause, the holder's name, and what the holder is called."""
    last = token_at(parsed, found.end - 1)
    holder = _holder(parsed, found, counted, last)
    if holder is None:
        return slot_at(parsed, counted.first, last + 1, last)
    slot = slot_at(parsed, counted.first, last + 1, holder.index)
    name = _name_at(parsed, holder.index) or _name_beside(parsed, holder, last)
    called = parsed.text(name.first, name.last) if name else holder.text
    own = range(counted.first, last + 1)
    return replace(slot, holder=called.lower(), concept=called if name else whole_phrase(parsed, holder.index, own))


def _holder(parsed: Parsed, found: Expression, counted: Counted, last: int) -> Token | None:
    """Whose age it is: the person before, the noun behind (``a 17-year-old girl``), or the clause's subject."""
    before = _person_before(parsed, counted.first)
    if before is not None:
        return before
    above = parsed.tokens[parsed.tokens[last].head]
    if above.index > last and above.pos in {"NOUN", "PROPN"} and above.index - last < 5:
        return above
    top = parsed.tokens[counted.first]
    for _ in range(6):
        if top.pos in {"NOUN", "PROPN"} and top.index < counted.first and top.lemma not in {"age", "year"}:
            return top
        found_subject = subject(parsed, top.index)
        if found_subject is not None:
            return parsed.tokens[found_subject]
        top = parsed.tokens[top.head]
    return None


def _name_beside(parsed: Parsed, holder: Token, last: int) -> Name | None:
    """A person named in apposition to the holder: ``a 17-year-old boy, John Smith``, ``the 34-year-old John Smith``."""
    first, end = noun_phrase(parsed, holder.index)
    near = range(min(first, last), max(end, last) + 3)
    return next((n for n in parsed.names if n.label == "PERSON" and n.first in near), None)


def heading(slot: Slot, mentions: Sequence[Mention]) -> Asked:
    """How old somebody is, where a full name or a word for people says who; one word may be a verb or a thing."""
    if slot.holder and " " in slot.holder:
        return f"How old is {slot.holder}?"
    told = next((word for word in (slot.holder, slot.head) if word in PEOPLE), "")
    return f"How old is the {told}?" if told else Neutral(AGE.given)


AGE = FactType(
    kind=Kind.AGE,
    find=find,
    relate=relate,
    decides=decides,
    phrase=phrase,
    fields=fields,
    figure=figure,
    nature=Nature.FIGURE,
    noun="age",
    given="Age given",
    asks="How old",
    about="someone's age",
    subject=held("age"),
    heading=heading,
)
