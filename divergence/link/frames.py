"""Sentences that are the same but for a value: the frame itself proves that the values are of one fact.

Two passages of two articles are aligned word by word (difflib). A mention whose words are not the same on the other
side is compared with what stands in its place there, whatever its kind; the words around both are the frame. A value
that both articles state in one frame is *restated*: it is no evidence against the other article.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from rapidfuzz import fuzz

from divergence.facts import Nature, Related, fact_type, figure_of
from divergence.facts.names.match import are_two_first_names
from divergence.facts.names.named import spaced
from divergence.facts.names.organisation import Bodies
from divergence.facts.names.person import People
from divergence.facts.names.role_value import role_of_words
from divergence.facts.place.value import Places, Spot
from divergence.facts.quantity.relating import (
    is_floor,
    none_of_others,
    of_one_whole,
    of_other_outcomes,
    planned_and_done,
)
from divergence.facts.time.date import form_of
from divergence.language.parsed import Parsed, Token
from divergence.lexicon.calendar import MONTHS, WEEKDAYS
from divergence.lexicon.cardinals import SMALL
from divergence.lexicon.groups import ONE_CREED, PEOPLE, head_relation
from divergence.lexicon.spelling import fold
from divergence.link.counterparts import LIGHT, counterparts, index_words
from divergence.link.facing import NEARLY_SAME, Facing, FramePair, Passage, Place, opcodes, read_passage
from divergence.link.relations import Relations
from divergence.link.shuffled import SAME_WORDS, is_shuffled, shared_words
from divergence.link.summed import is_in_sum
from divergence.link.wordings import SPELLING, copies, reworded, told_mention, words_told
from divergence.model.comparison import Relation
from divergence.model.fact import Hedge, Kind, Means, Mention
from divergence.model.text import Span

SAME_FRAME = 0.75
"""Share of the frame's words that must be the same for figures, and for names that both sides are known to be."""
SAME_NAMES = 0.85
"""The same for names of persons, organisations and places and for posts, which vary more freely."""
WHOLE_FRAME = 0.95
"""The same where one side's name is used by both articles."""
NEVER = 2.0
FEWEST_IN_NAME = 2
LONGEST = 8
"""Most words that may stand in the place of a value that the other side has."""
ADHERENTS = frozenset("democrat republican conservative liberal socialist communist independent tory labourite".split())
"""Words for a member of a party, which stand for somebody whom the article names elsewhere."""
NAMES = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.ROLE})
DEICTIC = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|ago|later|earlier|before|last|next|this|same|past|coming|now|day|week|month)\b",
    re.IGNORECASE,
)
"""Words that point to a day from where the article stands; what day that is, another article may print."""
BEYOND = 2
"""Words beside a figure that may change with it."""
FROM_BELOW = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
FROM_ABOVE = frozenset({Hedge.AT_MOST, Hedge.LESS_THAN})
_DIGITS = re.compile(r"\d+")
LITTLE = 0.05
"""Share by which two bounds (*more than 200*, *more than 205*) must differ to be told apart."""


@dataclass(frozen=True)
class Frames:
    """What the aligned passages of a story decide."""

    pairs: tuple[FramePair, ...] = ()
    restated: Mapping[Mention, Set[str]] = field(default_factory=dict)
    """The other articles, by id, that give a mention word for word in one frame."""

    def settles(self, left: Mention, right: Mention) -> str:
        """Why two mentions are no fact of their own, in words; empty where no frame says so.

        One has another counterpart than the other, or they are quotations that differ by a change told already.
        """
        restated = self.restates(right.span.article, left) or self.restates(left.span.article, right)
        if restated and not of_one_whole(left, right):
            return "the other article says the same in the same words"
        if left.kind is Kind.QUOTE:
            changes = self._unquoted.get(frozenset({left.span.article, right.span.article}), ())
            if any(_holds(left, right, pair) for pair in changes):
                return "the differing words are already reported"
        return ""

    def restates(self, article: str, mention: Mention) -> bool:
        """Whether another article, by its id, gives a mention word for word in one frame."""
        return article in self.restated.get(mention, ())

    @cached_property
    def _unquoted(self) -> Mapping[frozenset[str], Sequence[FramePair]]:
        """The changes outside any quotation, by their two articles."""
        found: dict[frozenset[str], list[FramePair]] = defaultdict(list)
        for pair in self.pairs:
            if pair.left.kind is not Kind.QUOTE:
                found[frozenset({pair.left.span.article, pair.right.span.article})].append(pair)
        return found


