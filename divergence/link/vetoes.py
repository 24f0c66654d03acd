"""What rules a pair out before any weighing: differences of scope, group, outcome, time or place, seen at once.

Each veto is named and gives its reason in words, so that ``divergence explain`` can list what was set aside and why.
They hold for any news story; on the annotated ones each removes many times more wrong pairs than right ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from divergence.facts.about.subject import WITH_DOER
from divergence.facts.quantity.quantity import Quantity
from divergence.facts.quantity.relating import none_of_others, of_one_whole, planned_and_done
from divergence.facts.time.date import moment_of, over_by
from divergence.facts.time.moment import timex
from divergence.facts.time.ordinal import ordinal_of
from divergence.lexicon.compass import DIRECTIONS
from divergence.lexicon.demonyms import country_of_people
from divergence.lexicon.groups import PEOPLE
from divergence.link.context import Context
from divergence.link.paired import Paired, Rule
from divergence.link.pairs import Pair
from divergence.link.summed import is_in_sum, plain
from divergence.model.fact import Kind, Mention

if TYPE_CHECKING:
    from divergence.link.paired import Numbers

_PART_OF = re.compile(r"\b(?:of|among) (?:the|those|them|these|whom|which)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
NEAR_WHOLE = Decimal("0.8")
"""Share of a printed whole from which another count may be that whole."""
SAME_UTTERANCE = frozenset({">=0.9", ">=0.7"})
"""Levels of *wording* at which two quotations are one utterance: 11 of 18 such pairs that differ were annotated."""
VAGUE = frozenset({"many", "several", "few", "couple"})
"""Words that give no figure to compare."""
HARMS = frozenset({"killed", "wounded", "missing", "casualties", "survived"})
"""What befalls people, and is over when it is counted: *no arrests* may only come before the first."""
LONG_AGO = 300
"""Days before an article from which what it tells is history."""
REMEMBERED = 8192
"""Texts of mentions of which it is remembered what they say: each is asked about with every pair it is in."""
FEWEST_WORDS = 6
"""Shorter quotations share a name or a phrase by chance."""


@dataclass(frozen=True, slots=True)
class Veto:
    """One reason why two values cannot be of one fact, or need not disagree."""

    name: str
    rule: Rule
    reason: str
    """In words, with ``{a}`` and ``{b}`` for what the two count."""
    doubt: str = ""
    """What a reader is told where the two are worth checking for all that; empty where they are not.

    Articles give one fact of several groups, days or extents often enough: with these pairs ten leads a story hold 54
    instead of 44 of the 110 factual conflicts of 80 annotated stories, held out, and 38 instead of 37 of 66 of 34 more.
    """
    spares_nought: bool = False
    """Whether it says nothing of nought beside a count; see ``is_none_against_some``."""

    def holds(self, pair: Pair) -> bool:
        """Whether it rules a pair out."""
        return self.rule.holds(pair) and not (self.spares_nought and is_none_against_some(pair))


APART = ": {a}; {b}"
"""The end of a reason that names what each counts."""


def is_told_as_part(mention: Mention) -> bool:
    """Whether a count is told as a part of another: *two of the victims*, *10 of 48*, *one of five people*."""
    whole = _whole(mention)
    return _says_part(mention.text) or (whole is not None and whole != _amount(mention))


@lru_cache(maxsize=REMEMBERED)
def _says_part(text: str) -> bool:
    return _PART_OF.search(text) is not None


def _whole(mention: Mention) -> Decimal | None:
    """The whole that a count is told to be of, where it is printed."""
    return mention.value.whole if isinstance(mention.value, Quantity) else None


def _amount(mention: Mention) -> Decimal:
    return mention.value.high if isinstance(mention.value, Quantity) else Decimal(0)


def _other_group(pair: Pair) -> bool:
    a, b = pair.left.mention.slot, pair.right.mention.slot
    if a.head not in PEOPLE or b.head not in PEOPLE:
        return False
    return pair.levels["head"] == "other" or (pair.levels["head"] == "kindred" and pair.levels["qualifiers"] == "other")


def _other_side(pair: Pair) -> bool:
    """People of two countries, by the names in what is counted: *12 Danish soldiers*, *9 Swedish troops*."""
    left = _countries(pair.left.mention)
    right = _countries(pair.right.mention) if left else left
    return bool(left and right) and not left & right


def _countries(mention: Mention) -> frozenset[str]:
    """The countries whose people a mention counts; a text in capitals does not tell names from other words."""
    if mention.kind is not Kind.NUMBER or mention.text.isupper():
        return frozenset()
    return _countries_among(mention.text, mention.slot.qualifiers)


@lru_cache(maxsize=REMEMBERED)
def _countries_among(text: str, qualifiers: tuple[str, ...]) -> frozenset[str]:
    names = [w for w in _WORD.findall(text) if w.lower() in qualifiers]
    return frozenset(country.name for country in map(country_of_people, names) if country)


def _other_person(pair: Pair) -> bool:
    """Ages are compared where both name the person, or neither does."""
    return pair.left.mention.kind is Kind.AGE and pair.levels["holder"] not in {"same", "shared"}


def _part_and_whole(pair: Pair) -> bool:
    """One is told as a part of the other; *all 40* and *30 of the 40* are told of one whole.

    Where the whole is printed, a count far below it is the part's rival: *140 of 300 seats*, *138 seats*.
    """
    left, right = pair.left.mention, pair.right.mention
    if left.kind is not Kind.NUMBER or is_told_as_part(left) == is_told_as_part(right) or of_one_whole(left, right):
        return False
    part, other = (left, right) if is_told_as_part(left) else (right, left)
    whole = _whole(part)
    return whole is None or _amount(other) >= whole * NEAR_WHOLE


def _part_of_sum(pair: Pair) -> bool:
    """*Three nurses and two cooks* beside *five people* or *five died*: one counts a part of what the other does."""
    left, right = pair.left, pair.right
    return is_in_sum(left.row, right.mention) or is_in_sum(right.row, left.mention)


def _other_time(pair: Pair) -> bool:
    return pair.levels["times"] == "other" and pair.left.mention.kind is not Kind.DATE


def _long_past(pair: Pair) -> bool:
    """*In 2008, when 595 were arrested* beside *680 were arrested Wednesday*: an earlier happening and the news."""
    left, right = pair.left, pair.right
    if left.mention.kind is Kind.DATE or not left.times or not right.times:
        return False
    return (is_history(left) and _is_news(right)) or (is_history(right) and _is_news(left))


def is_history(context: Context) -> bool:
    """Whether the sentence tells of a time long before its article, and of no other: *nine were shot there in 2015*."""
    ends = [over_by(m) for m in context.times]
    if not context.published or not ends:
        return False
    day = date.fromisoformat(context.published)
    return all(end is not None and (day - end).days > LONG_AGO for end in ends)


def _is_news(context: Context) -> bool:
    """Whether the sentence tells of a day of the week, which an article without a date leaves open."""
    return any((timex(moment_of(m)) or "").startswith("XXXX-WXX") for m in context.times)


def _other_place(pair: Pair) -> bool:
    return pair.levels["places"] == "other" and pair.left.mention.kind is not Kind.PLACE


def _other_utterance(pair: Pair) -> bool:
    """Quotations are compared only where they are plainly one utterance: alike, and long enough to tell."""
    if pair.left.mention.kind is not Kind.QUOTE:
        return False
    shorter = min(len(c.mention.text.split()) for c in (pair.left, pair.right))
    return pair.levels["wording"] not in SAME_UTTERANCE or shorter < FEWEST_WORDS


def is_vague(mention: Mention) -> bool:
    """Whether a value gives no figure to compare: *several suspects*."""
    return _says_vaguely(mention.text)


@lru_cache(maxsize=REMEMBERED)
def _says_vaguely(text: str) -> bool:
    return bool(VAGUE & set(text.lower().split()))


def _other_standing(pair: Pair) -> bool:
    return pair.left.mention.standing is not pair.right.mention.standing


def _denied(pair: Pair) -> bool:
    """Whether a clause denies one value; *none was killed* denies nothing: it states nought, and a *not* within quoted
    words is one of them.
    """
    return pair.left.mention.kind is not Kind.QUOTE and "negated" in pair.levels["mood"]


def is_none_against_some(pair: Pair) -> bool:
    """*No one was killed* beside *two people were killed*: nought and a count of people whom one thing befell."""
    if pair.left.mention.kind is not Kind.NUMBER:
        return False
    left, right = _low(pair.left.mention), _low(pair.right.mention)
    if left is None or right is None or (left == 0) == (right == 0):
        return False
    if none_of_others(pair.left.mention, pair.right.mention):
        return False
    outcomes = {c.mention.slot.outcome for c in (pair.left, pair.right)}
    one = len(outcomes) == 1 or ("casualties" in outcomes and bool(outcomes & {"killed", "wounded"}))
    return one and outcomes <= HARMS and "other" not in {pair.levels["times"], pair.levels["places"]}


def _low(mention: Mention) -> Decimal | None:
    """The least that a plain count says, or None for a measure and for what gives no least."""
    value = mention.value
    return value.low if isinstance(value, Quantity) and not value.unit else None


def _distance_and_extent(pair: Pair) -> bool:
    """*120 miles southeast of the cape* beside *150 miles across*: both may be told of one storm."""
    if not all(_is_length(c.mention) for c in (pair.left, pair.right)):
        return False
    words = {c.mention.slot.predicate for c in (pair.left, pair.right)}
    return bool(words & DIRECTIONS) and bool(words - DIRECTIONS - {""})


def _is_length(mention: Mention) -> bool:
    return isinstance(mention.value, Quantity) and mention.value.dimension == "length"


def _with_and_without_doer(pair: Pair) -> bool:
    """*13 dead including the gunman* beside *12 killed*: one count takes in who did it."""
    left, right = pair.left.mention.slot, pair.right.mention.slot
    return (WITH_DOER in left.qualifiers) is not (WITH_DOER in right.qualifiers)


def _first_and_later(pair: Pair) -> bool:
    """*The first round* beside *the second round* names two members of a series, not one member twice."""
    if pair.left.mention.kind is not Kind.ORDINAL:
        return False
    return any(ordinal_of(c.mention).rank == 1 for c in (pair.left, pair.right))


def _figures_of(context: Context) -> Hashable:
    """All of a context that tells nought from a count, and a count from another."""
    mention = context.mention
    low = _low(mention) if mention.kind is Kind.NUMBER else None
    return None if low is None else (low == 0, _amount(mention) == 0, mention.slot.head, mention.slot.outcome)


def _is_kind(kind: Kind) -> Callable[[Context], bool]:
    return lambda context: context.mention.kind is kind


NOUGHT = Rule(is_none_against_some, _figures_of, ("times", "places"))
"""Pairs that some vetoes spare."""


VETOES: tuple[Veto, ...] = (
    Veto(
        "standing",
        Rule(_other_standing, lambda c: c.mention.standing),
        "one is not asserted by its source, but denied, imagined or withdrawn",
    ),
    Veto(
        "utterance",
        Rule(
            _other_utterance,
            lambda c: c.mention.kind is Kind.QUOTE and min(FEWEST_WORDS, len(c.mention.text.split())),
            ("wording",),
        ),
        "different statements",
    ),
    Veto(
        "part",
        Rule(
            _part_and_whole,
            lambda c: (c.mention.kind, is_told_as_part(c.mention), _whole(c.mention), _amount(c.mention)),
            apart=lambda c: is_told_as_part(c.mention),
        ),
        "one is told as a part of a larger number",
        "one is told as a part of a larger number",
        spares_nought=True,
    ),
    Veto(
        "sum",
        Rule(_part_of_sum, lambda c: (c.row, c.mention.slot.head, plain(c.mention))),
        "one is a part of what the other counts",
        spares_nought=True,
    ),
    Veto(
        "scope",
        Rule(lambda p: p.levels["scope"] == "general larger", lambda c: None, ("scope",)),
        f"a part and a whole{APART}",
        "one may count a part of what the other counts",
        spares_nought=True,
    ),
    Veto(
        "group",
        Rule(_other_group, lambda c: c.mention.slot.head in PEOPLE, ("head", "qualifiers")),
        f"different groups{APART}",
        "they may tell of two groups",
        spares_nought=True,
    ),
    Veto(
        "side",
        Rule(_other_side, lambda c: _countries(c.mention)),
        "people of different countries",
        spares_nought=True,
    ),
    Veto(
        "outcome",
        Rule(lambda p: p.levels["outcome"] == "other", lambda c: None, ("outcome",)),
        "different outcomes",
        "the sentences tell of different outcomes",
        spares_nought=True,
    ),
    Veto(
        "person",
        Rule(_other_person, _is_kind(Kind.AGE), ("holder",)),
        "not known to be the age of the same person",
        "the sentences do not show that both are the age of one person",
    ),
    Veto(
        "doer",
        Rule(_with_and_without_doer, lambda c: WITH_DOER in c.mention.slot.qualifiers),
        "one counts the attacker as well",
    ),
    Veto(
        "distance",
        Rule(_distance_and_extent, lambda c: _is_length(c.mention) and c.mention.slot.predicate),
        "one says how far away something is, the other how far it reaches",
    ),
    Veto(
        "vague",
        Rule(lambda p: is_vague(p.left.mention) != is_vague(p.right.mention), lambda c: is_vague(c.mention)),
        "one gives no figure",
    ),
    Veto(
        "time",
        Rule(_other_time, _is_kind(Kind.DATE), ("times",)),
        "the sentences name different times",
        "the sentences name different times",
    ),
    Veto(
        "past",
        Rule(_long_past, lambda c: (c.mention.kind is Kind.DATE, bool(c.times), is_history(c), _is_news(c))),
        "one refers to a time long before the news",
    ),
    Veto(
        "place",
        Rule(_other_place, _is_kind(Kind.PLACE), ("places",)),
        "the sentences name different places",
        "the sentences name different places",
    ),
    Veto(
        "series",
        Rule(_first_and_later, lambda c: c.mention.kind is Kind.ORDINAL and ordinal_of(c.mention).rank == 1),
        "the first of a series and a later one",
    ),
    Veto(
        "plan",
        Rule(
            lambda p: planned_and_done(p.left.mention, p.right.mention),
            lambda c: (c.mention.kind, c.mention.slot.outcome or c.mention.slot.predicate, c.mention.slot.modal),
            apart=lambda c: c.mention.slot.modal,
        ),
        "one says what may or will happen, the other what has happened",
    ),
    Veto(
        "denied",
        Rule(_denied, lambda c: c.mention.kind, ("mood",)),
        "one stands in a negative clause, the other does not",
        spares_nought=True,
    ),
    Veto(
        "nought",
        Rule(lambda p: p.levels["ratio"] == "zero", lambda c: None, ("ratio",)),
        "one of the values is zero",
        spares_nought=True,
    ),
    Veto(
        "implied",
        Rule(lambda p: p.levels["stated"] == "one", lambda c: None, ("stated",)),
        "one value is only implied by a singular",
        "one of the values is only implied by a singular",
    ),
)


_DOUBTED = tuple(v for v in VETOES if v.doubt)
_BEYOND_DOUBT = tuple(v for v in VETOES if not v.doubt)


def veto(pair: Pair) -> str:
    """Why a pair of differing values is set aside, in words; empty where nothing speaks against it."""
    found = next((v for v in VETOES if v.holds(pair)), None)
    if found is None:
        return ""
    a, b = pair.left.mention.slot.head, pair.right.mention.slot.head
    reason = found.reason if a != b else found.reason.removesuffix(APART)
    return reason.format(a=a, b=b)


def doubt_of_veto(pair: Pair) -> str:
    """What speaks against a pair that is ruled out, where it may be worth checking; else empty."""
    if any(v.holds(pair) for v in _BEYOND_DOUBT):
        return ""
    return next((v.doubt for v in _DOUBTED if v.holds(pair)), "")


def sifted(pairs: Paired, rows: Numbers) -> tuple[Numbers, Numbers]:
    """Of the pairs with some numbers those that nothing rules out, and those that may be worth checking for all that.

    Both as ``veto`` and ``doubt_of_veto`` have it for each, asked of all together.
    """
    import numpy as np

    possible = _passing(pairs, rows, _BEYOND_DOUBT)
    free = _passing(pairs, possible, _DOUBTED)
    return free, np.setdiff1d(possible, free, assume_unique=True)


def _passing(pairs: Paired, rows: Numbers, vetoes: Iterable[Veto]) -> Numbers:
    """Those of some pairs that no veto of these rules out."""
    for veto_ in vetoes:
        held = pairs.where(veto_.rule, rows)
        if veto_.spares_nought:
            held[held] = ~pairs.where(NOUGHT, rows[held])
        rows = rows[~held]
    return rows
