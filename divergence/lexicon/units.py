"""Units of measure, with what turns each into its dimension's base unit. Time units are the business of durations.

Names are the common English singular (American and British spellings are one unit). Factors: the SI brochure and
NIST Handbook 44; a ton is taken for a metric one, since news rarely says which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class MeasureUnit:
    """One unit; the texts that may print it."""

    name: str
    dimension: str
    factor: Decimal
    """Base units in one of these."""
    words: tuple[str, ...] = ()
    """Forms in words, lower case; they match in any case."""
    symbols: tuple[str, ...] = ()
    """Symbols, matched as printed."""
    offset: Decimal = Decimal(0)
    """What is added after multiplying (temperatures)."""


def _plurals(word: str) -> tuple[str, ...]:
    """A unit's plural: of its first noun, ``miles per hour``; hyphens for spaces: ``mile-an-hour``."""
    noun = re.match(
        r"(?:(?:square|cubic|sq\.?|cu|metric|nautical|light|kilowatt|megawatt|gigawatt|terawatt|watt)[ -])?[a-z]+", word
    )
    if noun is None or noun[0] in {"foot", "feet", "inch", "inches", "km", "hertz", "horsepower"}:
        return (word.replace(" ", "-"),)
    plural = f"{noun[0]}s{word[noun.end() :]}"
    return (plural, word.replace(" ", "-"), plural.replace(" ", "-"))


def _unit(name: str, dimension: str, factor: str, words: str, symbols: str = "", offset: str = "0") -> MeasureUnit:
    singulars = tuple(w.strip() for w in words.split(","))
    forms = tuple(dict.fromkeys(form for w in singulars for form in (w, *_plurals(w))))
    return MeasureUnit(name, dimension, Decimal(factor), forms, tuple(symbols.split()), Decimal(offset))


_KMH = "kilometer per hour, kilometre per hour, kilometer an hour, kilometre an hour, km per hour, km an hour"

