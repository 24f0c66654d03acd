"""The clause in which a value stands, cut into pieces that a heading may take over.

A piece is taken only where most of the mentions bear it out: the words that tell something in it stand in their
sentences too. What only one side says belongs to no heading.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from divergence.facts import figure_of
from divergence.language import grammar
from divergence.language.capitals import Spelling
from divergence.language.name_words import is_title
from divergence.language.parsed import Parsed, Token
from divergence.lexicon.calendar import DAYS_AND_MONTHS
from divergence.lexicon.demonyms import country_of_people
from divergence.lexicon.hedges import HEDGING_WORDS
from divergence.model.fact import Kind, Mention

TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
LIGHT = frozenset("also then so just only even still there here now more such very be have do".split())
"""Words that tell too little to be borne out."""
BOUNDING = frozenset("least most than to almost".split())
"""Last words of what bounds a figure: *at least*, *more than*, *up to*."""
ASIDE = frozenset({"acl:relcl", "appos", "parataxis", "advcl", "advcl:relcl", "dep", "discourse", "list", "vocative"})
"""Relations of what is said beside the point."""
LONG_WINDED = ASIDE | {"acl", "conj", "cc", "ccomp"}
LONGEST_PIECE = 12
"""Words of a piece; a longer one is shown without what is joined to it, or not at all."""
UNNAMED = frozenset(
    "he she it they we i you this that these those him her them us me who which what whom one there others both".split()
)
"""Words that name nobody away from their sentence."""
POSSESSIVE = frozenset("his their our my your its".split())
NEGATIVE = frozenset("not n't n’t never hardly no".split())
ASKING = frozenset("where how why what when whether".split())
ASKS = frozenset({"WP", "WDT"})
"""Tags of pronouns that fill a place of their clause, so that it says little without them: *what the council did*."""
LOWERED = frozenset({"DET", "ADP", "PRON", "SCONJ", "CCONJ", "NUM"})
"""Sorts of words that are no names, even in a title with capitals."""
GAP = "…"
HYPHENS = frozenset("-‐‑")
OPENING = frozenset("\"“‘'")
EDGES = " ,;:.-–—\"“”'‘’()[]"
CASED = ("case", "mark")
VOWEL_SOUND = re.compile(r"(?!onc?e\b|eu|uni(?![dmn])|us[aeu]|ut[eio])[aeiou]|hour|heir|hono")
"""How words begin that *an* stands before."""
SIDES_OF_A_PLACE = frozenset({"north", "south", "east", "west"})
PARTS_OF_TIME = frozenset("night morning afternoon evening day week month year hour".split())
"""What tells no time where it stands alone."""
QUANTITIES = frozenset("all most some many few none half several much each both".split())
"""What names nobody where it stands alone."""
UNCHANGED: Spelling = {}


@dataclass(frozen=True, slots=True)
class Borne:
    """The base forms that the sentences of more than half of some mentions share, and the outcome of most of them."""

    lemmas: frozenset[str]
    outcome: str = ""
    spelling: Spelling = field(default_factory=dict)
    """How the articles print words within their sentences."""

    def tells(self, token: Token) -> bool:
        """Whether a heading may print a word: it says nothing by itself, or most of the sentences have it."""
        if token.lower in HEDGING_WORDS:
            return token.lemma.casefold() in self.lemmas
        return token.pos not in TELLING or token.lemma in LIGHT or token.lemma.casefold() in self.lemmas


def borne_out(
    mentions: Sequence[Mention], parses: Mapping[str, Parsed], outcome: str = "", spelling: Spelling = UNCHANGED
) -> Borne:
    """What most of the mentions bear out, and one of each value at least; of one value, one of each article."""
    side = sides(mentions)
    said = [(side(m), _lemmas(m, parses[m.span.article])) for m in mentions]
    counts = Counter(lemma for _, lemmas in said for lemma in lemmas)
    of_each = [frozenset[str]().union(*(lemmas for v, lemmas in said if v == each)) for each in {v for v, _ in said}]
    most = frozenset(lemma for lemma, n in counts.items() if 2 * n > len(mentions))
    return Borne(most.intersection(*of_each), outcome, spelling)


def sides(mentions: Sequence[Mention]) -> Callable[[Mention], Hashable]:
    """What a heading must fit each of: the values with their hedges; the articles, where all give one value."""
    if len({(m.value, m.hedge) for m in mentions}) > 1:
        return lambda m: (m.value, m.hedge)
    return lambda m: m.span.article


def _lemmas(mention: Mention, parsed: Parsed) -> frozenset[str]:
    words = tokens_in(parsed, mention.sentence.start, max(mention.sentence.end, mention.span.end))
    return frozenset(parsed.tokens[i].lemma.casefold() for i in words)


def tokens_in(parsed: Parsed, start: int, end: int) -> range:
    """The indices of the tokens that start in a stretch of the text."""
    first = bisect_left(parsed.tokens, start, key=lambda t: t.start)
    return range(first, bisect_left(parsed.tokens, end, key=lambda t: t.start))


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite clause with a value in it."""

    parsed: Parsed
    value: range
    """Tokens of the value."""
    bare: range
    """Those of its number alone, where it has one: *three* of *three barges*."""
    verb: int
    """What predicates: a verb, or what a copula joins to the subject."""
    subject: int
    phrase: int
    """Head of the phrase that the value fills or stands in."""

    @property
    def relation(self) -> str:
        """What the phrase is in the clause: ``nsubj``, ``obj``, ``obl`` …, or empty where it lies deeper."""
        token = self.parsed.tokens[self.phrase]
        held = token.head == self.verb or self.parsed.tokens[token.head].dep == "xcomp"
        return token.dep.partition(":")[0] if held else ""

    @property
    def preposition(self) -> str:
        return grammar.preposition(self.parsed, self.phrase)

    @property
    def helpers(self) -> tuple[int, ...]:
        """Auxiliaries and copula, in order."""
        return grammar.dependents(self.parsed, self.verb, "aux", "cop")


