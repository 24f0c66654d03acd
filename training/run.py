"""``spacy train`` with this folder's augmenters: run.py CONFIG OUT_FOLDER [--section.option VALUE …]"""

from __future__ import annotations

import sys
from pathlib import Path

import name_swaps  # noqa: F401  registers news_names.v1 and, through it, news_variants.v1
from spacy.cli._util import parse_config_overrides
from spacy.cli.init_config import fill_config
from spacy.cli.train import train
from thinc.api import require_cpu


def main() -> None:
    config, out = Path(sys.argv[1]), Path(sys.argv[2])
    overrides = parse_config_overrides(sys.argv[3:])
    base = str(overrides.pop("paths.base", ""))  # spaCy fills a configuration before it looks at overrides
    out.mkdir(parents=True, exist_ok=True)
    (out / "asked.cfg").write_text(config.read_text(encoding="utf-8").replace("${paths.base}", base), encoding="utf-8")
    fill_config(out / "filled.cfg", out / "asked.cfg", silent=True)
    train(out / "filled.cfg", out, overrides=overrides)


if __name__ == "__main__":
    require_cpu()
    main()
