"""Whether work grows in line with its input, told by the ratio of two sizes: a busy machine slows both."""

from __future__ import annotations

from collections.abc import Callable
from time import thread_time

TIMES = 4
"""How many times longer the longer input is: linear work takes 4 times as long, quadratic work 16 times."""
MOST = 10
TRIES = 5
SHORTEST = 0.01
"""Seconds below which a measured time says nothing."""


def grows_in_line(work: Callable[[int], object], size: int) -> bool:
    """Whether four times the size takes less than ten times the processor's time, in one try of five at least."""
    return any(_cost(work, TIMES * size) < MOST * max(_cost(work, size), SHORTEST) for _ in range(TRIES))


def _cost(work: Callable[[int], object], size: int) -> float:
    started = thread_time()
    work(size)
    return thread_time() - started