UNITS: tuple[MeasureUnit, ...] = (
    _unit("kilometer", "length", "1000", "kilometer, kilometre, kms", "km KM"),
    _unit("meter", "length", "1", "meter, metre", "m"),
    _unit("decimeter", "length", "0.1", "decimeter, decimetre", "dm"),
    _unit("centimeter", "length", "0.01", "centimeter, centimetre", "cm"),
    _unit("millimeter", "length", "0.001", "millimeter, millimetre", "mm"),
    _unit("micrometer", "length", "0.000001", "micrometer, micrometre, micron", "µm μm"),
    _unit("nanometer", "length", "1E-9", "nanometer, nanometre", "nm"),
    _unit("picometer", "length", "1E-12", "picometer, picometre", "pm"),
    _unit("mile", "length", "1609.344", "mile", "mi"),
    _unit("nautical mile", "length", "1852", "nautical mile", "nmi"),
    _unit("yard", "length", "0.9144", "yard", "yd yds"),
    _unit("foot", "length", "0.3048", "foot, feet", "ft ft. ′"),
    _unit("inch", "length", "0.0254", "inch, inches", "in in. ″"),
    _unit("light-year", "length", "9.4607E15", "light year, light-year"),
    _unit("square kilometer", "area", "1000000", "square kilometer, square kilometre, sq km, sq. km", "km2 km²"),
    _unit("square meter", "area", "1", "square meter, square metre, sq m, sq. m", "m2 m²"),
    _unit("square mile", "area", "2589988.11", "square mile, sq mi, sq. mi, sq. miles"),
    _unit("square foot", "area", "0.09290304", "square foot, square feet, sq ft, sq. ft"),
    _unit("acre", "area", "4046.8564224", "acre"),
    _unit("hectare", "area", "10000", "hectare", "ha"),
    _unit("cubic kilometer", "volume", "1E9", "cubic kilometer, cubic kilometre", "km3 km³"),
    _unit("cubic meter", "volume", "1", "cubic meter, cubic metre", "m3 m³"),
    _unit("cubic foot", "volume", "0.0283168466", "cubic foot, cubic feet, cu ft"),
    _unit("liter", "volume", "0.001", "liter, litre", "l L"),
    _unit("milliliter", "volume", "0.000001", "milliliter, millilitre", "ml mL"),
    _unit("centiliter", "volume", "0.00001", "centiliter, centilitre", "cl"),
    _unit("gallon", "volume", "0.003785411784", "gallon", "gal"),
    _unit("barrel", "volume", "0.158987294928", "barrel", "bbl"),
    _unit("pint", "volume", "0.000473176473", "pint"),
    _unit("tonne", "mass", "1000", "tonne, metric ton", "t"),
    _unit("ton", "mass", "1000", "ton"),
    _unit("kilogram", "mass", "1", "kilogram, kilogramme, kilo", "kg Kg KG kgs"),
    _unit("gram", "mass", "0.001", "gram, gramme", "g"),
    _unit("milligram", "mass", "0.000001", "milligram, milligramme", "mg"),
    _unit("microgram", "mass", "1E-9", "microgram", "mcg µg μg"),
    _unit("pound", "mass", "0.45359237", "pound", "lb lbs lb. lbs."),
    _unit("ounce", "mass", "0.028349523125", "ounce", "oz oz."),
    _unit("carat", "mass", "0.0002", "carat"),
    _unit("kilometer per hour", "speed", "0.277777778", _KMH, "km/h km/hr kph kmh kmph KPH"),
    _unit("mile per hour", "speed", "0.44704", "mile per hour, mile an hour", "mph MPH"),
    _unit("meter per second", "speed", "1", "meter per second, metre per second", "m/s"),
    _unit("knot", "speed", "0.514444444", "knot", "kt kts"),
    _unit("degree Celsius", "temperature", "1", "degree celsius, degree centigrade, degree c, celsius, ° celsius",
          "°C C ºC"),
    _unit("degree Fahrenheit", "temperature", "0.555555556", "degree fahrenheit, degree f, fahrenheit, ° fahrenheit",
          "°F F ºF", "-17.7777778"),
    _unit("kelvin", "temperature", "1", "kelvin", "K", "-273.15"),
    _unit("degree", "angle", "1", "degree", "°"),
    _unit("watt", "power", "1", "watt", "W"),
    _unit("kilowatt", "power", "1000", "kilowatt", "kW"),
    _unit("megawatt", "power", "1000000", "megawatt", "MW"),
    _unit("gigawatt", "power", "1E9", "gigawatt", "GW"),
    _unit("horsepower", "power", "745.7", "horsepower", "hp bhp"),
    _unit("kilowatt hour", "energy", "1", "kilowatt hour, kilowatt-hour", "kWh"),
    _unit("megawatt hour", "energy", "1000", "megawatt hour, megawatt-hours", "MWh"),
    _unit("watt hour", "energy", "0.001", "watt hour, watt-hours", "Wh"),
    _unit("kiloton", "yield", "1", "kiloton, kilotonne", "kt"),
    _unit("megaton", "yield", "1000", "megaton, megatonne"),
    _unit("gigawatt hour", "energy", "1E6", "gigawatt hour, gigawatt-hour", "GWh"),
    _unit("terawatt hour", "energy", "1E9", "terawatt hour, terawatt-hour", "TWh"),
    _unit("terawatt", "power", "1E12", "terawatt", "TW"),
    _unit("part per billion", "concentration", "1", "part per billion", "ppb"),
    _unit("part per million", "concentration", "1000", "part per million", "ppm"),
    _unit("pound-foot", "torque", "1.355817948", "pound-foot, pound-feet, pound feet, foot-pound, lb-ft"),
    _unit("newton meter", "torque", "1", "newton meter, newton metre, newton-meter, newton-metre", "Nm"),
    _unit("volt", "voltage", "1", "volt", "V"),
    _unit("hertz", "frequency", "1", "hertz", "Hz"),
    _unit("megahertz", "frequency", "1E6", "megahertz", "MHz"),
    _unit("gigahertz", "frequency", "1E9", "gigahertz", "GHz"),
    _unit("bit", "data", "0.125", "bit"),
    _unit("byte", "data", "1", "byte"),
    _unit("kilobyte", "data", "1E3", "kilobyte", "KB kB"),
    _unit("megabyte", "data", "1E6", "megabyte", "MB"),
    _unit("gigabyte", "data", "1E9", "gigabyte", "GB"),
    _unit("terabyte", "data", "1E12", "terabyte", "TB"),
    _unit("exabyte", "data", "1E18", "exabyte", "EB"),
    _unit("megabit", "data", "125000", "megabit", "Mb Mbit"),
    _unit("megabit per second", "data rate", "1", "megabit per second", "Mbps"),
    _unit("gigabit per second", "data rate", "1000", "gigabit per second", "Gbps"),
    _unit("decibel", "loudness", "1", "decibel", "dB"),
    _unit("millibar", "pressure", "1", "millibar, hectopascal", "mb hPa"),
    _unit("pound per square inch", "pressure", "68.9476", "pounds per square inch", "psi"),
    _unit("caliber", "calibre", "1", "caliber, calibre", "cal"),
)  # fmt: skip

