"""What surrounds a value: its part of the sentence, who does what there, and the dates that hold for it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from trees import mention, tree

from divergence.language.parsed import Parsed, Token
from divergence.link.context import Context, Rarity, cosine, is_term, term
from divergence.link.context import contexts as contexts_of
from divergence.link.gate import story_contexts
from divergence.model.fact import Kind, Mention, Slot
from divergence.model.text import Story
from divergence.options import Options
from divergence.pipeline import read_article

Contexts = Callable[[str], Mapping[str, Context]]


@pytest.fixture
def contexts(story: Callable[..., Story]) -> Contexts:
    """The context of each number of an article, by the number's text."""

    def build(text: str) -> Mapping[str, Context]:
        (article,) = story(text, published="2024-05-06").articles
        parsed, mentions = read_article(article, Options())
        found = story_contexts([parsed], mentions)
        return {c.mention.text: c for c in found if c.mention.kind == "number"}

    return build


@pytest.mark.parametrize(
    ("sentence", "number", "is_part"),
    [
        ("The blast killed 12 sailors, including five cooks.", "five cooks", True),
        ("The blast killed 12 sailors, among them all at once five cooks.", "five cooks", False),
        ("The blast killed 12 sailors and another five cooks.", "another five cooks", True),
        ("The blast killed five cooks.", "five cooks", False),
        ("The blast killed more than five cooks.", "more than five cooks", False),
        ("The blast killed five more cooks.", "five more cooks", True),
    ],
)
def test_a_mark_near_a_value_makes_it_a_part(contexts: Contexts, sentence: str, number: str, is_part: bool) -> None:
    assert contexts(sentence)[number].part is is_part


def test_where_a_value_stands(contexts: Contexts) -> None:
    paragraphs = ["Five cooks die in Orvane", "Six cooks were hurt.", "Seven cooks fled.", "Eight cooks came."]
    found = contexts("\n\n".join(paragraphs))
    assert [found[f"{n} cooks"].position for n in ("Five", "Six", "Seven", "Eight")] == [
        "headline",
        "lead",
        "lead",
        "body",
    ]
    assert [found[f"{n} cooks"].number for n in ("Five", "Six", "Seven", "Eight")] == [0, 1, 2, 3]


def test_a_first_paragraph_that_ends_as_a_sentence_is_no_headline(contexts: Contexts) -> None:
    assert contexts("Five cooks died in Orvane.\n\nPolice came.")["Five cooks"].position == "lead"


def test_who_does_what_to_whom(contexts: Contexts) -> None:
    found = contexts("The old ferry hit the pier with 12 sailors aboard. They told it to 40 cooks.")
    assert found["12 sailors"].agent == {"old", "ferry"}
    assert found["12 sailors"].patient == {"pier"}
    assert found["40 cooks"].agent == frozenset()


def test_the_values_of_one_thing_are_counted(contexts: Contexts) -> None:
    found = contexts(
        "The blast killed 12 sailors. It killed 13 sailors. It hurt 40 cooks. Later it hurt 40 cooks again."
    )
    assert found["12 sailors"].variety == found["13 sailors"].variety == 2
    assert found["12 sailors"].first
    assert not found["13 sailors"].first
    assert not found["12 sailors"].repeated
    assert found["40 cooks"].repeated
    assert found["40 cooks"].variety == 1


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The blast killed 12 sailors on Monday.", ["Monday"]),
        ("It began on Monday. The blast killed 12 sailors.", ["Monday"]),
        ("It began on Monday. Nobody saw it. The blast killed 12 sailors.", ["Monday"]),
        ("A fair opened on Sunday.\n\nX.\n\nY.\n\nIt began on Monday. Nobody saw it. The blast killed 12 sailors.", []),
        ("A fair opened on Sunday.\n\nX.\n\nY.\n\nIt began on Monday. The blast killed 12 sailors.", ["Monday"]),
    ],
)
def test_the_date_of_a_sentence_without_one_is_told_just_before(contexts: Contexts, text: str, days: list[str]) -> None:
    assert [m.text.removeprefix("on ") for m in contexts(text)["12 sailors"].when] == days


GALE = "gale/NOUN/NN/nsubj/2 sank/VERB/VBD/root/0 {}/NUM/CD/nummod/4 barges/NOUN/NNS/obj/2 ./PUNCT/./punct/2"
CREW = "crews/NOUN/NNS/nsubj/7 sank/VERB/VBD/root/0 ./PUNCT/./punct/7"


