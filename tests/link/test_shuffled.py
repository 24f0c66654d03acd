"""Two sentences of the same words in another order."""

from __future__ import annotations

import pytest

from divergence.language.parsed import Parsed, Sentence, Token
from divergence.link.facing import Facing, read_passage, tells
from divergence.link.shuffled import FEWEST_COMMON, MOST_APART, _synonyms, is_shuffled, shared_words
from divergence.model.text import Article


def facing(left: str, right: str, *, sentences: int = 1) -> Facing:
    """Two sentences of nouns; the right one may be cut in two."""
    sides = []
    for text, count in ((left, 1), (right, sentences)):
        tokens, start = [], 0
        for index, word in enumerate(text.split()):
            sentence = min(index, count - 1)
            tokens.append(Token(index, start, start + len(word), word, word, "NOUN", "", "obl", index, sentence))
            start += len(word) + 1
        kept = tuple(Sentence(n, 0, len(tokens), 0) for n in range(count))
        sides.append(read_passage(Parsed(Article("A", "a", text, ()), tuple(tokens), kept, (), ()), tokens, ()))
    return Facing(*sides, ())


def told(*counts: tuple[str, int]) -> str:
    """So many words of each sort."""
    return " ".join(f"{sort}{n}" for sort, count in counts for n in range(count))


@pytest.mark.parametrize(
    ("common", "ours", "theirs", "shuffled"),
    [
        (FEWEST_COMMON, 0, 0, True),
        (FEWEST_COMMON - 1, 0, 0, False),
        (FEWEST_COMMON, MOST_APART, 0, True),
        (FEWEST_COMMON, MOST_APART + 1, 0, False),
        (FEWEST_COMMON, 7, MOST_APART - 7, True),
        (FEWEST_COMMON, 7, MOST_APART - 6, False),
    ],
)
def test_single_sentences_with_most_words_in_common_are_shuffled(
    common: int, ours: int, theirs: int, shuffled: bool
) -> None:
    left, right = told(("c", common), ("l", ours)), told(("r", theirs), ("c", common))
    assert is_shuffled(facing(left, right)) is shuffled
    assert not is_shuffled(facing(left, right, sentences=2))


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [
        ("40 mole raft cape quay", "50 cape quay mole raft", 1.0),
        ("40 mole raft cape", "50 cape mole raft", 0.0),
        ("40 mole raft cape quay lamp", "50 cape quay mole raft", 8 / 9),
        ("40 mole raft cape quay lamp", "50 cape quay mole raft oven", 8 / 10),
        ("40 mole raft cape quay fire", "50 cape quay mole raft blaze", 1.0),
        ("40 mole raft cape quay the", "50 cape quay mole raft of", 1.0),
        ("40 mole raft cape quay lamp", "50 cape quay mole raft 40", 0.0),
        ("40 mole raft cape quay 50", "50 cape quay mole raft lamp", 0.0),
    ],
)
def test_the_share_is_of_the_telling_words_outside_two_places(left: str, right: str, share: float) -> None:
    assert shared_words(facing(left, right), (0, 1), (0, 1)) == pytest.approx(share)


def token(text: str, pos: str = "NOUN", lemma: str = "") -> Token:
    return Token(0, 0, len(text), text, lemma or text, pos, "", "", 0, 0)


@pytest.mark.parametrize(
    ("word", "telling"),
    [
        (token("pier"), True),
        (token("the"), False),
        (token("must", "AUX"), False),
        (token(",", "PUNCT"), False),
        (token("not", "PART"), False),
        (token("told", "VERB", "say"), False),
    ],
)
def test_small_words_and_those_of_saying_tell_nothing(word: Token, telling: bool) -> None:
    assert tells(word) is telling


def test_each_word_is_another_word_for_one_only() -> None:
    fire, blaze, pier = token("fire"), token("blaze"), token("pier")
    assert _synonyms([fire], [blaze]) == 1
    assert _synonyms([fire, fire], [blaze]) == 1
    assert _synonyms([fire, fire], [blaze, blaze]) == 2
    assert _synonyms([fire], [pier]) == 0
    assert _synonyms([pier, fire], [token("lamp"), blaze]) == 1
