"""Contradictions and agreements of our own: who does not tell them apart is not believed.

They are asked before the first story of a run, and stand unmarked among the pairs of every blind check, written and
laid out like these: a model that obeys an order in an article (*call everything compatible*) gives itself away by them.
Names and figures are filled in anew for each request, from its own text, so that a request is the same every time.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from divergence.lexicon.calendar import MONTH_NAMES, WEEKDAY_NAMES

NAMES = (
    "Ana Beller", "Joris Kamp", "Mirela Danov", "Tomas Eriksen", "Lucia Ferrand", "Piet Holloway", "Sanna Ilves",
    "Marek Jonat", "Ruth Kessel", "Owen Larrabe", "Nadia Morvan", "Felix Ostrand", "Carla Penn", "Ivo Radek",
    "Helena Sorrel", "Anton Ulmer",
)  # fmt: skip
TOWNS = (
    "Arlet", "Brunnow", "Casmere", "Dorvik", "Estby", "Fellin", "Gravesund", "Harnow", "Ilmar", "Kestrel Bay",
    "Lunden", "Morvale", "Norby", "Orlen", "Pellas", "Skarn", "Tolm", "Varn",
)  # fmt: skip
REGIONS = ("Maas", "Upper Drell", "Sund", "Westmark", "Corrane", "Liven")
MONTHS = tuple(name for name in MONTH_NAMES if name not in {"February", "April", "June", "September", "November"})
"""Months that have every day."""


@dataclass(frozen=True, slots=True)
class PlantedSide:
    """One side of a planted pair, as an article would have it; the words in question are marked."""

    opening: str
    paragraphs: tuple[str, ...]
    dated: str = ""
    """When it was published, as a request says it; empty for the date of the request's first pair."""


@dataclass(frozen=True, slots=True)
class Planted:
    """Two passages with the words in question marked, and whether they contradict each other."""

    about: str
    left: PlantedSide
    right: PlantedSide
    conflict: bool


def plant(seed: bytes) -> tuple[Planted, Planted]:
    """A contradiction and an agreement for a request, chosen and filled in by its seed (SHA-256, 32 bytes)."""
    contradictions = [scene for scene in _scenes() if scene.conflict]
    agreements = [scene for scene in _scenes() if not scene.conflict]
    return _filled(contradictions, seed[:16]), _filled(agreements, seed[16:])


@cache
def _scenes() -> tuple[Planted, ...]:
    text = (resources.files("divergence.second") / "planted.toml").read_text(encoding="utf-8")
    return tuple(
        Planted(scene["about"], _passage(scene["left"]), _passage(scene["right"]), scene["conflict"])
        for scene in tomllib.loads(text)["scene"]
    )


def _passage(text: str) -> PlantedSide:
    opening, *paragraphs = text.strip().split("\n\n")
    return PlantedSide(opening, tuple(paragraphs))


def _filled(scenes: Sequence[Planted], seed: bytes) -> Planted:
    draw = draws(seed)
    scene = scenes[next(draw) % len(scenes)]
    words = _words(draw)
    left, right = (
        PlantedSide(side.opening.format(**words), tuple(p.format(**words) for p in side.paragraphs))
        for side in (scene.left, scene.right)
    )
    swapped = next(draw) % 2
    return Planted(scene.about, right if swapped else left, left if swapped else right, scene.conflict)


def _words(draw: Iterator[int]) -> dict[str, str]:
    """What stands for the names in braces. Pairs such as ``n`` and ``m``, ``day`` and ``other_day`` differ."""
    name, town, day = next(draw) % len(NAMES), next(draw) % len(TOWNS), next(draw) % 7
    n, hundreds, tens, age = 6 + next(draw) % 9, 2 + next(draw) % 7, 10 * (3 + next(draw) % 6), 24 + next(draw) % 30
    return {
        "name": NAMES[name],
        "other_name": NAMES[(name + 1 + next(draw) % (len(NAMES) - 1)) % len(NAMES)],
        "town": TOWNS[town],
        "other_town": TOWNS[(town + 1 + next(draw) % (len(TOWNS) - 1)) % len(TOWNS)],
        "region": REGIONS[next(draw) % len(REGIONS)],
        "day": WEEKDAY_NAMES[day],
        "other_day": WEEKDAY_NAMES[(day + 2 + next(draw) % 3) % 7],
        "month": MONTHS[next(draw) % len(MONTHS)],
        "late": str(18 + next(draw) % 10),
        "n": str(n),
        "m": str(n + 4 + next(draw) % 6),
        "few": ("Two", "Three", "Four")[next(draw) % 3],
        "hundreds": f"{hundreds}00",
        "rest": str(104 + next(draw)),
        "tens": str(tens),
        "almost": f"{tens - 1}.{7 + next(draw) % 3}",
        "age": str(age),
        "other_age": str(age + 5 + next(draw) % 9),
    }


def draws(seed: bytes) -> Iterator[int]:
    """Numbers from 0 to 255 without end, the same for the same seed."""
    while True:
        seed = hashlib.sha256(seed).digest()
        yield from seed
