"""What persons, firms and places do and suffer in the news: words beside a name that tell its class."""

from __future__ import annotations

FIRM_BEFORE = frozenset(
    """company firm bank airline carmaker automaker drugmaker chipmaker planemaker steelmaker retailer manufacturer maker
    broadcaster newspaper magazine publisher insurer lender brokerage supermarket conglomerate subsidiary startup
    start-up charity nonprofit bookmaker brewer miner refiner producer operator contractor consultancy carrier
    distributor wholesaler exporter importer developer agency organisation organization union federation giant
    station studio label chain utility""".split()
) - {"miner", "producer", "developer", "contractor", "operator"}
"""Common nouns before a name, or in apposition to it, that make it a firm's or a body's: ``the bank X``."""

FIRM_OWNED = frozenset(
    """share stock subsidiary unit affiliate parent shareholder stake takeover acquisition employee board profit
    headquarters investor chairman chairwoman ceo executive customer""".split()
)
"""Nouns that with *of*, *at* or *in* make what follows a firm: ``shares of X``, ``employees at X``."""

FIRM_OWNS = frozenset(
    """share stock profit earnings shareholder subsidiary takeover revenue sale turnover dividend stockholder
    investor product bondholder""".split()
)
"""Nouns that make what owns them a firm: ``X’s profits``, ``X shares``."""

FIRM_HOLDERS = frozenset("share stock shareholder stockholder bondholder".split())
"""Nouns that make a name right before them a firm: ``X shares``."""

SAYS = frozenset("say tell add note concede argue insist recall explain declare testify joke".split())

FIRM_DOES = frozenset(
    """recall acquire manufacture outsource invoice underwrite market retail restructure launch unveil merge
    divest publish broadcast air report post list supply ship sell produce employ hire operate cut invest
    downgrade upgrade lower""".split()
) - {"report", "air", "sell", "cut", "invest", "ship", "hire", "lower", "list", "launch"}
"""Verbs whose subject is a firm or a body far more often than a person."""

PERSON_DOES = frozenset(
    """weep cry die smile laugh testify plead marry divorce pray kneel wear nod sob sleep shrug grin drown faint
    confess apologise apologize retire graduate sing dance recall studied born deny quip joke sigh mutter whisper
    shout scream collapse recover awake suffer drive walk run flee surrender escape vanish believe think feel know
    remember admit concede tweet live""".split()
) - {"recall", "run", "deny", "suffer", "recover", "collapse", "born", "studied", "drive", "believe", "know"}
"""Verbs whose subject is a person."""

PERSON_SUFFERS = frozenset(
    """shoot stab behead execute hang bury hospitalise hospitalize injure wound murder strangle drown electrocute
    poison rape kidnap abduct arrest handcuff jail imprison sentence convict acquit indict arraign extradite deport
    marry divorce bear survive christen pronounce knight autopsy detain lynch torture beat kill assassinate
    suspend charge""".split()
) - {"suspend", "survive", "poison"}
"""Verbs in the passive whose subject is a person: ``X was shot twice``."""

PERSON_TAKEN = frozenset(
    """arrest marry jail convict acquit behead murder stab handcuff assassinate wed divorce kidnap abduct bury""".split()
)
"""Verbs whose object is a person."""

PLACE_SUFFERS = frozenset(
    """shell bombard besiege bomb raze evacuate recapture flood overrun invade occupy liberate encircle storm
    retake""".split()
)
"""Verbs whose object is a place."""
