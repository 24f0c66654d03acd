"""ClearNLP's dependency labels (``en_core_web_sm`` and its sisters) restructured to Universal Dependencies.

There a preposition heads its noun and a copula heads its predicate; here both hang on the content word. Each rule is
one function over a sentence's heads and relations; ``RULES`` applies them in order.
Labels: "Guidelines for the CLEAR style constituent to dependency conversion" (Choi and Palmer 2012).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from divergence.language.parsed import Token
from divergence.language.sketch import Sketch, redrawn

MARKERS = frozenset({"pobj", "dobj", "nsubjpass", "auxpass"})
"""Labels that only this scheme has."""

RENAMED = {
    **{"nsubjpass": "nsubj:pass", "csubjpass": "csubj", "auxpass": "aux:pass", "dobj": "obj", "poss": "nmod:poss"},
    **{"neg": "advmod", "prt": "compound", "relcl": "acl:relcl", "nn": "compound", "quantmod": "advmod"},
    **{"npadvmod": "obl:unmarked", "npmod": "obl:unmarked", "tmod": "obl:unmarked", "predet": "det", "preconj": "cc"},
    **{"intj": "discourse", "meta": "dep", "dative": "iobj", "oprd": "xcomp", "acomp": "xcomp", "attr": "xcomp"},
    **{"prep": "advmod", "pobj": "obl", "pcomp": "advcl", "agent": "advmod", "possessive": "case"},
    **{
        "num": "nummod",
        "number": "compound",
        "rcmod": "acl:relcl",
        "partmod": "acl",
        "infmod": "acl",
        "complm": "mark",
    },
}
"""One label for another, where the structure is the same or none was found to change."""

UNLIKE = {"nmod": "compound"}
"""Labels that mean something else in Universal Dependencies, to be renamed before anything."""

PREPOSITIONS = ("prep", "agent", "dative")


def is_clearnlp(labels: tuple[str, ...]) -> bool:
    """Whether a parser's labels are of this scheme."""
    return not MARKERS.isdisjoint(labels)


def universal(tokens: list[Token]) -> list[Token]:
    """One sentence's tokens with the heads and relations of Universal Dependencies."""
    renamed = [replace(token, dep=UNLIKE.get(token.dep, token.dep)) for token in tokens]
    return redrawn(renamed, RULES)


def lower_prepositions(sketch: Sketch) -> None:
    """``killed → in → Aden`` becomes ``killed → Aden → in``, innermost first (``out → of → town``)."""
    for index in reversed(range(len(sketch.tokens))):
        if sketch.deps[index] in (*PREPOSITIONS, "pcomp") and sketch.heads[index] != index:
            _lower(sketch, index)


def _lower(sketch: Sketch, preposition: int) -> None:
    above, relation = sketch.heads[preposition], sketch.deps[preposition]
    inner = sketch.children(preposition, "pobj", "obl", "nmod", "pcomp")
    if not inner:
        return
    content = inner[0]
    clause = sketch.deps[content] == "pcomp" and sketch.tokens[content].pos in ("VERB", "AUX")
    if relation == "agent":
        dep = "obl:agent"
    elif clause:
        dep = "advcl" if sketch.is_predicate(above) else "acl"
    else:
        dep = "obl" if sketch.is_predicate(above) else "nmod"
    for other in sketch.children(preposition):
        if other != content:
            sketch.move(other, content, sketch.deps[other])
    sketch.move(content, above, dep if relation != "pcomp" else "pobj")
    sketch.move(preposition, content, "mark" if clause else "case")


def lower_copulas(sketch: Sketch) -> None:
    """``was → teacher`` becomes ``teacher → was``: the predicate heads its clause and the copula hangs on it."""
    for index, token in enumerate(sketch.tokens):
        predicates = sketch.children(index, "attr", "acomp")
        if token.lemma != "be" or not predicates:
            continue
        content = predicates[0]
        above = sketch.heads[index]
        sketch.move(content, content if above == index else above, sketch.deps[index])
        for other in sketch.children(index):
            if other != content:
                sketch.move(other, content, sketch.deps[other])
        sketch.move(index, content, "cop")


def flatten_coordination(sketch: Sketch) -> None:
    """``a → b → c`` becomes ``a → b, a → c``, and each conjunction hangs on the conjunct after it."""
    for index in range(len(sketch.tokens)):
        head = sketch.heads[index]
        while sketch.deps[index] == "conj" and sketch.deps[head] == "conj" and sketch.heads[head] != head:
            head = sketch.heads[head]
            sketch.heads[index] = head
    for index, dep in enumerate(sketch.deps):
        if dep == "cc":
            head = sketch.heads[index]
            first = sketch.heads[head] if sketch.deps[head] == "conj" else head
            following = [i for i in sketch.children(first, "conj") if i > index]
            sketch.heads[index] = following[0] if following else head


def rename(sketch: Sketch) -> None:
    """Give what is left the names of Universal Dependencies."""
    sketch.deps = [RENAMED.get(dep, dep) for dep in sketch.deps]


RULES: tuple[Callable[[Sketch], None], ...] = (lower_prepositions, lower_copulas, flatten_coordination, rename)