def _holds(left: Mention, right: Mention, pair: FramePair) -> bool:
    """Whether two quotations hold the two sides of a change."""
    sides = {left.span.article: left, right.span.article: right}
    return all(fold(m.text) in fold(sides[m.span.article].text) for m in (pair.left, pair.right))


def find_frames(articles: Sequence[Parsed], mentions: Iterable[Mention]) -> Frames:
    """All pairs of mentions of two articles that fill one place of one frame, and the mentions that are restated."""
    by_article: dict[str, list[Mention]] = {parsed.article.id: [] for parsed in articles}
    for mention in mentions:
        by_article[mention.span.article].append(mention)
    found: dict[tuple[Mention, Mention], FramePair] = {}
    restated = _Restated()
    placed: set[tuple[Mention, Mention]] = set()
    for facing in _all_facing(articles, by_article):
        left, right = facing.left, facing.right
        if left.words == right.words:
            restated.add_same(left, right)
            continue
        for pair in _filled(facing):
            key = pair.left, pair.right
            found[key] = max(pair, found.get(key, pair), key=lambda p: (not p.is_lead, p.share))
            if facing.is_whole and pair.share >= NEARLY_SAME:
                placed.add(key)
        restated.add(facing)
    # What stands at one place of two copies is told, even where one of them repeats the other's words elsewhere.
    told = Frames(restated=restated.by_mention())
    kept = [p for k, p in found.items() if k in placed or not told.restates(p.right.span.article, p.left)]
    return replace(told, pairs=tuple(sorted(kept, key=lambda p: (p.left.span, p.right.span, p.left.kind))))


class _Restated:
    """The mentions that other articles restate, as they are found; what copies repeat is looked at once."""

    def __init__(self) -> None:
        self._found: dict[int, tuple[Mention, set[str]]] = {}
        self._known: dict[Hashable, tuple[tuple[int, ...], ...]] = {}

    def add_same(self, left: Passage, right: Passage) -> None:
        """Two passages of the same words restate all that has a frame in them."""
        self._enter(left.framed, right)
        self._enter(right.framed, left)

    def add(self, facing: Facing) -> None:
        """What two aligned passages restate, which their words and where the mentions stand in them decide."""
        left, right = facing.left, facing.right
        key = left.words, left.places, right.words, right.places
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = tuple(tuple(_restated(facing, back=back)) for back in (False, True))
        self._enter((left.mentions[n][0] for n in known[0]), right)
        self._enter((right.mentions[n][0] for n in known[1]), left)

    def _enter(self, mentions: Iterable[Mention], other: Passage) -> None:
        article = other.parsed.article.id
        for mention in mentions:
            # The mention is kept, or another might have its id.
            self._found.setdefault(id(mention), (mention, set()))[1].add(article)

    def by_mention(self) -> Mapping[Mention, Set[str]]:
        """The articles that restate each mention."""
        found: dict[Mention, set[str]] = defaultdict(set)
        for mention, articles in self._found.values():
            found[mention] |= articles
        return dict(found)


def _all_facing(articles: Sequence[Parsed], mentions: Mapping[str, Sequence[Mention]]) -> Iterator[Facing]:
    """Paragraphs and sentences of two articles that tell the same, and copies of one text as wholes.

    What stands in a line of its own, a caption or a date, has its frame in the lines around it.
    """
    copied, relations = copies(articles), Relations()
    faced: set[tuple[Span, Span]] = set()
    for cut in (_paragraphs, _sentences):
        passages = [[read_passage(p, tokens, mentions[p.article.id]) for tokens in cut(p)] for p in articles]
        for left, right in _facing(passages):
            if (left.span, right.span) in faced:  # paragraphs of one sentence
                continue
            faced.add((left.span, right.span))
            of_copies = (left.parsed.article.id, right.parsed.article.id) in copied
            yield _aligned(left, right, relations, copies=of_copies)
    wholes = {p.article.id: read_passage(p, p.tokens, mentions[p.article.id]) for p in articles if copied}
    for first, second in sorted(copied):
        yield _aligned(wholes[first], wholes[second], relations, copies=True)


def _aligned(left: Passage, right: Passage, relations: Relations, *, copies: bool) -> Facing:
    codes = opcodes(left.words, right.words) if left.words != right.words else ()
    return Facing(left, right, codes, copies=copies, relations=relations)


