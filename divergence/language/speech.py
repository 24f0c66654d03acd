"""Reported speech within a sentence: who reports the clause that a word stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from divergence.language.clauses import objects, subject
from divergence.language.nouns import ancestors, dependents, subtree
from divergence.language.parsed import Parsed
from divergence.lexicon.saying import PUTTING, REPORTING, STATING
from divergence.lexicon.spelling import HYPHENS

TAKEN = frozenset({"life", "victim"})
"""What is claimed by being taken, not said: ``a blast claiming two lives``."""

SOURCES = frozenset({"according to", "as per"})
CLAUSES = frozenset("ccomp parataxis xcomp csubj advcl dep obj obl".split())
"""Relations by which a reported clause hangs on the reporting verb; the last ones are typical parser errors."""

LEFT_OUT = frozenset("acl:relcl parataxis punct cc conj appos advcl dep acl".split())


@dataclass(frozen=True, slots=True)
class Reporting:
    """Who reports a clause: the tokens of the speaker, where one is named, and the word that says so."""

    speaker: tuple[int, int] | None
    cue: int


def reporting(parsed: Parsed, index: int) -> Reporting | None:
    """The nearest report that a token stands in: ``Police said …``, ``…, she added``, ``…, according to X``.

    Who reports something behind a semicolon reports that, and not what stands before it: ``Two sank; the navy says 18
    drowned``. At the end of a sentence it may be all of it: ``Two sank; 18 drowned, the navy said``.
    """
    found = _report_around(parsed, index)
    if found is None:
        return None
    first, last = _between_semicolons(parsed, index)
    if first <= found.cue < last:
        return found
    own = _own_report(parsed, range(first, last))
    return own or (None if found.cue >= last and _goes_on(parsed, found.cue) else found)


def _report_around(parsed: Parsed, index: int) -> Reporting | None:
    """The nearest report by the tree alone."""
    inside = index
    path = frozenset(ancestors(parsed, index))
    cued = _names_source(parsed, index)
    for at in ancestors(parsed, index):
        beside = ((_source_phrase(parsed, at, path) if cued else None), _aside(parsed, at, path))
        near = sorted((r for r in beside if r), key=lambda r: abs(r.cue - index))
        if near:
            return near[0]
        if at != index and parsed.tokens[at].lemma in REPORTING and _reports(parsed, at, inside):
            return Reporting(speaker_phrase(parsed, _speaker(parsed, at)), at)
        if at != index and _speaks_of(parsed, at, inside):
            return Reporting(speaker_phrase(parsed, subject(parsed, at)), at)
        inside = at
    return None


def _between_semicolons(parsed: Parsed, index: int) -> tuple[int, int]:
    """The tokens of a sentence's part between semicolons in which a token stands."""
    sentence = parsed.sentences[parsed.tokens[index].sentence]
    marks = [i for i in range(sentence.first, sentence.last) if parsed.tokens[i].text == ";"]
    first = max((i + 1 for i in marks if i < index), default=sentence.first)
    return first, min((i for i in marks if i > index), default=sentence.last)


def _goes_on(parsed: Parsed, cue: int) -> bool:
    """Whether what is reported stands behind the word that says so."""
    return any(c > cue for c in dependents(parsed, cue, "ccomp", "obj", "xcomp"))


def _own_report(parsed: Parsed, part: range) -> Reporting | None:
    """Who reports or gives a figure in a part of a sentence that hangs on another: ``…; Paris admits to 12``."""
    for at in part:
        token = parsed.tokens[at]
        speaker = subject(parsed, at) if token.tag.startswith("VB") and token.lemma in REPORTING | PUTTING else None
        if speaker is not None and speaker in part:
            return Reporting(speaker_phrase(parsed, speaker), at)
    return None


def _reports(parsed: Parsed, verb: int, child: int) -> bool:
    """Whether the branch of that child is what the verb reports, rather than its speaker or circumstances."""
    token = parsed.tokens[child]
    relation = token.dep.partition(":")[0]
    if relation in ("ccomp", "parataxis", "csubj"):
        return True
    clausal = bool(dependents(parsed, child, "nsubj", "cop", "csubj", "aux"))
    if relation in ("obl", "advcl"):
        return clausal and not dependents(parsed, child, "case") and not _marked_as_circumstance(parsed, child)
    if relation == "obj":
        return clausal or (parsed.tokens[verb].lemma in STATING and token.lemma not in TAKEN)
    return relation in CLAUSES and (clausal or relation == "xcomp")


def _speaks_of(parsed: Parsed, verb: int, child: int) -> bool:
    """Whether a clause that is joined to another gives a figure of its own: ``…, but residents spoke of 300``."""
    token = parsed.tokens[verb]
    joined = token.dep == "conj" and token.lemma in PUTTING and subject(parsed, verb) is not None
    return joined and parsed.tokens[child].dep.partition(":")[0] in ("obj", "obl")