def seen(parsed: Parsed, *mentions: Mention) -> list[Context]:
    return list(contexts_of(parsed, mentions, Rarity([parsed])))


def test_terms_weigh_by_their_rarity_and_are_of_unit_length() -> None:
    parsed = tree(f"{GALE.format(12)} | {CREW}")
    rarity = Rarity([parsed])
    weights = {"gale": math.log(3 / 1.5), "sink": math.log(3 / 2.5), "barge": math.log(3 / 1.5)}
    length = math.sqrt(sum(w * w for w in weights.values()))
    assert rarity.weigh(parsed.tokens[:5]) == pytest.approx({t: w / length for t, w in weights.items()})
    other = tree("gale/NOUN/NN/root/0 quay/NOUN/NN/dep/1")
    unseen = {"gale": math.log(3 / 1.5), "quay": math.log(3 / 0.5)}
    length = math.hypot(*unseen.values())
    assert rarity.weigh(other.tokens) == pytest.approx({t: w / length for t, w in unseen.items()})
    assert rarity.weigh(parsed.tokens[4:5]) == {}


def test_two_vectors_are_as_alike_as_their_common_terms_weigh() -> None:
    assert cosine({"gale": 0.6, "quay": 0.8}, {"gale": 1.0}) == cosine({"gale": 1.0}, {"gale": 0.6, "quay": 0.8}) == 0.6
    assert cosine({"gale": 1.0}, {"quay": 1.0}) == 0


@pytest.mark.parametrize(
    ("form", "pos", "is_one", "said"),
    [
        ("Gale", "NOUN", True, "gale"),
        ("Holm’s", "PROPN", True, "holm"),
        ("Holm's", "PROPN", True, "holm"),
        ("U.N.", "PROPN", True, "u.n"),
        ("say", "VERB", False, "say"),
        ("12", "NOUN", False, "12"),
        ("b2", "NOUN", True, "b2"),
        ("of", "ADP", False, "of"),
        ("12", "NUM", False, "12"),
    ],
)
def test_a_term_says_something_by_itself(form: str, pos: str, is_one: bool, said: str) -> None:
    token = Token(0, 0, len(form), form, form, pos, "", "root", 0, 0)
    assert is_term(token) is is_one
    assert term(token) == said


def test_what_an_article_states_once_or_more() -> None:
    parsed = tree(" | ".join([GALE.format(12), GALE.format(13).replace("/2 ", "/7 ").replace("/4 ", "/9 ")]))
    first, second = (mention(parsed, words) for words in ("12 barges", "13 barges"))

    def counted(one: Mention, two: Mention) -> list[tuple[bool, bool, bool, int]]:
        return [(c.first, c.sole, c.repeated, c.variety) for c in seen(parsed, one, two)]

    barges = [replace(m, slot=Slot("barge")) for m in (first, second)]
    assert counted(*barges) == [(True, False, False, 2), (False, False, False, 2)]
    assert counted(barges[0], replace(barges[1], value=barges[0].value)) == [
        (True, True, True, 1),
        (False, True, True, 1),
    ]
    ships = replace(barges[1], slot=Slot("ship"))
    assert counted(barges[0], ships) == [(True, False, False, 1), (True, False, False, 1)]
    killed = [replace(m, slot=replace(m.slot, outcome="killed")) for m in (barges[0], ships)]
    assert counted(*killed) == [(True, False, False, 1), (False, False, False, 1)]
    sums = replace(ships, kind=Kind.MONEY)
    assert counted(barges[0], sums) == [(True, True, False, 1), (True, True, False, 1)]


def place_of(last: str, paragraph: int, *, second: bool = False) -> str:
    """Where a value stands in a sentence that ends so, in a paragraph, first in the article or second."""
    written = f"12/NUM/CD/nummod/2 barges/NOUN/NNS/root/0 {last}/X//dep/2"
    again = f"13/NUM/CD/nummod/5 barges/NOUN/NNS/root/0 {last}/X//dep/5"
    parsed = tree(f"{written} | {again}")
    (found,) = seen(parsed, replace(mention(parsed, "13" if second else "12"), paragraph=paragraph))
    assert found.number == second
    return found.position


