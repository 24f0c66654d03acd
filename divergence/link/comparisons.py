"""How two mentions are compared: ordered, named levels, the first that holds wins.

Each comparison answers one question about a pair of contexts with the name of a level; ``weights.json`` holds a weight
for every level, learnt from annotated stories, so that a verdict can be shown as a short list of reasons.
The values themselves are never compared here: only what they are about (Fellegi and Sunter's record linkage).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement

from divergence.facts import fact_type, figure_of
from divergence.facts.quotation.quote import quote_similarity
from divergence.lexicon.groups import GENERAL, head_relation
from divergence.link.context import Context, Terms, cosine, unit_of
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Means, Mention


@dataclass(frozen=True, slots=True)
class Question:
    """One question about two contexts and the levels of its answer, from the best to the worst."""

    name: str
    levels: tuple[str, ...]
    answer: Callable[[Context, Context], str]
    sees: Callable[[Context], Hashable]
    """All of a context that the answer depends on: contexts that look alike here are asked once."""
    likens: Callable[[Context], Terms] | None = None
    """The terms whose cosine is the answer, so that all pairs can be asked at once."""
    bounds: tuple[float, ...] = ()
    """Lower bounds of the levels of that cosine."""


SIMILARITY = (0.85, 0.7, 0.55, 0.4, 0.28, 0.18, 0.08)
"""Lower bounds of the levels of a cosine similarity."""


@cache
def bin_levels(bounds: tuple[float, ...]) -> tuple[str, ...]:
    """Names of the levels that ``bin_of`` gives for some lower bounds."""
    return (*(f">={bound:g}" for bound in bounds), "less")


def bin_of(value: float, bounds: tuple[float, ...]) -> str:
    """The level of a number among descending lower bounds."""
    return bin_levels(bounds)[next((n for n, bound in enumerate(bounds) if value >= bound), len(bounds))]


def equality(a: str, b: str) -> str:
    """``same``, ``other``, or what is missing."""
    if not a and not b:
        return "unsaid"
    if not a or not b:
        return "half said"
    return "same" if a == b else "other"


EQUALITY = ("same", "half said", "unsaid", "other")


def _head(a: Context, b: Context) -> str:
    return head_relation(a.mention.slot.head, b.mention.slot.head)


def _qualifiers(a: Context, b: Context) -> str:
    left, right = set(a.mention.slot.qualifiers), set(b.mention.slot.qualifiers)
    if not left and not right:
        return "unsaid"
    if left == right:
        return "same"
    if left & right:
        return "shared"
    return "other" if left and right else "half said"


def _outcome(a: Context, b: Context) -> str:
    return equality(a.mention.slot.outcome, b.mention.slot.outcome)


def _predicate(a: Context, b: Context) -> str:
    return equality(a.mention.slot.predicate, b.mention.slot.predicate)


def _role(a: Context, b: Context) -> str:
    return equality(a.mention.slot.role, b.mention.slot.role)


def _holder(a: Context, b: Context) -> str:
    left, right = a.mention.slot.holder, b.mention.slot.holder
    if left and right and left != right and set(left.split()) & set(right.split()):
        return "shared"
    return equality(left, right)


def _mood(a: Context, b: Context) -> str:
    left, right = a.mention.slot, b.mention.slot
    if left.negated != right.negated:
        return "negated"
    if left.modal != right.modal:
        return "modal"
    return "same"


def _position(a: Context, b: Context) -> str:
    return "+".join(sorted((a.position, b.position)))


def _speaker(a: Context, b: Context) -> str:
    return equality((a.mention.speaker or "").lower(), (b.mention.speaker or "").lower())


def _names(a: Context, b: Context) -> str:
    if not a.names or not b.names:
        return "unsaid"
    shared = len(a.names & b.names) / min(len(a.names), len(b.names))
    return bin_of(shared, (1.0, 0.5, 0.01))


def _part(a: Context, b: Context) -> str:
    return ("none", "one", "both")[a.part + b.part]


def _first(a: Context, b: Context) -> str:
    return ("none", "one", "both")[a.first + b.first]


def _repeated(a: Context, b: Context) -> str:
    return ("none", "one", "both")[a.repeated + b.repeated]


def _sole(a: Context, b: Context) -> str:
    unit = unit_of(a.mention)
    return ("none", "one", "both")[a.sole + b.sole] if unit and unit == unit_of(b.mention) else "other units"


def _variety(a: Context, b: Context) -> str:
    """How many values each article states of the same thing: where there is one each, they are likely one fact's."""
    return "+".join(sorted(bin_of(c.variety, VARIETY) for c in (a, b)))


