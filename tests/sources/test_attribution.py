"""Who says it: quotations, reported clauses, pronouns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from divergence.facts import find_mentions
from divergence.language import parse
from divergence.language.parsed import Name
from divergence.model.fact import Kind
from divergence.model.text import Article
from divergence.sources.attribution import TIME_AT_END, attribute, may_speak

Build = Callable[..., Article]


def speakers(article: Article, kind: Kind) -> list[str | None]:
    parsed = parse(article)
    return [m.speaker for m in attribute(parsed, find_mentions(parsed)) if m.kind is kind]


@pytest.mark.parametrize(
    ("printed", "speaker"),
    [
        ("Mayor Ann Miller on Thursday", "Mayor Ann Miller"),
        ("Ms. Miller earlier this year", "Ms. Miller"),
        ("the mayor, late Friday night", "the mayor"),
        ("the Sunday Herald", "the Sunday Herald"),
        ("Today Holdings", "Today Holdings"),
    ],
)
def test_when_somebody_spoke_is_no_part_of_a_speaker(printed: str, speaker: str) -> None:
    assert TIME_AT_END.sub("", printed) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The bridge is closed,” said Mayor Ann Miller.", "Mayor Ann Miller"),
        ("“The bridge is closed,” the mayor said.", "the mayor"),
        ('The mayor said: "The bridge is closed."', "The mayor"),
        ("The ministry called the plan “a bad joke”.", "The ministry"),
        ("The town was “in ruins”, according to the fire service.", "the fire service"),
        ("Ann Miller, the mayor, left the hall, saying: “We lost.”", "Ann Miller"),
        ("The Herald & Observer said: “The bridge is closed.”", "The Herald & Observer"),
    ],
)
def test_the_voice_of_a_quotation(article: Build, text: str, speaker: str) -> None:
    (found,) = speakers(article(text), Kind.QUOTE)
    assert found is not None
    assert found.startswith(speaker)


def test_a_second_quotation_keeps_the_speaker(article: Build) -> None:
    found = speakers(article("“We left early,” Ann Miller said. “There was no time.”"), Kind.QUOTE)
    assert found == ["Ann Miller", "Ann Miller"]


def test_a_reopened_quotation_keeps_the_speaker(article: Build) -> None:
    found = speakers(article("Ann Miller said: “We left early.\n“There was no time.”"), Kind.QUOTE)
    assert found == ["Ann Miller", "Ann Miller"]


def test_a_pronoun_stands_for_the_only_person(article: Build) -> None:
    found = speakers(article("Ann Miller runs the port. “We left early,” she said."), Kind.QUOTE)
    assert found == ["Ann Miller"]


def test_a_word_in_small_letters_is_no_person_for_a_pronoun(article: Build) -> None:
    found = speakers(
        article("Ann Miller came late.\n\n“We may lose, and I’m being myself, frank,” she said."), Kind.QUOTE
    )
    assert found == ["Ann Miller"]


def test_a_doubtful_pronoun_is_left_as_printed(article: Build) -> None:
    found = speakers(article("Ann Miller met Joan Baker. “We left early,” she said."), Kind.QUOTE)
    assert found == ["she"]


def test_a_reported_clause_has_its_speaker(article: Build) -> None:
    assert speakers(article("Police said the talks lasted two days."), Kind.DURATION) == ["Police"]
    assert speakers(article("The talks lasted two days, according to police."), Kind.DURATION) == ["police"]


def test_plain_statements_have_none(article: Build) -> None:
    assert speakers(article("The talks lasted two days."), Kind.DURATION) == [None]
    assert speakers(article(""), Kind.QUOTE) == []


def test_the_speaker_beside_the_verb_counts(article: Build) -> None:
    text = "The man who held the mill fired a “home-made gun” at the door, police say."
    assert speakers(article(text), Kind.QUOTE) == ["police"]


def test_the_listener_is_not_the_speaker(article: Build) -> None:
    text = "“We left early,” Ann Miller, head of research at the port, told Radio North."
    (found,) = speakers(article(text), Kind.QUOTE)
    assert found is not None
    assert found.startswith("Ann Miller")


def test_who_is_said_within_a_quotation_to_speak_is_not_its_speaker(article: Build) -> None:
    text = "The host: “You are saying that the port was never told of the leak?”"
    assert speakers(article(text), Kind.QUOTE) == [None]


def test_lives_are_claimed_by_nobody_who_speaks(article: Build) -> None:
    text = "The shells hit the market, the shells claiming two lives."
    assert speakers(article(text), Kind.NUMBER) == [None]
    assert speakers(article("The rebels claimed two victories."), Kind.NUMBER) == ["The rebels"]


def test_a_speaker_is_named_with_all_parts_of_a_word(article: Build) -> None:
    text = "Fifteen farmers were hurt, the London-based Norland Observatory said."
    assert speakers(article(text), Kind.NUMBER) == ["the London-based Norland Observatory"]


def test_a_participle_that_hangs_on_a_relative_clause_quotes_nobody(article: Build) -> None:
    parsed = parse(article("Miller spoke of Baker, the old sailor who was shot in May, saying it was “a bad joke”."))
    (saying,) = (t for t in parsed.tokens if t.text == "saying")
    (shot,) = (t for t in parsed.tokens if t.text == "shot")
    tokens = [replace(t, head=shot.index, dep="advcl") if t is saying else t for t in parsed.tokens]
    children = [tuple(t.index for t in tokens if t.head == i and t.index != i) for i in range(len(tokens))]
    hung = replace(parsed, tokens=tuple(tokens), children=tuple(children))
    (quotation,) = (m for m in attribute(hung, find_mentions(hung)) if m.kind is Kind.QUOTE)
    assert quotation.speaker is None


def test_a_pronoun_stands_for_a_person_without_the_end_of_his_post(article: Build) -> None:
    parsed = parse(article("Secretary of State Mary Holm came late. “We left early,” she said."))
    (of,) = (t for t in parsed.tokens if t.text == "of")
    named = replace(parsed, names=(Name(of.index, of.index + 4, "PERSON"),))
    (quotation,) = (m for m in attribute(named, find_mentions(named)) if m.kind is Kind.QUOTE)
    assert quotation.speaker == "Mary Holm"


def test_who_is_described_does_not_describe(article: Build) -> None:
    text = "For the man described by the Norland Post as “the last great smith of the coast”, it was the end."
    assert speakers(article(text), Kind.QUOTE) == ["the Norland Post"]
    text = "The man described as “the last great smith of the coast” came late."
    assert speakers(article(text), Kind.QUOTE) == [None]


def test_those_of_whom_a_quotation_tells_do_not_speak_it(article: Build) -> None:
    parsed = parse(article('"Three children were hurt in Orvane" news agency promptly reported.'))
    (reported,) = (t for t in parsed.tokens if t.text == "reported")
    (children,) = (t for t in parsed.tokens if t.text == "children")
    tokens = [replace(t, dep="dep") if t.head == reported.index and t.dep == "nsubj" else t for t in parsed.tokens]
    tokens[children.index] = replace(children, head=reported.index, dep="nsubj")
    hung = tuple(tuple(t.index for t in tokens if t.head == i and t.index != i) for i in range(len(tokens)))
    misread = replace(parsed, tokens=tuple(tokens), children=hung)
    (quotation,) = (m for m in attribute(misread, find_mentions(misread)) if m.kind is Kind.QUOTE)
    assert quotation.speaker is None or "children" not in quotation.speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Vera Holm called the vote. “The bridge is closed,” she said.", "Vera Holm"),
        ("The council backed Vera Holm. “The bridge is closed,” she said.", "she"),
        ("Nobody wanted to hear of Vera Holm’s plan. “The bridge is closed,” he added.", "he"),
        ("Ms. Holm was the victim. “The bridge is closed,” he said.", "he"),
        ("Ms. Holm called the vote. “The bridge is closed,” she said.", "Holm"),
        ("Mr. Holm called the vote. “The bridge is closed,” she said.", "she"),
    ],
)
def test_a_pronoun_is_somebody_who_acts_and_whom_no_title_rules_out(article: Build, text: str, speaker: str) -> None:
    (found,) = speakers(article(text), Kind.QUOTE)
    assert (found or "").removeprefix("Ms. ") == speaker


@pytest.mark.parametrize(
    ("phrase", "speaks"),
    [
        ("The ministry", True),
        ("The attack", False),
        ("Sunday", False),
        ("Two senior officials", True),
        ("60 people", False),
        ("Vera Holm, 61,", True),
        ("The release", True),
    ],
)
def test_a_day_a_figure_and_a_happening_say_nothing(article: Build, phrase: str, speaks: bool) -> None:
    parsed = parse(article(f"{phrase} said that the bridge was closed."))
    (said,) = (t.index for t in parsed.tokens if t.text == "said")
    last = said - 1 if parsed.tokens[said - 1].text == "," else said
    assert may_speak(parsed, (0, last)) is speaks


def test_what_something_is_done_to_says_nothing(article: Build) -> None:
    parsed = parse(article("The army denied that its forces used such weapons, saying the port was safe."))
    (weapons,) = (t.index for t in parsed.tokens if t.text == "weapons")
    assert not may_speak(parsed, (weapons - 1, weapons + 1))
    quoted = parse(article("The agency quoted the harbour master as saying that the port was safe."))
    (master,) = (t.index for t in quoted.tokens if t.text == "master")
    assert may_speak(quoted, (master - 2, master + 1))


def test_what_a_reported_clause_is_about_is_not_its_speaker(article: Build) -> None:
    text = "Vera Holm, who spoke on “The Harbour Show,” said the offer was late."
    assert "the offer" not in speakers(article(text), Kind.QUOTE)


def test_a_person_for_a_pronoun_is_named_without_the_rest_of_a_post(article: Build) -> None:
    parsed = parse(article("Majority Whip Vera Holm called the vote. “The bridge is closed,” she said."))
    named = replace(parsed, names=(Name(1, 4, "PERSON"),))
    (quotation,) = (m for m in attribute(named, find_mentions(named)) if m.kind is Kind.QUOTE)
    assert quotation.speaker == "Vera Holm"


VOICES = [
    ("“It is late,” said Ann Holm.", ["Ann Holm"]),
    ("“It is late,” Ann Holm said.", ["Ann Holm"]),
    ("“It is late”, said Ann Holm.", ["Ann Holm"]),
    ("“It is late?” asked Ann Holm.", [None]),
    ("“It is late.” Ann Holm said so.", [None]),
    ("“It is late.” She left. Ann Holm said no.", [None]),
    ("“It is late,” she added.", ["she"]),
    ("“It is late,” the old mayor of the small town of Orvane said.", ["the old mayor of the small town of Orvane"]),
    ("“It is late,” according to the old mayor.", ["the old mayor"]),
    ("“It is late” — according to Ann Holm.", ["Ann Holm"]),
    ("“It is late,” a statement by the port read.", [None]),
    ("“It is late,” Ann Holm told Joan Baker.", ["Ann Holm"]),
    ("“It is late,” Joan Baker was told.", [None]),
    ("“It is late,” was how Ann Holm put it.", [None]),
    ("Ann Holm said: “It is late.”", ["Ann Holm"]),
    ("Ann Holm said it was “late”.", ["Ann Holm"]),
    ("Ann Holm described the plan as “late”.", ["Ann Holm"]),
    ("Ann Holm gave more details, saying the port showed “a lack of faith”.", ["Ann Holm"]),
    ("The port showed “a lack of faith”.", ["The port"]),
    ("Ann Holm, 88, said it was “late”.", ["Ann Holm"]),
    ("The plan was described as “late” by Ann Holm.", ["Ann Holm"]),
    ("The plan was called “late”.", [None]),
    ("Ann Holm, who called it “late”, left.", ["Ann Holm"]),
    ("Ann Holm left. “It is late.”", [None]),
    ("Ann Holm said no. “It is late.”", [None]),
    ("Ann Holm said no; “it is late”.", ["Ann Holm"]),
    ("Asked about it, Ann Holm said “late”.", ["Ann Holm"]),
    ("Ann Holm left, saying “it is late”.", ["Ann Holm"]),
    ("Ann Holm thinks it is “late”, Joan Baker said.", ["Joan Baker"]),
    ("It said “late” on the door.", [None]),
    ("“It is late,” Ann Holm said. “It is cold.”", ["Ann Holm", "Ann Holm"]),
    ("“It is late. It is cold,” Ann Holm said. “Go.” “Come,” Joan Baker said.", ["Ann Holm", "Ann Holm", "Joan Baker"]),
    ("“It is late,” Ann Holm said late on Friday.", ["Ann Holm"]),
    ("“It is late,” Ann Holm & Co said.", ["Ann Holm & Co"]),
    ("“It is late,” he said.", ["he"]),
    ("Rob Holm came. “It is late,” he said.", ["Rob Holm"]),
    ("Rob Holm met Joan Baker. “It is late,” he said.", ["he"]),
    ("Police said 40 men came.", ["Police"]),
    ("40 men came, police said.", ["police"]),
    ("40 men came, the port said on Friday, and left.", ["the port"]),
    ("He said 40 men came.", ["He"]),
    ("Rob Holm left. He said 40 men came.", ["Rob Holm"]),
    ("According to the port, 40 men came.", ["the port"]),
    ("40 men came, according to the port.", ["the port"]),
    ("It was said that 40 men came.", [None]),
    ("40 men came.", [None]),
    ("The port announced 40 deaths.", ["The port"]),
    ("The port, which said 40 men came, closed.", ["The port"]),
    ("Ann Holm told them that 40 men came.", ["Ann Holm"]),
    ("Ann Holm was told that 40 men came.", [None]),
    ("“40 men came,” Ann Holm said.", ["Ann Holm", "Ann Holm"]),
    ("“40 men came.”", [None, None]),
    ("The report by the port said 40 men came.", ["The report by the port"]),
    ("A spokesman for the port said 40 men came.", ["A spokesman for the port"]),
]


@pytest.mark.parametrize(("text", "expected"), VOICES)
def test_who_speaks_in_each_quotation_and_of_each_number(article: Build, text: str, expected: list[str | None]) -> None:
    parsed = parse(article(text))
    found = attribute(parsed, find_mentions(parsed))
    assert [m.speaker for m in found if m.kind in (Kind.QUOTE, Kind.NUMBER)] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            'Any toll would be a "rather poor plan" bound to hurt trade between the two towns, Mayor Vera Holm said.',
            "Mayor Vera Holm",
        ),
        (
            "Orvane shipped about 13 percent, according to a Norland Iron and Steel Institute analysis.",
            "a Norland Iron and Steel Institute analysis",
        ),
        ("Boats from Orvane and Lunde carried 13 percent, the port said.", "the port"),
    ],
)
def test_a_speaker_is_neither_quoted_words_nor_half_a_name(article: Build, text: str, speaker: str) -> None:
    found = [*speakers(article(text), Kind.PERCENT), *speakers(article(text), Kind.NUMBER)]
    assert set(found) == {speaker}
