"""Verbs and nouns for happenings, by who and what can have only one part in them.

What has one founder, one epicentre or one day is told by any two articles of one thing: where they name two, they
differ. What many do (*criticise*, *confirm*) is told of each of them, and two names for it differ in nothing.
"""

from __future__ import annotations

from functools import lru_cache

from divergence.lexicon.saying import REPORTING

NAMING = frozenset({"name", "identify"})
"""Verbs by which somebody unknown gets a name: *named as*, *identified as*."""
MAKING = frozenset("appoint hire name elect choose install".split())
"""Verbs that give somebody a post: *appointed X as coach*."""
BEARING = frozenset("hold take happen occur make begin start open be".split())
"""Verbs that only carry a happening's noun: *the summit takes place*, *made an emergency landing*."""
BROAD = REPORTING | frozenset(
    "have do include go get want see know think work use give look call need follow describe mean keep put turn remain "
    "become seem appear speak ask come let move change continue support".split()
)
"""Verbs that do not say what happened."""
ALIKE: tuple[frozenset[str], ...] = tuple(
    frozenset(words.split())
    for words in (
        "lead head chair",
        "found establish create launch",
        "land arrive touch",
        "bear native",
        "open inaugurate",
        "begin start open",
        "sentence jail imprison",
        "win defeat beat",
        "centre center epicentre epicenter",
        "summit meeting conference",
        "name identify",
        "marry wed",
        "uphold confirm",
        "design build",
    )
)
"""Words for one happening beside those of one outcome."""
ONE_DOER = frozenset(
    "lead head chair found establish create launch win defeat beat design build invent discover write compose direct "
    "coach captain succeed buy purchase acquire sentence jail imprison own responsibility host".split()
)
"""What one person or body does."""
ONE_SUFFERER = frozenset("killed arrested charged sentenced convicted elected hired kidnapped rescued".split())
"""Outcomes of which two articles with one name each tell of one person."""
AT = frozenset("in at on near outside off inside around beside".split())
TO = frozenset("to into toward towards for".split())
"""Prepositions by what they make of a place."""


@lru_cache(maxsize=2**14)
def are_one(one: str, other: str) -> bool:
    """Whether two words (lemmas) may stand for one happening: the same word or two of one group."""
    words = {one.removesuffix("ing"), other.removesuffix("ing")}
    return len(words) == 1 or any({one, other} <= group for group in ALIKE)
