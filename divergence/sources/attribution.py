"""Who says it: fills the speaker of every mention that its article puts into someone's mouth.

Grammar decides where it can (``Police said …``, ``…, according to the ministry``); around quotation marks, where
parsers stumble, the reporting verb next to the marks does. A pronoun is resolved only where one person can be meant.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from divergence.facts.about.slots import token_at
from divergence.facts.quotation.marks import Quoted, quoted
from divergence.language.clauses import agent, is_passive, subject
from divergence.language.name_words import is_title
from divergence.language.nouns import ancestors
from divergence.language.parsed import Name, Parsed, Token
from divergence.language.pipeline import blank_masked
from divergence.language.speech import is_loose, reporting, speaker_phrase
from divergence.lexicon.calendar import UNITS, WEEKDAYS
from divergence.lexicon.groups import PEOPLE
from divergence.lexicon.outcomes import happening
from divergence.lexicon.saying import ADDRESSING, MINDING, QUOTING, REPORTING
from divergence.lexicon.spelling import HYPHENS
from divergence.model.fact import Kind, Mention

_AFTER = 14
"""Tokens after a quotation in which its reporting verb is looked for."""
_BEFORE = 40
"""Tokens before a value among which its speaker is looked for."""
_PRONOUNS = frozenset({"he", "she"})

_OBJECTS = frozenset({"him", "them", "me", "us", "which", "whom"})
"""Forms of pronouns in which nobody speaks."""
_BEFALLING = frozenset({"attacked", "killed", "wounded"})
"""Classes of happenings that say nothing, as a *release* or a *ruling* may."""
_CITING = frozenset({"quote", "cite"})
"""Verbs whose object speaks."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FEMALE = frozenset({"ms.", "ms", "mrs.", "mrs", "miss", "madam", "lady", "queen", "princess", "sister"})
_MALE = frozenset({"mr.", "mr", "sir", "lord", "king", "prince", "father", "brother"})

_IN_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART"})
_RELATIVE = frozenset({"it", "which", "that", "what", "who", "whom", "this"})
"""Pronouns that name no speaker."""
_MARKS = frozenset({",", "”", '"', "''", "’", "'", "—", "–", "?", "!", "»"})

_END_OF_POST = re.compile(r"^of \S+ ")
"""What a name found in an article may take over from the post before it: ``Secretary | of State Mary Holm``."""

TIME_AT_END = re.compile(
    r"(?<=\w),? (?:(?:late|early|earlier|later) )?(?:on )?"
    r"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight)"
    r"(?: (?:morning|afternoon|evening|night))?"
    r"|(?:this|last) (?:year|month|week|morning|afternoon|evening|night|weekend|spring|summer|autumn|fall|winter))$"
)
"""When somebody said it, which is no part of who did."""
AGE_AT_END = re.compile(r",? (?:aged )?\d{1,3}$")
"""An age behind a name, which is none either: ``Vera Holm, 61``."""

Phrase = tuple[int, int]
"""The tokens ``[first, last)`` of a speaker."""


@dataclass(frozen=True, slots=True)
class _Voice:
    """A quotation and who is quoted."""

    start: int
    end: int
    speaker: str | None


