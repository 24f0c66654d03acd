"""``divergence explain``: why something is flagged, and what was looked at and is not."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from divergence.cli.apart import files_apart
from divergence.cli.choices import add_analysis
from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.exits import FINE, UNREAD
from divergence.cli.listing import table
from divergence.cli.reading import compare_story, reading
from divergence.cli.second import add_second, is_whole, second_reading
from divergence.errors import UsageError
from divergence.model.comparison import Comparison, Divergence, NotFlagged
from divergence.model.fact import Mention
from divergence.model.finding import Finding
from divergence.report.ci.phrases import articles_by_id
from divergence.report.ci.plain import clipped
from divergence.report.ci.whole import primary
from divergence.report.page.findings import finder

if TYPE_CHECKING:
    from divergence.second.reading import Transcript

_LONGEST_STEP = 500
"""Characters of one step that are shown; a model may say more."""


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("story", metavar="STORY", help="a folder of articles")
    parser.add_argument("id", nargs="?", metavar="ID", help="explain this finding only")
    parser.add_argument(
        "--found-by", choices=("rules", "model", "both"), help="explain only what this reading, or both, found"
    )
    parser.add_argument("--not-flagged", action="store_true", help="list pairs that were compared and not flagged")
    parser.add_argument("--most", type=int, default=50, metavar="N", help="how many pairs at most (default: 50)")
    add_analysis(parser)
    add_second(parser, dry_run=False)


def _words(comparison: Comparison, mention: Mention) -> str:
    article = articles_by_id(comparison.story)[mention.span.article]
    sentence = article.text[mention.sentence.start : mention.sentence.end]
    return f"{article.id} {article.label}, character {mention.span.start}: “{mention.text}” in “{sentence}”"


def _explain_finding(comparison: Comparison, finding: Finding, transcript: Transcript, console: Console) -> None:
    for line in table(finding, second=comparison.reading is not None):
        console.say(line)
    divergence = finding.divergence
    console.say(f"          {divergence.verdict}: {divergence.relation}, confidence {divergence.confidence:.2f}")
    for reason in divergence.why:
        console.say(f"          {reason}")
    if divergence.explanation:
        console.say(f"          What may explain it: {divergence.explanation}")
    for reading_ in divergence.readings:
        for mention in reading_.mentions:
            console.say(f"          {_words(comparison, mention)}")
    if comparison.reading is not None:
        from divergence.second.steps import steps_of

        for step in steps_of(divergence, transcript, articles_by_id(comparison.story)):
            console.say(f"          step: {clipped(step, _LONGEST_STEP)}")
    console.say()


def _explain_dropped(comparison: Comparison, transcript: Transcript, console: Console) -> None:
    """What a model reported and nothing came of."""
    from divergence.second.steps import dropped

    for steps in dropped(transcript, articles_by_id(comparison.story)):
        console.say("  reported by the model and dropped")
        for step in steps:
            console.say(f"          step: {clipped(step, _LONGEST_STEP)}")
        console.say()


def _explain_pair(comparison: Comparison, pair: NotFlagged, console: Console) -> None:
    console.say(f"  {pair.score:.2f}  {pair.kind}: {pair.reason}")
    for mention in (pair.left, pair.right):
        console.say(f"        {_words(comparison, mention)}")


def _chosen(args: Namespace, comparison: Comparison) -> list[Divergence]:
    """The findings that the command line asks for. Raises UsageError where it names one that is none of them."""
    chosen = [d for d in comparison.divergences if args.id in (None, d.id) and args.found_by in (None, finder(d))]
    if args.id and not chosen:
        by = f" found by {args.found_by}" if args.found_by else ""
        raise UsageError(f"{args.id} is not a finding of {args.story}{by}. Without an ID, all findings are explained.")
    return chosen


def _run(args: Namespace, console: Console) -> int:
    from divergence.ingest.story import load_story
    from divergence.second.reading import Transcript

    transcript = Transcript()
    second = second_reading(args, console)
    if args.found_by and second is None:
        raise UsageError("--found-by goes with a second reading: name --answers or --model.")
    comparison = compare_story(load_story(args.story, each=files_apart), reading(args), console, second, transcript)
    chosen = _chosen(args, comparison)
    if not args.not_flagged or args.id:
        for divergence in chosen:
            finding = Finding(comparison.story, divergence, primary(divergence, frozenset()))
            _explain_finding(comparison, finding, transcript, console)
        if not args.id and args.found_by in (None, "model"):
            _explain_dropped(comparison, transcript, console)
    if args.not_flagged and not args.id:
        nearest = sorted(comparison.not_flagged, key=lambda p: (-p.score, p.left.span, p.right.span))
        console.say(
            f"{len(nearest)} differences were looked at and not flagged; the nearest {min(args.most, len(nearest))}:"
        )
        for pair in nearest[: args.most]:
            _explain_pair(comparison, pair, console)
    for notice in comparison.notices if second else ():
        console.note(notice.message)
    return FINE if is_whole(comparison) else UNREAD


COMMAND = Command(
    "explain",
    "say why something is flagged, or why not",
    """\
Give the reasons for every finding of a story, with all the sentences in evidence. With
--not-flagged, list the pairs of values that were compared and not flagged, the nearest
first, each with its reason: that is how to look for what may have been missed. With a
second reading (--answers, --model), show each step of a finding: which request, what the
model said, where each quotation stands, and what code and the blind check made of it.""",
    """\
examples:
  divergence explain input/istanbul-talks
  divergence explain input/istanbul-talks d-3f9a1c20
  divergence explain input/istanbul-talks --not-flagged --most 20
  divergence explain input/istanbul-talks --answers answers.jsonl""",
    _add_arguments,
    _run,
)
