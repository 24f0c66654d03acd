"""Words that say what a name is: ``Party``, ``Hospital``, ``County``; and where in a name they stand."""

from __future__ import annotations

ORGANISATION = frozenset(
    """party ministry police university college institute institutes council committee commission agency
    department bureau office service services authority administration association federation union
    league club society foundation organization organisation group company corporation corp inc ltd llc
    plc co bank fund trust board court tribunal parliament congress senate house assembly army navy
    force forces guard command corps brigade battalion front movement alliance coalition network news
    times post herald journal gazette tribune press agency broadcasting radio tv television studios
    pictures records airlines airways systems technologies holdings partners industries enterprises
    motors pharmaceuticals sciences foods district cabinet embassy consulate mission observatory
    conference chamber unit division directorate secretariat government campaign militia brigades front
    faction caucus laboratory sheriff cooperation enforcement investigations investigation advisors
    advisers partners associates brothers sons republicans democrats liberals conservatives labour team
    fc""".split()
)
"""Last words of names of organisations."""

FIRM = frozenset(
    """inc ltd llc plc corp co cos company corporation group holdings ag gmbh sa nv spa bhd oyj ab asa se kg pty lp
    bank bancorp airlines airways motors industries pharmaceuticals technologies systems partners brothers stores
    foods records pictures studios entertainment communications energy petroleum oil electric steel insurance
    financial securities capital lynch sachs telecom semiconductor enterprises international products worldwide
    media newspapers publishing channel
    software networks laboratories aerospace aviation shipping mining resources""".split()
)
"""Last words of firms' names."""

FACILITY = frozenset(
    """hospital clinic jail prison penitentiary school high hs academy airport airfield airbase base barracks
    church mosque temple synagogue cathedral centre center park stadium arena theatre theater museum
    hotel motel resort restaurant cafe bar pub mall market supermarket store shop bank station terminal
    bridge tunnel dam plant factory refinery mine building tower house home mansion apartment apartments
    complex court courthouse hall headquarters hq embassy square plaza street st road rd avenue ave
    boulevard blvd lane ln drive dr highway hwy interstate route freeway parkway circle way beach pier
    port harbor harbour camp village mountain mount lake river creek valley canyon forest island bay
    cape gate crossing checkpoint post office library zoo farm ranch cemetery shrine monastery
    university college campus basement courtroom classroom lobby hallway stairwell elevator corridor
    garage parking car-park yard kitchen bedroom room doorway porch driveway""".split()
)
"""Nouns of what is built or bounded on the ground; as a name's last word they make it a place."""

THING = frozenset(
    """alert act bill law award awards prize cup games war treaty agreement accord accords deal resolution
    amendment operation summit championship series festival day week month year report plan project
    program programme protocol virus disease syndrome storm hurricane earthquake massacre revolution
    uprising spring case trial code rule constitution bible quran koran christmas era age crisis scandal
    affair theory movie show song book album english french arabic spanish russian""".split()
)
"""Last words of names that are neither a person's, a body's nor a place's."""

VESSELS = frozenset(
    """ship vessel warship destroyer frigate submarine tanker boat yacht ferry freighter trawler cruiser
    tugboat flight""".split()
)
"""Nouns before the name of a ship or a flight, which may be a place's."""

STREET = frozenset(
    """street st road rd avenue ave boulevard blvd lane ln drive dr highway hwy interstate route freeway
    parkway circle way place square terrace court""".split()
)

SETTLEMENT = frozenset(
    """city town village hamlet township suburb port settlement capital borough community neighborhood
    neighbourhood metropolis district area region province governorate state county country island
    peninsula oblast prefecture division subdivision tehsil municipality parish enclave territory valley
    sector""".split()
)
"""Nouns that name a stretch of land people live on: ``the town of X``, ``X province``, ``X district``."""

POINTS = frozenset("city town village hamlet township suburb port settlement capital borough community".split())
"""Settlements: two of them with two names are two places, unless one is listed as part of the other."""

GROUPS = frozenset(
    """republican republicans democrat democratic conservative liberal labour socialist communist islamist
    jihadist muslim muslims christian christians catholic catholics jewish jew jews hindu hindus
    buddhist sunni sunnis shia shiite shiites alawite kurd kurdish kurds arab arabs arabic pashtun
    punjabi baloch hispanic latino latina latinos black white asian asians mormon evangelical orthodox
    protestant western westerners""".split()
)
"""Adjectives and nouns of parties, faiths and peoples without a country: no person, no place."""

