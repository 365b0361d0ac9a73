"""The frame of every page of a site: its head, its menu, the way to the other languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from khihau.model import Lang
from khihau.render.page import resource, text_html
from khihau.site.site import Site
from khihau.site.words import OWN_NAMES, SITE_LANGS, WORDS

__all__ = ["LISTS", "POLICY", "asset", "framed", "style_sheet", "up_from"]

# `file:` beside 'self': a browser may take no file for the same origin as another.
POLICY = (
    "default-src 'none'; style-src 'self' file:; script-src 'self' file:; "
    "form-action 'self' file:; base-uri 'none'"
)
LISTS = ("terms", "acronyms", "domains", "sources", "changes")
_FILES = {"terms": "index.html"}


def asset(name: str) -> str:
    """A script that lies beside this module."""
    return Path(__file__).with_name(name).read_text("utf-8")


def style_sheet() -> str:
    """The look of every page that khihau makes, and what a site adds to it."""
    return resource("page.css") + asset("site.css")


def list_file(name: str) -> str:
    """The file of a list in the folder of a language."""
    return _FILES.get(name, f"{name}.html")


def up_from(path: str) -> str:
    """The way from a page up to the folder of its language."""
    return "../" * path.count("/")


def framed(
    site: Site, lang: Lang, path: str, title: str | None, body: str, about: str = ""
) -> tuple[str, str]:
    """A page of a language: its path in the site, and its text; `body` is all of its `<main>`.

    `about` says in a sentence, to search engines, what the page tells.
    `path` is that within the folder of the language, where the same page has it in the others.
    """
    words, up = WORDS[lang], up_from(path)
    site_title = text_html(site.title_in(lang))
    whole = f"{text_html(title)} – {site_title}" if title else site_title
    to_path = quote(path)
    alternates = "".join(
        f'<link rel="alternate" hreflang="{one}" href="{up}../{one}/{to_path}">\n'
        for one in SITE_LANGS
    )
    described = f'<meta name="description" content="{text_html(about)}">\n' if about else ""
    is_index = path == _FILES["terms"]
    data = f'<script src="{up}../assets/terms.js" defer></script>\n' if is_index else ""
    text = (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<title>{whole}</title>\n{described}{alternates}<link rel="stylesheet" href="{up}../assets/site.css">\n'
        f'{data}<script src="{up}../assets/search.js" defer></script>\n</head>\n<body>\n'
        f'<a class="skip" href="#content">{words["skip"]}</a>\n'
        f'<header class="site">\n{_title(site_title, up, is_index)}\n'
        f"{''.join(_languages(lang, up, to_path))}{''.join(_menu(site, lang, path))}"
        f"{'' if is_index else _find(lang, up)}</header>\n"
        f'<main id="content" tabindex="-1">\n{body}</main>\n'
        f'<footer class="site"><p>{_foot(site, lang)}</p></footer>\n</body>\n</html>\n'
    )
    return f"{lang}/{path}", text


def _title(html: str, up: str, is_index: bool) -> str:
    """The title of the site, which is the heading of the index."""
    if is_index:
        return f'<h1 class="title">{html}</h1>'
    return f'<p class="title"><a href="{up}index.html">{html}</a></p>'


def _languages(lang: Lang, up: str, to_path: str) -> Iterator[str]:
    yield f'<nav class="languages" aria-label="{WORDS[lang]["interface"]}"><ul>'
    for one in SITE_LANGS:
        here = ' aria-current="true"' if one == lang else ""
        href = f"{up}../{one}/{to_path}"
        yield f'<li><a href="{href}" hreflang="{one}" lang="{one}"{here}>{OWN_NAMES[one]}</a></li>'
    yield "</ul></nav>\n"


def _menu(site: Site, lang: Lang, path: str) -> Iterator[str]:
    yield f'<nav class="menu" aria-label="{WORDS[lang]["menu"]}"><ul>'
    for name in LISTS:
        if name != "changes" or site.changes is not None:
            here = ' aria-current="page"' if list_file(name) == path else ""
            yield f'<li><a href="{up_from(path)}{list_file(name)}"{here}>{WORDS[lang][name]}</a></li>'
    yield "</ul></nav>\n"


def _find(lang: Lang, up: str) -> str:
    """The search of every page but the index, which answers it; shown by its script."""
    words = WORDS[lang]
    return (
        f'<form class="find" role="search" action="{up}index.html" hidden>'
        f'<input type="search" name="q" aria-label="{words["search"]}" '
        f'placeholder="{words["search"]}" autocomplete="off" spellcheck="false">'
        f"<button>{words['find']}</button></form>\n"
    )


def _foot(site: Site, lang: Lang) -> str:
    words = WORDS[lang]
    return words["foot"].format(
        concepts=words.number(len(site.base)),
        labels=words.number(site.label_count),
        sources=words.number(len(site.base.sources)),
    )
