"""What happened to a noun by its clause, on sentences tagged by hand; the noun stands in braces."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.about.undergone import outcome_of, outcome_of_event
from divergence.language.parsed import Parsed

Tagged = Callable[..., Parsed]

UNDERGONE = [
    # by its own word
    ("five/CD/nummod/1 {deaths/NNS/nsubj/2} rose/VBD", "killed"),
    ("five/CD/nummod/1 {hostages/NNS/nsubj/2} left/VBD", "kidnapped"),
    ("five/CD/nummod/1 {hostages/NNS/nsubj:pass/3} were/VBD/aux:pass/3 wounded/VBN", "wounded"),
    ("five/CD/nummod/1 {bodies/NNS/nsubj:pass/3} were/VBD/aux:pass/3 wounded/VBN", "killed"),
    ("the/DT/det/1 {wounded/JJ/nsubj/2} left/VBD", "wounded"),
    ("five/CD/nummod/1 {men/NNS/nsubj/2} left/VBD", ""),
    # by what modifies it
    ("wounded/JJ/amod/1 {men/NNS/nsubj/2} left/VBD", "wounded"),
    ("death/NN/compound/1 {toll/NN/nsubj/2} rose/VBD", "killed"),
    ("wounded/NN/compound/1 {men/NNS/nsubj/2} left/VBD", ""),
    ("{men/NNS/nsubj/3} killed/VBN/acl/0 there/RB/advmod/1 left/VBD", "killed"),
    ("{men/NNS/nsubj/4} killing/VBG/acl/0 two/CD/nummod/3 boys/NNS/obj/1 left/VBD", ""),
    ("{men/NNS/nsubj/4} hurt/VBN/acl/0 two/CD/nummod/3 boys/NNS/obj/1 left/VBD", ""),
    ("killed/VBN/amod/3 or/CC/cc/2 wounded/VBN/conj/0 {men/NNS/nsubj/4} left/VBD", "casualties"),
    ("killed/VBN/amod/4 or/CC/cc/3 then/RB/advmod/3 wounded/VBN/conj/0 {men/NNS/nsubj/5} left/VBD", "killed"),
    (
        "{men/NNS/nsubj/6} killed/VBN/acl/0 and/CC/cc/3 wounded/VBN/conj/1 two/CD/nummod/5 boys/NNS/obj/3 left/VBD",
        "killed",
    ),
    ("{men/NNS/nsubj/4} who/WP/nsubj:pass/3 were/VBD/aux:pass/3 killed/VBN/acl:relcl/0 left/VBD", "killed"),
    ("{men/NNS/nsubj/3} who/WP/nsubj/2 died/VBD/acl:relcl/0 left/VBD", "killed"),
    ("{men/NNS/nsubj/4} who/WP/nsubj/2 killed/VBD/acl:relcl/0 boys/NNS/obj/2 left/VBD", ""),
    ("{men/NNS/nsubj/5} who/WP/nsubj/2 lost/VBD/acl:relcl/0 their/PRP$/nmod:poss/4 lives/NNS/obj/2 left/VBD", "killed"),
    # of what it measures out, or what it stands beside
    ("wounded/JJ/amod/1 men/NNS/nsubj/4 and/CC/cc/3 {boys/NNS/conj/1} left/VBD", "wounded"),
    ("men/NNS/nsubj/4 and/CC/cc/3 wounded/JJ/amod/3 {boys/NNS/conj/0} left/VBD", "wounded"),
    # as the subject of a passive
    ("{men/NNS/nsubj:pass/2} were/VBD/aux:pass/2 killed/VBN", "killed"),
    ("{men/NNS/nsubj:pass/2} were/VBD/aux:pass/2 struck/VBN", "attacked"),
    ("{men/NNS/nsubj:pass/2} were/VBD/aux:pass/2 thanked/VBN", ""),
    ("{men/NNS/nsubj:pass/2} were/VBD/aux:pass/2 killed/VBN or/CC/cc/4 wounded/VBN/conj/2", "casualties"),
    ("{men/NNS/nsubj:pass/2} were/VBD/aux:pass/2 found/VBN and/CC/cc/4 seized/VBN/conj/2", "seized"),
    (
        "{men/NNS/nsubj:pass/2} were/VBD/aux:pass/2 killed/VBN and/CC/cc/5 boys/NNS/nsubj/5 wounded/VBN/conj/2",
        "killed",
    ),
    # as a headline has it
    ("{men/NNS/nsubj/1} killed/VBN", "killed"),
    ("{men/NNS/nsubj/1} killed/VBD", "killed"),
    ("{men/NNS/nsubj/1} kill/VBP", ""),
    ("{men/NNS/nsubj/2} had/VBD/aux/2 killed/VBN", ""),
    ("{men/NNS/nsubj/1} killed/VBD boys/NNS/obj/1", ""),
    ("{men/NNS/nsubj/1} killed/VBD and/CC/cc/3 wounded/VBD/conj/1 boys/NNS/obj/3", ""),
    ("{men/NNS/nsubj/1} killed/VBD and/CC/cc/3 wounded/VBN/conj/1", "casualties"),
    # as an object
    ("it/PRP/nsubj/1 killed/VBD {men/NNS/obj/1}", "killed"),
    ("it/PRP/nsubj/1 killed/VBD {men/NNS/iobj/1}", "killed"),
    ("it/PRP/nsubj/1 thanked/VBD {men/NNS/obj/1}", ""),
    ("it/PRP/nsubj/1 left/VBD {men/NNS/obj/1} dead/JJ/xcomp/1", "killed"),
    ("it/PRP/nsubj/1 left/VBD {men/NNS/obj/1} dead/JJ/advmod/1", ""),
    ("it/PRP/nsubj/1 gunned/VBD down/RP/compound:prt/1 {men/NNS/obj/1}", "killed"),
    ("it/PRP/nsubj/1 shot/VBD {men/NNS/obj/1} dead/JJ/xcomp/1", "killed"),
    ("it/PRP/nsubj/1 shot/VBD {men/NNS/obj/1}", "shot"),
    ("it/PRP/nsubj/1 claimed/VBD {lives/NNS/obj/1}", "killed"),
    ("it/PRP/nsubj/1 took/VBD {men/NNS/obj/1} hostage/NN/xcomp/1", "kidnapped"),
    ("it/PRP/nsubj/1 took/VBD {men/NNS/obj/1} hostages/NNS/xcomp/1", "kidnapped"),
    ("it/PRP/nsubj/1 killed/VBD or/CC/cc/3 wounded/VBD/conj/1 {men/NNS/obj/1}", "casualties"),
    ("it/PRP/nsubj/1 killed/VBD or/CC/cc/3 wounded/VBD/conj/1 {men/NNS/obj/3}", "casualties"),
    ("it/PRP/nsubj/1 praised/VBD or/CC/cc/3 wounded/VBD/conj/1 {men/NNS/obj/3}", "wounded"),
    ("it/PRP/nsubj/1 killed/VBD boys/NNS/obj/1 or/CC/cc/4 wounded/VBD/conj/1 {men/NNS/obj/4}", "wounded"),
    ("it/PRP/nsubj/1 killed/VBD boys/NNS/obj/4 or/CC/cc/4 wounded/VBD/conj/1 {men/NNS/obj/4}", "wounded"),
    ("it/PRP/nsubj/1 killed/VBD or/CC/cc/3 wounded/VBD/ccomp/1 {men/NNS/obj/3}", "wounded"),
    # as the subject of what it undergoes
    ("{men/NNS/nsubj/1} died/VBD", "killed"),
    ("{men/NNS/nsubj/1} left/VBD", ""),
    ("{men/NNS/nsubj/1} lost/VBD their/PRP$/nmod:poss/3 lives/NNS/obj/1", "killed"),
    ("{men/NNS/nsubj/1} went/VBD missing/JJ/xcomp/1", "missing"),
    ("{men/NNS/nsubj/2} have/VBP/aux/2 voted/VBN for/IN/case/4 it/PRP/obl/2", "voted for"),
    ("{men/NNS/nsubj/2} have/VBP/aux/2 voted/VBN on/IN/case/4 it/PRP/obl/2", "voted"),
    ("{men/NNS/nsubj/2} were/VBD/cop/2 dead/JJ", "killed"),
    ("{men/NNS/nsubj/2} still/RB/advmod/2 dead/JJ", ""),
    # below another noun
    ("the/DT/det/1 deaths/NNS/nsubj/4 of/IN/case/3 {men/NNS/nmod/1} rose/VBD", "killed"),
    ("the/DT/det/1 deaths/NNS/nsubj/4 in/IN/case/3 {town/NN/nmod/1} rose/VBD", ""),
    ("it/PRP/nsubj/1 cost/VBD the/DT/det/3 lives/NNS/obj/1 of/IN/case/5 {men/NNS/nmod/3}", "killed"),
    ("it/PRP/nsubj/1 saw/VBD the/DT/det/3 lives/NNS/obj/1 of/IN/case/5 {men/NNS/nmod/3}", ""),
    ("{men/NNS/compound/1} deaths/NNS/nsubj/2 rose/VBD", "killed"),
    # a toll's figure
    ("the/DT/det/2 death/NN/compound/2 toll/NN/nsubj/3 rose/VBD to/TO/case/5 {23/CD/obl/3}", "killed"),
    ("the/DT/det/1 toll/NN/nsubj/2 rose/VBD to/TO/case/4 {23/CD/obl/2}", ""),
    ("the/DT/det/1 casualty/NN/nsubj/2 rose/VBD to/TO/case/4 {23/CD/xcomp/2}", "casualties"),
    ("it/PRP/nsubj/1 raised/VBD deaths/NNS/obj/1 to/TO/case/4 {23/CD/obl/1}", "killed"),
    ("the/DT/det/2 death/NN/compound/2 toll/NN/nsubj/3 rose/VBD to/TO/case/5 {23/CD/dep/3}", ""),
    ("the/DT/det/2 death/NN/compound/2 toll/NN/nsubj/3 rose/VBD {today/NN/advcl/3}", ""),
    # where the tree is crooked
    ("it/PRP/nsubj/1 killed/VBD more/JJR/advmod/1 than/IN/case/4 {men/NNS/obl/1}", "killed"),
    ("it/PRP/nsubj/1 killed/VBD them/PRP/obj/1 in/IN/case/4 {town/NN/obl/1}", ""),
    ("{men/NNS/parataxis/1} killed/VBN", "killed"),
    ("{men/NNS/dep/1} killed/VBN", ""),
    ("{men/NNS/parataxis/1} left/VBN", ""),
    ("{men/NNS/parataxis/1} killed/VBD boys/NNS/obj/1", ""),
    # as its own subject says
    ("the/DT/det/1 dead/JJ/nsubj/3 were/VBD/cop/3 {men/NNS}", ""),
    ("wounded/JJ/amod/1 boys/NNS/nsubj/3 were/VBD/cop/3 {pupils/NNS}", "wounded"),
]


def read(tagged: Tagged, written: str) -> str:
    words = written.split()
    at = next(i for i, word in enumerate(words) if word.startswith("{"))
    return outcome_of(tagged(written.replace("{", "").replace("}", "")), at)


@pytest.mark.parametrize(("written", "expected"), UNDERGONE)
def test_what_happened_to_a_noun(tagged: Tagged, written: str, expected: str) -> None:
    assert read(tagged, written) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("died/VBD", "killed"),
        ("killed/VBD", "killed"),
        ("shooting/NN", "shot"),
        ("missing/JJ", "missing"),
        ("left/VBD", ""),
    ],
)
def test_what_a_clause_tells_whoever_it_befalls(tagged: Tagged, word: str, expected: str) -> None:
    assert outcome_of_event(tagged(word).tokens[0]) == expected


def test_no_clause_tells_nothing() -> None:
    assert outcome_of_event(None) == ""
