"""The door to models: where a text goes, what was cut off, and that nothing of it is kept on the way."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from divergence.errors import UsageError
from divergence.second import door
from divergence.second.asking import Request, Stage

REQUEST = Request(Stage.READ, "s", "system", "prompt", {})


class Model:
    """A model as a plugin of ``llm`` offers it."""

    model_id = "m"

    def __init__(self, address: str | None = None, said: Any = None) -> None:
        self.api_base = address
        self.said = said

    def prompt(self, text: str, **options: Any) -> Any:
        return SimpleNamespace(text=lambda: "{}", response_json=self.said, input_tokens=7)


def set_up(monkeypatch: pytest.MonkeyPatch, model: Any) -> None:
    library = SimpleNamespace(get_model=lambda name: model, get_models=lambda: [model], UnknownModelError=KeyError)
    monkeypatch.setattr(door, "_library", lambda: library)


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("http://localhost:8080/v1", "this machine (localhost)"),
        ("http://127.0.0.1:8080/v1", "this machine (127.0.0.1)"),
        ("http://127.9.0.1/v1", "this machine (127.9.0.1)"),
        ("http://[::1]:8080/v1", "this machine (::1)"),
        ("0.0.0.0:11434", "this machine (0.0.0.0)"),
        ("http://10.1.2.3/v1", "the local network (10.1.2.3)"),
        ("http://172.20.0.4/v1", "the local network (172.20.0.4)"),
        ("http://192.168.0.4/v1", "the local network (192.168.0.4)"),
        ("http://[fd00::4]/v1", "the local network (fd00::4)"),
        ("http://desk.local/v1", "the local network (desk.local)"),
        ("http://gpu:8000/v1", "the local network (gpu)"),
        ("https://api.example.com/v1", "api.example.com"),
        ("https://localhost.example.com/v1", "localhost.example.com"),
        ("https://127.example.com/v1", "127.example.com"),
        ("https://10.example.com/v1", "10.example.com"),
        ("https://172.32.0.4/v1", "172.32.0.4"),
        ("https://[2606:4700::1111]/v1", "2606:4700::1111"),
        ("https://localhost@example.com/v1", "example.com"),
    ],
)
def test_where_the_text_goes(monkeypatch: pytest.MonkeyPatch, address: str, where: str) -> None:
    set_up(monkeypatch, Model(address))
    assert door.destination("m") == where
    assert list(door.list_models()) == [("m", where)]


@pytest.mark.parametrize(
    ("module", "host", "where"),
    [
        ("llm_ollama", None, "this machine (localhost)"),
        ("llm_ollama", "gpu.example.org:11434", "gpu.example.org"),
        ("llm.default_plugins.openai_models", None, "api.openai.com"),
        ("llm_cloud.models", None, "a host that the plugin llm_cloud names"),
    ],
)
def test_where_a_plugin_sends_that_names_no_address(
    monkeypatch: pytest.MonkeyPatch, module: str, host: str | None, where: str
) -> None:
    monkeypatch.delenv("OLLAMA_HOST", raising=False)
    if host:
        monkeypatch.setenv("OLLAMA_HOST", host)
    set_up(monkeypatch, type("Plugged", (Model,), {"__module__": module})())
    assert door.destination("m") == where


@pytest.mark.parametrize(
    ("said", "finished"),
    [
        (None, True),
        ({"choices": [{"finish_reason": "stop"}]}, True),
        ({"choices": [{"finish_reason": "length"}]}, False),
        ({"choices": [{"finish_reason": "content_filter"}]}, False),
        ({"finish_reason": "length"}, False),
        ({"done_reason": "stop"}, True),
        ({"done_reason": "length"}, False),
        ({"stop_reason": "end_turn"}, True),
        ({"stop_reason": "max_tokens"}, False),
        ({"finish_reason": "MAX_TOKENS"}, False),
    ],
)
def test_an_answer_that_was_cut_off_is_known_as_such(
    monkeypatch: pytest.MonkeyPatch, said: object, finished: bool
) -> None:
    set_up(monkeypatch, Model(said=said))
    answer = door.open_model("m")(REQUEST)
    assert not isinstance(answer, str)
    assert (answer.finished, answer.prompt_tokens) == (finished, 7)


def test_a_model_that_is_not_set_up_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> Any:
        raise KeyError(name)

    monkeypatch.setattr(door, "_library", lambda: SimpleNamespace(get_model=unknown, UnknownModelError=KeyError))
    with pytest.raises(UsageError, match="divergence models"):
        door.open_model("nobody")
