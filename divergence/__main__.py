"""``python -m divergence`` is the command ``divergence``."""

import sys


def main() -> int:
    """Run the command; stopped while it is still being read in, it says so as it does later."""
    try:
        from divergence.cli import main as run

        return run()
    except KeyboardInterrupt:
        print("divergence: stopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
