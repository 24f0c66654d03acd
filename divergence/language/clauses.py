"""Clauses in a parse: what governs a word, who does what to whom, and whether it is denied or only possible."""

from __future__ import annotations

from divergence.language.nouns import ancestors, dependents, subtree
from divergence.language.parsed import Parsed
from divergence.lexicon.outcomes import happening, stated
from divergence.lexicon.turning import DENIALS

SUBJECT = ("nsubj", "csubj")
VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
FAILING = frozenset("fail refuse decline neglect".split())
"""Verbs that deny the action they govern: ``failed to reach``."""

UNREAL = frozenset(
    "plan expect intend want hope threaten vow pledge promise try attempt seek aim urge call ask order demand propose "
    "consider prepare agree likely unlikely set due able ready possible scheduled allow enable help need warn "
    "fear mean design vow".split()
)
"""Verbs and adjectives whose infinitive or clause has not (yet) happened by what the sentence says."""

HAPPENINGS = frozenset(
    "clash fight fighting battle war firefight gunfight skirmish incursion offensive operation meeting talk visit "
    "summit negotiation trial hearing storm flood earthquake fire accident incident derailment collision "
    "outbreak".split()
)
"""Nouns for happenings beside those of the lexicon of outcomes."""

CONDITIONS = frozenset("if unless whether lest".split())


_DONE_BY_YEARS = frozenset("see bring mark begin start end witness welcome".split())
"""What a year does: *2016 saw the worst fires*."""


def is_acting_year(parsed: Parsed, at: int) -> bool:
    """Whether a number does what years do, as the subject of the verb behind it."""
    token, following = parsed.tokens[at], parsed.tokens[at + 1 : at + 2]
    acts = bool(following) and following[0].lemma in _DONE_BY_YEARS and following[0].tag in ("VBZ", "VBD")
    return acts and token.dep == "nsubj" and token.head == at + 1 and token.text.isdigit()


def is_verb(parsed: Parsed, index: int) -> bool:
    """Whether a token is a full verb, participles included."""
    token = parsed.tokens[index]
    return token.pos == "VERB" or (token.tag in VERBAL and token.pos != "AUX")


def is_passive(parsed: Parsed, verb: int) -> bool:
    """Whether a verb stands in the passive, as a clause (``were killed``) or after a noun (``soldiers killed``)."""
    token = parsed.tokens[verb]
    if dependents(parsed, verb, "aux:pass", "nsubj:pass"):
        return True
    return token.tag in ("VBN", "VBD") and token.dep in ("acl", "amod") and not dependents(parsed, verb, "obj", "nsubj")


def _reduced(parsed: Parsed, noun: int) -> int | None:
    """The participle after a noun that heads no clause of its own: ``dozens injured``, ``two gunmen wounded 14``."""
    if parsed.tokens[noun].dep not in ("root", "conj", "parataxis", "ccomp", "list") or dependents(parsed, noun, "cop"):
        return None
    return next((c for c in dependents(parsed, noun, "acl") if c > noun and parsed.tokens[c].dep == "acl"), None)


def predicate(parsed: Parsed, index: int) -> int | None:
    """The verb, or noun for a happening, that says what happened to what a token stands for; nothing if none does.

    It climbs through modifiers, prepositions, coordination and apposition: from ``Kandahar`` in ``the clashes in
    Kandahar province`` to ``clashes``, from ``five`` in ``five of its soldiers were killed`` to ``killed``.
    Predicate adjectives (``23 are missing``) and the participles of headlines (``dozens injured``) count as verbs.
    """
    for at in ancestors(parsed, index):
        token = parsed.tokens[at]
        if at != index and (
            is_verb(parsed, at) or happening(token.lemma) or (token.pos == "ADJ" and stated(token.lower))
        ):
            return at
        if token.dep == "root" or dependents(parsed, at, *SUBJECT, "cop"):
            return _heading(parsed, index, at)
        if (participle := _reduced(parsed, at)) is not None:
            return participle
    return None


def _heading(parsed: Parsed, index: int, top: int) -> int | None:
    """What predicates at the head of a clause without a full verb."""
    participle = _reduced(parsed, top)
    if participle is not None and index not in subtree(parsed, participle):
        return participle
    token = parsed.tokens[top]
    states = token.pos == "ADJ" or is_verb(parsed, top) or bool(dependents(parsed, top, "cop"))
    return top if states and (top != index or token.pos == "ADJ") else None


def participles(parsed: Parsed, noun: int) -> tuple[int, ...]:
    """Participles that say of a noun what happened to it: ``the killed soldiers``, ``soldiers wounded on Friday``."""
    return tuple(c for c in dependents(parsed, noun, "acl", "amod") if parsed.tokens[c].tag in ("VBN", "VBG", "VBD"))


