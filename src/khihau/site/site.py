"""What all pages of a site share: the termbase, its names in each language, its relations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from khihau.languages.detect import detect
from khihau.model import LANGS, TEXT_LANGS, Concept, Label, Lang, Termbase
from khihau.render.page import lang_attribute, span
from khihau.render.safe_html import Html, replaced
from khihau.site.words import WORDS
from khihau.termbase.differences import Differences
from khihau.termbase.official import official_label
from khihau.text.regex import regex

__all__ = [
    "Name",
    "Site",
    "attributes",
    "concept_file",
    "concept_link",
    "fragment",
    "label_html",
    "label_lang",
    "name_of",
    "plain_label",
    "site_of",
    "words_html",
]

_PLACEHOLDER = regex(r"\{n(:ordinal)?\}")
# What some file system refuses in a name, or what leads out of the folder.
_UNFIT = regex('[\x00-\x1f/\\\\:*?"<>|%\ud800-\udfff]')


@dataclass(frozen=True, slots=True)
class Name:
    """What a page calls a concept: a label, or the id where there is none."""

    concept: str
    label: Label | None

    @property
    def plain(self) -> str:
        """The name as a title or a data file has it."""
        return plain_label(self.label.text) if self.label else self.concept

    def html(self, page: Lang) -> Html:
        """The name as a page has it, with its language where that is another one."""
        if self.label is None:
            return Html.escape(self.concept)
        return span(label_html(self.label.text), label_lang(self.label, page))


@dataclass(frozen=True, slots=True)
class Site:
    """One glossary to be published; `changes` is None where there is no earlier version.

    `report` is where readers tell errors, if anywhere.
    """

    base: Termbase
    changes: Differences | None
    title: str | None
    report: str | None
    names: Mapping[Lang, Mapping[str, Name]]
    narrower: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, tuple[str, ...]]
    related: Mapping[str, tuple[str, ...]]
    replaces: Mapping[str, tuple[str, ...]]
    label_count: int

    def title_in(self, lang: Lang) -> str:
        """The title of the whole site."""
        return self.title or WORDS[lang]["title"]

    def link(self, concept: str, lang: Lang, up: str) -> Html:
        """A concept's name as a link from a page that lies `up` below the folder of its language."""
        if concept not in self.base:
            return Html.escape(concept)
        name = self.names[lang][concept].html(lang)
        return Html('<a href="{}{}">{}</a>').format(up, concept_link(concept), name)


def site_of(
    base: Termbase, changes: Differences | None, title: str | None, report: str | None
) -> Site:
    """Gather what the pages share."""
    concepts = base.concepts
    related = [(one.id, other) for one in concepts for other in one.related]
    both_ways = (*related, *sorted((other, one) for one, other in related))
    return Site(
        base=base,
        changes=changes,
        title=title,
        report=report,
        names={lang: {one.id: name_of(one, lang) for one in concepts} for lang in LANGS},
        narrower=_grouped((x.broader, x.id) for x in concepts if x.broader_kind == "kind"),
        parts=_grouped((x.broader, x.id) for x in concepts if x.broader_kind == "part"),
        related=_grouped(both_ways),
        replaces=_grouped((after.concept, one.id) for one in concepts for after in one.replaced_by),
        label_count=sum(len(one.labels) for one in concepts),
    )


def name_of(concept: Concept, lang: Lang) -> Name:
    """The official name in a language; else in English, or whichever there is."""
    langs = dict.fromkeys((lang, *TEXT_LANGS))
    labels = (official_label(concept, one) for one in langs)
    return Name(concept.id, next(filter(None, labels), None))


def _grouped(pairs: Iterable[tuple[str | None, str]]) -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, dict[str, None]] = defaultdict(dict)
    for key, value in pairs:
        if key is not None and key != value:
            groups[key][value] = None
    return {key: tuple(values) for key, values in groups.items()}


def concept_file(concept: str) -> str:
    """The page of a concept in the folder of a language; whatever a file name cannot hold is encoded."""
    return f"terms/{_UNFIT.sub(_encoded, concept)}.html"


def concept_link(concept: str) -> str:
    """`concept_file` as an address."""
    return quote(concept_file(concept))


def _encoded(found: re.Match[str]) -> str:
    return quote(found[0], safe="", errors="surrogatepass")


def fragment(kind: str, key: str) -> str:
    """The id of an entry in a list, which is also the end of a link to it."""
    return f"{kind}-{quote(key, safe='', errors='surrogatepass').replace('%', '.')}"


def attributes(lang: str | None, page: Lang) -> Html:
    """The `lang` of an element whose language is not that of its page."""
    return lang_attribute(lang if lang != page else None)


def label_lang(label: Label, page: Lang) -> Lang | None:
    """The language of a label where a page has to name it: an acronym of all languages has none."""
    return None if label.lang == "mul" or label.lang == page else label.lang


def label_html(text: str) -> Html:
    """A label, the number of a session as a variable."""
    return replaced(_PLACEHOLDER, text, _variable)


def _variable(found: re.Match[str]) -> Html:
    return Html("<var>n</var>th") if found[1] else Html("<var>n</var>")


def plain_label(text: str) -> str:
    """A label in plain text, the number of a session as n."""
    return _PLACEHOLDER.sub(lambda found: "nth" if found[1] else "n", text)


def words_html(text: str, page: Lang) -> Html:
    """Words of any language, such as a title, with the language that their letters tell."""
    lang = detect(text)
    return span(text, None if lang == page else lang)
