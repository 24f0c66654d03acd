"""One slot of one happening, filled with two names or times, whatever the sentences around it.

*The victim was named as X* and *police identified the dead man as Y* share no frame, and hardly a word. That they are
of one fact is shown by the slot, which only one filler can have, by what else the two sentences tell, and by what each
article leaves out: neither ever gives the other's name or time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import combinations
from math import cos, hypot, radians
from typing import TypeAlias

from divergence.facts import Related, fact_type
from divergence.facts.names.named import spaced
from divergence.facts.place.value import Places
from divergence.facts.quotation.quote import quotation_of, quote_similarity
from divergence.facts.time.date import form_of
from divergence.language.lemmas import lemma
from divergence.language.parsed import Parsed, Token
from divergence.lexicon.groups import GENERAL, SOMEBODY, head_relation
from divergence.lexicon.happenings import ONE_DOER, ONE_SUFFERER, are_one
from divergence.lexicon.spelling import fold
from divergence.lexicon.thesaurus import Bearing, Word, bearing, is_known
from divergence.link.comparisons import anchor_level
from divergence.link.context import Context
from divergence.link.fillers import Filler, SlotRole, fillers
from divergence.link.frames import is_deictic, may_be_one_name, name_as
from divergence.link.plain import are_other_lists
from divergence.link.vetoes import FEWEST_WORDS
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention

NEAR_TERMS = 4
"""Words, names twice, that two sentences with those around them must share."""
MUCH_AROUND = 7
"""The same where pronouns leave open who or what it befalls."""
MANY_TERMS = 3
"""Words that prove one happening although its other participants are told in different words."""
MOST_TERMS = 4
"""Words that prove one happening of which one article gives the day of the week, the other the date."""
SAME_WORDS = 0.9
"""Likeness of two quotations from which they are one utterance."""
WHOSE_WORDS = "both quote the same words, and neither article names the other's speaker"
FURTHER = frozenset("second third another other others further".split())
"""Words that make a happening one of several: *a second man was arrested*."""
ANYBODY = frozenset({"man", "woman", "person", "body"})
"""Words for a person of whom nothing else is said."""
TOWN = 50_000
"""Inhabitants from which a town is meant by its bare name."""
NEAR = 60.0
"""Kilometres within which one place may be told for another."""
EARTH = 6371.0
"""Kilometres from the middle of the earth to its surface."""
LOCATIONS = frozenset({SlotRole.AT, SlotRole.TO, SlotRole.HOME})
_Spoken: TypeAlias = tuple[Mention, Mention]
"""A quotation and its speaker."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class SlotPair:
    """Two mentions that fill one slot of one happening with different values."""

    left: Mention
    right: Mention
    related: Related
    why: str
    """Why the two are one fact, in words."""


@dataclass(frozen=True)
class _Filled:
    """What one article tells."""

    fillers: tuple[Filler, ...]
    contexts: Sequence[Context]
    names: frozenset[str]
    """Its words with a capital, folded."""

    @cached_property
    def by_slot(self) -> Mapping[tuple[SlotRole, bool], Sequence[Filler]]:
        """Its fillers in their order, by the part that they have and whether it is a date."""
        found: dict[tuple[SlotRole, bool], list[Filler]] = {}
        for filler in self.fillers:
            found.setdefault((filler.part, filler.is_date), []).append(filler)
        return found


def find_slot_pairs(articles: Sequence[Parsed], contexts: Mapping[Mention, Context]) -> tuple[SlotPair, ...]:
    """All pairs of names or times that two articles give to one slot of one happening, by position."""
    by_article: dict[str, list[Context]] = {parsed.article.id: [] for parsed in articles}
    for context in contexts.values():
        by_article[context.mention.span.article].append(context)
    told = []
    for parsed in articles:
        own = by_article[parsed.article.id]
        told.append(_Filled(fillers(parsed, own), own, capitalised(parsed.article.text)))
    quoted = [_quoted(article) for article in told]
    pairs = [p for one, two in combinations(told, 2) for p in _pairs(one, two)]
    for (one, ours), (two, theirs) in combinations(zip(told, quoted, strict=True), 2):
        pairs += _said(one, ours, two, theirs)
    return tuple(sorted(pairs, key=lambda p: (p.left.span, p.right.span, p.left.kind)))


def capitalised(text: str) -> frozenset[str]:
    """The words of a text with a capital, folded and without a possessive mark."""
    words = (w.replace("’", "'").removesuffix("'s") for w in _WORD.findall(text) if w[:1].isupper())
    return frozenset(map(fold, words))


