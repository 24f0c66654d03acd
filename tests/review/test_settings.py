"""Settings: what files may say, and that a proposed change cannot weaken its own check."""

from __future__ import annotations

import pytest

from divergence.errors import UsageError
from divergence.review.settings import Settings, hold, parse_settings


def test_settings_are_read_from_either_file() -> None:
    own = parse_settings('fail-on = "high"\nmin-confidence = 1\npaths = ["stories"]', "divergence.toml")
    shared = parse_settings(
        '[tool.divergence]\nfail-on = "high"\nmin-confidence = 1\npaths = ["stories"]', "pyproject.toml"
    )
    assert own == shared == {"fail_on": "high", "min_confidence": 1.0, "paths": ("stories",)}


def test_a_pyproject_of_others_states_nothing() -> None:
    assert parse_settings("[project]\nname = 'x'", "pyproject.toml") == {}
    assert parse_settings("tool = 1", "pyproject.toml") == {}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("fail_on = 'high'", "fail_on"),
        ("fail-on = 'sometimes'", "low, medium, high, never"),
        ("min-confidence = 2", "a number from 0 to 1"),
        ("min-confidence = 'much'", "a number from 0 to 1"),
        ("paths = 'input'", "a list of paths"),
        ("paths = []", "a list of paths"),
        ("pipeline = 3", "a string"),
        ("verbose = true", "verbose"),
        ("max-tokens = -1", "a whole number, 0 or more"),
        ("max-requests = true", "a whole number, 0 or more"),
        ("window = 1.5", "a whole number, 0 or more"),
        ("model = 4", "a string"),
        ("model-task = 'guess'", "story, pairs"),
        ("a = [", "not valid TOML"),
        ("x = " + "[" * 5000, "not valid TOML"),
    ],
)
def test_what_is_not_understood_is_named(text: str, named: str) -> None:
    with pytest.raises(UsageError, match=named):
        parse_settings(text, "divergence.toml")


def test_the_command_line_goes_before_the_file() -> None:
    held = hold({"fail_on": "high"}, {"fail_on": "low"}, "divergence.toml")
    assert held.settings.fail_on == "low"
    assert "fail-on = low (command line)" in held.lines()


@pytest.mark.parametrize(
    ("name", "base", "head", "holds"),
    [
        ("fail_on", "low", "never", "low"),
        ("fail_on", "high", "low", "low"),
        ("min_confidence", 0.2, 0.9, 0.2),
        ("min_confidence", 0.9, 0.2, 0.2),
        ("sensitivity", "high", "normal", "high"),
        ("accept_from", "base", "head", "base"),
        ("paths", ("stories",), ("empty",), ("stories",)),
        ("pipeline", "en_news", "planted", "en_news"),
        ("accepted", "a.toml", "b.toml", "a.toml"),
        ("baseline", "", "all.json", ""),
        ("model", "", "cloud", ""),
        ("model_host", "this machine", "", "this machine"),
        ("answers", "a.jsonl", "b.jsonl", "a.jsonl"),
        ("model_task", "story", "pairs", "story"),
        ("window", 8000, 9000, 8000),
        ("max_requests", 10, 0, 10),
        ("max_tokens", 10, 1000, 10),
    ],
)
def test_the_base_revision_holds_where_it_is_stricter(name: str, base: object, head: object, holds: object) -> None:
    held = hold({name: head}, {}, "divergence.toml", {name: base}, "main")
    assert getattr(held.settings, name) == holds
    assert bool(held.overruled) == (holds != head)


def test_a_weaker_setting_is_refused_against_the_default_too_and_the_output_says_so() -> None:
    held = hold({"fail_on": "never"}, {}, "divergence.toml", {}, "origin/main")
    assert held.settings.fail_on == Settings().fail_on
    assert "fail-on = medium (default, as at origin/main)" in held.lines()
    assert held.overruled == ("fail-on = never would weaken the check: it holds once it is merged",)


def test_removing_a_strict_setting_does_not_remove_it() -> None:
    assert hold({}, {}, "divergence.toml", {"fail_on": "low"}, "main").settings.fail_on == "low"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("min-confidence = 0", {"min_confidence": 0.0}),
        ("min-confidence = 0.05", {"min_confidence": 0.05}),
        ("window = 0", {"window": 0}),
        ("max-requests = 1", {"max_requests": 1}),
        ('model-task = "pairs"', {"model_task": "pairs"}),
        ('pipeline = "en_other"', {"pipeline": "en_other"}),
    ],
)
def test_the_least_that_a_setting_may_be_is_taken(text: str, found: dict[str, object]) -> None:
    assert parse_settings(text, "divergence.toml") == found


@pytest.mark.parametrize("text", ["paths = [3]", 'paths = ["a\\u0000b"]', 'paths = ["a", 3]', "min-confidence = -0.1"])
def test_paths_are_names_of_files_and_a_confidence_is_none_below_nought(text: str) -> None:
    with pytest.raises(UsageError):
        parse_settings(text, "divergence.toml")


def test_only_the_shared_file_itself_has_a_table_of_tools() -> None:
    text = '[tool.divergence]\nfail-on = "high"'
    assert parse_settings(text, "some/deep/pyproject.toml") == {"fail_on": "high"}
    with pytest.raises(UsageError, match="tool"):
        parse_settings(text, "pyproject.toml/divergence.toml")


def test_settings_of_a_second_reading_are_listed_where_one_is_set() -> None:
    plain, second = (hold(head, {}, "divergence.toml").lines() for head in ({}, {"model": "m"}))
    assert not [line for line in plain if line.startswith("model")]
    assert "model = m (divergence.toml)" in second
    assert "window = none (default)" in second


def test_a_weaker_setting_names_where_the_stricter_one_comes_from() -> None:
    held = hold({"fail_on": "never"}, {}, "divergence.toml", {"fail_on": "low"}, "main")
    assert held.origins["fail_on"] == "divergence.toml at main"
    flagged = hold({"fail_on": "never"}, {"fail_on": "high"}, "divergence.toml", {"fail_on": "low"}, "main")
    assert flagged.overruled == ()
    confidence = hold({"min_confidence": 0.9}, {"fail_on": "high"}, "divergence.toml", {}, "main")
    assert confidence.overruled == ("min-confidence = 0.9 would weaken the check: it holds once it is merged",)
    sent = hold({"model": "m"}, {}, "divergence.toml", {}, "main")
    assert sent.overruled == ("model = m would change what a model is sent: it holds once it is merged",)


def test_a_setting_that_is_as_strict_is_taken() -> None:
    held = hold({"fail_on": "low", "min_confidence": 0.0}, {}, "divergence.toml", {"fail_on": "low"}, "main")
    assert held.overruled == ()
    assert held.origins == {"fail_on": "divergence.toml", "min_confidence": "divergence.toml"}
