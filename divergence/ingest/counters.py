"""Lines in which a page counts: its pictures, its readers, their comments, the minutes of reading; as patterns by name.

Each must match a paragraph from end to end: ``12 photos`` is a button, ``12 photos were found on the phone`` is story.
"""

from __future__ import annotations

_COUNT = r"\d[\d,.]{0,9} ?[km]?"
_ABOUT = r"(?:(?:about|over|under|approx(?:\.|imately)?) |~ ?|< ?)?"
_MINUTES = r"\d{1,3}[- ]?min(?:ute)?s?\.?"
_CLOCK = r"\d{1,2}(?::\d\d){1,2}(?: ?min(?:ute)?s?)?"
_PICTURES = r"(?:(?:more )?(?:photos?|images?|pictures?|pics|videos?|slides?))"
_ECHO = (
    r"(?:comments?|repl(?:y|ies)|reactions?|shares?|likes?|retweets?|reposts?|(?:page ?)?views?|hits|reads?|followers"
    r"|subscribers)"
)
"""What readers leave behind."""
_GALLERY = (
    r"(?:(?:(?:photo|image|picture)s? )?(?:gallery|slideshow|slide show)|photos?|images?|pictures?|videos?|slides?)"
)
_OPEN = r"(?:see|view|show|load|read|open|browse|launch|expand|join)"
_PLACED = (
    r"(?:image|photo|picture|slide|page|video|item|gallery|caption|showing|viewing|story|article|part|chapter|ad"
    r"|advertisement|question|result)"
)
"""What a page counts before ``3 of 9``."""
_THIS = r"(?:(?:this|the|our)(?: (?:article|story|post|page|report|piece|podcast))?|article|story)"
_NETWORK = r"(?:facebook|twitter|x|tweet|whatsapp|pinterest|linkedin|reddit|telegram|flipboard)"
_AGE = r"(?:secs?|mins?|hrs?|seconds?|minutes?|hours?|days?|weeks?|months?|years?)"
_EMOJI = "[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]"

