"""A builder of parses written by hand, to test the grammar apart from any model."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import trees

from divergence.language.parsed import Parsed


@pytest.fixture(scope="session")
def tree() -> Callable[[str], Parsed]:
    """Build one parsed sentence from words written ``form/POS/TAG/relation/head``; see ``trees.tree``."""
    return trees.tree


@pytest.fixture(scope="session")
def find() -> Callable[[Parsed, str], int]:
    """The index of the first token with that form."""
    return lambda parsed, form: next(t.index for t in parsed.tokens if t.text == form)
