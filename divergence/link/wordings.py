"""Words that no recogniser takes for a value, in sentences that are otherwise the same: what turns the meaning is told.

A denial, a claim or a try put in on one side turns a sentence wherever it stands, and so do opposites. Other words vary
freely between two writers; in two copies of one text (``copies``) they do not, and there each noun or verb that
stands for another is told, unless a thesaurus has them for one thing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from rapidfuzz import fuzz

from divergence.facts import Nature, Related, fact_type
from divergence.facts.about import slots
from divergence.facts.about.told import ToldWords
from divergence.facts.names.named import spaced
from divergence.facts.quotation.quote import quotation_of
from divergence.facts.quotation.words import comparable_words, compare_wording
from divergence.language.lemmas import lemma
from divergence.language.parsed import Parsed, Token
from divergence.lexicon.compass import COMPASS_POINTS
from divergence.lexicon.demonyms import country_of_people
from divergence.lexicon.groups import ONE_CREED
from divergence.lexicon.saying import SAYING_ALIKE
from divergence.lexicon.spelling import fold
from divergence.lexicon.thesaurus import Bearing, Word, bearing, is_known
from divergence.lexicon.turning import HEARSAY, MODALS, NEGATIONS, PARTS, TURNING, UNDOING
from divergence.link.counterparts import LIGHT
from divergence.link.facing import FEWEST_WORDS, NEARLY_SAME, Covered, Facing, FramePair, Passage, Place
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention

COPIES = 0.8
"""Share of their words that two articles must have in common to be copies of one text."""
FIGURES = frozenset({Nature.MEASURE, Nature.FIGURE, Nature.POINT})
"""Values that are compared as values, whatever the words; what a count counts is a word like others."""
LONGEST_PHRASE = 3
"""Most telling words in a phrase that stands for another: longer ones are mostly told in another way."""
SPELLING = 75.0
"""Likeness of two names (rapidfuzz ratio, 0 to 100) from which they may be one name, spelled in two ways."""
OFTEN = {"once": "1", "twice": "2", "thrice": "3"}
WITH_DENIAL = frozenset("any also already even ever still too yet at all ca wo so far nt".split()) | frozenset(MODALS)
"""Words that may come with a denial: *not yet*, *not at all*."""
AUXILIARIES = frozenset({"be", "have", "do", "to"})


def copies(articles: Sequence[Parsed]) -> set[tuple[str, str]]:
    """The pairs of articles, by id, that print one text, edited at most lightly."""
    bags = [(p.article.id, Counter(t.lower for t in p.tokens if t.pos != "PUNCT")) for p in articles]
    sizes = {id: bag.total() for id, bag in bags}
    return {
        (id, other)
        for (id, ours), (other, theirs) in combinations(bags, 2)
        if _are_alike(ours, theirs, sizes[id] + sizes[other], min(sizes[id], sizes[other]))
    }


def _are_alike(ours: Counter[str], theirs: Counter[str], all_words: int, most: int) -> bool:
    """Whether two articles have enough words in common, of which there can be no more than the shorter one has."""
    needed = COPIES * all_words
    return 2 * most >= needed > 0 and 2 * sum(min(n, theirs[w]) for w, n in ours.items() if w in theirs) >= needed


def reworded(facing: Facing) -> Iterator[FramePair]:
    """The places where other words turn what a sentence says, or may do so."""
    for tag, a, b, c, d in facing.codes:
        if tag == "equal":
            continue
        ours, theirs = (a, b), (c, d)
        share = facing.share(ours, theirs)
        if share < NEARLY_SAME:
            continue
        told = (
            _turned(facing, ours, theirs)
            or _misquoted(facing, ours, theirs)
            or _replaced(facing, ours, theirs)
            or (_edited(facing, ours, theirs) if facing.copies else None)
        )
        if told:
            one, two = _told(facing.left, ours), _told(facing.right, theirs)
            if one.kind is not two.kind or told[1]:
                words = words_told(facing.left, ours), words_told(facing.right, theirs)
                one, two = next(_names(facing, ours, theirs), words)
            related = Related(Relation.CONFLICTS, told[0])
            yield FramePair(one, two, related, round(share, 3), facing.changed(ours, theirs), told[1])


def _misquoted(facing: Facing, ours: Place, theirs: Place) -> tuple[str, bool] | None:
    """Why two quotations in one frame do not give one wording: no writer may change a speaker's words."""
    one, two = _quotation(facing.left, ours), _quotation(facing.right, theirs)
    if one is None or two is None:
        return None
    places = (
        re.sub(r"[\[\]]", "", " ".join(p.words[slice(*place)]))
        for p, place in ((facing.left, ours), (facing.right, theirs))
    )
    if not compare_wording(*map(comparable_words, places)).changed:
        return None
    changed = compare_wording(quotation_of(one).words, quotation_of(two).words).changed
    few = all(len(side.split()) <= FEWEST_WORDS for change in changed for side in change)
    return (fact_type(Kind.QUOTE).relate(one, two).why, False) if len(changed) == 1 and few else None


