from __future__ import annotations

import pytest

from divergence.language.capitals import learn_spelling, spell

TEXTS = (
    "Harbour News: Crews of the AKV met in Selmar.\nFire Kills Twelve On Ferry\nThe Norlandic crew saw the fire.",
    "The U.S. ship left. A Norlandic ferry and the AKV came. “Fire was everywhere,” one of the crew said of the fire.",
)


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        ("norlandic crew (say)", "Norlandic crew (say)"),
        ("akv: selmar", "AKV: Selmar"),
        ("fire on ferry", "fire on ferry"),
        ("u.s. ship", "U.S. ship"),
        ("NATO fire", "NATO fire"),
        ("never printed", "never printed"),
        ("", ""),
    ],
)
def test_names_are_spelt_as_printed_and_other_words_stay(subject: str, shown: str) -> None:
    assert spell(subject, learn_spelling(TEXTS)) == shown
