"""Roles: what a person is: a title, a post, kin of somebody, a suspect or a person of interest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from divergence.facts.about.clause import dependents
from divergence.facts.about.slots import mention, slot_at
from divergence.facts.about.subject import held
from divergence.facts.names.chunks import Chunk, full_name, of_kind
from divergence.facts.names.classes import PERSON
from divergence.facts.names.named import spaced
from divergence.facts.names.role_value import Role, printed_role, relate_roles, role_of_words
from divergence.facts.names.runs import TITLE_OBJECTS
from divergence.facts.types import Asked, FactType, Nature, Neutral, Related
from divergence.language.parsed import Parsed, Token
from divergence.lexicon import titles
from divergence.lexicon.demonyms import country_of_people
from divergence.lexicon.spelling import OWNING, fold
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Means, Mention, Slot

KIN = "kin"
"""The rule that finds a role by whose kin somebody is."""
UNNAMED_HOLDERS = frozenset({"standing", "kin"})
"""Holders that stand for a class of posts, not for somebody."""

_ALSO_VERBS = frozenset("head lead coach star judge partner guard aide witness target pilot police mine".split())
_BE = frozenset("be become remain".split())
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "PART", "NUM"})


@dataclass(frozen=True, slots=True)
class FoundRole:
    """A role in tokens ``[first, last)``, its head word, and whose it is where the text says so."""

    first: int
    last: int
    head: int
    holder: str
    rule: str


def find(parsed: Parsed) -> Iterator[Mention]:
    """Every role: before a name, beside it, said of it, and kin of an owner."""
    taken: set[int] = set()
    for found in (*_before_names(parsed), *_after_names(parsed), *_said(parsed), *_kin(parsed)):
        if not taken & set(range(found.first, found.last)):
            taken |= set(range(found.first, found.last))
            if not _is_either(parsed, found):
                yield _mention(parsed, found)


def _is_either(parsed: Parsed, found: FoundRole) -> bool:
    """Whether the article leaves open which of two roles it is: *an aide or adviser*, *an adviser or aide*."""
    sentence = parsed.sentences[parsed.tokens[found.head].sentence]
    around = [i for i in (found.first - 1, found.last) if sentence.first <= i < sentence.last]
    return any(parsed.tokens[i].lower == "or" for i in around)


def _mention(parsed: Parsed, found: FoundRole) -> Mention:
    words = [t.text for t in parsed.tokens[found.first : found.last]]
    value = role_of_words(words, found.head - found.first)
    if words[-2:] == ["of", "interest"]:
        value = Role("person of interest", (), value.former)
    start, end = parsed.tokens[found.first].start, parsed.tokens[found.last - 1].end
    stated = mention(parsed, start, end, Kind.ROLE, value, found.rule)
    slot = slot_at(parsed, found.first, found.last, found.head)
    if found.holder:
        slot = Slot(negated=slot.negated, modal=slot.modal)
    return replace(
        stated,
        means=Means.KINSHIP if found.rule == KIN else Means.OWN_WORDS,
        slot=replace(slot, head=value.family, holder=full_name(parsed, found.holder) if found.holder else slot.holder),
    )


def _before_names(parsed: Parsed) -> Iterator[FoundRole]:
    """``Defence Minister X``, ``former campaign chairman X``, ``Y’s campaign manager, X``."""
    for chunk in of_kind(parsed, PERSON):
        head = _title_head(parsed, chunk.first - 1)
        if head > 0 and parsed.tokens[head].text == ",":
            head -= 1
            if not _owned(parsed, head):
                continue
        if head >= 0 and _is_role(parsed, head) and parsed.tokens[head].sentence == parsed.tokens[chunk.first].sentence:
            last = chunk.first if head < chunk.first - 2 else head + 1
            yield FoundRole(_phrase_start(parsed, head), last, head, spaced(chunk.text), "title-before-name")


def _title_head(parsed: Parsed, at: int) -> int:
    """The head of a title that ends in token ``at``: *Chief* in ``Chief of Staff``."""
    inside = at > 1 and fold(parsed.tokens[at].text) in TITLE_OBJECTS and parsed.tokens[at - 1].lower == "of"
    return at - 2 if inside else at


def _owned(parsed: Parsed, head: int) -> bool:
    """Whether an owner or a possessive stands in the noun phrase that ends here."""
    first = _phrase_start(parsed, head)
    return any(
        t.text in OWNING or t.tag == "PRP$" or t.lower in ("the", "a", "an")
        for t in parsed.tokens[max(0, first - 1) : head]
    )


def _is_role(parsed: Parsed, at: int) -> bool:
    token = parsed.tokens[at]
    plain = token.lower.rstrip(".")
    verb = token.tag.startswith("VB") and plain in _ALSO_VERBS
    return titles.is_head(token.text) and plain not in titles.HONORIFICS - {"dr", "prof"} and not verb


def _phrase_start(parsed: Parsed, head: int) -> int:
    """The first token of the noun phrase that ends in the role's head, with an owner, without an article."""
    sentence = parsed.sentences[parsed.tokens[head].sentence]
    at = head
    while at - 1 >= sentence.first and head - at < 8:
        before = parsed.tokens[at - 1]
        fits = before.pos in _INSIDE or before.text in OWNING or before.tag in ("PRP$", "CD", "HYPH")
        fits = fits or titles.is_modifier(before.text) or country_of_people(before.text) is not None
        if not fits or before.tag.startswith("VB"):
            break
        at -= 1
    return at


