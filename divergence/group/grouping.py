"""Articles to stories: near copies first, then pairs by the learnt decision, then groups that hold together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from divergence.group.clusters import average_link
from divergence.group.decision import PairDecision, shipped
from divergence.group.likeness import ArticlePair, Corpus, measures, shared_names
from divergence.group.profile import Profile

COPY = 0.85
"""Likeness from which on two articles are copies of one text, which counts once."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Why an article is in its story: the article there that it is nearest to."""

    to: int
    chance: float
    """How likely it is that both tell one story; 1 for copies."""
    why: str


@dataclass(frozen=True, slots=True)
class Grouping:
    """The stories among articles, by their numbers."""

    groups: tuple[tuple[int, ...], ...]
    """Each with two articles or more, or given before, in the order of their first article."""
    alone: tuple[int, ...]
    ties: Mapping[int, Tie]
    """For each article the nearest other; absent where none is worth a look."""


def group(
    profiles: Sequence[Profile], given: Mapping[str, Iterable[int]] | None = None, decision: PairDecision | None = None
) -> Grouping:
    """Group articles into stories; the stories of ``given`` are kept and only grow.

    The order of the articles is of no influence.
    """
    decision = decision or shipped()
    order = sorted(range(len(profiles)), key=lambda number: profiles[number].order)
    place = {number: at for at, number in enumerate(order)}
    fixed = [[place[number] for number in numbers] for numbers in (given or {}).values()]
    pairs = Corpus([profiles[number] for number in order], ("terms",)).pairs()
    heads = _heads(pairs, fixed, len(order))
    kept = sorted(set(heads))
    single = Corpus([profiles[order[at]] for at in kept])
    if len(kept) < len(order):  # a copy would make its words less rare
        pairs = single.pairs()
    chances = [float(chance) for chance in decision.probabilities(measures(single, pairs))]
    scores = {(pair.left, pair.right): chance for pair, chance in zip(pairs, chances, strict=True)}
    among = {head: number for number, head in enumerate(kept)}
    own = [{among[heads[at]] for at in members} for members in fixed]
    found = average_link(len(kept), scores, decision.cut, own)
    copies = defaultdict(list)
    for at, head in enumerate(heads):
        copies[head].append(at)
    groups = [[at for number in numbers for at in copies[kept[number]]] for numbers in found]
    ties = _ties(single, list(zip(pairs, chances, strict=True)), found)
    told = {order[kept[at]]: Tie(order[kept[tie.to]], tie.chance, tie.why) for at, tie in ties.items()}
    told |= {order[at]: Tie(order[head], 1.0, "nearly one text") for at, head in enumerate(heads) if at != head}
    named = [tuple(sorted((order[at] for at in members), key=lambda n: place[n])) for members in groups]
    held = {number for numbers in (given or {}).values() for number in numbers}
    stories = tuple(numbers for numbers in named if len(numbers) > 1 or numbers[0] in held)
    lone = tuple(numbers[0] for numbers in named if len(numbers) == 1 and numbers[0] not in held)
    return Grouping(stories, lone, told)


def _heads(pairs: Sequence[ArticlePair], fixed: Sequence[Sequence[int]], count: int) -> list[int]:
    """For each article the first one that has its text; copies in two given stories stay where they are."""
    home = {at: number for number, members in enumerate(fixed) for at in members}
    heads = list(range(count))
    for pair in sorted(pairs, key=lambda p: (p.right, p.left)):
        head = heads[pair.left]
        homes = {home[at] for at in (head, pair.right) if at in home}
        if pair.likeness >= COPY and heads[pair.right] == pair.right and len(homes) < 2:
            heads[pair.right] = head
            if homes:
                home[head] = home[pair.right] = homes.pop()
    return heads


def _ties(
    corpus: Corpus, judged: Sequence[tuple[ArticlePair, float]], groups: Sequence[Sequence[int]]
) -> dict[int, Tie]:
    """For each article the likeliest other of its story, else the likeliest of all."""
    story = {at: number for number, members in enumerate(groups) for at in members}
    best: dict[int, tuple[bool, float, int, ArticlePair]] = {}
    for pair, chance in judged:
        inside = story[pair.left] == story[pair.right]
        for at, other in ((pair.left, pair.right), (pair.right, pair.left)):
            tie = (inside, chance, -other, pair)
            if at not in best or tie[:3] > best[at][:3]:
                best[at] = tie
    return {at: Tie(-other, chance, _why(corpus, pair)) for at, (_, chance, other, pair) in best.items()}


def _why(corpus: Corpus, pair: ArticlePair) -> str:
    """What two articles have in common, in words."""
    left, right = corpus.profiles[pair.left], corpus.profiles[pair.right]
    names = [name for _, name in shared_names(corpus, pair)[:4]]
    titled = sorted(set(left.title) & set(right.title))
    numbers = sorted(set(left.numbers) & set(right.numbers) - left.years)
    said = [
        f"both name {', '.join(names)}" if names else "",
        f"both headlines have {', '.join(titled[:4])}" if titled else "",
        f"both give {', '.join(numbers[:4])}" if numbers else "",
        _days_apart(left.day, right.day),
        f"{pair.likeness:.0%} alike in their words",
    ]
    return "; ".join(part for part in said if part)


def _days_apart(first: int | None, second: int | None) -> str:
    if first is None or second is None:
        return "undated" if first is second else ""
    apart = abs(first - second)
    return "same day" if not apart else "a day apart" if apart == 1 else f"{apart} days apart"
