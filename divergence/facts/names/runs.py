"""Where names begin and end: runs of capitalised words with what may join them, titles split off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from divergence.facts.names.headings import Known, headline_paragraphs, is_word, is_word_too, known_words
from divergence.facts.remembered import remembered
from divergence.language.first_names import is_month_in_name
from divergence.language.parsed import Parsed, Sentence, Token
from divergence.language.told_names import deed_class
from divergence.lexicon import designators, titles
from divergence.lexicon.aliases import is_given_name, organisation_of
from divergence.lexicon.common import FUNCTION_WORDS as LITTLE
from divergence.lexicon.demonyms import country_of_people
from divergence.lexicon.gazetteer import places_named
from divergence.lexicon.groups import PEOPLE
from divergence.lexicon.name_lists import is_first_name, is_surname
from divergence.lexicon.spelling import OWNING, fold

Run = tuple[int, int, tuple[int, int] | None]
"""First and last token of a name, and the tokens of the title before it."""


TITLE_OBJECTS = frozenset(
    "police staff state defense defence justice interior finance health education commerce labor labour war".split()
)
"""What stands after ``of`` inside a title: ``Chief of Police``, ``Secretary of State``."""
LONGEST = 14
"""Tokens of the longest name; more capitals in a row are a heading or noise, and are read in pieces."""
LONGEST_TEXT = 160
"""Characters of the longest name."""
PARTICLES = frozenset(
    "de la del da di dos das du le van ter ten von der den bin ibn al el ul ud abu bint ould e i y".split()
)
LINKS = frozenset("of for on at the and".split())
SUFFIXES = frozenset({"jr", "sr", "jnr", "snr", "ii", "iii", "iv", "inc", "ltd", "llc", "corp"})
SPLITTING = titles.POLITICAL | titles.POSTS | titles.LEGAL | titles.RANKS | titles.HONORIFICS | titles.KIN
SPLITTING |= frozenset("doctor bishop archbishop cardinal pope rabbi imam ayatollah mullah maulana coach chief".split())
LEADING_BODIES = frozenset("party committee council police department ministry court tribunal".split())
"""Last words of a body's name that may stand before a title: ``Superior Court Judge X``."""
_MONTH_NAMES = frozenset("January March April May June July August".split())
"""Months that are surnames too."""
NUMBERED = re.compile(r"\d{1,3}(?:st|nd|rd|th)\Z")
FUNCTION_WORDS = frozenset({"DET", "PRON", "AUX", "ADP", "CCONJ", "SCONJ", "PART", "INTJ", "PUNCT", "NUM"})


def runs(parsed: Parsed) -> Iterator[Run]:
    """All names of an article: capitalised runs, without the titles before them."""
    known = Known(known_words(parsed), headline_paragraphs(parsed))
    for sentence in parsed.sentences:
        at = sentence.first
        while at < sentence.last:
            if not is_name_word(parsed, sentence, at, known):
                at += 1
                continue
            end = _extend(parsed, sentence, at, known)
            at = _numbered(parsed, sentence, at)
            if parsed.tokens[end - 1].end - parsed.tokens[at].start <= LONGEST_TEXT:
                yield from _split(parsed, at, end)
            at = end


def _numbered(parsed: Parsed, sentence: Sentence, first: int) -> int:
    """The first token of a name that begins with a street's number: ``117th Street``."""
    before = parsed.tokens[first - 1].text if first > sentence.first else ""
    street = fold(parsed.tokens[first].text) in designators.STREET
    return first - 1 if street and NUMBERED.match(before) else first


