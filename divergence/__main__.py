"""``python -m divergence`` is the command ``divergence``."""

import gc
import os
import sys

SELDOM = 100_000, 50, 100
"""A story's records live until it is written, and few of them refer to each other: looking for what is unused among
them time and again took a tenth of a comparison."""
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}
"""Matrices here are small: several threads for one product wait for each other longer than they count, and stories are
spread over processes anyway. Asked of numpy by this alone, before it is loaded."""


def main() -> int:
    """Run the command; stopped while it is still being read in, it says so as it does later."""
    gc.set_threshold(*SELDOM)
    os.environ.update(ONE_THREAD | os.environ)
    try:
        from divergence.cli import main as run

        return run()
    except KeyboardInterrupt:
        print("divergence: stopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
