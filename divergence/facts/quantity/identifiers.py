"""What is printed with digits or number words and yet counts nothing: dates, times, names, addresses, marks.

Each refusal is a named pattern over the text. Dates, times and ordinals have kinds of their own; the rest are names.
"""

from __future__ import annotations

import re

from divergence.lexicon.calendar import MONTHS
from divergence.lexicon.currencies import GLUED

_MONTHS = "(?:" + "|".join(rf"{m.capitalize()}\.?|{m.upper()}" for m in sorted(MONTHS, key=len, reverse=True)) + ")"
_YEAR = r"(?:1[5-9]|20)\d\d"
_ROADS = (
    r"(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Dr\.|Lane|Ln\.?|Court|Ct\.|Place|Terrace|Way|"
    r"Parkway|Highway|Square|Plaza)"
)
_LABELS = (
    r"(?:Interstate|[Pp]late|PLATE|Seat|Row|Car|Carriage|Coach|Class|Year|Grade|Bay|Berth|Cell|Flat|Terminal|Highway|Route|Exit|[Ff]light|[Rr]oom|Apartment|Apt\.?|Suite|Unit|Building|Block|Gate|Platform|Channel|"
    r"[Aa]rticles?|[Ss]ection|[Cc]hapter|[Cc]lause|[Pp]aragraph|Rule|Title|[Rr]esolution|Proposition|Prop\.?|"
    r"Amendments?|[Pp]ages?|[Ff]igure|Table|Part|Volume|Vol\.?|[Vv]ersion|Level|Tier|[Pp]hase|[Tt]ype|Ward|District|"
    r"Precinct|Sector|Zone|Area|Apollo|Boeing|Airbus|Pier|Box|[Nn]os?\.?|[Nn]umber|#|Psalm|Verse|Formula|Catch|Studio|"
    r"Engine|Ladder|Week|Day|Game|Lot|Group of|Gang of|Super Bowl|World War|[Cc]ase|Bill|Model|Group|Lane|Turn|Hole|"
    r"Stage|Round|Windows|iPhone|Galaxy|Nokia)"
)
_VARIANTS = r"(?:[Mm]ax(?:es)?|MAX|Dreamliners?|Jumbos?|Neo|neo|Plus|Pro|Ultra|Mini|Turbo|GT|NG|ER|LR)"
_SIGNS = "|".join(s for s in GLUED if s[0] != "$")
_NO_MODEL = r"(?:magnitude|in|to|of|mid|under|over|pre|post|or|and|a|non|minus|negative|sub|near|all|plus)"
_SMALL_WORDS = r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|Twenty)"
_IDIOMS = (
    r"on the one hand|one another|one-on-one|number one|one day|one time|at one point|one-time|one by one|no one|"
    r"one-way|two-way|one-sided|square one|one of a kind|day one|at sixes and sevens|one thing|one or the other|"
    r"a thousand times|hundred percent sure|one-off|two-fold|back to zero|a million times|one and only|"
    r"second to none|one more time|once or twice|(?:a |one[- ])?(?:100|hundred)[- ]?(?:%|percent|per cent)[\"”’']? "
    r"(?:sure|certain|confident|right|committed|behind)"
)

