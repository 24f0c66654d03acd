"""World knowledge of names: short forms of given names, and organisations with several well-known names."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from divergence.lexicon.spelling import fold

ORGANISATIONS: tuple[tuple[str, ...], ...] = (
    ("United Nations", "UN", "U.N."),
    ("European Union", "EU", "E.U."),
    ("North Atlantic Treaty Organization", "NATO", "North Atlantic Treaty Organisation"),
    ("African Union", "AU"),
    ("World Health Organization", "WHO", "World Health Organisation"),
    ("International Monetary Fund", "IMF"),
    ("World Trade Organization", "WTO"),
    ("International Atomic Energy Agency", "IAEA"),
    ("International Criminal Court", "ICC"),
    ("International Committee of the Red Cross", "ICRC"),
    ("Organization of the Petroleum Exporting Countries", "OPEC"),
    ("United Nations Children's Fund", "UNICEF"),
    ("Federal Bureau of Investigation", "FBI", "F.B.I."),
    ("Central Intelligence Agency", "CIA", "C.I.A."),
    ("National Security Agency", "NSA"),
    ("Department of Homeland Security", "DHS", "Homeland Security"),
    ("Department of Justice", "DOJ", "Justice Department"),
    ("Department of State", "State Department"),
    ("Department of Defense", "Defense Department", "Pentagon", "DoD"),
    ("Immigration and Customs Enforcement", "ICE"),
    ("Drug Enforcement Administration", "DEA"),
    ("Bureau of Alcohol, Tobacco, Firearms and Explosives", "ATF"),
    ("Federal Aviation Administration", "FAA"),
    ("Federal Emergency Management Agency", "FEMA"),
    ("Food and Drug Administration", "FDA"),
    ("Environmental Protection Agency", "EPA"),
    ("Internal Revenue Service", "IRS"),
    ("Securities and Exchange Commission", "SEC"),
    ("Centers for Disease Control and Prevention", "CDC", "Centers for Disease Control"),
    ("National Aeronautics and Space Administration", "NASA"),
    ("United States Geological Survey", "USGS", "U.S. Geological Survey", "US Geological Survey"),
    ("National Rifle Association", "NRA"),
    ("American Civil Liberties Union", "ACLU"),
    ("Republican Party", "GOP", "G.O.P.", "Republicans"),
    ("Democratic Party", "Democrats"),
    ("Republican National Committee", "RNC"),
    ("Democratic National Committee", "DNC"),
    ("Supreme Court", "U.S. Supreme Court", "US Supreme Court", "United States Supreme Court", "SCOTUS"),
    ("Islamic State", "IS", "ISIS", "ISIL", "Daesh", "Da'esh", "IS group", "Islamic State group", "I.S."),
    ("Al Qaeda", "al-Qaeda", "al-Qaida", "Al Qaida"),
    ("Hezbollah", "Hizbullah", "Hizballah", "Hezbullah"),
    ("Kurdistan Workers' Party", "PKK"),
    ("Palestine Liberation Organization", "PLO"),
    ("Israel Defense Forces", "IDF", "Israeli Defense Forces"),
    ("Irish Republican Army", "IRA"),
    ("British Broadcasting Corporation", "BBC"),
    ("Associated Press", "AP"),
    ("Agence France-Presse", "AFP", "Agence France Presse"),
    ("Cable News Network", "CNN"),
    ("National Broadcasting Company", "NBC"),
    ("New York Police Department", "NYPD", "New York City Police Department"),
    ("Los Angeles Police Department", "LAPD"),
    ("Metropolitan Police", "Scotland Yard", "Met Police"),
    ("International Business Machines", "IBM"),
    ("National Football League", "NFL"),
    ("National Basketball Association", "NBA"),
    ("Major League Baseball", "MLB"),
)
"""Organisations that news everywhere abbreviates without explaining; the first name is the canonical one."""

FAMILY_FIRST = frozenset(
    """kim park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song ryu moon roh xi li wang
    zhang liu chen yang huang zhao wu zhou xu sun hu zhu guo lin ma deng mao tsai lai chiang hou ko wen jiang
    nguyen tran le pham vo phan dang bui""".split()
)
"""Chinese, Korean and Vietnamese family names, which stand before the given name."""

AGENCIES = frozenset(
    "reuters afp ap upi bloomberg xinhua tass interfax ria anadolu irna isna sana mena kyodo ansa dpa efe pti ani bbc"
    " cnn nbc abc cbs npr fox msnbc tmz mehr fars tasnim press trust yonhap".split()
)
"""First words of news agencies and broadcasters: they report the story, they are not part of it."""


@lru_cache(maxsize=1)
def _organisations() -> dict[str, str]:
    return {fold(name): names[0] for names in ORGANISATIONS for name in names}


def organisation_of(name: str) -> str | None:
    """The canonical name of an organisation that the world calls by several, else None."""
    return _organisations().get(fold(name))


@lru_cache(maxsize=1)
def _given() -> dict[str, frozenset[int]]:
    """Each folded given name with the numbers of the rows it stands in."""
    text = (resources.files("divergence.lexicon") / "data" / "given_names.tsv").read_text(encoding="utf-8")
    rows: dict[str, set[int]] = {}
    for number, line in enumerate(text.splitlines()):
        for name in line.split("\t") if not line.startswith("#") else ():
            rows.setdefault(fold(name), set()).add(number)
    return {name: frozenset(found) for name, found in rows.items()}


def is_given_name(word: str) -> bool:
    """Whether a word is a common given name or a short form of one."""
    return fold(word) in _given()


def same_given_name(left: str, right: str) -> bool:
    """Whether two given names are one: equal, or listed as forms of one name (``Rick``, ``Richard``)."""
    first, second = fold(left), fold(right)
    return first == second or bool(_given().get(first, frozenset()) & _given().get(second, frozenset()))
