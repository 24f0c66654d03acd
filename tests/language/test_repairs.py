"""Errors of small parsers that are put right at the door."""

from __future__ import annotations

from collections.abc import Callable

from divergence.language.parsed import Parsed
from divergence.language.repairs import mended

Build = Callable[[str], Parsed]


def arcs(parsed: Parsed) -> dict[str, tuple[str, str]]:
    """Relation and head of every mended token, by its form."""
    tokens = mended(list(parsed.tokens))
    return {t.text: (t.dep, tokens[t.head].text) for t in tokens}


def test_a_participle_with_an_object_is_the_verb(tree: Build) -> None:
    found = arcs(
        tree(
            "Two/NUM/CD/nummod/2 gunmen/NOUN/NNS/root/0 wounded/VERB/VBN/acl/2 14/NUM/CD/nummod/5 "
            "people/NOUN/NNS/obj/3 on/ADP/IN/case/7 Tuesday/PROPN/NNP/nmod/2 ./PUNCT/./punct/2"
        )
    )
    assert found["wounded"] == ("root", "wounded")
    assert found["gunmen"] == ("nsubj", "wounded")
    assert (found["Tuesday"], found["."]) == (("obl", "wounded"), ("punct", "wounded"))


def test_so_it_is_after_a_verb_of_speech(tree: Build) -> None:
    found = arcs(
        tree(
            "Police/NOUN/NN/nsubj/2 said/VERB/VBD/root/0 gunmen/NOUN/NNS/obj/2 wounded/VERB/VBN/acl/3 "
            "14/NUM/CD/nummod/6 people/NOUN/NNS/obj/4"
        )
    )
    assert (found["wounded"], found["gunmen"]) == (("ccomp", "said"), ("nsubj", "wounded"))


def test_a_true_participle_stays(tree: Build) -> None:
    parsed = tree(
        "Police/NOUN/NN/nsubj/2 found/VERB/VBD/root/0 men/NOUN/NNS/obj/2 wounded/VERB/VBN/acl/3 "
        "in/ADP/IN/case/6 raids/NOUN/NNS/obl/4"
    )
    assert mended(list(parsed.tokens)) == list(parsed.tokens)


def test_a_subject_before_an_aside_goes_back_to_its_verb(tree: Build) -> None:
    found = arcs(
        tree(
            "The/DET/DT/det/2 blast/NOUN/NN/obl:unmarked/5 ,/PUNCT/,/punct/2 officials/NOUN/NNS/nsubj/5 "
            "said/VERB/VBD/root/0 ,/PUNCT/,/punct/7 damaged/VERB/VBD/ccomp/5 houses/NOUN/NNS/obj/7"
        )
    )
    assert found["blast"] == ("nsubj", "damaged")
    assert found["officials"] == ("nsubj", "said")


def test_a_speaker_after_a_quotation_is_no_object(tree: Build) -> None:
    found = arcs(
        tree(
            "We/PRON/PRP/nsubj/2 lost/VERB/VBD/ccomp/8 it/PRON/PRP/obj/2 ,/PUNCT/,/punct/2 ”/PUNCT/''/punct/2 "
            "Mary/PROPN/NNP/obj/2 Owens/PROPN/NNP/flat/6 said/VERB/VBD/root/0"
        )
    )
    assert found["Mary"] == ("nsubj", "said")
    assert found["it"] == ("obj", "lost")


def test_a_report_after_a_comma_is_not_coordinated(tree: Build) -> None:
    found = arcs(
        tree(
            "Bridges/NOUN/NNS/nsubj/2 fell/VERB/VBD/root/0 ,/PUNCT/,/punct/2 police/NOUN/NN/nsubj/5 "
            "said/VERB/VBD/conj/2"
        )
    )
    assert found["said"] == ("parataxis", "fell")


def test_a_gapped_clause_has_its_own_verb(tree: Build) -> None:
    found = arcs(
        tree(
            "14/NUM/CD/nummod/2 people/NOUN/NNS/nsubj:pass/4 were/AUX/VBD/aux:pass/4 killed/VERB/VBN/root/0 "
            "and/CCONJ/CC/cc/6 dozens/NOUN/NNS/conj/4 wounded/VERB/VBD/xcomp/4"
        )
    )
    assert found["wounded"] == ("conj", "killed")
    assert (found["dozens"], found["and"]) == (("nsubj:pass", "wounded"), ("cc", "wounded"))


def test_two_subjects_are_an_apposition(tree: Build) -> None:
    found = arcs(
        tree(
            "Omar/PROPN/NNP/nsubj/5 ,/PUNCT/,/punct/4 the/DET/DT/det/4 mayor/NOUN/NN/nsubj/5 met/VERB/VBD/amod/6 "
            "farmers/NOUN/NNS/root/0"
        )
    )
    assert (found["met"], found["farmers"]) == (("root", "met"), ("obj", "met"))
    assert (found["Omar"], found["mayor"]) == (("nsubj", "met"), ("appos", "Omar"))
