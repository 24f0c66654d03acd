"""The heading of quotations: who is quoted, and the words in which the quotations differ."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from divergence.model.fact import Mention
from divergence.sources.speakers import speakers_differ

FEW_WORDS = 4
"""Words that a heading shows of each side of a difference."""
UNTOLD_SPEAKER = "Quotation"
"""Stands where no article names the speaker, or they name two."""
NAMELESS = frozenset(
    "the a its his her their he she they it we i who officials official sources source people someone one reports "
    "report".split()
)
"""Words that name no speaker."""
EDGES = " ,;:.!?-–—\"“”'‘’()"


def quoted(mentions: Sequence[Mention]) -> str:
    """``The minister: “should” or “must”?``; of one utterance printed alike, ``What did the minister say?``."""
    speaker = speaker_of(mentions)
    printed = list(dict.fromkeys(m.text for m in sorted(mentions, key=lambda m: m.span)))
    apart = words_apart(printed[0], printed[1]) if len(printed) > 1 else ""
    if apart:
        return f"{speaker or UNTOLD_SPEAKER}: {apart}"
    if speaker:
        return f"What did {speaker} say?" if len(mentions) > 1 else f"{speaker}: which words were used?"
    return f"{UNTOLD_SPEAKER}: which words were used?"


def speaker_of(mentions: Sequence[Mention]) -> str:
    """The fullest name under which the articles quote somebody; nothing where they name two, or nobody."""
    names = sorted({" ".join((m.speaker or "").split()) for m in mentions} - {""})
    named = [n for n in names if not NAMELESS.issuperset(n.casefold().split())]
    if any(speakers_differ(a, b) for a in named for b in named):
        return ""
    return max(named, key=lambda n: (len(n.split()), n), default="")


def words_apart(left: str, right: str) -> str:
    """Where two quotations differ, as printed: their one difference, or the first that is short."""
    a, b = left.split(), right.split()
    changes = [
        (a[start:end], b[other_start:other_end])
        for tag, start, end, other_start, other_end in SequenceMatcher(None, _plain(a), _plain(b), False).get_opcodes()
        if tag != "equal"
    ]
    short = [change for change in changes if all(len(side) <= FEW_WORDS for side in change)]
    if not short:
        return ""
    ours, theirs = (" ".join(side).strip(EDGES) for side in next((c for c in short if all(c)), short[0]))
    if ours and theirs:
        return f"“{ours}” or “{theirs}”?"
    return f"with or without “{ours or theirs}”?" if ours or theirs else ""


def _plain(words: Sequence[str]) -> list[str]:
    return [w.strip(EDGES).casefold() or w for w in words]