def is_name_word(parsed: Parsed, sentence: Sentence, at: int, known: Known) -> bool:
    """Whether the token can be part of a name on its own account."""
    token = parsed.tokens[at]
    if _is_initial_or_acronym(token.text) or _is_month_after_given(parsed, at) or _is_first_name(parsed, sentence, at):
        return True
    if not token.text[:1].isupper() or (fold(token.text) in designators.NO_NAME and token.text not in ("US", "May")):
        return False
    if token.text == "May":
        return _is_bearer(parsed, at)
    if token.text == "US" or country_of_people(token.text) or _is_place(parsed, sentence, at, known):
        return token.text.lower() != "us" or (token.text == "US" and token.pos != "AUX")
    if sentence.paragraph in known.headlines:
        return _is_headlined(parsed, sentence, at, known)
    return _is_marked(parsed, sentence, at, known) and not _is_only_word(parsed, sentence, at, known)


def _is_headlined(parsed: Parsed, sentence: Sentence, at: int, known: Known) -> bool:
    """Whether a word in a heading is a name: known from the text, a given name, a body, one of a person's full name."""
    token, before = parsed.tokens[at], parsed.tokens[max(sentence.first, at - 2) : at]
    if token.lower in known.words or organisation_of(token.text) is not None:
        return True
    if _surname_follows(parsed, sentence, at):
        return True
    if is_given_name(token.text):
        return token.lower not in LITTLE and not is_word(token.text)
    opens = len(before) < 2 or not is_first_name(before[0].text)
    first = any(is_given_name(t.text) or (opens and is_first_name(t.text)) for t in before[-1:])
    return first and is_surname(token.text)


def _surname_follows(parsed: Parsed, sentence: Sentence, at: int) -> bool:
    """Whether a first name stands before a surname."""
    word, following = parsed.tokens[at].text, parsed.tokens[at + 1 : min(at + 2, sentence.last)]
    return (is_first_name(word) or is_given_name(word)) and any(is_surname(t.text) for t in following)


def _is_place(parsed: Parsed, sentence: Sentence, at: int, known: Known) -> bool:
    """Whether a capitalised word is listed as a place, and stands for it here."""
    return bool(places_named(parsed.tokens[at].text)[:1]) and not _is_only_word(parsed, sentence, at, known)


def _is_only_word(parsed: Parsed, sentence: Sentence, at: int, known: Known) -> bool:
    """Whether a word that a town is called too opens a sentence or stands in a heading, and is no name elsewhere."""
    token, headed = parsed.tokens[at], sentence.paragraph in known.headlines
    if not (headed or _begins(parsed, sentence, at)) or token.lower in known.words or is_given_name(token.text):
        return False
    following = parsed.tokens[at + 1 : sentence.last][:1]
    proper = [t for t in following if t.text[:1].isupper()]
    longer = any(places_named(parsed.text(at, at + 2)) or (not headed and t.tag.startswith("NNP")) for t in proper)
    other = any(n.label in ("ORG", "PERSON") and n.first <= at < n.last for n in parsed.names)
    return is_word_too(token.text) and not (longer or other or _is_situated(parsed, at))


def _is_situated(parsed: Parsed, at: int) -> bool:
    """Whether a preposition of place, or a comma and a country or state, tells that a word is a town's name."""
    before, following = parsed.tokens[max(0, at - 1) : at], parsed.tokens[at + 1 : at + 3]
    state = len(following) == 2 and following[0].text == "," and bool(places_named(following[1].text)[:1])
    return state or any(t.lower in ("in", "near", "at") for t in before)


def _is_marked(parsed: Parsed, sentence: Sentence, at: int, known: Known) -> bool:
    """Whether a capitalised word is a name by its tag, where it opens a sentence by more than its capital."""
    token = parsed.tokens[at]
    if not _begins(parsed, sentence, at):
        return token.tag.startswith("NNP") or token.pos not in FUNCTION_WORDS
    if token.lower in PEOPLE and token.lower not in known.words:
        return False
    opens = _opens_flat_name(parsed, sentence, at) or _is_harmed(parsed, at) or _opens_full_name(parsed, sentence, at)
    return token.tag.startswith("NNP") or token.lower in known.words or opens


