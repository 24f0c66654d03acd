"""Outcomes read from the words next to a count."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.about.around import outcome_around
from divergence.language import parse
from divergence.language.parsed import Parsed
from divergence.model.text import Article


@pytest.mark.parametrize(
    ("text", "count", "outcome"),
    [
        ("The strike killed 58 and injured dozens in town.", "dozens", "wounded"),
        ("The strike killed 58 and injured dozens in town.", "58", "killed"),
        ("Ten were killed and 25 others injured.", "25 others", "wounded"),
        ("Officials said one person has died.", "one person", "killed"),
        ("The death toll from the quake rose to 10.", "10", "killed"),
        ("The raid left 23 villagers - among them nine children - dead.", "23 villagers", "killed"),
        ("A man was killed or two wounded.", "two", "wounded"),
        ("The bomb killed or wounded 30 people.", "30 people", "casualties"),
        ("Bombing in market kills 22", "22", "killed"),
        ("Six civilians were among the dead.", "Six civilians", "killed"),
        ("Ten people were killed, including three children.", "three children", "killed"),
        ("Two gunmen wounded 14 people.", "Two gunmen", ""),
        ("A bomber killed at least 16 people and wounded 40.", "A bomber", ""),
        ("25 civilians killed 80 injured in attack", "25 civilians", "killed"),
        ("Four officials met in town.", "Four officials", ""),
    ],
)
def test_reads_the_outcome(article: Callable[..., Article], text: str, count: str, outcome: str) -> None:
    parsed = parse(article(text))
    start = text.index(count)
    inside = [t.index for t in parsed.tokens if start <= t.start < start + len(count)]
    assert outcome_around(parsed, inside[0], inside[-1] + 1) == outcome


OUTCOMES = [
    ("killing/VBG at/IN least/JJS {58/CD} and/CC", "killed"),
    ("killed/VBD {30/CD} there/RB", "killed"),
    ("killed/VBD or/CC wounded/VBD {30/CD} there/RB", "casualties"),
    ("wounded/VBD and/CC killed/VBD {30/CD} there/RB", "casualties"),
    ("or/CC wounded/VBD {30/CD} there/RB", "wounded"),
    ("shot/VBD dead/JJ {12/CD} there/RB", "killed"),
    ("shot/VBD to/TO death/NN {12/CD} there/RB", "killed"),
    ("fatally/RB shot/VBD {12/CD} there/RB", "killed"),
    ("shot/VBD {12/CD} there/RB", "shot"),
    ("claimed/VBD the/DT lives/NNS of/IN {12/CD} men/NNS", "killed"),
    ("cost/VBD lives/NNS ,/, {12/CD} men/NNS", ""),
    ("praised/VBD {12/CD} there/RB", ""),
    ("{12/CD} there/RB", ""),
    ("left/VBD {23/CD} dead/JJ there/RB", "killed"),
    ("left/VBD {23/CD} -/: nine/CD children/NNS -/: dead/JJ", "killed"),
    ("left/VBD {23/CD} dead/NN there/RB", "killed"),
    ("left/VBD nearly/RB {23/CD} homes/NNS", ""),
    ("saw/VBD {23/CD} dead/JJ there/RB", "killed"),
    ("{25/CD others/NNS} injured/VBN ./.", "wounded"),
    ("{25/CD others/NNS} injured/VBN men/NNS", ""),
    ("{25/CD others/NNS} injured/VBN", "wounded"),
    ("{25/CD others/NNS} injured/VBN including/VBG two/CD", "wounded"),
    ("{25/CD others/NNS} injured/VBN dead/JJ there/RB", "killed"),
    ("{one/CD person/NN} had/VBD been/VBN killed/VBN there/RB", "killed"),
    ("{five/CD} died/VBD there/RB", "killed"),
    ("{five/CD} left/VBD there/RB", ""),
    ("{six/CD} were/VBD among/IN the/DT dead/NN", "killed"),
    ("{six/CD} were/VBD among/IN the/DT guests/NNS", ""),
    ("{six/CD} were/VBD among/IN a/DT b/NN c/NN d/NN e/NN f/NN g/NN dead/JJ", "killed"),
    ("{six/CD} were/VBD among/IN a/DT b/NN c/NN d/NN e/NN f/NN g/NN h/NN dead/JJ", ""),
    ("{six/CD} among/IN the/DT dead/NN", "killed"),
    ("{six/CD} were/VBD", ""),
    ("{six/CD} killed/VBN or/CC wounded/VBN ./.", "casualties"),
    ("{six/CD} were/VBD killed/VBN or/CC wounded/VBN ./.", "casualties"),
    ("{six/CD} were/VBD killed/VBN and/CC wounded/VBN ./.", "casualties"),
    ("{six/CD} were/VBD killed/VBN and/CC wounded/VBN 30/CD", "killed"),
    ("{six/CD} were/VBD killed/VBN and/CC wounded/VBN dozens/NNS", "killed"),
    ("{six/CD} were/VBD killed/VBN and/CC wounded/VBN at/IN least/JJS 30/CD", "killed"),
    ("{six/CD} were/VBD killed/VBN and/CC praised/VBN ./.", "killed"),
    ("{six/CD} were/VBD shot/VBN dead/JJ ./.", "killed"),
    ("{six/CD} killed/VBN 14/CD others/NNS wounded/VBN", "killed"),
    ("{six/CD} killed/VBN 14/CD others/NNS", ""),
    ("{six/CD} killed/VBN at/IN least/JJS 14/CD wounded/VBN", "killed"),
    ("{six/CD} killed/VBN at/IN dawn/NN", "killed"),
    ("{six/CD} killed/VBN more/JJR than/IN 14/CD wounded/VBN", "killed"),
    ("{six/CD} killed/VBN dozens/NNS wounded/VBN", "killed"),
    ("{six/CD} killed/VBN dozens/NNS ,/, wounded/VBN", "killed"),
    ("{six/CD} ,/, including/VBG a/DT child/NN ,/, were/VBD killed/VBN", "killed"),
    ("{six/CD} including/VBG a/DT child/NN killed/VBN ./.", "killed"),
    ("{six/CD} ,/, among/IN them/PRP a/DT child/NN ,/, had/VBD died/VBN", "killed"),
    ("{six/CD} ,/, with/IN a/DT child/NN ,/, were/VBD killed/VBN", ""),
    ("death/NN toll/NN rose/VBD to/TO {10/CD} there/RB", "killed"),
    ("death/NN toll/NN from/IN it/PRP rose/VBD to/TO at/IN least/JJS {10/CD} there/RB", "killed"),
    ("toll/NN of/IN wounded/JJ rose/VBD to/TO {10/CD} there/RB", ""),
    ("toll/NN of/IN 5/CD rose/VBD to/TO {10/CD} there/RB", ""),
    ("count/NN rose/VBD to/TO {10/CD} there/RB", ""),
    ("58/CD people/NNS killed/VBN ,/, including/VBG {three/CD children/NNS}", "killed"),
    ("58/CD people/NNS killed/VBN ,/, among/IN them/PRP {three/CD children/NNS}", "killed"),
    ("58/CD people/NNS killed/VBN ,/, with/IN {three/CD children/NNS}", ""),
    ("58/CD people/NNS ,/, including/VBG {three/CD children/NNS} ,/, were/VBD wounded/VBN", "wounded"),
    ("58/CD people/NNS ,/, including/VBG {three/CD children/NNS} ,/, left/VBD", ""),
    ("massacre/NN ,/, including/VBG {three/CD children/NNS} left/VBD", "killed"),
    ("killed/VBD | {30/CD} there/RB", "killed"),
    ("killed/VBD ./. | {30/CD} there/RB", ""),
    ("killed/VBD ;/: {30/CD} there/RB", ""),
    ("killed/VBD ¶ {30/CD} there/RB", ""),
    ("{30/CD} there/RB | were/VBD killed/VBN", ""),
    ("{30/CD} | were/VBD killed/VBN", "killed"),
    ("{30/CD} ./. were/VBD killed/VBN", ""),
]


@pytest.mark.parametrize(("written", "expected"), OUTCOMES)
def test_what_the_words_around_a_count_tell(tagged: Callable[..., Parsed], written: str, expected: str) -> None:
    """The count stands in braces."""
    before, rest = written.split("{")
    inside, after = rest.split("}")
    first = len([word for word in before.split() if word not in ("|", "¶")])
    parsed = tagged(f"{before} {inside} {after}")
    assert outcome_around(parsed, first, first + len(inside.split())) == expected


def test_so_far_an_outcome_is_looked_for(tagged: Callable[..., Parsed]) -> None:
    hedges = "at least just only over about nearly some up to as many as".split()
    for words, expected in ((hedges, "killed"), ([*hedges, "possibly"], "")):
        parsed = tagged(" ".join(["killed/VBD", *(f"{word}/RB" for word in words), "30/CD there/RB"]))
        assert outcome_around(parsed, len(words) + 1, len(words) + 2) == expected
