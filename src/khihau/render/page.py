"""What every HTML page is made of: its frame, its styles, and words that stay words in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from khihau.languages.detect import detect
from khihau.model import Finding, Lang, Severity, SourceRef, Termbase
from khihau.render.summary import NOUNS
from khihau.render.visible import visible
from khihau.text.regex import regex

__all__ = [
    "FOOT",
    "badge",
    "head",
    "lang_attribute",
    "message_html",
    "resource",
    "source_html",
    "span",
    "text_html",
]

_QUOTED_NAME = regex("“([^”]*)”")
FOOT = "<footer><p>Made by khihau.</p></footer>\n</body>\n</html>\n"


def head(title: str, styles: Sequence[str], script: str = "") -> str:
    """The page down to its body; it may load nothing, and run nothing but `script`, if there is one."""
    css = "".join(resource(style) for style in styles)
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    if script:
        policy += f"; script-src '{_digest(script)}'"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>{text_html(title)} – khihau</title>\n<style>\n{css}</style>\n</head>\n<body>\n"
    )


def resource(name: str) -> str:
    """A style sheet or script that lies beside this module."""
    return Path(__file__).with_name(name).read_text("utf-8")


def text_html(words: str) -> str:
    """Words of a draft or a glossary, safe in text and in a quoted attribute."""
    return escape(visible(words))


def lang_attribute(lang: str | None) -> str:
    """The attribute that tells a screen reader and a font the language; nothing if it is not known."""
    return f' lang="{lang}"' if lang else ""


def span(html: str, lang: str | None, kind: str = "") -> str:
    """Text with its language and its class, where it has any."""
    if not lang and not kind:
        return html
    return f"<span{lang_attribute(lang)}{f' class={kind}' if kind else ''}>{html}</span>"


def source_html(ref: SourceRef, base: Termbase) -> str:
    """A source with its title, linked where it stands in the web."""
    source = base.sources.get(ref.id)
    title = f"<cite>{text_html(source.title if source else ref.id)}</cite>"
    if source and source.url and source.url.startswith(("https://", "http://")):
        title = f'<a href="{text_html(source.url)}" rel="noreferrer">{title}</a>'
    return f"{title}, {text_html(ref.at)}" if ref.at else title


def badge(severity: Severity) -> str:
    """The word for a severity, in its colour."""
    return f'<span class="badge {severity}">{NOUNS[severity]}</span>'


def message_html(finding: Finding, lang: Lang | None) -> str:
    """The message with the language of the names that it quotes."""

    def quoted(found: re.Match[str]) -> str:
        return f"“{span(text_html(found[1]), detect(found[1]) or lang, 'official')}”"

    parts: list[str] = []
    done = 0
    for found in _QUOTED_NAME.finditer(finding.message):
        parts += (text_html(finding.message[done : found.start()]), quoted(found))
        done = found.end()
    return "".join((*parts, text_html(finding.message[done:])))


def _digest(script: str) -> str:
    """What lets a browser run just this script."""
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"
