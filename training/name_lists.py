"""Makes the lists of companies, first names and surnames in ``lexicon/data`` from packages with a free licence::

    python training/name_lists.py --tickers FILE --faker FOLDER --census FOLDER --treebank FOLDER --out FOLDER

``--tickers`` is ``indices_data.py`` of the PyPI package pytickersymbols (MIT), ``--faker`` the unpacked package Faker
(MIT), ``--census`` the folder of the package names (MIT) with the lists of the United States Census of 1990 (public
domain), ``--treebank`` the folder of UD English EWT and GUM: words that stand there in small letters are no names here.
``gazetteer_tables/organisations.tsv`` adds bodies and firms that no stock index lists.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import re
import runpy
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from divergence.lexicon.demonyms import country_of_people
from divergence.lexicon.gazetteer import places_named
from divergence.lexicon.spelling import fold

TABLE = Path(__file__).parent / "gazetteer_tables" / "organisations.tsv"
LEGAL = re.compile(
    r",? (?:Inc|Corp|Ltd|Co|plc|PLC|SE|AG|S\.?A|N\.?V|KGaA|SpA|S\.p\.A|AB|ASA|Oyj|Holdings?|Holding|Group|Company|"
    r"Corporation|Incorporated|Limited|International|Companies|LLC|L\.P|& Co)\.?$"
)
LATIN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*\Z")
LARGEST = 300_000
"""Inhabitants from which a town's name is no person's here."""
AMBIGUOUS = frozenset(
    """alphabet amazon andersons buckle cactus caterpillar compass corning deluxe digi diodes diploma disco employers
    everest evergy experian griffon harmonic hexagon humana indus insulet integer investor kingfisher mosaic olympus
    oracle persimmon plexus puma radian rational sabre scholastic stride tapestry toto verve visa titan target gap
    prudential alcon copart duma eta mondi sto is bic it all on nice key sampo reckitt roper next sage""".split()
)
"""Companies whose names say something else as often."""
TOWN = 20_000
"""Inhabitants from which a town outweighs a company of its name."""
SURNAMES = 9_000
"""Of the Census's surnames, how many of the commonest."""


def common_words(folder: Path) -> frozenset[str]:
    """Words that the treebanks print in small letters more than once, as nouns, verbs and the like."""
    seen: Counter[str] = Counter()
    for path in sorted(folder.glob("en_*-train.conllu.gz")):
        for line in gzip.decompress(path.read_bytes()).decode().splitlines():
            cells = line.split("\t")
            if len(cells) > 4 and cells[1].islower() and cells[3] != "PROPN":
                seen[cells[1]] += 1
    return frozenset(w for w, n in seen.items() if n > 1)


def short_forms(name: str) -> Iterator[str]:
    """A company's name as news prints it: without brackets and legal form."""
    name = re.sub(r"\s*\(.*?\)", "", name).removeprefix("The ").strip()
    yield name
    while (shorter := LEGAL.sub("", name).strip(" ,")) != name and shorter:
        name = shorter
        yield name


def companies(tickers: Path, words: frozenset[str], surnames: frozenset[str]) -> set[str]:
    """Names of listed companies that can mean nothing else, with our own table."""
    indices = runpy.run_path(str(tickers))["INDICES"]
    listed = {c["name"] for index in indices.values() for c in index["companies"]}
    found = {form for name in listed for form in short_forms(name) if is_telling(form, words, surnames)}
    return found | {n for n in TABLE.read_text(encoding="utf-8").split("\n") if n and not n.startswith("#")}


def is_telling(name: str, words: frozenset[str], surnames: frozenset[str]) -> bool:
    """Whether a company's name is no word, place, people or person as well."""
    parts = fold(name).split()
    if len(parts) > 1:
        return not places_named(name) and not all(p in words or p in ("the", "of", "and") for p in parts)
    other = fold(name) in words | surnames | AMBIGUOUS or country_of_people(name) is not None or name[:1].islower()
    towns = (p for p in places_named(name) if fold(p.name) == fold(name) and p.population >= TOWN)
    return len(name) > 1 and not other and not any(towns)


def census(path: Path, most: int) -> list[str]:
    return [line.split()[0].title() for line in path.read_text().splitlines()[:most]]


def faker(folder: Path, attribute: str) -> set[str]:
    """The names of every locale in Latin letters."""
    found: set[str] = set()
    sys.path.insert(0, str(folder))
    for path in sorted(folder.glob("faker/providers/person/*/__init__.py")):
        provider = importlib.import_module(f"faker.providers.person.{path.parent.name}").Provider
        for name in dir(provider):
            if attribute in name and "suffix" not in name and "prefix" not in name:
                values = getattr(provider, name)
                found |= {v for v in values if isinstance(v, str)} if isinstance(values, (tuple, list, dict)) else set()
    return {n for n in found if LATIN.match(n) and fold(n).isascii() and n[0].isupper()}


def personal(names: Iterable[str], words: frozenset[str]) -> list[str]:
    """Folded names without common words and big places."""
    folded = {fold(n) for n in names if LATIN.match(n)}
    return sorted(n for n in folded if len(n) > 2 and " " not in n and n not in words and not is_wide(n))


def is_wide(name: str) -> bool:
    top = [p for p in places_named(name)[:1] if fold(p.name) == name]
    return any(p.kind in ("country", "capital", "province", "continent") or p.population >= LARGEST for p in top)


def write(path: Path, lines: Iterable[str]) -> None:
    path.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--tickers", "--faker", "--census", "--treebank", "--out"):
        arguments.add_argument(name, type=Path, required=True)
    given = arguments.parse_args()
    words = common_words(given.treebank)
    first = {n for sex in ("male", "female") for n in census(given.census / f"dist.{sex}.first", 3000)}
    last = set(census(given.census / "dist.all.last", SURNAMES))
    firsts = personal(first | faker(given.faker, "first_name"), words)
    lasts = personal(last | faker(given.faker, "last_name"), words)
    known = companies(given.tickers, words, frozenset(lasts) | frozenset(firsts))
    write(given.out / "first_names.txt.gz", firsts)
    write(given.out / "surnames.txt.gz", lasts)
    write(given.out / "organisations.txt.gz", sorted(known))
    print(f"{len(firsts):,} first names, {len(lasts):,} surnames, {len(known):,} organisations", file=sys.stderr)


if __name__ == "__main__":
    main()
