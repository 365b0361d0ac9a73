"""The lists of a site: acronyms, domains, and the bibliography."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from khihau.model import ALLOWED, FALLBACK, LANGS, RELIABILITIES, Concept, Label, Lang, Source
from khihau.render.page import span
from khihau.render.safe_html import Html, joined
from khihau.site.index import concept_item, sorted_concepts
from khihau.site.labels import badge, days_of, source_words
from khihau.site.order import sort_key
from khihau.site.page import framed
from khihau.site.site import Site, concept_link, fragment, label_html, label_lang, words_html
from khihau.site.words import WORDS, Words
from khihau.termbase.official import full_form
from khihau.termbase.stats import NO_RELIABILITY

__all__ = ["acronyms_page", "domains_page", "sources_page"]


def acronyms_page(site: Site, lang: Lang) -> tuple[str, str]:
    """All short forms, with what each stands for in each language."""
    words = WORDS[lang]
    body = joined(_acronyms(site, words))
    return framed(site, lang, "acronyms.html", words["acronyms"], body)


def _opening(key: str, words: Words) -> Html:
    """The heading of a list, and what it is about."""
    return Html('<h1>{}</h1>\n<p class="about">{}</p>\n').format(words[key], words[f"{key}.about"])


def _acronyms(site: Site, words: Words) -> Iterator[Html]:
    yield _opening("acronyms", words)
    yield Html('<table class="acronyms">\n<thead><tr>')
    heads = (words["acronym"], *(words[f"lang.{lang}"] for lang in LANGS))
    yield joined(Html('<th scope="col">{}</th>').format(head) for head in heads)
    yield Html("</tr></thead>\n<tbody>\n")
    short = [
        (concept, label)
        for concept in site.base.concepts
        for label in concept.labels
        # An admitted symbol may be another measure: MtCO2e is no tonne.
        if label.kind != "full" and (label.kind, label.status) != ("symbol", "admitted")
    ]
    for concept, label in sorted(
        short, key=lambda row: (sort_key(row[1].text, FALLBACK), row[0].id)
    ):
        yield _acronym(concept, label, words)
    yield Html("</tbody>\n</table>\n")


def _acronym(concept: Concept, label: Label, words: Words) -> Html:
    cell = Html('<td data-lang="{}">{}</td>')
    is_acronym = label.kind == "acronym"
    return Html(
        '<tr><th scope="row"><a href="{link}">{name}</a>{status} {kind}</th>{cells}</tr>\n'
    ).format(
        link=concept_link(concept.id),
        name=span(label_html(label.text), label_lang(label, words.lang)),
        status="" if label.status in ALLOWED else Html(" {}").format(badge(label.status, words)),
        kind=""
        if is_acronym
        else Html('<span class="fact">{}</span>').format(words[f"kind.{label.kind}"]),
        cells=joined(
            cell.format(words[f"lang.{lang}"], _full(concept, label, lang, words)) for lang in LANGS
        ),
    )


def _full(concept: Concept, label: Label, lang: Lang, words: Words) -> str:
    full = full_form(concept, label.text, lang, numbered=label.numbered)
    if full is None or full.text == label.text:
        return "–"
    return span(label_html(full.text), label_lang(full, words.lang))


def domains_page(site: Site, lang: Lang) -> tuple[str, str]:
    """The domains, each with its concepts."""
    words = WORDS[lang]
    body = joined(_domains(site, words))
    return framed(site, lang, "domains.html", words["domains"], body)


def _domains(site: Site, words: Words) -> Iterator[Html]:
    groups: dict[str, list[Concept]] = defaultdict(list)
    for concept in site.base.concepts:
        groups[concept.domain].append(concept)
    ordered = sorted(groups, key=lambda one: (sort_key(words.of("domain", one), words.lang), one))
    yield _opening("domains", words)
    yield Html('<nav class="letters" aria-label="{}"><ul>').format(words["domains"])
    for domain in ordered:
        yield Html('<li><a href="#{}">{}</a></li>').format(
            fragment("domain", domain), words.of("domain", domain)
        )
    yield Html("</ul></nav>\n")
    for domain in ordered:
        yield Html(
            '<section>\n<h2 id="{}">{} <span class="count">{}</span></h2>\n<ul class="az">\n'
        ).format(
            fragment("domain", domain),
            words.of("domain", domain),
            words.counted("results", len(groups[domain])),
        )
        for one in sorted_concepts(site, words.lang, groups[domain]):
            yield concept_item(site, one.id, words.lang)
        yield Html("</ul>\n</section>\n")


def sources_page(site: Site, lang: Lang) -> tuple[str, str]:
    """The bibliography, the most reliable sources first, with the concepts that cite each."""
    words = WORDS[lang]
    body = joined(_sources(site, words))
    return framed(site, lang, "sources.html", words["sources"], body)


def _sources(site: Site, words: Words) -> Iterator[Html]:
    groups: dict[str, list[Source]] = {name: [] for name in (*RELIABILITIES, NO_RELIABILITY)}
    for source in site.base.sources.values():
        groups[source.reliability or NO_RELIABILITY].append(source)
    cited = _citing(site)
    yield _opening("sources", words)
    yield Html('<nav class="letters" aria-label="{}"><ul>').format(words["reliability"])
    for name, sources in groups.items():
        if sources:
            yield Html('<li><a href="#reliability-{}">{}</a></li>').format(
                name, words[f"reliability.{name}"]
            )
    yield Html("</ul></nav>\n")
    for name, sources in groups.items():
        if not sources:
            continue
        yield Html(
            '<section>\n<h2 id="reliability-{}">{} <span class="count">{}</span></h2>\n'
            '<ul class="bibliography">\n'
        ).format(name, words[f"reliability.{name}"], words.counted("sources", len(sources)))
        for source in sorted(sources, key=lambda one: (sort_key(one.title, words.lang), one.id)):
            yield _source(source, cited.get(source.id, ()), site, words)
        yield Html("</ul>\n</section>\n")


def _citing(site: Site) -> Mapping[str, Sequence[str]]:
    """The concepts that cite each source, by id."""
    cited: dict[str, dict[str, None]] = defaultdict(dict)
    for concept in site.base.concepts:
        for label in concept.labels:
            for ref in label.source:
                cited[ref.id][concept.id] = None
    return {source: tuple(concepts) for source, concepts in cited.items()}


def _source(source: Source, cited: Sequence[str], site: Site, words: Words) -> Html:
    published = [words_html(source.publisher, words.lang)] if source.publisher else []
    if source.date:
        published.append(Html('<span class="day">{}</span>').format(source.date))
    about = Html(' <span class="published">{}{}</span>').format(
        joined(published, ", "), days_of(source, words)
    )
    uses: str = words["sources.unused"]
    if cited:
        links = joined((site.link(one, words.lang, "") for one in cited), ", ")
        uses = Html("{}: {}").format(words.counted("sources.cited", len(cited)), links)
    return Html('<li id="{key}">{title}{about}\n<p class="uses">{uses}</p></li>\n').format(
        key=fragment("source", source.id),
        title=source_words(source.title, source.url, words),
        about=about if published else "",
        uses=uses,
    )
