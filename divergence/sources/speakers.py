"""Whether two speakers, as two articles print them, can be one."""

from __future__ import annotations

from divergence.lexicon.spelling import fold

_DOCUMENTS = frozenset(
    "letter statement report complaint lawsuit document article post tweet memo ad announcer narrator "
    "voice voice-over".split()
)
"""Sources that are no person: a text, or a voice without a name."""


_SIDES = tuple(
    frozenset(words.split())
    for words in (
        "police policeman policemen policewoman officer officers sheriff",
        "hospital hospitals medic medics medical doctor doctors nurse nurses paramedic paramedics ambulance",
        "army military soldier soldiers navy troops",
        "rebel rebels militant militants insurgent insurgents opposition guerrillas",
        "resident residents villager villagers locals witness witnesses eyewitness eyewitnesses",
        "government ministry minister ministers",
        "activist activists campaigner campaigners",
        "firefighter firefighters rescuer rescuers rescue",
        "union unions worker workers",
    )
)
"""Words for those who speak; descriptions of two such sides are of two speakers."""


def speakers_differ(a: str | None, b: str | None) -> bool | None:
    """Whether two speakers cannot be one: True, False, or None where it cannot be told.

    A name and a description (``Ann Miller``, ``the mayor``) may be one person, so may a pronoun and anyone; two names
    without a word in common are two, and a person is no document. Two descriptions are of two speakers where each names
    one side (``hospital sources``, ``the army``) and not the same.
    """
    if not a or not b or {a.lower(), b.lower()} & {"he", "she", "they", "it", "we", "i"}:
        return None
    left, right = _speaker_words(a), _speaker_words(b)
    if left & right:
        return False
    if bool(left & _DOCUMENTS) != bool(right & _DOCUMENTS):
        return _has_name(a) or _has_name(b) or None
    return True if (_has_name(a) and _has_name(b)) or _of_two_sides(left, right) else None


def _of_two_sides(left: set[str], right: set[str]) -> bool:
    ours, theirs = ({i for i, side in enumerate(_SIDES) if side & words} for words in (left, right))
    return len(ours) == len(theirs) == 1 and ours != theirs


def _speaker_words(speaker: str) -> set[str]:
    """The words of a speaker that may name or describe it, folded."""
    words = fold(speaker.replace("’s", "").replace("'s", "")).split()
    return {w for w in words if len(w) > 2 and w not in {"the", "his", "her", "their", "and", "for"}}


def _has_name(speaker: str) -> bool:
    """Whether a speaker is named, rather than only described."""
    return any(w[:1].isupper() for w in speaker.split()[1:]) or (len(speaker.split()) == 1 and speaker[:1].isupper())
