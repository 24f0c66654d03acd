"""Whether a source asserts what it prints: denied, imagined and withdrawn values are no statements of its own.

Event factuality (FactBank, Saurí and Pustejovsky 2009). A cue counts only where it governs the value in the parse:
it is above the value, or hangs on what is above it. A fronted phrase (*with no sign of a truce, …*), a predicate joined
by *and*, a relative clause and a clause of time or reason are not governed by what is said beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from divergence.facts import fact_type
from divergence.language.grammar import is_negated
from divergence.language.nouns import dependents, subtree
from divergence.language.parsed import Parsed, Token
from divergence.lexicon import factuality as cues
from divergence.lexicon import saying
from divergence.lexicon.turning import NEGATIONS
from divergence.model.fact import Factuality, Mention

INTRODUCED = frozenset({"ccomp", "xcomp", "csubj", "acl", "obj", "nmod", "obl", "dep"})
"""Relations by which a predicate or noun introduces what it says something of."""
CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "acl"})
ASKING = frozenset({"how", "where", "when", "why", "which", "who", "whom", "what"})
"""Words that open an indirect question: it takes its matter for granted."""
GIVEN_UP = re.compile(
    r"\b(?:then|later|but|since|now|afterwards|subsequently)\b[^.]*\b(?:lower|rais|revis|correct|chang|cut|reduc|withdr|"
    r"retract|clarif|amend|updat|said|put)"
    r"|\b(?:lower|revis|correct|withdr|retract|amend)(?:ed|ew|rew|awn|n)?\b"
    r"|\b(?:proved|was|were|turned out)(?: to be)? (?:wrong|false|mistaken|incorrect|too (?:high|low))\b"
    r"|\b(?:cut|reduced|raised|changed|lowered|increased|brought down|whittled down) to\b",
    re.IGNORECASE,
)
"""What shows that a first figure was given up; without it *first said* only tells the order."""
_KEPT = r"(?:(?!\bbut\b|\bthen\b|\blater\b|\bnow\b|\blowered\b|\braised\b|\brevised\b|\bcut\b).)*$"
GIVEN_FIRST = re.compile(
    r"\b(?:first|initially|originally|earlier|at first|previously|had) (?:it was )?(?:\w+ )?(?:said|reported|put|given|"
    r"gave|stated|thought|believed|assumed|reckoned|"
    rf"announced|estimated|told|counted|spoke|spoken)\b{_KEPT}"
    rf"|\b(?:{'|'.join(sorted(cues.EARLIER))}) (?:\w+ )?(?:{'|'.join(sorted(cues.CLAIMS))})s?\b{_KEPT}",
    re.IGNORECASE,
)
"""Cues that tell a value as one that was given before."""
REPLACED = re.compile(
    r"\b(?:revised|lowered|raised|corrected|cut|reduced|changed)\b(?:(?! to ).)* from (?:an? )?(?:\w+ ){0,3}$"
    r"|\b(?:up|down) from (?:an? |the )?(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
"""Cues of a value that another has replaced."""
FEARED_BEFORE = re.compile(r"\b(?:feared|fears?|fearing) (?:that )?(?:up to |as many as |more than )?$", re.IGNORECASE)
UNSURE_AFTER = re.compile(
    r"^(?: \w+){0,2} (?:(?:is |are |was |were )?feared\b|(?:may|might|could) (?:also |well )?have\b)", re.IGNORECASE
)
_CLAIM = rf"\b(?:{'|'.join(sorted(cues.CLAIMS))})s?\b"
_UNTRUE = rf"(?:\w+ly |an? )?(?:{'|'.join(sorted(cues.UNTRUE))})\b"
_GONE = (
    r"(?:later |since |soon |quickly )?(?:denied|refuted|rejected|dismissed|debunked|disputed|deleted|removed|"
    r"retracted|withdrawn|taken down)"
)
_TELLING = r"(?:said|says|claimed|claims|showed|shows|reported|reports|put|puts|placed|places|gave|gives|alleged)"
JUDGED_CLAIM = (
    re.compile(
        rf"{_CLAIM}(?: (?!{_TELLING}\b)[^\s,;]+)*,? (?:that|which|said to|"
        rf"(?:say|claim|show|alleg|stat|put|report|giv)ing)\b[^,;]*$"
        rf"|\b(?:{'|'.join(sorted(cues.SAYINGS))})s? of [^,;]*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^[^,;]*,? (?:is|are|was|were|proved|proves|turned out|(?:has|have|had) been)(?: to be)? "
        rf"(?:{_UNTRUE}|{_GONE}\b)",
        re.IGNORECASE,
    ),
)
JUDGED_SAYING = re.compile(
    rf"(?:\b(?:is|was|are|were|be)|['’]s) (?:simply |just |plainly )?(?:{_UNTRUE}|not true) "
    r"(?:to (?:say|claim|report|state|suggest|believe|assume|conclude|write)(?: that)?|that)\b"
    r"(?:(?!\b(?:and|but)\b)[^,;])*$"
    r"|\b(?:apologi[sz](?:e|es|ed|ing)|sorry|regret(?:s|ted)?) (?:for )?(?:having )?(?:falsely |wrongly )?"
    r"(?:sa(?:id|y)|claim|report|stat|suggest|print|post|tell)(?:ed|ing|d)?\b[^,;]*$",
    re.IGNORECASE,
)
"""*It is wrong to say that …*, *apologised for saying that …*."""
CONTRASTED = re.compile(
    r"\b(?:far from \w+ing|(?:instead of|rather than)(?: the)?(?: \w+ing)?)(?: (?:at least|up to|some|about))? $",
    re.IGNORECASE,
)
"""*Far from killing 40*, *rather than 40*: named to be set aside."""
LABELLED_CLAIM = (
    re.compile(rf"\b(?:call|describ|brand|label|dubb|denounc|dismiss)\w* [^,;]*{_CLAIM}[^,;]*$", re.IGNORECASE),
    re.compile(rf"^\S+(?: \w+)??(?: as)? {_UNTRUE}", re.IGNORECASE),
)
DENIED_CLAIM = re.compile(
    r"(?<!not )(?<!n’t )(?<!n't )\b(?:cast(?:s|ing)? doubt on|call(?:s|ed|ing)? into question|den(?:y|ies|ied|ying)|"
    r"(?:refut|dismiss|debunk|reject|disput|question|withdr|retract)(?:e|es|s|ed|ing|ew|aw)?)(?: \w+){0,2} "
    rf"{_CLAIM} (?:that (?:(?!and |but )\w+ ){{0,3}}|of (?:\w+ )?)$",
    re.IGNORECASE,
)
"""Denials and judgements that the parse often hangs elsewhere: words before a value, or it and what follows."""
NOT = re.compile(r"\bnot (?:the )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Step:
    """One token that governs a value, and the relation in which what lies below hangs on it."""

    token: Token
    relation: str
    below: tuple[Token, ...]
    """What lies between it and the value, the value's own head first."""


