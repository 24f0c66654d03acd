"""RSS and Atom feeds."""

from __future__ import annotations

import pytest

from divergence.ingest.feed import read_feed

RSS = """<?xml version="1.0"?><rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Evening Post</title><item><title>Ferry &amp;amp; reef</title><link>https://post.example/1</link>
<pubDate>Tue, 03 Mar 2026 08:15:00 GMT</pubDate>
<description>In short</description><c:encoded><![CDATA[<p>Nineteen people were <b>hurt</b>.</p><script>x</script>
<p>Two died.<br>They were children.</p>]]></c:encoded></item>
<item><title>Storm</title><description>A storm is near.</description><source url="x">Morning Star</source></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Evening Post</title><entry><title>Ferry</title>
<link rel="alternate" href="https://post.example/1"/><updated>2026-03-04T00:00:00Z</updated>
<published>2026-03-03T08:15:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>Nineteen were <i>hurt</i>.</p><p>Two died.</p></div></content></entry></feed>"""


def test_entries_of_rss() -> None:
    first, second = (part.document for part in read_feed(RSS.encode(), {}).parts)
    assert first.text == "Ferry & reef\n\nNineteen people were hurt.\n\nTwo died. They were children."
    assert (first.stated.source, first.stated.url) == ("Evening Post", "https://post.example/1")
    assert first.stated.published == "2026-03-03T08:15:00+00:00"
    assert (second.text, second.stated.source) == ("Storm\n\nA storm is near.", "Morning Star")


def test_entries_of_atom() -> None:
    document = read_feed(ATOM.encode(), {}).parts[0].document
    assert document.text == "Ferry\n\nNineteen were hurt.\n\nTwo died."
    assert (document.stated.published, document.stated.url) == ("2026-03-03T08:15:00+00:00", "https://post.example/1")


def test_a_summary_is_no_article() -> None:
    assert [(n.code, n.message) for n in read_feed(RSS.encode(), {}).notices] == [
        ("part-left-out", "gives no more than a summary of 1 of its 2 articles.")
    ]
    assert read_feed(ATOM.encode(), {}).notices == ()


def test_a_torn_feed_gives_what_stands_before_the_tear() -> None:
    contents = read_feed(RSS[: RSS.index("<item><title>Storm")].encode(), {})
    assert len(contents.parts) == 1
    assert "text-lost" in [n.code for n in contents.notices]


@pytest.mark.parametrize("data", [b"", b"no feed", b"<urlset><url/></urlset>", b"\0" * 99])
def test_what_is_no_feed_is_told(data: bytes) -> None:
    assert [n.code for n in read_feed(data, {}).notices] == ["extraction-empty"]


def test_entities_of_its_own_are_not_expanded() -> None:
    lol = '<!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    feed = RSS.replace('<?xml version="1.0"?>', lol).replace("A storm is near.", "A storm &a; &f; is near.")
    text = "".join(part.document.text for part in read_feed(feed.encode(), {}).parts)
    assert "boom" not in text
    assert "storm" in text
