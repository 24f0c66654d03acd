"""What the words around a name say it is: ``shares of X``, ``the bank X``, ``X, a carmaker``, ``X was shot dead``."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.language.parsed import Token
from divergence.lexicon import deeds, designators, saying, titles
from divergence.lexicon.designators import NO_BODY
from divergence.lexicon.name_lists import is_surname
from divergence.lexicon.spelling import OWNING

_LONGEST_APPOSITION = 9
"""Tokens in which ``, a New York-based …`` must come to its noun."""
_ROMAN = frozenset("II III IV VI VII VIII IX XI XII XIII XIV XV XVI XX XXI".split())


def told_class(tokens: Sequence[Token], first: int, last: int) -> str:
    """ORG, PERSON or GPE where the words around a name tell it, else nothing."""
    if _is_firm_before(tokens, first) or _is_firm_after(tokens, last):
        return "ORG"
    following = tokens[last].lower if last < len(tokens) else ""
    if following == "guilty" or _age_follows(tokens, last):
        return "PERSON"
    told = deed_class(tokens, first, last) or _speaker(tokens, first, last) or _in_apposition(tokens, last)
    if told == "PERSON" and tokens[last - 1].lower in designators.ORGANISATION | designators.SETTLEMENT:
        return ""
    return told or ("GPE" if _is_where(tokens, first, last) else "")


def _age_follows(tokens: Sequence[Token], last: int) -> bool:
    """``X, 38,`` behind a name."""
    after = tokens[last : last + 3]
    commas = len(after) == 3 and after[0].text == "," and after[2].text in (",", ".")
    return commas and after[1].text.isdigit() and 1 < len(after[1].text) < 4


def _is_where(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether ``in`` stands right before a single word: ``in Coron``."""
    before = tokens[first - 1] if first else tokens[first]
    owns = last < len(tokens) and tokens[last].text in OWNING
    return (
        last - first == 1 and before.lower == "in" and before.pos == "ADP" and not owns and tokens[first].dep == "obl"
    )


def _is_firm_before(tokens: Sequence[Token], first: int) -> bool:
    """``the bank X``, ``a unit of X``, ``shares in X``."""
    before = tokens[first - 1] if first else None
    if before is None or before.sentence != tokens[first].sentence:
        return False
    if before.lower in deeds.FIRM_BEFORE and before.pos == "NOUN":
        return True
    linked = before.lower in ("of", "at", "in") and first > 1
    return linked and tokens[first - 2].lemma in deeds.FIRM_OWNED and tokens[first - 2].pos == "NOUN"


def _is_firm_after(tokens: Sequence[Token], last: int) -> bool:
    """``X’s profits``, ``X’s net income``, ``X shareholders``."""
    following = tokens[last : last + 3]
    if following and following[0].text in OWNING:
        noun = next((t for t in following[1:] if t.pos == "NOUN"), None)
        return noun is not None and noun.lemma in deeds.FIRM_OWNS
    return bool(following) and following[0].pos == "NOUN" and following[0].lemma in deeds.FIRM_HOLDERS


def _speaker(tokens: Sequence[Token], first: int, last: int) -> str:
    """PERSON for a listed surname that speaks: ``Ritter said``."""
    beside = [*tokens[max(0, first - 1) : first], *tokens[last : last + 1]]
    speaks = any(t.lemma in saying.OF_A_PERSON and t.pos == "VERB" for t in beside)
    return "PERSON" if speaks and last - first == 1 and is_surname(tokens[first].text) else ""


def _in_apposition(tokens: Sequence[Token], last: int) -> str:
    """ORG for ``X, a Boston-based maker of pumps``, PERSON for ``X, the group’s treasurer``; else nothing."""
    if last + 2 >= len(tokens) or tokens[last].text != "," or tokens[last + 1].lower not in ("a", "an", "the", "one"):
        return ""
    for token in tokens[last + 2 : last + 2 + _LONGEST_APPOSITION]:
        if token.sentence != tokens[last].sentence or token.lower in _ENDS_APPOSITION:
            return ""
        following = tokens[token.index + 1] if token.index + 1 < len(tokens) else token
        if token.pos != "NOUN" or following.pos in ("NOUN", "PROPN") or following.text in OWNING:
            continue
        if token.lower in deeds.FIRM_BEFORE:
            return "ORG"
        if token.lower in titles.HEADS - _NOT_ONLY_PERSONS and following.lower != "and":
            return "PERSON"
    return ""


