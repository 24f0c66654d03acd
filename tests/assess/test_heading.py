"""The heading of a fact: a question whose words most of the mentions bear out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from divergence.assess.heading import GRAMMAR, heading, in_words
from divergence.assess.quoted import within_sentence
from divergence.facts.quantity.quantity import Quantity
from divergence.language.capitals import learn_spelling, spell
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Span, Story
from divergence.options import Options
from divergence.pipeline import compare, read_article


def said(kind: Kind, text: str, slot: Slot, speaker: str | None = None) -> Mention:
    span = Span("A", 0, len(text))
    return Mention(kind, span, text, Quantity(Decimal(3), Decimal(3)), Hedge.EXACTLY, slot, span, 0, "made", speaker)


def asked(kind: Kind, *told: tuple[str, Slot]) -> str:
    return heading([said(kind, text, slot) for text, slot in told], {"A": ""})


KILLED = Slot("soldier", ("norlandic",), "killed")


@pytest.mark.parametrize(
    ("slot", "question"),
    [
        (KILLED, "How many norlandic soldiers were killed?"),
        (Slot("person", (), "missing"), "How many people are missing?"),
        (Slot("minister", (), "resigned"), "How many ministers resigned?"),
        (Slot("person", (), "casualties"), "Number of casualties"),
        (Slot("death", (), "killed"), "How many people were killed?"),
        (Slot("", (), "wounded"), "How many were wounded?"),
        (Slot("life"), "Number of lives"),
        (Slot("freshman"), "Number of freshmen"),
        (Slot("they", predicate="drive"), "Number given in sentences about “drive”"),
        (Slot("re"), "Number given"),
        (Slot(), "Number given"),
    ],
)
def test_a_count_is_asked_for(slot: Slot, question: str) -> None:
    assert asked(Kind.NUMBER, ("3 norlandic", slot), ("4 norlandic", slot)) == question


@pytest.mark.parametrize(
    ("slot", "question"),
    [
        (Slot("rescue", ("water",), "rescued"), "How many water rescues were there?"),
        (Slot("arrest", (), "arrested"), "How many arrests were there?"),
        (Slot("bombing", (), "attacked"), "How many bombings were there?"),
        (Slot("house", (), "attacked"), "How many houses were attacked?"),
    ],
)
def test_happenings_are_counted_and_undergo_nothing(slot: Slot, question: str) -> None:
    assert asked(Kind.NUMBER, ("3", slot), ("4", slot)) == question


def test_a_holder_is_of_each_value() -> None:
    vera, ida = Slot(holder="vera holm"), Slot(holder="ida berg")
    mentions = [said(Kind.AGE, "61", vera), said(Kind.AGE, "61", vera), said(Kind.AGE, "62", ida)]
    mentions[2] = replace(mentions[2], value=Quantity(Decimal(4), Decimal(4)))
    assert heading(mentions, {"A": ""}) == "Age given"
    silent = replace(mentions[2], slot=Slot())
    assert heading([*mentions[:2], silent], {"A": ""}) == "How old is vera holm?"


@pytest.mark.parametrize(
    ("kind", "slot", "question"),
    [
        (Kind.DURATION, Slot("talk"), "How long did the talks last?"),
        (Kind.DURATION, Slot("siege"), "How long did the siege last?"),
        (Kind.DURATION, Slot("deal"), "Length of time given in sentences about “deal”"),
        (Kind.PLACE, Slot("airstrike"), "Where did the airstrikes hit?"),
        (Kind.PLACE, Slot("store"), "Place named in sentences about “store”"),
        (Kind.AGE, Slot(holder="vera holm"), "How old is vera holm?"),
        (Kind.AGE, Slot("boy"), "How old is the boy?"),
        (Kind.AGE, Slot("attack"), "Age given"),
        (Kind.ROLE, Slot(holder="vera holm"), "Which post or title does vera holm have?"),
        (Kind.ROLE, Slot(holder="standing"), "Post or title given"),
        (Kind.PERCENT, Slot("worker"), "What share of workers?"),
        (Kind.PERCENT, Slot("trade"), "Percentage given in sentences about “trade”"),
        (Kind.MONEY, Slot("ransom"), "Sum of money given in sentences about “ransom”"),
    ],
)
def test_each_kind_asks_in_its_own_words(kind: Kind, slot: Slot, question: str) -> None:
    assert asked(kind, ("x", slot), ("y", slot)) == question


def test_an_outcome_of_half_the_mentions_is_not_in_the_heading() -> None:
    people = [Slot("person", (), outcome) for outcome in ("killed", "wounded")]
    assert asked(Kind.NUMBER, *(("3", slot) for slot in people)) == "Number of people"
    assert asked(Kind.NUMBER, *(("3", slot) for slot in (*people, people[0]))) == "How many people were killed?"


def test_a_head_of_a_minority_is_not_in_the_heading() -> None:
    slots = Slot("soldier"), Slot("tent"), Slot("tent")
    assert asked(Kind.NUMBER, *(("3", slot) for slot in slots)) == "Number of tents"
    slots = Slot("soldier"), Slot("tent"), Slot("car")
    assert asked(Kind.NUMBER, *(("3", slot) for slot in slots)) == "Number given"


def counted(*heads: tuple[int, str]) -> str:
    """The heading of killed people: each number with what it is said to count."""
    made = [
        replace(said(Kind.NUMBER, str(n), Slot(head, (), "killed")), value=Quantity(Decimal(n), Decimal(n)))
        for n, head in heads
    ]
    return heading(made, {"A": ""})


@pytest.mark.parametrize(
    ("heads", "question"),
    [
        (((3, "child"), (3, "child"), (4, "civilian")), "How many people were killed?"),
        (((3, "swede"), (3, "swede"), (4, "dane")), "How many were killed?"),
        (((3, "child"), (3, "child"), (4, "")), "How many people were killed?"),
        (((3, "child"), (4, "child"), (5, "")), "How many children were killed?"),
        (((3, "child"), (3, "child"), (4, "people")), "How many people were killed?"),
        (((3, "child"), (3, "child"), (4, "child"), (4, "civilian")), "How many children were killed?"),
    ],
)
def test_a_head_is_told_of_each_value(heads: tuple[tuple[int, str], ...], question: str) -> None:
    assert counted(*heads) == question


def test_kindred_things_have_one_heading_and_kindred_people_are_people() -> None:
    lasting = [said(Kind.DURATION, f"{n} hours", Slot(head)) for n, head in ((3, "discussion"), (4, "session"))]
    other = replace(lasting[1], value=Quantity(Decimal(4), Decimal(4)))
    assert heading([lasting[0], other], {"A": ""}) == "How long did the discussions last?"
    assert counted((3, "boy"), (3, "boy"), (4, "girl")) == "How many people were killed?"


def test_of_two_heads_the_one_that_says_less_is_taken() -> None:
    assert asked(Kind.NUMBER, ("3", Slot("person")), ("4", Slot("adult"))) == "Number of people"


def test_what_only_one_side_narrows_is_left_out() -> None:
    bare = Slot("soldier", (), "killed")
    assert asked(Kind.NUMBER, ("3", KILLED), ("4", bare)) == "How many soldiers were killed?"


def test_what_narrows_one_value_only_is_left_out() -> None:
    coastal, bare = Slot("farmer", ("coastal",)), Slot("farmer", ("hill",))
    mentions = [said(Kind.NUMBER, "3", coastal), said(Kind.NUMBER, "3", coastal), said(Kind.NUMBER, "3", bare)]
    assert heading(mentions, {"A": ""}) == "Number of coastal farmers"
    other = replace(mentions[2], value=Quantity(Decimal(4), Decimal(4)))
    assert heading([*mentions[:2], other], {"A": ""}) == "Number of farmers"


def test_qualifiers_stand_as_printed() -> None:
    slot = Slot("crate", ("heavy", "blue"))
    assert asked(Kind.NUMBER, ("3 heavy blue crates", slot), ("4 crates", slot)) == "Number of heavy blue crates"
    assert asked(Kind.NUMBER, ("3", slot), ("4", slot)) == "Number of blue crates"


def quoted(*texts: str, speaker: str | None = None) -> str:
    return heading([said(Kind.QUOTE, text, Slot(), speaker) for text in texts], {"A": ""})


def quoted_of(*speakers: str | None) -> str:
    texts = "the bridge will be Rebuilt soon", "the bridge must be Rebuilt soon", "the bridge must be Rebuilt soon"
    return heading([said(Kind.QUOTE, t, Slot(), s) for t, s in zip(texts, speakers, strict=False)], {"A": ""})


def test_two_quotations_show_the_words_that_differ() -> None:
    one, other = "the bridge will be Rebuilt soon", "the bridge must be Rebuilt soon"
    assert quoted(one, other, speaker="the mayor") == "The mayor: “will” or “must” before “be Rebuilt soon”?"
    assert quoted(one, other) == "Quotation: “will” or “must” before “be Rebuilt soon”?"


def test_quotations_that_differ_in_several_places_show_the_first_that_is_short() -> None:
    assert quoted("ships left port", "boats left harbour", speaker="Holm") == "Holm: “ships” or “boats” before “left”?"
    one, other = "there, ships left the port early", "ships left in a great hurry and then very late the port late"
    assert quoted(one, other, speaker="Holm") == "Holm: “early” or “late” after “the port”?"


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "We’re sure that all can leave today",
            "we're sure that all must leave today",
            "“can” or “must” before “leave today”?",
        ),
        (
            "Sen. Holm said that all can leave",
            "Senator Holm said that all must leave",
            "“can” or “must” before “leave”?",
        ),
        (
            "This is an awful end to a year",
            "Today is an unhappy end to a year",
            "“awful” or “unhappy” before “end to a year”?",
        ),
        ("we [the guards] can leave it", "we must leave it before it is night", "“can” or “must” before “leave it”?"),
        ("Today all can leave", "The river rose. Today all must leave", "“can” or “must” before “leave”?"),
    ],
)
def test_what_only_looks_different_is_not_shown(one: str, other: str, words: str) -> None:
    assert quoted(one, other, speaker="Holm") == f"Holm: {words}"


def test_an_article_has_a_small_letter_within_a_question() -> None:
    assert quoted("all can leave", "all can leave", speaker="The mayor") == "What did the mayor say?"
    assert quoted("all can leave", "all can leave", speaker="The Post") == "What did The Post say?"


def test_quotations_that_only_look_different_are_told_as_one() -> None:
    assert quoted("We’re sure that all can leave", "we're sure that all can leave.", speaker="Holm") == (
        "What did Holm say?"
    )


@pytest.mark.parametrize(
    ("speakers", "named"),
    [
        (("Ann Miller", "Miller"), "Ann Miller"),
        (("Mayor Ann Miller", "Ann Miller"), "Mayor Ann Miller"),
        (("Mayor Miller", "Ann Miller"), "Mayor Miller"),
        (("the mayor", "The mayor"), "The mayor"),
        (("Ann Miller", None), "Ann Miller"),
        (("Ann Miller", "she"), "Ann Miller"),
        (("Ann Miller herself", None), "Ann Miller"),
        (("Ann Miller", "the tall man"), "Quotation"),
        (("Ann Miller", "officials"), "Quotation"),
        (("Ann Miller", "John Miller"), "Quotation"),
        (("the attorney general", "Attorney General Ann Miller"), "Quotation"),
        (("Ann Miller", "Miller", "the harbour"), "Quotation"),
        (("officials", "officials"), "Quotation"),
    ],
)
def test_a_speaker_is_named_where_all_names_are_surely_one(speakers: tuple[str | None, ...], named: str) -> None:
    assert quoted_of(*speakers).startswith(f"{named}: “will” or “must”")


def test_quotations_that_differ_at_length_show_no_words() -> None:
    one = "We saw that all boats turned back before dark yesterday"
    other = "We saw that each little ship sailed home at noon yesterday"
    assert quoted(one, other) == "Quotation: which words were used in “We saw that all boats turned back …”?"
    assert quoted(one, other, speaker="Holm").startswith("Holm: which words were used in “We saw")


def test_words_that_only_one_side_has_are_shown_as_such() -> None:
    assert quoted("It is simply over", "It is over") == "Quotation: with or without “simply” before “over”?"
    assert quoted("It is over now", "It is simply over") == "Quotation: with or without “simply” before “over”?"
    assert quoted("It is over, simply", "It is over") == "Quotation: which words were used in “It is over”?"
    assert quoted("It is over.", "It is over") == "Quotation: which words were used in “It is over”?"


def test_where_no_question_fits_the_words_that_all_print_stand_with_a_gap() -> None:
    texts = {
        "A": "The council of Orvane met on Monday, to vote on the pier.",
        "B": "Again the council of Orvane met on Thursday to vote on the quay.",
    }
    days = {a: (day, texts[a].index(day)) for a, day in (("A", "Monday"), ("B", "Thursday"))}
    mentions = [
        replace(said(Kind.DATE, day, Slot()), span=Span(a, at, at + len(day)), sentence=Span(a, 0, len(texts[a])))
        for a, (day, at) in days.items()
    ]
    assert heading(mentions, texts) == "Date or time given: “The council of Orvane met on … to vote on the”"
    assert heading(mentions, texts | {"B": texts["B"].replace("met", "sat").replace("to vote", "for talks")}) == (
        "Date or time given"
    )


def test_a_heading_keeps_its_own_words_in_lower_case() -> None:
    assert spell("How old is anna?", {"old": "Old", "anna": "Anna"}, GRAMMAR) == "How old is Anna?"


def test_lines_in_capitals_teach_no_spelling() -> None:
    assert not learn_spelling(["THE MAYOR SAID THE PEOPLE WERE SAFE."])


def compared(story: Callable[..., Story], *texts: str) -> list[str]:
    return [d.subject for d in compare(story(*texts, published="2024-03-05")).divergences]


def test_a_heading_without_a_question_shows_what_each_value_is_said_of(story: Callable[..., Story]) -> None:
    texts = (
        "The governor spoke of a disaster declaration for 19 counties.",
        "Many families live in the 18 counties that the disaster declaration covers.",
    )
    assert (
        "How many counties: “The governor spoke of a disaster declaration for 19 counties”"
        " or “Many families live in the 18 counties that the disaster declaration”?"
    ) in compared(story, *texts)


def test_a_name_of_several_words_is_not_torn_for_a_heading(story: Callable[..., Story]) -> None:
    texts = (
        "The photo shows all 34 cadets of the Norland Division of Harbours at a parade.",
        "In the photo, 31 cadets of the Norland Division of Harbours laugh at a parade.",
    )
    found = [h for h in compared(story, *texts) if "cadets" in h]
    assert found
    assert not [h for h in found if "“Division”" in h]


def test_people_died_where_nobody_is_said_to_have_killed_them() -> None:
    died, killed = Slot("person", (), "killed", "die"), Slot("person", (), "killed", "kill")
    assert asked(Kind.NUMBER, ("3", died), ("4", died)) == "How many people died?"
    assert asked(Kind.NUMBER, ("3", died), ("4", killed)) == "How many people were killed?"
    assert asked(Kind.NUMBER, ("3", killed), ("4", killed)) == "How many people were killed?"


def test_the_dead_were_of_an_age() -> None:
    dead = Slot("", (), "killed", "die", holder="vera holm")
    assert asked(Kind.AGE, ("61", dead), ("62", dead)) == "How old was vera holm?"
    alive = Slot(holder="vera holm")
    assert asked(Kind.AGE, ("61", alive), ("62", dead)) == "How old was vera holm?"
    assert asked(Kind.AGE, ("61", alive), ("62", alive)) == "How old is vera holm?"


def test_the_plural_of_a_name_is_made_once() -> None:
    catholics = Slot("catholics", (), "killed")
    assert asked(Kind.NUMBER, ("49 Catholics", catholics), ("50 Catholics", catholics)) == (
        "How many catholics were killed?"
    )
    buses = Slot("bus", (), "damaged")
    assert asked(Kind.NUMBER, ("49 buses", buses), ("50 buses", buses)) == "How many buses were damaged?"


def test_ballots_are_the_result_of_a_vote() -> None:
    vote = Slot("vote", (), "voted")
    assert asked(Kind.NUMBER, ("237-189", vote), ("230-197", vote)) == "What was the result of the vote?"
    assert asked(Kind.NUMBER, ("237-189", vote), ("230-197", Slot("senate", (), "approved"))) == (
        "What was the result of the vote?"
    )
    assert asked(Kind.NUMBER, ("300 votes", vote), ("400 votes", vote)) == "Number of votes"
    assert asked(Kind.NUMBER, ("10-12 people", Slot("people")), ("14", Slot("people"))) == "Number of people"
    assert asked(Kind.NUMBER, ("10-12", Slot("people")), ("10-14", Slot("people"))) == "Number of people"


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("The army", "the army"),
        ("Local authorities", "local authorities"),
        ("Police", "police"),
        ("The Post", "The Post"),
        ("Local Hero Films", "Local Hero Films"),
        ("Holm", "Holm"),
    ],
)
def test_a_description_has_no_capital_within_a_sentence(name: str, within: str) -> None:
    assert within_sentence(name) == within


def test_a_country_that_acts_is_asked_for_as_one(story: Callable[..., Story]) -> None:
    def named(*texts: str) -> str:
        read = [read_article(a, Options()) for a in story(*texts, published="2024-03-05").articles]
        mentions = [next(m for m in found if m.kind is Kind.ORGANISATION) for _, found in read]
        return in_words(mentions, {p.article.id: p.article.text for p, _ in read}, {p.article.id: p for p, _ in read})

    ending = " rejected the offer of the harbour towns on Monday."
    assert named(f"Denmark{ending}", f"Norway{ending}").startswith("Country or organisation named: “… rejected")
    firms = "The Harbour Bank", "The Orvane Company"
    assert named(*(f"{firm}{ending}" for firm in firms)).startswith("Organisation named")
    apart = named("Denmark rejected the offer of the towns.", "On Monday Norway lost its patience with the guards.")
    assert apart.startswith("Which country or organisation: “")


def test_no_value_is_asked_for_under_what_befell_others() -> None:
    told = [said(Kind.NUMBER, "3", Slot("", (), "wounded")), said(Kind.NUMBER, "3", Slot("", (), "wounded"))]
    other = replace(said(Kind.NUMBER, "4", Slot("", (), "killed")), value=Quantity(Decimal(4), Decimal(4)))
    assert heading([*told, other], {"A": ""}) == "Number given"
    bare = replace(other, slot=Slot())
    assert heading([*told, bare], {"A": ""}) == "How many were wounded?"