WITHIN = frozenset("nummod compound amod flat fixed nmod:poss nmod:desc nmod:unmarked det advmod case goeswith".split())


def read_clause(parsed: Parsed, mention: Mention) -> Clause | None:
    """The finite clause around a mention; None where it stands in none, in one whose subject names nobody, or in one
    that a pronoun or the noun before it completes: *all that the council did*.
    """
    value = tokens_in(parsed, mention.span.start, mention.span.end)
    if not value:
        return None
    phrase = _phrase(parsed, grammar.head_of(parsed, value.start, value.stop))
    at = phrase
    while not (subjects := grammar.dependents(parsed, at, "nsubj")):
        if parsed.tokens[at].head == at or parsed.tokens[at].dep in ("conj", "parataxis", "acl", "advcl"):
            return None
        at = parsed.tokens[at].head
    if parsed.tokens[at].dep.startswith("acl") or any(parsed.tokens[c].tag in ASKS for c in parsed.children[at]):
        return None
    named = parsed.tokens[subjects[0]].lower not in UNNAMED or subjects[0] in value
    bare = tokens_in(parsed, mention.span.start, end_of_figure(mention))
    return Clause(parsed, value, bare or value, at, subjects[0], phrase) if named else None


def end_of_figure(mention: Mention) -> int:
    """Where the figure of a count ends, before what is counted; the end of any other value."""
    figure = figure_of(mention)
    counts = mention.kind is Kind.NUMBER and figure is not None and not figure.unit
    return mention.anchor[1] if counts and mention.anchor else mention.span.end


def _phrase(parsed: Parsed, head: int) -> int:
    """The head of the phrase to which the words of a value belong."""
    while parsed.tokens[head].dep in WITHIN and parsed.tokens[head].head != head:
        head = parsed.tokens[head].head
    return head


