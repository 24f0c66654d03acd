"""Name corpora to spaCy's training format: convert_names.py TREEBANK_FOLDER OUT_FOLDER

One file a corpus. What a corpus does not annotate is marked missing, not outside: works and products of WNUT17 and
wikigold, proper nouns of EWT's training part (which has tags but no names), capitals that re3d left alone.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from names import (
    LINKERS,
    MISSING,
    OUTSIDE,
    group_of_people,
    name_class,
    tags_from_spans,
    without_titles,
)
from spacy.tokens import Doc, DocBin
from treebanks import Tree, groups, read

from divergence.language.name_words import place_class
from divergence.lexicon import gazetteer

Span = tuple[int, int, str]
Labelled = tuple[list[str], list[bool], list[str]]
"""Words, whether a space follows, and name tags."""
PROPER = ("NNP", "NNPS")
GUM_KINDS = {"person": "PERSON", "place": "LOC", "organization": "ORG", "event": "EVENT"}
GUM_OTHERS = {"abstract", "object", "substance", "animal", "plant"}
WNUT_KINDS = {"person": "PERSON", "corporation": "ORG", "group": "ORG", "location": "LOC"}
SHORT_KINDS = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
RE3D_KINDS = {"Person": "PERSON", "Organisation": "ORG", "Location": "LOC"}
GROUP = 4


def brackets(tree: Tree) -> Iterator[tuple[int, int, str]]:
    """The mentions of GUM's ``Entity=`` field in one sentence: ``(start, end, kind)``."""
    open_: list[tuple[str, int, str]] = []
    for i, word in enumerate(tree.words):
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", word.entity):
            if part.startswith("("):
                number, kind = [*part.strip("()").split("-"), ""][:2]
                open_.append((number, i, kind))
            if part.endswith(")"):
                number = part.strip("()").split("-")[0]
                found = next((o for o in reversed(open_) if o[0] == number), None)
                if found:
                    open_.remove(found)
                    yield found[1], i + 1, found[2]


def name_within(tree: Tree, start: int, end: int, linked: bool) -> tuple[int, int]:
    """The run of proper nouns around a mention's head; with ``linked``, across ``of``, ``and`` and the like."""
    words = tree.words
    head = next((i for i in range(start, end) if not start <= words[i].head < end or words[i].head == i), start)
    if words[head].tag not in PROPER:
        return head, head
    proper = [w.tag in PROPER and w.dep != "nmod:desc" for w in words]
    first, last = head, head + 1
    while first > start and (proper[first - 1] or (linked and first - 1 > start and _links(tree, first - 1, proper))):
        first -= 1
    while last < end and (
        proper[last] or words[last].tag == "CD" or (linked and last + 1 < end and _links(tree, last, proper))
    ):
        last += 1
    while last > head + 1 and not proper[last - 1] and words[last - 1].tag != "CD":
        last -= 1
    while first < head and not proper[first]:
        first += 1
    return first, last


def _links(tree: Tree, i: int, proper: list[bool]) -> bool:
    """Whether a word joins two proper nouns: ``of`` or ``of the``."""
    form = tree.words[i].form.lower()
    after = i + 1 if i + 1 < len(proper) else i
    return form in LINKERS and form != "." and (proper[after] or tree.words[after].form.lower() == "the")


def gum_tags(tree: Tree) -> list[str]:
    words = [w.form for w in tree.words]
    base = [OUTSIDE] * len(words)
    spans: list[Span] = []
    for start, end, kind in brackets(tree):
        first, last = name_within(tree, start, end, kind != "person")
        if kind in GUM_KINDS and first < last:
            if kind == "person":
                first = without_titles(words, first, last)
            spans.append((first, last, name_class(GUM_KINDS[kind], words[first:last])))
        elif kind in GUM_OTHERS:
            base[first:last] = [MISSING] * (last - first)
    return tags_from_spans(words, spans, base)


