"""One list of what both readings found, each finding with who found it and how sure that makes it.

Nothing of a model's own words enters: values and headings come from the quoted words and from our own reading of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from divergence.assess.assessment import stable_id
from divergence.assess.heading import GRAMMAR, heading
from divergence.assess.sentence import sentence
from divergence.assess.silence import unspoken
from divergence.facts import fact_type
from divergence.facts.about.told import ToldWords
from divergence.language.capitals import Spelling, spell
from divergence.link.units import readings_of
from divergence.model.comparison import Divergence, Reading, Relation, Severity, Verdict
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Article, Span, Story
from divergence.second.answers import Judgement
from divergence.second.blind import PairInQuestion, is_conflict
from divergence.second.calibration import Calibration, Signs
from divergence.second.locate import Claim, LocatedQuotation
from divergence.second.matching import match, pair_of_claim, pair_of_finding
from divergence.second.typed import Checked, inside, is_in_words

CERTAIN = 0.9
"""Confidence from which a finding of the rules stays flagged whatever a model says."""
REJECTED = 0.3
"""Probability below which the blind check's word lowers a finding of the rules."""
QUOTED = "second-reading"
"""The rule of a mention that is a model's quotation."""
FIRST_PARAGRAPHS = 2
"""Paragraphs in which what is told is prominent."""
SHORTEST_SHARED = 4
MOST_SHARED = 3
"""Letters of the shortest word, and the most words, that a heading takes from what both sides share."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Everything that the second reading says of one story."""

    claims: tuple[Checked, ...]
    judgements: Mapping[PairInQuestion, Judgement]
    calibration: Calibration
    may_lower: bool = True
    """Whether a finding of the rules may move down to the leads."""


def merge(
    found: Sequence[Divergence], voices: Voices, story: Story, mentions: Sequence[Mention], spelling: Spelling
) -> tuple[Divergence, ...]:
    """The rules' findings and the model's as one list, in the order in which a reader sees them."""
    matched = match([d if d.verdict is Verdict.CONFLICT else replace(d, readings=()) for d in found], voices.claims)
    by_finding: dict[int, Checked] = {}
    for claim, finding in matched.items():
        by_finding.setdefault(finding, voices.claims[claim])
    known = [_heard(d, by_finding.get(i), voices) for i, d in enumerate(found)]
    alone = (c for i, c in enumerate(voices.claims) if i not in matched)
    added = [d for c in alone if (d := _added(c, voices, story, mentions, spelling))]
    return _numbered([*known, *added])


def _heard(found: Divergence, claim: Checked | None, voices: Voices) -> Divergence:
    """A finding of the rules with what the model says of it; no model makes it less sure, it may only move it down."""
    pair = pair_of_finding(found)
    if pair is None:
        return found
    judgement = voices.judgements.get(pair) or (voices.judgements.get(pair_of_claim(claim)) if claim else None)
    if claim is not None:
        chance = voices.calibration.confidence(
            Signs(found.confidence, claim.claim.confidence, judgement.probability if judgement else None)
        )
        return replace(
            found,
            confidence=round(max(chance, found.confidence), 2),
            why=(
                *found.why,
                "A language model that read the articles reports it too.",
                *_said(judgement),
                *_explained(claim.claim),
            ),
            found_by=("rules", "model"),
            explained_by=claim.claim.explained_by,
        )
    if judgement is None:
        return found
    lowered = not is_conflict(judgement) and judgement.probability < REJECTED and found.confidence < CERTAIN
    if lowered and voices.may_lower:
        return replace(
            found,
            verdict=Verdict.LEAD,
            relation=Relation.CANNOT_TELL,
            why=(
                "Moved down: a language model that read the articles does not report it.",
                *_said(judgement),
                "The rules flagged it:",
                *found.why,
            ),
        )
    return replace(found, why=(*found.why, *_said(judgement)))


def _said(judgement: Judgement | None) -> tuple[str, ...]:
    if judgement is None:
        return ()
    told = {"conflict": "a conflict", "compatible": "no conflict", "different facts": "different facts"}
    return (f"A blind check of the passages calls it {told[judgement.verdict]} ({judgement.probability:.2f}).",)


def _explained(claim: Claim) -> tuple[str, ...]:
    """What may explain a difference that is one all the same."""
    told = {"scope": "another scope", "time": "a later state of things", "definition": "another definition"}
    return (
        (f"In its view {told[claim.explained_by]} may explain the difference.",) if claim.explained_by in told else ()
    )