def _facing(articles: Sequence[Sequence[Passage]]) -> Iterator[tuple[Passage, Passage]]:
    """Passages of two articles that tell the same; one that the other article repeats faces only its like."""
    worded = [{passage.words for passage in passages} for passages in articles]
    indexed = index_words([[passage.distinct for passage in passages] for passages in articles])
    for i, j in combinations(range(len(articles)), 2):
        for ours, theirs in counterparts(indexed[i], indexed[j]):
            left, right = articles[i][ours], articles[j][theirs]
            if left.words == right.words or not (left.words in worded[j] or right.words in worded[i]):
                yield left, right


def _sentences(parsed: Parsed) -> list[Sequence[Token]]:
    return [parsed.words(s) for s in parsed.sentences]


def _paragraphs(parsed: Parsed) -> list[Sequence[Token]]:
    grouped: dict[int, list[Token]] = defaultdict(list)
    for sentence in parsed.sentences:
        grouped[sentence.paragraph].extend(parsed.words(sentence))
    return list(grouped.values())


def _restated(facing: Facing, *, back: bool) -> Iterator[int]:
    """The mentions of one side, by number, whose words, and most words around them, are the same on the other."""
    for number, words in enumerate((facing.right if back else facing.left).places):
        if not facing.stays(words, back=back):
            continue
        theirs = facing.counterpart(*words, back=back)
        sides = (theirs, words) if back else (words, theirs)
        if facing.is_same(*sides) and facing.share(*sides) >= SAME_FRAME:
            yield number


def _filled(facing: Facing) -> Iterator[FramePair]:
    """Mentions that differ from what stands in their place on the other side."""
    for mention, words in facing.left.mentions:
        if not facing.stays(words):
            yield from _facing_pair(facing, mention, words, back=False)
    for mention, words in facing.right.mentions:
        if not facing.stays(words, back=True):
            yield from _facing_pair(facing, mention, words, back=True)
    if facing.copies:
        yield from _in_another_order(facing)
    yield from _unread(facing)
    yield from reworded(facing)


def _facing_pair(facing: Facing, mention: Mention, words: Place, *, back: bool) -> Iterator[FramePair]:
    """The mention and what fills its place, where the frame is the same and the values cannot both be right."""
    place = facing.counterpart(*words, back=back)
    sides = (place, words) if back else (words, place)
    share = facing.share(*sides) if place[0] < place[1] else 0.0
    if share < SAME_FRAME:
        return
    other = facing.left if back else facing.right
    known = [(m, w) for m, w in other.mentions if m.kind is mention.kind and w[0] < place[1] and place[0] < w[1]]
    partner: Mention | None
    if known:
        partner, taken = min(known, key=lambda k: (abs(len(k[0].text) - len(mention.text)), k[0].span))
    elif share >= NEARLY_SAME:
        partner, taken = _read_otherwise(mention, other, place) or _made(other, place, mention), place
    else:
        return
    if partner is None:
        return
    one, two = (partner, mention) if back else (mention, partner)
    if Means.NOUN in {one.means, two.means} or one.standing is not two.standing or _are_apart(facing, one, two):
        return
    filled = (taken, words) if back else (words, taken)
    related = _related(facing, one, two) or _other_day(one, two, facing.changed(*sides))
    if related is None or not _fills(facing, one, filled) or _is_beside(facing, one, two):
        return
    if share >= _needed(facing, one, two):
        yield FramePair(one, two, related, round(share, 3), facing.changed(*sides))


def _are_apart(facing: Facing, left: Mention, right: Mention) -> bool:
    """Whether two values are of two things or of a part and all, or one in two units, whatever stands around them."""
    if _is_summed(facing.left, left, right) or _is_summed(facing.right, right, left):
        return True
    others = none_of_others(left, right) or of_other_outcomes(left, right) or planned_and_done(left, right)
    return others or _converted(facing, left, right) or (not facing.copies and _is_of_others(facing, left, right))


