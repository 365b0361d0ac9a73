"""Foreign letters that stand bare in prose whose law asks for a name in its own script (rule C17)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.segments import lang_at
from khihau.languages import LANGUAGES, language_of
from khihau.languages.grammar import Spot
from khihau.ledger.definitions import ends_like
from khihau.ledger.uses import kind_at
from khihau.review.base import Checked, is_own_wording, match_around
from khihau.review.official_names import written_out
from khihau.review.opening import opening
from khihau.text.compose import composed, recomposed
from khihau.text.regex import either, regex
from khihau.text.spans import holds

if TYPE_CHECKING:
    from khihau.languages.foreign_letters import ForeignLetters, Sense
    from khihau.ledger import Use
    from khihau.model import Edit
    from khihau.review.official_names import Name

__all__ = ["Bare", "bare_acronyms", "bare_signs"]

_PROSE = ("body", "item")
_REACH = 120  # characters of the line in which a bracket is looked for
_BRACKETS = regex(r"[()\[\]（）［］\n]")
_JOINED = r"A-Za-z0-9&+_/@#.\-‑–\u00c0-\u024f"  # what no bare acronym may adjoin
_WORD_BEFORE = regex(r"[A-Za-z\u00c0-\u024f][ \xa0/]\Z")  # LG AI연구원, a name
_WORD_BEHIND = regex(r"[ \xa0/][A-Za-z\u00c0-\u024f]")  # GHG Protocol, EV/FCEV
_NAME_BEFORE = regex("(?:[가-힣\u1100-\u11ff]|[0-9][ \xa0])\\Z")  # 한미FTA, 2021 P4G
_NAME_BEHIND = regex(r"[ \xa0]?[0-9(（\[‘“'\"]")  # AI 2030
# What tells those who read that the letters were introduced: name(ABC), name(English, ABC), ABC(name).
_INTRODUCED = r"[(（\[][^()（）\[\]\n]{0,80}(?<![A-Za-z0-9])"
_NAME_IN_BRACKET = "[ \xa0]?[(（][^()（）\n]{0,40}[가-힣\u1100-\u11ff]"
_BRACKET_BEHIND = r"(?![A-Za-z0-9])[^()（）\[\]\n]{0,20}[)）\]]"


class Bare(NamedTuple):
    """Foreign letters that stand bare, what to write, and the edits that do so, if that is sure."""

    start: int
    end: int
    right: str
    concept: str | None = None
    source: str | None = None
    edits: tuple[Edit, ...] = ()
    readings: tuple[str, ...] = ()


def bare_acronyms(checked: Checked) -> Iterator[Bare]:
    """The acronyms that nothing introduces in a text, each at its first bare place in prose.

    Those of the glossary by its names, others by the reviewed names of their language.
    """
    langs = {segment.lang for segment in checked.document.segments}
    if not any(language_of(lang).foreign_letters.authority for lang in langs):
        return
    head = opening(checked.document).start
    yield from _of_the_glossary(checked, head)
    for language in LANGUAGES.values():
        if names := language.foreign_letters.names():
            yield from _Listed(checked, names, head)


def bare_signs(checked: Checked) -> Iterator[Bare]:
    """The signs of another script, in prose and headings, in text order."""
    from khihau.model import Edit

    document = checked.document
    for segment in document.segments:
        letters = _letters(checked, segment.start)
        if segment.kind not in (*_PROSE, "heading") or not letters.authority:
            continue
        part = recomposed(document.text[segment.start : segment.end])
        for sign in letters.signs(part.text):
            start, end = (segment.start + part.origin(at) for at in (sign.start, sign.end))
            if not _is_prose(checked, start, end):
                continue
            grammar = language_of(segment.lang).grammar
            spot = Spot(document.text, start, end, segment.start)
            edits = (Edit(start, end, sign.right), *grammar.agreement(spot, sign.right).edits)
            is_sure = bool(sign.right)
            right = sign.right.strip()
            yield Bare(start, end, right, edits=edits if is_sure else (), readings=sign.readings)


def _letters(checked: Checked, offset: int) -> ForeignLetters:
    return language_of(lang_at(checked.document.segments, offset)).foreign_letters


def _is_prose(checked: Checked, start: int, end: int) -> bool:
    """Whether a place is the writer's own prose, and in no bracket."""
    document = checked.document
    return (
        is_own_wording(document, start, end)
        and not holds(document.protected, start, end)
        and not _in_brackets(document.text[max(0, start - _REACH) : start])
    )


def _in_brackets(before: str) -> bool:
    depth = 0
    for sign in _BRACKETS.findall(before):
        depth = 0 if sign == "\n" else depth + 1 if sign in "([（［" else max(0, depth - 1)
    return depth > 0


# --- acronyms of the glossary -----------------------------------------------------------------------