def tell_factuality(parsed: Parsed, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions with what their source does with them; quotations and posts are left as they are."""
    at = {token.start: token.index for token in parsed.tokens}
    return tuple(_told(parsed, at, m) if fact_type(m.kind).factual else m for m in mentions)


def _told(parsed: Parsed, at: dict[int, int], mention: Mention) -> Mention:
    first = at.get(mention.span.start)
    found = Factuality.ASSERTED if first is None else standing_of(parsed, first, mention)
    return mention if found is mention.standing else replace(mention, standing=found)


def standing_of(parsed: Parsed, first: int, mention: Mention) -> Factuality:
    """What its sentence does with a value whose first token is given."""
    text, sentence = parsed.article.text, mention.sentence
    before = _plain(text[sentence.start : mention.span.start])
    after = " " + _plain(text[mention.span.end : sentence.end])
    steps = governors(parsed, _head(parsed, first, mention.span.end))
    if REPLACED.search(before) or (GIVEN_FIRST.search(before) and GIVEN_UP.search(after)):
        return Factuality.SUPERSEDED
    judged = _is_judged_in_words(before, mention.text + after)
    if judged or _not_but(before, after) or any(_denies(parsed, step) for step in steps):
        return Factuality.DENIED
    if FEARED_BEFORE.search(before) or UNSURE_AFTER.search(after) or any(_imagines(parsed, step) for step in steps):
        return Factuality.SUPPOSED
    return Factuality.ASSERTED


def _plain(words: str) -> str:
    return " ".join(words.split()) + (" " if words[-1:].isspace() else "")


def _not_but(before: str, after: str) -> bool:
    """*Not 40 but five*; *five, not 40*. *Not only 40 but 60* denies nothing."""
    return bool(NOT.search(before)) and (
        bool(re.search(r"\b(?:but|rather)\b", after)) or bool(re.search(r"\w, not (?:the )?$", before))
    )


def _is_judged_in_words(before: str, rest: str) -> bool:
    pairs = (JUDGED_CLAIM, LABELLED_CLAIM)
    named = (DENIED_CLAIM, JUDGED_SAYING, CONTRASTED)
    return any(cue.search(before) for cue in named) or any(
        cue.search(before) and told.search(rest) for cue, told in pairs
    )


def _head(parsed: Parsed, first: int, end: int) -> Token:
    """The token of a value on which the rest of it hangs."""
    tokens = parsed.tokens
    token = tokens[first]
    while token.head != token.index and tokens[first].start <= tokens[token.head].start < end:
        token = tokens[token.head]
    return token


def governors(parsed: Parsed, token: Token) -> tuple[Step, ...]:
    """What governs a token, from the nearest up; it ends where a clause is told as known.

    A joined predicate or noun stands in its fellow's place: what governs the fellow governs it, the fellow does not.
    """
    steps = [Step(token, "", ())]
    below = [token]
    while token.head != token.index:
        above, relation = parsed.tokens[token.head], token.dep.partition(":")[0]
        if token.dep == "acl:relcl" and above.lemma not in cues.CLAIMS:
            break
        if relation in ("advcl", "parataxis", "appos") and not _is_denied_deed(parsed, token, above):
            break
        if relation not in ("conj", "nummod", "compound", "amod", "det", "flat", "advmod"):
            steps.append(Step(above, "ccomp" if relation == "advcl" else relation, tuple(below)))
        if relation != "conj":
            below.append(above)
        token = above
    return tuple(steps)


def _is_denied_deed(parsed: Parsed, token: Token, above: Token) -> bool:
    """*Denied having killed 40* is often hung as an adverbial clause; it is what is denied."""
    return above.lemma in cues.DENYING and token.dep == "advcl" and "having" in _hanging(parsed, token, "aux")


def _hanging(parsed: Parsed, token: Token, *relations: str) -> frozenset[str]:
    """The words that hang on a token, lower case."""
    found = dependents(parsed, token.index, *relations) if relations else parsed.children[token.index]
    return frozenset(parsed.tokens[c].lower for c in found)


def _denies(parsed: Parsed, step: Step) -> bool:
    if step.relation in ("nsubj", "csubj"):
        return _is_judged(parsed, step)
    return (
        _is_denying(parsed, step)
        or _is_unsaid(parsed, step)
        or _is_without_evidence(parsed, step)
        or _is_false_claim(parsed, step)
        or _is_labelled(parsed, step)
    )


def _claims_below(step: Step) -> bool:
    """Whether the value belongs to somebody's claim or figure that lies between."""
    return any(t.lemma in cues.CLAIMS for t in step.below)


def _is_denying(parsed: Parsed, step: Step) -> bool:
    """*Denied that 40 died*, *disputed the figure of 40*, *withdrew a report that …*, *denial of reports that …*."""
    if step.relation not in INTRODUCED:
        return False
    if step.token.lemma in cues.WITHDRAWING:
        return step.relation == "obj" and _claims_below(step)
    if step.token.lemma not in cues.DENYING or _is_undenied(parsed, step):
        return False
    return step.relation in CLAUSES or _claims_below(step)


def _is_undenied(parsed: Parsed, step: Step) -> bool:
    """*Did not deny that 40 died*, *no doubt that 40 died*, *questioned why 40 died*: whoever says so grants it."""
    return _is_asking(parsed, step) or is_negated(parsed, step.token.index) or _nobody_does(parsed, step.token)


def _is_judged(parsed: Parsed, step: Step) -> bool:
    """*Reports of 40 dead were false*; *the post that said 40 died was taken down*."""
    token = step.token
    clause = step.relation == "csubj"
    passive = any(parsed.tokens[c].dep in ("nsubj:pass", "aux:pass") for c in parsed.children[token.index])
    gone = passive and (
        token.lemma in cues.WITHDRAWING | cues.DENYING or (token.lower == "taken" and "down" in _hanging(parsed, token))
    )
    return (_is_untrue(parsed, token) or gone) and (clause or _claims_below(step))


def _is_untrue(parsed: Parsed, token: Token) -> bool:
    """*False*, *a lie*, *made up*, *not true*."""
    if {token.lower, token.lemma} & cues.UNTRUE or (token.lower == "made" and "up" in _hanging(parsed, token)):
        return True
    return token.lower == "true" and bool(NEGATIONS & _hanging(parsed, token))


def _is_unsaid(parsed: Parsed, step: Step) -> bool:
    """*Nobody believes that 40 died*, *did not confirm that 40 died*, *wrongly said that 40 died*."""
    token, hanging = step.token, _hanging(parsed, step.token)
    if step.relation == "obj":
        return token.lemma in cues.VERIFYING and _claims_below(step) and is_negated(parsed, token.index)
    if step.relation not in CLAUSES or _is_asking(parsed, step):
        return False
    if _is_untrue(parsed, token):
        return True
    if token.lemma not in saying.ASSERTING and token.lemma not in ("put", "tell"):
        return False
    above = parsed.tokens[token.head]
    refused = token.dep == "xcomp" and above.lemma in cues.REFUSING
    unsaid = refused or _nobody_does(parsed, token) or is_negated(parsed, token.index)
    return unsaid or bool(hanging & cues.FALSELY)


def _nobody_does(parsed: Parsed, token: Token) -> bool:
    subjects = [parsed.tokens[s] for s in dependents(parsed, token.index, "nsubj")]
    return any(s.lower in cues.NOBODY or "no" in _hanging(parsed, s) for s in subjects)


def _is_asking(parsed: Parsed, step: Step) -> bool:
    return bool(ASKING & {parsed.tokens[i].lower for i in subtree(parsed, step.below[-1].index)[:2]})


def _is_without_evidence(parsed: Parsed, step: Step) -> bool:
    """*No evidence that 40 died*; *without proof of 40 deaths*."""
    if step.token.lemma not in cues.EVIDENCE or step.relation not in ("acl", "ccomp", "nmod", "csubj"):
        return False
    return bool(_hanging(parsed, step.token) & cues.MISSING)


def _is_false_claim(parsed: Parsed, step: Step) -> bool:
    """*False reports of 40 dead*."""
    if step.token.lemma not in cues.CLAIMS or not step.relation:
        return False
    return bool(_hanging(parsed, step.token, "amod", "compound") & cues.UNTRUE)


def _is_labelled(parsed: Parsed, step: Step) -> bool:
    """*Called the figure of 40 nonsense*."""
    if step.token.lemma not in saying.LABELLING or not _claims_below(step):
        return False
    words = [parsed.tokens[i] for i in subtree(parsed, step.token.index)]
    return any(t.lower in cues.UNTRUE for t in words if t.index > step.below[0].index)


def _imagines(parsed: Parsed, step: Step) -> bool:
    token, hanging = step.token, _hanging(parsed, step.token, "mark", "aux", "aux:pass", "cop", "advmod")
    if cues.CONDITIONS & hanging or (token.lemma in cues.IMAGINING and step.relation in CLAUSES):
        return True
    if cues.UNSURE & hanging and "have" in hanging:
        return True
    scenes = [parsed.tokens[c] for c in dependents(parsed, token.index, "obl", "nmod")]
    return _is_wish(parsed, token) or any(_is_scene(parsed, s) for s in scenes)


def _is_scene(parsed: Parsed, token: Token) -> bool:
    """*In a drill*, *in the film*."""
    one = _hanging(parsed, token, "det") & {"a", "an", "the", "this"}
    return token.lemma in cues.SCENES and bool(one) and "in" in _hanging(parsed, token, "case")


def _is_wish(parsed: Parsed, token: Token) -> bool:
    """*Had the wind turned*: an auxiliary opens the sentence and stands before its own subject."""
    first = parsed.tokens[parsed.sentences[token.sentence].first]
    return first.head == token.index and first.lower in ("had", "were", "should") and first.dep.startswith("aux")
