"""Other names in the same sentences, and datelines: so that a pipeline learns names from their surroundings."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from augment import name_tags, varied
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.training import Example
from spacy.util import registry

from divergence.lexicon import gazetteer

LEXICON = Path(gazetteer.__file__).parent / "data"
AGENCIES = ("AP", "Reuters", "AFP", "Xinhua", "UPI", "dpa", "Tass", "Kyodo", "EFE", "ANSA")
BODIES = (
    "{} National Police|{} University|{} City Council|{} Police Department|{} Health Ministry|"
    "{} Red Crescent|{} United|Bank of {}|University of {}|{} Defence Ministry|{} Interior Ministry|"
    "{} Army|{} Electoral Commission|{} Airlines|{} Times|Central Bank of {}|{} Civil Aviation Authority|"
    "{} Chamber of Commerce|{} Liberation Front|{} Workers' Party|{} Supreme Court|{} State Department|"
    "{} News Agency|{} Broadcasting Corporation|{} Coast Guard|{} Medical Association"
).split("|")
DASHES = ("—", "--", "-", "–", "_")


@dataclass(frozen=True, slots=True)
class Pool:
    """Names to put in others' places."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]
    whole: dict[str, tuple[str, ...]]
    towns: tuple[str, ...]
    countries: tuple[str, ...]


def read_pool(folder: Path) -> Pool:
    """Names of the training corpora, given names of the lexicon, towns and countries of the gazetteer."""
    whole: dict[str, set[str]] = {}
    vocab = spacy.blank("en").vocab
    for path in sorted(folder.glob("*.spacy")):
        for doc in DocBin().from_disk(path).get_docs(vocab):
            for name in doc.ents:
                if name.text[:1].isupper():
                    whole.setdefault(name.label_, set()).add(name.text)
    people = [name.split() for name in sorted(whole["PERSON"])]
    lines = (LEXICON / "given_names.tsv").read_text(encoding="utf-8").splitlines()
    listed = [word for line in lines if not line.startswith("#") for word in line.split("\t")]
    given = sorted({p[0] for p in people if len(p) > 1 and p[0].isalpha()} | set(listed))
    surnames = sorted({p[-1] for p in people if len(p) > 1 and p[-1].replace("-", "").isalpha()})
    places = [gazetteer.place(n) for n in range(len(gazetteer._lines("places.tsv.gz")))]
    towns = tuple(p.name for p in places if p.kind in ("city", "capital", "province") and p.population > 150_000)
    countries = tuple(p.name for p in places if p.kind == "country")
    kept = {label: tuple(sorted(names)) for label, names in whole.items()}
    return Pool(tuple(given), tuple(surnames), kept, towns, countries)


def another(name: Span, pool: Pool, pick: random.Random) -> str:
    """A name of the same class; a person keeps the number of parts."""
    label = name.label_
    if label == "PERSON":
        parts = len(name.text.split())
        if parts == 1:
            return pick.choice(pool.surnames if pick.random() < 0.8 else pool.given)
        middle = f" {pick.choice('ABCDEFGHJKLMNPRSTW')}." if parts > 2 and pick.random() < 0.5 else ""
        return f"{pick.choice(pool.given)}{middle} {pick.choice(pool.surnames)}"
    if label == "GPE":
        return pick.choice(pool.towns if pick.random() < 0.6 else pool.countries)
    if label == "ORG" and pick.random() < 0.4:
        return pick.choice(BODIES).format(pick.choice(pool.towns + pool.countries))
    return pick.choice(pool.whole[label])


def swapped(nlp: Language, doc: Doc, pool: Pool, pick: random.Random) -> Doc:
    """A copy of a document with about half of its names replaced, each everywhere by the same other one."""
    chosen: dict[tuple[str, str], str] = {}
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    old_tags = name_tags(doc)
    starts = {name.start: name for name in doc.ents}
    skip_to = 0
    for token in doc:
        name = starts.get(token.i)
        if name is not None and name.text[:1].isupper() and pick.random() < 0.5:
            text = chosen.setdefault((name.label_, name.text), another(name, pool, pick))
            made = nlp.make_doc(text)
            words += [t.text for t in made]
            spaces += [bool(t.whitespace_) for t in made[:-1]] + [bool(doc[name.end - 1].whitespace_)]
            tags += [f"{'B' if k == 0 else 'I'}-{name.label_}" for k in range(len(made))]
            skip_to = name.end
        if token.i >= skip_to:
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
            tags.append(old_tags[token.i])
    return Doc(doc.vocab, words=words, spaces=spaces, ents=tags)


def datelined(doc: Doc, pool: Pool, pick: random.Random) -> Doc:
    """A copy that opens as agency copy does: ``LAGOS, Nigeria (AP) —``."""
    town = pick.choice(pool.towns).upper().split()
    words, tags = list(town), [f"{'B' if k == 0 else 'I'}-GPE" for k in range(len(town))]
    spaces = [True] * len(town)
    if pick.random() < 0.6:
        country = pick.choice(pool.countries).split()
        spaces[-1] = False
        words += [",", *country]
        tags += ["O", *(f"{'B' if k == 0 else 'I'}-GPE" for k in range(len(country)))]
        spaces += [True] * (len(country) + 1)
    words += ["(", pick.choice(AGENCIES), ")", pick.choice(DASHES)]
    tags += ["O", "B-ORG", "O", "O"]
    spaces += [False, False, True, True]
    kept = name_tags(doc)
    return Doc(
        doc.vocab,
        words=words + [t.text for t in doc],
        spaces=spaces + [bool(t.whitespace_) for t in doc],
        ents=tags + kept,
    )


@registry.augmenters("news_names.v1")
def news_names(folder: str, seed: int = 0) -> Callable[[Language, Example], Iterator[Example]]:
    """One variant of each example: other names, a dateline, other spellings, drawn anew at every epoch."""
    pick = random.Random(seed)
    pool = read_pool(Path(folder))

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        doc = example.reference
        if doc.ents and pick.random() < 0.45:
            doc = swapped(nlp, doc, pool, pick)
        if pick.random() < 0.04:
            doc = datelined(doc, pool, pick)
        doc = varied(doc, pick)
        yield Example(nlp.make_doc(doc.text), doc) if doc is not example.reference else example

    return augment