_NOT_ONLY_PERSONS = frozenset(
    """leader partner star player owner target head model publisher producer private general principal premier guard
    pilot associate neighbor neighbour friend rival parent officer celebrity designer""".split()
)
"""Words of roles that firms, towns and works are called too."""
_ENDS_APPOSITION = frozenset({",", ";", ".", "of", "that", "which", "who", "at", "for", "(", ")", "and"})


def deed_class(tokens: Sequence[Token], first: int, last: int) -> str:
    """What a name does or suffers: firms recall and acquire, persons weep and are shot, towns are shelled."""
    verb, voice = _verb(tokens, first, last)
    if verb is None:
        return ""
    told = {
        "does": ((deeds.PERSON_DOES, "PERSON"), (deeds.FIRM_DOES, "ORG")),
        "passive": ((deeds.PERSON_SUFFERS, "PERSON"), (deeds.PLACE_SUFFERS, "GPE")),
        "object": ((deeds.PERSON_TAKEN, "PERSON"), (deeds.PLACE_SUFFERS, "GPE")),
    }[voice]
    if voice == "object" and verb.lemma in deeds.FORCES_TAKE and last - first < 4 and _by_force(tokens, verb):
        return "GPE"
    if voice == "passive" and verb.lemma in deeds.MADE and _office_follows(tokens, verb.index):
        return "PERSON"
    return next((label for verbs, label in told if verb.lemma in verbs), "")


def _by_force(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a verb's subject is an armed force: ``Rebels seized X``."""
    return any(t.head == verb.index and t.dep == "nsubj" and t.lemma in deeds.FORCES for t in _sentence(tokens, verb))


def _sentence(tokens: Sequence[Token], token: Token) -> Sequence[Token]:
    """The words before a token in its sentence."""
    first = token.index
    while first and tokens[first - 1].sentence == token.sentence:
        first -= 1
    return tokens[first : token.index]


def _office_follows(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the first noun behind a verb is an office: ``named head coach``, ``sworn in as the president``."""
    for token in tokens[verb + 1 : verb + 7]:
        if token.sentence != tokens[verb].sentence:
            return False
        if token.pos in ("NOUN", "PROPN"):
            following = tokens[token.index + 1] if token.index + 1 < len(tokens) else token
            if titles.is_head(token.text) and following.pos != "NOUN":
                return True
            if token.pos == "PROPN" or not titles.is_modifier(token.text):
                return False
        elif token.pos not in ("ADP", "SCONJ", "DET", "ADJ", "ADV", "PRON"):
            return False
    return False


def _verb(tokens: Sequence[Token], first: int, last: int) -> tuple[Token | None, str]:
    """The verb of a name and how the name takes part in it: does, passive, object."""
    head = next((t for t in tokens[first:last] if not first <= t.head < last), tokens[last - 1])
    verb = tokens[head.head]
    if verb.pos not in ("VERB", "AUX", "NOUN", "ADJ") or verb.sentence != head.sentence:
        return None, ""
    if head.dep == "nsubj:pass" or (head.dep == "nsubj" and verb.tag == "VBN"):
        return verb, "passive"
    if head.dep == "nsubj" and verb.pos == "VERB":
        return verb, "does"
    return (verb, "object") if head.dep == "obj" and verb.pos == "VERB" else (None, "")


def is_acronym_of_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word in capitals is likely a body's acronym: no unit, no numeral, no word of a shouted line."""
    word = tokens[at].text.replace(".", "").replace("&", "")
    if not (2 <= len(word) <= 5 and word.isupper() and word.isalpha()) or word in NO_BODY | _ROMAN:
        return False
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return (
        not _is_shouted(tokens, at)
        and not following.lstrip("-–").isdigit()
        and tokens[at].pos in ("PROPN", "NOUN", "ADJ", "X")
    )


def _is_shouted(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words beside a word in capitals are in capitals too, so that capitals say nothing."""
    beside = [t for t in tokens[max(0, at - 3) : at + 4] if t.sentence == tokens[at].sentence and t.index != at]
    capitals = [t for t in beside if t.text.isupper() and t.text.isalpha() and len(t.text) > 1]
    return len(capitals) > 2 or any(abs(t.index - at) < 3 and len(t.text) > 3 for t in capitals)
