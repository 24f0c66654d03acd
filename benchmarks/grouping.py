"""How well loose articles are grouped into stories, on folders of true stories whose articles are mixed.

    python -m benchmarks.grouping STORIES [--half 0|1] [--decision FILE] [--lone]

Prints, for the learnt decision and for TF-IDF with a threshold: B-cubed precision, recall and F1, the same over pairs,
the share of stories that are exactly right, how many topics of twin happenings (two folders whose names differ in what
follows a number) stay apart, and the seconds. ``--lone`` takes all but one article from every fifth story.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

from divergence.errors import InputError
from divergence.group.clusters import average_link
from divergence.group.decision import PairDecision, read_decision, shipped
from divergence.group.grouping import group
from divergence.group.likeness import Corpus, candidates
from divergence.group.profile import Profile, profile
from divergence.ingest.story import find_stories, read_story

TWIN = re.compile(r"(.*-\d+)-[a-z]+")
PLAIN_CUT = 0.1


def topic(name: str) -> str:
    """A story's name without what tells twins apart."""
    twin = TWIN.fullmatch(name)
    return twin[1] if twin else name


def in_half(name: str, half: int | None) -> bool:
    return half is None or hashlib.sha256(topic(name).encode()).digest()[0] % 2 == half


def labelled(stories: Path, half: int | None, *, lone: bool = False) -> tuple[list[Profile], list[str]]:
    """The profiles of all articles, and the story that each is of."""
    profiles: list[Profile] = []
    names: list[str] = []
    for number, found in enumerate(s for s in find_stories([stories]) if in_half(s.id, half)):
        try:
            articles = read_story(found).articles
        except InputError:
            continue
        for article in articles[:1] if lone and number % 5 == 0 else articles:
            profiles.append(profile(article))
            names.append(found.id)
    return profiles, names


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1 (Bagga and Baldwin 1998)."""
    both, of_found, of_gold = Counter(zip(gold, found, strict=True)), Counter(found), Counter(gold)
    right = sum(n * n / of_found[key[1]] for key, n in both.items()) / len(gold)
    all_of_it = sum(n * n / of_gold[key[0]] for key, n in both.items()) / len(gold)
    return right, all_of_it, 2 * right * all_of_it / (right + all_of_it)


def over_pairs(gold: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs that are put together."""
    both, of_found, of_gold = (
        sum(n * (n - 1) // 2 for n in Counter(labels).values())
        for labels in (list(zip(gold, found, strict=True)), found, gold)
    )
    right, all_of_it = both / max(of_found, 1), both / max(of_gold, 1)
    return right, all_of_it, 2 * right * all_of_it / max(right + all_of_it, 1e-9)


def exact(gold: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """The share of stories that are one group, whole and with nothing else in it."""
    groups = {frozenset(members) for members in _members(found).values()}
    stories = _members(gold).values()
    return sum(frozenset(members) in groups for members in stories) / len(stories)


def _members(labels: Sequence[Hashable]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for number, label in enumerate(labels):
        found[label].append(number)
    return found


def twins_apart(names: Sequence[str], found: Sequence[Hashable]) -> str:
    """How many topics of two twin stories have no group in common, of how many."""
    labels: dict[str, dict[str, set[Hashable]]] = defaultdict(lambda: defaultdict(set))
    for name, label in zip(names, found, strict=True):
        labels[topic(name)][name].add(label)
    twins = [list(stories.values()) for stories in labels.values() if len(stories) == 2]
    return f"{sum(not first & second for first, second in twins)} of {len(twins)}"


def _numbered(groups: Sequence[Sequence[int]], count: int) -> list[int]:
    labels = list(range(count, 2 * count))
    for number, members in enumerate(groups):
        for member in members:
            labels[member] = number
    return labels


def by_decision(profiles: list[Profile], decision: PairDecision) -> list[int]:
    return _numbered(group(profiles, decision=decision).groups, len(profiles))


def by_terms(profiles: list[Profile]) -> list[int]:
    """TF-IDF of one and two words, a window of three days, average link, one threshold."""
    corpus = Corpus(profiles)
    days = [p.day for p in profiles]
    near = {
        (p.left, p.right): p.likeness
        for p in candidates(corpus.vectors["terms"])
        if days[p.left] is None or days[p.right] is None or abs(days[p.left] - days[p.right]) <= 3  # type: ignore[operator]
    }
    return _numbered(average_link(len(profiles), near, PLAIN_CUT), len(profiles))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--decision", type=Path)
    parser.add_argument("--lone", action="store_true")
    args = parser.parse_args()
    profiles, names = labelled(args.stories, args.half, lone=args.lone)
    decision = read_decision(args.decision.read_text(encoding="utf-8")) if args.decision else shipped()
    print(f"{len(profiles)} articles of {len(set(names))} stories")
    ways: dict[str, Callable[[], list[int]]] = {
        "learnt": lambda: by_decision(profiles, decision),
        "TF-IDF": lambda: by_terms(profiles),
    }
    for name, way in ways.items():
        begun = time.process_time()
        found = way()
        seconds = time.process_time() - begun
        b3, pairs = (" ".join(f"{x:.3f}" for x in score(names, found)) for score in (b_cubed, over_pairs))
        apart = twins_apart(names, found)
        print(f"{name}: B-cubed {b3}; pairs {pairs}; exact {exact(names, found):.3f}; twins {apart}; {seconds:.1f} s")


if __name__ == "__main__":
    main()
