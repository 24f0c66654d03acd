"""What stands around an expression of time and decides what it is: month or verb, year or count, past or future."""

from __future__ import annotations

import re
from collections.abc import Iterator

from divergence.facts.about.slots import token_at
from divergence.facts.time.atoms import Atom
from divergence.language.clauses import is_acting_year
from divergence.language.first_names import TO_WHOM, is_month_in_name
from divergence.language.parsed import Parsed, Token
from divergence.lexicon.calendar import MONTHS, SEASONS
from divergence.lexicon.hedges import AMOUNTING, LEVELS
from divergence.lexicon.name_lists import is_surname

_LEADS = frozenset(
    "in since by until till from of during before after through throughout last next this early late mid between and "
    "to for around circa about year over on or -".split()
)
"""Words before a year or an ambiguous month that make it a date."""
_OWNERS = frozenset("the his her its their our my a an that this".split())
_COUNTERS = frozenset("than nearly almost least most about some no number approximately roughly another".split())
_COMPARED = frozenset({"above", "below", "beyond"})
_LABEL = re.compile(
    r"\b(?:[Rr]esolutions?|Flight|Route|Highway|Interstate|Articles?|Sections?|Bill|Room|Unit|Proposition|Ordinance|"
    r"Order|Decree|Docket|Case|Number|No\.|Channel|[Pp]late)\s$"
)
"""Before a number that only looks like a year: ``Resolution 1973``."""
_STREET = re.compile(
    r"\s(?:(?i:block)\b|[NSEW]\.?\s[A-Z]|(?:[A-Z]\w{0,20}\s){1,3}(?i:st|street|ave|avenue|rd|road|drive|dr|blvd|lane)\b)"
)
_TITLES = re.compile(
    r"(?:['’]s)?\s(?:times|telegraph|mail|express|mirror|herald|post|independent|night\s(?:football|live|lights))\b",
    re.IGNORECASE,
)
_NAMED_DAY = re.compile(
    r"(?:(?:\bon|\bof|hosts?|watched)\s(?:Fox|CBS|NBC|ABC|BBC|CNN|Sky|PBS)(?:\sNews)?|black|bloody|super|ash|palm|cyber|shrove|maundy|each|every|[Hh]is\sgirl|casual)\s$",
    re.I,
)
_AHEAD = frozenset(
    "schedule expect plan slate due set intend hope aim prepare poise anticipate ready promise vow pledge "
    "forecast predict project propose suppose".split()
)
_AHEAD_WORDS = frozenset(
    {"will", "shall", "'ll", "’ll", "wo", "upcoming", "scheduled", "planned", "due", "deadline", "expected"}
)
_COMMITTING = frozenset(
    "agree decide vote want ask order seek invite urge require offer choose wish threaten arrange elect "
    "tell instruct allow authorize authorise permit commit".split()
)
"""Verbs whose infinitive is still to come, whatever their own tense."""
_POSSIBLE = frozenset("would may might should must can".split())
"""Helping verbs that, before a plain infinitive, leave what happens open or to come."""
_FALLING_DUE = re.compile(r"\b(?:due|effective|payable|maturing|of\srecord)\s(?:on\s|in\s|by\s)?\Z", re.IGNORECASE)
"""Before a date on which something falls due: ``payable Dec. 15``, ``notes due in May``."""
_DELIVERED = re.compile(r"[\w.,\s]{3,20}?\s(?:delivery|settlement|futures)\b", re.IGNORECASE)
"""From the date that goods are sold for: ``crude for December delivery``."""
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_NOT = frozenset({"not", "n't", "n’t"})
_DONE = frozenset({"have", "'ve", "’ve"}) | _NOT
_PAST = frozenset({"had", "has", "have", "was", "were", "'ve", "’ve"})
_UNDER_WAY = frozenset("go head come travel return visit meet fly arrive leave".split())
"""Verbs whose present progressive with a day means the day ahead: ``is heading to Rome on Friday``."""
_IN_ADVANCE = re.compile(r"\b(?:in\sadvance|ahead)\sof\s[^.;,]{0,50}$", re.IGNORECASE)
_UNTIL = frozenset({"until", "till", "by"})
_PUT_OFF = frozenset("postpone delay defer adjourn extend reschedule move push put suspend".split())
"""Verbs with a day that is still to come, whatever their tense: ``has been postponed until Saturday``."""
_PUT_OFF_TO = frozenset({"until", "till", "to", "for"})
_TIMETABLED = frozenset(
    "open begin start commence expire end close conclude resume reopen premiere air launch kick".split()
)
"""Verbs whose present tense with a day tells of a timetable: ``Polls open on Sunday``."""


