"""What a number counts, and the shortest phrase that carries both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from divergence.facts.about.around import outcome_around
from divergence.facts.about.concept import concept
from divergence.facts.about.slots import mention, slot_at, token_at
from divergence.facts.about.subject import FURTHER, WITH_DOER
from divergence.facts.quantity.concept import with_concept
from divergence.facts.quantity.expressions import Expression, expressions, shifted
from divergence.facts.quantity.quantity import Quantity
from divergence.facts.quantity.rate import per_of_count
from divergence.language.clauses import HAPPENINGS
from divergence.language.grammar import counted_noun, head_of
from divergence.language.parsed import Parsed, Token
from divergence.language.pipeline import blank_masked
from divergence.lexicon import designators, outcomes, titles
from divergence.lexicon.calendar import DAYS_AND_MONTHS
from divergence.lexicon.groups import PEOPLE
from divergence.lexicon.spelling import HYPHENS
from divergence.model.fact import Kind, Mention, Slot

_FARTHEST = 9
"""Tokens between a number and the end of the phrase that it counts; beyond, the phrase is the number alone."""
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
"""Tags of what a number does, which a parser takes for what it counts: ``About 1000 came``."""
OTHERS = frozenset({"more", "other", "others", "another", "additional", "further", "extra"})
"""Words that set a count apart from one given before: ``five more``, ``12 others``."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A number's tokens ``[first, last)`` and the noun it counts, if any."""

    first: int
    last: int
    noun: int | None


def locate(parsed: Parsed, found: Expression) -> Counted:
    """Find the tokens of an expression, and what its number counts."""
    first, last = token_at(parsed, found.inner_start), token_at(parsed, found.inner_end - 1) + 1
    beside = _first_plural(parsed, token_at(parsed, found.end - 1) + 1, hedged=found.end > found.inner_end)
    if beside is not None:
        return Counted(first, last, beside)
    tried = (counted_noun(parsed, i) for i in (last - 1, first) if _is_number(parsed.tokens[i]))
    noun = next((n for n in tried if n is not None and not first <= n < last), None)
    if noun is None and found.rule == "share" and last < len(parsed.tokens) and parsed.tokens[last].pos == "NOUN":
        noun = last  # ``1-in-3 chance``: the tokenizer leaves ``in-3`` in one piece, which no parser understands
    if noun is None or _is_cut_off(parsed, last, noun) or _is_harm_done(parsed, first, noun):
        return Counted(first, last, None)
    if parsed.tokens[noun].tag in _FINITE:
        return Counted(first, last, None)
    return Counted(first, last, _to_plural(parsed, _past_hyphen(parsed, noun)) if noun >= last else noun)


def _is_harm_done(parsed: Parsed, number: int, noun: int) -> bool:
    """Whether a bare number tells what a happening before it did to people: ``staged 12 attacks, killing 40``."""
    lemma = parsed.tokens[noun].lemma
    return noun < number and _is_harmed(parsed, number) and (lemma in HAPPENINGS or bool(outcomes.happening(lemma)))


def _is_harmed(parsed: Parsed, number: int) -> bool:
    """Whether the verb of a bare number says what befell those that it counts: ``40 died``, ``killing 40``."""
    token = parsed.tokens[number]
    verb = parsed.tokens[token.head].lemma
    done = {
        "nsubj": outcomes.undergone_by_subject,
        "nsubj:pass": outcomes.done_to_object,
        "obj": outcomes.done_to_object,
    }
    return token.dep in done and bool(done[token.dep](verb))


def _past_hyphen(parsed: Parsed, noun: int) -> int:
    """The end of a word whose first part the parser took for the noun: ``co-workers``; not of ``passers-by``."""
    tokens = parsed.tokens
    while noun + 2 < len(tokens) and tokens[noun + 1].text in HYPHENS and not tokens[noun].text.endswith("s"):
        glued = tokens[noun].end == tokens[noun + 1].start and tokens[noun + 1].end == tokens[noun + 2].start
        if not glued or not tokens[noun + 2].text.isalpha():
            break
        noun += 2
    return noun


def _to_plural(parsed: Parsed, noun: int) -> int:
    """The plural that ends the run of nouns from here, where the parser stopped short: ``25 TTP militants``.

    Words tied by hyphens are one: ``two gas-only engines``.
    """
    if parsed.tokens[noun].tag in {"NNS", "NNPS"}:
        return noun
    for token in parsed.tokens[noun + 1 : noun + 6]:
        if token.tag in {"NNS", "NNPS"}:
            return token.index
        tied = token.text in HYPHENS or parsed.tokens[token.index - 1].text in HYPHENS
        if token.pos not in {"ADJ", "PROPN", "NOUN"} and token.tag != "VBN" and not tied:
            break
    return noun


