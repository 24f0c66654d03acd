"""Words that tell what a name is, whatever a pipeline says: peoples and faiths, buildings, landscapes, titles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from divergence.language.parsed import Token
from divergence.lexicon import demonyms, designators, gazetteer, titles
from divergence.lexicon.aliases import AGENCIES, organisation_of
from divergence.lexicon.currencies import is_sum
from divergence.lexicon.name_lists import is_listed_organisation

PEOPLES = frozenset(
    "muslim christian jew jewish sunni shiite shia shi'ite hindu buddhist catholic protestant sikh islamic "
    "islamist orthodox mormon baptist methodist anglican evangelical kurdish kurd arab arabic persian pashtun "
    "yazidi druze tamil uighur uyghur rohingya hutu tutsi zulu maya roma republican democrat democratic communist "
    "socialist conservative nazi marxist african asian european latino hispanic scandinavian balkan western "
    "caucasian palestinian alawite tibetan chechen basque catalan scottish welsh english quaker jihadist salafist "
    "zionist serb croat bosniak turkmen slav nordic celtic berber tuareg hausa igbo yoruba punjabi bengali "
    "sinhalese kashmiri sindhi baloch hazara uzbek tajik kazakh kyrgyz flemish walloon sicilian siberian".split()
)
"""Faiths, peoples without a state and political camps, without the plural's -s."""

FACILITIES = frozenset(
    "airport airfield airbase base barracks bridge building cathedral cemetery clinic courthouse dam gate hall "
    "hospital hotel jail mall market mausoleum memorial mosque museum palace park pier plaza port prison road "
    "shrine square stadium station street synagogue temple terminal theater theatre tower tunnel avenue "
    "boulevard highway mansion monastery castle arena garden gardens zoo turnpike expressway interstate route "
    "st ave rd".split()
)
"""Last words of names of what is built."""

HOUSES = frozenset("center centre church court house library school university college".split())
"""Last words of names of buildings that also are bodies: what a pipeline says of them stands."""

LANDSCAPES = frozenset(
    "river lake sea ocean mountain mountains mount mt island islands isle bay gulf desert valley peninsula cape "
    "hills hill range coast basin canyon creek forest falls glacier plateau strait channel canal volcano reef "
    "beach delta oasis pass plains region north south east west northeast northwest southeast southwest "
    "hemisphere africa asia europe".split()
)
"""Words of names of natural places and of regions without a government."""

POLITIES = frozenset({"country", "province", "district", "city", "capital"})
"""Kinds of the gazetteer that are governed."""

LARGE = 250_000
"""From so many inhabitants on, a town's name alone is taken for the town's."""


@lru_cache(maxsize=4096)
def is_people(text: str) -> bool:
    """Whether one or two words name a nationality, a people, a faith or a political camp."""
    if not text[:1].isupper() or text.count(" ") > 1 or "." in text or (text.isupper() and len(text) < 4):
        return False
    single = text.lower()
    return single in PEOPLES or single.removesuffix("s") in PEOPLES or demonyms.country_of_people(text) is not None


@lru_cache(maxsize=4096)
def place_class(text: str) -> str:
    """GPE, LOC or FACILITY for what is known to be a place."""
    words = [w.strip(".,") for w in text.lower().removeprefix("the ").split()] or ["north"]
    known = gazetteer.places_named(text.removeprefix("the "))
    if known:
        return "GPE" if known[0].kind in POLITIES else "LOC"
    if words[-1] in FACILITIES | HOUSES and len(words) > 1:
        return "FACILITY"
    return "LOC" if words[-1] in LANDSCAPES or words[0] in LANDSCAPES else "GPE"


@lru_cache(maxsize=4096)
def known_class(text: str) -> str:
    """The class of a name that the world knows, or that says itself what it is; empty for others."""
    if is_listed_organisation(text):
        return "ORG"
    if is_people(text):
        return "NORP"
    places = gazetteer.places_named(text) if text[:1].isupper() and len(text) > 2 else ()
    if places and (places[0].kind not in ("city", "district") or places[0].population >= LARGE):
        return place_class(text)
    if text in ("US", "UK", "EU", "UN") or organisation_of(text) or (text.isupper() and text.lower() in AGENCIES):
        return {"US": "GPE", "UK": "GPE"}.get(text, "ORG")
    told = _told_by_designator(text.lower().split())
    return place_class(text) if told == "LOC" else told


def _told_by_designator(words: Sequence[str]) -> str:
    """The class that the last word of a longer name states: ``… University``, ``… Bridge``."""
    if len(words) < 2:
        return ""
    last = words[-1].strip(".")
    if words[0] in ("lake", "mount", "mt.", "cape", "gulf", "strait"):
        return "LOC"
    if last in HOUSES:
        return ""
    if last in FACILITIES:
        return "FACILITY"
    return "ORG" if last in designators.ORGANISATION else "LOC" if last in LANDSCAPES else ""


def is_title(word: str) -> bool:
    """Whether a word before a person's name is a title, an office or a rank rather than part of the name."""
    base = titles.base(word.rstrip("."))
    return base in titles.HONORIFICS or base in titles.HEADS or base in titles.MODIFIERS or base in titles.RANKS


def is_money(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether capitals are a currency's sign, with the digits on it: ``$US160``, ``PKR40 billion``, ``C$``."""
    signed = first > 0 and tokens[first - 1].text == "$" and tokens[first - 1].end == tokens[first].start
    return is_sum("".join(t.text for t in tokens[first - signed : last]))
