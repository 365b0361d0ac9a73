"""What every HTML page is made of: its frame, its styles, and what more than one page shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from khihau.languages.detect import detect
from khihau.model import FALLBACK, Finding, Lang, Severity, SourceRef, Termbase
from khihau.render.safe_html import Html, replaced
from khihau.render.summary import NOUNS
from khihau.text.regex import regex

__all__ = [
    "FOOT",
    "badge",
    "down_to_body",
    "head",
    "lang_attribute",
    "message_html",
    "resource",
    "script_element",
    "source_html",
    "span",
]

_QUOTED_NAME = regex("“([^”]*)”")
_HEAD = Html("""\
<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
{more}</head>
<body>
""")
FOOT = Html("<footer><p>Made by khihau.</p></footer>\n</body>\n</html>\n")


def head(title: str, styles: Sequence[str], script: str = "") -> Html:
    """The page down to its body; it may load nothing, and run nothing but `script`, if there is one."""
    policy = Html("default-src 'none'; style-src 'unsafe-inline'")
    if script:
        policy += Html("; script-src '{}'").format(_digest(script))
    css = Html("".join(map(resource, styles)))  # our own files, no one's words
    style = Html("<style>\n{}</style>\n").format(css)
    return down_to_body(FALLBACK, policy, f"{title} – khihau", style)


def down_to_body(lang: Lang, policy: Html | str, title: str, more: Html) -> Html:
    """Any page down to its body; `policy` says what it may load and run, `more` ends its head."""
    return _HEAD.format(lang=lang, policy=policy, title=title, more=more)


def script_element(script: str) -> Html:
    """The script that `head` lets run, where the page has one."""
    return Html("<script>{}</script>\n").format(Html(script)) if script else Html()


def resource(name: str) -> str:
    """A style sheet or script that lies beside this module."""
    return Path(__file__).with_name(name).read_text("utf-8")


def lang_attribute(lang: str | None) -> Html:
    """The attribute that tells a screen reader and a font the language; nothing if it is not known."""
    return Html(' lang="{}"').format(lang) if lang else Html()


def span(words: str, lang: str | None, kind: str = "") -> Html:
    """Words or HTML with their language and class, where they have any."""
    if not lang and not kind:
        return Html.escape(words)
    of_kind = Html(" class={}").format(kind) if kind else ""
    return Html("<span{}{}>{}</span>").format(lang_attribute(lang), of_kind, words)


def source_html(ref: SourceRef, base: Termbase) -> Html:
    """A source with its title, linked where it stands in the web."""
    source = base.sources.get(ref.id)
    title = Html("<cite>{}</cite>").format(source.title if source else ref.id)
    if source and source.url and source.url.startswith(("https://", "http://")):
        title = Html('<a href="{}" rel="noreferrer">{}</a>').format(source.url, title)
    return Html("{}, {}").format(title, ref.at) if ref.at else title


def badge(severity: Severity) -> Html:
    """The word for a severity, in its colour."""
    return Html('<span class="badge {}">{}</span>').format(severity, NOUNS[severity])


def message_html(finding: Finding, lang: Lang | None) -> Html:
    """The message with the language of the names that it quotes."""

    def quoted(found: re.Match[str]) -> Html:
        return Html("“{}”").format(span(found[1], detect(found[1]) or lang, "official"))

    return replaced(_QUOTED_NAME, finding.message, quoted)


def _digest(script: str) -> str:
    """What lets a browser run just this script."""
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"
