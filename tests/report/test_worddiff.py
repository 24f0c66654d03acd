from __future__ import annotations

import pytest

from divergence.report.worddiff import differing_words, ranges, words


def marked(base: str, ours: str) -> tuple[list[str], list[str]] | None:
    """The words that each side lacks of the other."""
    base_words, our_words = words(base), words(ours)
    found = differing_words(base_words, our_words)
    if found is None:
        return None
    return (
        [base[a:b] for a, b in ranges(base_words, found[0])],
        [ours[a:b] for a, b in ranges(our_words, found[1])],
    )


def test_differing_words_are_marked_on_both_sides() -> None:
    assert marked("Crews fought the fire for nearly six hours.", "Crews fought the fire for nine hours.") == (
        ["nearly six"],
        ["nine"],
    )


def test_case_and_apostrophes_do_not_differ() -> None:
    assert marked("The port's mayor spoke", "the port’s Mayor spoke") == ([], [])


def test_frequent_words_are_compared_too() -> None:
    """difflib's autojunk would pass over words that stand in more than a hundredth of a long text."""
    base = " ".join(["the"] * 300)
    assert marked(base, base + " end") == ([], ["end"])


def test_paragraphs_told_otherwise_get_no_marks() -> None:
    assert marked("Shares of the company fell.", "The ferry left at night.") is None
    assert marked("", "The ferry left at night.") is None


def test_neighbouring_words_make_one_range() -> None:
    text = "one two three four"
    assert ranges(words(text), {0, 1, 3}) == ((0, 7), (14, 18))


@pytest.mark.parametrize(
    ("ours", "theirs", "marked"),
    [
        ("The work will cost $5 million this year", "The work will cost £5 million this year", True),
        ("Output in the valley grew by -5% this year", "Output in the valley grew by 5% this year", True),
        ("Some 20–25 men left the town on foot", "Some 20-25 men left the town on foot", False),
        ("He fell in the café in the U.S. last year", "He fell in the cafe in the US last year", False),
        ("The fine was 5 € a day for each boat", "The fine was 5 £ a day for each boat", True),
        ("The fine was 5€ a day for each boat", "The fine was 5£ a day for each boat", True),
        ("A rise of >5 points in the town index", "A rise of <5 points in the town index", True),
        ("A rate of 5 % was set for the boats", "A rate of 5% was set for the boats", False),
        ("The fine was $ 5 a day for each boat", "The fine was $5 a day for each boat", False),
        ("A na\u00efve plan for the old harbour wall", "A nai\u0308ve plan for the old harbour wall", False),
        ("The har\u00adbour was closed for the whole day", "The harbour was closed for the whole day", False),
    ],
)
def test_signs_that_change_a_value_are_marked_and_typography_is_not(ours: str, theirs: str, marked: bool) -> None:
    found = differing_words(words(ours), words(theirs))
    assert found is not None
    assert bool(found[0] or found[1]) is marked


def test_a_sign_of_comparison_belongs_to_its_number_across_a_space() -> None:
    assert marked("The brine held ≥ 30% salt.", "The brine held ≤ 30% salt.") == (["≥ 30%"], ["≤ 30%"])
    assert marked("The brine held ≥ 30% salt.", "The brine held ≥30% salt.") == ([], [])
