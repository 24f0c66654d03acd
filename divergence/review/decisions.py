"""What editors decided on findings: kept with a reason, or called a false alarm. One readable, mergeable file."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from datetime import date
from typing import Any

from divergence.errors import UsageError
from divergence.model.comparison import Comparison, Divergence
from divergence.model.decision import Decision, Evidence, Ground, Standing
from divergence.model.text import Story

_HEADER = (
    "# Kept by `divergence accept` and `divergence reject`. Sorted, one block a finding, so that merges stay easy.\n"
)


def _evidence(divergence: Divergence, story: Story) -> tuple[Evidence, ...]:
    """The first mention of each value in each article."""
    articles = {article.id: article for article in story.articles}
    found: dict[tuple[str, str], Evidence] = {}
    for reading in divergence.readings:
        for mention in reading.mentions:
            article = articles[mention.span.article]
            sentence = article.text[mention.sentence.start : mention.sentence.end]
            source = article.place.rsplit("/", 1)[-1]
            found.setdefault((source, reading.value), Evidence(source, sentence, mention.text, reading.value))
    return tuple(found[key] for key in sorted(found))


def decide(
    standing: Standing, comparison: Comparison, divergence: Divergence, reason: str, until: date | None = None
) -> Decision:
    """A decision on a finding; a rejected one keeps its evidence, because it teaches."""
    story = comparison.story
    evidence = _evidence(divergence, story) if standing is Standing.REJECTED else ()
    return Decision(standing, story.id, divergence.id, divergence.subject, reason, divergence.kind, until, evidence)


def parse_decisions(text: str, name: str) -> tuple[Decision, ...]:
    """The decisions in a file's text. Raises UsageError where it is not what this module writes."""
    try:
        data = tomllib.loads(text)
        accepted = [_decision(Standing.ACCEPTED, entry) for entry in data.get("accepted", [])]
        rejected = [_decision(Standing.REJECTED, entry) for entry in data.get("rejected", [])]
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{name} is not valid TOML: {error}. Was a merge left unfinished?") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{name} has an entry that lacks or misspells something: {error}.") from error
    return tuple(sorted(accepted + rejected, key=_order))


def _decision(standing: Standing, entry: dict[str, Any]) -> Decision:
    return Decision(
        standing,
        story=str(entry["story"]),
        id=str(entry["id"]),
        subject=str(entry.get("subject", "")),
        reason=str(entry["reason"]),
        kind=str(entry.get("kind", "")),
        until=_day(entry, "until"),
        readings=tuple(Evidence(**reading) for reading in entry.get("readings", [])),
        ground=_ground(entry.get("explained_by", Ground.NONE)),
        who=str(entry.get("by", "")),
        when=_day(entry, "on"),
    )


def _day(entry: dict[str, Any], key: str) -> date | None:
    day = entry.get(key)
    if day is not None and type(day) is not date:
        raise TypeError(f"{key} must be a date such as 2030-12-31, without quotes")
    return day


def _ground(text: str) -> Ground:
    try:
        return Ground(text)
    except ValueError:
        raise TypeError(f"explained_by must be one of {', '.join(Ground)}, not {text!r}") from None


def _order(decision: Decision) -> tuple[str, str, str]:
    return decision.story, decision.id, decision.standing


def toml_string(text: str) -> str:
    """A TOML basic string: JSON's, and DEL escaped too."""
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")


def _block(decision: Decision) -> str:
    lines = [f"[[{decision.standing}]]"]
    for key in ("story", "id", "kind", "subject", "reason"):
        lines.append(f"{key} = {toml_string(getattr(decision, key))}")
    if decision.ground is not Ground.NONE:
        lines.append(f"explained_by = {toml_string(decision.ground)}")
    if decision.who:
        lines.append(f"by = {toml_string(decision.who)}")
    if decision.when:
        lines.append(f"on = {decision.when.isoformat()}")
    if decision.until:
        lines.append(f"until = {decision.until.isoformat()}")
    for reading in decision.readings:
        lines.append(f"[[{decision.standing}.readings]]")
        lines += [f"{key} = {toml_string(getattr(reading, key))}" for key in ("source", "sentence", "span", "value")]
    return "\n".join(lines) + "\n"


def write_decisions(decisions: Iterable[Decision]) -> str:
    """The text of the file, the same for the same decisions."""
    return "\n".join([_HEADER, *map(_block, sorted(decisions, key=_order))])


def with_decision(decisions: Iterable[Decision], new: Decision) -> tuple[Decision, ...]:
    """The decisions with one more, which replaces an earlier one on the same finding."""
    others = [d for d in decisions if (d.story, d.id) != (new.story, new.id)]
    return tuple(sorted([*others, new], key=_order))


def remarks(decisions: Iterable[Decision], comparisons: Iterable[Comparison], today: date) -> tuple[str, ...]:
    """What the desk should look after: decisions that expired, and those whose finding is gone from its story."""
    found = {c.story.id: {d.id for d in c.divergences} for c in comparisons}
    lines = []
    for decision in decisions:
        about = f"{decision.standing} {decision.id} of {decision.story} ({decision.subject})"
        if not decision.holds(today):
            lines.append(f"{about} expired on {decision.until}: decide again or remove it")
        elif decision.story in found and decision.id not in found[decision.story]:
            lines.append(f"{about} matches nothing any more: the values changed or are gone; remove it")
    return tuple(lines)
