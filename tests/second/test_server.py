"""The whole path through ``llm`` against a real HTTP server on loopback that speaks the OpenAI protocol."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from second.scripted import ALARM, judge_pairs, story, values

from divergence.model.comparison import Comparison, Verdict
from divergence.pipeline import compare
from divergence.second import door
from divergence.second.questioning import Questioning
from divergence.second.reading import SecondReading, read_second

llm = pytest.importorskip("llm", reason="the optional part `model` is not installed")
Reply = tuple[int, dict[str, str], Any]


def completion(content: str, reason: str = "stop", tokens: int = 2000) -> Reply:
    choice = {"index": 0, "finish_reason": reason, "message": {"role": "assistant", "content": content}}
    usage = {"prompt_tokens": tokens, "completion_tokens": 9, "total_tokens": tokens + 9}
    body = {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}
    return 200, {}, body


def honest(system: str, prompt: str) -> Reply:
    """What a model that does its work answers."""
    said = {"disagreements": [ALARM]} if "=== ARTICLE" in prompt else judge_pairs(prompt, lambda block: "conflict")
    return completion(json.dumps(said))


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.reply: Callable[[str, str], Reply] = honest
        self.bodies: list[dict[str, Any]] = []


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.bodies.append(body)
        system, prompt = (m["content"] for m in body["messages"])
        status, headers, answer = self.server.reply(system, prompt)
        data = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: Any) -> None:
        return None


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


@pytest.fixture
def second(server: Server, monkeypatch: pytest.MonkeyPatch) -> SecondReading:
    from llm.default_plugins.openai_models import Chat

    address = f"http://127.0.0.1:{server.server_port}/v1"
    local = Chat("local", key="k", model_name="m", api_base=address, supports_schema=True, can_stream=False)
    monkeypatch.setattr(llm, "get_model", lambda name: local)
    return SecondReading(Questioning("local", door.open_model("local", patience=5), wait=lambda seconds: None))


@pytest.fixture(scope="module")
def rules() -> Comparison:
    return compare(story())


def whole(found: Comparison, rules: Comparison) -> bool:
    """Whether everything that the rules found still stands as they found it."""
    flagged = [d for d in rules.divergences if d.verdict is Verdict.CONFLICT]
    return values(flagged) <= values([d for d in found.divergences if d.verdict is Verdict.CONFLICT])


def told(found: Comparison) -> str:
    return " ".join(n.message for n in found.notices if n.code.startswith("model"))


def test_success(server: Server, second: SecondReading, rules: Comparison) -> None:
    found = read_second(rules, second)
    assert told(found) == ""
    assert [d.found_by for d in found.divergences if "model" in d.found_by] == [("model",)]
    assert door.destination("local") == "this machine (127.0.0.1)"
    assert all("response_format" in body for body in server.bodies)
    assert all("tools" not in body for body in server.bodies)


def test_nothing_of_the_articles_is_kept_by_the_library(
    server: Server, second: SecondReading, rules: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path))
    read_second(rules, second)
    assert server.bodies
    assert llm.user_dir() == tmp_path
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [], "no log of prompts"


def test_a_busy_server_is_asked_again(server: Server, second: SecondReading, rules: Comparison) -> None:
    def busy(system: str, prompt: str) -> Reply:
        return (429, {"Retry-After": "0"}, {"error": "busy"}) if len(server.bodies) == 1 else honest(system, prompt)

    server.reply = busy
    assert told(read_second(rules, second)) == ""


def _reads(reply: Callable[[], Reply]) -> Callable[[str, str], Reply]:
    return lambda system, prompt: reply() if "=== ARTICLE" in prompt else honest(system, prompt)


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (lambda: (401, {}, {"error": "no key"}), "status 401"),
        (lambda: completion('{"disagreements": [', "length"), "cut off"),
        (lambda: completion('{"disagreements": []}', "length"), "cut off"),
        (lambda: completion("Here is what I found: nothing."), "not JSON"),
        (lambda: completion('{"answer": "none"}'), "no list"),
        (lambda: completion('{"disagreements": [{"facts": "differ"}]}'), "schema"),
        (lambda: completion('{"disagreements": []}', tokens=64), "cut the articles"),
        (lambda: (200, {}, b"<html>gateway</html>"), "failed"),
    ],
)
def test_a_failure_is_told_and_the_rules_stand(
    server: Server, second: SecondReading, rules: Comparison, reply: Callable[[], Reply], why: str
) -> None:
    server.reply = _reads(reply)
    found = read_second(rules, second)
    assert why in told(found)
    assert whole(found, rules)


@pytest.mark.slow
def test_a_server_error_that_lasts(server: Server, second: SecondReading, rules: Comparison) -> None:
    server.reply = _reads(lambda: (500, {"Retry-After": "0"}, {"error": "x"}))
    found = read_second(rules, second)
    assert "status 500" in told(found)
    assert whole(found, rules)


@pytest.mark.slow
def test_a_time_out(server: Server, second: SecondReading, rules: Comparison) -> None:
    def hang() -> Reply:
        time.sleep(3)
        return completion('{"disagreements": []}')

    server.reply = _reads(hang)
    second.questioning.asker = door.open_model("local", patience=0.3)
    found = read_second(rules, second)
    assert "TimeoutError" in told(found)
    assert whole(found, rules)


def test_an_injection_that_is_obeyed(server: Server, second: SecondReading, rules: Comparison) -> None:
    server.reply = lambda system, prompt: completion('{"disagreements": [], "pairs": []}')
    found = read_second(rules, second)
    assert "planted" in told(found)
    assert whole(found, rules)