def _marked_as_circumstance(parsed: Parsed, clause: int) -> bool:
    """Whether a clause opens with a conjunction other than ``that``: ``said after it left``."""
    return any(parsed.tokens[c].lower != "that" for c in dependents(parsed, clause, "mark", "advmod") if c < clause)


def _aside(parsed: Parsed, at: int, path: frozenset[int]) -> Reporting | None:
    """A reporting verb that hangs on the clause it reports: ``The dam, officials said, had burst``."""
    for child in dependents(parsed, at, "parataxis"):
        if parsed.tokens[child].lemma in REPORTING and child not in path:
            return Reporting(speaker_phrase(parsed, _speaker(parsed, child)), child)
    return None


def _names_source(parsed: Parsed, index: int) -> bool:
    """Whether a source phrase opens anywhere in a token's sentence; most have none, and looking into every branch of a
    deep sentence at each of its levels takes time with the cube of its length.
    """
    sentence = parsed.sentences[parsed.tokens[index].sentence]
    return any(_opens_source(parsed, at) for at in range(sentence.first, sentence.last))


def _source_phrase(parsed: Parsed, at: int, path: frozenset[int]) -> Reporting | None:
    """A phrase that names the source of a clause: ``according to the ministry``."""
    for child in dependents(parsed, at, "obl", "nmod", "advmod", "parataxis"):
        cue = next((c for c in subtree(parsed, child) if _opens_source(parsed, c)), None)
        if cue is not None and child not in path:
            named = parsed.tokens[cue].head if parsed.tokens[cue].dep == "case" else child
            noun = named if parsed.tokens[named].pos in ("NOUN", "PROPN", "PRON") else None
            return Reporting(speaker_phrase(parsed, noun), cue)
    return None


def _opens_source(parsed: Parsed, cue: int) -> bool:
    """Whether ``according to`` or ``as per`` starts at a token."""
    following = parsed.tokens[cue + 1].lower if cue + 1 < len(parsed.tokens) else ""
    return f"{parsed.tokens[cue].lower} {following}" in SOURCES


def _speaker(parsed: Parsed, verb: int) -> int | None:
    """The one who speaks: the subject, or for ``quoted her as saying`` the object above."""
    token = parsed.tokens[verb]
    if token.dep == "advcl" and any(parsed.tokens[c].lower == "as" for c in dependents(parsed, verb, "mark")):
        quoted = objects(parsed, token.head)
        return quoted[0] if quoted else subject(parsed, token.head)
    if dependents(parsed, verb, "aux:pass"):
        return next(iter(dependents(parsed, verb, "obl:agent")), None)
    if is_loose(parsed, verb):
        return None
    found = subject(parsed, verb)
    return None if found is not None and parsed.tokens[found].lower == "it" else found


def is_loose(parsed: Parsed, verb: int) -> bool:
    """Whether a participle stands behind the comma that ends a clause within another, so that either subject may speak.

    ``She spoke of Holm, who was shot in May, saying …``, ``She told them that the port would close, saying …``: it is
    she who speaks, whatever the parse hangs it on.
    """
    token = parsed.tokens[verb]
    trails = token.tag == "VBG" and token.dep == "advcl" and verb > token.head
    inner = parsed.tokens[token.head].dep in ("acl:relcl", "ccomp")
    return trails and inner and parsed.tokens[verb - 1].text == ","


def _joins(parsed: Parsed, index: int, inside: Sequence[int]) -> bool:
    """Whether a token only holds the words of one name together: a hyphen, *Iron and Steel Institute*."""
    token = parsed.tokens[index]
    if token.text in HYPHENS:
        return True
    sides = [parsed.tokens[i] for i in (index - 1, index + 1) if i in inside]
    return token.lower in ("and", "&") and [t.pos for t in sides] == ["PROPN", "PROPN"]


def speaker_phrase(parsed: Parsed, noun: int | None) -> tuple[int, int] | None:
    """The whole phrase of a speaker with its ``of`` and ``for``, without asides: ``a spokesman for the navy``."""
    if noun is None:
        return None
    cases = {i for c in dependents(parsed, noun, "case") for i in subtree(parsed, c)}
    inside = [i for i in subtree(parsed, noun, LEFT_OUT) if i not in cases]
    joined = {*inside, *(i for i in range(inside[0], noun) if _joins(parsed, i, inside))}
    first = next(i for i in inside if all(j in joined for j in range(i, noun)))
    last = noun + 1
    while last in inside or (last < inside[-1] and parsed.tokens[last].dep == "punct" and last + 1 in inside):
        last += 1
    return first, last
