"""What fills the slots of a happening: who it was named, who did it and to whom, where and when (slot filling).

The slot of ``divergence.model.fact`` tells what a value is about, from its own words; here the clause is read the other
way round, from the happening to whoever and whatever has a part in it, alike in every voice and wording: *led by X*,
*headed by X*, *X led*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from divergence.facts.about.slots import tokens_in
from divergence.language import grammar
from divergence.language.parsed import Parsed, Sentence, Token
from divergence.lexicon.calendar import DAYS_AND_MONTHS
from divergence.lexicon.groups import SOMEBODY
from divergence.lexicon.happenings import AT, BEARING, BROAD, MAKING, NAMING, TO
from divergence.lexicon.outcomes import happening, idiom, outcome_of
from divergence.link.context import Context, is_term, term
from divergence.model.fact import Factuality, Kind

NAMED = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE})
"""Kinds of names that fill slots; which of them a name is, recognisers often disagree on."""
WITHIN = frozenset({"appos", "compound", "flat", "nmod:desc", "nmod:unmarked"})
"""Relations of a name to the noun it stands with: ``commander Idris Kamal``."""
SUBJECT, OBJECT = frozenset({"nsubj", "nsubj:pass"}), frozenset({"obj", "iobj"})
CORE = SUBJECT | OBJECT | {"obl", "obl:agent", "nmod", "root"}


AREAS = frozenset(
    "area capital city coast district mountain outskirt port province region state suburb town village".split()
)
"""What a happening is in where a name says which: *in the mountains of X*."""
NEAR = 2
"""Sentences before and after that tell what a sentence is about."""
TITLE = 6
"""Most words, titles and callings, between *by* or *as* and a name."""
ANY_ONE = frozenset({"a", "an", "another", "different", "other", "some"})
"""Words before a noun that names none in particular."""
CLAUSE = 8
"""Most words between a verb and the *by* or *as* that belongs to it."""


class SlotRole(StrEnum):
    """What part a filler has in a happening."""

    CALLED = "called"
    DOES = "does"
    SUFFERS = "suffers"
    AT = "at"
    TO = "to"
    WHEN = "when"
    HOME = "home"


LOCAL = frozenset({SlotRole.AT, SlotRole.TO})
"""Parts that a place has only in what it is told of directly: *a trip to X* ends where it ends, not in X."""


@dataclass(frozen=True, slots=True)
class Filler:
    """A name or date and the happening in which it has a part."""

    context: Context
    part: SlotRole
    event: Token
    """The verb or noun for the happening."""
    outcome: str
    """The class of what happened, as the lexicon of outcomes has it, or nothing."""
    beside: str
    """The noun of the other participant, or of whoever gets a name; a name keeps its capital; empty for none."""
    words: frozenset[str]
    """The other words of its sentence, in small letters."""
    terms: frozenset[str]
    """Those of them that tell something, in their dictionary form."""
    around: frozenset[str]
    """The telling words of its sentence and of those around it, figures among them."""
    names: frozenset[str]
    """Those of them that are names."""

    @property
    def is_date(self) -> bool:
        return self.context.mention.kind is Kind.DATE


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a mention stands in the parse."""

    parsed: Parsed
    first: int
    last: int
    head: int
    """The token that ties it to its clause."""
    relation: str
    """The relation of the head, or of the noun it stands with."""
    case: str
    """The preposition before it."""
    above: int
    """The token that governs it, or the noun it stands with."""
    verb: int | None = None
    """The verb that a *by* or *as* before it belongs to, where it is known by its place alone."""

    def holds(self, index: int | None) -> bool:
        return index is not None and self.first <= index < self.last

    def token(self, index: int) -> Token:
        return self.parsed.tokens[index]


def fillers(parsed: Parsed, contexts: Iterator[Context] | list[Context]) -> tuple[Filler, ...]:
    """The names and dates of an article that fill a slot of a happening which the article states."""
    found = (_filler(parsed, c) for c in contexts if c.mention.kind in NAMED or c.mention.kind is Kind.DATE)
    return tuple(f for f in found if f is not None)


def _filler(parsed: Parsed, context: Context) -> Filler | None:
    mention = context.mention
    if mention.standing is not Factuality.ASSERTED or mention.slot.negated:
        return None
    place = _place(parsed, context)
    if mention.kind is not Kind.DATE:
        if not _is_named(place):
            return None
        named = _called(place) or _beside_noun(place) or _at_home(place)
        if named is not None:
            return _made(place, context, *named)
    governing = place.verb if place.verb is not None else grammar.predicate(parsed, place.head)
    if governing is None:
        return None
    found = _given(place, governing) if mention.kind is not Kind.DATE else None
    part = found[0] if found else _part(place, governing, mention.kind)
    event = found[1] if found else _event(place, governing)
    if part is None or event is None or (part in LOCAL and not _is_tied(place, governing, event)):
        return None
    beside = event.lemma if found and event.pos == "NOUN" else _beside(place, governing, part)
    return _made(place, context, part, event, beside, _outcome(place, governing, event))


