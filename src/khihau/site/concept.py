"""The page of one concept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from khihau.model import FALLBACK, LANGS, BroaderKind, Concept, Example, Label, Lang, Successor
from khihau.render.page import span
from khihau.render.safe_html import Html, joined
from khihau.site.labels import label_item, labels_by_lang, notes
from khihau.site.page import framed, up_from
from khihau.site.site import (
    Site,
    attributes,
    concept_file,
    fragment,
    label_html,
    label_lang,
)
from khihau.site.words import WORDS, Words

__all__ = ["concept_page", "marked", "moved_page"]


def concept_page(concept: Concept, site: Site, lang: Lang) -> tuple[str, str]:
    """The path and the text of a concept's page in one interface language."""
    path = concept_file(concept.id)
    page = _Page(concept, site, WORDS[lang], up_from(path))
    name = site.names[lang][concept.id]
    about = concept.definition.get(lang, "")
    return framed(site, lang, path, name.plain, joined(page.body()), about)


def moved_page(concept: Concept, site: Site, lang: Lang, was: str) -> tuple[str, str]:
    """The page at an address of before, which leads on to the concept."""
    words, now = WORDS[lang], concept_file(concept.id).rpartition("/")[2]
    path = concept_file(was)
    link = site.link(concept.id, lang, up_from(path))
    body = Html('<p class="replaced">{} {}</p>\n').format(words["moved"], link)
    onward = Html('<meta http-equiv="refresh" content="0; url={}">\n').format(quote(now))
    return framed(site, lang, path, site.names[lang][concept.id].plain, body, onward=onward)


def marked(text: str) -> Html:
    """A sentence, its hits as marks."""
    opened = Html.escape(text).replace("⟦", Html("<mark>"))
    return opened.replace("⟧", Html("</mark>"))


_BROADER: Mapping[BroaderKind, str] = {"kind": "broader", "part": "whole"}


