"""Place expressions in a text: a name with its designator, what it lies in, and how far and which way from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from divergence.facts.names.actors import BODIES, parties
from divergence.facts.names.chunks import Chunk, chunks, is_dateline
from divergence.facts.names.classes import ORGANISATION, PEOPLE, PERSON, PLACE
from divergence.facts.names.named import spaced
from divergence.facts.names.runs import NUMBERED
from divergence.facts.place.part import holds_next, is_side, part_after, part_before
from divergence.facts.place.position import acts, position_before
from divergence.facts.place.value import Spot
from divergence.language.parsed import Parsed, Token
from divergence.lexicon import designators
from divergence.lexicon.demonyms import country_of_people
from divergence.lexicon.gazetteer import abbreviated, contains, places_named, resolve, surroundings
from divergence.lexicon.spelling import HYPHENS, fold

_ONE_SPELLING = {"centre": "center", "theatre": "theater", "harbour": "harbor", "st": "street", "ave": "avenue"}
_ONE_SPELLING |= {"rd": "road", "blvd": "boulevard", "hwy": "highway", "ln": "lane", "dr": "drive", "hs": "high"}
_BUILT = designators.FACILITY - designators.SETTLEMENT


_POSTS = frozenset("police border army military guard security command trading control customs frontier".split())
"""What makes a *post* a place: a blog's and an official's are none."""


@dataclass(frozen=True, slots=True)
class Located:
    """One place in tokens ``[first, last)``; ``used`` is one past the last token that its surroundings take."""

    first: int
    last: int
    spot: Spot


def located(parsed: Parsed) -> Iterator[Located]:
    """Every named place that is not a party to the event, in order."""
    found = chunks(parsed)
    at = -1
    for number, chunk in enumerate(found):
        if chunk.first < at or is_dateline(parsed, chunk):
            continue
        one = _locate(parsed, found, number)
        if one is not None and one.first >= at:  # *5th and New* after *A. and 5th* is half told already
            at = one.last
            yield one


def _locate(parsed: Parsed, found: tuple[Chunk, ...], number: int) -> Located | None:
    chunk = found[number]
    base = _built(parsed, chunk) or (_territory(parsed, chunk) if chunk.kind == PLACE else None)
    if base is None or (not base.spot.is_building and _is_no_site(parsed, chunk, base)):
        return None
    noun = base.last
    base = _inside_out(parsed, found, number, _after_noun(parsed, base))
    base = _owner_before(parsed, found, number, base)
    if not base.spot.is_building and not base.spot.part:
        base = _narrowed(parsed, base)
    first, changes = position_before(parsed, base.first, base.spot.is_building)
    if base.spot.is_building and acts(parsed, first, noun):
        return None
    return replace(base, first=first, spot=replace(base.spot, **changes))


def _narrowed(parsed: Parsed, base: Located) -> Located:
    """A territory with the part of it that is told before or behind its name."""
    start, part = part_before(parsed, base.first)
    last, held = (base.last, part) if part else part_after(parsed, base.first, base.last)
    return replace(base, first=start, last=last, spot=replace(base.spot, part=held))


def _is_no_site(parsed: Parsed, chunk: Chunk, base: Located) -> bool:
    """Whether a territory's name stands for a party or a make, owns what comes next, or only says who holds the next
    place.
    """
    named = chunk.first in parties(parsed) or _is_one_of_many(parsed, chunk)
    return named or _owns(parsed, base.last) or holds_next(parsed, base.last)


def _is_one_of_many(parsed: Parsed, chunk: Chunk) -> bool:
    """Whether a name has *a* before it, as a thing of some make has: ``in a white convertible Lancia``; not where it
    says of what follows where it is: *a Boston court*, *an Oslo-based firm*.
    """
    tokens, first = parsed.tokens, chunk.first
    if any(t.text in HYPHENS or t.tag.startswith(("NN", "JJ", "VBN")) for t in tokens[chunk.last : chunk.last + 1]):
        return False
    while first > 0 and tokens[first - 1].tag in ("JJ", "NN", "VBN") and tokens[first - 1].text[:1].islower():
        first -= 1
    return first > 0 and tokens[first - 1].lower in ("a", "an") and tokens[chunk.last - 1].tag.startswith("NN")


def _owns(parsed: Parsed, last: int) -> bool:
    """Whether a name only owns what comes next, or makes a body of it (``Riverton police``)."""
    if last >= len(parsed.tokens):
        return False
    return parsed.tokens[last].text in ("'s", "’s", "’", "'") or parsed.tokens[last].text in BODIES


def _built(parsed: Parsed, chunk: Chunk) -> Located | None:
    """A building, a room or a street by name: ``Maple Street``, ``Dallas County jail``, ``19th and Cedar``."""
    last = chunk.last
    word = fold(parsed.tokens[last - 1].text)
    town = any(p.is_settlement for p in places_named(chunk.text))
    if town or word not in _BUILT or (chunk.kind in (PERSON, PEOPLE) and chunk.last - chunk.first < 2):
        last = _noun_after(parsed, chunk)
        word = parsed.tokens[last - 1].lemma if last > chunk.last else ""
    crossing = _crossing(parsed, chunk)
    if crossing is not None:
        return crossing
    if last == chunk.last and (town or word not in _BUILT or chunk.kind == PERSON or chunk.last - chunk.first < 2):
        return None
    if chunk.kind == ORGANISATION and last == chunk.last and word in designators.ORGANISATION - {"school", "house"}:
        return None
    kind = _ONE_SPELLING.get(word, word)
    within = (spaced(chunk.text),) if last > chunk.last and places_named(chunk.text) else ()
    return _addressed(parsed, Located(chunk.first, last, Spot(spaced(parsed.text(chunk.first, last)), kind, within)))


def _noun_after(parsed: Parsed, chunk: Chunk) -> int:
    """One past the noun for a building that follows a name (over at most two nouns), else the name's end."""
    for at in range(chunk.last, min(chunk.last + 3, len(parsed.tokens))):
        token = parsed.tokens[at]
        if not token.tag.startswith(("NN", "JJ")) or token.tag.startswith("NNP"):
            break
        if token.tag == "JJ" and token.lower.endswith("ed"):  # a verb that the tagger took for an adjective
            break
        if token.lemma in _BUILT:
            return at + 1
    return chunk.last


