"""The clause of a value and the pieces of it that a heading may take over, from parses written by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest
from trees import mention, tree

from divergence.assess.clause import (
    GAP,
    Borne,
    Clause,
    borne_out,
    end_of_figure,
    piece,
    printed,
    read_clause,
    sides,
    tokens_in,
)
from divergence.facts.quantity.quantity import Quantity
from divergence.language.parsed import Parsed, Token
from divergence.model.fact import Hedge, Kind, Mention

SOLD = (
    "The/DET/DT/det/2 council/NOUN/NN/nsubj/3 sold/VERB/VBD/root/0 40/NUM/CD/nummod/6 old/ADJ/JJ/amod/6"
    " barges/NOUN/NNS/obj/3 in/ADP/IN/case/8 March/PROPN/NNP/obl/3 _./PUNCT/./punct/3"
)
SOLD_MORE = SOLD.replace("40", "60")


def at(parsed: Parsed, form: str) -> int:
    """The index of the first token of that form."""
    return next(t.index for t in parsed.tokens if t.text == form)


def borne_by(parsed: Parsed, lacking: Iterable[str] = ()) -> Borne:
    """What bears out every word of a parse but some, by their base forms."""
    return Borne(frozenset(t.lemma.casefold() for t in parsed.tokens) - set(lacking))


def shown(written: str, head: str, lacking: str = "", without: str = "", *, cased: bool = True, gap: str = "") -> str:
    """The piece around a word of a parse, all of which is borne out but the words that are lacking."""
    parsed = tree(written)
    hole = range(at(parsed, gap), at(parsed, gap) + 1) if gap else range(0)
    apart = [at(parsed, word) for word in without.split()]
    return piece(parsed, at(parsed, head), borne_by(parsed, lacking.split()), apart, cased=cased, gap=hole)


@pytest.mark.parametrize(
    ("form", "pos", "lemmas", "told"),
    [
        ("barges", "NOUN", "barge", True),
        ("barges", "NOUN", "boat", False),
        ("Orvane", "PROPN", "orvane", True),
        ("Orvane", "PROPN", "", False),
        ("the", "DET", "", True),
        ("also", "ADV", "", True),
        ("slowly", "ADV", "", False),
        ("about", "ADP", "about", True),
        ("About", "ADP", "", False),
        ("over", "ADP", "", False),
    ],
)
def test_a_word_that_tells_something_or_hedges_needs_the_other_sentences(
    form: str, pos: str, lemmas: str, told: bool
) -> None:
    base = {"barges": "barge", "Orvane": "Orvane"}.get(form, form.lower())
    token = Token(0, 0, len(form), form, base, pos, "", "dep", 0, 0)
    assert Borne(frozenset(lemmas.split())).tells(token) is told


def told(*said: str) -> tuple[list[Mention], dict[str, Parsed]]:
    """Mentions of figures, each in a sentence of its own, from lines like ``A sank 40``; *about* is a hedge."""
    sentences: dict[str, list[str]] = {}
    for line in said:
        article, verb, value = line.split()[0], line.split()[1], line.split()[-1]
        own = sentences.setdefault(article, [])
        head = 2 * len(own) + 1
        own.append(f"{verb}/VERB/VBD/root/0 {value}/NUM/CD/obj/{head}")
    parses = {article: tree(" | ".join(own), article=article) for article, own in sentences.items()}
    found = []
    for line in said:
        parsed = parses[line.split()[0]]
        number = sum(m.span.article == parsed.article.id for m in found)
        hedge = Hedge.ABOUT if "about" in line else Hedge.EXACTLY
        found.append(mention(parsed, line.split()[-1], hedge=hedge, sentence=number))
    return found, parses


@pytest.mark.parametrize(
    ("said", "borne"),
    [
        (("A sank 40", "B sank 60"), True),
        (("A sank 40", "B rose 60"), False),
        (("A sank 40", "B sank 40", "C rose 60"), False),
        (("A sank 40", "B rose 40", "C sank 60"), True),
        (("A sank 40", "B rose 40", "C rose 40", "D sank 60"), False),
        (("A sank 40", "B sank 40", "C rose about 40"), False),
        (("A sank 40", "A sank 40", "B rose 40"), False),
        (("A sank 40", "A rose 40", "B sank 40"), True),
        (("A sank 40", "A rose 40"), False),
    ],
    ids=[
        "both",
        "one of two",
        "one value only",
        "most and each value",
        "half",
        "one hedge only",
        "one article only",
        "most and each article",
        "half of one article",
    ],
)
def test_more_than_half_of_the_sentences_and_one_of_each_value_bear_a_word_out(
    said: tuple[str, ...], borne: bool
) -> None:
    assert ("sink" in borne_out(*told(*said)).lemmas) is borne


def test_a_mention_bears_out_its_words_beyond_its_sentence() -> None:
    parsed = tree("sank/VERB/VBD/root/0 40/NUM/CD/obj/1 | barges/NOUN/NNS/root/0 there/ADV/RB/root/0")
    found = mention(parsed, "40")
    assert borne_out([found], {"A": parsed}).lemmas == {"sink", "40"}
    longer = replace(found, span=replace(found.span, end=parsed.tokens[2].end))
    assert borne_out([longer], {"A": parsed}).lemmas == {"sink", "40", "barge"}


def test_values_with_their_hedges_are_sides_and_articles_where_there_is_one_value() -> None:
    (forty, sixty, about, other), _ = told("A sank 40", "A sank 60", "A sank about 40", "B sank 40")
    by_value = sides([forty, sixty])
    assert by_value(forty) != by_value(sixty)
    assert by_value(forty) == by_value(other)
    by_hedge = sides([forty, about])
    assert by_hedge(forty) != by_hedge(about)
    by_article = sides([forty, other])
    assert by_article(forty) != by_article(other)
    assert by_article(forty) == by_article(sixty)


@pytest.mark.parametrize(
    ("start", "end", "found"), [(0, 3, [0]), (0, 4, [0]), (0, 5, [0, 1]), (1, 5, [1]), (4, 4, []), (90, 99, [])]
)
def test_tokens_are_found_where_they_start(start: int, end: int, found: list[int]) -> None:
    assert list(tokens_in(tree(SOLD), start, end)) == found


def clause_of(written: str, words: str, kind: Kind = Kind.ORGANISATION) -> Clause | None:
    parsed = tree(written)
    return read_clause(parsed, mention(parsed, words, kind))


def test_a_clause_is_read_around_its_value() -> None:
    clause = clause_of(SOLD, "40 old barges", Kind.ORGANISATION)
    assert clause
    assert (list(clause.value), list(clause.bare), clause.verb, clause.subject, clause.phrase) == (
        [3, 4, 5],
        [3, 4, 5],
        2,
        1,
        5,
    )
    assert (clause.relation, clause.preposition, clause.helpers) == ("obj", "", ())
    place = clause_of(SOLD, "March", Kind.DATE)
    assert place
    assert (place.relation, place.preposition) == ("obl", "in")


@pytest.mark.parametrize(
    ("written", "value", "relation"),
    [
        (
            "Boats/NOUN/NNS/nsubj:pass/3 were/AUX/VBD/aux:pass/3 sold/VERB/VBN/root/0 May/PROPN/NNP/obl:tmod/3",
            "May",
            "obl",
        ),
        (
            "Boats/NOUN/NNS/nsubj/2 began/VERB/VBD/root/0 to/PART/TO/mark/4 cross/VERB/VB/xcomp/2 40/NUM/CD/obj/4",
            "40",
            "obj",
        ),
        (
            "Boats/NOUN/NNS/nsubj/2 left/VERB/VBD/root/0 piers/NOUN/NNS/obj/2 of/ADP/IN/case/5 Orvane/PROPN/NNP/nmod/3",
            "Orvane",
            "",
        ),
    ],
    ids=["its own", "of an infinitive", "deeper"],
)
def test_what_a_phrase_is_in_its_clause(written: str, value: str, relation: str) -> None:
    clause = clause_of(written, value)
    assert clause
    assert clause.relation == relation


def test_helpers_stand_in_order() -> None:
    clause = clause_of(
        "Boats/NOUN/NNS/nsubj:pass/4 have/AUX/VBP/aux/4 been/AUX/VBN/aux:pass/4 sold/VERB/VBN/root/0 40/NUM/CD/obl/4",
        "40",
    )
    assert clause
    assert clause.helpers == (1, 2)
    clause = clause_of("Boats/NOUN/NNS/nsubj/3 were/AUX/VBD/cop/3 ready/ADJ/JJ/root/0 Monday/PROPN/NNP/obl/3", "Monday")
    assert clause
    assert clause.helpers == (1,)


AND_SANK = (
    "Boats/NOUN/NNS/nsubj/2 left/VERB/VBD/root/0 and/CCONJ/CC/cc/4 carried/VERB/VBD/{}/2 40/NUM/CD/nummod/6"
    " men/NOUN/NNS/obj/4"
)


@pytest.mark.parametrize("relation", ["conj", "parataxis", "acl", "advcl"])
def test_a_clause_of_its_own_borrows_no_subject(relation: str) -> None:
    assert clause_of(AND_SANK.format(relation), "40") is None
    assert clause_of(AND_SANK.format("xcomp"), "40") is not None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Sold/VERB/VBN/root/0 in/ADP/IN/case/3 May/PROPN/NNP/obl/1", "May"),
        (
            "Boats/NOUN/NNS/root/0 Holm/PROPN/NNP/nsubj/3 sold/VERB/VBD/acl:relcl/1 May/PROPN/NNP/obl/3",
            "May",
        ),
        ("What/PRON/WP/obj/3 Holm/PROPN/NNP/nsubj/3 sold/VERB/VBD/root/0 May/PROPN/NNP/obl/3", "May"),
        ("Which/DET/WDT/obj/3 Holm/PROPN/NNP/nsubj/3 sold/VERB/VBD/root/0 May/PROPN/NNP/obl/3", "May"),
        ("She/PRON/PRP/nsubj/2 sold/VERB/VBD/root/0 May/PROPN/NNP/obl/2", "May"),
        ("40/NUM/CD/root/0", "40"),
    ],
    ids=["no subject", "told of the noun before it", "what", "which", "nobody named", "no clause"],
)
def test_no_clause_is_read_that_says_little_by_itself(written: str, value: str) -> None:
    assert clause_of(written, value) is None


def test_a_subject_that_names_nobody_is_read_where_it_is_the_value() -> None:
    written = "One/NUM/CD/nsubj/2 sank/VERB/VBD/root/0 in/ADP/IN/case/4 May/PROPN/NNP/obl/2"
    assert clause_of(written, "May") is None
    assert clause_of(written, "One") is not None


def test_a_value_in_masked_text_stands_in_no_clause() -> None:
    parsed = tree(SOLD)
    assert read_clause(replace(parsed, tokens=parsed.tokens[:3]), mention(parsed, "March")) is None


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        ("40/NUM/CD/nummod/2 boats/NOUN/NNS/nsubj/3 sank/VERB/VBD/root/0", "boats"),
        ("40/NUM/CD/compound/2 million/NUM/CD/nummod/3 boats/NOUN/NNS/nsubj/4 sank/VERB/VBD/root/0", "boats"),
        ("40/NUM/CD/nsubj/4 of/ADP/IN/case/3 boats/NOUN/NNS/nmod/1 sank/VERB/VBD/root/0", "40"),
    ],
)
def test_a_value_belongs_to_the_phrase_of_its_noun(written: str, phrase: str) -> None:
    clause = clause_of(written, "40")
    assert clause
    assert clause.parsed.tokens[clause.phrase].text == phrase


def figure(kind: Kind, unit: str, anchor: tuple[int, int] | None) -> Mention:
    parsed = tree("40/NUM/CD/nummod/2 boats/NOUN/NNS/nsubj/3 sank/VERB/VBD/root/0")
    value = Quantity(Decimal(40), Decimal(40), unit)
    return replace(mention(parsed, "40 boats", kind, value), anchor=anchor)


@pytest.mark.parametrize(
    ("found", "end"),
    [
        (figure(Kind.NUMBER, "", (0, 2)), 2),
        (figure(Kind.NUMBER, "", None), 8),
        (figure(Kind.NUMBER, "mile", (0, 2)), 8),
        (figure(Kind.MONEY, "", (0, 2)), 8),
    ],
    ids=["a count", "without its figure", "a measure", "a sum"],
)
def test_the_figure_of_a_count_ends_before_what_is_counted(found: Mention, end: int) -> None:
    assert end_of_figure(found) == end


def test_the_figure_alone_is_the_bare_value() -> None:
    parsed = tree("40/NUM/CD/nummod/2 boats/NOUN/NNS/nsubj/3 sank/VERB/VBD/root/0")
    clause = read_clause(parsed, figure(Kind.NUMBER, "", (0, 2)))
    assert clause
    assert (list(clause.value), list(clause.bare)) == ([0, 1], [0])
    # An anchor before the first token leaves nothing of the figure.
    clause = read_clause(parsed, figure(Kind.NUMBER, "", (0, 0)))
    assert clause
    assert list(clause.bare) == [0, 1]


OLD = "the/DET/DT/det/3 old/ADJ/JJ/amod/3 barges/NOUN/NNS/root/0 "
MAYOR = "the/DET/DT/det/2 mayor/NOUN/NN/root/0 "


@pytest.mark.parametrize(
    ("written", "head", "lacking", "words"),
    [
        (OLD, "barges", "", "the old barges"),
        (OLD, "barges", "old", "the barges"),
        (OLD, "barges", "barge", ""),
        (MAYOR + "_,/PUNCT/,/punct/4 Berg/PROPN/NNP/appos/2", "mayor", "", "the mayor"),
        (MAYOR + "of/ADP/IN/case/4 Orvane/PROPN/NNP/nmod/2", "mayor", "", "the mayor of Orvane"),
        (MAYOR + "of/ADP/IN/case/4 Orvane/PROPN/NNP/nmod/2", "mayor", "orvane", "the mayor"),
        (MAYOR + "and/CCONJ/CC/cc/5 the/DET/DT/det/5 clerk/NOUN/NN/conj/2", "mayor", "", "the mayor and the clerk"),
        (MAYOR + "and/CCONJ/CC/cc/4 left/VERB/VBD/conj/2", "mayor", "", "the mayor"),
        ("at/ADP/IN/case/2 noon/NOUN/NN/nmod/3 barges/NOUN/NNS/root/0", "barges", "", "barges"),
        ("at/ADP/IN/case/2 noon/NOUN/NN/obl/3 barges/NOUN/NNS/root/0", "barges", "", "barges"),
        ("noon/NOUN/NN/nmod/2 barges/NOUN/NNS/root/0", "barges", "", "noon barges"),
        ("at/ADP/IN/case/2 noon/NOUN/NN/amod/3 barges/NOUN/NNS/root/0", "barges", "", "at noon barges"),
        ("and/CCONJ/CC/cc/2 barges/NOUN/NNS/root/0", "barges", "", "barges"),
        ("his/PRON/PRP$/nmod:poss/2 barges/NOUN/NNS/root/0", "barges", "", ""),
        ("what/PRON/WP/root/0", "what", "", ""),
        ("she/PRON/PRP/root/0", "she", "", ""),
        ("how/ADV/WRB/advmod/2 long/ADJ/JJ/root/0", "long", "", ""),
    ],
)
def test_a_piece_is_what_is_borne_out_around_a_word(written: str, head: str, lacking: str, words: str) -> None:
    assert shown(written, head, lacking) == words


def test_what_hangs_deeper_is_left_out_by_itself_where_one_side_has_it() -> None:
    written = OLD + (
        "of/ADP/IN/case/6 the/DET/DT/det/6 office/NOUN/NN/nmod/3 of/ADP/IN/case/9 big/ADJ/JJ/amod/9"
        " Orvane/PROPN/NNP/nmod/6"
    )
    assert shown(written, "barges") == "the old barges of the office of big Orvane"
    assert shown(written, "barges", "big") == "the old barges of the office"
    assert shown(written, "barges", "orvane") == "the old barges"


LADEN = OLD + "{}/VERB/{}/acl/3 slowly/ADV/RB/advmod/4 {}"


@pytest.mark.parametrize(
    ("form", "tag", "more", "lacking", "words"),
    [
        ("drifting", "VBG", "", "", "the old barges drifting slowly"),
        ("drifting", "VBG", "past/ADP/IN/case/7 quays/NOUN/NNS/obl/4", "", "the old barges drifting slowly past quays"),
        ("laden", "VBN", "", "", "the old barges laden slowly"),
        ("drifting", "VBG", "quays/NOUN/NNS/obj/4", "", "the old barges drifting slowly quays"),
    ],
)
def test_a_participle_that_tells_something_by_itself_is_shown(
    form: str, tag: str, more: str, lacking: str, words: str
) -> None:
    assert shown(LADEN.format(form, tag, more), "barges", lacking) == words


@pytest.mark.parametrize(
    ("form", "tag", "more", "lacking"),
    [
        ("drifting", "VBG", "past/ADP/IN/case/8 quays/NOUN/NNS/obl/5", "quay"),
        ("drifting", "VBG", "past/ADP/IN/case/8 quays/NOUN/NNS/obl/5", "drift"),
        ("laden", "VBN", "quays/NOUN/NNS/obj/5", ""),
        ("laden", "VBD", "quays/NOUN/NNS/obj/5", ""),
        ("drifting", "VBG", "quays/NOUN/NNS/nsubj/5", ""),
        ("drifting", "VBG", "quays/NOUN/NNS/nsubj:pass/5", ""),
        ("drifting", "VBG", "going/VERB/VBG/advcl/5", ""),
    ],
)
def test_a_participle_with_more_or_that_one_side_has_is_left_out(form: str, tag: str, more: str, lacking: str) -> None:
    # After a comma a piece may end where a participle was left out.
    written = OLD + "_,/PUNCT/,/punct/3 " + LADEN.format(form, tag, more).removeprefix(OLD).replace("/4", "/5")
    assert shown(written, "barges", lacking) == "the old barges"


def row(count: int, more: str = "") -> str:
    """The parse of so many adjectives and their noun, *barges*, with more after them."""
    words = [f"old{i}/ADJ/JJ/amod/{count + 1}" for i in range(count)]
    return " ".join([*words, "barges/NOUN/NNS/root/0", more])


def test_a_piece_has_twelve_words_at_most() -> None:
    assert len(shown(row(11), "barges").split()) == 12
    assert shown(row(12), "barges") == ""


@pytest.mark.parametrize(
    ("count", "words"), [(9, "barges and boats"), (10, "barges"), (11, "barges"), (12, "")], ids=[12, 13, 14, 15]
)
def test_what_is_joined_to_a_piece_is_shown_where_there_is_room(count: int, words: str) -> None:
    more = f"and/CCONJ/CC/cc/{count + 3} boats/NOUN/NNS/conj/{count + 1}"
    assert shown(row(count, more), "barges").endswith(words)
    assert bool(shown(row(count, more), "barges")) is bool(words)


OF_ORVANE = "of/ADP/IN/case/3 the/DET/DT/det/3 port/NOUN/NN/nmod/3 of/ADP/IN/case/5 Orvane/PROPN/NNP/nmod/3"


def test_a_piece_may_stand_without_its_own_preposition() -> None:
    assert shown(OF_ORVANE, "port") == "of the port of Orvane"
    assert shown(OF_ORVANE, "port", cased=False) == "the port of Orvane"
    marked = OF_ORVANE.replace("of/ADP/IN/case/3", "as/SCONJ/IN/mark/3")
    assert shown(marked, "port", cased=False) == "the port of Orvane"


OF_NOON = "sail/NOUN/NN/root/0 {} {}/ADP/IN/case/4 noon/NOUN/NN/nmod/1"


@pytest.mark.parametrize(
    ("word", "preposition", "words"),
    [
        ("ahead/ADV/RB/advmod/1", "of", "sail"),
        ("outside/ADP/IN/obl/1", "of", "sail"),
        ("ahead/ADV/RB/advmod/1", "to", "sail ahead"),
        ("decks/NOUN/NNS/obl/1", "of", "sail decks"),
    ],
)
def test_no_adverb_ends_a_piece_without_its_of(word: str, preposition: str, words: str) -> None:
    assert shown(OF_NOON.format(word, preposition), "sail", "noon") == words
    # Where nothing else is left, and where the text ends, it stays.
    assert shown(OF_NOON.format(word, preposition), word.split("/")[0], "noon") == word.split("/")[0]
    assert shown(f"sail/NOUN/NN/root/0 {word}", "sail").split() == ["sail", word.split("/")[0]]


PORT = "in/ADP/IN/case/3 Port/PROPN/NNP/compound/3 Orvane/PROPN/NNP/root/0"


@pytest.mark.parametrize(
    ("written", "lacking", "without", "words"),
    [
        (PORT, "", "", "in Port Orvane"),
        (PORT, "port", "", ""),
        (PORT.replace("compound", "flat"), "port", "", ""),
        (PORT.replace("compound", "amod"), "port", "", "in Orvane"),
        (PORT.replace("Port/PROPN", "Port/NOUN"), "port", "", "in Orvane"),
        (PORT, "", "Port", "in Orvane"),
        (PORT + " “/PUNCT/``/dep/3 _Orv/NOUN/NN/appos/3", "", "", ""),
        (PORT + " (/PUNCT/``/dep/3 _Orv/NOUN/NN/appos/3", "", "", "in Port Orvane"),
        (PORT.replace("Orvane/PROPN", "Orvane/NOUN") + " “/PUNCT/``/dep/3", "", "", "in Port Orvane"),
        (PORT + " the/DET/DT/det/3 “/PUNCT/``/dep/3", "", "", "in Port Orvane the"),
    ],
)
def test_no_name_is_torn(written: str, lacking: str, without: str, words: str) -> None:
    assert shown(written, "Orvane", lacking, without) == words


HELD = (
    "the/DET/DT/det/5 army/NOUN/NN/compound/4 _-/PUNCT/HYPH/punct/4 _held/VERB/VBN/amod/5 port/NOUN/NN/root/0"
    " there/ADV/RB/dep/5"
)


@pytest.mark.parametrize(
    ("written", "lacking", "without", "words"),
    [
        (HELD, "", "", "the army-held port"),
        (HELD, "army", "", "the port"),
        (HELD.replace("army/NOUN/NN/compound/4", "army/NOUN/NN/compound/5"), "army", "", ""),
        (HELD.replace("army/NOUN/NN/compound/4", "army/NOUN/NN/compound/5"), "", "army", "the -held port"),
        (HELD.replace("_-/PUNCT/HYPH/punct/4", "_-/PUNCT/HYPH/dep/4"), "", "", ""),
        (HELD.replace("_-/PUNCT/HYPH/punct/4", "_-/PUNCT/HYPH/dep/4"), "hold", "", "the port"),
        ("port/NOUN/NN/root/0 _-/PUNCT/HYPH/dep/1 _held/VERB/VBN/dep/1", "", "", ""),
        ("port/NOUN/NN/root/0 _-/PUNCT/HYPH/dep/1 _held/VERB/VBN/dep/1", "", "- held", "port"),
        ("port/NOUN/NN/root/0 _–/PUNCT/HYPH/dep/1 _held/VERB/VBN/dep/1", "", "", "port"),
        ("_-/PUNCT/HYPH/punct/2 _held/VERB/VBN/root/0", "", "", ""),
        ("the/DET/DT/det/3 $/SYM/$/nmod/3 port/NOUN/NN/root/0", "", "", "the $ port"),
        ("the/DET/DT/det/4 $/SYM/$/nmod/4 _2/NUM/CD/nummod/2 port/NOUN/NN/root/0", "", "", "the $2 port"),
        ("the/DET/DT/det/4 $/SYM/$/nmod/4 _2/NUM/CD/nummod/4 port/NOUN/NN/root/0", "2", "", ""),
        ("the/DET/DT/det/4 U$/SYM/$/nmod/4 _2/NUM/CD/nummod/4 port/NOUN/NN/root/0", "2", "", ""),
        ("the/DET/DT/det/4 %/SYM/NN/nmod/4 _2/NUM/CD/nummod/4 port/NOUN/NN/root/0", "2", "", "the % port"),
    ],
)
def test_no_word_is_torn(written: str, lacking: str, without: str, words: str) -> None:
    assert shown(written, "held" if "port" not in written else "port", lacking, without) == words


CHANCE = "the/DET/DT/det/2 chance/NOUN/NN/nsubj/{} "


@pytest.mark.parametrize(
    ("written", "lacking", "words"),
    [
        (CHANCE.format(5) + "to/PART/TO/mark/4 leave/VERB/VB/acl/2 passed/VERB/VBD/root/0", "", "the chance to leave"),
        (CHANCE.format(5) + "to/PART/TO/mark/4 leave/VERB/VB/acl/2 passed/VERB/VBD/root/0", "leave", ""),
        (
            CHANCE.format(6) + "_,/PUNCT/,/punct/2 to/PART/TO/mark/5 leave/VERB/VB/acl/2 _,/VERB/VBD/root/0",
            "leave",
            "the chance",
        ),
        (CHANCE.format(3) + "passed/VERB/VBD/root/0", "", "the chance"),
        (
            CHANCE.format(5) + "he/PRON/PRP/nsubj/4 had/VERB/VBD/acl:relcl/2 passed/VERB/VBD/root/0",
            "",
            "",
        ),
        (
            CHANCE.format(5) + "there/PRON/EX/expl/4 was/VERB/VBD/acl:relcl/2 passed/VERB/VBD/root/0",
            "",
            "",
        ),
        (CHANCE.format(5) + "is/AUX/VBZ/cop/4 ready/ADJ/JJ/acl:relcl/2 passed/VERB/VBD/root/0", "", ""),
        (CHANCE.format(5) + "is/AUX/VBZ/aux:pass/4 seen/VERB/VBN/acl:relcl/2 passed/VERB/VBD/root/0", "", ""),
        (CHANCE.format(5) + "so/ADV/RB/advmod/4 seen/VERB/VBN/acl:relcl/2 passed/VERB/VBD/root/0", "", "the chance"),
        (CHANCE.format(4) + "has/AUX/VBZ/aux/4 passed/VERB/VBD/root/0", "", "the chance"),
        (CHANCE.format(4) + "got/VERB/VBD/aux/2 passed/VERB/VBD/root/0", "get", "the chance"),
    ],
)
def test_no_piece_ends_where_it_goes_on(written: str, lacking: str, words: str) -> None:
    assert shown(written, "chance", lacking) == words


def test_a_clause_that_is_shown_elsewhere_is_not_missing() -> None:
    written = CHANCE.format(5) + "to/PART/TO/mark/4 leave/VERB/VB/acl/2 passed/VERB/VBD/root/0"
    assert shown(written, "chance", without="leave") == "the chance"
    # What went on before the word is no matter.
    before = "to/PART/TO/mark/2 leave/VERB/VB/acl/4 the/DET/DT/det/4 chance/NOUN/NN/nsubj/5 passed/VERB/VBD/root/0"
    assert shown(before, "chance", "leave") == "the chance"


def test_a_gap_stands_for_a_value_that_is_not_borne_out() -> None:
    written = "a/DET/DT/det/2 group/NOUN/NN/root/0 of/ADP/IN/case/4 pilgrims/NOUN/NNS/nmod/2"
    assert shown(written, "group", gap="pilgrims") == "a group of …"
    assert shown(written, "group", "pilgrim", gap="group") == f"a {GAP}"
    assert shown(written, "group", "group", gap="group") == f"a {GAP} of pilgrims"
    assert shown(written, "group", "group", gap="pilgrims") == ""
    assert shown(written, "pilgrims", gap="group") == ""
    one = written.replace("pilgrims/NOUN/NNS", "one/NUM/CD")
    assert shown(one, "group") == ""
    assert shown(one, "group", gap="one").endswith(GAP)


def told_as(written: str, words: str = "", gap: str = "", spelling: dict[str, str] | None = None) -> str:
    """Some words of a parse as a heading prints them, all of them where none are named."""
    parsed = tree(written)
    chosen = [at(parsed, word) for word in words.split()] or [t.index for t in parsed.tokens]
    hole = range(at(parsed, gap), at(parsed, gap) + 2) if gap else range(0)
    return printed(parsed, chosen, hole, spelling or {})


@pytest.mark.parametrize(
    ("words", "gap", "told"),
    [
        ("", "", "the council sold 40 old barges in March"),
        ("council sold", "", "council sold"),
        ("council barges", "", "council barges"),
        ("sold in March", "", "sold in March"),
        ("March .", "", "March"),
        ("sold . March", "", "sold. March"),
        ("sold barges", "40", "sold … barges"),
        ("sold 40 old barges", "40", "sold … barges"),
        ("sold old barges", "40", "sold … barges"),
        ("barges", "40", "… barges"),
        ("council", "old", "council …"),
    ],
)
def test_words_are_printed_in_order_with_a_mark_for_the_gap(words: str, gap: str, told: str) -> None:
    assert told_as(SOLD, words, gap) == told


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("old/ADJ/JJ/amod/3 _,/PUNCT/,/punct/3 barges/NOUN/NNS/root/0", "old, barges"),
        ("old/ADJ/JJ/amod/3 ,/PUNCT/,/punct/3 barges/NOUN/NNS/root/0", "old, barges"),
        ("“/PUNCT/``/punct/3 _old/ADJ/JJ/amod/3 barges/NOUN/NNS/root/0 _”/PUNCT/''/punct/3", "old barges"),
        ("(/PUNCT/(/punct/2 _barges/NOUN/NNS/root/0 _)/PUNCT/)/punct/2", "barges"),
        ("and/CCONJ/CC/cc/2 barges/NOUN/NNS/root/0", "barges"),
        ("or/CCONJ/CC/cc/2 barges/NOUN/NNS/root/0", "barges"),
        ("sand/NOUN/NN/compound/2 barges/NOUN/NNS/root/0", "sand barges"),
    ],
)
def test_marks_at_the_edges_and_what_joins_go(written: str, told: str) -> None:
    assert told_as(written) == told


@pytest.mark.parametrize(
    ("article", "word", "told"),
    [
        ("a", "attack", "an attack"),
        ("A", "isle", "an isle"),
        ("an", "barge", "a barge"),
        ("a", "barge", "a barge"),
        ("a", "one-day", "a one-day"),
        ("a", "oneness", "an oneness"),
        ("a", "unit", "a unit"),
        ("a", "unidentified", "an unidentified"),
        ("a", "uproar", "an uproar"),
        ("an", "useful", "a useful"),
        ("a", "hour", "an hour"),
        ("an", "house", "a house"),
        ("the", "attack", "the attack"),
    ],
)
def test_an_article_fits_the_word_that_follows_once_others_are_left_out(article: str, word: str, told: str) -> None:
    parsed = tree(f"{article}/DET/DT/det/3 old/ADJ/JJ/amod/3 {word}/NOUN/NN/root/0")
    assert printed(parsed, [0, 2]) == told
    # Where nothing is left out, it stays as printed, and so it does before a gap.
    assert printed(parsed, [0, 1, 2]) == f"{article.lower()} old {word}"
    assert printed(parsed, [0], range(2, 3)) == f"{article.lower()} …"


@pytest.mark.parametrize(
    ("written", "named", "told"),
    [
        ("Boats/NOUN/NNS/nsubj/2 sank/VERB/VBD/root/0", False, "boats sank"),
        ("Holm/PROPN/NNP/nsubj/2 sank/VERB/VBD/root/0", False, "holm sank"),
        ("Holm/PROPN/NNP/nsubj/2 sank/VERB/VBD/root/0", True, "Holm sank"),
        ("Holm/NOUN/NN/nsubj/2 sank/VERB/VBD/root/0", True, "holm sank"),
        ("Holm/PROPN/NNP/nsubj/2 left/VERB/VBD/root/0 the/DET/DT/det/4 holm/NOUN/NN/obj/2", True, "holm left the holm"),
        ("Holm/PROPN/NNP/nsubj/2 left/VERB/VBD/root/0 holms/NOUN/NNS/obj/2", True, "Holm left holms"),
        ("HLM/PROPN/NNP/nsubj/2 sank/VERB/VBD/root/0", False, "HLM sank"),
        ("A/DET/DT/det/2 boat/NOUN/NN/nsubj/3 sank/VERB/VBD/root/0", False, "a boat sank"),
        ("Danish/ADJ/JJ/amod/2 boats/NOUN/NNS/root/0", False, "Danish boats"),
        ("BOATS/NOUN/NNS/nsubj/2 SANK/VERB/VBD/root/0", False, "boats sank"),
        ("HOLM/PROPN/NNP/nsubj/2 SANK/VERB/VBD/root/0", False, "Holm sank"),
        ("BOATS/NOUN/NNS/root/0", False, "BOATS"),
        ("old/ADJ/JJ/amod/3 “/PUNCT/``/punct/3 _Boats/NOUN/NNS/root/0", False, "old boats"),
        ("old/ADJ/JJ/amod/3 (/PUNCT/-/punct/3 _Boats/NOUN/NNS/root/0", False, "old (Boats"),
        ("old/ADJ/JJ/amod/2 Boats/NOUN/NNS/root/0", False, "old Boats"),
        ("boats/NOUN/NNS/root/0 In/ADP/IN/case/3 May/PROPN/NNP/nmod/1", False, "boats in May"),
        ("boats/NOUN/NNS/root/0 IN/ADP/IN/case/3 May/PROPN/NNP/nmod/1", False, "boats IN May"),
        ("so/ADV/RB/root/0 | Boats/NOUN/NNS/nsubj/3 sank/VERB/VBD/root/0", False, "so boats sank"),
        ("So/ADV/RB/root/0 | BOATS/NOUN/NNS/nsubj/3 SANK/VERB/VBD/root/0", False, "so boats sank"),
    ],
)
def test_only_a_name_keeps_the_capital_of_its_sentence(written: str, named: bool, told: str) -> None:
    parsed = tree(written, *([(0, 1)] if named else []))
    assert printed(parsed, range(len(parsed.tokens))) == told


@pytest.mark.parametrize(("names", "told"), [((0, 1), "holm sank"), ((0, 2), "Port Holm sank"), ((1, 2), "port Holm")])
def test_a_name_reaches_from_its_first_word_to_its_last(names: tuple[int, int], told: str) -> None:
    parsed = tree("Port/PROPN/NNP/compound/2 Holm/PROPN/NNP/nsubj/3 sank/VERB/VBD/root/0", names)
    assert printed(parsed, [0, 1, 2]).startswith("Port" if names[0] == 0 else "port")


def test_a_word_that_the_articles_write_with_a_capital_keeps_it() -> None:
    written = "Registration/NOUN/NN/nsubj/2 ended/VERB/VBD/root/0"
    assert told_as(written) == "registration ended"
    assert told_as(written, spelling={"registration": "Registration"}) == "Registration ended"
