"""Markdown: the draft with footnotes (`[^1]`, as GitHub, Pandoc and most others know them)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple
from urllib.parse import quote

from khihau.documents.segments import main_lang
from khihau.model import UNVERIFIED, Document, Match, SourceRef, Termbase
from khihau.render.met import Met, Rendering, beside_rendering, concerns, met, shown
from khihau.render.views import Annotated, View
from khihau.text.regex import regex

__all__ = ["escaped", "render_annotated"]

_SPECIAL = regex(r"([\\`*_{}\[\]<>()#!|~^$&])")
_BREAKS = regex("[\\s\x00-\x1f\x7f-\x9f]+")
_SURROGATES = regex("[\ud800-\udfff]")
_EMPHASIS = regex(r"\*+|_+|~~")
_PARAGRAPH = regex(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")
_FENCE = regex(r"[ \t>]*(?P<marks>`{3,}|~{3,})")
_BRACKET = regex(r"\\.|[\[\]]", re.DOTALL)
_DEPTH = {"[": 1, "]": -1}
_REACH = 5000  # no link and no emphasis around a term is longer
_NOTHING = "<!-- -->"  # keeps two brackets apart, and shows nothing


def render_annotated(documents: Iterable[Annotated], base: Termbase, view: View) -> Iterator[str]:
    """The draft as it stands, with a mark behind each term, and the footnotes under it.

    All mentions of a concept bear the mark of one footnote, with `first_only` the first alone.
    The draft is taken for Markdown: a mark never stands inside code, a link, or front matter, and
    what stands behind it is escaped where the two would become a link.
    """
    for number, annotated in enumerate(documents, start=1):
        yield "\n" if number > 1 else ""
        yield from _annotated(annotated, base, view, "" if number == 1 else f"{number}-")


def _annotated(annotated: Annotated, base: Termbase, view: View, prefix: str) -> Iterator[str]:
    document = annotated.document
    entries = met(annotated.matches, base, annotated.to)
    prefix = _free_prefix(document.text, prefix)
    numbers = {(entry.concept.id, entry.session): entry.number for entry in entries}
    draft = _draft(document)
    marks = [
        _Mark(place, f"[^{prefix}{numbers[match.concept, match.number]}]")
        for match in shown(annotated.matches, view)
        if (place := _place(match, draft)) is not None
    ]
    if not view.quiet:
        yield _clean(_marked(draft, marks))
        yield _closed(document)
    if not entries:
        yield "No term of the glossary found.\n" if view.quiet else ""
        return
    yield from _looks(annotated, entries)
    lang = main_lang(document.segments)
    own = (
        {}
        if lang is None or lang in annotated.to
        else {entry.number: entry.renderings for entry in met(annotated.matches, base, (lang,))}
    )
    used = {mark.text for mark in marks}
    for entry in entries:
        label = f"[^{prefix}{entry.number}]"
        if view.quiet:
            yield f"{entry.number}. {_note(entry, base, own)}\n"
        elif label in used:
            yield f"{label}: {_note(entry, base, own)}\n"


def _looks(annotated: Annotated, entries: Sequence[Met]) -> Iterator[str]:
    found = concerns(annotated.matches, entries)
    if found:
        yield "***\n\nNeeds a look:\n\n"
        for concern in found:
            yield f"- {escaped(concern)}\n"
        yield "\n"


def _free_prefix(text: str, prefix: str) -> str:
    """A start of footnote labels that the draft's own footnotes do not use."""
    for number in count():
        tried = prefix if not number else f"{prefix}khihau-{'' if number == 1 else f'{number}-'}"
        if not re.search(rf"\[\^{re.escape(tried)}[0-9]", text):
            return tried
    raise AssertionError


# --- where a mark stands --------------------------------------------------------------------------


class _Mark(NamedTuple):
    """A footnote mark, and the offset of the draft that it stands before."""

    place: int
    text: str


class _Draft(NamedTuple):
    """A draft, where its front matter ends, and its link targets by start."""

    text: str
    front: int
    targets: Mapping[int, int]


def _draft(document: Document) -> _Draft:
    regions = document.protected
    return _Draft(
        document.text,
        max((region.end for region in regions if region.kind == "front-matter"), default=0),
        {region.start: region.end for region in regions if region.kind == "target"},
    )


def _marked(draft: _Draft, marks: Sequence[_Mark]) -> str:
    """The draft with its marks, and with what keeps a mark and its neighbours from being a link."""
    text = draft.text
    behind_targets = set(draft.targets.values())
    parts: list[str] = []
    done = -1
    for place, mark in sorted(marks, key=lambda mark: mark.place):
        if place != done:
            parts.append(_up_to(text, done, place))
            if text[place - 1 : place] == "]" and place not in behind_targets:
                parts.append(_NOTHING)
        parts.append(mark)
        done = place
    parts.append(_up_to(text, done, len(text)))
    return "".join(parts)


