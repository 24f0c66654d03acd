"""Builders of small articles and stories that every test may use."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from divergence.language.parsed import Parsed
from divergence.model.text import Article, Story

# CI tries the same examples on every run, so that a change answers for itself; at a desk they are drawn anew.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    """Build an article from its text; paragraphs are its lines that are not blank."""

    def build(text: str, id: str = "A", **fields: str) -> Article:
        paragraphs = tuple((m.start(), m.end()) for m in re.finditer(r"\S[^\n]*\S|\S", text))
        return Article(id=id, path=fields.pop("path", f"{id.lower()}.txt"), text=text, paragraphs=paragraphs, **fields)  # type: ignore[arg-type]

    return build


@pytest.fixture(scope="session")
def story(article: Callable[..., Article]) -> Callable[..., Story]:
    """Build a story from the texts of its articles, in order A, B, C …"""

    def build(*texts: str, published: str | None = None) -> Story:
        extra = {"published": published} if published else {}
        return Story("story", None, tuple(article(t, id=chr(65 + i), **extra) for i, t in enumerate(texts)))

    return build


@pytest.fixture(scope="session")
def tagged() -> Callable[..., Parsed]:
    """Build a parsed article from tagged words (``tests/tagged.py``)."""
    from tagged import build

    return build


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data; tests that need it skip, visibly, where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("shared data is not beside the checkout")
    return SHARED


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Run commands in an empty folder with a quick stand-in for the comparison: exit status, output, messages."""
    import quick_compare

    import divergence.pipeline
    from divergence.cli import main

    monkeypatch.setattr(divergence.pipeline, "compare", quick_compare.compare)
    monkeypatch.setattr(divergence.pipeline, "read_article", quick_compare.read_article)
    monkeypatch.setattr("divergence.cli.reading.load", lambda pipeline: None)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)

    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(arguments)
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run
