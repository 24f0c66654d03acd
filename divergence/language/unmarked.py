"""Names without marks on their letters, as a pipeline that learnt from English text knows them.

``Ömer Çelik`` is a stranger to it, ``Omer Celik`` a person. Each letter stands for one, so that offsets stay true.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ALONE = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "ß": "s", "æ": "a", "œ": "o", "ə": "a"}
_ALONE |= {"Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Þ": "T", "Æ": "A", "Œ": "O", "Ə": "A"}
"""Letters that no mark parts from a letter of English."""
_CAPITALISED = re.compile(r"(?<!\w)[^\W\d_a-z]\w*")
_MARKED = re.compile(r"[\u00c0-\u024f\u0259\u1e00-\u1eff]")


def unmarked(text: str) -> str:
    """A text of the same length whose words with a capital have letters without marks; ``café`` stays as it is."""
    return _CAPITALISED.sub(_without_marks, text) if _MARKED.search(text) else text


def _without_marks(word: re.Match[str]) -> str:
    return "".join(map(_plain, word.group())) if word.group()[0].isupper() else word.group()


@lru_cache(maxsize=1024)
def _plain(letter: str) -> str:
    """A Latin letter without its marks; any other sign itself."""
    base = _ALONE.get(letter) or unicodedata.normalize("NFD", letter)[0]
    return base if _MARKED.match(letter) and base.isascii() else letter
