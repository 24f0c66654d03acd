"""The commonest words of English news: they show a text's language, and say nothing of its subject."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    a about after against all along although am among an and another any are around as at be because been before
    being between both but by can cannot could did do does doing down during each either else even ever every few for
    from further had has have having he her here hers herself him himself his how however i if in into is it its itself
    just let may me might mine more most much must my myself neither no nor not of off often on once one only or other
    our ours ourselves out over own per quite rather same shall she should since so some still such than that the their
    theirs them themselves then there these they this those though through to too toward towards under unless until up
    upon us very was we were what whatever when where whether which while who whom whose why will with within without
    would yet you your yours yourself
    """.split()
)
"""Articles, pronouns, prepositions, conjunctions, auxiliaries and the commonest adverbs."""

NEWS_WORDS = frozenset(
    """
    able according accused across action added adding administration again agency ago agree agreed allow already also
    always american announced answer appear april area asked august authority away back based became become began
    believe best better big brought call called came campaign case cause center change charge chief children city claim
    clear close come coming comment company concern confirmed continue continued control could country couple court
    critic current day deal december decided decision department described despite different doe don done due early
    effort eight end enough evening event everyone evidence expected face fact family far february felt final find fire
    first five follow following force foreign former forward found four friday friend full future gave general get give
    given go going gone good got government great group half hand happened happening hard head hear heard help high
    history hit hold home hope hour house important inside instead interest interview issue january job join july june
    keep kept key kill killed kind knew know known large last late later latest law lead leader least leave led left
    less life like likely line little live local long look lost lot made major make making man many march mark matter
    mean media meet meeting member men message million minister minute moment monday money month morning move named
    national near nearly need never new news next night nothing november now number october office officer official old
    open order outside paid part past pay people percent perhaps person place plan point police policy political
    position possible post power president press previous private problem process program protect public put question
    quickly ran reached read real really reason received recent record released remain report reported reporter
    reporting response result return right role rule run running said saturday saw say saying scene second secretary
    security see seen send senior sent september serious service set seven several show side sign similar simply
    situation six small social someone something soon source south speak special spoke spokesman spokesperson
    spokeswoman staff stand start started state statement stay step stop stopped story street strong sunday support
    sure system take taken taking talk team tell ten term thank thing think third thought thousand threat three
    thursday time today together told took top town tried trying tuesday turn turned twitter two understand
    united use used using video want wanted war way wednesday week well went west whole wife win woman women word work
    worked working world wrote year yesterday young
    """.split()
)
"""Words that stand in one article of ten or more whatever it is about, without the plural's s."""