class _Page:
    """One concept in the words of one language; `up` leads to the folder of the language."""

    def __init__(self, concept: Concept, site: Site, words: Words, up: str) -> None:
        self.concept = concept
        self.site = site
        self.words = words
        self.up = up

    def body(self) -> Iterator[Html]:
        concept, words = self.concept, self.words
        name = self.site.names[words.lang][concept.id]
        yield Html(
            '<p class="where"><span>{head}:</span> <a href="{up}domains.html#{key}">{domain}</a>'
            "</p>\n<h1>{name}</h1>\n"
        ).format(
            head=words["domain"],
            up=self.up,
            key=fragment("domain", concept.domain),
            domain=words.of("domain", concept.domain),
            name=name.html(words.lang),
        )
        if concept.replaced_by:
            yield Html('<p class="replaced">{} {}</p>\n').format(
                words["replaced"], joined(map(self._successor, concept.replaced_by), ", ")
            )
        yield from self._official()
        yield from self._definition()
        yield from self._names()
        yield from self._relations()
        yield from self._sentences("examples", concept.examples)
        yield from self._sentences("counterexamples", concept.counterexamples)
        yield from self._readers()

    def _successor(self, one: Successor) -> Html:
        """Its link, and where there are several what it took over."""
        lang = self.words.lang if self.words.lang in one.field else FALLBACK
        if lang not in one.field:
            return self._link(one.concept)
        field = span(one.field[lang], lang if lang != self.words.lang else None)
        return Html("{} ({})").format(self._link(one.concept), field)

    def _link(self, concept: str) -> Html:
        return self.site.link(concept, self.words.lang, self.up)

    def _official(self) -> Iterator[Html]:
        """The official names of all languages at a glance."""
        words = self.words
        yield Html('<section class="official-names" aria-label="{}">\n<dl>\n').format(
            words["official"]
        )
        none = Html('<dd class="none">{}</dd>').format(words["no_name"])
        preferred = [label for label in self.concept.labels if label.status == "preferred"]
        for lang in (*_page_first(words.lang), "mul"):
            own = [label for label in preferred if label.lang == lang]
            names = joined(Html("<dd>{}</dd>").format(self._name(label)) for label in own)
            if own or lang != "mul":
                yield Html("<div><dt>{}</dt>{}</div>\n").format(
                    words[f"lang.{lang}"], names or none
                )
        yield Html("</dl>\n</section>\n")

    def _name(self, label: Label) -> Html:
        return span(label_html(label.text), label_lang(label, self.words.lang))

    def _definition(self) -> Iterator[Html]:
        concept, words = self.concept, self.words
        texts = [(lang, concept.definition.get(lang)) for lang in _page_first(words.lang)]
        if concept.definition or concept.note:
            yield Html('<section>\n<h2 id="definition">{}</h2>\n').format(words["definition"])
            for lang, text in texts:
                if text:
                    kind = "definition" if lang == words.lang else "definition other"
                    yield Html('<p class="{}"{}>{}</p>\n').format(
                        kind, attributes(lang, words.lang), text
                    )
            if concept.note:
                yield Html('<h3 class="small">{}</h3>\n').format(words["note"])
                yield from notes(concept.note, words)
            yield Html("</section>\n")

    def _names(self) -> Iterator[Html]:
        words = self.words
        yield Html('<section>\n<h2 id="names">{}</h2>\n').format(words["names"])
        for lang, labels in labels_by_lang(self.concept, words.lang).items():
            yield Html('<h3>{}</h3>\n<ul class="labels">\n').format(words[f"lang.{lang}"])
            yield from (label_item(label, self.site, words, self.up) for label in labels)
            yield Html("</ul>\n")
        yield Html("</section>\n")

    def _relations(self) -> Iterator[Html]:
        concept, site, words = self.concept, self.site, self.words
        relations: Mapping[str, Sequence[str]] = {
            _BROADER[concept.broader_kind]: (concept.broader,) if concept.broader else (),
            "narrower": site.narrower.get(concept.id, ()),
            "parts": site.parts.get(concept.id, ()),
            "apart": concept.apart,
            "replaced_by": [one.concept for one in concept.replaced_by],
            "replaces": site.replaces.get(concept.id, ()),
            "related": site.related.get(concept.id, ()),
        }
        if any(relations.values()):
            yield Html('<section>\n<h2 id="relations">{}</h2>\n<dl class="relations">\n').format(
                words["relations"]
            )
            for key, ids in relations.items():
                if ids:
                    links = joined(Html("<li>{}</li>").format(self._link(one)) for one in ids)
                    yield Html("<div><dt>{}</dt><dd><ul>{}</ul></dd></div>\n").format(
                        words[key], links
                    )
            yield Html("</dl>\n</section>\n")

    def _readers(self) -> Iterator[Html]:
        """Who read the names and notes as a native speaker, where nobody did, and where to tell errors."""
        words, concept = self.words, self.concept
        readers = concept.native_reader
        told = [
            words.html("read", who=readers[one], lang=words[f"lang.{one}"])
            for one in LANGS
            if one in readers
        ]
        if unread := [words[f"lang.{one}"] for one in LANGS if one not in readers]:
            told.append(words.html("unread", langs=", ".join(unread)))
        if self.site.report:
            told.append(report_link(self.site.report, concept.id, words))
        yield Html('<p class="read">{}</p>\n').format(joined(told, " "))

    def _sentences(self, key: str, sentences: Sequence[Example]) -> Iterator[Html]:
        words = self.words
        if not sentences:
            return
        yield Html('<section>\n<h2 id="{}">{}</h2>\n').format(key, words[key])
        if key == "counterexamples":
            yield Html('<p class="about">{}</p>\n').format(words["counterexamples.about"])
        yield Html('<ul class="sentences">\n')
        for lang in _page_first(words.lang):
            for one in sentences:
                if one.lang == lang:
                    yield Html("<li{}>{}</li>\n").format(
                        attributes(lang, words.lang), marked(one.text)
                    )
        yield Html("</ul>\n</section>\n")


def report_link(report: str, concept: str, words: Words) -> Html:
    """The link by which a reader tells an error: a mail with the concept as its subject, or a page."""
    address = f"mailto:{report}?subject={quote(concept)}" if "@" in report else report
    return Html('<a class="report" href="{}">{}</a>').format(address, words["report"])


def _page_first(lang: Lang) -> Sequence[Lang]:
    return (lang, *(one for one in LANGS if one != lang))
