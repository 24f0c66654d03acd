"""The heading of a fact: a question that a reader understands without opening the sentences.

It uses only words that most of the mentions bear out. What no majority says is left out; where nothing is left, the
heading says what was looked for and no more. Names are in lower case; ``language.capitals`` gives them capitals.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from divergence.assess.clause import EDGES, sides, tokens_in
from divergence.assess.excerpt import excerpts, within_marks
from divergence.assess.question import circumstances, question, with_gap
from divergence.assess.quoted import UNTOLD_SPEAKER, quoted
from divergence.facts import FACT_TYPES, fact_type
from divergence.facts.about.question import about, most, thing
from divergence.facts.about.subject import FURTHER
from divergence.facts.quotation.words import FUNCTION_WORDS
from divergence.facts.types import Asked, Neutral
from divergence.language import grammar
from divergence.language.capitals import Spelling, spell
from divergence.language.parsed import Parsed
from divergence.lexicon.groups import GENERAL, PEOPLE, head_relation
from divergence.lexicon.outcomes import outcome_of
from divergence.model.fact import Kind, Means, Mention, Slot

UNTOLD = frozenset(
    {"they", "them", "it", "we", "us", "he", "she", "this", "that", "one", "two", "big", "biggest", "more"}
)
"""Heads that tell a reader nothing away from their sentence."""
FARTHEST = 3
"""Words behind a noun within which another is joined to it."""
SHORTEST = 3
"""Letters of a head that is a word and not a splinter of one."""
WORDS_AROUND = 6
"""Words before and after a value that a heading with a gap shows at most."""
TELLING = 4
"""Letters of a word that tells something."""
FEWEST_SHARED = 3
"""Such words that all sources must print around their values."""
DYING = frozenset({"die", "perish", "drown", "succumb", "death", "fatality"})
"""Predicates that tell of deaths and of nobody who caused them."""
LOSING = "lose"
"""Predicate of one side's dead, of which a question must name the side."""
CARED_FOR = {"treat": (" hospitalised?", " treated?"), "evacuate": (" displaced?", " evacuated?")}
"""What says more than its sentences do: who is treated may be in no hospital, and no home is displaced."""
COUNTING = "Number of"
BALLOTS = re.compile(r"\d+ ?[-–] ?\d+(?: ?[-–] ?\d+)?")
RESULT_OF_VOTE = "What was the result of the vote?"
COUNTRY_OR_BODY = "Which country or organisation"
COUNTRY_OR_BODY_NAMED = "Country or organisation named"
"""What is asked where one of the values is a country that acts, and what is told."""
NEVER_A_GAP = frozenset({Kind.ORDINAL, Kind.QUOTE, Kind.AGE, Kind.ROLE, Kind.ORGANISATION, Kind.PERSON})
"""Kinds whose place in a clause tells nothing."""
GRAMMAR = frozenset(
    "how many old long is are was were did do does have has the a of in on to last what which who share where when hit "
    "people number sentences about measure said difference temperature".split()
) | {word.lower() for known in FACT_TYPES for word in re.findall(r"\w+", known.given)}
"""Words that a heading puts itself; none of them is a name there."""


NOT_PARSED: Mapping[str, Parsed] = {}
UNCHANGED: Spelling = {}


def heading(
    mentions: Sequence[Mention],
    texts: Mapping[str, str],
    parses: Mapping[str, Parsed] = NOT_PARSED,
    spelling: Spelling = UNCHANGED,
    *,
    main: bool = True,
) -> str:
    """What the values of one fact answer, as a question or a phrase.

    ``texts`` and ``parses`` are those of the articles, by id; without parses no question is built from a clause.
    ``spelling`` gives names their capitals where they stand as base forms; ``main`` is whether a question that names no
    time, place or doer is understood of the story's main event.
    """
    told = plain_heading(mentions, parses, spelling, main=main, gaps=False)
    return told or in_words(mentions, texts, parses, spelling)