COUNTERS: tuple[tuple[str, str], ...] = (
    ("views", r"\d[\d,.]{0,9}[km]? (?:views?|shares?|comments?|likes?|reads?)\b[^.!?]{0,60}"),
    ("counter", rf"(?:{_OPEN} (?:all )?)?{_COUNT} (?:more )?{_ECHO}(?: (?:so far|on this (?:story|article)))?"),
    ("counter", rf"(?:{_OPEN} (?:all )?(?:the )?)?{_ECHO} ?[:(|·]? ?{_COUNT}\)?"),
    ("counter", rf"(?:join the (?:conversation|discussion)|leave a comment|share|save) ?[:(]? ?{_COUNT}\)?"),
    ("counter", rf"(?:{_EMOJI}{{1,3}} ?{_COUNT} ?){{1,6}}"),
    ("counter", rf"(?:{_NETWORK} ?[:(]? ?{_COUNT}\)? ?){{1,8}}"),
    ("counter", rf"{_COUNT} people (?:like|liked|found) this(?: (?:helpful|useful))?\.?"),
    ("counter", rf"(?:(?:add|leave|post|write) (?:a )?comment|(?:jump|go|skip) to comments) ?\(?(?:{_COUNT})?\)?"),
    ("counter", rf"(?:post|total|article) views?:? {_COUNT}|last comment \d{{1,3}} {_AGE} ago"),
    ("counter", r"\d{1,3} new (?:posts?|updates?|comments?)|(?:refresh|new (?:posts|updates)) \(\d{1,3}\)"),
    ("rank", r"(?:trending|most read|popular) ?:? ?#?\d{1,2}|#\d{1,2} in [a-z]{3,20}"),
    ("next", r"(?:next (?:story|article|video)|up next|(?:auto)?play(?:s|ing)?) in \d{1,2}(?: ?s(?:ec(?:ond)?s?)?)?"),
    ("number of the page", r"(?:(?:article|story) )?(?:id|ref(?:erence)?(?: no\.?)?): ?[\w-]{3,20}"),
    (
        "number of the page",
        r"p(?:age|\.) [a-z]?\d{1,3}|vol\.? \d{1,4},? (?:no|issue)\.? \d{1,4}|printed on page [a-z]?\d{1,3}",
    ),
    ("number of the page", r"a version of this (?:article|story) (?:appears|appeared) in (?:the )?print\b[^\n]{0,160}"),
    (
        "viewers",
        rf"{_COUNT} (?:people|readers|users|others|visitors) (?:(?:(?:are|were) )?(?:now |currently )?"
        r"(?:read|view|watch)ing|(?:have|has) (?:already |now )?(?:read|viewed|watched|shared|liked|saved)(?= this\b))"
        r"(?: (?:this|now|right now|live)\b[^.!?,]{0,20})?\.?",
    ),
    ("viewers", rf"(?:viewed|read|shared|seen)(?: by)? {_COUNT}(?: times| people| readers)?"),
    (
        "viewers",
        r"(?:(?:people|readers|users|visitors) )?(?:(?:currently|now) )?(?:reading|viewing|watching|online)"
        rf"(?: {_THIS})?(?: (?:right )?now)? ?[:(] ?{_COUNT}\)?",
    ),
    ("viewers", rf"{_COUNT} (?:(?:reading|viewing|watching)(?: {_THIS})?(?: (?:right )?now)?|online(?: now)?)"),
    (
        "reading time",
        r"(?:est(?:\.|imated)? |average )?(?:read(?:ing)?(?: time)?(?: of)?|time to read|read(?: this)? in) ?[:·|–-]? ?"
        rf"{_ABOUT}{_MINUTES}(?: read)?",
    ),
    ("reading time", rf"{_ABOUT}{_MINUTES}(?: (?:of|to))? (?:read|reading|listen|watch|video)(?: time)?"),
    ("reading time", r"(?:est(?:\.|imated)? )?read(?:ing)? time:?|\d{1,3} mins?\.?"),
    ("length", r"\d[\d,]{1,6} words|word ?count:? ?\d[\d,]{1,6}|words: ?\d[\d,]{1,6}"),
    (
        "listening time",
        rf"(?:listen|watch|play|audio|video|duration)(?: (?:to {_THIS}|now|audio|video|clip))?[.:]? ?"
        rf"[·:|(-]? ?{_CLOCK}\)?",
    ),
    ("listening time", rf"(?:listen|watch|play)(?: to {_THIS}| now)? ?[·:|(-]? ?{_MINUTES}\)?"),
    ("player", rf"{_CLOCK} ?/ ?{_CLOCK}|\d(?:\.\d{{1,2}})?x"),
    ("position", rf"{_PLACED} ?:? ?\d{{1,4}} ?(?:of|/|out of) ?\d{{1,4}}(?: (?:next|previous)){{0,2}}"),
    ("position", r"(?!9/11|7/7)[(\[]?\d{1,3} ?/ ?\d{1,3}[)\]]?|[(\[]\d{1,3} of \d{1,3}[)\]]"),
    ("position", r"\d{1,3} ?(?:/|of) ?\d{1,3} (?:photos|images|pictures|slides|videos)"),
    ("position", r"(?:photo|image|picture|slide|page) \d{1,3}"),
    ("position", rf"(?:{_OPEN} )?(?:the )?{_GALLERY} ?[:(] ?\d{{1,3}}(?: {_PICTURES})?\)?"),
    ("position", rf"(?:{_OPEN} )?(?:all )?\+? ?\d{{1,3}} {_PICTURES}"),
    ("position", rf"{_OPEN} (?:all|more) ?\(?\d{{1,3}}\)?|(?:{_OPEN}|\+) ?\d{{1,3}}(?: more)?|\+ ?\d{{1,3}}"),
    ("position", rf"{_OPEN} (?:all )?\d{{1,3}} (?:more )?(?:updates|stories|articles|items|results|posts)"),
    ("position", rf"{_OPEN} (?:the )?(?:gallery|slideshow|photos|pictures|images)"),
    ("paging", r"pages?:? \d{1,3}(?:,? (?:\d{1,3}|…|\.\.\.)){1,20}"),
    (
        "paging",
        r"(?:[«‹<←] ?)?(?:prev(?:ious)?|next)(?: page| article| story)?(?: ?[»›>→])?"
        r"|(?:[«‹<←] ?)?(?:prev(?:ious)?(?: page)?|first)?(?: ?\d{1,3}| ?…| ?\.\.\.){1,20} (?:next(?: page)?|last)"
        r"(?: ?[»›>→])?",
    ),
    (
        "articles left",
        r"you(?: have|['’]ve)(?: read)? (?:\d{1,2}|one|two|three|four|five)(?: of (?:your )?\w{1,5})?(?: free)? "
        r"(?:articles?|stories|story)(?: (?:left|remaining))?(?: (?:this|in the last) [^.!?\n]{2,20})?\.?",
    ),
    ("articles left", r"\d of \d{1,2} free (?:articles|stories)(?: (?:left|remaining|read|used))?"),
    (
        "age of the page",
        rf"(?:(?:last |first )?(?:updated|published|posted|modified):? )?{_ABOUT}(?:\d{{1,3}}|an?) ?"
        rf"(?:[smhdw]|{_AGE}) ago",
    ),
    (
        "age of the page",
        r"this (?:article|story|post|page) (?:is|was (?:first |last )?(?:published|updated))"
        rf"(?: more than| over| about)? \d{{1,2}} {_AGE} (?:old|ago)\.?",
    ),
    (
        "rating",
        r"(?:rating:? ?)?\d(?:\.\d{1,2})? ?(?:out of \d{1,2} )?stars?"
        rf"(?: ?[(·-]? ?{_COUNT} (?:ratings?|votes?|reviews?)\)?)?",
    ),
    (
        "rating",
        r"(?:rating|rate this (?:article|story|post)):? ?\d(?:\.\d{1,2})? ?/ ?(?:5|10)"
        rf"|\d(?:\.\d{{1,2}})? ?/ ?(?:5|10) ?\({_COUNT} (?:ratings?|votes?|reviews?)\)",
    ),
    (
        "advertisement",
        r"(?:your |the )?(?:ad|advert|video) (?:will|can) (?:start|end|begin|close|play) in \d{1,3}\b[^.!?]{0,12}\.?",
    ),
    (
        "rating",
        rf"(?:rated|rating:?|average:?) \d(?:\.\d{{1,2}})? (?:out )?of (?:5|10)"
        rf"(?: ?[(·-]? ?{_COUNT} (?:ratings?|votes?|reviews?)\)?)?",
    ),
    ("rating", rf"[★☆]{{3,10}}(?: ?\d(?:\.\d{{1,2}})?)?(?: ?\({_COUNT}\))?"),
    ("advertisement", r"skip (?:the )?ad(?: in \d{1,3}\w{0,8})?"),
)
