"""Names after the pipeline: their ends put right, known ones classed by knowledge, overlooked ones found, and one
class for one name throughout an article.

A small model sees one sentence at a time; an article says ``Ilinka Marin`` once and ``Marin`` often.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from divergence.language.found_firms import (
    acronyms,
    circuits,
    firms,
    partnerships,
    short_forms,
    short_words,
    states,
    told_alone,
    towns,
)
from divergence.language.found_names import (
    GENERATIONS,
    Labelled,
    bodies,
    is_proper,
    overlooked,
    repeated,
    surnames_of,
    words_of,
)
from divergence.language.name_words import (
    FACILITIES,
    LANDSCAPES,
    is_money,
    is_people,
    is_title,
    known_class,
    place_class,
)
from divergence.language.parsed import Name, Token
from divergence.language.told_names import is_acronym_of_body, told_class
from divergence.lexicon import designators, titles
from divergence.lexicon.aliases import is_given_name
from divergence.lexicon.gazetteer import places_named
from divergence.lexicon.name_lists import is_first_name, is_surname
from divergence.lexicon.spelling import HYPHENS

NO_END = frozenset({"of", "the", "and", "for", "'s", "’s", "in", "on", "at"})
"""Words that no name ends with, and that no person's name contains."""

LOCATING = frozenset("in at near from to into toward towards across around outside through off between".split())
"""Prepositions that tell that a place follows."""

NO_START = frozenset({"the", "a", "an", "this", "that", "our", "their", "his", "her"})