def _is_named(place: _Place) -> bool:
    """Whether a mention has a capital, and is not one of several that nobody names: *checks into a different Home*."""
    words = place.parsed.tokens[place.first : place.last]
    before = place.token(place.first - 1).lower if place.first else ""
    return any(t.text[:1].isupper() and t.pos != "PRON" for t in words) and before not in ANY_ONE


def _place(parsed: Parsed, context: Context) -> _Place:
    first, last = tokens_in(parsed, context.mention.span.start, context.mention.span.end)
    outer = [i for i in range(first, last) if not first <= parsed.tokens[i].head < last or parsed.tokens[i].head == i]
    tied = [i for i in outer if parsed.tokens[i].dep in CORE]
    head = tied[0] if tied else grammar.head_of(parsed, first, last)
    cases = (c for i in range(first, last) for c in grammar.dependents(parsed, i, "case") if c <= head)
    case = next((parsed.tokens[c].lower for c in cases if parsed.tokens[c].tag != "POS"), "")
    marked = None if case else _marked(parsed, first)
    at = head
    while parsed.tokens[at].dep in WITHIN and parsed.tokens[at].head != at:
        at = parsed.tokens[at].head
    if marked is not None:
        return _Place(parsed, first, last, head, "obl", marked[0], marked[1], marked[1])
    return _Place(parsed, first, last, head, parsed.tokens[at].dep, case, parsed.tokens[at].head)


def _marked(parsed: Parsed, first: int) -> tuple[str, int] | None:
    """The *by* or *as* before a name with titles and callings, and its verb, as they stand, whatever the parse."""
    start = parsed.sentences[parsed.tokens[first].sentence].first
    for at in range(first - 1, max(start, first - 1 - TITLE) - 1, -1):
        if parsed.tokens[at].lower in {"by", "as"}:
            before = range(at - 1, max(start, at - CLAUSE) - 1, -1)
            verb = next((i for i in before if grammar.is_verb(parsed, i)), None)
            return (parsed.tokens[at].lower, verb) if verb is not None else None
        if parsed.tokens[at].pos not in {"NOUN", "PROPN", "ADJ", "DET"}:
            return None
    return None


def _called(place: _Place) -> tuple[SlotRole, Token, str] | None:
    """What a name is said to be: *the new coach is X*, *the epicentre was near X*."""
    if not grammar.dependents(place.parsed, place.head, "cop"):
        return None
    noun = next(iter(grammar.dependents(place.parsed, place.head, "nsubj")), None)
    if noun is None or place.token(noun).pos != "NOUN":
        return None
    return (SlotRole.AT if place.case in AT else SlotRole.CALLED), place.token(noun), place.token(noun).lemma


def _beside_noun(place: _Place) -> tuple[SlotRole, Token, str] | None:
    """Whom a name is put beside: *a missing girl, X*, *the victim, X*, *X, the winner*."""
    noun = grammar.apposition(place.parsed, place.head)
    if noun is None or place.token(noun).tag != "NN" or place.token(noun).lemma not in SOMEBODY:
        return None
    return SlotRole.CALLED, place.token(noun), place.token(noun).lemma


def _at_home(place: _Place) -> tuple[SlotRole, Token, str] | None:
    """Where somebody is from: *a native of X*, *Lena Frost, of X*."""
    if place.relation != "nmod" or place.case != "of":
        return None
    above = place.token(place.above)
    if above.lemma == "native":
        return SlotRole.AT, above, ""
    phrase = (place.token(i) for i in range(*grammar.noun_phrase(place.parsed, above.index)))
    name = " ".join(t.text for t in phrase if t.pos == "PROPN")
    return (SlotRole.HOME, above, name) if above.pos == "PROPN" else None


def _given(place: _Place, verb: int) -> tuple[SlotRole, Token] | None:
    """A name or a post that the clause gives to somebody, or a deed that somebody takes on."""
    lemma = place.token(verb).lemma
    if lemma in NAMING and (place.case == "as" or _is_complement(place, verb)):
        return SlotRole.CALLED, place.token(verb)
    posts = [noun for case, noun in grammar.obliques(place.parsed, verb) if case == "as" and not place.holds(noun)]
    if lemma in MAKING and posts and _is_object(place, verb):
        return SlotRole.CALLED, place.token(posts[0])
    taken = [*grammar.objects(place.parsed, verb), grammar.subject(place.parsed, verb)]
    owned = next((place.token(i) for i in taken if i is not None and place.token(i).lemma == "responsibility"), None)
    if owned is not None and (place.case == "by" or place.relation == "nsubj"):
        return SlotRole.DOES, owned
    return None


def _is_object(place: _Place, verb: int) -> bool:
    return place.relation in OBJECT or (place.relation in SUBJECT and grammar.is_passive(place.parsed, verb))


def _is_complement(place: _Place, verb: int) -> bool:
    """Whether a name is what the subject of a passive verb is called: *was named X*."""
    passive = grammar.is_passive(place.parsed, verb)
    return passive and not place.case and place.relation not in SUBJECT and place.relation != "nmod:poss"


