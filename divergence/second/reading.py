"""The second reading of one story: ask, locate, compare, check blind, merge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from divergence.language.capitals import learn_spelling
from divergence.model.comparison import Comparison, Exchange, ModelReading, Verdict
from divergence.model.fact import Mention
from divergence.model.text import Notice
from divergence.second.altered import Material
from divergence.second.answers import AnswerError, Given, Judgement, read_reading
from divergence.second.asking import Answer, Request, Stage
from divergence.second.blind import Check, PairInQuestion, check_requests, probe, read_judgements
from divergence.second.calibration import Calibration, shipped_calibration
from divergence.second.locate import Claim, Counts, LocatedQuotation, locate_all
from divergence.second.matching import distinct, match, pair_of_claim, pair_of_finding
from divergence.second.merge import Voices, merge
from divergence.second.questioning import NotAnswered, Questioning
from divergence.second.reading_request import noted_pairs, read_requests
from divergence.second.record import answer_digest
from divergence.second.typed import Checked, check_values
from divergence.second.wording import VERSION

SHORT_WINDOW = 12_000
"""Tokens below which a model is asked pair by pair: it takes in no story."""

Read = TypeVar("Read")


class ModelTask(StrEnum):
    """What a model is asked to do."""

    STORY = "story"
    """Read whole stories, then check pairs."""
    PAIRS = "pairs"
    """Judge the rules' nearest pairs, a few sentences each: what a small model can do."""


@dataclass(slots=True)
class SecondReading:
    """A model and the terms on which it reads; one object serves all stories of a run.

    With a function of your own: ``SecondReading(Questioning("my-model", asker=my_function))``, where ``my_function``
    takes a ``Request`` and returns the answer's text or an ``Answer``.
    """

    questioning: Questioning
    task: ModelTask | None = None
    """None: by the model's window."""
    may_lower: bool = True
    """Whether the model may move findings of the rules down to the leads."""
    force: bool = False
    """Go on with a model that does not tell the planted contradiction from the planted agreement."""
    calibration: Calibration = field(default_factory=shipped_calibration)
    trial: str | None = None
    """What came of the planted pairs: None before they were asked, empty where they were told apart."""

    def replay(self) -> SecondReading:
        """The same by the answers alone that stood before the change under review: nothing is asked."""
        asked = self.questioning
        replayed = Questioning(asked.name, None, asked.recordings.standing(), asked.limits)
        return replace(self, questioning=replayed, trial="")

    @property
    def chosen(self) -> ModelTask:
        small = self.questioning.limits.window < SHORT_WINDOW
        return self.task or (ModelTask.PAIRS if small else ModelTask.STORY)


@dataclass(frozen=True, slots=True)
class Reported:
    """One disagreement that a model gave, and how far it came."""

    request: str
    """Digest of the request whose answer it stands in; empty for a pair of a small model."""
    given: Given
    checked: Checked | None
    """What code made of it; None where too few of its quotations stand in their articles."""


@dataclass(slots=True)
class Transcript:
    """What was asked about one story and what came of it, step by step."""

    reported: list[Reported] = field(default_factory=list)
    judged: dict[PairInQuestion, tuple[str, Judgement]] = field(default_factory=dict)
    """Digest of the request in which each pair was judged, and the judgement."""
    exchanges: list[Exchange] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    malformed: int = 0
    counts: Counts = field(default_factory=Counts)
    brought: bool = False
    """Whether an answer was used that the change under review brings itself."""


