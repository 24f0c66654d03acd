"""Disjoint sets that grow together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class DisjointSets(Generic[T]):
    """Sets of which no two share a member; a set is known by its first member in an order."""

    def __init__(self, order: Callable[[T], Any]) -> None:
        """``order`` gives for a member what members are ordered by."""
        self._order = order
        self._first: dict[T, T] = {}
        self._members: dict[T, list[T]] = {}

    def find(self, member: T) -> T:
        """The first member of a member's set."""
        return self._first.get(member, member)

    def members(self, member: T) -> list[T]:
        """All members of a member's set."""
        first = self.find(member)
        return self._members.get(first, [first])

    def join(self, a: T, b: T) -> T:
        """Make one set of the sets of two members; returns its first member."""
        if self.find(a) == self.find(b):
            return self.find(a)
        merged = [*self.members(a), *self.members(b)]
        first = min(merged, key=self._order)
        for old in {self.find(a), self.find(b)}:
            self._members.pop(old, None)
        self._members[first] = merged
        self._first.update(dict.fromkeys(merged, first))
        return first

    def among(self, members: Iterable[T]) -> tuple[tuple[T, ...], ...]:
        """Members by their sets, in the order in which they are given."""
        found: dict[T, list[T]] = {}
        for member in members:
            found.setdefault(self.find(member), []).append(member)
        return tuple(tuple(one) for one in found.values())
