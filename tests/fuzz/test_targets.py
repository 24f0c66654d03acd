"""The targets of the fuzzers hold on their seeds, on what broke them once, and on what is made of both."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from fuzz.targets import TARGETS, bring_parsers_here, check_document, check_fact, check_reader, kept, seeds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from divergence.facts import FACT_TYPES
from divergence.ingest import docx, parquet, pdf, warc
from divergence.ingest.document import Document, Reader
from divergence.ingest.readers import READERS

Cut = tuple[int, int, bytes]
CUTS = st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 40), st.binary(max_size=12)), max_size=6)
GRAFTS = st.tuples(st.integers(0, 10_000), CUTS, st.integers(0, 3))


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parsers of bounded formats run in this process, which is quick."""
    for module in (docx, parquet, pdf, warc):
        monkeypatch.setattr(module, "extract", module.extract)
    bring_parsers_here()


def changed(seed: bytes, cuts: list[Cut], repeated: int) -> bytes:
    """A seed with parts of it replaced, and a part of it repeated."""
    for at, length, instead in cuts:
        at %= len(seed) + 1
        seed = seed[:at] + instead + seed[at + length :]
    return seed + seed[: len(seed) // 2] * repeated


def test_each_reader_and_each_kind_of_fact_has_a_target_with_seeds() -> None:
    assert set(TARGETS) == {reader.name for reader in READERS} | {f"fact-{fact.kind}" for fact in FACT_TYPES}
    for name in TARGETS:
        assert all(seeds(name))


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_reader_makes_articles_of_its_seeds(reader: object) -> None:
    for seed in seeds(reader.name):  # type: ignore[attr-defined]
        made = reader.read(seed) if isinstance(reader, Reader) else reader.read(seed, {})  # type: ignore[attr-defined]
        assert made.paragraphs if isinstance(made, Document) else made.parts


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds_on_its_seeds_and_on_what_broke_it(name: str) -> None:
    for data in [*seeds(name)[:40], *(path.read_bytes() for path in kept(name))]:
        TARGETS[name](data)


@pytest.mark.parametrize("name", [reader.name for reader in READERS])
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(graft=GRAFTS)
def test_a_reader_is_sound_on_broken_files(name: str, graft: tuple[int, list[Cut], int]) -> None:
    number, cuts, repeated = graft
    known = seeds(name)
    TARGETS[name](changed(known[number % len(known)], cuts, repeated))


@pytest.mark.slow
@pytest.mark.parametrize("fact", FACT_TYPES, ids=lambda fact: fact.kind)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(graft=GRAFTS, other=st.integers(0, 10_000))
def test_a_kind_of_fact_is_sound_on_broken_texts(fact: object, graft: tuple[int, list[Cut], int], other: int) -> None:
    number, cuts, repeated = graft
    name = f"fact-{fact.kind}"  # type: ignore[attr-defined]
    known = seeds(name)
    TARGETS[name](changed(known[number % len(known)] + b" " + known[other % len(known)], cuts, repeated))


@pytest.mark.parametrize(
    "document",
    [
        Document("Boats were lost.", ()),
        Document("Boats were lost.", ((0, 17),)),
        Document("Boats were lost.", ((6, 16), (0, 5))),
        Document("Boats \ud800 were lost.", ((0, 18),)),
    ],
    ids=["no paragraph and no word why", "beyond the text", "out of order", "half a character"],
)
def test_what_is_not_sound_is_noticed(document: Document) -> None:
    with pytest.raises((AssertionError, UnicodeEncodeError)):
        check_document(document)


def test_a_reader_that_reads_differently_each_time_is_noticed() -> None:
    turns = iter(range(10))

    def read(data: bytes) -> Document:
        text = f"Boats were lost {next(turns)} times."
        return Document(text, ((0, len(text)),))

    with pytest.raises(AssertionError):
        check_reader(Reader("made", (".made",), read), b"")


def test_a_kind_that_breaks_its_promises_is_noticed() -> None:
    number = next(fact for fact in FACT_TYPES if fact.kind == "number")
    text = b"Five boats sank, and nine boats were lost."
    check_fact(number, text)
    for broken in (
        replace(number, phrase=lambda mention: ""),
        replace(number, fields=lambda mention: {"low": 5}),
        replace(number, relate=lambda one, other: number.relate(one, one if one.span < other.span else other)),
        replace(number, find=lambda parsed: [*number.find(parsed)] * 2),
    ):
        with pytest.raises(AssertionError):
            check_fact(broken, text)


def test_each_target_is_run_each_night() -> None:
    script = Path(__file__).with_name("targets.py")
    printed = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True).stdout
    assert json.loads(printed) == list(TARGETS)
    assert printed.count("\n") == 1
    workflow = (script.parents[2] / ".github" / "workflows" / "nightly.yml").read_text()
    assert "names=$(python tests/fuzz/targets.py) && " in workflow
    assert "target: ${{ fromJSON(needs.targets.outputs.names) }}" in workflow