def read_second(comparison: Comparison, second: SecondReading, transcript: Transcript | None = None) -> Comparison:
    """A comparison with the second reading merged in; where the model fails, the rules' findings stand whole.

    A ``transcript`` that is given is filled with every step.
    """
    transcript = Transcript() if transcript is None else transcript
    refusal = _trial(second)
    if refusal:
        notice = Notice("model-refused", f"{second.questioning.name} was not used: {refusal}")
        return replace(comparison, notices=(*comparison.notices, notice))
    story, mentions = comparison.story, comparison.mentions
    claims = _claims(comparison, second, transcript)
    pairs = _pairs(comparison, claims)
    judged = _judge(comparison, pairs, second, transcript)
    if second.chosen is ModelTask.PAIRS:
        nearest = [(p.left, p.right) for p in comparison.not_flagged[: _most(second)]]
        claims = _pair_claims(nearest, judged, second, transcript, comparison)
    may_lower = second.may_lower and not second.force and not transcript.failed and not transcript.brought
    voices = Voices(claims, judged, second.calibration, may_lower)
    spelling = learn_spelling(a.text for a in story.articles)
    return replace(
        comparison,
        divergences=merge(comparison.divergences, voices, story, mentions, spelling),
        notices=(*comparison.notices, *_notices(second, transcript)),
        reading=ModelReading(
            second.questioning.name,
            VERSION,
            second.calibration.model,
            tuple(transcript.exchanges),
            transcript.counts.given,
            transcript.counts.found,
        ),
    )


def _trial(second: SecondReading) -> str:
    """Why the model is refused, in a clause; asked once a run, and not at all where answers are only replayed."""
    if second.trial is None:
        second.trial = "" if second.force or second.questioning.asker is None else _misjudges(second.questioning)
    return second.trial


def _misjudges(questioning: Questioning) -> str:
    check = probe()
    try:
        answer = questioning.answer(check.request)
        read_judgements(check, answer.text)
    except (NotAnswered, AnswerError) as error:
        return (
            f"it did not tell a planted contradiction from a planted agreement ({error});"
            " choose another model, or go on with --force-model"
        )
    questioning.keep(check.request, answer)
    return ""


def _asked(request: Request, read: Callable[[str], Read], second: SecondReading, transcript: Transcript) -> Read | None:
    """What the answer to a request says, noted with its digests; None where there is none that can be read."""
    try:
        answer = second.questioning.answer(request)
        said = read(answer.text)
    except (NotAnswered, AnswerError) as error:
        transcript.exchanges.append(Exchange(request.stage, request.digest, "", str(error)))
        transcript.failed.append(f"{request.stage}: {error}")
        return None
    second.questioning.keep(request, answer)
    transcript.brought |= second.questioning.recordings.is_brought(second.questioning.name, request)
    transcript.exchanges.append(Exchange(request.stage, request.digest, answer_digest(answer)))
    return said


def _claims(comparison: Comparison, second: SecondReading, transcript: Transcript) -> tuple[Checked, ...]:
    """What the model reports of the story, located and compared by code."""
    story = comparison.story
    if second.chosen is ModelTask.PAIRS or len(story.articles) < 2:
        return ()
    requests = story_requests(comparison, second)
    if not requests:
        transcript.failed.append("read: no part of the story fits the model's window")
    for request in requests:
        said = _asked(request, read_reading, second, transcript)
        if said is not None:
            transcript.malformed += said[1]
            transcript.reported += [_report(request, given, comparison, transcript) for given in said[0]]
    checked = (reported.checked for reported in transcript.reported)
    return distinct(c for c in checked if c is not None and not c.overruled)


def _report(request: Request, given: Given, comparison: Comparison, transcript: Transcript) -> Reported:
    """What code makes of a disagreement that a model gave."""
    located, counts = locate_all([given], {a.id: a for a in comparison.story.articles})
    transcript.counts += counts
    return Reported(request.digest, given, check_values(located[0], comparison.mentions) if located else None)


def story_requests(comparison: Comparison, second: SecondReading) -> tuple[Request, ...]:
    """The requests in which the model reads a story, whole or in parts."""
    return read_requests(
        comparison.story.articles,
        comparison.alignment,
        noted_pairs(comparison.divergences, comparison.not_flagged),
        story=comparison.story.id,
        window=second.questioning.limits.window,
    )


