"""Typical errors of small parsers in news sentences, mended where the words leave no doubt.

Each repair is one function over a sentence's tree; ``REPAIRS`` applies them in order, after any change of scheme.
"""

from __future__ import annotations

from collections.abc import Callable

from divergence.language.parsed import Token
from divergence.language.sketch import Sketch, redrawn
from divergence.lexicon.saying import BESIDE_SPEECH

PARTICIPLES = frozenset({"VBN", "VBD"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def mended(tokens: list[Token]) -> list[Token]:
    """One sentence's tokens with those errors put right."""
    return redrawn(tokens, REPAIRS)


def raise_finite_verbs(sketch: Sketch) -> None:
    """``Two gunmen wounded 14 people``: a participle with an object after the root noun is the clause's verb."""
    for noun, token in enumerate(sketch.tokens):
        clause = sketch.deps[noun] in ("root", "ccomp") or (
            sketch.deps[noun] == "obj" and _says(sketch, sketch.heads[noun])
        )
        if not clause or token.pos not in NOMINAL or sketch.children(noun, "cop", "nsubj", "nsubj:pass"):
            continue
        for verb in sketch.children(noun, "acl"):
            bare = not sketch.children(verb, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark")
            if verb > noun and sketch.tokens[verb].tag in PARTICIPLES and sketch.children(verb, "obj") and bare:
                _raise(sketch, noun, verb)
                break


def _raise(sketch: Sketch, noun: int, verb: int) -> None:
    """Make the verb the head of the clause, the noun its subject; what follows the verb goes with it."""
    above = sketch.heads[noun]
    dep = "ccomp" if sketch.deps[noun] == "obj" else sketch.deps[noun]
    for other in sketch.children(noun):
        if other > verb:
            sketch.move(other, verb, sketch.deps[other].replace("nmod", "obl"))
    sketch.move(verb, verb if above == noun else above, dep)
    sketch.move(noun, verb, "nsubj")


def _says(sketch: Sketch, index: int) -> bool:
    return sketch.tokens[index].lemma in BESIDE_SPEECH and sketch.tokens[index].pos == "VERB"


def return_subjects(sketch: Sketch) -> None:
    """``The blast, officials said, damaged it``: a noun before the comma is the subject of the verb after it."""
    for verb in range(len(sketch.tokens)):
        if not _says(sketch, verb):
            continue
        own = sketch.children(verb, "nsubj")
        stray = [
            i
            for i in sketch.children(verb, "obl:unmarked", "dislocated", "nsubj", "obj")
            if _before_comma(sketch, i, own)
        ]
        clauses = [
            i for i in sketch.children(verb, "ccomp") if i > verb and not sketch.children(i, "nsubj", "nsubj:pass")
        ]
        if stray and clauses:
            passive = sketch.children(clauses[0], "aux:pass")
            sketch.move(stray[0], clauses[0], "nsubj:pass" if passive else "nsubj")


def _before_comma(sketch: Sketch, noun: int, subjects: list[int]) -> bool:
    """Whether a noun stands before the last of several subjects, with a comma between."""
    last = subjects[-1] if subjects else noun
    between = (t.text for t in sketch.tokens[noun + 1 : last])
    return noun < last and sketch.tokens[noun].pos in NOMINAL and "," in between


def return_speakers(sketch: Sketch) -> None:
    """``“We lost it,” Mary Owens said``: what stands between the quotation and its verb is the speaker."""
    for verb in range(len(sketch.tokens)):
        if not _says(sketch, verb) or sketch.children(verb, "nsubj", "nsubj:pass", "aux:pass"):
            continue
        for clause in (c for c in sketch.children(verb, "ccomp", "parataxis") if c < verb):
            speaker = next(
                (i for i in reversed(sketch.children(clause)) if _stands_apart(sketch, i, clause, verb)), None
            )
            if speaker is not None:
                sketch.move(speaker, verb, "nsubj")
                break


def _stands_apart(sketch: Sketch, index: int, clause: int, verb: int) -> bool:
    """Whether a noun follows a comma or closing quote after its clause, right up to the verb."""
    if not clause < index < verb or sketch.tokens[index].pos not in NOMINAL or sketch.children(index, "case"):
        return False
    first = sketch.subtree(index)[0]
    return first > clause and sketch.tokens[first - 1].text in (",", "”", '"', "''", "’")


def part_reports(sketch: Sketch) -> None:
    """``Two bridges fell, a spokesman said``: a bare verb of speech after a comma reports, it is not coordinated."""
    for verb, dep in enumerate(sketch.deps):
        if dep == "conj" and _says(sketch, verb) and sketch.children(verb, "nsubj"):
            first = sketch.subtree(verb)[0]
            parted = {sketch.tokens[first].text, sketch.tokens[first - 1].text} & {",", "”", '"'}
            if parted and not sketch.children(verb, "cc", "obj", "ccomp", "xcomp"):
                sketch.deps[verb] = "parataxis"


def part_gapped_clauses(sketch: Sketch) -> None:
    """``14 people were killed and dozens wounded``: the noun and the participle after it are a clause of their own."""
    for verb in range(len(sketch.tokens)):
        if not sketch.children(verb, "aux:pass"):
            continue
        for noun in sketch.children(verb, "conj"):
            participle = _bare_participle(sketch, verb, noun)
            if sketch.tokens[noun].pos in (*NOMINAL, "NUM") and sketch.children(noun, "cc") and participle is not None:
                for conjunction in sketch.children(noun, "cc"):
                    sketch.move(conjunction, participle, "cc")
                sketch.move(participle, verb, "conj")
                sketch.move(noun, participle, "nsubj:pass")


def _bare_participle(sketch: Sketch, verb: int, noun: int) -> int | None:
    """A participle without object or auxiliary within the two tokens after a noun, that hangs on it or on its verb."""
    for index in range(noun + 1, min(noun + 3, len(sketch.tokens))):
        tied = sketch.heads[index] in (noun, verb) and sketch.tokens[index].tag in PARTICIPLES
        if tied and not sketch.children(index, "obj", "aux", "aux:pass", "nsubj"):
            return index
    return None


def gather_subjects(sketch: Sketch) -> None:
    """``Six rifles, 12 magazines and 300 rounds were found``: a list before a verb is its subject as a whole.

    The small parser makes the first noun the root, the verb its conjunct and only the last noun the subject.
    """
    for verb, dep in enumerate(sketch.deps):
        first = sketch.heads[verb]
        if dep != "conj" or first >= verb or sketch.tokens[first].pos not in NOMINAL or sketch.deps[first] != "root":
            continue
        last = next((i for i in sketch.children(verb, "nsubj", "nsubj:pass") if first < i < verb), None)
        if last is None or not sketch.children(last, "cc") or sketch.children(first, "cop", "nsubj"):
            continue
        sketch.move(verb, verb, "root")
        sketch.move(first, verb, sketch.deps[last])
        sketch.move(last, first, "conj")
        for other in sketch.children(first, "obl", "advmod", "punct"):
            if other > verb:
                sketch.move(other, verb, sketch.deps[other])


def raise_past_tenses(sketch: Sketch) -> None:
    """A verb in the past tense with a subject of its own describes no noun after it: that noun is its object."""
    for verb, dep in enumerate(sketch.deps):
        noun = sketch.heads[verb]
        if dep == "amod" and sketch.tokens[verb].tag == "VBD" and noun > verb and sketch.children(verb, "nsubj"):
            above = sketch.heads[noun]
            sketch.move(verb, verb if above == noun else above, sketch.deps[noun])
            sketch.move(noun, verb, "obj")


def join_appositions(sketch: Sketch) -> None:
    """``Omar Haddad, the mayor, met``: of two subjects with a comma between, the second explains the first."""
    for verb in range(len(sketch.tokens)):
        subjects = sketch.children(verb, "nsubj", "nsubj:pass")
        if len(subjects) == 2 and sketch.tokens[subjects[0]].pos == "PROPN" and sketch.children(subjects[1], "det"):
            first = sketch.subtree(subjects[1])[0]
            if "," in (sketch.tokens[first].text, sketch.tokens[first - 1].text):
                sketch.move(subjects[1], subjects[0], "appos")


REPAIRS: tuple[Callable[[Sketch], None], ...] = (
    raise_finite_verbs,
    raise_past_tenses,
    join_appositions,
    return_subjects,
    return_speakers,
    part_reports,
    part_gapped_clauses,
    gather_subjects,
)