def _is_of_others(facing: Facing, left: Mention, right: Mention) -> bool:
    """Whether two writers tell two figures of two groups (*11 children*, *15 civilians*) or of two days.

    Where one text was copied, such a change is told with that of the figure.
    """
    if left.kind is not Kind.NUMBER:
        return False
    heads = {left.slot.head, right.slot.head}
    if heads <= PEOPLE and head_relation(left.slot.head, right.slot.head) == "other":
        return True
    ours, theirs = ([m for m, _ in p.mentions if m.kind is Kind.DATE] for p in (facing.left, facing.right))
    relate = facing.relations.of
    return bool(ours and theirs) and all(relate(a, b) is Relation.CONFLICTS for a in ours for b in theirs)


def _is_summed(passage: Passage, mention: Mention, other: Mention) -> bool:
    return is_in_sum(passage.row(mention), other)


def _is_beside(facing: Facing, one: Mention, two: Mention) -> bool:
    """Whether one value stands in the other passage as often as in its own: the other is told beside it, not for it.

    Where both do, they have changed places.
    """
    if fact_type(one.kind).nature in {Nature.NAME, Nature.WORDS} or facing.is_whole:
        return False
    relations, left, right = facing.relations, facing.left, facing.right
    return _stands_in(left, right, one, relations) != _stands_in(right, left, two, relations)


def _stands_in(own: Passage, other: Passage, value: Mention, relations: Relations) -> bool:
    """Whether another passage states a value at least as often as the value's own."""
    counts = [
        sum(m.kind is value.kind and relations.of(m, value) is Relation.SAME for m, _ in passage.mentions)
        for passage in (own, other)
    ]
    return counts[1] >= max(1, counts[0])


def _in_another_order(facing: Facing) -> Iterator[FramePair]:
    """Mentions that differ in two sentences of the same words in another order, voice or tense."""
    if not is_shuffled(facing):
        return
    for mention, words in facing.left.mentions:
        for other, place in facing.right.mentions:
            related = _plainly_other(facing, mention, other)
            share = shared_words(facing, words, place) if related is not None else 0.0
            if related is not None and share >= max(SAME_WORDS, _needed(facing, mention, other)):
                yield FramePair(mention, other, related, round(share, 3), facing.changed(words, place))


def _plainly_other(facing: Facing, left: Mention, right: Mention) -> Related | None:
    """How two values stand that cannot both be right and that no other mention of the two sentences has in common."""
    if left.kind is not right.kind or left.standing is not right.standing or Means.NOUN in {left.means, right.means}:
        return None
    if left.kind in NAMES and len(left.text.split()) != len(right.text.split()):
        return None
    related = facing.relations.related(left, right)
    if left.kind is Kind.QUOTE or related.relation is not Relation.CONFLICTS or _are_apart(facing, left, right):
        return None
    relations = facing.relations
    stated = _is_stated(facing.right, left, relations) or _is_stated(facing.left, right, relations)
    return None if stated else related


def _is_stated(passage: Passage, value: Mention, relations: Relations) -> bool:
    return any(m.kind is value.kind and relations.of(m, value) is Relation.SAME for m, _ in passage.mentions)


def _converted(facing: Facing, left: Mention, right: Mention) -> bool:
    """Whether two sums or measures may be one in two units: each article converts for its own readers, a copy does not.

    Those in brackets are conversions even in a copy.
    """
    ours, theirs = figure_of(left), figure_of(right)
    if not ours or not theirs or ours.unit == theirs.unit:
        return False
    texts = facing.left.parsed.article.text, facing.right.parsed.article.text
    brackets = [t[: m.span.start].rstrip().endswith("(") for t, m in zip(texts, (left, right), strict=True)]
    is_other_figure = (ours.low, ours.high) != (theirs.low, theirs.high)
    return all(brackets) or (left.kind is Kind.MONEY and is_other_figure and not facing.copies)


def _read_otherwise(mention: Mention, passage: Passage, place: Place) -> Mention | None:
    """A figure that stands in the place of a figure of another kind, as one of that kind (*146* for *46*)."""
    beside = [m for m, w in passage.mentions if w[0] < place[1] and place[0] < w[1]]
    alike = [m for m in beside if type(m.value) is type(mention.value) and m.means is not Means.NOUN]
    if mention.kind in NAMES or mention.kind is Kind.DATE or not alike:
        return None
    return replace(min(alike, key=lambda m: (len(m.text), m.span)), kind=mention.kind, rule="frame")


