"""Verbs of saying (lemmas), each list by what it is asked for.

They differ because each use errs in another way: a verb that puts a clause into somebody's mouth may also tell of a
mind (*believe*), one that shows its subject to be a person may not be what papers and ministries do (*report*).
"""

from __future__ import annotations

SPEAKING = frozenset("say tell add note argue insist explain".split())
"""What nothing but a speaker does, and all of these lists hold."""

OF_A_NAME = SPEAKING | frozenset("warn claim write tweet testify".split())
"""Verbs whose subject, where it is a full name, is a person."""

OF_A_SPEAKER = OF_A_NAME | frozenset("announce state confirm".split())
"""Verbs by which somebody named is the speaker beside a quotation or a report."""

OF_A_PERSON = SPEAKING | frozenset("concede recall declare testify joke".split())
"""Verbs whose single subject is a person where it is a surname that many have."""

BESIDE_SPEECH = SPEAKING | frozenset("announce report claim state write warn declare reply".split())
"""Verbs that stand beside what was said, so that parsers take either for the head of the other."""

SAYING_ALIKE = SPEAKING | frozenset(
    "state report declare announce remark comment claim stress write mention observe".split()
)
"""Verbs that bring in what somebody said; one of them for another says nothing else."""

REPORTING = SPEAKING | frozenset(
    "claim announce state report confirm deny declare maintain warn reveal acknowledge admit allege assert contend "
    "estimate believe think suggest stress emphasize emphasise quote cite write tweet post testify recall reiterate "
    "describe disclose concede predict suspect affirm complain remark reply respond inform show find indicate boast "
    "vow comment observe agree".split()
)
"""Verbs that put a clause into someone's mouth or mind."""

QUOTING = REPORTING | frozenset(
    "call dub describe label term brand denounce hail praise dismiss reject criticise".split()
)
"""Verbs that may introduce quoted words, also as a bare object: ``called it “illogical”``."""

STATING = frozenset("announce report confirm claim deny admit acknowledge estimate allege".split())
"""Verbs whose object is a report too: ``confirmed the deaths of 23 pilgrims``."""

MINDING = frozenset({"believe", "think", "suspect", "agree", "show", "suggest", "indicate"})
"""Verbs that tell a mind, or what something shows, within a report: the one who reports is quoted (``She said the town
believed “…”``).
"""

ADDRESSING = frozenset({"tell", "inform", "quote", "cite"})
"""Verbs after which the listener stands, not the speaker: ``…,” she told the council``."""

ASSERTING = frozenset(
    "say claim report believe think announce confirm state suggest expect allege find prove show verify establish "
    "accept admit acknowledge concede agree".split()
)
"""Verbs whose negation leaves what they introduce unsaid."""

LABELLING = frozenset("call describe brand label dub term denounce dismiss slam reject decry".split())
"""Verbs that judge what follows: *called the figure of 40 nonsense*."""

PUTTING = frozenset("put estimate claim give say speak count record list register report tally document log".split())
"""Verbs by which somebody gives a figure."""
