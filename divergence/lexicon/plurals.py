"""The plurals of English nouns and of units of measure."""

from __future__ import annotations

UNCHANGED = frozenset(
    "people police personnel staff crew dead wounded injured troops sheep cattle livestock deer fish salmon poultry "
    "jobless homeless taliban".split()
)
UNCHANGED_ENDINGS = ("ese", "craft", "series", "species")
"""*Japanese*, *aircraft*: one form for one and for many."""
IRREGULAR = {
    "person": "people",
    "child": "children",
    "grandchild": "grandchildren",
    "schoolchild": "schoolchildren",
    "passer-by": "passers-by",
    "mouse": "mice",
    "foot": "feet",
    "hero": "heroes",
    **{f"{stem}fe": f"{stem}ves" for stem in ("li", "wi", "housewi", "kni")},
    **{f"{stem}f": f"{stem}ves" for stem in ("thie", "wol", "cal", "hal", "shel", "loa", "lea")},
}
NO_MEN = frozenset({"human", "german", "roman", "ottoman", "norman"})
"""Words that end like *fireman* and take an s."""

UNITS = (
    {word: word for word in ("percent", "yen", "yuan", "baht", "won", "rand", "ringgit", "hertz", "horsepower")}
    | {"foot": "feet", "inch": "inches", "square foot": "square feet", "cubic foot": "cubic feet"}
    | {"pound-foot": "pound-feet"}
)
"""Plurals of units that take no s."""


def plural(noun: str) -> str:
    """The plural of an English noun for people, animals and things, by rule with the common exceptions.

    The library *inflect* was tried: it takes longer to load than all else here, and writes *thiefs* and *polices*.
    """
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun in UNCHANGED or noun.endswith(UNCHANGED_ENDINGS):
        return noun
    if noun.endswith("man") and noun.lower() not in NO_MEN:
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def plural_of_unit(unit: str) -> str:
    """The plural of a unit: of its first noun, ``miles per hour``, ``degrees Celsius``."""
    if unit in UNITS:
        return UNITS[unit]
    noun, of, rest = unit.partition(" per ")
    name, degree, scale = noun.partition("degree ")
    return f"{name}degrees {scale}" if degree else f"{noun}s{of}{rest}"
