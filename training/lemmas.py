"""Build the lemmatiser's lists from treebanks: lemmas.py TREEBANK_FOLDER OUT_FILE

Base forms are lemmas seen in the training parts of EWT and GUM; an exception is a form whose commonest lemma the
suffix rules would miss. Hand-written irregular forms (irregular.txt) win over both.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from divergence.language.lemmas import SUFFIXES, UNMARKED, by_rule

HERE = Path(__file__).parent
CLASSES = {
    "NOUN": "NOUN",
    "VERB": "VERB",
    "AUX": "VERB",
    "ADJ": "ADJ",
    "ADV": "ADJ",
    "PRON": "PRON",
    "DET": "DET",
    "PART": "PART",
}


def words(path: Path) -> Iterator[tuple[str, str, str, str]]:
    """Class, form, lemma and Penn tag of every word of a treebank file, in lower case."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if (
                len(cells) == 10
                and cells[0].isdigit()
                and cells[3] in CLASSES
                and not {"Typo=Yes", "Abbr=Yes"} & set(cells[5].split("|"))
            ):
                yield CLASSES[cells[3]], cells[1].lower().replace("’", "'"), cells[2].lower(), cells[4]


def irregular() -> dict[tuple[str, str], str]:
    """The hand-written irregular forms, by class and form."""
    lines = (line.split() for line in (HERE / "irregular.txt").read_text(encoding="utf-8").splitlines())
    return {(pos, form): base for pos, base, *forms in lines if pos != "#" for form in (base, *forms)}


def main() -> None:
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    seen: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for name in ("en_ewt", "en_gum"):
        for pos, form, base, tag in words(source / f"{name}-train.conllu.gz"):
            if form.isascii() and base.isascii() and " " not in form + base and not any(map(str.isdigit, form)):
                seen[pos, form, tag][base] += 1
    by_hand = irregular()
    bases = {(pos, base) for pos, base in Counter((p, b) for (p, _, _), c in seen.items() for b in c)}
    bases = {(p, b) for p, b in bases if p in SUFFIXES and b.isalpha()} | {(p, b) for (p, _), b in by_hand.items()}
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (pos, form, tag), counts in seen.items():
        base, times = counts.most_common(1)[0]
        ruled = form if pos not in SUFFIXES or tag in UNMARKED else by_rule(form, pos, frozenset(bases))
        if base != ruled and (pos, form) not in by_hand and times > 1:
            forms[pos, base].add(form)
    for (pos, form), base in by_hand.items():
        forms[pos, base].add(form)
    keys = sorted(bases | set(forms))
    head = "# Built by training/lemmas.py from UD English EWT and GUM (CC BY-SA 4.0): class, base, exceptions.\n"
    out.write_text(head + "".join(" ".join([*key, *sorted(forms[key])]) + "\n" for key in keys), encoding="utf-8")


if __name__ == "__main__":
    main()
