"""``divergence reject``: call a finding a false alarm."""

from __future__ import annotations

from argparse import Namespace

from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.deciding import add_arguments, keep
from divergence.model.decision import Ground, Standing


def _run(args: Namespace, console: Console) -> int:
    return keep(args, console, Standing.REJECTED, Ground.NONE)


COMMAND = Command(
    "reject",
    "mark a finding as a false alarm, with a reason",
    """\
Say that a finding is a false alarm: the values are about different things, or are the same.
It is kept with its sentences, to learn from (see: divergence export-annotations).""",
    """\
examples:
  divergence reject d-3f9a1c20 --reason "One is the toll of May, the other of June." """.rstrip(),
    add_arguments,
    _run,
)
