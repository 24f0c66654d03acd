"""Small situations by somebody who knew the troubles and none of the rules: no more are misread than before."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from benchmarks.situations import Trouble, faults, troubles

MISREAD = frozenset(
    {
        "range-after-a-verb-of-change-4",
        "floor-as-few-as-1",
        "one-name-in-two-surroundings-2",
        "count-words-joined-range-in-words-missed-4",
        "vague-count-as-subject-3",
        "father-and-son-4",
        "direction-within-a-place-is-lost-12",
        "one-name-in-two-surroundings-12",
        "state-as-an-organisation-of-its-own-5",
        "nobody-against-some-10",
        "a-figure-that-the-article-denies-or-only-imagines-23",
        "number-words-with-fractions-dozens-and-joined-counts-4",
        "number-words-with-fractions-dozens-and-joined-counts-11",
        "ranges-bounds-and-open-ends-1",
        "ranges-bounds-and-open-ends-14",
        "separators-points-commas-spaces-lakhs-3",
        "separators-points-commas-spaces-lakhs-4",
        "separators-points-commas-spaces-lakhs-6",
        "signs-and-directions-of-change-9",
        "fractions-and-shares-6",
        "fractions-and-shares-11",
        "fractions-and-shares-13",
        "fractions-and-shares-15",
        "clock-times-zones-and-parts-of-the-day-1",
        "clock-times-zones-and-parts-of-the-day-3",
        "clock-times-zones-and-parts-of-the-day-8",
        "clock-times-zones-and-parts-of-the-day-15",
        "dates-old-foreign-lists-weekdays-and-anniversaries-3",
        "dates-old-foreign-lists-weekdays-and-anniversaries-8",
        "dates-old-foreign-lists-weekdays-and-anniversaries-16",
        "dates-old-foreign-lists-weekdays-and-anniversaries-18",
        "names-particles-titles-transliterations-initials-3",
        "places-parts-directions-several-namesakes-6",
        "places-parts-directions-several-namesakes-7",
        "places-parts-directions-several-namesakes-11",
        "places-parts-directions-several-namesakes-17",
        "quotations-nested-split-bracketed-negated-2",
        "quotations-nested-split-bracketed-negated-11",
        "tolls-parts-sums-days-bounds-none-1",
        "tolls-parts-sums-days-bounds-none-3",
        "tolls-parts-sums-days-bounds-none-17",
        "tolls-parts-sums-days-bounds-none-18",
        "claims-denied-doubted-hypothetical-taken-back-both-sides-8",
        "claims-denied-doubted-hypothetical-taken-back-both-sides-10",
        "claims-denied-doubted-hypothetical-taken-back-both-sides-14",
        "pages-tables-captions-boilerplate-hidden-text-3",
        "pages-tables-captions-boilerplate-hidden-text-8",
        "noise-counters-credits-datelines-live-pages-6",
        "noise-counters-credits-datelines-live-pages-10",
    }
)
"""What is known to be misread; a situation that is read rightly again leaves this list."""
ALL = tuple(troubles())


def test_names_stand_once_and_expressions_compile() -> None:
    assert Counter(t.set for t in ALL) == {"tried": 297, "fresh": 240, "later tried": 143, "later unopened": 139}
    assert len({t.name for t in ALL}) == len(ALL)
    for trouble in ALL:
        for asked in trouble.check.values():
            for pattern in asked if isinstance(asked, list) else ():
                re.compile(pattern)


@pytest.mark.parametrize("trouble", ALL, ids=[t.name for t in ALL])
def test_is_read_as_any_reader_would(trouble: Trouble) -> None:
    if trouble.name in MISREAD:
        assert faults(trouble), "read rightly now: take it off the list"
    else:
        assert not faults(trouble)


@pytest.mark.parametrize("sort", ["facts", "pair", "relation", "page", "marks"])
def test_every_sort_of_check_can_fail(sort: str) -> None:
    trouble = next(t for t in ALL if t.check["sort"] == sort and t.name not in MISREAD)
    never = {
        "facts": {"has": ["no such fact"], "lacks": []},
        "pair": {"flagged": ["no such flag"], "not_flagged": [], "agreed": [], "not_agreed": []},
        "relation": {"relations": []},
        "page": {"text_has": ["no such words"], "text_lacks": [], "has": [], "lacks": [], "published": None},
        "marks": {"marked": not trouble.check.get("marked"), "unmarked": ""},
    }
    check = {**trouble.check, **never[sort]}
    spoilt = Trouble(**{**{f: getattr(trouble, f) for f in Trouble.__slots__}, "check": check})
    assert faults(spoilt)
