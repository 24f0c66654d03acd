"""What happened to a counted noun, as a class of the outcome lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.facts.about.clause import carrier_of, case_of, dependents, role_of
from divergence.language.grammar import is_passive, predicate
from divergence.language.parsed import Parsed, Token
from divergence.lexicon import outcomes

_TOUCHED = frozenset({"object", "modifier", "predicate", "than", "to", "including", "of"})
"""Parts in a clause that what is done can befall; its place and time (``in``, ``on``, ``during``) are none."""


def outcome_of(parsed: Parsed, index: int) -> str:
    """The class of what happened to the noun at ``index``: by its own word, its modifiers, then its clause."""
    return next((found for found in _readings(parsed, index) if found), "")


def outcome_of_event(token: Token | None) -> str:
    """The class of a clause's own happening, whoever it befalls: for dates, places and durations."""
    if token is None:
        return ""
    return (
        outcomes.happening(token.lemma)
        or outcomes.done_to_object(token.lemma)
        or outcomes.undergone_by_subject(token.lemma)
        or outcomes.stated(token.lower)
    )


def _readings(parsed: Parsed, index: int) -> Iterator[str]:
    """Every reading of what happened, surest first."""
    noun, carrier = parsed.tokens[index], carrier_of(parsed, index)
    own = outcomes.affected(noun.lemma) or outcomes.affected(noun.lower)
    yield outcomes.happening(noun.lemma) or outcomes.stated(noun.lower) or (own if own == "killed" else "")
    yield _by_modifier(parsed, noun)
    if carrier.index != index:
        yield _by_modifier(parsed, carrier)
    governor = parsed.tokens[carrier.head]
    if governor.index != carrier.index:
        yield _by_governor(parsed, noun, carrier, governor)
    yield _by_predicate(parsed, noun, carrier)
    yield from (_by_modifier(parsed, t) for t in dependents(parsed, carrier.index, "nsubj"))
    yield own


def _by_modifier(parsed: Parsed, noun: Token) -> str:
    """``wounded soldiers``, ``people killed in …``, ``soldiers who died``, ``death toll``."""
    for token in dependents(parsed, noun.index, "amod", "acl", "compound"):
        found = _by_relative(parsed, token) if token.dep == "acl:relcl" else _with_alternative(parsed, token)
        if found:
            return found
    return ""


def _with_alternative(parsed: Parsed, token: Token) -> str:
    """The class of a modifier, widened by one joined to it: ``killed or wounded``; not of one with an object."""
    own = outcomes.happening(token.lemma) if token.dep == "compound" else outcomes.stated(token.lower)
    if not own or any(dependents(parsed, token.index, "obj")):
        return ""
    joined = (t for t in dependents(parsed, token.index, "conj") if t.index == token.index + 2)
    others = (outcomes.stated(t.lower) for t in joined if not _has_noun(parsed, t))
    return outcomes.combined(own, next((o for o in others if o), ""))


def _has_noun(parsed: Parsed, token: Token) -> bool:
    """Whether a coordinated word has a subject, object or number of its own, and so counts something else."""
    return any(dependents(parsed, token.index, "obj", "nsubj", "nummod", "det"))


def _by_relative(parsed: Parsed, verb: Token) -> str:
    """``who were killed``, ``who lost their lives``; nothing where the noun is the doer."""
    return outcomes.stated(verb.lower) if is_passive(parsed, verb.index) else _of_subject(parsed, verb)


def _by_governor(parsed: Parsed, noun: Token, carrier: Token, governor: Token) -> str:
    """The class by the word above the noun and the relation between them."""
    if carrier.dep == "nsubj:pass" or (carrier.dep == "nsubj" and _is_bare_participle(parsed, governor)):
        return _joined(parsed, governor, outcomes.stated(governor.lower) or outcomes.done_to_object(governor.lemma))
    if carrier.dep in {"obj", "iobj"}:
        return _of_object(parsed, noun, governor)
    if carrier.dep == "nsubj":
        return _of_subject(parsed, governor)
    if carrier.dep.startswith("nmod") or carrier.dep == "compound":
        return _of_noun(parsed, carrier, governor)
    return _of_toll(parsed, governor) if carrier.dep in {"xcomp", "obl", "ccomp"} else ""