def _pairs(one: _Filled, two: _Filled) -> Iterator[SlotPair]:
    for left in one.fillers:
        for right in two.by_slot.get((left.part, left.is_date), ()):
            if _is_one_event(left, right):
                pair = _pair(left, right, one, two)
                if pair is not None:
                    yield pair


def _said(one: _Filled, ours: Sequence[_Spoken], two: _Filled, theirs: Sequence[_Spoken]) -> Iterator[SlotPair]:
    """The speakers to whom two articles give one quotation, where neither names the other's."""
    for quote, speaker in ours:
        for other, other_speaker in theirs:
            strangers = _have_words_in_common(quote, other) and _are_strangers(speaker, other_speaker, one, two)
            if not strangers or quote_similarity(quote, other) < SAME_WORDS:
                continue
            related = fact_type(Kind.PERSON).relate(speaker, other_speaker)
            if related.relation is Relation.CONFLICTS:
                yield SlotPair(speaker, other_speaker, related, WHOSE_WORDS)


def _have_words_in_common(one: Mention, two: Mention) -> bool:
    """Whether two quotations share half of their words at least, which is cheaper to see than how alike they are."""
    ours, theirs = (set(quotation_of(quote).words) for quote in (one, two))
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _quoted(article: _Filled) -> list[_Spoken]:
    """The longer quotations of an article, each with the mention of the person beside it who is said to speak."""
    mentions = [c.mention for c in article.contexts]
    people = [m for m in mentions if m.kind is Kind.PERSON]
    found = []
    for quote in mentions:
        if quote.kind is Kind.QUOTE and quote.speaker and len(quotation_of(quote).words) >= FEWEST_WORDS:
            names = capitalised(quote.speaker)
            beside = [m for m in people if m.paragraph == quote.paragraph and names & capitalised(m.text)]
            if beside:
                found.append((quote, min(beside, key=lambda m: abs(m.span.start - quote.span.start))))
    return found


def _is_one_event(left: Filler, right: Filler) -> bool:
    """Whether two happenings may be one by their words."""
    if left.part in {SlotRole.HOME, SlotRole.CALLED} or (left.outcome and left.outcome == right.outcome):
        return True
    nouns = left.event.pos == right.event.pos == "NOUN"
    return _may_be_one_word(_base(left.event), _base(right.event), nouns=nouns)


@lru_cache(maxsize=1 << 14)
def _may_be_one_word(one: str, two: str, *, nouns: bool) -> bool:
    """Whether two words may be of one happening; each pair of articles asks the same few again."""
    return are_one(one, two) or (nouns and head_relation(one, two) in {"same", "kindred"})


def _base(event: Token) -> str:
    """The dictionary form of a happening's word, whatever the parse took it for."""
    return lemma(event.text, "VERB") if event.pos in {"VERB", "ADJ"} else event.lemma.lower()


def _pair(left: Filler, right: Filler, one: _Filled, two: _Filled) -> SlotPair | None:
    sides = _as_one_kind(left, right)
    if sides is None or not _is_single(left, right) or not _are_of_one(left, right):
        return None
    related = _related(*sides)
    if related is None or not _are_apart(left, right, one, two):
        return None
    if _has_another(left, one.fillers) or _has_another(right, two.fillers):
        return None
    return SlotPair(*sides, related, _why(left, right))


def _as_one_kind(left: Filler, right: Filler) -> tuple[Mention, Mention] | None:
    """The two mentions as ones of one kind: what recognisers take a new name for is chance, its slot says more."""
    kinds = {f.context.mention.kind for f in (left, right)}
    if left.part in LOCATIONS and any(_is_no_place(f.context.mention) for f in (left, right)):
        return None
    kind = next(iter(kinds)) if len(kinds) == 1 else _kind_of(left.part, kinds)
    one, two = (_as_kind(f.context.mention, kind) for f in (left, right))
    return (one, two) if one is not None and two is not None else None


def _is_no_place(mention: Mention) -> bool:
    """Whether a name of several words is one of a person or body; a single new word is taken for anything."""
    return mention.kind is not Kind.PLACE and len(mention.text.split()) > 1


def _kind_of(part: SlotRole, kinds: set[Kind]) -> Kind:
    if part in LOCATIONS and Kind.PLACE in kinds:
        return Kind.PLACE
    return Kind.PERSON if Kind.PERSON in kinds else Kind.ORGANISATION


