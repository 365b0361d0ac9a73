"""How a term is spelled where there is a choice: its parts, and what all its spellings share.

A choice is a family (the loan word các-bon, the tone of open syllables, the space in 온실 가스), a
spelling one of its forms. Case, composition, plural and invisible characters are no choice.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from khihau.languages import LANGUAGES
from khihau.model import LabelLang
from khihau.text.fold import DASH, DOT, fold
from khihau.text.regex import regex

__all__ = [
    "LOAN",
    "Part",
    "joints",
    "kind_of",
    "parts",
    "respelled",
    "same_spelling",
    "spelling_key",
]

LOAN = "loan"  # the kind of the choice between two forms of a loan word

_UNIT = regex(rf"[가-힣]|[^\W\d_가-힣]+|[0-9]+|[^\s{DASH}{DOT}]")
_QUOTES = ("'", '"')
_NUMBER = regex(r"\{n[^}]*\}")
_LONGEST_LOAN = 8  # units: 캡앤드트레이드
_SEPARATOR = "|"


class Part(NamedTuple):
    """A choice that a term of a language makes, and where: offsets into its text, half-open.

    `stored` is the form that the label has there, None where that cannot be told. `pieces` are the
    places that another form would change.
    """

    lang: LabelLang
    family: str
    form: str
    stored: str | None
    start: int
    end: int
    pieces: tuple[tuple[int, int], ...]


class _Unit(NamedTuple):
    """A word, a number, a Hangul syllable, another sign or a loan word of several such."""

    text: str
    start: int
    end: int
    loan: str = ""


class _Gap(NamedTuple):
    """What joins two units: nothing, a space, "-" or a dot, with the spaces beside it."""

    sign: str
    start: int
    end: int


def same_spelling(label: str, other: str, lang: LabelLang) -> bool:
    """Whether two labels of a language are one label in two spellings (rules C2 and C3)."""
    return spelling_key(label, lang) == spelling_key(other, lang)


@lru_cache(maxsize=2048)
def spelling_key(text: str, lang: LabelLang) -> str:
    """What all spellings of a label share: its words, in one form, without what joins them."""
    units = _units(_plain(text), lang)
    canonical = LANGUAGES[lang].spelling.canonical
    words = (unit.loan or canonical(unit.text.lower()) for unit in units)
    return "".join(word for word in words if word not in _QUOTES)


def _plain(label: str) -> str:
    """A label with a number where it has `{n}`."""
    return _NUMBER.sub("0", label) if "{" in label else label


def kind_of(family: str) -> str:
    """What is chosen: "loan", "tone", "iy", "ize", "pair", "dot" or "joint"."""
    return family.partition(" ")[0]


@lru_cache(maxsize=2048)
def parts(text: str, label: str, lang: LabelLang) -> tuple[Part, ...]:
    """The choices inside the words of a term, and of its middle dots.

    A family is shared by all terms of a language; that of an English word which is a name's by the
    terms of that name alone.
    """
    found, stored = _parts(text, lang), _parts(_plain(label), lang)
    if [part.family for part in found] != [part.family for part in stored]:
        return found
    told = (one._replace(stored=other.form) for one, other in zip(found, stored, strict=True))
    if not LANGUAGES[lang].spelling.names_choose:
        return tuple(told)
    named = (label[part.start].isupper() for part in stored)
    return tuple(
        part._replace(family=f"{part.family} {label}") if is_name else part
        for part, is_name in zip(told, named, strict=True)
    )


@lru_cache(maxsize=2048)
def _parts(text: str, lang: LabelLang) -> tuple[Part, ...]:
    units = _units(text, lang)
    found: list[Part] = []
    for number, unit in enumerate(units):
        choice = _choice(text, unit, lang)
        # A syllable of "Xan-ti-a-gô" is no Vietnamese word.
        if choice and not (kind_of(choice[0]) == "iy" and _is_hyphenated(text, units, number)):
            span = (unit.start, unit.end)
            found.append(Part(lang, *choice, None, *span, (span,)))
    for gap in _gaps(text, units):
        if DOT in gap.sign:
            at = next(at for at in range(gap.start, gap.end) if fold(text[at]).text == DOT)
            found.append(Part(lang, "dot", text[at], None, at, at + 1, ((at, at + 1),)))
    return tuple(found)


def _choice(text: str, unit: _Unit, lang: LabelLang) -> tuple[str, str] | None:
    """The family of a unit and its form there."""
    if unit.loan:
        form = _loan_form(text, unit)
        return (f"loan {lang} {unit.loan}", form) if form else None
    return LANGUAGES[lang].spelling.choice(unit.text)


def _loan_form(text: str, unit: _Unit) -> str:
    """A loan word as it is written, in lower case: "các-bon", "các bon"; "" where that is not sure."""
    source = text[unit.start : unit.end]
    inner = _units(source, "mul")
    gaps = list(_gaps(source, inner))
    if len(gaps) != len(inner) - 1:
        return ""
    joined = (gap.sign + one.text for gap, one in zip(gaps, inner[1:], strict=True))
    return (inner[0].text + "".join(joined)).lower()


def _is_hyphenated(text: str, units: Sequence[_Unit], number: int) -> bool:
    beside = units[max(0, number - 1) : number + 2]
    return any("-" in gap.sign for gap in _gaps(text, beside))


# --- units and what joins them --------------------------------------------------------------------


@lru_cache(maxsize=2048)
def joints(
    text: str, label: str, lang: LabelLang, inside: tuple[tuple[int, int], ...] = ()
) -> Part | None:
    """How the words of a term are joined, outside the spans `inside`; None where that is not sure."""
    gaps = _all_gaps(text, lang)
    kept = [
        number
        for number, gap in enumerate(gaps)
        if not any(start < gap.start and gap.end < end for start, end in inside)
    ]
    if not kept:
        return None
    stored = _all_gaps(_plain(label), lang)
    key = f"joint {lang} {spelling_key(label, lang)} {len(gaps)} {kept}"
    return Part(
        lang,
        key,
        _form(gaps, kept),
        _form(stored, kept) if len(stored) == len(gaps) else None,
        0,
        len(text),
        tuple((gaps[number].start, gaps[number].end) for number in kept),
    )


@lru_cache(maxsize=2048)
def _all_gaps(text: str, lang: LabelLang) -> tuple[_Gap, ...]:
    """The gaps of a term, none where one of them is not sure."""
    units = _units(text, lang)
    gaps = tuple(_gaps(text, units))
    return gaps if len(gaps) == len(units) - 1 else ()


def _form(gaps: Sequence[_Gap], kept: Sequence[int]) -> str:
    return _SEPARATOR.join(gaps[number].sign for number in kept)


@lru_cache(maxsize=2048)
def _units(text: str, lang: LabelLang) -> tuple[_Unit, ...]:
    """The units of a term in order, each loan word as one."""
    folded = fold(text, keep_case=True)
    spans = [unit.span() for unit in _UNIT.finditer(folded.text)]
    lower, loans = folded.text.lower(), _loans(lang)
    units: list[_Unit] = []
    at = 0
    while at < len(spans):
        start, end = spans[at]
        after, loan = at + 1, ""
        likely = loans.get(lower[start], {})
        lasts = range(min(len(spans), at + _LONGEST_LOAN), at, -1) if likely else ()
        for last in lasts:
            if found := likely.get(lower[start : spans[last - 1][1]]):
                after, loan, end = last, found, spans[last - 1][1]
                break
        units.append(_Unit(folded.text[start:end], *folded.source_span(start, end), loan))
        at = after
    return tuple(units)


def _gaps(text: str, units: Sequence[_Unit]) -> Iterator[_Gap]:
    """What joins the units; a gap that holds emphasis or a tag is left out."""
    for unit, following in pairwise(units):
        sign = _sign(text[unit.end : following.start])
        if sign is not None:
            yield _Gap(sign, unit.end, following.start)


def _sign(between: str) -> str | None:
    core = "".join(mark for mark in between if unicodedata.category(mark) != "Cf")
    middle = core.strip()
    if not middle:
        return core and " "
    if len(middle) > 1:
        return None
    spaces = [" " if core[at].isspace() else "" for at in (0, -1)]
    folded = fold(middle).text
    mark = DOT if folded == DOT else "-" if folded in (" ", DASH) else None
    return None if mark is None else spaces[0] + mark + spaces[1]


@lru_cache(maxsize=4)
def _loans(lang: LabelLang) -> Mapping[str, Mapping[str, str]]:
    """By first letter: each spelling of a loan word, folded, with the first one of its group."""
    table: dict[str, dict[str, str]] = {}
    for group in LANGUAGES[lang].spelling.loans():
        for form in group:
            table.setdefault(form[0], {})[form] = group[0]
    return table


# --- another form ---------------------------------------------------------------------------------


def respelled(part: Part, text: str, form: str) -> list[str]:
    """What the pieces of a part read in another form of its family; `text` is its term's.

    Case and composition stay.
    """
    old = [text[start:end] for start, end in part.pieces]
    kind = kind_of(part.family)
    if kind == "joint":
        return list(map(_joined, old, form.split(_SEPARATOR)))
    word = unicodedata.normalize("NFC", old[0])
    new = LANGUAGES[part.lang].spelling.respelled(kind, word, form)
    return [new if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFD", new)]


def _joined(between: str, sign: str) -> str:
    """What joins two units, with another sign; a dot stays the one that is written."""
    if _sign(between) == sign:
        return between
    mark = between.strip()
    return sign.replace(DOT, mark) if fold(mark).text == DOT else sign
