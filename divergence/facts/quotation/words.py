"""The words of a quotation as they are compared: what counts as the same wording, and how alike two wordings are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz import fuzz

from divergence.language.lemmas import lemma
from divergence.lexicon.cardinals import SMALL
from divergence.lexicon.groups import ONE_CREED
from divergence.lexicon.spelling import sound
from divergence.lexicon.turning import NEGATIONS

_TOKEN = re.compile(r"…|\.{3}|\[\]|[\w$£€%]++(?:[.,]\d++|['’\-][\w]++)*+")
_ASIDE = re.compile(r"[(\[][^()\[\]]{1,60}[)\]]")
_EDITED = re.compile(r"\[(?![^\]]*\b(?:not|never)\b)[^()\[\]]{0,60}\]")
"""An editor's words for what was said: ``[the ministry]``; one that turns the meaning is no such thing."""
_STATES = (
    (re.compile(r"\bU\. ?S\. ?(?:A\b\.?)?|\bU\.S\b|\bUSA?\b"), "United States "),
    (re.compile(r"\bU\. ?K\.|\bU\.K\b|\bUK\b"), "United Kingdom "),
    (re.compile(r"\bU\. ?N\.|\bU\.N\b|\bUN\b"), "United Nations "),
)
"""Names that are printed in short or in full for the same spoken words."""
_WITHIN_WORD = re.compile(r"[(\[](\w{1,5})[)\]](?=\w)")
"""An editor's change inside a word: ``[T]he``, ``[un]safe``."""
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,6}+")
"""Abbreviations with dots: ``U.K.`` is ``UK``."""
_LONGEST = 400
"""Words of a quotation that are compared; longer ones are cut, since alignment is quadratic."""
_EXPANDED = {
    "i'm": "i am",
    "i've": "i have",
    "i'll": "i will",
    "i'd": "i would",
    "can't": "can not",
    "cannot": "can not",
    "won't": "will not",
    "shall": "will",
    "shan't": "will not",
    "let's": "let us",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "'em": "them",
    "ok": "okay",
    "percent": "per cent",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "capt": "captain",
    "mt": "mount",
}
_ENDINGS = (("n't", " not"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"))
_IS = frozenset("it he she that there what who here this where".split())
FUNCTION_WORDS = frozenset(
    "a an the and or but of to in on at by for with from as that which who this these those it its he she they them "
    "his her their i we you us our your my me him is are was were be been being am have has had do does did not "
    "will would so then there s also all even very really just up out per cent upon since into onto well oh yeah yes "
    "okay um uh mr mrs ms dr".split()
)
"""Words whose change alone does not alter what was said; modal verbs are not among them: *must* is not *can*."""
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
"""The ending of a day: *Jan. 20th* is *Jan. 20*, however it is written down."""
_CENSORED = re.compile(r"\b[\w'\-]+\*{2,}[\w'\-*]*")
"""A word that a writer would not print in full: ``d**n`` is no other word than the one that was said."""
GAP = "…"
EDITED = "[]"
"""Stands for an editor's words in square brackets: whatever the other source has there may be what was said."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How two wordings of one utterance differ, as far as both give it."""

    same: bool
    """Word for word, punctuation and contractions apart."""
    cut: bool
    """Whether one is contained in the other, or both run on from a common stretch."""
    changed: tuple[tuple[str, str], ...]
    """Content words that stand in one against those in the other, in order of the text."""


def comparable_words(text: str) -> tuple[str, ...]:
    """A quotation's words for comparison: lower case, contractions spelled out, asides in brackets taken out."""
    for short, full in _STATES:
        text = short.sub(full, text)
    plain = _WITHIN_WORD.sub(r"\1", text.lower().replace("’", "'").replace("‘", "'"))
    plain = _ASIDE.sub(" ", _EDITED.sub(f" {EDITED} ", plain))
    plain = _DOTTED.sub(lambda m: m[0].replace(".", ""), plain)
    plain = _CENSORED.sub(f" {EDITED} ", _ORDINAL.sub("", plain))
    words: list[str] = []
    for match in _TOKEN.finditer(plain):
        words += _spelled_out(match[0])
    return tuple(words[:_LONGEST])


def _spelled_out(word: str) -> list[str]:
    """One printed word as the words it stands for: ``I'm`` is two, ``one-in-three`` three, ``…`` a gap."""
    if word in {"…", "..."}:
        return [GAP]
    expanded = _EXPANDED.get(word)
    if expanded is None:
        expanded = next((word.removesuffix(end) + new for end, new in _ENDINGS if word.endswith(end)), word)
    if expanded.endswith("'s") and expanded[:-2] in _IS:
        expanded = expanded[:-2] + " is"
    parts = re.split(r"[\s\-]", expanded)
    return [str(SMALL[p]) if p in SMALL else p for p in parts if p]


def quote_similarity(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """How much of the shorter wording stands in the longer one, in order and together; 0 to 1.

    Words with content weigh three times as much as others. Fragments that share only function words have 0; fewer than
    three shared content words are weak evidence and count less.
    """
    short, long = sorted((_spoken(a), _spoken(b)), key=lambda w: (len(w), w))
    if not set(short).intersection(long) - FUNCTION_WORDS:
        return 0.0
    blocks = [m for m in SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks() if m.size]
    shared = [short[i] for m in blocks for i in range(m.a, m.a + m.size)]
    if not any(w not in FUNCTION_WORDS for w in shared):
        return 0.0
    window = blocks[-1].b + blocks[-1].size - blocks[0].b
    together = min(1.0, (len(short) / window) ** 0.5) if window else 0.0
    evidence = min(1.0, 0.4 + 0.2 * sum(w not in FUNCTION_WORDS for w in shared))
    return sum(map(_weight, shared)) / sum(map(_weight, short)) * together * evidence


def _spoken(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for w in words if w not in {GAP, EDITED})


def _weight(word: str) -> int:
    return 1 if word in FUNCTION_WORDS else 3


def compare_wording(a: tuple[str, ...], b: tuple[str, ...]) -> Wording:
    """How the two wordings differ where both give the utterance."""
    if a == b:
        return Wording(True, False, ())
    if _contained(a, b) or _contained(b, a):
        return Wording(False, True, ())
    codes = _codes(a, b)
    inner = _without_ends(codes)
    places = _content_changes(inner, a, b)
    changed = tuple((_as_said(a[slice(*ours)]), _as_said(b[slice(*theirs)])) for ours, theirs in places)
    moved = sorted(w for x, _ in changed for w in x.split()) == sorted(w for _, y in changed for w in y.split())
    return Wording(False, len(inner) < len(codes), () if moved else changed)


def _as_said(words: tuple[str, ...]) -> str:
    return " ".join(w for w in words if w != EDITED)


def differing(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[Place, Place], ...]:
    """Where two wordings of one utterance differ in words with content, as far as both give it."""
    places = _content_changes(_without_ends(_codes(a, b)), a, b)
    return tuple((_without_edited(a, ours), _without_edited(b, theirs)) for ours, theirs in places)


def _without_edited(words: tuple[str, ...], place: Place) -> Place:
    """A place without an editor's words at its ends."""
    first, last = place
    while first < last and words[first] == EDITED:
        first += 1
    while first < last and words[last - 1] == EDITED:
        last -= 1
    return first, last


def _codes(a: tuple[str, ...], b: tuple[str, ...]) -> Sequence[Code]:
    """How one wording becomes the other, as difflib tells it."""
    matcher = _matcher(b)
    matcher.set_seq1(a)
    return matcher.get_opcodes()


@lru_cache(maxsize=1024)
def _matcher(b: tuple[str, ...]) -> SequenceMatcher[str]:
    """What difflib prepares of the second wording: one quotation is compared with many."""
    return SequenceMatcher(None, (), b, autojunk=False)


def _content_changes(codes: Sequence[Code], a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[Place, Place], ...]:
    found = (((i, j), (k, m)) for tag, i, j, k, m in codes if tag != "equal")
    turned = _denials(a) != _denials(b)  # *I do not think that he will* says what *I think that he will not* says
    return tuple(
        (ours, theirs) for ours, theirs in found if _changes(a[slice(*ours)], b[slice(*theirs)], turned=turned)
    )


def _contained(inner: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    """Whether the stretches of a wording between its gaps stand in the other, in order."""
    if not set(outer).union((GAP,)).issuperset(inner):
        return False
    at = 0
    for stretch in _stretches(inner):
        place = next(
            (i for i in range(at, len(outer) - len(stretch) + 1) if outer[i : i + len(stretch)] == stretch), None
        )
        if place is None:
            return False
        at = place + len(stretch)
    return bool(inner)


def _stretches(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    stretches: list[list[str]] = [[]]
    for word in words:
        if word == GAP:
            stretches.append([])
        else:
            stretches[-1].append(word)
    return [tuple(s) for s in stretches if s]


Place = tuple[int, int]
"""Words of a wording, from one up to another."""
Code = tuple[str, int, int, int, int]
_SPELLED = 5
"""Letters from which words that sound alike are taken for spellings of one word."""
_ONE_WORD = 85
"""Likeness of letters, of 100, from which two long words are spellings of one."""
_OUR = re.compile(r"(?<=\w{3})our(s|ed|ing|ful|less|able|ly)?$")
_EDITED_FOR = 3
"""Words that an editor's words in brackets may stand for; more are a difference."""
_SHORT_END = 6
"""Words at an end that count as another wording rather than as one source quoting further."""


def _without_ends(codes: Sequence[Code]) -> Sequence[Code]:
    """The comparison without what only one source quotes before or after the common stretch."""
    kept = list(codes)
    for end in (0, -1):
        if len(kept) > 1 and kept[end][0] != "equal":
            _, i, j, k, m = kept[end]
            if i == j or k == m or max(j - i, m - k) > _SHORT_END:
                kept.pop(end)
    return kept


def _denials(words: tuple[str, ...]) -> int:
    """How many words turn what is said into its opposite."""
    return sum(w in NEGATIONS for w in words)


def _changes(x: tuple[str, ...], y: tuple[str, ...], *, turned: bool) -> bool:
    """Whether two stretches differ in a *not*, where the whole is turned by it, or in other words with content."""
    whole = GAP not in (*x, *y)
    return (turned and whole and _denials(x) % 2 != _denials(y) % 2) or _changes_content(x, y)


def _changes_content(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Whether two stretches differ in more than function words and mere forms of one word."""
    if GAP in x or GAP in y:
        return False
    if EDITED in (*x, *y):
        x, y = _beside(x, y), _beside(y, x)
    left, right = [w for w in x if w not in FUNCTION_WORDS], [w for w in y if w not in FUNCTION_WORDS]
    if set(map(_base, left)) == set(map(_base, right)) or "".join(x) == "".join(y):
        return False
    return len(left) != len(right) or not all(map(_spelt_alike, left, right))


def _beside(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a stretch that no editor's words of the other one may stand for."""
    replaced = len(words) <= _EDITED_FOR and set(others) <= {EDITED, *FUNCTION_WORDS} and EDITED in others
    return () if replaced else tuple(w for w in words if w != EDITED)


def _spelt_alike(a: str, b: str) -> bool:
    """Whether two words are spellings of one: ``adviser``, ``advisor``."""
    return (
        {a, b} <= ONE_CREED
        or _american(a) == _american(b)
        or (min(len(a), len(b)) > _SPELLED and fuzz.ratio(a, b) >= _ONE_WORD)
    )


def _american(word: str) -> str:
    """A word in its American spelling, as far as endings tell: ``colour``, ``centre``, ``defence``."""
    plain = _OUR.sub(r"or\1", word.replace("grey", "gray"))
    return re.sub(r"(?<=[tb])re(s?)$", r"er\1", re.sub(r"ence(s?)$", r"ense\1", plain))


@lru_cache(maxsize=2**14)
def _base(word: str) -> str:
    """A form under which tenses, numbers and spellings of one word agree: ``realised``, ``realize``."""
    stem = lemma(lemma(word, "VERB"), "NOUN", "NNS")
    return sound(stem).replace("z", "s") if len(stem) >= _SPELLED else stem