def _needed(facing: Facing, left: Mention, right: Mention) -> float:
    """The share of the frame that must be the same for two values to be of one fact; above 1 where nothing proves it.

    Articles call a person, a body or a place now this, now that. A name that the other article uses as well may be
    another way to speak of the same one.
    """
    if left.kind is Kind.DATE and (form_of(left) != form_of(right) or is_deictic(left) != is_deictic(right)):
        return NEVER
    if left.kind not in NAMES:
        return SAME_FRAME
    if may_be_one_name(left, right):
        return NEVER
    uses = _names_it(facing.right, left.text), _names_it(facing.left, right.text)
    return NEVER if all(uses) else WHOLE_FRAME if any(uses) else SAME_NAMES


def is_deictic(mention: Mention) -> bool:
    return DEICTIC.search(mention.text) is not None


def _names_it(passage: Passage, name: str) -> bool:
    """Whether an article uses a name anywhere."""
    return re.search(rf"\b{re.escape(name)}\b", passage.parsed.article.text) is not None


def may_be_one_name(left: Mention, right: Mention) -> bool:
    """Whether two names may well be one: spelled in two ways, or one with fewer words, or no proper name at all.

    A number at the head of a sentence (*Fifteen …*) is none; *the Ohio Democrat* may be anybody.
    """
    ours, theirs = (re.findall(r"\w+", m.text.casefold()) for m in (left, right))
    few, many = sorted((set(ours) - LIGHT, set(theirs) - LIGHT), key=len)
    if any(words and set(words) <= SMALL.keys() for words in (ours, theirs)):
        return True
    only = ["".join(w for w in words if w not in few & many) for words in (ours, theirs)]
    spelled = fuzz.ratio(*only) >= SPELLING and not are_two_first_names(*only)
    if few <= many or spelled or set(only) <= ONE_CREED:
        return True
    if left.kind is Kind.PERSON and any(words and words[-1] in ADHERENTS for words in (ours, theirs)):
        return True
    if left.kind is Kind.ROLE:
        return False
    proper = all(any(c.isupper() for c in m.text) for m in (left, right))
    return not proper or (bool(few & many) and len(few) != len(many))


def _fills(facing: Facing, mention: Mention, filled: tuple[Place, Place]) -> bool:
    """Whether the words that differ there are the values', a figure's with a word or two beside it."""
    beyond = BEYOND if mention.kind not in NAMES else 0
    for tag, a, b, c, d in facing.codes:
        if tag == "equal" or not _touches(filled, (a, b), (c, d)):
            continue
        ours = [i for i in range(a, b) if not filled[0][0] <= i < filled[0][1] and facing.left.words[i] not in LIGHT]
        theirs = [j for j in range(c, d) if not filled[1][0] <= j < filled[1][1] and facing.right.words[j] not in LIGHT]
        if max(len(ours), len(theirs)) > beyond:
            return False
    return True


def _touches(filled: tuple[Place, Place], ours: Place, theirs: Place) -> bool:
    return any(a < y and x < b for (a, b), (x, y) in zip(filled, (ours, theirs), strict=True))


def _related(facing: Facing, left: Mention, right: Mention) -> Related | None:
    """How two values that fill one place stand; what cannot be told apart by value is told apart by its words."""
    if left.kind is Kind.QUOTE:
        return None
    related, copies = facing.relations.related(left, right), facing.copies
    if related.relation is Relation.CONFLICTS:
        return related
    edited = copies and _is_other_figure(left, right)
    if related.relation is not Relation.CANNOT_TELL and not edited and not _other_bounds(left, right, copies=copies):
        return None
    if (left.kind is Kind.DATE and _is_shortened(left.text, right.text)) or _lacks_unit(left, right):
        return None
    words = fact_type(left.kind).phrase(left), fact_type(left.kind).phrase(right)
    return Related(Relation.CONFLICTS, f"{words[0]} and {words[1]} are not the same") if words[0] != words[1] else None


def _is_other_figure(left: Mention, right: Mention) -> bool:
    """Whether one form holds two figures: *20 percent*, *21 percent*; *12 to 18 months*, *13 to 18 months*.

    Elsewhere one may round the other; in a copy somebody put another figure in its place.
    """
    if not figure_of(left) or left.hedge is not right.hedge or is_floor(left) or is_floor(right):
        return False
    forms = [_DIGITS.sub("0", m.text.replace(",", "")) for m in (left, right)]
    return forms[0] == forms[1] and left.text != right.text and any(c.isdigit() for c in left.text)


