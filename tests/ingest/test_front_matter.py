"""Flat pairs only, and never more than a bounded number of them."""

from __future__ import annotations

import time

import pytest

from divergence.ingest.front_matter import read_front_matter


def test_known_keys_in_their_common_spellings() -> None:
    found = read_front_matter(
        "---\nheadline: A\nPublisher: 'B'\nPublication-Date: 2024-05-03\nlink: http://c.example\n---\n"
    )
    assert (found.stated.title, found.stated.source, found.stated.published, found.stated.url) == (
        "A",
        "B",
        "2024-05-03",
        "http://c.example",
    )
    assert not found.unreadable


def test_a_date_with_time_keeps_it() -> None:
    assert (
        read_front_matter("---\ndate: 2024-05-03T08:00:00+02:00\n---\n").stated.published == "2024-05-03T08:00:00+02:00"
    )


@pytest.mark.parametrize("text", ["", "---", "---\n", "---\na: b", "text\n---\na: b\n---\n", "----\na: b\n---\n"])
def test_what_is_no_front_matter_is_body(text: str) -> None:
    assert read_front_matter(text).body == 0


@pytest.mark.parametrize(
    "lines",
    ["a: &x [1]\nb: *x", "- a\n- b", "title: !!python/object:os.system x\nx", "{a: b}", "a:\n  b: c", "[" * 900],
)
def test_yaml_beyond_pairs_is_left_out_quickly(lines: str) -> None:
    started = time.process_time()
    found = read_front_matter(f"---\n{lines}\n---\nBody")
    assert found.body > 0
    assert time.process_time() - started < 1


def test_too_many_keys_are_said() -> None:
    assert read_front_matter("---\n" + "".join(f"k{i}: v\n" for i in range(60)) + "---\n").unreadable
