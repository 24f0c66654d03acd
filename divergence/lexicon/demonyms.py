"""Words for the people of a country, and the country they belong to (``Qatari mediators`` are Qatar's)."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from divergence.lexicon import gazetteer
from divergence.lexicon.spelling import fold

_INVARIABLE = ("ese", "ish", "ch", "sh", "men", "ois", "iss")


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """Each folded demonym, singular and plural, with its country's code or its area's name; the first row wins."""
    text = (resources.files("divergence.lexicon") / "data" / "demonyms.tsv").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in text.splitlines():
        code, *words = line.split("\t")
        for word in words if not line.startswith("#") else ():
            found.setdefault(fold(word), code)
            if not word.endswith(_INVARIABLE):
                found.setdefault(fold(word) + "s", code)
    return found


def country_of_people(word: str) -> gazetteer.Place | None:
    """The country (or province, or area) whose people or adjective this is, else None.

    Bare ``us`` is a pronoun: the caller's word counts only as printed, in capitals.
    """
    if not word[:1].isupper() or word in ("Us", "Uss"):
        return None
    code = _table().get(fold(word))
    if code is None:
        return None
    return gazetteer.country_by_code(code) or next(iter(gazetteer.places_named(code)), None)
