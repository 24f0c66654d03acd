"""The receipt: whether a report still follows from the articles and the recorded answers, without any model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from divergence.second.record import Recordings, answer_digest


def broken(report: Mapping[str, Any]) -> Iterator[str]:
    """What does not hold within a report: every quotation at its offsets, every reading in an article."""
    texts = {a["id"]: a["text"] for a in report["articles"]}
    for divergence in report["divergences"]:
        for reading in divergence["readings"]:
            text = texts.get(reading["article"])
            if text is None:
                yield f"{divergence['id']}: there is no article {reading['article']}"
            elif text[reading["start"] : reading["end"]] != reading["text"]:
                yield (
                    f"{divergence['id']}: article {reading['article']} does not say “{reading['text']}”"
                    f" at {reading['start']}"
                )


def broken_files(report: Mapping[str, Any], folder: Path) -> Iterator[str]:
    """Articles whose files are gone or have other bytes now."""
    for article in report["articles"]:
        path = next((p for p in (folder / article["path"], folder.parent / article["path"]) if p.is_file()), None)
        if path is None:
            yield f"article {article['id']}: there is no file {article['path']} in {folder}"
        elif (
            not article.get("part") and article["sha256"] and sha256(path.read_bytes()).hexdigest() != article["sha256"]
        ):
            yield f"article {article['id']}: {article['path']} has changed since the report was made"


def broken_answers(report: Mapping[str, Any], recordings: Recordings) -> Iterator[str]:
    """Answers that the report was made from and that are not recorded, or are other answers now."""
    reading = report.get("reading") or {"requests": (), "model": ""}
    for exchange in reading["requests"]:
        answer = recordings.answers.get((reading["model"], exchange["request"]))
        if exchange["answer"] is None:
            continue
        if answer is None:
            yield f"request {exchange['request'][:12]}: its answer is not recorded"
        elif answer_digest(answer) != exchange["answer"]:
            yield f"request {exchange['request'][:12]}: another answer is recorded than the report was made from"


def other_findings(report: Mapping[str, Any], again: Mapping[str, Any]) -> Iterator[str]:
    """Where a report made again from the same files and answers says something else."""
    for key in ("tool", "articles", "divergences", "agreements", "notices", "reading"):
        if report.get(key) != again.get(key):
            yield _other(key, report.get(key), again.get(key))


def _other(key: str, before: Any, after: Any) -> str:
    if key == "tool":
        return f"the report was made by another version: {before} then, {after} now"
    if key == "divergences":
        now = {d["id"]: d for d in after}
        changed = next((d for d in before if now.get(d["id"]) != d), None)
        if changed is not None:
            return f"{changed['id']}: its verdict, confidence, reasons or readings do not follow from what is recorded"
        return "there are findings now that the report does not have"
    return f"{key}: what the report says does not follow from the files"
