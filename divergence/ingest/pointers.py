"""Lines that point away from an article: the labels before links to other stories, and the buttons of a page."""

from __future__ import annotations

_STORY = r"(?:coverage|stor(?:y|ies)|articles?|news|content|reading|links?|topics?|posts?)"
_ON_THIS = r"on (?:this|the)(?: (?:story|topic|subject))?"
_SITE = r"[\w '’-]{2,40}"


def _any(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


LABEL = _any(
    rf"read (?:more|also)|also read|see also|related(?: {_STORY})?|more|photos?|watch(?: now| live)?|video|listen",
    r"must[- ](?:read|see)|go deeper|full coverage|in (?:pictures|photos)",
)
"""What stands before a link to another story, and before a colon or a bar."""

RARER_LABEL = _any(
    r"read(?: (?:next|on))?|must[- ]watch|also watch|see more|don['’]t miss|in case you missed it|icymi|up next",
    rf"more (?:{_STORY}|{_ON_THIS}|(?:on|from|about) {_SITE})",
    r"recommended(?: (?:reading|for you|stor(?:y|ies)))?|what to read next|you (?:may|might) (?:also )?(?:like|enjoy)",
    rf"further reading|(?:next|previous|earlier) {_STORY}|(?:also|elsewhere) (?:on|in|from) {_SITE}",
    r"watch (?:more|next|the video|this)|listen now|gallery|podcast|quiz|explainer|explained",
)
"""The same, of labels that may begin a sentence of the story: what follows them must not end as one does."""

HEADS = _any(
    rf"related(?: {_STORY})?|read also|also read|must reads?|don['’]t miss|up next|(?:what to )?read next|icymi",
    r"in case you missed it|trending|recommended|popular",
    r"(?:most|top|latest|popular|trending|featured|recommended|other|similar|further) (?:read|viewed|shared|popular"
    r"|commented|watched|stories|story|news|articles|posts|videos|headlines|topics|now|reading|for you|reads)"
    r"(?: (?:now|today|this week))?",
    r"(?:editor['’]?s['’]?|our) (?:picks?|choice)",
    r"you (?:may|might) (?:also )?(?:like|enjoy|be interested in)[^.!?\n]{0,40}",
    rf"more (?:stories|news|from|{_ON_THIS})\b[^.!?\n]{{0,40}}|also (?:in the news|of interest)",
    r"(?:elsewhere (?:on|in)|around|from) the web|from our (?:partners|sponsors|network)",
    r"(?:sponsored|promoted|partner|paid)(?: (?:content|stories|links|post))?|in this (?:article|story|section)",
)
"""The head over such links, alone on its line."""

BUTTONS = _any(
    r"(?:print|e-?mail|save|share|tweet|bookmark|follow|copied|menu|search|loading|subscribe|log ?in|sign ?in|sign ?up"
    r"|register|listen|watch|gallery|play|pause|mute|skip|close|back|home)"
    r"(?: (?:now|later|today|for later|us|this(?: (?:article|story|page|post))?|page|article|story|link|to clipboard))?"
    r"(?:\.{3}|…|!)?",
    r"add to (?:favou?rites|bookmarks|reading list)|copy(?: link| url)?|(?:back )?to top",
    r"(?:share|tweet|follow us|like us|post|pin)(?: (?:this|it))? on [\w ]{1,20}",
    r"(?:read|see|show|load|view|find out|learn) (?:more|less|all)(?: ?(?:\.{3}|…|[»›>→]))?",
    r"(?:post|add|leave|write) (?:a|your) comment",
    r"(?:no|be the first to|join the) (?:comments?|conversation|discussion)(?: yet)?",
    r"(?:log|sign) ?in (?:to|or) [^.!?\n]{2,60}|already a (?:member|subscriber|registered user)\?[^\n]{0,60}",
    r"(?:start|begin|get) your free (?:trial|month)[^.!?\n]{0,40}[.!]?",
    r"(?:swipe|scroll|swipe left|tap) (?:for|to) (?:more|continue|read|see)[^.!?\n]{0,40}",
    r"(?:text|font) size[^.!?\n]{0,20}|A[-+–]?(?: A[-+–]?){1,3}",
    r"report (?:an? |this )(?:error|correction|mistake|typo|ad|problem)",
)
"""What a page lets its reader do."""

FILED = _any(
    r"tags: ?[^.!?\n]{1,120}",
    r"(?:tags?|topics?|keywords?|categor(?:y|ies)|posted in|filed (?:in|under)):? ?(?-i:[A-Z#])[^.!?\n]{0,120}",
    r"filed (?:in|under|to):",
)
"""The shelf on which a site keeps the story."""

OFFERS = _any(
    r"subscribe(?::| (?:now|today|here|for|from|at)\b)[^.!?\n]{0,80}!?",
    r"(?:get|enjoy|try) \d{1,2} (?:weeks?|months?|days?)(?: of [\w ]{2,30})? (?:for|at|free)\b[^.!?\n]{0,40}!?",
    r"(?:only |just |from )?[$£€]\d{1,3}(?:\.\d\d)? (?:for (?:\d{1,2} |your first )?|an? |per )(?:week|month|year)s?"
    r"(?: for \d{1,2} (?:weeks|months))?!?|save (?:up to )?\d{1,2}%(?: (?:off|now|today))?!?",
    r"join (?:our |over |more than )?\d[\d,.]{0,9}[km]? (?:subscribers|readers|followers)\b[^.!?\n]{0,80}[.!]?",
)
