"""The frame of every page of a site: its head, its menu, the way to the other languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from khihau.model import Lang
from khihau.render.page import down_to_body, resource
from khihau.render.safe_html import Html, joined
from khihau.site.site import Site
from khihau.site.words import OWN_NAMES, SITE_LANGS, WORDS

__all__ = ["LISTS", "POLICY", "asset", "framed", "style_sheet", "up_from"]

# `file:` beside 'self': a browser may take no file for the same origin as another.
POLICY = Html(
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


_HEAD = Html("""\
{about}{alternates}<link rel="stylesheet" href="{up}../assets/site.css">
{data}<script src="{up}../assets/search.js" defer></script>
""")
_BODY = Html("""\
<a class="skip" href="#content">{skip}</a>
<header class="site">
{heading}
{languages}{menu}{find}</header>
<main id="content" tabindex="-1">
{body}</main>
<footer class="site"><p>{foot}</p></footer>
</body>
</html>
""")


def framed(
    site: Site,
    lang: Lang,
    path: str,
    title: str | None,
    body: Html,
    about: str = "",
    onward: Html | None = None,
) -> tuple[str, str]:
    """A page of a language: its path in the site, and its text; `body` is all of its `<main>`.

    `about` says in a sentence, to search engines, what the page tells; `onward` leads to another page.
    `path` is that within the folder of the language, where the same page has it in the others.
    """
    words, up = WORDS[lang], up_from(path)
    site_title = site.title_in(lang)
    to_path = quote(path)
    alternate = Html('<link rel="alternate" hreflang="{one}" href="{up}../{one}/{path}">\n')
    described = Html('<meta name="description" content="{}">\n').format(about)
    is_index = path == _FILES["terms"]
    data = Html('<script src="{}../assets/terms.js" defer></script>\n').format(up)
    head = _HEAD.format(
        about=onward or (described if about else ""),
        alternates=joined(alternate.format(one=one, up=up, path=to_path) for one in SITE_LANGS),
        up=up,
        data=data if is_index else "",
    )
    text = _BODY.format(
        skip=words["skip"],
        heading=_title(site_title, up, is_index),
        languages=joined(_languages(lang, up, to_path)),
        menu=joined(_menu(site, lang, path)),
        find="" if is_index else _find(lang, up),
        body=body,
        foot=_foot(site, lang),
    )
    whole_title = f"{title} – {site_title}" if title else site_title
    return f"{lang}/{path}", down_to_body(lang, POLICY, whole_title, head) + text


def _title(title: str, up: str, is_index: bool) -> Html:
    """The title of the site, which is the heading of the index."""
    if is_index:
        return Html('<h1 class="title">{}</h1>').format(title)
    return Html('<p class="title"><a href="{}index.html">{}</a></p>').format(up, title)


def _languages(lang: Lang, up: str, to_path: str) -> Iterator[Html]:
    yield Html('<nav class="languages" aria-label="{}"><ul>').format(WORDS[lang]["interface"])
    for one in SITE_LANGS:
        yield Html(
            '<li><a href="{up}../{one}/{path}" hreflang="{one}" lang="{one}"{here}>{name}</a></li>'
        ).format(
            up=up,
            one=one,
            path=to_path,
            here=Html(' aria-current="true"') if one == lang else "",
            name=OWN_NAMES[one],
        )
    yield Html("</ul></nav>\n")


def _menu(site: Site, lang: Lang, path: str) -> Iterator[Html]:
    yield Html('<nav class="menu" aria-label="{}"><ul>').format(WORDS[lang]["menu"])
    for name in LISTS:
        if name != "changes" or site.changes is not None:
            here = Html(' aria-current="page"') if list_file(name) == path else ""
            yield Html('<li><a href="{}{}"{}>{}</a></li>').format(
                up_from(path), list_file(name), here, WORDS[lang][name]
            )
    yield Html("</ul></nav>\n")


def _find(lang: Lang, up: str) -> Html:
    """The search of every page but the index, which answers it; shown by its script."""
    words = WORDS[lang]
    return Html(
        '<form class="find" role="search" action="{up}index.html" hidden>'
        '<input type="search" name="q" aria-label="{search}" placeholder="{search}"'
        ' autocomplete="off" spellcheck="false"><button>{find}</button></form>\n'
    ).format(up=up, search=words["search"], find=words["find"])


def _foot(site: Site, lang: Lang) -> str:
    words = WORDS[lang]
    return words["foot"].format(
        concepts=words.number(len(site.base)),
        labels=words.number(site.label_count),
        sources=words.number(len(site.base.sources)),
    )