def in_words(
    mentions: Sequence[Mention],
    texts: Mapping[str, str],
    parses: Mapping[str, Parsed] = NOT_PARSED,
    spelling: Spelling = UNCHANGED,
) -> str:
    """What was looked for, with the words in which either value stands: a reader sees what each is said of."""
    asked = _spelled(_asked(mentions), spelling)
    if mentions[0].kind is Kind.QUOTE:
        return _one_line(str(asked))
    if isinstance(asked, Neutral) and (shared := shared_words(mentions, texts)):
        return _one_line(f"{COUNTRY_OR_BODY_NAMED if _names_a_country(mentions) else asked.what}: {shared}")
    if printed := excerpts(mentions, parses):
        what = _asking(asked, mentions)
        return _one_line(f"{what}: {' or '.join(f'“{words}”' for words in printed)}{'?' if len(printed) > 1 else ''}")
    return _one_line(str(asked))


def _of_all_counted(mention: Mention, parses: Mapping[str, Parsed]) -> Mention:
    """A count of two sorts of people as one of people: *17 pupils and teachers* are not 17 pupils."""
    parsed = parses.get(mention.span.article)
    if mention.kind is not Kind.NUMBER or parsed is None or mention.slot.head in GENERAL:
        return mention
    joined = any(_counts_two_sorts(parsed, i) for i in tokens_in(parsed, mention.span.start, mention.span.end))
    if not joined:
        return mention
    return replace(mention, slot=replace(mention.slot, head="person" if mention.slot.head in PEOPLE else ""))


def _counts_two_sorts(parsed: Parsed, noun: int) -> bool:
    """Whether a second noun without a number of its own is joined to a plural: *pupils and teachers*."""
    joined = grammar.dependents(parsed, noun, "conj") if parsed.tokens[noun].tag in ("NN", "NNS") else ()
    plain = (i for i in joined if parsed.tokens[i].tag.startswith("NN") and parsed.tokens[i].index <= noun + FARTHEST)
    return any(not grammar.dependents(parsed, i, "nummod", "det", "nmod:poss", "nsubj") for i in plain)


def _asking(asked: Asked, mentions: Sequence[Mention]) -> str:
    """The question word or the question that stands before the words of both sides."""
    known = fact_type(mentions[0].kind)
    what = asked.what if isinstance(asked, Neutral) else asked.removesuffix("?")
    if what == known.given:
        return COUNTRY_OR_BODY if _names_a_country(mentions) else known.asks or what
    return re.sub(rf"^{COUNTING} ", "How many ", what)


def _names_a_country(mentions: Sequence[Mention]) -> bool:
    """Whether a value is a country that acts, which stands among the organisations and is none."""
    return any(m.kind is Kind.ORGANISATION and m.means is Means.ACTION for m in mentions)


def plain_heading(
    mentions: Sequence[Mention],
    parses: Mapping[str, Parsed],
    spelling: Spelling = UNCHANGED,
    *,
    main: bool = True,
    gaps: bool = True,
) -> str:
    """A heading that a reader understands without the sentences, or nothing where there is none.

    What people undergo, ages, posts and quotations have questions of their own; else the clause of a value gives one,
    or, with ``gaps``, it stands with a gap in place of the value. ``main`` is whether a question that names no time,
    place or doer is understood of the story's main event.
    """
    mentions = [_of_all_counted(m, parses) for m in mentions]
    if all(BALLOTS.fullmatch(m.text) for m in mentions) and any(_is_vote(m) for m in mentions):
        return RESULT_OF_VOTE
    kind, asked = mentions[0].kind, _with_names(_spelled(_asked(mentions), spelling), mentions, parses)
    outcome = _outcome(mentions)
    counted = isinstance(asked, str) and (not asked.startswith(COUNTING) or asked == f"{COUNTING} {outcome}")
    if outcome == "killed" and all(m.slot.predicate == LOSING for m in mentions):
        return _one_line(question(mentions, parses, outcome, spelling))
    if kind is Kind.NUMBER and outcome and counted:
        around = circumstances(mentions, parses, outcome, spelling)
        return _one_line(_with_circumstances(str(asked), around)) if around or main else ""
    if isinstance(asked, str) and not asked.startswith((COUNTING, UNTOLD_SPEAKER)):
        return _one_line(asked)
    if asked_for := question(mentions, parses, outcome, spelling):
        return _one_line(asked_for)
    told = with_gap(mentions, parses, outcome, spelling) if gaps and kind not in NEVER_A_GAP else ""
    what = asked.what if isinstance(asked, Neutral) else "Number given"
    return _one_line(f"{what}: {told}") if told else ""