def _published(a: Context, b: Context) -> str:
    return equality(a.published, b.published)


def _overlap(a: frozenset[str], b: frozenset[str]) -> str:
    if not a or not b:
        return "unsaid" if not a and not b else "half said"
    if a == b:
        return "same"
    return "shared" if a & b else "other"


def _wording(a: Context, b: Context) -> str:
    if a.mention.kind is not Kind.QUOTE or b.mention.kind is not Kind.QUOTE:
        return "no quotation"
    return bin_of(quote_similarity(a.mention, b.mention), WORDING)


def relation_of(a: Mention, b: Mention) -> Relation:
    """How the values of two mentions of one kind stand to each other."""
    return fact_type(a.kind).relate(a, b).relation


def anchor_level(
    left: tuple[Mention, ...],
    right: tuple[Mention, ...],
    relation: Callable[[Mention, Mention], Relation] = relation_of,
) -> str:
    """Whether two sentences name a common time or place: the best relation among those they name."""
    if not left or not right:
        return "unsaid" if not left and not right else "half said"
    found = {relation(a, b) for a in left for b in right}
    if found & {Relation.SAME, Relation.VARIANT}:
        return "same"
    if found & {Relation.REFINES, Relation.CONTAINS, Relation.ROUNDED, Relation.PART_OF}:
        return "fits"
    return "other" if Relation.CONFLICTS in found else "half said"


def _quoted_words(context: Context) -> Hashable:
    return context.mention.value if context.mention.kind is Kind.QUOTE else None


def _likeness(name: str, terms: Callable[[Context], Terms], bounds: tuple[float, ...]) -> Question:
    """The question how alike two contexts are in some of their terms."""

    def answer(a: Context, b: Context) -> str:
        return bin_of(cosine(terms(a), terms(b)), bounds)

    return Question(name, bin_levels(bounds), answer, lambda c: tuple(terms(c).items()), terms, bounds)


RATIO = (100.0, 20.0, 6.0, 3.0, 2.0, 1.5, 1.2, 1.0)
"""Lower bounds of the levels of a ratio."""
ANCHORED = ("same", "fits", "other", "half said", "unsaid")
WORDING = (0.9, 0.7, 0.5)
OVERLAP = ("same", "shared", "half said", "unsaid", "other")
VARIETY = (5, 3, 2)
COUNTS = ("none", "one", "both")
VARIETIES = tuple("+".join(sorted(pair)) for pair in combinations_with_replacement(reversed(bin_levels(VARIETY)), 2))
POSITIONS = tuple("+".join(pair) for pair in combinations_with_replacement(("body", "headline", "lead"), 2))