def refined(tokens: Sequence[Token], names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of an article, in order and disjoint, from what the pipeline found."""
    found = [bounded for n in names if (bounded := _bounded(tokens, (n.first, n.last, n.label)))[0] < bounded[1]]
    found = list(_disjoint([*partnerships(tokens), *circuits(tokens), *bodies(tokens), *found]))
    taken = {i for first, last, _ in found for i in range(first, last)}
    found += list(overlooked(tokens, taken))
    found += list(repeated(tokens, found))
    found += list(states(tokens, found))
    found += list(towns(tokens, found))
    found += list(acronyms(tokens, found))
    found += list(firms(tokens, found))
    found += list(told_alone(tokens, found))
    found += list(short_forms(tokens, found))
    return tuple(_one_class_each(tokens, sorted(_disjoint([n for n in found if not is_money(tokens, n[0], n[1])]))))


def _bounded(tokens: Sequence[Token], name: Labelled) -> Labelled:
    """A name without titles and nationalities before a person, with the rest of its words and hyphened parts."""
    first, last = _trimmed(tokens, _divided(tokens, name))
    body = last > first and tokens[last - 1].lower.rstrip(".") in designators.ORGANISATION
    label = name[2]
    if (label == "PERSON" and not body) or _is_titled_person(tokens, first, last):
        label = "PERSON"
        while first < last and (is_title(tokens[first].text) or (is_people(tokens[first].text) and last - first > 1)):
            first += 1
    if first == last:
        return first, last, label
    while _continues(tokens, first - 1, first):
        first -= 1
    while _continues(tokens, last - 1, last):
        last += 1
    first, last = _completed(tokens, first, last, label)
    personal = _is_introduced(tokens, first, last) or (label in ("GPE", "LOC") and _is_no_place(tokens, first, last))
    return first, last, "PERSON" if personal else label


def _completed(tokens: Sequence[Token], first: int, last: int, label: str) -> tuple[int, int]:
    """A name with ``St.`` before it, or with ``Jr.`` and a last syllable in small letters behind it."""
    if first and label in ("GPE", "LOC") and tokens[first - 1].text in _BEFORE_PLACES:
        first -= 1
    if label == "PERSON" and _is_surname_title(tokens, last):
        last += 1
    if label == "PERSON" and last - first > 1 and _is_syllable(tokens, last):
        last += 2
    if label == "PERSON" and last < len(tokens) and tokens[last].lower.rstrip(".") in GENERATIONS:
        last += 1
    return first, last


def _is_surname_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether a title's word ends a person's name: ``Martin Luther King``."""
    if at >= len(tokens) or tokens[at].lower not in titles.ALSO_SURNAMES or not is_proper(tokens[at]):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    return following.text in ("Jr.", "Sr.") or not is_proper(following)


_BEFORE_PLACES = frozenset("St. Mt. Ft. Ste. Fort Lake Mount".split())


def _is_syllable(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen and a syllable in small letters go on with a person's name: ``Kim Jong-un``."""
    if at + 1 >= len(tokens) or tokens[at].text not in HYPHENS:
        return False
    beyond, glued = tokens[at + 1], tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
    return glued and beyond.text.islower() and len(beyond.text) < 6 and beyond.lower not in designators.HYPHENED


def _trimmed(tokens: Sequence[Token], name: Labelled) -> tuple[int, int]:
    """The ends of a name without articles before it and prepositions after it."""
    first, last, label = name
    while first < last and tokens[first].lower in NO_START:
        first += 1
    if label == "PERSON":
        last = next((i for i in range(first + 1, last) if tokens[i].lower in NO_END), last)
    while first < last and (tokens[last - 1].lower in NO_END or tokens[last - 1].pos == "PUNCT"):
        last -= 1
    while first < last and tokens[first].pos == "PUNCT":
        first += 1
    words = tokens[first:last]
    if not any(t.text[:1].isupper() or t.text[:1].isdigit() or _is_small(t.text) for t in words) or _is_no_name(words):
        return first, first
    return (first, last) if any(t.pos not in ("NUM", "DET", "PRON", "VERB", "ADV") for t in words) else (first, first)


def _divided(tokens: Sequence[Token], name: Labelled) -> Labelled:
    """The first of what a pipeline took for one name: a person of somewhere, two places, a party's mark and a state."""
    first, last, label = name
    if last - first > 2 and tokens[first + 1].text in HYPHENS and tokens[first].text in ("R", "D", "I"):
        first += 2
    if label == "ORG" and is_given_name(tokens[first].text) and tokens[last - 1].lower not in designators.ORGANISATION:
        cut = next((i for i in range(first + 1, last) if tokens[i].lower in ("of", "and")), None)
        return (first, last, label) if cut is None else (first, cut, "PERSON")
    if label in ("GPE", "LOC") and not known_class(words_of(tokens, first, last)):
        first, last = _known_part(tokens, first, last)
    return first, last, label


def _is_small(word: str) -> bool:
    """Whether a word in small letters is a first name, as posts print them."""
    return is_first_name(word.title())


def _known_part(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """A supposed place without what stands around a listed one: ``Nazi Germany``, ``Brooklyn and New Jersey``."""
    cut = next((i for i in range(first + 1, last) if tokens[i].lower == "and"), last)
    if cut < last and known_class(words_of(tokens, first, cut)):
        return first, cut
    if last - first == 1:
        return first, last
    inner = is_people(tokens[first].text) and known_class(words_of(tokens, first + 1, last)) == "GPE"
    outer = is_people(tokens[last - 1].text) and known_class(words_of(tokens, first, last - 1))
    return first + inner, last - bool(outer)


_COMMON = frozenset("government court bible soldiers".split())
_ERAS = frozenset("BC AD BCE CE TV VAT PC CD DVD".split())


def _is_no_name(words: Sequence[Token]) -> bool:
    """Whether a name is only a form of address, an era or a common noun: ``Ms.``, ``B.C.``, ``the Government``."""
    plain = words[0].text.replace(".", "")
    common = plain.lower() in titles.HONORIFICS | _COMMON or plain in _ERAS
    return len(words) == 1 and common


def _is_no_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a supposed place reads like a person: a given name, or two unknown words without ``in`` before."""
    words = [t.text for t in tokens[first:last]]
    if known_class(words_of(tokens, first, last)) or not all(
        w[:1].isupper() and w.replace("-", "").isalpha() for w in words
    ):
        return False
    if is_given_name(words[0]):
        return True
    listed = (
        any(places_named(w) for w in words) or words[-1].lower() in LANDSCAPES | FACILITIES | designators.SETTLEMENT
    )
    located = any(t.dep == "case" and t.lower in LOCATING for t in tokens[max(0, first - 3) : first])
    return len(words) in (2, 3) and not listed and not located


def _is_introduced(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether an office or a calling stands right before a name: ``spokesman Ibrahim Sani``."""
    before = tokens[first - 1] if first and tokens[first - 1].sentence == tokens[first].sentence else tokens[first]
    return before.pos == "NOUN" and before.lower in titles.HEADS and _is_personal(tokens, first, last)


def _is_titled_person(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name of another class is a title with a given name and more: ``State Secretary Hassan Omar``."""
    start = first
    while start < last and is_title(tokens[start].text):
        start += 1
    return first < start < last - 1 and is_given_name(tokens[start].text)


def _is_personal(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether what follows a title looks like a person's name."""
    return first < last and not known_class(words_of(tokens, first, last)) and last - first <= 4


def _continues(tokens: Sequence[Token], left: int, right: int) -> bool:
    """Whether one name goes on across two neighbouring tokens: a hyphen within a word, or a first and last name."""
    if left < 0 or right >= len(tokens) or tokens[left].sentence != tokens[right].sentence:
        return False
    a, b = tokens[left], tokens[right]
    if a.end == b.start and (a.text in HYPHENS or b.text in HYPHENS):
        beyond = tokens[left - 1] if a.text in HYPHENS and left else tokens[right + 1] if right + 1 < len(tokens) else a
        return is_proper(beyond) and (beyond.end == a.start or beyond.start == b.end)
    flat = b.dep == "flat" and b.head in (a.index, a.head)
    known = is_title(a.text) or known_class(a.text) or known_class(b.text)
    return flat and not known and is_proper(a) and is_proper(b)


def _disjoint(names: Sequence[Labelled]) -> Iterator[Labelled]:
    """The longest of overlapping names; of two as long the one that comes first here."""
    taken: set[int] = set()
    for first, last, label in sorted(names, key=lambda n: (n[0] - n[1], n[0])):
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            yield first, last, label


def _one_class_each(tokens: Sequence[Token], names: Sequence[Labelled]) -> Iterator[Name]:
    """Each name with the class that knowledge, a full name in the article or most of its mentions give it."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    surnames = surnames_of(tokens, names)
    collective = {tokens[n[0]].lower for n in names if _takes_article(tokens, n)} - surnames
    told = _told(tokens, names)
    for first, last, label in names:
        alone = last - first == 1 and label == "PERSON" and tokens[first].lower in collective
        votes[words_of(tokens, first, last).lower()]["ORG" if alone else label] += 1
    for first, last, label in names:
        text = words_of(tokens, first, last)
        most = min(votes[text.lower()].items(), key=lambda vote: (-vote[1], vote[0]))[0]
        surname = last - first == 1 and text.lower() in surnames
        if text in told and not surname and not known_class(text):
            yield Name(first, last, told[text])
        else:
            yield Name(first, last, _settled(text, most if label == "PERSON" and not surname else label, most, surname))


def _told(tokens: Sequence[Token], names: Sequence[Labelled]) -> dict[str, str]:
    """The class that the words around a name, its capitals or a longer name in the article give it."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for first, last, label in names:
        text, told = words_of(tokens, first, last), told_class(tokens, first, last)
        if told and (
            last - first == 1 or label != "PERSON" or told == "PERSON" or not _reads_full(tokens, first, last)
        ):
            votes[text][told] += 1
    short = short_words(tokens, names)
    for first, last, label in names:
        text = words_of(tokens, first, last)
        if text in votes:
            continue
        if last - first == 1 and (text in short or (label != "ORG" and is_acronym_of_body(tokens, first))):
            votes[text]["ORG"] += 1
        elif label in ("ORG", "GPE", "LOC") and _reads_full(tokens, first, last):
            votes[text]["PERSON"] += 1
    return {text: min(found.items(), key=lambda vote: (-vote[1], vote[0]))[0] for text, found in votes.items()}


def _reads_full(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name is a first name and one or two more words, none of which makes it a body or a place."""
    words = [t.text for t in tokens[first:last]]
    plain = all(w[:1].isupper() and w.replace("-", "").replace("'", "").isalpha() and not w.isupper() for w in words)
    if (
        len(words) not in (2, 3)
        or not plain
        or known_class(" ".join(words))
        or any(places_named(w)[:1] for w in words[1:] if not is_surname(w))
    ):
        return False
    last_word = words[-1].lower()
    named = is_given_name(words[0]) or (is_first_name(words[0]) and is_surname(words[-1]))
    return (
        named
        and last_word
        not in designators.ORGANISATION | designators.THING | FACILITIES | LANDSCAPES | designators.SETTLEMENT
    )


def _takes_article(tokens: Sequence[Token], name: Labelled) -> bool:
    """Whether a single word has an article of its own, as no person has: ``the Taliban refused``."""
    first, last, _ = name
    before = tokens[first - 1] if first else tokens[first]
    return last - first == 1 and before.lower == "the" and tokens[first].dep not in ("compound", "flat", "amod")


def _settled(text: str, label: str, most: str, surname: bool) -> str:
    """The class of one mention: ``surname`` tells that a full name in the article ends in it."""
    if label == "PERSON" and (surname or is_given_name(text.split(" ")[0])):
        return "PERSON"
    listed = label in ("ORG", "FACILITY", "LOC") and " " in text and places_named(text)
    return known_class(text) or ("PERSON" if surname else place_class(text) if listed else most)