def _after_names(parsed: Parsed) -> Iterator[FoundRole]:
    """``X, the group’s chief spokesperson``; ``X, chairman of the party``; ``X (…)`` stays out."""
    for chunk in of_kind(parsed, PERSON):
        at = _over_age(parsed, chunk)
        if at is None:
            continue
        head = _head_within(parsed, at)
        if head is not None:
            first = at + int(parsed.tokens[at].pos == "DET")
            yield FoundRole(first, _phrase_end(parsed, head), head, spaced(chunk.text), "title-after-name")


def _over_age(parsed: Parsed, chunk: Chunk) -> int | None:
    """The token after ``X,`` or ``X, 38,`` or ``X, who was``, or None."""
    at, tokens = chunk.last, parsed.tokens
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return None
    at += 1
    if tokens[at].text.isdigit() and at + 1 < len(tokens) and tokens[at + 1].text == ",":
        at += 2
    if at + 1 < len(tokens) and tokens[at].lower == "who" and tokens[at + 1].lemma in _BE:
        at += 2
    return at if at < len(tokens) and tokens[at].sentence == tokens[chunk.first].sentence else None


def _head_within(parsed: Parsed, at: int) -> int | None:
    """The role's head in the noun phrase that begins at token ``at``: its last role word before a preposition."""
    found = None
    for token in parsed.tokens[at : at + 9]:
        if _is_role(parsed, token.index) and token.sentence == parsed.tokens[at].sentence:
            found = token.index
        elif found is not None or not (token.pos in _INSIDE | {"DET"} or token.text in OWNING or token.tag == "PRP$"):
            break
    if found is not None and found + 1 < len(parsed.tokens) and parsed.tokens[found + 1].text in OWNING:
        return None
    return found


def _phrase_end(parsed: Parsed, head: int) -> int:
    """One past a role with what it is of: ``chairman of the Wisconsin Republican Party``."""
    tokens = parsed.tokens
    at = head + 1
    if at < len(tokens) and tokens[at].lower in ("of", "for", "in", "at", "to"):
        end = at + 1
        while (
            end < len(tokens)
            and (tokens[end].pos in _INSIDE | {"DET"} or tokens[end].lower in ("of", "&"))
            and end - at < 10
        ):
            end += 1
        return end if end > at + 1 else at
    return at


def _said(parsed: Parsed) -> Iterator[FoundRole]:
    """``X is a person of interest``, ``the suspect is X``, ``identified the suspect as X``."""
    for token in parsed.tokens:
        standing = token.lemma in titles.STANDING or _of_interest(parsed, token)
        predicate = any(c.lemma in _BE for c in dependents(parsed, token.index, "cop")) and _is_role(
            parsed, token.index
        )
        counted = any(dependents(parsed, token.index, "nummod"))
        if not token.tag.startswith("NN") or counted or not (standing or predicate):
            continue
        last = token.index + 3 if _of_interest(parsed, token) else token.index + 1
        yield FoundRole(_phrase_start(parsed, token.index), last, token.index, _subject(parsed, token), "role-said")


