"""What the name corpora leave open, decided alike for all: kinds of places, nationalities, titles, dates."""

from __future__ import annotations

from divergence.language.name_words import is_people, is_title, place_class

MISSING = "-"
OUTSIDE = "O"

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
    return is_people(" ".join(words))


def name_class(kind: str, words: list[str]) -> str:
    """Our class for a name whose corpus calls it a person, place, organisation or event; empty for none."""
    if kind in ("PERSON", "ORG", "LOC") and group_of_people(words):
        return "NORP"
    if kind == "LOC":
        return place_class(" ".join(words))
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
