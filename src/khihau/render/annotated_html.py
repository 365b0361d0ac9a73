"""HTML: one self-contained page that a translator can mail, without any script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from khihau.documents.segments import main_lang
from khihau.languages import LANGUAGES
from khihau.model import TEXT_LANGS, Label, LabelLang, Lang, Match, Rejection, Status, Termbase
from khihau.render.met import Met, Rendering, beside_rendering, concerns, met, shown, source_text
from khihau.render.page import FOOT, head, lang_attribute, source_html, span
from khihau.render.paragraphs import paragraphs
from khihau.render.safe_html import Html, joined, replaced
from khihau.render.views import Annotated, View
from khihau.text.counted import counted
from khihau.text.positions import Positions
from khihau.text.regex import regex

__all__ = ["render_annotated"]

_LEGEND = (
    ("preferred", "preferred name"),
    ("admitted", "also right"),
    ("deprecated", "outdated name"),
    ("forbidden", "wrong name"),
)
_QUOTED = regex("“([^”]*)”")


def render_annotated(documents: Iterable[Annotated], base: Termbase, view: View) -> Iterator[Html]:
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
        yield Html("<p>No documents.</p>\n")
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

    def article(self) -> Iterator[Html]:
        looks = concerns(self.annotated.matches, self.entries)
        name = PurePath(self.document.path).name
        yield Html("<article>\n<header>\n<h1>{}</h1>\n").format(name)
        yield self._summary(looks)
        yield Html("</header>\n")
        if not self.view.quiet:
            yield from self._draft()
        if self.entries:
            yield from self._looks(looks)
            yield from self._glossary()
        if self.annotated.rejections is not None:
            yield from self._rejections(self.annotated.rejections)
        yield Html("</article>\n")

    def _summary(self, looks: Sequence[str]) -> Html:
        if not self.entries:
            return Html('<p class="summary">No term of the glossary found.</p>\n')
        mentions = counted(len(self.annotated.matches), "mention")
        targets = " and ".join(LANGUAGES[lang].name for lang in self.annotated.to)
        links = [("draft", "Draft")] if not self.view.quiet else []
        links.append(("looks", f"Needs a look ({len(looks)})"))
        links.append(("glossary", f"Glossary ({len(self.entries)})"))
        items = joined(
            Html('<li><a href="#{}{}">{}</a></li>').format(self.prefix, key, name)
            for key, name in links
        )
        return Html(
            '<p class="summary">{mentions} of {concepts}{told}</p>\n'
            '<nav aria-label="Parts of the page"><ul>{items}</ul></nav>\n{legend}'
        ).format(
            mentions=mentions,
            concepts=counted(len(self.entries), "concept"),
            told=f", with the preferred names in {targets}" if targets else "",
            items=items,
            legend=self._legend(),
        )

    def _legend(self) -> Html:
        present = {match.status for match in self.marked}
        items = joined(
            Html('<li><span class="term {}">{}</span></li>').format(status, words)
            for status, words in _LEGEND
            if status in present
        )
        if not items:
            return Html()
        return Html('<ul class="legend" aria-label="Marks">{}</ul>\n').format(items)

    # --- the draft --------------------------------------------------------------------------------

    def _draft(self) -> Iterator[Html]:
        opening = Html('<section class="draft" id="{}draft"{}>\n')
        yield opening.format(self.prefix, lang_attribute(self.lang))
        number = 0
        for paragraph in paragraphs(self.document, self.marked):
            parts: list[Html] = []
            for run in paragraph.runs:
                inside: list[str] = []
                for piece in run.pieces:
                    if isinstance(piece, Match):
                        number += 1
                        inside.append(self._mark(piece, number))
                    else:
                        inside.append(piece)
                lang = run.lang if run.lang != paragraph.lang else None
                parts.append(span(joined(inside), lang, run.kind))
            own = paragraph.lang if paragraph.lang != self.lang else None
            yield Html("<p{}>{}</p>\n").format(lang_attribute(own), joined(parts))
        yield Html("</section>\n")

    def _mark(self, match: Match, number: int) -> Html:
        entry = self.entry_of[match.concept, match.number]
        return Html(
            '<a class="term {status}" id="{prefix}m{number}" href="#{target}"{lang}'
            ' aria-describedby="{target}-r" data-card="{card}">{words}<sup>{entry}</sup></a>'
        ).format(
            status=match.status,
            prefix=self.prefix,
            number=number,
            target=f"{self.prefix}t{entry.number}",
            lang=lang_attribute(match.lang if match.lang != "mul" else None),
            card=self.cards[entry.number],
            words=match.text,
            entry=entry.number,
        )

    def _card(self, entry: Met) -> str:
        """What pointing at a term shows, in lines, what matters most first."""
        renderings = (*self.own.get(entry.number, ()), *entry.renderings)
        lines = [f"! {status} name" for status in _wrong(entry)]
        lines += [f"{form}: {beside_rendering(sense)}" for form, sense in entry.senses.items()]
        lines += [f"{item.lang}  {item.text}  [{item.standing}]" for item in renderings]
        lines += [f"{lang}  no rendering in the glossary" for lang in entry.missing]
        lines += [words for _, words in self._in_reader_langs(entry.concept.definition)[:1]]
        lines += [f"{item.lang}: {source_text(item.sources, self.base)}" for item in renderings]
        return "\n".join(lines)

    # --- what was met -----------------------------------------------------------------------------

    def _looks(self, looks: Sequence[str]) -> Iterator[Html]:
        yield Html('<section id="{}looks">\n<h2>Needs a look</h2>\n').format(self.prefix)
        if not looks:
            yield Html("<p>Nothing needs a look.</p>\n")
        else:
            yield Html('<ul class="looks">\n')
            yield from (Html("<li>{}</li>\n").format(self._quotes(concern)) for concern in looks)
            yield Html("</ul>\n")
        yield Html("</section>\n")

    def _quotes(self, concern: str) -> Html:
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
                return found[0]
            lang = langs[found[1]]
            return Html('<a href="#{}t{}"{}>{}</a>').format(
                self.prefix,
                entry_numbers[found[1]],
                lang_attribute(lang if lang != "mul" else None),
                found[1],
            )

        return replaced(_QUOTED, concern, quoted)

    def _glossary(self) -> Iterator[Html]:
        yield Html('<section id="{}glossary">\n<h2>Glossary</h2>\n<ol class="entries">\n').format(
            self.prefix
        )
        mentions = self._mentions()
        for entry in self.entries:
            yield from self._entry(entry, mentions.get(entry.number, ()))
        yield Html("</ol>\n</section>\n")

    def _mentions(self) -> Mapping[int, Sequence[tuple[int, str]]]:
        """For each entry, the numbers of its marks and the places where they stand."""
        found: dict[int, list[tuple[int, str]]] = {}
        for number, match in enumerate(self.marked, start=1):
            entry = self.entry_of[match.concept, match.number]
            found.setdefault(entry.number, []).append((number, self.places.named(match.start)))
        return found

    def _entry(self, entry: Met, mentions: Sequence[tuple[int, str]]) -> Iterator[Html]:
        key = f"{self.prefix}t{entry.number}"
        labels = self._labels(entry)
        yield Html('<li class="entry" id="{}">\n<h3><span class="number">{}</span> ').format(
            key, entry.number
        )
        yield joined((self._form(words, times, labels) for words, times in entry.forms), ", ")
        for status in _wrong(entry):
            yield Html(' <span class="badge {}">{}</span>').format(status, status)
        yield Html('</h3>\n<dl class="renderings" id="{}-r">\n').format(key)
        yield from map(self._rendering, (*self.own.get(entry.number, ()), *entry.renderings))
        for lang in entry.missing:
            yield Html("<dt>{}</dt><dd>no rendering in the glossary</dd>\n").format(
                LANGUAGES[lang].name
            )
        yield Html("</dl>\n")
        for reader, words in self._in_reader_langs(entry.concept.definition):
            yield Html('<p class="text" lang="{}">{}</p>\n').format(reader, words)
        for label in {label.text: label for label in labels.values()}.values():
            yield from self._label_notes(label)
        for reader, words in self._in_reader_langs(entry.concept.note):
            yield Html('<p class="note" lang="{}">{}</p>\n').format(reader, words)
        yield Html('<p class="meta">{} · {}').format(entry.concept.id, entry.concept.domain)
        for number, place in mentions:
            yield Html('<span class="back"> · <a href="#{}m{}">{}</a></span>').format(
                self.prefix, number, place
            )
        yield Html("</p>\n</li>\n")

    def _labels(self, entry: Met) -> Mapping[str, Label]:
        """The label behind each form of an entry."""
        return {
            " ".join(match.text.split()): label
            for match in self.annotated.matches
            if (match.concept, match.number) == (entry.concept.id, entry.session)
            for label in entry.concept.labels
            if (label.lang, label.text) == (match.lang, match.label)
        }

    def _form(self, words: str, times: int, labels: Mapping[str, Label]) -> Html:
        label = labels.get(words)
        lang = label.lang if label and label.lang != "mul" else None
        again = Html(' <span class="times">×{}</span>').format(times) if times > 1 else Html()
        if label and label.sense:
            again += Html(" ({})").format(beside_rendering(label.sense))
        return span(words, lang) + again

    def _label_notes(self, label: Label) -> Iterator[Html]:
        notes: list[str] = [
            Html("<span{}>{}</span>").format(lang_attribute(lang), words)
            for lang, words in self._in_reader_langs(label.note)
        ]
        if label.homonym:
            notes.append(f"check the sense: {label.homonym}")
        name = span(label.text, label.lang if label.lang != "mul" else None)
        for note in notes:
            yield Html('<p class="why"><b>{}</b>: {}</p>\n').format(name, note)

    def _rendering(self, rendering: Rendering) -> Html:
        sources = joined((source_html(ref, self.base) for ref in rendering.sources), "; ")
        return Html(
            '<dt>{name}</dt><dd><span class="official" lang="{lang}">{words}</span>'
            ' <span class="badge {status}">{status}</span>{source}</dd>\n'
        ).format(
            name=LANGUAGES[rendering.lang].name,
            lang=rendering.lang,
            words=rendering.text,
            status=rendering.status,
            source=Html("<span class=source>{}</span>").format(sources)
            if sources
            else Html(' <span class="badge unverified">unverified</span>'),
        )

    def _in_reader_langs(self, texts: Mapping[str, str]) -> list[tuple[str, str]]:
        """The texts in the languages of the reader; in English, or any, where there is none."""
        own = [lang for lang in self.langs if lang in texts]
        shown = own or [lang for lang in TEXT_LANGS if lang in texts][:1]
        return [(lang, texts[lang]) for lang in shown]

    def _rejections(self, fallen: Sequence[Rejection]) -> Iterator[Html]:
        yield Html('<section id="{}fallen">\n<h2>Not matched</h2>\n').format(self.prefix)
        if not fallen:
            yield Html("<p>No candidate fell.</p>\n</section>\n")
            return
        yield Html(
            '<div class="scroll" tabindex="0" role="region" aria-label="Not matched"><table>\n<tr>'
        )
        yield joined(Html('<th scope="col">{}</th>').format(name) for name in _FALLEN)
        yield Html("</tr>\n")
        for item in fallen:
            where = self.places.where(item.start).lstrip(": ")
            cells = (where, item.text, item.concept, item.reason, item.detail)
            row = joined(Html("<td>{}</td>").format(cell) for cell in cells)
            yield Html("<tr>{}</tr>\n").format(row)
        yield Html("</table></div>\n</section>\n")


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
