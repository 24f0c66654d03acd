"""Whether a source asserts what it prints: denied, imagined and withdrawn values are no statements of its own.

Event factuality (FactBank, Saurí and Pustejovsky 2009) told by cue words of the sentence and where they stand to the
value. A cue governs what follows it up to the end of its clause; a judgement (*is false*) governs what stands before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from divergence.language.parsed import Parsed
from divergence.model.fact import Factuality, Kind, Mention

_BREAK = r"(?:(?!; |, but |, while |, and (?:then|later) |[.!?] ).)*"
_UNTRUE = r"(?:false|untrue|not true|a lie|lies|wrong|fake|fabricated|baseless|unfounded|incorrect|a hoax|a rumou?r)"
_THAT = r"(?:claims?|reports?|rumou?rs?|allegations?|posts?|videos?|statements?|suggestions?|messages?|stories)"

DENIED_BEFORE = re.compile(
    rf"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|debunk(?:s|ed|ing)?|reject(?:s|ed|ing)?)"
    rf"(?: \w+){{0,3}} (?:{_THAT}|that|as)\b{_BREAK}$"
    rf"|\b(?:no|without|any|little) (?:evidence|proof|sign|indication|truth)\b{_BREAK}$"
    rf"|\b(?:it (?:is|was)|that is|that was) (?:simply |just )?{_UNTRUE}\b{_BREAK}$"
    rf"|\b(?:false|untrue|fake|baseless|unfounded|bogus|fabricated) {_THAT}\b{_BREAK}$"
    rf"|\b(?:falsely|wrongly|incorrectly|mistakenly) (?:said|claimed|reported|stated|announced|put)\b{_BREAK}$"
    rf"|\bden(?:y|ies|ied|ying) (?:having|being|\w+ing)\b{_BREAK}$",
    re.IGNORECASE,
)
"""Cues that deny what follows; matched against the words before a value."""
DENIED_AFTER = re.compile(
    rf"^[^.;]*?\b(?:is|are|was|were|proved|turned out to be|has been|have been) (?:\w+ly )?{_UNTRUE}\b"
    r"|^[^.;]*?\b(?:is|are|was|were|has been|have been) (?:later |since |soon )?(?:denied|refuted|debunked|deleted|"
    r"taken down|withdrawn|retracted)\b",
    re.IGNORECASE,
)
"""Judgements that deny what stands before them, where it is told as somebody's claim."""
CLAIM = re.compile(rf"\b{_THAT}\b[^.;]*$", re.IGNORECASE)
SUPPOSED_BEFORE = re.compile(
    rf"\b(?:if|unless|imagine|suppose|supposing|what if|as if)\b{_BREAK}$"
    rf"|\bin (?:a|the) (?:film|novel|drill|exercise|scenario|simulation)\b{_BREAK}$"
    rf"|(?:^|[.;] )had (?:the|a|an|it|he|she|they|\w+ (?:\w+ )?(?:gone|been|come|had)){_BREAK}$"
    rf"|\b(?:would|could|might) (?:have|otherwise)\b{_BREAK}$"
    rf"|\b(?:feared|fears?|might|fearing) (?:that )?(?:up to |as many as |more than )?$",
    re.IGNORECASE,
)
"""Cues under which what follows is only imagined or feared."""
SUPPOSED_AFTER = re.compile(
    r"^(?: \w+){0,4} (?:would|could|might) (?:(?:also|well|easily|otherwise) )?(?:have|be)\b"
    r"|^(?: \w+){0,2} (?:is |are |was |were )?feared\b",
    re.IGNORECASE,
)
SUPERSEDED_BEFORE = re.compile(
    r"\b(?:first|initially|originally|earlier|at first|previously|had) (?:\w+ )?(?:said|reported|put|given|gave|stated|"
    r"announced|estimated|told|counted|spoke|spoken)\b(?:(?!\bbut\b|\bthen\b|\blater\b|\bnow\b|\blowered\b|\braised\b|\brevised\b).)*$"
    r"|\b(?:revised|lowered|raised|corrected|cut|reduced|changed)\b(?:(?! to ).)* from (?:an? )?(?:\w+ ){0,3}$",
    re.IGNORECASE,
)
"""Cues that tell a value as one that was given before."""
CORRECTED = re.compile(
    r"\b(?:then|later|but|since|now|afterwards|subsequently)\b[^.]*\b(?:lower|rais|revis|correct|chang|cut|reduc|withdr|retract|"
    r"clarif|amend|updat|said|put)"
    r"|\b(?:lower|revis|correct|withdr|retract|amend)(?:ed|ew|rew)?\b",
    re.IGNORECASE,
)
"""What shows that a first figure was given up; without it *first said* only tells the order."""
_JUDGED = frozenset(Kind) - {Kind.QUOTE, Kind.ROLE}


def tell_factuality(parsed: Parsed, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions with what their source does with them; quotations and posts are left as they are."""
    text = parsed.article.text
    return tuple(
        m
        if m.kind not in _JUDGED
        else replace(m, standing=found)
        if (found := standing_of(text[m.sentence.start : m.span.start], text[m.span.end : m.sentence.end]))
        is not Factuality.ASSERTED
        else m
        for m in mentions
    )


def standing_of(before: str, after: str) -> Factuality:
    """What a sentence does with a value, from the words before and after it."""
    before, after = (" ".join(side.split()) + (" " if side[-1:].isspace() else "") for side in (before, after))
    after = f" {after}"
    if DENIED_BEFORE.search(before) or (CLAIM.search(before) and DENIED_AFTER.search(after)):
        return Factuality.DENIED
    if SUPERSEDED_BEFORE.search(before) and CORRECTED.search(after):
        return Factuality.SUPERSEDED
    if SUPPOSED_BEFORE.search(before) or SUPPOSED_AFTER.search(after):
        return Factuality.SUPPOSED
    return Factuality.ASSERTED
