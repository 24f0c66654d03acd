"""Parsers of formats that can be made to eat time and memory, each run in a process of its own that can be ended."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from typing import Any

from divergence.ingest.worker import MISSING
from divergence.model.text import Notice

SECONDS = 60
"""How long a file may take; a report of hundreds of pages takes a few seconds."""
PACKAGES = {"mammoth": "docx", "pyarrow": "parquet", "pypdfium2": "pdf", "warcio": "warc"}
"""The optional libraries and the extra that installs each."""
GIVEN_UP = Notice("unreadable", "could not be read within a minute and a gigabyte of memory; it was given up.")


def extract(task: str, data: bytes) -> dict[str, Any] | Notice:
    """What a task of the worker makes of a file's bytes, or the reason why it made nothing."""
    # Like this process, the worker must import nothing from the working folder.
    command = [sys.executable, "-I" if sys.flags.isolated else "-P", "-m", "divergence.ingest.worker", task]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return GIVEN_UP
    except OSError as error:
        return Notice("unreadable", f"could not be read: no process can be started ({error.strerror}).")
    if done.returncode == MISSING:
        return missing(done.stderr.decode("utf-8", "replace").strip())
    try:
        result = json.loads(done.stdout)
    except (ValueError, RecursionError):
        return GIVEN_UP
    if isinstance(result, dict) and "failed" not in result:
        return result
    return Notice("unreadable", f"could not be read: {str(result.get('failed'))[:200]}.")


def missing(library: str) -> Notice:
    """What to install for a format whose library is not there."""
    extra = PACKAGES.get(library, "formats")
    message = f"needs the library {library} to be read: pip install 'source-divergence[{extra}]'."
    return Notice("library-missing", message)


def octets(text: str) -> bytes:
    """Bytes as the worker passes them on."""
    return base64.b64decode(text)
