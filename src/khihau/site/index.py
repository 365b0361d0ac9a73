"""The index of a language: the search, its filters, and all concepts from A to Z."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from khihau.model import LANGS, STATUSES, Concept, Lang
from khihau.render.safe_html import Html, joined
from khihau.site.labels import badge
from khihau.site.order import OTHER, initial, sort_key
from khihau.site.page import framed
from khihau.site.site import Site
from khihau.site.words import WORDS, Words

__all__ = ["concept_item", "index_page", "other_names", "sorted_concepts"]

# What the script says; it has no words of its own.
_SPOKEN = ("results.count", "results.one", "results.none", "results.more", "results.right")


def index_page(site: Site, lang: Lang) -> tuple[str, str]:
    """The path and the text of the index of a language."""
    return framed(site, lang, "index.html", None, joined(_body(site, lang)))


def sorted_concepts(site: Site, lang: Lang, concepts: Sequence[Concept]) -> list[Concept]:
    """Concepts in the order of their names in a language."""
    names = site.names[lang]
    return sorted(concepts, key=lambda one: (sort_key(names[one.id].plain, lang), one.id))


def other_names(site: Site, concept: str, lang: Lang) -> Html:
    """What a concept is called in the other languages."""
    names = (site.names[one][concept] for one in LANGS if one != lang)
    shown = dict.fromkeys(one.html(lang) for one in names if one.label)
    own = site.names[lang][concept].html(lang)
    return joined((name for name in shown if name != own), " · ")


def concept_item(site: Site, concept: str, lang: Lang) -> Html:
    """A concept in a list from A to Z: its name as a link, and what else it is called."""
    return Html('<li>{} <span class="others">{}</span></li>\n').format(
        site.link(concept, lang, ""), other_names(site, concept, lang)
    )


def _body(site: Site, lang: Lang) -> Iterator[Html]:
    words = WORDS[lang]
    yield from _form(site, words)
    yield Html(
        '<noscript><p class="about">{}</p></noscript>\n'
        '<section id="results" aria-labelledby="found" hidden>\n<h2 id="found">{}</h2>\n'
    ).format(words["search.script"], words["results"])
    yield Html('<ol class="entries"></ol>\n<p><button type="button" class="more" hidden>')
    yield Html("</button></p>\n</section>\n")
    yield from _legend(words)
    yield Html('<section id="all">\n<h2>{}</h2>\n').format(words["all"])
    yield from _a_to_z(site, words)
    yield Html("</section>\n")


def _form(site: Site, words: Words) -> Iterator[Html]:
    spoken = {key: words[key] for key in _SPOKEN}
    spoken |= {f"status.{status}": words[f"status.{status}"] for status in STATUSES}
    yield Html(
        '<form id="search" role="search" data-words="{}" hidden>\n'
        '<p class="query"><label for="q">{}</label>\n'
        '<input id="q" type="search" name="q" autocomplete="off" spellcheck="false" '
        'autocapitalize="none" aria-describedby="hint" enterkeyhint="search"></p>\n'
    ).format(json.dumps(spoken, ensure_ascii=False), words["search"])
    domains = sorted({one.domain for one in site.base.concepts})
    named = {domain: words.of("domain", domain) for domain in domains}
    langs: Mapping[str, str] = {lang: words[f"lang.{lang}"] for lang in LANGS}
    statuses: Mapping[str, str] = {status: words[f"status.{status}"] for status in STATUSES}
    by_name = dict(sorted(named.items(), key=lambda item: sort_key(item[1], words.lang)))
    yield Html('<div class="filters">\n')
    for key, values in (("domain", by_name), ("lang", langs), ("status", statuses)):
        yield from _select(key, values, words)
    yield Html(
        '<button type="reset">{}</button>\n</div>\n<p id="hint" class="about">{}</p>\n'
        '<p id="count" role="status" aria-live="polite"></p>\n</form>\n'
    ).format(words["filter.reset"], words["search.hint"])


def _select(key: str, values: Mapping[str, str], words: Words) -> Iterator[Html]:
    yield Html(
        '<p><label for="{key}">{name}</label>\n<select id="{key}" name="{key}">'
        '<option value="">{any}</option>'
    ).format(key=key, name=words[f"filter.{key}"], any=words["filter.any"])
    for value, name in values.items():
        yield Html('<option value="{}">{}</option>').format(value, name)
    yield Html("</select></p>\n")


def _legend(words: Words) -> Iterator[Html]:
    yield Html('<details class="legend-of-statuses"><summary>{}</summary>\n<dl>\n').format(
        words["status.about"]
    )
    for status in STATUSES:
        yield Html("<div><dt>{}</dt><dd>{}</dd></div>\n").format(
            badge(status, words), words[f"status.{status}.about"]
        )
    yield Html("</dl></details>\n")


def _a_to_z(site: Site, words: Words) -> Iterator[Html]:
    lang = words.lang
    ordered = sorted_concepts(site, lang, site.base.concepts)
    grouped = [
        (letter, list(concepts))
        for letter, concepts in groupby(
            ordered, lambda one: initial(site.names[lang][one.id].plain, lang)
        )
    ]
    yield Html('<nav class="letters" aria-label="{}"><ul>').format(words["letters"])
    for number, (letter, _) in enumerate(grouped):
        yield Html('<li><a href="#letter-{}">{}</a></li>').format(number, _heading(letter, words))
    yield Html("</ul></nav>\n")
    for number, (letter, concepts) in enumerate(grouped):
        yield Html('<h3 id="letter-{}">{}</h3>\n<ul class="az">\n').format(
            number, _heading(letter, words)
        )
        yield from (concept_item(site, one.id, lang) for one in concepts)
        yield Html("</ul>\n")


def _heading(letter: str, words: Words) -> str:
    return words["other"] if letter == OTHER else letter
