"""Words as the sentence of a value prints them: a reader looks for them there."""

from __future__ import annotations

import re

from divergence.assess.clause import printed, tokens_in
from divergence.language.capitals import Spelling
from divergence.language.parsed import Parsed
from divergence.model.fact import Mention


def as_printed(mention: Mention, word: str, parsed: Parsed, spelling: Spelling) -> str:
    """The form of a base form, or of a name of several words, in the sentence of a mention; empty where it has none.

    Of several the nearest to the value.
    """
    first, last = mention.sentence.start, max(mention.sentence.end, mention.span.end)
    name = re.search(rf"\b{re.escape(word)}\b", parsed.article.text[first:last], re.IGNORECASE)
    alike = [i for i in tokens_in(parsed, first, last) if parsed.tokens[i].lemma.casefold() == word.casefold()]
    if not alike:
        return name[0] if name else ""
    nearest = min(alike, key=lambda i: (abs(parsed.tokens[i].start - mention.span.start), i))
    return printed(parsed, [nearest], spelling=spelling)
