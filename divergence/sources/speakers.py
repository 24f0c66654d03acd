"""Whether two speakers, as two articles print them, can be one."""

from __future__ import annotations

from divergence.lexicon.spelling import fold

_DOCUMENTS = frozenset(
    "letter statement report complaint lawsuit document article post tweet memo ad announcer narrator "
    "voice voice-over".split()
)
"""Sources that are no person: a text, or a voice without a name."""


def speakers_differ(a: str | None, b: str | None) -> bool | None:
    """Whether two speakers cannot be one: True, False, or None where it cannot be told.

    A name and a description (``Ann Miller``, ``the mayor``) may be one person, so may a pronoun and anyone; two names
    without a word in common are two, and a person is no document.
    """
    if not a or not b or {a.lower(), b.lower()} & {"he", "she", "they", "it", "we", "i"}:
        return None
    left, right = _speaker_words(a), _speaker_words(b)
    if left & right:
        return False
    if bool(left & _DOCUMENTS) != bool(right & _DOCUMENTS):
        return _has_name(a) or _has_name(b) or None
    return True if _has_name(a) and _has_name(b) else None


def _speaker_words(speaker: str) -> set[str]:
    """The words of a speaker that may name or describe it, folded."""
    words = fold(speaker.replace("’s", "").replace("'s", "")).split()
    return {w for w in words if len(w) > 2 and w not in {"the", "his", "her", "their", "and", "for"}}


def _has_name(speaker: str) -> bool:
    """Whether a speaker is named, rather than only described."""
    return any(w[:1].isupper() for w in speaker.split()[1:]) or (len(speaker.split()) == 1 and speaker[:1].isupper())
