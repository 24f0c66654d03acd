"""The pipeline that ships: its name, size, licence, and figures on held-out text where the corpora are at hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import divergence.language
from divergence.language import version

FOLDER = Path(divergence.language.__file__).parent / "en_news"
ROOT = FOLDER.parents[2]


def test_reports_can_state_name_and_version() -> None:
    assert version() == "en_news 1.0.0"


def test_it_is_small() -> None:
    assert sum(p.stat().st_size for p in FOLDER.rglob("*") if p.is_file()) < 20_000_000


def test_it_states_its_sources_and_no_path_of_the_machine_that_made_it() -> None:
    meta = json.loads((FOLDER / "meta.json").read_text(encoding="utf-8"))
    card = (FOLDER.parent / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert meta["license"] == "CC BY-SA 4.0"
    assert all(source["name"].split(" (")[0] in card for source in meta["sources"])
    assert "${paths.train}" not in (FOLDER / "config.cfg").read_text(encoding="utf-8").split("[corpora]")[0]
    assert str(ROOT) not in (FOLDER / "config.cfg").read_text(encoding="utf-8")


def test_figures_hold_on_part_of_the_held_out_corpora(shared: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import language as b; from pathlib import Path;"
        "bank = Path(sys.argv[2]) / 'treebank'; read = lambda s: b.parse(b.article(s));"
        "gum = list(b.trees(bank / 'en_gum-test.conllu.gz'))[:6]; news = list(b.ieer(bank / 'ieer'))[:6];"
        "las = b.score_trees(gum, read)['las'];"
        "names = b.score_names(news, read, ('PERSON', 'ORG', 'PLACE'), b.PLACES)['all']['f1'];"
        "print(las, names)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(ROOT / "benchmarks"), str(shared)],
        capture_output=True,
        text=True,
        check=True,
    )
    las, names = map(float, done.stdout.split())
    assert las > 0.80
    assert names > 0.70
