"""Where sentences of news prose surely start and surely do not; what is left open the parser decides.

Parsers trained on web text split after ``Lt.`` and before ``Mary Owens said`` in ``“We lost it,” Mary Owens said``.
"""

from __future__ import annotations

from collections.abc import Sequence

from divergence.lexicon.spelling import HYPHENS

BEFORE_NAMES = frozenset(
    "adm. amb. atty. brig. capt. cmdr. col. cpl. dr. fr. ft. gen. gov. hon. insp. lt. maj. messrs. mr. mrs. ms. mt. "
    "pres. prof. pvt. rep. rev. rs. sec. sen. sens. reps. sgt. spc. st. ste. supt. vs. v. re. pfc. sr. sra. det. "
    "cdr.".split()
)
"""Abbreviations that always stand before what they belong to: no sentence ends after them."""

ABBREVIATIONS = (
    *(
        "Lt.",
        "Col.",
        "Maj.",
        "Sgt.",
        "Capt.",
        "Cpl.",
        "Pvt.",
        "Cmdr.",
        "Brig.",
        "Rs.",
        "Mt.",
        "Ft.",
        "Dept.",
        "Supt.",
        "Ste.",
    ),
    *(
        "Insp.",
        "Hon.",
        "Pres.",
        "Amb.",
        "Atty.",
        "Sens.",
        "Reps.",
        "Spc.",
        "Pfc.",
        "Det.",
        "Cdr.",
        "Sr.",
        "Tex.",
        "Vt.",
        "W.Va.",
    ),
    *("R.I.", "Que.", "Ont.", "Sask.", "Alta.", "Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)
"""Abbreviations that spaCy's English tokenizer would part from their stop."""

NUMBERED = frozenset({"no.", "nos.", "rs.", "p.", "pp.", "art.", "sec."})
"""Abbreviations that belong to the number after them, though some also end sentences."""

CLOSING = frozenset(").]}”’,;:.?!%…")
STOPS = frozenset({".", "?", "!", "…", "..."})
QUOTES = frozenset({'"', "“", "”", "''", "``", "’", "'", "‘"})
DASHES = frozenset({"—", "–", "--", "-", "_", "―"})
DATELINE = 14
"""A dateline (``KABUL, Afghanistan (AP) —``) ends within so many tokens of its paragraph."""


def boundary(words: Sequence[str], spaced: Sequence[bool], at: int) -> bool | None:
    """Whether a sentence starts at a token: surely, surely not, or None where the parser shall decide.

    ``spaced`` tells for each token whether white space follows it.
    """
    word, before = words[at], _before(words, at)
    if at == 0:
        return True
    hyphened = words[at - 1] in HYPHENS and not any(spaced[max(0, at - 2) : at])
    if word in CLOSING or hyphened or (word in QUOTES and not spaced[at - 1]) or _is_opened(words, spaced, at):
        return False
    if before == "," or before.lower() in BEFORE_NAMES or _is_dotted_number(words, at):
        return False
    if (word[:1].islower() and before not in ("", ":", "*", "•")) or (before[-1:].isalnum() and _goes_on(word)):
        return False
    if at <= DATELINE and words[0].isupper() and len(words[0]) > 2 and (word in DASHES or words[at - 1] in DASHES):
        return False
    return True if _surely_ended(words, spaced, at) else None


def _goes_on(word: str) -> bool:
    """Whether a token right after a word without a stop can only go on with its sentence."""
    return word[:1].isalnum() or word in DASHES or word in ("(", "[")


def _is_opened(words: Sequence[str], spaced: Sequence[bool], at: int) -> bool:
    """Whether a quotation mark right before a token opens the quotation that it begins."""
    opening = words[at - 1] in QUOTES and not spaced[at - 1]
    return opening and (at == 1 or spaced[at - 2])


def _before(words: Sequence[str], at: int) -> str:
    """The last token before this one that is no quotation mark; empty after a line break."""
    for word in reversed(words[max(0, at - 3) : at]):
        if word.isspace():
            return ""
        if word not in QUOTES:
            return word
    return ""


def _is_dotted_number(words: Sequence[str], at: int) -> bool:
    """``No. 5``, ``Rs. 500``, ``p. 12``: an abbreviation with its number."""
    stopped = words[at - 1] if words[at - 1] != "." or at < 2 else words[at - 2] + "."
    return words[at][:1].isdigit() and stopped.lower() in NUMBERED


def _surely_ended(words: Sequence[str], spaced: Sequence[bool], at: int) -> bool:
    """Whether a stop that is its own token ends a sentence here: after more than an initial, before a capital."""
    word = words[at]
    if not (word[:1].isupper() or (word in QUOTES and at + 1 < len(words) and words[at + 1][:1].isupper())):
        return False
    last = at - 1
    closed = False
    while last > 0 and words[last] in QUOTES | {")", "]"}:
        closed, last = True, last - 1
    if words[last] not in STOPS or last == 0 or not spaced[at - 1]:
        return False
    if closed and words[last] != ".":
        return False
    return words[last] == "." and len(words[last - 1]) > 1 and words[last - 1].lower() + "." not in BEFORE_NAMES