def _of_noun(parsed: Parsed, carrier: Token, governor: Token) -> str:
    """``the deaths of five``, ``claimed the lives of 200``."""
    if role_of(parsed, carrier.index) not in _TOUCHED:
        return ""
    return outcomes.happening(governor.lemma) or outcomes.idiom(parsed.tokens[governor.head].lemma, governor.lemma)


def _is_bare_participle(parsed: Parsed, verb: Token) -> bool:
    """A headline's passive: ``five killed``, without an auxiliary and without an object, its own or a joined verb's."""
    if verb.tag not in {"VBN", "VBD"} or any(dependents(parsed, verb.index, "aux", "obj", "ccomp", "xcomp")):
        return False
    return not any(t for c in dependents(parsed, verb.index, "conj") for t in dependents(parsed, c.index, "obj"))


def _joined(parsed: Parsed, verb: Token, own: str) -> str:
    """A verb's class with that of a bare verb joined to it: ``killed or wounded 30``, ``were found and seized``."""
    for token in dependents(parsed, verb.index, "conj"):
        if token.index == verb.index + 2 and not _has_noun(parsed, token):
            return outcomes.combined(own, outcomes.stated(token.lower))
    return own


def _of_object(parsed: Parsed, noun: Token, verb: Token) -> str:
    """``killed 23``, ``claimed five lives``, ``left 23 dead``, ``gunned down five``."""
    others = tuple(dependents(parsed, verb.index, "compound", "xcomp", "amod", "advmod", "obl", "ccomp"))
    found = (outcomes.idiom(verb.lemma, t.lemma) or outcomes.idiom(verb.lemma, t.lower) for t in others)
    phrase = next((f for f in found if f), "") or outcomes.idiom(verb.lemma, noun.lemma)
    left = next((s for t in others if t.dep in {"xcomp", "amod", "ccomp"} and (s := outcomes.stated(t.lower))), "")
    own = outcomes.done_to_object(verb.lemma)
    return phrase or left or (_joined_before(parsed, verb, _joined(parsed, verb, own)) if own else "")


def _joined_before(parsed: Parsed, verb: Token, own: str) -> str:
    """The class widened by the verb before, where the parser gave the object of both to the second."""
    head = parsed.tokens[verb.head]
    shared = (
        verb.dep == "conj"
        and verb.index == head.index + 2
        and not any(dependents(parsed, head.index, "obj", "nsubj:pass"))
    )
    return outcomes.combined(own, outcomes.done_to_object(head.lemma)) if shared else own


def _of_subject(parsed: Parsed, verb: Token) -> str:
    """``died``, ``lost their lives``, ``were dead``, ``went missing``."""
    others = tuple(dependents(parsed, verb.index, "obj", "xcomp", "obl", "compound", "advmod"))
    words = [w for t in others for w in (t.lemma, case_of(parsed, t.index))]
    phrase = next((f for w in words if (f := outcomes.idiom(verb.lemma, w))), "")
    copular = any(dependents(parsed, verb.index, "cop", "aux:pass"))
    return phrase or outcomes.undergone_by_subject(verb.lemma) or (outcomes.stated(verb.lower) if copular else "")


def _of_toll(parsed: Parsed, verb: Token) -> str:
    """``the death toll rose to 23``: the figure has no noun; its subject says what it counts."""
    for subject in dependents(parsed, verb.index, "nsubj", "obj"):
        words = (subject, *dependents(parsed, subject.index, "compound", "nmod", "amod"))
        found = next((f for t in words if (f := outcomes.happening(t.lemma) or outcomes.affected(t.lemma))), "")
        if found:
            return found
    return ""


def _by_predicate(parsed: Parsed, noun: Token, carrier: Token) -> str:
    """The class of the clause where the tree between it and the noun is crooked, but the noun is none of its doers."""
    index = predicate(parsed, noun.index)
    if index is None:
        return ""
    verb = parsed.tokens[index]
    if role_of(parsed, noun.index) in _TOUCHED and verb.index < noun.index and carrier.dep != "nsubj":
        return outcomes.done_to_object(verb.lemma)
    heads_clause = carrier.dep in {"root", "nsubj", "parataxis", "list"} and verb.index > noun.index
    return outcomes.stated(verb.lower) if heads_clause and _is_bare_participle(parsed, verb) else ""