def piece(
    parsed: Parsed, head: int, borne: Borne, without: Iterable[int] = (), *, cased: bool = True, gap: range = range(0)
) -> str:
    """A phrase as printed, as far as it is borne out; empty where its head is not, or where it names nobody.

    Modifiers that only one side has are left out; ``without`` are tokens that a heading shows elsewhere, ``gap`` those
    in whose place it has a gap.
    """
    left_out = set(without)
    if not borne.tells(parsed.tokens[head]) and head not in gap:
        return ""
    kept: list[int] = []
    for skipped in (ASIDE, LONG_WINDED):
        kept = _kept(parsed, head, borne, skipped, (left_out, gap))
        if not cased:
            kept = [i for i in kept if not (parsed.tokens[i].head == head and parsed.tokens[i].dep in CASED)]
        elif _loses_its_preposition(parsed, head, {*kept, *left_out}):
            return ""
        kept = kept[1:] if parsed.tokens[kept[0]].dep == "cc" else kept
        kept = _without_stub(parsed, kept)
        if len(kept) <= LONGEST_PIECE:
            break
    words = {parsed.tokens[i].lower for i in kept if i not in gap}
    torn = _tears_a_name(parsed, kept, left_out) or _tears_a_word(parsed, kept, left_out)
    if torn or _tears_a_clause(parsed, head, kept, left_out):
        return ""
    if _is_bare(parsed, kept, gap) or _holds_a_clause(parsed, head, kept) or _tears_a_phrase(parsed, kept, left_out):
        return ""
    untold = bool(words & (UNNAMED | POSSESSIVE | ASKING)) or (bool(gap) and not set(kept) & set(gap))
    return "" if len(kept) > LONGEST_PIECE or untold else printed(parsed, kept, gap, borne.spelling)


def _loses_its_preposition(parsed: Parsed, head: int, shown: set[int]) -> bool:
    """Whether a preposition that one side alone has is left out: *the guard* of *according to the guard*."""
    return any(c not in shown for c in grammar.dependents(parsed, head, "case"))


def _is_bare(parsed: Parsed, kept: Sequence[int], gap: range) -> bool:
    """Whether a piece is a mere number, quantity or time, or hedges what is left out: *all* of *all but one of the
    boats*, *night* of *Thursday night*, *almost the stock* of *almost the whole stock*.
    """
    if any(parsed.tokens[i].lower in HEDGING_WORDS and not _hedges_something(parsed, i, kept) for i in kept):
        return True
    if any(parsed.tokens[i].pos == "NUM" and _is_hedged(parsed, i, kept) for i in kept if i not in gap):
        return True
    if len(kept) > 1 or kept[0] in gap:
        return False
    token = parsed.tokens[kept[0]]
    return token.lower in QUANTITIES | PARTS_OF_TIME or (token.pos == "NUM" and token.text[:1].isalpha())


def _hedges_something(parsed: Parsed, hedge: int, kept: Sequence[int]) -> bool:
    """Whether what stands after a hedge, and after an article, is shown too."""
    after = parsed.tokens[hedge + 1 : hedge + 3]
    hedged = [t for t in after if t.pos != "DET"][:1] or after[:1]
    return any(t.index in kept for t in hedged)


def _is_hedged(parsed: Parsed, number: int, kept: Sequence[int]) -> bool:
    """Whether a number is shown without the words that bound it: *two* of *at least two*."""
    before = parsed.tokens[number - 1] if number else None
    return before is not None and number - 1 not in kept and before.lower in HEDGING_WORDS | BOUNDING


