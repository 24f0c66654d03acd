"""What is read from sentences with dates and clock times: value, granularity and the stretch of the calendar.

``dates.txt`` holds the sentences, each after the day of publication; below it stand the expressions found there, with
what the report prints, the TIMEX3 value, the granularity, the first and last instant (``?`` where the calendar does not
tell) and, after a last ``=``, a hedge. A sentence with nothing below it states no time.

"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from divergence.facts.time.date import DATE
from divergence.language import parse
from divergence.model.fact import Hedge, Mention
from divergence.model.text import Article

Build = Callable[..., Article]
TABLE = Path(__file__).parent / "dates.txt"


def rows() -> Iterator[tuple[str, str, list[str]]]:
    """Day of publication, sentence and the expressions below it."""
    for block in TABLE.read_text(encoding="utf-8").strip().split("\n\n"):
        first, *below = block.splitlines()
        published, text = first.split("|", 1)
        yield published.strip(), text.strip(), [line.strip() for line in below]


def told(mention: Mention) -> str:
    """A mention as the table writes it."""
    fields = DATE.fields(mention)
    stretch = f"{fields['earliest']}..{fields['latest']}".replace("T00:00:00", "") if fields["earliest"] else "?"
    parts = [mention.text, DATE.phrase(mention), fields["timex"], fields["granularity"], stretch]
    return " = ".join([*map(str, parts), *([mention.hedge] if mention.hedge is not Hedge.EXACTLY else [])])


@pytest.mark.parametrize(("published", "text", "expected"), list(rows()))
def test_reads(article: Build, published: str, text: str, expected: list[str]) -> None:
    dated = {"published": published} if published else {}
    assert [told(m) for m in DATE.find(parse(article(text, **dated)))] == expected
