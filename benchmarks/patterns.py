"""Whether every pattern's time grows in line with its text, under attack by strings made from the pattern itself.

``python -m benchmarks.patterns`` takes each compiled pattern of the package, also those in tables, and repeats each of
its parts, alone and after each of its beginnings. A pattern that is only ever matched at one place is attacked there,
any other is searched for throughout. Times are those of the processor; what counts is how much longer a text of four
times the length takes. Ends with 1 where a pattern takes far more, and says by which string.

``--articles N`` attacks the whole reading of an article instead: N phrases of ``tests/facts/cases``, each repeated.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import inspect
import math
import pkgutil
import random
import re
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from re import _constants as code  # type: ignore[attr-defined]  # the parsed pattern has no public form
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import divergence

SIZES = (2_000, 8_000, 32_000, 128_000)
TIMES = 4
IN_LINE = 4.4
"""How many times longer linear work takes, with some noise, on a text of ``TIMES`` the length."""
TOO_MUCH = 8.0
"""Quadratic work takes 16 times as long."""
SHORTEST = 0.002
"""Seconds below which a measured time says nothing."""
LONGEST = 2.0
"""Seconds after which an attack is ended."""
MOST_ATTACKS = 90
ONE_PLACE = {"match", "fullmatch"}
EVERYWHERE = {"search", "finditer", "findall", "sub", "subn", "split"}
CASES = Path(__file__).resolve().parents[1] / "tests" / "facts" / "cases"
CHARACTERS = "a 7-.,x\"'<>(\n~"

Node = tuple[Any, Any]


class _TooLongError(Exception):
    """An attack took longer than is waited for."""


def modules() -> Iterator[ModuleType]:
    """Every module of the package that can be imported here."""
    for found in pkgutil.walk_packages(divergence.__path__, "divergence."):
        if not found.name.endswith("__main__"):
            try:
                yield importlib.import_module(found.name)
            except ImportError as error:
                print(f"not looked at: {found.name} ({error})", file=sys.stderr)


def patterns(known: Iterable[ModuleType]) -> dict[re.Pattern[str], str]:
    """Each pattern that a module holds, also inside tables and records, with its name."""
    found: dict[re.Pattern[str], str] = {}
    for module in known:
        for name, value in vars(module).items():
            for place, pattern in _inside(value, f"{module.__name__}.{name}", 3):
                found.setdefault(pattern, place)
    return found


def _inside(value: Any, place: str, depth: int) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield place, value
    elif depth and isinstance(value, tuple | list | frozenset | set | dict):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for key, part in parts:
            yield from _inside(part, f"{place}[{key}]", depth - 1)
    elif depth and isinstance(getattr(value, "pattern", None), re.Pattern):
        yield from _inside(value.pattern, f"{place}.pattern", 0)


def uses(known: Iterable[ModuleType]) -> dict[str, set[str]]:
    """Which methods of patterns are called on what is called so, anywhere in the package."""
    called: dict[str, set[str]] = defaultdict(set)
    for module in known:
        for node in ast.walk(ast.parse(inspect.getsource(module) if module.__file__ else "")):
            if isinstance(node, ast.Attribute) and node.attr in ONE_PLACE | EVERYWHERE:
                owner = node.value
                name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
                called[name].add(node.attr)
    return called


def sample(nodes: Iterable[Node], turn: int = 0) -> str:
    """A string that these parts of a pattern match, looks around aside; ``turn`` chooses between alternatives."""
    return "".join(_sample(op, argument, turn) for op, argument in nodes)


def _sample(op: Any, argument: Any, turn: int) -> str:
    if op is code.LITERAL:
        return chr(argument)
    if op in (code.ANY, code.NOT_LITERAL):
        return "a" if argument != ord("a") else "b"
    if op is code.IN:
        return next((c for c in CHARACTERS if _in(argument, c)), _first(argument))
    if op is code.BRANCH:
        return sample(argument[1][turn % len(argument[1])], turn)
    body = _body(op, argument)
    if body is None:
        return ""
    repeats = op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
    return sample(body, turn) * (max(argument[0], min(1, argument[1])) if repeats else 1)


def _body(op: Any, argument: Any) -> Any:
    """What a group or a repetition holds; None for what holds nothing that is read."""
    if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        return argument[2]
    if op is code.SUBPATTERN:
        return argument[3]
    return argument if op is code.ATOMIC_GROUP else None


def _in(items: list[Node], character: str) -> bool:
    """Whether a character is of a class."""
    text = re.escape(character)
    negated = items[0][0] is code.NEGATE
    return any(_one(item, character, text) for item in items[negated:]) is not negated


def _one(item: Node, character: str, text: str) -> bool:
    op, argument = item
    if op is code.LITERAL:
        return ord(character) == argument
    if op is code.RANGE:
        return bool(argument[0] <= ord(character) <= argument[1])
    name = str(argument).removeprefix("CATEGORY_").replace("NOT_", "")
    class_ = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}.get(name, "w")
    return (re.match(rf"\{class_}", character) is not None) is not ("NOT_" in str(argument))


def _first(items: list[Node]) -> str:
    op, argument = items[0]
    return chr(argument if op is code.LITERAL else argument[0]) if op in (code.LITERAL, code.RANGE) else "~"


def parts(nodes: Iterable[Node]) -> Iterator[Any]:
    """Every sequence inside a pattern: alternatives, groups, repeated bodies, looks around."""
    for op, argument in nodes:
        inner = argument[1] if op is code.BRANCH else [argument[1]] if op in (code.ASSERT, code.ASSERT_NOT) else []
        body = _body(op, argument)
        for sequence in [*inner, *([body] if body is not None else [])]:
            yield sequence
            yield from parts(sequence)


def attacks(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Pairs of a beginning and a unit to repeat after it."""
    tree = list(parser.parse(pattern.pattern, pattern.flags))
    beginnings = [sample(tree[:length]) for length in range(1, min(len(tree), 8))]
    units = [sample(tree, turn) for turn in range(3)] + beginnings
    for sequence in list(parts(tree))[:60]:
        units += [sample(sequence), sample(sequence) + " "]
    units = [unit for unit in dict.fromkeys(units) if unit]
    pairs = [("", unit) for unit in units] + [(start, unit) for start in beginnings for unit in units[:12]]
    return list(dict.fromkeys(pairs))[:MOST_ATTACKS]