def _asked(mentions: Sequence[Mention]) -> Asked:
    """The kind's own question; neutral words where it has none that most mentions bear out."""
    known, slot = fact_type(mentions[0].kind), _borne_out(mentions)
    if known.kind is Kind.QUOTE:
        return quoted(mentions)
    asked = (known.heading(slot, mentions) if known.heading else "") or about(known.given, thing(slot), slot)
    return _of_the_harmed(asked, mentions) if isinstance(asked, str) else asked


def _is_vote(mention: Mention) -> bool:
    return "vote" in mention.slot.outcome + mention.slot.head


def _of_the_harmed(asked: str, mentions: Sequence[Mention]) -> str:
    """A question about the dead: they *died* where no sentence tells of a killing, and *were* of an age; and about
    those who were *treated*, of whom no sentence says that a hospital took them in, or *evacuated*.

    One sentence that tells of a death is enough for the age: the others may not say again that it is a dead person's.
    """
    done = mentions[0].slot.predicate
    if done in CARED_FOR and all(m.slot.predicate == done for m in mentions):
        return asked.replace(*CARED_FOR[done])
    dead = [m.slot.outcome == "killed" for m in mentions]
    if any(dead):
        asked = re.sub(r"^How old is ", "How old was ", asked)
    if all(dead) and all(_tells_no_killing(m.slot.predicate) for m in mentions):
        asked = asked.replace(" were killed?", " died?")
    return asked


def _tells_no_killing(predicate: str) -> bool:
    """Whether a sentence tells that somebody died, or was found dead, and of nobody or nothing that killed."""
    return predicate in DYING or (predicate != "" and not outcome_of(predicate, predicate))


def _spelled(asked: Asked, spelling: Spelling) -> Asked:
    if isinstance(asked, Neutral):
        return Neutral(asked.what, spell(asked.about, spelling))
    return spell(asked, spelling, GRAMMAR)


def _with_names(asked: Asked, mentions: Sequence[Mention], parses: Mapping[str, Parsed]) -> Asked:
    """A question with the name of a holder as a sentence prints it, which may have it only at its head."""
    if not isinstance(asked, str):
        return asked
    for mention in (m for m in mentions if " " in m.slot.holder and m.span.article in parses):
        text = parses[mention.span.article].article.text[mention.sentence.start : mention.sentence.end]
        name = re.compile(rf"\b{re.escape(mention.slot.holder)}\b", re.IGNORECASE)
        if (found := name.search(text)) and found[0][:1].isupper():
            asked = found[0].join(name.split(asked))
    return asked


def _with_circumstances(asked: str, around: str) -> str:
    return f"{asked.removesuffix('?')} {around}{'?' if asked.endswith('?') else ''}" if around else asked


def _one_line(words: str) -> str:
    words = " ".join(words.split())
    return words[:1].upper() + words[1:]


def shared_words(mentions: Sequence[Mention], texts: Mapping[str, str]) -> str:
    """The words that all sources print around their values, with a gap for the value: “will cost … in all”.

    Empty where they share fewer than two words that tell something.
    """
    sides = [_around(m, texts[m.span.article]) for m in mentions]
    before = _shared([before[::-1] for before, _ in sides])[::-1]
    after = _shared([after for _, after in sides])
    telling = [w for w in before + after if len(_plain(w)) >= TELLING and _plain(w) not in FUNCTION_WORDS]
    if len(telling) < FEWEST_SHARED:
        return ""
    words = re.sub(r" (?=[.,;:!?)\]’”])", "", " ".join([*before, "…", *after]))
    return f"“{within_marks(words).strip(EDGES)}”"


def _around(mention: Mention, text: str) -> tuple[list[str], list[str]]:
    """The words before and after a value; marks that stand alone beside the gap tell nothing there."""
    before, after = text[mention.sentence.start : mention.span.start], text[mention.span.end : mention.sentence.end]
    return before.split()[-WORDS_AROUND:], after.lstrip(" ,;:.\n").split()[:WORDS_AROUND]


def _shared(sides: Sequence[Sequence[str]]) -> list[str]:
    """The words, as the first side prints them, with which all sides begin."""
    found = []
    for words in zip(*sides, strict=False):
        if len({_plain(w) for w in words}) > 1:
            break
        found.append(words[0])
    return found


def _plain(word: str) -> str:
    return re.sub(r"\W", "", word).casefold()


