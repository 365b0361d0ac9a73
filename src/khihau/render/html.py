"""HTML: one self-contained page that a translator can mail, without any script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from khihau.documents.segments import main_lang
from khihau.languages import LANGUAGES
from khihau.model import Label, LabelLang, Lang, Match, Rejection, Status, Termbase
from khihau.render.draft import paragraphs
from khihau.render.met import Met, Rendering, concerns, met, shown, source_text
from khihau.render.page import FOOT, head, lang_attribute, source_html, span, text_html
from khihau.render.views import Annotated, View
from khihau.text.counted import counted
from khihau.text.positions import Positions
from khihau.text.regex import regex

__all__ = ["render_annotated"]

_LEGEND = (
    ("preferred", "official name"),
    ("admitted", "also right"),
    ("deprecated", "outdated name"),
    ("forbidden", "wrong name"),
)
_QUOTED = regex("“([^”]*)”")


def render_annotated(documents: Iterable[Annotated], base: Termbase, view: View) -> Iterator[str]:
    """The drafts with their terms marked, what needs a look, and the glossary of what was met.

    Each term links to its entry and each entry back to its mentions; pointing at a term, or moving
    to it with the keyboard, shows its renderings, definition and source at the foot of the window.
    The page names no other file, runs no script, and reads as a plain document without its styles.
    """
    yield head("Climate terms", ("page.css", "html.css"))
    number = 0
    for number, annotated in enumerate(documents, start=1):
        yield from _Page(annotated, base, view, f"d{number}-").article()
    if not number:
        yield "<p>No documents.</p>\n"
    yield FOOT


class _Page:
    """One document; all ids begin with `prefix`, so that several can share a page."""

    def __init__(self, annotated: Annotated, base: Termbase, view: View, prefix: str) -> None:
        self.document = annotated.document
        self.annotated = annotated
        self.base = base
        self.view = view
        self.prefix = prefix
        self.lang = main_lang(annotated.document.segments)
        self.places = Positions.of(annotated.document)
        self.entries = met(annotated.matches, base, annotated.to)
        self.entry_of = {(entry.concept.id, entry.session): entry for entry in self.entries}
        self.marked = [] if view.quiet else list(shown(annotated.matches, view))
        self.langs = tuple(dict.fromkeys((*annotated.to, *((self.lang,) if self.lang else ()))))
        self.own = _own_names(annotated, self.entries, base, self.lang)
        self.cards = {entry.number: self._card(entry) for entry in self.entries}

    def article(self) -> Iterator[str]:
        looks = concerns(self.annotated.matches, self.entries)
        yield f"<article>\n<header>\n<h1>{text_html(PurePath(self.document.path).name)}</h1>\n"
        yield self._summary(looks)
        yield "</header>\n"
        if not self.view.quiet:
            yield from self._draft()
        if self.entries:
            yield from self._looks(looks)
            yield from self._glossary()
        if self.annotated.rejections is not None:
            yield from self._rejections(self.annotated.rejections)
        yield "</article>\n"

    def _summary(self, looks: Sequence[str]) -> str:
        if not self.entries:
            return '<p class="summary">No term of the glossary found.</p>\n'
        mentions = counted(len(self.annotated.matches), "mention")
        targets = " and ".join(LANGUAGES[lang].name for lang in self.annotated.to)
        links = [("draft", "Draft")] if not self.view.quiet else []
        links.append(("looks", f"Needs a look ({len(looks)})"))
        links.append(("glossary", f"Glossary ({len(self.entries)})"))
        items = "".join(f'<li><a href="#{self.prefix}{key}">{name}</a></li>' for key, name in links)
        return (
            f'<p class="summary">{mentions} of {counted(len(self.entries), "concept")}'
            f"{f', with the official names in {targets}' if targets else ''}</p>\n"
            f'<nav aria-label="Parts of the page"><ul>{items}</ul></nav>\n{self._legend()}'
        )

    def _legend(self) -> str:
        present = {match.status for match in self.marked}
        items = "".join(
            f'<li><span class="term {status}">{words}</span></li>'
            for status, words in _LEGEND
            if status in present
        )
        return f'<ul class="legend" aria-label="Marks">{items}</ul>\n' if items else ""

    # --- the draft --------------------------------------------------------------------------------

    def _draft(self) -> Iterator[str]:
        yield f'<section class="draft" id="{self.prefix}draft"{lang_attribute(self.lang)}>\n'
        number = 0
        for paragraph in paragraphs(self.document, self.marked):
            parts: list[str] = []
            for run in paragraph.runs:
                inside: list[str] = []
                for piece in run.pieces:
                    if isinstance(piece, Match):
                        number += 1
                        inside.append(self._mark(piece, number))
                    else:
                        inside.append(text_html(piece))
                lang = run.lang if run.lang != paragraph.lang else None
                parts.append(span("".join(inside), lang, run.kind))
            own = paragraph.lang if paragraph.lang != self.lang else None
            yield f"<p{lang_attribute(own)}>{''.join(parts)}</p>\n"
        yield "</section>\n"

    def _mark(self, match: Match, number: int) -> str:
        entry = self.entry_of[match.concept, match.number]
        target = f"{self.prefix}t{entry.number}"
        lang = match.lang if match.lang != "mul" else None
        return (
            f'<a class="term {match.status}" id="{self.prefix}m{number}" href="#{target}"'
            f'{lang_attribute(lang)} aria-describedby="{target}-r" data-card="{text_html(self.cards[entry.number])}">'
            f"{text_html(match.text)}<sup>{entry.number}</sup></a>"
        )

    def _card(self, entry: Met) -> str:
        """What pointing at a term shows, in lines, what matters most first."""
        renderings = (*self.own.get(entry.number, ()), *entry.renderings)
        lines = [f"! {status} name" for status in _wrong(entry)]
        lines += [f"{item.lang}  {item.text}  [{item.status}]" for item in renderings]
        lines += [f"{lang}  no official rendering in the glossary" for lang in entry.missing]
        lines += [words for _, words in self._in_reader_langs(entry.concept.definition)[:1]]
        lines += [f"{item.lang}: {source_text(item.sources, self.base)}" for item in renderings]
        return "\n".join(lines)

    # --- what was met -----------------------------------------------------------------------------

    def _looks(self, looks: Sequence[str]) -> Iterator[str]:
        yield f'<section id="{self.prefix}looks">\n<h2>Needs a look</h2>\n'
        if not looks:
            yield "<p>Nothing needs a look.</p>\n"
        else:
            yield '<ul class="looks">\n'
            yield from (f"<li>{self._quotes(concern)}</li>\n" for concern in looks)
            yield "</ul>\n"
        yield "</section>\n"

    def _quotes(self, concern: str) -> str:
        """A concern with the language of each quoted name; names of the draft link to their entry."""
        langs: dict[str, LabelLang] = {}
        entry_numbers: dict[str, int] = {}
        for entry in self.entries:
            for rendering in entry.renderings:
                langs[rendering.text] = rendering.lang
                entry_numbers.setdefault(rendering.text, entry.number)
        for match in self.annotated.matches:
            langs[match.text] = match.lang
            entry_numbers[match.text] = self.entry_of[match.concept, match.number].number

        def quoted(found: re.Match[str]) -> str:
            if found[1] not in langs:
                return text_html(found[0])
            href = f"#{self.prefix}t{entry_numbers[found[1]]}"
            lang = langs[found[1]]
            return f'<a href="{href}"{lang_attribute(lang if lang != "mul" else None)}>{text_html(found[1])}</a>'

        parts: list[str] = []
        done = 0
        for found in _QUOTED.finditer(concern):
            parts += (text_html(concern[done : found.start()]), quoted(found))
            done = found.end()
        return "".join((*parts, text_html(concern[done:])))

    def _glossary(self) -> Iterator[str]:
        yield f'<section id="{self.prefix}glossary">\n<h2>Glossary</h2>\n<ol class="entries">\n'
        mentions = self._mentions()
        for entry in self.entries:
            yield from self._entry(entry, mentions.get(entry.number, ()))
        yield "</ol>\n</section>\n"

    def _mentions(self) -> Mapping[int, Sequence[tuple[int, str]]]:
        """For each entry, the numbers of its marks and the places where they stand."""
        found: dict[int, list[tuple[int, str]]] = {}
        for number, match in enumerate(self.marked, start=1):
            entry = self.entry_of[match.concept, match.number]
            found.setdefault(entry.number, []).append((number, self.places.named(match.start)))
        return found

    def _entry(self, entry: Met, mentions: Sequence[tuple[int, str]]) -> Iterator[str]:
        key = f"{self.prefix}t{entry.number}"
        labels = self._labels(entry)
        yield f'<li class="entry" id="{key}">\n<h3><span class="number">{entry.number}</span> '
        yield ", ".join(self._form(words, times, labels) for words, times in entry.forms)
        for status in _wrong(entry):
            yield f' <span class="badge {status}">{status}</span>'
        yield f'</h3>\n<dl class="renderings" id="{key}-r">\n'
        yield from map(self._rendering, (*self.own.get(entry.number, ()), *entry.renderings))
        for lang in entry.missing:
            yield f"<dt>{LANGUAGES[lang].name}</dt><dd>no official rendering in the glossary</dd>\n"
        yield "</dl>\n"
        for reader, words in self._in_reader_langs(entry.concept.definition):
            yield f'<p class="text" lang="{reader}">{text_html(words)}</p>\n'
        for label in {label.text: label for label in labels.values()}.values():
            yield from self._label_notes(label)
        for reader, words in self._in_reader_langs(entry.concept.note):
            yield f'<p class="note" lang="{reader}">{text_html(words)}</p>\n'
        yield f'<p class="meta">{text_html(entry.concept.id)} · {text_html(entry.concept.domain)}'
        for number, place in mentions:
            href = f"#{self.prefix}m{number}"
            yield f'<span class="back"> · <a href="{href}">{text_html(place)}</a></span>'
        yield "</p>\n</li>\n"

    def _labels(self, entry: Met) -> Mapping[str, Label]:
        """The label behind each form of an entry."""
        return {
            " ".join(match.text.split()): label
            for match in self.annotated.matches
            if (match.concept, match.number) == (entry.concept.id, entry.session)
            for label in entry.concept.labels
            if (label.lang, label.text) == (match.lang, match.label)
        }

    def _form(self, words: str, times: int, labels: Mapping[str, Label]) -> str:
        label = labels.get(words)
        lang = label.lang if label and label.lang != "mul" else None
        again = f' <span class="times">×{times}</span>' if times > 1 else ""
        return span(text_html(words), lang) + again

    def _label_notes(self, label: Label) -> Iterator[str]:
        notes = [
            f"<span{lang_attribute(lang)}>{text_html(words)}</span>"
            for lang, words in self._in_reader_langs(label.note)
        ]
        if label.homonym:
            notes.append(f"check the sense: {text_html(label.homonym)}")
        name = span(text_html(label.text), label.lang if label.lang != "mul" else None)
        yield from (f'<p class="why"><b>{name}</b>: {note}</p>\n' for note in notes)

    def _rendering(self, rendering: Rendering) -> str:
        sources = "; ".join(source_html(ref, self.base) for ref in rendering.sources)
        badge = f'<span class="badge {rendering.status}">{rendering.status}</span>'
        if not sources:
            badge += ' <span class="badge unverified">unverified</span>'
        return (
            f"<dt>{LANGUAGES[rendering.lang].name}</dt><dd>"
            f'<span class="official" lang="{rendering.lang}">{text_html(rendering.text)}</span> {badge}'
            f"{f'<span class=source>{sources}</span>' if sources else ''}</dd>\n"
        )

    def _in_reader_langs(self, texts: Mapping[str, str]) -> list[tuple[str, str]]:
        """The texts in the languages of the reader; in English, or any, where there is none."""
        own = [(lang, texts[lang]) for lang in self.langs if lang in texts]
        return own or [(lang, texts[lang]) for lang in ("en", "vi", "ko") if lang in texts][:1]

    def _rejections(self, fallen: Sequence[Rejection]) -> Iterator[str]:
        yield f'<section id="{self.prefix}fallen">\n<h2>Not matched</h2>\n'
        if not fallen:
            yield "<p>No candidate fell.</p>\n</section>\n"
            return
        yield '<div class="scroll" tabindex="0" role="region" aria-label="Not matched"><table>\n<tr>'
        yield "".join(f'<th scope="col">{name}</th>' for name in _FALLEN) + "</tr>\n"
        for item in fallen:
            where = self.places.where(item.start).lstrip(": ")
            cells = (where, item.text, item.concept, item.reason, item.detail)
            yield f"<tr>{''.join(f'<td>{text_html(cell)}</td>' for cell in cells)}</tr>\n"
        yield "</table></div>\n</section>\n"


def _wrong(entry: Met) -> list[Status]:
    return [status for status in entry.statuses if status in ("deprecated", "forbidden")]


def _own_names(
    annotated: Annotated, entries: Sequence[Met], base: Termbase, lang: Lang | None
) -> Mapping[int, Sequence[Rendering]]:
    """For each entry with an outdated or wrong name, the official one in the draft's language."""
    if lang is None or lang in annotated.to:
        return {}
    wrong = {entry.number for entry in entries if _wrong(entry)}
    own = met(annotated.matches, base, (lang,))
    return {entry.number: entry.renderings for entry in own if entry.number in wrong}


_FALLEN = ("place", "words", "concept", "reason", "because of")
