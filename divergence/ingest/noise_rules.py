"""The patterns of noise, by name: what publishers put around and into an article's text.

Every rule must be one that story text does not meet: hiding a fact is worse than showing a share line.
All repeats are bounded, so that hostile text costs linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from divergence.ingest.counters import COUNTERS
from divergence.ingest.pointers import BUTTONS, FILED, HEADS, LABEL, OFFERS, RARER_LABEL
from divergence.ingest.stamps import AGENCY


@dataclass(frozen=True, slots=True)
class NoiseRule:
    """A named pattern of noise."""

    name: str
    pattern: re.Pattern[str]


def _rule(name: str, *parts: str, flags: int = re.IGNORECASE) -> NoiseRule:
    return NoiseRule(name, re.compile("".join(parts), flags))


_SITE = (
    r"(?:facebook|twitter|x|whatsapp|e-?mail|print|more|pinterest|google\+?|pocket|reddit|linkedin|tumblr|telegram"
    r"|flipboard|messenger|copy(?: link)?|link|share|tweet|save|comments?|like|loading\.{0,3}|buffer|digg|stumbleupon)"
)
_PERSON = r"[A-Z][\w.'’-]{0,30}(?: (?:[A-Z][\w.'’-]{0,30}|de|van|von|al|bin)){1,4}"

_PRINTED = (
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d)"
)
"""A date as an imprint gives it."""

WHOLE: tuple[NoiseRule, ...] = (
    _rule("rule line", r"[\W_]{1,80}"),
    *(_rule(*counter) for counter in COUNTERS),
    _rule(
        "share line",
        r"(?:read or )?(?:share|like|follow)(?: or share)?(?: this)?(?: story| article| page)?:?",
        rf"(?: {_SITE}){{0,20}} ?(?:https?://\S{{1,200}})?",
    ),
    _rule("address", r"(?:url|link|address|source url|original)\s?:\s?https?://\S{1,400}"),
    _rule("share buttons", rf"{_SITE}(?:[ ,|/]{{1,3}}{_SITE}){{1,20}}"),
    _rule("advertisement", r"(?:advertise?ments?|ad|continues? below this ad):?"),
    _rule(
        "continue",
        r"(?:continue reading|(?:story|article) continues)",
        r"(?: below)?(?: the| this)?(?: main story)?(?: ad(?:vertise?ment)?)?[.:]?",
    ),
    _rule(
        "newsletter",
        r"(?:sign up|subscribe|get|stay)\b[^\n]{0,200}\b",
        r"(?:newsletters?|inbox|e-?mail alerts?|news alerts?)\b[^\n]{0,120}",
    ),
    _rule("click", r"(?:click|tap|press) (?:here|to (?:get|read|watch))\b[^\n]{0,140}"),
    _rule("app", r"(?:get|download) (?:the|our) [\w' ]{2,40} app\b[^\n]{0,60}"),
    _rule("updated", r"this (?:story|post|report|article) (?:has been|was|will be) updated\b[^\n]{0,120}"),
    _rule(
        "correction", r"[^\n]{0,60}\b(?:earlier|previous) version of this (?:story|article|post|report)\b[^\n]{0,400}"
    ),
    _rule("read more", r"(?:read|see|watch|learn|find out) (?:more|also)(?: (?:at|from|on|about) [^\n]{0,80})?:?"),
    _rule("read more", r"[^\n]{10,160}[^.\n] read more"),
    _rule("listen", r"[^\n]{0,300}\blisten · \d{1,2}:\d\d[^\n]{0,20}"),
    _rule(
        "newsletter",
        r"[^\n]{0,160}\b(?:your inbox|newsletter)\b[^\n]{0,120}",
        r"\b(?:sign(?:ing)? up|subscribe|delivered|recaptcha)\b[^\n]{0,120}",
    ),
    _rule("related head", rf"(?:{HEADS}):?"),
    _rule("button", BUTTONS),
    _rule("filed under", FILED),
    _rule("offer", OFFERS),
    _rule(
        "bracketed",
        r"[\[(](?:see|read|watch|click|related|more|also|listen|video|photo|image|music|applause)\b",
        r"[^\[\]()\n]{0,160}[\])]",
    ),
    _rule("copyright", r"(?:copyright(?: ©| \(c\))? \d{4}|copyright ©|©|\(c\) ?\d{4}|\(copyright \d{4})[^\n]{0,220}"),
    _rule("copyright", r"(?i:copyright) [A-Z][\w&.' ]{2,60}", flags=0),
    _rule("image copyright", r"image copyright (?:(?!image caption)[^\n]){0,80}"),
    _rule(
        "republishing",
        r"content (?:created|produced|provided|published) by [^\n.]{3,80} is (?:available|free|licensed)\b[^\n]{0,300}",
    ),
    _rule("rights", r"[^\n]{0,120}\ball rights reserved\b[^\n]{0,160}"),
    _rule("rights", r"this material may not be (?:published|reproduced)[^\n]{0,160}"),
    _rule("published in", rf"published (?:in|by|on) [^\n.]{{1,60}}, {_PRINTED}"),
    _rule("tags", r"(?:tags|tagged(?: with| as)?|topics|keywords|categor(?:y|ies)|filed under) ?:[^\n.!?]{1,300}"),
    _rule("section", r"from the section [A-Z][\w& ]{2,40}"),
    _rule("file photo", r"(?:file\b ?(?:photo)? ?[:–—-]|in this [^\n]{1,80}\bfile photo\b)[^\n]{0,480}"),
    _rule("slideshow", r"(?:slideshow|gallery|photos?|video)(?: \(\d{1,3} (?:images?|photos?|videos?)\))?:?"),
    _rule("player", r"(?:play (?:video|audio|facebook)|close|please enable javascript|scroll down for)\b[^.\n]{0,60}"),
    _rule("opinion label", r"(?:analysis|opinion)(?:/(?:analysis|opinion))?:?"),
    _rule(
        "contributed",
        r"[^\n]{3,300}\bcontributed(?: (?:to this (?:report|article|story)|reporting)\b[^\n]{0,120}|\.?)",
    ),
    _rule(
        "contributing",
        r"\(?(?i:contributing|(?:additional )?reporting|editing|writing|compiled|edited|written)",
        rf"(?: by {_PERSON}|: ?[A-Z])[^\n]{{0,200}}",
        flags=0,
    ),
    _rule("source line", r"source:? [^\n.!?]{2,60}"),
    _rule(
        "support us",
        r"(?:support|thank you for (?:reading|signing up)|become a (?:member|subscriber))\b[^\n]{0,60}",
        r"\b(?:journalism|issue|member|subscriber|newsroom)\b[^\n]{0,120}",
    ),
    _rule("tip line", r"(?:have|got) (?:a )?(?:news )?tips?\b[^\n]{0,100}"),
    _rule("tip line", r"(?:have|got) (?:a |any )?(?:news )?(?:story|stories|photos?|videos?)\?[^\n]{0,100}"),
    _rule(
        "contact",
        rf"(?i:write to|contact|e-?mail|reach|follow|send tips) (?:{_PERSON}|us|him|her|them|to)\b",
        r"[^\n]{0,80}(?:@|\[email[^\]]{1,12}protected\])[^\n]{0,200}",
        flags=0,
    ),
    _rule("caption label", r"(?:enlarge this image|toggle caption)[^\n]{0,200}"),
    _rule("interest", r"interested in [^\n?]{2,60}\? (?:add|follow) [^\n]{2,80} to stay up to date\b[^\n]{0,160}"),
    _rule("subscribe", r"(?:subscribe to|follow us on|like us on|join us on) [^\n]{2,80}"),
    _rule(
        "photo credit",
        r"[(\[]?(?:(?:file )?photos?|pictures?|images?|credit|photograph)",
        r"(?: by| courtesy(?: of)?|/|:| ?©)[^\n.!?]{2,100}",
    ),
    _rule(
        "photo credit",
        r"[^\n.!?]{2,80}(?:/|via |\| )(?:Getty(?: Images)?|AP|AFP|Reuters|EPA|Shutterstock|Bloomberg)\)?",
        flags=0,
    ),
    _rule(
        "byline",
        rf"(?:By|BY|--By) {_PERSON}(?:,? (?:and )?{_PERSON}){{0,4}}(?:[,|/•-]{{1,2}} ?[^\n.!?]{{2,60}})?",
        flags=0,
    ),
    _rule("agency", rf"(?:[-–—(] ?)?{AGENCY}\)?", flags=0),
)
"""A paragraph that one of these matches from end to end is no story."""

LINKS: tuple[NoiseRule, ...] = (
    _rule("related", rf"(?i:{LABEL}) ?[:|](?: ?[A-Z0-9‘“'\"][^\n]{{0,200}})?", flags=0),
    _rule("related", rf"(?i:{RARER_LABEL}) ?[:|](?: ?[A-Z0-9‘“'\"][^\n]{{0,200}}(?<![.\n]))?", flags=0),
    _rule("related", r"(?i:related (?:coverage|video|news))(?: [A-Z][^\n.!?]{0,160})?\.{0,3}", flags=0),
)
"""The same below the headline: what points to other articles."""

INLINE: tuple[NoiseRule, ...] = (
    _rule("footnote mark", r"(?<=[\w.,;:!?”’\"')\]])\[\d{1,3}\]"),
    _rule("footnote mark", r"\[\^\w{1,20}\]|\[citation needed\]"),
    _rule("web address", r"(?:https?://|www\.)[^\s<>\"“”)]{3,300}|pic\.twitter\.com/\w{1,20}"),
    _rule(
        "e-mail address",
        r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}|\[email[^\]]{1,12}protected\]",
    ),
    _rule("phone number", r"(?<![\w.,-])(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\w-])"),
    _rule(
        "credit in brackets",
        r"[(\[](?:(?:[A-Z][\w'.&-]{0,20} ){0,3}(?i:file photos?|photos?|images?|pictures?)",
        r"(?: by [\w' ./&-]{2,60}| ?[:/] ?[\w' ./&,-]{2,60}|: ?)?)[)\]]",
        flags=0,
    ),
    _rule(
        "credit in brackets",
        r"\([A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{0,30}){1,3}/",
        r"(?:Getty(?: Images)?|AP|AFP|Reuters|REUTERS|EPA|Shutterstock|Bloomberg)\)",
        flags=0,
    ),
    _rule("credit at the end", r"\b(?:Photograph|Photo|Picture|Credit): [A-Z][^\n.!?]{2,80}$", flags=0),
    _rule("image label", r"\bImage copyright (?:(?!Image caption)[^\n]){0,80}Image caption ", flags=0),
    _rule("image label", r"^Media playback is unsupported on your device(?: Media caption )?", flags=0),
    _rule(
        "tags",
        r"(?:^|(?<=\d\d\d\d ))Tags(?: [\w'’-]{1,30}){1,14}? (?=(?:An?|The|At|In|On|After|More|Two|Three|Four|Five|Six|",
        r"Seven|Eight|Nine|Ten|Eleven|Twelve|Dozens|Hundreds|Thousands|\d{1,4}) [a-z])",
        flags=0,
    ),
    _rule("buy photo", r"\bBuy Photo ", flags=0),
    _rule("share label", r"^Facebook Twitter(?: Pinterest| Email| Google)* ", flags=0),
    _rule("bullet", r"^[•●▪■◦⦁*·‣–-] {1,3}(?=\S)"),
    _rule("script notice", r"\bplease enable javascript to watch this video\b"),
    _rule("tweet", r"— [\w .'’]{2,60} \(@\w{1,20}\) [A-Z][a-z]{2,8} \d{1,2}, \d{4}", flags=0),
)
"""A stretch that one of these matches is no story, wherever it stands in a paragraph."""

PROMOTED = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]{2,30}) ?"
    r"(?P<links>(?:[A-Z(][\w.()'’-]{0,30} ){1,5}(?P=name)(?=[A-Z])[^\n]{20,500}? MORE\b)"
)
"""``Vera Holm Vera Anna HolmThe harbour at a glance Council votes on pier MORE said``: a name again in full, run into
headlines of other stories. What stands before is story.
"""

AUTHORS = re.compile(rf"{_PERSON}(?:,? and {_PERSON}|, {_PERSON}){{1,6}}")
"""Several authors without *By*; one name alone may be a heading."""

_PLACE = r"[A-Z][A-Z.'’-]{1,24}(?: [A-Z][A-Z.'’-]{1,24}){0,3}"
_STATE = r"(?:, ?[A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?)?"
_DASH = r"(?: ?(?:--|[–—])(?:\s{1,3}|(?=[A-Z“\"]))| -\s{1,3})"
_WHEN = r"(?:,? \(?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:, \d{4})?\)?)"

MONITORED = _rule(
    "monitored broadcast",
    rf"{_PLACE}(?: \([A-Z ]{{2,30}}\))?, \d{{1,2}} [A-Z]{{3,9}} (?:\d\d)?\d\d \([^()\n]{{2,60}}\)",
    r" (?:--|[—–-]) (?:\[[^\[\]\n]{1,160}\] {0,3}){0,4}",
    flags=0,
)
"""``LIMA, 14 NOV 89 (RADIO PACIFICO) -- [TEXT] ``: broadcasts taken down by a monitoring service, all in capitals."""

DATELINES: tuple[NoiseRule, ...] = (
    _rule("agency", rf"\({AGENCY}\)(?:{_DASH}| {{1,3}}(?=[A-Z“\"]))", flags=0),
    _rule(
        "dateline",
        rf"{_PLACE}{_STATE}{_WHEN}?(?: ?[(/][\w .'’&/-]{{2,40}}\)?)?(?:{_DASH}| ?[—–-]$)",
        flags=0,
    ),
    _rule("dateline", rf"{_PLACE}{_STATE}{_WHEN}? \([\w .'’&/-]{{2,40}}\)$", flags=0),
    _rule(
        "dateline",
        rf"[A-Z][\w'’-]{{2,20}}(?: [A-Z][\w'’-]{{2,20}}){{0,2}}{_STATE}(?:{_WHEN}| \({AGENCY}\))",
        rf"(?: \([\w .]{{2,30}}\))?(?:{_DASH}| ?[—–-]$)",
        flags=0,
    ),
)
"""Where an article's first paragraphs say where and when they were written."""