def _holds_a_clause(parsed: Parsed, head: int, kept: Sequence[int]) -> bool:
    """Whether a noun is shown with a finite verb, which a parse hung on it: *the row flared after the crews*."""
    is_noun = parsed.tokens[head].pos in ("NOUN", "PROPN")
    return is_noun and any(parsed.tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") for i in kept)


def _tears_a_phrase(parsed: Parsed, kept: Sequence[int], left_out: set[int]) -> bool:
    """Whether a piece ends within a phrase of nouns: *in Norland* of *in Norland many-sided conflict*."""
    if _lacks_its_noun(parsed, kept):
        return True
    last = parsed.tokens[kept[-1]]
    after = parsed.tokens[kept[-1] + 1] if kept[-1] + 1 < len(parsed.tokens) else None
    if after is None or after.index in left_out or after.sentence != last.sentence:
        return False
    goes_on = after.pos in ("ADJ", "NOUN", "PROPN") and after.lower not in DAYS_AND_MONTHS
    free = ("xcomp", "advcl") if after.pos == "ADJ" else ("xcomp", "advcl", "obl")
    follows = goes_on and after.text[:1].islower() and after.dep not in free
    sided = after.lower in SIDES_OF_A_PLACE and last.pos in ("NOUN", "PROPN")
    return sided or (follows and last.text[:1].isupper()) or _lacks_a_name(parsed, kept, left_out)


def _lacks_its_noun(parsed: Parsed, kept: Sequence[int]) -> bool:
    """Whether an adjective stands where its noun was left out: *in a long* of *in a long, bitter strike*."""
    heads = (parsed.tokens[parsed.tokens[i].head] for i in kept if parsed.tokens[i].lower in ("a", "an"))
    return any(head.pos == "ADJ" and head.text[:1].islower() for head in heads)


def _lacks_a_name(parsed: Parsed, kept: Sequence[int], left_out: set[int]) -> bool:
    """Whether a name in a piece goes on beside it, whatever the pipeline took for the name: *Salle* of *La Salle*."""
    shown, named = {*kept, *left_out}, (i for i in kept if parsed.tokens[i].pos == "PROPN")
    beside = (parsed.tokens[j] for i in named for j in (i - 1, i + 1) if j not in shown and 0 <= j < len(parsed.tokens))
    return any(t.sentence == parsed.tokens[kept[0]].sentence and _names_further(t) for t in beside)


def _names_further(token: Token) -> bool:
    """Whether a word beside a name may belong to it: with a capital, no title and no day."""
    named = token.pos in ("PROPN", "NOUN", "ADJ", "X") and token.text[:1].isupper()
    return named and token.lower not in DAYS_AND_MONTHS and not is_title(token.text)


def _without_stub(parsed: Parsed, kept: list[int]) -> list[int]:
    """A piece without the adverb at its end whose *of* was left out: *ahead* of *ahead of the vote*."""
    after = parsed.tokens[kept[-1] + 1].lower if kept[-1] + 1 < len(parsed.tokens) else ""
    return kept[:-1] if len(kept) > 1 and after == "of" and parsed.tokens[kept[-1]].pos in ("ADV", "ADP") else kept


def _tears_a_name(parsed: Parsed, kept: Sequence[int], left_out: set[int]) -> bool:
    """Whether a part of a name is left out: *Port* of *Port Orvane*, or what follows a nickname in quotation marks."""
    shown = {*kept, *left_out}
    last = parsed.tokens[kept[-1]]
    if last.pos == "PROPN" and last.index + 1 < len(parsed.tokens) and parsed.tokens[last.index + 1].text in OPENING:
        return True
    named = (i for i in kept if parsed.tokens[i].pos == "PROPN")
    parts = (c for i in named for c in grammar.dependents(parsed, i, "flat", "compound"))
    return any(c not in shown and parsed.tokens[c].pos == "PROPN" for c in parts)


def _tears_a_word(parsed: Parsed, kept: Sequence[int], left_out: set[int]) -> bool:
    """Whether a part of a word is left out: *multi* of *multi-sided*, *held* of *army-held*, the figure after *$*."""
    shown = {*kept, *left_out}
    near = {*kept, *(i + 1 for i in kept if i + 1 < len(parsed.tokens))}
    hyphens = (i for i in near if parsed.tokens[i].text in HYPHENS)
    return any(not {i - 1, i, i + 1} <= shown for i in hyphens) or _leaves_a_sign(parsed, kept)


def _leaves_a_sign(parsed: Parsed, kept: Sequence[int]) -> bool:
    """Whether a sign of a currency stands without its figure: *the $* of *the $2 million*."""
    signs = (i for i in kept if unicodedata.category(parsed.tokens[i].text[-1]) == "Sc")
    return any(i + 1 not in kept for i in signs)


def _tears_a_clause(parsed: Parsed, head: int, kept: Sequence[int], left_out: set[int]) -> bool:
    """Whether a piece ends where it goes on: before what says which it is, or before a clause with its own subject.

    *The chance* of *the chance to leave*, *the number of times* of *the number of times he was wrong*.
    """
    last, shown = kept[-1], {*kept, *left_out}
    if last + 1 >= len(parsed.tokens) or last + 1 in shown:
        return False
    follows = parsed.tokens[last + 1]
    told = next((c for c in parsed.children[last] if c > last and parsed.tokens[c].dep == "acl"), last)
    if told > last and told not in shown and follows.text != ",":
        return True
    opens = follows.dep.partition(":")[0] in ("nsubj", "expl", "aux", "cop")
    return opens and follows.head not in (head, parsed.tokens[head].head)


def _kept(parsed: Parsed, head: int, borne: Borne, skipped: frozenset[str], apart: tuple[set[int], range]) -> list[int]:
    left_out, gap = apart
    found, waiting = [], [head]
    while waiting:
        at = waiting.pop()
        found.append(at)
        waiting += [c for c in parsed.children[at] if c not in left_out and _belongs(parsed, c, borne, skipped, gap)]
    return sorted(found)


def _belongs(parsed: Parsed, child: int, borne: Borne, skipped: frozenset[str], gap: range) -> bool:
    """Whether what hangs on a word is shown with it: no aside, no clause with a subject, nothing of one side only."""
    token = parsed.tokens[child]
    if child in gap:
        return True
    if token.dep in skipped or (token.dep.startswith("acl") and not _is_short_clause(parsed, child)):
        return False
    if token.dep == "conj" and grammar.is_verb(parsed, child):
        return False
    if token.dep in ("nmod", "obl") and child < token.head and grammar.preposition(parsed, child):
        return False
    below = grammar.subtree(parsed, child, ASIDE)
    whole = token.dep.startswith("acl")
    near = (i for i in below if i not in gap and (whole or parsed.tokens[i].head == child or i == child))
    return all(borne.tells(parsed.tokens[i]) for i in near)


def _is_short_clause(parsed: Parsed, verb: int) -> bool:
    """Whether a participle or infinitive after a noun tells something by itself: *targeting the port*.

    With a subject, an aside, or an object after a passive form it is more than that, or misread.
    """
    below = grammar.subtree(parsed, verb)
    passive = parsed.tokens[verb].tag in ("VBN", "VBD") and grammar.objects(parsed, verb)
    return not passive and not any(parsed.tokens[i].dep in {*ASIDE, "nsubj", "nsubj:pass"} for i in below if i != verb)


def printed(parsed: Parsed, tokens: Sequence[int], gap: range = range(0), spelling: Spelling = UNCHANGED) -> str:
    """Some tokens as printed, in order, with a space where something between them is left out and a mark for a gap."""
    words: list[str] = []
    shown = sorted({*tokens, gap.start} - set(gap[1:])) if gap else list(tokens)
    for before, at in zip((-2, *shown), shown, strict=False):
        token = parsed.tokens[at]
        space = " " if at != before + 1 else parsed.article.text[parsed.tokens[before].end : token.start]
        if words and at != before + 1 and at not in gap:
            words[-1] = _fitted(words[-1], token.lower)
        words += [space if before >= 0 else "", GAP if at in gap else _plain(parsed, token, spelling)]
    plain = re.sub(r"\s+(?=[,;:.])", "", re.sub(r"[“”\"]", "", "".join(words)))
    return re.sub(r"\A(?:and|but|or) ", "", " ".join(plain.split()).strip(EDGES))


def _fitted(article: str, word: str) -> str:
    """*A attack*, where a modifier was left out, is *an attack*, and *an barge* is *a barge*."""
    if article.lower() not in ("a", "an"):
        return article
    return article[0] + ("n" if VOWEL_SOUND.match(word) else "")


def _plain(parsed: Parsed, token: Token, spelling: Spelling) -> str:
    """A word as it stands within a sentence: one at its head loses the capital, unless it is a name."""
    first = parsed.sentences[token.sentence].first
    if _is_shouted(parsed, token):
        return token.text.title() if token.pos == "PROPN" else token.text.lower()
    quoted = token.index > first and parsed.tokens[token.index - 1].text in OPENING
    opens = token.index == first or quoted or (token.pos in LOWERED and token.text.istitle())
    return token.text if not opens or _is_name(parsed, token, spelling) else token.text.lower()


def _is_shouted(parsed: Parsed, token: Token) -> bool:
    """Whether a word stands in a sentence all in capitals."""
    sentence = parsed.sentences[token.sentence]
    start, end = parsed.tokens[sentence.first].start, parsed.tokens[sentence.last - 1].end
    return sentence.last - sentence.first > 1 and parsed.article.text[start:end].isupper()


def _is_name(parsed: Parsed, token: Token, spelling: Spelling) -> bool:
    """Whether a word with a capital at the head of a sentence has it as a name.

    The articles have it within their sentences too, or it is a people's; else it never stands with a small letter.
    """
    # *A* at the head of a sentence is all in capitals, and an article all the same.
    shouted = token.text.isupper() and token.pos != "DET"
    if token.lower in spelling or shouted or country_of_people(token.text):
        return True
    named = token.pos == "PROPN" and any(n.first <= token.index < n.last for n in parsed.names)
    return named and not re.search(rf"\b{re.escape(token.lower)}\b", parsed.article.text)
