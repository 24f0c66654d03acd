"""Pairs to groups: average link, which joins two groups where their pairs hold together on the whole."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Link = tuple[int, int]


@dataclass(slots=True)
class _Groups:
    """Groups as they grow, each under the smallest number of its members."""

    members: dict[int, list[int]]
    sums: dict[int, dict[int, float]]
    """Sum of the scores between the members of two groups."""
    fixed: set[int] = field(default_factory=set)
    """Groups that are given and never joined to one another."""

    def mean(self, one: int, other: int) -> float:
        return self.sums[one][other] / (len(self.members[one]) * len(self.members[other]))

    def may_join(self, one: int, other: int) -> bool:
        known = one in self.members and other in self.members and other in self.sums[one]
        return known and not (one in self.fixed and other in self.fixed)

    def join(self, one: int, other: int) -> None:
        """Put a group into one of a smaller number."""
        for third, score in self.sums.pop(other).items():
            del self.sums[third][other]
            if third != one:
                self.sums[one][third] = self.sums[third][one] = self.sums[one].get(third, 0.0) + score
        self.members[one] += self.members.pop(other)
        if other in self.fixed:
            self.fixed.add(one)


def average_link(
    count: int, scores: Mapping[Link, float], cut: float, given: Iterable[Iterable[int]] = ()
) -> list[list[int]]:
    """The groups of numbers below ``count``, joined as long as two have a mean score of ``cut`` or more.

    A pair without a score counts 0. The groups of ``given`` stay apart and whole, whatever their scores.
    """
    groups = _Groups({number: [number] for number in range(count)}, {number: {} for number in range(count)})
    for (one, other), score in sorted(scores.items()):
        groups.sums[one][other] = groups.sums[other][one] = score
    for members in given:
        first, *rest = sorted(members)
        for number in rest:
            groups.join(first, number)
        groups.fixed.add(first)
    waiting = [
        (-groups.mean(one, other), one, other)
        for one in sorted(groups.members)
        for other in sorted(groups.sums[one])
        if one < other and groups.mean(one, other) >= cut
    ]
    heapq.heapify(waiting)
    while waiting:
        score, one, other = heapq.heappop(waiting)
        if not groups.may_join(one, other) or groups.mean(one, other) != -score:
            continue
        groups.join(one, other)
        for third in sorted(groups.sums[one]):
            mean = groups.mean(one, third)
            if mean >= cut:
                heapq.heappush(waiting, (-mean, min(one, third), max(one, third)))
    return [sorted(groups.members[number]) for number in sorted(groups.members)]
