"""Change one value in a copy of an article: is just that flagged?

    python -m benchmarks.seeded [STORIES] [--per N] [--seed N] [--rewrite | --harmless]

Every article of a folder of stories is compared with copies of itself. In each copy one stated value is replaced,
names everywhere they stand, by another of its kind that is drawn at random. A change counts as flagged where a
conflict lies on the changed words; every other conflict is an extra flag. With ``--rewrite`` the copy is also said in
other words (``benchmarks.rewrite``): synonyms, voice, tense, clause order, the attribution moved. With ``--harmless``
copies are reworded and nothing is changed: none should give a flag.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.rewrite import REWRITES, reworded
from divergence.ingest.story import load_story
from divergence.model.comparison import Divergence, Verdict
from divergence.model.fact import Kind, Mention
from divergence.model.text import Article, Story
from divergence.options import Options
from divergence.pipeline import compare, read_article

STORIES = Path(__file__).parent / "stories"
OTHER: Mapping[Kind, tuple[str, ...]] = {
    Kind.PERSON: ("Henrik Vasary", "Claudia Renner", "Joseph Mbeki", "Ann Kowalczyk"),
    Kind.PLACE: ("Marseille", "Osaka", "Lima", "Perth", "Dakar"),
    Kind.ORGANISATION: ("the Meridian Trust", "Calder Holdings", "the Teachers' League", "Northgate College"),
    Kind.ROLE: ("treasurer", "police chief", "deputy director", "spokesman", "ambassador"),
}
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth".split()
DENIALS = (("will", "will not"), ("is", "is not"), ("are", "are not"), ("can", "cannot"), ("was", "was never"))


@dataclass(frozen=True, slots=True)
class Changed:
    """One value changed in a copy."""

    mention: Mention
    text: str
    """The whole text of the copy."""


def changes(article: Article, draw: random.Random, per: int) -> Iterator[Changed]:
    """Up to ``per`` changed copies of an article for each kind of fact, drawn at random."""
    by_kind: dict[Kind, list[Mention]] = defaultdict(list)
    for mention in read_article(article, Options())[1]:
        by_kind[mention.kind].append(mention)
    for kind in sorted(by_kind):
        draw.shuffle(by_kind[kind])
        made = 0
        for mention in by_kind[kind]:
            other = another(mention, draw)
            if other is None or made == per:
                continue
            made += 1
            text, span = article.text, mention.span
            everywhere = text.replace(mention.text, other)
            once = text[: span.start] + other + text[span.end :]
            yield Changed(mention, everywhere if kind in OTHER else once)


def another(mention: Mention, draw: random.Random) -> str | None:
    """Another value of the same kind in the mention's form, or None where its form is none of those changed."""
    if mention.kind in OTHER:
        other = draw.choice(OTHER[mention.kind])
        return other if mention.text[:1].isupper() and other != mention.text else None
    if mention.kind is Kind.QUOTE:
        return _denied(mention.text)
    if mention.kind is Kind.DATE:
        return _moved(mention.text, draw)
    return _figure(mention.text, draw) if mention.kind is not Kind.ORDINAL else _stepped(mention.text, ORDINALS, draw)


def _denied(text: str) -> str | None:
    words = text.split()
    found = next((p for p in DENIALS if p[0] in words[1:]), None) if len(words) >= 8 else None
    return re.sub(rf"\b{found[0]}\b", found[1], text, count=1) if found else None


def _moved(text: str, draw: random.Random) -> str | None:
    day = next((d for d in DAYS if d in text), None)
    if day:
        return text.replace(day, DAYS[(DAYS.index(day) + draw.randint(2, 5)) % 7])
    year = re.search(r"\b(?:19|20)\d\d\b", text)
    return text.replace(year.group(), str(int(year.group()) - draw.randint(3, 9))) if year else None