def sentence_expressions(parsed: Parsed) -> Iterator[Expression]:
    """Every number of an article with its unit and hedge, sentence by sentence, at offsets of the article."""
    text = blank_masked(parsed.article)
    for sentence in parsed.sentences:
        words = parsed.words(sentence)
        start, end = words[0].start, words[-1].end
        for found in expressions(text[start:end]):
            yield shifted(found, start)


def _is_number(token: Token) -> bool:
    return token.pos in {"NUM", "NOUN", "ADJ", "PRON", "DET", "SYM", "PROPN", "X"}


def _first_plural(parsed: Parsed, last: int, hedged: bool) -> int | None:
    """The plural right behind a number and before ``and`` or a comma, which no tree may skip: ``five people and``.

    Behind a hedge (``300 or so guests``) any plural will do, since the hedge stands between the number and its noun.
    """
    for token in parsed.tokens[last : last + 4]:
        if token.tag == "NNS" and not outcomes.stated(token.lower):
            following = parsed.tokens[token.index + 1].lower if token.index + 1 < len(parsed.tokens) else "."
            return token.index if hedged or following in {"and", ",", "or", "."} else None
        if token.pos not in {"ADJ", "PROPN"} and token.tag not in {"NN", "VBN"}:
            return None
    return None


def _is_cut_off(parsed: Parsed, last: int, noun: int) -> bool:
    """Whether something between a number and a noun behind it begins another phrase: ``dozens a source said``."""
    between = parsed.tokens[last:noun]
    if parsed.tokens[noun].lower in DAYS_AND_MONTHS:
        return True
    linked = any(t.lower in {"of", "among"} for t in between)
    return any(t.tag in {"DT", "PRP$", "VBD", "VBZ", "VBP", "MD", "IN"} for t in between) and not linked


def is_follower(counted: Counted) -> bool:
    """Whether the counted noun stands close behind its number."""
    return counted.noun is not None and counted.last <= counted.noun < counted.last + _FARTHEST


def counted_slot(parsed: Parsed, counted: Counted) -> Slot:
    """The slot of a count: by its noun, else by the number's own place in the clause."""
    if counted.noun is None:
        slot = replace(slot_at(parsed, counted.first, counted.first, counted.last - 1), head="", qualifiers=())
    elif is_follower(counted):
        slot = slot_at(parsed, counted.first, counted.last, counted.noun)
        slot = replace(slot, qualifiers=tuple(sorted({*slot.qualifiers, *_words_between(parsed, counted)})))
    else:
        noun = slot_at(parsed, counted.first, counted.last, counted.noun)
        slot = slot_at(parsed, counted.first, counted.first, counted.last - 1)
        slot = replace(slot, head=noun.head, qualifiers=noun.qualifiers)
    return _of_a_parent(parsed, counted, _apart(parsed, counted, _undergone(parsed, counted, slot)))


def _of_a_parent(parsed: Parsed, counted: Counted, slot: Slot) -> Slot:
    """Children by whom a parent is told, to whom nothing need have happened: *killed a mother of 12*."""
    before = [t.lower for t in parsed.tokens[max(0, counted.first - 2) : counted.first]]
    told = len(before) == 2 and before[0] in PARENTS and before[1] == "of"
    return replace(slot, head=slot.head or "child", outcome="") if told else slot


def _words_between(parsed: Parsed, counted: Counted) -> Iterator[str]:
    """What stands between a number and its noun narrows it, whatever the tree says: ``Taliban and allied``."""
    if counted.noun is None:
        return
    for token in parsed.tokens[counted.last : counted.noun]:
        named = any(n.first <= token.index < n.last and n.last - n.first > 1 for n in parsed.names)
        if token.pos in {"ADJ", "PROPN", "NOUN"} and not named and token.lower not in OTHERS | _HEDGING_NOUNS:
            yield token.lower if token.pos != "NOUN" else token.lemma


OF_THE_LIVING = frozenset({"killed", "wounded", "missing", "arrested", "kidnapped", "rescued", "hospitalised"})
"""What befalls people and animals, and no stretch of land."""
PARENTS = frozenset("mother mom mum father dad parent parents grandmother grandfather widow widower".split())
"""Who is told by a number of children."""
_HEDGING_NOUNS = frozenset({"least", "most", "many", "few", "plus", "odd", "total", "number"})


def _undergone(parsed: Parsed, counted: Counted, slot: Slot) -> Slot:
    """Say what happened to the counted: by their own word (``20 killed``), the words around, else the clause."""
    own = outcomes.stated(parsed.tokens[counted.noun].lower) if counted.noun and is_follower(counted) else ""
    if own:
        return replace(slot, head="", outcome=own)
    outcome = _printed_outcome(parsed, counted) or slot.outcome
    if slot.head in designators.SETTLEMENT and outcome in OF_THE_LIVING:
        outcome = ""  # *elephants killed in two countries*: it befell whoever was there
    return replace(slot, outcome="killed" if outcome == "lost" and slot.head in PEOPLE else outcome)


