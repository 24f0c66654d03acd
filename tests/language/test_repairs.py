"""Errors of small parsers that are put right at the door."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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


@pytest.mark.parametrize(
    "written",
    [
        "They/PRON/PRP/nsubj/3 were/AUX/VBD/cop/3 gunmen/NOUN/NNS/root/0 wounded/VERB/VBN/acl/3 people/NOUN/NNS/obj/4",
        "Gunmen/NOUN/NNS/root/0 wounding/VERB/VBG/acl/1 people/NOUN/NNS/obj/2",
        "Gunmen/NOUN/NNS/root/0 wounded/VERB/VBN/acl/1 in/ADP/IN/case/4 town/NOUN/NN/obl/2",
        "Gunmen/NOUN/NNS/root/0 were/AUX/VBD/aux:pass/3 wounded/VERB/VBN/acl/1 people/NOUN/NNS/obj/3",
        "wounded/VERB/VBN/acl/2 gunmen/NOUN/NNS/root/0 people/NOUN/NNS/obj/1",
        "Police/NOUN/NN/nsubj/2 found/VERB/VBD/root/0 men/NOUN/NNS/obj/2 wounded/VERB/VBN/acl/3 people/NOUN/NNS/obj/4",
        "Sayings/NOUN/NNS/root/0 said/NOUN/NN/acl/1 it/PRON/PRP/obj/2",
    ],
)
def test_a_noun_is_not_the_subject_of_every_participle(tree: Build, written: str) -> None:
    parsed = tree(written)
    assert mended(list(parsed.tokens)) == list(parsed.tokens)


@pytest.mark.parametrize(
    "written",
    [
        "blast/NOUN/NN/obl:unmarked/3 men/NOUN/NNS/nsubj/3 said/VERB/VBD/root/0 hit/VERB/VBD/ccomp/3 it/PRON/PRP/obj/4",
        "blast/NOUN/NN/obl:unmarked/4 ,/PUNCT/,/punct/1 men/NOUN/NNS/nsubj/4 said/VERB/VBD/root/0 "
        "it/PRON/PRP/nsubj/6 burst/VERB/VBD/ccomp/4",
        "blast/NOUN/NN/obl:unmarked/4 ,/PUNCT/,/punct/1 men/NOUN/NNS/nsubj/4 left/VERB/VBD/root/0 "
        "burst/VERB/VBD/ccomp/4",
        "today/ADV/RB/obl:unmarked/4 ,/PUNCT/,/punct/1 men/NOUN/NNS/nsubj/4 said/VERB/VBD/root/0 "
        "burst/VERB/VBD/ccomp/4",
    ],
)
def test_a_noun_before_an_aside_may_be_none_of_the_clause(tree: Build, written: str) -> None:
    parsed = tree(written)
    assert mended(list(parsed.tokens)) == list(parsed.tokens)


def test_in_the_passive_it_is_a_passive_subject(tree: Build) -> None:
    found = arcs(
        tree(
            "blast/NOUN/NN/obl:unmarked/4 ,/PUNCT/,/punct/1 men/NOUN/NNS/nsubj/4 said/VERB/VBD/root/0 "
            ",/PUNCT/,/punct/7 was/AUX/VBD/aux:pass/7 heard/VERB/VBN/ccomp/4"
        )
    )
    assert found["blast"] == ("nsubj:pass", "heard")


LOST = "We/PRON/PRP/nsubj/2 lost/VERB/VBD/ccomp/{} it/PRON/PRP/obj/2 "


@pytest.mark.parametrize(
    "written",
    [
        LOST.format(5) + "Mary/PROPN/NNP/obj/2 said/VERB/VBD/root/0",
        LOST.format(7) + ",/PUNCT/,/punct/2 Mary/PROPN/NNP/obj/2 he/PRON/PRP/nsubj/7 said/VERB/VBD/root/0",
        LOST.format(7) + ",/PUNCT/,/punct/2 to/ADP/IN/case/6 Mary/PROPN/NNP/obl/2 said/VERB/VBD/root/0",
        LOST.format(6) + ",/PUNCT/,/punct/2 Mary/PROPN/NNP/obj/2 left/VERB/VBD/root/0",
        LOST.format(6) + ",/PUNCT/,/punct/2 soon/ADV/RB/advmod/2 said/VERB/VBD/root/0",
    ],
)
def test_what_stands_before_a_verb_of_speech_need_not_speak(tree: Build, written: str) -> None:
    parsed = tree(written)
    assert mended(list(parsed.tokens)) == list(parsed.tokens)


FELL = "Bridges/NOUN/NNS/nsubj/2 fell/VERB/VBD/root/0 "


@pytest.mark.parametrize(
    "written",
    [
        FELL + ",/PUNCT/,/punct/2 said/VERB/VBD/conj/2",
        FELL + ",/PUNCT/,/punct/2 police/NOUN/NN/nsubj/5 left/VERB/VBD/conj/2",
        FELL + "police/NOUN/NN/nsubj/4 said/VERB/VBD/conj/2",
        FELL + ",/PUNCT/,/punct/2 and/CCONJ/CC/cc/6 police/NOUN/NN/nsubj/6 said/VERB/VBD/conj/2",
        FELL + ",/PUNCT/,/punct/2 police/NOUN/NN/nsubj/5 said/VERB/VBD/conj/2 it/PRON/PRP/obj/5",
        FELL + ",/PUNCT/,/punct/2 police/NOUN/NN/nsubj/5 said/VERB/VBD/advcl/2",
    ],
)
def test_a_coordinated_verb_need_not_report(tree: Build, written: str) -> None:
    parsed = tree(written)
    assert mended(list(parsed.tokens)) == list(parsed.tokens)


KILLED = "Men/NOUN/NNS/nsubj:pass/3 were/AUX/VBD/aux:pass/3 killed/VERB/VBN/root/0 "


@pytest.mark.parametrize(
    "written",
    [
        KILLED + "dozens/NOUN/NNS/conj/3 wounded/VERB/VBD/xcomp/3",
        KILLED + "and/CCONJ/CC/cc/5 dozens/NOUN/NNS/conj/3 wounding/VERB/VBG/xcomp/3",
        KILLED + "and/CCONJ/CC/cc/5 dozens/NOUN/NNS/conj/3 wounded/VERB/VBD/xcomp/3 him/PRON/PRP/obj/6",
        KILLED + "and/CCONJ/CC/cc/5 dozens/NOUN/NNS/conj/3 of/ADP/IN/case/7 men/NOUN/NNS/nmod/5 hurt/VERB/VBN/xcomp/3",
        "Men/NOUN/NNS/nsubj/2 left/VERB/VBD/root/0 and/CCONJ/CC/cc/4 dozens/NOUN/NNS/conj/2 hurt/VERB/VBN/xcomp/2",
    ],
)
def test_a_coordinated_noun_need_not_be_a_clause(tree: Build, written: str) -> None:
    parsed = tree(written)
    assert mended(list(parsed.tokens)) == list(parsed.tokens)


def test_a_list_before_a_verb_is_its_subject(tree: Build) -> None:
    written = (
        "Rifles/NOUN/NNS/root/0 ,/PUNCT/,/punct/3 rounds/NOUN/NNS/nsubj:pass/{verb} {cc}were/AUX/VBD/aux:pass/{verb} "
        "found/VERB/VBN/conj/1"
    )
    gathered = arcs(tree(written.format(cc="and/CCONJ/CC/cc/3 ", verb=6)))
    assert (gathered["found"], gathered["Rifles"], gathered["rounds"]) == (
        ("root", "found"),
        ("nsubj:pass", "found"),
        ("conj", "Rifles"),
    )
    plain = tree(written.format(cc="", verb=5))
    assert mended(list(plain.tokens)) == list(plain.tokens)


@pytest.mark.parametrize(
    "written",
    [
        "he/PRON/PRP/nsubj/2 met/VERB/VBN/amod/3 farmers/NOUN/NNS/root/0",
        "well/ADV/RB/advmod/2 met/VERB/VBD/amod/3 farmers/NOUN/NNS/root/0",
        "farmers/NOUN/NNS/root/0 he/PRON/PRP/nsubj/3 met/VERB/VBD/amod/1",
    ],
)
def test_a_true_modifier_stays(tree: Build, written: str) -> None:
    parsed = tree(written)
    assert mended(list(parsed.tokens)) == list(parsed.tokens)


@pytest.mark.parametrize(
    "written",
    [
        "Omar/PROPN/NNP/nsubj/4 the/DET/DT/det/3 mayor/NOUN/NN/nsubj/4 left/VERB/VBD/root/0",
        "Omar/PROPN/NNP/nsubj/4 ,/PUNCT/,/punct/3 mayors/NOUN/NNS/nsubj/4 left/VERB/VBD/root/0",
        "Men/NOUN/NNS/nsubj/5 ,/PUNCT/,/punct/4 the/DET/DT/det/4 mayor/NOUN/NN/nsubj/5 left/VERB/VBD/root/0",
    ],
)
def test_two_subjects_need_not_be_an_apposition(tree: Build, written: str) -> None:
    parsed = tree(written)
    assert mended(list(parsed.tokens)) == list(parsed.tokens)
