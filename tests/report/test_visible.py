from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.report.visible import HIDDEN, isolate, split_hidden, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1\u200e00", "1[U+200E]00"),
        ("safe\u202egnp.exe", "safe[U+202E]gnp.exe"),
        ("two\nlines\tof  text", "two lines of text"),
        ("nul\x00 and bell\x07", "nul[U+0000] and bell[U+0007]"),
        ("soft\u00adhyphen", "soft[U+00AD]hyphen"),
        ("lone \ud800 surrogate", "lone [U+D800] surrogate"),
        ("pass\u200cword", "pass[U+200C]word"),
    ],
)
def test_hidden_characters_are_named(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["می\u200cخواهم", "👩\u200d🚒", "क्\u200dष", "Türkiye", "Ólafur Þórsson", "1 000"])
def test_joiners_that_spell_a_word_stay(text: str) -> None:
    assert visible(text) == text


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=60))
def test_cutting_loses_nothing(text: str) -> None:
    pieces = list(split_hidden(text))
    assert "".join(plain or chr(int(hidden[2:], 16)) for plain, hidden in pieces) == text
    assert not any(HIDDEN.search(plain) for plain, _ in pieces if len(plain) > 1 and "\u200c" not in plain)


def test_only_names_that_run_from_right_to_left_are_isolated() -> None:
    assert isolate("صدى الميناء") == "\u2068صدى الميناء\u2069"
    assert isolate("Θάλασσα Weekly") == "Θάλασσα Weekly"
