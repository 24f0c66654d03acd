"""The small grammar that later stages ask of a parse; each question is a pure function over ``Parsed``."""

from divergence.language.clauses import (
    agent,
    is_modal,
    is_negated,
    is_passive,
    is_verb,
    objects,
    obliques,
    participles,
    patient,
    predicate,
    preposition,
    subject,
)
from divergence.language.nouns import (
    apposition,
    conjuncts,
    counted_noun,
    dependents,
    head_of,
    noun_of,
    noun_phrase,
    subtree,
)
from divergence.language.speech import Reporting, reporting, speaker_phrase

__all__ = [
    "Reporting",
    "agent",
    "apposition",
    "conjuncts",
    "counted_noun",
    "dependents",
    "head_of",
    "is_modal",
    "is_negated",
    "is_passive",
    "is_verb",
    "noun_of",
    "noun_phrase",
    "objects",
    "obliques",
    "participles",
    "patient",
    "predicate",
    "preposition",
    "reporting",
    "speaker_phrase",
    "subject",
    "subtree",
]
