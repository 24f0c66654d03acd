"""Lists of what names often are: companies and bodies, first names of many languages, surnames.

A list proposes: a first name or a surname says what an unknown capital may be, not that it is a person. The data and
their sources are described in ``data/README.md``; each list is read on first use.
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from importlib import resources

from divergence.lexicon.spelling import fold


@lru_cache(maxsize=3)
def _lines(name: str) -> frozenset[str]:
    data = resources.files("divergence.lexicon") / "data" / f"{name}.txt.gz"
    return frozenset(gzip.decompress(data.read_bytes()).decode().split("\n"))


def is_listed_organisation(name: str) -> bool:
    """Whether a name, as printed, is a company, party, force or body that can hardly mean anything else."""
    return name in _lines("organisations") or name.removeprefix("The ") in _lines("organisations")


def is_first_name(word: str) -> bool:
    """Whether a word is a first name in some language (wider than ``aliases.is_given_name``)."""
    return word[:1].isupper() and fold(word) in _lines("first_names")


def is_surname(word: str) -> bool:
    """Whether a word is a surname that many people have."""
    return word[:1].isupper() and fold(word) in _lines("surnames")
