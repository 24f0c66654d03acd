"""``python -m divergence`` is the command ``divergence``."""

import sys

from divergence.cli import main

sys.exit(main())