def _lacks_unit(left: Mention, right: Mention) -> bool:
    """Whether two values are one figure, of which one is read without its unit."""
    ours, theirs = figure_of(left), figure_of(right)
    if not ours or not theirs or (ours.low, ours.high) != (theirs.low, theirs.high):
        return False
    return bool(ours.unit) != bool(theirs.unit)


def _is_shortened(left: str, right: str) -> bool:
    """*Oct. 7* beside *Oct. 7, 2023*: one only leaves words out."""
    few, many = sorted((set(re.findall(r"\w+", text.casefold())) for text in (left, right)), key=len)
    return few <= many


def _other_day(left: Mention, right: Mention, changed: tuple[str, str]) -> Related | None:
    """Two dates in which just a day, a month or a figure stands for another, whatever else they have in common."""
    ours, theirs = changed[0].split(), changed[1].split()
    if left.kind is not Kind.DATE or len(ours) != len(theirs) or not ours:
        return None
    if not all(a != b and _sort(a) and _sort(a) == _sort(b) for a, b in zip(ours, theirs, strict=True)):
        return None
    return Related(Relation.CONFLICTS, f"“{left.text}” and “{right.text}” are not the same")


def _sort(word: str) -> str:
    """Whether a word of a date is a day, a month or a figure."""
    if word.isdigit():
        return "figure"
    return "day" if word in WEEKDAYS else "month" if word in MONTHS else ""


def _other_bounds(left: Mention, right: Mention, *, copies: bool) -> bool:
    """Whether two bounds of one sort (*more than 200*, *more than 900*) are drawn at plainly different figures.

    Or whether one is drawn from below and one from above at one figure (*at least 12*, *at most 12*). At two figures
    (*at least 45*, *as many as 60*) both can hold, so that only a copy's change from one to the other is told.
    """
    if (left.hedge in FROM_BELOW and right.hedge in FROM_ABOVE) or (
        left.hedge in FROM_ABOVE and right.hedge in FROM_BELOW
    ):
        return copies or _bound(left) == _bound(right)
    if left.kind is Kind.DATE or left.hedge is not right.hedge or left.hedge is Hedge.EXACTLY:
        return False
    if is_floor(left) or is_floor(right):
        return False
    ours, theirs = figure_of(left), figure_of(right)
    if not ours or not theirs or ours.unit != theirs.unit:
        return False
    low, high = sorted(abs(float(figure.low)) for figure in (ours, theirs))
    return high - low > LITTLE * high


def _bound(mention: Mention) -> Decimal | None:
    """The one figure of a bound."""
    figure = figure_of(mention)
    return figure.low if figure else None


def _made(passage: Passage, place: Place, known: Mention) -> Mention | None:
    """A mention of the words that stand in the place of a known value, of the known value's kind."""
    first, last = place
    while first < last and passage.words[first] in LIGHT:
        first += 1
    tokens = passage.tokens[first:last]
    if not tokens or len(tokens) > LONGEST:
        return None
    start, end = tokens[0].start, tokens[-1].end
    value = _value(known.kind, spaced(passage.parsed.article.text[start:end]), tokens)
    if value is None:
        return None
    return replace(told_mention(passage, tokens, known.kind, value), slot=known.slot, standing=known.standing)


def _value(kind: Kind, text: str, tokens: Sequence[Token]) -> Hashable | None:
    """The value of words that no recogniser took for one: a name needs capitals, a post a noun."""
    if kind is Kind.ROLE:
        return name_as(kind, text) if tokens[-1].pos in {"NOUN", "PROPN"} else None
    named = [t for t in tokens if t.lower not in LIGHT]
    proper = bool(named) and all(t.text[:1].isupper() and t.pos != "PRON" for t in named)
    return name_as(kind, text) if proper else None


def name_as(kind: Kind, text: str) -> Hashable | None:
    """A name or post as the value of its kind; nothing for a kind that names nothing."""
    made: dict[Kind, Callable[[], Hashable]] = {
        Kind.PERSON: lambda: People((text,)),
        Kind.ORGANISATION: lambda: Bodies((text,)),
        Kind.PLACE: lambda: Places((Spot(text),)),
        Kind.ROLE: lambda: role_of_words(text.split(), len(text.split()) - 1),
    }
    return made[kind]() if kind in made else None