def _added(
    checked: Checked, voices: Voices, story: Story, mentions: Sequence[Mention], spelling: Spelling
) -> Divergence | None:
    """A claim as a finding of its own; None where its values turn out to be one."""
    articles = {a.id: a for a in story.articles}
    used = tuple(dict.fromkeys(r for side in checked.sides for r in side))
    readings = _typed_readings(used, checked.claim.kind, mentions) or _quoted_readings(used, checked, articles)
    if len(readings) < 2:
        return None
    kind, shown = checked.claim.kind, [m for r in readings for m in r.mentions]
    judgement = voices.judgements.get(pair_of_claim(checked))
    signs = Signs(None, checked.claim.confidence, judgement.probability if judgement else None)
    chance = round(voices.calibration.confidence(signs), 2)
    flagged = chance >= voices.calibration.threshold
    subject = _subject(kind, shown, {a.id: a.text for a in story.articles}, spelling)
    why = [sentence(checked.related.why)] if checked.related else []
    why += ["A language model that read the articles takes both passages for one fact.", *_said(judgement)]
    why += _explained(checked.claim)
    if not flagged:
        why.insert(0, f"Its confidence, {chance:.2f}, is below {voices.calibration.threshold:g}.")
    return Divergence(
        id=stable_id(kind, subject, [r.value for r in readings]),
        kind=kind,
        subject=subject,
        verdict=Verdict.CONFLICT if flagged else Verdict.LEAD,
        relation=Relation.CONFLICTS if flagged else Relation.CANNOT_TELL,
        severity=_severity(kind, shown),
        confidence=chance,
        why=tuple(why),
        readings=readings,
        silent=unspoken(story.articles, (_passage(m) for m in shown)),
        found_by=("model",),
        explained_by=checked.claim.explained_by,
    )


def _passage(mention: Mention) -> Span:
    """What is said of a value: the quoted words, or the sentence of one that our own reading found."""
    return mention.span if mention.rule == QUOTED else mention.sentence


def _typed_readings(used: Sequence[LocatedQuotation], kind: Kind, mentions: Sequence[Mention]) -> tuple[Reading, ...]:
    """Readings by our own mentions, where each quotation holds exactly one of the kind; else none."""
    ours = [] if is_in_words(kind) else [inside(r, kind, mentions) for r in used]
    if not ours or any(len(found) != 1 for found in ours):
        return ()
    readings = tuple(Reading(v, m) for v, m in readings_of(found[0] for found in ours).items())
    return readings if len(readings) > 1 else ()


def _quoted_readings(
    used: Sequence[LocatedQuotation], checked: Checked, articles: Mapping[str, Article]
) -> tuple[Reading, ...]:
    """Readings by the quoted words themselves, grouped as the model groups them, each called by its first words."""
    kind = checked.claim.kind if checked.claim.kind in (Kind.EVENT, Kind.ATTRIBUTION) else Kind.EVENT
    grouped: dict[str, list[Mention]] = {}
    for one in sorted(used, key=lambda r: r.span):
        grouped.setdefault(one.value, []).append(_mention(one, kind, articles[one.span.article]))
    readings = {
        fact_type(kind).phrase(found[0]): Reading(fact_type(kind).phrase(found[0]), tuple(found))
        for found in grouped.values()
    }
    return tuple(readings.values())


def _mention(located: LocatedQuotation, kind: Kind, article: Article) -> Mention:
    """Quoted words as a mention of this story; their sentence is what stands around them in the paragraph."""
    number, paragraph = next(
        ((i, p) for i, p in enumerate(article.paragraphs) if p[0] <= located.span.start < p[1]),
        (0, (located.span.start, located.span.end)),
    )
    sentence = Span(article.id, paragraph[0], max(paragraph[1], located.span.end))
    told = ToldWords(" ".join(located.text.split()))
    return Mention(kind, located.span, located.text, told, Hedge.EXACTLY, Slot(), sentence, number, QUOTED)


def _subject(kind: Kind, mentions: Sequence[Mention], texts: Mapping[str, str], spelling: Spelling) -> str:
    """What the values answer: our own heading where we read the values, else the words that all quotations share."""
    if all(m.kind is kind for m in mentions) and kind not in (Kind.EVENT, Kind.ATTRIBUTION):
        return spell(heading(mentions, texts), spelling, GRAMMAR)
    sets = [{w.casefold() for w in _long_words(m.text)} for m in mentions]
    shared = [w for w in dict.fromkeys(_long_words(mentions[0].text)) if all(w.casefold() in s for s in sets)]
    about, given = " ".join(shared[:MOST_SHARED]), fact_type(kind).given
    return f"{given} In passages about “{about}”" if about else given


def _long_words(text: str) -> list[str]:
    return [w for w in text.split() if w.isalpha() and len(w) >= SHORTEST_SHARED]


def _severity(kind: Kind, mentions: Iterable[Mention]) -> Severity:
    prominent = any(m.paragraph < FIRST_PARAGRAPHS for m in mentions)
    if fact_type(kind).weighty:
        return Severity.HIGH if prominent else Severity.MEDIUM
    return Severity.MEDIUM if prominent else Severity.LOW


def _numbered(found: Iterable[Divergence]) -> tuple[Divergence, ...]:
    """In the order in which a reader sees them; an id that stands already is numbered on."""
    listed = sorted(found, key=_order)
    taken = {d.id for d in listed if d.found_by != ("model",)}
    numbered = []
    for one in listed:
        id, number = one.id, 1
        while one.found_by == ("model",) and id in taken:
            number += 1
            id = f"{one.id}-{number}"
        taken.add(id)
        numbered.append(replace(one, id=id))
    return tuple(numbered)


def _order(one: Divergence) -> tuple[bool, int, float, str]:
    return one.verdict is not Verdict.CONFLICT, one.severity.rank, -one.confidence, one.id
