"""``divergence check`` with a second reading: what a branch brings may add findings and lower none."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import quick_compare
from second.scripted import claim, judge_pairs

import divergence.pipeline
from divergence.cli import main
from divergence.second import door

IDENTITY = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
Run = Callable[..., tuple[int, str, str]]
A = "The army said 5 soldiers died on the border.\n\nThe post had been warned by radio.\n"
B = "The ministry said 23 soldiers died on the border.\n\nNobody had warned the post, a sergeant said.\n"
WARNED = claim(("A", "The post had been warned by radio", "warned"), ("B", "Nobody had warned the post", "not warned"))


def git(*arguments: str) -> None:
    subprocess.run(["git", *IDENTITY, *arguments], check=True, capture_output=True)


def commit() -> None:
    git("add", "-A")
    git("commit", "-qm", "a state")


@pytest.fixture(autouse=True)
def _repository(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """One article on main; the branch adds another, which contradicts it twice, once for the rules' eyes."""

    def unsure(*arguments: Any, **named: Any) -> Any:
        found = quick_compare.compare(*arguments, **named)
        return replace(found, divergences=tuple(replace(d, confidence=0.6) for d in found.divergences))

    monkeypatch.setattr(divergence.pipeline, "compare", unsure)
    folder = Path("input/border")
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(A)
    (folder / "c.txt").write_text("The border was closed on Monday.\n")
    git("init", "-q", "--initial-branch=main")
    commit()
    git("checkout", "-qb", "branch")
    (folder / "b.txt").write_text(B)


def record(*claims: Any, judge: Callable[[str], str] = lambda block: "conflict", into: str = "kept.jsonl") -> None:
    """The answers of a model to what would be asked now, both stages."""
    for _ in range(2):
        assert main(["ask", "input", "--model", "m", "--answers", into, "--requests", "asked.jsonl"]) == 0
        lines = []
        for one in Path("asked.jsonl").read_text().splitlines():
            asked = json.loads(one)
            prompt = asked["body"]["messages"][1]["content"]
            said = {"disagreements": claims} if "=== ARTICLE" in prompt else judge_pairs(prompt, judge)
            choice = {"message": {"content": json.dumps(said)}, "finish_reason": "stop"}
            lines.append(json.dumps({"custom_id": asked["custom_id"], "response": {"body": {"choices": [choice]}}}))
        Path("results.jsonl").write_text("\n".join(lines))
        main(["answers", "results.jsonl", "--requests", "asked.jsonl", "--model", "m", "--answers", into])
    Path("asked.jsonl").unlink()
    Path("results.jsonl").unlink()


def rejects(block: str) -> str:
    return "compatible" if "warned" in block else "conflict"


def settle(name: str) -> None:
    """Put a file into the base revision too, as if it had stood there."""
    git("stash", "-qu")
    git("checkout", "-q", "main")
    git("checkout", "-q", "stash@{0}^3", "--", name)
    commit()
    git("checkout", "-q", "branch")
    git("merge", "-q", "main")
    git("rm", "-q", "--cached", name)
    Path(name).unlink()
    git("stash", "pop", "-q")


