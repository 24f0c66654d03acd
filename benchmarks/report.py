"""How long reports take, as ratios to what any PDF costs: importing WeasyPrint and rendering one line.

    python benchmarks/report.py

Prints, for stories of 5 and of 20 made-up articles of 1,500 words (20 and 200 disagreements), the CPU seconds of each
format, its ratio to that yardstick measured in the same run, and its size. Each measurement is a process of its own,
imports included; the least of three counts, which a busy machine disturbs least.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

STORIES = ((5, 20), (20, 200))
FORMATS = ("html", "pdf", "json", "markdown", "csv", "text")
RUNS = 3
MADE = Path(__file__).resolve().parents[1] / "tests" / "report"


def yardstick() -> int:
    """WeasyPrint imported and one line rendered; the size of that PDF."""
    import weasyprint

    return len(weasyprint.HTML(string="<p>One line.").write_pdf())


def rendered(articles: int, findings: int, name: str) -> tuple[float, int]:
    """CPU seconds and bytes of one report, without the time that making the story takes."""
    sys.path.insert(0, str(MADE))
    from made_comparison import make_large

    comparison = make_large(articles, 1500, findings)
    start = time.process_time()
    from divergence import render

    size = len(render(comparison, name))
    return time.process_time() - start, size


def measure(*arguments: str) -> tuple[float, int]:
    """The least CPU seconds of some runs in processes of their own, and the size of what they wrote."""
    found = []
    for _ in range(RUNS):
        done = subprocess.run([sys.executable, __file__, *arguments], capture_output=True, text=True, check=True)
        seconds, size = done.stdout.split()
        found.append((float(seconds), int(size)))
    return min(found)


def measured(arguments: list[str]) -> tuple[float, int]:
    """One measurement, in this process."""
    if arguments == ["yardstick"]:
        start = time.process_time()
        size = yardstick()
        return time.process_time() - start, size
    return rendered(int(arguments[0]), int(arguments[1]), arguments[2])


def main() -> None:
    unit, size = measure("yardstick")
    print(f"WeasyPrint and one line: {unit:.2f} s, {size / 1000:.0f} kB; this is 1.00 below")
    for articles, findings in STORIES:
        print(f"{articles} articles, {findings} disagreements")
        for name in FORMATS:
            seconds, size = measure(str(articles), str(findings), name)
            print(f"  {name:<9} {seconds / unit:6.2f}  {seconds:6.2f} s  {size / 1000:7.0f} kB")


if __name__ == "__main__":
    if sys.argv[1:]:
        print(*measured(sys.argv[1:]))
    else:
        main()
