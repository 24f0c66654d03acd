"""``divergence check`` with a quick stand-in for the comparison: what is new, what fails, which settings hold."""

from __future__ import annotations

import json
import os
import subprocess
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

IDENTITY = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
Run = Callable[..., tuple[int, str, str]]


def git(*arguments: str) -> None:
    subprocess.run(["git", *IDENTITY, *arguments], check=True, capture_output=True)


def commit() -> None:
    git("add", "-A")
    git("commit", "-qm", "a state")


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


@pytest.fixture(autouse=True)
def _stories(run: Run) -> None:
    """Two stories; one of them disagrees already."""
    write("input/border/a.txt", "The army said 5 soldiers died on the border.\n")
    write("input/border/b.txt", "The ministry said 23 soldiers died on the border.\n")
    write("input/flood/a.txt", "The river rose for three days in the valley.\n")
    write("input/flood/b.txt", "The army sent 40 soldiers to the valley.\n")


@pytest.fixture
def branch(run: Run) -> Run:
    """The same as a git repository, on a branch."""
    git("init", "-q", "--initial-branch=main")
    commit()
    git("checkout", "-qb", "branch")
    return run


def test_a_disagreement_fails_with_both_sides_quoted(run: Run) -> None:
    status, out, _ = run("check")
    assert status == 1
    assert "input/border/b.txt" in out or "input/border/a.txt" in out
    assert "| The army said 5 soldiers died on the border." in out
    assert "| The ministry said 23 soldiers died on the border." in out
    assert out.splitlines()[-1].startswith("2 stories with 4 articles compared: 1 new disagreement, 1 at or above")


def test_nothing_at_or_above_the_limit_is_fine_and_still_shown(run: Run) -> None:
    status, out, _ = run("check", "--fail-on", "never")
    assert status == 0
    assert "23 soldiers" in out
    assert run("check", "--min-confidence", "0.95")[0] == 0
    assert run("check", "input/flood")[0] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("--since", "main"),
        ("--new", "input/other.txt"),
        ("--baseline", "none.json"),
        ("--min-confidence", "7"),
        ("--today", "soon"),
        ("--format", "pdf"),
    ],
)
def test_wrong_usage_is_two_or_three_and_never_a_traceback(run: Run, arguments: tuple[str, ...]) -> None:
    write("input/other.txt", "5 soldiers\n")
    status, out, err = run("check", "input/border", *arguments)
    assert status in (2, 3)
    assert out == ""
    assert "Traceback" not in err


def test_a_file_that_cannot_be_read_is_three_and_the_rest_is_compared(run: Run) -> None:
    os.symlink("/etc/hostname", "input/border/link.txt")
    write("input/flood/empty.txt", "")
    status, out, _ = run("check", "--junit", "out.xml")
    assert status == 3
    assert "23 soldiers" in out
    assert "not compared: border/link.txt is a symbolic link" in out
    assert "2 files could not be read or compared" in out
    assert 'errors="2"' in Path("out.xml").read_text()


def test_new_articles_bring_only_what_they_say(run: Run) -> None:
    write("input/border/c.txt", "In all 7 soldiers died, an official said.\n")
    status, out, _ = run("check", "--new", "input/border/c.txt")
    assert (status, out.count("sources differ")) == (1, 1)
    assert out.startswith("input/border/c.txt:1:8: Soldiers killed: sources differ")
    write("input/border/c.txt", "The ministry said again: 23 soldiers died.\n")
    assert run("check", "--new", "input/border/c.txt")[0] == 0


def test_a_branch_brings_only_its_own_news(branch: Run) -> None:
    assert branch("check", "--since", "main")[0] == 0
    write("input/flood/c.txt", "The army sent 60 soldiers to the valley.\n")
    commit()
    status, out, _ = branch("check", "--since", "main")
    assert status == 1
    assert out.startswith("input/flood/c.txt:1:15")
    assert "border" not in out
    assert "1 story with 3 articles compared" in out