COMPARISONS: tuple[Question, ...] = (
    Question("head", ("same", "kindred", "general", "unsaid", "other"), _head, lambda c: c.mention.slot.head),
    Question(
        "qualifiers",
        ("same", "shared", "half said", "unsaid", "other"),
        _qualifiers,
        lambda c: c.mention.slot.qualifiers,
    ),
    Question("outcome", EQUALITY, _outcome, lambda c: c.mention.slot.outcome),
    Question("predicate", EQUALITY, _predicate, lambda c: c.mention.slot.predicate),
    Question("role", EQUALITY, _role, lambda c: c.mention.slot.role),
    Question("holder", ("same", "shared", "half said", "unsaid", "other"), _holder, lambda c: c.mention.slot.holder),
    Question("mood", ("same", "modal", "negated"), _mood, lambda c: (c.mention.slot.negated, c.mention.slot.modal)),
    Question("position", POSITIONS, _position, lambda c: c.position),
    Question("speaker", EQUALITY, _speaker, lambda c: c.mention.speaker),
    Question("part", COUNTS, _part, lambda c: c.part),
    Question("first", COUNTS, _first, lambda c: c.first),
    Question("repeated", COUNTS, _repeated, lambda c: c.repeated),
    Question("sole", ("both", "one", "none", "other units"), _sole, lambda c: (c.sole, unit_of(c.mention))),
    Question("variety", VARIETIES, _variety, lambda c: c.variety),
    Question("published", EQUALITY, _published, lambda c: c.published),
    Question("agent", OVERLAP, lambda a, b: _overlap(a.agent, b.agent), lambda c: c.agent),
    Question("patient", OVERLAP, lambda a, b: _overlap(a.patient, b.patient), lambda c: c.patient),
    Question("wording", (*bin_levels(WORDING), "no quotation"), _wording, _quoted_words),
    Question("names", (*bin_levels((1.0, 0.5, 0.01)), "unsaid"), _names, lambda c: c.names),
    _likeness("clause", lambda c: c.clause, SIMILARITY),
    _likeness("sentence", lambda c: c.sentence, SIMILARITY),
    _likeness("neighbours", lambda c: c.neighbours, SIMILARITY[3:]),
)
"""What is asked of two contexts, values masked."""


def said(mention: Mention) -> Hashable:
    """All of a mention that decides how its value stands to others; where it was said does not."""
    decides = fact_type(mention.kind).decides
    if decides is not None:
        return mention.kind, decides(mention)
    return mention.kind, mention.text, mention.value, mention.hedge, mention.slot, mention.means


def ends(mention: Mention) -> tuple[float, float] | None:
    """Both ends of the figure that a mention gives, where it gives one."""
    figure = figure_of(mention)
    return (float(figure.low), float(figure.high)) if figure else None


def _is_implied(context: Context) -> bool:
    return context.mention.means is Means.NOUN


def _stated(a: Context, b: Context) -> str:
    return COUNTS[(not _is_implied(a)) + (not _is_implied(b))]


def _scope(a: Context, b: Context) -> str:
    """Whether one count may be a part of the other: the general word (people) has the larger figure."""
    left, right = ends(a.mention), ends(b.mention)
    if left is None or right is None or a.mention.kind is not Kind.NUMBER:
        return "no count"
    if (a.mention.slot.head in GENERAL) == (b.mention.slot.head in GENERAL):
        return "alike"
    general, particular = (left, right) if a.mention.slot.head in GENERAL else (right, left)
    return "general larger" if general[0] >= particular[1] else "particular larger"


def _ratio(a: Context, b: Context) -> str:
    """How many times larger the larger value is."""
    left, right = ends(a.mention), ends(b.mention)
    if left is None or right is None:
        return "no figures"
    small, large = sorted((abs(left[0]), abs(right[0])))
    return "zero" if small == 0 else bin_of(large / small, RATIO)


VALUE_COMPARISONS: tuple[Question, ...] = (
    Question("stated", COUNTS, _stated, _is_implied),
    Question(
        "scope",
        ("no count", "alike", "general larger", "particular larger"),
        _scope,
        lambda c: (c.mention.kind, c.mention.slot.head in GENERAL, ends(c.mention)),
    ),
    Question("ratio", ("no figures", "zero", *bin_levels(RATIO)), _ratio, lambda c: ends(c.mention)),
)
"""What is asked of two values, once it is known how well their contexts fit."""
