"""HTML by type: whatever is not HTML is escaped on its way in."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from khihau.render.page import lang_attribute, span
from khihau.render.safe_html import Html, joined, replaced

EVIL = '<script>alert("1")</script>&\'\x1b\u202e'
SAFE = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#x27;␛\ufffd"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (Html.escape(EVIL), SAFE),
        (Html("<p>{}</p>").format(EVIL), f"<p>{SAFE}</p>"),
        (Html('<p title="{words}">').format(words=EVIL), f'<p title="{SAFE}">'),
        (Html("<p>") + EVIL, f"<p>{SAFE}"),
        (EVIL + Html("<p>"), f"{SAFE}<p>"),
        (Html("<p>%s") % EVIL, f"<p>{SAFE}"),
        (Html("⟦").replace("⟦", EVIL), SAFE),
        (joined([EVIL, Html("<br>")], "<"), f"{SAFE}&lt;<br>"),
        (replaced(re.compile("x"), f"{EVIL}x", lambda _: EVIL), SAFE * 2),
        (replaced(re.compile("x"), "axb", lambda _: Html("<hr>")), "a<hr>b"),
        (span(EVIL, EVIL), f'<span lang="{SAFE}">{SAFE}</span>'),
        (span(EVIL, None), SAFE),
        (lang_attribute(EVIL), f' lang="{SAFE}"'),
        (Html("{}{}").format(3, Html("<i>")), "3<i>"),
        (Html("{}").format(Markup("<i>")), "<i>"),
    ],
)
def test_words_are_escaped_and_html_is_not(html: Html, expected: str) -> None:
    assert type(html) is Html
    assert html == expected


def test_braces_of_words_ask_for_nothing() -> None:
    assert Html("<p>{}</p>").format("{0} {x!r}") == "<p>{0} {x!r}</p>"
