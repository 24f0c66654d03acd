"""What happened to a counted noun, as a class of the outcome lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.facts.clause import dependents, is_noun, place_of
from divergence.language.parsed import Parsed, Token
from divergence.lexicon import outcomes

_OF = frozenset({"of", "to", "against", "in", "among", "for"})


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
    noun = parsed.tokens[index]
    yield outcomes.affected(noun.lemma) or outcomes.affected(noun.lower) or outcomes.happening(noun.lemma)
    yield _by_modifier(parsed, noun)
    place = place_of(parsed, index)
    if place.carrier.index != index:
        yield _by_modifier(parsed, place.carrier)
    if place.governor is not None:
        yield _by_governor(parsed, noun, place.carrier, place.governor)
    yield _by_own_predicate(parsed, place.carrier)


def _by_modifier(parsed: Parsed, noun: Token) -> str:
    """``wounded soldiers``, ``people killed in …``, ``soldiers who died``, ``death toll``."""
    for token in dependents(parsed, noun.index, "amod", "acl", "compound"):
        found = _by_relative(parsed, token) if token.dep == "acl:relcl" else _with_alternative(parsed, token)
        if found:
            return found
    return ""


def _with_alternative(parsed: Parsed, token: Token) -> str:
    """The class of a modifier, widened by one joined to it: ``killed or wounded``."""
    own = outcomes.stated(token.lower) or (outcomes.happening(token.lemma) if token.dep == "compound" else "")
    if not own:
        return ""
    others = (outcomes.stated(t.lower) for t in dependents(parsed, token.index, "conj") if not _has_noun(parsed, t))
    return outcomes.combined(own, next((o for o in others if o), own))


def _has_noun(parsed: Parsed, token: Token) -> bool:
    """Whether a coordinated word has a subject, object or number of its own, and so counts something else."""
    return any(dependents(parsed, token.index, "obj", "nsubj", "nummod", "det"))


def _by_relative(parsed: Parsed, verb: Token) -> str:
    """``who were killed``, ``who lost their lives``; nothing where the noun is the doer."""
    passive = any(dependents(parsed, verb.index, "aux:pass", "nsubj:pass"))
    return outcomes.stated(verb.lower) if passive else _of_subject(parsed, verb)


def _by_governor(parsed: Parsed, noun: Token, carrier: Token, governor: Token) -> str:
    """The class by the word above the noun and the relation between them."""
    if carrier.dep == "nsubj:pass" or (carrier.dep == "nsubj" and _is_bare_participle(parsed, governor)):
        return _joined(parsed, governor, outcomes.stated(governor.lower) or outcomes.done_to_object(governor.lemma))
    if carrier.dep in {"obj", "iobj"}:
        return _of_object(parsed, noun, governor)
    if carrier.dep == "nsubj":
        return _of_subject(parsed, governor)
    if carrier.dep.startswith("nmod") or carrier.dep == "compound":
        return outcomes.happening(governor.lemma) or _by_modifier(parsed, governor)
    if carrier.dep in {"xcomp", "obl", "ccomp"}:
        return _of_toll(parsed, governor)
    return ""


def _is_bare_participle(parsed: Parsed, verb: Token) -> bool:
    """A headline's passive: ``five killed``, without an auxiliary and without an object."""
    return verb.tag == "VBN" and not any(dependents(parsed, verb.index, "aux", "obj"))


def _joined(parsed: Parsed, verb: Token, own: str) -> str:
    """A verb's class widened by a verb joined to it that has nothing of its own: ``killed or wounded 30``."""
    for token in dependents(parsed, verb.index, "conj"):
        if own and not _has_noun(parsed, token):
            return outcomes.combined(own, outcomes.stated(token.lower) or own)
    return own


def _of_object(parsed: Parsed, noun: Token, verb: Token) -> str:
    """``killed 23``, ``claimed five lives``, ``left 23 dead``, ``gunned down five``."""
    others = tuple(dependents(parsed, verb.index, "compound", "xcomp", "amod", "advmod", "obl", "ccomp"))
    found = (outcomes.idiom(verb.lemma, t.lemma) or outcomes.idiom(verb.lemma, t.lower) for t in others)
    phrase = next((f for f in found if f), "") or outcomes.idiom(verb.lemma, noun.lemma)
    left = next((s for t in others if t.dep in {"xcomp", "amod", "ccomp"} and (s := outcomes.stated(t.lower))), "")
    own = outcomes.done_to_object(verb.lemma)
    return phrase or left or _joined(parsed, verb, own) or (own if own else _shared_object(parsed, verb))


def _shared_object(parsed: Parsed, verb: Token) -> str:
    """The class of the verb that this one is joined to, where the parser gave the object to one of them only."""
    head = parsed.tokens[verb.head]
    return outcomes.done_to_object(head.lemma) if verb.dep == "conj" and not _has_noun(parsed, head) else ""


def _of_subject(parsed: Parsed, verb: Token) -> str:
    """``died``, ``lost their lives``, ``were dead``, ``went missing``."""
    others = dependents(parsed, verb.index, "obj", "xcomp", "obl", "compound", "advmod")
    phrase = next((f for t in others if (f := outcomes.idiom(verb.lemma, t.lemma))), "")
    copular = any(dependents(parsed, verb.index, "cop", "aux:pass"))
    return phrase or outcomes.undergone_by_subject(verb.lemma) or (outcomes.stated(verb.lower) if copular else "")


def _of_toll(parsed: Parsed, verb: Token) -> str:
    """``the death toll rose to 23``: the figure has no noun; its subject says what it counts."""
    for subject in dependents(parsed, verb.index, "nsubj"):
        words = (subject, *dependents(parsed, subject.index, "compound", "nmod", "amod"))
        found = next((f for t in words if (f := outcomes.happening(t.lemma) or outcomes.affected(t.lemma))), "")
        if found:
            return found
    return ""


def _by_own_predicate(parsed: Parsed, noun: Token) -> str:
    """A headline's or a list's noun that heads its sentence: ``five dead``, ``23 soldiers dead``."""
    following = (t for t in dependents(parsed, noun.index, "amod", "acl", "xcomp", "conj", "parataxis", "nmod"))
    return next((s for t in following if not is_noun(t) and (s := outcomes.stated(t.lower))), "")
