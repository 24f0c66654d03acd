"""``divergence facts``: what each article states, compared with nothing."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from divergence.cli.apart import files_apart
from divergence.cli.choices import add_analysis
from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.exits import FINE, read_status
from divergence.cli.files import write_file
from divergence.cli.reading import ArticleReader, find, parsed, reading
from divergence.model.fact import Mention
from divergence.model.text import Article, siglum

Found = tuple[Article, tuple[Mention, ...]]


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="+", metavar="FILE", help="an article, a folder of articles, or - for standard input"
    )
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="write the facts here as JSON (see: divergence schema)"
    )
    add_analysis(parser, compares=False)


def _read(args: Namespace, how: ArticleReader, console: Console) -> tuple[list[Found], int]:
    """All articles with their mentions, lettered through; and the status of the reading."""
    from divergence.facts.voted import one_kind
    from divergence.ingest.story import read_story

    found: list[Found] = []
    status = FINE
    for story_input in find(args):
        story = read_story(story_input, each=files_apart)
        lettered = (replace(article, id=siglum(len(found) + n)) for n, article in enumerate(story.articles))
        story, contents = parsed(replace(story, articles=tuple(lettered)), how, console)
        status = max(status, read_status(story.notices, console))
        voted = one_kind([contents[article.id] for article in story.articles])
        found += zip(story.articles, voted, strict=True)
    return found, status


def _list(found: list[Found], console: Console) -> None:
    from divergence.facts import fact_type

    for article, mentions in found:
        console.say(f"{article.path}: {len(mentions)} facts")
        for mention in mentions:
            value = fact_type(mention.kind).phrase(mention)
            console.say(f"  {mention.span.start:>6}  {mention.kind:<12}  {value:<30}  {mention.text}")


def _run(args: Namespace, console: Console) -> int:
    found, status = _read(args, reading(args), console)
    if args.json:
        from divergence.report.stated import render_facts

        write_file(args.json, render_facts(found))
    else:
        _list(found, console)
    return status


COMMAND = Command(
    "facts",
    "list what each article states, without comparing",
    """\
List every number, date, duration, place, name, role and quotation found in each article,
with its value in normal form. Use it to see what the comparison works with.""",
    """\
examples:
  divergence facts dawn.txt                       a table
  divergence facts dawn.txt reuters.html --json facts.json""",
    _add_arguments,
    _run,
)
