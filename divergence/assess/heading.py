"""The heading of a fact: a question that a reader understands without opening the sentences.

It uses only words that most of the mentions bear out. What no majority says is left out; where nothing is left, the
heading says what was looked for and no more. Names are in lower case; ``language.capitals`` gives them capitals.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from divergence.assess.subject import MOST_QUALIFIERS, plural
from divergence.facts import fact_type
from divergence.facts.quantity.counted import SCOPES
from divergence.lexicon.groups import GENERAL, PEOPLE
from divergence.model.fact import Kind, Mention, Slot

STATES = frozenset({"missing", "trapped", "ill"})
"""Outcomes that people are in rather than have undergone: they *are* missing."""
ACTS = frozenset(
    {"surrendered", "resigned", "voted", "abstained", "voted for", "voted against", "survived", "returned"}
)
"""Outcomes that people bring about themselves: they *resigned*."""
OUTCOME_NOUNS = frozenset({"casualties"})
UNTOLD = frozenset({"they", "them", "it", "we", "us", "he", "she", "this", "that", "one", "two", "big", "biggest"})
"""Heads that tell a reader nothing away from their sentence."""
UNNAMED_HOLDERS = frozenset({"standing", "kin"})
"""Holders that stand for a class of posts, not for somebody."""
MANY = frozenset({"talk", "discussion", "negotiation", "clash"})
"""Happenings that English tells in the plural: *the talks lasted*."""
LASTING = MANY | frozenset(
    "quake meeting session siege battle outage blackout standoff hearing trial strike flight protest".split()
)
"""Happenings whose length is what a length of time beside them measures."""
HITTING = frozenset({"airstrike", "missile", "rocket", "shell"})
"""Things that come down somewhere: a place beside them is where."""
SHORTEST = 3
"""Letters of a head that is a word and not a splinter of one."""
WORDS_AROUND = 6
"""Words before and after a value that a heading with a gap shows at most."""
TELLING = 4
"""Letters of a word that tells something."""
FEWEST_SHARED = 2
"""Such words that all sources must print around their values."""
FEW_WORDS = 4
"""Words that a heading shows of each side of a difference between quotations."""


GRAMMAR = frozenset(
    "how many old long is are was were did do does have has the a of in on to last what which who share post or title "
    "where when hit people number sum money given percentage length time place person organisation named date age "
    "words used sentences about order one measure quotation said".split()
)
"""Words that a heading puts itself; none of them is a name there."""


class Neutral(str):
    """A heading that only says what was looked for, up to its colon or *in sentences about*."""

    __slots__ = ()

    @property
    def what(self) -> str:
        return self.partition(" in sentences about ")[0]


def heading(mentions: Sequence[Mention], texts: Mapping[str, str]) -> str:
    """What the values of one fact answer, as a question or a phrase; ``texts`` are those of the articles, by id."""
    ask = HEADINGS.get(mentions[0].kind, _told)
    asked = ask(_borne_out(mentions), mentions)
    gap = with_gap(mentions, texts) if isinstance(asked, Neutral) else ""
    words = " ".join((f"{asked.what}: {gap}" if isinstance(asked, Neutral) and gap else asked).split())
    return words[:1].upper() + words[1:]


def with_gap(mentions: Sequence[Mention], texts: Mapping[str, str]) -> str:
    """The words that all sources print around their values, with a gap for the value: “will cost … in all”.

    Empty where they share fewer than two words that tell something.
    """
    sides = [_around(m, texts[m.span.article]) for m in mentions]
    before = _shared([before[::-1] for before, _ in sides])[::-1]
    after = _shared([after for _, after in sides])
    telling = [w for w in before + after if len(_plain(w)) >= TELLING]
    if len(telling) < FEWEST_SHARED:
        return ""
    words = re.sub(r" (?=[.,;:!?)\]’”])", "", " ".join([*before, "…", *after]))
    return f"“{words.rstrip('.,;:')}”"


def _around(mention: Mention, text: str) -> tuple[list[str], list[str]]:
    """The words before and after a value; marks that stand alone beside the gap tell nothing there."""
    before, after = text[mention.sentence.start : mention.span.start], text[mention.span.end : mention.sentence.end]
    return before.split()[-WORDS_AROUND:], after.lstrip(" ,;:.\n").split()[:WORDS_AROUND]


def _shared(sides: Sequence[Sequence[str]]) -> list[str]:
    """The words, as the first side prints them, with which all sides begin."""
    found = []
    for words in zip(*sides, strict=False):
        if len({_plain(w) for w in words}) > 1:
            break
        found.append(words[0])
    return found


def _plain(word: str) -> str:
    return re.sub(r"\W", "", word).casefold()


def _borne_out(mentions: Sequence[Mention]) -> Slot:
    """The slot that most mentions share: an outcome, predicate or holder of more than half of them, no rarer head."""
    slots = [m.slot for m in mentions]
    head = _head(slots)
    narrowed = Counter(q for s in slots if s.head == head for q in s.qualifiers)
    return Slot(
        head=head,
        qualifiers=_as_printed((q for q, count in narrowed.items() if 2 * count > len(slots)), mentions),
        outcome=_most(s.outcome for s in slots),
        predicate=_most(s.predicate for s in slots),
        holder=_most(s.holder for s in slots),
    )


def _most(words: Iterable[str]) -> str:
    """The word of more than half of the mentions, else nothing."""
    told = list(words)
    word, count = Counter(told).most_common(1)[0]
    return word if 2 * count > len(told) else ""


def _as_printed(qualifiers: Iterable[str], mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The qualifiers that stand in one printed expression, in its order; those from elsewhere have no order."""
    wanted = sorted(qualifiers)
    printed = [m.text.lower() for m in sorted(mentions, key=lambda m: m.span)]
    orders: list[list[str]] = [sorted((q for q in wanted if q in text), key=text.index) for text in printed]
    fullest = max(orders, key=len)
    return tuple(fullest) or tuple(wanted[:1])


