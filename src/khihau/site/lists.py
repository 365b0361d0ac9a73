"""The lists of a site: acronyms, domains, and the bibliography."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from khihau.model import RELIABILITIES, Concept, Label, Lang, Source
from khihau.render.page import span, text_html
from khihau.site.concept import domain_name
from khihau.site.index import other_names, sorted_concepts
from khihau.site.labels import badge, source_words
from khihau.site.order import sort_key
from khihau.site.page import framed
from khihau.site.site import Site, concept_link, fragment, label_html, label_lang, words_html
from khihau.site.words import SITE_LANGS, WORDS, Words
from khihau.termbase.official import full_form
from khihau.termbase.stats import NO_RELIABILITY

__all__ = ["acronyms_page", "domains_page", "sources_page"]


def acronyms_page(site: Site, lang: Lang) -> tuple[str, str]:
    """All short forms, with what each stands for in the three languages."""
    words = WORDS[lang]
    body = "".join(_acronyms(site, words))
    return framed(site, lang, "acronyms.html", words["acronyms"], body)


def _acronyms(site: Site, words: Words) -> Iterator[str]:
    yield f'<h1>{words["acronyms"]}</h1>\n<p class="about">{words["acronyms.about"]}</p>\n'
    yield '<table class="acronyms">\n<thead><tr>'
    heads = (words["acronym"], *(words[f"lang.{lang}"] for lang in SITE_LANGS))
    yield "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr></thead>\n<tbody>\n"
    short = [
        (concept, label)
        for concept in site.base.concepts
        for label in concept.labels
        # An admitted symbol may be another measure: MtCO2e is no tonne.
        if label.kind != "full" and (label.kind, label.status) != ("symbol", "admitted")
    ]
    for concept, label in sorted(short, key=lambda row: (sort_key(row[1].text, "en"), row[0].id)):
        yield _acronym(concept, label, words)
    yield "</tbody>\n</table>\n"


def _acronym(concept: Concept, label: Label, words: Words) -> str:
    name = span(label_html(label.text), label_lang(label, words.lang))
    kind = (
        ""
        if label.kind == "acronym"
        else f'<span class="fact">{words[f"kind.{label.kind}"]}</span>'
    )
    status = "" if label.status in ("preferred", "admitted") else f" {badge(label.status, words)}"
    cells = "".join(
        f'<td data-lang="{words[f"lang.{lang}"]}">{_full(concept, label, lang, words)}</td>'
        for lang in SITE_LANGS
    )
    link = f'<a href="{concept_link(concept.id)}">{name}</a>'
    return f'<tr><th scope="row">{link}{status} {kind}</th>{cells}</tr>\n'


def _full(concept: Concept, label: Label, lang: Lang, words: Words) -> str:
    full = full_form(concept, label.text, lang, numbered=label.numbered)
    if full is None or full.text == label.text:
        return "–"
    return span(label_html(full.text), label_lang(full, words.lang))


def domains_page(site: Site, lang: Lang) -> tuple[str, str]:
    """The domains, each with its concepts."""
    words = WORDS[lang]
    body = "".join(_domains(site, words))
    return framed(site, lang, "domains.html", words["domains"], body)


def _domains(site: Site, words: Words) -> Iterator[str]:
    groups: dict[str, list[Concept]] = defaultdict(list)
    for concept in site.base.concepts:
        groups[concept.domain].append(concept)
    ordered = sorted(groups, key=lambda one: (sort_key(words.of("domain", one), words.lang), one))
    yield f'<h1>{words["domains"]}</h1>\n<p class="about">{words["domains.about"]}</p>\n'
    yield f'<nav class="letters" aria-label="{words["domains"]}"><ul>'
    for domain in ordered:
        yield f'<li><a href="#{fragment("domain", domain)}">{domain_name(domain, words)}</a></li>'
    yield "</ul></nav>\n"
    for domain in ordered:
        yield f'<section>\n<h2 id="{fragment("domain", domain)}">{domain_name(domain, words)}'
        yield f' <span class="count">{words.counted("results", len(groups[domain]))}</span></h2>\n'
        yield '<ul class="az">\n'
        for one in sorted_concepts(site, words.lang, groups[domain]):
            others = other_names(site, one.id, words.lang)
            yield f'<li>{site.link(one.id, words.lang, "")} <span class="others">{others}</span></li>\n'
        yield "</ul>\n</section>\n"


def sources_page(site: Site, lang: Lang) -> tuple[str, str]:
    """The bibliography, the most reliable sources first, with the concepts that cite each."""
    words = WORDS[lang]
    body = "".join(_sources(site, words))
    return framed(site, lang, "sources.html", words["sources"], body)


def _sources(site: Site, words: Words) -> Iterator[str]:
    groups: dict[str, list[Source]] = {name: [] for name in (*RELIABILITIES, NO_RELIABILITY)}
    for source in site.base.sources.values():
        groups[source.reliability or NO_RELIABILITY].append(source)
    cited = _citing(site)
    yield f'<h1>{words["sources"]}</h1>\n<p class="about">{words["sources.about"]}</p>\n'
    yield f'<nav class="letters" aria-label="{words["reliability"]}"><ul>'
    for name, sources in groups.items():
        if sources:
            yield f'<li><a href="#reliability-{name}">{words[f"reliability.{name}"]}</a></li>'
    yield "</ul></nav>\n"
    for name, sources in groups.items():
        if not sources:
            continue
        yield f'<section>\n<h2 id="reliability-{name}">{words[f"reliability.{name}"]}'
        yield f' <span class="count">{words.counted("sources", len(sources))}</span></h2>\n'
        yield '<ul class="bibliography">\n'
        for source in sorted(sources, key=lambda one: (sort_key(one.title, words.lang), one.id)):
            yield _source(source, cited.get(source.id, ()), site, words)
        yield "</ul>\n</section>\n"


def _citing(site: Site) -> Mapping[str, Sequence[str]]:
    """The concepts that cite each source, by id."""
    cited: dict[str, dict[str, None]] = defaultdict(dict)
    for concept in site.base.concepts:
        for label in concept.labels:
            for ref in label.source:
                cited[ref.id][concept.id] = None
    return {source: tuple(concepts) for source, concepts in cited.items()}


def _source(source: Source, cited: Sequence[str], site: Site, words: Words) -> str:
    published = [words_html(source.publisher, words.lang)] if source.publisher else []
    if source.date:
        published.append(f'<span class="day">{text_html(source.date)}</span>')
    about = f' <span class="published">{", ".join(published)}</span>' if published else ""
    if cited:
        links = ", ".join(site.link(one, words.lang, "") for one in cited)
        uses = f"{words.counted('sources.cited', len(cited))}: {links}"
    else:
        uses = words["sources.unused"]
    return (
        f'<li id="{fragment("source", source.id)}">{source_words(source.title, source.url, words)}'
        f'{about}\n<p class="uses">{uses}</p></li>\n'
    )
