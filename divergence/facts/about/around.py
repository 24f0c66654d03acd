"""What the words right around a count say happened: surer than any tree where they stand, and all that headlines have.

``killing 58 and injuring dozens``, ``25 others injured``, ``one person has died``, ``the death toll rose to 10``.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, takewhile

from divergence.language.parsed import Parsed, Token
from divergence.lexicon import outcomes
from divergence.lexicon.hedges import HEDGE_PARTS

Reading = Callable[[tuple[Token, ...], tuple[Token, ...]], str]
"""From the words before and behind a count to what happened to it."""

_BESIDE_FIGURES = HEDGE_PARTS | frozenset(
    "as many an estimated another close the no additional possibly perhaps a of well in excess upwards all".split()
)
"""What may stand between a verb and its figure."""
_AUXILIARIES = frozenset(
    "was were is are be been being have has had reportedly also still confirmed now believed feared to get got "
    "found either later allegedly seriously critically badly severely slightly fatally".split()
)
_STOPS = frozenset({"IN", ".", ",", ":", "CC", "RB", "TO", "-LRB-", "-RRB-", "''", "``", "HYPH", "WRB", "WDT", "WP"})
"""Tags after a bare participle; anything else is its object, and the counted ones are its doers."""
_REACH = 14
"""Tokens on either side of a count that are read for what happened to it."""


def outcome_around(parsed: Parsed, first: int, last: int, readings: tuple[Reading, ...] | None = None) -> str:
    """The class of what happened to the count in tokens ``[first, last)``, by the words next to it, or nothing.

    Sentence ends that the parser set without a full stop are looked across: it cuts headlines in two.
    """
    before, after = _window_before(parsed, first), _window_after(parsed, last)
    return next((found for read in readings or _READINGS if (found := read(before, after))), "")


def _window_before(parsed: Parsed, first: int) -> tuple[Token, ...]:
    at = first
    while at > max(0, first - _REACH) and not _is_end(parsed, at - 1, first):
        at -= 1
    return parsed.tokens[at:first]


def _window_after(parsed: Parsed, last: int) -> tuple[Token, ...]:
    at = last
    while at < min(len(parsed.tokens), last + _REACH) and not _is_end(parsed, at, last - 1):
        at += 1
    return parsed.tokens[last:at]


def _is_end(parsed: Parsed, index: int, inside: int) -> bool:
    """Whether a token ends a sentence or belongs to another paragraph than the token ``inside``."""
    token = parsed.tokens[index]
    paragraphs = [parsed.sentences[parsed.tokens[i].sentence].paragraph for i in (index, inside)]
    return token.text in {".", "!", "?", ";"} or paragraphs[0] != paragraphs[1]


def _done_before(before: tuple[Token, ...], after: tuple[Token, ...]) -> str:
    """``killing at least 58``, ``killed or wounded 30``; ``shot dead 12``."""
    rest = _without_hedges(before)
    if not rest:
        return ""
    verb = rest[-1]
    own = outcomes.done_to_object(verb.lemma) or outcomes.done_to_object(outcomes.base_of(verb.lower))
    if own and len(rest) > 2 and rest[-2].lower in {"or", "and", "/"}:
        return outcomes.combined(own, outcomes.stated(rest[-3].lower))
    if own == "shot" and len(rest) > 1 and rest[-2].lower == "fatally":
        return "killed"
    return own or _dead_before(rest)


def _without_hedges(before: tuple[Token, ...]) -> tuple[Token, ...]:
    end = len(before)
    while end and before[end - 1].lower in _BESIDE_FIGURES:
        end -= 1
    return before[:end]


def _dead_before(rest: tuple[Token, ...]) -> str:
    """``shot dead``, ``shot to death``, ``claimed the lives of``."""
    words = " ".join(t.lower for t in rest[-3:])
    endings = (
        "shot dead",
        "shot to death",
        "stabbed to death",
        "beaten to death",
        "lives",
        "deaths",
        "killing",
        "murder",
    )
    return "killed" if words.endswith(endings) else ""


def _stated_after(before: tuple[Token, ...], after: tuple[Token, ...]) -> str:
    """``25 others injured``, ``one person had been killed``, ``five died``, ``six were among the dead``."""
    after = _without_insertion(after)
    at = 0
    while at < len(after) and after[at].lower in _AUXILIARIES:
        at += 1
    if at >= len(after):
        return ""
    if at and after[at].lower == "among":
        return next((s for t in after[at + 1 : at + 9] if (s := outcomes.stated(t.lower))), "")
    said = outcomes.stated(after[at].lower)
    if said and (at or _ends_phrase(after[1:])):
        return _with_alternative(said, after[at + 1 :])
    died = outcomes.undergone_by_subject(outcomes.base_of(after[at].lower))
    return died if died == "killed" else ""


def _without_insertion(after: tuple[Token, ...]) -> tuple[Token, ...]:
    """Skip what is put in between a count and its verb: ``including a child``, ``among them three women``."""
    inserted = [t.lower for t in after[:2] if t.text != ","]
    if inserted[:1] not in (["including"], ["among"]):
        return after
    ahead = (
        i for i, t in enumerate(after) if i and (t.lower in {"were", "was", "have", "had"} or outcomes.stated(t.lower))
    )
    return after[next(ahead, 0) :]


def _with_alternative(said: str, rest: tuple[Token, ...]) -> str:
    """``killed or wounded``: both of one count, where no further figure follows; ``shot dead``."""
    if rest and rest[0].lower == "dead":
        return "killed"
    joined = len(rest) > 1 and rest[0].lower in {"or", "and"} and outcomes.stated(rest[1].lower)
    own_object = len(rest) > 2 and (
        rest[2].pos in {"NUM", "NOUN", "PROPN"} or rest[2].lower in {"at", "more", "dozens", "another", "several"}
    )
    return outcomes.combined(said, joined) if joined and not own_object else said


def _ends_phrase(rest: tuple[Token, ...]) -> bool:
    """Whether nothing after a participle is its object; a further count with a state of its own is none."""
    if _begins_count(rest):
        phrase = takewhile(lambda t: t.pos not in {"CCONJ", "PUNCT", "ADP"} or t.index < rest[0].index + 2, rest[1:7])
        return any(outcomes.stated(t.lower) for t in phrase)
    return not rest or rest[0].tag in _STOPS or rest[0].pos == "PUNCT" or rest[0].lower in {"dead", "including"}


def _begins_count(rest: tuple[Token, ...]) -> bool:
    """Whether words begin another count: ``14 people``, ``at least 16``, ``dozens``."""
    words = [t.lower for t in rest[:2]]
    hedged = words[:1] and (words[0] in _QUANTITIES or words in _HEDGES)
    return bool(rest) and (rest[0].pos == "NUM" or bool(hedged))


_QUANTITIES = frozenset("dozens scores several hundreds thousands nearly almost some many".split())
_HEDGES = (["at", "least"], ["at", "most"], ["more", "than"], ["up", "to"], ["as", "many"], ["fewer", "than"])


def _left_so(before: tuple[Token, ...], after: tuple[Token, ...]) -> str:
    """``leaving 23 civilians - including nine children - dead``."""
    rest = _without_hedges(before)
    if not rest or rest[-1].lemma not in {"leave", "leaving"}:
        return ""
    return next((s for t in after if t.pos in {"ADJ", "VERB"} and (s := outcomes.stated(t.lower))), "")


def _toll(before: tuple[Token, ...], after: tuple[Token, ...]) -> str:
    """``the death toll from Sunday's quake rose to 10``."""
    rest = _without_hedges(before)
    words = [t.lower for t in rest]
    if "toll" not in words:
        return ""
    between = words[words.index("toll") + 1 :]
    other = any(outcomes.stated(w) for w in between) or any(t.pos == "NUM" for t in rest[words.index("toll") + 1 :])
    return "" if other else "killed"


