"""What an amount is an amount of, as a whole phrase: ``copper``, ``core inflation``, ``the severance package``.

It reads the words next to the amount first, which no parser gets wrong, then climbs from the amount to the noun or the
clause above it. A slot's head, by which mentions are compared, is told elsewhere and not touched here.
"""

from __future__ import annotations

from collections.abc import Callable

from divergence.facts.about.clause import dependents
from divergence.facts.about.whole import whole_phrase
from divergence.language.grammar import head_of, is_verb, patient, preposition, subject
from divergence.language.nouns import MEASURES
from divergence.language.parsed import Parsed, Token
from divergence.lexicon.calendar import DAYS_AND_MONTHS
from divergence.lexicon.hedges import HEDGE_PARTS
from divergence.lexicon.spelling import HYPHENS

_GIVEN = frozenset("fine pay give award owe charge offer lend send sentence grant cost save hand".split())
"""Verbs with two objects, of which the first gets (or loses) the sum that is the second."""
_ORDERED = frozenset("order tell require force oblige compel ask command sentence condemn".split())
"""Verbs whose object is to do what the infinitive behind it says."""
_TIMES = frozenset(
    {*DAYS_AND_MONTHS, *"day week month year quarter half decade century night morning period season".split()}
)
_MEANS = frozenset("cash stock total all fact average".split())
"""What an amount is paid in or told by: ``$29 million in cash``."""
_PAYING = frozenset("pay spend cost charge raise offer bid fetch earn receive invest allocate budget need".split())
"""Verbs whose sum is told best by what it is for."""
_PURPOSES = frozenset({"for", "on", "in", "into", "toward", "towards"})
_JOINS = frozenset({"conj", "parataxis", "list", "dep"})
_STEPS = 6
_NEAR = 9
"""How far up a tree, and how many tokens behind a value, what it is of is looked for."""


def concept(parsed: Parsed, first: int, last: int, noun: int | None = None) -> str:
    """What the value in tokens ``[first, last)`` is of, as printed; ``noun`` is what it counts, where that is known."""
    value = range(first, _behind_price(parsed, last))
    found = _to_end(parsed, noun, last) if noun is not None else _said_of(parsed, value)
    return whole_phrase(parsed, found, value) if found is not None else ""


def _behind_price(parsed: Parsed, last: int) -> int:
    """Where an amount ends whose unit is tied to it by hyphens: ``the $18-a-share price``."""
    words = parsed.tokens[last : last + 4]
    tied = len(words) == 4 and [t.text in HYPHENS for t in words[::2]] == [True, True]
    return last + 4 if tied and words[1].lower in {"a", "an", "per"} else last


def _to_end(parsed: Parsed, noun: int, last: int) -> int:
    """A counted noun, or the one that ends its run of nouns: ``bank holding companies``."""
    ending = _ending_noun(parsed.tokens[last : last + _NEAR]) if noun >= last else None
    return noun if ending is None or parsed.tokens[noun].tag in {"NNS", "NNPS"} else max(noun, ending.index)


def _said_of(parsed: Parsed, value: range) -> int | None:
    if [t.lower for t in parsed.tokens[value.stop : value.stop + 2]] in _OF_PRONOUNS:
        return None
    return next((n for look in _LOOKS if (n := look(parsed, value)) is not None), None)


_OF_PRONOUNS = [["of", pronoun] for pronoun in ("those", "them", "these", "it", "that", "which", "whom", "us", "you")]


def receiver(parsed: Parsed, first: int) -> Token | None:
    """The noun right before a sum behind a verb of giving: ``fined the bank £75,000 and its director £8,000``."""
    words = words_before(parsed, first)
    if not words or not words[-1].tag.startswith("NN"):
        return None
    given = any(t.lemma in _GIVEN and t.pos == "VERB" for t in words[:-1])
    return words[-1] if given and _begins_phrase(words) else None