MAGNITUDE = MeasureUnit("magnitude", "magnitude", Decimal(1))
"""Of an earthquake; every scale in the news is taken for one."""

_BY_WORD = {w: u for u in reversed(UNITS) for w in u.words}
_BY_SYMBOL = {s: u for u in reversed(UNITS) for s in u.symbols}
_TIGHT = ("in", "m", "t", "l", "L", "g", "C", "F", "K", "V", "W", "ha", "kt", "mb", "mi", "pm", "nm", "cal")
"""Symbols that are also words or letters: taken only right behind the digits, or before a mark."""


def _alternation(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


_SAFE = [s for s in _BY_SYMBOL if s not in _TIGHT]
_WORD = re.compile(rf"(?:[ \u00a0]|-|[ ]?\[)?({_alternation(list(_BY_WORD))})(?![\w])\]?", re.IGNORECASE)
_SYMBOL = re.compile(
    rf"(?:[ \u00a0]|-|[ ]?\[)?({_alternation(_SAFE)})(?![\w/])\]?"
    rf"|({_alternation(list(_TIGHT))})(?![\w/'’])"
    rf"|[ \u00a0-]({_alternation([s for s in _TIGHT if s not in {'in', 'C', 'F'}])})(?=[.,;:)]| of\b|$)"
    rf"|(?<=\d)[ \u00a0]([CF])(?=[.,;:)]|$|[ ](?:\(|or\b|and\b|on\b|in\b|at\b|by\b|to\b))"
)


def unit_after(text: str, at: int) -> tuple[MeasureUnit, int] | None:
    """The unit printed right at ``at``, behind a number, and where it ends."""
    word = _WORD.match(text, at)
    if word:
        return _BY_WORD[word[1].lower()], word.end()
    symbol = _SYMBOL.match(text, at)
    return (_BY_SYMBOL[next(s for s in symbol.groups() if s)], symbol.end()) if symbol else None


PARTED = _alternation(
    [w for u in UNITS if u.dimension in {"length", "area", "volume", "mass"} for w in u.words if not w.endswith("s")]
    + ["percent", "per cent", "percentage point"]
)
"""Units of which a part is told: *half a tonne*, *a quarter of a mile*, *half a percentage point*."""


def unit_named(name: str) -> MeasureUnit | None:
    """The unit of that name, or None for anything that is not a measure."""
    return _BY_NAME.get(name)


_BY_NAME = {u.name: u for u in (*UNITS, MAGNITUDE)}


def in_base(value: Decimal, unit: MeasureUnit) -> Decimal:
    """A value in its dimension's base unit."""
    return value * unit.factor + unit.offset