def _number_of(before: tuple[Token, ...], after: tuple[Token, ...]) -> str:
    """``the number of people killed by the flood now stands at 58``, ``the number injured rose to 30``."""
    words = [t.lower for t in before]
    first = next((i + 2 for i, pair in enumerate(pairwise(words)) if pair == ("the", "number")), len(words))
    between = before[first:]
    if any(t.pos == "NUM" or t.lower in {"and", ";"} for t in between):
        return ""
    return next((s for t in between if (s := outcomes.stated(t.lower) or outcomes.affected(t.lemma))), "")


def _included(before: tuple[Token, ...], after: tuple[Token, ...]) -> str:
    """``58 people killed, including three children``: what happened to all happened to these."""
    rest = _without_hedges(before)
    words = [t.lower for t in rest[-2:]]
    if words[-1:] != ["including"] and words != ["among", "them"]:
        return ""
    said = [s for t in rest if (s := outcomes.stated(t.lower) or outcomes.happening(t.lemma))]
    ahead = [s for t in after if t.tag.startswith("VB") and (s := outcomes.stated(t.lower))]
    return (said[-1:] or ahead[:1] or [""])[0]


OF_PERSONS: tuple[Reading, ...] = (_left_so, _stated_after, _done_before)
"""What is read around a person whom no number counts."""
_READINGS: tuple[Reading, ...] = (
    *OF_PERSONS,
    _included,
    _toll,
    _number_of,
)
"""In order; the first that reads something decides."""