def _begins_phrase(words: tuple[Token, ...]) -> bool:
    """Whether the last noun's phrase stands without a preposition behind a verb, ``and`` or a comma."""
    at = len(words) - 1
    while at and (words[at].tag.startswith(("NN", "JJ", "DT", "PRP$", "POS"))):
        at -= 1
    given = words[at].pos == "VERB" and words[at].lemma in _GIVEN
    return given or words[at].lower in {"and", ","}


def words_before(parsed: Parsed, first: int) -> tuple[Token, ...]:
    """The words of the sentence before an amount, without the hedges right before it."""
    begin, end = parsed.sentences[parsed.tokens[first].sentence].first, first
    while end > begin and parsed.tokens[end - 1].lower in HEDGE_PARTS:
        end -= 1
    return parsed.tokens[begin:end]


def told_to(parsed: Parsed, verb: int) -> int | None:
    """Who is ordered to pay: the object of the verb above an infinitive without a subject of its own."""
    above = parsed.tokens[parsed.tokens[verb].head]
    infinitive = any(parsed.tokens[c].lower == "to" and parsed.tokens[c].dep == "mark" for c in parsed.children[verb])
    if not infinitive or above.lemma not in _ORDERED:
        return None
    return next((c for c in parsed.children[above.index] if parsed.tokens[c].dep in ("obj", "nsubj:pass")), None)


def _receiver(parsed: Parsed, value: range) -> int | None:
    """``fined the bank £75,000``."""
    found = receiver(parsed, value.start)
    return found.index if found is not None else None


def _measured_out(parsed: Parsed, value: range) -> int | None:
    """The noun behind an amount and its preposition: ``tons of copper``, ``$4 million in fines``."""
    words = parsed.tokens[value.stop : value.stop + _NEAR]
    if words[:1] and words[0].lower == "worth":
        words = words[1:]
    if not words or words[0].lower not in {"of", "in"}:
        return None
    noun = _ending_noun(words[1:])
    if noun is None or (words[0].lower == "in" and not _is_amount_of(parsed, noun, value)):
        return None
    return noun.index


def _is_amount_of(parsed: Parsed, noun: Token, value: range) -> bool:
    """Whether *in* says what a sum consists of (``in fines``), rather than when or where something changed."""
    plain = noun.tag in {"NN", "NNS"} and noun.lemma not in _TIMES | _MEANS
    bare = parsed.tokens[value.stop + 1].tag != "DT"
    money = any(parsed.tokens[i].tag == "$" for i in value)
    return plain and bare and (money or parsed.tokens[noun.index].head in value)


def _ending_noun(words: tuple[Token, ...]) -> Token | None:
    """The noun that ends the phrase that these words begin with."""
    found = None
    for token in words:
        if token.tag.startswith("NN"):
            found = token
        elif not (_is_inside(token, words) or token.tag in (_BETWEEN if found else _BEFORE_NOUN)):
            break
    return found


_BETWEEN = frozenset({"POS"})
_BEFORE_NOUN = frozenset({"DT", "PRP$", "JJ", "JJR", "JJS", "VBN", "VBG", "CD", "POS", "HYPH", "RB", "``"})
"""Tags of what stands within a noun's phrase, behind its first noun and before it."""


def _is_inside(token: Token, words: tuple[Token, ...]) -> bool:
    """Whether a word stands between two nouns of one phrase: ``bank holding companies``, ``gas-only engines``."""
    beside = {t.index - token.index: t for t in words}
    tied = -1 in beside and beside[-1].text in HYPHENS
    return tied or token.text in HYPHENS or (token.tag == "VBG" and 1 in beside and beside[1].tag == "NNS")


