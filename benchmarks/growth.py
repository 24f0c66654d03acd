"""How the time of a whole run grows with a story: four times the articles, how many times the seconds?

    python -m benchmarks.growth [--words WORDS] [ARTICLES …]

Two kinds of story are made from the sentences of our own stories: *mixed*, articles of some 400 words with sentences
drawn at random and figures drawn anew; *copies*, one such article in copies that each differ in a few figures. For each
number of articles (default: 25 and 100) it prints the CPU seconds of reading, comparing and writing HTML and JSON, the
pipeline being loaded, the peak of memory, and the ratio to the number before. Each measurement is a process of its own.

Reading grows with the words, comparing with nearly their square: a figure is compared with each of its kind in another
article that shares a word of what it is about. So four times the articles take five times as long at 200 words each,
and more where the articles are longer.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from divergence.__main__ import ONE_THREAD, SELDOM

STORIES = Path(__file__).parent / "stories"
WORDS = 400
COUNTS = (25, 100)
SHAPES = ("mixed", "copies")


def sentences() -> list[str]:
    """All sentences of our own stories."""
    texts = (file.read_text(encoding="utf-8") for file in sorted(STORIES.glob("*/articles/*.txt")))
    return [s for text in texts for s in re.split(r"(?<=[.!?])\s+", text) if len(s.split()) > 4]


def drawn(told: list[str], chance: random.Random, words: int) -> str:
    """An article of some words, with figures of its own."""
    chosen: list[str] = []
    while sum(len(s.split()) for s in chosen) < words:
        chosen.append(chance.choice(told))
    paragraphs = [" ".join(chosen[at : at + 3]) for at in range(0, len(chosen), 3)]
    return "\n\n".join(changed(p, chance, 1.0) for p in paragraphs)


def changed(text: str, chance: random.Random, share: float) -> str:
    """A text in which some figures are others."""
    return re.sub(r"\d+", lambda m: str(chance.randint(2, 900)) if chance.random() < share else m[0], text)


def make(shape: str, count: int, folder: Path, words: int = WORDS) -> None:
    """Write the articles of a story."""
    chance = random.Random(7)
    told = sentences()
    first = drawn(told, chance, words)
    for number in range(count):
        text = drawn(told, chance, words) if shape == "mixed" else changed(first, chance, 0.1 if number else 0.0)
        (folder / f"a{number:03}.txt").write_text(text, encoding="utf-8")


def measured(shape: str, count: int, words: int) -> tuple[float, int]:
    """CPU seconds and megabytes of one run in this process."""
    from divergence import Options, compare, load_story, render
    from divergence.language import version

    gc.set_threshold(*SELDOM)
    version()
    with tempfile.TemporaryDirectory() as folder:
        make(shape, count, Path(folder), words)
        start = time.process_time()
        comparison = compare(load_story(folder), Options())
        for form in ("html", "json"):
            render(comparison, form)
        return time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def compare_sizes(counts: list[int], words: int) -> None:
    """Print the time of each size, and how many times that of the size before it is."""
    for shape in SHAPES:
        before = 0.0
        for count in counts:
            # the same as the command asks for
            command = [sys.executable, "-m", "benchmarks.growth", "--one", shape, "--words", str(words), str(count)]
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=ONE_THREAD | os.environ)
            seconds, size = map(float, done.stdout.split())
            ratio = f"{seconds / before:5.2f} times" if before else ""
            print(f"{shape:<7}{count:4} articles {seconds:7.1f} s {size:6.0f} MB  {ratio}", flush=True)
            before = seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", type=int, nargs="*", metavar="ARTICLES", default=list(COUNTS))
    parser.add_argument("--words", type=int, default=WORDS, help="words of an article (default: %(default)s)")
    parser.add_argument("--one", choices=SHAPES, help="measure one size of one kind in this process")
    args = parser.parse_args()
    if args.one:
        print(*measured(args.one, args.counts[0], args.words))
    else:
        compare_sizes(args.counts, args.words)


if __name__ == "__main__":
    main()