def _is_first_name(parsed: Parsed, sentence: Sentence, at: int) -> bool:
    """Whether a month is a first name, *Jan* among them before a surname or a particle and one."""
    if is_month_in_name(parsed, at):
        return True
    behind = parsed.tokens[at + 1 : sentence.last]
    name = next((t for t in behind if t.lower not in PARTICLES), parsed.tokens[at])
    named = behind[:1] != () and (behind[0].lower in PARTICLES or is_surname(name.text) or not name.text.isascii())
    return parsed.tokens[at].text == "Jan" and named and name.index > at and name.tag.startswith("NNP")


def _is_month_after_given(parsed: Parsed, at: int) -> bool:
    """Whether a month's name is the surname after a given name: ``Theresa May``, ``Emily March said``."""
    token, before = parsed.tokens[at], parsed.tokens[at - 1 : at]
    named = bool(before) and before[0].sentence == token.sentence and is_given_name(before[0].text)
    return named and token.text in _MONTH_NAMES and token.dep == "flat"


def _is_bearer(parsed: Parsed, at: int) -> bool:
    """Whether *May* is somebody: a subject or one with a title, beside no preposition and no number."""
    token, before = parsed.tokens[at], parsed.tokens[at - 1 : at]
    beside = [*before, *parsed.tokens[at + 1 : at + 2]]
    dated = any(t.tag in ("CD", "MD") or t.pos == "ADP" for t in beside)
    titled = any(titles.is_head(t.text) or fold(t.text) in titles.HONORIFICS for t in before)
    return titled or (token.dep.startswith("nsubj") and not dated)


def _is_harmed(parsed: Parsed, at: int) -> bool:
    """Whether a bare word opens a sentence as one to whom something is done that is done to persons alone."""
    token = parsed.tokens[at]
    noun = titles.is_head(token.text) or token.lemma in PEOPLE or token.lower in designators.GENERIC
    bare = token.tag == "NN" and token.text[1:].islower() and not noun
    return bare and deed_class(parsed.tokens, at, at + 1) == "PERSON"


def _is_initial_or_acronym(word: str) -> bool:
    """Whether a word is an initial (``D.``) or an acronym that the world knows, whatever the tagger says of it."""
    if len(word) == 2 and word[0].isupper() and word[1] == ".":
        return True
    return word.isupper() and len(word) > 1 and word not in ("WHO", "ICE") and organisation_of(word) is not None


def _opens_flat_name(parsed: Parsed, sentence: Sentence, at: int) -> bool:
    """Whether the parser ties the next capitalised word to this one as one name, whatever its tag says."""
    token, following = parsed.tokens[at], parsed.tokens[at + 1 : at + 2]
    plain = token.lower in designators.GENERIC or titles.is_head(token.text) or token.pos in FUNCTION_WORDS
    flat = at + 1 < sentence.last and following[0].dep == "flat" and following[0].head == at
    return flat and not plain and following[0].text[:1].isupper()


def _opens_full_name(parsed: Parsed, sentence: Sentence, at: int) -> bool:
    """Whether a first name, or a word with marks, opens a sentence before a proper noun, whatever its tag."""
    following = next((t for t in parsed.tokens[at + 1 : sentence.last] if t.text not in PARTICLES), None)
    proper = following is not None and following.tag.startswith("NNP") and following.text[:1].isupper()
    word = parsed.tokens[at].text
    foreign = not word.isascii() and word.isalpha() and len(word) > 2
    return proper and (foreign or is_first_name(word)) and not titles.is_head(word)


def _begins(parsed: Parsed, sentence: Sentence, at: int) -> bool:
    """Whether the token is the first word of its sentence or of a quotation in it."""
    before = [t for t in parsed.tokens[max(sentence.first, at - 2) : at] if any(c.isalnum() for c in t.text)]
    quoted = at > sentence.first and parsed.tokens[at - 1].text in {'"', "“", "”", "''", "``", "‘", ":"}
    return not before or quoted


