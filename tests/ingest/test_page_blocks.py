"""However a page parts its paragraphs, each is one, and no two words are joined."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from time_growth import grows_in_line

from divergence.ingest.html import read_html
from divergence.ingest.page_blocks import plain_blocks
from divergence.ingest.page_tables import without_layout_tables

HEADLINE = "Bakers of Orvale walk out"
STORY = (
    "Bakers in Orvale left their ovens cold on Monday, and the shops of the upper town sold no bread, the guild said.",
    "The guild asks for a day off each week, and the owners have offered one in two, a letter to its members says.",
    "Shoppers queued at the only stall by the bridge through the morning, and many of them went home with crackers.",
    "The mayor will hear both sides on Thursday, and she said that a town without bread was a town without patience.",
)
MENU = "<td width=120><a href=/>Home</a><br><a href=/n>News</a><br><a href=/s>Sport</a></td>"
TOP = f"<h1>{HEADLINE}</h1>"


def each(tag: str, attributes: str = "") -> str:
    return "".join(f"<{tag}{attributes}>{paragraph}</{tag}>" for paragraph in STORY)


def rows(before: str = "", inside: str = "{}") -> str:
    return "".join(f"<tr>{before}<td>{inside.format(paragraph)}</td></tr>" for paragraph in STORY)


def joined(by: str) -> str:
    return by.join(STORY)


def paragraphs(body: str) -> list[str]:
    page = f"<!doctype html><html><head><title>{HEADLINE}</title></head><body>{body}</body></html>"
    document = read_html(page.encode())
    return [document.text[start:end] for start, end in document.paragraphs]


@pytest.mark.parametrize(
    "body",
    [
        f"<table><tr>{MENU}<td><font face=Arial><b>{HEADLINE}</b><br><br>{joined('<br><br>')}</font></td></tr></table>",
        f"<table><tr>{MENU}<td>{TOP}{joined('<br>&nbsp;<br />')}</td></tr></table>",
        f"<table><tr>{MENU}<td>{TOP}{joined('<br>')}</td></tr></table>",
        f"<table><tr>{MENU}<td><table><tr><td><h2>{HEADLINE}</h2>{each('div')}</td></tr></table></td></tr></table>",
        f"<table><tr><td><table><tr><td><table><tr><td>{TOP}{joined('<br><br>')}</td></tr></table></td></tr></table></table>",
        f"<table><tr><td>{TOP}</td></tr>{rows()}</table>",
        f"{TOP}<table>{rows(before='<td>&nbsp;</td>')}</table>",
        f"{TOP}<table>{rows(before='<td><img src=dot.gif></td>', inside='<font size=2>{}</font>')}</table>",
        f"{TOP}<table><tr><td>{STORY[0]}</td><td>{STORY[1]}</td></tr><tr><td>{STORY[2]}</td><td>{STORY[3]}</td></tr></table>",
        f"<table role=presentation><tr><td>{TOP}</td><td>{each('p')}</td></tr></table>",
        f"<article>{TOP}<p>{joined('<br><br>')}</p></article>",
        f"<article>{TOP}<p>{joined('<br>')}</p></article>",
        f"<article>{TOP}<div>{joined('<br><br><br>')}</div></article>",
        f"<main>{TOP}{joined('<br/>')}</main>",
        f"<p>{joined('<br>&nbsp;&nbsp;&nbsp;')}</p>",
        f"<TABLE><TR><TD><FONT SIZE=5><B>{HEADLINE}</B></FONT><P><FONT SIZE=3>{joined('<P>')}</FONT></TABLE>",
        f"<font><b>{HEADLINE}</b><br>{joined('<br><br>')}</font>",
        f"{TOP}{joined('<hr>')}",
        f"{TOP}<pre>{joined(chr(10) + chr(10))}</pre>",
        f"<article>{TOP}{each('section')}</article>",
        f"{TOP}{each('center')}",
        f"<article>{TOP}{each('span', ' style=' + chr(34) + 'margin:0; display: block' + chr(34))}</article>",
        f"<article>{TOP}<div>{each('span', ' class=paragraph')}</div></article>",
        f"<article>{TOP}{each('story-text')}</article>",
        f"<article>{TOP}<dl>{each('dd')}</dl></article>",
        f"{TOP}{each('blockquote')}",
    ],
)
def test_each_paragraph_is_one(body: str) -> None:
    found = paragraphs(body)
    assert [paragraph for paragraph in found if paragraph in STORY] == list(STORY)
    assert not any("HomeNews" in paragraph or f"{HEADLINE}Bakers" in paragraph for paragraph in found)


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("<p>The storm sank<br>nine boats.</p>", "<p>The storm sank<br> nine boats.</p>"),
        ("<p>The <span class=name>guild</span> met.</p>", "<p>The <span class=name>guild</span> met.</p>"),
        ("<p>The <town-name>port</town-name> met.</p>", "<p>The <town-name>port</town-name> met.</p>"),
        ("<pre><code>a = 1\n\nb = 2</code></pre>", "<pre><code>a = 1\n\nb = 2</code></pre>"),
    ],
)
def test_what_parts_no_paragraph_stays(body: str, kept: str) -> None:
    assert plain_blocks(body) == kept


def test_a_heading_in_bold_is_parted_from_its_text() -> None:
    assert paragraphs(f"<article>{TOP}<p><b>The letter</b><br>{STORY[1]}</p>{each('p')}</article>")[1:3] == [
        "The letter",
        STORY[1],
    ]


def test_a_short_line_before_two_breaks_is_not_lost() -> None:
    assert "Ovens cold" in paragraphs(f"<article>{TOP}<div>Ovens cold<br><br>{joined('<br><br>')}</div></article>")


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>1 May</td><td>The guild sends its letter to every owner and all read it.</td></tr></table>",
        "<table><tr><td>North</td><td><div>12</div><div>loaves</div></td></tr></table>",
        "<table><tr><td>North<br>East</td><td>12<br>14</td></tr></table>",
        "<table><tr><td>North</td></tr><tr><td>East</td></tr></table>",
    ],
)
def test_a_table_of_values_stays_one(table: str) -> None:
    assert without_layout_tables(table) == table


@pytest.mark.parametrize(
    "attack",
    [
        lambda n: "<br>" * n,
        lambda n: "<pre>" * n,
        lambda n: "<span>" * n,
        lambda n: "<a-b>x.</a-b>" * n,
        lambda n: "<div>a<b>" * n,
        lambda n: "." * n + "</b>" * n,
        lambda n: "<table><tr><td>" * n,
        lambda n: "<table><tr><td>" + "x<br>" * n,
        lambda n: "<td>" * n + "a. " * n,
    ],
)
def test_parting_takes_time_in_line_with_the_page(attack: Callable[[int], str]) -> None:
    assert grows_in_line(lambda size: plain_blocks(without_layout_tables(attack(size))), 2_000)
