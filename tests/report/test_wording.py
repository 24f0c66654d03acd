"""Sentences of the reports, made of words that can be translated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from divergence.report.page.findings import Decided
from divergence.report.page.sources import Date
from divergence.report.wording import count, decision_line, reach, read_words, write_date

WORDS = read_words()
DAY = Date("2025-03-04", 2025, 3, 4)
PLAIN = Decided("confirmed", "none", "", "", None, None)


@pytest.mark.parametrize(
    ("decided", "line"),
    [
        (PLAIN, "confirmed"),
        (replace(PLAIN, state="wrong"), "wrong finding"),
        (replace(PLAIN, who="AB"), "confirmed (AB)"),
        (replace(PLAIN, when=DAY), "confirmed (4 March 2025)"),
        (replace(PLAIN, who="AB", when=DAY), "confirmed (AB, 4 March 2025)"),
        (replace(PLAIN, until=DAY), "confirmed, until 4 March 2025"),
        (replace(PLAIN, reason="the toll rose"), "confirmed: the toll rose"),
        (replace(PLAIN, state="explained"), "explained"),
        (
            Decided("explained", "time", "the toll rose", "AB", DAY, DAY),
            "explained by time (AB, 4 March 2025), until 4 March 2025: the toll rose",
        ),
    ],
)
def test_a_decision_in_one_clause(decided: Decided, line: str) -> None:
    assert decision_line(decided, WORDS) == line


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (None, "no date"),
        (Date("2025", 2025), "2025"),
        (Date("2025-01", 2025, 1), "January 2025"),
        (Date("2025-12", 2025, 12), "December 2025"),
        (DAY, "4 March 2025"),
        (replace(DAY, time="14:30"), "4 March 2025, 14:30"),
    ],
)
def test_a_date_as_far_as_it_is_known(date: Date | None, words: str) -> None:
    assert write_date(date, WORDS) == words


def test_one_has_a_form_of_its_own() -> None:
    forms = ["{n} article", "{n} articles"]
    assert [count(n, forms) for n in (0, 1, 2)] == ["0 articles", "1 article", "2 articles"]


def test_how_far_the_method_reaches_depends_on_the_second_reading() -> None:
    texts = WORDS["method"]
    assert reach(WORDS) == reach(WORDS, [None]) == texts["reach"]
    assert reach(WORDS, [True]) == reach(WORDS, [True, True]) == texts["reach_second"]
    unmeasured = f"{texts['reach']} {texts['reach_unmeasured']}"
    assert reach(WORDS, [False]) == reach(WORDS, [True, False]) == reach(WORDS, [True, None]) == unmeasured