def _borne_out(mentions: Sequence[Mention]) -> Slot:
    """The slot that most mentions share: an outcome, predicate or holder of more than half of them, no rarer head."""
    slots = [m.slot for m in mentions]
    head = _head(mentions)
    narrowed = Counter(q for s in slots if s.head == head for q in s.qualifiers)
    telling = _as_printed(
        (q for q, n in narrowed.items() if 2 * n > len(slots) and _is_of_each(q, mentions) and q != FURTHER), mentions
    )
    further = 2 * sum(FURTHER in s.qualifiers for s in slots) > len(slots) and _is_of_each(FURTHER, mentions)
    return Slot(
        head=_singular(head, mentions),
        qualifiers=(*telling, FURTHER) if further else telling,
        outcome="" if head == "vote" else _outcome(mentions),
        predicate=most(s.predicate for s in slots),
        holder=_holder(mentions),
    )


def _outcome(mentions: Sequence[Mention]) -> str:
    """What befell those who are counted, where most say so and no value is told of another outcome alone."""
    outcome = most(m.slot.outcome for m in mentions)
    told = [{m.slot.outcome for m in side} - {""} for side in _by_side(mentions)]
    return outcome if all(not outcomes or outcome in outcomes for outcomes in told) else ""


def _holder(mentions: Sequence[Mention]) -> str:
    """Whose the values are, where more than half say so and no value is said of somebody else alone."""
    holder = most(m.slot.holder for m in mentions)
    told = [{m.slot.holder for m in side} - {""} for side in _by_side(mentions)]
    return holder if all(not holders or holder in holders for holders in told) else ""


def _singular(head: str, mentions: Sequence[Mention]) -> str:
    """The head without the ending of a plural that a name keeps: *49 Catholics* are counted of *catholics*."""
    printed = re.compile(rf"\b{re.escape(head)}\b", re.IGNORECASE)
    plural = head.endswith("s") and not head.endswith("ss")
    return head[:-1] if plural and any(printed.search(m.text) for m in mentions if m.kind is Kind.NUMBER) else head


def _is_of_each(qualifier: str, mentions: Sequence[Mention]) -> bool:
    """Whether each value is told of what a word narrows: no *coastal farmers* over *farmers of the hills*."""
    side = sides(mentions)
    told = {side(m) for m in mentions if qualifier in m.slot.qualifiers}
    return all(side(m) in told for m in mentions)


def _as_printed(qualifiers: Iterable[str], mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The qualifiers that stand in one printed expression, in its order; those from elsewhere have no order."""
    wanted = sorted(qualifiers)
    printed = [m.text.lower() for m in sorted(mentions, key=lambda m: m.span)]
    orders: list[list[str]] = [sorted((q for q in wanted if q in text), key=text.index) for text in printed]
    fullest = max(orders, key=len)
    return tuple(fullest) or tuple(wanted[:1])


def _tells(head: str) -> bool:
    return head not in UNTOLD and (len(head) >= SHORTEST or head in PEOPLE)


def _head(mentions: Sequence[Mention]) -> str:
    """The head of at least half of the mentions and of each value; between two halves the one that says least.

    Where people are counted by two names (*children*, *civilians*), they are people.
    """
    slots = [m.slot for m in mentions]
    counts = Counter(s.head for s in slots if _tells(s.head))
    halves = sorted(word for word, count in counts.items() if 2 * count >= len(slots))
    head = min(halves, key=lambda word: (word not in GENERAL, word), default="")
    told = [[m.slot.head for m in side] for side in _by_side(mentions)]
    if not head or (all(_may_be_called(head, heads) for heads in told) and _is_of_most(head, told)):
        return head
    return "person" if PEOPLE.issuperset(counts) else ""


def _by_side(mentions: Sequence[Mention]) -> list[list[Mention]]:
    side = sides(mentions)
    return [[m for m in mentions if side(m) == each] for each in dict.fromkeys(side(m) for m in mentions)]


def _is_of_most(head: str, told: Sequence[Sequence[str]]) -> bool:
    """Whether most sides say of whom they speak; of people in general all of them do."""
    silent = sum(not any(_tells(h) for h in heads) for heads in told)
    return head in GENERAL or 2 * silent < len(told)


def _may_be_called(head: str, heads: Sequence[str]) -> bool:
    """Whether the mentions of a value count what a word names, so far as they say what."""
    told = {h for h in heads if _tells(h)}
    if not told or head in told or (head in GENERAL and told & PEOPLE):
        return True
    return head not in PEOPLE and any(head_relation(head, h) == "kindred" for h in told)
