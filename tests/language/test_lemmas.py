"""Base forms of words."""

from __future__ import annotations

import pytest

from divergence.language.lemmas import by_rule, lemma

FORMS = [
    ("soldiers", "NOUN", "NNS", "soldier"),
    ("Soldiers", "NOUN", "NNS", "soldier"),
    ("lives", "NOUN", "NNS", "life"),
    ("lives", "VERB", "VBZ", "live"),
    ("men", "NOUN", "NNS", "man"),
    ("gunmen", "NOUN", "NNS", "gunman"),
    ("militiamen", "NOUN", "NNS", "militiaman"),
    ("children", "NOUN", "NNS", "child"),
    ("people", "NOUN", "NNS", "people"),
    ("fatalities", "NOUN", "NNS", "fatality"),
    ("clashes", "NOUN", "NNS", "clash"),
    ("houses", "NOUN", "NNS", "house"),
    ("buses", "NOUN", "NNS", "bus"),
    ("airstrikes", "NOUN", "NNS", "airstrike"),
    ("police", "NOUN", "NN", "police"),
    ("killed", "VERB", "VBN", "kill"),
    ("stopped", "VERB", "VBD", "stop"),
    ("wounded", "VERB", "VBD", "wound"),
    ("wound", "VERB", "VB", "wound"),
    ("died", "VERB", "VBD", "die"),
    ("fled", "VERB", "VBD", "flee"),
    ("slain", "VERB", "VBN", "slay"),
    ("evacuated", "VERB", "VBN", "evacuate"),
    ("visited", "VERB", "VBD", "visit"),
    ("exploding", "VERB", "VBG", "explode"),
    ("denies", "VERB", "VBZ", "deny"),
    ("were", "AUX", "VBD", "be"),
    ("’s", "AUX", "VBZ", "be"),
    ("worst", "ADJ", "JJS", "bad"),
    ("deadliest", "ADJ", "JJS", "deadly"),
    ("Kandahar", "PROPN", "NNP", "kandahar"),
    ("Naïve", "ADJ", "JJ", "naïve"),
    ("", "VERB", "VBD", ""),
]


@pytest.mark.parametrize(("form", "pos", "tag", "base"), FORMS)
def test_base_form(form: str, pos: str, tag: str, base: str) -> None:
    assert lemma(form, pos, tag) == base


def test_unlisted_verbs_follow_verbs_that_look_alike() -> None:
    assert lemma("zorbated", "VERB", "VBD") == "zorbate"
    assert lemma("frolting", "VERB", "VBG") == "frolt"


KNOWN = frozenset(
    {("VERB", "stop"), ("VERB", "bake"), ("NOUN", "box"), ("ADJ", "big"), ("VERB", "try"), ("NOUN", "fly")}
)


@pytest.mark.parametrize(
    ("word", "kind", "base"),
    [
        ("stopped", "VERB", "stop"),
        ("baked", "VERB", "bake"),
        ("baking", "VERB", "bake"),
        ("tries", "VERB", "try"),
        ("boxes", "NOUN", "box"),
        ("flies", "NOUN", "fly"),
        ("bigger", "ADJ", "big"),
        ("greener", "ADJ", "greener"),
        ("glass", "NOUN", "glass"),
        ("bus", "NOUN", "bus"),
        ("basis", "NOUN", "basis"),
        ("zorches", "NOUN", "zorch"),
        ("zormen", "NOUN", "zorman"),
        ("zories", "NOUN", "zory"),
        ("zories", "VERB", "zory"),
        ("ed", "VERB", "ed"),
        ("bed", "VERB", "bed"),
        ("abed", "VERB", "ab"),
        ("king", "VERB", "king"),
        ("as", "NOUN", "as"),
        ("zas", "NOUN", "za"),
        ("zorbs", "VERB", "zorb"),
        ("zorxes", "VERB", "zorx"),
        ("zorshes", "VERB", "zorsh"),
        ("zorsses", "VERB", "zorss"),
        ("zorpped", "VERB", "zorp"),
        ("zorffed", "VERB", "zorff"),
        ("zorggest", "ADJ", "zorg"),
        ("zorper", "ADJ", "zorper"),
        ("zorb", "VERB", "zorb"),
    ],
)
def test_endings_come_off_by_rule(word: str, kind: str, base: str) -> None:
    assert by_rule(word, kind, KNOWN) == base
