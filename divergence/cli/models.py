"""``divergence models``: which language models are set up, and where each would send the text."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.exits import FINE

_ADD = """\
to add one (keys are kept by llm, never by divergence):
  Ollama               ollama pull gemma3
                       llm install llm-ollama
                       divergence report STORY --model gemma3
  a llama.cpp server   llama-server -m MODEL.gguf -c 32768 --port 8080
                       add to `llm logs path`/../extra-openai-models.yaml:
                       - {model_id: local, model_name: local, api_base: "http://localhost:8080/v1"}
  a cloud provider     llm install llm-anthropic
                       llm keys set anthropic
                       divergence report STORY --model claude-sonnet-4.5"""


def _add_arguments(parser: ArgumentParser) -> None:
    return None


def _run(args: Namespace, console: Console) -> int:
    from divergence.second.door import list_models

    for name, where in list_models():
        console.say(f"  {name:<40} {where}")
    console.say()
    for line in _ADD.splitlines():
        console.say(line)
    return FINE


COMMAND = Command(
    "models",
    "list the language models that are set up for a second reading",
    """\
List the models that the library llm knows on this machine and where each would send the
articles: to this machine, the local network or a named host. Nothing is sent.""",
    """\
examples:
  divergence models""",
    _add_arguments,
    _run,
)
