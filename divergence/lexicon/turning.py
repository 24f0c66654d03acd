"""Words that turn what a sentence says where they are put in, or stand for one another."""

from __future__ import annotations

from divergence.lexicon.cardinals import ORDINALS
from divergence.lexicon.compass import DIRECTIONS, OF_DIRECTIONS

DENIALS = frozenset("not n't n’t never neither nor no none nobody nothing nowhere without hardly".split())
"""Words that deny what they hang on."""
NEGATIONS = DENIALS | {"cannot", "scarcely", "barely"}
"""Words by which two wordings differ in what they deny; ``barely 40 died`` denies no death."""
TURNING = frozenset(
    """allegedly alleged supposedly suspected former ex attempted would-be fake acting deputy vice assistant""".split()
)
"""Words that make a claim, a past or a try of a fact; *reportedly* does not, since a report is what an article is."""
HEARSAY = frozenset({"allegedly", "alleged", "supposedly"})
"""Those that say no more than *according to the guards* beside them."""
UNDOING = frozenset(
    "refuse fail claim try attempt threaten plan promise decline intend want hope seem appear pretend".split()
)
"""Verbs with *to* that say that something was not done, or not yet, or only by somebody's word."""
MODALS = {
    word: group
    for group, words in {
        "will": "will would 'll shall",
        "may": "may might could can",
        "must": "must should",
    }.items()
    for word in words.split()
}
"""Auxiliaries by what they make of a fact: something to come, possible, or demanded."""
PARTS = frozenset("some most half part several many few none one two three four five six seven eight nine ten".split())
"""Words that with *of* make a part of a whole."""
OPPOSED = frozenset(
    (min(pair.split()), max(pair.split()))
    for pair in (
        "since until",
        "before after",
        "above below",
        "over under",
        "inside outside",
        "for against",
        "up down",
        "with without",
        "all some",
        "all most",
        "all half",
        "all none",
        "all few",
        "most few",
        "most some",
        "many few",
        "every no",
        "any no",
        "always never",
        "always sometimes",
        "never often",
        "never sometimes",
        "often rarely",
        "often seldom",
        "he she",
        "his her",
        "him her",
        "himself herself",
        "confirm deny",
        "approve reject",
        "arrest release",
        "win lose",
        "gain lose",
        "win concede",
        "accept refuse",
        "back oppose",
        "support oppose",
        "acquit convict",
        "guilty innocent",
        "open close",
        "high low",
        "higher lower",
        "up-to below",
        "ally enemy",
        "maximum minimum",
        "most least",
        "more less",
        "more fewer",
        "early late",
        "earlier later",
        "northern southern",
        "eastern western",
        "pass fail",
        "legal illegal",
        "allow ban",
        "allow forbid",
        "permit ban",
        "hire fire",
        "join leave",
        "enter leave",
        "praise criticise",
        "praise criticize",
        "welcome condemn",
        "rebel loyalist",
        "first last",
        "near far",
        "upper lower",
        "elder younger",
        "successful failed",
        "hurt unhurt",
        "injured unhurt",
        "wounded unhurt",
        "hurt uninjured",
        "injured uninjured",
        "wounded uninjured",
        "hurt unharmed",
        "injured unharmed",
        "wounded unharmed",
    )
)
"""Words that news prose sets against each other, each pair in order."""
DISTINCT: tuple[frozenset[str], ...] = (
    DIRECTIONS,
    OF_DIRECTIONS | {"central"},
    frozenset(ORDINALS),
    *(
        frozenset(words.split())
        for words in (
            "black white red blue green yellow orange purple pink brown",
            "gray white red blue green yellow orange purple pink brown",
            "grey white red blue green yellow orange purple pink brown",
            "silver black red blue green yellow orange purple pink brown",
            "hourly daily weekly monthly quarterly yearly",
            "hundred thousand million billion trillion",
            "partly fully",
        )
    ),
)
"""Words of which each rules out the others; *grey* may be meant for *black* or *silver*."""
