from __future__ import annotations

import io
import os
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pytest
from hostile_comparison import OWN, bundles, harmless, hostile, shared_payloads
from made_comparison import make_comparison
from page_shape import shape

from divergence import compare, load_story
from divergence.errors import RenderError, UsageError
from divergence.model.comparison import Comparison, Reading
from divergence.model.text import Notice, Story
from divergence.report import Presentation, render
from divergence.report import pdf as pdf_module
from divergence.report.page.view import Report, prepare
from divergence.report.templates import render_template


def text_of(pdf: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_it_is_a_tagged_document_for_everyone(pdf_bytes: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf_bytes)) as document:
        root = document.Root
        assert root.MarkInfo.Marked
        assert str(root.Lang) == "en"
        assert root.ViewerPreferences.DisplayDocTitle
        assert str(document.docinfo["/Title"]) == "Fire on the ferry Aurelia: where the sources differ"
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        kinds = {
            str(o.S) for o in document.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/StructElem"
        }
        assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/Link", "/Figure"} <= kinds


def test_figures_have_alternative_texts(pdf_bytes: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf_bytes)) as document:
        figures = [o for o in document.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
        assert figures
        assert all("values by date" in str(figure.Alt) for figure in figures)


def test_it_can_be_found_one_s_way_in(pdf_bytes: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf_bytes))

    def titles(items: list) -> list[str]:  # type: ignore[type-arg]
        return [t for item in items for t in (titles(item) if isinstance(item, list) else [item.title])]

    outline = titles(reader.outline)
    assert outline[0] == "Fire on the ferry Aurelia"
    assert "Evidence" in outline
    assert "1. People killed in the ferry fire" in outline
    assert 2 <= len(reader.pages) <= 5


def test_every_font_is_embedded(pdf_bytes: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf_bytes)) as document:
        descriptors = [
            o for o in document.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"
        ]
        assert descriptors
        assert all("/FontFile2" in d or "/FontFile3" in d or "/FontFile" in d for d in descriptors)
        names = {str(d.FontName) for d in descriptors}
        assert all("Report" in name for name in names), names


def test_each_finding_is_told(comparison: Comparison, pdf_bytes: bytes) -> None:
    text = text_of(pdf_bytes)
    for divergence in comparison.divergences[:7]:
        assert divergence.subject[1:] in text
        assert all(reading.value.strip("“”")[:20] in text for reading in divergence.readings)
    assert "7 points" in text
    assert "blank.html" in text


def dictionaries(document: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Every dictionary of a document, also those inside others."""
    waiting = [o for o in document.objects if isinstance(o, pikepdf.Dictionary | pikepdf.Array | pikepdf.Stream)]
    while waiting:
        item = waiting.pop()
        if isinstance(item, pikepdf.Stream):
            item = item.stream_dict
        inner = list(item.values()) if isinstance(item, pikepdf.Dictionary) else list(item)
        waiting += [o for o in inner if isinstance(o, pikepdf.Dictionary | pikepdf.Array) and not o.is_indirect]
        if isinstance(item, pikepdf.Dictionary):
            yield item


def uris(document: pikepdf.Pdf) -> set[str]:
    return {str(d.URI) for d in dictionaries(document) if d.get("/S") == "/URI"}


def test_it_holds_no_action_attachment_or_foreign_link(pdf_bytes: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf_bytes)) as document:
        assert document.attachments == {}
        for item in dictionaries(document):
            assert item.get("/S") not in ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE")
            assert not {"/JS", "/AA", "/EmbeddedFile", "/EmbeddedFiles", "/OpenAction"} & set(item.keys())
        assert uris(document) == {
            "https://post.example/ferry-fire", "https://nordkyst.example/brann?id=7&view=full",
            "https://sada.example/selmar", "https://isle.example/",
        }  # fmt: skip


def test_the_bottom_line_and_what_to_verify_next_stand_at_the_top(pdf_bytes: bytes) -> None:
    first = " ".join(pypdf.PdfReader(io.BytesIO(pdf_bytes)).pages[0].extract_text().split())
    assert "The sources differ most on this: People killed in the ferry fire: 14, 17 or 18." in first
    assert "Verify next: " in first


@pytest.mark.parametrize("paper", ["a4", "a5"])
def test_one_page_is_one_page_and_tells_what_it_leaves_out(
    comparison: Comparison, large: Comparison, paper: str
) -> None:
    for compared in (comparison, replace(large, divergences=large.divergences[:40])):
        written = render(compared, "pdf", Presentation(paper=paper, one_page=True))
        if compared is comparison:
            assert len(pypdf.PdfReader(io.BytesIO(written)).pages) == 1
        text = text_of(written)
        assert "The sources differ most on this" in text
        assert "more disagreement" in text
        assert "never says who is right" in text


def test_the_day_of_preparation_is_printed_where_it_is_told(comparison: Comparison, pdf_bytes: bytes) -> None:
    assert "Prepared on" not in text_of(pdf_bytes)
    assert "Prepared on 2 January 2030" in text_of(render(comparison, "pdf", Presentation(prepared="2030-01-02")))


def test_the_same_comparison_gives_the_same_bytes_at_any_time(
    pdf_bytes: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert render(make_comparison(), "pdf") == pdf_bytes
    assert os.environ["SOURCE_DATE_EPOCH"] == "1234567890"


def test_nothing_is_left_in_the_environment(pdf_bytes: bytes) -> None:
    assert pdf_bytes.startswith(b"%PDF")
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_weasyprint_has_nothing_to_say(
    comparison: Comparison, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every property of the style sheet is known to it, and every sign has a glyph in our fonts."""
    monkeypatch.setattr(pdf_module, "_remarks", lambda: nullcontext(set()))
    render(comparison, "pdf", Presentation(paper="a5"))
    assert [record.getMessage() for record in caplog.records if record.name == "weasyprint"] == []


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("Nguyễn Văn Hưng ở Hà Nội: ỗ, Ệ", "vietnamese"),
        ("Ɗaura and ɓarawo", "latin-ext"),
        ("ידיעות אחרונות", "hebrew"),
        ("صحيفة الشرق الأوسط قناة الجزيرة", "arabic"),
        ("روزنامہ جنگ ٹی وی", "arabic"),
    ],
)
def test_letters_of_many_languages_are_printed_and_can_be_searched(
    comparison: Comparison, title: str, part: str
) -> None:
    """Each letter is found in the text of the file, and no sign is a box; right to left, its order is the reader's."""
    made = replace(comparison, story=replace(comparison.story, title=title), divergences=())
    reader = pypdf.PdfReader(io.BytesIO(render(made, "pdf", Presentation(one_page=True))))
    text = unicodedata.normalize("NFKC", reader.pages[0].extract_text())
    assert "empty box" not in text
    letters = Counter(sign for sign in text if sign in set(title) - set(" abcdefghijklmnopqrstuvwxyzHVN:,"))
    for sign, count in Counter(unicodedata.normalize("NFKC", title)).items():
        assert sign not in letters or letters[sign] >= count, sign
    assert set(title) <= set(text), set(title) - set(text)
    assert any(part in str(font.get_object()["/BaseFont"]) for font in reader.pages[0]["/Resources"]["/Font"].values())


