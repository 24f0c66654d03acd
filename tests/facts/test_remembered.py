"""The memory for what is derived from an article."""

from __future__ import annotations

from divergence.facts.remembered import KEPT, remembered
from divergence.language.parsed import Parsed
from divergence.model.text import Article


def parsed(name: str) -> Parsed:
    return Parsed(Article(id=name, path=name, text="", paragraphs=()), (), (), (), ())


def test_an_article_is_read_once_while_it_is_remembered() -> None:
    read: list[str] = []

    @remembered
    def name_of(article: Parsed) -> str:
        read.append(article.article.id)
        return article.article.id

    first, twin = parsed("A"), parsed("A")
    assert [name_of(first), name_of(first), name_of(twin)] == ["A", "A", "A"]
    assert read == ["A", "A"]
    others = [parsed(str(n)) for n in range(KEPT)]
    assert [name_of(o) for o in others] == [str(n) for n in range(KEPT)]
    assert name_of(first) == "A"
    assert read.count("A") == 3
