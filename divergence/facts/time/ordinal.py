"""Places in an order: ``third consecutive day``, ``the second round``, ``the fifth-largest city``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from divergence.facts.about.slots import mention, slot_at, token_at
from divergence.facts.about.subject import asking
from divergence.facts.time.date_expressions import expressions
from divergence.facts.types import FactType, Figure, Nature, Related
from divergence.language.parsed import Parsed, Token
from divergence.language.pipeline import blank_masked
from divergence.lexicon.cardinals import ORDINALS, SMALL
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention

_TENS = {word: value for word, value in SMALL.items() if value >= 20}
_PRINTED = re.compile(
    rf"(?<![\w.,'’\-])(?:(?P<tens>{'|'.join(_TENS)})[\s\-])?(?P<word>{'|'.join(ORDINALS)})\b(?!s\b)"
    r"|(?<![\w.,\-])(?P<digits>\d{1,4})(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(r"[\s\-](?:most[\s\-]\w{3,20}|\w{2,16}est)\b", re.IGNORECASE)
_FIXED = re.compile(
    r"[\s\-](?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|few|several|couple)\b|lady|ladies|minister|secretary|class|aid|responders?|name|names|hand|glance|sight|place\b(?!\sfinish)|person|"
    r"half|thoughts?|nature|party|parties|world|base|baseman|team|string|time\saround|and\s(?:foremost|[A-Z])|of\sall|"
    r"come|line|order|chance|opinion|guess|floor\b(?=\sof\sthe\shouse)|amendment|street|avenue|ave|st\b|road|precinct|circuit|"
    r"district|division|army|corps|battalion|regiment|brigade|infantry|century|congress)",
    re.IGNORECASE,
)
"""What follows an ordinal in a fixed phrase, a street, a unit of an army: there it orders nothing that could differ."""
_FAR = 6
"""Words between an ordinal and the noun that it orders, at most."""


_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PUNCT"})


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A rank, and by what it is ranked where the text says (``largest``)."""

    rank: int
    by: str = ""


def find(parsed: Parsed) -> Iterator[Mention]:
    """All ordinals that order a noun."""
    text = blank_masked(parsed.article)
    times = [(e.start, e.end) for e in expressions(parsed)]
    reached = 0
    for start, end in parsed.article.paragraphs:
        for match in _PRINTED.finditer(text, start, end):
            if not any(a < match.end() and match.start() < b for a, b in times):
                found = _mention(parsed, text, match) if match.start() >= reached else None
                if found:
                    reached = found.span.end
                    yield found


def _mention(parsed: Parsed, text: str, match: re.Match[str]) -> Mention | None:
    superlative = _SUPERLATIVE.match(text, match.end())
    if not parsed.tokens or _is_fixed(text, match):
        return None
    index = token_at(parsed, match.end() - 1)
    noun = _ordered(parsed, index)
    if noun is None:
        return None
    by = superlative[0].strip(" -").lower() if superlative else ""
    end = max(noun.end, superlative.end() if superlative else 0)
    made = mention(parsed, match.start(), end, Kind.ORDINAL, Ordinal(_rank(match), by), "ordinal")
    first = token_at(parsed, match.start())
    return replace(made, slot=slot_at(parsed, first, index + 1, noun.index), anchor=(match.start(), match.end()))


def _rank(match: re.Match[str]) -> int:
    if match["digits"]:
        return int(match["digits"])
    return _TENS.get((match["tens"] or "").lower(), 0) + ORDINALS[match["word"].lower()]


def _is_fixed(text: str, match: re.Match[str]) -> bool:
    """Whether an ordinal only names: ``First Lady``, ``22nd and Main``, ``a third of``, ``at first``."""
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 24]
    fraction = re.search(r"\b(?:a|an|one|two|three)[\s\-]$", before, re.IGNORECASE) and re.match(r"\sof\b", after)
    capital = match[0][0].isupper() or match["digits"]
    named = bool(capital) and bool(re.match(r"\s(?:and\s)?[A-Z]", after)) and not text[match.start() :].isupper()
    opening = not before.strip() or before.rstrip()[-1:] in {".", "!", "?", ":", "“", '"'}
    return bool(fraction or _FIXED.match(after) or (named and (match["digits"] or not opening)))


def _ordered(parsed: Parsed, index: int) -> Token | None:
    """The noun that the ordinal orders: the one it modifies, else the last of the noun phrase after it."""
    token = parsed.tokens[index]
    head = parsed.tokens[token.head]
    if head.pos in {"NOUN", "PROPN"} and index < head.index <= index + _FAR and head.sentence == token.sentence:
        return head
    found = None
    for word in parsed.tokens[index + 1 : index + 1 + _FAR]:
        if (
            word.sentence != token.sentence
            or word.pos not in _INSIDE
            or (word.pos == "PUNCT" and word.text not in "-–")
        ):
            break
        found = word if word.pos == "NOUN" else found
    return found


def ordinal_of(mention: Mention) -> Ordinal:
    """The value of an ordinal's mention."""
    assert isinstance(mention.value, Ordinal)
    return mention.value


def relate(a: Mention, b: Mention) -> Related:
    """How two ranks in one order stand to each other."""
    left, right = ordinal_of(a), ordinal_of(b)
    if left.by != right.by:
        return Related(Relation.CANNOT_TELL, "the two rank by different criteria")
    if left.rank == right.rank:
        return Related(Relation.SAME, f"both say {phrase(a)}")
    both = " and ".join(sorted((phrase(a), phrase(b))))
    return Related(Relation.CONFLICTS, f"{both} cannot both be right of one order")


def phrase(mention: Mention) -> str:
    """``3rd``, ``5th largest``."""
    value = ordinal_of(mention)
    ending = "th" if 10 < value.rank % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(value.rank % 10, "th")
    return f"{value.rank}{ending} {value.by}".rstrip()


def figure(mention: Mention) -> Figure:
    """The place in the order as a number."""
    rank = Decimal(ordinal_of(mention).rank)
    return Figure(rank, rank)


def fields(mention: Mention) -> dict[str, str | None]:
    """The rank and what is ranked."""
    value = ordinal_of(mention)
    return {
        "low": str(value.rank),
        "high": str(value.rank),
        "ordered": mention.slot.head or None,
        "by": value.by or None,
    }


ORDINAL = FactType(
    kind=Kind.ORDINAL,
    find=find,
    relate=relate,
    phrase=phrase,
    fields=fields,
    figure=figure,
    nature=Nature.POINT,
    noun="place in the order",
    given="Which one in order",
    asks="Which",
    about="a place in a sequence",
    subject=asking("which"),
)
