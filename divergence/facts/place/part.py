"""Which part of a territory is meant: ``northern Gaza``, ``the south of Sudan``, ``Russian-occupied Kherson``."""

from __future__ import annotations

from divergence.language.parsed import Parsed
from divergence.lexicon.compass import COMPASS_POINTS
from divergence.lexicon.demonyms import country_of_people
from divergence.lexicon.designators import POINTS
from divergence.lexicon.gazetteer import places_named
from divergence.lexicon.spelling import HYPHENS, fold

COMPASS = {"north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0)}
_COURSE = frozenset({"upper", "lower"})
"""Sides by the height of the land or the course of a river, which no compass tells."""
_SIDES = COMPASS_POINTS | {"central"} | _COURSE
_WITHIN = frozenset("in across through throughout from into over".split())
"""Before ``upper Egypt``; ``lower Norwegian prices`` are of no place."""
_STRETCHES = frozenset("part half area region end side third tip province".split())
"""Nouns that a direction narrows before ``of``: ``the northern part of``."""
_HELD = frozenset("administered controlled occupied held ruled run annexed governed".split())
"""How a territory is in somebody's hands: ``rebel-held``."""
_SHARES = frozenset("portion section sector zone share".split())
"""Nouns that a holder narrows before ``of``, beside those that a direction does."""
_JOINTS = frozenset(", that which is are was were has have been remains now still".split())
_GRIPS = frozenset("control administration rule occupation".split())
"""What a territory is under: ``under Indian control``."""
_HYPHENS = HYPHENS | {"–"}


def is_side(word: str) -> bool:
    """Whether a word narrows a territory to one side or its middle: ``southern``, ``north-east``, ``central``."""
    return _plain(word) in _SIDES


def _plain(word: str) -> str:
    return "".join(c for c in word.lower() if c not in _HYPHENS)


def part_before(parsed: Parsed, first: int) -> tuple[int, str]:
    """Where a territory's expression begins with its part, and that part; the name's own start and nothing without."""
    return next(
        (found for find in (_side, _side_of, _holder_of, _holder) if (found := find(parsed, first))), (first, "")
    )


def _word(parsed: Parsed, last: int, floor: int) -> int:
    """The first token of the word, hyphens and all, that ends in a token."""
    tokens, at = parsed.tokens, last
    while at - 2 >= floor and tokens[at - 1].text in _HYPHENS and tokens[at - 1].end == tokens[at].start:
        at -= 2
    return at


def _side(parsed: Parsed, first: int) -> tuple[int, str] | None:
    """``northern``, ``south-eastern`` right before the name."""
    floor = parsed.sentences[parsed.tokens[first].sentence].first
    if first - 1 < floor:
        return None
    start = _word(parsed, first - 1, floor)
    words = "".join(t.text for t in parsed.tokens[start:first])
    listed = (
        start - 2 >= floor
        and parsed.tokens[start - 1].lower in ("and", "or")
        and is_side(parsed.tokens[start - 2].text)
    )
    narrowed = _plain(words) not in _COURSE or (start > floor and parsed.tokens[start - 1].lower in _WITHIN)
    return (start, _plain(words)) if is_side(words) and narrowed and not listed else None


def _side_of(parsed: Parsed, first: int) -> tuple[int, str] | None:
    """``the south of``, ``the northern part of`` before the name."""
    tokens, floor = parsed.tokens, parsed.sentences[parsed.tokens[first].sentence].first
    at = first - 1 - (first > floor and tokens[first - 1].lower == "the")
    if at - 2 < floor or tokens[at].lower != "of":
        return None
    at -= 1 + (tokens[at - 1].lemma in _STRETCHES)
    start = _word(parsed, at, floor)
    words = "".join(t.text for t in tokens[start : at + 1])
    if start - 1 < floor or tokens[start - 1].lower != "the" or not is_side(words):
        return None
    side = _plain(words)
    return start - 1, side if side == "central" or side.endswith("ern") else f"{side}ern"


def _holder(parsed: Parsed, first: int) -> tuple[int, str] | None:
    """``Pakistan-administered``, ``rebel-held`` before the name; a ``rebel-held town`` is the whole town."""
    tokens, floor = parsed.tokens, parsed.sentences[parsed.tokens[first].sentence].first
    if tokens[first].lemma in POINTS:
        return None
    if first - 3 < floor or tokens[first - 1].lower not in _HELD or tokens[first - 2].text not in _HYPHENS:
        return None
    return first - 3, "".join(t.text for t in tokens[first - 3 : first])


def _holder_of(parsed: Parsed, first: int) -> tuple[int, str] | None:
    """``the Indian-administered part of`` before the name."""
    noun = _stretch_before(parsed, first)
    return None if noun is None else _holder(parsed, noun)


def _stretch_before(parsed: Parsed, first: int) -> int | None:
    """The noun of ``part of`` or ``side of the`` right before a name."""
    tokens, floor = parsed.tokens, parsed.sentences[parsed.tokens[first].sentence].first
    of = first - 1 - (first > floor and tokens[first - 1].lower == "the")
    if of - 1 < floor or tokens[of].lower != "of":
        return None
    return of - 1 if tokens[of - 1].lemma in _STRETCHES | _SHARES else None


def part_after(parsed: Parsed, first: int, last: int) -> tuple[int, str]:
    """One past the end of a part that is told behind the name, and that part: ``the part of X administered by Y``."""
    if _stretch_before(parsed, first) is None:
        return last, ""
    words = [t.lower for t in parsed.tokens[last : last + 7]]
    at = next((i for i, w in enumerate(words) if w not in _JOINTS), len(words))
    if words[at : at + 1] and words[at] in _HELD and words[at + 1 : at + 2] == ["by"]:
        holder = last + at + 2 + (words[at + 2 : at + 3] == ["the"])
        held, end = words[at], holder + 1
    elif words[at : at + 1] == ["under"] and set(words[at + 2 : at + 3]) & _GRIPS:
        holder, held, end = last + at + 1, "held", last + at + 3
    else:
        return last, ""
    token = parsed.tokens[min(holder, len(parsed.tokens) - 1)]
    word = token.lemma if token.tag == "NNS" else token.text
    return (end, f"{word}-{held}") if word[:1].isalpha() else (last, "")


def holds_next(parsed: Parsed, last: int) -> bool:
    """Whether ``-administered`` and its like follow a name, which then only says who holds the next place."""
    following = parsed.tokens[last : last + 2]
    return len(following) == 2 and following[0].text in _HYPHENS and following[1].lower in _HELD


def parts_differ(left: str, right: str) -> bool:
    """Whether two parts of one territory are two: sides that do not lie within 45 degrees, holders that differ."""
    if (_plain(left) in _COURSE) != (_plain(right) in _COURSE):
        return False
    if is_side(left) and is_side(right):
        a, b = vector(_plain(left)), vector(_plain(right))
        return _plain(left) != _plain(right) and a[0] * b[0] + a[1] * b[1] <= 0
    return not is_side(left) and not is_side(right) and _held_by(left) != _held_by(right)


def vector(direction: str) -> tuple[int, int]:
    """A direction's steps to the east and to the north; none for the middle."""
    found = [step for word, step in COMPASS.items() if word in direction]
    return sum(x for x, _ in found), sum(y for _, y in found)


def _held_by(part: str) -> str:
    """Who holds a part, a people by its country: ``Indian-administered``, ``India-held``."""
    holder = part[: max(part.rfind(h) for h in _HYPHENS)]
    known = country_of_people(holder) or next(iter(places_named(holder)[:1]), None)
    return fold(known.name if known else holder)
