"""Counts without a numeral: ``a child was killed``, ``a double homicide``, ``both``, ``no casualties``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from divergence.facts.about.around import OF_PERSONS, outcome_around
from divergence.facts.about.slots import mention, slot_at
from divergence.facts.quantity.quantity import Quantity
from divergence.language.grammar import dependents, is_modal, is_negated
from divergence.language.parsed import Parsed, Token
from divergence.lexicon import outcomes
from divergence.lexicon.groups import PEOPLE
from divergence.model.fact import Kind, Means, Mention, Slot
from divergence.model.text import Span

_BEFALLS = frozenset(
    "killed wounded missing arrested kidnapped shot rescued infected hospitalised sentenced charged displaced "
    "casualties trapped".split()
)
"""What makes a single person a count: the dead of an attack are added up, its authors are not."""
_MULTIPLE = {"single": 1, "double": 2, "twin": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "lone": 1}
_PAIRS = {"both": 2, "pair": 2, "duo": 2, "twins": 2, "trio": 3, "quartet": 4, "neither": 0}
_EMPHATIC = frozenset({"single", "lone", "solitary"})
"""What makes a singular a count of its own: *a single soldier*."""
_OTHERS = frozenset({"else", "other", "others", "further", "additional", "more"})
_NONE = frozenset({"no", "none", "nobody", "zero", "without"})
_LIVES = frozenset({"life", "loss"})
"""*No lives were lost*, *no loss of life*."""
_UNHARMED = frozenset({"unharmed", "unhurt", "uninjured", "unscathed"})
_WHOLE = frozenset({"all", "every", "both", "everyone", "everybody"})
"""Of whom *unharmed* says that nobody came to harm."""
_ABSTRACT = frozenset(
    "way thing one reason time option choice difference question problem exception hope chance possibility solution "
    "answer issue concern alternative purpose goal part explanation point fact rest matter".split()
)
"""Of what ``the only`` counts nothing."""
_SOLE = frozenset({"only", "sole", "lone"})
_MANY = frozenset(
    "police army staff crew family personnel people crowd guard press public life death injured dead".split()
)
"""Nouns in the singular that are more than one, or none at all."""
_DOERS = frozenset("bomber attacker gunman assailant shooter killer robber thief terrorist suspect driver".split())
"""Those who do it: what befell them must be said right beside them."""
_PARTS = frozenset({"subject", "object", "predicate", "of", "modifier"})
"""Parts in a clause in which the one befallen stands; ``injurious to a child`` is none."""
_PERSON_TAGS = ("NN", "NNP")
_NOUNS = frozenset({"NOUN", "PROPN"})


def implied_counts(parsed: Parsed, taken: tuple[Span, ...]) -> Iterator[Mention]:
    """Every count that no numeral prints, outside of what is taken already."""
    spans = list(taken)
    for token in parsed.tokens:
        found = _count_at(parsed, token)
        if found is not None and not any(found.span.overlaps(span) for span in spans):
            spans.append(found.span)
            yield found


def _count_at(parsed: Parsed, token: Token) -> Mention | None:
    """The count that this token carries, if it carries one."""
    if token.lower in _MULTIPLE:
        return _multiple(parsed, token)
    if token.lower in _PAIRS:
        return _pair(parsed, token)
    if token.lower in {"a", "an"} and token.pos == "DET":
        return _single(parsed, token)
    if token.lower in _NONE:
        return _nothing(parsed, token)
    if token.lower in _SOLE | _UNHARMED:
        return _sole(parsed, token) if token.lower in _SOLE else _unharmed(parsed, token)
    return _bare(parsed, token) if token.tag in {"NN", "NNP"} and token.lower in PEOPLE else None


def _made(parsed: Parsed, first: Token, last: Token, number: int, slot: Slot) -> Mention:
    """A count's mention from its first token to its last."""
    value = Quantity(Decimal(number), Decimal(number))
    single = parsed.tokens[min(first.index + 1, len(parsed.tokens) - 1)].lower in _EMPHATIC
    rule = "none" if not number else "single" if single else "implied"
    made = mention(parsed, first.start, last.end, Kind.NUMBER, value, rule)
    means = Means.NOUN if rule == "implied" else Means.OWN_WORDS
    return replace(made, slot=slot, anchor=(first.start, first.end), means=means)


