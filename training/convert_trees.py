"""Treebanks to spaCy's training format: convert_trees.py TREEBANK_FOLDER OUT_FOLDER"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import spacy
from spacy.tokens import DocBin
from treebanks import document, groups, read

SIZES = (1, 2, 3, 4, 8)
"""Sentences a training document: news paragraphs are short, headlines stand alone."""


def main() -> None:
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("en").vocab
    pick = random.Random(1)
    for split in ("train", "dev", "test"):
        for name in ("en_ewt", "en_gum"):
            trees, docs, at = list(read(source / f"{name}-{split}.conllu.gz")), [], 0
            while at < len(trees):
                size = pick.choice(SIZES) if split == "train" else 8
                group = next(groups(trees[at : at + size], size))
                docs.append(document(vocab, group))
                at += len(group)
            DocBin(docs=docs).to_disk(out / f"{name}-{split}.spacy")
            print(name, split, len(docs), "documents,", sum(map(len, docs)), "words")
    (out / "train").mkdir(exist_ok=True)
    (out / "dev").mkdir(exist_ok=True)
    for name in ("en_ewt", "en_gum"):
        (out / "train" / f"{name}.spacy").write_bytes((out / f"{name}-train.spacy").read_bytes())
        (out / "dev" / f"{name}.spacy").write_bytes((out / f"{name}-dev.spacy").read_bytes())


if __name__ == "__main__":
    main()