def ewt_tags(tree: Tree) -> list[str]:
    """Common words are outside; a run of proper nouns is a country or town if the gazetteer says so, else unknown."""
    words = [w.form for w in tree.words]
    base = [MISSING if w.tag in (*PROPER, "ADD", "FW", "GW") else OUTSIDE for w in tree.words]
    spans: list[Span] = []
    for match in re.finditer("-+", "".join(MISSING if b == MISSING else "o" for b in base)):
        run = words[match.start() : match.end()]
        known = gazetteer.places_named(" ".join(run)) if run[0][:1].isupper() else ()
        if known and (known[0].kind == "country" or (known[0].population > 400_000 and len(run[0]) > 4)):
            spans.append((*match.span(), place_class(" ".join(run))))
    return tags_from_spans(words, spans, base)


def treebank(path: Path) -> Iterator[list[Labelled]]:
    """Documents of GUM or EWT by their kind."""
    tags = gum_tags if "gum" in path.name else ewt_tags
    for group in groups(list(read(path)), GROUP):
        yield [([w.form for w in t.words], [w.space for w in t.words], tags(t)) for t in group]


def columns(lines: list[str], kinds: dict[str, str], prefix_b: bool) -> Iterator[Labelled]:
    """Sentences of a column file; labels outside ``kinds`` become missing."""
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        cells = line.rstrip("\n").rsplit(None, 1)
        if len(cells) == 2:
            rows.append(cells)
        elif rows:
            yield _labelled([r[0] for r in rows], [r[1] for r in rows], kinds, prefix_b)
            rows = []


def _labelled(words: list[str], raw: list[str], kinds: dict[str, str], prefix_b: bool) -> Labelled:
    base, spans, start = [], [], 0
    for i, tag in enumerate(raw):
        label = tag[2:]
        base.append(OUTSIDE if tag == "O" or label in kinds else MISSING)
        opens = label and (tag[0] == "B" or i == 0 or raw[i - 1][2:] != label)
        start = i if opens else start
        closes = label and (i + 1 == len(raw) or raw[i + 1][2:] != label or raw[i + 1][0] == "B")
        if closes and label in kinds:
            kind = kinds[label]
            first = without_titles(words, start, i + 1) if kind == "PERSON" else start
            spans.append((first, i + 1, name_class(kind, words[first : i + 1])))
    return words, spaces_between(words), tags_from_spans(words, spans, base)


def spaces_between(words: list[str]) -> list[bool]:
    """Where prose puts spaces between tokens of which only the forms are known."""
    spaces, open_quote = [], False
    for word, after in zip(words, [*words[1:], "."], strict=True):
        if word in ('"', "''", "``"):
            open_quote = not open_quote
        glued = re.fullmatch(r"[.,;:!?%)\]}…]|'s|’s|n't|n’t|'(?:re|ve|ll|d|m)|'", after) is not None
        closing = after in ('"', "''") and open_quote and word not in ('"', "''", "``")
        opening = word in ("(", "[", "$", "``") or (word in ('"', "''") and open_quote)
        spaces.append(not (glued or closing or opening))
    return spaces


