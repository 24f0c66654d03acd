"""What happens to people and things in the news, as classes: killed, wounded, arrested, destroyed …

Two figures can only be of one fact where the same thing happened to what they count. A class gathers every way of
saying it, by the part it plays in the clause: a verb that does it to its object, a verb that its subject undergoes,
a word that states it, a noun for the happening, a noun for the one affected. To add a class, add a row; to widen
one, add a word. Verbs and nouns are lemmas; states are word forms, since participles lose their form in a lemma.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Outcome:
    """One class and the words that state it, each field a list parted by spaces."""

    name: str
    does: str = ""
    """Verbs that do it to their object: ``kill`` a soldier."""
    undergoes: str = ""
    """Verbs whose subject it happens to: a soldier ``dies``."""
    states: str = ""
    """Participles and adjectives: a soldier is ``dead``; ``wounded`` soldiers."""
    events: str = ""
    """Nouns for the happening, counted or with ``of``: five ``deaths``, the ``killing`` of five soldiers."""
    affected: str = ""
    """Nouns for those it happened to: five ``fatalities``, three ``hostages``."""
    idioms: str = ""
    """``verb+noun`` pairs: ``lose+life`` happens to the subject, ``claim+life`` to the lives themselves."""


OUTCOMES: tuple[Outcome, ...] = (
    Outcome(
        "killed",
        does="kill slay murder assassinate massacre execute behead slaughter martyr lynch strangle electrocute drown",
        undergoes="die perish drown succumb",
        states="killed dead slain murdered assassinated massacred executed beheaded slaughtered martyred deceased "
        "lifeless lynched strangled drowned perished died",
        events="death killing murder homicide fatality slaying assassination execution massacre slaughter beheading",
        affected="dead martyr body corpse slain",
        idioms="lose+life claim+life take+life cost+life shoot+dead gun+down blow+up",
    ),
    Outcome(
        "wounded",
        does="wound injure hurt maim",
        undergoes="suffer",
        states="wounded injured hurt maimed",
        events="injury wound injuring wounding",
        affected="injured wounded",
        idioms="sustain+injury suffer+injury suffer+wound receive+injury sustain+wound",
    ),
    Outcome("casualties", events="casualty", affected="casualty"),
    Outcome("shot", does="shoot stab", states="shot stabbed", events="shooting stabbing"),
    Outcome(
        "missing",
        undergoes="disappear vanish",
        states="missing unaccounted disappeared",
        events="disappearance",
        affected="missing",
        idioms="go+missing",
    ),
    Outcome("trapped", does="trap strand", states="trapped stranded"),
    Outcome(
        "arrested",
        does="arrest detain apprehend jail imprison nab incarcerate",
        states="arrested detained apprehended jailed imprisoned nabbed incarcerated",
        events="arrest detention imprisonment",
        affected="detainee arrestee",
        idioms="take+custody round+up place+custody hold+custody",
    ),
    Outcome("charged", does="charge indict arraign", states="charged indicted arraigned", events="indictment charge"),
    Outcome("convicted", does="convict", states="convicted", events="conviction"),
    Outcome("acquitted", does="acquit exonerate", states="acquitted exonerated", events="acquittal"),
    Outcome("sentenced", does="sentence", undergoes="serve", states="sentenced", events="sentence"),
    Outcome(
        "released",
        does="release free liberate parole",
        states="released freed liberated",
        events="release liberation",
        idioms="set+free",
    ),
    Outcome(
        "displaced",
        does="displace evacuate uproot relocate",
        undergoes="flee",
        states="displaced evacuated homeless uprooted relocated",
        events="displacement evacuation exodus",
        affected="evacuee refugee homeless",
        idioms="leave+homeless lose+home flee+home leave+home",
    ),
    Outcome("rescued", does="rescue save", states="rescued saved", events="rescue", idioms="pull+out"),
    Outcome(
        "survived",
        undergoes="survive escape",
        states="alive unharmed unhurt uninjured survived",
        events="survival escape",
        affected="survivor",
    ),
    Outcome(
        "kidnapped",
        does="kidnap abduct",
        states="kidnapped abducted",
        events="kidnapping abduction",
        affected="hostage captive abductee",
        idioms="take+hostage hold+hostage",
    ),
    Outcome("captured", does="capture", states="captured", events="capture"),
    Outcome("surrendered", undergoes="surrender defect", states="surrendered", events="surrender defection"),
    Outcome(
        "infected",
        does="infect sicken poison quarantine",
        states="infected sick sickened poisoned ill",
        events="infection",
        idioms="test+positive contract+virus",
    ),
    Outcome(
        "hospitalised",
        does="hospitalise hospitalize treat",
        states="hospitalised hospitalized treated admitted",
        events="hospitalisation hospitalization treatment",
        idioms="take+hospital rush+hospital receive+treatment admit+hospital admit+clinic admit+ward",
    ),
    Outcome("vaccinated", does="vaccinate inoculate", states="vaccinated", events="vaccination"),
    Outcome("damaged", does="damage", states="damaged", events="damage"),
    Outcome(
        "destroyed",
        does="destroy demolish level flatten raze obliterate wreck gut torch",
        undergoes="collapse",
        states="destroyed demolished leveled levelled flattened razed collapsed wrecked gutted ruined torched",
        events="destruction demolition collapse",
        idioms="burn+down set+fire",
    ),
    Outcome("cut", does="cut sever break disrupt", states="cut severed broken disrupted", events="disruption outage"),
    Outcome("downed", does="down", undergoes="crash", states="downed", events="crash", idioms="shoot+down"),
    Outcome("sunk", does="sink capsize", states="sunk sunken capsized", events="sinking"),
    Outcome(
        "seized",
        does="seize confiscate impound recover retrieve",
        states="seized confiscated impounded recovered retrieved",
        events="seizure confiscation recovery",
    ),
    Outcome("stolen", does="steal rob loot snatch", states="stolen robbed looted", events="theft robbery heist haul"),
    Outcome("lost", does="lose misplace", states="lost", events="loss"),
    Outcome(
        "dismissed",
        does="dismiss sack oust furlough",
        states="dismissed sacked ousted furloughed fired",
        events="dismissal layoff firing",
        idioms="lay+off lose+job cut+job",
    ),
    Outcome("resigned", undergoes="resign retire", states="resigned retired", events="resignation retirement"),
    Outcome("hired", does="hire recruit appoint", states="hired recruited appointed", events="appointment"),
    Outcome("elected", does="elect reelect", states="elected reelected", events="election"),
    Outcome("voted for", idioms="vote+favor vote+favour vote+for"),
    Outcome("voted against", idioms="vote+against"),
    Outcome("voted", undergoes="vote", events="vote"),
    Outcome("abstained", undergoes="abstain", events="abstention"),
    Outcome(
        "attacked",
        does="attack strike hit bomb shell target raid storm ambush assault",
        states="attacked bombed shelled targeted raided stormed ambushed",
        events="attack strike airstrike raid bombing bombardment shelling ambush assault blast explosion",
    ),
    Outcome("fired", does="fire launch lob", states="launched", events="launch salvo"),
    Outcome("dropped", does="drop", states="dropped"),
    Outcome("deployed", does="deploy dispatch station", states="deployed dispatched stationed", events="deployment"),
    Outcome("sued", does="sue", states="sued", events="lawsuit suit"),
    Outcome(
        "gathered",
        undergoes="protest demonstrate march rally gather attend assemble",
        events="protest demonstration march rally",
        affected="protester protestor demonstrator marcher attendee",
    ),
    Outcome("bought", does="buy purchase acquire", states="bought purchased acquired", events="purchase acquisition"),
    Outcome("sold", does="sell", states="sold", events="sale"),
    Outcome("paid", does="pay spend", states="paid", events="payment"),
)

_IRREGULAR = {
    "slew": "slay",
    "slain": "slay",
    "shot": "shoot",
    "stole": "steal",
    "stolen": "steal",
    "freed": "free",
    "fled": "flee",
    "died": "die",
    "dies": "die",
    "dying": "die",
    "hurt": "hurt",
    "cut": "cut",
    "broke": "break",
    "broken": "break",
    "lost": "lose",
    "sold": "sell",
    "bought": "buy",
    "paid": "pay",
    "beheaded": "behead",
    "sank": "sink",
    "sunk": "sink",
    "struck": "strike",
    "hit": "hit",
    "maimed": "maim",
}

DEGREES = frozenset("seriously critically gravely badly severely slightly lightly".split())
"""How hard somebody or something is hit; those are fewer than all that are."""
CASUALTIES = "casualties"
"""The class of counts that do not part the dead from the wounded."""


def _index(words: Callable[[Outcome], str]) -> dict[str, str]:
    """Word to class; the first class that lists a word has it."""
    return {word: outcome.name for outcome in reversed(OUTCOMES) for word in words(outcome).split()}


@cache
def _tables() -> dict[str, dict[str, str]]:
    """The lexicon by part played; built once, since callers look up every word of every article."""
    return {
        "does": _index(lambda o: o.does),
        "undergoes": _index(lambda o: o.undergoes),
        "states": _index(lambda o: o.states),
        "events": _index(lambda o: o.events),
        "affected": _index(lambda o: o.affected),
        "idioms": _index(lambda o: o.idioms),
    }


def done_to_object(verb: str) -> str:
    """The class of what a verb (lemma) does to its object, or nothing."""
    return _tables()["does"].get(verb, "")


def undergone_by_subject(verb: str) -> str:
    """The class of what happens to a verb's subject, or nothing."""
    return _tables()["undergoes"].get(verb, "")


