"""How the articles of some of our own stories stand to one another: profiles, measures of pairs, groups and why.

``python tests/group/test_told.py`` writes the table anew, so that a change can be read as its diff. Two articles are
put in twice, one with its text changed a little; the dates are set so that every distance occurs.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import cache
from pathlib import Path

from divergence.group.grouping import group
from divergence.group.likeness import MEASURES, Corpus, measures
from divergence.group.profile import Profile, profile
from divergence.ingest.story import load_story

TABLE = Path(__file__).parent / "told.txt"
STORIES = Path(__file__).parents[2] / "benchmarks" / "stories"
DAYS = ("02", "02", "03", "03", "05", "02", "06", "02", "14", "02", "", "", "", "02", "02")
TOLD = ("avalanche", "bridge-collapse", "bus-crash", "flood", "quake", "train-derailment")


@cache
def profiles() -> tuple[Profile, ...]:
    """The profiles of all articles, two of them twice."""
    found = [a for name in TOLD for a in load_story(STORIES / name).articles]
    first, second = found[0], found[1]
    changed = replace(second, text=second.text[:-3] + "now.")
    dated = zip([*found, first, changed], DAYS, strict=True)
    return tuple(profile(replace(a, published=f"2030-03-{day}" if day else None)) for a, day in dated)


def told() -> str:
    """The whole table."""
    found = profiles()
    lines = [line for number, one in enumerate(found[:3]) for line in _profile(number, one)]
    corpus = Corpus(found)
    pairs = corpus.pairs()
    lines.append("   " + " ".join(MEASURES))
    lines += [
        f"{pair.left}-{pair.right} " + " ".join(f"{value:.3f}" for value in line)
        for pair, line in zip(pairs, measures(corpus, pairs), strict=True)
    ]
    for given in ({}, {"kept": [0, 5], "other": [9]}):
        made = group(found, given)
        lines += [f"groups {made.groups}", f"alone {made.alone}"]
        lines += [f"{at} to {tie.to}: {tie.chance:.3f} {tie.why}" for at, tie in sorted(made.ties.items())]
    return "\n".join(lines) + "\n"


def _profile(number: int, one: Profile) -> list[str]:
    """A profile, a line for each of its fields."""
    shown = {name: sorted(value.items() if isinstance(value, dict) else value) if isinstance(value, (dict, frozenset))
             else value for name, value in asdict(one).items()}  # fmt: skip
    return [f"{number} {name}: {value}" for name, value in shown.items()]


def test_articles_stand_to_one_another_as_told() -> None:
    assert told().splitlines() == TABLE.read_text(encoding="utf-8").splitlines()


def main() -> None:
    """Write the table anew."""
    TABLE.write_text(told(), encoding="utf-8")


if __name__ == "__main__":
    main()
