"""Excerpts: what a value is said of, in the words of its sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from trees import mention, tree

from divergence.assess.excerpt import (
    FARTHEST,
    FURTHER,
    LONGEST,
    _beside,
    _from_its_verb,
    _leads_on,
    _phrase_around,
    excerpt,
    excerpts,
    within_marks,
)
from divergence.language.parsed import Parsed, Sentence, Token
from divergence.model.fact import Kind
from divergence.model.text import Article, Story
from divergence.options import Options
from divergence.pipeline import compare, read_article

Build = Callable[..., Story]


def cut(story: Build, kind: Kind, said: str, text: str) -> str:
    """The excerpt of the mention of a text that holds some words."""
    parsed, mentions = read_article(*story(text, published="2024-05-06").articles, Options())
    (mention,) = [m for m in mentions if m.kind is kind and said in m.text]
    return excerpt(mention, parsed)


@pytest.mark.parametrize(
    ("kind", "said", "text", "words"),
    [
        (
            Kind.NUMBER,
            "40",
            "The harbour authority sold 40 barges in March.",
            "The harbour authority sold 40 barges in March",
        ),
        (
            Kind.MONEY,
            "$2",
            "The council of Orvane passed a large rescue package of $2 million.",
            "a large rescue package of $2 million",
        ),
    ],
)
def test_a_short_clause_or_phrase_is_quoted_whole(story: Build, kind: Kind, said: str, text: str, words: str) -> None:
    assert cut(story, kind, said, text) == words


def test_a_long_sentence_is_cut_where_nothing_is_torn(story: Build) -> None:
    text = (
        "After months of talks that nobody had wanted, the ferry line, which sails to the islands, said it would carry"
        " 40 pilgrims to the old lighthouse chapel on the rocks, and nobody else, in the week after the spring storms."
    )
    words = cut(story, Kind.NUMBER, "40", text)
    assert "carry 40 pilgrims to" in words
    assert words in text
    assert len(words.split()) <= 20
    assert not words.endswith((" the", " old", " lighthouse", ","))


def test_each_of_two_values_has_an_excerpt_with_the_value_in_it(story: Build) -> None:
    texts = "The line has 40 ferries.", "The line has 50 ferries.", "The chapel has 60 steps."
    read = [read_article(a, Options()) for a in story(*texts).articles]
    mentions = [m for _, found in read for m in found if m.kind is Kind.NUMBER]
    parses = {p.article.id: p for p, _ in read}
    assert excerpts(mentions[:2], parses) == ("The line has 40 ferries", "The line has 50 ferries")
    assert excerpts(mentions[1:], parses) == ("The line has 50 ferries", "The chapel has 60 steps")
    assert excerpts(mentions[:1] * 2, parses) == ("The line has 40 ferries",)
    assert excerpts(mentions, {}) == ()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("called “an old quay” by …", "called ‘an old quay’ by …"),
        ('said "no" to …', "said ‘no’ to …"),
        ("called “an old quay by …", "called an old quay by …"),
        ("its crew’s … boats", "its crew’s … boats"),
    ],
)
def test_marks_within_marks_are_single_and_paired(words: str, shown: str) -> None:
    assert within_marks(words) == shown


def test_an_excerpt_begins_with_who_does_what(story: Build) -> None:
    text = (
        "Mayor Holm held a call with her whole harbour team on Sunday, and the council, which had waited for the storm"
        " to pass over the islands, kept in touch with everyone on the quay."
    )
    assert cut(story, Kind.DATE, "Sunday", text).startswith(
        "Mayor Holm held a call with her whole harbour team on Sunday"
    )


def test_words_in_capitals_are_printed_as_others_are(story: Build) -> None:
    text = "THE GUARDS OF ORVANE ARRESTED 12 SMUGGLERS IN THE HARBOUR ON MONDAY."
    found = compare(story(text, text, published="2024-05-07")).agreements
    assert not [a.subject for a in found if "GUARDS" in a.subject or "HARBOUR" in a.subject]


Word = tuple[str, str, str, int]
"""A word with its part of speech, its relation and how far before or after it its head stands."""


def parse_of(*words: Word, before: int = 0) -> Parsed:
    """One sentence of a parse, made by hand, behind a sentence of so many words."""
    all_words = [*[("so", "ADV", "advmod", 0)] * before, *words]
    text = " ".join(w for w, *_ in all_words)
    tokens, start = [], 0
    for index, (word, pos, dep, away) in enumerate(all_words):
        end = start + len(word)
        tokens.append(Token(index, start, end, word, word, pos, "", dep, index + away, int(index >= before)))
        start = end + 1
    children = tuple(tuple(t.index for t in tokens if t.head == i != t.index) for i in range(len(tokens)))
    sentences = (Sentence(0, 0, before, 0), Sentence(1, before, len(tokens), 0))
    return Parsed(Article("A", "a.txt", text, ((0, len(text)),)), tuple(tokens), sentences, (), children)


def nouns(count: int, away: int = 0) -> list[Word]:
    """So many nouns of which each is its own head, or hangs on one so far away."""
    return [("quay", "NOUN", "obl", away)] * count


GAP: Word = ("40", "NUM", "nummod", 0)


@pytest.mark.parametrize(
    ("dep", "away", "is_torn"),
    [
        ("amod", 1, True),
        ("amod", 2, True),
        ("amod", 0, False),
        ("amod", -1, False),
        ("obl", 1, False),
        ("punct", -1, True),
        ("case", 1, True),
    ],
)
def test_a_word_is_torn_from_one_that_follows_the_end(dep: str, away: int, is_torn: bool) -> None:
    parsed = parse_of(GAP, ("old", "ADJ", dep, away), *nouns(2))
    assert _leads_on(parsed, range(0, 1), 2) is is_torn
    assert not _leads_on(parsed, range(0, 2), 2)


@pytest.mark.parametrize(("torn", "end"), [(0, 2), (1, 3), (FURTHER, 2 + FURTHER), (FURTHER + 1, 1)])
def test_an_excerpt_goes_a_few_words_further_to_be_whole_and_else_stops_before(torn: int, end: int) -> None:
    belonging: list[Word] = [("old", "ADJ", "amod", torn - n) for n in range(torn)]
    assert _beside(parse_of(GAP, *belonging, *nouns(9)), range(0, 1), 1)[1] == end


def test_an_excerpt_ends_with_its_sentence() -> None:
    parsed = parse_of(*nouns(4), GAP, *nouns(2), before=5)
    assert _beside(parsed, range(9, 10), LONGEST) == (5, 12)
    assert _beside(parsed, range(9, 10), 2) == (7, 12)
    assert _beside(parsed, range(9, 10), 1) == (8, 11)


@pytest.mark.parametrize(
    ("opening", "first"),
    [
        (("in", "ADP", "case", 1), 1),
        (("quay", "NOUN", "obl", 1), 0),
        (("quay", "NOUN", "obl", 0), 0),
        (("quay", "NOUN", "obl", -1), 1),
    ],
)
def test_an_excerpt_does_not_begin_with_what_belongs_to_words_before(opening: Word, first: int) -> None:
    parsed = parse_of(opening, *nouns(2), GAP, before=3)
    assert _beside(parsed, range(6, 7), 3)[0] == 3 + first
    assert _beside(parse_of(opening, GAP, before=3), range(4, 5), 3)[0] == 3


@pytest.mark.parametrize(("between", "is_near"), [(0, True), (FARTHEST - 1, True), (FARTHEST, False)])
def test_an_excerpt_begins_with_the_verb_of_its_value_where_that_is_near(between: int, is_near: bool) -> None:
    value = between + 1
    verb: Word = ("sank", "VERB", "root", 0)
    parsed = parse_of(verb, *nouns(between), ("40", "NUM", "obj", -value), before=2)
    assert _from_its_verb(parsed, range(2 + value, 3 + value)) == (2 if is_near else 2 + value)


def test_an_excerpt_begins_with_the_subject_where_that_stands_before_and_is_near() -> None:
    subject: Word = ("guards", "NOUN", "nsubj", 1)
    parsed = parse_of(("the", "DET", "det", 1), subject, ("sank", "VERB", "root", 0), ("40", "NUM", "obj", -1))
    assert _from_its_verb(parsed, range(3, 4)) == 0
    far = parse_of(
        ("guards", "NOUN", "nsubj", FARTHEST),
        *nouns(FARTHEST - 1),
        ("sank", "VERB", "root", 0),
        ("40", "NUM", "obj", -1),
    )
    assert _from_its_verb(far, range(FARTHEST + 1, FARTHEST + 2)) == FARTHEST
    behind = parse_of(("40", "NUM", "obj", 1), ("sank", "VERB", "root", 0), ("guards", "NOUN", "nsubj", -1))
    assert _from_its_verb(behind, range(0, 1)) == 0


@pytest.mark.parametrize(("around", "is_whole"), [(LONGEST - 1, True), (LONGEST, False)])
def test_the_largest_phrase_of_a_few_words_is_taken(around: int, is_whole: bool) -> None:
    parsed = parse_of(
        ("there", "ADV", "det", 0),
        ("40", "NUM", "nummod", around),
        *[("old", "ADJ", "amod", around - n) for n in range(1, around)],
        ("quay", "NOUN", "root", 0),
    )
    assert (_phrase_around(parsed, range(1, 2)) == (1, around + 2)) is is_whole


@pytest.mark.parametrize(("around", "end"), [(4, 5), (3, 6)])
def test_a_phrase_of_too_few_words_gives_way_to_the_words_beside(around: int, end: int) -> None:
    phrase: list[Word] = [("quay", "NOUN", "obl", -n) for n in range(1, around + 1)]
    parsed = parse_of(GAP, *phrase, *nouns(20))
    assert _phrase_around(parsed, range(0, 1)) == (0, end)


SANK = "{}/NUM/CD/nummod/3 old/ADJ/JJ/amod/3 barges/NOUN/NNS/nsubj/4 sank/VERB/VBD/root/0 there/ADV/RB/advmod/4 "


@pytest.mark.parametrize(
    ("ours", "theirs", "shown"),
    [
        (SANK, SANK, ("40 old barges sank there",)),
        (SANK + "today/NOUN/NN/obl/4", SANK, ("40 old barges sank there today",)),
        (SANK, SANK + "today/NOUN/NN/obl/4", ("40 old barges sank there today",)),
        (SANK, SANK.replace("sank", "rose"), ("40 old barges sank there", "40 old barges rose there")),
    ],
)
def test_an_excerpt_that_the_other_holds_is_not_shown_twice(ours: str, theirs: str, shown: tuple[str, ...]) -> None:
    parses = {a: tree(text.format(40), article=a) for a, text in (("A", ours), ("B", theirs))}
    mentions = [mention(parses["A"], "40"), mention(parses["B"], "40")]
    assert excerpts(mentions, parses) == shown
    assert excerpts(mentions, {"A": parses["A"]}) == ()


def test_no_excerpt_ends_within_a_word_or_a_name(story: Build) -> None:
    text = "The envoy late in May met the minister of Norland Kim Jae-in and crossed the strait for the first time."
    assert not cut(story, Kind.DATE, "late in May", text).endswith(("Kim", "Jae", "Norland"))
    text = "The envoy late in May met the new harbour minister Vera Holm Tarrant of Orvane and crossed the strait."
    assert not cut(story, Kind.DATE, "late in May", text).endswith(("Vera", "Holm"))


def test_no_excerpt_begins_within_a_word(story: Build) -> None:
    text = (
        "Norland’s old envoy Vera Holm, a miller who is not seeking re-election, on Tuesday touted her gift of boats to"
        " the ferry of the isle, as more of her friends rallied around it."
    )
    assert not cut(story, Kind.DATE, "Tuesday", text).startswith(("-", "election"))