def _as_kind(mention: Mention, kind: Kind) -> Mention | None:
    if mention.kind is kind:
        return mention
    value = name_as(kind, spaced(mention.text))
    return replace(mention, kind=kind, value=value) if value is not None else None


def _is_single(left: Filler, right: Filler) -> bool:
    """Whether the slot is one that a happening has once."""
    if left.part is SlotRole.DOES:
        return all(f.outcome in {"bought", "sentenced"} or _base(f.event) in ONE_DOER for f in (left, right))
    if left.part is SlotRole.SUFFERS:
        return left.outcome in ONE_SUFFERER
    if left.part is SlotRole.HOME:
        return bool(left.beside and right.beside) and left.beside.split()[-1] == right.beside.split()[-1]
    return True


def _are_of_one(left: Filler, right: Filler) -> bool:
    """Whether what else the two sentences tell shows one happening."""
    shared = len(left.terms & right.terms)
    around = len(left.around & right.around) + len(left.names & right.names)
    if _are_two(left, right):
        return False
    if left.part is SlotRole.CALLED and not _is_one_person(left.beside, right.beside):
        return False
    if left.part in {SlotRole.AT, SlotRole.TO, SlotRole.WHEN} and shared < MANY_TERMS and not _may_be_one(left, right):
        return False
    if left.is_date and shared < 2 and not _are_of_one_party(left, right, around):
        return False
    if not left.is_date and anchor_level(left.context.when, right.context.when) == "other":
        return False
    return shared > 1 or around >= NEAR_TERMS


def _are_of_one_party(left: Filler, right: Filler, around: int) -> bool:
    """Whether two happenings befall one thing; pronouns leave it to the words around."""
    if not left.beside and not right.beside:
        return around >= MUCH_AROUND
    return bool(left.beside and right.beside) and _are_alike(left.beside, right.beside)


def _are_two(left: Filler, right: Filler) -> bool:
    """Whether the words say that there are two happenings: of two names, or a further one."""
    named = left.part is not SlotRole.HOME and _are_two_names(left.beside, right.beside)
    return named or left.words & FURTHER != right.words & FURTHER


def _are_two_names(one: str, two: str) -> bool:
    """Whether the other participants have two names: *the death of X*, *the death of Y*."""
    return one[:1].isupper() and two[:1].isupper() and one != two


def _are_alike(one: str, two: str) -> bool:
    """Whether two nouns may name one participant."""
    return one == two or head_relation(one, two) in {"same", "kindred", "general"}


def _is_one_person(one: str, two: str) -> bool:
    """Whether two words for somebody may be of one person: a *man*, not a *suspect*, may be the *victim*."""
    if {one, two} <= GENERAL | SOMEBODY and {one, two} & ANYBODY:
        return True
    return one == two or head_relation(one, two) in {"same", "kindred"}


def _may_be_one(left: Filler, right: Filler) -> bool:
    one, two = left.beside, right.beside
    if not one or not two or _are_alike(one, two):
        return True
    return bearing(Word(one, one, "NOUN"), Word(two, two, "NOUN")) is not Bearing.OTHER


def _related(left: Mention, right: Mention) -> Related | None:
    """How two fillers differ: places that no gazetteer knows are two by their names."""
    related = fact_type(left.kind).relate(left, right)
    if (
        related.relation is Relation.CANNOT_TELL
        and left.kind is Kind.PLACE
        and not any(map(_is_well_known, (left, right)))
    ):
        words = (spaced(m.text) for m in (left, right))
        return Related(Relation.CONFLICTS, "{} and {} are not the same".format(*words))
    if left.kind is Kind.PLACE and _are_near(left, right):
        return None
    return related if related.relation is Relation.CONFLICTS else None


def _are_near(left: Mention, right: Mention) -> bool:
    """Whether two places lie so near each other that one is told for the other: an airport's town for its city."""
    ends = [s.known[:1] for m in (left, right) if isinstance(m.value, Places) for s in m.value.spots[:1]]
    points = [(p.latitude, p.longitude) for known in ends for p in known]
    if len(points) != 2 or any(degree is None for point in points for degree in point):
        return False
    (north, east), (other_north, other_east) = ((radians(a or 0), radians(b or 0)) for a, b in points)
    along = (east - other_east) * cos((north + other_north) / 2)
    return hypot(north - other_north, along) * EARTH <= NEAR


