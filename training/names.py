"""What the name corpora leave open, decided alike for all: kinds of places, nationalities, titles, dates."""

from __future__ import annotations

from divergence.lexicon import demonyms, gazetteer, titles

MISSING = "-"
OUTSIDE = "O"

FACILITIES = frozenset(
    "airport airfield airbase base barracks bridge building cathedral cemetery center centre church clinic "
    "court courthouse dam gate hall hospital hotel house jail library mall market mausoleum memorial mosque "
    "museum palace park pier plaza port prison road school shrine square stadium station street synagogue "
    "temple terminal theater theatre tower tunnel avenue boulevard highway mansion monastery castle arena "
    "garden gardens zoo turnpike expressway interstate route st ave rd".split()
)
"""Last words of names of what is built."""

LANDSCAPES = frozenset(
    "river lake sea ocean mountain mountains mount mt island islands isle bay gulf desert valley peninsula "
    "cape hills hill range coast basin canyon creek forest falls glacier plateau strait channel canal volcano "
    "reef beach delta oasis pass plains region north south east west northeast northwest southeast southwest "
    "hemisphere africa asia europe".split()
)
"""Words of names of natural places and of regions without a government."""

POLITIES = frozenset({"country", "province", "district", "city", "capital"})
"""Kinds of the gazetteer that are governed."""

FAITHS = frozenset(
    "muslim christian jew jewish sunni shiite shia shi'ite hindu buddhist catholic protestant sikh islamic "
    "islamist orthodox mormon baptist methodist anglican evangelical kurdish kurd arab arabic persian pashtun "
    "yazidi druze tamil uighur uyghur rohingya hutu tutsi zulu maya roma republican democrat democratic "
    "communist socialist conservative nazi marxist african asian european latino hispanic scandinavian balkan "
    "western caucasian palestinian alawite tibetan chechen basque catalan scottish welsh english quaker "
    "jihadist salafist zionist".split()
)
"""Adjectives and nouns for followers of a faith, a people or a political camp, without the plural's -s."""

DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. "
    "a.m. p.m. am pm gmt est edt".split()
)
LINKERS = frozenset(
    {
        "of",
        "the",
        "and",
        "for",
        "&",
        "-",
        "–",
        "'s",
        "’s",
        "'",
        "’",
        ".",
        "de",
        "la",
        "del",
        "al",
        "/",
        "des",
        "du",
        "und",
    }
)
"""Words that may stand within a name, between its capitals."""


def group_of_people(words: list[str]) -> bool:
    """Whether the words name a nationality, a people, a faith or a political camp (NORP)."""
    text = " ".join(words)
    if len(words) > 2 or not text[:1].isupper() or (text.isupper() and len(text) < 4):
        return False
    single = text.lower()
    return single in FAITHS or single.removesuffix("s") in FAITHS or demonyms.country_of_people(text) is not None


def place_class(words: list[str]) -> str:
    """GPE, LOC or FACILITY for a name that a corpus only calls a place."""
    plain = [w.lower().strip(".,") for w in words if w.lower() != "the"]
    if not plain:
        return "LOC"
    known = gazetteer.places_named(" ".join(w for w in words if w.lower() != "the"))
    if known:
        return "GPE" if known[0].kind in POLITIES else "LOC"
    if plain[-1] in FACILITIES and len(plain) > 1:
        return "FACILITY"
    return "LOC" if plain[-1] in LANDSCAPES or plain[0] in LANDSCAPES else "GPE"


def is_title(word: str) -> bool:
    """Whether a word before a person's name is a title, an office or a rank rather than part of the name."""
    base = titles.base(word.rstrip("."))
    return base in titles.HONORIFICS or base in titles.HEADS or base in titles.MODIFIERS or base in titles.RANKS


def name_class(kind: str, words: list[str]) -> str:
    """Our class for a name whose corpus calls it a person, place, organisation or event; empty for none."""
    if kind in ("PERSON", "ORG", "LOC") and group_of_people(words):
        return "NORP"
    if kind == "LOC":
        return place_class(words)
    return kind


def without_titles(words: list[str], start: int, end: int) -> int:
    """The start of a person's name proper, after titles; ``end`` where nothing but titles is left."""
    while start < end and (is_title(words[start]) or words[start] in {".", "-"}):
        start += 1
    return start


def tags_from_spans(words: list[str], spans: list[tuple[int, int, str]], base: list[str]) -> list[str]:
    """Token tags: the longest of overlapping names, then groups of people among what is left outside."""
    tags = list(base)
    taken: set[int] = set()
    for start, end, label in sorted(spans, key=lambda s: (s[0] - s[1], s)):
        if label and start < end and taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            for i in range(start, end):
                tags[i] = f"{'B' if i == start else 'I'}-{label}"
    for i, word in enumerate(words):
        if i not in taken and group_of_people([word]):
            tags[i] = "B-NORP"
        elif i not in taken and word.lower() in DATES:
            tags[i] = OUTSIDE
    return tags
