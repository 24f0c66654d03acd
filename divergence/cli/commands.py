"""All commands, in the order in which the help lists them. To add one: write its file and name its record here."""

from __future__ import annotations

from divergence.cli import (
    accept,
    ask,
    baseline,
    check,
    completion,
    explain,
    export,
    facts,
    group,
    init,
    models,
    reject,
    report,
    schema,
    verify,
)
from divergence.cli.command import Command

COMMANDS: tuple[Command, ...] = (
    report.COMMAND,
    group.COMMAND,
    facts.COMMAND,
    init.COMMAND,
    check.COMMAND,
    explain.COMMAND,
    baseline.COMMAND,
    accept.COMMAND,
    reject.COMMAND,
    export.COMMAND,
    schema.COMMAND,
    models.COMMAND,
    ask.ASK,
    ask.ANSWERS,
    verify.COMMAND,
    completion.COMPLETION,
    completion.MAN,
)