def _unread(facing: Facing) -> Iterator[FramePair]:
    """Names in one place that no recogniser takes for names: with an article before them bodies, else persons.

    A single capitalised word may be the first of its sentence, or the name of a people.
    """
    for tag, a, b, c, d in facing.codes:
        if tag != "replace" or _is_read((a, b), facing.left) or _is_read((c, d), facing.right):
            continue
        share = facing.share((a, b), (c, d))
        before = facing.left.words[a - 1] if a else ""
        kind = Kind.ORGANISATION if before == "the" else Kind.PERSON
        pattern = replace(words_told(facing.left, (a, b)), kind=kind)
        one, two = _made(facing.left, (a, b), pattern), _made(facing.right, (c, d), pattern)
        if one is None or two is None or share < max(NEARLY_SAME, _needed(facing, one, two)):
            continue
        if min(len(one.text.split()), len(two.text.split())) < FEWEST_IN_NAME:
            continue
        related = _related(facing, one, two)
        if related is not None:
            yield FramePair(one, two, related, round(share, 3), facing.changed((a, b), (c, d)))


def _is_read(place: Place, passage: Passage) -> bool:
    """Whether a mention other than a quotation takes part of a place."""
    return any(m.kind is not Kind.QUOTE and a < place[1] and place[0] < b for m, (a, b) in passage.mentions)


def grouped(pairs: Sequence[FramePair]) -> tuple[tuple[FramePair, ...], ...]:
    """Pairs of one change together, the deciding one first, all of its kind.

    A name changed in ten sentences is one finding; where the changed words lie in mentions of several kinds (a place in
    the name of an office), the shortest mention says what changed.
    """
    changes: dict[tuple[str, ...], list[FramePair]] = defaultdict(list)
    for pair in pairs:
        figure = () if pair.left.kind in NAMES else (pair.left.kind.value, pair.left.slot.head)
        changes[(*_stems(*map(_without_light, pair.changed)), *figure)].append(pair)
    found = []
    for change in changes.values():
        first = min(change, key=lambda p: (len(p.left.text) + len(p.right.text), -p.share, p.left.span, p.right.span))
        alike = [p for p in change if p.left.kind is first.left.kind and p is not first]
        others = (_of_kind(p, first.left.kind) for p in change if p.left.kind is not first.left.kind)
        alike += [p for p in others if p is not None and not any(_meet(p, known) for known in (first, *alike))]
        found.append((first, *alike))
    return tuple(_without_overlaps(found))


def _meet(pair: FramePair, other: FramePair) -> bool:
    """Whether two pairs are of the same words."""
    sides = (pair.left.span, pair.right.span), (other.left.span, other.right.span)
    return any(a.overlaps(b) for a in sides[0] for b in sides[1])


def _without_light(words: str) -> str:
    """Changed words without articles and the like, which may stand in one of several places of a change."""
    return " ".join(w for w in words.split() if w not in LIGHT) or words


def _stems(left: str, right: str) -> tuple[str, str]:
    """Two changed words without their common ending: *Syrian* / *Valencian* is the change of *Syria* / *Valencia*."""
    common = 0
    while common < min(len(left), len(right)) - 1 and left[-1 - common] == right[-1 - common]:
        common += 1
    return left[: len(left) - common], right[: len(right) - common]


def _of_kind(pair: FramePair, kind: Kind) -> FramePair | None:
    """A pair as one of another kind of name."""
    if pair.left.kind is kind:
        return pair
    sides = [
        replace(m, kind=kind, value=value)
        for m in (pair.left, pair.right)
        if kind in NAMES and (value := name_as(kind, spaced(m.text))) is not None
    ]
    return replace(pair, left=sides[0], right=sides[1]) if len(sides) == 2 else None


def _telling_first(change: Sequence[FramePair]) -> tuple[bool, bool, int, Span]:
    """The order in which changes of the same words are kept: values before mere words, then the shortest mention."""
    first = change[0]
    return first.is_lead, first.left.kind is Kind.EVENT, len(first.left.text) + len(first.right.text), first.left.span


def _without_overlaps(found: Sequence[tuple[FramePair, ...]]) -> Iterator[tuple[FramePair, ...]]:
    """One finding for words that lie in several: the one with the shortest mention."""
    taken: dict[str, list[Span]] = defaultdict(list)
    for change in sorted(found, key=_telling_first):
        sides = change[0].left.span, change[0].right.span
        if not any(side.overlaps(span) for side in sides for span in taken[side.article]):
            for span in (s for p in change for s in (p.left.span, p.right.span)):
                taken[span.article].append(span)
            yield change
