from __future__ import annotations

import re
from dataclasses import replace

from made_comparison import make_comparison

from divergence.model.comparison import Comparison, Verdict
from divergence.report import render


def test_each_value_stands_with_all_who_say_it(comparison: Comparison) -> None:
    text = render(comparison, "text").decode()
    assert "7 disagreements, 2 of high severity." in text
    assert re.search(r"17 +Nordkyst Dagblad \(5 March 2025, 07:40\)", text)
    assert re.search(r"Silent +Isle Business", text)


def test_what_is_only_worth_checking_has_no_severity() -> None:
    made = make_comparison()
    first, *rest = made.divergences
    assert re.search(r"^!+ +1\. .*\[high, \d+ %\]$", render(made, "text").decode(), re.MULTILINE)
    lead = replace(first, verdict=Verdict.LEAD)
    text = render(replace(made, divergences=(*rest, lead)), "text").decode()
    assert re.search(r"^ +\d+\. .*(?:\n +.*)?\[\d+ %\]$", text, re.MULTILINE)
    assert text.count("high, ") == render(made, "text").decode().count("high, ") - 1


def test_nothing_in_an_article_reaches_the_terminal_as_a_control() -> None:
    made = make_comparison()
    hostile = "\x1b[31mred\x1b]0;title\x07\u202e\x9b2J"
    first = replace(made.divergences[0], subject=hostile)
    text = render(replace(made, divergences=(first,), story=replace(made.story, title=hostile)), "text").decode()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_lines_stay_within_a_hundred_columns(large: Comparison) -> None:
    assert max(len(line) for line in render(large, "text").decode().splitlines()) <= 100


def test_a_share_is_not_parted_from_its_sign_at_a_line_s_end() -> None:
    made = make_comparison()
    first, *rest = made.divergences
    for length in range(50, 100):
        longer = replace(first, subject="a " * (length // 2) + "b" * (length % 2))
        text = render(replace(made, divergences=(longer, *rest)), "text").decode()
        assert not re.search(r"^ *%", text, re.MULTILINE)