def pending_requests(comparison: Comparison, second: SecondReading) -> tuple[Request, ...]:
    """The requests of a story that have no recorded answer yet: first to read, and once that is answered to check."""
    recorded = second.questioning.recordings
    asked: list[Request] = []

    def note(request: Request) -> Answer:
        asked.append(request)
        raise NotAnswered("not asked yet")

    silent = replace(
        second,
        questioning=Questioning(second.questioning.name, note, recorded, second.questioning.limits),
        force=True,
        trial="",
    )
    reads = [] if second.chosen is ModelTask.PAIRS else list(story_requests(comparison, second))
    unread = [r for r in reads if recorded.find(second.questioning.name, r) is None]
    if unread:
        return tuple(unread)
    read_second(comparison, silent)
    return tuple({r.digest: r for r in asked}.values())


def _pairs(comparison: Comparison, claims: Sequence[Checked]) -> list[PairInQuestion]:
    """What is checked blind: every claim, and every finding of the rules that no claim shares."""
    flagged = [d for d in comparison.divergences if d.verdict is Verdict.CONFLICT]
    shared = set(match(flagged, claims).values())
    alone = [pair_of_finding(d) for i, d in enumerate(flagged) if i not in shared]
    return list(dict.fromkeys([*map(pair_of_claim, claims), *(p for p in alone if p)]))


def _judge(
    comparison: Comparison, pairs: Sequence[PairInQuestion], second: SecondReading, transcript: Transcript
) -> dict[PairInQuestion, Judgement]:
    """The blind check of some pairs; what fails is noted and judges nothing."""
    judged: dict[PairInQuestion, Judgement] = {}
    story = comparison.story
    material = Material({a.id: a for a in story.articles}, comparison.mentions)
    for check in check_requests(story.id, pairs, material):
        said = _asked(check.request, _reader(check, second.force), second, transcript)
        judged |= said or {}
        transcript.judged |= {pair: (check.request.digest, judgement) for pair, judgement in (said or {}).items()}
        if said is not None and len(said) < len(check.names):
            transcript.failed.append(
                f"{Stage.CHECK}: {len(check.names) - len(said)} of {len(check.names)} pairs not judged"
            )
    return judged


def _reader(check: Check, forced: bool) -> Callable[[str], dict[PairInQuestion, Judgement]]:
    return lambda text: read_judgements(check, text, forced=forced)


def _most(second: SecondReading) -> int:
    return 40 if second.chosen is ModelTask.PAIRS else 0


def _pair_claims(
    nearest: Sequence[tuple[Mention, Mention]],
    judged: dict[PairInQuestion, Judgement],
    second: SecondReading,
    transcript: Transcript,
    comparison: Comparison,
) -> tuple[Checked, ...]:
    """Pairs that the rules did not flag and a model calls conflicts, as claims."""
    asked = {PairInQuestion("", *sorted((a.span, b.span))): (a, b) for a, b in nearest}
    said = _judge(comparison, list(asked), second, transcript)
    judged |= said
    found = []
    for pair, judgement in said.items():
        sides = tuple(LocatedQuotation(m.span, m.text, str(n)) for n, m in enumerate(asked[pair]))
        if judgement.verdict == "conflict":
            found.append(
                check_values(Claim(asked[pair][0].kind, sides, "none", judgement.probability), comparison.mentions)
            )
    return distinct(c for c in found if not c.overruled)


def _notices(second: SecondReading, transcript: Transcript) -> list[Notice]:
    name, counts = second.questioning.name, transcript.counts
    found = [Notice("model-failed", f"{name} was asked and gave no usable answer ({why})") for why in transcript.failed]
    lost = counts.given - counts.found
    if lost:
        found.append(
            Notice(
                "model-quotations",
                f"{lost} of {counts.given} quotations that {name} gave are not in their articles;"
                f" {counts.dropped} of its disagreements were dropped for that reason",
            )
        )
    if transcript.malformed:
        found.append(Notice("model-malformed", f"{transcript.malformed} entries of {name}'s answer made no sense"))
    return found
