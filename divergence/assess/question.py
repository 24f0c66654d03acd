"""A question built from the clause of a value: *When were three bodies found in a home in Henley County?*

English asks for a subject with the words as they stand, and for anything else with an auxiliary before the subject.
Where no question fits, the clause stands with a gap for the value: *the harbour authority sold … of its tugs*. What is
not borne out by most of the mentions has no place in either; where too little is, there is neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from divergence.assess.clause import (
    GAP,
    HYPHENS,
    NEGATIVE,
    UNCHANGED,
    Borne,
    Clause,
    borne_out,
    piece,
    printed,
    read_clause,
)
from divergence.facts import figure_of
from divergence.language import grammar
from divergence.language.capitals import Spelling
from divergence.language.clauses import HAPPENINGS
from divergence.language.parsed import Parsed, Token
from divergence.lexicon import outcomes
from divergence.lexicon.calendar import WEEKDAYS
from divergence.lexicon.groups import GENERAL
from divergence.lexicon.saying import STATING
from divergence.model.fact import Kind, Mention

LONGEST = 24
"""Words of a heading that is read at a glance."""
FEWEST = 5
MOST_CIRCUMSTANCES = 2
"""Phrases of time, place and manner that a heading shows beside what it asks for."""
SAYING = frozenset("say tell add report state note announce claim accord be call name".split())
"""Verbs with which a clause tells nothing that a reader looks for: when or where somebody said it."""
FINDING = frozenset({"find", "show", "suggest", "reveal", "indicate"})
"""Verbs of a survey, whose share belongs to the clause that they report."""
WHEN = {"": "when", "in": "when", "on": "when", "at": "when", "during": "when", "since": "since when"}
WHEN |= {"until": "until when", "by": "by when", "from": "from when", "around": "around when"}
WHERE = dict.fromkeys(("in", "at", "on", "inside", "near", "outside", "within", "into", "around", "across"), "where")
WHERE |= {"from": "from where", "to": "to which place", "over": "over which place"}
LONG = {"": "how long", "for": "how long", "after": "after how long", "within": "within how long"}
LONG |= {"over": "over how long"}
BOUND = frozenset({"from", "of", "into", "for", "against", "with"})
"""Prepositions that bind a gerund to its verb, so that the verb without it says something else."""
UNSTARTED = frozenset({"after", "within"})
"""Prepositions of a length of time that begins with something, of which a question says nothing."""
WHOM = {p: f"{p} whom" for p in ("by", "to", "with", "against", "from", "for")}
BEINGS = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.ROLE})
OBLIQUE: dict[Kind, Mapping[str, str]] = {Kind.DATE: WHEN, Kind.PLACE: WHERE, Kind.DURATION: LONG}
OBLIQUE |= dict.fromkeys(BEINGS, WHOM)
COUNTS = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT})
BEFORE_COUNTS = frozenset({"", "in", "from", "with", "by", "for", "at", "to", "on", "of", "over"})
PARTICLES = frozenset("out up down off away back over through".split())
"""Words after a verb without which it says something else: *brought out*."""
LENGTHS = frozenset({"serve", "spend", "take", "last", "wait", "span", "face"})
"""Verbs whose object is a length of time."""
COMPLEMENTS = ("obj", "iobj", "xcomp", "ccomp")
CIRCUMSTANCES = ("obl", "advmod", "advcl")
TELLING_WHEN = frozenset({"when", "after", "before", "while"})
TIMES = frozenset(WEEKDAYS) | frozenset("day night week month year morning afternoon evening today yesterday".split())
SLIGHT = frozenset("also then only even still so far meanwhile along more further yet ahead already".split())
"""Adverbs that tell nothing of when or where, as do those in *-ly*."""
TOLD_IN = tuple(f"in {a} {w}" for a in ("a", "an", "the") for w in ("statement", "interview", "report", "release"))
"""Where somebody said it, not where it happened."""
HOLLOW = ("according", "including", "such", "worth", "to ", "of ", "as ", "despite", "along", "in fact", *TOLD_IN)
"""Words that open what a heading does not need."""

HELPING = frozenset({"evacuate", "relocate", "treat", "admit", "hospitalise", "hospitalize", "quarantine"})
"""Verbs whose subject takes care of people: nobody is displaced *by* a crew that *evacuated* them."""

ENDED = re.compile(r"[.!?…][”’\"')\]]*\s*$")
Maker = Callable[[Clause, Mention, Borne], str]


def question(
    mentions: Sequence[Mention], parses: Mapping[str, Parsed], outcome: str = "", spelling: Spelling = UNCHANGED
) -> str:
    """The fullest question that the clause of one of the mentions gives and most of them bear out, or nothing."""
    return _fullest(_asked, mentions, parses, outcome, spelling)


def with_gap(
    mentions: Sequence[Mention], parses: Mapping[str, Parsed], outcome: str = "", spelling: Spelling = UNCHANGED
) -> str:
    """The fullest clause of one of the mentions, as far as most bear it out, with a gap for the value; or nothing."""
    return _fullest(_gapped, mentions, parses, outcome, spelling)


def circumstances(
    mentions: Sequence[Mention], parses: Mapping[str, Parsed], outcome: str, spelling: Spelling = UNCHANGED
) -> str:
    """By whom or what, when and where it happened, as far as most of the mentions bear it out: *in the 2004 flood*."""
    return _fullest(_around, mentions, parses, outcome, spelling)


def _fullest(
    make: Maker, mentions: Sequence[Mention], parses: Mapping[str, Parsed], outcome: str, spelling: Spelling
) -> str:
    if any(m.span.article not in parses for m in mentions):
        return ""
    borne = borne_out(mentions, parses, outcome, spelling)
    read = ((read_clause(parses[m.span.article], m), m) for m in sorted(mentions, key=lambda m: m.span))
    made = [make(c, m, borne) for c, m in read if c is not None and _is_verb_borne(c, m, borne)]
    return max((w for w in made if len(w.split()) <= LONGEST), key=lambda w: len(w.split()), default="")


def _is_verb_borne(clause: Clause, mention: Mention, borne: Borne) -> bool:
    """Whether most sentences have the verb, or tell the same outcome with another."""
    kindred = bool(borne.outcome) and mention.slot.outcome == borne.outcome
    return kindred or borne.tells(clause.parsed.tokens[clause.verb])


def _asked(clause: Clause, mention: Mention, borne: Borne) -> str:
    asking = _asking(clause, mention, borne) if _is_plain(clause) else ""
    rest = _rest(clause, borne) if asking else None
    if rest is None:
        return ""
    if clause.relation == "nsubj":
        told = [asking, *_verb_as_printed(clause), *rest]
    else:
        subject = piece(clause.parsed, clause.subject, borne, cased=False)
        fronted = _fronted(clause)
        told = [asking, fronted[0], subject, *fronted[1:], *rest] if subject and fronted else []
    words = " ".join(w for w in told if w)
    return f"{words}?" if len(words.split()) >= FEWEST else ""


def _gapped(clause: Clause, mention: Mention, borne: Borne) -> str:
    """The clause in the order of the text, with a gap."""
    if not _is_plain(clause) or (mention.kind is Kind.DATE and not _fills(clause)):
        return ""
    parsed, inside = clause.parsed, set(clause.value)
    subject = _piece_with_gap(clause, clause.subject, borne)
    rest = _rest(clause, borne, holding=clause.bare)
    if not subject or rest is None:
        return ""
    words = " ".join([subject, *_verb_as_printed(clause), *rest])
    if _is_torn(clause):
        return ""
    is_whole = words.count(GAP) == 1 and len(words.split()) > FEWEST and not inside & {clause.verb, *clause.helpers}
    return words if is_whole and parsed.tokens[clause.verb].lemma not in SAYING else ""


def _is_torn(clause: Clause) -> bool:
    """Whether the value is a part of a word with hyphens: *a four-by-four*."""
    return _is_hyphenated(clause.parsed, clause.value.start, clause.value.stop)


def _is_hyphenated(parsed: Parsed, first: int, last: int) -> bool:
    return any(0 <= i < len(parsed.tokens) and parsed.tokens[i].text in HYPHENS for i in (first - 1, last))


def _around(clause: Clause, mention: Mention, borne: Borne) -> str:
    parsed = clause.parsed
    if not ENDED.search(parsed.article.text[mention.sentence.start : mention.sentence.end]):
        return ""  # a headline, which leaves out what holds its phrases together
    if parsed.tokens[clause.verb].lemma in STATING:
        return ""  # *In March the army acknowledged 12 deaths*: that is when it did so
    active = clause.relation == "obj" and not grammar.is_passive(parsed, clause.verb)
    does = _does(parsed.tokens[clause.verb].lemma, mention.slot.outcome)
    named = active and does and parsed.tokens[clause.subject].lemma not in GENERAL
    doer = piece(parsed, clause.subject, borne, cased=False) if named else ""
    shown = _circumstances(clause, borne, set(grammar.subtree(parsed, clause.phrase)))[:MOST_CIRCUMSTANCES]
    happening = is_happening(parsed.tokens[clause.subject].lemma)
    return " ".join([f"{'in' if happening else 'by'} {doer}" if doer else "", *shown]).strip()


def _does(verb: str, outcome: str) -> bool:
    """Whether the subject of a verb brings the outcome about: nobody is killed *by* police who *found* three bodies."""
    done = outcomes.done_to_object(verb)
    return verb not in HELPING and (done == outcome or (done, outcome) == ("shot", "killed"))


def is_happening(noun: str) -> bool:
    """Whether people are killed *in* it: an attack, a flood."""
    return noun in HAPPENINGS or bool(outcomes.happening(noun))


def _is_plain(clause: Clause) -> bool:
    """Whether a clause is what it looks like: a finite verb that tells something, or an adjective with a copula."""
    parsed, verb = clause.parsed, clause.parsed.tokens[clause.verb]
    if grammar.dependents(parsed, clause.verb, "cop"):
        return verb.pos == "ADJ"
    finite = bool(clause.helpers) or verb.tag in ("VBD", "VBZ", "VBP")
    by = any(p == "by" for p, _ in grammar.obliques(parsed, clause.verb))
    # *Two divers found dead*: the passive of a headline, which its form does not show.
    resulting = any(parsed.tokens[c].pos == "ADJ" for c in grammar.dependents(parsed, clause.verb, "xcomp"))
    reduced = not clause.helpers and (by or resulting) and not grammar.objects(parsed, clause.verb)
    return finite and not reduced and verb.lemma not in SAYING


def _asking(clause: Clause, mention: Mention, borne: Borne) -> str:
    """The question word with what belongs to it: *how many tents*, *since when*; nothing where none fits."""
    if mention.kind in COUNTS:
        return _how_many(clause, mention, borne)
    if clause.relation == "nsubj":
        return "who" if mention.kind in BEINGS and _fills(clause) else ""
    if clause.relation == "obj" and _fills(clause):
        lasting = mention.kind is Kind.DURATION and clause.parsed.tokens[clause.verb].lemma in LENGTHS
        return "how long" if lasting else "whom" if mention.kind is Kind.PERSON else ""
    if clause.relation != "obl" or not _fills(clause):
        return ""
    if mention.kind is Kind.DURATION and clause.preposition in UNSTARTED and _may_be(clause):
        return ""
    return OBLIQUE.get(mention.kind, {}).get(clause.preposition, "")


def _may_be(clause: Clause) -> bool:
    """Whether a clause tells what may or would be: *the law would forbid it after 20 weeks*, whenever it is passed."""
    return any(clause.parsed.tokens[i].tag == "MD" for i in clause.helpers)


def _fills(clause: Clause) -> bool:
    """Whether the value is the whole of its phrase: *in Kabul*, not *the market of Kabul* or *Kabul and others*."""
    more = grammar.dependents(clause.parsed, clause.phrase, "nmod", "conj", "acl")
    return clause.phrase in clause.value and all(i in clause.value for i in more)


def _how_many(clause: Clause, mention: Mention, borne: Borne) -> str:
    before = clause.preposition if clause.relation == "obl" else ""
    if clause.relation not in ("nsubj", "obj", "obl") or before not in BEFORE_COUNTS:
        return ""
    if mention.kind is Kind.NUMBER:
        figure = figure_of(mention)
        things = "" if figure is None or figure.unit else _counted(clause, borne)
        return f"{before} how many {things}".strip() if things else ""
    if mention.kind is Kind.PERCENT:
        if clause.parsed.tokens[clause.verb].lemma in FINDING:
            return ""
        of = next(iter(grammar.dependents(clause.parsed, clause.phrase, "nmod")), None)
        whole = piece(clause.parsed, of, borne) if of is not None else ""
        return f"{before} what share {whole}".strip() if whole.startswith("of ") else ""
    return f"{before} how much".strip() if _fills(clause) and clause.relation != "nsubj" else ""


def _counted(clause: Clause, borne: Borne) -> str:
    """What is counted, with what narrows it and without its number; nothing where that is one thing."""
    parsed, head = clause.parsed, clause.phrase
    noun = parsed.tokens[head]
    if noun.tag != "NNS" or head not in clause.value or not any(parsed.tokens[i].pos == "NUM" for i in clause.value):
        return ""
    number = [i for i in clause.value if i != head and parsed.tokens[i].pos not in ("ADJ", "NOUN", "PROPN")]
    hung = grammar.dependents(parsed, head, "det", "advmod", "nummod", "conj", "cc", "acl")
    return piece(parsed, head, borne, (*number, *(i for c in hung for i in grammar.subtree(parsed, c))), cased=False)


def _rest(clause: Clause, borne: Borne, holding: range = range(0)) -> list[str] | None:
    """What follows verb and subject, as far as it is borne out; None where a complement is not.

    Complements come first, then circumstances; ``holding`` is the value for which a gap stands.
    """
    parsed = clause.parsed
    asked = set() if holding else set(grammar.subtree(parsed, clause.phrase))
    found: list[str] = []
    for child in parsed.children[clause.verb]:
        token = parsed.tokens[child]
        if child in asked or (token.dep not in COMPLEMENTS and token.tag != "RP"):
            continue
        if holding and child < clause.subject:
            return None  # *Four raids, two deadly, have followed*: no complement, or none that its clause shows
        told = _piece_with_gap(clause, child, borne) if holding else piece(parsed, child, borne, asked)
        if not told:
            return None
        found.append(told)
    around = _circumstances(clause, borne, asked, holding)
    if _lacks_its_gerund(clause, [*found, *around]):
        return None
    particle = parsed.tokens[clause.verb + 1] if clause.verb + 1 < len(parsed.tokens) else None
    if particle is not None and particle.lower in PARTICLES and particle.index not in clause.value:
        taken = any(particle.lower in words.split()[:1] for words in (*found, *around))
        found = found if taken else [particle.lower, *found]
    return found + (around if not _is_cut(parsed, clause.verb) or any(GAP in w for w in around) else [])


def _lacks_its_gerund(clause: Clause, shown: Sequence[str]) -> bool:
    """Whether what a verb tells of is left out: *will be kept* of *will be kept from fishing*."""
    parsed = clause.parsed
    gerunds = (c for c in parsed.children[clause.verb] if c > clause.verb and parsed.tokens[c].tag == "VBG")
    bound = (c for c in gerunds if any(parsed.tokens[m].lower in BOUND for m in parsed.children[c]))
    return any(not any(parsed.tokens[c].lower in words.lower().split() for words in shown) for c in bound)


def _is_cut(parsed: Parsed, verb: int) -> bool:
    """Whether a complement goes on in a clause of its own: what seems to follow it may belong there."""
    below = (i for o in grammar.objects(parsed, verb) for i in grammar.subtree(parsed, o) if i != o)
    return any(parsed.tokens[i].dep.partition(":")[0] in ("acl", "advcl", "ccomp") for i in below)


def _is_set_off(clause: Clause, child: int) -> bool:
    """Whether a comma parts a phrase from verb and value before it: *lives in Orvane, home to a shipyard*."""
    after = max(clause.verb, clause.value.stop - 1)
    tokens = clause.parsed.tokens
    first = next(i for i in sorted(grammar.subtree(clause.parsed, child)) if tokens[i].pos != "PUNCT" or i == child)
    return any(tokens[i].text == "," for i in range(after + 1, first))


def _circumstances(clause: Clause, borne: Borne, asked: set[int], holding: range = range(0)) -> list[str]:
    """The borne-out phrases of time, place and manner in the order of the text, few of them; one with a gap stays."""
    parsed = clause.parsed
    below = parsed.children[clause.verb]
    # What follows a participle (*passed a law ordering an end to …*) may belong to it, whatever the parse hangs it on.
    end = min((c for c in below if parsed.tokens[c].dep == "advcl" and not _is_circumstance(parsed, c)), default=None)
    within = [c for c in below if end is None or c < max(end, clause.verb)]
    # Where a clause keeps its order, what stood before its subject has no place after its verb.
    first = clause.verb if holding else 0
    value = set() if holding else set(clause.value)
    near = (c for c in within if c not in asked and c >= first and not _is_set_off(clause, c))
    free = (c for c in near if not value & set(grammar.subtree(parsed, c)))
    said = {parsed.tokens[i].lemma for i in (clause.subject, *grammar.objects(parsed, clause.verb))}
    after = [c for c in free if _is_circumstance(parsed, c) and parsed.tokens[c].lemma not in said]
    told = [(c, _piece_with_gap(clause, c, borne) if holding else piece(parsed, c, borne, asked)) for c in after]
    kept = [(c, w) for c, w in told if w and not w.startswith(HOLLOW) and not _lacks_its_mark(parsed, c, w)]
    needed = [w for _, w in kept if GAP in w]
    others = [w for _, w in kept if GAP not in w][: MOST_CIRCUMSTANCES - len(needed)]
    return [w for _, w in kept if w in needed or w in others]


def _is_circumstance(parsed: Parsed, child: int) -> bool:
    token = parsed.tokens[child]
    relation = token.dep.partition(":")[0]
    if relation == "advcl":
        return any(parsed.tokens[c].lower in TELLING_WHEN for c in grammar.dependents(parsed, child, "mark", "advmod"))
    if relation == "obl" and not grammar.preposition(parsed, child) and not _is_time(parsed, child):
        return False
    light = relation == "advmod" and (token.lemma in SLIGHT or token.lower.endswith("ly"))
    return relation in CIRCUMSTANCES and token.lower not in NEGATIVE and not light


def _lacks_its_mark(parsed: Parsed, child: int, told: str) -> bool:
    """Whether a clause lost the word that hangs it on its verb, since one side has none: *(when) a wall came down*."""
    return parsed.tokens[child].dep == "advcl" and told.split()[0].lower() not in TELLING_WHEN


def _is_time(parsed: Parsed, noun: int) -> bool:
    """*Last week*, *Thursday*: a phrase without a preposition that says when."""
    return parsed.tokens[noun].lower in TIMES


def _piece_with_gap(clause: Clause, child: int, borne: Borne) -> str:
    inside = set(grammar.subtree(clause.parsed, child))
    return piece(clause.parsed, child, borne, gap=clause.bare if inside & set(clause.bare) else range(0))


def _verb_as_printed(clause: Clause) -> list[str]:
    """*Were not found*: helpers, denial and verb as they stand."""
    return [printed(clause.parsed, sorted([*clause.helpers, *_denials(clause), clause.verb]))]


def _denials(clause: Clause) -> list[int]:
    return [c for c in clause.parsed.children[clause.verb] if clause.parsed.tokens[c].lower in NEGATIVE]


def _fronted(clause: Clause) -> list[str]:
    """The auxiliary that goes before the subject, and what of the verb stays after it; nothing where neither is."""
    parsed, token = clause.parsed, clause.parsed.tokens[clause.verb]
    denied = "not" if _denials(clause) else ""
    if helpers := clause.helpers:
        first = parsed.tokens[helpers[0]]
        if not first.text.isalpha() or first.tag in ("VB", "VBN", "VBG", "TO"):
            return []
        if first.tag == "MD" and len(helpers) == 1 and token.tag != "VB":
            return []  # *Will Holm scored*: a name
        return [first.lower, denied, printed(parsed, [*helpers[1:], clause.verb])]
    helper = _done(parsed, token, clause.subject)
    return [helper, denied, token.lemma] if helper else []


def _done(parsed: Parsed, verb: Token, subject: int) -> str:
    """*Did*, *does* or *do*; *hit* beside one thing is the past, whatever the parse calls it."""
    if verb.tag == "VBP" and parsed.tokens[subject].tag in ("NN", "NNP"):
        return "did" if verb.text == verb.lemma else ""
    return {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(verb.tag, "")