def text_of(attack: tuple[str, str], size: int) -> str:
    """An attack's string of about so many characters, with an end that nothing expects."""
    start, unit = attack
    return (start + unit * (size // len(unit) + 1))[:size] + "\n\0"


def cost(work: Callable[[], object]) -> float:
    """Seconds of the processor that some work takes, up to ``LONGEST``."""
    started = time.thread_time()
    signal.signal(signal.SIGVTALRM, _ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        work()
    except _TooLongError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.thread_time() - started


def _ring(*_: object) -> None:
    raise _TooLongError


def run(pattern: re.Pattern[str], text: str, once: bool) -> None:
    """Use a pattern on a text as the package does."""
    if once:
        pattern.match(text)
        pattern.fullmatch(text)
        return
    for _ in pattern.finditer(text):
        pass


def costs(pattern: re.Pattern[str], once: bool, attack: tuple[str, str], size: int) -> float:
    """Seconds that a pattern takes over an attack of so many characters."""
    text = text_of(attack, size)
    return cost(lambda: run(pattern, text, once))


def growth(pattern: re.Pattern[str], once: bool, attack: tuple[str, str], size: int) -> float:
    """How many times longer an attack of this size takes than a quarter of it; no number where it has no end."""
    now = costs(pattern, once, attack, size)
    if now >= LONGEST and size <= SIZES[1]:
        return math.inf
    return round(now / max(costs(pattern, once, attack, size // TIMES), SHORTEST), 1)


def worst(pattern: re.Pattern[str], once: bool) -> tuple[float, int, tuple[str, str]]:
    """The greatest growth that an attack reaches: how many times longer, at which size, and the attack.

    The three attacks that cost most at the second size go on to the longest one.
    """
    tried: list[tuple[float, tuple[str, str]]] = []
    for attack in attacks(pattern):
        tried.append((costs(pattern, once, attack, SIZES[1]), attack))
        if tried[-1][0] >= LONGEST:
            break
    found = (0.0, 0, ("", ""))
    for _, attack in sorted(tried, reverse=True)[:3]:
        for size in SIZES[1:]:
            found = max(found, (growth(pattern, once, attack, size), size, attack))
            if found[0] > TOO_MUCH:
                return found
    return found


def attack_patterns() -> int:
    """Attack every pattern and tell those that grow too much."""
    known = list(modules())
    called = uses(known)
    told = patterns(known)
    grown: list[float] = []
    bad = 0
    for pattern, place in told.items():
        name = place.rsplit(".", 1)[-1]
        methods = called.get(name, set())
        once = bool(methods) and methods <= ONE_PLACE
        grew, size, attack = worst(pattern, once)
        if grew > IN_LINE:  # once more: a busy machine may have slowed one of two measurements
            grew, size, attack = min((grew, size, attack), worst(pattern, once))
        grown.append(grew)
        if grew > IN_LINE:
            shown = f"{attack[0][:40]!r} + {attack[1][:40]!r} …"
            print(f"{grew:5} times at {size:,} characters: {place} by {shown}", flush=True)
        bad += grew > TOO_MUCH
    fine = sum(one <= IN_LINE for one in grown)
    print(f"{len(told)} patterns attacked: {fine} up to {IN_LINE} times, {bad} above {TOO_MUCH} times")
    return bad


def attack_articles(most: int) -> int:
    """Attack the reading of an article with phrases of the specification of facts."""
    from divergence.model.text import Article
    from divergence.options import Options
    from divergence.pipeline import read_article

    phrases = sorted(
        {p for file in CASES.glob("*.toml") for p in re.findall(r"\{([^{}]{2,60})\}", file.read_text("utf-8"))}
    )
    chosen = random.Random(1).sample(phrases, min(most, len(phrases)))
    bad = 0
    for phrase in chosen:

        def taken(size: int, phrase: str = phrase) -> float:
            text = f"{phrase} " * (size // len(phrase))
            return cost(lambda: read_article(Article("A", "a.txt", text, ((0, len(text)),)), Options()))

        grew = taken(8_000) / max(taken(2_000), SHORTEST)
        if grew > IN_LINE:  # once more: a busy machine may have slowed one of the two
            grew = min(grew, taken(8_000) / max(taken(2_000), SHORTEST))
        if grew > IN_LINE:
            print(f"{grew:5.1f} times at 8,000 characters: {phrase!r}", flush=True)
        bad += grew > TOO_MUCH
    print(f"{len(chosen)} of {len(phrases)} phrases repeated: {bad} above {TOO_MUCH} times")
    return bad


def main() -> int:
    """Tell what grows too much; 1 where anything does."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    arguments.add_argument("--articles", type=int, metavar="N", help="attack the reading of an article with N phrases")
    given = arguments.parse_args()
    return 1 if (attack_articles(given.articles) if given.articles else attack_patterns()) else 0


if __name__ == "__main__":
    sys.exit(main())
