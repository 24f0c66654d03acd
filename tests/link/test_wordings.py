"""Common words for one another in sentences that are otherwise the same: told where they turn what is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from divergence.language.parsed import Parsed, Sentence, Token
from divergence.link import wordings
from divergence.link.facing import Covered, Facing, Passage
from divergence.model.comparison import Comparison, Verdict
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Article, Span, Story
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


@pytest.mark.parametrize(
    ("frame", "left", "right"),
    [
        ("Divers found six AK {} rifles in the hold of the wreck.", "47", "74"),
        ("The crew was taken off near {} Street, below the lighthouse.", "117th", "107th"),
        ("The guards were called to the {} block of Harbour Road.", "19700", "17900"),
        ("The wreck was found by a diver of the {} Fleet Command.", "Northern", "Southern"),
        ("The diver was kept in the {} Wing of the prison for a week.", "West", "East"),
        ("The quay lies on the city's {} side, below the lighthouse.", "west", "east"),
        ("The fire began in a plant in {} Harbrook on the morning tide.", "Northeast", "South"),
        ("One of the sailors fell in the {} and the race was stopped.", "sixth", "fifth"),
        ("A diver on the second boat was {} by the mast.", "wounded", "unhurt"),
        ("It was the third {} landing of the lifeboat this year.", "successful", "failed"),
        ("She was hit by a grey {} on the quay road.", "Kestrel", "Marlin"),
        ("A {} car stood on the pier when the guards came.", "red", "green"),
        ("The crew of the prison {} was led away in the harbour.", "van", "train"),
        ("Traders on the quay {} the shock in the morning.", "also felt", "did not feel"),
    ],
)
def test_in_two_copies_another_figure_side_or_rank_is_flagged_whatever_it_belongs_to(
    story: Build, frame: str, left: str, right: str
) -> None:
    for first, second in ((left, right), (right, left)):
        found = copies(story, frame.format(first), frame.format(second))
        assert verdicts(found) == ["conflict"], words(found)


@pytest.mark.parametrize(
    ("frame", "left", "right"),
    [
        ("The inquiry is led by {} of the coast guard.", "Jon Harwell", "Jon Harvell"),
        ("The skipper is charged with {} and will be tried here.", "manslaughter", "homicide"),
        ("The senator ({}-Harbrook) spoke to the traders on the quay.", "I", "D"),
    ],
)
def test_in_two_copies_another_name_that_nobody_knows_is_a_lead(
    story: Build, frame: str, left: str, right: str
) -> None:
    for first, second in ((left, right), (right, left)):
        found = copies(story, frame.format(first), frame.format(second))
        assert verdicts(found) == ["lead"], words(found)


@pytest.mark.parametrize(
    ("frame", "left", "right"),
    [
        ("The ferry left the quay at {} on Monday morning with the crew.", "6:30 a.m.", "630 a.m."),
        ("The {} navy sent a ship to the wreck off the cape.", "U.S.", "US"),
        ("The crew sailed past {} villages on the way to the harbour.", "Shia", "Shiite"),
        ("About {} traders stood on the quay in the rain.", "1,200", "1200"),
        ("The line sold {} million tickets for the ferries to the islands.", "0.5", ".5"),
        ("The line sold about {} tickets for the ferries to the islands.", "12k", "12,000"),
        ("Fares on the island line rose by {} percent in the last months.", "5.0", "5"),
    ],
)
def test_in_two_copies_another_spelling_is_told_as_no_difference(
    story: Build, frame: str, left: str, right: str
) -> None:
    assert verdicts(copies(story, frame.format(left), frame.format(right))) == []


def test_two_spellings_of_a_place_are_variants_and_no_lead(story: Build) -> None:
    frame = "The crew flew to {} on the day after the storm."
    assert verdicts(copies(story, frame.format("Kyiv"), frame.format("Kiev"))) == ["variant"]


def test_one_change_of_a_name_is_told_once(story: Build) -> None:
    frame = "The line has offices in {} and a pier of its own."
    found = copies(story, frame.format("the US and the UK"), frame.format("the US and Canada"))
    assert [(d.verdict.value, d.kind.value) for d in found.divergences] == [("conflict", "place")]


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


@pytest.mark.parametrize(
    ("common", "ours", "theirs", "alike"),
    [(4, 1, 1, True), (3, 1, 1, False), (4, 0, 2, True), (4, 0, 3, False), (0, 0, 0, False), (0, 0, 1, False)],
)
def test_two_articles_are_copies_from_a_share_of_their_words_on(
    common: int, ours: int, theirs: int, alike: bool
) -> None:
    left = Counter({"same": common, "ours": ours})
    right = Counter({"same": common, "theirs": theirs})
    sizes = left.total(), right.total()
    assert wordings._are_alike(left, right, sum(sizes), min(sizes)) is alike
    assert wordings._are_alike(right, left, sum(sizes), min(sizes)) is alike


def token(text: str, pos: str = "NOUN", *, index: int = 0, dep: str = "obl", head: int = 0) -> Token:
    """A word of a parse, made by hand."""
    return Token(index, 10 * index, 10 * index + len(text), text, text.lower(), pos, "", dep, head, 0)


def passage(*tokens: Token, mentions: tuple[Covered, ...] = ()) -> Passage:
    """One sentence as a passage, made by hand."""
    text = "".join(t.text.ljust(10) for t in tokens)
    words = tuple(t.lower for t in tokens)
    parsed = Parsed(Article("A", "a.txt", text, ()), tokens, (Sentence(0, 0, len(tokens), 0),), (), ())
    return Passage(parsed, tokens, words, bytes(1 for _ in words), frozenset(words), mentions, ())


@pytest.mark.parametrize(
    ("word", "common"),
    [
        (token("Harbour", "PROPN"), True),
        (token("Qwelfo", "PROPN"), False),
        (token("Harbour", "PROPN", index=1), False),
        (token("harbour", index=1), True),
        (token("qwelfo", index=1), True),
        (token("40", "NUM", index=1), False),
        (token("forty", "NUM", index=1), False),
        (token("b4", index=1), False),
        (token("Greek", "PROPN", index=1), True),
    ],
)
def test_a_name_is_no_common_word_unless_it_only_opens_the_sentence(word: Token, common: bool) -> None:
    sentence = passage(token("Barges"), token("sank"))
    assert wordings._is_common(sentence, word) is common


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [
        ("two of", "", True),
        ("2 of the", "the", True),
        ("half of", "the", True),
        ("", "", False),
        ("two", "", False),
        ("crew of", "", False),
        ("two of", "sailors", False),
    ],
)
def test_a_part_of_the_whole_is_told_with_of(one: str, other: str, part: bool) -> None:
    assert wordings._is_part(one.split(), other.split()) is part


@pytest.mark.parametrize(
    ("words", "often"),
    [
        ("once", "1"),
        ("twice", "2"),
        ("3 times", "3"),
        ("1 time", "1"),
        ("3 boats", ""),
        ("many times", ""),
        ("twice more", ""),
    ],
)
def test_how_often_is_told_as_a_figure(words: str, often: str) -> None:
    assert wordings._how_often(words.split()) == often


@pytest.mark.parametrize(
    ("dep", "head", "pos", "place", "other", "owned"),
    [
        ("nmod:poss", 2, "NOUN", (2, 3), "", True),
        ("nmod:poss", 2, "VERB", (2, 3), "", False),
        ("nsubj", 2, "NOUN", (2, 3), "", False),
        ("nmod:poss", 0, "NOUN", (2, 3), "", False),
        ("nmod:poss", 2, "NOUN", (2, 3), "guard", False),
        ("nmod:poss", 0, "NOUN", (0, 1), "", False),
    ],
)
def test_what_somebody_owns_is_not_the_owner(
    dep: str, head: int, pos: str, place: tuple[int, int], other: str, owned: bool
) -> None:
    sentence = passage(token("the"), token("envoy", index=1, dep=dep, head=head), token("wife", pos, index=2))
    assert wordings._is_owned(sentence, place, other.split()) is owned


@pytest.mark.parametrize(
    ("left", "right", "other"),
    [
        ({"may"}, set(), True),
        ({"may"}, {"will"}, True),
        ({"may"}, {"might"}, False),
        (set(), set(), False),
        ({"may", "sink"}, set(), False),
        ({"may", "the"}, set(), True),
        ({"may"}, {"sink"}, False),
    ],
)
def test_another_mood_is_told_where_nothing_else_is_put_in(left: set[str], right: set[str], other: bool) -> None:
    assert (wordings._other_mood([left, right], [left, right]) is not None) is other


@pytest.mark.parametrize(
    ("left", "right", "moved"),
    [("not", "not", True), ("not", "no", True), ("not", "pier", False), ("pier", "pier", False)],
)
def test_a_denial_moves_where_both_deny_as_often(left: str, right: str, moved: bool) -> None:
    sides = passage(token(left), token("pier", index=1)), passage(token("pier"), token(right, index=1))
    assert wordings._moved(Facing(*sides, ())) is moved


@pytest.mark.parametrize(
    ("left", "right", "classes"),
    [
        (token("rose", "NOUN"), token("fell", "VERB"), ("VERB", "VERB")),
        (token("rose", "PROPN"), token("fell", "VERB"), ("VERB", "VERB")),
        (token("rose", "PROPN"), token("thorn", "NOUN"), ("NOUN", "NOUN")),
        (token("quick", "ADJ"), token("run", "VERB"), ("ADJ", "VERB")),
    ],
)
def test_a_noun_beside_a_verb_is_looked_up_as_one(left: Token, right: Token, classes: tuple[str, str]) -> None:
    assert tuple(w.word_class for w in wordings._as_words(left, right)) == classes
    assert tuple(w.word_class for w in wordings._as_words(right, left)) == classes[::-1]


@pytest.mark.parametrize(
    ("left", "right", "copied", "told"),
    [
        (token("rise", "VERB"), token("fall", "VERB"), False, False),
        (token("rise", "VERB"), token("fall", "VERB"), True, False),
        (token("bus"), token("train"), True, False),
        (token("sharply", "ADV"), token("slightly", "ADV"), True, True),
        (token("bus"), token("train"), False, None),
        (token("blaze"), token("fire"), True, None),
        (token("will", "AUX"), token("would", "AUX"), True, None),
        (token("Greek", "ADJ"), token("Turkish", "ADJ"), False, False),
        (token("Greek", "ADJ"), token("Greeks", "NOUN"), True, None),
    ],
)
def test_one_word_for_another_says_something_else_or_may(
    left: Token, right: Token, copied: bool, told: bool | None
) -> None:
    found = wordings._other_word(left, right, copies=copied)
    assert (found[1] if found else None) is told


def nouns(*words: str) -> list[Token]:
    return [token(w, index=n) for n, w in enumerate(words)]


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (["pier"], ["old", "boat"], True),
        (["pier"], ["boat", "crew", "sail"], True),
        (["pier"], ["boat", "crew", "sail", "mast"], False),
        ([], ["boat"], False),
        (["fire", "pier"], ["blaze"], False),
        (["fire"], ["boat", "blaze"], False),
    ],
)
def test_a_phrase_of_a_few_words_may_say_something_else(left: list[str], right: list[str], told: bool) -> None:
    assert (wordings._rephrased(nouns(*left), nouns(*right)) is not None) is told
    assert (wordings._rephrased(nouns(*right), nouns(*left)) is not None) is told


def test_light_words_tell_something_only_where_they_stand_alone() -> None:
    sentence = passage(*nouns("the", "pier", "of", "the"))
    assert [t.text for t in wordings._telling(sentence, (0, 3))] == ["pier"]
    assert [t.text for t in wordings._telling(sentence, (2, 4))] == ["of", "the"]


def covered(kind: Kind, first: int, last: int) -> Covered:
    """A mention that takes some words of a passage."""
    span = Span("A", 10 * first, 10 * last)
    text = "x" * (10 * (last - first))
    return Mention(kind, span, text, "", Hedge.EXACTLY, Slot(), span, 0, "test"), (first, last)


@pytest.mark.parametrize(
    ("place", "kind", "has"),
    [
        ((2, 4), Kind.MONEY, True),
        ((1, 3), Kind.DATE, True),
        ((3, 5), Kind.MONEY, True),
        ((1, 2), Kind.MONEY, False),
        ((4, 5), Kind.MONEY, False),
        ((2, 4), Kind.PERSON, False),
        ((2, 4), Kind.NUMBER, False),
    ],
)
def test_a_figure_lies_in_a_place_with_a_word_of_it(place: tuple[int, int], kind: Kind, has: bool) -> None:
    sentence = passage(*nouns("a", "b", "c", "d", "e"), mentions=(covered(kind, 2, 4),))
    assert wordings._has_value(sentence, place) is has


def test_the_shortest_quotation_around_some_words_is_theirs() -> None:
    words = nouns("a", "b", "c", "d", "e")
    long, short, name = covered(Kind.QUOTE, 0, 5), covered(Kind.QUOTE, 1, 3), covered(Kind.PERSON, 1, 2)
    sentence = passage(*words, mentions=(long, short, name))
    assert wordings._quotation(sentence, (1, 3)) is short[0]
    assert wordings._quotation(sentence, (1, 4)) is long[0]
    assert wordings._quotation(sentence, (0, 3)) is long[0]
    assert wordings._quotation(passage(*words, mentions=(short, name)), (0, 3)) is None
    assert wordings._quotation(passage(*words, mentions=(short, name)), (1, 4)) is None


@pytest.mark.parametrize(
    ("words", "denied"), [("not", True), ("didn't", True), ("pier never", True), ("pier", False), ("", False)]
)
def test_a_word_denies_in_full_or_shortened(words: str, denied: bool) -> None:
    assert wordings._is_denied(words.split()) is denied


@pytest.mark.parametrize(
    ("left", "right", "both"),
    [("said", "said", True), ("said", "sank", False), ("according", "said", True), ("sank", "sank", False)],
)
def test_both_sides_say_whose_claim_it_is(left: str, right: str, both: bool) -> None:
    sides = (passage(replace(token(w, "VERB"), lemma="say" if w == "said" else w)) for w in (left, right))
    assert wordings._both_attribute(Facing(*sides, ())) is both