@pytest.mark.parametrize(
    ("last", "paragraph", "second", "position"),
    [
        ("sink", 0, False, "headline"),
        ("sink", 0, True, "lead"),
        ("sink", 1, False, "lead"),
        (".", 0, False, "lead"),
        ("!", 0, False, "lead"),
        ("”", 0, False, "lead"),
        ("sink", 2, False, "lead"),
        ("sink", 3, False, "body"),
    ],
)
def test_a_value_stands_in_the_headline_up_front_or_further_down(
    last: str, paragraph: int, second: bool, position: str
) -> None:
    assert place_of(last, paragraph, second=second) == position


def clause(*between: str) -> set[str]:
    """The terms of the clause of a value, with a comma or other words between it and what follows."""
    middle = " ".join(between)
    parsed = tree(f"gale/NOUN/NN/root/0 12/NUM/CD/dep/1 barges/NOUN/NNS/dep/1 {middle} quays/NOUN/NNS/dep/1")
    (found,) = seen(parsed, mention(parsed, "12"))
    return set(found.clause)


@pytest.mark.parametrize(
    ("between", "is_cut"),
    [
        ((",/PUNCT//dep/1",), True),
        ((";/PUNCT//dep/1",), True),
        (("(/PUNCT//dep/1",), True),
        (("-/PUNCT//dep/1",), True),
        (("and/CCONJ//dep/1",), False),
        (("old/ADJ//dep/1", ",/PUNCT//dep/1"), False),
        (("40/NUM//dep/1", ",/PUNCT//dep/1"), False),
        (("old/ADJ//dep/1", ";/PUNCT//dep/1"), True),
    ],
)
def test_a_clause_ends_at_a_comma_that_joins_no_adjectives(between: tuple[str, ...], is_cut: bool) -> None:
    assert clause(*between) >= {"gale", "barge"}
    assert ("quay" in clause(*between)) is not is_cut


def test_a_text_that_begins_with_a_bracket_has_clauses_all_the_same() -> None:
    parsed = tree("(/PUNCT//dep/2 _Norwire/NOUN/NN/root/0 _)/PUNCT//dep/2 12/NUM/CD/dep/5 barges/NOUN/NNS/dep/2")
    (found,) = seen(parsed, mention(parsed, "12"))
    assert set(found.clause) == {"barge"}


def test_neighbours_are_the_sentences_before_and_after() -> None:
    words = [f"w{n}/NOUN/NN/root/0" for n in range(4)]
    parsed = tree(" | ".join(words))
    made = [mention(parsed, f"w{n}", Kind.ORGANISATION) for n in range(4)]
    assert [set(c.neighbours) for c in seen(parsed, *made)] == [{"w1"}, {"w0", "w2"}, {"w1", "w3"}, {"w2"}]
    assert [c.number for c in seen(parsed, *made)] == [0, 1, 2, 3]


DATED = "12/NUM/CD/dep/2 barges/NOUN/NNS/root/0 Monday/PROPN/NNP/obl/2 Orvane/PROPN/NNP/obl/2"


def test_dates_and_places_of_the_sentence_stand_beside_a_value() -> None:
    parsed = tree(DATED)
    number, day, town = (
        mention(parsed, words, kind)
        for words, kind in (("12", Kind.NUMBER), ("Monday", Kind.DATE), ("Orvane", Kind.PLACE))
    )
    port = mention(parsed, "barges", Kind.ORGANISATION)
    beside, own = seen(parsed, number, day, town, port)[:2]
    assert (beside.times, beside.places, beside.when) == ((day,), (town,), (day,))
    assert (own.times, own.places, own.when) == ((), (town,), ())
    assert beside.names == {"monday", "orvane"}


@pytest.mark.parametrize(("paragraph", "is_dated"), [(2, True), (3, False)])
def test_the_first_date_of_an_article_holds_up_front(paragraph: int, is_dated: bool) -> None:
    parsed = tree("Monday/PROPN/NNP/root/0 | so/ADV//root/0 | so/ADV//root/0 | 12/NUM/CD/root/0")
    day, number = mention(parsed, "Monday", Kind.DATE), replace(mention(parsed, "12"), paragraph=paragraph)
    assert seen(parsed, day, number)[1].when == ((day,) if is_dated else ())
    assert seen(parsed, number)[0].when == ()
