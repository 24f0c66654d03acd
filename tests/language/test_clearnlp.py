"""Pipelines with ClearNLP's labels, such as ``en_core_web_sm``: built here from annotations written by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from divergence.errors import PipelineError
from divergence.language import parse
from divergence.language.grammar import (
    agent,
    counted_noun,
    obliques,
    patient,
    predicate,
    preposition,
    reporting,
    subject,
)
from divergence.language.parsed import Parsed
from divergence.model.text import Article

SENTENCES = {
    "found": (
        "Five/NUM/CD/nsubjpass/8 of/ADP/IN/prep/1 the/DET/DT/det/4 sailors/NOUN/NNS/pobj/2 from/ADP/IN/prep/4 "
        "Split/PROPN/NNP/pobj/5 were/AUX/VBD/auxpass/8 rescued/VERB/VBN/ccomp/15 by/ADP/IN/agent/8 a/DET/DT/det/11 "
        "ferry/NOUN/NN/pobj/9 ,/PUNCT/,/punct/15 the/DET/DT/det/14 police/NOUN/NN/nsubj/15 said/VERB/VBD/ROOT/15 "
        "./PUNCT/./punct/15"
    ),
    "teacher": (
        "Omar/PROPN/NNP/compound/2 Haddad/PROPN/NNP/nsubj/3 was/AUX/VBD/ROOT/3 a/DET/DT/det/5 teacher/NOUN/NN/attr/3 "
        "in/ADP/IN/prep/5 Tyre/PROPN/NNP/pobj/6 ./PUNCT/./punct/3"
    ),
    "out": (
        "Villagers/NOUN/NNS/nsubj/2 ran/VERB/VBD/ROOT/2 out/ADP/IN/prep/2 of/ADP/IN/prep/3 churches/NOUN/NNS/pobj/4 "
        ",/PUNCT/,/punct/5 schools/NOUN/NNS/conj/5 and/CCONJ/CC/cc/7 shops/NOUN/NNS/conj/7 after/ADP/IN/prep/2 "
        "hearing/VERB/VBG/pcomp/10 shots/NOUN/NNS/dobj/11 ./PUNCT/./punct/2"
    ),
}
NAMES = {"Split": "GPE", "Omar Haddad": "PERSON", "Tyre": "FAC"}


def written(line: str) -> list[list[str]]:
    return [word.rsplit("/", 4) for word in line.split()]


class ByHand:
    """A component that annotates the sentences above and tells its labels as a parser does."""

    labels = ("nsubj", "nsubjpass", "pobj", "dobj", "prep", "ROOT")

    def __call__(self, doc: Doc) -> Doc:
        for line in SENTENCES.values():
            rows = written(line)
            if [t.text for t in doc] == [r[0] for r in rows]:
                return self.annotated(doc, rows)
        return doc

    def annotated(self, doc: Doc, rows: list[list[str]]) -> Doc:
        for token, (_, pos, tag, dep, head) in zip(doc, rows, strict=True):
            token.pos_, token.tag_, token.dep_, token.head = pos, tag, dep, doc[int(head) - 1]
        names = [(s, e) for s in range(len(doc)) for e in range(s + 1, len(doc)) if doc[s:e].text in NAMES]
        doc.set_ents([Span(doc, s, e, label=NAMES[doc[s:e].text]) for s, e in names])
        return doc

    def to_disk(self, path: str, exclude: tuple[str, ...] = ()) -> None:
        """Nothing to keep."""

    def from_disk(self, path: str, exclude: tuple[str, ...] = ()) -> ByHand:
        return self


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> str:
    Language.factory("by_hand", func=lambda nlp, name: ByHand())
    nlp = spacy.blank("en")
    nlp.add_pipe("by_hand", name="parser")
    folder: Path = tmp_path_factory.mktemp("pipelines") / "other_scheme"
    nlp.to_disk(folder)
    return str(folder)


@pytest.fixture
def read(pipeline: str, article: Callable[..., Article]) -> Callable[[str], Parsed]:
    """Parse one of the sentences with the pipeline of the other scheme."""

    def parsed(key: str) -> Parsed:
        words = [row[0] for row in written(SENTENCES[key])]
        text = " ".join(words).replace(" ,", ",").replace(" .", ".")
        return parse(article(text), pipeline)

    return parsed


def test_prepositions_hang_on_their_nouns(read: Callable[[str], Parsed], find: Callable[[Parsed, str], int]) -> None:
    parsed = read("found")
    five, rescued, split = (find(parsed, word) for word in ("Five", "rescued", "Split"))
    assert [(t.dep, parsed.tokens[t.head].text) for t in parsed.tokens[:6]] == [
        ("nsubj:pass", "rescued"),
        ("case", "sailors"),
        ("det", "sailors"),
        ("nmod", "Five"),
        ("case", "Split"),
        ("nmod", "sailors"),
    ]
    assert counted_noun(parsed, five) == find(parsed, "sailors")
    assert predicate(parsed, split) == rescued
    assert (patient(parsed, rescued), agent(parsed, rescued)) == (five, find(parsed, "ferry"))
    said = reporting(parsed, five)
    assert said is not None
    assert said.speaker is not None
    assert parsed.text(*said.speaker) == "the police"


def test_copulas_hang_on_their_predicates(read: Callable[[str], Parsed], find: Callable[[Parsed, str], int]) -> None:
    parsed = read("teacher")
    teacher = find(parsed, "teacher")
    assert [(t.text, t.dep) for t in parsed.tokens if t.head == teacher] == [
        ("Haddad", "nsubj"),
        ("was", "cop"),
        ("a", "det"),
        ("teacher", "root"),
        ("Tyre", "nmod"),
        (".", "punct"),
    ]
    assert subject(parsed, teacher) == find(parsed, "Haddad")
    assert [(parsed.text(n.first, n.last), n.label) for n in parsed.names] == [
        ("Omar Haddad", "PERSON"),
        ("Tyre", "FACILITY"),
    ]


def test_long_prepositions_and_coordination(read: Callable[[str], Parsed], find: Callable[[Parsed, str], int]) -> None:
    parsed = read("out")
    ran, churches, shops = (find(parsed, word) for word in ("ran", "churches", "shops"))
    assert obliques(parsed, ran) == (("out of", churches),)
    assert preposition(parsed, churches) == "out of"
    assert [(parsed.tokens[w].dep, parsed.tokens[w].head) for w in (find(parsed, "schools"), shops)] == [
        ("conj", churches),
        ("conj", churches),
    ]
    assert parsed.tokens[find(parsed, "and")].head == shops
    hearing = parsed.tokens[find(parsed, "hearing")]
    assert (hearing.dep, hearing.head, parsed.tokens[find(parsed, "after")].dep) == ("advcl", ran, "mark")


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path, article: Callable[..., Article]) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(PipelineError, match="no dependency parser"):
        parse(article("Rain fell."), str(tmp_path / "blank"))
