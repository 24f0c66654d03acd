"""What is pinned: every dependency of the package and of its formats, at a version that it takes, by digests."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PINNED = {
    canonicalize_name(name): (version, hashes.count("--hash=sha256:"))
    for name, version, hashes in re.findall(
        r"^([\w.-]+)==(\S+) (.*?)(?=^\S|\Z)", (ROOT / "constraints.txt").read_text(), re.MULTILINE | re.DOTALL
    )
}


def test_every_dependency_is_pinned_at_a_version_that_it_takes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(part for name in ("docx", "pdf", "warc") for part in extras[name])]
    wanted += tomllib.loads((ROOT / "pyproject.toml").read_text())["build-system"]["requires"]
    for requirement in map(Requirement, wanted):
        version, hashes = PINNED[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version, prereleases=True)
        assert hashes > 0
    assert len(PINNED) > 50
    assert all(hashes for _, hashes in PINNED.values())
