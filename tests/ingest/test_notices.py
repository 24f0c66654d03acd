"""Every code of a notice is documented, and every documented code is used."""

from __future__ import annotations

import re
from pathlib import Path

import divergence.align
import divergence.cli
import divergence.ingest
from divergence.model.finding import LOST

SOURCES = [path.read_text("utf-8") for path in Path(divergence.ingest.__file__).parent.glob("[a-z]*.py")]
SOURCES.append((Path(divergence.align.__file__).parent / "obstacles.py").read_text("utf-8"))
SOURCES.append((Path(divergence.cli.__file__).parent / "coverage.py").read_text("utf-8"))


def test_the_codes_are_those_of_the_documentation() -> None:
    used = {
        code for source in SOURCES for code in re.findall(r"(?:Notice|_left_out|with_notice)\(\s*\"([a-z-]+)\"", source)
    }
    used |= {code for source in SOURCES for code in re.findall(r"return \(?\"([a-z-]+)\", ", source)}
    assert used == set(re.findall(r"``([a-z-]+)``", divergence.ingest.__doc__ or ""))


def test_a_lost_file_is_told_by_a_documented_code() -> None:
    assert set(re.findall(r"``([a-z-]+)``", divergence.ingest.__doc__ or "")) >= LOST
