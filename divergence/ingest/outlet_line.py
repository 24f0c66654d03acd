"""Lines that name who published an article and on which day: ``Harbour News, 14 August 2025``."""

from __future__ import annotations

import re

from divergence.ingest.dates import find_date
from divergence.ingest.stamps import AGENCY, is_stamp
from divergence.lexicon.name_lists import is_listed_organisation

LONGEST = 100
"""Characters."""
_WORD = r"[A-Z0-9][\w.&’'-]{0,24}"
_LINE = re.compile(
    rf"(?P<name>{_WORD}(?: (?:{_WORD}|of|and|the|&|on|for|in|de)){{0,5}}|[\w-]{{2,40}}(?:\.[\w-]{{2,24}}){{1,3}})"
    r"(?:,| ?[|·–—-]) ?(?P<date>\S.*)"
)
_MASTHEAD = re.compile(
    r"\b(?:news|times|post|herald|tribune|gazette|courier|journal|press|guardian|telegraph|daily|weekly|observer|mail"
    r"|express|dispatch|chronicle|wire|agency|today|independent|standard|mirror|globe|ledger|echo|examiner|register"
    r"|sentinel|review|monitor|broadcasting|radio|tv|television|bulletin|newspaper|argus|inquirer|enquirer|advertiser)\b",
    re.IGNORECASE,
)
"""Words by which papers, stations and agencies call themselves."""
_NAMED = re.compile(rf"(?:{_WORD} ){{0,4}}{_WORD}")
_ENDING = re.compile(
    r".* (?:(?i:news|times|post|herald|tribune|gazette|courier|journal|guardian|telegraph|observer|dispatch|chronicle"
    r"|newspaper|inquirer|enquirer|advertiser)|TODAY)|(?:The|THE) (?i:guardian|independent|telegraph|observer)"
)
"""How the name of a paper or station ends that stands in a line of its own: *Fleet Review* is a heading as well."""
_SITE = re.compile(r"[\w-]{2,40}(?:\.[a-z]{2,24}){1,3}")
_AGENCY = re.compile(AGENCY)


def outlet_line(line: str) -> tuple[str, str] | None:
    """The outlet and the day that a line names, where it says nothing else.

    The name must be one of an outlet: ``Dhaka, 14 August 2025`` is a dateline, ``Anna Berg, 14 August 2025`` a byline.
    """
    match = _LINE.fullmatch(line) if len(line) <= LONGEST else None
    found = find_date(match["date"]) if match else None
    if match is None or found is None or not is_stamp(match["date"]) or is_stamp(line):
        return None
    return (match["name"], found[0]) if _is_outlet(match["name"]) else None


def outlet_name(line: str) -> bool:
    """Whether a line is the name of an agency, a paper or a station and says nothing else: ``HARBOUR TODAY``."""
    if len(line) > LONGEST or not _NAMED.fullmatch(line):
        return False
    return bool(_AGENCY.fullmatch(line) or _ENDING.fullmatch(line))


def _is_outlet(name: str) -> bool:
    """Whether a name is one of a paper, a station, an agency or a site."""
    known = _SITE.fullmatch(name) or _AGENCY.fullmatch(name) or is_listed_organisation(name)
    return bool(known or _MASTHEAD.search(name))