def test_signs_that_no_font_has_are_named_in_the_briefing(comparison: Comparison) -> None:
    story = replace(comparison.story, title="One \ue000 and \ue001")
    made = replace(comparison, story=story, divergences=())
    text = " ".join(pypdf.PdfReader(io.BytesIO(render(made, "pdf"))).pages[0].extract_text().split())
    assert "has 2 of the characters in this briefing (U+E000, U+E001); empty boxes" in text
    assert "empty box" not in pypdf.PdfReader(io.BytesIO(render(comparison, "pdf"))).pages[0].extract_text()


def test_signs_that_no_font_has_cost_no_report_and_no_noise(
    comparison: Comparison, capfd: pytest.CaptureFixture[str]
) -> None:
    story = replace(comparison.story, title="渡轮火灾 🚢 \U0001f9ff \ue000")
    assert render(replace(comparison, story=story, divergences=()), "pdf").startswith(b"%PDF")
    assert capfd.readouterr().err == ""


def test_the_fetcher_refuses_all_but_data() -> None:
    from weasyprint.urls import FatalURLFetchingError

    fetcher = pdf_module._closed_fetcher()
    for url in ("file:///etc/hostname", "http://127.0.0.1/", "https://x.example/", "ftp://x.example/", "about:blank"):
        with pytest.raises(FatalURLFetchingError):
            fetcher.fetch(url)
    assert fetcher.fetch("data:text/plain,x").read() == b"x"


def test_a_template_that_fetches_is_an_error(tmp_path: Path, comparison: Comparison) -> None:
    (tmp_path / "briefing.html").write_text(
        '<html lang="en"><img src="file:///etc/hostname" alt="x">', encoding="utf-8"
    )
    with pytest.raises(RenderError, match="fetch"):
        render(comparison, "pdf", Presentation(templates=tmp_path))


def test_a_paper_that_is_none_is_named() -> None:
    with pytest.raises(UsageError, match="a4, letter, a5"):
        render(make_comparison(), "pdf", Presentation(paper="a0"))


def test_paper_sizes(comparison: Comparison) -> None:
    page = pypdf.PdfReader(io.BytesIO(render(comparison, "pdf", Presentation(paper="letter")))).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (612, 792)


def test_long_stories_are_capped_and_say_so(large: Comparison) -> None:
    page = render_template("briefing.html", prepare(large), paper="a4")
    assert "190 more disagreements are in the HTML report." in page
    assert len(page) < 250_000


def test_whatever_is_left_out_is_counted(comparison: Comparison) -> None:
    """More readings, notices, sources, agreements and quotations than a briefing shows."""
    first, agreed = comparison.divergences[0], comparison.agreements[0]
    mentions = first.readings[0].mentions
    many = replace(first, readings=tuple(Reading(f"{n}", mentions * 2) for n in range(9)))
    articles = tuple(replace(comparison.story.articles[0], id=f"A{n}", source=f"Paper {n}") for n in range(14))
    crowded = replace(
        comparison,
        story=replace(comparison.story, articles=(*comparison.story.articles, *articles)),
        divergences=(many,),
        agreements=tuple(replace(agreed, subject=f"fact {n}") for n in range(15)),
        notices=tuple(Notice("x", f"notice {n}") for n in range(9)),
    )
    page = render_template("briefing.html", prepare(crowded), paper="a4")
    for said in ("3 more values", "3 more notices", "10 more in the HTML report", "5 more sentences"):
        assert said in page


