"""Static word vectors distilled from a sentence encoder: vectors.py MODEL_FOLDER TREEBANK_FOLDER OUT_FOLDER

As model2vec does: every word alone goes through the encoder (all-MiniLM-L6-v2, Apache-2.0), its output is pooled, and
principal components keep the first dimensions. Words are the encoder's own whole words and the words of the training
corpora. The encoder is run with numpy alone, so that no torch is needed.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from safetensors.numpy import load_file
from spacy.vectors import Vectors
from tokenizers import Tokenizer

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DIMENSIONS = 64
HEADS = 12
BATCH = 512
Array = np.ndarray[Any, np.dtype[np.float32]]
Weights = dict[str, Array]


def vocabulary(tokenizer: Tokenizer, treebank: Path) -> list[str]:
    """Lower-case words to give a vector: whole words of the encoder, and words of the training parts seen twice."""
    words = {piece for piece in tokenizer.get_vocab() if re.fullmatch(r"[^\W\d_]{2,}|[^\w\s]|[ai]|\d{1,4}", piece)}
    seen: dict[str, int] = {}
    for name in ("en_ewt", "en_gum"):
        with gzip.open(treebank / f"{name}-train.conllu.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                form = line.split("\t")[1].lower() if re.match(r"\d+\t", line) else ""
                seen[form] = seen.get(form, 0) + 1
    return sorted(words | {form for form, times in seen.items() if times > 1 and re.fullmatch(r"[^\W\d_]+\.?", form)})


def normalised(x: Array, w: Weights, name: str) -> Array:
    """Layer normalisation."""
    centred = x - x.mean(-1, keepdims=True)
    scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12)
    return np.asarray(scaled * w[f"{name}.weight"] + w[f"{name}.bias"])


def gelu(x: Array) -> Array:
    """The encoder's activation, by the usual approximation with tanh."""
    return np.asarray(0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x**3))))


def linear(x: Array, w: Weights, name: str) -> Array:
    return np.asarray(x @ w[f"{name}.weight"].T + w[f"{name}.bias"])


def attention(x: Array, w: Weights, name: str) -> Array:
    """Multi-head self-attention over sequences of one length, so that no mask is needed."""
    batch, length, width = x.shape

    def split(part: str) -> Array:
        return linear(x, w, f"{name}.self.{part}").reshape(batch, length, HEADS, -1).transpose(0, 2, 1, 3)

    scores = split("query") @ split("key").transpose(0, 1, 3, 2) / np.sqrt(width / HEADS)
    shares = np.exp(scores - scores.max(-1, keepdims=True))
    mixed = (shares / shares.sum(-1, keepdims=True)) @ split("value")
    return linear(mixed.transpose(0, 2, 1, 3).reshape(x.shape), w, f"{name}.output.dense")


def encode(ids: np.ndarray[Any, Any], w: Weights) -> Array:
    """Mean-pooled output of the encoder for sequences of one length."""
    x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][: ids.shape[1]]
    x = normalised(x + w["embeddings.token_type_embeddings.weight"][0], w, "embeddings.LayerNorm")
    for layer in range(6):
        name = f"encoder.layer.{layer}"
        x = normalised(x + attention(x, w, f"{name}.attention"), w, f"{name}.attention.output.LayerNorm")
        inner = gelu(linear(x, w, f"{name}.intermediate.dense"))
        x = normalised(x + linear(inner, w, f"{name}.output.dense"), w, f"{name}.output.LayerNorm")
    return np.asarray(x.mean(1))


def word_vectors(words: list[str], tokenizer: Tokenizer, w: Weights) -> Array:
    """One vector a word, in order; words are batched by their number of pieces."""
    pieces = [encoding.ids for encoding in tokenizer.encode_batch(words)]
    table = np.zeros((len(words), 384), dtype=np.float32)
    for length in sorted({len(p) for p in pieces}):
        rows = [i for i, p in enumerate(pieces) if len(p) == length]
        for start in range(0, len(rows), BATCH):
            part = rows[start : start + BATCH]
            table[part] = encode(np.array([pieces[i] for i in part]), w)
    return table


def reduced(table: Array) -> Array:
    """The first principal components, scaled to unit variance over all, rounded so that the file packs well."""
    centred = table - table.mean(0)
    _, vectors = np.linalg.eigh(np.cov(centred.T))
    kept = centred @ vectors[:, ::-1][:, :DIMENSIONS]
    return np.asarray(kept / kept.std(), dtype=np.float32)


def main() -> None:
    model, treebank, out = map(Path, sys.argv[1:4])
    if hashlib.sha256((model / "model.safetensors").read_bytes()).hexdigest() != SHA256:
        sys.exit("model.safetensors is not the original all-MiniLM-L6-v2")
    weights = {name.removeprefix("bert."): value for name, value in load_file(model / "model.safetensors").items()}
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    tokenizer.no_padding()
    words = vocabulary(tokenizer, treebank)
    nlp = spacy.blank("en")
    data = reduced(word_vectors(words, tokenizer, weights))
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=data, keys=words, name="en_news_vectors", attr="LOWER")
    nlp.to_disk(out)


if __name__ == "__main__":
    main()
