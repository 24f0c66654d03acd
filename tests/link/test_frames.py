"""Sentences that are the same but for a value: flagged whatever the kind, and what no frame proves is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from divergence.facts import Related
from divergence.facts.names.organisation import Bodies
from divergence.facts.names.person import People
from divergence.facts.place.value import Places, Spot
from divergence.facts.quantity.quantity import Quantity
from divergence.link import facing, frames
from divergence.link.facing import Facing, FramePair, opcodes, read_passage
from divergence.link.relations import Relations
from divergence.link.summed import CountRow
from divergence.model.comparison import Comparison, Divergence, Relation, Verdict
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Span, Story
from divergence.options import Options
from divergence.pipeline import compare, read_article

Build = Callable[..., Story]

REST = (
    "The harbour master spoke to reporters after the meeting. Ferries to the islands will run again in the spring."
    " Traders on the quay said that they had not been asked."
)


def conflicts(comparison: Comparison) -> list[Divergence]:
    return [d for d in comparison.divergences if d.verdict is Verdict.CONFLICT]


def told(story: Build, left: str, right: str) -> list[Divergence]:
    return conflicts(compare(story(f"{left} {REST}", f"{right} {REST}")))


def values(divergence: Divergence) -> set[str]:
    return {r.value for r in divergence.readings}


@pytest.mark.parametrize(
    ("left", "right", "flagged"),
    [
        ("Three nurses and two cooks", "Five people", False),
        ("Three nurses and six cooks", "Five people", False),
        ("Two cooks", "Five cooks", True),
        ("Three nurses and two cooks", "Three nurses and six cooks", True),
    ],
)
def test_one_of_several_counts_in_a_row_is_no_rival_of_all(story: Build, left: str, right: str, flagged: bool) -> None:
    frame = "{} were killed when a bomb went off in the market of the town on Monday."
    assert bool(told(story, frame.format(left), frame.format(right))) is flagged


@pytest.mark.parametrize(
    ("frame", "kind", "left", "right"),
    [
        ("The victim was named as {}, a baker.", "person", "John Halifax", "Peter Reagan"),
        ("The inquiry is led by {} from the port authority.", "person", "Inga Solberg", "Karl Nyberg"),
        (
            "The strike was called by the {} on the eve of the talks.",
            "organisation",
            "Harbour League",
            "Dockers' Union",
        ),
        ("A warehouse burned down in {} during the night.", "place", "Bristol", "Toronto"),
        ("The council met on {} to vote on the new pier.", "date", "Monday", "Thursday"),
        ("The old pier was built in {} by prisoners.", "date", "1962", "1967"),
        ("The blaze destroyed {} boats in the inner harbour.", "number", "11", "14"),
        ("The new pier will cost the town {} in all.", "money", "$4 million", "$9 million"),
        ("Fares will rise by {} at the end of the year.", "percent", "4 percent", "14 percent"),
        ("The captain was questioned for {} by the police.", "duration", "three hours", "seven hours"),
        ("It was the {} fire on the quay within a year.", "ordinal", "second", "fifth"),
        ("The skipper, aged {}, was treated for burns.", "age", "41", "47"),
    ],
)
def test_one_changed_value_is_flagged_alone_whatever_its_kind(
    story: Build, frame: str, kind: str, left: str, right: str
) -> None:
    (found,) = told(story, frame.format(left), frame.format(right))
    assert found.kind.value == kind
    assert found.confidence >= 0.6
    assert any("other words of the two sentences are the same" in reason for reason in found.why)


def test_a_name_that_nothing_recognises_takes_the_kind_of_what_it_replaces(story: Build) -> None:
    (found,) = told(
        story,
        "The inquiry is led by Inga Solberg of the coast guard.",
        "The inquiry is led by Qwbrt Zlmpf of the coast guard.",
    )
    assert {m.text for r in found.readings for m in r.mentions} == {"Inga Solberg", "Qwbrt Zlmpf"}


def test_a_name_changed_throughout_is_one_finding_with_all_its_mentions(story: Build) -> None:
    text = "{0} opened the inquiry. A lawyer for {0} declined to comment. Nobody else saw {0} leave the harbour office."
    (found,) = told(story, text.format("Inga Solberg"), text.format("Laura Bennett"))
    assert [len(r.mentions) for r in found.readings] == [3, 3]


@pytest.mark.parametrize("word", ["not", "never"])
def test_a_denial_put_in_is_flagged(story: Build, word: str) -> None:
    plain = "The mayor will sign the contract with the shipping line this year."
    (found,) = told(story, plain, plain.replace("will", f"will {word}"))
    assert word in " ".join(values(found))


def test_a_denial_put_into_a_quotation_is_flagged_as_one(story: Build) -> None:
    plain = '"We will leave the harbour before the storm comes in," the skipper said.'
    (found,) = told(story, plain, plain.replace("will", "will not"))
    assert found.kind.value == "quote"


def test_a_denial_that_only_moved_is_no_difference(story: Build) -> None:
    assert not told(
        story,
        "The mayor said that he does not think that the pier is safe for the ferries.",
        "The mayor said that he does think that the pier is not safe for the ferries.",
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The council heard two witnesses on the fire.", "The council heard 2 witnesses on the fire."),
        ("Theatres in the harbour centre were closed at once.", "Theaters in the harbour center were closed at once."),
        ("The inquiry is led by Inga Solberg of the guard.", "The inquiry is led by Solberg of the guard."),
        (
            "The skipper was arrested on Monday near the old pier.",
            "The skipper was arrested yesterday near the old pier.",
        ),
        (
            "The fire was seen from Bristol across the water.",
            "The fire was seen from Bristol, England, across the water.",
        ),
        (
            "The Shiite party won the seat of the harbour district.",
            "The Shia party won the seat of the harbour district.",
        ),
    ],
)
def test_what_may_be_one_value_is_not_flagged(story: Build, left: str, right: str) -> None:
    assert not told(story, left, right)


def test_two_names_that_both_articles_use_may_be_one_person(story: Build) -> None:
    left = "Solberg was last seen near the old pier at nightfall. Inga is 40."
    right = "Inga was last seen near the old pier at nightfall. Solberg is 40."
    assert not [d for d in told(story, left, right) if d.kind.value == "person"]


@pytest.mark.parametrize(
    ("left", "right"),
    [("late Monday", "late Thursday"), ("Saturday and Sunday", "Tuesday and Sunday"), ("8 June 2013", "8 July 2013")],
)
def test_one_day_or_month_for_another_is_flagged_whatever_else_the_dates_share(
    story: Build, left: str, right: str
) -> None:
    frame = "The storm sank two boats in the outer harbour on {} off the cape."
    assert [d.kind.value for d in told(story, frame.format(left), frame.format(right))] == ["date"]


def test_bounds_at_plainly_different_figures_are_flagged(story: Build) -> None:
    (found,) = told(
        story,
        "More than 200 people watched the fire from the quay.",
        "More than 900 people watched the fire from the quay.",
    )
    assert values(found) == {"more than 200", "more than 900"}


NEXT_FIGURES = [
    ("20%", "21%"),
    ("about 1,200 tons", "about 1,234 tons"),
    ("more than 200 boats", "more than 201 boats"),
    ("12 to 18 months", "13 to 18 months"),
    ("nearly 30 years", "nearly 31 years"),
]
COPIED = (
    "The harbour office of Harlow gave its yearly figures on Friday. They told of {} in all, as its spokeswoman said. "
    "The quay was built by fishermen of the town. Its walls are to be mended before the winter storms set in."
)


def test_bounds_at_nearly_one_figure_are_told_in_a_copy_only(story: Build) -> None:
    own = "The boats lay in the bay for a week before anybody came aboard, and their masters did not say why they had. "
    other = (
        "A strike of the pilots kept everybody waiting. Nobody in the town would work the tugs while talks went on. "
    )
    left, right = (
        "More than 200 people watched the fire from the quay.",
        "More than 205 people watched the fire from the quay.",
    )
    assert len(told(story, left, right)) == 1
    assert not told(story, own + left, other + right)


@pytest.mark.parametrize(("left", "right"), NEXT_FIGURES)
def test_another_figure_in_a_copy_is_told_even_where_one_could_round_the_other(
    story: Build, left: str, right: str
) -> None:
    assert len(told(story, COPIED.format(left), COPIED.format(right))) == 1


@pytest.mark.parametrize(
    ("left", "right"), [("21.4%", "21%"), ("about 30 boats", "30 boats"), ("20 to 25 boats", "23 boats")]
)
def test_a_figure_in_another_form_may_be_the_same(story: Build, left: str, right: str) -> None:
    assert not told(story, COPIED.format(left), COPIED.format(right))


def test_sums_that_each_article_converts_for_its_readers_are_not_compared(story: Build) -> None:
    frame = "The thieves left the harbour shop with watches worth two million euros ({}) in a grey bag."
    assert not told(story, frame.format("26 million rand"), frame.format("2.6 million dollars"))


def test_a_count_that_a_singular_only_implies_proves_nothing(story: Build) -> None:
    left = "A man was charged with setting fire to the warehouse on the quay."
    right = "Karl, 23, was charged with setting fire to the warehouse on the quay."
    assert not [d for d in told(story, left, right) if d.kind.value in {"age", "number"}]


def test_one_capitalised_word_for_another_is_no_name(story: Build) -> None:
    frame = "{} searched the warehouse on the quay until late in the night."
    assert not told(story, frame.format("Investigators"), frame.format("Authorities"))


def test_an_agreeing_article_stands_with_its_side(story: Build) -> None:
    frame = "The blaze destroyed {} boats in the inner harbour."
    (found,) = conflicts(compare(story(*(f"{frame.format(n)} {REST}" for n in (11, 11, 14)))))
    assert [r.articles for r in found.readings] == [("A", "B"), ("C",)]


def test_sentences_with_little_in_common_prove_nothing(story: Build) -> None:
    comparison = compare(
        story("A cat was rescued by Inga Solberg.", "The choir was conducted by Karl Nyberg.", published="2024-05-06")
    )
    assert not conflicts(comparison)


def test_a_value_that_the_other_article_restates_is_no_evidence_against_it(story: Build) -> None:
    shared = "The blaze destroyed 11 boats in the inner harbour. The storm sank 14 boats in the outer harbour."
    assert not conflicts(compare(story(f"{shared} {REST}", f"{shared} {REST}")))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "As few as five boats sank in the harbour on Monday night.",
            "At least eight boats sank in the harbour on Monday night.",
        ),
        (
            "Since the Oct. 7, 2023, fire in the old warehouse, the quay has been shut, the council said.",
            "Since the Oct. 7 fire in the old warehouse, the quay has been shut, the council said.",
        ),
    ],
)
def test_a_floor_and_a_date_without_its_year_contradict_nothing(story: Build, left: str, right: str) -> None:
    assert not conflicts(compare(story(left, right, published="2024-06-12")))


def test_all_and_some_of_one_whole_are_told_apart(story: Build) -> None:
    (found,) = told(
        story,
        "All 40 sailors were killed in the wreck off Harlow on Sunday.",
        "Thirty of the 40 sailors were killed in the wreck off Harlow on Sunday.",
    )
    assert values(found) == {"all 40", "30 of 40"}


def test_a_pair_that_is_settled_says_by_what(story: Build) -> None:
    comparison = compare(
        story(
            "The navy said 40 sailors were killed in the wreck. The coast guard said 31 sailors were killed there.",
            "The coast guard put the number of sailors killed at 31, and the navy said 40 were killed.",
        )
    )
    assert not conflicts(comparison)
    assert "both articles report both values" in {n.reason for n in comparison.not_flagged}


def test_a_passage_of_the_same_words_restates_what_a_comparison_word_by_word_would_say(story: Build) -> None:
    """Copies of one passage are not compared word by word; what they restate is known beforehand."""
    text = (
        "Four people died on Monday. The ferry Aurora left the harbour with 31 people on board, police said on Monday."
    )
    parsed, mentions = read_article(story(text).articles[0], Options())
    for sentence in parsed.sentences:
        passage = read_passage(parsed, parsed.words(sentence), mentions)
        facing = Facing(passage, passage, opcodes(passage.words, passage.words))
        for back in (False, True):
            assert [passage.mentions[n][0] for n in frames._restated(facing, back=back)] == list(passage.framed)
        assert not list(frames._filled(facing))
    assert len(passage.framed) > 0


def test_a_figure_told_beside_one_that_both_give_is_no_other_value_of_it(story: Build) -> None:
    left = "The club led by Solberg had a record of 162 wins in the harbour league."
    right = "The club led by Solberg had a record of 162 wins (538 points) in the harbour league."
    assert not told(story, left, right)


def test_two_figures_that_change_places_are_flagged(story: Build) -> None:
    frame = "The council of the harbour town approved the new pier by {} votes to {} on Monday."
    assert {d.kind.value for d in told(story, frame.format(31, 25), frame.format(25, 31))} == {"number"}


def test_one_of_two_equal_figures_changed_is_flagged(story: Build) -> None:
    frame = "In the storm on the cape 12 sailors were killed and {} were wounded by the mast."
    assert len(told(story, frame.format(12), frame.format(15))) == 1


def test_a_phrase_with_without_denies_nothing(story: Build) -> None:
    left = "The skipper left the harbour before the storm, the mayor said."
    right = "The skipper left the harbour before the storm, the mayor said, without naming a witness."
    assert not told(story, left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The storm damaged 11 boats in the outer harbour near the cape.",
            "14 boats in the outer harbour near the cape were damaged by the storm.",
        ),
        (
            "The inquiry into the wreck off the cape is led by Inga Solberg.",
            "Karl Nyberg has led the inquiry into the wreck off the cape.",
        ),
        (
            "On Monday the council began the work on the new ferry pier.",
            "The council has started the work on the new ferry pier on Thursday.",
        ),
    ],
)
def test_the_same_words_in_another_order_voice_or_tense_are_a_frame(story: Build, left: str, right: str) -> None:
    assert len(told(story, left, right)) == 1


def test_a_value_that_one_copy_contradicts_itself_on_is_told_as_such(story: Build) -> None:
    text = "Fire sinks {} boats in the harbour\n\nThe fire sank {} boats in the inner harbour on Monday.\n\n" + REST
    (found,) = conflicts(compare(story(text.format(11, 11), text.format(11, 14))))
    assert {r.value: r.articles for r in found.readings} == {"11": ("A", "B"), "14": ("B",)}
    assert any("More than one of these values appears in" in reason for reason in found.why)


def test_a_repeated_sentence_is_compared_with_the_one_in_its_place(story: Build) -> None:
    sentence = "The fire sank at least {} boats in the inner harbour on the third day of the storm."
    text = f"{sentence.format(20)}\n\n{sentence}\n\n{REST}"
    (found,) = conflicts(compare(story(text.format(20), text.format(25))))
    assert values(found) == {"at least 20", "at least 25"}


def test_a_name_changed_in_ten_sentences_is_one_finding(story: Build) -> None:
    text = " ".join(
        (
            "{0} was arrested on the quay on Monday.",
            "{0} is a baker.",
            "Neighbours of {0} were surprised.",
            "The guard had been looking for {0} since May.",
            "A lawyer for {0} declined to comment.",
            "{0} came before a judge on Tuesday.",
            "The judge sent {0} to prison.",
            "The mother of {0} wept.",
            "Friends of {0} left the room.",
            "The case against {0} goes on in June.",
        )
    )
    (found,) = conflicts(compare(story(text.format("Inga Solberg"), text.format("Laura Bennett"))))
    assert [len(r.mentions) >= 9 for r in found.readings] == [True, True]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Ten children were among at least 48 people lost in the wreck off the cape this week.",
            "Ten kids were among at least 48 persons lost in the wreck off the cape this week.",
        ),
        (
            "The magnitude-6.1 quake off the cape shook the harbour town late on Monday night.",
            "Off the cape the quake, 6.2 miles deep, shook the harbour town late on Monday night.",
        ),
    ],
)
def test_in_another_order_only_values_that_contradict_each_other_count(story: Build, left: str, right: str) -> None:
    assert not told(story, left, right)


ELSEWHERE = (
    "A lighthouse keeper found an old chart under the floor of his kitchen. It shows wrecks that nobody has dived to."
    " Museums in two countries have offered to buy it, but he means to keep it where it was."
)


@pytest.mark.parametrize(
    ("left", "right", "flags"), [("88 million pounds", "103 million euros", 0), ("$88 million", "€88 million", 1)]
)
def test_a_sum_may_be_told_in_the_money_of_the_readers(story: Build, left: str, right: str, flags: int) -> None:
    frame = "The thieves made off with jewels worth {} in one of the biggest raids on the quay."
    found = compare(story(f"{frame.format(left)} {REST}", f"{frame.format(right)} {ELSEWHERE}"))
    assert len(conflicts(found)) == flags


def test_a_copy_does_not_convert_a_sum(story: Build) -> None:
    frame = "The new pier will cost the town {} in all before the end of the year."
    assert len(told(story, frame.format("€5 million"), frame.format("$9 million"))) == 1


def test_a_figure_read_without_its_unit_is_no_other_figure(story: Build) -> None:
    frame = "Four men rammed a car into a shop on the quay and made off with a {} booty, the guard said."
    assert not told(story, frame.format("€2 million"), frame.format("two-million - euro"))


BOUNDED = "The fire in the harbour quarter killed {} people on Friday evening, the coast guard said."
REST = "\n\nCrews fought the fire for nine hours and closed the pier.\n\nThe owners of the boats will meet on Sunday.\n"


def test_a_reason_says_no_more_than_the_words_bear_out(story: Build) -> None:
    same = "The blaze destroyed 11 boats in the inner harbour on Sunday evening."
    (found,) = told(story, same, same.replace("11", "14"))
    assert "All other words of the two sentences are the same." in found.why
    (found,) = told(story, same, same.replace("11", "14").replace("evening", "night"))
    assert "Most other words of the two sentences are the same." in found.why


def test_a_floor_and_a_ceiling_that_both_can_hold_are_no_conflict_of_two_writers(story: Build) -> None:
    ours = BOUNDED.format("as many as 60") + REST
    theirs = "A tanker sank last year.\n\n" + BOUNDED.format("at least 45") + "\n\nNobody knows how it began.\n"
    assert [d for d in compare(story(ours, theirs)).divergences if d.verdict.value == "conflict"] == []


@pytest.mark.parametrize(
    ("ours", "theirs", "rest"),
    [
        ("as many as 60", "at least 45", REST),
        ("at most 12", "at least 12", ""),
        ("as many as 45", "at least 60", ""),
    ],
    ids=["a copy", "one figure", "out of reach"],
)
def test_a_floor_for_a_ceiling_is_told_in_a_copy_and_where_they_exclude_each_other(
    story: Build, ours: str, theirs: str, rest: str
) -> None:
    found = compare(story(BOUNDED.format(ours) + rest, BOUNDED.format(theirs) + rest)).divergences
    assert [d.verdict.value for d in found] == ["conflict"]


WRITTEN = "{} {} were killed on {} in an attack on a quarter of Orvane, the coast guard said."


@pytest.mark.parametrize(
    ("counted", "days"),
    [
        (("children", "civilians"), ("Thursday", "Thursday")),
        (("civilians", "civilians"), ("Thursday", "Saturday")),
    ],
    ids=["different groups", "another day"],
)
def test_two_writers_who_tell_of_two_groups_or_two_days_contradict_nothing(
    story: Build, counted: tuple[str, str], days: tuple[str, str]
) -> None:
    texts = [
        WRITTEN.format(figure, group, day)
        for figure, group, day in zip(("Eleven", "Fifteen"), counted, days, strict=True)
    ]
    other = "A tanker sank last year.\n\n{}\n\nNobody knows how it began.\n"

    def flagged(ours: str, theirs: str) -> set[str]:
        found = compare(story(ours + REST, other.format(theirs), published="2024-03-10")).divergences
        return {d.kind.value for d in found if d.verdict.value == "conflict"}

    assert "number" not in flagged(*texts)
    plain = texts[0].replace("Eleven", "Fifteen"), texts[0]
    assert "number" in flagged(*plain)


def test_a_member_of_a_party_is_nobody_else(story: Build) -> None:
    said = "“The dam is our real enemy, and it threatens thousands of jobs,” {} said."
    assert not conflicts(compare(story(said.format("Holmberg"), said.format("the Ohio Democrat"))))
    assert conflicts(compare(story(said.format("Vera Holmberg"), said.format("Ida Lindqvist"))))


def mention(kind: Kind, text: str, value: object = "", article: str = "A", start: int = 0) -> Mention:
    """A mention made by hand."""
    span = Span(article, start, start + len(text))
    return Mention(kind, span, text, value, Hedge.EXACTLY, Slot(), span, 0, "test")


def figure(low: int, unit: str = "", hedge: Hedge = Hedge.EXACTLY, high: int | None = None) -> Mention:
    """A figure made by hand."""
    value = Quantity(Decimal(low), Decimal(low if high is None else high), unit)
    return replace(mention(Kind.MONEY if unit else Kind.NUMBER, str(low), value), hedge=hedge)


@pytest.mark.parametrize(
    ("kind", "left", "right", "is_one"),
    [
        (Kind.PERSON, "Vera Holmberg", "Vera Holmborg", True),
        (Kind.PERSON, "Vera Holmberg", "Ida Lindqvist", False),
        (Kind.PERSON, "Holmberg", "Vera Holmberg", True),
        (Kind.PERSON, "Vera Holmberg", "Vera Anna Lindqvist", True),
        (Kind.PERSON, "Vera Holmberg", "Vera Lindqvist", False),
        (Kind.PERSON, "Vera Holmberg", "Ida Anna Lindqvist", False),
        (Kind.PERSON, "Fifteen", "Lindqvist", True),
        (Kind.PERSON, "Lindqvist", "Fifteen", True),
        (Kind.PERSON, "Holmberg", "Orvane Democrat", True),
        (Kind.ORGANISATION, "Holmberg", "Orvane Democrat", False),
        (Kind.ORGANISATION, "the Harbour League", "Harbour League", True),
        (Kind.ORGANISATION, "Shia Harbour", "Shiite Harbour", True),
        (Kind.ORGANISATION, "the harbour", "Dockers", True),
        (Kind.ROLE, "harbour master", "deputy mayor", False),
        (Kind.ROLE, "master of the harbour", "harbour guard", False),
        (Kind.ORGANISATION, "Harbour Pilots", "Harbour Traders Of Orvane", True),
        (Kind.PLACE, "Abcdefgh", "Abcdefxy", True),
        (Kind.PLACE, "Abcdefgh", "Abcdwvxy", False),
    ],
)
def test_two_names_may_be_one(kind: Kind, left: str, right: str, is_one: bool) -> None:
    assert frames.may_be_one_name(mention(kind, left), mention(kind, right)) is is_one
    assert frames.may_be_one_name(mention(kind, right), mention(kind, left)) is is_one


@pytest.mark.parametrize(
    ("left", "right", "is_short"),
    [
        ("Oct. 7", "Oct. 7, 2023", True),
        ("Oct. 7, 2023", "Oct. 7", True),
        ("Oct. 7", "oct 7", True),
        ("Oct. 7", "Oct. 8, 2023", False),
        ("Monday", "Tuesday", False),
    ],
)
def test_a_date_that_only_leaves_words_out_is_shortened(left: str, right: str, is_short: bool) -> None:
    assert frames._is_shortened(left, right) is is_short


@pytest.mark.parametrize(
    ("left", "right", "changed", "is_other"),
    [
        ("Monday", "Friday", ("monday", "friday"), True),
        ("3 May", "4 June", ("3 may", "4 june"), True),
        ("May", "June", ("may", "june"), True),
        ("Monday", "May", ("monday", "may"), False),
        ("late Monday", "early Friday", ("late monday", "early friday"), False),
        ("3 May", "May", ("3 may", "may"), False),
        ("Monday", "Monday", ("monday", "monday"), False),
        ("Monday", "Monday", ("", ""), False),
    ],
)
def test_a_day_a_month_or_a_figure_of_a_date_stands_for_another(
    left: str, right: str, changed: tuple[str, str], is_other: bool
) -> None:
    dates = mention(Kind.DATE, left), mention(Kind.DATE, right)
    assert (frames._other_day(*dates, changed) is not None) is is_other
    assert frames._other_day(mention(Kind.EVENT, left), mention(Kind.EVENT, right), changed) is None


@pytest.mark.parametrize(
    ("left", "right", "lacks"),
    [
        (figure(12, "euro"), figure(12), True),
        (figure(12), figure(12, "euro"), True),
        (figure(12), figure(12), False),
        (figure(12, "euro"), figure(12, "euro"), False),
        (figure(12, "euro"), figure(13), False),
        (figure(12, "euro"), figure(12, high=13), False),
        (figure(12, "euro"), mention(Kind.PERSON, "Vera"), False),
        (mention(Kind.PERSON, "Vera"), figure(12, "euro"), False),
    ],
)
def test_a_figure_may_lack_its_unit(left: Mention, right: Mention, lacks: bool) -> None:
    assert frames._lacks_unit(left, right) is lacks


MORE, LESS, LEAST, MOST = Hedge.MORE_THAN, Hedge.LESS_THAN, Hedge.AT_LEAST, Hedge.AT_MOST


@pytest.mark.parametrize(
    ("left", "right", "copies", "are_other"),
    [
        (figure(200, "euro", LESS), figure(900, "euro", LESS), False, True),
        (figure(900, "euro", LESS), figure(200, "euro", LESS), False, True),
        (figure(100, "euro", LESS), figure(95, "euro", LESS), False, False),
        (figure(100, "euro", LESS), figure(94, "euro", LESS), False, True),
        (figure(200, "euro", LESS), figure(900, "dollar", LESS), False, False),
        (figure(200, "euro", LESS), figure(900, "euro", MOST), False, False),
        (figure(200, "euro"), figure(900, "euro"), False, False),
        (figure(12, "", LEAST), figure(12, "", MOST), False, True),
        (figure(12, "", MOST), figure(12, "", LEAST), False, True),
        (figure(12, "", LESS), figure(12, "", MORE), False, True),
        (figure(45, "", LEAST), figure(60, "", MOST), False, False),
        (figure(60, "", MOST), figure(45, "", LEAST), False, False),
        (figure(45, "", LEAST), figure(60, "", MOST), True, True),
        (figure(60, "", MOST), figure(45, "", LEAST), True, True),
    ],
)
def test_bounds_are_told_apart_by_sort_and_figure(left: Mention, right: Mention, copies: bool, are_other: bool) -> None:
    assert frames._other_bounds(left, right, copies=copies) is are_other
    days = (replace(m, kind=Kind.DATE) for m in (left, right))
    if left.hedge is right.hedge:
        assert not frames._other_bounds(*days, copies=copies)


@pytest.mark.parametrize(
    ("left", "right", "stems"),
    [
        ("selvian", "orvanian", ("selv", "orvan")),
        ("selvia", "orvania", ("selv", "orvan")),
        ("bus", "train", ("bus", "train")),
        ("11", "1", ("11", "1")),
        ("211", "1311", ("2", "13")),
        ("ab", "xab", ("a", "xa")),
    ],
)
def test_two_changed_words_are_one_change_whatever_their_common_ending(
    left: str, right: str, stems: tuple[str, str]
) -> None:
    assert frames._stems(left, right) == stems
    assert frames._stems(right, left) == stems[::-1]


def test_light_words_do_not_make_another_change() -> None:
    assert frames._without_light("the harbour of orvane") == "harbour orvane"
    assert frames._without_light("the of") == "the of"


def framed(kind: Kind, left: str, right: str, at: int = 0, share: float = 1.0, lead: bool = False) -> FramePair:
    """A pair of names or words that stands at one place of two articles."""
    sides = (mention(kind, text, text, article, at) for text, article in ((left, "A"), (right, "B")))
    changed = left.casefold(), right.casefold()
    return FramePair(*sides, Related(Relation.CONFLICTS, "other"), share, changed, lead)


def test_a_change_is_told_by_its_shortest_mention() -> None:
    long = replace(framed(Kind.ORGANISATION, "Orvane Harbour", "Selby Harbour"), changed=("orvane", "selby"))
    short = framed(Kind.PLACE, "Orvane", "Selby", at=200)
    (change,) = frames.grouped([long, short])
    assert change[0] is short
    assert [p.left.kind for p in change] == [Kind.PLACE, Kind.PLACE]
    (change,) = frames.grouped([replace(long, changed=("orvane", "selby")), framed(Kind.PLACE, "Orvane", "Selby")])
    assert len(change) == 1  # the same words once


def test_of_changes_that_lie_in_one_another_one_is_told() -> None:
    inner, outer = framed(Kind.PERSON, "Holm", "Berg"), framed(Kind.ROLE, "Holm master", "Berg chief")
    assert [c[0] for c in frames.grouped([outer, inner])] == [inner]
    lead = framed(Kind.PERSON, "Ho", "Be", lead=True)
    assert [c[0] for c in frames.grouped([lead, outer])] == [outer]
    event = framed(Kind.EVENT, "Hol", "Ber")
    assert [c[0] for c in frames.grouped([event, outer])] == [outer]
    apart = framed(Kind.ROLE, "Holm master", "Berg chief", at=300)
    assert len(frames.grouped([apart, inner])) == 2
    half = replace(outer, right=apart.right)
    assert [c[0] for c in frames.grouped([half, inner])] == [inner]


def test_a_figure_of_another_thing_is_another_change() -> None:
    boats, more = framed(Kind.NUMBER, "11", "14"), framed(Kind.NUMBER, "11", "14", at=100)
    assert [len(c) for c in frames.grouped([boats, more])] == [2]
    crews = replace(more, left=replace(more.left, slot=Slot(head="crew")))
    assert [len(c) for c in frames.grouped([boats, crews])] == [1, 1]


def test_a_pair_is_told_as_another_kind_of_name_where_both_sides_are() -> None:
    pair = framed(Kind.PLACE, "Orvane", "Selby")
    assert frames._of_kind(pair, Kind.PLACE) is pair
    other = frames._of_kind(pair, Kind.PERSON)
    assert other is not None
    assert (other.left.value, other.right.value) == (People(("Orvane",)), People(("Selby",)))
    assert frames._of_kind(pair, Kind.MONEY) is None


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.PERSON, People(("Orvane",))),
        (Kind.ORGANISATION, Bodies(("Orvane",))),
        (Kind.PLACE, Places((Spot("Orvane"),))),
        (Kind.MONEY, None),
    ],
)
def test_words_are_a_value_of_the_kind_whose_place_they_take(kind: Kind, value: object) -> None:
    assert frames.name_as(kind, "Orvane") == value


def facing_of(story: Build, left: str, right: str, *, copied: bool = False) -> Facing:
    """Two sentences word by word, with their mentions."""
    passages = []
    for article in story(left, right, published="2024-05-06").articles:
        parsed, mentions = read_article(article, Options())
        passages.append(read_passage(parsed, parsed.tokens, mentions))
    return Facing(*passages, opcodes(passages[0].words, passages[1].words), copies=copied)


def test_what_takes_a_part_of_a_place_is_read(story: Build) -> None:
    passage = facing_of(story, "The council sold 40 boats of the harbour.", "Nobody came.").left
    ((number, place),) = [(m, w) for m, w in passage.mentions if m.kind is Kind.NUMBER]
    first, last = place
    only = replace(passage, mentions=((number, place),))
    assert frames._is_read((first, last), only)
    assert frames._is_read((first - 1, first + 1), only)
    assert frames._is_read((last - 1, last + 1), only)
    assert not frames._is_read((last, last + 1), only)
    assert not frames._is_read((first - 1, first), only)
    assert not frames._is_read(place, replace(passage, mentions=((replace(number, kind=Kind.QUOTE), place),)))


UNREAD = "On the quay of the old harbour {} spoke to the crew of the ferry before the storm."


def unread(story: Build, left: str, right: str, frame: str = UNREAD) -> list[tuple[str, str, str]]:
    """Kind and words of the names that no recogniser knows."""
    facing = facing_of(story, frame.format(left), frame.format(right))
    bare = (replace(p, mentions=()) for p in (facing.left, facing.right))
    found = frames._unread(Facing(*bare, facing.codes))
    return [(p.left.kind.value, p.left.text, p.right.text) for p in found]


def test_names_that_no_recogniser_knows_are_told_where_both_have_two_words(story: Build) -> None:
    assert unread(story, "Qwelf Zarno", "Xilba Mergo") == [("person", "Qwelf Zarno", "Xilba Mergo")]
    frame = UNREAD.replace("{}", "the {}")
    assert unread(story, "Qwelf Zarno", "Xilba Mergo", frame) == [("organisation", "Qwelf Zarno", "Xilba Mergo")]
    assert unread(story, "Zarno", "Mergo") == []
    assert unread(story, "Qwelf Zarno", "Mergo") == []
    assert unread(story, "Qwelf Zarno", "an angry pilot") == []
    assert unread(story, "an angry pilot", "Qwelf Zarno") == []
    assert unread(story, "Qwelf Zarno", "Qwelf Zarnu") == []


def test_a_place_meets_what_has_a_word_in_it_on_either_side() -> None:
    filled = (3, 5), (10, 12)
    for ours, theirs, meets in (
        ((5, 6), (12, 13), False),
        ((4, 6), (12, 13), True),
        ((2, 3), (9, 10), False),
        ((2, 4), (9, 10), True),
        ((5, 6), (11, 13), True),
        ((5, 6), (9, 11), True),
    ):
        assert frames._touches(filled, ours, theirs) is meets


@pytest.mark.parametrize(
    ("changed", "fills"), [("", True), ("grey ", True), ("big grey ", True), ("big grey wet ", False)]
)
def test_a_word_or_two_beside_a_figure_may_change_with_it(story: Build, changed: str, fills: bool) -> None:
    frame = "On Monday the council of the harbour sold {} barges to the line."
    facing = facing_of(story, frame.format("40"), frame.format(f"50 {changed}".strip()))
    at = facing.left.words.index("40")
    place = (at, at + 1), (at, at + 1)
    assert frames._fills(facing, figure(40), place) is fills
    assert frames._fills(facing, mention(Kind.PERSON, "40"), place) is (not changed)


@pytest.mark.parametrize(
    ("kind", "left", "right", "needed"),
    [
        (Kind.NUMBER, "40", "50", frames.SAME_FRAME),
        (Kind.PERSON, "Vera Holmberg", "Nils Sundstrom", frames.SAME_NAMES),
        (Kind.PERSON, "Vera Holmberg", "Vera Holmborg", frames.NEVER),
        (Kind.PERSON, "Otto Renner", "Nils Sundstrom", frames.WHOLE_FRAME),
        (Kind.PERSON, "Vera Holmberg", "Ida Lindqvist", frames.WHOLE_FRAME),
        (Kind.PERSON, "Otto Renner", "Ida Lindqvist", frames.NEVER),
        (Kind.PERSON, "Otto Ren", "Nils Sundstrom", frames.SAME_NAMES),
    ],
)
def test_a_name_that_the_other_article_uses_needs_more_of_the_frame(
    story: Build, kind: Kind, left: str, right: str, needed: float
) -> None:
    facing = facing_of(story, "Here Ida Lindqvist spoke of the old pier.", "There came Otto Renner.")
    assert frames._needed(facing, mention(kind, left), mention(kind, right)) == needed


@pytest.mark.parametrize(
    ("left", "right", "never"),
    [
        ("Monday", "Friday", False),
        ("May 3", "Friday", True),
        ("yesterday", "today", False),
        ("Monday", "last Friday", True),
    ],
)
def test_two_dates_are_compared_that_are_written_in_one_way(story: Build, left: str, right: str, never: bool) -> None:
    facing = facing_of(story, f"The pier was sold on {left}.", f"The pier was sold on {right}.")
    (ours,), (theirs,) = ([m for m, _ in p.mentions if m.kind is Kind.DATE] for p in (facing.left, facing.right))
    assert (frames._needed(facing, ours, theirs) == frames.NEVER) is never


SUMS = "The guards of the harbour found {} on the ferry."


@pytest.mark.parametrize(
    ("left", "right", "copied", "converted"),
    [
        ("$5 million", "€4 million", False, True),
        ("$5 million", "€4 million", True, False),
        ("$5 million", "€5 million", False, False),
        ("$5 million", "$4 million", False, False),
        ("gold ($5 million)", "gold (€4 million)", True, True),
        ("gold ($5 million)", "€4 million", True, False),
    ],
)
def test_a_sum_in_another_money_may_be_the_same(
    story: Build, left: str, right: str, copied: bool, converted: bool
) -> None:
    facing = facing_of(story, SUMS.format(left), SUMS.format(right), copied=copied)
    (ours,), (theirs,) = ([m for m, _ in p.mentions if m.kind is Kind.MONEY] for p in (facing.left, facing.right))
    assert frames._converted(facing, ours, theirs) is converted
    assert not frames._converted(facing, ours, mention(Kind.PERSON, "Vera"))


@pytest.mark.parametrize(
    ("words", "kind", "made"),
    [
        ("Qwelf Zarno", Kind.PERSON, "Qwelf Zarno"),
        ("the Qwelf Zarno", Kind.ORGANISATION, "Qwelf Zarno"),
        ("old Zarno", Kind.PERSON, None),
        ("the", Kind.PERSON, None),
        ("Qwelf Zarno", Kind.MONEY, None),
        ("harbour pilot", Kind.ROLE, "harbour pilot"),
        (" ".join(["Zarno"] * frames.LONGEST), Kind.PERSON, " ".join(["Zarno"] * frames.LONGEST)),
        (" ".join(["Zarno"] * (frames.LONGEST + 1)), Kind.PERSON, None),
    ],
)
def test_words_in_the_place_of_a_name_are_one_with_capitals(
    story: Build, words: str, kind: Kind, made: str | None
) -> None:
    passage = facing_of(story, f"Late on Monday {words} slept.", "Nobody came.").left
    known = replace(mention(kind, "known"), slot=Slot(head="known"))
    found = frames._made(passage, (3, 3 + len(words.split())), known)
    assert (found.text if found else None) == made
    assert found is None or (found.kind, found.slot) == (kind, known.slot)


def test_one_of_two_names_that_stand_in_the_other_passage_is_told_beside_it(story: Build) -> None:
    facing = facing_of(story, "The line sold 40 boats and 50 rafts.", "The line sold 50 boats.")
    (forty,), (fifty,) = (
        [m for m, _ in p.mentions if m.kind is Kind.NUMBER and m.text.startswith(f)]
        for p, f in ((facing.left, "40"), (facing.right, "50"))
    )
    assert frames._is_beside(facing, forty, fifty)
    plain = facing_of(story, "The line sold 40 boats and two rafts.", "The line sold 50 boats.")
    assert not frames._is_beside(plain, forty, fifty)
    assert frames._is_stated(facing.left, fifty, Relations())
    assert not frames._is_stated(plain.left, fifty, Relations())


@pytest.mark.parametrize(
    ("left", "right", "others"),
    [
        ("11 children were hurt on Monday", "15 civilians were hurt on Monday", True),
        ("11 children were hurt on Monday", "15 children were hurt on Monday", False),
        ("11 children were hurt on Monday", "15 children were hurt on Friday", True),
        ("11 children were hurt on Monday", "15 children were hurt", False),
        ("11 boats were hurt on Monday", "15 barges were hurt on Monday", False),
    ],
)
def test_figures_of_two_groups_or_two_days_are_of_others(story: Build, left: str, right: str, others: bool) -> None:
    facing = facing_of(story, f"In the harbour {left}.", f"In the harbour {right}.")
    (ours,), (theirs,) = ([m for m, _ in p.mentions if m.kind is Kind.NUMBER] for p in (facing.left, facing.right))
    assert frames._is_of_others(facing, ours, theirs) is others
    assert not frames._is_of_others(facing, replace(ours, kind=Kind.MONEY), theirs)


def test_paragraphs_of_one_sentence_face_each_other_once(story: Build) -> None:
    """What one cut of two articles has aligned, the other need not align again."""
    one, two = "The council sold 40 boats of the harbour.", "Ferries to the islands run again in the spring."
    seen: dict[int, int] = {}
    for count, texts in enumerate(([f"{one}\n\n{two}"] * 2, [f"{one} {two}"] * 2)):
        made = story(*(text.replace("40", str(n)) for n, text in enumerate(texts, 40)))
        read = [read_article(a, Options())[0] for a in made.articles]
        seen[count] = len(list(frames._all_facing(read, {a.id: [] for a in made.articles})))
    assert seen == {0: 3, 1: 4}


def test_another_first_name_in_a_copy_is_told_however_alike_the_two_are(story: Build) -> None:
    frame = COPIED.format("900 boats").replace("its spokeswoman", "{}")
    assert len(told(story, frame.format("Carla Benning"), frame.format("Clara Benning"))) == 1
    assert not told(story, frame.format("Sara Benning"), frame.format("Sarah Benning"))


def test_what_copies_repeat_is_looked_at_once(story: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same two passages face each other in many copies, and all of them are told to restate."""
    texts = [f"The ferry Aurora left Orvane with 31 people on board at {hour}, police said. {REST}" for hour in (4, 5)]
    read = [read_article(a, Options()) for a in story(*texts * 3).articles]
    mentions = [m for _, found in read for m in found]
    asked, restated = list[bool](), frames._restated

    def looked(facing: Facing, *, back: bool) -> Iterator[int]:
        asked.append(back)
        return restated(facing, back=back)

    monkeypatch.setattr(frames, "_restated", looked)
    found = frames.find_frames([p for p, _ in read], mentions)
    # Sentence, paragraph and article, each as two of three copies face three others, in both orders and both ways.
    assert len(asked) <= 3 * 2 * 2
    people = [m for m in mentions if m.kind is Kind.NUMBER and m.text.startswith("31")]
    assert len(people) == 6
    assert all(found.restates(b.span.article, a) for a in people for b in people if a is not b)
    hours = [m for m in mentions if "4" in m.text or "5" in m.text]
    assert not any(found.restates(b.span.article, a) for a in hours for b in hours if a.text != b.text)


def test_a_row_of_counts_is_read_once_of_a_passage(story: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed, mentions = read_article(
        story("Three nurses and two cooks were hurt on the quay on Monday.").articles[0], Options()
    )
    read, row_of = list[Mention](), facing.row_of

    def counted(mention: Mention, beside: Iterable[Mention], text: str) -> CountRow | None:
        read.append(mention)
        return row_of(mention, beside, text)

    monkeypatch.setattr(facing, "row_of", counted)
    passage = read_passage(parsed, parsed.tokens, mentions)
    nurses = next(m for m in mentions if m.kind is Kind.NUMBER)
    rows = [passage.row(nurses) for _ in range(3)]
    assert rows[0] is not None
    assert rows[0].total == 5
    assert rows == [rows[0]] * 3
    assert read == [nurses]