def _extend(parsed: Parsed, sentence: Sentence, first: int, known: Known) -> int:
    """One past the last token of the name that begins at ``first``."""
    at = first + 1
    while at < sentence.last and at - first < LONGEST:
        if is_name_word(parsed, sentence, at, known) or _glued(parsed, at) or _is_generation(parsed, at):
            at += 1
            continue
        after = _over_link(parsed, sentence, first, at, known)
        if after is None:
            break
        at = after
    while at > first + 1 and not parsed.tokens[at - 1].text[-1:].isalnum() and parsed.tokens[at - 1].text[-1:] != ".":
        at -= 1
    return at


def _is_generation(parsed: Parsed, at: int) -> bool:
    """Whether a numeral tells which bearer of the name before it is meant, whatever its tag: ``Henry Vance III``."""
    word = parsed.tokens[at].text
    return word.isupper() and word.lower() in SUFFIXES and parsed.tokens[at - 1].text[1:].islower()


def _glued(parsed: Parsed, at: int) -> bool:
    """Whether a token hangs on the one before without white space, by a hyphen (``Tehreek-e-Taliban``)."""
    before, token = parsed.tokens[at - 1], parsed.tokens[at]
    following = parsed.tokens[at + 1 : at + 3]
    joined = len(following) == 2 and following[0].text in "-–‑" and following[1].text[:1].isupper()
    if joined and token.text.isalpha() and token.end == following[0].start and following[0].end == following[1].start:
        return True
    if before.end != token.start:
        return False
    if token.text in "-–‑":
        glued = len(following) > 0 and following[0].start == token.end
        return glued and (_continues(following[0].text) or _is_syllable(parsed, at + 1))
    return before.text in "-–‑" and (_continues(token.text) or _is_syllable(parsed, at))


def _is_syllable(parsed: Parsed, at: int) -> bool:
    """Whether small letters after a hyphen end a given name: ``Kim Jong-un``, ``Ban Ki-moon`` (not ``Trump-era``)."""
    token, before = parsed.tokens[at], parsed.tokens[at - 3 : at - 1]
    if at < 3 or not token.text.isalpha() or len(token.text) > 5 or token.lower in designators.HYPHENED:
        return False
    return token.tag[:2] in ("NN", "FW", "JJ", "RB") and all(
        t.text[:1].isupper() and t.text.isalpha() and t.tag.startswith("NNP") and not country_of_people(t.text)
        for t in before
    )


def _continues(word: str) -> bool:
    """Whether a word after a hyphen goes on with the name: capital, digit or particle (not ``IS-held``)."""
    return word[:1].isupper() or word.isdigit() or word in PARTICLES


def _over_link(parsed: Parsed, sentence: Sentence, first: int, at: int, known: Known) -> int | None:
    """The index after a joining word and the name word behind it, where both belong to the name; else None."""
    token = parsed.tokens[at]
    following = at + 1
    skipped = {"the"} if token.lower in LINKS else PARTICLES | {"-"} if token.lower in PARTICLES else frozenset()
    while following < sentence.last and parsed.tokens[following].lower in skipped:
        following += 1
    if following >= sentence.last:
        return None
    nxt = parsed.tokens[following]
    if token.text == "," and fold(nxt.text) in SUFFIXES:
        return following + 1
    if not is_name_word(parsed, sentence, following, known) or not nxt.text[0].isupper():
        return None
    return following + 1 if _joins(parsed, first, at, token, nxt) else None


def _joins(parsed: Parsed, first: int, at: int, token: Token, nxt: Token) -> bool:
    """Whether a word between two name words makes them one name."""
    before = [t.lower for t in parsed.tokens[first:at]]
    if token.text in OWNING:
        last = fold(nxt.text)
        owned = last in designators.ORGANISATION | designators.FACILITY
        return owned and (fold(before[0]) in ("st", "saint") or not places_named(" ".join(before))[:1])
    if token.lower == "and":
        return _and_joins(parsed, before, parsed.text(first, nxt.index + 1), nxt)
    return token.lower in PARTICLES or token.text == "&" or _of_joins(before, token.lower, nxt)


