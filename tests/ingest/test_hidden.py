"""Characters that a reader cannot tell are counted and named."""

from __future__ import annotations

import pytest

from divergence.ingest.hidden import hidden_characters


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1\u200b00 men", "no width"),
        ("\u202e23\u202c men", "writing direction"),
        ("P\u0430kistan", "look-alike letters"),
        ("\u0662\u0663 men", "digits of other scripts"),
        ("\uff15 men", "digits of other scripts"),
    ],
)
def test_hidden(text: str, kind: str) -> None:
    assert kind in hidden_characters(text)


@pytest.mark.parametrize("text", ["", "23 men in Türkiye – “all” of them…", "Владимир Putin", "α particles", "🚢 12"])
def test_not_hidden(text: str) -> None:
    assert hidden_characters(text) == ""