def _tells(head: str) -> bool:
    return head not in UNTOLD and (len(head) >= SHORTEST or head in PEOPLE)


def _head(slots: Sequence[Slot]) -> str:
    """The head of at least half of the mentions; between two halves the one that says least."""
    counts = Counter(s.head for s in slots if _tells(s.head))
    halves = sorted(word for word, count in counts.items() if 2 * count >= len(slots))
    return min(halves, key=lambda word: (word not in GENERAL, word), default="")


def _narrowed(slot: Slot) -> list[str]:
    return [q for q in slot.qualifiers if q not in {slot.head, slot.outcome, *SCOPES}][:MOST_QUALIFIERS]


def _thing(slot: Slot) -> str:
    return " ".join([*_narrowed(slot), slot.head]) if slot.head else ""


def _things(slot: Slot) -> str:
    return " ".join([*_narrowed(slot), plural(slot.head)]) if slot.head else ""


def _counted(slot: Slot, mentions: Sequence[Mention]) -> str:
    if any(fact_type(m.kind).fields(m).get("unit") for m in mentions):
        return _about("Measure given", _thing(slot), slot)
    if slot.outcome:
        return _undergone(slot)
    if slot.head:
        return f"Number of {_things(slot)}"
    return _about("Number given", "", slot)


def _undergone(slot: Slot) -> str:
    """``How many soldiers were killed?``; where the head is itself the outcome (*deaths*), people are counted."""
    own = not slot.head or slot.head in GENERAL or slot.head.startswith(slot.outcome[:4])
    narrowed = " ".join(_narrowed(slot)) if slot.head in {"person", "people"} else ""
    things = f"{narrowed} people" if own and (slot.head in PEOPLE or slot.head in GENERAL) else _things(slot)
    if slot.outcome in OUTCOME_NOUNS:
        return f"Number of {slot.outcome}"
    if not things:
        return f"How many were {slot.outcome}?"
    verb = "are" if slot.outcome in STATES else "" if slot.outcome in ACTS else "were"
    return f"How many {things} {verb} {slot.outcome}?"


