"""One scheme of labels whatever the pipeline: universal parts of speech and our own classes of names."""

from __future__ import annotations

PENN_TO_UNIVERSAL = {
    **dict.fromkeys(("NN", "NNS"), "NOUN"),
    **dict.fromkeys(("NNP", "NNPS", "ADD"), "PROPN"),
    **dict.fromkeys(("JJ", "JJR", "JJS", "AFX"), "ADJ"),
    **dict.fromkeys(("RB", "RBR", "RBS", "WRB"), "ADV"),
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "VERB"),
    **dict.fromkeys(("PRP", "PRP$", "WP", "WP$", "EX"), "PRON"),
    **dict.fromkeys(("DT", "PDT", "WDT"), "DET"),
    **dict.fromkeys(("FW", "GW", "LS", "XX"), "X"),
    **dict.fromkeys(("$", "#", "SYM"), "SYM"),
    **{"CC": "CCONJ", "CD": "NUM", "IN": "ADP", "MD": "AUX", "POS": "PART", "RP": "ADP", "TO": "PART", "UH": "INTJ"},
}
"""The universal class of a Penn tag where the relation to the head does not decide otherwise; the rest are marks."""

BY_RELATION = {
    **{("IN", "mark"): "SCONJ", ("TO", "case"): "ADP", ("RB", "neg"): "PART"},
    **{(tag, dep): "AUX" for tag in ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ") for dep in ("aux", "aux:pass", "cop")},
    **{
        (tag, dep): "PRON"
        for tag in ("DT", "WDT")
        for dep in ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "root", "conj")
    },
}
"""Classes that a Penn tag has in one relation only: auxiliaries, conjunctions, pronouns."""

NAME_CLASSES = {
    **{label: label for label in ("PERSON", "ORG", "GPE", "LOC", "NORP", "FACILITY", "EVENT")},
    **{"PER": "PERSON", "FAC": "FACILITY"},
}
"""Other pipelines' classes of names in our words; dates, amounts, works and laws are left out."""


def universal_pos(pos: str, tag: str, dep: str) -> str:
    """The universal part of speech: the pipeline's own where it gives one, else derived from its Penn tag."""
    if pos:
        return pos
    return BY_RELATION.get((tag, dep)) or PENN_TO_UNIVERSAL.get(tag, "PUNCT")
