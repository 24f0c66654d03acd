"""A sentence's tree while rules rebuild it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from divergence.language.parsed import Token


@dataclass(slots=True)
class Sketch:
    """One sentence while its tree is rebuilt; positions count from the sentence's first token."""

    tokens: list[Token]
    heads: list[int]
    deps: list[str]

    def children(self, index: int, *relations: str) -> list[int]:
        found = [i for i, head in enumerate(self.heads) if head == index and i != index]
        return [i for i in found if not relations or self.deps[i] in relations]

    def subtree(self, index: int) -> list[int]:
        """A position and all below it, in order."""
        found, waiting = [], [index]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting += self.children(at)
        return sorted(found)

    def is_predicate(self, index: int) -> bool:
        return self.tokens[index].pos in ("VERB", "AUX", "ADJ", "ADV")

    def move(self, index: int, head: int, dep: str) -> None:
        self.heads[index], self.deps[index] = head, dep


def redrawn(tokens: list[Token], rules: Iterable[Callable[[Sketch], None]]) -> list[Token]:
    """One sentence's tokens after each rule has had its turn."""
    first = tokens[0].index
    sketch = Sketch(tokens, [t.head - first for t in tokens], [t.dep for t in tokens])
    for rule in rules:
        rule(sketch)
    return [
        replace(token, head=first + head, dep=dep)
        for token, head, dep in zip(tokens, sketch.heads, sketch.deps, strict=True)
    ]
