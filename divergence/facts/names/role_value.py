"""What a title or role says once its spelling is normal, and how two of them stand."""

from __future__ import annotations

from dataclasses import dataclass

from divergence.facts.types import Related
from divergence.language.lemmas import lemma
from divergence.lexicon import titles
from divergence.lexicon.aliases import organisation_of
from divergence.lexicon.demonyms import country_of_people
from divergence.lexicon.gazetteer import abbreviated, places_named
from divergence.lexicon.spelling import fold
from divergence.model.comparison import Relation

_SMALL = frozenset(
    "party the a an of for in at on s and to his her their its our my 's ’s ' ’ , ( ) - also own".split()
)
_LOWER = frozenset("vice deputy assistant associate".split())
"""Words that make a lower office of an office."""


@dataclass(frozen=True, slots=True)
class Role:
    """A title or role in normal form."""

    head: str
    """``minister``, ``chair``, ``suspect``, ``person of interest``, ``boyfriend``."""
    qualifiers: tuple[str, ...] = ()
    """The other words, normal and sorted: ``defense``, ``campaign``, ``deputy``; bodies and countries by name."""
    former: bool = False

    @property
    def family(self) -> str:
        """The group of roles of which a person has one in one respect, such as kin, post or rank."""
        return "standing" if self.head == "person of interest" else titles.family(self.head)


def role_of_words(words: list[str], head: int) -> Role:
    """The role that printed words state, the one at ``head`` being what they come down to."""
    words, head = _merged(words, head)
    former = any(titles.base(w) == "former" for w in words)
    noun = titles.base(_singular(words[head]))
    normal = {q for i, w in enumerate(words) if i != head for q in _normal(w).split()}
    kept = tuple(
        sorted(q for q in normal if q and q not in _SMALL and q not in ("former", "late") and any(map(str.isalnum, q)))
    )
    if noun == "minister" and "prime" in kept:
        return Role("prime minister", tuple(q for q in kept if q != "prime"), former)
    return Role(noun, kept, former)


_ONE_OFFICE = (
    (("chief", "executive", "officer"), "CEO"),
    (("chief", "executive"), "CEO"),
    (("attorney", "general"), "attorney-general"),
    (("secretary", "general"), "secretary-general"),
    (("chief", "of", "staff"), "chief-of-staff"),
    (("chief", "of", "police"), "chief-of-police"),
    (("police", "chief"), "chief-of-police"),
    (("secretary", "of", "state"), "secretary-of-state"),
    (("press", "secretary"), "spokesperson"),
)
"""Titles of several words that are one office."""


def _merged(words: list[str], head: int) -> tuple[list[str], int]:
    """The words with an office of several words as one, and the head's new index."""
    lower = tuple(w.lower() for w in words)
    for office, name in _ONE_OFFICE:
        for at in range(len(words) - len(office) + 1):
            end = at + len(office)
            if lower[at:end] == office:
                moved = at if at <= head < end else head - (len(office) - 1) * (head >= end)
                return [*words[:at], name, *words[end:]], moved
    return words, head


def _singular(word: str) -> str:
    plain = word.lower().rstrip(".")
    known = plain in titles.HEADS or plain in titles.ABBREVIATIONS
    return word if known else lemma(plain, "NOUN", "NNS")


def _normal(word: str) -> str:
    """A qualifier in normal form: a people as its country, a body by its usual name, a state's abbreviation in full."""
    country = country_of_people(word)
    if country is not None:
        return fold(country.name).replace(" ", "-")
    known = organisation_of(word) if word.isupper() and len(word) > 1 else None
    if known:
        return fold(known)
    state = abbreviated(word) if word.endswith(".") and word[:1].isupper() else None
    if state is not None:
        return fold(state.name).replace(" ", "-")
    place = next(iter(places_named(word)), None) if word[:1].isupper() else None
    if place is not None and place.kind == "country":
        return fold(place.name).replace(" ", "-")
    return titles.base(word)


def relate_roles(left: Role, right: Role) -> Related:
    """How two roles of one person stand.

    One role in more words or fewer agrees; two roles exclude each other only within one family (chair and manager of
    a campaign, suspect and person of interest, father and boyfriend) and where they do not belong to two bodies.
    """
    pair = " and ".join(sorted((printed_role(left), printed_role(right))))
    if left == right:
        return Related(Relation.SAME, "the same role")
    if left.head == right.head:
        return _relate_same_head(left, right, pair)
    if titles.is_wider(left.head, right.head) or titles.is_wider(right.head, left.head):
        return Related(Relation.REFINES, f"{pair}: one is more exact")
    if _exclude(left, right):
        return Related(Relation.CONFLICTS, f"{pair} are different roles")
    return Related(Relation.CANNOT_TELL, f"{pair} can go together")


def _exclude(left: Role, right: Role) -> bool:
    """Whether nobody has both roles in one respect: two of one family, not of two bodies."""
    heads = {left.head, right.head}
    if heads & (titles.GENERAL | titles.BESIDES) or left.family != right.family:
        return False
    if left.family == "standing":
        both_sides = bool(heads & titles.DOERS) and bool(heads & titles.HARMED)
        return both_sides or heads == {"suspect", "person of interest"}
    if len(heads & titles.MEMBERS) == 1:
        return False
    apart = set(left.qualifiers) and set(right.qualifiers) and not set(left.qualifiers) & set(right.qualifiers)
    return left.family == "kin" or (left.family in ("post", "office", "law") and not apart)


def _relate_same_head(left: Role, right: Role, pair: str) -> Related:
    first, second = set(left.qualifiers), set(right.qualifiers)
    if first == second:
        return Related(Relation.REFINES, f"{pair}: one says that it is over")
    if (first ^ second) & _LOWER:
        return Related(Relation.CONFLICTS, f"{pair} are different offices")
    if first <= second or second <= first:
        return Related(Relation.REFINES, f"{pair} are the same role, in fewer or more words")
    only = (first - second, second - first)
    departments = all(o & DEPARTMENTS for o in only) and left.head in ("minister", "secretary")
    if departments or all(any(map(_is_territory, o)) for o in only):
        return Related(Relation.CONFLICTS, f"{pair} are different offices")
    return Related(Relation.VARIANT, f"{pair} may be the same role in other words")


def _is_territory(word: str) -> bool:
    """Whether a qualifier is a country, province or big city."""
    top = places_named(word.replace("-", " "))[:1] if word not in titles.MODIFIERS else ()
    return any(p.kind in ("country", "province", "capital") or p.population > 300_000 for p in top)


DEPARTMENTS = frozenset(
    """foreign interior defense finance justice health education information trade energy environment agriculture
    transport labor culture security state treasury commerce press prime home""".split()
)


def printed_role(role: Role) -> str:
    """A role in plain form: ``former chair (campaign)``."""
    inside = f" ({', '.join(role.qualifiers)})" if role.qualifiers else ""
    return f"{'former ' if role.former else ''}{role.head}{inside}"
