"""The door to language models: the library ``llm``, imported here alone and only when a model is named.

It knows hundreds of models by its plugins and keeps their keys; we never see, store or print one. Its own log of
prompts is written by its command line alone, never by the calls made here.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from divergence.errors import UsageError
from divergence.second.asking import Answer, Asker, Request

PATIENCE = 600.0
"""Seconds that an answer may take."""
_INSTALL = "Models need the optional part: pip install 'source-divergence[model]' (it brings the library llm)."


def open_model(name: str, patience: float = PATIENCE) -> Asker:
    """A way to ask a model that ``llm`` knows. Raises UsageError where there is no such model, or no ``llm``."""
    model = _model(name)

    def ask(request: Request) -> Answer:
        return _in_time(lambda: _answer(model, request), patience)

    return ask


def destination(name: str) -> str:
    """Where a model sends the text: this machine, the local network or a named host."""
    return _where(_model(name))


def list_models() -> Iterator[tuple[str, str]]:
    """Every model that is set up, with where it would send the text."""
    for model in _library().get_models():
        yield str(model.model_id), _where(model)


def _library() -> Any:
    try:
        import llm
    except ImportError as error:
        raise UsageError(_INSTALL) from error
    return llm


def _model(name: str) -> Any:
    library = _library()
    try:
        return library.get_model(name)
    except library.UnknownModelError as error:
        raise UsageError(f"No model {name!r} is set up; `divergence models` lists those that are.") from error


def _answer(model: Any, request: Request) -> Answer:
    schema = {"schema": dict(request.schema)} if getattr(model, "supports_schema", False) else {}
    response = model.prompt(request.prompt, system=request.system, stream=False, **schema)
    text = response.text()
    raw = getattr(response, "response_json", None) or {}
    reasons = [c.get("finish_reason") for c in raw.get("choices", ()) if isinstance(c, dict)] or [
        raw.get("finish_reason") or raw.get("done_reason") or raw.get("stop_reason")
    ]
    cut = any(reason in ("length", "max_tokens", "MAX_TOKENS", "content_filter") for reason in reasons)
    return Answer(text, not cut, getattr(response, "input_tokens", None))


def _in_time(ask: Callable[[], Answer], patience: float) -> Answer:
    """The answer, or TimeoutError; a thread that hangs on does not keep the program from ending."""
    found: list[Answer | BaseException] = []

    def work() -> None:
        try:
            found.append(ask())
        except Exception as error:
            found.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(patience)
    if not found:
        raise TimeoutError
    if isinstance(found[0], BaseException):
        raise found[0]
    return found[0]


def _where(model: Any) -> str:
    module = type(model).__module__
    address = getattr(model, "api_base", None)
    if address is None and "ollama" in module:
        address = os.environ.get("OLLAMA_HOST") or "http://localhost:11434"
    if address is None and "openai" in module:
        address = "https://api.openai.com"
    if address is None:
        return f"a host that the plugin {module.split('.')[0]} names"
    host = urlsplit(address if "//" in address else f"//{address}").hostname or str(address)
    near = _near(host)
    return f"{near} ({host})" if near else host


def _near(host: str) -> str:
    """Which near place a host is; empty for any other: *10.example.com* is a name, not an address."""
    try:
        address = ip_address(host)
    except ValueError:
        here = host == "localhost" or host.endswith(".localhost")
        local = host.endswith(".local") or "." not in host
        return "this machine" if here else "the local network" if local else ""
    if address.is_loopback or address.is_unspecified:
        return "this machine"
    return "the local network" if address.is_private else ""
