"""The page of one concept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from khihau.model import Concept, Example, Label, Lang
from khihau.render.page import span, text_html
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
from khihau.site.words import SITE_LANGS, WORDS, Words

__all__ = ["concept_page", "domain_name", "marked"]


def concept_page(concept: Concept, site: Site, lang: Lang) -> tuple[str, str]:
    """The path and the text of a concept's page in one interface language."""
    path = concept_file(concept.id)
    page = _Page(concept, site, WORDS[lang], up_from(path))
    name = site.names[lang][concept.id]
    about = concept.definition.get(lang, "")
    return framed(site, lang, path, name.plain, "".join(page.body()), about)


def domain_name(domain: str, words: Words) -> str:
    """What a page calls a domain."""
    return text_html(words.of("domain", domain))


def marked(text: str) -> str:
    """A sentence, its hits as marks."""
    return text_html(text).replace("⟦", "<mark>").replace("⟧", "</mark>")


class _Page:
    """One concept in the words of one language; `up` leads to the folder of the language."""

    def __init__(self, concept: Concept, site: Site, words: Words, up: str) -> None:
        self.concept = concept
        self.site = site
        self.words = words
        self.up = up

    def body(self) -> Iterator[str]:
        concept, words = self.concept, self.words
        name = self.site.names[words.lang][concept.id]
        domain = f"{self.up}domains.html#{fragment('domain', concept.domain)}"
        yield f'<p class="where"><span>{words["domain"]}:</span> '
        yield f'<a href="{domain}">{domain_name(concept.domain, words)}</a></p>\n'
        yield f"<h1>{name.html(words.lang)}</h1>\n"
        if concept.replaced_by:
            yield f'<p class="replaced">{words["replaced"]} {self._link(concept.replaced_by)}</p>\n'
        yield from self._official()
        yield from self._definition()
        yield from self._names()
        yield from self._relations()
        yield from self._sentences("examples", concept.examples)
        yield from self._sentences("counterexamples", concept.counterexamples)

    def _link(self, concept: str) -> str:
        return self.site.link(concept, self.words.lang, self.up)

    def _official(self) -> Iterator[str]:
        """The official names of all languages at a glance."""
        words = self.words
        yield f'<section class="official-names" aria-label="{words["official"]}">\n<dl>\n'
        preferred = [label for label in self.concept.labels if label.status == "preferred"]
        shared = [label for label in preferred if label.lang == "mul"]
        for lang in _page_first(words.lang):
            own = [label for label in preferred if label.lang == lang]
            names = "".join(f"<dd>{self._name(label)}</dd>" for label in own)
            none = f'<dd class="none">{words["no_name"]}</dd>'
            yield f"<div><dt>{words[f'lang.{lang}']}</dt>{names or none}</div>\n"
        if shared:
            names = "".join(f"<dd>{self._name(label)}</dd>" for label in shared)
            yield f"<div><dt>{words['lang.mul']}</dt>{names}</div>\n"
        yield "</dl>\n</section>\n"

    def _name(self, label: Label) -> str:
        return span(label_html(label.text), label_lang(label, self.words.lang))

    def _definition(self) -> Iterator[str]:
        concept, words = self.concept, self.words
        texts = [(lang, concept.definition.get(lang)) for lang in _page_first(words.lang)]
        if concept.definition or concept.note:
            yield f'<section>\n<h2 id="definition">{words["definition"]}</h2>\n'
            for lang, text in texts:
                if text:
                    kind = "definition" if lang == words.lang else "definition other"
                    yield f'<p class="{kind}"{attributes(lang, words.lang)}>{text_html(text)}</p>\n'
            if concept.note:
                yield f'<h3 class="small">{words["note"]}</h3>\n'
                yield from notes(concept.note, words)
            yield "</section>\n"

    def _names(self) -> Iterator[str]:
        words = self.words
        yield f'<section>\n<h2 id="names">{words["names"]}</h2>\n'
        for lang, labels in labels_by_lang(self.concept, words.lang).items():
            yield f"<h3>{words[f'lang.{lang}']}</h3>\n"
            yield '<ul class="labels">\n'
            yield from (label_item(label, self.site, words, self.up) for label in labels)
            yield "</ul>\n"
        yield "</section>\n"

    def _relations(self) -> Iterator[str]:
        concept, site, words = self.concept, self.site, self.words
        relations: Mapping[str, Sequence[str]] = {
            "broader": (concept.broader,) if concept.broader else (),
            "narrower": site.narrower.get(concept.id, ()),
            "replaced_by": (concept.replaced_by,) if concept.replaced_by else (),
            "replaces": site.replaces.get(concept.id, ()),
            "related": site.related.get(concept.id, ()),
        }
        if any(relations.values()):
            yield f'<section>\n<h2 id="relations">{words["relations"]}</h2>\n<dl class="relations">\n'
            for key, ids in relations.items():
                if ids:
                    links = "".join(f"<li>{self._link(one)}</li>" for one in ids)
                    yield f"<div><dt>{words[key]}</dt><dd><ul>{links}</ul></dd></div>\n"
            yield "</dl>\n</section>\n"

    def _sentences(self, key: str, sentences: Sequence[Example]) -> Iterator[str]:
        words = self.words
        if not sentences:
            return
        yield f'<section>\n<h2 id="{key}">{words[key]}</h2>\n'
        if key == "counterexamples":
            yield f'<p class="about">{words["counterexamples.about"]}</p>\n'
        yield '<ul class="sentences">\n'
        for lang in _page_first(words.lang):
            for one in sentences:
                if one.lang == lang:
                    yield f"<li{attributes(lang, words.lang)}>{marked(one.text)}</li>\n"
        yield "</ul>\n</section>\n"


def _page_first(lang: Lang) -> Sequence[Lang]:
    return (lang, *(one for one in SITE_LANGS if one != lang))
