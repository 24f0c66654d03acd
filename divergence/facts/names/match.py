"""Whether two names are one person's or one organisation's, judged by the names alone.

Precision first: two first names with one surname are two persons, two listed given names are never one by likeness.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from divergence.lexicon import designators, titles
from divergence.lexicon.aliases import FAMILY_FIRST, is_given_name, organisation_of, same_given_name
from divergence.lexicon.gazetteer import places_named
from divergence.lexicon.name_lists import is_first_name, is_surname
from divergence.lexicon.spelling import fold, sound
from divergence.lexicon.transliteration import other_short_vowel, same_consonants, transliterated


class Match(IntEnum):
    """How two names stand to each other, from different to the same."""

    DIFFERENT = 0
    SHORTER = 1
    """One is part of the other (``Carter``, ``Joan Carter``): one bearer unless the story has two."""
    VARIANT = 2
    SAME = 3


_GENERATIONS = {"sr": 1, "snr": 1, "jr": 2, "jnr": 2, "ii": 2, "iii": 3, "iv": 4}
"""What stands behind a name that father and son share."""
_PARTICLES = frozenset("al el ul as ash ar at az an ad bin ibn bint".split())
"""Articles and words for *son of* in Arabic names, which one writer prints and another leaves out."""


@lru_cache(maxsize=8192)
def person_words(name: str) -> tuple[str, ...]:
    """A person's name as folded words, without honorifics, ranks and ``Jr.``."""
    words = fold(name.replace("’s", "").replace("'s", "")).split()
    while len(words) > 1 and words[0] in titles.HONORIFICS | set(titles.ABBREVIATIONS):
        words = words[1:]
    while len(words) > 1 and words[-1] in _GENERATIONS:
        words = words[:-1]
    return tuple(words)


def generation(name: str) -> int:
    """Which of the bearers of a family's name is meant, by ``Sr.``, ``Jr.`` and numerals; 0 where nothing says so."""
    words = fold(name).split()
    return _GENERATIONS.get(words[-1], 0) if len(words) > 1 else 0


@lru_cache(maxsize=16384)
def alike(left: str, right: str) -> bool:
    """Whether two folded words are spellings of one word: equal by sound, or all but equal in letters."""
    if left == right or (len(left) > 3 and sound(left) == sound(right)):
        return True
    if left[:1] != right[:1] and ratio(left, right) < 90:
        return False
    return min(len(left), len(right)) >= 5 and ratio(left, right) >= 83


@lru_cache(maxsize=16384)
def same_given(left: str, right: str) -> bool:
    """Whether two given names can be one person's: equal, an initial, a short form, or a spelling."""
    if same_given_name(left, right):
        return True
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    if (is_given_name(left) and is_given_name(right)) or are_two_first_names(left, right):
        return False
    if same_consonants(left, right):
        return transliterated(left, right)
    near = left[:1] == right[:1] and min(len(left), len(right)) >= 5 and ratio(left, right) >= 80
    return near or alike(left, right) or transliterated(left, right)


def are_two_first_names(left: str, right: str) -> bool:
    """Whether two folded words are two people's first names, and no forms or spellings of one: ``carla``, ``clara``."""
    listed = all(is_given_name(w) or is_first_name(w.title()) for w in (left, right))
    one = same_given_name(left, right) or sound(left) == sound(right) or transliterated(left, right)
    return listed and not one


@lru_cache(maxsize=2**16)
def match_persons(left: str, right: str) -> Match:
    """How two persons' names stand to each other."""
    first, second = person_words(left), person_words(right)
    if left == right:
        return Match.SAME
    if not first or not second or len({generation(left), generation(right)} - {0}) > 1:
        return Match.DIFFERENT
    if first == second:
        return Match.SAME if fold(left) == fold(right) else Match.VARIANT
    if len(first) == 1 or len(second) == 1:
        return _match_single(first, second)
    fewer, more = sorted((set(first), set(second)), key=len)
    if _parted_otherwise(first, second) or fewer <= more:
        return Match.VARIANT
    return _match_full(_without_particles(_one_servant(first)), _without_particles(_one_servant(second)))


