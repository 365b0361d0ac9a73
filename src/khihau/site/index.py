"""The index of a language: the search, its filters, and all concepts from A to Z."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from khihau.model import STATUSES, Concept, Lang
from khihau.render.page import text_html
from khihau.site.labels import badge
from khihau.site.order import OTHER, initial, sort_key
from khihau.site.page import framed
from khihau.site.site import Site
from khihau.site.words import SITE_LANGS, WORDS, Words

__all__ = ["index_page", "other_names", "sorted_concepts"]

# What the script says; it has no words of its own.
_SPOKEN = ("results.count", "results.one", "results.none", "results.more", "results.right")


def index_page(site: Site, lang: Lang) -> tuple[str, str]:
    """The path and the text of the index of a language."""
    return framed(site, lang, "index.html", None, "".join(_body(site, lang)))


def sorted_concepts(site: Site, lang: Lang, concepts: Sequence[Concept]) -> list[Concept]:
    """Concepts in the order of their names in a language."""
    names = site.names[lang]
    return sorted(concepts, key=lambda one: (sort_key(names[one.id].plain, lang), one.id))


def other_names(site: Site, concept: str, lang: Lang) -> str:
    """What a concept is called in the other two languages."""
    names = (site.names[one][concept] for one in SITE_LANGS if one != lang)
    shown = dict.fromkeys(one.html(lang) for one in names if one.label)
    own = site.names[lang][concept].html(lang)
    return " · ".join(name for name in shown if name != own)


def _body(site: Site, lang: Lang) -> Iterator[str]:
    words = WORDS[lang]
    yield from _form(site, words)
    yield f'<noscript><p class="about">{words["search.script"]}</p></noscript>\n'
    yield f'<section id="results" aria-labelledby="found" hidden>\n<h2 id="found">{words["results"]}</h2>\n'
    yield '<ol class="entries"></ol>\n<p><button type="button" class="more" hidden></button></p>\n</section>\n'
    yield from _legend(words)
    yield f'<section id="all">\n<h2>{words["all"]}</h2>\n'
    yield from _a_to_z(site, words)
    yield "</section>\n"


def _form(site: Site, words: Words) -> Iterator[str]:
    spoken = {key: words[key] for key in _SPOKEN}
    spoken |= {f"status.{status}": words[f"status.{status}"] for status in STATUSES}
    data = text_html(json.dumps(spoken, ensure_ascii=False))
    yield f'<form id="search" role="search" data-words="{data}" hidden>\n'
    yield f'<p class="query"><label for="q">{words["search"]}</label>\n'
    yield (
        '<input id="q" type="search" name="q" autocomplete="off" spellcheck="false" '
        'autocapitalize="none" aria-describedby="hint" enterkeyhint="search"></p>\n'
    )
    domains = sorted({one.domain for one in site.base.concepts})
    named = {domain: words.of("domain", domain) for domain in domains}
    langs: Mapping[str, str] = {lang: words[f"lang.{lang}"] for lang in SITE_LANGS}
    statuses: Mapping[str, str] = {status: words[f"status.{status}"] for status in STATUSES}
    by_name = dict(sorted(named.items(), key=lambda item: sort_key(item[1], words.lang)))
    yield '<div class="filters">\n'
    for key, values in (("domain", by_name), ("lang", langs), ("status", statuses)):
        yield from _select(key, values, words)
    yield f'<button type="reset">{words["filter.reset"]}</button>\n</div>\n'
    yield f'<p id="hint" class="about">{words["search.hint"]}</p>\n'
    yield '<p id="count" role="status" aria-live="polite"></p>\n</form>\n'


def _select(key: str, values: Mapping[str, str], words: Words) -> Iterator[str]:
    yield f'<p><label for="{key}">{words[f"filter.{key}"]}</label>\n<select id="{key}" name="{key}">'
    yield f'<option value="">{words["filter.any"]}</option>'
    for value, name in values.items():
        yield f'<option value="{text_html(value)}">{text_html(name)}</option>'
    yield "</select></p>\n"


def _legend(words: Words) -> Iterator[str]:
    yield f'<details class="legend-of-statuses"><summary>{words["status.about"]}</summary>\n<dl>\n'
    for status in STATUSES:
        yield f"<div><dt>{badge(status, words)}</dt><dd>{words[f'status.{status}.about']}</dd></div>\n"
    yield "</dl></details>\n"


def _a_to_z(site: Site, words: Words) -> Iterator[str]:
    lang = words.lang
    ordered = sorted_concepts(site, lang, site.base.concepts)
    grouped = [
        (letter, list(concepts))
        for letter, concepts in groupby(
            ordered, lambda one: initial(site.names[lang][one.id].plain, lang)
        )
    ]
    yield f'<nav class="letters" aria-label="{words["letters"]}"><ul>'
    for number, (letter, _) in enumerate(grouped):
        yield f'<li><a href="#letter-{number}">{_heading(letter, words)}</a></li>'
    yield "</ul></nav>\n"
    for number, (letter, concepts) in enumerate(grouped):
        yield f'<h3 id="letter-{number}">{_heading(letter, words)}</h3>\n<ul class="az">\n'
        for one in concepts:
            others = other_names(site, one.id, lang)
            yield f'<li>{site.link(one.id, lang, "")} <span class="others">{others}</span></li>\n'
        yield "</ul>\n"


def _heading(letter: str, words: Words) -> str:
    return words["other"] if letter == OTHER else letter
