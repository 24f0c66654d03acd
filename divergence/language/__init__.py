"""The only door to the language pipeline: our own parsed text and a small grammar over it."""

from divergence.language.parsed import Name, Parsed, Sentence, Token
from divergence.language.pipeline import parse, version

__all__ = ["Name", "Parsed", "Sentence", "Token", "parse", "version"]
