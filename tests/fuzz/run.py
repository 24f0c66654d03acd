"""Look for inputs that break a target, guided by coverage: ``python tests/fuzz/run.py html -max_total_time=300``.

Needs the package atheris. What comes after the target's name goes to libFuzzer; inputs worth keeping are kept under
``build/fuzz``, one that breaks the target is written where it is run.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

with atheris.instrument_imports(include=["divergence"], enable_loader_override=False):
    from fuzz.targets import HERE, TARGETS, bring_parsers_here, kept, seeds


def main() -> None:
    """Run one target until the time is over or it is broken."""
    name, *options = sys.argv[1:]
    corpus = HERE.parents[1] / "build" / "fuzz" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate([*seeds(name), *(path.read_bytes() for path in kept(name))]):
        (corpus / f"seed-{number}").write_bytes(seed)
    bring_parsers_here()
    atheris.Setup([sys.argv[0], str(corpus), *options], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