def _turned(facing: Facing, ours: Place, theirs: Place) -> tuple[str, bool] | None:
    """Why words put in on one side turn what is said, in words; nothing where they do not."""
    if max(ours[1] - ours[0], theirs[1] - theirs[0]) > FEWEST_WORDS:
        return None
    left, right = facing.left.words[slice(*ours)], facing.right.words[slice(*theirs)]
    lemmas = [_lemmas(p, place) for p, place in ((facing.left, ours), (facing.right, theirs))]
    put = [side - other - AUXILIARIES for side, other in (lemmas, lemmas[::-1])]
    if _is_denied(left) != _is_denied(right):
        beside = (put[0] | put[1]) - NEGATIONS - LIGHT - WITH_DENIAL
        return None if beside or _moved(facing) else (_one_only({*left, *right} & NEGATIONS), False)
    other = _turned_copy(facing, ours, theirs) if facing.copies else None
    if other is not None or (put[0] and put[1] and not (put[0] | put[1]) <= set(MODALS)):
        return other
    marks = (TURNING | UNDOING if facing.copies else TURNING) - (HEARSAY if _both_attribute(facing) else frozenset())
    turning = [side & marks for side in put]
    if bool(turning[0]) != bool(turning[1]) and (put[0] | put[1]) - turning[0] - turning[1] <= LIGHT:
        return _one_only(turning[0] | turning[1]), False
    return _other_mood(put, lemmas) if facing.copies else None


def _both_attribute(facing: Facing) -> bool:
    """Whether both sentences say whose claim it is."""
    return all(
        any(t.lemma in SAYING_ALIKE or t.lower == "according" for t in passage.tokens)
        for passage in (facing.left, facing.right)
    )


def _turned_copy(facing: Facing, ours: Place, theirs: Place) -> tuple[str, bool] | None:
    """Why one copy tells of a part, of another's, or of another count, where the other tells of the thing itself."""
    left, right = facing.left.words[slice(*ours)], facing.right.words[slice(*theirs)]
    if _is_part(left, right) or _is_part(right, left):
        return "one of them speaks only of a part", False
    if _is_owned(facing.left, ours, right) or _is_owned(facing.right, theirs, left):
        return "one of them speaks of something that belongs to the other", False
    often = _how_often(left), _how_often(right)
    if all(often) and often[0] != often[1]:
        return f"“{' '.join(left)}” and “{' '.join(right)}” do not mean equally often", False
    return None


def _one_only(words: set[str] | frozenset[str]) -> str:
    return f"“{'”, “'.join(sorted(words))}” stands in only one of them"


def _is_denied(words: Sequence[str]) -> bool:
    return any(w in NEGATIONS or w.endswith("n't") for w in words)


def _lemmas(passage: Passage, place: Place) -> set[str]:
    return {t.lower if t.lower in MODALS or t.lower in TURNING else t.lemma for t in passage.tokens[slice(*place)]}


