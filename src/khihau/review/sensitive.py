"""Where a text has a name that its own side never writes, and relations that name its country last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.prose.comments import blanked
from khihau.documents.segments import segment_index
from khihau.languages.sensitive_names import country_order, sensitive_names
from khihau.languages.sentences import sentences
from khihau.model import Lang
from khihau.review.base import is_own_wording, match_around
from khihau.review.name_edges import ends_word
from khihau.text.compose import Recomposed, composed, recomposed
from khihau.text.regex import either, regex
from khihau.text.spans import last_at

if TYPE_CHECKING:
    from khihau.languages.sensitive_names import CountryOrder, SensitiveName
    from khihau.model import Document
    from khihau.review.base import Checked

__all__ = ["Misnamed", "Reversed", "misnamed", "reversed_countries"]

_PAST = regex(r"(?<![0-9.,])1(?:[0-8][0-9]{2}|9(?:[0-8][0-9]|9[01]))(?![0-9])")
_OPENING, _CLOSING = "\"'“‘「『«<", "\"'”’」』»>"  # a name alone between them is only mentioned
_SIGNS = tuple("–—·ㆍ・‧-")
_DASH = rf"\s?{either(_SIGNS)}\s?"
_BEFORE, _BEHIND = (
    100,
    24,
)  # characters beside a pair of countries in which a noun of relations stands
_PAUSE = regex(r"[,.;:()\[\]“”\"\n]")


class _Sentences:
    """The sentences of a document, and what they say of names, worked out as they are asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._spans: dict[int, list[tuple[int, int]]] = {}
        self._meant: dict[tuple[int, SensitiveName], bool] = {}

    def is_meant(self, start: int, name: SensitiveName) -> bool:
        """Whether a name at an offset is said, in its sentence, and not told of."""
        text, segments = self._document.text, self._document.segments
        at = segment_index(segments, start)
        if at not in self._spans:
            segment = segments[at]
            self._spans[at] = sentences(text, segment.start, segment.end, segment.lang)
        low, high = self._spans[at][max(0, last_at(self._spans[at], start))]
        if (low, name) not in self._meant:
            self._meant[low, name] = _is_meant(composed(text[low:high]), name)
        return self._meant[low, name]


class Misnamed(NamedTuple):
    """A name at [start, end) in code points of the document that its side never writes."""

    start: int
    end: int
    name: SensitiveName


class Reversed(NamedTuple):
    """Two countries at [start, end), the own one last; `right` has them in the other order."""

    start: int
    end: int
    right: str
    order: CountryOrder


def misnamed(checked: Checked) -> Iterator[Misnamed]:
    """Names that the side of their text never writes, in the order of languages and of the text."""
    around = _Sentences(checked.document)
    for lang, text, found in _found(checked.document, _wrong_names):
        start, end = text.origin(found.start()), text.origin(found.end())
        name = _by_form(lang)[_key(found.group())]
        if (
            is_own_wording(checked.document, start, end)
            and ends_word(text.text, found.end(), lang)  # not 일본해구, 호치민무역관
            and not _is_another(text.text, found, name)
            and around.is_meant(start, name)
        ):
            yield Misnamed(start, end, name)


def reversed_countries(checked: Checked) -> Iterator[Reversed]:
    """Two countries in the name of a relation, of which the text's own stands last."""
    for lang, text, found in _found(checked.document, _reversed_pairs):
        order = country_order(lang)
        start, end = text.origin(found.start()), text.origin(found.end())
        if (
            order
            and is_own_wording(checked.document, start, end)
            and match_around(checked.matches, start, end) is None
            and _is_relation(text.text, found, order)
        ):
            yield Reversed(start, end, found["first"] + found["dash"] + found["second"], order)


def _found(
    document: Document, pattern_of: Callable[[Lang], re.Pattern[str] | None]
) -> Iterator[tuple[Lang, Recomposed, re.Match[str]]]:
    """What the pattern of each language of a document finds in segments of that language."""
    segments = document.segments
    langs = sorted({segment.lang for segment in segments if segment.lang})
    patterns = {lang: pattern for lang in langs if (pattern := pattern_of(lang))}
    if not patterns:
        return
    text = recomposed(blanked(document.text, document.protected))
    for lang, pattern in patterns.items():
        for found in pattern.finditer(text.text):
            at = segment_index(segments, text.origin(found.start()))
            if at >= 0 and segments[at].lang == lang:
                yield lang, text, found


# --- names ----------------------------------------------------------------------------------------


@cache
def _wrong_names(lang: Lang) -> re.Pattern[str] | None:
    forms = {
        shape
        for name in sensitive_names(lang)
        for form in name.wrong
        for shape in (form, form[0].upper() + form[1:], form.upper())
    }
    words = either(forms).replace(r"\ ", r"\s")
    # a particle follows a Korean name, but no syllable stands before it
    return re.compile(rf"(?<!\w){words}(?![A-Za-zÀ-ỹ0-9])") if forms else None


@cache
def _by_form(lang: Lang) -> Mapping[str, SensitiveName]:
    return {_key(form): name for name in sensitive_names(lang) for form in name.wrong}


def _key(form: str) -> str:
    return " ".join(form.split()).lower()


def _is_another(text: str, found: re.Match[str], name: SensitiveName) -> bool:
    """Whether the words beside a form make it another name, or quotation marks only mention it."""
    start, end = found.span()
    is_inside = start > 0 and end < len(text)
    if is_inside and text[start - 1] in _OPENING and text[end] in _CLOSING:
        return True
    before = text[max(0, start - _BEHIND) : start].rstrip(" \xa0-–")
    behind = text[end : end + _BEHIND].lstrip()
    return any(re.search(rf"(?<!\w){re.escape(word)}$", before, re.I) for word in name.before) or (
        behind.startswith(tuple(name.behind))
    )


def _is_meant(sentence: str, name: SensitiveName) -> bool:
    """Whether nothing in its sentence says that a name is told of, or is one of the past."""
    rest = sentence
    for form in sorted(name.wrong, key=len, reverse=True):
        rest = rest.replace(form, " ")  # biển Nam Trung Hoa is no word of another name's sentence
    return (
        not _PAST.search(sentence)
        and not any(word in rest for word in name.unless)
        and (not name.near or any(word in sentence for word in name.near))
    )


# --- the order of two countries -------------------------------------------------------------------


@cache
def _reversed_pairs(lang: Lang) -> re.Pattern[str] | None:
    order = country_order(lang)
    if order is None:
        return None
    first, second = either(order.first), either(order.second)
    return re.compile(rf"(?<!\w)(?P<second>{second})(?P<dash>{_DASH})(?P<first>{first})(?!\w)")


def _is_relation(text: str, found: re.Match[str], order: CountryOrder) -> bool:
    """Whether a noun of relations stands beside a pair, and none of a body, which chose its name."""
    before = _PAUSE.split(text[max(0, found.start() - _BEFORE) : found.start()])[-1].lower()
    behind = _PAUSE.split(text[found.end() : found.end() + _BEHIND])[0]
    if before.rstrip().endswith(_SIGNS) or behind.lstrip().startswith(_SIGNS):  # of three countries
        return False
    if any(word in before or word in behind.lower() for word in order.bodies):
        return False
    return any(
        re.search(rf"(?<!\w){re.escape(word)}(?!\w)", before) for word in order.before
    ) or any(word in behind for word in order.behind)