def stated(word: str) -> str:
    """The class that a participle or adjective states of its noun, or nothing."""
    return _tables()["states"].get(word, "")


def happening(noun: str) -> str:
    """The class of a noun for the happening (``death``), or nothing."""
    return _tables()["events"].get(noun, "")


def affected(noun: str) -> str:
    """The class of a noun for those it happened to (``hostage``), or nothing."""
    return _tables()["affected"].get(noun, "")


def idiom(verb: str, other: str) -> str:
    """The class of a verb with a noun, adjective or particle (``lose`` + ``life``), or nothing."""
    return _tables()["idioms"].get(f"{verb}+{other}", "")


@cache
def outcome_of(form: str, lemma: str) -> str:
    """The class of a word in whatever part it plays, or nothing."""
    return stated(form) or done_to_object(lemma) or undergone_by_subject(lemma) or happening(lemma) or affected(lemma)


@cache
def base_of(form: str) -> str:
    """The lexicon's verb of an inflected form, else the form: headlines and capitals leave lemmatisers at a loss."""
    if form in _IRREGULAR:
        return _IRREGULAR[form]
    verbs = _tables()["does"].keys() | _tables()["undergoes"].keys()
    tried = (form, form[:-1], form[:-2], form[:-3], f"{form[:-2]}e", f"{form[:-3]}e", form[:-3][:-1], form[:-4])
    endings = form.endswith(("s", "ed", "ing"))
    return next((t for t in tried if t in verbs), form) if endings or form in verbs else form


def combined(first: str, second: str) -> str:
    """The class of ``first or second`` said of one count: dead and wounded are casualties, shot and killed killed."""
    if not second or first == second:
        return first
    if not first:
        return second
    if {first, second} == {"shot", "killed"}:
        return "killed"
    return CASUALTIES if {first, second} <= {"killed", "wounded", CASUALTIES} else first