def _of_joins(before: list[str], link: str, nxt: Token) -> bool:
    """Whether *of*, *for*, *at* or *on* belongs to a name: to a body that takes it, or to a title."""
    if link in ("at", "on"):
        return bool({"university", "council", "committee", "commission"} & set(before))
    if titles.is_head(before[-1]):
        return link == "of" and fold(nxt.text) in TITLE_OBJECTS
    return link in LINKS and _head_before(before)


def _and_joins(parsed: Parsed, before: list[str], whole: str, nxt: Token) -> bool:
    """Whether *and* stands inside one name: a listed one, or a body's (``Food and Drug Board``)."""
    inside = bool({"of", "for", "on"} & set(before)) and fold(nxt.text) not in designators.NO_NAME
    if places_named(whole) or organisation_of(whole) is not None:
        return True
    return (inside or _one_body(parsed, before, nxt)) and not places_named(nxt.text)[:1]


def _one_body(parsed: Parsed, before: list[str], nxt: Token) -> bool:
    """Whether *and* joins words inside one body's name: ``Customs and Border Agency``, ``Food and Drug Board``."""
    after = [nxt.text]
    for token in parsed.tokens[nxt.index + 1 : nxt.index + 4]:
        if not token.text[:1].isupper():
            break
        after.append(token.text)
    ends = len(after) > 1 and fold(after[-1]) in designators.ORGANISATION
    own = before[-1] in designators.ORGANISATION | designators.FACILITY or is_given_name(before[-1])
    return ends and not own and not places_named(before[-1])[:1] and country_of_people(after[0]) is None


def _head_before(before: list[str]) -> bool:
    """Whether the run so far ends in a word that takes ``of``: a ministry, a university, an observatory."""
    last = before[-1].strip(".")
    return last in designators.JOINING or (last in designators.ORGANISATION and last not in ("police", "party"))


def _split(parsed: Parsed, first: int, last: int) -> Iterator[Run]:
    """Split a run into a leading people or place, a title and the name (``Turkish President X``)."""
    if last - first > 1 and _lost_apostrophe(parsed.tokens[first].text):
        yield first, first + 1, None
        first += 1
    if last - first > 1 and _ends_title(parsed, first) and not places_named(parsed.text(first + 1, last))[:1]:
        yield first + 1, last, (first - 2, first + 1)
        return
    head = _title_end(parsed, first, last)
    if head is None:
        yield first, last, _lower_title(parsed, first)
        return
    start = first
    if head < last:
        lead = _leading(parsed, first, head)
        if lead:
            yield lead[0], lead[1], None
            start = lead[1]
        yield head, last, (start, head)
    else:
        lead = _leading(parsed, first, head)
        if lead:
            yield lead[0], lead[1], None


def _ends_title(parsed: Parsed, first: int) -> bool:
    """Whether a run begins with the end of a title that opens the sentence: *Staff* of ``Chief of Staff X``."""
    before = parsed.tokens[max(0, first - 2) : first]
    inside = len(before) == 2 and before[1].lower == "of" and before[0].sentence == parsed.tokens[first].sentence
    return inside and before[0].text[:1].isupper() and _is_title_of(before[0].text, parsed.tokens[first].text)


def _lost_apostrophe(word: str) -> bool:
    """Whether a word is a country's genitive whose apostrophe was lost: ``Syrias president``."""
    if not word.endswith("s") or places_named(word) or country_of_people(word):
        return False
    return any(p.kind == "country" for p in places_named(word[:-1])[:1])


def _leading(parsed: Parsed, first: int, head: int) -> tuple[int, int] | None:
    """The name that a capitalised title begins with: a people, a place or an organisation."""
    for end in range(head - 1, first, -1):
        text = parsed.text(first, end)
        if country_of_people(text) or organisation_of(text) or places_named(text)[:1]:
            return first, end
        if fold(parsed.tokens[end - 1].text) in LEADING_BODIES:
            return first, end
    return None


