"""The process in which hostile files are parsed: bytes in, JSON out, bounded in time and memory.

It imports the parser it needs and nothing else of weight.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

MEMORY = 1 << 30
"""Bytes of address space."""
PROCESSOR = 45
"""Seconds of computing."""
MISSING = 9
"""The exit status that says: a library is not installed; its name is on standard error."""
TASKS = {
    "docx": ("divergence.ingest.docx_text", "mammoth"),
    "parquet": ("divergence.ingest.parquet_rows", "pyarrow"),
    "pdf": ("divergence.ingest.pdf_text", "pypdfium2"),
    "warc": ("divergence.ingest.warc_records", "warcio"),
}
"""For each task the module whose ``parse`` does it, and the library this needs."""


def main() -> int:
    """Do one task; a file that the parser refuses is told in the result."""
    module, library = TASKS[sys.argv[1]]
    _bound()
    parse: Callable[[bytes], dict[str, Any]] = import_module(module).parse
    try:
        result = parse(sys.stdin.buffer.read())
    except ModuleNotFoundError:
        sys.stderr.write(library)
        return MISSING
    except Exception as error:  # a parser may raise anything over a broken file
        result = {"failed": f"{type(error).__name__}: {error}".rstrip(": .")}
    sys.stdout.buffer.write(json.dumps(result).encode("ascii"))
    return 0


def _bound() -> None:
    """Limit this process, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
