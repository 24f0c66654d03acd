"""Titles, offices, ranks and the words for what a person is to another, normalised so that two spellings meet."""

from __future__ import annotations

from functools import cache

from divergence.lexicon.spelling import fold

HONORIFICS = frozenset("mr mrs ms miss mx dr sir dame lord lady prof professor father fr sister rev reverend".split())

ABBREVIATIONS = {
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "capt": "captain",
    "maj": "major",
    "sgt": "sergeant",
    "cpl": "corporal",
    "adm": "admiral",
    "cmdr": "commander",
    "brig": "brigadier",
    "pvt": "private",
    "det": "detective",
    "supt": "superintendent",
    "insp": "inspector",
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "congressman": "representative",
    "congresswoman": "representative",
    "pres": "president",
    "atty": "attorney",
    "asst": "assistant",
    "prof": "professor",
    "dr": "doctor",
    "rev": "reverend",
    "mp": "member of parliament",
    "pm": "prime minister",
    "premier": "prime minister",
    "fm": "foreign minister",
    "ceo": "chief executive",
    "cfo": "chief financial officer",
    "coo": "chief operating officer",
    "da": "district attorney",
    "ag": "attorney general",
    "pro": "public relations officer",
    "ex": "former",
    "erstwhile": "former",
    "then": "former",
    "onetime": "former",
    "late": "",
    "defence": "defense",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "cochair": "co-chair",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "councilman": "councillor",
    "councilwoman": "councillor",
    "councilor": "councillor",
    "policeman": "police officer",
    "policewoman": "police officer",
    "cop": "police officer",
    "businesswoman": "businessman",
    "adviser": "advisor",
    "counsellor": "counselor",
    "us": "u.s.",
    "american": "u.s.",
    "uk": "british",
    "attorney": "lawyer",
    "solicitor": "lawyer",
    "barrister": "lawyer",
    "counsel": "lawyer",
    "mom": "mother",
    "mum": "mother",
    "dad": "father",
    "stepdad": "stepfather",
    "stepmom": "stepmother",
    "kid": "child",
    "labour": "labor",
    "gop": "republican",
}
"""Spellings and short forms of title words; what stands right is what we compare."""

POLITICAL = frozenset(
    """president vice-president premier minister secretary chancellor governor mayor senator representative congressman
    congresswoman lawmaker speaker king queen prince princess emir sultan sheikh ambassador envoy consul
    councillor councilman councilwoman alderman deputy undersecretary treasurer commissioner legislator
    parliamentarian pm mp""".split()
)
POSTS = frozenset(
    """chair chairman chairwoman chairperson co-chair manager director coordinator spokesman spokeswoman spokesperson
    treasurer secretary president vice-president chief executive ceo cfo coo founder co-founder owner head
    leader whip administrator superintendent principal dean editor publisher coach captain trainer strategist
    pollster advisor adviser aide volunteer deputy consultant analyst officer counsel confidant associate
    partner""".split()
)
LEGAL = frozenset(
    """lawyer attorney prosecutor judge justice magistrate counsel solicitor barrister sheriff marshal coroner clerk
    defender""".split()
)
RANKS = frozenset(
    """general lieutenant colonel captain major sergeant corporal admiral commander brigadier marshal private commodore
    gen lt col capt maj sgt cpl adm cmdr brig trooper constable inspector detective superintendent officer
    deputy agent""".split()
)
KIN = frozenset(
    """father mother son daughter brother sister husband wife uncle aunt nephew niece cousin grandfather grandmother
    grandson granddaughter boyfriend girlfriend fiance fiancé fiancée stepfather stepmother stepson stepdaughter
    stepbrother stepsister half-brother half-sister partner widow widower son-in-law daughter-in-law
    father-in-law mother-in-law brother-in-law sister-in-law godmother godfather friend neighbor neighbour
    babysitter roommate ex-wife ex-husband ex-boyfriend ex-girlfriend dad mom mum parent child""".split()
)
STANDING = frozenset(
    """suspect victim witness gunman shooter attacker bomber killer robber thief defendant accomplice hostage survivor
    bystander fugitive passenger driver pilot perpetrator plaintiff prisoner detainee mastermind target""".split()
)
"""What a person is in the event or the case; with ``person of interest`` and its like."""
DOERS = frozenset(
    """suspect gunman shooter attacker bomber killer robber thief accomplice perpetrator mastermind defendant""".split()
)
HARMED = frozenset("victim hostage survivor bystander witness target plaintiff".split())
"""Nobody is told of as a doer and as one of the harmed in one event; within each set the words go together."""
MEMBERS = frozenset("representative senator lawmaker legislator parliamentarian councillor".split())
"""Members of a body, who may hold an office beside it: a representative is speaker, a senator is majority leader."""
BESIDES = frozenset(
    """founder co-founder owner partner associate volunteer consultant advisor strategist analyst editor publisher
    administrator""".split()
)
"""Posts that a person may have beside another one: founder and chief executive."""
CALLINGS = frozenset(
    """doctor nurse surgeon physician teacher professor student journalist reporter author writer actor actress singer
    rapper comedian artist engineer scientist researcher economist historian analyst expert activist campaigner
    priest bishop archbishop cardinal pope rabbi imam cleric pastor reverend minister farmer businessman
    businesswoman billionaire entrepreneur banker player striker goalkeeper pitcher baseman quarterback
    outfielder star celebrity pharmacist paramedic firefighter soldier veteran cleric ayatollah mullah maulana
    hairdresser model producer designer resident spokesperson policeman policewoman cop official""".split()
)
FAMILIES: tuple[tuple[str, frozenset[str]], ...] = (
    ("kin", KIN),
    ("standing", STANDING),
    ("rank", RANKS),
    ("post", POSTS),
    ("office", POLITICAL),
    ("law", LEGAL),
    ("calling", CALLINGS),
)
"""A person has one role of a family in one respect; roles of two families go together (a father, a lawyer)."""