def is_time(parsed: Parsed, text: str, atom: Atom) -> bool:
    """Whether an atom really is a time where it stands."""
    before, after = text[max(0, atom.start - 24) : atom.start], text[atom.end : atom.end + 40]
    if atom.rule in {"weekday", "month"} and _is_name(parsed, atom, before, after):
        return False
    if atom.rule == "day-word":
        return not (text[atom.start : atom.end].isupper() and before.endswith("USA "))
    if atom.rule == "weekday":
        dotted = not atom.weak or text[atom.end - 1] == "."
        return dotted and not _TITLES.match(after) and not _NAMED_DAY.search(before)
    if atom.rule == "year":
        return _is_year(parsed, atom, before, after)
    if atom.rule in {"month", "season"} and atom.weak and not atom.bias:
        return _is_month(text[atom.start : atom.end], before, after)
    return atom.rule not in {"month-day", "day-month"} or _is_day(parsed, text, atom)


def strengthened(atom: Atom) -> bool:
    """Whether an atom that passed ``is_time`` no longer needs a neighbour."""
    return atom.rule in {"month", "season", "year", "weekday"}


def _words_before(before: str) -> list[str]:
    return re.findall(r"[\w'’\-]+", before.lower())


def _is_name(parsed: Parsed, atom: Atom, before: str, after: str) -> bool:
    """Whether a day or month is part of a longer personal name (``April Jones``)."""
    token = token_at(parsed, atom.end - 1) if parsed.tokens else 0
    if any(n.label == "PERSON" and n.first <= token < n.last and n.last - n.first > 1 for n in parsed.names):
        return True
    following = re.match(r"\s([A-Z][a-z]+)\b", after)
    if following is None or atom.bias or atom.moment.month is None:
        return False
    given = atom.moment.month in {4, 5, 6, 8} or is_surname(following[1])
    words = _words_before(before)
    if not words or words[-1] not in _LEADS or _beside_name(before):
        return given
    return given and words[-1] in TO_WHOM and is_month_in_name(parsed, token)


def _beside_name(before: str) -> bool:
    """Whether *and* or *or* joins a month's name to a capitalised word that is no month: ``Lindt and April Stone``."""
    joined = re.search(r"\b([A-Z][\w’'-]{1,20}+),?\s(?:and|or)\s$", before)
    return joined is not None and joined[1].lower() not in MONTHS


def _is_month(printed: str, before: str, after: str) -> bool:
    """``May``, ``March``, ``Oct``, ``fall`` without a day: only capitalised, or a season, and after a word of time."""
    words = _words_before(before)
    if words and words[-1] == "the":
        words.pop()
    named = printed.split()[-1][:1].isupper() or printed.lower().rpartition(" ")[2] in SEASONS
    edged = printed.lower().startswith(("early", "late", "mid", "the end", "the beg", "the start", "end ", "beginning"))
    season = printed.lower().startswith("the ") and not edged
    leads = (
        edged
        or (season and words[-1:] and words[-1] in _LEADS)
        or (bool(words) and words[-1] in _LEADS - {"to", "and", "or", "on", "for", "about", "after", "before", "-"})
    )
    falls = printed.lower().endswith("fall") and re.match(r"\sof\s(?!\d)", after) is not None
    return named and leads and not falls and not after.lower().startswith((" of the ", " of a", " from "))


def _is_year(parsed: Parsed, atom: Atom, before: str, after: str) -> bool:
    """Whether four digits are a year rather than a count, a number of a house or of a telephone."""
    if not parsed.tokens:
        return False
    token = parsed.tokens[token_at(parsed, atom.end - 1)]
    head = parsed.tokens[token.head]
    words = _words_before(before)
    last = words[-1] if words and not re.search(r"[.;:!?]\s*$", before) else ""
    if _numbers_something(before, after):
        return False
    if last in _COMPARED and LEVELS.match(after):
        return True
    if (last in _COUNTERS and last not in {"about"}) or AMOUNTING.search(before):
        return False
    counts = head.tag == "NNS" and token.dep.startswith("nummod") and head.index > token.index
    if counts:
        return last in _OWNERS or (last in {"in"} and after.startswith(","))
    after_sign = re.match(r"\s?(?:percent|per cent|%|km|miles|dollars|euros|pounds|people)", after)
    return not after_sign and (
        last in _LEADS | _OWNERS or last.endswith(("'s", "’s")) or _stands_alone(parsed, token, before, after)
    )


def _numbers_something(before: str, after: str) -> bool:
    """Whether four digits belong to an address, a longer number or a label."""
    if _STREET.match(after) or _LABEL.search(before):
        return True
    behind_digits = re.search(r"[\d$£€#]\s?[-.)]?\s?$", before)
    return bool(behind_digits) and not re.search(r"[a-z]\.?\s*\d{1,2},?\s*$", before, re.I)


def _stands_alone(parsed: Parsed, token: Token, before: str, after: str) -> bool:
    """``(2016)``, ``election 2016``, ``2016 election``, ``2016 saw the fires``."""
    if is_acting_year(parsed, token.index):
        return True
    bracketed = before.endswith("(") and after[:1] in {")", ",", "-", "–"}
    return bracketed or (
        token.dep.split(":")[0] in {"obl", "nmod", "compound", "nummod"} and after[:1] not in {"-", ""}
    )