REFUSALS: tuple[tuple[str, str], ...] = (
    ("web address", r"\b(?:https?://|www\.)\S{1,300}+|\S{1,64}@\S{1,64}+|(?<!\w)[@#][A-Za-z_]\w{0,40}+"),
    ("day and month", rf"\b\d{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?{_MONTHS}\b(?:,? {_YEAR}\b)?"),
    (
        "month and day",
        rf"\b{_MONTHS}[ -]\d{{1,2}}(?:st|nd|rd|th)?\b(?!,\d)(?! ?(?:percent|per cent|%|people))"
        rf"(?:[ ]?(?:-|–|to|and)[ ]?\d{{1,2}}\b(?! [a-z]{{3,20}}s\b))?(?:,? ?{_YEAR}\b)?",
    ),
    ("month and year", rf"\b{_MONTHS},? (?:of )?{_YEAR}\b"),
    ("date in figures", r"(?<![\d/])\d{1,4}[/.]\d{1,2}[/.]\d{2,4}(?![\d/])|\b\d{4}-\d{2}-\d{2}\b|(?<!\d)9/11\b"),
    (
        "day of an attack",
        r"(?<![\d/])[0-3]?\d/[0-3]?\d(?=[ ](?:(?:terror(?:ist)?|suicide|train|bus)[ ])?"
        r"(?:attack|bomb|atrocit|massacre|siege|killings|shootings|inquest|victims|survivors)\w{0,6}\b)",
    ),
    ("years", rf"(?<![\d,.$£€])\b{_YEAR}[ ]?[-–/][ ]?(?:{_YEAR}|\d\d)\b(?![,.]\d)"),
    (
        "clock time",
        r"\b\d{1,2}(?:[:.h]\d{2}){0,2}[ ]?(?:[ap]\.?[ ]?m\b\.?|o['’]clock)"
        r"|\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{3,4}[ ]?(?:GMT|UTC|hours|hrs|local time)\b"
        r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ ](?:o['’]clock|[ap]\.?m\b)",
    ),
    (
        "clock time in four digits",
        r"(?i:(?<=\bat )(?:about|around|approximately|roughly) (?:[01]\d|2[0-3])[0-5]\d"
        r"(?=[.,;)]|$| (?:on|when|as|and)\b))",
    ),
    ("hour of a departure", r"\b[Tt]he \d{1,2}[.:][0-5]\d(?= (?:from|to|out of|train|ferry|bus|flight|sailing)\b)"),
    (
        "minutes of an hour that is left out",
        r"\b(?i:at|by|until) (?i:five|ten|twenty|twenty-five|(?:a )?quarter|half) (?:past|to)"
        r"(?=[.,;:!?)]|$| (?:and|or|but)\b)",
    ),
    ("time or two", r"\b(?i:second|minute|hour|day|week|month|year|decade) or two\b"),
    (
        "part in the name of a thing",
        r"\b(?i:(?:one|two|three)-(?:quarters?|thirds?)-(?:length|time|page|face|view|size|sleeves?|back|lines?|finals?))\b",
    ),
    ("round the clock", r"\b24[/-]7\b|\b24/7\b|\b50[/-]50\b|\b20/20\b"),
    ("telephone", r"(?<![\d.])(?:\+?1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)|\b\d{3}-\d{4}\b"),
    ("international telephone", r"\+\d{1,3}[- ]\d[\d -]{5,15}+"),
    ("model name", rf"\b(?!{_NO_MODEL}-)[A-Za-z]{{1,12}}-\d{{1,4}}[A-Za-z]{{0,3}}\b(?![-–]?(?:year|magnitude|mile))"),
    ("variant of a model", rf"\b\d{{2,4}}(?:-\d{{1,4}}[A-Z]{{0,2}})?[ ]{_VARIANTS}\b"),
    ("code", rf"\b(?!(?:{_SIGNS}|R|Rs)\d)(?<!\$)[A-Z]{{1,4}}\d{{1,5}}[A-Z]{{0,3}}\b(?!\.\d)"),
    ("weapon", r"\b[A-Z]{2,6} \d{1,3}(?= (?:rifle|assault|jet|fighter|gun|helicopter))"),
    ("calibre of a rifle", r"\b(?:AK|M|F|MiG|Su|AR|MI|Mi|B|T|C|G|P|S|BM|RPG)[ ]\d{1,3}s?\b(?!,\d)"),
    (
        "labelled",
        rf"\b{_LABELS} ?\d{{1,6}}(?:[A-Z]|[-.]\d{{1,3}})?\b(?!,\d{{3}}| (?:people|percent|per cent|million|billion))",
    ),
    (
        "in a series",
        r"\b(?i:night|day|week|part|game|round|season|episode|step|phase|number|chapter|act|scene|level|stage|lane|gate)"
        rf"[ ](?:(?i:{_SMALL_WORDS})|\d{{1,3}})\b(?![ ](?:people|percent|per cent|million|billion))",
    ),
    (
        "shirt of a player",
        r"\b(?i:striker|winger|goalkeeper|keeper|midfielder|defender|forward|full-?back|cent(?:re|er)-?back|quarterback|"
        r"pitcher|fly-half|scrum-half|captain)s?\b[^\d.;()\n]{1,40}\(\d{1,2}\)|(?<=, \d\d, )\(\d{1,2}\)",
    ),
    ("caption", r"\b\d{1,3} of \d{1,3}(?=[:)\]/])|\(\d{1,3} (?i:images|photos|pictures|videos)\)"),
    (
        "index",
        r"\b(?:S&P|Standard (?:&|and) Poor['’]?s|Russell|Nikkei(?: Stock Average)?|FTSE|CAC|DAX|Fortune|Forbes|Stoxx|"
        r"Topix|Nasdaq|Dow Jones)(?: Global)? \d{2,4}\b(?![.,]\d)(?! (?:points?|workers|people|jobs|employees)\b)",
    ),
    (
        "person by number",
        r"\b(?:Individual|Official|Candidate|Witness|Person|Juror|Suspect|Defendant|Victim|Employee|Doe) \d{1,2}\b",
    ),
    (
        "labelled in words",
        r"\b(?:Group of|Gang of|Big|Chapter|Phase|Part|Article|Channel|Platform|Air Force|Marine|Formula) "
        rf"{_SMALL_WORDS}\b",
    ),
    (
        "address",
        r"\b\d{1,5}(?:-\d{1,5})?[A-Z]? (?:[NSEW]\.? )?(?:[A-Z][a-z'’]{1,20}|\d{1,3}(?:st|nd|rd|th)) "
        rf"(?:[A-Z][a-z]{{1,20}} )?{_ROADS}(?!\w)",
    ),
    (
        "emergency line",
        r"\b(?:911|999|112|9-1-1)(?= (?:calls?|callers?|tapes?|dispatch\w{0,5}|operators?|emergency|centers?))",
    ),
    ("block", r"\b\d{1,5} block of\b|\b\d{1,5}-block of\b"),
    ("parts per", r"(?<=\bparts per )(?:million|billion|trillion)\b"),
    ("ground zero", r"\b[Gg]round[ -][Zz]ero\b"),
    ("zero in", r"\b(?:zero|zeroed|zeroing|zeroes) in\b"),
    ("footnote", r"\[\d{1,3}\]|(?<=[a-z]{2}[.,])\d{1,2}(?=\s|$)"),
    ("list mark", r"^\s{0,8}\d{1,2}[.)](?=\s+[A-Z])"),
    ("idiom", rf"\b(?i:{_IDIOMS})\b"),
    ("decade", r"\b(?:the |mid-|early |late )?(?:1[5-9]|20)\d0s\b|['’]\d0s\b"),
    ("season", r"['’]\d\d\b"),
    ("post code", r"\b[A-Z]{2} \d{5}(?:-\d{4})?\b"),
    ("views", r"\b\d{1,6} (?:views?|shares?|comments?|retweets|likes|min read)\b"),
    (
        "resolution",
        r"\b(?:240|360|480|720|1080|1440|2160|4320)p\b"
        r"|\b[34]G\b|\b[45]K\b|\b4[ -]?[x×][ -]?4\b|\b(?i:four|4)[ -]by[ -](?i:four|4)\b",
    ),
)  # fmt: skip
"""Every refusal: why, and its pattern."""

_PATTERN = re.compile("|".join(f"(?:{pattern})" for _, pattern in REFUSALS), re.MULTILINE)


def refused(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a text in which digits and number words count nothing, in order."""
    return tuple((m.start(), m.end()) for m in _PATTERN.finditer(text))