SITES = frozenset(
    """ain bab bait bayt beit bir burj bustan dar deir ein jabal jebel jub kafr khan kharj majdal masjid medina midan
    nahr qasr qaser ras shatt souk souq tal tall tel umm wad wadi campo casa castillo costa isla palacio paseo plaza
    puente puerta puerto rio santa santo torre torres valle villa""".split()
)
"""First words after which a particle goes on with a place's name: ``Deir al-Zor``, ``Puerta del Sol``."""

BANDS = frozenset(
    """ahl ahrar ansar asharq asaib banco club faylaq harakat hashd hayat hizb jabhat jaish jaysh jund kataib liwa liwaa
    majlis quwat saraya tahrir tanzim""".split()
)
"""First words after which a particle goes on with a body's name: ``Ansar al-Sharia``, ``Banco de Chile``."""

SHORT = frozenset(
    """department ministry party group company bank agency office service commission committee university college
    institute council board court foundation association union league club fund trust network hospital school
    center centre street avenue road route highway boulevard lane drive station airport bridge superior circuit
    tribunal embassy division unit bureau""".split()
)
"""Designators that, capitalised and alone, stand for a longer name given elsewhere and name nothing themselves."""

GENERIC = frozenset(
    """federal police people nearly published investigators relatives agencies officials last loading share
    posted buy none authorities government state fire military old campaign page history medics planes
    suicide population""".split()
)
"""Words that, capitalised and alone, begin a sentence or a heading rather than name anything."""

JOINING = frozenset(
    """ministry department university college institute institutes bank house board court bureau office
    republic gulf strait bay sea lake mount cape university federation council commission committee
    organization organisation association society academy chamber church conference union secretary army
    party front movement agency center centre school association state states kingdom isle city
    city-state administration""".split()
)
"""First words after which ``of`` belongs to the name: ``Ministry of Defence``, ``Gulf of Aden``."""

HYPHENED = frozenset(
    """era style like type led based born held run backed owned made wide bound free only class level size ruled
    aged old year day time mania phobe phile gate esque ish isms ism tied linked hit torn built fed esq pro anti
    inspired style driven friendly related funded trained armed turned elect area region zone wing""".split()
)
"""What stands behind a hyphen without being part of the name before it: ``Trump-era``, ``London-based``."""

NO_NAME = frozenset(
    """i we he she it they you the a an this that these those but and or if when while after before in on at by
    for from to with as of mr mrs ms monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun yes no not what who where
    how why however meanwhile also update related photo image copyright am pm gmt est edt pst pdt god
    christmas easter ramadan there here some many most all his her their our my its one two three""".split()
)
"""Capitalised words that are no names: sentence beginnings, days and months."""

NO_BODY = frozenset(
    """TV PC PCS ET PT QC SC MSG UR LR CD CDS DVD DNA RNA HIV AIDS GDP GNP CEO CFO COO CIO CTO ID IQ OK AM PM AD BC BCE
    CE VAT GMT UTC EST EDT PST PDT CET USB PDF HTML HTTP WWW ATM SUV MP MPS MEP VIP PR HR IT AI UFO NGO NGOS IPO LGBT
    LGBTQ PHD MD JR SR VCR SMS GPS PIN FAQ USD EUR GBP CO LED LP EP SIM CCTV COVID SARS MERS IED IEDS ICBM ICU ER TNT
    KM KG CM MM MPH KPH KMH MW GW KW PPM PPB PPE PCR RV IVF LNG LPG GMO EV EVS PTSD ADHD OCD STD SOS RIP DIY VS NB PS
    RSVP TBA TBC AKA FM MPG RPM DJ MC BBQ XL QR URL POW POWS MIA WMD WMDS CV HQ RE FYI ASAP APR ISA QE CPI PMI TX CA NY
    FL UK US LA DC NYC UAE USA USSR ED MR MRS MS DR ST""".split()
)
"""Words in capitals that are no body's acronym: things, units, eras, taxes, currencies, states."""