def test_hostile_text_in_every_field_changes_no_structure() -> None:
    texts = OWN
    got, wanted = (render_template("briefing.html", prepare(c), paper="a4") for c in (hostile(texts), harmless(texts)))
    assert shape(got.encode()) == shape(wanted.encode())


def test_the_lists_of_hostile_strings_change_no_structure(shared: Path) -> None:
    texts = tuple(bundles(shared_payloads(shared)))
    for at in range(0, len(texts), 10):
        ten = texts[at : at + 10]
        got, wanted = (render_template("briefing.html", prepare(c), paper="a4") for c in (hostile(ten), harmless(ten)))
        assert shape(got.encode()) == shape(wanted.encode())


def test_hostile_text_survives_weasyprint() -> None:
    pdf = render(hostile(OWN), "pdf")
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.attachments == {}
        assert uris(document) == set()
        assert not any({"/JS", "/EmbeddedFile"} & set(d.keys()) for d in dictionaries(document))


def test_fonts_are_chosen_by_the_characters_that_occur(report: Report) -> None:
    names = {name for name, _ in pdf_module.needed_scripts("Ólafur Þórsson")}
    assert names == set()
    assert {name for name, _ in pdf_module.needed_scripts("Řezno Киев Θάλασσα صدى")} == {
        "latin-ext", "cyrillic", "greek", "arabic",
    }  # fmt: skip


def test_without_weasyprint_html_and_json_still_work() -> None:
    """In a fresh process whose imports of WeasyPrint fail as they do where Pango is missing."""
    code = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
sys.meta_path.insert(0, Missing())
from divergence.errors import RenderError
from divergence.model.comparison import Comparison, Reading
from divergence.model.text import Notice, Story
from divergence.model.text import Story
from divergence.report import render
empty = Comparison(Story("s", None, ()), (), (), (), (), (), ())
assert render(empty, "html").startswith(b"<!doctype html>")
assert render(empty, "json")
assert "jinja2" in sys.modules and "spacy" not in sys.modules
try:
    render(empty, "pdf")
except RenderError as error:
    assert "libpangoft2-1.0-0" in str(error)
else:
    raise AssertionError
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_nothing_is_printed_where_pango_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "weasyprint.py").write_text("print('WeasyPrint could not import …')\nraise OSError('no library')\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    with pytest.raises(RenderError, match="apt-get"):
        pdf_module.render_pdf(make_comparison(), Presentation())
    assert capsys.readouterr().out == ""


def test_five_agreements_stand_there_each_with_a_sentence(comparison: Comparison) -> None:
    (agreed, *_) = comparison.agreements
    many = replace(comparison, agreements=tuple(replace(agreed, subject=f"Point {i} agreed on") for i in range(7)))
    text = text_of(render(many, "pdf", Presentation()))
    section = text[text.index("What the sources agree on Point") :]
    assert [f"Point {i} agreed on" in section for i in range(7)] == [True] * 5 + [False] * 2
    assert "2 more in the HTML report" in section
    facts = prepare(many).shared
    shortest = min(facts[0].reading.quotations, key=lambda q: len(q.text))
    assert facts[0].plainest == shortest
    assert section.count(" ".join(shortest.text.split())[:40]) == 5


@pytest.mark.parametrize(("break_before", "spilled"), [("page", True), ("auto", False)])
def test_a_last_page_of_few_lines_is_noticed(break_before: str, spilled: bool) -> None:
    style = f"section {{ break-before: {break_before} }}"
    sheets = pdf_module._write(
        '<html lang="en"><title>t</title><p>one</p><section id="method">two</section></html>', style
    )
    assert sheets.spilled is spilled


@pytest.mark.parametrize(("pages", "taken"), [(2, b"closer"), (3, b"plain")])
def test_it_is_set_closer_where_that_saves_the_page(monkeypatch: pytest.MonkeyPatch, pages: int, taken: bytes) -> None:
    def made(*_: object, close: bool = False) -> pdf_module._Sheets:
        return pdf_module._Sheets(b"closer", pages, False, ()) if close else pdf_module._Sheets(b"plain", 3, True, ())

    monkeypatch.setattr(pdf_module, "_set", made)
    assert (
        pdf_module._briefing(
            prepare(Comparison(Story("s", None, ()), (), (), (), (), (), ())), Presentation(), 6
        ).written
        == taken
    )


def test_the_sample_s_briefing_leaves_no_page_to_the_method_alone() -> None:
    sample = Path(__file__).parents[2] / "input" / "istanbul-talks"
    pages = pypdf.PdfReader(io.BytesIO(render(compare(load_story(sample)), "pdf"))).pages
    assert len(pages) == 3
    assert "Sources" in pages[-1].extract_text()