def _noun_above(parsed: Parsed, token: Token) -> Token | None:
    """The noun right behind a determiner or adjective, at most five words on."""
    head = parsed.tokens[token.head]
    near = token.index < head.index <= token.index + 6
    return head if near and head.tag.startswith("NN") else None


def _multiple(parsed: Parsed, token: Token) -> Mention | None:
    """``a double homicide`` is two killed."""
    noun = parsed.tokens[min(token.index + 1, len(parsed.tokens) - 1)]
    outcome = outcomes.happening(noun.lemma)
    if outcome not in _BEFALLS:
        return None
    slot = slot_at(parsed, token.index, token.index + 1, noun.index)
    return _made(parsed, token, noun, _MULTIPLE[token.lower], replace(slot, head="", outcome=outcome))


def _pair(parsed: Parsed, token: Token) -> Mention | None:
    """``both were arrested``, ``the pair died``: only where something befell them."""
    noun = _noun_above(parsed, token)
    slot = slot_at(parsed, token.index, token.index, (noun or token).index)
    slot = replace(
        slot, outcome=outcome_around(parsed, token.index, (noun or token).index + 1, OF_PERSONS) or slot.outcome
    )
    head = noun.lemma if noun else ""
    if head and head not in PEOPLE:
        return None
    before = parsed.tokens[token.index - 1] if token.index else token
    first = before if before.lower == "the" else token
    if not _befalls(slot):
        return None
    return _made(parsed, first, noun or token, _PAIRS[token.lower], replace(slot, head=head))


def _befalls(slot: Slot) -> bool:
    return slot.outcome in _BEFALLS and not slot.modal


def _single(parsed: Parsed, token: Token) -> Mention | None:
    """``a child was killed``: one, where something befell the one."""
    noun = _noun_above(parsed, token)
    if noun is None or not _is_person(noun, token):
        return None
    if token.index and parsed.tokens[token.index - 1].lower in {"not", "without"}:
        return _not_one(parsed, token, noun)
    if _is_listed(parsed, noun):
        return None
    slot = slot_at(parsed, token.index, token.index + 1, noun.index)
    around = outcome_around(parsed, token.index, noun.index + 1, OF_PERSONS)
    if not around and (noun.lemma in _DOERS or slot.role not in _PARTS or noun.dep == "appos"):
        return None
    slot = replace(slot, outcome=around or slot.outcome)
    return _made(parsed, token, noun, 1, slot) if _befalls(slot) and not slot.negated else None


def _is_listed(parsed: Parsed, noun: Token) -> bool:
    """Whether a noun is one of several that *and* joins: *a guard and a cook* are two, neither of them the count."""
    below = [parsed.tokens[c] for c in parsed.children[noun.index]]
    beside = [parsed.tokens[c] for c in parsed.children[noun.head] if c != noun.index]
    joined = any(t.dep == "conj" and t.pos in _NOUNS for t in below)
    # Two subjects of one verb are a list that the parse did not join.
    return (
        joined
        or any(t.dep == noun.dep for t in beside)
        or (noun.dep == "conj" and parsed.tokens[noun.head].pos in _NOUNS)
    )


def _not_one(parsed: Parsed, token: Token, noun: Token) -> Mention | None:
    """``not a single child was killed``: nought; ``not a child was hurt`` as well."""
    slot = slot_at(parsed, token.index, token.index + 1, noun.index)
    around = outcome_around(parsed, token.index, noun.index + 1, OF_PERSONS)
    slot = replace(slot, outcome=around or slot.outcome, negated=False)
    return _made(parsed, parsed.tokens[token.index - 1], noun, 0, slot) if _befalls(slot) else None


