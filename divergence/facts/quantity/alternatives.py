"""Several outcomes of one count: of 40 *dead or missing* it is said of nobody which, so that 40 are not the dead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from divergence.facts.about.slots import token_at
from divergence.language.parsed import Parsed, Token
from divergence.lexicon import outcomes
from divergence.model.fact import Mention

_REACH = 9
"""Words beside a count in which both its outcomes stand."""
_BETWEEN = frozenset(
    "either fell fallen became become were was are is been be being have has had got went gone go going left reported "
    "presumed feared confirmed listed still now later also both found at least more than about some up to as many "
    "nearly over almost around an estimated another people".split()
)
"""Words that may stand beside an outcome without ending the phrase."""
_JOINED = frozenset("killed wounded missing kidnapped captured arrested trapped infected".split())
"""Outcomes of persons of which each may have one."""
_JOINING = frozenset({"or", "and", "and/or"})
_APART = frozenset({"killed", "wounded", "missing"})
"""Outcomes of which nobody has two at once, so that *and* parts them as *or* does; *shot and killed* is one."""


def with_alternative(parsed: Parsed, mention: Mention) -> Mention:
    """A count with all of its outcomes, where its own is one of some that are told as one: *killed or wounded*."""
    told = _told(parsed, mention) if mention.slot.outcome else frozenset()
    if not (mention.slot.outcome in told or (told and mention.slot.outcome == outcomes.CASUALTIES)):
        return mention
    *first, last = sorted(told)
    joined = outcomes.CASUALTIES if told == {"killed", "wounded"} else f"{', '.join(first)} or {last}"
    return replace(mention, slot=replace(mention.slot, outcome=joined))


def _told(parsed: Parsed, mention: Mention) -> frozenset[str]:
    """The outcomes right before or behind a count, joined by *or*, or by *and* without a figure of their own."""
    start, end = mention.anchor or (mention.span.start, mention.span.end)
    first, last = (token_at(parsed, at) for at in (start, end - 1))
    sentence = parsed.tokens[first].sentence
    near = [t for t in parsed.tokens[max(0, first - _REACH) : last + _REACH + 3] if t.sentence == sentence]
    return _ending([t for t in near if t.index < first]) or _opening([t for t in near if t.start >= mention.span.end])


def _opening(words: Sequence[Token]) -> frozenset[str]:
    """The outcomes that words begin with: *either drowned or went missing*."""
    kept = _plain(words)
    ends = [i for i, t in enumerate(kept[:-1]) if t.lower in _JOINING][:1]
    listed = kept[: ends[0] + 2] if ends else []
    return frozenset() if _has_object(words, listed) else _listed(listed)


def _ending(words: Sequence[Token]) -> frozenset[str]:
    """The outcomes that words end with: *killed or abducted at least*."""
    kept = _plain(words)
    first = len(kept) - 3
    while first > 1 and kept[first - 1].text == ",":
        first -= 2
    return _listed(kept[first:]) if first >= 0 else frozenset()


def _plain(words: Sequence[Token]) -> list[Token]:
    return [t for t in words if t.lower not in _BETWEEN and t.pos != "ADV"]


def _listed(words: Sequence[Token]) -> frozenset[str]:
    """The outcomes of a list that *or* or *and* ends: *killed, wounded or abducted*; else nothing."""
    told, between = words[::2], words[1::2]
    joining = between[-1].lower if between else ""
    if len(told) != len(between) + 1 or joining not in _JOINING or any(t.text != "," for t in between[:-1]):
        return frozenset()
    found = [_outcome(t) for t in told]
    if joining == "and":
        return frozenset(found) if len({*found}) > 1 and _APART.issuperset(found) else frozenset()
    known = [f or _participle(t) for f, t in zip(found, told, strict=True)]
    return frozenset(known) if all(known) and len({*known}) > 1 and _JOINED & {*known} else frozenset()


def _outcome(word: Token) -> str:
    base = outcomes.base_of(word.lower)
    found = outcomes.stated(word.lower) or outcomes.undergone_by_subject(base) or outcomes.done_to_object(base)
    return found if found in _JOINED else ""


def _participle(word: Token) -> str:
    """What else may have befallen somebody, in its own word: *killed or buried*."""
    return word.lower if word.tag == "VBN" or (word.tag == "VBD" and word.lower.endswith("ed")) else ""


def _has_object(words: Sequence[Token], listed: Sequence[Token]) -> bool:
    """Whether the last outcome has a count of its own: *31 were killed and injured dozens*."""
    behind = [t for t in words if listed and t.start >= listed[-1].end][:1]
    return any(t.pos in {"NUM", "NOUN", "PROPN", "DET"} for t in behind)
