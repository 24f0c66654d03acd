"""Articles that begin or end anywhere: every kind reads them, and quotes what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest
from tagged import cut

from divergence.facts import FACT_TYPES
from divergence.language import parse
from divergence.language.parsed import Parsed
from divergence.model.text import Article
from divergence.sources.attribution import attribute
from divergence.sources.factuality import tell_factuality

HERE = Path(__file__).parent
TABLES = ("told/quantities.txt", "told/names.txt", "time/dates.txt")
SENTENCES = sorted(
    {
        block.splitlines()[0].rpartition("|")[2].strip()
        for table in TABLES
        for block in (HERE / table).read_text(encoding="utf-8").strip().split("\n\n")
    }
)


def read(parsed: Parsed) -> None:
    """Find everything; what is found stands in the text."""
    found = [mention for kind in FACT_TYPES for mention in kind.find(parsed)]
    for mention in tell_factuality(parsed, attribute(parsed, found)):
        assert parsed.article.text[mention.span.start : mention.span.end] == mention.text


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_may_break_off_or_begin_anywhere(sentence: str) -> None:
    parsed = parse(Article("A", "a.txt", sentence, ((0, len(sentence)),), published="2025-10-27"))
    last = len(parsed.tokens)
    for at in range(1, last):
        read(cut(parsed, 0, at))
        read(cut(parsed, at, last))