def _addressed(parsed: Parsed, base: Located) -> Located:
    """A street with the house or block number before it."""
    if base.spot.kind not in designators.STREET:
        return base
    words = [t.lower for t in parsed.tokens[max(0, base.first - 3) : base.first]]
    first = base.first
    if words[-2:] == ["block", "of"] and words[0].isdigit():
        first -= 3
        number = words[0]
    elif words[-1:] and words[-1].isdigit():
        first -= 1
        number = words[-1]
    else:
        return base
    return Located(first, base.last, replace(base.spot, number=number))


def _crossing(parsed: Parsed, chunk: Chunk) -> Located | None:
    """Two streets that meet: ``19th and Cedar``, ``Elm and 4th Streets``."""
    tokens, first, last = parsed.tokens, chunk.first, chunk.last
    if first > 1 and tokens[first - 1].lower == "and" and NUMBERED.match(tokens[first - 2].text):
        return Located(first - 2, last, Spot(_corner(parsed, first - 2, last), "street"))
    if last + 1 < len(tokens) and tokens[last].lower == "and" and NUMBERED.match(tokens[last + 1].text):
        more = int(last + 2 < len(tokens) and fold(tokens[last + 2].text).rstrip("s") in designators.STREET)
        return Located(first, last + 2 + more, Spot(_corner(parsed, first, last + 2), "street"))
    return None


def _corner(parsed: Parsed, first: int, last: int) -> str:
    """Two streets that meet, in one order and without ``Street``, so that both ways of saying it are one place."""
    words = [t.text for t in parsed.tokens[first:last] if fold(t.text) not in designators.STREET]
    at = next(i for i, w in enumerate(words) if w.lower() == "and")
    return " and ".join(sorted((" ".join(words[:at]), " ".join(words[at + 1 :])), key=fold))


def _territory(parsed: Parsed, chunk: Chunk) -> Located:
    """A settlement or territory with the designator in or after its name."""
    text, last = spaced(chunk.text), chunk.last
    if not places_named(text) and is_side(parsed.tokens[chunk.first].text) and last - chunk.first > 1:
        part, rest = parsed.tokens[chunk.first].text.lower(), spaced(parsed.text(chunk.first + 1, last))
        if places_named(rest):
            return Located(chunk.first, last, Spot(rest, part=part))
    own = fold(parsed.tokens[last - 1].text)
    if own in designators.SETTLEMENT and last - chunk.first > 1:
        whole = places_named(text)
        name = text if whole else spaced(parsed.text(chunk.first, last - 1))
        return Located(chunk.first, last, Spot(name, own))
    following = parsed.tokens[last] if last < len(parsed.tokens) else None
    if following is not None and following.lemma in designators.SETTLEMENT and following.tag.startswith("NN"):
        wide = any(p.kind in ("country", "province") for p in places_named(text)[:1])
        if wide and following.lemma in designators.POINTS and not resolve(text, following.lemma):
            return Located(chunk.first, last + 1, Spot(following.lemma, following.lemma, (text,)))
        return Located(chunk.first, last + 1, Spot(text, following.lemma))
    return Located(chunk.first, last, Spot(text))


def _after_noun(parsed: Parsed, base: Located) -> Located:
    """The place with ``the northeastern town of`` or ``the car park of`` before it."""
    tokens, first = parsed.tokens, base.first
    if first > 1 and tokens[first - 1].lower == "the":
        first -= 1
    if first < 2 or tokens[first - 1].lower != "of":
        return base
    noun = tokens[first - 2]
    lemma = noun.lemma if noun.lemma in designators.SETTLEMENT | _BUILT else fold(noun.text).rstrip("s")
    if lemma in designators.SETTLEMENT and not base.spot.is_building:
        return Located(_nouns_before(parsed, first - 2), base.last, replace(base.spot, kind=base.spot.kind or lemma))
    if lemma in _BUILT and base.spot.is_building:
        inner = Spot(lemma, lemma, (base.spot.name,))
        return Located(_nouns_before(parsed, first - 2), base.last, inner)
    return base