def _is_day(parsed: Parsed, text: str, atom: Atom) -> bool:
    """Whether the day is none of the numbers that follow a month: ``In March 20 people died``."""
    printed = text[atom.start : atom.end]
    if re.match(r"(?:may|march)\b", printed, re.I) and not printed[:1].isupper():
        return False
    if atom.moment.year is not None or not parsed.tokens or not printed[-1].isdigit():
        return True
    token = parsed.tokens[token_at(parsed, atom.end - 1)]
    head = parsed.tokens[token.head]
    counts = head.tag == "NNS" and token.dep.startswith("nummod") and head.index == token.index + 1
    return not counts


def points_ahead(parsed: Parsed, offset: int) -> bool | None:
    """Whether the clause around an offset lies in the future (True), in the past (False), or has no tense (None)."""
    if not parsed.tokens:
        return None
    text = parsed.article.text
    before = text[max(0, offset - 60) : offset]
    if _IN_ADVANCE.search(before) or _FALLING_DUE.search(before) or _DELIVERED.match(text, offset):
        return True
    index = token_at(parsed, offset)
    preposition = parsed.tokens[index - 1].lower if index else ""
    verbs = list(_verbs_above(parsed, index))
    for number, verb in enumerate(verbs):
        below = verbs[number - 1] if number else None
        tense = _put_off(parsed, verb, preposition) or _bound_to(parsed, below, verb) or _tense(parsed, verb)
        if tense is not None:
            return tense or (preposition in {"until", "till"} and verb.tag in {"VBP", "VBZ"})
    return True if preposition in _UNTIL and not verbs else None


def _put_off(parsed: Parsed, verb: Token, preposition: str) -> bool | None:
    """Whether a verb of putting off governs the day: ``was extended to Friday``; not ``had been``, which is over."""
    helpers = {parsed.tokens[c].lower for c in parsed.children[verb.index]}
    put_off = verb.lemma in _PUT_OFF and preposition in _PUT_OFF_TO and "had" not in helpers
    return True if put_off else None


def _bound_to(parsed: Parsed, below: Token | None, verb: Token) -> bool | None:
    """Whether a verb commits to the infinitive below it: ``agreed to meet in May``, told before May."""
    if below is None or below.head != verb.index or below.tag != "VB" or verb.lemma not in _COMMITTING:
        return None
    return True if any(parsed.tokens[c].lower == "to" for c in parsed.children[below.index]) else None


def _is_timetabled(token: Token) -> bool:
    """Whether a word is a present tense that tells of a timetable; taggers take ``expires`` for a plural noun."""
    present = token.tag not in {"VB", "VBD", "VBN", "VBG"}
    return present and (token.lemma in _TIMETABLED or token.lower.removesuffix("s") in _TIMETABLED)


def _verbs_above(parsed: Parsed, index: int) -> Iterator[Token]:
    """The predicates above a token, nearest first; nouns that announce (``hearing scheduled``) are passed."""
    token = parsed.tokens[index]
    for _ in range(12):
        if token.dep.startswith("nsubj") and token.lemma not in _AHEAD_WORDS:
            return
        verbal = token.tag.startswith(("VB", "MD")) or (_is_timetabled(token) and token.dep == "root")
        if verbal or token.lemma in _AHEAD_WORDS or token.lemma in {"due", "likely", "set"}:
            yield token
        if token.head == token.index:
            return
        token = parsed.tokens[token.head]


def _tense(parsed: Parsed, verb: Token) -> bool | None:
    """Future, past, or undecided by this verb (infinitives and participles leave it to the verb above)."""
    children = [parsed.tokens[c] for c in parsed.children[verb.index]]
    helpers = [t for t in children if t.dep.startswith(("aux", "cop", "mark"))]
    words = {t.lower for t in helpers} | {t.lower for t in children if t.lower in _NOT}
    if (
        words & _WILL
        or _is_open(words)
        or verb.lemma in _AHEAD
        or verb.lower in _AHEAD_WORDS
        or _is_to_come(parsed, verb, words)
    ):
        return True
    if _is_timetabled(verb) and not words & _PAST:
        return True
    if verb.tag == "VBG" and verb.lemma in _UNDER_WAY and words & {"is", "are", "'s", "’s", "'re", "’re"}:
        return True
    told = verb.tag == "VBD" or any(t.tag == "VBD" for t in helpers) or bool(words & _PAST)
    return False if told or (verb.tag == "VBN" and not words & {"be", "to"}) else None


def _is_open(helpers: set[str]) -> bool:
    """``would resume on Friday``; not ``would not say on Friday`` or ``may have left``."""
    return bool(helpers & _POSSIBLE) and not helpers & _DONE


def _is_to_come(parsed: Parsed, verb: Token, helpers: set[str]) -> bool:
    """``are to be heard on Friday``, ``an interview to air on Friday``."""
    above = parsed.tokens[verb.head]
    present = {"is", "are", "'s", "’s"}
    return "to" in helpers and (verb.dep in {"acl", "csubj"} or above.lower in present or bool(helpers & present))
