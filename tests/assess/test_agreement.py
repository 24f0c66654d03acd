"""Agreements: headings that every article bears out, and a count of what is not told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.assess import agreement
from divergence.assess.agreement import UNCLEAR
from divergence.facts import fact_type
from divergence.model.comparison import Comparison
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Span, Story
from divergence.pipeline import compare

Build = Callable[..., Story]


def compared(story: Build, *texts: str) -> Comparison:
    return compare(story(*texts, published="2024-03-05"))


def headings(found: Comparison) -> dict[str, str]:
    return {a.reading.value: a.subject for a in found.agreements}


def test_a_heading_says_what_each_article_says(story: Build) -> None:
    texts = (
        "Hundreds of farmers gathered around the mill. Hundreds of farmers gathered around the mill on Monday.",
        "Guards in Orvane drove away hundreds of farmers who had gathered on Monday.",
    )
    assert "mill" not in headings(compared(story, *texts)).get("hundreds", "")


def test_those_of_whom_one_article_alone_speaks_are_not_named(story: Build) -> None:
    texts = (
        "49 killed in an attack on two shrines in Orvane.",
        "49 pilgrims killed in an attack on two shrines in Orvane.",
    )
    assert headings(compared(story, *texts))["49"].startswith("How many were killed")
    named = "49 pilgrims killed in an attack on two shrines in Orvane."
    assert headings(compared(story, named, named))["49"].startswith("How many pilgrims were killed")


def test_an_age_is_that_of_somebody_named(story: Build) -> None:
    named = "Vera Holm, 61, died in a fire in Orvane on Monday."
    assert "Vera Holm" in headings(compared(story, named, named))["61"]
    unnamed = "A man whose 6-year-old son was killed in Orvane spoke on Monday."
    found = compared(story, unnamed, unnamed)
    assert "6" not in headings(found)
    assert UNCLEAR in {w.reason for w in found.withheld}


def test_a_gap_leaves_the_noun_that_is_counted(story: Build) -> None:
    sentence = "The best-known trader of Orvane happens to be a miller with three houses."
    assert "houses" in headings(compared(story, sentence, sentence)).get("3", "houses")


@pytest.mark.parametrize(
    "sentence",
    [
        "About 9,700 harbour guards and clerks were deployed with boats and ropes.",
        "The gale injured 300 more on Monday.",
    ],
)
def test_a_heading_repeats_no_part_of_its_value(story: Build, sentence: str) -> None:
    for asked in headings(compared(story, sentence, sentence)).values():
        assert "9,700" not in asked
        assert asked.count("more") <= 1


def test_further_ones_are_asked_for_as_such(story: Build) -> None:
    sentence = "The guards freed four more boys in Orvane on Monday."
    assert headings(compared(story, sentence, sentence))["4"].startswith("How many more boys were released")
    bare = "The guards freed four boys in Orvane on Monday."
    assert "4" not in headings(compared(story, sentence, bare))


def test_two_counts_of_one_sort_of_thing_are_two(story: Build) -> None:
    texts = (
        "Four boys remain inside the cave in Orvane. Four boys were brought out on Sunday.",
        "Four boys remain inside the cave in Orvane with their coach.",
    )
    told = [a for a in compared(story, *texts).agreements if a.reading.value == "4"]
    assert [len(a.reading.mentions) for a in told] == [2]


def test_what_a_body_does_is_no_agreement_and_a_headline_has_no_circumstances(story: Build) -> None:
    sentence = "Norland Rail has such a deal only with the port of Orvane."
    assert not [a for a in compared(story, sentence, sentence).agreements if a.kind.value == "organisation"]
    headline = "207 dead, 300 injured in chapel, hotel fires in Orvane"
    texts = (
        f"{headline}\n\nFires hit chapels.",
        f"Fires in chapels and hotels of Orvane injured 300 people.\n\n{headline}",
    )
    assert not headings(compared(story, *texts)).get("300", "").endswith("in chapel?")


def test_a_lead_in_votes_is_not_the_number_of_votes(story: Build) -> None:
    sentence = "After a first recount in Orvane, Holm still led Berg by more than 30,000 votes."
    asked = headings(compared(story, sentence, sentence)).get("more than 30,000", "")
    assert not asked.startswith("Number of votes")


def test_an_age_is_no_count(story: Build) -> None:
    texts = "A 12- year-old girl was injured in Orvane on Monday.", "On Monday 12 people were injured in Orvane."
    assert "12" not in headings(compared(story, *texts))


def made(kind: Kind, text: str, start: int = 0, holder: str = "") -> Mention:
    """A mention made by hand."""
    span = Span("A", start, start + len(text))
    return Mention(kind, span, text, "", Hedge.EXACTLY, Slot(holder=holder), span, 0, "test")


@pytest.mark.parametrize(
    ("mentions", "worth"),
    [
        ([made(Kind.ROLE, "harbour master", holder="vera holm")], True),
        ([made(Kind.ROLE, "harbour master")], False),
        ([made(Kind.ROLE, "harbour master", holder="kin")], False),
        ([made(Kind.ROLE, "master", holder="vera holm"), made(Kind.ROLE, "master")], False),
        ([made(Kind.ORDINAL, "third")], False),
        ([made(Kind.QUOTE, "we saw the fire")], True),
        ([made(Kind.QUOTE, "saw the fire")], False),
        ([made(Kind.NUMBER, "40")], True),
    ],
)
def test_a_post_needs_its_holder_and_a_quotation_some_words(mentions: list[Mention], worth: bool) -> None:
    assert agreement._is_worth_telling(mentions) is worth


@pytest.mark.parametrize(
    ("kind", "asked", "clear"),
    [
        (Kind.NUMBER, "How many boats sank?", True),
        (Kind.NUMBER, "", False),
        (Kind.AGE, "How old is Vera Holm?", True),
        (Kind.AGE, "How old is the harbour master?", False),
        (Kind.NUMBER, "How old is the pier?", True),
        (Kind.PERSON, "Who sold the pier?", True),
        (Kind.PERSON, f"{fact_type(Kind.PERSON).given}: … sold the pier", False),
        (Kind.NUMBER, f"{fact_type(Kind.NUMBER).given}: … boats sank", True),
        (Kind.ORGANISATION, "Which body sold the pier?", False),
    ],
)
def test_a_heading_is_clear_that_names_what_is_agreed_on(kind: Kind, asked: str, clear: bool) -> None:
    assert agreement._is_clear(kind, asked) is clear


@pytest.mark.parametrize(
    ("kind", "rest", "goes_on"),
    [
        (Kind.DATE, " last year the pier was sold", True),
        (Kind.DATE, " of the previous year", True),
        (Kind.DATE, " the pier was sold last year", False),
        (Kind.DATE, "", False),
        (Kind.NUMBER, " last year", False),
    ],
)
def test_a_date_may_go_on_behind_its_mention(kind: Kind, rest: str, goes_on: bool) -> None:
    assert agreement._goes_on(made(kind, "April"), {"A": f"April{rest}"}) is goes_on


@pytest.mark.parametrize(
    ("kind", "start", "quoted"),
    [
        (Kind.PERSON, 10, True),
        (Kind.PERSON, 19, True),
        (Kind.PERSON, 9, False),
        (Kind.PERSON, 20, False),
        (Kind.DATE, 12, True),
        (Kind.DURATION, 12, True),
        (Kind.MONEY, 12, False),
        (Kind.QUOTE, 12, False),
    ],
)
def test_a_name_or_a_time_in_quotation_marks_is_the_word_of_who_is_quoted(kind: Kind, start: int, quoted: bool) -> None:
    assert agreement._is_quoted(made(kind, "Holm", start), {"A": ((10, 20), (40, 60))}) is quoted


def told(story: Build, *texts: str) -> list[tuple[str, str]]:
    """The heading and the value of every agreement of these articles."""
    found = compare(story(*texts, published="2024-03-05")).agreements
    return [(a.subject, a.reading.value) for a in found if a.kind is Kind.NUMBER]


def test_a_number_that_only_points_back_is_not_told(story: Build) -> None:
    text = "{} two leaders praised the treaty of Orvane."
    assert not told(story, text.format("The"), text.format("Later the"))
    assert told(story, text.format("On Monday"), text.format("In Orvane"))


def test_two_sorts_of_people_are_not_counted_as_one(story: Build) -> None:
    text = "In all 17 pupils and teachers were killed in a fire at the school of Orvane{}."
    (found,) = told(story, text.format(""), text.format(", police said"))
    assert "pupils" not in found[0]
    alone = text.replace(" and teachers", "")
    (found,) = told(story, alone.format(""), alone.format(", police said"))
    assert "pupils" in found[0]


def test_a_side_that_loses_fighters_is_named_or_nothing_is_told(story: Build) -> None:
    text = "{} 15 fighters in the attack on Orvane."
    lost = told(story, text.format("The rebels also lost"), text.format("The rebels lost"))
    assert all("rebels" in heading for heading, _ in lost)


def test_who_was_found_dead_died(story: Build) -> None:
    text = "Three bodies were found in a house in Orvane on Thursday{}."
    (found,) = told(story, text.format(""), text.format(", police said"))
    assert "died" in found[0]
    assert "killed" not in found[0]


@pytest.mark.parametrize(
    ("shown", "is_known"),
    [
        ("late July", True),
        ("3 October 2016", True),
        ("07:37 GMT", True),
        ("2014", True),
        ("Tuesday", True),
        ("morning", False),
        ("days later", False),
        ("more than 1 month later", False),
        ("12 days later", False),
    ],
)
def test_a_time_that_hangs_on_another_is_not_told(shown: str, is_known: bool) -> None:
    assert bool(agreement.CALENDAR.search(shown)) is is_known


def test_a_number_beside_another_of_the_same_things_is_not_told(story: Build) -> None:
    text = "The judge imposed seven sentences and four sentences without parole."
    assert not told(story, text, f"{text} Shops stayed closed.")
    alone = text.replace("seven sentences and ", "")
    assert told(story, alone, f"{alone} Shops stayed closed.")


@pytest.mark.parametrize(
    ("text", "is_told"),
    [("A five-boat attack on Orvane failed.", False), ("In Orvane five boats were seized by the guards.", True)],
)
def test_a_number_that_narrows_another_noun_counts_nothing(story: Build, text: str, is_told: bool) -> None:
    assert ("5" in [value for _, value in told(story, text, f"{text} Shops stayed closed.")]) is is_told


def test_a_quotation_that_breaks_off_before_a_name_is_not_told() -> None:
    assert agreement.TORN_QUOTE.search("We met with Mr")
    assert not agreement.TORN_QUOTE.search("We met with the mayor")


def test_a_house_has_no_age_of_a_person() -> None:
    assert not agreement._is_clear(Kind.AGE, "How old is Vera Holm Center?")
    assert agreement._is_clear(Kind.AGE, "How old is Vera Holm?")


@pytest.mark.parametrize(
    ("told", "ending"),
    [
        ("a desperate, sometimes chaotic march toward Soland.", "have boldly crossed checkpoints and bases"),
        ("a long, bitter march.", "in a long, bitter march"),
    ],
)
def test_a_heading_has_no_adjective_without_its_noun(story: Build, told: str, ending: str) -> None:
    sentence = (
        "For five days now, hundreds of Norlanders, most of them from Orvane, have boldly crossed checkpoints and bases"
        f" in {told}"
    )
    assert headings(compared(story, sentence, sentence))["5 days"].endswith(ending)


def test_how_long_after_what_is_asked_only_of_what_has_happened(story: Build) -> None:
    would = "The bill of the northern council would ban fishing after 20 weeks."
    assert headings(compared(story, would, would))["20 weeks"].endswith("council would ban fishing after …")
    did = "The fire in Orvane went out after three hours."
    assert headings(compared(story, did, did))["3 hours"].startswith(("After how long", "Length of time"))


@pytest.mark.parametrize(
    ("sentences", "value"),
    [
        (
            ("About 14% of patients get a bed early.", "Today, about 14% of patients get a bed early."),
            "about 14 percent",
        ),
        (("Thousands of boats will be kept from leaving the bay of Orvane.",) * 2, "thousands"),
        (("A court cleared the sailor Tuesday of murder in the killing of a wounded miner in 2017.",) * 2, "2017"),
    ],
    ids=["a share of nothing that is said", "a verb without what it binds", "two times of one verb"],
)
def test_what_a_heading_cannot_say_in_full_is_only_counted(
    story: Build, sentences: tuple[str, str], value: str
) -> None:
    found = compared(story, *sentences)
    told = headings(found).get(value, "")
    assert not told or "from leaving" in told
    assert found.withheld or told


def test_what_is_set_off_behind_a_value_has_no_place_in_its_question(story: Build) -> None:
    texts = (
        "The woman lives in Solano County, home to Orvane Harbour, where dozens of people have been treated.",
        "The woman lived in Solano County, home to the Orvane Harbour, where dozens of people have been treated.",
    )
    asked = headings(compared(story, *texts))
    assert asked["Solano County"] in {"Where does the woman live?", "Where did the woman live?"}
    assert asked["dozens"] == "How many people were treated?"


def test_a_time_is_agreed_on_where_its_sentence_gives_no_other_of_the_same(story: Build) -> None:
    sentence = "The new tariffs will take effect on June 1, the ministry said on Monday."
    assert headings(compared(story, sentence, sentence))["1 June 2024"].startswith("When will the")
    another = "On Monday the court cleared the sailor of a killing in 2017."
    assert not headings(compared(story, another, another))


def test_who_tells_something_is_no_circumstance_of_it(story: Build) -> None:
    texts = (
        "According to Leggett, Veld Front fighters had carried out 43 attacks on checkpoints on Tuesday.",
        "Leggett added that Veld Front forces had conducted 43 attacks on troops on Tuesday.",
    )
    assert headings(compared(story, *texts))["43"] == "How many attacks were there on Tuesday?"


def test_what_stands_before_its_subject_is_no_complement_of_a_heading(story: Build) -> None:
    sentence = "Four shootings -- two fatal -- robberies, assaults and violence have occurred in this area."
    assert "2" not in headings(compared(story, sentence, sentence))


def test_homes_are_evacuated_and_not_displaced(story: Build) -> None:
    sentence = "In the north, more than 5,000 homes were evacuated because of a brush fire."
    assert headings(compared(story, sentence, sentence))["more than 5000"].startswith("How many homes were evacuated")


@pytest.mark.parametrize(
    ("asked", "is_clear"),
    [
        ("Where was a meeting called off a court challenge amid?", False),
        ("Where did the crews of the boats come from?", True),
    ],
)
def test_a_question_that_breaks_off_is_not_clear(asked: str, is_clear: bool) -> None:
    assert agreement._is_clear(Kind.PLACE, asked) is is_clear
