from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from made_comparison import make_article

from divergence.model.text import Span
from divergence.report.page.passages import Flag, Flagged, letter, mark, paragraph_number, plain, quote

FLAG = Flag("d-1", 1, "a", "high", True)
OTHER = Flag("d-2", 2, "b", "low", False)


def texts(stretches: tuple) -> list[str]:  # type: ignore[type-arg]
    return ["".join(piece.text for piece in stretch.pieces) for stretch in stretches]


def test_letters_go_on_after_z() -> None:
    assert [letter(i) for i in (0, 25, 26, 51, 52, 701, 702)] == ["a", "z", "aa", "az", "ba", "zz", "aaa"]


def test_a_flagged_value_is_a_stretch_of_its_own_with_an_anchor() -> None:
    article = make_article("A", "a.txt", "It took nine hours.")
    passage = mark(article, 1, (0, 19), (Flagged(8, 18, FLAG),), ())
    assert texts(passage) == ["It took ", "nine hours", "."]
    assert passage[1].flags == (FLAG,)
    assert passage[1].anchor == "m-1-8"


def test_overlapping_values_keep_both_findings_and_disagreements_come_first() -> None:
    article = make_article("A", "a.txt", "It took nine hours.")
    passage = mark(article, 1, (0, 19), (Flagged(8, 18, OTHER), Flagged(8, 12, FLAG)), ())
    assert texts(passage) == ["It took ", "nine", " hours", "."]
    assert passage[1].flags == (FLAG, OTHER)
    assert passage[2].flags == (OTHER,)
    assert [s.anchor for s in passage] == ["", "m-1-8", "", ""]


def test_masked_text_and_changed_words_are_told_apart() -> None:
    article = make_article("A", "a.txt", "It took hours.[1]")
    passage = mark(article, 1, (0, 17), (), ((8, 13),))
    assert [(s.masked, [(p.text, p.changed) for p in s.pieces]) for s in passage] == [
        (False, [("It took ", False), ("hours", True), (".", False)]),
        (True, [("[1]", False)]),
    ]


def test_hidden_characters_become_pieces() -> None:
    article = make_article("A", "a.txt", "1\u200e00 dead")
    (stretch,) = mark(article, 1, (0, 9), (), ())
    assert [(p.text, p.hidden) for p in stretch.pieces] == [("1", ""), ("", "U+200E"), ("00 dead", "")]
    assert plain(stretch) == "1[U+200E]00 dead"


def test_a_quotation_marks_its_value() -> None:
    article = make_article("A", "a.txt", "Before. It took nine hours. After.")
    passage = quote(article, Span("A", 8, 27), Span("A", 16, 26))
    assert [(text, s.value) for text, s in zip(texts(passage), passage, strict=True)] == [
        ("It took ", False),
        ("nine hours", True),
        (".", False),
    ]


@settings(max_examples=50)
@given(
    st.text(min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=5),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=5),
)
def test_whatever_is_marked_the_text_stays_whole(
    text: str, flagged: list[tuple[int, int]], changed: list[tuple[int, int]]
) -> None:
    article = make_article("A", "a.txt", text)
    flags = tuple(Flagged(a, a + length, FLAG) for a, length in flagged)
    passage = mark(article, 1, (0, len(text)), flags, tuple((a, a + n) for a, n in changed))
    pieces = [p for s in passage for p in s.pieces]
    assert "".join(p.text or chr(int(p.hidden[2:], 16)) for p in pieces) == text
    anchors = [s.anchor for s in passage if s.anchor]
    assert len(anchors) == len(set(anchors))


def test_what_touches_a_paragraph_only_at_its_end_is_not_in_it() -> None:
    article = replace(make_article("A", "a.txt", "It took nine hours."), masked=((0, 3), (12, 18)))
    passage = mark(article, 1, (3, 12), (Flagged(0, 3, FLAG), Flagged(12, 18, OTHER)), ())
    assert texts(passage) == ["took nine"]
    assert (passage[0].flags, passage[0].masked, passage[0].anchor) == ((), False, "")


def test_a_paragraph_is_known_by_a_position_in_it() -> None:
    article = make_article("A", "a.txt", "One.\nTwo.")
    assert [paragraph_number(article, at) for at in (0, 4, 5, 9)] == [1, 1, 2, 2]
    assert paragraph_number(make_article("A", "a.txt", " \nTwo."), 0) == 0


def test_a_quotation_holds_values_that_reach_beyond_its_sentence() -> None:
    article = make_article("A", "a.txt", "Before. It took nine hours. After.")
    passage = quote(article, Span("A", 8, 27), Span("A", 16, 20), Span("A", 28, 33))
    assert [(text, s.value) for text, s in zip(texts(passage), passage, strict=True)] == [
        ("It took ", False),
        ("nine", True),
        (" hours. ", False),
        ("After", True),
    ]
