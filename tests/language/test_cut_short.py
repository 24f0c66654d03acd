"""Parses that begin or end anywhere: nothing of the grammar or the names fails on them."""

from __future__ import annotations

import pytest
from tagged import cut

from divergence.language import grammar, parse
from divergence.language.names import refined
from divergence.language.parsed import Parsed
from divergence.language.repairs import mended
from divergence.model.text import Article

SENTENCES = (
    "The landslide killed five farmers and wounded 30 others, police said.",
    "“We lost the roof and both boats,” Mary Owens, a sailor, said on Friday.",
    "Hicks & Co., Barnard & Lowell and the 9th Circuit Court of Appeals met in Eureka, Calif.",
    "President Ivo Petrov of the Bank of Ghana met Kim Jong-un and Henry Vance Jr. in Oslo-based talks.",
    "Shares of Valtor, a small maker of pumps, fell after DKRT and the Council of Trade and Labour left.",
    "According to the navy, 14 people were killed and dozens wounded when two ferries collided.",
    "Five of its sailors and 25 Taliban and allied smugglers died in a 30-hour clash.",
    "The man who was shot, his wife’s lawyer said, had told them that the port would close.",
)


def read(parsed: Parsed) -> None:
    names = refined(parsed.tokens, parsed.names)
    assert all(0 <= name.first < name.last <= len(parsed.tokens) for name in names)
    for sentence in parsed.sentences:
        if sentence.first == 0:
            assert len(mended(list(parsed.words(sentence)))) == sentence.last
    for at in range(len(parsed.tokens)):
        first, last = grammar.noun_phrase(parsed, at)
        assert 0 <= first < last <= len(parsed.tokens)
        for look in (grammar.counted_noun, grammar.reporting, grammar.predicate, grammar.subject, grammar.patient):
            look(parsed, at)
        grammar.is_negated(parsed, at), grammar.is_modal(parsed, at)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_parse_may_break_off_or_begin_anywhere(sentence: str) -> None:
    parsed = parse(Article("A", "a.txt", sentence, ((0, len(sentence)),)))
    last = len(parsed.tokens)
    for at in range(1, last):
        read(cut(parsed, 0, at))
        read(cut(parsed, at, last))