def subject(parsed: Parsed, verb: int) -> int | None:
    """The grammatical subject of a verb, also where it is shared, left out or is the noun that the verb modifies."""
    own = dependents(parsed, verb, *SUBJECT)
    if own:
        return _antecedent(parsed, verb, own[0])
    token = parsed.tokens[verb]
    if token.head == verb:
        return None
    if token.dep in ("acl", "amod", "acl:relcl"):
        return token.head
    if (
        token.dep in ("xcomp", "advcl")
        and (thing := next(iter(dependents(parsed, token.head, "obj")), None)) is not None
    ):
        return thing if token.dep == "xcomp" else subject(parsed, token.head)
    return (
        subject(parsed, token.head) if token.dep in ("conj", "xcomp", "advcl") and is_verb(parsed, token.head) else None
    )


def _antecedent(parsed: Parsed, verb: int, own: int) -> int:
    """The noun that a relative pronoun stands for: ``soldiers who fled``; other subjects themselves."""
    relative = parsed.tokens[own].tag in ("WDT", "WP") and parsed.tokens[verb].dep == "acl:relcl"
    return parsed.tokens[verb].head if relative else own


def objects(parsed: Parsed, verb: int) -> tuple[int, ...]:
    """The direct and indirect objects of a verb, in order."""
    return dependents(parsed, verb, "obj", "iobj")


def agent(parsed: Parsed, verb: int) -> int | None:
    """Who or what does it: the subject of an active verb, the ``by`` phrase of a passive one."""
    if not is_passive(parsed, verb):
        return subject(parsed, verb)
    return next((index for preposition, index in obliques(parsed, verb) if preposition == "by"), None)


def patient(parsed: Parsed, verb: int) -> int | None:
    """Whom or what it is done to: the subject of a passive verb, the object of an active one."""
    return subject(parsed, verb) if is_passive(parsed, verb) else next(iter(objects(parsed, verb)), None)


def obliques(parsed: Parsed, verb: int) -> tuple[tuple[str, int], ...]:
    """The prepositional phrases of a verb, or of a noun for a happening: ``(preposition, noun)`` in order.

    The preposition is empty for bare phrases of time (``last week``); ``because of`` is given whole.
    """
    found = dependents(parsed, verb, "obl", "nmod")
    return tuple((preposition(parsed, c), c) for c in found if parsed.tokens[c].dep not in ("nmod:poss", "nmod:desc"))


def preposition(parsed: Parsed, noun: int) -> str:
    """The preposition before a noun, lower-case, all its words, also where it was hung on the noun's modifier."""
    nearest = [c for c in parsed.children[noun] if c < noun and parsed.tokens[c].dep in ("compound", "amod", "nummod")]
    marks = dependents(parsed, noun, "case") or [c for child in nearest for c in dependents(parsed, child, "case")]
    cases = [i for c in marks for i in subtree(parsed, c)]
    return " ".join(parsed.tokens[i].lower for i in cases if parsed.tokens[i].tag != "POS")


def is_negated(parsed: Parsed, index: int) -> bool:
    """Whether a verb or noun is denied: ``did not strike``, ``no casualties``, ``failed to reach``, ``without``."""
    token = parsed.tokens[index]
    if any(parsed.tokens[c].lower in DENIALS for c in parsed.children[index]):
        return True
    arguments = dependents(parsed, index, "nsubj", "obj") if is_verb(parsed, index) else ()
    if any(parsed.tokens[c].lower in DENIALS for a in arguments for c in (a, *dependents(parsed, a, "det"))):
        return True
    if token.dep == "xcomp" and token.head != index:
        return parsed.tokens[token.head].lemma in FAILING or is_negated(parsed, token.head)
    return False


def is_modal(parsed: Parsed, index: int) -> bool:
    """Whether a verb tells what will, may, must or should happen, is planned, or holds only under a condition."""
    token = parsed.tokens[index]
    auxiliaries = dependents(parsed, index, "aux")
    if any(parsed.tokens[c].tag == "MD" for c in auxiliaries):
        return True
    if any(parsed.tokens[c].lower in CONDITIONS for c in dependents(parsed, index, "mark")):
        return True
    if token.head == index:
        return False
    infinitive = any(parsed.tokens[c].lower == "to" for c in (*auxiliaries, *dependents(parsed, index, "mark")))
    above = parsed.tokens[token.head]
    if token.dep in ("xcomp", "ccomp", "acl", "advcl", "csubj") and infinitive:
        going = above.lower == "going"
        return going or above.lemma in UNREAL or above.lower in UNREAL or is_modal(parsed, token.head)
    linked = token.dep in ("conj", "advcl", "ccomp") and not dependents(parsed, index, "nsubj")
    return linked and is_modal(parsed, token.head)
