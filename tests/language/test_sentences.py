"""Sentence boundaries in news prose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.language import parse
from divergence.language.sentences import boundary
from divergence.model.text import Article

PARAGRAPHS = [
    ["The U.S. ambassador left on Friday.", "He returned a week later."],
    ["A tanker burned near Evansville, Ind., on Sunday night.", "Nobody was hurt."],
    ["The family was given Rs. 50,000 for the roof.", "A second grant of Rs. 20,000 will follow."],
    ["Lt. Col. Maria Sanz spoke for the navy.", "She named no ship."],
    ["Sgt. Ivo Petrov and Capt. Ana Reyes were honoured."],
    ["“We lost the roof and both boats,” Mary Owens said.", "“Nobody came.”"],
    ["“Is the bridge open?” asked the mayor.", "It was not."],
    ["“The water rose fast.", "We ran to the hill,” said Omar Haddad, a fisherman."],
    ["Ferry sinks off northern coast, 12 missing"],
    ["LAGOS, Nigeria (AP) — A ferry sank off the coast on Monday, officials said."],
    ["The fire began at 5 a.m. on Tuesday and burned for two days.", "Three houses were lost."],
    ["The No. 2 reactor was shut down.", "The other runs."],
    ["He spoke on the morning show.", '"If it rains, we will wait," he added.'],
    ["The bill was opposed by J. K. Mensah and others."],
    ["Marie-Claire Bertin was shot dead outside her home in Derby on Sunday, police said."],
]


@pytest.mark.parametrize("sentences", PARAGRAPHS, ids=lambda s: s[0][:30])
def test_sentences_of_a_paragraph(article: Callable[..., Article], sentences: list[str]) -> None:
    parsed = parse(article(" ".join(sentences)))
    assert [parsed.text(s.first, s.last) for s in parsed.sentences] == sentences


def test_what_is_sure_and_what_is_left_to_the_parser() -> None:
    words = ["He", "left", ".", "She", "stayed", "in", "the", "U.S.", "Army", "base"]
    spaced = [True, False, True, True, True, True, True, True, True, True]
    assert [boundary(words, spaced, i) for i in (0, 2, 3, 4, 8)] == [True, False, True, False, None]


STARTS, GOES_ON, OPEN = True, False, None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("| He left .", STARTS),
        ("He left ~. | She stayed", STARTS),
        ("He left ~. | she stayed", GOES_ON),
        ("He left ~.~ | She stayed", OPEN),
        ("He left ~! | She stayed", OPEN),
        ("He left ~, | She stayed", GOES_ON),
        ("He left ~; | She stayed", OPEN),
        ("met Lt. | Dolm there", GOES_ON),
        ("met Lt ~. | Dolm there", OPEN),
        ("met Dolm ~. | Dolm left", STARTS),
        ("met J ~. | Dolm there", OPEN),
        ("~. | Dolm there", OPEN),
        ("in No. | 5 there", GOES_ON),
        ("in No ~. | 5 there", GOES_ON),
        ("in May ~. | 5 there", OPEN),
        ("in No. | Five there", OPEN),
        ("met Rs. | 500 there", GOES_ON),
        ("met Dolm | ~, there", GOES_ON),
        ("met Dolm | ) there", GOES_ON),
        ("the Oslo ~-~ | Based firm", GOES_ON),
        ("the Oslo - | Based firm", OPEN),
        ("the Oslo ~- | Based firm", OPEN),
        ("said “~ | We left", GOES_ON),
        ("“~ | We left", GOES_ON),
        ("He left ~. “~ | We stayed", GOES_ON),
        ("He left ~. ~“~ | We stayed", OPEN),
        ("He left ~. | “~ We stayed", STARTS),
        ("He left ~. | “ we stayed", OPEN),
        ("He left ~. | “", OPEN),
        ("He left ~| ” there", GOES_ON),
        ("He left ~. ~” | She stayed", STARTS),
        ("He left ~! ~” | She stayed", OPEN),
        ("He left ~. ~) | She stayed", STARTS),
        ("He left ~. ~) ~” | She stayed", STARTS),
        ("~“ ~” | She stayed", OPEN),
        ("- | Based firm", OPEN),
        ("He left )~ | She stayed", OPEN),
        ("He left | She stayed", GOES_ON),
        ("He left | — she stayed", GOES_ON),
        ("He left | ( she stayed", GOES_ON),
        ("He left : | she stayed", OPEN),
        ("He left • | she stayed", OPEN),
        ("He left * | she stayed", OPEN),
        ("He left : | She stayed", OPEN),
        ("KABUL , Norway | — She stayed", GOES_ON),
        ("KABUL ( AP ) — | She stayed", GOES_ON),
        ("Kabul ( AP ) — | She stayed", OPEN),
        ("KA ( AP ) — | She stayed", OPEN),
        ("KABUL a b c d e f g h i j k — | She stayed", GOES_ON),
        ("KABUL a b c d e f g h i j k l — | She stayed", GOES_ON),
        ("KABUL a b c d e f g h i j k l m — | She stayed", OPEN),
        ("He left \n | she stayed", OPEN),
        ("He left ~. \n | She stayed", OPEN),
    ],
)
def test_whether_a_sentence_starts(written: str, expected: bool | None) -> None:
    """``|`` stands before the token; ``~`` before or behind one tells that no white space is there."""
    before, after = (part.split(" ") for part in written.split("|"))
    before, after = [w for w in before if w.strip(" ") and w != "~"], [w for w in after if w.strip(" ")]
    marked = [*before, *after]
    words = [w.strip("~") for w in marked]
    spaced = [
        not (w.endswith("~") or after.startswith("~")) for w, after in zip(marked, [*marked[1:], ""], strict=True)
    ]
    assert boundary(words, spaced, len(before)) is expected
