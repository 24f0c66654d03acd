"""Currencies."""

from __future__ import annotations

import pytest

from divergence.lexicon.currencies import CURRENCIES, currency_after, currency_before, same_currency


@pytest.mark.parametrize(
    ("text", "name"), [("$", "dollar"), ("US$", "US dollar"), ("Rs. ", "rupee"), ("R", "rand"), ("€", "euro")]
)
def test_signs_before(text: str, name: str) -> None:
    found = currency_before(text, len(text))
    assert found is not None
    assert (found[0].name, found[1]) == (name, 0)


@pytest.mark.parametrize(
    ("text", "name"),
    [(" euros", "euro"), (" U.S. dollars", "US dollar"), ("€", "euro"), (" yen", "yen"), (" pence", "pound")],
)
def test_names_behind(text: str, name: str) -> None:
    found = currency_after(text, 0)
    assert found is not None
    assert found[0].name == name


@pytest.mark.parametrize("text", ["cars", "USA", "the", ""])
def test_no_currency(text: str) -> None:
    assert currency_before(text, len(text)) is None
    assert currency_after(f" {text}", 0) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" NOK", "Norwegian krone"),
        (" EUR", "euro"),
        (" TRY", "lira"),
        (" nok", "Norwegian krone"),
        (" try", None),
        (" cop", None),
    ],
)
def test_codes_behind_that_are_no_words(text: str, name: str | None) -> None:
    found = currency_after(text, 0)
    assert (found and found[0].name) == name


def test_a_plain_dollar_is_any_dollar() -> None:
    assert same_currency("dollar", "US dollar")
    assert not same_currency("Canadian dollar", "US dollar")
    assert not same_currency("euro", "dollar")


def test_main_names_are_unique() -> None:
    names = [c.name for c in CURRENCIES if not c.minor]
    assert len(names) == len(set(names))
