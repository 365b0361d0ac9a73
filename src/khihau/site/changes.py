"""The page of what changed since the last release."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from khihau.languages.detect import detect
from khihau.model import Label, Lang
from khihau.render.differences.concepts import lines_of
from khihau.render.differences.labels import Sources
from khihau.render.page import span
from khihau.render.safe_html import Html, joined
from khihau.site.concept import marked
from khihau.site.index import other_names
from khihau.site.labels import badge
from khihau.site.page import framed
from khihau.site.site import Site, attributes, label_html, label_lang, name_of, words_html
from khihau.site.words import WORDS, Words
from khihau.termbase.differences import (
    ConceptChange,
    Differences,
    LabelChange,
    SourceChange,
    ValueChange,
    kind_of,
)

__all__ = ["changes_page"]

_WORDED = (
    "status",
    "kind",
    "part_of_speech",
    "sense",
    "reliability",
    "lang",
    "scope",
    "case",
    "domain",
)
_CONCEPTS = ("related", "broader", "replaced_by")


def changes_page(site: Site, changes: Differences, lang: Lang) -> tuple[str, str]:
    """What is new, changed or gone, concept by concept, then source by source."""
    words = WORDS[lang]
    body = joined(_Page(site, changes, words).body())
    return framed(site, lang, "changes.html", words["changes"], body)


class _Page:
    def __init__(self, site: Site, changes: Differences, words: Words) -> None:
        self.site = site
        self.changes = changes
        self.words = words

    def body(self) -> Iterator[Html]:
        words, changes = self.words, self.changes
        yield Html('<h1>{}</h1>\n<p class="about">{}</p>\n').format(
            words["changes"], words["changes.about"]
        )
        if not changes.concepts and not changes.sources:
            yield Html("<p>{}</p>\n").format(words["changes.none"])
            return
        yield self._summary()
        if changes.concepts:
            yield Html("<section>\n<h2>{}</h2>\n").format(words["changes.concepts"])
            for kind in ("new", "changed", "gone"):
                entries = [one for one in changes.concepts if kind_of(one) == kind]
                entries.sort(key=_urgency)
                if entries:
                    yield Html('<h3 id="{}">{}</h3>\n<ul class="changes">\n').format(
                        kind, words[f"changes.{kind}"]
                    )
                    yield from map(self._concept, entries)
                    yield Html("</ul>\n")
            yield Html("</section>\n")
        if changes.sources:
            yield Html('<section>\n<h2>{}</h2>\n<ul class="changes">\n').format(words["sources"])
            yield from map(self._source, changes.sources)
            yield Html("</ul>\n</section>\n")

    def _summary(self) -> Html:
        """One line: how many concepts and sources are new, changed and gone."""
        words = self.words
        groups = (("results", self.changes.concepts), ("sources", self.changes.sources))
        parts = []
        for group, entries in groups:
            for kind in ("new", "changed", "gone"):
                count = sum(kind_of(one) == kind for one in entries)
                if count:
                    parts.append(f"{words[f'changes.{kind}']}: {words.counted(group, count)}")
        return Html('<p class="summary">{}.</p>\n').format("; ".join(parts))

    def _concept(self, change: ConceptChange) -> Html:
        words = self.words
        shown: str
        if change.new is None:
            label = name_of(change.concept, words.lang).label
            shown = self._label(label) if label else change.id
        else:
            shown = self.site.link(change.id, words.lang, "")
        others = ""
        if change.old is None:
            others = Html(' <span class="others">{}</span>').format(
                other_names(self.site, change.id, words.lang)
            )
        details = [*map(self._label_change, change.labels), *map(self._value, change.values)]
        return Html("<li>{}{}{}</li>\n").format(shown, others, _listed(details))

    def _label_change(self, change: LabelChange) -> Html:
        words, label = self.words, change.label
        kind = kind_of(change)
        return Html("<li>{kind}: {name} ({lang}){status}{values}</li>\n").format(
            kind=words[f"changes.label.{kind}"],
            name=self._label(label),
            lang=words[f"lang.{label.lang}"],
            status="" if kind == "changed" else Html(" {}").format(badge(label.status, words)),
            values=Html("<ul>{}</ul>").format(joined(map(self._value, change.values)))
            if change.values
            else "",
        )

    def _label(self, label: Label) -> Html:
        lang = label_lang(label, self.words.lang)
        return Html('<b class="name"{}>{}</b>').format(
            attributes(lang, self.words.lang), label_html(label.text)
        )

    def _source(self, change: SourceChange) -> Html:
        words = self.words
        source = change.new or change.old
        return Html("<li>{}: {}{}</li>\n").format(
            words[f"changes.{kind_of(change)}"],
            words_html(source.title if source else change.id, words.lang),
            _listed([*map(self._value, change.values)]),
        )

    def _value(self, change: ValueChange) -> Html:
        words = self.words
        key, _, lang = change.key.partition(".")
        return Html(
            "<li>{field}{lang} – {was} <del>{old}</del> {now} <ins>{new}</ins></li>\n"
        ).format(
            field=words.of("field", key),
            lang=f" ({words.of('lang', lang)})" if lang else "",
            was=words["changes.was"],
            old=self._shown(key, lang, change.old),
            now=words["changes.now"],
            new=self._shown(key, lang, change.new),
        )

    def _shown(self, key: str, lang: str, value: object) -> str:
        words = self.words
        if value is None or value == "":
            return words["changes.nothing"]
        if isinstance(value, datetime.date):
            return words.date(value)
        parts: Sequence[object] = value if isinstance(value, tuple) else (value,)
        return joined((self._one(key, lang, str(part)) for part in parts), "; ")

    def _one(self, key: str, lang: str, text: str) -> str:
        words = self.words
        if key in _CONCEPTS:
            concept, bracket, field = text.partition(" (")
            return self.site.link(concept, words.lang, "") + f"{bracket}{field}"
        if key in _WORDED:
            return words.of(key, text)
        told = lang or detect(text)
        html = label_html(text) if key in ("text", "plural") else marked(text)
        return span(html, None if told == words.lang else told)


def _listed(items: Sequence[Html]) -> Html:
    return Html("\n<ul>\n{}</ul>\n").format(joined(items)) if items else Html()


def _urgency(change: ConceptChange) -> tuple[int, str]:
    """The place in the list: official names first, and names that are wrong now."""
    if change.old is None or change.new is None:
        return 0, change.id
    return min(line.rank for line in lines_of(change, Sources({}, {}))), change.id
