"""What a check costs when one article joins a story of fifty: with nothing kept, and with the others in the cache.

    python benchmarks/check.py [FOLDER]

FOLDER holds articles to take (any number; they are taken in turn until there are fifty); without it, articles are put
together from the paragraphs of the sample story. Prints CPU seconds of whole commands, children included, and beside
them what starting the language pipeline costs in the same run, because seconds of two machines cannot be compared.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[1] / "input" / "istanbul-talks"
COUNT = 50
IDENTITY = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]


def cpu(command: list[str], folder: Path) -> tuple[float, int]:
    """CPU seconds of a command and its exit status."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.returncode


def texts(folder: Path | None) -> list[str]:
    """Fifty-one articles: given ones in turn, each with a line of its own, else mixed from the sample."""
    if folder is not None:
        given = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))]
        return [f"{given[n % len(given)]}\n\nEdition {n}.\n" for n in range(COUNT + 1)]
    chance = random.Random(1)
    paragraphs = [p for path in sorted(SAMPLE.glob("*.txt")) for p in path.read_text(encoding="utf-8").split("\n\n")]
    return ["\n\n".join(chance.sample(paragraphs, 8)) for _ in range(COUNT + 1)]


def main() -> None:
    written = texts(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    words = sum(len(text.split()) for text in written[:COUNT]) // COUNT
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        story = folder / "input" / "story"
        story.mkdir(parents=True)
        for number, text in enumerate(written[:COUNT]):
            (story / f"article-{number:02}.txt").write_text(text, encoding="utf-8")
        for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "fifty"]):
            subprocess.run(["git", *IDENTITY, *arguments], cwd=folder, check=True, capture_output=True)
        check = [sys.executable, "-m", "divergence", "check", "--fail-on", "never", "--quiet"]
        start, _ = cpu([sys.executable, "-c", "from divergence.language import version; version()"], folder)
        if start == 0:
            sys.exit("the language pipeline could not be started")
        cold_all, _ = cpu([*check, "--cache", "kept"], folder)
        (story / "article-50.txt").write_text(written[COUNT], encoding="utf-8")
        cold, status = cpu([*check, "--since", "HEAD"], folder)
        warm, same = cpu([*check, "--since", "HEAD", "--cache", "kept"], folder)
    print(f"{COUNT} articles of {words} words, one added; CPU seconds")
    print(f"  starting the language pipeline   {start:6.2f}")
    print(f"  all fifty, filling the cache     {cold_all:6.2f}")
    print(f"  one added, nothing kept          {cold:6.2f}  status {status}")
    print(f"  one added, fifty kept            {warm:6.2f}  status {same}, {cold / warm:.1f} times less")


if __name__ == "__main__":
    main()
