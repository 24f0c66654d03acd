"""What a value is of, as a whole phrase."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts import find_mentions
from divergence.language import parse
from divergence.model.text import Article

Build = Callable[..., Article]


def concept_of(text: str, value: str, article: Build) -> str:
    """The concept of the mention that begins with these words."""
    at = text.index(value)
    found = [m for m in find_mentions(parse(article(text))) if m.span.start <= at < m.span.end]
    assert len(found) == 1, found
    return found[0].slot.concept


@pytest.mark.parametrize(
    ("text", "value", "concept"),
    [
        # what is counted, with all that names it
        ("The plant builds two gas-only engines.", "two", "gas-only engines"),
        ("Twelve state-owned banks closed.", "Twelve", "state-owned banks"),
        ("The raid killed five of its soldiers.", "five", "soldiers"),
        ("About 40 men and women marched.", "About", "men and women"),
        ("It is one of the three largest bank holding companies.", "three", "largest bank holding companies"),
        ("The port handled 700 containers of frozen fish.", "700", "containers of frozen fish"),
        # what an amount measures out
        ("The mine shipped 34,500 tons of copper a year.", "34,500", "copper"),
        ("The firm holds $30 million in bonds.", "$30", "bonds"),
        ("Some 60 percent of farm workers agreed.", "60", "farm workers"),
        # what it stands before, the words before it included
        ("The board declared a new 10 percent dividend.", "10", "new dividend"),
        ("They rejected the $18-a-share price.", "$18", "price"),
        ("Congress passed a $1 trillion spending bill.", "$1", "spending bill"),
        # what it hangs on
        ("The court set bail of $5,000.", "$5,000", "bail"),
        ("The town has a population of more than 80,000.", "more", "population"),
        # what its clause tells of it
        ("Core inflation rose 0.3 percent in June.", "0.3", "Core inflation"),
        ("The governor's severance package was $4.2 million.", "$4.2", "governor's severance package"),
        ("The jobless rate for young people stood at 9 percent.", "9", "jobless rate for young people"),
        ("Sales of electric cars fell from $52 million to $50 million.", "$50", "Sales of electric cars"),
        ("The council raised bus fares by 15 percent.", "15", "bus fares"),
        ("He paid $300 for a ticket.", "$300", "ticket"),
        ("They bought 20,000 square feet of office space for $9 million.", "$9", "office space"),
        ("A court fined the bank £75,000 and its director £8,000.", "£75,000", "bank"),
        ("A court fined the bank £75,000 and its director £8,000.", "£8,000", "director"),
        # lengths of time and ages
        ("After three days of fighting, the town fell.", "three", "fighting"),
        ("The mayor's trial lasted two weeks.", "two", "mayor's trial"),
        ("Anna Berg, 45, was hurt.", "45", "Anna Berg"),
    ],
)
def test_a_value_names_the_whole_of_what_it_is_of(article: Build, text: str, value: str, concept: str) -> None:
    assert concept_of(text, value, article) == concept


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("About 1000 came from Asia.", "About"),  # what they did names nothing
        ("He was fined $500.", "$500"),  # a pronoun names nobody
        ("The 12-page report counted 40 dead.", "40"),  # no pages
        ("The poll found three-quarters of those agreed.", "three"),
    ],
)
def test_what_names_nothing_is_no_concept(article: Build, text: str, value: str) -> None:
    assert concept_of(text, value, article) == ""


@pytest.mark.parametrize(
    ("text", "value", "concept"),
    [
        ("The zoo sold 40 tickets in May.", "40", "tickets"),  # when
        ("The firm runs 40 shops in Norway.", "40", "shops"),  # where
        ("He traded three goats for one cow.", "three", "goats"),  # another count
        ("Dara Metals, a mining company, lost $3 million.", "$3", "Dara Metals"),  # an apposition
        ("Profits rose 4 percent in the third quarter.", "4", "Profits"),
        ("Volume totaled 40 million shares.", "40", "shares"),  # a verb before the number
    ],
)
def test_what_only_stands_beside_is_left_out(article: Build, text: str, value: str, concept: str) -> None:
    assert concept_of(text, value, article) == concept


def test_programs_are_told_the_concept(article: Build) -> None:
    from divergence.facts import fact_type

    (found,) = [m for m in find_mentions(parse(article("Gold output rose 4 percent."))) if m.kind == "percent"]
    assert fact_type(found.kind).fields(found)["concept"] == "Gold output"
