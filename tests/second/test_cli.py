"""The commands of the second reading, from files to files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from second.scripted import ALARM, HERALD, POST, judge_pairs

from divergence.cli import main
from divergence.second import door
from divergence.second.asking import Request


@pytest.fixture
def fire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "fire"
    folder.mkdir()
    (folder / "a.txt").write_text(POST)
    (folder / "b.txt").write_text(HERALD)
    monkeypatch.chdir(tmp_path)
    return folder


def results(requests: Path) -> str:
    """What a batch service makes of a file of requests."""
    lines = []
    for one in requests.read_text().splitlines():
        asked = json.loads(one)
        prompt = asked["body"]["messages"][1]["content"]
        said = {"disagreements": [ALARM]} if "=== ARTICLE" in prompt else judge_pairs(prompt, lambda block: "conflict")
        choice = {"message": {"content": json.dumps(said)}, "finish_reason": "stop"}
        lines.append(json.dumps({"custom_id": asked["custom_id"], "response": {"body": {"choices": [choice]}}}))
    return "\n".join(lines)


def record(fire: Path) -> None:
    """Both stages through batch files."""
    ask = ["ask", str(fire), "--model", "m", "--answers", "kept.jsonl", "--requests", "requests.jsonl"]
    for _ in range(2):
        assert main(ask) == 0
        Path("results.jsonl").write_text(results(Path("requests.jsonl")))
        taken = ["answers", "results.jsonl", "--requests", "requests.jsonl", "--model", "m", "--answers", "kept.jsonl"]
        assert main(taken) == 0
    assert main(ask) == 0
    assert Path("requests.jsonl").read_text() == ""


def test_batch_report_and_receipt(fire: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(fire)
    for name in ("one.json", "two.json"):
        assert main(["report", str(fire), "--answers", "kept.jsonl", "--json", name]) == 0
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()
    report = json.loads(Path("one.json").read_text())
    assert ["model"] in [d["found_by"] for d in report["divergences"]]
    assert {r["stage"] for r in report["reading"]["requests"]} == {"read", "check"}
    verify = ["verify", "one.json", str(fire), "--answers", "kept.jsonl"]
    assert main(verify) == 0
    _tamper(report, "quotation", lambda r: r["divergences"][0]["readings"][0].update(text="Fifty"))
    assert main(["verify", "quotation.json"]) == 1
    _tamper(report, "confidence", lambda r: r["divergences"][0].update(confidence=0.01))
    assert main(["verify", "confidence.json", str(fire), "--answers", "kept.jsonl"]) == 1
    _tamper(report, "notices", lambda r: r["notices"].clear())
    assert main(["verify", "notices.json", str(fire), "--answers", "kept.jsonl"]) == 1
    _tamper(report, "tool", lambda r: r["tool"].update(version="0"))
    assert main(["verify", "tool.json", str(fire), "--answers", "kept.jsonl"]) == 1
    text = Path("kept.jsonl").read_text()
    Path("kept.jsonl").write_text(text.replace("set off the alarm", "set off an alarm"))
    assert main(verify) == 1
    Path("kept.jsonl").write_text(text)
    (fire / "a.txt").write_text(POST + "\n")
    assert main(verify) == 1
    said = capsys.readouterr().out
    assert said.count("does not hold") == 6


def test_a_receipt_of_a_model_needs_its_answers(fire: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(fire)
    assert main(["report", str(fire), "--answers", "kept.jsonl", "--json", "one.json"]) == 0
    capsys.readouterr()
    assert main(["verify", "one.json", str(fire)]) == 2
    assert "--answers FILE" in capsys.readouterr().err


def _tamper(report: dict, name: str, change: object) -> None:  # type: ignore[type-arg]
    other = json.loads(json.dumps(report))
    change(other)  # type: ignore[operator]
    Path(f"{name}.json").write_text(json.dumps(other))


def test_a_missing_recording_is_status_3_and_the_report_stands(fire: Path) -> None:
    record(fire)
    (fire / "a.txt").write_text(POST.replace("Monday", "Tuesday"))
    assert main(["report", str(fire), "--answers", "kept.jsonl", "--json", "out.json"]) == 3
    report = json.loads(Path("out.json").read_text())
    assert any(n["code"] == "model-failed" for n in report["notices"])
    assert report["divergences"]


def test_a_dry_run_writes_and_sends_nothing(fire: Path) -> None:
    assert main(["report", str(fire), "--model", "no such model", "--dry-run", "asked.jsonl"]) == 0
    asked = json.loads(Path("asked.jsonl").read_text())
    assert asked["method"] == "POST"
    assert POST.splitlines()[2] in asked["body"]["messages"][1]["content"]
    assert not Path("output").exists()


def test_what_is_sent_and_where_is_told_before_and_a_cap_stops_it(
    fire: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []

    def ask(request: Request) -> str:
        told.append(capsys.readouterr().err)
        return json.dumps(judge_pairs(request.prompt, lambda block: "conflict"))

    monkeypatch.setattr(door, "open_model", lambda name: ask)
    monkeypatch.setattr(door, "destination", lambda name: "api.example.com")
    assert main(["report", str(fire), "--model", "m", "--max-requests", "1", "--json", "out.json"]) == 3
    assert len(told) == 1
    assert "second reading by m: 1 request of about " in told[0]
    assert "the text goes to api.example.com" in told[0]
    assert "the limit of 1 for requests is reached" in Path("out.json").read_text()
    monkeypatch.setattr(door, "open_model", lambda name: lambda request: '{"pairs": []}')
    assert main(["report", str(fire), "--model", "m", "--json", "out.json"]) == 3
    assert "model-refused" in Path("out.json").read_text()


def test_without_a_model_the_report_has_no_word_of_one(fire: Path) -> None:
    assert main(["report", str(fire), "--json", "out.json"]) == 0
    report = json.loads(Path("out.json").read_text())
    assert "reading" not in report
    assert not any("found_by" in d for d in report["divergences"])


def test_every_format_renders_a_second_reading(fire: Path) -> None:
    record(fire)
    formats = "html,json,markdown,csv,text,sarif,junit"
    assert main(["report", str(fire), "--answers", "kept.jsonl", "--out", "out", "--format", formats]) == 0
    assert "guard on his round" in Path("out/fire/report.html").read_text()


def test_explain_gives_each_step(fire: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(fire)
    capsys.readouterr()
    assert main(["explain", str(fire), "--answers", "kept.jsonl"]) == 0
    told = capsys.readouterr().out
    assert "found by a language model" in told
    assert "step: blind check, request" in told
    assert main(["explain", str(fire), "--answers", "kept.jsonl", "--found-by", "rules"]) == 0
    told = capsys.readouterr().out
    assert "found by the rules" in told
    assert "found by a language model" not in told
    assert main(["explain", str(fire), "--answers", "kept.jsonl", "--found-by", "model"]) == 0
    told = capsys.readouterr().out
    assert "found by a language model" in told
    assert "found by the rules" not in told
    assert main(["explain", str(fire), "--found-by", "model"]) == 2
    capsys.readouterr()
    assert main(["explain", str(fire)]) == 0
    assert "step:" not in capsys.readouterr().out
    (fire / "a.txt").write_text(POST.replace("Monday", "Tuesday"))
    assert main(["explain", str(fire), "--answers", "kept.jsonl"]) == 3
    assert "no recorded answer" in capsys.readouterr().err


def test_a_broken_record_is_told(fire: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("kept.jsonl").write_text('{"format": "divergence-answer"')
    assert main(["report", str(fire), "--answers", "kept.jsonl", "--model", "m"]) == 3
    assert "line 1" in capsys.readouterr().err
