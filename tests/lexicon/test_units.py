"""Units of measure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from divergence.lexicon.units import MAGNITUDE, UNITS, in_base, unit_after, unit_named


@pytest.mark.parametrize(
    ("text", "at", "name", "end"),
    [
        ("16mph", 2, "mile per hour", 5),
        ("30in of rain", 2, "inch", 4),
        ("10 km", 2, "kilometer", 5),
        ("six-mile", 3, "mile", 8),
        ("5°C", 1, "degree Celsius", 3),
        ("2.5m deep", 3, "meter", 4),
        ("20 [kg]", 2, "kilogram", 7),
        ("4 miles an hour", 1, "mile per hour", 15),
        ("4 sq. miles", 1, "square mile", 11),
        ("5 feet", 1, "foot", 6),
    ],
)
def test_reads_the_unit(text: str, at: int, name: str, end: int) -> None:
    found = unit_after(text, at)
    assert found is not None
    assert (found[0].name, found[1]) == (name, end)


@pytest.mark.parametrize(("text", "at"), [("30 in all", 2), ("5 a day", 1), ("3G", 1), ("7 trees", 1), ("5", 1)])
def test_reads_no_unit(text: str, at: int) -> None:
    assert unit_after(text, at) is None


@pytest.mark.parametrize(
    ("value", "unit", "other", "expected"),
    [
        ("1", "mile", "kilometer", "1.609"),
        ("212", "degree Fahrenheit", "degree Celsius", "100"),
        ("1", "acre", "hectare", "0.405"),
    ],
)
def test_converts(value: str, unit: str, other: str, expected: str) -> None:
    one, two = unit_named(unit), unit_named(other)
    assert one is not None
    assert two is not None
    assert round(in_base(Decimal(value), one) / two.factor, 3) == pytest.approx(Decimal(expected), abs=Decimal("0.001"))


def test_names_are_unique_and_no_unit_is_of_time() -> None:
    names = [u.name for u in (*UNITS, MAGNITUDE)]
    assert len(names) == len(set(names))
    assert not {"hour", "day", "year", "minute"} & set(names)