def _nouns_before(parsed: Parsed, at: int) -> int:
    """The first token of the noun phrase that ends in token ``at``, without its article."""
    sentence = parsed.sentences[parsed.tokens[at].sentence]
    while at - 1 >= sentence.first and parsed.tokens[at - 1].pos in ("ADJ", "NOUN", "PROPN"):
        at -= 1
    return at


def _inside_out(parsed: Parsed, found: tuple[Chunk, ...], number: int, base: Located) -> Located:
    """The place with what it is said to lie in: ``, Calif.``, ``in Hasakah province``, ``of Ohio``."""
    within = list(base.spot.within)
    last = base.last
    for chunk in found[number + 1 : number + 4]:
        joint = _joint(parsed, last, chunk.first)
        if joint is None or not _holds(parsed, chunk, base.spot, joint):
            break
        outer = _territory(parsed, chunk)
        within.append(_outer_name(outer.spot))
        last = outer.last
    return replace(base, last=last, spot=replace(base.spot, within=tuple(within)))


def _outer_name(outer: Spot) -> str:
    """A surrounding place by name, with its designator; a state's abbreviation as the state."""
    state = abbreviated(outer.name)
    if state and (outer.name.endswith(".") or outer.name.isupper()):
        return state.name
    return f"{outer.name} {outer.kind}" if outer.kind and not outer.name.lower().endswith(outer.kind) else outer.name


def _joint(parsed: Parsed, last: int, first: int) -> str | None:
    """The words between two names that may put the first into the second: ``,``, ``in``, ``of``; else None."""
    between = [t.lower for t in parsed.tokens[last:first]]
    words = [w for w in between if w not in ("the", "northern", "southern", "eastern", "western", "central")]
    if words in ([","], ["in"], [",", "in"], ["of"], ["("]):
        return words[-1]
    kind = words[-2] if len(words) > 2 else ""
    linked = words[:1] in (["in"], [","]) and words[-1:] == ["of"]
    return "in" if linked and kind in designators.SETTLEMENT and len(words) < 6 else None


def _holds(parsed: Parsed, chunk: Chunk, inner: Spot, joint: str) -> bool:
    """Whether the later name can hold the earlier: by the gazetteer, else where nothing speaks against it."""
    text = parsed.text(chunk.first, chunk.last)
    if joint == "," and abbreviated(text) and (text.endswith(".") or text.isupper()):
        return True
    if chunk.kind != PLACE:
        return False
    outer, known = surroundings(_outer_name(_territory(parsed, chunk).spot)), inner.known
    if known and outer and not (inner.kind in designators.POINTS | {"district"} and joint != ","):
        return any(contains(o, k) for o in outer[:4] for k in known)
    if joint == ",":
        return bool(outer) and outer[0].kind in ("country", "province") and not known and not inner.is_building
    return bool(outer) or inner.is_building


def _owner_before(parsed: Parsed, found: tuple[Chunk, ...], number: int, base: Located) -> Located:
    """The place with the country before it: ``Afghanistan’s``, ``Syrian``."""
    if number == 0:
        return base
    before = found[number - 1]
    between = parsed.tokens[before.last : base.first]
    owns = len(between) == 1 and between[0].text in ("'s", "’s") and before.kind == PLACE
    adjacent = before.kind == PEOPLE and (before.last == base.first or base.first <= before.first < base.last)
    if not owns and not adjacent:
        return base
    country = country_of_people(before.text) if adjacent else None
    name = country.name if country else spaced(before.text)
    return replace(base, spot=replace(base.spot, within=(*base.spot.within, name)))


def built_nouns(parsed: Parsed, taken: list[tuple[int, int]]) -> Iterator[Located]:
    """Buildings and rooms without a name, after a preposition of place: ``in a hospital``, ``outside the store``."""
    for token in parsed.tokens:
        if token.lemma not in _BUILT or not token.tag.startswith("NN") or token.tag.startswith("NNP"):
            continue
        if token.lemma == "post" and (token.index == 0 or parsed.tokens[token.index - 1].lower not in _POSTS):
            continue
        first = _compound_first(parsed, token)
        noun = parsed.tokens[first : token.index + 1]
        if any(a < token.index + 1 and first < b for a, b in taken):
            continue
        start, changes = position_before(parsed, first, True)
        if changes.get("relation") and not acts(parsed, start, token.index + 1):
            name = " ".join(t.lower if t is not token else t.lemma for t in noun if t.pos != "DET")
            yield Located(start, token.index + 1, replace(Spot(name, token.lemma), **changes))


def _compound_first(parsed: Parsed, token: Token) -> int:
    at = token.index
    sentence = parsed.sentences[token.sentence]
    while at - 1 >= sentence.first and (parsed.tokens[at - 1].tag in ("NN", "NNS", "JJ")):
        at -= 1
    return at
