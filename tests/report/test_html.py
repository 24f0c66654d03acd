from __future__ import annotations

import base64
import re
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import lxml.html
import pytest
from hostile_comparison import OWN, bundles, harmless, hostile, shared_payloads
from made_comparison import make_comparison
from page_shape import parse, shape

import divergence.report
from divergence.errors import RenderError, UsageError
from divergence.model.comparison import Comparison, Verdict
from divergence.model.text import Story
from divergence.report import Presentation, render
from divergence.report.wording import shipped_templates

TEMPLATES = sorted(shipped_templates().rglob("*.html"))


def links(page: bytes) -> list[str]:
    return [e.attrib["href"] for e in parse(page).iter("a")]


def assert_same_shape(hostile_page: bytes, harmless_page: bytes) -> None:
    got, wanted = shape(hostile_page), shape(harmless_page)
    differing = next((pair for pair in zip(got, wanted, strict=False) if pair[0] != pair[1]), None)
    assert (differing, len(got)) == (None, len(wanted))


def test_hostile_text_in_every_field_changes_no_structure() -> None:
    texts = OWN
    assert_same_shape(render(hostile(texts), "html"), render(harmless(texts), "html"))


def test_the_lists_of_hostile_strings_change_no_structure(shared: Path) -> None:
    texts = tuple(bundles(shared_payloads(shared)))
    assert len(texts) > 50
    page = render(hostile(texts), "html")
    assert_same_shape(page, render(harmless(texts), "html"))
    assert {href[:1] for href in links(page)} == {"#"}


def test_every_finding_value_and_sentence_is_in_the_page(comparison: Comparison, page_bytes: bytes) -> None:
    text = " ".join("".join(parse(page_bytes).itertext()).split())
    for found in comparison.divergences:
        assert found.subject in text
        for reading in found.readings:
            assert reading.value in text
    for article in comparison.story.articles:
        assert article.title
        assert article.title.split()[-1] in text


def test_every_fragment_has_one_place(page_bytes: bytes, large: Comparison) -> None:
    for page in (page_bytes, render(large, "html")):
        tree = lxml.html.fromstring(page)  # faster than the parser of the standard, and the pages are large
        ids = Counter(tree.xpath("//@id"))
        assert [i for i, n in ids.items() if n > 1] == []
        assert [href for href in tree.xpath("//a/@href") if href.startswith("#") and href[1:] not in ids] == []


def test_links_lead_to_web_addresses_of_the_articles_alone(page_bytes: bytes) -> None:
    outward = {href for href in links(page_bytes) if not href.startswith("#")}
    assert outward == {
        "https://post.example/ferry-fire", "https://nordkyst.example/brann?id=7&view=full",
        "https://sada.example/selmar", "https://isle.example/",
    }  # fmt: skip


def test_the_page_asks_nothing_of_any_network(page_bytes: bytes) -> None:
    tree = parse(page_bytes)
    assert [e.tag for e in tree.iter() if set(e.attrib) & {"src", "srcset", "poster", "data", "background"}] == []
    assert [e.tag for e in tree.iter("link")] == []
    style = tree.find(".//style").text
    assert all(url.startswith("data:") for url in re.findall(r"url\(([^)]{0,40})", style))
    assert "@import" not in style


