"""All files of a site, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from khihau.model import FALLBACK, Termbase
from khihau.render.page import down_to_body
from khihau.render.safe_html import Html, joined
from khihau.site.changes import changes_page
from khihau.site.concept import concept_page, moved_page
from khihau.site.data import terms_script
from khihau.site.index import index_page
from khihau.site.lists import acronyms_page, domains_page, sources_page
from khihau.site.page import POLICY, asset, style_sheet
from khihau.site.site import Site, site_of
from khihau.site.words import OWN_NAMES, SITE_LANGS
from khihau.termbase.differences import Differences

__all__ = ["pages"]


def pages(
    base: Termbase, changes: Differences | None, title: str | None, report: str | None = None
) -> Iterator[tuple[str, str]]:
    """Each file of the site, as its path below the site's folder and its text.

    The same glossary gives the same files. Without `changes` there is no page of them; without a
    title each language has its own. `report` is the address (mail or web) to which readers tell errors.
    """
    site = site_of(base, changes, title, report)
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
            yield from (moved_page(concept, site, lang, was) for was in concept.was)


_ENTRANCE = Html("""\
<main class="entrance">
<h1>{title}</h1>
<nav aria-label="Language"><ul>
{links}</ul></nav>
</main>
</body>
</html>
""")


def _entrance(site: Site) -> str:
    """The page that offers the three languages, and by its script goes on to that of the browser."""
    link = Html(
        '<li><a href="{lang}/index.html" hreflang="{lang}" lang="{lang}">'
        "<b>{name}</b> <span>{title}</span></a></li>\n"
    )
    alternate = Html('<link rel="alternate" hreflang="{lang}" href="{lang}/index.html">\n')
    head = Html(
        '{}<link rel="stylesheet" href="assets/site.css">\n'
        '<script src="assets/language.js" defer></script>\n'
    ).format(joined(alternate.format(lang=lang) for lang in SITE_LANGS))
    title = site.title_in(FALLBACK)
    return down_to_body(FALLBACK, POLICY, title, head) + _ENTRANCE.format(
        title=title,
        links=joined(
            link.format(lang=lang, name=OWN_NAMES[lang], title=site.title_in(lang))
            for lang in SITE_LANGS
        ),
    )