def attribute(parsed: Parsed, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The same mentions, with their speakers where the article names them."""
    given = tuple(mentions)
    if not parsed.tokens:
        return given
    voices = _voices(parsed)
    return tuple(m if m.speaker else replace(m, speaker=_speaker_of(parsed, m, voices)) for m in given)


def _speaker_of(parsed: Parsed, mention: Mention, voices: Sequence[_Voice]) -> str | None:
    """The voice around a mention if it is quoted, else who reports its clause."""
    at = bisect_right(voices, mention.span.start, key=lambda v: v.start) - 1
    if at >= 0 and mention.span.start < voices[at].end and voices[at].speaker:
        return voices[at].speaker
    if mention.kind is Kind.QUOTE:
        return None
    found = reporting(parsed, token_at(parsed, (mention.anchor or (mention.span.start, 0))[0]))
    phrase = found.speaker if found else None
    return None if _is_quoted_apart(parsed, phrase, mention, voices) else _named(parsed, phrase)


def _is_quoted_apart(parsed: Parsed, speaker: Phrase | None, mention: Mention, voices: Sequence[_Voice]) -> bool:
    """Whether a phrase stands in quoted words and what it would say does not: ``a “bad idea” for the two towns``."""
    at = parsed.tokens[speaker[0]].start if speaker else -1
    return any(v.start <= at < v.end and not v.start <= mention.span.start < v.end for v in voices)


def _voices(parsed: Parsed) -> tuple[_Voice, ...]:
    """All quotations with their speakers; one without a cue of its own has that of its neighbour in the paragraph."""
    stretches = quoted(blank_masked(parsed.article), parsed.article.paragraphs)
    found: list[_Voice] = []
    for stretch in stretches:
        phrase = _cued_speaker(parsed, stretch, stretches)
        found.append(_Voice(stretch.start, stretch.end, _named(parsed, phrase)))
    paragraphs = [_paragraph(parsed, v.start) for v in found]
    reopened = [s.continues for s in stretches]
    return tuple(_inherited(found, paragraphs, reopened, index) for index in range(len(found)))


def _inherited(found: list[_Voice], paragraphs: list[int], reopened: list[bool], index: int) -> _Voice:
    """A quotation's own speaker, else that of the one before it or after it in the paragraph, or that it continues."""
    voice = found[index]
    if voice.speaker:
        return voice
    before = index > 0 and (paragraphs[index - 1] == paragraphs[index] or reopened[index - 1])
    after = index + 1 < len(found) and (paragraphs[index + 1] == paragraphs[index] or reopened[index])
    candidates = [found[index - 1]] * before + ([found[index + 1]] if after else [])
    speaker = next((c.speaker for c in candidates if c.speaker), None)
    return replace(voice, speaker=speaker)


def _paragraph(parsed: Parsed, offset: int) -> int:
    return parsed.sentences[parsed.tokens[token_at(parsed, offset)].sentence].paragraph


def _cued_speaker(parsed: Parsed, stretch: Quoted, stretches: Sequence[Quoted]) -> Phrase | None:
    """The speaker by the reporting verb next to the marks, else by grammar.

    A quotation that ends with a comma is followed by its verb (``…,” he said``); a fragment is more often led in.
    """
    text = parsed.article.text
    whole = text[stretch.start : stretch.end].rstrip()[-1:] in {",", "?", "!"} or text[stretch.outer_end :][:1] == ","
    sides = ((_verb_after, True), (_verb_before, False))
    for find, after in sides if whole else reversed(sides):
        verb = find(parsed, stretch, stretches)
        speaker = None if verb is None else _speaker_at(parsed, verb, after)
        if speaker is not None and not stretch.outer_start <= parsed.tokens[speaker[0]].start < stretch.outer_end:
            return speaker
    found = reporting(parsed, token_at(parsed, stretch.start))
    within = found is not None and stretch.outer_start <= parsed.tokens[found.cue].start < stretch.outer_end
    return None if found is None or within else found.speaker


def _verb_after(parsed: Parsed, stretch: Quoted, stretches: Sequence[Quoted]) -> int | None:
    """``…,” he said`` and ``…,” said the mayor``: a reporting verb soon after, in the same sentence."""
    text = parsed.article.text
    ends_sentence = text[stretch.start : stretch.end].rstrip()[-1:] in {".", ""}
    first = token_at(parsed, max(stretch.start, stretch.outer_end - 1)) + 1
    if ends_sentence or first >= len(parsed.tokens):
        return None
    paragraph = _paragraph(parsed, stretch.start)
    for index in range(first, min(first + _AFTER, len(parsed.tokens))):
        token = parsed.tokens[index]
        other = any(q.outer_start <= token.start < q.outer_end for q in stretches)
        if other or token.text in {".", ";", "!", "?"} or parsed.sentences[token.sentence].paragraph != paragraph:
            return None
        if _is_cue(token) and (token.lemma in REPORTING or token.lower == "according"):
            return index
    return None


def _verb_before(parsed: Parsed, stretch: Quoted, stretches: Sequence[Quoted]) -> int | None:
    """``The mayor said: “…``, ``called it “…``: the last reporting verb before, in the same sentence."""
    last = token_at(parsed, max(0, stretch.outer_start - 1)) if stretch.outer_start else -1
    paragraph = _paragraph(parsed, stretch.start)
    for index in range(last, max(-1, last - _BEFORE), -1):
        token = parsed.tokens[index]
        if token.text in {".", "!", "?", ";"} or parsed.sentences[token.sentence].paragraph != paragraph:
            return None
        if _is_cue(token) and not any(q.outer_start <= token.start < q.outer_end for q in stretches):
            return index
    return None


def _is_cue(token: Token) -> bool:
    """Whether a token is a verb that may report (``according`` heads a phrase that does)."""
    within_noun = token.tag == "VB" and token.dep.startswith("acl")  # *its right to declare an emergency was “…”*
    return (token.lemma in QUOTING and token.tag.startswith("VB") and not within_noun) or token.lower == "according"


def _speaker_at(parsed: Parsed, verb: int, after: bool) -> Phrase | None:
    """The speaker of a reporting verb: its subject by grammar, else the noun phrase beside it."""
    if parsed.tokens[verb].lower == "according":
        return _phrase_from(parsed, verb + 2)
    if parsed.tokens[verb].lemma in MINDING and (above := reporting(parsed, verb)):
        return above.speaker
    if _is_described(parsed, verb):
        by = agent(parsed, verb) if is_passive(parsed, verb) else None
        return None if by is None else speaker_phrase(parsed, by)
    inverted = _inverted(parsed, verb) if after and parsed.tokens[verb].lemma not in ADDRESSING else None
    beside = (_phrase_before(parsed, verb) or inverted) if after else None
    if beside:
        return beside
    noun = _subject_above(parsed, verb)
    return None if noun is None else speaker_phrase(parsed, noun)


def _inverted(parsed: Parsed, verb: int) -> Phrase | None:
    """The speaker behind a verb: ``…,” said the mayor``; not what the clause that it brings in is about:
    ``… on “The Harbour Show,” said the offer was``.
    """
    found = _phrase_from(parsed, verb + 1)
    opens_clause = found is not None and found[1] < len(parsed.tokens) and parsed.tokens[found[1]].tag in _FINITE
    return None if opens_clause and parsed.tokens[found[1]].pos in {"VERB", "AUX"} else found  # type: ignore[index]


def _is_described(parsed: Parsed, verb: int) -> bool:
    """Whether a participle tells what somebody else calls its noun: ``the man described as “the last smith”``."""
    token, following = parsed.tokens[verb], parsed.tokens[verb + 1 : verb + 2]
    bare = token.tag in ("VBN", "VBD") and bool(following) and following[0].lower == "as"
    return bare or is_passive(parsed, verb)


def _subject_above(parsed: Parsed, verb: int) -> int | None:
    """The subject of a verb, or of the verb that it hangs on: ``The mayor left, saying …``."""
    if is_loose(parsed, verb):
        return None
    for index in ancestors(parsed, verb):
        token = parsed.tokens[index]
        noun = subject(parsed, index) if token.tag.startswith("VB") else None
        if noun is not None and parsed.tokens[noun].pos in {"NOUN", "PROPN", "PRON"}:
            return None if parsed.tokens[noun].lower in _RELATIVE or parsed.tokens[noun].lemma in UNITS else noun
    return None


def _phrase_before(parsed: Parsed, verb: int) -> Phrase | None:
    """The noun phrase between a mark of punctuation and a verb: ``…,” the mayor said``."""
    first = verb
    while first > 0 and _in_phrase(parsed.tokens[first - 1]) and verb - first < 12:
        first -= 1
    opens = first > 0 and parsed.tokens[first - 1].text in _MARKS
    nouns = [t for t in parsed.tokens[first:verb] if t.pos in {"NOUN", "PROPN", "PRON"}]
    return (first, verb) if opens and nouns and parsed.tokens[first].lower not in _RELATIVE else None


def _in_phrase(token: Token) -> bool:
    return token.pos in _IN_PHRASE or token.lower in {"of", "for", "at"} or token.text in HYPHENS


def _phrase_from(parsed: Parsed, index: int) -> Phrase | None:
    """The noun phrase that starts at a token: articles, adjectives, nouns and names."""
    last = index
    while last < len(parsed.tokens) and parsed.tokens[last].pos in _IN_PHRASE:
        last += 1
    nouns = [t for t in parsed.tokens[index:last] if t.pos in {"NOUN", "PROPN", "PRON"}]
    return (index, last) if nouns and last - index <= 10 else None


def _named(parsed: Parsed, phrase: Phrase | None) -> str | None:
    """The speaker as printed; ``he`` and ``she`` as the person they stand for, where only one can be meant."""
    if phrase is None or not may_speak(parsed, phrase):
        return None
    words = parsed.text(phrase[0], _end_of_name(parsed, phrase[1])).removeprefix("what ")
    printed = AGE_AT_END.sub("", TIME_AT_END.sub("", words))
    if printed.lower() in _PRONOUNS:
        return _only_person(parsed, phrase[0]) or printed
    return printed


def may_speak(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether a phrase may name a speaker: no day, figure or happening, no clause, and no thing that something is done
    to (``used such weapons, saying …``: the army says it, not the weapons).
    """
    tokens = parsed.tokens[phrase[0] : phrase[1]]
    if tokens[0].lower in WEEKDAYS or any(t.tag in _FINITE for t in tokens):
        return False
    head = next((t for t in tokens if not phrase[0] <= t.head < phrase[1] or t.head == t.index), tokens[-1])
    if any(t.text[:1].isdigit() and t.dep == "nummod" and t.head == head.index > t.index for t in tokens):
        return False
    if len(tokens) == 1 and head.lower in _OBJECTS:
        return False
    return head.pos != "NOUN" or not (happening(head.lemma.lower()) in _BEFALLING or _is_object(parsed, head))


def _is_object(parsed: Parsed, head: Token) -> bool:
    """Whether something is done to what a noun stands for, and it is nobody."""
    verb = parsed.tokens[head.head]
    acted_on = head.dep in {"obj", "iobj"} and verb.tag.startswith("VB") and verb.lemma not in _CITING
    return acted_on and head.lemma.lower() not in PEOPLE


def _end_of_name(parsed: Parsed, last: int) -> int:
    """Where a name with an ampersand ends: *the Herald & Observer*."""
    while last + 1 < len(parsed.tokens) and parsed.tokens[last].text == "&" and parsed.tokens[last + 1].text.istitle():
        last += 2
    return last


def _only_person(parsed: Parsed, pronoun: int) -> str | None:
    """The one person named before a pronoun in its paragraph, else the one named in the paragraph before it.

    Only where that person acts or speaks there: who is merely spoken of (*Of Holm’s plan, he added …*, *he knows Holm
    well*) is seldom the one who goes on.
    """
    here = parsed.sentences[parsed.tokens[pronoun].sentence].paragraph
    for paragraph in (here, here - 1):
        named = [
            n
            for n in parsed.names
            if n.label == "PERSON"
            and n.first < pronoun
            and any(t.text[0].isupper() for t in parsed.tokens[n.first : n.last])  # *“I was frank,” he said*: no Frank
            and parsed.sentences[parsed.tokens[n.first].sentence].paragraph == paragraph
        ]
        names = [_without_post(parsed, n) for n in named]
        persons = {name.split()[-1].lower() for name in names}
        if len(persons) == 1 and any(_acts(parsed, n, pronoun) for n in named):
            return None if _is_of_other_sex(parsed, named, parsed.tokens[pronoun].lower) else max(names, key=len)
        if persons:
            return None
    return None


def _without_post(parsed: Parsed, name: Name) -> str:
    """A name without the rest of a post that stands before it: *Whip Vera Holm* of *Majority Whip Vera Holm*."""
    words = _END_OF_POST.sub("", parsed.text(name.first, name.last)).split()
    before = parsed.tokens[name.first - 1] if name.first else None
    torn = before is not None and before.text[:1].isupper() and before.pos in {"PROPN", "NOUN", "ADJ"}
    cut = torn and len(words) > 2 and is_title(words[0])
    return " ".join(words[1:] if cut else words)


def _acts(parsed: Parsed, name: Name, pronoun: int) -> bool:
    """Whether somebody named is the subject of a verb, and not within what the pronoun is told to say."""
    head = next((t for t in parsed.tokens[name.first : name.last] if not name.first <= t.head < name.last), None)
    while head is not None and head.dep in {"appos", "flat", "compound", "conj"} and head.head != head.index:
        head = parsed.tokens[head.head]
    if head is None or head.pos == "NUM" or not parsed.tokens[name.last - 1].tag.startswith("NNP"):
        return False
    verb = parsed.tokens[head.head]
    same = head.sentence == parsed.tokens[pronoun].sentence
    spoken = same and verb.index < pronoun and verb.lemma not in QUOTING and parsed.tokens[pronoun].head > verb.index
    inside = verb.index not in ancestors(parsed, pronoun) and spoken
    return head.dep.startswith("nsubj") and not inside


def _is_of_other_sex(parsed: Parsed, names: Iterable[Name], pronoun: str) -> bool:
    """Whether a title before a name rules the pronoun out: *Ms. Holm* is no *he*."""
    others = _FEMALE if pronoun == "he" else _MALE
    first = (parsed.tokens[max(0, n.first - 1) : n.first + 1] for n in names)
    return any(t.lower in others for tokens in first for t in tokens)