def test_the_content_security_policy_names_the_style_and_script_of_the_page(page_bytes: bytes) -> None:
    tree = parse(page_bytes)
    policy = next(e.attrib["content"] for e in tree.iter("meta") if e.attrib.get("http-equiv"))
    assert policy.startswith("default-src 'none';")
    for name in ("style", "script"):
        digest = base64.b64encode(sha256(tree.find(f".//{name}").text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert [e.tag for e in tree.iter() if "style" in e.attrib or any(a.startswith("on") for a in e.attrib)] == []


def test_hidden_characters_are_shown_and_kept(page_bytes: bytes, comparison: Comparison) -> None:
    first = comparison.story.articles[0]
    text = first.text.replace("Crews", "Cr\u202eews", 1)
    story = replace(comparison.story, articles=(replace(first, text=text), *comparison.story.articles[1:]))
    tree = parse(render(replace(comparison, story=story, divergences=()), "html"))
    assert [(e.text, e.attrib["data-u"]) for e in tree.iter("i") if e.attrib.get("class") == "ctl"] == [
        ("U+202E", "202E")
    ]


def test_a_large_story_stays_small(large: Comparison) -> None:
    assert len(render(large, "html")) < 2_000_000


def test_the_same_comparison_gives_the_same_bytes(page_bytes: bytes) -> None:
    assert render(make_comparison(), "html") == page_bytes


def test_that_nothing_was_found_is_told_from_that_nothing_was_compared(comparison: Comparison) -> None:
    none = replace(comparison, divergences=())
    assert "No disagreement was found among" in render(none, "html").decode()
    for articles in ((), comparison.story.articles[:1]):
        single = replace(none, agreements=(), not_flagged=(), mentions=(), alignment=())
        single = replace(single, story=Story("single", None, articles))
        for name in ("html", "text", "markdown"):
            text = render(single, name).decode()
            assert "With fewer than two articles nothing could be compared" in text
            assert "No disagreement was found" not in text


def test_lone_surrogates_are_shown(comparison: Comparison) -> None:
    page = render(replace(comparison, story=replace(comparison.story, title="a\udc80b")), "html").decode()
    assert "a[U+DC80]b" in page


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_templates_cannot_forget_to_escape(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|Markup|autoescape|tojson|xmlattr", source)
    assert not re.search(r"=\{\{|=[^\s\"'>{]+\{\{", re.sub(r"\{%.*?%\}", "", source)), "an attribute without quotes"
    assert not re.search(r"<script[^>]*>(?!\{% include)|<style[^>]*>(?!\{% include)", source)
    assert not re.search(r"\sstyle=|\son[a-z]+=", source)


def test_python_writes_no_markup() -> None:
    folder = Path(divergence.report.__file__).parent
    pages = sorted((folder / "page").glob("*.py"))
    assert pages
    for path in (*(folder / f"{name}.py" for name in ("html", "pdf", "templates")), *pages):
        assert not re.search(r"markupsafe|Markup|</?[a-z]+>", path.read_text(encoding="utf-8")), path.name


def test_own_templates_and_words_replace_shipped_ones(tmp_path: Path, comparison: Comparison) -> None:
    (tmp_path / "words.toml").write_text('[finding]\nsilent = "Schweigt"\n', encoding="utf-8")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "sources.html").write_text("<p>{{ report.sources|length }} own</p>", encoding="utf-8")
    page = render(comparison, "html", Presentation(templates=tmp_path)).decode()
    assert "Schweigt" in page
    assert "<p>6 own</p>" in page


def test_a_template_that_asks_for_what_is_not_there_says_so(tmp_path: Path, comparison: Comparison) -> None:
    (tmp_path / "report.html").write_text("{{ report.nothing_such }}", encoding="utf-8")
    with pytest.raises(RenderError, match=r"report\.html"):
        render(comparison, "html", Presentation(templates=tmp_path))
    with pytest.raises(UsageError, match="nowhere"):
        render(comparison, "html", Presentation(templates=tmp_path / "nowhere"))


@pytest.mark.parametrize("text", ["not [ toml", '[summary]\ncompared = "{nothing}"\n', "[summary]\narticles = 3\n"])
def test_words_that_cannot_be_used_are_an_error_that_says_so(tmp_path: Path, comparison: Comparison, text: str) -> None:
    (tmp_path / "words.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RenderError):
        render(comparison, "html", Presentation(templates=tmp_path))


def test_a_quotation_from_a_paged_file_names_its_page() -> None:
    found = make_comparison()
    assert "page 2" not in render(found, "html").decode()
    paged = tuple(replace(article, pages=(0, 1)) for article in found.story.articles)
    page = render(replace(found, story=replace(found.story, articles=paged)), "html").decode()
    assert ", page 2" in page


def test_a_lead_is_not_said_to_be_a_contradiction() -> None:
    made = make_comparison()

    def line_of(verdict: Verdict) -> str:
        shown = replace(made.divergences[0], verdict=verdict)
        page = lxml.html.fromstring(render(replace(made, divergences=(shown,)), "html").decode())
        (card,) = page.xpath(f"//*[@id='{shown.id}']")
        return " ".join(card.xpath(".//p[contains(@class, 'meta')]")[0].text_content().split())

    assert "cannot both be right" not in line_of(Verdict.LEAD)
    assert "cannot both be right" in line_of(Verdict.COMPATIBLE)
