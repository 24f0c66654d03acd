"""Nouns that may stand for one another: for people from the general to the particular, and for things.

"People", "victims" and "civilians" can count the same dead; "soldiers" and "militants" cannot.
"""

from __future__ import annotations

GENERAL = frozenset(
    """people person persons individual victim human other others body fatality casualty soul life death dead
    injured wounded survivor injury inhabitant resident member someone being one two""".split()
)
"""Words that count people without saying who they are."""

FAMILIES: tuple[frozenset[str], ...] = tuple(
    frozenset(words.split())
    for words in (
        "civilian villager resident inhabitant citizen local bystander passer-by passerby national townspeople",
        "soldier troop troops serviceman servicewoman servicemember trooper personnel army guard marine officer"
        " commando",
        "militant fighter insurgent rebel terrorist gunman extremist guerrilla jihadist militiaman attacker assailant"
        " bomber combatant shooter suspect robber pirate",
        "police policeman policewoman officer cop deputy trooper constable guard personnel sheriff",
        "child kid boy girl minor youngster baby infant toddler teenager teen youth juvenile schoolchild pupil student"
        " son daughter",
        "man male father husband boy brother son gentleman",
        "woman female mother wife girl sister daughter lady",
        "worker employee staff staffer miner labourer laborer staffers crew crewman crewmember sailor",
        "passenger traveller traveler commuter tourist visitor",
        "protester demonstrator activist marcher",
        "suspect detainee prisoner inmate defendant arrestee",
        "doctor medic nurse physician paramedic",
        "journalist reporter correspondent",
        "lawmaker legislator senator representative congressman mp deputy parliamentarian",
        "migrant refugee immigrant alien evacuee",
        "official leader minister commander chief",
        "patient case infection",
        "relative family parent brother sister sibling cousin",
    )
)
"""Groups of words that can name the same people; a word may stand in several."""

PEOPLE = GENERAL.union(*FAMILIES)

SOMEBODY = frozenset(
    """victim suspect gunman shooter attacker bomber robber hijacker man woman boy girl child baby teenager youth
    driver rider cyclist biker motorcyclist pilot passenger pedestrian climber hiker swimmer fisherman sailor winner
    patient hostage fugitive soldier policeman pupil student""".split()
)
"""Words for somebody of whom a piece of news tells before it names them."""

THINGS: tuple[frozenset[str], ...] = tuple(
    frozenset(words.split())
    for words in (
        "talk discussion negotiation session meeting dialogue conversation consultation",
        "quake earthquake temblor tremor shock",
        "attack assault raid strike bombing explosion blast airstrike bombardment shelling shooting incident",
        "clash fight fighting battle combat offensive skirmish",
        "house home building residence dwelling apartment flat",
        "car vehicle truck van automobile suv",
        "gun rifle weapon firearm handgun pistol",
        "cable line wire",
        "lawsuit suit complaint",
        "offer bid proposal",
        "deal contract agreement acquisition purchase takeover",
        "damage loss cost",
        "sentence term prison",
        "storm hurricane cyclone typhoon",
        "fire blaze wildfire",
        "plane jet aircraft airliner airplane",
        "ship boat vessel",
        "town city village community municipality",
        "school campus university college",
        "firm company business corporation",
        "haul loot jewel jewellery jewelry",
        "arrest detention",
        "murder killing slaying homicide",
    )
)
"""Groups of nouns for things and happenings that news prose uses for one another."""

ONE_CREED = frozenset({"shia", "shiite", "shiites", "shias", "shi"})
"""Words for one creed that are spelled too differently to be seen as one."""


def head_relation(a: str, b: str) -> str:
    """How two counted nouns stand to each other.

    One of ``same``, ``kindred`` (two words of one family), ``general`` (one says only that it counts people),
    ``unsaid`` (one or both are missing) and ``other``.
    """
    if not a or not b:
        return "unsaid"
    if a == b:
        return "same"
    if a in PEOPLE and b in PEOPLE:
        if a in GENERAL or b in GENERAL:
            return "general"
        return "kindred" if any(a in family and b in family for family in FAMILIES) else "other"
    return "kindred" if any(a in family and b in family for family in THINGS) else "other"
