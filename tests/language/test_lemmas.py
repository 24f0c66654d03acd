"""Base forms of words."""

from __future__ import annotations

import pytest

from divergence.language.lemmas import lemma

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