def _unharmed(parsed: Parsed, token: Token) -> Mention | None:
    """``all on board escaped unhurt``: nought; ``the driver was unhurt`` says nothing of the others."""
    verb = token.index if dependents(parsed, token.index, "nsubj") else token.head
    own = dependents(parsed, verb, "nsubj", "nsubj:pass")
    near = {parsed.tokens[i].lower for s in own for i in (s, *dependents(parsed, s, "det", "det:predet", "amod"))}
    denied = any(is_negated(parsed, i) for i in (verb, *own))
    if not near & _WHOLE or denied or is_modal(parsed, verb):
        return None
    noun = parsed.tokens[own[0]]
    slot = slot_at(parsed, token.index, token.index + 1, noun.index)
    head = noun.lemma if noun.tag.startswith("NN") and noun.lower not in _WHOLE else ""
    slot = replace(slot, head=head, qualifiers=(), outcome=outcomes.CASUALTIES, negated=False)
    return _made(parsed, token, token, 0, slot)


def _is_person(noun: Token, article: Token) -> bool:
    """Whether a noun names one person and no name's part (``a Mother's Day``)."""
    titled = noun.text[:1].isupper() and article.text.islower() and not noun.text.isupper()
    return noun.tag in _PERSON_TAGS and noun.lemma in PEOPLE and not titled and not outcomes.happening(noun.lemma)


def _bare(parsed: Parsed, token: Token) -> Mention | None:
    """A headline's single person, without an article: ``Child killed``, ``Man shot dead in bar``."""
    before = parsed.tokens[token.index - 1] if token.index else None
    opens = before is None or before.pos == "PUNCT" or before.sentence != token.sentence
    outcome = outcome_around(parsed, token.index, token.index + 1, OF_PERSONS)
    if not opens or token.lower in _MANY or outcome not in _BEFALLS:
        return None
    slot = slot_at(parsed, token.index, token.index, token.index)
    return _made(parsed, token, token, 1, replace(slot, head=token.lower, outcome=outcome))


def _nothing(parsed: Parsed, token: Token) -> Mention | None:
    """``no casualties``, ``none was hurt``, ``without loss of life``: nought; ``no one else`` leaves those before."""
    noun = _noun_above(parsed, token) if token.lower in {"no", "zero", "without"} else token
    if noun is None or _OTHERS & {t.lower for t in parsed.tokens[token.index : noun.index + 2]}:
        return None
    own = noun is token
    slot = slot_at(parsed, token.index, token.index if own else token.index + 1, noun.index)
    outcome = outcomes.happening(noun.lemma) if token.lower == "without" else slot.outcome
    outcome = _lives(parsed, noun) if noun.lemma in _LIVES else outcome
    if own or noun.lemma in _LIVES:
        slot = replace(slot, head="", qualifiers=())
    slot = replace(slot, outcome=outcome, negated=False)
    none_left = outcome == "survived" and not slot.modal  # *there were no survivors*
    return _made(parsed, token, noun, 0, slot) if none_left or _befalls(slot) else None


def _lives(parsed: Parsed, noun: Token) -> str:
    """Whether lives are what is lost: ``no lives were lost``, ``claimed no lives``, ``no loss of life``."""
    words = {t.lemma for t in parsed.tokens[max(0, noun.index - 5) : noun.index + 5] if t.sentence == noun.sentence}
    lost = "life" in words and words & {"lose", "claim", "take", "cost", "loss"}
    return "killed" if lost else ""


def _sole(parsed: Parsed, token: Token) -> Mention | None:
    """``the only hospital``: one in all; ``the sole casualty`` says so of whom something befell."""
    noun = _noun_above(parsed, token)
    definite = token.index and parsed.tokens[token.index - 1].lower in {"the", "its", "their", "his", "her", "a"}
    if noun is None or not definite or noun.tag != "NN" or noun.lemma in _ABSTRACT:
        return None
    made = _made(parsed, token, noun, 1, slot_at(parsed, token.index, token.index + 1, noun.index))
    return replace(made, rule="single", means=Means.OWN_WORDS) if _befalls(made.slot) else made
