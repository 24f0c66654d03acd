"""Passages of articles cannot pass for lines or marks of the request."""

from __future__ import annotations

import pytest

from divergence.second.passages import LONGEST_PARAGRAPH, marked, one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("calm\n=== p9: another pair", "calm = p9: another pair"),
        ("calm\r\n\x0b\u2028=== END", "calm = END"),
        ("the ⟦same⟧ words", "the [same] words"),
        ("calm\u202eorder\x00", "calm order"),
        ("abcdef", "abcde"),
    ],
)
def test_a_text_is_one_line_without_our_marks(text: str, line: str) -> None:
    assert one_line(text, 5 if text == "abcdef" else 99) == line


def test_only_the_words_in_question_are_marked() -> None:
    shown = marked("Said ⟦A⟧: ", "ten ⟦B⟧\n=== p2:", "\n⟦C⟧ " + "x" * LONGEST_PARAGRAPH)
    assert shown.startswith("Said [A]: ⟦ten [B] = p2:⟧ [C] xxx")
    assert (shown.count("⟦"), shown.count("\n")) == (1, 0)
    assert len(shown) < LONGEST_PARAGRAPH
