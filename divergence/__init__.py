"""Find the facts on which several news articles about one story differ.

The library in three verbs::

    from divergence import compare, load_story, render

    comparison = compare(load_story("input/istanbul-talks"))
    html = render(comparison, "html")

Importing it is cheap: the language pipeline, the templates and WeasyPrint are loaded by the first call that needs them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from divergence.version import __version__

if TYPE_CHECKING:
    from divergence.errors import DivergenceError, InputError, PipelineError, RenderError, UsageError
    from divergence.ingest.story import load_story
    from divergence.model.comparison import Comparison
    from divergence.model.text import Story
    from divergence.options import Options, Sensitivity
    from divergence.pipeline import compare
    from divergence.report import render

_HOMES = {
    **dict.fromkeys(
        ("DivergenceError", "InputError", "PipelineError", "RenderError", "UsageError"), "divergence.errors"
    ),
    "Comparison": "divergence.model.comparison",
    "Options": "divergence.options",
    "Sensitivity": "divergence.options",
    "Story": "divergence.model.text",
    "compare": "divergence.pipeline",
    "load_story": "divergence.ingest.story",
    "render": "divergence.report",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


__all__ = [
    "Comparison", "DivergenceError", "InputError", "Options", "PipelineError", "RenderError", "Sensitivity", "Story",
    "UsageError", "__version__", "compare", "load_story", "render",
]  # fmt: skip