def _modified(parsed: Parsed, value: range) -> int | None:
    """The noun that an amount stands before: ``a $4.2 million package``, ``a 50% interest``, ``1,000-point leap``."""
    words = parsed.tokens[value.stop : value.stop + _NEAR]
    hyphen = bool(words) and words[0].text in HYPHENS
    noun = _ending_noun(words)
    if noun is None:
        return None
    between = parsed.tokens[value.stop : noun.index]
    plain = all(t.tag.startswith(("NN", "JJ", "VBN", "VBG", "HYPH", "POS")) for t in between)
    below = any(value.stop <= parsed.tokens[i].head <= noun.index for i in value)
    known = value.start and parsed.tokens[value.start - 1].tag in {"DT", "PRP$"}
    common = words[0].tag in {"NN", "NNS"}
    return (
        noun.index if hyphen or (plain and (below or known or common) and noun.lemma not in _TIMES | _MEANS) else None
    )


def _above(parsed: Parsed, value: range) -> int | None:
    """The noun or the clause that an amount hangs on: ``a fee of $5``, ``inflation rose 0.3%``."""
    at = head_of(parsed, value.start, value.stop)
    for _ in range(_STEPS):
        token, above = parsed.tokens[at], parsed.tokens[parsed.tokens[at].head]
        if _is_clause(parsed, at) and (found := _of_clause(parsed, at, None, value)) is not None:
            return found
        if above.index == at:
            return None
        if token.dep in _JOINS or above.index in value:
            at = above.index
            continue
        if _is_clause(parsed, above.index):
            found = _of_clause(parsed, above.index, token, value)
            if found is not None:
                return found
        elif _may_name(parsed, above, value):
            return above.index
        at = above.index
    return None


def _is_clause(parsed: Parsed, index: int) -> bool:
    """Whether a token heads a clause: a verb, or what has a subject."""
    return is_verb(parsed, index) or any(dependents(parsed, index, "nsubj", "cop"))


def _of_clause(parsed: Parsed, verb: int, part: Token | None, value: range) -> int | None:
    """What a clause says of an amount that is its part: its object, for whom or what, else its subject."""
    ordered = told_to(parsed, verb)
    if part is not None and part.dep.startswith("nsubj") and not any(dependents(parsed, verb, "cop")):
        return None
    direct = (
        part is not None
        and part.dep in {"obj", "iobj", "obl:unmarked", "xcomp"}
        and not preposition(parsed, part.index)
    )
    aimed = _purpose(parsed, value) if direct and parsed.tokens[verb].lemma in _PAYING else None
    undergoer = patient(parsed, verb)
    doer = subject(parsed, verb)
    tried = (ordered, undergoer, aimed, doer, _purpose(parsed, value) if direct else None)
    named = (_through(parsed, i) for i in tried if i is not None)
    return next((i for i in named if _may_name(parsed, parsed.tokens[i], value)), None)


def _through(parsed: Parsed, index: int) -> int:
    """The noun that a unit measures out: the price of ``40 kilograms of tea`` is one of tea."""
    of = (t for t in dependents(parsed, index, "nmod") if preposition(parsed, t.index) == "of")
    found = next(of, None) if parsed.tokens[index].lemma in MEASURES else None
    return found.index if found is not None else index


def _purpose(parsed: Parsed, value: range) -> int | None:
    """The noun that a sum is paid for: ``paid $300 for a ticket``."""
    words = parsed.tokens[value.stop : value.stop + _NEAR]
    if not words or words[0].lower not in _PURPOSES:
        return None
    noun = _ending_noun(words[1:])
    return noun.index if noun is not None and noun.lemma not in _TIMES | _MEANS else None


def _may_name(parsed: Parsed, token: Token, value: range) -> bool:
    """Whether a noun can say what an amount is of: none of its own words, no time, no unit of a price."""
    priced = token.index > 1 and parsed.tokens[token.index - 1].lower in {"a", "an", "per"}
    priced = priced and parsed.tokens[token.index - 2].pos == "NUM"
    named = token.pos in {"NOUN", "PROPN"} and token.tag.startswith("NN")
    return named and token.index not in value and token.lemma.lower() not in _TIMES | MEASURES and not priced


_LOOKS: tuple[Callable[[Parsed, range], int | None], ...] = (_receiver, _measured_out, _modified, _above)
"""In order; the first that finds a noun decides."""
