"""Both sides of a quarrel in both articles, and parts beside their whole, are no disagreement between the articles."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from pairs import figure, made

from divergence.facts.names.organisation import Bodies
from divergence.link.restated import BOTH_REPORT, HARDEST_HIT, PART, Stated, stated
from divergence.model.comparison import Verdict
from divergence.model.fact import Kind, Mention
from divergence.model.text import Span, Story
from divergence.pipeline import compare


def numbers(story: Callable[..., Story], *texts: str) -> list[set[str]]:
    found = compare(story(*texts)).divergences
    return [{r.value for r in d.readings} for d in found if d.verdict is Verdict.CONFLICT and d.kind is Kind.NUMBER]


def test_two_claimants_in_both_articles(story: Callable[..., Story]) -> None:
    ours = "The army said 70 rebels were killed in the fighting on Friday. The rebels put the number at 12."
    theirs = "The rebels said 12 of them were killed in the fighting on Friday. The army claimed 70 were killed."
    assert numbers(story, ours, theirs) == []
    assert numbers(story, ours.split(". ")[0] + ".", theirs.split(". ")[0] + ".") == [{"70", "12"}]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "According to the guild, 120 sailors drowned in the wreck on Friday. The navy says it lost 18.",
            "The navy says 18 sailors drowned in the wreck on Friday; the guild says it was 120.",
        ),
        (
            "The unions said 80,000 nurses walked out on Friday. The ministry counted 22,000.",
            "Some 22,000 nurses walked out on Friday, the ministry said; according to the unions it was 80,000.",
        ),
        (
            "Farmers said 300 barns were burned near Harlow. The governor put the number at 45.",
            "The governor said 45 barns were burned near Harlow, but farmers spoke of 300.",
        ),
    ],
)
def test_two_claimants_in_both_articles_in_other_words(story: Callable[..., Story], ours: str, theirs: str) -> None:
    assert numbers(story, ours, theirs) == []


def test_figures_told_the_other_way_round_are_flagged(story: Callable[..., Story]) -> None:
    ours = "The wreck on Friday drowned 12 sailors and injured 40, the navy said."
    theirs = "The wreck on Friday drowned 40 sailors and injured 12, the navy said."
    assert {"12", "40"} in numbers(story, ours, theirs)


@pytest.mark.parametrize(
    "whole",
    [
        "The collapse injured 26 workers on Friday, six of them badly, the port said.",
        "The collapse injured 26 workers on Friday, including six welders, the port said.",
    ],
)
def test_a_part_told_beside_its_whole(story: Callable[..., Story], whole: str) -> None:
    assert numbers(story, whole, "The collapse injured six workers badly on Friday, the port said.") == []


def test_a_count_that_is_no_part_of_the_other_is_flagged(story: Callable[..., Story]) -> None:
    whole = "The collapse injured 26 workers on Friday, the port said."
    part = "The collapse injured six workers on Friday, the port said."
    assert numbers(story, whole, part) == [{"26", "6"}]


@pytest.mark.parametrize(
    ("none", "some"),
    [
        (
            "Not a single worker was killed in the collapse on Friday, the port said.",
            "Three workers were killed in the collapse on Friday, the port said.",
        ),
        (
            "Not one worker was killed in the collapse on Friday, the port said.",
            "Three workers were killed in the collapse on Friday, the port said.",
        ),
        (
            "The collapse on Friday claimed no lives, the port said.",
            "The collapse on Friday claimed three lives, the port said.",
        ),
        (
            "The collapse on Friday went off without loss of life, the port said.",
            "Three workers were killed in the collapse on Friday, the port said.",
        ),
        (
            "All of the crew escaped unhurt from the fire on the barge.",
            "Two of the crew were hurt in the fire on the barge.",
        ),
        (
            "There were no deaths in the collapse on Friday, the port said.",
            "The collapse on Friday killed three workers, the port said.",
        ),
        ("The gale brought damage but no loss of life.", "The gale killed five people."),
        (
            "Everybody was unhurt after the collapse on Friday, the port said.",
            "Three workers were hurt in the collapse on Friday, the port said.",
        ),
        (
            "No one was killed in the collapse on Friday, the port said.",
            "Three workers were killed in the collapse on Friday, the port said.",
        ),
        (
            "There were no casualties in the collapse on Friday, the port said.",
            "Three workers were killed in the collapse on Friday, the port said.",
        ),
        (
            "A single worker was killed in the collapse on Friday, the port said.",
            "Three workers were killed in the collapse on Friday, the port said.",
        ),
    ],
)
def test_none_and_a_single_one_are_counts(story: Callable[..., Story], none: str, some: str) -> None:
    assert len(numbers(story, none, some)) == 1


@pytest.mark.parametrize(
    ("none", "some"),
    [
        ("No one else was killed in the collapse on Friday.", "Three workers were killed in the collapse on Friday."),
        ("No arrests have been made after the collapse.", "Two foremen were arrested after the collapse."),
        ("The worker at the gate was unhurt after the collapse.", "Three workers were hurt in the collapse."),
        ("The foreman was unhurt after the collapse.", "Three workers were hurt in the collapse."),
        ("Not all workers were unhurt after the collapse.", "Three workers were hurt in the collapse."),
        ("No children were hurt in the collapse on Friday.", "Three workers were hurt in the collapse on Friday."),
        ("Not one worker was killed in the collapse.", "Three workers were hurt in the collapse."),
        ("Nobody died when the shed fell on Friday.", "Three workers were hurt when the shed fell on Friday."),
    ],
)
def test_none_besides_and_none_yet_are_no_disagreement(story: Callable[..., Story], none: str, some: str) -> None:
    assert numbers(story, none, some) == []


@pytest.mark.parametrize(
    ("both", "one"),
    [
        ("The collapse on Friday left 19 workers dead or wounded.", "The collapse on Friday left 19 workers dead."),
        ("On Friday 19 workers either drowned or went missing.", "On Friday 19 workers drowned."),
        ("On Friday 19 workers died or were hurt.", "On Friday 19 workers died."),
        ("On Friday 19 workers died or fell ill.", "On Friday 19 workers died."),
        ("Raiders killed or abducted 19 workers on Friday.", "Raiders killed 19 workers on Friday."),
        ("Raiders abducted or killed 19 workers on Friday.", "Raiders killed 19 workers on Friday."),
    ],
)
def test_either_of_two_outcomes_agrees_with_no_count_of_one(story: Callable[..., Story], both: str, one: str) -> None:
    assert not [a for a in compare(story(both, one)).agreements if a.kind is Kind.NUMBER]
    assert [a for a in compare(story(both, both)).agreements if a.kind is Kind.NUMBER]


@pytest.mark.parametrize(
    "beside",
    [
        "On Friday 19 workers were shot and killed.",
        "On Friday 19 workers were killed and injured guards fled.",
        "On Friday 19 workers were killed, many in sheds or huts.",
    ],
)
def test_two_outcomes_that_are_not_told_as_one_leave_the_count_as_it_is(
    story: Callable[..., Story], beside: str
) -> None:
    found = compare(story(beside, "On Friday 19 workers were killed.")).agreements
    assert [a.reading.value for a in found if a.kind is Kind.NUMBER] == ["19"]


def test_a_figure_that_replaces_another_is_compared_in_its_place(story: Callable[..., Story]) -> None:
    ours = "The port first said that 40 workers were killed in the collapse on Friday, then raised the figure to 52."
    theirs = "The port said 31 workers were killed in the collapse on Friday."
    assert numbers(story, ours, theirs) == [{"52", "31"}]
    assert numbers(story, ours, theirs.replace("31", "52")) == []


def test_a_figure_given_up_does_not_stand_in_the_way_of_the_one_in_its_place(story: Callable[..., Story]) -> None:
    ours = (
        "The port first said that 40 people were killed in the blast in Marlow on Sunday, then raised the figure to 52."
    )
    theirs = "The blast in Marlow on Sunday killed five people, a clinic said."
    assert compare(story(ours, theirs, published="2025-05-06")).divergences


def test_a_plan_beside_what_was_done_is_no_disagreement_in_one_frame_either(story: Callable[..., Story]) -> None:
    planned = "The port plans to cut 90 jobs at the new harbour this year, it said on Friday."
    done = "The port cut 20 jobs at the new harbour this year, it said on Friday."
    assert numbers(story, planned, done) == []
    assert numbers(story, planned, planned.replace("90", "20")) == [{"90", "20"}]


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("Of the 40 people who died in the collapse, 12 were welders.", "Twelve welders died in the collapse."),
        ("Eight guards were hurt, one seriously, in the collapse.", "One guard was seriously hurt in the collapse."),
        ("Of the 40 soldiers killed in the raid, 12 were officers.", "Twelve officers were killed in the raid."),
        ("Among the 40 workers hurt in the blast, 12 were welders.", "Twelve welders were hurt in the blast."),
        ("Eight guards were burned, one badly, in the quay fire.", "One guard was badly burned in the quay fire."),
    ],
)
def test_a_part_told_before_or_without_its_noun(story: Callable[..., Story], whole: str, part: str) -> None:
    assert numbers(story, whole, part) == []


def test_two_who_counted_are_two_claimants(story: Callable[..., Story]) -> None:
    ours = "Villagers counted 19 bodies in the valley. The coroner recorded 11."
    theirs = "The coroner recorded 11 bodies in the valley, though villagers counted 19."
    assert numbers(story, ours, theirs) == []


def test_one_of_a_whole_that_the_other_article_counts(story: Callable[..., Story]) -> None:
    part = "Holm was one of five workers hurt in the collapse on Friday, the port said."
    assert numbers(story, part, "Holm was among five workers hurt in the collapse on Friday, the port said.") == []
    other = "Holm was one of nine workers hurt in the collapse on Friday, the port said."
    assert numbers(story, part, other) == [{"1 of 5", "1 of 9"}]


def figures(article: str, text: str, **of: dict[str, Any]) -> list[Mention]:
    """The figures of a text as counts of sailors killed, or with what is given for each: ``n12={"speaker": …}``."""
    found = []
    for number in re.finditer(r"\d+", text):
        start = text.rfind(". ", 0, number.start()) + 2 if ". " in text[: number.start()] else 0
        end = text.find(".", number.end())
        said = {"head": "sailor", "outcome": "killed", **of.get(f"n{number[0]}", {})}
        one = made(number[0], figure(number[0]), article=article, start=number.start(), **said)
        found.append(replace(one, sentence=Span(article, start, len(text) if end < 0 else end)))
    return found


def settled(ours: str, theirs: str, left: int = 40, right: int = 12, **of: dict[str, Any]) -> str:
    """What two texts say of their first figures of two values."""
    read = {"A": figures("A", ours, **of), "B": figures("B", theirs, **of)}
    told = stated((*read["A"], *read["B"]), {"A": ours, "B": theirs})
    a, b = (next(m for m in read[side] if m.text == str(n)) for side, n in (("A", left), ("B", right)))
    assert told.settles(b, a) == told.settles(a, b)
    return told.settles(a, b)


@pytest.mark.parametrize(
    ("ours", "reason"),
    [
        ("The gale killed 40 sailors, including 12 cooks.", PART),
        ("The gale killed 40 sailors, among them 12 cooks.", PART),
        ("The gale killed 40 sailors, of them 12 were cooks.", PART),
        ("The gale killed 40 sailors, 12 of them cooks.", PART),
        ("The gale killed 40 sailors, 12 critically.", PART),
        ("The gale killed 40 sailors, 12 in critical condition.", PART),
        ("The gale killed 40 sailors. Of the dead, 12 were cooks.", ""),
        ("The gale killed 40 sailors, and 12 cooks.", ""),
        ("The gale killed 40 sailors. It sank boats, including 12 of Orvane.", ""),
        ("The gale killed 40 sailors, including 13 cooks.", ""),
    ],
)
def test_a_part_stands_beside_its_whole_in_one_sentence(ours: str, reason: str) -> None:
    assert settled(ours, "The gale killed 12 sailors.") == reason
    assert settled("The gale killed 12 sailors.", ours, 12, 40) == reason


@pytest.mark.parametrize(
    ("whole", "hardest_hit"),
    [
        (
            "The blast in Orvane injured 40 people on Monday.",
            "The blast in Orvane seriously injured 12 people on Monday.",
        ),
        (
            "The gale damaged 40 barns near Harlow on Monday.",
            "The gale badly damaged at least 12 barns near Harlow on Monday.",
        ),
        ("In Orvane 40 people were injured on Monday.", "In Orvane 12 people were also severely injured on Monday."),
    ],
)
def test_those_hit_hard_are_fewer_than_all_that_are_hit(
    story: Callable[..., Story], whole: str, hardest_hit: str
) -> None:
    assert numbers(story, whole, hardest_hit) == []
    for degree in ("seriously ", "badly ", "also severely "):
        hardest_hit = hardest_hit.replace(degree, "")
    assert numbers(story, whole, hardest_hit)


@pytest.mark.parametrize(
    ("ours", "theirs", "reason"),
    [
        ("In Orvane 40 were hurt.", "In Orvane 12 were badly hurt.", HARDEST_HIT),
        ("In Orvane 40 were hurt.", "The blast critically wounded another 12.", HARDEST_HIT),
        ("In Orvane 40 were badly hurt.", "In Orvane 12 were hurt.", ""),
        ("In Orvane 40 were badly hurt.", "In Orvane 12 were slightly hurt.", ""),
        ("In Orvane 40 were hurt.", "In Orvane 12 were hurt, a badly built wall fell.", ""),
        ("In Orvane 40 were hurt.", "In Orvane 12 were not badly hurt.", ""),
        ("In Orvane 40 were hurt.", "In Orvane 12 were fatally hurt.", ""),
    ],
)
def test_only_fewer_that_are_hit_hard_are_some_of_the_others(ours: str, theirs: str, reason: str) -> None:
    assert settled(ours, theirs) == reason


def test_those_hit_hard_in_another_way_are_none_of_the_others() -> None:
    of = {"n40": {"outcome": "killed"}, "n12": {"outcome": "wounded"}}
    assert settled("In Orvane 40 died.", "In Orvane 12 were badly hurt.", **of) == ""


def test_only_figures_are_parts() -> None:
    whole, part = "Holm and Berg, including Berg", "Berg"
    names = [made(words, Bodies((words,)), Kind.ORGANISATION, a) for words, a in ((whole, "A"), (part, "B"))]
    assert stated(names, {"A": whole, "B": part}).settles(*names) == ""
    assert stated(names, {"A": whole, "B": part}).by_article == {}


def counted(number: int, whole: int | None = None, article: str = "A") -> Mention:
    return made(str(number), figure(number, whole=whole and Decimal(whole)), article=article)


@pytest.mark.parametrize(
    ("part", "whole", "reason"),
    [
        (counted(1, 5), counted(5), PART),
        (counted(1, 5), counted(6), ""),
        (counted(5, 5), counted(5), ""),
        (counted(1), counted(5), ""),
        (counted(1, 5), counted(5, 9), ""),
        (counted(1, 5), made("5", figure(5, 6)), ""),
        (counted(1, 5), made("5", figure(4, 5)), ""),
    ],
)
def test_a_value_may_name_its_whole(part: Mention, whole: Mention, reason: str) -> None:
    assert Stated().settles(part, whole) == Stated().settles(whole, part) == reason


ARMY, REBELS = {"speaker": "the army"}, {"speaker": "the rebels"}


@pytest.mark.parametrize(
    ("ours", "theirs", "of", "reason"),
    [
        ("40 fell. 12 fell.", "12 fell. 40 fell.", {"n40": ARMY, "n12": REBELS}, BOTH_REPORT),
        ("40 fell. 12 fell.", "12 fell.", {"n40": ARMY, "n12": REBELS}, ""),
        ("40 fell.", "12 fell. 40 fell.", {"n40": ARMY, "n12": REBELS}, ""),
        ("40 fell. 12 fell.", "12 fell. 40 fell.", {"n40": ARMY, "n12": ARMY}, ""),
        ("40 fell. 12 fell.", "12 fell. 40 fell.", {"n40": ARMY}, ""),
        ("40 fell. 12 fell.", "12 fell. 40 fell.", {}, ""),
        ("40 fell. 12 fell.", "12 fell. 40 fell.", {"n40": ARMY, "n12": {"predicate": "claim"}}, BOTH_REPORT),
        ("40 fell. 12 fell.", "12 fell. 40 fell.", {"n40": ARMY, "n12": {"predicate": "kill"}}, ""),
        (
            "40 fell. 12 fell.",
            "12 fell. 40 fell.",
            {"n40": {"predicate": "claim"}, "n12": {"predicate": "estimate"}},
            BOTH_REPORT,
        ),
        ("40 fell. They put it at 12.", "They put it at 12. 40 fell.", {"n40": ARMY}, BOTH_REPORT),
        (
            "40 fell. They put it at 12.",
            "They put it at 12. 40 fell.",
            {"n40": ARMY, "n12": {"head": "boat", "outcome": ""}},
            BOTH_REPORT,
        ),
    ],
)
def test_two_claimants_in_both_articles_are_told_as_such(
    ours: str, theirs: str, of: dict[str, dict[str, Any]], reason: str
) -> None:
    assert settled(ours, theirs, **of) == reason


@pytest.mark.parametrize(
    ("again", "reason"),
    [
        ({}, BOTH_REPORT),
        ({"head": "toll"}, BOTH_REPORT),
        ({"head": "toll", "outcome": ""}, BOTH_REPORT),
        ({"head": "", "outcome": ""}, BOTH_REPORT),
        ({"head": "boat"}, BOTH_REPORT),
        ({"head": "boat", "outcome": ""}, ""),
        ({"outcome": "wounded"}, ""),
    ],
)
def test_the_other_figure_is_told_of_the_same_or_leaves_it_open(again: dict[str, Any], reason: str) -> None:
    texts = {"A": "40 fell. 12 fell.", "B": "12 fell. 40 fell."}
    a, again_ours = figures("A", texts["A"], n40=ARMY, n12={**REBELS, **again})
    b, again_theirs = figures("B", texts["B"], n40={**ARMY, **again}, n12=REBELS)
    assert stated((a, again_ours, b, again_theirs), texts).settles(a, b) == reason
