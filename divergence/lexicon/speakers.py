"""How papers call who speaks without a name: pronouns, descriptions, and the words with which these begin."""

from __future__ import annotations

PRONOUNS = frozenset("he she they it we i you who that this one someone".split())
"""What names no speaker and rules none out."""
NAMELESS = frozenset("the a its his her their officials official sources source people reports report".split())
"""Words that name no speaker, though they may speak of another than one who is named."""
DESCRIBING = frozenset(
    "local federal state city county national regional senior other some many several two both one all most "
    "government police military army hospital security rescue health fire court union company".split()
)
"""Words with which a description begins that has no article: *Local officials*."""
NO_NAMES = frozenset(
    "Police Officials Authorities Witnesses Residents Rescuers Investigators Prosecutors Doctors Sources Analysts "
    "Experts Critics Activists Protesters Lawmakers Lawyers Relatives Neighbors Neighbours He She They It".split()
)
"""Descriptions of one word, as they stand at the head of a sentence."""