def _of_interest(parsed: Parsed, token: Token) -> bool:
    following = [t.lower for t in parsed.tokens[token.index + 1 : token.index + 3]]
    return token.lemma in ("person", "people") and following == ["of", "interest"]


def _subject(parsed: Parsed, token: Token) -> str:
    """The name of whom a role is said: the clause's subject, a name in apposition, or one after *as*."""
    found = [t for t in dependents(parsed, token.index, "nsubj", "appos") if t.tag.startswith("NNP")]
    names = [c for c in of_kind(parsed, PERSON) if any(c.first <= t.index < c.last for t in found)]
    following = [c for c in of_kind(parsed, PERSON) if token.index < c.first <= token.index + 8]
    near = [c for c in following if _leads_to(parsed, token.index + 1, c.first)]
    return spaced((names or near)[0].text) if names or near else ""


def _leads_to(parsed: Parsed, first: int, last: int) -> bool:
    """Whether only *as*, *is*, marks and an age stand between a role and a name."""
    words = [t for t in parsed.tokens[first:last] if t.text.isalpha()]
    return all(t.lower in ("as", "is", "was", "in", "the", "case", "old", "year") for t in words)


def _kin(parsed: Parsed) -> Iterator[FoundRole]:
    """Kin of an owner: ``his own daughter``, ``the girl’s mother’s boyfriend``."""
    for token in parsed.tokens:
        if token.lemma not in titles.KIN or not token.tag.startswith("NN"):
            continue
        following = parsed.tokens[token.index + 1] if token.index + 1 < len(parsed.tokens) else None
        owned = any(dependents(parsed, token.index, "nmod:poss")) or _owned(parsed, token.index)
        if owned and not (following is not None and following.text in OWNING):
            first = _phrase_start(parsed, token.index)
            yield FoundRole(first, token.index + 1, token.index, _subject(parsed, token), KIN)


def _role(found: Mention) -> Role:
    assert isinstance(found.value, Role)
    return found.value


def relate(left: Mention, right: Mention) -> Related:
    """How two roles of one person stand; of two persons, or of nobody in particular, they may well go together."""
    found = relate_roles(_role(left), _role(right))
    if found.relation is not Relation.CONFLICTS or _of_one(left, right):
        return found
    pair = " and ".join(sorted((phrase(left), phrase(right))))
    return Related(Relation.CANNOT_TELL, f"{pair} may refer to two persons")


def _of_one(left: Mention, right: Mention) -> bool:
    """Whether nothing says that two roles are two persons': named holders share a name, kin need a named holder."""
    named = [set(m.slot.holder.split()) for m in (left, right) if m.means is not Means.KINSHIP]
    if len(named) < 2:
        return False
    return not all(named) or bool(named[0] & named[1])


def phrase(found: Mention) -> str:
    """The role in normal words."""
    return printed_role(_role(found))


def fields(found: Mention) -> dict[str, str | None]:
    """Head, qualifiers and whether it is over, for programs."""
    role = _role(found)
    return {"role": role.head, "of": "; ".join(role.qualifiers) or None, "former": "yes" if role.former else None}


def heading(slot: Slot, mentions: Sequence[Mention]) -> Asked:
    """Which post somebody has, where the slot names somebody."""
    named = slot.holder not in {"", *UNNAMED_HOLDERS}
    return f"Which post or title does {slot.holder} have?" if named else Neutral(ROLE.given)


ROLE = FactType(
    kind=Kind.ROLE,
    find=find,
    relate=relate,
    phrase=phrase,
    fields=fields,
    nature=Nature.NAME,
    noun="post or title",
    given="Post or title given",
    asks="Which post or title",
    about="someone's role or title",
    subject=held("post or title"),
    heading=heading,
    factual=False,
)