def _is_well_known(mention: Mention) -> bool:
    """Whether a gazetteer knows a place, other than as some small town that bears its name by chance."""
    spots = mention.value.spots if isinstance(mention.value, Places) else ()
    return any(not p.is_settlement or p.population >= TOWN for spot in spots for p in spot.known[:1])


def _are_strangers(left: Mention, right: Mention, one: _Filled, two: _Filled) -> bool:
    """Whether each article has a name, or a side of one name, that the other never prints."""
    ours, theirs = _side(left), _side(right)
    if ours and theirs and ours[0] == theirs[0]:
        return ours != theirs and not _names_side(two, ours) and not _names_side(one, theirs)
    known = left.kind is Kind.PLACE and all(map(_is_well_known, (left, right)))  # however alike they are spelled
    if not all(map(_is_proper, (left, right))) or (may_be_one_name(left, right) and not known):
        return False
    names = capitalised(left.text), capitalised(right.text)
    if names[0] & names[1] and not all(map(_is_list, (left, right))):
        return False
    own = names[0] - names[1], names[1] - names[0]
    return bool(own[0] and own[1]) and not own[0] & two.names and not own[1] & one.names


def _side(mention: Mention) -> tuple[str, str] | None:
    """The name and the part of a territory that a place says, where it says both: *northern Mali*."""
    spots = mention.value.spots if isinstance(mention.value, Places) else ()
    if len(spots) != 1 or not (spots[0].part or spots[0].direction):
        return None
    return fold(spots[0].name), spots[0].part or spots[0].direction


def _names_side(article: _Filled, side: tuple[str, str]) -> bool:
    return any(_side(c.mention) == side for c in article.contexts)


def _is_proper(mention: Mention) -> bool:
    """Whether its capital shows a name: not in a text in capitals, nor for a common word that begins a sentence."""
    first = mention.span.start == mention.sentence.start and is_known(mention.text.lower())
    return not mention.text.isupper() and not first


def _is_list(mention: Mention) -> bool:
    return re.search(r",|\band\b", mention.text) is not None


def _are_apart(left: Filler, right: Filler, one: _Filled, two: _Filled) -> bool:
    """Whether neither article gives the other's time or name."""
    if left.is_date:
        return _other_times(left, right, one, two)
    return _are_strangers(left.context.mention, right.context.mention, one, two)


def _other_times(left: Filler, right: Filler, one: _Filled, two: _Filled) -> bool:
    """Whether the two are told in one way, and neither article has a time that the other's may be."""
    ours, theirs = (set(f.context.mention.text.casefold().split()) for f in (left, right))
    one_form = all(f(left.context.mention) == f(right.context.mention) for f in (form_of, is_deictic))
    if not one_form and (len(left.terms & right.terms) < MOST_TERMS or ours & theirs):
        return False
    if ours == theirs:
        return False
    return not _tells(two, left.context.mention) and not _tells(one, right.context.mention)


def _tells(article: _Filled, mention: Mention) -> bool:
    relate = fact_type(Kind.DATE).relate
    dates = (c.mention for c in article.contexts if c.mention.kind is Kind.DATE)
    return any(relate(mention, d).relation not in {Relation.CONFLICTS, Relation.CANNOT_TELL} for d in dates)


def _has_another(filler: Filler, others: Sequence[Filler]) -> bool:
    """Whether its own article fills the slot with something else, too: then there are two happenings, or a list."""
    own = capitalised(filler.context.mention.text)
    return any(
        other.part is filler.part
        and other.is_date == filler.is_date
        and other.context.mention.value != filler.context.mention.value
        and _is_one_event(filler, other)
        and (filler.is_date or not own & capitalised(other.context.mention.text))
        for other in others
    )


def _why(left: Filler, right: Filler) -> str:
    """Why two fillers are one slot's, in words."""
    words = sorted({left.event.lower, right.event.lower}, key=lambda w: (w != left.event.lower, w))
    what = "time" if left.is_date else "place" if left.part in LOCATIONS else "name"
    if left.part is SlotRole.HOME:
        return f"both tell where “{left.beside}” lives, and neither article gives the other's {what}"
    told = " and ".join(f"“{word}”" for word in words)
    if are_other_lists(left.context.mention, right.context.mention):
        return f"both list the places of what seems to be one happening ({told}), and one place stands in both lists"
    return f"both seem to tell of one happening ({told}), and neither article gives the other's {what}"