def _title_end(parsed: Parsed, first: int, last: int) -> int | None:
    """One past the last title word inside a run, where what follows can be a person; ``last`` if all is title."""
    words = [t.text for t in parsed.tokens[first:last]]
    of = len(words) > 2 and words[1].lower() == "of"
    if of and fold(words[0]) in designators.JOINING and not _is_title_of(words[0], words[2]):
        return None
    heads = [i for i, w in enumerate(words) if w.lower().rstrip(".") in SPLITTING or titles.base(w) in SPLITTING]
    if heads and _is_surname(parsed, first, last, heads[-1]):
        heads = [h for h in heads[:-1] if not any(_reads_given(parsed, at) for at in range(first, first + h))]
    if not heads:
        return None
    end = heads[-1] + 1
    if [w.lower() for w in words[end : end + 1]] == ["of"] and fold(
        " ".join(words[end + 1 : end + 2])
    ) in TITLE_OBJECTS:
        end += 2
    rest = words[end:]
    if not rest:
        return last if end > 1 or len(words) == 1 else None
    if any(
        w.lower() in ("of", "for") and fold(words[i]) in designators.JOINING for i, w in enumerate(words[1 : heads[-1]])
    ):
        return None
    unfit = designators.ORGANISATION | designators.FACILITY | designators.SETTLEMENT
    if fold(rest[-1]) in unfit or rest[0].lower() in LINKS | OWNING | {"-", "&"} or len(rest) > 5:
        return None
    return first + end


def _is_title_of(head: str, thing: str) -> bool:
    """Whether two words around *of* are a title: ``Secretary of State``, ``Chief of Staff``."""
    return head.lower() in SPLITTING and fold(thing) in TITLE_OBJECTS


def _is_surname(parsed: Parsed, first: int, last: int, head: int) -> bool:
    """Whether a title's word is the surname of a full name here or elsewhere: ``Stephen King``, ``Luther King Jr.``."""
    word, rest = parsed.tokens[first + head], parsed.tokens[first + head + 1 : last]
    if fold(word.text) not in titles.ALSO_SURNAMES or any(fold(t.text) not in SUFFIXES for t in rest if t.text != ","):
        return False
    if not head:
        return (
            not rest
            and word.lower in _surnames(parsed)
            and (first == 0 or parsed.tokens[first - 1].lower not in ("the", "a"))
        )
    return any(_reads_given(parsed, at) for at in range(first, first + head))


def _reads_given(parsed: Parsed, at: int) -> bool:
    """Whether a word before a surname is a given name: a listed one, or one that the pipeline puts in a person's."""
    word = parsed.tokens[at].text
    if titles.is_head(word) or titles.is_modifier(word) or country_of_people(word):
        return False
    return is_given_name(word) or any(n.label == "PERSON" and n.first <= at and at + 1 < n.last for n in parsed.names)


@remembered
def _surnames(parsed: Parsed) -> frozenset[str]:
    """Last words of the full names of persons, as the pipeline found them."""
    full = (n for n in parsed.names if n.label == "PERSON" and n.last - n.first > 1)
    return frozenset(parsed.tokens[n.last - 1].lower for n in full)


def _lower_title(parsed: Parsed, first: int) -> tuple[int, int] | None:
    """The tokens of a title in small letters right before a name (``campaign chairman Paul …``)."""
    sentence = parsed.sentences[parsed.tokens[first].sentence]
    at = first - 1
    if at >= sentence.first and fold(parsed.tokens[at].text) in titles.HONORIFICS:
        return at, first
    if at < sentence.first or not titles.is_head(parsed.tokens[at].text) or parsed.tokens[at].text.endswith("s"):
        return None
    while at - 1 >= sentence.first and titles.is_modifier(parsed.tokens[at - 1].text):
        at -= 1
    return at, first
