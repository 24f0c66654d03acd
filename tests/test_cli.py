"""The command line as a user meets it: light to start, clear when something is wrong, never a traceback."""

from __future__ import annotations

import csv
import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from inspect import isclass, isfunction
from pathlib import Path

import pytest

import divergence.pipeline
from divergence import errors
from divergence.cli import build_parser
from divergence.cli.commands import COMMANDS
from divergence.errors import RenderError
from divergence.model.comparison import Comparison
from divergence.report import FORMATS, pdf, render

Run = Callable[..., tuple[int, str, str]]
READ_ARTICLE = divergence.pipeline.read_article
HEAVY = ("spacy", "thinc", "numpy", "jinja2", "weasyprint", "trafilatura", "lxml", "markdown_it")


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def compared() -> Comparison:
    """The story of ``border``, compared."""
    return divergence.pipeline.compare(divergence.load_story("input/border"))


@pytest.fixture
def border(run: Run) -> Run:
    """A story of two articles that disagree."""
    write("input/border/a.txt", "The army said 5 soldiers died on the border.\n")
    write("input/border/b.txt", "The ministry said 23 soldiers died on the border.\n")
    return run


@pytest.mark.parametrize(
    "code",
    [
        "from divergence.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass",
        "from divergence.cli import main\ntry: main(['report', '--help'])\nexcept SystemExit: pass",
        "from divergence import load_story, __version__",
        "import divergence.report, divergence.review.news",
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str) -> None:
    ask = f"{code}\nimport sys\nprint([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_library_has_its_three_verbs_and_no_other() -> None:
    public = {name: getattr(divergence, name) for name in divergence.__all__ if name != "__version__"}
    assert {name for name, what in public.items() if isfunction(what)} == {"compare", "load_story", "render"}
    raised = {name for name, what in vars(errors).items() if isclass(what)}
    assert raised < set(public)
    with pytest.raises(AttributeError, match="collate"):
        divergence.collate  # noqa: B018


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_explains_itself_with_examples_that_work(command: object, run: Run) -> None:
    name = command.name  # type: ignore[attr-defined]
    status, out, err = run(name, "--help")
    assert (status, err) == (0, "")
    assert "examples:" in out
    examples = [line.split("   ")[0].strip() for line in command.examples.splitlines()]  # type: ignore[attr-defined]
    import shlex

    for line in examples:
        if line.startswith("divergence "):
            build_parser().parse_args(shlex.split(line.split(" > ")[0])[1:])


def test_the_version_is_told(run: Run) -> None:
    assert run("--version")[:2] == (0, f"divergence {divergence.__version__}\n")


def test_a_report_prints_the_disagreements_with_their_sources_and_writes_three_files(border: Run) -> None:
    status, out, err = border("report")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "border: 2 articles, 1 disagreement"
    assert lines[1].startswith("  high    Soldiers killed  (d-")
    assert [line.split() for line in lines[2:4]] == [["23", "b.txt"], ["5", "a.txt"]]
    assert {p.name for p in Path("output/border").iterdir()} == {"report.html", "report.json", "briefing.pdf"}


def test_single_targets_write_nothing_else(border: Run) -> None:
    assert border("report", "input/border", "--json", "one.json")[0] == 0
    assert not Path("output").exists()
    assert json.loads(Path("one.json").read_text())["story"]["id"] == "border"


def test_every_format_can_go_to_standard_output_and_then_nothing_else_does(border: Run) -> None:
    for form in FORMATS:
        if not form.binary:
            status, out, _ = border("report", "input/border", f"--{form.name}", "-")
            assert (status, out.encode()) == (0, render(compared(), form.name)), form.name
    assert not Path("output").exists()
    assert not Path("-").exists()
    assert json.loads(border("report", "input/border", "--json", "-")[1])["story"]["id"] == "border"
    status, out, err = border("report", "input/border", "--json", "-", "--text", "-")
    assert (status, out) == (2, "")
    assert "only one format" in err


def test_one_table_holds_all_stories(border: Run) -> None:
    write("input/flood/a.txt", "The army said 5 soldiers died in the flood.\n")
    write("input/flood/b.txt", "The ministry said 23 soldiers died in the flood.\n")
    assert border("report", "input", "--csv", "all.csv")[0] == 0
    with open("all.csv", encoding="utf-8-sig", newline="") as file:
        assert {row["story"] for row in csv.DictReader(file)} == {"border", "flood"}
    assert not Path("output").exists()


def test_single_targets_are_refused_for_several_stories(border: Run) -> None:
    write("input/flood/a.txt", "5 soldiers\n")
    status, out, err = border("report", "input", "--html", "one.html")
    assert (status, out) == (2, "")
    assert "--out" in err
    assert not Path("one.html").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "helps"),
    [
        (("report", "nowhere"), 3, "check the spelling"),
        (("report", "empty"), 3, "articles are files ending in"),
        (("report", "--format", "docx"), 2, "html, pdf, json"),
        (("report", "--format", "html", "--json", "a.json"), 2, "--format goes with --out"),
        (("report", "--templates", "nowhere"), 2, "there is no folder"),
        (("report", "--page-size", "b7"), 2, "a4"),
        (("report", "--sensitivity", "low"), 2, "high"),
        (("explain", "input/border", "d-none"), 2, "Without an ID"),
        (("schema", "feed"), 2, "report"),
        (("accept", "d-1"), 2, "--reason"),
        (("nonsense",), 2, "report"),
        ((), 2, "COMMAND"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(
    border: Run, arguments: tuple[str, ...], status: int, helps: str
) -> None:
    Path("empty").mkdir()
    got, out, err = border(*arguments)
    assert (got, out) == (status, "")
    assert helps in err
    assert "Traceback" not in err


def test_a_pdf_that_cannot_be_made_costs_nothing_else(border: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise RenderError("Pango is missing: apt-get install libpango-1.0-0.")

    broken = type(pdf.FORMAT)(pdf.FORMAT.name, pdf.FORMAT.filename, pdf.FORMAT.summary, fail)
    formats = tuple(broken if form.name == "pdf" else form for form in FORMATS)
    monkeypatch.setattr("divergence.report.FORMATS", formats)
    status, _, err = border("report")
    assert status == 0
    assert "apt-get install" in err
    assert {p.name for p in Path("output/border").iterdir()} == {"report.html", "report.json"}
    assert border("report", "--pdf", "a.pdf")[0] == 3
    assert border("report", "--format", "html,pdf")[0] == 3


def test_an_unreadable_file_is_told_and_the_others_are_compared(border: Run) -> None:
    write("input/border/empty.txt", "")
    status, out, err = border("report", "--format", "json")
    assert status == 0
    assert "empty.txt holds no text" in err
    assert "2 articles, 1 disagreement" in out


def test_one_bad_story_among_several_costs_the_others_nothing(border: Run) -> None:
    write("input/bad/a.txt", "")
    status, _, err = border("report", "--format", "json")
    assert status == 3
    assert "No article could be read in 'bad'" in err
    assert Path("output/border/report.json").exists()


def test_something_unforeseen_is_one_line_and_a_trace_only_on_request(
    border: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oops\x1b[31m\n::error::x")

    monkeypatch.setattr(divergence.pipeline, "compare", fail)
    status, out, err = border("report")
    assert (status, out) == (3, "")
    assert err.count("\n") == 1
    assert "--debug" in err
    assert "\x1b" not in err
    _, _, err = border("report", "--debug")
    assert "ZeroDivisionError" in err
    assert all(line.startswith("divergence: ") for line in err.splitlines())


@pytest.mark.parametrize(
    "name", ["\x1b]0;owned\x07.txt", "::error::x.txt", "\u202etxt.exe.txt", "--html.txt", "a\nb.txt"]
)
def test_no_name_of_a_file_speaks_to_the_terminal(border: Run, name: str) -> None:
    write(f"input/border/{name}", "The desk said 7 soldiers died.\n")
    write(f"input/border/x{name}", "")
    _, out, err = border("report", "--format", "json")
    for line in (out + err).splitlines():
        assert line.isprintable()
        assert not line.lstrip().startswith("::")


def test_a_story_named_to_lead_elsewhere_stays_in_the_output_folder(border: Run) -> None:
    write("input/\x1b[2J ..%2e/a.txt", "5 soldiers\n")
    border("report", "--format", "json")
    assert {p.name for p in Path("output").iterdir()} == {"border", "2J-..-2e"}


def test_explain_lists_evidence_and_what_was_not_flagged(border: Run) -> None:
    status, out, _ = border("explain", "input/border")
    assert status == 0
    assert "one count cannot have two values" in out
    assert "“23 soldiers” in “The ministry said 23 soldiers died on the border.”" in out
    assert border("explain", "input/border", "--not-flagged")[1].startswith("0 differences were looked at")


def test_facts_are_listed_or_written(border: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(divergence.pipeline, "read_article", READ_ARTICLE)
    assert border("facts", "input/border/a.txt", "--json", "facts.json")[0] == 0
    data = json.loads(Path("facts.json").read_text())
    assert (data["format"], [a["id"] for a in data["articles"]]) == ("divergence-facts", ["A"])
    status, out, _ = border("facts", "input/border")
    assert status == 0
    assert "border/b.txt:" in out


def test_the_schema_is_printed(run: Run) -> None:
    assert json.loads(run("schema")[1])["oneOf"]
    assert json.loads(run("schema", "facts")[1])["title"] == "divergence facts"


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    command = f"{sys.executable} -m divergence schema | head -c 10"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_output_that_the_encoding_lacks_is_escaped(border: Run) -> None:
    write("input/border/c.txt", "7 soldiers\n")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([sys.executable, "-m", "divergence", "schema"], env=environment, capture_output=True)
    assert done.returncode == 0
    done.stdout.decode("ascii")


def test_the_browser_is_opened_only_on_request(border: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda url: opened.append(url) or True)
    border("report", "--format", "html")
    assert opened == []
    border("report", "--format", "html", "--open")
    assert [url.rsplit("/", 1)[-1] for url in opened] == ["report.html"]


ROBBERY = (
    "Two masked men robbed the savings bank on Hill Lane on Tuesday and fled on a motorcycle, police said.\n\n"
    "The cashier handed over some 4,000 pounds in notes, and detectives asked drivers for pictures.\n"
)
HEAT = (
    "Temperatures climbed to 41 degrees in the vineyards of the lower valley as the heat wave went on.\n\n"
    "Farmers watered their goats at night, and the weather service warned of dry storms.\n"
)
GERMAN = (
    "Zwei maskierte Männer haben am Dienstag die Sparkasse in der Hügelgasse überfallen und sind auf einem Motorrad "
    "geflohen, wie die Polizei mitteilte. Verletzt wurde niemand.\n"
)
READABLE = ("html", "json", "markdown", "text", "junit", "sarif")
INCONCLUSIVE = {
    "other-story": {"a.txt": ROBBERY, "b.txt": HEAT},
    "other-language": {"a.txt": ROBBERY, "b.txt": GERMAN},
    "single-article": {"a.txt": ROBBERY},
}


@pytest.mark.parametrize("code", INCONCLUSIVE)
def test_what_cannot_be_compared_is_said_in_every_output_and_fails_a_check(run: Run, code: str) -> None:
    for name, text in INCONCLUSIVE[code].items():
        write(f"input/bank/{name}", text)
    status, out, err = run("report", "input/bank", "--format", ",".join(READABLE))
    assert status == 0
    assert "nothing can be concluded" in out
    assert "no disagreement" not in out
    assert "bank/a.txt" in err or "bank/b.txt" in err
    for file in Path("output/bank").iterdir():
        text = " ".join(file.read_text("utf-8").split())
        assert "No disagreement was found" not in text
        assert "no new disagreement" not in text
        assert any(said in text for said in ("the only article", "not in English", "another story")), file
    status, out, _ = run("check", "input/bank")
    assert status == 3
    assert "no new disagreement" not in out
    assert "not compared: input/bank/" in out


def test_every_output_says_what_the_method_reaches(border: Run) -> None:
    said = "two of three flags are right"
    status, out, _ = border("report", "input/border", "--format", ",".join(READABLE))
    assert status == 0
    assert said in out
    assert [file.name for file in Path("output/border").iterdir() if said not in file.read_text("utf-8")] == []
    for form in ("text", "github", "sarif", "junit"):
        assert said in border("check", "--format", form)[1]


def test_notices_are_printed(border: Run) -> None:
    write("input/border/picture.jpg", "x")
    status, out, _ = border("report", "input/border")
    assert status == 0
    assert "notice: border/picture.jpg was left out" in out


def test_a_closed_standard_output_is_no_error(border: Run) -> None:
    command = f'exec "{sys.executable}" -m divergence facts input/border >&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True)
    assert (done.returncode, "Traceback" in done.stderr, "unforeseen" in done.stderr) == (0, False, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_standard_output_is_told(border: Run) -> None:
    command = f'exec "{sys.executable}" -m divergence facts input/border >/dev/full'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True)
    assert (done.returncode, "unforeseen" in done.stderr) == (3, False)
    assert "no room" in done.stderr


@pytest.fixture
def as_before() -> Iterator[None]:
    """The collector as it was."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("as_before")
def test_what_is_unused_is_looked_for_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    from divergence import __main__ as start

    gc.set_threshold(700, 10, 10)
    seen: list[tuple[int, ...]] = []
    monkeypatch.setattr("divergence.cli.main", lambda: seen.append(gc.get_threshold()) or 0)
    assert start.main() == 0
    assert seen == [start.SELDOM]


@pytest.mark.usefixtures("as_before")
def test_stopped_while_it_is_read_in_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from divergence import __main__ as start

    def stopped(arguments: object = None) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("divergence.cli.main", stopped)
    assert start.main() == 130
    assert capsys.readouterr().err == "divergence: stopped.\n"
