"""Words as the articles print them: a subject is built of base forms in lower case, but some of them are names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

_WORD = re.compile(r"(?:[^\W_]\.){2,}|[^\W_]+(?:[’'\-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]\d]{0,4}\s*\Z")
"""A line that ends otherwise is a headline or a byline, whose capitals say nothing."""
_SENTENCE_START = frozenset('.!?:;\n"“”‘(—–•')

Spelling = Mapping[str, str]
"""Words in lower case to the form in which the articles print them, where that is another."""


def learn_spelling(texts: Iterable[str]) -> Spelling:
    """The form of each word that stands most often inside sentences, for words that mostly have a capital there.

    Lines all in capitals teach nothing.
    """
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (line for text in texts for line in text.splitlines() if _teaches(line)):
        for match in _WORD.finditer(line):
            before = line[max(0, match.start() - 2) : match.start()].rstrip(" ")
            if before and before[-1] not in _SENTENCE_START:
                forms[match.group().lower()][match.group()] += 1
    usual = {word: max(sorted(counts), key=counts.__getitem__) for word, counts in sorted(forms.items())}
    return {word: form for word, form in usual.items() if form != word and 2 * forms[word][form] > forms[word].total()}


def _teaches(line: str) -> bool:
    return _SENTENCE_END.search(line) is not None and not line.isupper()


def spell(subject: str, spelling: Spelling, grammar: frozenset[str] = frozenset()) -> str:
    """A subject with its words as the articles print them; a word with a capital already is left alone.

    So is one of the subject's own ``grammar``: *How old is …* stays as it is where articles speak of an *Old City*.
    """
    return _WORD.sub(lambda m: m.group() if m.group() in grammar else spelling.get(m.group(), m.group()), subject)
