"""Cue words of event factuality: what makes a value denied, imagined or withdrawn rather than stated.

Classes after FactBank (Saurí and Pustejovsky 2009): source-introducing and belief predicates, polarity and modality.
Verbs and nouns are lemmas.
"""

from __future__ import annotations

DENYING = frozenset(
    "deny denial refute rebut rubbish dismiss debunk reject rejection dispute contest contradict doubt question".split()
)
"""What says that a claim is not so."""
WITHDRAWING = frozenset("withdraw retract delete debunk disprove discredit remove recant disown unpublish".split())
"""What is done to a claim that is given up: verbs over it."""
SAYINGS = frozenset(
    "claim report rumour rumor allegation assertion accusation suggestion figure number toll count tally estimate "
    "total assessment speculation talk word".split()
)
"""Nouns whose *of* tells what is said: *reports of 40 dead*; a *video of 40 tanks* need not be false to be removed."""
CLAIMS = SAYINGS - {"talk", "word"} | frozenset(
    "post tweet video clip footage photo photograph picture image screenshot caption meme blog thread headline "
    "article bulletin dispatch broadcast leaflet statement message story version account notion idea myth".split()
)
"""Nouns for what somebody says, and for the figures that somebody gives."""
UNTRUE = frozenset(
    "false untrue lie wrong fake fabricated baseless unfounded incorrect hoax rumour rumor nonsense bogus fiction "
    "exaggerated exaggeration inflated misleading propaganda rubbish mistaken inaccurate groundless invented invention "
    "fabrication myth fable unproven unsubstantiated disproved disproven discredited".split()
)
"""Judgements that a claim is not so."""
VERIFYING = frozenset("verify confirm substantiate corroborate support prove establish believe credit".split())
"""The same with a claim for their object: *could not verify reports of 40 dead*."""
REFUSING = frozenset({"refuse", "decline"})
"""Verbs that leave unsaid what they are followed by."""
NOBODY = frozenset({"nobody", "none", "neither"})
"""Subjects that turn a verb into its denial; *no one* is told by its parts."""
EVIDENCE = frozenset("evidence proof sign indication truth confirmation basis record suggestion".split())
"""What is said to be missing: *no evidence that …*."""
MISSING = frozenset({"no", "any", "little", "without", "scant"})
"""Words that take it away."""
FALSELY = frozenset("falsely wrongly incorrectly mistakenly erroneously wrong".split())
"""Adverbs that deny what the verb of saying introduces."""
CONDITIONS = frozenset({"if", "unless"})
"""Marks of a clause that is only imagined."""
IMAGINING = frozenset("imagine suppose pretend fear dread worry joke dream".split())
"""Verbs that only imagine or fear what they introduce."""
SCENES = frozenset("film novel drill exercise scenario simulation rehearsal".split())
"""Where things happen that did not happen."""
UNSURE = frozenset({"would", "could", "might", "may"})
"""Modals that, before *have*, tell what was not or is not known to have been."""
EARLIER = frozenset("earlier initial first preliminary previous original former prior".split())
"""Adjectives for a figure that was given before."""