def _of_the_glossary(checked: Checked, head: int) -> Iterator[Bare]:
    """Those that the ledger has as never written out."""
    expanded: _Expanded | None = None
    for event in checked.ledger.events:
        entry, concept = event.entry, event.entry.concept
        if entry.kind != "undefined" or entry.expansion or not concept:
            continue
        uses = checked.ledger.of(concept)
        use = next((one for one in uses if _is_bare(checked, one.start, one.end, head)), None)
        name = written_out(checked, use) if use else None
        if not use or not name or name.lang != lang_at(checked.document.segments, use.start):
            continue
        before = checked.document.text[max(0, use.start - 3 * len(name.text)) : use.start]
        if not ends_like(before, name.text):
            names = (name.text, *_others(checked, use, name))
            readings = tuple(f"{one}({use.acronym})" for one in names)
            expanded = expanded or _Expanded(checked)
            edits = expanded.edits(concept) if len(names) == 1 else ()
            yield Bare(use.start, use.end, readings[0], concept, name.source, edits, readings)


def _others(checked: Checked, use: Use, name: Name) -> Iterator[str]:
    """The other full names of what an acronym stands for that the text has: 업무협약 … 이 MOU.

    A shorter or longer form of the one to write is no other: 배출권거래제도.
    """
    names = (
        one.label
        for one in checked.matches
        if (one.concept, one.lang, one.kind) == (use.concept, name.lang, "full")
        and one.status in ("preferred", "admitted")
        and not one.sense
        and one.number is None
    )
    yield from dict.fromkeys(one for one in names if one not in name.text and name.text not in one)


def _is_bare(checked: Checked, start: int, end: int, head: int) -> bool:
    """Whether letters are bare in running prose behind the head of the text, and no part of a name.

    A line of nothing else is a cell of a table that lost its lines.
    """
    document, text = checked.document, checked.document.text
    line = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    line += text[end : end + _REACH].partition("\n")[0]
    return (
        start >= head
        and kind_at(document, start) in _PROSE
        and bool(_letters(checked, start).authority)
        and any(map(str.isalpha, line))
        and not _WORD_BEFORE.search(text, max(0, start - 2), start)
        and not _WORD_BEHIND.match(text, end)
        and _is_prose(checked, start, end)
    )


class _Expanded:
    """What `expand` would write in a text, by concept."""

    def __init__(self, checked: Checked) -> None:
        from khihau.ledger.expansion import expansion

        self._ledger = checked.ledger
        self._edits = expansion(checked.document, checked.ledger, checked.base).edits
        self._opened = [
            one.start for one in self._edits if one.start == one.end and one.text[-1:] == "("
        ]

    def edits(self, concept: str) -> tuple[Edit, ...]:
        """Those that write an acronym of a concept out at its first free use; none where it has none."""
        for use in self._ledger.of(concept):
            at = bisect_left(self._opened, use.start)
            if self._opened[at : at + 1] == [use.start]:
                beyond = self._opened[at + 1 : at + 2]
                return tuple(
                    edit
                    for edit in self._edits
                    if use.start <= edit.start and not (beyond and edit.start >= beyond[0])
                )
        return ()


# --- acronyms of everyday life ----------------------------------------------------------------------


class _Listed:
    """Those of a reviewed list that are no use in the ledger; `names` are by acronym."""

    def __init__(self, checked: Checked, names: Mapping[str, tuple[Sense, ...]], head: int) -> None:
        self.checked = checked
        self.head = head
        self.text = checked.document.text
        self.names = names

    def __iter__(self) -> Iterator[Bare]:
        ignored = self.checked.options.ignored_acronyms
        told = (use for use in self.checked.ledger.uses if use.concept or use.meaning)
        done = {*ignored, *(use.acronym for use in told)}
        for found in self._pattern.finditer(self.text):
            acronym = found.group()
            if acronym in done or not self._is_bare(*found.span()):
                continue
            done.add(acronym)
            if not self._is_introduced(acronym):
                yield self._bare(*found.span())

    @cached_property
    def _composed(self) -> str:
        return composed(self.text)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return regex(rf"(?<![{_JOINED}]){either(self.names)}(?![{_JOINED}])")

    def _is_bare(self, start: int, end: int) -> bool:
        if not _letters(self.checked, start).names():
            return False
        if _NAME_BEFORE.search(self.text, max(0, start - 2), start):
            return False
        match = match_around(self.checked.matches, start, end)
        is_part = match is not None and (match.start, match.end) != (start, end)
        if is_part or _NAME_BEHIND.match(self.text, end):
            return False
        return _is_bare(self.checked, start, end, self.head)

    def _is_introduced(self, acronym: str) -> bool:
        letters = re.escape(acronym)
        inside = regex(f"{_INTRODUCED}{letters}{_BRACKET_BEHIND}|{letters}{_NAME_IN_BRACKET}")
        return bool(inside.search(self.text))

    def _bare(self, start: int, end: int) -> Bare:
        from khihau.model import Edit

        acronym = self.text[start:end]
        name, *others = (
            sense.name
            for sense in self.names[acronym]
            if not sense.near or any(word in self._composed for word in sense.near)
        )
        right = f"{name}({acronym})"
        if others:
            return Bare(start, end, "", readings=(right, *(f"{one}({acronym})" for one in others)))
        lang = lang_at(self.checked.document.segments, start)
        agreement = language_of(lang).grammar.agreement(Spot(self.text, start, end, start), name)
        edits = (Edit(start, start, f"{name}("), Edit(end, end, ")"), *agreement.edits)
        return Bare(start, end, right, edits=() if agreement.doubt else edits)