def _printed_outcome(parsed: Parsed, counted: Counted) -> str:
    """What the words next to a count's phrase say happened."""
    end = counted.noun + 1 if is_follower(counted) and counted.noun is not None else counted.last
    while end < len(parsed.tokens) and parsed.tokens[end].lower in OTHERS | {"of", "them"}:
        end += 1
    return outcome_around(parsed, counted.first, end)


def _apart(parsed: Parsed, counted: Counted, slot: Slot) -> Slot:
    """Mark a count of further ones, so that ``12 others`` is not taken for all, and one that takes in the attacker."""
    near = parsed.tokens[max(0, counted.first - 1) : counted.last + 2]
    own = set(slot.qualifiers) - OTHERS
    if own != set(slot.qualifiers) or any(_is_other(parsed, counted, t) for t in near):
        own.add(FURTHER)
    if _with_doer(parsed, counted):
        own.add(WITH_DOER)
    return replace(slot, qualifiers=tuple(sorted(own)))


def _with_doer(parsed: Parsed, counted: Counted) -> bool:
    """Whether a count says that it takes in who did it: ``13 dead including the gunman``."""
    sentence = parsed.sentences[parsed.tokens[counted.first].sentence]
    words = [t.lower for t in parsed.tokens[counted.last : min(counted.last + _FARTHEST, sentence.last)]]
    after = next((words[i + 1 :] for i, w in enumerate(words) if w in {"including", "counting", "plus"}), [])
    return any(titles.base(w.rstrip("s")) in titles.DOERS for w in after)


def _is_other(parsed: Parsed, counted: Counted, token: Token) -> bool:
    """Whether a word beside a count sets it apart; the ``more`` of ``more than`` does not."""
    same = token.sentence == parsed.tokens[counted.first].sentence
    return same and token.lower in OTHERS and not (token.index < counted.first and token.lower == "more")


def counted_mention(parsed: Parsed, found: Expression, counted: Counted) -> Mention:
    """The mention of a count: the shortest phrase with its value and what is counted."""
    start, end = _phrase_of(parsed, found, counted)
    value, end = _by_time(parsed, found.value, end)
    inner = (found.inner_start, found.inner_end)
    return replace(
        mention(parsed, start, end, found.kind, value, found.rule),
        hedge=found.hedge,
        slot=replace(counted_slot(parsed, counted), concept=_counted_concept(parsed, counted)),
        anchor=inner if inner != (start, end) else None,
    )


def _counted_concept(parsed: Parsed, counted: Counted) -> str:
    """All that a count counts; what has only its outcome (``20 killed``) counts nothing that is named."""
    named = counted.last if counted.noun is None else counted.noun
    if named < len(parsed.tokens) and outcomes.stated(parsed.tokens[named].lower):
        return ""
    if counted.noun is None and _is_harmed(parsed, counted.first):
        return ""
    return concept(parsed, counted.first, counted.last, counted.noun)


def _phrase_of(parsed: Parsed, found: Expression, counted: Counted) -> tuple[int, int]:
    """Where a count's phrase stands: ``another five bodies``, ``15 others``, ``five of its soldiers``."""
    start, end = found.start, found.end
    before = parsed.tokens[token_at(parsed, start) - 1] if token_at(parsed, start) else None
    if before is not None and before.lower == "another" and before.end + 1 == start:
        start = before.start
    if counted.noun is not None and is_follower(counted):
        return start, max(end, parsed.tokens[counted.noun].end)
    following = token_at(parsed, end - 1) + 1
    if following < len(parsed.tokens) and parsed.tokens[following].lower in {"more", "others"}:
        end = parsed.tokens[following].end
    return start, end


def _by_time(parsed: Parsed, value: Quantity, end: int) -> tuple[Quantity, int]:
    """A count or measure with what it is counted by, and where both end: ``800,000 barrels a day``."""
    plain = value.dimension not in {"money", "percent", "share", "score", "magnitude", "category", "age"}
    per = per_of_count(blank_masked(parsed.article), end) if plain else None
    return (replace(value, per=per.unit), per.end) if per else (value, end)


def amount_mention(parsed: Parsed, found: Expression) -> Mention:
    """The mention of a sum, share or measure: its slot says what it is of (``depth``, ``traffic``, ``haul``)."""
    first, last = token_at(parsed, found.start), token_at(parsed, found.end - 1) + 1
    value, end = _by_time(parsed, found.value, found.end)
    made = mention(parsed, found.start, end, found.kind, value, found.rule)
    slot = slot_at(parsed, first, last, head_of(parsed, first, last))
    slot = slot if found.kind == Kind.NUMBER else with_concept(parsed, first, last, slot)
    inner = (found.inner_start, found.inner_end)
    return replace(
        made,
        hedge=found.hedge,
        slot=replace(slot, concept=concept(parsed, first, last)),
        anchor=inner if inner != (found.start, end) else None,
    )