def iob2(path: Path) -> Iterator[Labelled]:
    """UNER's EWT file: numbered rows, with the sentence's text in a comment."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        if rows:
            yield _labelled([r[1] for r in rows], [r[2] for r in rows], SHORT_KINDS, True)


def re3d(folder: Path, nlp: spacy.language.Language) -> Iterator[list[Labelled]]:
    """Reports on Syria and Iraq: mentions cut down to their capitals; other capitals within sentences are unknown."""
    texts = {
        d["_id"]: d["text"]
        for d in map(json.loads, (folder / "documents.json").read_text(encoding="utf-8").splitlines())
    }
    mentions: dict[str, list[dict[str, object]]] = {key: [] for key in texts}
    for entity in map(json.loads, (folder / "entities.json").read_text(encoding="utf-8").splitlines()):
        mentions[entity["documentId"]].append(entity)
    for key, text in texts.items():
        doc = nlp.make_doc(re.sub(r"[\u200e\u200f]", " ", text))
        words = [t.text for t in doc]
        spans = [span for e in mentions[key] if e["type"] in RE3D_KINDS and (span := _capitals(doc, e)) is not None]
        base = [
            MISSING if w[:1].isupper() and i and words[i - 1] not in ".!?\n" else OUTSIDE for i, w in enumerate(words)
        ]
        yield [(words, [bool(t.whitespace_) for t in doc], tags_from_spans(words, spans, base))]


def _capitals(doc: Doc, entity: dict[str, object]) -> Span | None:
    """The capitalised end of a mention (``Iraqi President Fuad Masum``: the name alone), if it has one."""
    found = doc.char_span(int(str(entity["begin"])), int(str(entity["end"])), alignment_mode="contract")
    kind = RE3D_KINDS[str(entity["type"])]
    if found is None or float(str(entity["confidence"])) < 0.5:
        return None
    words = [t.text for t in doc]
    first, last = found.start, found.end
    while first < last and not (
        words[first][:1].isupper() and words[first] not in ("The", "A", "An", "Our", "We", "This")
    ):
        first += 1
    if kind == "PERSON":
        while first < last and group_of_people([words[first]]):
            first += 1
        first = without_titles(words, first, last)
    capitals = all(w[:1].isupper() or w.lower() in LINKERS or w[:1].isdigit() for w in words[first:last])
    if first >= last or not capitals or last - first > 7 or not words[last - 1][:1].isupper():
        return None
    return first, last, name_class(kind, words[first:last])


def grouped(sentences: list[Labelled], size: int = GROUP) -> Iterator[list[Labelled]]:
    for start in range(0, len(sentences), size):
        yield sentences[start : start + size]


def document(nlp: spacy.language.Language, group: list[Labelled]) -> Doc:
    words = [w for part in group for w in part[0]]
    spaces = [s for part in group for s in part[1]]
    tags = [t for part in group for t in part[2]]
    return Doc(nlp.vocab, words=words, spaces=spaces, ents=["" if t == MISSING else t for t in tags])


def corpora(source: Path, nlp: spacy.language.Language) -> Iterator[tuple[str, list[list[Labelled]]]]:
    """Every corpus by the name of its file."""
    for split in ("train", "dev", "test"):
        yield f"gum-{split}", list(treebank(source / f"en_gum-{split}.conllu.gz"))
    yield "ewt-train", list(treebank(source / "en_ewt-train.conllu.gz"))
    yield "ewt-dev", list(grouped(list(iob2(source / "en_ewt-dev.iob2"))))
    with gzip.open(source / "wikigold.conll.gz", "rt", encoding="utf-8") as lines:
        yield "wikigold", list(grouped(list(columns(list(lines), SHORT_KINDS, False))))
    with gzip.open(source / "wnut17-train.conll.gz", "rt", encoding="utf-8") as lines:
        yield "wnut17-train", list(grouped(list(columns(list(lines), WNUT_KINDS, True)), 1))
    with (source / "wnut17-dev.conll").open(encoding="utf-8") as lines:
        yield "wnut17-dev", list(grouped(list(columns(list(lines), WNUT_KINDS, True)), 1))
    yield "re3d", [d for folder in sorted((source / "re3d").iterdir()) for d in re3d(folder, nlp)]


def main() -> None:
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    nlp = spacy.blank("en")
    for part in ("train", "dev", "test"):
        (out / part).mkdir(parents=True, exist_ok=True)
    for name, groups_ in corpora(source, nlp):
        docs = [document(nlp, group) for group in groups_]
        part = {"gum-dev": "dev", "gum-test": "test", "wnut17-dev": "test"}.get(name, "train")
        DocBin(docs=docs).to_disk(out / part / f"{name}.spacy")
        labels = sorted(e.label_ for d in docs for e in d.ents)
        counts = {label: labels.count(label) for label in dict.fromkeys(labels)}
        print(name, len(docs), "documents,", sum(map(len, docs)), "words,", counts)


if __name__ == "__main__":
    main()