def _about(what: str, thing: str, slot: Slot) -> str:
    """Neutral words: what was given, and what the sentences are about where most of them say."""
    about = thing or slot.predicate
    return Neutral(f"{what} in sentences about “{about}”" if about else what)


def _lasting(slot: Slot, mentions: Sequence[Mention]) -> str:
    if slot.head in LASTING:
        thing = _things(slot) if slot.head in MANY else _thing(slot)
        return f"How long did the {thing} last?"
    return _about("Length of time given", _thing(slot), slot)


def _placed(slot: Slot, mentions: Sequence[Mention]) -> str:
    if slot.head in HITTING:
        return f"Where did the {_things(slot)} hit?"
    return _about("Place named", _thing(slot), slot)


def _sum(slot: Slot, mentions: Sequence[Mention]) -> str:
    return _about("Sum of money given", _thing(slot), slot)


def _share(slot: Slot, mentions: Sequence[Mention]) -> str:
    return f"What share of {_things(slot)}?" if slot.head in PEOPLE else _about("Percentage given", _thing(slot), slot)


def _given(what: str) -> Callable[[Slot, Sequence[Mention]], str]:
    return lambda slot, mentions: _about(what, _thing(slot), slot)


def _age(slot: Slot, mentions: Sequence[Mention]) -> str:
    if slot.holder and " " in slot.holder:  # a full name; one word may be a verb or a thing
        return f"How old is {slot.holder}?"
    told = next((word for word in (slot.holder, slot.head) if word in PEOPLE), "")
    return f"How old is the {told}?" if told else Neutral("Age given")


def _role(slot: Slot, mentions: Sequence[Mention]) -> str:
    named = slot.holder not in {"", *UNNAMED_HOLDERS}
    return f"Which post or title does {slot.holder} have?" if named else Neutral("Post or title given")


def _quoted(slot: Slot, mentions: Sequence[Mention]) -> str:
    """``The minister: “should” or “must”?``; the speaker is one whom more than half of the mentions name."""
    speaker = _most(" ".join((m.speaker or "").split()) for m in mentions)
    printed = list(dict.fromkeys(m.text for m in sorted(mentions, key=lambda m: m.span)))
    apart = _words_apart(printed[0], printed[1]) if len(printed) == 2 else ""
    asked = apart or "which words were used?"
    return f"{speaker}: {asked}" if speaker else f"Quotation: {asked}"


def _words_apart(left: str, right: str) -> str:
    """The one place where two quotations differ, as printed; nothing where it is long or there are several."""
    a, b = left.split(), right.split()
    changes = [c for c in SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if c[0] != "equal"]
    if len(changes) != 1:
        return ""
    _, start, end, other_start, other_end = changes[0]
    sides = a[start:end], b[other_start:other_end]
    if not all(0 < len(side) <= FEW_WORDS for side in sides):
        return ""
    return " or ".join(f"“{' '.join(side)}”" for side in sides) + "?"


def _told(slot: Slot, mentions: Sequence[Mention]) -> str:
    return _about("What is said", _thing(slot), slot)


HEADINGS: dict[Kind, Callable[[Slot, Sequence[Mention]], str]] = {
    Kind.NUMBER: _counted,
    Kind.MONEY: _sum,
    Kind.PERCENT: _share,
    Kind.DURATION: _lasting,
    Kind.ORDINAL: _given("Which one in order"),
    Kind.DATE: _given("Date or time given"),
    Kind.PLACE: _placed,
    Kind.PERSON: _given("Person named"),
    Kind.ORGANISATION: _given("Organisation named"),
    Kind.AGE: _age,
    Kind.ROLE: _role,
    Kind.QUOTE: _quoted,
}