ALSO_SURNAMES = frozenset(
    """king prince pope bishop judge dean major marshal justice child friend head clerk constable captain coach cardinal
    chancellor sheriff parent deputy page baron cousin speaker lord duke earl sergeant squire provost rector deacon
    abbot chaplain steward guard porter butler""".split()
)
"""Words of titles that are surnames too: ``Stephen King`` is no king."""

HEADS = frozenset().union(*(words for _, words in FAMILIES))

GENERAL = frozenset("official leader head chief aide advisor associate politician lawmaker lawyer officer".split())
"""Heads that many titles amount to: ``leader`` does not contradict ``president``."""

MODIFIERS = frozenset(
    """deputy vice acting interim former ex senior chief assistant associate junior prime foreign interior defense
    defence finance justice health education home security information trade energy environment agriculture
    transport labor labour culture press public district state attorney general executive managing national
    special federal regional provincial county city police army military air naval fire campaign communications
    political party republican democratic gop house senate majority minority executive financial operating
    technology news criminal supreme chief presidential legal medical head co lead top retired brigadier
    lieutenant major sergeant staff us u.s united states british lt gen maj col capt brig adm lord crown spokes
    relations opposition economic policy emergency baseball football basketball then late longtime""".split()
)
"""Words that stand before an office's head inside a title."""


WIDER = {
    "parent": frozenset({"mother", "father"}),
    "child": frozenset({"son", "daughter"}),
    "sibling": frozenset({"brother", "sister", "half-brother", "half-sister"}),
    "partner": frozenset({"husband", "wife", "boyfriend", "girlfriend", "fiance", "fiancé", "fiancée"}),
    "friend": frozenset({"boyfriend", "girlfriend", "neighbor", "neighbour", "roommate"}),
    "judge": frozenset({"justice", "magistrate"}),
    "lawyer": frozenset({"prosecutor", "defender"}),
}
"""Words that say less than others."""


def is_wider(wide: str, narrow: str) -> bool:
    """Whether one word is the other, said less exactly."""
    return narrow in WIDER.get(wide, frozenset())


def base(word: str) -> str:
    """A title word in its normal form: ``Defence`` → ``defense``, ``chairwoman`` → ``chair``."""
    plain = word.lower().strip(".,’'")
    return ABBREVIATIONS.get(plain.replace(".", ""), ABBREVIATIONS.get(fold(plain), plain))


@cache
def family(head: str) -> str:
    """The family of a role's normal head, or nothing."""
    return next((name for name, words in FAMILIES if head in words or head in {base(w) for w in words}), "")


def is_head(word: str) -> bool:
    """Whether a word, as printed or in the singular, is the head of a title or role."""
    plain = word.lower().rstrip(".")
    return plain in HEADS or base(plain) in HEADS or (plain.endswith("s") and plain[:-1] in HEADS)


def is_modifier(word: str) -> bool:
    """Whether a word may stand before the head inside a title."""
    return word.lower().rstrip(".") in MODIFIERS
