"""``divergence explain``: why something is flagged, and what was looked at and is not."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from divergence.cli.choices import add_analysis
from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.exits import FINE
from divergence.cli.listing import table
from divergence.cli.reading import compare_story, reading
from divergence.errors import UsageError
from divergence.model.comparison import Comparison, NotFlagged
from divergence.model.fact import Mention
from divergence.model.finding import Finding
from divergence.report.ci.phrases import articles_by_id
from divergence.report.ci.whole import primary


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("story", metavar="STORY", help="a folder of articles")
    parser.add_argument("id", nargs="?", metavar="ID", help="explain this finding only")
    parser.add_argument("--not-flagged", action="store_true", help="list pairs that were compared and not flagged")
    parser.add_argument("--most", type=int, default=50, metavar="N", help="at most so many pairs (default: 50)")
    add_analysis(parser)


def _words(comparison: Comparison, mention: Mention) -> str:
    article = articles_by_id(comparison.story)[mention.span.article]
    sentence = article.text[mention.sentence.start : mention.sentence.end]
    return f"{article.id} {article.label}, character {mention.span.start}: “{mention.text}” in “{sentence}”"


def _explain_finding(comparison: Comparison, finding: Finding, console: Console) -> None:
    for line in table(finding):
        console.say(line)
    divergence = finding.divergence
    console.say(f"          {divergence.verdict}: {divergence.relation}, confidence {divergence.confidence:.2f}")
    for reason in divergence.why:
        console.say(f"          because {reason}")
    for reading_ in divergence.readings:
        for mention in reading_.mentions:
            console.say(f"          {_words(comparison, mention)}")
    console.say()


def _explain_pair(comparison: Comparison, pair: NotFlagged, console: Console) -> None:
    console.say(f"  {pair.score:.2f}  {pair.kind}: {pair.reason}")
    for mention in (pair.left, pair.right):
        console.say(f"        {_words(comparison, mention)}")


def _run(args: Namespace, console: Console) -> int:
    from divergence.ingest.story import load_story

    comparison = compare_story(load_story(args.story), reading(args), console)
    chosen = [d for d in comparison.divergences if args.id in (None, d.id)]
    if args.id and not chosen:
        raise UsageError(f"{args.id} is no finding of {args.story}. Without an ID, all are explained.")
    if not args.not_flagged or args.id:
        for divergence in chosen:
            finding = Finding(comparison.story, divergence, primary(divergence, frozenset()))
            _explain_finding(comparison, finding, console)
    if args.not_flagged and not args.id:
        nearest = sorted(comparison.not_flagged, key=lambda p: (-p.score, p.left.span, p.right.span))
        console.say(
            f"{len(nearest)} differences were looked at and not flagged; the nearest {min(args.most, len(nearest))}:"
        )
        for pair in nearest[: args.most]:
            _explain_pair(comparison, pair, console)
    return FINE


COMMAND = Command(
    "explain",
    "say why something is flagged, or why not",
    """\
Give the reasons of every finding of a story with all sentences in evidence. With
--not-flagged, list the pairs of values that were compared and not flagged, the nearest
first, each with its reason: that is how to look for what may have been missed.""",
    """\
examples:
  divergence explain input/istanbul-talks
  divergence explain input/istanbul-talks d-3f9a1c20
  divergence explain input/istanbul-talks --not-flagged --most 20""",
    _add_arguments,
    _run,
)
