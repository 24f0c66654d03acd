"""Annotations of other people's articles without their texts: offsets, kinds, verdicts and digests, and how to rejoin.

    python -m benchmarks.annotations pack STORIES [STORIES ...] --out benchmarks/annotations.json
    python -m benchmarks.annotations rejoin TEXTS --out FOLDER

``rejoin`` looks through a folder of plain texts for the annotated articles and writes every story of which it finds all
as a folder that ``benchmarks.score`` reads. Articles are known, and places counted, by their letters and digits alone,
so that line breaks, spaces and quotation marks of a copy do not matter; its words must be the same.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from unicodedata import normalize

ANNOTATIONS = Path(__file__).parent / "annotations.json"
FORMAT = "divergence-annotations"


@dataclass(frozen=True, slots=True)
class Letters:
    """A text by its letters and digits."""

    text: str
    places: tuple[int, ...]
    """Where each of them stands in the text."""

    @property
    def alone(self) -> str:
        """The letters and digits without what stands between them."""
        return "".join(self.text[place] for place in self.places)

    @property
    def digest(self) -> str:
        return sha256(self.alone.encode()).hexdigest()

    def stretch(self, first: int, last: int) -> tuple[int, int]:
        """Where the letters ``[first, last)`` stand in the text."""
        return self.places[first], self.places[last - 1] + 1


def letters(text: str) -> Letters:
    """The letters and digits of a text, composed."""
    composed = normalize("NFC", text)
    return Letters(composed, tuple(place for place, character in enumerate(composed) if character.isalnum()))


def pack_story(folder: Path) -> dict[str, Any]:
    """One annotated story without its texts."""
    told = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    files = sorted(path for path in (folder / "articles").iterdir() if path.suffix != ".toml")
    texts = {path.name: letters(path.read_text(encoding="utf-8")) for path in files}
    names = sorted({reading["source"] for fact in told["facts"] for reading in fact["readings"]} & set(texts))
    facts = [_packed(fact, names, texts) for fact in told["facts"]]
    digests = [texts[name].digest for name in names]
    return {"id": sha256("".join(digests).encode()).hexdigest()[:12], "articles": digests, "facts": facts}


def _packed(fact: dict[str, Any], names: Sequence[str], texts: dict[str, Letters]) -> dict[str, Any]:
    values = list(dict.fromkeys(reading["value"] for reading in fact["readings"]))
    readings = []
    for reading in fact["readings"]:
        text, sentence = texts[reading["source"]].alone, letters(reading["sentence"]).alone
        span = letters(reading["span"]).alone
        at, inside = text.find(sentence), sentence.find(span)
        if at < 0 or inside < 0:
            raise ValueError(f"{reading['source']} does not hold “{reading['sentence']}” with “{reading['span']}”")
        start = at + inside
        place: dict[str, Any] = {"article": names.index(reading["source"])}
        place |= {"sentence": (at, at + len(sentence)), "span": (start, start + len(span))}
        readings.append({**place, "value": values.index(reading["value"])})
    told = {name: fact.get(name, usual) for name, usual in (("material", False), ("explained_by", "none"))}
    return {"kind": fact["kind"], "verdict": fact["verdict"], **told, "readings": readings}


def rejoin_story(story: dict[str, Any], found: dict[str, Letters], out: Path) -> bool:
    """Write a story with its texts; whether all of them were found."""
    if any(digest not in found for digest in story["articles"]):
        return False
    texts = [found[digest] for digest in story["articles"]]
    (out / story["id"] / "articles").mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts):
        (out / story["id"] / "articles" / f"{number}.txt").write_text(text.text, encoding="utf-8")
    facts = [_rejoined(number, fact, texts) for number, fact in enumerate(story["facts"], 1)]
    told = json.dumps({"story": story["id"], "facts": facts}, ensure_ascii=False, indent=1)
    (out / story["id"] / "gold.json").write_text(told + "\n", encoding="utf-8")
    return True


def _rejoined(number: int, fact: dict[str, Any], texts: Sequence[Letters]) -> dict[str, Any]:
    readings = []
    for reading in fact["readings"]:
        text = texts[reading["article"]]
        sentence, span = (slice(*text.stretch(*reading[part])) for part in ("sentence", "span"))
        words = {"sentence": text.text[sentence], "span": text.text[span], "value": f"value {reading['value']}"}
        readings.append({"source": f"{reading['article']}.txt", **words})
    return {"id": f"f{number}", "about": "", **fact, "readings": readings}


def known_texts(paths: Iterable[Path]) -> dict[str, Letters]:
    """The texts of some files by their digests."""
    return {text.digest: text for text in (letters(path.read_text("utf-8", "replace")) for path in paths)}


def main() -> int:
    """Pack or rejoin, as the command line says; the exit status is 1 where no story could be rejoined."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["pack", "rejoin"])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    if args.what == "pack":
        folders = sorted(path.parent for folder in args.folders for path in folder.glob("*/gold.json"))
        stories = sorted((pack_story(folder) for folder in folders), key=lambda story: str(story["id"]))
        lines = ",\n".join(json.dumps(story, separators=(",", ":")) for story in stories)
        args.out.write_text(f'{{"format":"{FORMAT}","version":1,"stories":[\n{lines}\n]}}\n', encoding="utf-8")
        print(f"{len(stories)} stories, {sum(len(story['facts']) for story in stories)} facts")
        return 0
    known = known_texts(path for folder in args.folders for path in sorted(folder.rglob("*.txt")))
    stories = json.loads(ANNOTATIONS.read_text(encoding="utf-8"))["stories"]
    written = sum(rejoin_story(story, known, args.out) for story in stories)
    print(f"{written} of {len(stories)} stories rejoined from {len(known)} texts")
    return 0 if written else 1


if __name__ == "__main__":
    sys.exit(main())