def _is_part(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one side has *two of*, *half of* where the other tells of the whole."""
    return bool(one) and "of" in one and one[0] in PARTS | set("23456789") and set(other) <= LIGHT


def _is_owned(passage: Passage, place: Place, other: Sequence[str]) -> bool:
    """Whether a noun is put in of which the word before it is only the owner: *the envoy's wife* for *the envoy*."""
    if other or not place[0]:
        return False
    owner = passage.parsed.tokens[passage.tokens[place[0] - 1].index]
    owned = (t.index for t in passage.tokens[slice(*place)] if t.pos == "NOUN")
    return owner.dep == "nmod:poss" and owner.head in owned


def _how_often(words: Sequence[str]) -> str:
    """How often, as a figure: *twice*, *three times*."""
    if len(words) == 2 and words[1] in {"time", "times"} and words[0].isdigit():
        return words[0]
    return OFTEN.get(words[0], "") if len(words) == 1 else ""


def _other_mood(put: Sequence[set[str]], lemmas: Sequence[set[str]]) -> tuple[str, bool] | None:
    """Whether one side tells as possible, demanded or to come what the other tells otherwise; *is to* is *will*."""
    to_come = [{"will"} if side >= {"be", "to"} else set() for side in lemmas]
    moods = [{MODALS[w] for w in side if w in MODALS} | due for side, due in zip(put, to_come, strict=True)]
    rest = (put[0] | put[1]) - set(MODALS) - LIGHT
    if moods[0] == moods[1] or rest:
        return None
    words = sorted((put[0] | put[1]) & set(MODALS))
    return f"“{'”, “'.join(words)}” makes it something else", False


def _moved(facing: Facing) -> bool:
    """Whether both passages deny as often: a *not* has only moved (*I don't feel it is*, *I feel it isn't*)."""
    counts = [sum(w in NEGATIONS for w in passage.words) for passage in (facing.left, facing.right)]
    return counts[0] == counts[1] > 0


def _replaced(facing: Facing, ours: Place, theirs: Place) -> tuple[str, bool] | None:
    """Why one word for another says something else, and whether that is unsure; nothing where it does not."""
    if _has_value(facing.left, ours) and _has_value(facing.right, theirs):
        return None
    left, right = (_telling(p, place) for p, place in ((facing.left, ours), (facing.right, theirs)))
    if not all(_is_common(p, t) for p, side in ((facing.left, left), (facing.right, right)) for t in side):
        return None
    if len(left) == len(right) == 1:
        return _other_word(left[0], right[0], copies=facing.copies)
    return _rephrased(left, right) if facing.copies else None


def _other_word(one: Token, two: Token, *, copies: bool) -> tuple[str, bool] | None:
    """Why one common word for another says something else, and whether that is unsure."""
    why = f"“{one.lower}” and “{two.lower}” "
    peoples = country_of_people(one.text), country_of_people(two.text)
    if all(peoples):
        return (why + "are different peoples", False) if peoples[0] != peoples[1] else None
    found = bearing(*_as_words(one, two))
    if found is Bearing.OPPOSITE:
        return why + "say the opposite", False
    one_mood = MODALS.get(one.lower, "") == MODALS.get(two.lower, "other")
    if not copies or found is Bearing.SAME or one_mood:
        return None
    return why + (
        "may not say the same" if found is Bearing.WIDER else "do not say the same"
    ), found is not Bearing.OTHER


def _edited(facing: Facing, ours: Place, theirs: Place) -> tuple[str, bool] | None:
    """Why a name or figure that is no value of its own (*an AK-47*, *117th Street*, *a Corolla*) is another in a copy.

    Whether a name is another's or the same one's other spelling, only a reader can tell.
    """
    sides = [_telling(p, place) for p, place in ((facing.left, ours), (facing.right, theirs))]
    if not all(1 <= len(side) <= LONGEST_PHRASE for side in sides):
        return None
    texts = [" ".join(t.text for t in side) for side in sides]
    why = "“{}” and “{}” ".format(*texts)
    spelled = [re.sub(r"[\W_]", "", fold(text)) for text in texts]
    if spelled[0] == spelled[1] or set(map(fold, texts)) <= ONE_CREED:
        return None
    figures = [_figure(text) for text in texts if " " not in text]
    if (
        len(figures) == len(texts)
        and all(figures)
        and figures[0] != figures[1]
        and not _is_compared(facing, ours, theirs)
    ):
        return why + "are not the same", False
    proper = all(t.text[:1].isupper() and (t.pos != "PRON" or t.text.isupper()) for side in sides for t in side)
    if not proper:
        return None
    if not _is_one_name(facing, ours, theirs):
        return why + "may not be the same", True
    people = any(one.kind is Kind.PERSON for one, _ in _names(facing, ours, theirs))
    return (why + "may be two people", True) if people and fuzz.ratio(*spelled) >= SPELLING else None


def _figure(word: str) -> str:
    """The digits of a word, a number's as it is counted (*.5* is *0.5*); empty where it has none."""
    number = re.fullmatch(r"\d*\.?\d+", word.replace(",", ""))
    return str(Decimal(number[0]).normalize()) if number else re.sub(r"\D", "", word)


def _is_compared(facing: Facing, ours: Place, theirs: Place) -> bool:
    """Whether changed figures are those of two values that are compared as such.

    A count does not tell of a figure in the name of what it counts: *six AK-47 rifles*, *six AK-74 rifles*.
    """
    for one, two, begins in _both_touched(facing, ours, theirs):
        if one.kind is Kind.NUMBER or fact_type(one.kind).nature in FIGURES:
            return one.kind is not Kind.NUMBER or begins or facing.relations.of(one, two) is not Relation.SAME
    return False


def _is_one_name(facing: Facing, ours: Place, theirs: Place) -> bool:
    """Whether changed words lie in two names that are known to be one, or one that says more than the other."""
    apart = {Relation.CONFLICTS, Relation.CANNOT_TELL}
    return any(facing.relations.of(one, two) not in apart for one, two in _names(facing, ours, theirs))


def _names(facing: Facing, ours: Place, theirs: Place) -> Iterator[tuple[Mention, Mention]]:
    """The names of one kind that take some of the changed words."""
    for one, two, _ in _both_touched(facing, ours, theirs):
        if fact_type(one.kind).nature is Nature.NAME and all(any(c.isupper() for c in m.text) for m in (one, two)):
            yield one, two


def _both_touched(facing: Facing, ours: Place, theirs: Place) -> Iterator[tuple[Mention, Mention, bool]]:
    """The values of one kind that take some of the changed words, and whether these hold their figures."""
    for one, our_words in _touched(facing.left, ours):
        for two, their_words in _touched(facing.right, theirs):
            if one.kind is two.kind:
                begins = (
                    not any(map(_is_figure, passage.tokens[words[0] : place[0]]))
                    for passage, words, place in ((facing.left, our_words, ours), (facing.right, their_words, theirs))
                )
                yield one, two, any(begins)


def _is_figure(token: Token) -> bool:
    return token.pos == "NUM" or any(c.isdigit() for c in token.text)


def _touched(passage: Passage, place: Place) -> list[Covered]:
    """The mentions other than quotations that take some of the words of a place."""
    return [(m, w) for m, w in passage.mentions if m.kind is not Kind.QUOTE and w[0] < place[1] and place[0] < w[1]]


def _rephrased(left: Sequence[Token], right: Sequence[Token]) -> tuple[str, bool] | None:
    """Whether a phrase stands for another of which no word says the same; what it comes to, only a reader can tell."""
    few, many = sorted((left, right), key=len)
    if not few or len(many) > LONGEST_PHRASE:
        return None
    if any(bearing(*_as_words(one, two)) is Bearing.SAME for one in few for two in many):
        return None
    phrases = (" ".join(t.lower for t in side) for side in (left, right))
    return "“{}” and “{}” may not say the same".format(*phrases), True


def _as_words(left: Token, right: Token) -> tuple[Word, Word]:
    """Two words as the thesaurus looks them up: both as verbs where the parse has one of them for a noun (*rose*)."""
    classes = ["NOUN" if t.pos == "PROPN" else t.pos for t in (left, right)]
    if set(classes) == {"NOUN", "VERB"}:
        one, two = (Word(t.lower, t.lemma if t.pos == "VERB" else lemma(t.text, "VERB"), "VERB") for t in (left, right))
    else:
        one, two = (Word(t.lower, t.lemma.lower(), c) for t, c in zip((left, right), classes, strict=True))
    return one, two


def _telling(passage: Passage, place: Place) -> list[Token]:
    """The words of a place that tell something; of light words alone, all."""
    tokens = passage.tokens[slice(*place)]
    return [t for t in tokens if t.lower not in LIGHT] or list(tokens)


def _has_value(passage: Passage, place: Place) -> bool:
    """Whether a figure or a date lies in a place."""
    return any(fact_type(m.kind).nature in FIGURES and a < place[1] and place[0] < b for m, (a, b) in passage.mentions)


def _is_common(passage: Passage, token: Token) -> bool:
    """Whether a word is no name and no figure; a word for a people is told like a common word."""
    if country_of_people(token.text) is not None:
        return True
    if token.lower in COMPASS_POINTS or (token.text.islower() and token.text.isalpha()):
        return token.pos != "NUM"
    first = token.index == passage.parsed.sentences[token.sentence].first and is_known(token.lower)
    return token.text.isalpha() and token.pos != "NUM" and (token.pos != "PROPN" or first)


def _told(passage: Passage, place: Place) -> Mention:
    """The quotation that the words stand in, else the words with their neighbours."""
    return _quotation(passage, place) or words_told(passage, place)


def _quotation(passage: Passage, place: Place) -> Mention | None:
    """The shortest quotation that the words stand in."""
    first, last = place
    quotes = (m for m, (a, b) in passage.mentions if m.kind is Kind.QUOTE and a <= first and last <= b)
    return min(quotes, key=lambda m: len(m.text), default=None)


def words_told(passage: Passage, place: Place) -> Mention:
    """The words of a place with one neighbour on each side within their sentence, as what is told."""
    first, last = place
    sentences = {t.sentence for t in passage.tokens[first:last]}
    beside = (i for i in (first - 1, last) if 0 <= i < len(passage.tokens))
    kept = [i for i in beside if not sentences or passage.tokens[i].sentence in sentences]
    tokens = passage.tokens[min([first, *kept]) : max([last, *(i + 1 for i in kept)])]
    text = passage.parsed.article.text[tokens[0].start : tokens[-1].end]
    return told_mention(passage, tokens, Kind.EVENT, ToldWords(spaced(text)))


def told_mention(passage: Passage, tokens: Sequence[Token], kind: Kind, value: Hashable) -> Mention:
    """A mention of some tokens of a passage; its sentence takes in all of them, where they reach into the next."""
    start, end = tokens[0].start, tokens[-1].end
    made = slots.mention(passage.parsed, start, end, kind, value, "frame")
    return replace(made, sentence=replace(made.sentence, end=max(end, made.sentence.end)))
