"""The heading of a fact: a question that a reader understands without opening the sentences.

It uses only words that most of the mentions bear out. What no majority says is left out; where nothing is left, the
heading says what was looked for and no more. Names are in lower case; ``language.capitals`` gives them capitals.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from divergence.facts import FACT_TYPES, FactType, fact_type
from divergence.facts.about.question import Neutral, about, most, thing
from divergence.lexicon.groups import GENERAL, PEOPLE
from divergence.model.fact import Mention, Slot

UNTOLD = frozenset({"they", "them", "it", "we", "us", "he", "she", "this", "that", "one", "two", "big", "biggest"})
"""Heads that tell a reader nothing away from their sentence."""
SHORTEST = 3
"""Letters of a head that is a word and not a splinter of one."""
WORDS_AROUND = 6
"""Words before and after a value that a heading with a gap shows at most."""
TELLING = 4
"""Letters of a word that tells something."""
FEWEST_SHARED = 2
"""Such words that all sources must print around their values."""
GRAMMAR = frozenset(
    "how many old long is are was were did do does have has the a of in on to last what which who share where when hit "
    "people number sentences about measure said difference temperature".split()
) | {word.lower() for known in FACT_TYPES for word in re.findall(r"\w+", known.given)}
"""Words that a heading puts itself; none of them is a name there."""


def heading(mentions: Sequence[Mention], texts: Mapping[str, str]) -> str:
    """What the values of one fact answer, as a question or a phrase; ``texts`` are those of the articles, by id."""
    asked = _asked(fact_type(mentions[0].kind), _borne_out(mentions), mentions)
    gap = with_gap(mentions, texts) if isinstance(asked, Neutral) else ""
    words = " ".join((f"{asked.what}: {gap}" if isinstance(asked, Neutral) and gap else asked).split())
    return words[:1].upper() + words[1:]


def _asked(kind: FactType, slot: Slot, mentions: Sequence[Mention]) -> str:
    """The kind's own question; neutral words where it has none that the slot bears out."""
    return (kind.heading(slot, mentions) if kind.heading else "") or about(kind.given, thing(slot), slot)


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
        outcome=most(s.outcome for s in slots),
        predicate=most(s.predicate for s in slots),
        holder=most(s.holder for s in slots),
    )


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
