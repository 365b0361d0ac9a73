"""What every HTML page is made of: its frame, its styles, and words that stay words in it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from khihau.model import SourceRef, Termbase
from khihau.render.visible import visible

__all__ = [
    "FOOT",
    "NAMES",
    "head",
    "lang_attribute",
    "resource",
    "source_html",
    "span",
    "text_html",
]

NAMES = {"vi": "Vietnamese", "ko": "Korean", "en": "English"}
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


def _digest(script: str) -> str:
    """What lets a browser run just this script."""
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"
