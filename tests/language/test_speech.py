"""Who reports a clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.language import parse, speech
from divergence.language.grammar import reporting
from divergence.language.parsed import Parsed
from divergence.model.text import Article

Find = Callable[[Parsed, str], int]

REPORTED = [
    ("Police said that two bridges had collapsed.", "bridges", ("Police", "said")),
    ("Two bridges had collapsed, a spokesman for the navy said.", "bridges", ("a spokesman for the navy", "said")),
    (
        "Two bridges collapsed, according to the provincial governor.",
        "bridges",
        ("the provincial governor", "according"),
    ),
    ("The ministry confirmed the deaths of 23 pilgrims.", "pilgrims", ("The ministry", "confirmed")),
    ("It was reported that two bridges had collapsed.", "bridges", (None, "reported")),
    ("The navy says 18 sailors drowned; the union says it was 40.", "sailors", ("The navy", "says")),
    ("Two bridges collapsed; four men had been hurt, police said.", "bridges", ("police", "said")),
    ("The navy says 18 sailors drowned; the union says it was 40.", "40", ("the union", "says")),
    ("The navy says 18 sailors drowned; the union admits to 12.", "12", ("the union", "admits")),
    ("The navy said 18 sailors drowned; 40 families wait.", "families", ("The navy", "said")),
    ("The navy said 45 boats had sunk, but fishermen spoke of 70.", "70", ("fishermen", "spoke")),
    (
        "Some 90 boats had sunk, a skipper told reporters, against 30 according to the navy.",
        "boats",
        ("a skipper", "told"),
    ),
    (
        "Some 90 boats had sunk, a skipper told reporters, against 30 according to the navy.",
        "30",
        ("the navy", "according"),
    ),
]
NOT_REPORTED = [
    ("Police in Lagos said that two bridges had collapsed.", "Lagos"),
    ("Two bridges collapsed on Friday.", "bridges"),
    ("Rescuers found four bodies.", "bodies"),
    ("Two bridges collapsed; police said four men had been hurt.", "bridges"),
    ("Two bridges had collapsed; the mayor said that nobody had been warned.", "bridges"),
    ("Two bridges collapsed, according to the provincial governor.", "governor"),
]


@pytest.mark.parametrize(("text", "word", "expected"), REPORTED)
def test_reported(
    article: Callable[..., Article], find: Find, text: str, word: str, expected: tuple[str | None, str]
) -> None:
    parsed = parse(article(text))
    found = reporting(parsed, find(parsed, word))
    assert found is not None
    speaker = parsed.text(*found.speaker) if found.speaker else None
    assert (speaker, parsed.tokens[found.cue].text) == expected


@pytest.mark.parametrize(("text", "word"), NOT_REPORTED)
def test_not_reported(article: Callable[..., Article], find: Find, text: str, word: str) -> None:
    parsed = parse(article(text))
    assert reporting(parsed, find(parsed, word)) is None


def test_a_report_within_a_clause(tree: Callable[[str], Parsed]) -> None:
    parsed = tree(
        "The/DET/DT/det/2 dam/NOUN/NN/nsubj/8 ,/PUNCT/,/punct/5 officials/NOUN/NNS/nsubj/5 said/VERB/VBD/parataxis/8 "
        ",/PUNCT/,/punct/5 had/AUX/VBD/aux/8 burst/VERB/VBN/root/0"
    )
    found = reporting(parsed, 1)
    assert found is not None
    assert found.speaker is not None
    assert (parsed.text(*found.speaker), found.cue) == ("officials", 4)
    assert reporting(parsed, 3) is None


def test_a_deep_sentence_takes_work_in_proportion(
    tree: Callable[[str], Parsed], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    opens = speech._opens_source
    monkeypatch.setattr(speech, "_opens_source", lambda parsed, at: looked.append(at) or opens(parsed, at))

    def work(depth: int) -> int:
        parsed = tree(" ".join(f"one/NOUN/NN/{'nmod' if at else 'root'}/{at}" for at in range(depth)))
        looked.clear()
        assert reporting(parsed, depth - 1) is None
        return len(looked)

    assert 0 < work(400) <= 4.4 * work(100)


@pytest.mark.parametrize(
    ("relation", "comma", "speaker"),
    [
        ("acl:relcl", "", "Holm"),
        ("acl:relcl", " ,/PUNCT/,/punct/8", None),
        ("ccomp", "", "who"),
        ("ccomp", " ,/PUNCT/,/punct/8", None),
    ],
)
def test_a_participle_behind_the_comma_of_an_inner_clause_names_nobody(
    tree: Callable[[str], Parsed], relation: str, comma: str, speaker: str | None
) -> None:
    last = 8 if comma else 7
    parsed = tree(
        "She/PRON/PRP/nsubj/2 named/VERB/VBD/root/0 Holm/PROPN/NNP/obj/2 ,/PUNCT/,/punct/3 who/PRON/WP/nsubj/6 "
        f"fled/VERB/VBD/{relation}/3{comma} saying/VERB/VBG/advcl/6 dams/NOUN/NNS/nsubj/{last + 2} "
        f"burst/VERB/VBD/ccomp/{last}"
    )
    found = reporting(parsed, last)
    assert found is not None
    assert (parsed.text(*found.speaker) if found.speaker else None) == speaker
