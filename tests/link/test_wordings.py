"""Common words for one another in sentences that are otherwise the same: told where they turn what is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.model.comparison import Comparison, Verdict
from divergence.model.text import Story
from divergence.pipeline import compare

Build = Callable[..., Story]

REST = (
    "The harbour master spoke to reporters after the meeting. Ferries to the islands will run again in the spring."
    " Traders on the quay said that they had not been asked."
)
ELSEWHERE = (
    "A lighthouse keeper found an old chart under the floor of his kitchen. It shows wrecks that nobody has dived to."
    " Museums in two countries have offered to buy it, but he means to keep it where it was."
)


def copies(story: Build, left: str, right: str) -> Comparison:
    return compare(story(f"{left} {REST}", f"{right} {REST}"))


def verdicts(comparison: Comparison) -> list[str]:
    return [d.verdict.value for d in comparison.divergences]


def words(comparison: Comparison) -> str:
    return " ".join(r.value for d in comparison.divergences for r in d.readings)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The skipper {}sold the pier to the shipping line in the spring.", ["conflict"]),
        ("The skipper {}sold the pier to the shipping line in the spring, according to the harbour guards.", []),
        ("The harbour guards said that the skipper {}sold the pier to the shipping line in the spring.", []),
    ],
)
def test_a_word_for_a_claim_tells_something_where_nobody_is_named_who_makes_it(
    story: Build, sentence: str, found: list[str]
) -> None:
    assert verdicts(copies(story, sentence.format(""), sentence.format("allegedly "))) == found
    assert verdicts(copies(story, sentence.format(""), sentence.format("reportedly "))) == []


@pytest.mark.parametrize(
    ("frame", "left", "right"),
    [
        ("Late in the evening a {} ran into the wall of the fish market.", "bus", "train"),
        ("The skipper was taken to a {} near the old pier.", "hospital", "prison"),
        ("The factory makes 300 tonnes of {} a week.", "steel", "cement"),
        ("Three sailors were {} when the mast came down in the storm.", "killed", "wounded"),
        ("The council {} the new tariff for the ferries in a late session.", "approved", "rejected"),
        ("The crew pulled six {} from the water near the lighthouse.", "children", "women"),
        ("The {}mayor had sold the pier to the shipping line in the spring.", "", "deputy "),
        ("The keeper had {} seen such waves at the lighthouse in the winter.", "never", "often"),
        ("Fares on the island line {} for the third year in a row.", "rose", "fell"),
        ("The mayor {} that the pier had been sold to the shipping line.", "denied", "confirmed"),
        ("The {} consul spoke to the crew before they left the harbour.", "Greek", "Turkish"),
        ("The quay was closed {} the storm and nobody was let in.", "before", "after"),
        ("The skipper said that {} of the crew had left the ship in time.", "all", "most"),
        ("The diver had been warned {} about the wreck off the cape.", "twice", "three times"),
        ("The harbour road {} closed to lorries in the morning.", "had been", "may have been"),
        ("The mayor {} the fish market on the quay in the morning.", "visited", "refused to visit"),
        ("{} sailors were seen on the pier after nightfall.", "Two of the", "The"),
        ("The envoy{} met the harbour master for an hour on the quay.", "", "'s wife"),
    ],
)
def test_in_two_copies_a_word_that_says_something_else_is_flagged(
    story: Build, frame: str, left: str, right: str
) -> None:
    for first, second in ((left, right), (right, left)):
        found = copies(story, frame.format(first), frame.format(second))
        assert verdicts(found) == ["conflict"], words(found)


@pytest.mark.parametrize(
    ("frame", "left", "right"),
    [
        ("The {} in the fish market was put out before midnight.", "blaze", "fire"),
        ("The {} that runs the ferries paid for the new pier.", "company", "firm"),
        ("Work on the pier {} in the spring and will take a year.", "began", "started"),
        ("The diver {} that the wreck lies off the cape.", "said", "stated"),
        ("The skipper was {} on the quay by the harbour guard.", "arrested", "detained"),
        ("The {} on the fares went on until late in the night.", "talks", "negotiations"),
        ("Divers {} the wreck and found the bell of the ship.", "have searched", "searched"),
    ],
)
def test_other_words_for_one_thing_are_no_difference(story: Build, frame: str, left: str, right: str) -> None:
    assert verdicts(copies(story, frame.format(left), frame.format(right))) == []


QUOTED = "“The crew {} the pier by noon,” the harbour master told the council in the fish market."


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("must leave", "should leave", ["conflict"]),
        ("left the burning ship for", "left the ship for", ["conflict"]),
        ("shall leave", "will leave", []),
        ("left the grey colour on", "left the gray color on", []),
        ("saw [the mayor] on", "saw on", []),
        ("was [un]safe on", "was safe on", ["conflict"]),
        ("saw nothing on", "saw everything on", ["conflict"]),
    ],
)
def test_the_words_of_a_quotation_are_no_writers_to_change(
    story: Build, left: str, right: str, found: list[str]
) -> None:
    for rest in (REST, ELSEWHERE):
        pair = story(f"{QUOTED.format(left)} {REST}", f"{QUOTED.format(right)} {rest}")
        assert [v for v in verdicts(compare(pair)) if v == "conflict"] == found


@pytest.mark.parametrize(
    ("frame", "left", "right"),
    [
        ("Fares on the island line rose {} in the last months.", "sharply", "slightly"),
        ("The {} closed the quay after the fire in the market.", "police", "authorities"),
        ("The new pier is {} than the old one at the fish market.", "prettier", "grander"),
        ("The crew was questioned at the {} until the early morning.", "town hall", "ferry terminal"),
        ("The wreck was found by the {} on the second day of the search.", "coast guard", "navy"),
        ("The mast {} shortly after the ship had left the harbour.", "gave way", "was cut"),
    ],
)
def test_what_may_be_another_word_for_one_thing_is_a_lead(story: Build, frame: str, left: str, right: str) -> None:
    assert verdicts(copies(story, frame.format(left), frame.format(right))) == ["lead"]


def test_a_lead_says_what_it_rests_on_and_is_no_conflict(story: Build) -> None:
    frame = "Fares on the island line rose {} in the last months."
    (found,) = copies(story, frame.format("sharply"), frame.format("slightly")).divergences
    assert found.verdict is Verdict.LEAD
    assert any("sharply" in reason and "slightly" in reason for reason in found.why)


def test_longer_phrases_and_those_with_a_word_in_common_are_told_in_another_way(story: Build) -> None:
    frame = "The skipper said that the ferry {} in the storm on the way to the islands."
    for left, right in (
        ("took water", "lost a good part of its painted hull"),
        ("was badly damaged", "took heavy damage"),
    ):
        assert verdicts(copies(story, frame.format(left), frame.format(right))) == []


def test_what_is_told_ends_with_its_sentence(story: Build) -> None:
    (found,) = copies(story, "The crew slept at the town hall.", "The crew slept at the airport.").divergences
    assert sorted(r.value for r in found.readings) == ["the airport", "the town hall"]


@pytest.mark.parametrize(("left", "right", "found"), [("bus", "train", []), ("rose", "fell", ["conflict"])])
def test_where_articles_are_no_copies_only_opposites_are_told(
    story: Build, left: str, right: str, found: list[str]
) -> None:
    frame = {
        "bus": "Late in the evening a {} ran into the wall of the fish market.",
        "rose": "Fares on the island line {} for a whole year.",
    }[left]
    assert verdicts(compare(story(f"{frame.format(left)} {REST}", f"{frame.format(right)} {ELSEWHERE}"))) == found


def test_what_stands_in_a_line_of_its_own_has_its_frame_in_the_lines_around_it(story: Build) -> None:
    text = "The skipper was buried at sea on a grey morning.\n\nHe was {}.\n\nThe crew of the ferry had asked for it."
    found = compare(story(*(f"{text.format(age)}\n\n{REST}" for age in ("71", "47"))))
    assert verdicts(found) == ["conflict"]


def test_a_sentence_that_the_other_article_repeats_is_compared_with_no_other(story: Build) -> None:
    text = f"We know who set fire to the fish market. {REST} We do not know who set fire to the fish market."
    assert not [d for d in compare(story(text, text + " The end.")).divergences if d.verdict is Verdict.CONFLICT]


@pytest.mark.parametrize(("left", "right"), [("At least", "At most"), ("More than", "Fewer than")])
def test_bounds_from_below_and_from_above_contradict_each_other(story: Build, left: str, right: str) -> None:
    frame = "{} 12 boats were lost in the outer harbour during the storm."
    assert verdicts(copies(story, frame.format(left), frame.format(right))) == ["conflict"]


@pytest.mark.parametrize(
    ("frame", "left", "right"),
    [
        ("The inquiry is led by {} of the coast guard.", "Andrea Solberg", "Andrea Renner"),
        ("The {} visited the crew of the ferry on the quay.", "Greek ambassador", "Turkish ambassador"),
        ("The strike was called by the {} on the eve of the talks.", "Harbour Workers Union", "Harbour Clerks Union"),
    ],
)
def test_one_word_of_a_name_makes_another_name(story: Build, frame: str, left: str, right: str) -> None:
    assert verdicts(copies(story, frame.format(left), frame.format(right))) == ["conflict"]


@pytest.mark.parametrize(
    ("left", "right"),
    [("Mohammed Solberg", "Muhammad Solberg"), ("the Danish Shia League", "the Danish Shiite League")],
)
def test_one_name_spelled_in_two_ways_is_one(story: Build, left: str, right: str) -> None:
    frame = "The inquiry is led by {} of the coast guard."
    found = copies(story, frame.format(left), frame.format(right))
    assert "conflict" not in verdicts(found)
