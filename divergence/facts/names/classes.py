"""What a name is: ordered evidence, the first that speaks decides."""

from __future__ import annotations

import re
from collections.abc import Callable

from divergence.language.name_words import is_money
from divergence.language.parsed import Parsed
from divergence.language.told_names import told_class
from divergence.lexicon import designators, titles
from divergence.lexicon.aliases import AGENCIES, is_given_name, organisation_of
from divergence.lexicon.demonyms import country_of_people
from divergence.lexicon.gazetteer import Place, abbreviated, places_named
from divergence.lexicon.name_lists import is_first_name, is_listed_organisation, is_surname
from divergence.lexicon.saying import OF_A_NAME
from divergence.lexicon.spelling import fold

PERSON, ORGANISATION, PLACE, PEOPLE, THING = "person", "organisation", "place", "people", "thing"

LOCATING = frozenset(
    """in at near from outside inside toward towards around across off into through throughout within beyond
    along over on to of""".split()
)
_MEMBER = re.compile(r"[RDI]-[A-Z]")
"""Party and state of a member of Congress: ``R-Texas``."""
_LABELS = {"PERSON": PERSON, "ORG": ORGANISATION, "GPE": PLACE, "LOC": PLACE, "FACILITY": PLACE, "FAC": PLACE}
_LABELS |= {"NORP": PEOPLE}


_INSIDE = frozenset("- – ‑ al el ul de da di van von der bin ibn".split())
"""Hyphens and particles inside a person's full name: ``Hamid el-Tarabi``."""


ARABIC = frozenset("al el ul bin ibn bint ould abu abd".split())
PARTICLES = ARABIC | frozenset("de da di do dos das du del della van von der den ter ten".split())
"""Words in small letters that join a first name and a surname."""


def classify(parsed: Parsed, first: int, last: int, titled: bool) -> str:
    """The class of the name in tokens ``[first, last)``; nothing where no evidence speaks."""
    evidence: tuple[Callable[[], str], ...] = (
        lambda: _by_world_knowledge(parsed, first, last),
        lambda: PERSON if titled and not _is_letters(parsed, first, last) else "",
        lambda: PLACE if _after_settlement(parsed, first) else "",
        lambda: _by_designator(parsed, first, last),
        lambda: _by_given_name(parsed, first, last),
        lambda: _by_particle(parsed, first, last),
        lambda: _by_deed(parsed, first, last),
        lambda: PERSON if _is_revered(parsed, first) else "",
        lambda: _by_place(parsed, first, last),
        lambda: _by_person_context(parsed, first, last),
        lambda: _by_acronym(parsed, first, last),
        lambda: _by_listed_names(parsed, first, last),
        lambda: _by_label(parsed, first, last),
        lambda: _by_preposition(parsed, first, last),
        lambda: _by_first_word(parsed, first, last),
    )
    return next((kind for speak in evidence if (kind := speak())), "")


def _by_world_knowledge(parsed: Parsed, first: int, last: int) -> str:
    text = parsed.text(first, last)
    before = parsed.tokens[first - 1].lemma if first else ""
    nameless = fold(text) in designators.GENERIC | designators.SHORT
    nameless = nameless or _is_no_body(text) or is_money(parsed.tokens, first, last)
    if before in designators.VESSELS or _MEMBER.match(text) or nameless:
        return THING
    if is_listed_organisation(text) and not (places_named(text) and _is_inside(parsed, first)):
        return ORGANISATION
    return _by_group(parsed, first, last)


