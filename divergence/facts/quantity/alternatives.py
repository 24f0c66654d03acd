"""Two outcomes of one count: of 40 *dead or missing* it is said of nobody which, so that 40 are not the dead."""

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
_APART = frozenset({"killed", "wounded", "missing"})
"""Outcomes of which nobody has two at once, so that *and* parts them as *or* does; *shot and killed* is one."""


def with_alternative(parsed: Parsed, mention: Mention) -> Mention:
    """A count with both of its outcomes, where its own is one of two that are told as one: *killed or wounded*."""
    both = _both(parsed, mention) if mention.slot.outcome in _JOINED | {outcomes.CASUALTIES} else frozenset()
    if len(both) < 2 or not (mention.slot.outcome in both or mention.slot.outcome == outcomes.CASUALTIES):
        return mention
    joined = outcomes.CASUALTIES if both == {"killed", "wounded"} else " or ".join(sorted(both))
    return replace(mention, slot=replace(mention.slot, outcome=joined))


def _both(parsed: Parsed, mention: Mention) -> frozenset[str]:
    """The two outcomes right before or behind a count, joined by *or*, or by *and* without a figure of their own."""
    start, end = mention.anchor or (mention.span.start, mention.span.end)
    first, last = (token_at(parsed, at) for at in (start, end - 1))
    sentence = parsed.tokens[first].sentence
    near = [t for t in parsed.tokens[max(0, first - _REACH) : last + _REACH + 3] if t.sentence == sentence]
    return _ending([t for t in near if t.index < first]) or _opening([t for t in near if t.start >= mention.span.end])


def _opening(words: Sequence[Token]) -> frozenset[str]:
    """Both outcomes that words begin with: *either drowned or went missing*."""
    kept = _plain(words)
    return _pair(kept[:3]) if not _has_object(words, kept[:3]) else frozenset()


def _ending(words: Sequence[Token]) -> frozenset[str]:
    """Both outcomes that words end with: *killed or abducted at least*."""
    kept = _plain(words)
    return _pair(kept[-3:]) if len(kept) >= 3 else frozenset()


def _plain(words: Sequence[Token]) -> list[Token]:
    return [t for t in words if t.lower not in _BETWEEN and t.pos != "ADV"]


def _pair(words: Sequence[Token]) -> frozenset[str]:
    if len(words) < 3 or words[1].lower not in {"or", "and", "and/or"}:
        return frozenset()
    found = frozenset({_outcome(words[0]), _outcome(words[2])})
    classes = _APART if words[1].lower == "and" else _JOINED
    return found if len(found) == 2 and found <= classes else frozenset()


def _outcome(word: Token) -> str:
    base = outcomes.base_of(word.lower)
    return outcomes.stated(word.lower) or outcomes.undergone_by_subject(base) or outcomes.done_to_object(base)


def _has_object(words: Sequence[Token], pair: Sequence[Token]) -> bool:
    """Whether the second outcome has a count of its own: *31 were killed and injured dozens*."""
    behind = [t for t in words if len(pair) == 3 and t.start >= pair[2].end][:1]
    return any(t.pos in {"NUM", "NOUN", "PROPN", "DET"} for t in behind)
