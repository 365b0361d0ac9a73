"""The page of what changed since the last release."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from khihau.languages.detect import detect
from khihau.model import Label, Lang
from khihau.render.differences.concepts import lines_of
from khihau.render.differences.labels import Sources
from khihau.render.page import span, text_html
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

_WORDED = ("status", "kind", "part_of_speech", "reliability", "lang", "scope", "case", "domain")
_CONCEPTS = ("related", "broader", "replaced_by")


def changes_page(site: Site, changes: Differences, lang: Lang) -> tuple[str, str]:
    """What is new, changed or gone, concept by concept, then source by source."""
    words = WORDS[lang]
    body = "".join(_Page(site, changes, words).body())
    return framed(site, lang, "changes.html", words["changes"], body)


class _Page:
    def __init__(self, site: Site, changes: Differences, words: Words) -> None:
        self.site = site
        self.changes = changes
        self.words = words

    def body(self) -> Iterator[str]:
        words, changes = self.words, self.changes
        yield f'<h1>{words["changes"]}</h1>\n<p class="about">{words["changes.about"]}</p>\n'
        if not changes.concepts and not changes.sources:
            yield f"<p>{words['changes.none']}</p>\n"
            return
        yield from self._summary()
        if changes.concepts:
            yield f"<section>\n<h2>{words['changes.concepts']}</h2>\n"
            for kind in ("new", "changed", "gone"):
                entries = [one for one in changes.concepts if kind_of(one) == kind]
                entries.sort(key=_urgency)
                if entries:
                    yield f'<h3 id="{kind}">{words[f"changes.{kind}"]}</h3>\n<ul class="changes">\n'
                    yield from map(self._concept, entries)
                    yield "</ul>\n"
            yield "</section>\n"
        if changes.sources:
            yield f'<section>\n<h2>{words["sources"]}</h2>\n<ul class="changes">\n'
            yield from map(self._source, changes.sources)
            yield "</ul>\n</section>\n"

    def _summary(self) -> Iterator[str]:
        """One line: how many concepts and sources are new, changed and gone."""
        words = self.words
        groups = (("results", self.changes.concepts), ("sources", self.changes.sources))
        parts = []
        for group, entries in groups:
            for kind in ("new", "changed", "gone"):
                count = sum(kind_of(one) == kind for one in entries)
                if count:
                    parts.append(f"{words[f'changes.{kind}']}: {words.counted(group, count)}")
        yield f'<p class="summary">{"; ".join(parts)}.</p>\n'

    def _concept(self, change: ConceptChange) -> str:
        words = self.words
        if change.new is None:
            label = name_of(change.concept, words.lang).label
            shown = self._label(label) if label else text_html(change.id)
        else:
            shown = self.site.link(change.id, words.lang, "")
        if change.old is None:
            others = other_names(self.site, change.id, words.lang)
            shown += f' <span class="others">{others}</span>'
        details = [
            *(self._label_change(one) for one in change.labels),
            *(self._value(one) for one in change.values),
        ]
        listed = f"\n<ul>\n{''.join(details)}</ul>\n" if details else ""
        return f"<li>{shown}{listed}</li>\n"

    def _label_change(self, change: LabelChange) -> str:
        words, label = self.words, change.label
        kind = kind_of(change)
        name = f"{self._label(label)} ({words[f'lang.{label.lang}']})"
        status = f" {badge(label.status, words)}" if kind != "changed" else ""
        head = f"{words[f'changes.label.{kind}']}: {name}{status}"
        listed = "".join(map(self._value, change.values))
        return f"<li>{head}{f'<ul>{listed}</ul>' if listed else ''}</li>\n"

    def _label(self, label: Label) -> str:
        lang = label_lang(label, self.words.lang)
        return f'<b class="name"{attributes(lang, self.words.lang)}>{label_html(label.text)}</b>'

    def _source(self, change: SourceChange) -> str:
        words = self.words
        source = change.new or change.old
        title = words_html(source.title if source else change.id, words.lang)
        details = "".join(map(self._value, change.values))
        listed = f"\n<ul>\n{details}</ul>\n" if details else ""
        return f"<li>{words[f'changes.{kind_of(change)}']}: {title}{listed}</li>\n"

    def _value(self, change: ValueChange) -> str:
        words = self.words
        key, _, lang = change.key.partition(".")
        field = text_html(words.of("field", key))
        if lang:
            field += f" ({text_html(words.of('lang', lang))})"
        old, new = (self._shown(key, lang, value) for value in (change.old, change.new))
        return (
            f"<li>{field} – {words['changes.was']} <del>{old}</del> "
            f"{words['changes.now']} <ins>{new}</ins></li>\n"
        )

    def _shown(self, key: str, lang: str, value: object) -> str:
        words = self.words
        if value is None or value == "":
            return words["changes.nothing"]
        if isinstance(value, datetime.date):
            return words.date(value)
        parts: Sequence[object] = value if isinstance(value, tuple) else (value,)
        return "; ".join(self._one(key, lang, str(part)) for part in parts)

    def _one(self, key: str, lang: str, text: str) -> str:
        words = self.words
        if key in _CONCEPTS:
            return self.site.link(text, words.lang, "")
        if key in _WORDED:
            return text_html(words.of(key, text))
        told = lang or detect(text)
        html = label_html(text) if key in ("text", "plural") else marked(text)
        return span(html, None if told == words.lang else told)


def _urgency(change: ConceptChange) -> tuple[int, str]:
    """The place in the list: official names first, and names that are wrong now."""
    if change.old is None or change.new is None:
        return 0, change.id
    return min(line.rank for line in lines_of(change, Sources({}, {}))), change.id
