"""What an editor's decision says, and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from divergence.model.decision import Decision, Ground, Standing, State

KEPT = Decision(Standing.ACCEPTED, "s", "d-1", "barges sold", "checked")


@pytest.mark.parametrize(
    ("standing", "ground", "state"),
    [
        (Standing.ACCEPTED, Ground.NONE, State.CONFIRMED),
        (Standing.ACCEPTED, Ground.TIME, State.EXPLAINED),
        (Standing.REJECTED, Ground.NONE, State.WRONG),
        (Standing.REJECTED, Ground.TIME, State.WRONG),
    ],
)
def test_a_decision_in_the_words_of_a_desk(standing: Standing, ground: Ground, state: State) -> None:
    assert replace(KEPT, standing=standing, ground=ground).state is state


@pytest.mark.parametrize(
    ("until", "holds"),
    [(None, True), (date(2030, 5, 6), True), (date(2030, 5, 7), True), (date(2030, 5, 5), False)],
)
def test_a_decision_holds_to_the_end_of_its_last_day(until: date | None, holds: bool) -> None:
    assert replace(KEPT, until=until).holds(date(2030, 5, 6)) is holds
