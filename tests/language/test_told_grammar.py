"""What the grammar says of each word of a sentence: a table, with a line for every verb and noun below each sentence.

It tells what is read today, right or wrong: that a change changes something, not that it should not.
``make told`` writes the table anew, so that a change can be read as its diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from told_tables import blocks, write_anew

from divergence.language import parse
from divergence.language.clauses import (
    agent,
    is_modal,
    is_negated,
    is_passive,
    is_verb,
    objects,
    obliques,
    participles,
    patient,
    predicate,
    preposition,
    subject,
)
from divergence.language.nouns import apposition, conjuncts, counted_noun, noun_phrase
from divergence.language.parsed import Parsed, Token
from divergence.language.speech import reporting
from divergence.model.text import Article

TABLE = Path(__file__).parent / "told_grammar.txt"


def read(text: str) -> list[str]:
    """A line for each word of which something is told."""
    parsed = parse(Article("A", "a.txt", text, ((0, len(text)),)))
    lines = (_line(parsed, token) for token in parsed.tokens)
    return [line for line in lines if not line.endswith(": ")]


def _line(parsed: Parsed, token: Token) -> str:
    at = token.index
    if is_verb(parsed, at):
        told = _of_verb(parsed, at)
    elif token.pos in ("NOUN", "PROPN", "PRON"):
        told = _of_noun(parsed, at)
    else:
        noun = counted_noun(parsed, at) if token.pos == "NUM" else None
        told = {"counts": _word(parsed, noun)}
    return f"{token.text}: {'; '.join(f'{name} {value}'.strip() for name, value in told.items() if value)}"


def _of_verb(parsed: Parsed, at: int) -> dict[str, str]:
    flags = {"passive": is_passive, "negated": is_negated, "modal": is_modal}
    return {
        "by": _word(parsed, agent(parsed, at)),
        "to": _word(parsed, patient(parsed, at)),
        "subject": _word(parsed, subject(parsed, at)),
        "objects": ", ".join(_word(parsed, o) for o in objects(parsed, at)),
        "beside": ", ".join(f"{p} {_word(parsed, o)}".strip() for p, o in obliques(parsed, at)),
        "flags": ", ".join(name for name, holds in flags.items() if holds(parsed, at)),
        "joined": _joined(parsed, at),
        "told by": _told_by(parsed, at),
    }


def _of_noun(parsed: Parsed, at: int) -> dict[str, str]:
    first, last = noun_phrase(parsed, at)
    phrase = parsed.text(first, last)
    return {
        "phrase": phrase if phrase != parsed.tokens[at].text else "",
        "preposition": preposition(parsed, at),
        "predicate": _word(parsed, predicate(parsed, at)),
        "undergoes": ", ".join(_word(parsed, p) for p in participles(parsed, at)),
        "joined": _joined(parsed, at),
        "beside": _word(parsed, apposition(parsed, at)),
        "denied": "yes" if is_negated(parsed, at) else "",
        "told by": _told_by(parsed, at),
    }


def _word(parsed: Parsed, at: int | None) -> str:
    return "" if at is None else parsed.tokens[at].text


def _joined(parsed: Parsed, at: int) -> str:
    found = conjuncts(parsed, at)
    return ", ".join(_word(parsed, i) for i in found) if len(found) > 1 else ""


def _told_by(parsed: Parsed, at: int) -> str:
    found = reporting(parsed, at)
    return (
        ""
        if found is None
        else f"{parsed.text(*found.speaker) if found.speaker else 'nobody'} ({_word(parsed, found.cue)})"
    )


@pytest.mark.parametrize(("text", "expected"), list(blocks(TABLE)))
def test_tells_grammar(text: str, expected: list[str]) -> None:
    assert read(text) == expected


if __name__ == "__main__":
    write_anew(TABLE, read)