def _up_to(text: str, mark: int, end: int) -> str:
    """The draft from a mark (or, before the first, from the start) to `end`: “[^1](…)” is no link."""
    part = text[max(mark, 0) : end]
    if mark < 0 or not part.startswith(("(", "[")):
        return part
    return f"\\{part}" if part.startswith("(") else _NOTHING + part


def _place(match: Match, draft: _Draft) -> int | None:
    """Behind the term, and behind the link or the emphasis that ends with it; None: nowhere."""
    if match.end <= draft.front:
        return None
    start, end = _paragraph(draft.text, match)
    place = _behind_link(match, draft, start, end)
    return _behind_emphasis(draft.text, start, match.start, place)


def _paragraph(text: str, match: Match) -> tuple[int, int]:
    """The paragraph around a match, as far as it is worth looking at."""
    start, end = max(0, match.start - _REACH), min(len(text), match.end + _REACH)
    for found in _PARAGRAPH.finditer(text, start, match.start):
        start = found.end()
    after = _PARAGRAPH.search(text, match.end, end)
    return start, after.start() if after else end


def _behind_link(match: Match, draft: _Draft, start: int, end: int) -> int:
    """The end of the outermost brackets around the match, with the target that follows them."""
    depth = 0
    for found in _BRACKET.finditer(draft.text, start, match.start):
        depth = max(0, depth + _DEPTH.get(found[0], 0))
    place = match.end
    if depth:
        for found in _BRACKET.finditer(draft.text, match.end, end):
            depth += _DEPTH.get(found[0], 0)
            if found[0] == "]":
                place = draft.targets.get(found.end(), found.end())
            if not depth:
                break
    return place


def _behind_emphasis(text: str, start: int, term: int, place: int) -> int:
    """Behind the `**` that closes at the place: “**term[^1]**을” would be no emphasis."""
    closing = _EMPHASIS.match(text, place)
    if closing is None:
        return place
    before = [run for run in _EMPHASIS.findall(text[start:term]) if run == closing[0]]
    return closing.end() if len(before) % 2 else place


def _closed(document: Document) -> str:
    """What must stand between the draft and its footnotes: the end of a fence left open, a blank line."""
    text = document.text
    lines = "" if text.endswith("\n") else "\n"
    last = document.protected[-1] if document.protected else None
    if last and last.end >= len(text.rstrip()):
        words = text[last.start : last.end].strip().splitlines()
        fence = _FENCE.match(words[0]) if words else None
        if last.kind == "code" and fence and (len(words) == 1 or not _closes(words[-1], fence)):
            return f"{lines}{fence['marks']}\n\n"
        if last.kind == "comment" and not words[-1].endswith("-->"):
            return f"{lines}-->\n\n"
    return f"{lines}\n"


def _closes(line: str, fence: re.Match[str]) -> bool:
    marks = line.strip(" \t>")
    return len(marks) >= len(fence["marks"]) and set(marks) == {fence["marks"][0]}


# --- what a footnote says -------------------------------------------------------------------------


def _note(entry: Met, base: Termbase, own: Mapping[int, Sequence[Rendering]]) -> str:
    """The form met, and its official renderings; for a wrong name, the right one of its language."""
    wrong = [status for status in entry.statuses if status in ("deprecated", "forbidden")]
    renderings = (*(own.get(entry.number, ()) if wrong else ()), *entry.renderings)
    found = [_rendering(rendering, base) for rendering in renderings]
    found += [f"{lang} no rendering in the glossary" for lang in entry.missing]
    flag = f" ({', '.join(wrong)} name)" if wrong else ""
    found += [f"{escaped(x)} is {beside_rendering(sense)}" for x, sense in entry.senses.items()]
    return f"{escaped(entry.forms[0][0])}{flag}: {'; '.join(found)}"


def _rendering(rendering: Rendering, base: Termbase) -> str:
    sources = ", ".join(_source(ref, base) for ref in rendering.sources) or UNVERIFIED
    return f"{rendering.lang} **{escaped(rendering.text)}** ({rendering.standing}; {sources})"


def _source(ref: SourceRef, base: Termbase) -> str:
    source = base.sources.get(ref.id)
    title = escaped(source.title if source else ref.id)
    if source and source.url and source.url.startswith(("https://", "http://")):
        title = f"[{title}](<{quote(_clean(source.url), safe=':/?#@!$&()*+,;=%~[]')}>)"
    return f"{title}, {escaped(ref.at)}" if ref.at else title


def escaped(words: str) -> str:
    """Words of the glossary or the draft as plain words on one line of Markdown."""
    return _SPECIAL.sub(r"\\\1", _clean(_BREAKS.sub(" ", words)))


def _clean(words: str) -> str:
    return _SURROGATES.sub("\ufffd", words)