def _figure(text: str, draw: random.Random) -> str | None:
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    if digits:
        plain = digits.group().replace(",", "")
        value = float(plain) * draw.choice((2, 3)) + draw.randint(4, 9)
        printed = f"{value:,.1f}" if "." in plain else f"{int(value):,}" if "," in digits.group() else str(int(value))
        return text[: digits.start()] + printed + text[digits.end() :]
    return _stepped(text, WORDS[2:], draw)


def _stepped(text: str, series: list[str], draw: random.Random) -> str | None:
    found = next((w for w in series if re.search(rf"\b{w}\b", text)), None)
    if found is None:
        return None
    other = series[(series.index(found) + draw.randint(3, 5)) % len(series)]
    return re.sub(rf"\b{found}\b", other, text, count=1)


def conflicts(article: Article, text: str) -> list[Divergence]:
    """What is flagged between an article and another text of the same day."""
    first = replace(article, id="A", masked=())
    found = compare(Story("seeded", None, (first, copied(article, text)), ())).divergences
    return [d for d in found if d.verdict is Verdict.CONFLICT]


def copied(article: Article, text: str) -> Article:
    """Another text as a second article of the same day."""
    return replace(article, id="B", path="copy.txt", text=text, paragraphs=_paragraphs(text), masked=())


def _paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))


def hits(found: list[Divergence], mention: Mention) -> list[Divergence]:
    """The conflicts that lie on the changed words."""
    start, end = mention.span.start, mention.span.end
    return [
        d
        for d in found
        if any(
            m.span.article == "A" and m.span.start < end and start < m.span.end for r in d.readings for m in r.mentions
        )
    ]


def articles(stories: Path) -> Iterator[Article]:
    """All articles of a folder of stories."""
    for folder in sorted(p.parent for p in stories.glob("*/articles")):
        yield from load_story([folder / "articles"]).articles


def measure(stories: Path, seed: int, per: int, *, rewrite: bool = False) -> dict[Kind, Counter[str]]:
    """Changes, flagged changes and extra flags, by kind."""
    draw = random.Random(seed)
    counts: dict[Kind, Counter[str]] = defaultdict(Counter)
    for article in articles(stories):
        for changed in changes(article, draw, per):
            text = reworded(copied(article, changed.text), draw) if rewrite else changed.text
            found = conflicts(article, text)
            right = hits(found, changed.mention)
            counts[changed.mention.kind].update(changes=1, flagged=bool(right), extra=len(found) - len(right))
    return counts


def measure_harmless(stories: Path, seed: int) -> dict[str, Counter[str]]:
    """Copies that are only reworded, and flags on them, by the kind of rewrite; *mixed* draws for each sentence."""
    draw = random.Random(seed)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles(stories):
        for name, kinds in [*((name, (name,)) for name in REWRITES), ("mixed", tuple(REWRITES))]:
            text = reworded(article, draw, kinds)
            if text != article.text:
                counts[name].update(copies=1, flags=len(conflicts(article, text)))
    return counts


def main() -> None:
    """Measure and print one line for each kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="?", type=Path, default=STORIES)
    parser.add_argument("--per", type=int, default=1, help="copies for each kind and article (default: 1)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rewrite", action="store_true", help="reword the copies lightly")
    parser.add_argument("--harmless", action="store_true", help="reword copies and change nothing")
    args = parser.parse_args()
    if args.harmless:
        for name, harmless in measure_harmless(args.stories, args.seed).items():
            print(f"{name:13} flags {harmless['flags']:3} in {harmless['copies']:4} copies")
        return
    counts = measure(args.stories, args.seed, args.per, rewrite=args.rewrite)
    for kind, found in sorted(counts.items()):
        print(f"{kind.value:13} flagged {found['flagged']:4} of {found['changes']:4}, extra flags {found['extra']:3}")
    total = sum(counts.values(), Counter())
    print(f"{'all':13} flagged {total['flagged']:4} of {total['changes']:4}, extra flags {total['extra']:3}")


if __name__ == "__main__":
    main()
