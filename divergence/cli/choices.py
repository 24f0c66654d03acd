"""Arguments that several commands share."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from divergence.options import Options, Sensitivity
from divergence.review.settings import Settings

DEFAULT_INPUT = "input"
DEFAULT_OUTPUT = "output"
MINUTES = 30
"""Minutes that comparing a story may take: a hundred articles of 800 words take under three."""
MOST_MINUTES = 1_000_000
"""Minutes that no system's clock runs to."""


def add_paths(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help=f"a folder of articles, several article files, a folder of story folders, or - for standard input"
        f" (default: {DEFAULT_INPUT}/)",
    )


def add_analysis(parser: ArgumentParser, *, compares: bool = True) -> None:
    """What changes the analysis, and bounds it where articles are compared."""
    group = parser.add_argument_group("analysis")
    group.add_argument(
        "--pipeline",
        metavar="NAME",
        help="a spaCy pipeline for English, by name or folder, instead of the shipped one",
    )
    group.add_argument(
        "--sensitivity",
        choices=[str(s) for s in Sensitivity],
        help="high flags more, with more false alarms (default: normal)",
    )
    group.add_argument(
        "--cache",
        type=Path,
        metavar="DIR",
        help="keep what was read from each article in this folder, so that unchanged articles are not read again",
    )
    parser.set_defaults(story_minutes=MINUTES)
    if compares:
        group.add_argument(
            "--story-minutes",
            type=_minutes,
            default=MINUTES,
            metavar="N",
            help="processor minutes that comparing one story may take; one that needs more is named and costs"
            f" the others nothing (default: {MINUTES})",
        )


def _minutes(text: str) -> float:
    """A number of minutes above nought."""
    try:
        minutes = float(text)
    except ValueError:
        minutes = 0.0
    if not 0 < minutes < MOST_MINUTES:
        raise ArgumentTypeError(f"{text!r} is not a number of minutes")
    return minutes


def options(args: Namespace, settings: Settings | None = None) -> Options:
    """The analysis that the command line asks for, else the settings, else the usual one."""
    settings = settings or Settings()
    return Options(args.pipeline or settings.pipeline, Sensitivity(args.sensitivity or settings.sensitivity))
