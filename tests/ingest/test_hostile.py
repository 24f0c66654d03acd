"""Lists of inputs that broke other tools; they lie beside the checkout, and the tests are skipped without them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from divergence.ingest.document import Document
from divergence.ingest.front_matter import read_front_matter
from divergence.ingest.html import read_html
from divergence.ingest.markdown import read_markdown
from divergence.ingest.metadata import metadata_in
from divergence.ingest.noise import mask
from divergence.ingest.story_file import parse_story_file
from divergence.ingest.text import read_text

SENTENCE = "The coast guard said that three boats and their crews had been lost off the northern cape on Monday night."


@pytest.fixture(scope="module")
def strings(shared: Path) -> list[str]:
    """Naughty strings, payloads of cross-site scripting and path traversals."""
    hostile = shared / "corpora" / "hostile"
    lines = list(json.loads((hostile / "blns.json").read_text("utf-8")))
    for folder in ("xss", "traversal"):
        for path in sorted((hostile / folder).iterdir()):
            lines += path.read_text("utf-8", "replace").splitlines()
    return lines


@pytest.fixture(scope="module")
def files(shared: Path) -> list[bytes]:
    """Files of broken or strange encodings."""
    hostile = shared / "corpora" / "hostile"
    return [path.read_bytes() for folder in ("encoding", "json") for path in sorted((hostile / folder).rglob("*.*"))]


def sound(document: Document) -> bool:
    """Whether offsets lie in the text, and an empty text is explained."""
    inside = all(0 <= start < end <= len(document.text) for start, end in document.paragraphs)
    return inside and bool(document.paragraphs or document.notices or not document.text.strip())


def in_batches(lines: list[str], size: int = 200) -> Iterator[str]:
    for start in range(0, len(lines), size):
        yield "\n\n".join(lines[start : start + size])


def test_strings_as_text_are_kept_and_masked_in_order(strings: list[str]) -> None:
    for batch in in_batches(strings):
        document = read_text(batch.encode("utf-8", "replace"))
        assert document.text == batch.encode("utf-8", "replace").decode()
        assert sound(document)
        masked = mask(document.text, document.paragraphs)
        assert list(masked) == sorted(masked)
        metadata_in(document.text, document.paragraphs)


def test_strings_as_markdown(strings: list[str]) -> None:
    assert all(sound(read_markdown(batch.encode("utf-8", "replace"))) for batch in in_batches(strings))


def test_strings_as_front_matter_and_story_file(strings: list[str]) -> None:
    for line in strings:
        read_front_matter(f"---\ntitle: {line}\n{line}\n---\n")
        parse_story_file(f'title = "{line}"\n{line}'.encode("utf-8", "replace"))


def test_payloads_in_a_page_do_not_hide_the_article(strings: list[str]) -> None:
    article = f"<p>{SENTENCE}</p><p>{SENTENCE} Another storm is expected before the end of the week.</p>" * 2
    for batch in in_batches(strings, 400):
        page = f"<html><body><article>{article}</article><div class='comments'>{batch}</div></body></html>"
        assert SENTENCE in read_html(page.encode("utf-8", "replace")).text


@pytest.mark.parametrize("read", [read_text, read_markdown, read_html])
def test_strange_encodings_are_read_or_refused(files: list[bytes], read: Callable[[bytes], Document]) -> None:
    for data in files:
        document = read(data)
        assert sound(document)
        assert document.text.encode("utf-8") is not None