def _parted_otherwise(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two names are one but for where its words end: ``Tekle Haymanot Abebe``, ``Teklehaimanot Abebe``."""
    left, right = "".join(first), "".join(second)
    return left == right or (abs(len(first) - len(second)) == 1 and transliterated(left, right))


_SERVANT = re.compile(r"abd(?:[aeou][lr]?)?(\w{3,})?\Z")
_ARTICLES = frozenset("al el ul ar er ur as es".split())


def _one_servant(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name with *servant of* and the next word as one, however they are parted: ``Abd al-Aziz``, ``Abdelaziz``."""
    for at, word in enumerate(words):
        servant = _SERVANT.match(word)
        if servant is None:
            continue
        if servant[1]:
            return (*words[:at], "abd" + servant[1], *words[at + 1 :])
        beyond = at + 1 + (words[at + 1 : at + 2] != () and words[at + 1] in _ARTICLES)
        if beyond < len(words) - (at == 0):
            return (*words[:at], "abd" + words[beyond], *words[beyond + 1 :])
    return words


def _without_particles(words: tuple[str, ...]) -> tuple[str, ...]:
    """A full name without the articles inside it: ``Hassan al-Bashir`` is ``Hassan Bashir``."""
    return (words[0], *(w for w in words[1:-1] if w not in _PARTICLES), words[-1])


def _match_full(first: tuple[str, ...], second: tuple[str, ...]) -> Match:
    """Two names of several words: the surname alike, and the given name the same, shortened or a middle name."""
    if not _one_surname(first, second):
        slip = first[0] == second[0] and len(first[0]) > 2 and _slip(first[-1], second[-1])
        return Match.VARIANT if slip and not _two_surnames(first[-1], second[-1]) else Match.DIFFERENT
    if first[0] in second[1:-1] or second[0] in first[1:-1]:
        return Match.VARIANT
    if not same_given(first[0], second[0]):
        return Match.DIFFERENT
    return Match.VARIANT if first[0] != second[0] or first[-1] != second[-1] else _same_full(first, second)


def _one_surname(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two surnames are spellings of one; from another script only where the given name is no English one."""
    foreign = first[0] != second[0] or not is_given_name(first[0])
    if _without_article(first[-1]) == _without_article(second[-1]):
        return True
    if alike(first[-1], second[-1]) and not (_two_surnames(first[-1], second[-1]) and not foreign):
        return True
    return foreign and (transliterated(first[-1], second[-1]) or _heard_otherwise(first[-1], second[-1]))


def _two_surnames(left: str, right: str) -> bool:
    """Whether two words are surnames that many bear each, and no spellings of one: ``Hansen``, ``Hanson``."""
    return left != right and is_surname(left.title()) and is_surname(right.title()) and sound(left) != sound(right)


def _heard_otherwise(left: str, right: str) -> bool:
    """Whether two surnames differ in one short vowel, and are not two names that others bear."""
    listed = all(is_surname(w.title()) or is_first_name(w.title()) for w in (left, right))
    return not listed and other_short_vowel(left, right)


def _without_article(surname: str) -> str:
    """A surname without an Arabic article that is written together with it: ``Alsisi``."""
    return surname[2:] if surname[:2] in ("al", "el") and len(surname) > 5 else surname


def _slip(left: str, right: str) -> bool:
    """Whether two surnames of one given name are near enough for a slip or another spelling (``Meyer``, ``Meier``)."""
    return min(len(left), len(right)) >= 5 and ratio(left, right) >= 80


def _same_full(first: tuple[str, ...], second: tuple[str, ...]) -> Match:
    """Equal given name and surname: middle names may be missing or shortened, but two full ones must agree."""
    middle = [(a, b) for a, b in zip(first[1:-1], second[1:-1], strict=False) if not same_given(a, b)]
    return Match.DIFFERENT if middle and len(first) == len(second) else Match.VARIANT


def _match_single(first: tuple[str, ...], second: tuple[str, ...]) -> Match:
    """A bare word against a name: the surname or the given name, spelled alike."""
    single, full = (first, second) if len(first) == 1 else (second, first)
    if len(full) == 1:
        near = alike(single[0], full[0]) and not (is_given_name(single[0]) and is_given_name(full[0]))
        return Match.VARIANT if near else Match.DIFFERENT
    if single[0] == "".join(full):
        return Match.VARIANT
    if alike(single[0], full[-1]):
        return Match.SHORTER
    given = is_given_name(single[0]) and same_given_name(single[0], full[0])
    given = given or (len(full) == 3 and single[0] == full[0] and single[0] in FAMILY_FIRST)
    return Match.SHORTER if given or (len(single[0]) > 3 and full[0].startswith(single[0])) else Match.DIFFERENT


_WORDS = {
    "centre": "center",
    "defence": "defense",
    "organisation": "organization",
    "labour": "labor",
    "dept": "department",
    "govt": "government",
    "intl": "international",
    "univ": "university",
    "hs": "high school",
    "co": "county",
    "saint": "st",
    "mount": "mt",
    "fort": "ft",
    "us": "united states",
    "uk": "united kingdom",
    "usa": "united states",
    "institutes": "institute",
    "airline": "airlines",
    "sciences": "science",
    "forces": "force",
    "services": "service",
    "gop": "republican party",
}
_EMPTY = frozenset("the of for and on at s in de al el ul bin ibn".split())
_TRAILING = frozenset(
    """inc corp ltd llc plc company corporation group office department city agency center force forces hotel
    hospital school high ship coroner shooting range episcopal militants""".split()
)
"""Words that a short form of an organisation's name leaves out."""
_OWN_BODY = frozenset(
    """delegation forces force government regime military army police officials campaign administration parliament
    authorities troops spokesman militia rebels jets warplanes""".split()
)
"""Bodies that belong to what is named before them and are not it: the Taliban, the Taliban delegation."""


@lru_cache(maxsize=8192)
def organisation_words(name: str) -> tuple[str, ...]:
    """An organisation's name as folded words in one spelling, without articles and prepositions."""
    known = organisation_of(name)
    words = fold((known or name).replace("’s", "").replace("'s", "")).split()
    return tuple(w for word in words for w in _WORDS.get(word, word).split() if w not in _EMPTY)


@lru_cache(maxsize=2**16)
def match_organisations(left: str, right: str) -> Match:
    """How two organisations' names stand to each other."""
    first, second = organisation_words(left), organisation_words(right)
    if left == right:
        return Match.SAME
    if not first or not second:
        return Match.DIFFERENT
    if first == second or sorted(first) == sorted(second):
        return Match.SAME if fold(left) == fold(right) else Match.VARIANT
    if is_acronym(left, right) or is_acronym(right, left) or _differently_written(first, second):
        return Match.VARIANT
    shorter = _is_short_form(first, second) or _is_short_form(second, first)
    shorter = shorter or _is_first_word(left, second) or _is_first_word(right, first)
    shorter = shorter or _is_reordered_end(first, second) or _is_reordered_end(second, first)
    acts = _country_and_body(first, second) or _country_and_body(second, first)
    return Match.SHORTER if shorter or acts else Match.DIFFERENT


def _country_and_body(country: tuple[str, ...], body: tuple[str, ...]) -> bool:
    """Whether one is a country and the other its government or army: the country is said to do what they do."""
    if body[-1] not in _OWN_BODY or body[:-1] != country:
        return False
    return any(p.kind == "country" for p in places_named(" ".join(country))[:1])


def _differently_written(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two names are one but for words left out, spelling, or a first word that abbreviates several."""
    if _bare(first) == _bare(second) and len(_bare(first)) > 1:
        return True
    return _spelled_alike(first, second) or _abbreviates(first, second) or _abbreviates(second, first)


@lru_cache(maxsize=8192)
def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(w for w in words if w not in _TRAILING)
    return tuple(sorted(kept))


def _spelled_alike(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two names are transliterations or slips of one: every word alike, none a different listed place."""
    if sound(" ".join(first)) == sound(" ".join(second)) and min(len(first[0]), len(second[0])) > 3:
        return True
    if len(first) != len(second) or "".join(first)[:1] != "".join(second)[:1]:
        return False
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    listed = any(places_named(a) and places_named(b) for a, b in pairs)
    return not listed and all(alike(a, b) or _inflected(a, b) for a, b in pairs)


def _abbreviates(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether one word of a name stands for several of the other's, and the rest is equal: ``HMS Beagle``."""
    ends = [full, full[:-1]] if full[-1] in _TRAILING else [full]
    return len(short) > 1 and any(_written_out(short, end, at) for end in ends for at in range(len(short)))


def _written_out(short: tuple[str, ...], full: tuple[str, ...], at: int) -> bool:
    """Whether the other name has, for one word of this, as many words as it has letters, which begin with them."""
    letters, rest = short[at], len(short) - 1
    if not 2 <= len(letters) <= 5 or len(full) - rest != len(letters):
        return False
    written = full[at : at + len(letters)]
    kept = (*full[:at], *full[at + len(letters) :])
    return kept == (*short[:at], *short[at + 1 :]) and "".join(w[0] for w in written) == letters


def _is_reordered_end(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name of three words or more is another's end in another order."""
    return 2 < len(short) < len(full) and sorted(short) == sorted(full[-len(short) :])


def _is_first_word(printed: str, full: tuple[str, ...]) -> bool:
    """Whether capitals that no list explains are the first word of a longer name: ``ABN``, ``ABN Steel Works``."""
    if not (printed.isalpha() and printed.isupper() and 3 <= len(printed) <= 6 and len(full) > 1):
        return False
    own = full[-1] not in _OWN_BODY and organisation_of(printed) is None and not places_named(printed)
    return own and full[0] == printed.lower()


def _inflected(left: str, right: str) -> bool:
    """Whether two words are one but for an ending (``Ukraine``, ``Ukrainian``; ``Force``, ``Forces``)."""
    shorter, longer = sorted((left, right), key=len)
    return len(shorter) >= 5 and longer.startswith(shorter[:-1]) and len(longer) - len(shorter) <= 3


def _is_short_form(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name is another's beginning, and says enough to be one (``Brightwater``, ``Brightwater Recovery``)."""
    if len(short) >= len(full):
        return False
    tail = all(a == b or alike(a, b) or _inflected(a, b) for a, b in zip(short, full[-len(short) :], strict=True))
    if tail and (len(short) > 2 or short[-1] in designators.ORGANISATION | designators.FACILITY):
        return True
    if full[: len(short)] != short:
        return False
    if full[-1] in _OWN_BODY:
        return False
    text = " ".join(short)
    generic = designators.ORGANISATION | designators.FACILITY | designators.NO_NAME
    if len(short) == 1:
        return len(text) > 4 and text not in generic and not places_named(text) and not is_given_name(text)
    return not places_named(text)


def is_acronym(short: str, full: str) -> bool:
    """Whether capitals abbreviate a name: the initials of its words, small words in or left out."""
    letters = short.replace(".", "").replace("-", "")
    if not (2 <= len(letters) <= 8 and letters.isalpha() and sum(c.isupper() for c in letters) >= len(letters) - 1):
        return False
    words = fold(full).split()
    words = (
        words[:-1] if len(words) > 2 and words[-1] in ("co", "inc", "corp", "ltd", "company", "corporation") else words
    )
    if len(words) < 2:
        return False
    every = "".join(w[0] for w in words)
    main = "".join(w[0] for w in words if w not in _EMPTY and len(w) > 1)
    united = "".join("us" if w == "us" else w[0] for w in words if w not in _EMPTY)
    return letters.lower() in {every, main, united} or _swapped(letters.lower(), main)


def _swapped(left: str, right: str) -> bool:
    """Whether two neighbouring letters behind the first of an acronym are swapped, as in haste."""
    if len(left) != len(right) or len(left) < 4:
        return False
    apart = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    return len(apart) == 2 and 0 < apart[0] == apart[1] - 1 and sorted(left) == sorted(right)
