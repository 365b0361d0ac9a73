"""All files of a site, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from khihau.model import Termbase
from khihau.render.page import text_html
from khihau.site.changes import changes_page
from khihau.site.concept import concept_page
from khihau.site.data import terms_script
from khihau.site.index import index_page
from khihau.site.lists import acronyms_page, domains_page, sources_page
from khihau.site.page import POLICY, asset, style_sheet
from khihau.site.site import Site, site_of
from khihau.site.words import OWN_NAMES, SITE_LANGS
from khihau.termbase.differences import Differences

__all__ = ["pages"]


def pages(
    base: Termbase, changes: Differences | None, title: str | None
) -> Iterator[tuple[str, str]]:
    """Each file of the site, as its path below the site's folder and its text.

    The same glossary gives the same files. Without `changes` there is no page of them; without a
    title each language has its own.
    """
    site = site_of(base, changes, title)
    yield "index.html", _entrance(site)
    yield "assets/site.css", style_sheet()
    yield "assets/search.js", asset("search.js")
    yield "assets/language.js", asset("language.js")
    yield "assets/terms.js", terms_script(site)
    for lang in SITE_LANGS:
        yield index_page(site, lang)
        yield acronyms_page(site, lang)
        yield domains_page(site, lang)
        yield sources_page(site, lang)
        if changes is not None:
            yield changes_page(site, changes, lang)
        for concept in base.concepts:
            yield concept_page(concept, site, lang)


def _entrance(site: Site) -> str:
    """The page that offers the three languages, and by its script goes on to that of the browser."""
    links = "".join(
        f'<li><a href="{lang}/index.html" hreflang="{lang}" lang="{lang}">'
        f"<b>{OWN_NAMES[lang]}</b> <span>{text_html(site.title_in(lang))}</span></a></li>\n"
        for lang in SITE_LANGS
    )
    alternates = "".join(
        f'<link rel="alternate" hreflang="{lang}" href="{lang}/index.html">\n'
        for lang in SITE_LANGS
    )
    title = text_html(site.title_in("en"))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<title>{title}</title>\n{alternates}<link rel="stylesheet" href="assets/site.css">\n'
        '<script src="assets/language.js" defer></script>\n</head>\n<body>\n'
        f'<main class="entrance">\n<h1>{title}</h1>\n<nav aria-label="Language"><ul>\n{links}</ul></nav>\n'
        "</main>\n</body>\n</html>\n"
    )