def test_a_near_copy_and_an_edit_elsewhere_bring_no_news(branch: Run) -> None:
    write("input/border/copy.txt", "As reported, the ministry said 23 soldiers died on the border.\n")
    write("input/border/a.txt", "It rained.\n\nThe army said 5 soldiers died on the border.\n")
    status, out, _ = branch("check", "--since", "main")
    assert (status, "sources differ" in out) == (0, False)


def test_a_renamed_article_is_no_news(branch: Run) -> None:
    os.rename("input/border/a.txt", "input/border/z.txt")
    commit()
    assert branch("check", "--since", "main")[0] == 0


def test_a_changed_value_is_news(branch: Run) -> None:
    write("input/border/a.txt", "The army said 6 soldiers died on the border.\n")
    assert branch("check", "--since", "main")[0] == 1


def test_a_new_story_is_news_altogether(branch: Run) -> None:
    write("input/quake/a.txt", "5 soldiers\n")
    write("input/quake/b.txt", "6 soldiers\n")
    assert branch("check", "--since", "main")[0] == 1


def test_an_old_unreadable_file_is_no_news_but_a_new_one_is_three(branch: Run) -> None:
    git("checkout", "-q", "main")
    os.symlink("/etc/hostname", "input/border/old.txt")
    commit()
    git("checkout", "-q", "-B", "branch", "main")
    write("input/border/c.txt", "Nothing new was said about it.\n")
    assert branch("check", "--since", "main")[0] == 0
    os.symlink("../../.git/config", "input/border/new.txt")
    status, out, _ = branch("check", "--since", "main")
    assert status == 3
    assert "repositoryformatversion" not in out


