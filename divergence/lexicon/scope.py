"""Words beside a value that say of what time, part or definition it is told: *weekend*, *so far*, *in the district*."""

from __future__ import annotations

import re

_PERIOD = r"(?:weekend|overnight|day|week|month|year|night|decade|morning|evening|afternoon|summer|winter)"
_STOP = (
    r"(?:ceasefire|cease-fire|truce|quake|storm|attack|strike|raid|fighting|clashes|vote|election|war|crash|floods?|"
    r"flooding|fire)"
)
TIME = re.compile(
    rf"\bweekend(?:['’]s)? [a-z]+\b|\bso far\b|\bto date\b|\buntil now\b|\bat the time\b(?! of\b)"
    r"|\bas of (?:\d[\d:.]*\d? ?[ap]\.?m\b\.?|[A-Z]?\w+(?: \w+)?)"
    rf"|\b(?:over|during) the (?:past|last|previous|weekend)(?: \w+)?(?: {_PERIOD}s?)?"
    rf"|\bin recent {_PERIOD}s\b|\bin the first (?:\w+ )?(?:hours|days|weeks|months)\b"
    rf"|\b(?:before|after|since|during) the (?:[a-z]+ )?{_STOP}\b|\bsince (?:[A-Z][a-z]+|(?:19|20)\d\d|then)\b"
    r"|\b(?:initially|preliminary|provisional|early reports)\b|\bin all\b|\bthe latest (?:figures|count|toll)\b",
)
"""What limits a value to a time, as printed."""
_NO_NOUN = r"(?!(?:were|was|are|is|had|has|have|which|who|whom|that|of|some|those|and|or)\b)"
SCOPE = re.compile(
    rf"\b(?:including|excluding|not counting|counting|apart from|besides) (?:the |its |their |his |her |an? )?"
    rf"(?:{_NO_NOUN}[a-z]+ )?{_NO_NOUN}[a-z]+\b"
    r"|\b(?:in|across|throughout|around) the (?:[a-z]+ )?(?:district|province|region|country|county|capital|city|town|"
    r"village|area|state|world|nation|camp|valley)\b"
    r"|\b(?:nationwide|worldwide|countrywide|altogether|in total|overall)\b",
)
"""What limits a value to a part or takes more in, as printed."""
_COUNTED = (
    r"(?= (?:[a-z]+ )?(?:cases?|deaths?|dead|infections?|victims?|members?|loss(?:es)?|profits?|income|revenue|sales)"
    r"\b)"
)
DEFINITION = re.compile(
    rf"\b(?:confirmed|suspected|presumed|probable|registered|documented|verified|net|gross|adjusted){_COUNTED}"
    r"|\b(?:seasonally adjusted|on average|the median|civilians only)\b"
)
"""What says how a value is counted, as printed."""