def test_recorded_answers_add_what_rules_cannot_see(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run("check", "--since", "main", "--fail-on", "low")
    assert "1 new disagreement" in out
    record(WARNED, {**WARNED, "kind": "number", "readings": []})
    capsys.readouterr()
    status, out, _ = run("check", "--since", "main", "--answers", "kept.jsonl", "--ci")
    assert status == 1
    assert "2 new disagreements" in out
    assert "found by a language model" in out
    assert "Nobody had warned the post" in out


def test_answers_that_the_branch_brings_lower_nothing(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    record(judge=rejects)
    capsys.readouterr()
    status, out, _ = run("check", "--since", "main", "--answers", "kept.jsonl")
    assert (status, "no new disagreement" in out) == (0, True), "on one's own machine they count"
    status, out, _ = run("check", "--since", "main", "--answers", "kept.jsonl", "--ci")
    assert status == 1
    assert "1 new disagreement" in out


def test_answers_of_the_base_revision_count_and_the_branch_cannot_change_them(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    record(judge=rejects)
    settle("kept.jsonl")
    capsys.readouterr()
    check = ("check", "--since", "main", "--answers", "kept.jsonl", "--ci")
    status, out, _ = run(*check)
    assert (status, "no new disagreement" in out) == (0, True)
    Path("kept.jsonl").unlink()
    record(WARNED)
    capsys.readouterr()
    assert run(*check)[0] == 0, "the first answer stands"


def test_forged_answers_to_the_earlier_story_make_nothing_known(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = Path("input/border/b.txt")
    changed.unlink()
    git("checkout", "-q", "main")
    changed.write_text(B)
    commit()
    git("checkout", "-q", "branch")
    git("merge", "-q", "main")
    record(WARNED)
    changed.write_text(f"{B}\nThe post has been closed.\n")
    monkeypatch.setattr(door, "open_model", lambda name: _reports_the_warning)
    monkeypatch.setattr(door, "destination", lambda name: "this machine (localhost)")
    check = ("check", "--since", "main", "--answers", "kept.jsonl", "--model", "m")
    assert "no new disagreement" in run(*check)[1], "on one's own machine the earlier answer counts"
    assert "Nobody had warned the post" in run(*check, "--ci")[1]


def _reports_the_warning(request: Any) -> str:
    said = {"disagreements": [WARNED]} if request.stage == "read" else _judged(request.prompt)
    return json.dumps(said)


@pytest.mark.parametrize("spoilt", [{"finished": False}, {"answer": "Nothing differs."}, {"request": "0" * 64}])
def test_what_is_not_answered_is_status_3_and_told_everywhere(
    run: Run, capsys: pytest.CaptureFixture[str], spoilt: dict[str, object]
) -> None:
    record(WARNED)
    lines = [json.loads(line) | spoilt for line in Path("kept.jsonl").read_text().splitlines()]
    Path("kept.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    capsys.readouterr()
    outputs = ["--sarif", "s.json", "--junit", "j.xml", "--gitlab", "g.json", "--summary", "s.md"]
    status, out, _ = run("check", "--since", "main", "--answers", "kept.jsonl", *outputs)
    assert status == 3
    assert "second reading incomplete: border: m was asked and gave no usable answer" in out
    assert "1 new disagreement" in out, "the rules' findings stand"
    assert "the second reading is incomplete" in out.splitlines()[-1]
    assert "could not be read" not in out.splitlines()[-1]
    for name in ("s.json", "j.xml", "g.json", "s.md"):
        assert "no usable answer" in Path(name).read_text()


def test_model_host_and_caps_come_from_the_base_revision(run: Run) -> None:
    Path("divergence.toml").write_text('model = "cloud"\nmodel-host = "h"\nmax-requests = 9\nanswers = "x.jsonl"\n')
    status, out, err = run("check", "--since", "main", "--ci")
    assert status == 1, "nothing was asked"
    assert "model = cloud would change what a model is sent: it holds once it is merged" in out
    for name in ("model-host = h", "max-requests = 9", "answers = x.jsonl"):
        assert f"{name} would change" in out
    assert "language model" not in out + err


def test_a_model_may_send_to_the_host_of_the_settings_alone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "open_model", lambda name: lambda request: pytest.fail("it was asked"))
    monkeypatch.setattr(door, "destination", lambda name: "api.elsewhere.example")
    Path("divergence.toml").write_text('model = "m"\nmodel-host = "this machine (localhost)"\n')
    status, _, err = run("check", "--since", "main")
    assert status == 2
    assert "api.elsewhere.example" in err


def test_a_replay_asks_nothing(run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    record(WARNED)
    monkeypatch.setattr(door, "open_model", lambda name: lambda request: pytest.fail("it was asked"))
    monkeypatch.setattr(door, "destination", lambda name: "this machine (localhost)")
    Path("divergence.toml").write_text('model = "m"\nanswers = "kept.jsonl"\n')
    capsys.readouterr()
    status, out, _ = run("check", "--replay")
    assert (status, "2 new disagreements" in out) == (1, True)
    Path("kept.jsonl").unlink()
    status, out, _ = run("check", "--replay")
    assert (status, "no recorded answer" in out) == (3, True)
    assert run("report", "input/border", "--replay")[0] == 2


def test_answers_behind_a_link_are_refused(run: Run) -> None:
    Path("elsewhere").write_text("")
    Path("kept.jsonl").symlink_to("elsewhere")
    status, _, err = run("check", "--since", "main", "--answers", "kept.jsonl", "--model", "m")
    assert status == 3
    assert "symbolic link" in err


def test_a_model_is_asked_about_the_stories_that_a_branch_touches_alone(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(request: Any) -> str:
        asked.append(request.story)
        return json.dumps({"disagreements": []}) if request.stage == "read" else json.dumps(_judged(request.prompt))

    monkeypatch.setattr(door, "open_model", lambda name: ask)
    monkeypatch.setattr(door, "destination", lambda name: "this machine (localhost)")
    git("stash", "-qu")
    git("checkout", "-q", "main")
    Path("input/flood").mkdir()
    Path("input/flood/a.txt").write_text("40 soldiers came to the valley.\n")
    Path("input/flood/b.txt").write_text("60 soldiers came to the valley.\n")
    commit()
    git("checkout", "-q", "branch")
    git("merge", "-q", "main")
    git("stash", "pop", "-q")
    status, out, _ = run("check", "--since", "main", "--model", "m", "--ci")
    assert status == 1
    assert set(asked) == {"", "border"}
    assert "found by" not in out


def _judged(prompt: str) -> dict[str, Any]:
    return judge_pairs(prompt, lambda block: "conflict")


def test_a_second_reading_leaves_the_cache_of_the_rules_alone(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    record(WARNED)
    capsys.readouterr()
    run("check", "--answers", "kept.jsonl", "--cache", "both")
    run("check", "--cache", "rules")
    kept = {name: {path.name for path in Path(name).rglob("*.json")} for name in ("both", "rules")}
    assert kept["both"] < kept["rules"], "what both readings found is not kept as what the rules found"