def _by_group(parsed: Parsed, first: int, last: int) -> str:
    """What a listed body's, people's or wide territory's name is."""
    text = parsed.text(first, last)
    if all(w in designators.GROUPS for w in fold(text).split()) and organisation_of(text) is None:
        return PEOPLE
    if organisation_of(text) and text not in ("who", "Who", "Is", "Ice", "Un"):
        return ORGANISATION
    if last - first > 1 and country_of_people(parsed.tokens[first].text) and places_named(text)[:1] == ():
        plain = last - first == 2 and text[-1:] not in ".?!" and not parsed.tokens[last - 1].text.isupper()
        return ORGANISATION if plain and _the_before(parsed, first) and not _is_designated(parsed, last) else ""
    if last - first == 1 and country_of_people(text) and not (text in ("US", "U.S.") and _is_noun(parsed, first)):
        return PEOPLE
    top = places_named(text)[:1]
    return PLACE if top and top[0].kind in ("country", "continent", "region", "sea", "area") else ""


def _is_letters(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a name is an acronym in a sentence of small letters, which no title makes a person."""
    text, before = parsed.text(first, last), parsed.tokens[first - 1].text if first else ""
    letters = last - first == 1 and text.isalpha() and text.isupper() and 3 <= len(text) <= 6
    return letters and not before.isupper() and not is_surname(text.title()) and not is_given_name(text)


def _is_no_body(text: str) -> bool:
    """Whether capitals are an era, a tax or a thing rather than an acronym of a body: ``BC``, ``VAT``, ``TV``."""
    plain = text.replace(".", "").upper()
    return text.isupper() and plain in designators.NO_BODY and not places_named(text) and organisation_of(text) is None


def _is_inside(parsed: Parsed, first: int) -> bool:
    """Whether *in* or *near* stands before a name, over its article."""
    at = first - 1 - _the_before(parsed, first)
    return at >= 0 and parsed.tokens[at].lower in ("in", "near")


def _the_before(parsed: Parsed, first: int) -> bool:
    return first > 0 and parsed.tokens[first - 1].lower == "the"


def _is_designated(parsed: Parsed, last: int) -> bool:
    """Whether the name's last word or the next one says that it is a place or a building."""
    words = {fold(t.text) for t in parsed.tokens[last - 1 : last + 1]}
    return bool(words & (designators.SETTLEMENT | designators.FACILITY))


def _after_settlement(parsed: Parsed, first: int) -> bool:
    """Whether ``the town of`` or ``the villages`` stands right before."""
    if first and parsed.tokens[first - 1].tag.startswith("NN") and parsed.tokens[first - 1].text.islower():
        return parsed.tokens[first - 1].lemma in ("village", "town", "district", "suburb", "hamlet")
    if first < 2 or parsed.tokens[first - 1].lower != "of":
        return False
    word = fold(parsed.tokens[first - 2].text)
    return word in designators.SETTLEMENT or (word.endswith("s") and word[:-1] in designators.SETTLEMENT)


def _is_noun(parsed: Parsed, at: int) -> bool:
    """Whether ``US`` stands for the country rather than narrowing the next word."""
    following = parsed.tokens[at + 1] if at + 1 < len(parsed.tokens) else None
    return following is None or not following.pos.startswith(("NOUN", "PROPN", "ADJ"))


def _by_designator(parsed: Parsed, first: int, last: int) -> str:
    words = [fold(t.text) for t in parsed.tokens[first:last]]
    link = next((i for i, w in enumerate(words) if i and w in ("of", "for", "on", "at", "s", "")), len(words))
    heads = {words[-1], words[link - 1]}
    following = fold(parsed.tokens[last].text) if last < len(parsed.tokens) else ""
    if following in designators.SETTLEMENT | designators.STREET | {"counties", "provinces", "districts", "cities"}:
        return PLACE
    if len(words) == 1:
        return ORGANISATION if following in _FOLLOWING_ORGANISATION and not places_named(words[0]) else ""
    if words[-1] in designators.THING:
        return THING
    if heads & designators.STREET or words[-1] in designators.SETTLEMENT or words[0] in _WATERS:
        return PLACE
    if heads & designators.ORGANISATION:
        return ORGANISATION
    return PLACE if heads & designators.FACILITY else ""


_WATERS = frozenset("lake mount cape gulf strait".split())
"""First words of the names of waters and mountains: ``Lake Tana``."""
_FOLLOWING_ORGANISATION = frozenset(
    """group party militia police militants militant fighters fighter delegation network company forces insurgents
    leadership spokesman spokeswoman spokesperson representative officials executives""".split()
)


def _by_given_name(parsed: Parsed, first: int, last: int) -> str:
    words = [t.text for t in parsed.tokens[first:last]]
    if len(words) > 1 and is_given_name(words[0]) and not places_named(parsed.text(first, last)):
        return PERSON
    initial = len(words) > 1 and len(words[1].rstrip(".")) == 1 and words[1][0].isupper() and len(words) > 2
    return PERSON if initial else ""


def _by_deed(parsed: Parsed, first: int, last: int) -> str:
    """What the words around a name tell (``shares of X``, ``X was shot``); not of well-known and located places."""
    told = told_class(parsed.tokens, first, last)
    if not told or _preposition(parsed, first) in ("in", "near", "from", "outside") or _state_follows(parsed, last):
        return ""
    if told != "GPE" and _is_prominent(parsed.text(first, last)):
        return ""
    return _LABELS[told]


_DEVOTION = frozenset("pray prayer feast statue tomb relic shrine icon gospel cult bone bust intercession".split())
"""Words before *to* or *of* and a saint, after whom places are called too."""


def _is_revered(parsed: Parsed, first: int) -> bool:
    """Whether a saint is meant rather than the place: ``prayed to St. Anthony``, ``the feast of St. John``."""
    before = parsed.tokens[max(0, first - 2) : first]
    devoted = len(before) == 2 and before[0].lemma in _DEVOTION and before[1].lower in ("to", "of", "for")
    return devoted and fold(parsed.tokens[first].text) in ("st", "saint", "ste")


def _one_spelling(left: str, right: str) -> bool:
    """Whether two names are written alike, a saint's abbreviated or not."""
    return re.sub("^saint ", "st ", fold(left)) == re.sub("^saint ", "st ", fold(right))


def _is_prominent(name: str) -> bool:
    """Whether a name is a country's, a province's, a capital's or a large town's."""
    exact = [p for p in places_named(name) if _one_spelling(p.name, name)] or list(places_named(name)[:1])
    return bool(exact) and (
        exact[0].kind in ("province", "capital", "island", "country") or exact[0].population >= LARGE
    )


LARGE = 100_000
"""Inhabitants from which a town's bare name is taken for the town's."""


def _by_place(parsed: Parsed, first: int, last: int) -> str:
    """A listed place, where nothing about the sentence speaks against it."""
    known = places_named(parsed.text(first, last))
    if not known:
        return PLACE if _is_state(parsed, first, last) else ""
    big = _is_prominent(parsed.text(first, last))
    if _age_follows(parsed, last):
        return PERSON
    located = _preposition(parsed, first) in LOCATING or _state_follows(parsed, last)
    exact = any(_one_spelling(p.name, parsed.text(first, last)) for p in known)
    if located or (big and exact and not _says(parsed, last)):
        return PLACE
    return PLACE if big and last - first > 1 else ""


def _is_state(parsed: Parsed, first: int, last: int) -> bool:
    """Whether this is a state's abbreviation after a town: ``Natchez, Miss.``"""
    text = parsed.text(first, last)
    if first < 2 or parsed.tokens[first - 1].text != ",":
        return False
    postal = len(text) == 2 and text.isupper() and parsed.tokens[first - 2].text[:1].isupper()
    return (text.endswith(".") or postal) and abbreviated(text) is not None


def _state_follows(parsed: Parsed, last: int) -> bool:
    """Whether ``, State`` or ``, Country`` comes next."""
    tokens = parsed.tokens[last : last + 3]
    if len(tokens) < 2 or tokens[0].text != ",":
        return False
    names = [tokens[1].text, " ".join(t.text for t in tokens[1:3])]
    return any(_is_wide(places_named(n)[:1]) for n in names) or abbreviated(tokens[1].text) is not None


def _is_wide(known: tuple[Place, ...]) -> bool:
    return bool(known) and known[0].kind in ("country", "province")


def _preposition(parsed: Parsed, first: int) -> str:
    """The preposition before a name, over an article and adjectives."""
    for at in range(first - 1, max(-1, first - 7), -1):
        token = parsed.tokens[at]
        if token.pos == "ADP":
            return token.lower
        passed = token.pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ") or token.text == ","
        if not passed or token.sentence != parsed.tokens[first].sentence:
            return ""
    return ""


def _says(parsed: Parsed, last: int) -> bool:
    """Whether the next word is a verb of saying, so that the name speaks."""
    return last < len(parsed.tokens) and parsed.tokens[last].lemma in OF_A_NAME


def _age_follows(parsed: Parsed, last: int) -> bool:
    """Whether ``, 38,`` comes next."""
    tokens = parsed.tokens[last : last + 2]
    return len(tokens) == 2 and tokens[0].text == "," and tokens[1].text.isdigit() and len(tokens[1].text) <= 2


def _by_person_context(parsed: Parsed, first: int, last: int) -> str:
    """An age behind it, an age before it (``38-year-old X``), or a full name that speaks."""
    if last - first < 4 and (_after_role(parsed, first) or (last - first > 1 and _before_role(parsed, last))):
        return PERSON
    before = parsed.tokens[first - 1].lower if first else ""
    before_that = parsed.tokens[first - 2].text if first > 1 else ""
    if parsed.text(first, last) == "May":
        return PERSON
    if _age_follows(parsed, last) or before.endswith("year-old") or (before == "old" and before_that in "-–"):
        return PERSON
    words = [t.text for t in parsed.tokens[first:last] if t.text not in _INSIDE]
    full = 2 <= len(words) <= 3 and all(w[0].isupper() and not w.isupper() for w in words)
    said = _says(parsed, last) or (first > 0 and parsed.tokens[first - 1].lemma in OF_A_NAME)
    return PERSON if full and said else ""


def _after_role(parsed: Parsed, first: int) -> bool:
    """Whether a word for a person and a comma stand right before: ``her daughter, X``."""
    if first < 2 or parsed.tokens[first - 1].text != ",":
        return False
    word = parsed.tokens[first - 2]
    return titles.is_head(word.text) and word.tag == "NN" and word.sentence == parsed.tokens[first].sentence


def _before_role(parsed: Parsed, last: int) -> bool:
    """Whether ``, who`` or ``, chairman of`` comes next."""
    tokens = parsed.tokens[last : last + 6]
    if len(tokens) < 3 or tokens[0].text != ",":
        return False
    if tokens[1].lower in ("who", "whose"):
        return True
    role = next((i for i, t in enumerate(tokens) if i and titles.is_head(t.text)), None)
    return role is not None and all(t.pos in ("DET", "ADJ", "NOUN", "PROPN", "PART") for t in tokens[1:role])


def _by_acronym(parsed: Parsed, first: int, last: int) -> str:
    text = parsed.text(first, last).replace(".", "")
    if text.isupper() and last < len(parsed.tokens) and parsed.tokens[last].text.lstrip("-–").isdigit():
        return THING  # a make: ``AK 47``, ``MQ-9``
    camel = (
        last - first == 1 and not text.startswith(("Mc", "Mac", "De", "Le", "La", "O")) and text[1:] != text[1:].lower()
    )
    if camel and not text.isupper() and text.isalpha():
        return ORGANISATION
    if text.isupper() and text.isalnum() and text[0].isalpha() and 2 <= len(text) <= 6 and last - first == 1:
        return ORGANISATION
    return ORGANISATION if fold(text).split(" ")[0] in AGENCIES else ""


def _by_listed_names(parsed: Parsed, first: int, last: int) -> str:
    """A first name of some language before (or behind) a name: ``Nasir Hameed``, ``Nguyễn Quang Huy``."""
    tokens = parsed.tokens[first:last]
    words = [t.text for t in tokens]
    letters = all(w.isalpha() and w[1:].islower() for w in words)
    letters = letters and all(t.pos == "PROPN" or not t.text.isascii() for t in tokens[1:])
    long = len(words) == 4 and not any(map(is_surname, words[1:]))
    if not 2 <= len(words) <= 4 or long or not letters or _the_before(parsed, first):
        return ""
    opens = is_first_name(words[0]) and (not places_named(words[0]) or _outweighs(words[0], words[1:]))
    opens = opens or _is_marked_name(words)
    surname_first = tokens[0].pos == "PROPN" and is_surname(words[0]) and all(is_first_name(w) for w in words[1:])
    return PERSON if opens or (surname_first and not places_named(words[0])) else ""


_SURNAME_ENDING = re.compile(r"(?:ić|ová|ský|čák|oğlu|sson|dóttir|ienė|ytė|čius|escu|enko|dze|zadə|zade)\Z")
"""How surnames of languages that mark their letters end, and hardly any place or body."""


def _is_marked_name(words: list[str]) -> bool:
    """Whether words with marks on their letters, which no English words are, end as a surname does."""
    if all(map(str.isascii, words)) or places_named(" ".join(words)):
        return False
    return is_surname(words[-1]) or _SURNAME_ENDING.search(words[-1]) is not None


def _outweighs(town: str, following: list[str]) -> bool:
    """Whether the words behind a small town's name make that name a person's: a surname, or one with marks."""
    exact = any(fold(p.name) == fold(town) for p in places_named(town))
    personal = any(is_surname(w) or not w.isascii() for w in following)
    return personal and not (exact and _is_prominent(town))


def _by_particle(parsed: Parsed, first: int, last: int) -> str:
    """What the word before a particle says: ``Nouri al-Maliki``, ``Pieter van Dijk``; ``Deir al-Zor``."""
    inside, opening = {t.lower for t in parsed.tokens[first + 1 : last - 1]}, parsed.tokens[first].text
    if not inside & PARTICLES or places_named(parsed.text(first, last)):
        return ""
    if fold(opening) in designators.BANDS:
        return ORGANISATION
    if fold(opening) in designators.SITES:
        return PLACE
    arabic = bool(inside & ARABIC) and is_surname(opening)
    return PERSON if is_first_name(opening) or is_given_name(opening) or arabic else ""


def _by_label(parsed: Parsed, first: int, last: int) -> str:
    label = next((_LABELS.get(n.label, "") for n in parsed.names if n.first < last and first < n.last), "")
    single = last - first == 1
    spoken = _says(parsed, last) or (first > 0 and parsed.tokens[first - 1].lemma in OF_A_NAME)
    if single and _the_before(parsed, first) and label == PERSON:
        return ORGANISATION
    text = parsed.text(first, last)
    surname = single and is_surname(text) and not _is_prominent(text)
    if label == PLACE and surname and _preposition(parsed, first) not in LOCATING:
        return PERSON
    return PERSON if single and spoken and label == PLACE else label


def _by_first_word(parsed: Parsed, first: int, last: int) -> str:
    """Names of several words of which nothing is known: products, teams and programmes stand with bodies."""
    word = parsed.tokens[first].text
    several = last - first > 1 and all(t.text[:1].isupper() or not t.text.isalpha() for t in parsed.tokens[first:last])
    return ORGANISATION if several or (last - first > 1 and country_of_people(word)) else ""


def _by_preposition(parsed: Parsed, first: int, last: int) -> str:
    before = parsed.tokens[first - 1].lower if first else ""
    return PLACE if before in ("in", "near", "outside", "inside") else ""
