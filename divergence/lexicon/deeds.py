"""What persons, firms and places do and suffer in the news: words beside a name that tell its class."""

from __future__ import annotations

FIRM_BEFORE = frozenset(
    """company firm bank airline carmaker automaker drugmaker chipmaker planemaker steelmaker retailer manufacturer
    maker broadcaster newspaper magazine publisher insurer lender brokerage supermarket conglomerate subsidiary startup
    start-up charity nonprofit bookmaker brewer refiner consultancy carrier distributor wholesaler exporter importer
    agency organisation organization union federation giant station studio label chain utility""".split()
)
"""Common nouns before a name, or in apposition to it, that make it a firm's or a body's: ``the bank X``."""

FIRM_OWNED = frozenset(
    """share stock subsidiary unit affiliate parent shareholder stake takeover acquisition employee board profit
    headquarters investor chairman chairwoman ceo executive customer""".split()
)
"""Nouns that with *of*, *at* or *in* make what follows a firm: ``shares of X``, ``employees at X``."""

FIRM_OWNS = frozenset(
    """share stock profit earnings shareholder subsidiary takeover revenue sale turnover dividend stockholder investor
    product bondholder""".split()
)
"""Nouns whose owner is a firm: ``X’s profits``."""

FIRM_HOLDERS = frozenset("share stock shareholder stockholder bondholder".split())
"""Nouns that make a name right before them a firm: ``X shares``."""

FIRM_DOES = frozenset(
    """recall acquire manufacture outsource invoice underwrite market retail restructure unveil merge divest broadcast
    supply produce employ operate downgrade upgrade""".split()
)
"""Verbs whose subject is a firm or a body far more often than a person."""

PERSON_DOES = frozenset(
    """weep cry die smile laugh testify plead marry divorce pray kneel wear nod sob sleep shrug grin drown faint confess
    apologise apologize retire graduate sing dance quip joke sigh mutter whisper shout scream awake walk flee surrender
    escape vanish think feel remember admit concede tweet live""".split()
)
"""Verbs whose subject is a person."""

PERSON_SUFFERS = frozenset(
    """shoot stab behead execute hang bury hospitalise hospitalize injure wound murder strangle drown electrocute rape
    kidnap abduct arrest handcuff jail imprison sentence convict acquit indict arraign extradite deport marry divorce
    bear christen pronounce knight detain lynch torture beat kill assassinate charge""".split()
)
"""Verbs in the passive whose subject is a person: ``X was shot twice``."""

PERSON_TAKEN = frozenset(
    "arrest marry jail convict acquit behead murder stab handcuff assassinate wed divorce kidnap abduct bury".split()
)
"""Verbs whose object is a person."""

FORCES = frozenset(
    """army troop rebel force militant soldier fighter militia insurgent guerrilla gunman marine commando brigade
    battalion invader junta jihadist paramilitary separatist regime government tank""".split()
)
"""Who seizes and enters places."""

FORCES_TAKE = frozenset("seize capture enter take reach leave regain lose attack surround".split())
"""Verbs whose object is a place where a force is their subject."""

PLACE_SUFFERS = frozenset(
    """shell bombard besiege bomb raze evacuate recapture flood overrun invade occupy liberate encircle storm
    retake""".split()
)
"""Verbs whose object is a place."""

MADE = frozenset(
    "elect appoint name nominate swear inaugurate promote ordain install reappoint reelect re-elect".split()
)
"""Verbs in the passive whose subject is a person where an office follows: ``X was named coach``."""