SITE_SUFFIX = re.compile(r"(?<=[^\s|]) \| (?P<site>[A-Z][\w.&' ]{2,40})$")
"""``Three boats lost | Harbour News``: the site behind a headline."""

COLON_DATELINE = re.compile(rf"({_PLACE}): (?=[A-Z“\"])")
"""``ISLAMABAD: ``, where the capitals are a place; ``WATCH: `` looks the same."""

FOOT: tuple[NoiseRule, ...] = (
    _rule("byline", rf"(?:–|—|--?) ?{_PERSON}(?:,? (?:and )?{_PERSON}){{0,4}}", flags=0),
    _rule("site name", r"(?:www\.)?[\w-]{2,40}(?:\.[a-z]{2,12}){1,2}"),
    _rule("handle", r"(?:twitter|facebook|instagram): ?@[\w.]{2,30}"),
)
"""A paragraph near the foot that one of these matches from end to end is no story."""

SIGNED = re.compile(
    r"(?:^|(?<=[.!?”\"] ))(?:Follow [^.!?\n]{2,60} on (?:Twitter|Facebook|Instagram|X)\b[^\n]{0,100}|"
    rf"{_PERSON} is (?:a|an|the) [^.!?\n]{{0,80}}(?:reporter|correspondent|editor|columnist|writer|journalist)s?"
    r" (?:for|at|with|of) [^\n]{2,200})$"
)
"""Who wrote it, at the foot."""