def test_from_a_subfolder_paths_and_settings_are_those_of_the_subfolder(
    branch: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("input/divergence.toml", 'paths = ["flood"]\n')
    commit()
    monkeypatch.chdir("input")
    write("flood/c.txt", "The army sent 60 soldiers to the valley.\n")
    status, out, _ = branch("check", "--since", "HEAD", "--ci")
    assert status == 1
    assert out.startswith("input/flood/c.txt")


def test_a_baseline_leaves_out_what_is_known(run: Run) -> None:
    assert run("baseline")[:2] == (0, "1 known finding in divergence.baseline.json\n")
    assert run("check", "--baseline", "divergence.baseline.json")[0] == 0
    write("input/border/c.txt", "In all 7 soldiers died.\n")
    status, out, _ = run("check", "--baseline", "divergence.baseline.json")
    assert (status, out.count("sources differ")) == (1, 1)


def test_a_baseline_of_another_version_is_told(run: Run) -> None:
    run("baseline", "--out", "b.json")
    Path("b.json").write_text(Path("b.json").read_text().replace("quick 1", "quick 0"))
    assert "language pipeline quick 0, this is quick 1" in run("check", "--baseline", "b.json")[1]


def finding_id(run: Run) -> str:
    """The id of the disagreement on the border."""
    run("baseline", "input/border", "--out", "b.json")
    return str(json.loads(Path("b.json").read_text())["findings"][0]["id"])


def test_an_accepted_finding_passes_until_its_day_and_is_told_when_stale(run: Run) -> None:
    id = finding_id(run)
    status, out, _ = run("accept", id, "--reason", "counted apart", "--until", "2030-05-01")
    assert status == 0
    assert out.startswith("accepted until 2030-05-01: soldiers killed")
    status, out, _ = run("check", "--today", "2030-05-01")
    assert status == 0
    assert "accepted by the desk: counted apart" in out
    status, out, _ = run("check", "--today", "2030-05-02")
    assert status == 1
    assert "expired on 2030-05-01" in out
    write("input/border/a.txt", "The army said 6 soldiers died.\n")
    assert "matches nothing any more" in run("check", "--today", "2030-05-01")[1]


def test_a_rejected_finding_passes_and_becomes_annotated_material(run: Run) -> None:
    assert run("reject", finding_id(run), "input", "--reason", "other months")[0] == 0
    assert run("check")[0] == 0
    fact = json.loads(run("export-annotations")[1])["facts"][0]
    assert [r["span"] for r in fact["readings"]] == ["5 soldiers", "23 soldiers"]
    assert fact["verdict"] == "compatible"


def test_a_finding_of_two_stories_is_decided_on_only_where_it_is_said_which(run: Run) -> None:
    id = finding_id(run)
    for name in ("a", "b"):
        write(f"input/copy/{name}.txt", Path(f"input/border/{name}.txt").read_text())
    for word in ("accept", "reject"):
        status, _, err = run(word, id, "--reason", "x")
        assert status == 2
        assert f"border/{id} or copy/{id}" in err
    assert not Path("divergence.accepted.toml").exists()
    assert run("accept", f"copy/{id}", "--reason", "x", "--by", "AB", "--on", "2030-01-02")[0] == 0
    (kept,) = tomllib.loads(Path("divergence.accepted.toml").read_text())["accepted"]
    assert (kept["story"], kept["by"], kept["on"]) == ("copy", "AB", date(2030, 1, 2))


def test_what_a_page_exported_is_taken_over_beside_what_was_kept(run: Run) -> None:
    id = finding_id(run)
    run("accept", id, "--reason", "first", "--explained-by", "scope")
    write("page.toml", f'[[rejected]]\nstory = "border"\nid = "{id}"\nreason = ""\nby = "CD"\n')
    write("more.toml", '[[accepted]]\nstory = "elsewhere"\nid = "d-1"\nreason = "kept"\n')
    assert run("accept", "--from", "more.toml")[0] == 0
    assert run("accept", "--from", "page.toml")[1].endswith("2 in divergence.accepted.toml\n")
    kept = tomllib.loads(Path("divergence.accepted.toml").read_text())
    assert [(e["story"], e["reason"]) for e in kept["accepted"]] == [("elsewhere", "kept")]
    assert [e["by"] for e in kept["rejected"]] == ["CD"]
    assert run("accept", "--from", "nowhere.toml")[0] == 3


def test_reports_show_what_was_decided_and_tell_what_matches_nothing_any_more(run: Run) -> None:
    id = finding_id(run)
    run("accept", id, "--reason", "border guards apart", "--explained-by", "scope", "--by", "AB", "--on", "2030-01-02")
    assert run("report", "--format", "text,json")[0] == 0
    assert "explained by scope (AB, 2 January 2030): border guards apart" in " ".join(
        Path("output/border/report.txt").read_text().split()
    )
    Path("divergence.accepted.toml").rename("other.toml")
    run("report", "--format", "json")
    assert json.loads(Path("output/border/report.json").read_text())["decisions"] == []
    write("input/border/a.txt", "The army said 6 soldiers died.\n")
    status, _, err = run("report", "--format", "json", "--decisions", "other.toml")
    assert status == 0
    assert "matches nothing any more" in err
    assert run("report", "--decisions", "nowhere.toml")[0] == 2


def test_only_a_finding_that_stands_can_be_decided_on(run: Run) -> None:
    status, _, err = run("accept", "d-none", "--reason", "x")
    assert status == 2
    assert "is in none of the" in err
    assert run("accept", finding_id(run), "--reason", " ")[0] == 2
    assert not Path("divergence.accepted.toml").exists()


def test_in_ci_a_branch_cannot_weaken_its_own_check(branch: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    write("input/border/a.txt", "It rained.\n\nThe army said 6 soldiers died.\n")
    write("divergence.toml", 'fail-on = "never"\npaths = ["input/flood"]\nbaseline = "b.json"\n')
    status, out, _ = branch("check", "--since", "main")
    assert status == 1
    assert "fail-on = never would weaken the check" in out
    assert "fail-on = medium (default, as at main)" in out
    id = finding_id(branch)
    branch("accept", id, "input", "--reason", "mine")
    status, out, _ = branch("check", "--since", "main")
    assert status == 1
    assert "counts once it is merged" in out
    commit()
    git("branch", "-f", "main", "branch")
    write("input/border/a.txt", "It snowed.\n\nThe army said 6 soldiers died.\n")
    status, out, _ = branch("check", "--since", "main")
    assert status == 0


def test_in_ci_known_findings_outside_the_repository_do_not_count(branch: Run) -> None:
    status, _, err = branch("check", "--since", "main", "--ci", "--accepted", "a.toml")
    assert status == 0
    write("divergence.toml", 'accepted = "../elsewhere.toml"\n')
    commit()
    git("branch", "-f", "main", "branch")
    status, _, err = branch("check", "--since", "main", "--ci")
    assert status == 2
    assert "outside the repository" in err


def test_the_base_may_say_that_decisions_of_a_branch_count(branch: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("divergence.toml", 'accept-from = "head"\n')
    commit()
    git("branch", "-f", "main", "branch")
    monkeypatch.setenv("CI", "true")
    write("input/border/a.txt", "The army said 6 soldiers died.\n")
    branch("accept", finding_id(branch), "--reason", "agreed")
    assert branch("check", "--since", "main")[0] == 0


def test_all_formats_at_once(run: Run) -> None:
    status, out, _ = run(
        "check", "--format", "github", "--sarif", "o/s.sarif", "--gitlab", "o/g.json", "--summary", "o/s.md",
        "--reports", "o/reports",
    )  # fmt: skip
    assert status == 1
    assert out.startswith("::error file=input/border/")
    assert len(json.loads(Path("o/s.sarif").read_text())["runs"][0]["results"]) == 1
    assert json.loads(Path("o/g.json").read_text())[0]["severity"] == "critical"
    assert "## Where the sources differ" in Path("o/s.md").read_text()
    assert {"report.html", "report.json"} <= {p.name for p in Path("o/reports/border").iterdir()}


def test_a_summary_is_added_to_what_other_steps_wrote(run: Run) -> None:
    write("summary.md", "before\n")
    run("check", "--summary", "summary.md")
    assert Path("summary.md").read_text().startswith("before\n## Where")


def test_a_stray_file_beside_the_stories_hides_none_of_them(branch: Run) -> None:
    write("input/todo.txt", "Call the river office.\n")
    write("input/CONTRIBUTING.md", "One folder a story.\n")
    write("input/flood/c.txt", "The army sent 60 soldiers to the valley.\n")
    commit()
    status, out, _ = branch("check", "--since", "main")
    assert (status, "input/flood/c.txt:1:15" in out) == (1, True)
    git("checkout", "-q", "-B", "main")
    git("checkout", "-q", "-B", "branch")
    write("input/flood/d.txt", "The army sent 80 soldiers to the valley.\n")
    assert branch("check", "--since", "main")[0] == 1  # nor once it is merged


def test_a_story_at_any_depth_is_compared(branch: Run) -> None:
    write("input/2025/autumn/quake/a.txt", "5 soldiers\n")
    write("input/2025/autumn/quake/b.txt", "6 soldiers\n")
    write("input/border/later/a.txt", "8 soldiers\n")
    write("input/border/later/b.txt", "9 soldiers\n")
    status, out, _ = branch("check", "--since", "main")
    assert status == 1
    assert {line.split(":")[0].rsplit("/", 1)[0] for line in out.splitlines() if ": sources differ" in line} == {
        "input/2025/autumn/quake",
        "input/border/later",
    }


@pytest.mark.parametrize(
    "name",
    ["c.pdf", "c.docx", "c.rtf", "c.mhtml", "c", "README.txt", "notes.md", ".c.txt", "x_files/c.txt", ".later/c.txt"],
)
@pytest.mark.parametrize("form", ["text", "github", "sarif", "junit", "gitlab", "summary"])
def test_a_new_file_that_is_not_compared_is_three_in_every_format(branch: Run, name: str, form: str) -> None:
    write(f"input/flood/{name}", "The army sent 60 soldiers to the valley.\n")
    commit()
    status, out, _ = branch("check", "--since", "main", "--format", form)
    assert status == 3
    assert name in out.replace("&#95;", "_").replace("\\_", "_")
    git("checkout", "-q", "-B", "main")
    assert branch("check", "--since", "main")[0] == 0  # once merged it is no news


@pytest.mark.parametrize("name", ["c.jpg", "README.txt"])
def test_a_file_named_as_new_is_compared_or_three(run: Run, name: str) -> None:
    write(f"input/flood/{name}", "The army sent 60 soldiers to the valley.\n")
    status, out, _ = run("check", "--new", f"input/flood/{name}")
    assert (status, f"not compared: input/flood/{name}" in out) == (3, True)


def test_a_line_of_an_export_is_an_article_like_any_other(run: Run) -> None:
    write("input/flood/c.jsonl", '{"body": "The army sent 60 soldiers to the valley."}\n')
    status, out, _ = run("check", "--new", "input/flood/c.jsonl")
    assert (status, "c.jsonl" in out) == (1, True)


def test_what_belongs_beside_articles_needs_no_comparison(branch: Run) -> None:
    write("input/flood/story.toml", 'title = "Flood"\n')
    write("input/.gitattributes", "*.txt text\n")
    write("input/flood/page.html", "<html><body><p>The army sent 40 soldiers to the valley.</p></body></html>")
    write("input/flood/page_files/ad.js", "x")
    assert branch("check", "--since", "main")[0] == 0


def test_a_pointer_of_git_lfs_is_no_article(branch: Run) -> None:
    write("input/flood/c.txt", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 60\n")
    status, out, _ = branch("check", "--since", "main")
    assert (status, "git lfs pull" in out) == (3, True)


def test_a_story_folder_that_is_a_link_is_three(branch: Run) -> None:
    write("elsewhere/a.txt", "5 soldiers\n")
    os.symlink("../elsewhere", "input/linked")
    commit()
    assert branch("check", "--since", "main")[0] == 3


def test_articles_taken_away_while_another_comes_are_three(branch: Run) -> None:
    os.remove("input/flood/b.txt")
    assert branch("check", "--since", "main")[0] == 0  # an article may go
    write("input/flood/c.txt", "The army sent 60 soldiers to the valley.\n")
    status, out, _ = branch("check", "--since", "main")
    assert status == 3
    assert "not compared: input/flood/b.txt was taken away" in out


def test_a_submodule_is_three(branch: Run) -> None:
    git("init", "-q", "other")
    git("-C", "other", *IDENTITY, "commit", "-q", "--allow-empty", "-m", "x")
    head = subprocess.run(["git", "-C", "other", "rev-parse", "HEAD"], check=True, capture_output=True).stdout.strip()
    git("update-index", "--add", "--cacheinfo", f"160000,{head.decode()},input/sub")
    git("commit", "-qm", "a submodule")
    Path("input/sub").mkdir()
    assert branch("check", "--since", "main")[0] == 3


@pytest.mark.parametrize(
    "setting", ["min-confidence = true", 'paths = ["\\u0000"]', f"min-confidence = {'9' * 5_000}", "paths = []"]
)
def test_an_impossible_setting_is_wrong_usage(run: Run, setting: str) -> None:
    write("divergence.toml", f"{setting}\n")
    status, _, said = run("check")
    assert (status, "divergence.toml" in said) == (2, True)


@pytest.mark.parametrize(("arguments", "expected"), [(("nowhere",), 3), (("--since", "nowhere"), 2)])
def test_a_check_that_could_not_be_made_is_told_where_reviewers_look(
    branch: Run, arguments: tuple[str, ...], expected: int
) -> None:
    write("summary.md", "before\n")
    status, out, _ = branch("check", "--format", "github", "--summary", "summary.md", *arguments)
    assert (status, out.startswith("::error title=Not checked::"), "nowhere" in out) == (expected, True, True)
    said = Path("summary.md").read_text()
    assert said.startswith("before\n## Not checked")
    assert "nowhere" in said


def test_a_first_article_alone_is_three_and_one_left_alone_is_not(branch: Run) -> None:
    write("input/fire/a.txt", "The mill on the quay burnt down on Friday, and two sheds with it.\n")
    status, out, _ = branch("check", "--since", "main")
    assert status == 3
    assert "not compared: input/fire/a.txt is the only article of its story" in out
    write("input/fire/b.txt", "Two sheds and the mill on the quay were lost to the flames.\n")
    assert branch("check", "--since", "main")[0] == 0
    os.remove("input/flood/b.txt")
    assert branch("check", "--since", "main")[0] == 0


def test_a_fault_of_the_story_file_is_three_and_named(branch: Run) -> None:
    write("input/flood/story.toml", 'titel = "Flood"\n')
    status, out, _ = branch("check", "--since", "main")
    assert status == 3
    assert "story.toml has the unknown key 'titel'" in out


THIRD = "In all 7 soldiers died, an official said.\n"


def test_one_article_is_checked_within_its_story(branch: Run) -> None:
    write("input/border/c.txt", THIRD)
    for path in ("input/border/c.txt", str(Path("input/border/c.txt").absolute())):
        status, out, _ = branch("check", path)
        assert (status, out.count("sources differ")) == (1, 1)
        assert out.startswith("input/border/c.txt:1:8:")
    status, out, _ = branch("check", "--since", "main", "input/border/c.txt")
    assert (status, out.count("sources differ")) == (1, 1)


def test_in_a_folder_without_the_paths_the_right_one_is_named(branch: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    top = Path.cwd()
    write("desk/note.txt", "x")
    monkeypatch.chdir("desk")
    status, _, err = branch("check", "--since", "main")
    assert status == 2
    assert str(top) in err


def test_settings_are_shown_as_a_person_writes_them(run: Run) -> None:
    out = run("check", "--min-confidence", "0.50")[1]
    assert "min-confidence = 0.5 (command line)" in out
    assert "min-confidence = 0 (default)" in run("check")[1]


def test_only_what_is_staged_counts(branch: Run) -> None:
    write("input/border/c.txt", THIRD)
    assert branch("check", "--staged")[0] == 0, "git does not know the article"
    git("add", "input/border/c.txt")
    write("input/border/c.txt", "Nothing more was said.\n")
    status, out, _ = branch("check", "--staged", "--sarif", "out.sarif")
    assert (status, out.count("sources differ")) == (1, 1), "the index holds what will be committed"
    assert "| In all 7 soldiers died" in out
    assert Path("out.sarif").is_file()
    assert Path("input/border/c.txt").read_text() == "Nothing more was said.\n"
    commit()
    assert branch("check", "--staged")[0] == 0


def test_a_first_commit_is_compared_with_nothing(run: Run) -> None:
    git("init", "-q", "--initial-branch=main")
    git("add", "input/flood")
    assert run("check", "--staged")[0] == 0
    git("add", "input/border")
    assert run("check", "--staged")[0] == 1


def test_under_pre_commit_two_named_revisions_are_compared(branch: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("input/border/c.txt", THIRD)
    commit()
    write("input/flood/d.txt", "The army sent 90 soldiers to the valley.\n")
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "main")
    monkeypatch.setenv("PRE_COMMIT_TO_REF", "branch")
    status, out, _ = branch("check", "--staged")
    assert (status, out.count("sources differ")) == (1, 1)
    assert "c.txt" in out
    assert "d.txt" not in out


def test_a_finding_of_a_branch_is_accepted_on_main_before_it_is_merged(branch: Run) -> None:
    write("input/border/c.txt", THIRD)
    commit()
    found = ids_in(branch("check", "--since", "main", "--format", "sarif")[1])
    git("checkout", "-q", "main")
    assert branch("accept", found[0], "--reason", "two counts")[0] == 2, "main has no such finding"
    status, out, _ = branch("accept", found[0], "--at", "branch", "--reason", "two counts")
    assert status == 0, out
    commit()
    git("checkout", "-q", "branch")
    assert branch("check", "--since", "main", "--ci")[0] == 0
    assert branch("check", "--since", "main", "--ci", "--accepted", "none.toml")[0] == 1


def ids_in(sarif: str) -> list[str]:
    return [result["properties"]["id"] for result in json.loads(sarif)["runs"][0]["results"]]
