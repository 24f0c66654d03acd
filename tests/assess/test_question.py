"""Questions built from the clause of a value, and clauses with a gap: what they take over and what they refuse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from trees import mention, tree

from divergence.assess.question import _done, circumstances, is_happening, question, with_gap
from divergence.facts.quantity.quantity import Quantity
from divergence.language import Parsed
from divergence.language.parsed import Token
from divergence.model.fact import Kind, Mention
from divergence.model.text import Article, Story
from divergence.options import Options
from divergence.pipeline import compare, read_article

Build = Callable[..., Story]


def read(story: Build, kind: Kind, said: str, *texts: str) -> tuple[list[Mention], dict[str, Parsed]]:
    """The mention of each text that holds some words, and the parses."""
    found = [read_article(a, Options()) for a in story(*texts, published="2024-05-06").articles]
    mentions = [m for _, ms in found for m in ms if m.kind is kind and said in m.text]
    return mentions, {p.article.id: p for p, _ in found}


@pytest.mark.parametrize(
    ("kind", "said", "sentence", "asked"),
    [
        (
            Kind.NUMBER,
            "40",
            "The harbour authority sold 40 old barges in March.",
            "how many old barges did the harbour authority sell in March?",
        ),
        (
            Kind.NUMBER,
            "40",
            "In the port 40 large tents were ready on Monday.",
            "how many large tents were ready in the port on Monday?",
        ),
        (
            Kind.DATE,
            "Monday",
            "The council of Orvane opened the new bridge on Monday.",
            "when did the council of Orvane open the new bridge?",
        ),
        (
            Kind.DATE,
            "Monday",
            "Two crates were found in a barn near Orvane on Monday.",
            "when were two crates found in a barn near Orvane?",
        ),
        (
            Kind.PLACE,
            "Norhaven",
            "The minister met the owners of the ferry in Norhaven.",
            "where did the minister meet the owners of the ferry?",
        ),
        (
            Kind.DURATION,
            "nine hours",
            "The rescuers searched the shaft for nine hours.",
            "how long did the rescuers search the shaft?",
        ),
    ],
)
def test_a_clause_becomes_a_question(story: Build, kind: Kind, said: str, sentence: str, asked: str) -> None:
    assert question(*read(story, kind, said, sentence, sentence)) == asked


@pytest.mark.parametrize(
    ("kind", "said", "sentence"),
    [
        (Kind.DATE, "Monday", "He opened the new bridge on Monday."),
        (Kind.DATE, "Monday", "Officials of the port said on Monday that the bridge was open."),
        (Kind.PLACE, "Norhaven", "The minister met the mayor of Norhaven and left for the coast."),
        (Kind.NUMBER, "one", "The harbour authority sold one old barge in March."),
    ],
    ids=["nobody named", "when it was said", "a part of a name", "one thing"],
)
def test_no_question_where_it_would_tell_nothing(story: Build, kind: Kind, said: str, sentence: str) -> None:
    assert question(*read(story, kind, said, sentence, sentence)) == ""


def test_what_only_one_side_says_is_left_out(story: Build) -> None:
    texts = (
        "The harbour authority sold 40 old barges in March.",
        "In a surprise, the harbour authority sold 40 rusty barges at an auction.",
    )
    assert question(*read(story, Kind.NUMBER, "40", *texts)) == "how many barges did the harbour authority sell?"


@pytest.mark.parametrize(
    "other", ["The port office sold 40 barges in March.", "The harbour authority painted 40 barges in March."]
)
def test_another_subject_or_verb_gives_no_question(story: Build, other: str) -> None:
    mentions = read(story, Kind.NUMBER, "40", "The harbour authority sold 40 barges in March.", other)
    assert question(*mentions) == with_gap(*mentions) == ""


def test_a_clause_stands_with_a_gap_where_the_value_lies_deep_in_it(story: Build) -> None:
    sentence = "The ferry carried a group of 12 pilgrims through the strait."
    assert with_gap(*read(story, Kind.NUMBER, "12", sentence, sentence)) == (
        "the ferry carried a group of … pilgrims through the strait"
    )


def test_a_clause_without_its_when_is_left_out(story: Build) -> None:
    found = compare(
        story(
            "There were no survivors when a cargo plane came down near Leeds on Sunday, the aviation authority said. "
            "Its wreck burned for hours in a field.",
            "Two survivors were pulled from a cargo plane that came down near Leeds on Sunday, the aviation authority "
            "said.",
            published="2025-10-27",
        )
    ).divergences
    assert [d.subject for d in found if d.kind is Kind.NUMBER] == ["How many people survived?"]


def test_a_part_of_a_word_is_no_gap(story: Build) -> None:
    sentence = "The thieves drove a large four-by-four car into the shop."
    mentions, parses = read(story, Kind.NUMBER, "four", sentence, sentence)
    assert not mentions or with_gap(mentions, parses) == ""


def test_circumstances_name_the_doer_and_the_time(story: Build) -> None:
    sentence = "In March 2009 a strong quake near Norhaven killed more than 1,000 people."
    mentions = read(story, Kind.NUMBER, "1,000", sentence, sentence)
    assert circumstances(*mentions, "killed") == "by a strong quake near Norhaven"
    texts = (
        "A quake killed more than 1,000 people in March 2009.",
        "A gale killed more than 1,000 people in March 2009.",
    )
    assert circumstances(*read(story, Kind.NUMBER, "1,000", *texts), "killed") == "in March 2009"


def test_people_are_killed_in_a_happening_and_by_somebody(story: Build) -> None:
    texts = "The clashes killed 12 farmers near Orvane.", "The guards killed 12 farmers near Orvane."
    in_it, by_them = (circumstances(*read(story, Kind.NUMBER, "12", t, t), "killed") for t in texts)
    assert in_it == "in the clashes"
    assert by_them == "by the guards"


def test_what_is_said_of_one_value_only_is_in_no_question(story: Build) -> None:
    texts = ("The harbour authority sold 40 old barges.",) * 2 + ("The harbour authority sold 60 barges.",)
    mentions, parses = read(story, Kind.NUMBER, "0", *texts)
    assert question(mentions, parses) == "how many barges did the harbour authority sell?"


def test_the_passive_of_a_headline_is_no_active_clause(story: Build) -> None:
    headline = "Bank director Mary Holm found dead in a hotel"
    for kind in (Kind.ROLE, Kind.PERSON):
        assert question(*read(story, kind, "", headline, headline)) == ""


def test_words_that_tell_nothing_are_no_circumstance(story: Build) -> None:
    for sentence in ("The storm so far killed 12 farmers.", "People killed 12 farmers."):
        around = circumstances(*read(story, Kind.NUMBER, "12", sentence, sentence), "killed")
        assert around in {"in the storm", "by the storm", ""}


def test_what_may_belong_to_a_participle_is_left_out(story: Build) -> None:
    sentence = "The council passed a law in May ordering an end to fishing in crowded areas."
    asked = question(*read(story, Kind.DATE, "May", sentence, sentence))
    assert "crowded" not in asked


def test_no_adverb_stands_without_what_it_opens(story: Build) -> None:
    sentence = "The storm injured 12 people in the quarter of Orvane ahead of the annual spring festival on the coast."
    assert not circumstances(*read(story, Kind.NUMBER, "12", sentence, sentence), "wounded").endswith("ahead")


def test_an_article_fits_the_word_that_is_left(story: Build) -> None:
    texts = (
        "The guards shot 12 farmers in a daring attack on Monday.",
        "The guards shot 12 farmers in a night attack on Monday.",
    )
    assert circumstances(*read(story, Kind.NUMBER, "12", *texts), "shot") == "by the guards in an attack on Monday"


@pytest.mark.parametrize(
    "sentence",
    [
        "Rescue crews evacuated 12 farmers from Orvane.",
        "Police found 12 bodies in Orvane.",
        "The army lost 12 soldiers in Orvane.",
        "Doctors treated 12 farmers in Orvane.",
    ],
)
def test_nobody_is_harmed_by_those_who_find_treat_or_lose(story: Build, sentence: str) -> None:
    mentions, parses = read(story, Kind.NUMBER, "12", sentence, sentence)
    assert mentions[0].slot.outcome
    assert "by" not in circumstances(mentions, parses, mentions[0].slot.outcome)


def test_those_who_fatally_shoot_are_the_doers(story: Build) -> None:
    sentence = "The guards fatally shot 12 farmers near Orvane."
    assert circumstances(*read(story, Kind.NUMBER, "12", sentence, sentence), "killed") == "by the guards"


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Barrel bomb attack kills 12 farmers in Orvane.", "in barrel bomb attack in Orvane"),
        ("Israeli jets kill 12 farmers in Orvane.", "by Israeli jets in Orvane"),
        ("NATO jets kill 12 farmers in Orvane.", "by NATO jets in Orvane"),
    ],
)
def test_only_names_keep_the_capital_of_a_sentence(story: Build, sentence: str, asked: str) -> None:
    assert circumstances(*read(story, Kind.NUMBER, "12", sentence, sentence), "killed") == asked


@pytest.mark.parametrize(
    ("sentence", "around"),
    [
        ("A bomb attack killed 12 farmers in Orvane.", "in a bomb attack in Orvane"),
        ("THE attack killed 12 farmers in Orvane.", "in the attack in Orvane"),
    ],
)
def test_an_article_keeps_no_capital(story: Build, sentence: str, around: str) -> None:
    assert circumstances(*read(story, Kind.NUMBER, "12", sentence, sentence), "killed") == around


@pytest.mark.parametrize("sum_of", ["$30 million", "£30 million", "€30 million"])
def test_no_sign_of_a_currency_stands_without_its_figure(story: Build, sum_of: str) -> None:
    first, second = (
        f"The harbour authority will pay {told} for the old ferry in Orvane."
        for told in (sum_of, sum_of.replace("30", "40"))
    )
    for make in (question, with_gap, circumstances):
        told = make(*read(story, Kind.PLACE, "Orvane", first, second), "")
        assert sum_of[0] not in told


def test_a_word_that_the_articles_have_with_a_capital_keeps_it(story: Build) -> None:
    sentence = "Registration will run until Monday."
    mentions = read(story, Kind.DATE, "Monday", sentence, sentence)
    assert question(*mentions) == "until when will registration run?"
    assert question(*mentions, "", {"registration": "Registration"}) == "until when will Registration run?"


@pytest.mark.parametrize(
    ("kind", "said", "sentence"),
    [
        (Kind.DURATION, "nine hours", "Nothing shows all that the rescuers have done for nine hours."),
        (Kind.ORGANISATION, "FBI", "The mayor wants to know what the FBI has done to the port."),
        (Kind.DATE, "May", "Voters will have the chance to send a message in May."),
        (Kind.ORGANISATION, "FBI", "The FBI was worried about the number of times Holm was wrong."),
    ],
    ids=["relative clause", "indirect question", "infinitive left out", "clause left out"],
)
def test_a_clause_without_one_of_its_parts_is_no_question(story: Build, kind: Kind, said: str, sentence: str) -> None:
    mentions = read(story, kind, said, sentence, sentence)
    assert mentions[0]
    assert question(*mentions) == with_gap(*mentions) == ""


def test_the_year_of_an_event_is_no_gap(story: Build) -> None:
    sentence = "The port office spoke of meddling in the 2016 election in the strait."
    mentions = read(story, Kind.DATE, "2016", sentence, sentence)
    assert mentions[0]
    assert with_gap(*mentions) == ""


def test_a_share_is_not_asked_of_the_survey_that_finds_it(story: Build) -> None:
    sentence = "A poll found 31 percent of farmers in Orvane."
    assert question(*read(story, Kind.PERCENT, "31", sentence, sentence)) == ""
    sentence = "The storm ruined 31 percent of all boats in Orvane."
    assert question(*read(story, Kind.PERCENT, "31", sentence, sentence)).startswith("what share of all boats")


def test_a_name_around_a_nickname_is_not_torn(story: Build) -> None:
    sentence = 'Mob boss Vincent "The Eel" Corante, a gang leader, died Monday in prison.'
    assert question(*read(story, Kind.DATE, "Monday", sentence, sentence)) == ""


def test_a_gap_leaves_out_what_stands_before_its_subject(story: Build) -> None:
    sentence = "Before 1997, Baker had served only a five-year drug sentence in the port prison."
    told = with_gap(*read(story, Kind.DURATION, "five-year", sentence, sentence))
    assert "…" in told
    assert "1997" not in told


def test_no_word_with_a_hyphen_is_torn(story: Build) -> None:
    texts = (
        "Six children were hurt in an attack on a school in the government-held west of Orvane on Thursday.",
        "Six children were hurt in an attack on a school in the government quarter of Orvane on Thursday.",
    )
    around = circumstances(*read(story, Kind.NUMBER, "Six", *texts), "wounded")
    assert "on a school" in around
    assert not around.endswith("the government")


@pytest.mark.parametrize("word", ["meanwhile", "in fact"])
def test_words_that_only_join_sentences_are_no_circumstance(story: Build, word: str) -> None:
    sentence = f"Six children were {word} hurt on Thursday."
    assert word not in circumstances(*read(story, Kind.NUMBER, "Six", sentence, sentence), "wounded")


def test_a_question_names_nothing_twice(story: Build) -> None:
    texts = (
        "Thefts occurred in the port between 2012 and 2014.",
        "In May, 63 thefts occurred in the port during 2015, with 3 thefts a day.",
    )
    asked = question(*read(story, Kind.DATE, "201", *texts))
    assert asked.count("theft") <= 1


def test_a_hedge_of_one_side_is_in_no_heading(story: Build) -> None:
    texts = "The port office has about a one-week lag.", "The port office has a one-week lag in its lists."
    assert "about" not in with_gap(*read(story, Kind.DURATION, "week", *texts))


def test_the_end_of_a_word_with_a_hyphen_does_not_stand_alone(story: Build) -> None:
    texts = (
        "The fire broke out a week after a gale hit two boats at the port office of East Norland-Orvane.",
        "The fire broke out a week after a gale hit two boats at Norland-Orvane.",
    )
    assert " -" not in question(*read(story, Kind.DURATION, "week", *texts))


@pytest.mark.parametrize(
    ("subject", "tag", "form", "lemma", "helper"),
    [
        ("NN", "VBD", "sank", "sink", "did"),
        ("NN", "VBZ", "sinks", "sink", "does"),
        ("NNS", "VBP", "sink", "sink", "do"),
        ("NN", "VBP", "hit", "hit", "did"),
        ("NNP", "VBP", "hit", "hit", "did"),
        ("NN", "VBP", "hitten", "hit", ""),
        ("NNS", "VBP", "hit", "hit", "do"),
        ("NN", "VBG", "sinking", "sink", ""),
        ("NN", "VBD", "hit", "hit", "did"),
    ],
)
def test_a_form_beside_one_thing_that_is_no_present_is_the_past(
    subject: str, tag: str, form: str, lemma: str, helper: str
) -> None:
    noun = Token(0, 0, 5, "barge", "barge", "NOUN", subject, "nsubj", 1, 0)
    verb = Token(1, 6, 6 + len(form), form, lemma, "VERB", tag, "root", 1, 0)
    parsed = Parsed(Article("A", "a.txt", f"barge {form}", ()), (noun, verb), (), (), ((), (0,)))
    assert _done(parsed, verb, 0) == helper


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("By Friday all but one of the villages had been recaptured.", "had all been"),
        ("The mine killed 12 people yet nobody was charged on Monday.", "yet"),
        ("In March three men emptied almost all of the stock of gems.", "almost the"),
        ("Holm scored 20 points last night against Orvane.", "score night"),
        ("Will Artin scored 14 points and Ida Holm had 11 rebounds in Orvane.", "will"),
        ("At least 230 people have been killed in Norlands multi-front conflict with the rebels.", "in Norlands?"),
        ("In the provinces west eight farmers were killed by a mine.", "in the provinces?"),
        ("The row flared after the crews took over two barges in July.", "flared"),
    ],
)
def test_no_heading_is_torn(story: Build, text: str, torn: str) -> None:
    found = compare(story(text, f"{text} Shops stayed closed.", published="2024-03-05")).agreements
    assert not [a.subject for a in found if torn in a.subject]


@pytest.mark.parametrize(("other", "asked"), [("the entire", "almost the entire stock"), ("all of the", "")])
def test_almost_is_not_said_of_less_than_it_was_said_of(story: Build, other: str, asked: str) -> None:
    """Of *almost all of the stock* and *almost the entire stock* both articles bear out *almost the stock*."""
    text = "In December 2018, three men emptied almost {} stock of gems from the Vera Holm jewellery store."
    texts = [text.format("the entire"), f"{text.format(other)} Shops stayed closed."]
    found = [a.subject for a in compare(story(*texts, published="2024-03-05")).agreements if "almost" in a.subject]
    assert bool(found) == bool(asked)
    assert all(asked in subject for subject in found)


def by_hand(written: str, words: str, kind: Kind, other: str = "") -> tuple[list[Mention], dict[str, Parsed]]:
    """A mention of two articles parsed by hand, which say the same or something else beside it."""
    parses = {name: tree(text, article=name) for name, text in (("A", written), ("B", other or written))}
    return [mention(parsed, words, kind) for parsed in parses.values()], parses


COUNCIL = "the/DET/DT/det/2 council/NOUN/NN/nsubj/3 "
SOLD = COUNCIL + "{}/VERB/VBD/root/0 {} {} ./PUNCT/./punct/3"
BARGES = "40/NUM/CD/nummod/5 barges/NOUN/NNS/obj/3"
OLD = "old/ADJ/JJ/amod/5 barges/NOUN/NNS/obj/3"
IN_MAY = "in/ADP/IN/case/7 May/PROPN/NNP/obl/3"
AT_ORVANE = "at/ADP/IN/case/7 Orvane/PROPN/NNP/obl/3"


@pytest.mark.parametrize(
    ("written", "words", "kind", "asked"),
    [
        (SOLD.format("sold", BARGES, IN_MAY), "40 barges", Kind.NUMBER, "how many barges did the council sell in May?"),
        (SOLD.format("sold", OLD, IN_MAY), "May", Kind.DATE, "when did the council sell old barges?"),
        (SOLD.format("sold", OLD, AT_ORVANE), "Orvane", Kind.PLACE, "where did the council sell old barges?"),
        (SOLD.format("sold", OLD, AT_ORVANE), "Orvane", Kind.ORGANISATION, ""),
        (
            SOLD.format("sold", OLD, AT_ORVANE.replace("at/", "to/")),
            "Orvane",
            Kind.ORGANISATION,
            "to whom did the council sell old barges?",
        ),
        (SOLD.format("sold", OLD, IN_MAY.replace("in/", "despite/")), "May", Kind.DATE, ""),
        (
            SOLD.format("sold", OLD, IN_MAY.replace("in/", "until/")),
            "May",
            Kind.DATE,
            "until when did the council sell old barges?",
        ),
        (SOLD.format("said", OLD, IN_MAY), "May", Kind.DATE, ""),
        (SOLD.format("sold", OLD, IN_MAY).replace("VBD", "VBN"), "May", Kind.DATE, ""),
        (
            SOLD.format("sold", OLD, IN_MAY).replace("in/", "by/"),
            "May",
            Kind.DATE,
            "by when did the council sell old barges?",
        ),
        (SOLD.format("sold", OLD, "by/ADP/IN/case/7 May/PROPN/NNP/obl/3").replace("obj", "nmod"), "May", Kind.DATE, ""),
        (SOLD.format("found", "so/ADV/RB/advmod/5 shut/ADJ/JJ/xcomp/3", IN_MAY), "May", Kind.DATE, ""),
        (SOLD.format("sold", OLD.replace("obj", "nmod"), IN_MAY), "May", Kind.DATE, "when did the council sell?"),
        (
            SOLD.format("sold", OLD, "nine/NUM/CD/nummod/7 hours/NOUN/NNS/obl/3"),
            "nine hours",
            Kind.DURATION,
            "how long did the council sell old barges?",
        ),
        (
            SOLD.format("spent", "nine/NUM/CD/nummod/5 hours/NOUN/NNS/obj/3", AT_ORVANE),
            "nine hours",
            Kind.DURATION,
            "how long did the council spend at Orvane?",
        ),
        (SOLD.format("sold", "nine/NUM/CD/nummod/5 hours/NOUN/NNS/obj/3", AT_ORVANE), "nine hours", Kind.DURATION, ""),
        (
            SOLD.format("met", "Ida/PROPN/NNP/compound/5 Berg/PROPN/NNP/obj/3", AT_ORVANE),
            "Ida Berg",
            Kind.PERSON,
            "whom did the council meet at Orvane?",
        ),
        (SOLD.format("met", "Ida/PROPN/NNP/compound/5 Berg/PROPN/NNP/obj/3", AT_ORVANE), "Berg", Kind.ROLE, ""),
        (SOLD.format("sold", OLD, AT_ORVANE), "the council", Kind.PERSON, "who sold old barges at Orvane?"),
        (SOLD.format("sold", OLD, AT_ORVANE), "the council", Kind.DATE, ""),
        (SOLD.format("sold", OLD, ""), "the council", Kind.PERSON, ""),
    ],
)
def test_what_is_asked_of_a_clause_by_what_its_value_is_there(written: str, words: str, kind: Kind, asked: str) -> None:
    assert question(*by_hand(written, words, kind)) == asked


TENTS = "tents/NOUN/NNS/nsubj/4 "
MAY = " in/ADP/IN/case/{} May/PROPN/NNP/obl/{}"


@pytest.mark.parametrize(
    ("written", "words", "kind", "asked"),
    [
        (
            "40/NUM/CD/nummod/2 barges/NOUN/NNS/nsubj/3 lay/VERB/VBD/root/0 idle/ADV/JJ/advmod/3" + MAY.format(6, 3),
            "40 barges",
            Kind.NUMBER,
            "how many barges lay idle in May?",
        ),
        (
            "40/NUM/CD/nummod/2 barge/NOUN/NN/nsubj/3 lay/VERB/VBD/root/0 idle/ADV/JJ/advmod/3" + MAY.format(6, 3),
            "40 barge",
            Kind.NUMBER,
            "",
        ),
        (
            "some/DET/DT/nummod/2 barges/NOUN/NNS/nsubj/3 lay/VERB/VBD/root/0 idle/ADV/JJ/advmod/3" + MAY.format(6, 3),
            "some barges",
            Kind.NUMBER,
            "",
        ),
        (
            SOLD.format("paid", "$/SYM/$/obj/3 _40/NUM/CD/nummod/4", IN_MAY),
            "$40",
            Kind.MONEY,
            "how much did the council pay in May?",
        ),
        (
            SOLD.format("paid", OLD, "for/ADP/IN/case/7 $40/SYM/$/obl/3"),
            "$40",
            Kind.MONEY,
            "for how much did the council pay old barges?",
        ),
        (SOLD.format("paid", OLD, "until/ADP/IN/case/7 $40/SYM/$/obl/3"), "$40", Kind.MONEY, ""),
        (
            "$40/SYM/$/nsubj/2 went/VERB/VBD/root/0 to/ADP/IN/case/4 Orvane/PROPN/NNP/obl/2" + MAY.format(6, 2),
            "$40",
            Kind.MONEY,
            "",
        ),
        (
            "31/NUM/CD/nummod/2 percent/NOUN/NN/nsubj/5 of/ADP/IN/case/4 barges/NOUN/NNS/nmod/2 sank/VERB/VBD/root/0"
            + MAY.format(7, 5),
            "31 percent",
            Kind.PERCENT,
            "what share of barges sank in May?",
        ),
        (
            "31/NUM/CD/nummod/2 percent/NOUN/NN/nsubj/5 among/ADP/IN/case/4 barges/NOUN/NNS/nmod/2 sank/VERB/VBD/root/0"
            + MAY.format(7, 5),
            "31 percent",
            Kind.PERCENT,
            "",
        ),
        (
            "31/NUM/CD/nummod/2 percent/NOUN/NN/nsubj/3 sank/VERB/VBD/root/0" + MAY.format(5, 3),
            "31 percent",
            Kind.PERCENT,
            "",
        ),
        (
            "polls/NOUN/NNS/nsubj/2 found/VERB/VBD/root/0 31/NUM/CD/nummod/4 percent/NOUN/NN/obj/2"
            " of/ADP/IN/case/6 barges/NOUN/NNS/nmod/4",
            "31 percent",
            Kind.PERCENT,
            "",
        ),
        (
            "large/ADJ/JJ/amod/2 tents/NOUN/NNS/nsubj/4 were/AUX/VBD/cop/4 ready/ADJ/JJ/root/0" + MAY.format(6, 4),
            "May",
            Kind.DATE,
            "when were large tents ready?",
        ),
        (
            "large/ADJ/JJ/amod/2 tents/NOUN/NNS/nsubj/4 were/AUX/VBD/cop/4 booths/NOUN/NNS/root/0" + MAY.format(6, 4),
            "May",
            Kind.DATE,
            "",
        ),
        (
            TENTS + "will/AUX/MD/aux/4 not/PART/RB/advmod/4 open/VERB/VB/root/0" + MAY.format(6, 4),
            "May",
            Kind.DATE,
            "when will tents not open?",
        ),
        (
            TENTS + "did/AUX/VBD/aux/4 n’t/PART/RB/advmod/4 open/VERB/VB/root/0" + MAY.format(6, 4),
            "May",
            Kind.DATE,
            "when did tents not open?",
        ),
        (
            TENTS + "’ll/AUX/MD/aux/4 soon/ADV/RB/advmod/4 open/VERB/VB/root/0" + MAY.format(6, 4),
            "May",
            Kind.DATE,
            "",
        ),
        (
            TENTS + "been/AUX/VBN/aux/4 soon/ADV/RB/advmod/4 open/VERB/VB/root/0" + MAY.format(6, 4),
            "May",
            Kind.DATE,
            "",
        ),
    ],
)
def test_counts_sums_shares_and_helpers_have_questions_of_their_own(
    written: str, words: str, kind: Kind, asked: str
) -> None:
    assert question(*by_hand(written, words, kind)) == asked


def test_a_measure_is_no_count_of_things() -> None:
    (one, other), parses = by_hand(SOLD.format("sold", BARGES, IN_MAY), "40 barges", Kind.NUMBER)
    miles = Quantity(Decimal(40), Decimal(40), "mile", "length")
    assert question([one, other], parses)
    assert question([replace(m, value=miles) for m in (one, other)], parses) == ""


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        ("", "when did the council sell old barges?"),
        ("quickly/ADV/RB/advmod/3", "when did the council sell old barges?"),
        ("also/ADV/RB/advmod/3", "when did the council sell old barges?"),
        ("there/ADV/RB/advmod/3", ""),
        ("twice/ADV/RB/advmod/3", "when did the council sell old barges twice?"),
        ("not/ADV/RB/advmod/3", "when did not the council sell old barges?"),
        ("Monday/PROPN/NNP/obl/3", "when did the council sell old barges Monday?"),
        ("Holm/PROPN/NNP/obl/3", "when did the council sell old barges?"),
        ("despite/ADP/IN/case/9 rain/NOUN/NN/obl/3", "when did the council sell old barges?"),
        ("with/ADP/IN/case/9 care/NOUN/NN/obl/3", "when did the council sell old barges with care?"),
        ("with/ADP/IN/case/9 barges/NOUN/NNS/obl/3", "when did the council sell old barges?"),
        ("after/SCONJ/IN/mark/9 sailing/VERB/VBG/advcl/3", "when did the council sell old barges after sailing?"),
        ("once/SCONJ/IN/mark/9 fined/VERB/VBN/advcl/3", "when did the council sell old barges?"),
        ("for/ADP/IN/case/9 cash/NOUN/NN/nmod/5", "when did the council sell old barges for cash?"),
        ("laden/VERB/VBN/acl/5", "when did the council sell old barges laden?"),
    ],
)
def test_what_a_question_tells_of_the_circumstances(more: str, asked: str) -> None:
    found = question(*by_hand(SOLD.format("sold", OLD, f"{IN_MAY} {more}"), "May", Kind.DATE))
    if asked:
        assert found.replace(" not", "").split() == asked.replace(" not", "").split()


def test_two_circumstances_are_told_at_most() -> None:
    words = zip((9, 11, 13), ("care", "haste", "luck"), strict=True)
    phrases = [f"with/ADP/IN/case/{place} {word}/NOUN/NN/obl/3" for place, word in words]
    found = question(*by_hand(SOLD.format("sold", OLD, " ".join([IN_MAY, *phrases])), "May", Kind.DATE))
    assert found == "when did the council sell old barges with care with haste?"


def test_what_follows_a_participle_may_belong_to_it() -> None:
    fined = "ordering/VERB/VBG/advcl/3 with/ADP/IN/case/10 care/NOUN/NN/obl/3"
    assert question(*by_hand(SOLD.format("sold", OLD, f"{IN_MAY} {fined}"), "May", Kind.DATE)) == (
        "when did the council sell old barges?"
    )
    cut = "in/ADP/IN/case/7 May/PROPN/NNP/obl/3 moored/VERB/VBN/acl/5 with/ADP/IN/case/10 care/NOUN/NN/obl/3"
    assert "care" not in question(*by_hand(SOLD.format("sold", OLD, cut), "May", Kind.DATE))


@pytest.mark.parametrize(
    ("particle", "asked"),
    [("out", "when did the council bring out old barges?"), ("there", "when did the council bring old barges?")],
)
def test_a_particle_stays_with_its_verb(particle: str, asked: str) -> None:
    written = COUNCIL + (
        f"brought/VERB/VBD/root/0 {particle}/ADP/RP/compound:prt/3 old/ADJ/JJ/amod/6 barges/NOUN/NNS/obj/3"
        " in/ADP/IN/case/8 May/PROPN/NNP/obl/3"
    )
    found = question(*by_hand(written, "May", Kind.DATE))
    assert found == asked or (particle == "there" and found == "")


def test_a_complement_that_one_side_lacks_leaves_no_question() -> None:
    written, other = (SOLD.format("sold", OLD.replace("barges", what), IN_MAY) for what in ("barges", "piers"))
    assert question(*by_hand(written, "May", Kind.DATE, other)) == ""
    assert question(*by_hand(written, "May", Kind.DATE, written.replace(" old/", " new/"))) == (
        "when did the council sell barges?"
    )


def test_a_value_with_more_in_its_phrase_is_not_asked_for() -> None:
    for more in ("of/ADP/IN/case/9 Norland/PROPN/NNP/nmod/7", "and/CCONJ/CC/cc/9 June/PROPN/NNP/conj/7"):
        assert question(*by_hand(SOLD.format("sold", OLD, f"{IN_MAY} {more}"), "May", Kind.DATE)) == ""
        assert question(*by_hand(SOLD.format("sold", OLD, f"{IN_MAY} {more}"), tree_text(f"May {more}"), Kind.DATE))


def tree_text(written: str) -> str:
    """The forms of some words of a parse."""
    return " ".join(word.split("/")[0] for word in written.split())


@pytest.mark.parametrize(
    ("written", "words", "kind", "told"),
    [
        (SOLD.format("sold", BARGES, AT_ORVANE), "40", Kind.NUMBER, "the council sold … barges at Orvane"),
        (SOLD.format("sold", OLD, IN_MAY), "May", Kind.DATE, "the council sold old barges in …"),
        (SOLD.format("said", BARGES, AT_ORVANE), "40", Kind.NUMBER, ""),
        (SOLD.format("sold", BARGES, "").replace("the/DET/DT/det/2 ", "the/DET/DT/det/2 ", 1), "40", Kind.NUMBER, ""),
        (SOLD.format("sold", BARGES, f"{IN_MAY} of/ADP/IN/case/9 Norland/PROPN/NNP/nmod/7"), "May", Kind.DATE, ""),
        (SOLD.format("sold", BARGES, AT_ORVANE), "sold", Kind.PLACE, ""),
        (
            SOLD.format(
                "sold",
                "40/NUM/CD/nummod/6 _-/PUNCT/HYPH/punct/4 _barges/NOUN/NNS/obj/3",
                "at/ADP/IN/case/8 Orvane/PROPN/NNP/obl/3",
            ),
            "40",
            Kind.NUMBER,
            "",
        ),
    ],
)
def test_a_gap_stands_where_the_value_stood(written: str, words: str, kind: Kind, told: str) -> None:
    assert with_gap(*by_hand(written, words, kind)) == told


def around(verb: str, outcome: str, subject: str = "council", more: str = AT_ORVANE, end: str = ".") -> str:
    written = SOLD.format(verb, BARGES.replace("barges", "sailors"), more).replace("council", subject)
    mentions, parses = by_hand(written.replace(" ./PUNCT", f" {end}/PUNCT"), "40 sailors", Kind.NUMBER)
    return circumstances([replace(m, slot=replace(m.slot, outcome=outcome)) for m in mentions], parses, outcome)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (around("killed", "killed"), "by the council at Orvane"),
        (around("killed", "killed", "gale"), "by the gale at Orvane"),
        (around("killed", "killed", "attack"), "in the attack at Orvane"),
        (around("killed", "killed", "people"), "at Orvane"),
        (around("shot", "killed"), "by the council at Orvane"),
        (around("shot", "shot"), "by the council at Orvane"),
        (around("found", "killed"), "at Orvane"),
        (around("wounded", "killed"), "at Orvane"),
        (around("evacuated", "displaced"), "at Orvane"),
        (around("killed", "killed", end="now"), ""),
        (around("killed", "killed", end="!”"), "by the council at Orvane"),
        (around("killed", "killed", more=""), "by the council"),
    ],
)
def test_by_whom_or_in_what_and_where_people_came_to_harm(told: str, words: str) -> None:
    assert told == words


@pytest.mark.parametrize(("noun", "is_one"), [("flood", True), ("attack", True), ("council", False)])
def test_people_are_harmed_in_a_happening(noun: str, is_one: bool) -> None:
    assert is_happening(noun) is is_one


def test_where_somebody_said_it_is_not_where_it_happened(story: Build) -> None:
    text = "In late March the army acknowledged the deaths of 735 sailors in its raids."
    parses, mentions = {}, []
    for a in story(text, f"{text} Shops stayed closed.", published="2024-05-05").articles:
        parsed, found = read_article(a, Options())
        parses[a.id] = parsed
        mentions += [m for m in found if m.kind is Kind.NUMBER]
    assert "March" not in circumstances(mentions, parses, "killed")


def test_a_bound_is_never_left_out_of_a_heading(story: Build) -> None:
    text = "Three bombers killed at least two people in Orvane."
    found = compare(story(text, f"{text} Shops stayed closed.", published="2024-03-05")).agreements
    assert not [a.subject for a in found if "killed two people" in a.subject]