def _part(place: _Place, verb: int, kind: Kind) -> SlotRole | None:
    """What part a name or date has in what its clause tells."""
    if kind is Kind.DATE:
        return SlotRole.WHEN
    if place.token(verb).lemma in NAMING:
        return None
    if place.case:
        return _by_case(place, verb)
    if place.relation in SUBJECT:
        return SlotRole.SUFFERS if grammar.is_passive(place.parsed, verb) else SlotRole.DOES
    if place.relation in OBJECT:
        return SlotRole.AT if kind is Kind.PLACE else SlotRole.SUFFERS
    return None


def _by_case(place: _Place, verb: int) -> SlotRole | None:
    if place.case == "by":
        return SlotRole.DOES if place.verb is not None or grammar.is_passive(place.parsed, verb) else None
    if place.token(verb).lemma == "live":
        return SlotRole.HOME
    if place.case == "of" and place.token(place.above).lemma in AREAS:
        return SlotRole.AT
    return SlotRole.AT if place.case in AT else SlotRole.TO if place.case in TO else None


def _event(place: _Place, verb: int) -> Token | None:
    """What happens: the verb, or the noun that a verb without a meaning of its own carries."""
    token = place.token(verb)
    if token.lemma not in BEARING:
        return None if token.lemma in BROAD else token
    carried = (grammar.patient(place.parsed, verb), grammar.subject(place.parsed, verb))
    nouns = [place.token(i) for i in carried if i is not None and not place.holds(i)]
    noun = next((t for t in nouns if t.pos == "NOUN" and t.lemma != "place"), None)
    if noun is not None:
        return noun
    if token.lemma in {"happen", "occur"}:
        return _told_before(place.parsed, token)
    return token if token.lemma in {"begin", "start", "open"} or _is_held(place, verb) else None


def _is_tied(place: _Place, verb: int, event: Token) -> bool:
    """Whether a place is told of the happening itself, or of who or what takes part in it (*a court in X upheld*), or
    of where it takes place.
    """
    if place.above in {verb, event.index} or place.relation in SUBJECT | OBJECT:
        return True
    above = place.token(place.above)
    before = grammar.preposition(place.parsed, above.index)
    takes_part = above.dep in SUBJECT | OBJECT or before == "by" or before in AT  # *fell off a bridge in X*
    return place.relation == "nmod" and above.head == verb and takes_part


def _is_held(place: _Place, verb: int) -> bool:
    """Whether a person is held, in prison or elsewhere."""
    return place.token(verb).lemma == "hold" and grammar.is_passive(place.parsed, verb)


def _told_before(parsed: Parsed, token: Token) -> Token | None:
    """The happening of the sentence before, for *it occurred*."""
    before = parsed.words(parsed.sentences[token.sentence - 1]) if token.sentence else ()
    return next((t for t in before if t.pos == "NOUN" and happening(t.lemma)), None)


def _beside(place: _Place, verb: int, part: SlotRole) -> str:
    """The noun of the other participant."""
    whom = grammar.agent(place.parsed, verb) if part is SlotRole.SUFFERS else grammar.patient(place.parsed, verb)
    if whom is None or place.holds(whom):
        whom = grammar.subject(place.parsed, verb)
    if whom is None or place.holds(whom) or place.token(whom).pos == "PRON":
        return ""
    return _called_by(place.token(whom))


def _called_by(noun: Token) -> str:
    """A noun's dictionary form; a name as it is printed."""
    return noun.text if noun.pos == "PROPN" else noun.lemma.lower()


def _outcome(place: _Place, verb: int, event: Token) -> str:
    if event.index == verb and _is_held(place, verb):
        return "arrested"
    idioms = (idiom(place.token(verb).lemma, place.token(c).lemma) for c in place.parsed.children[verb])
    return next(filter(None, idioms), "") or outcome_of(event.lower, event.lemma)


def _made(place: _Place, context: Context, part: SlotRole, event: Token, beside: str, outcome: str = "") -> Filler:
    own = {*range(place.first, place.last), event.index}
    number = place.token(place.head).sentence
    words = [t for t in place.parsed.words(place.parsed.sentences[number]) if t.index not in own]
    near = [t for s in _near(place.parsed, number) for t in place.parsed.words(s) if t.index not in own]
    around = [t for t in near if is_term(t) or (t.pos == "NUM" and any(c.isdigit() for c in t.text))]
    return Filler(
        context,
        part,
        event,
        outcome,
        beside,
        words=frozenset(t.lower for t in words),
        terms=frozenset(term(t) for t in words if is_term(t)),
        around=frozenset(map(term, around)),
        names=frozenset(term(t) for t in around if t.pos == "PROPN" and t.lower not in DAYS_AND_MONTHS),
    )


def _near(parsed: Parsed, number: int) -> tuple[Sentence, ...]:
    return parsed.sentences[max(0, number - NEAR) : number + NEAR + 1]
