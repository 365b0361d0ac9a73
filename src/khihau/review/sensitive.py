"""Where a text has a name that its own side never writes, and relations that name its country last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.prose.comments import blanked
from khihau.documents.segments import lang_at, segment_index
from khihau.languages.country_order import country_order
from khihau.languages.sentences import sentences
from khihau.model import FALLBACK, Lang
from khihau.review.base import is_own_wording, match_around
from khihau.review.official_names import label_of
from khihau.termbase.official import official_label
from khihau.text.compose import Recomposed, composed, recomposed
from khihau.text.regex import either, regex
from khihau.text.spans import last_at

if TYPE_CHECKING:
    from khihau.languages.country_order import CountryOrder
    from khihau.model import Concept, Document, Label
    from khihau.review.base import Checked

__all__ = ["Misnamed", "Reversed", "misnamed", "reversed_countries"]

_PAST = regex(r"(?<![0-9.,])1(?:[0-8][0-9]{2}|9(?:[0-8][0-9]|9[01]))(?![0-9])")
_OFFENDS = "offends"  # which is the rule itself, not an aspect of it
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

    def around(self, start: int) -> str:
        """The sentence at an offset."""
        text, segments = self._document.text, self._document.segments
        at = segment_index(segments, start)
        if at not in self._spans:
            segment = segments[at]
            self._spans[at] = sentences(text, segment.start, segment.end, segment.lang)
        low, high = self._spans[at][max(0, last_at(self._spans[at], start))]
        return composed(text[low:high])


class Misnamed(NamedTuple):
    """A name at [start, end) in code points of the document that its side never writes.

    `right` is what it writes, `why` the reason, `aspect` that of the rule.
    """

    start: int
    end: int
    concept: str
    right: str
    why: str
    aspect: str


class Reversed(NamedTuple):
    """Two countries at [start, end), the own one last; `right` has them in the other order."""

    start: int
    end: int
    right: str
    order: CountryOrder


def misnamed(checked: Checked) -> Iterator[Misnamed]:
    """Names that the side of their text never writes (labels with `sensitive`), in text order."""
    document, around = checked.document, _Sentences(checked.document)
    for match in checked.matches:
        if match.status != "forbidden":
            continue
        label, span = label_of(checked.base, match), (match.start, match.end)
        if (
            label.sensitive
            and lang_at(document.segments, match.start) == label.lang
            and is_own_wording(document, *span)
            and not _is_mentioned(document.text, *span)
            and _is_meant(around.around(match.start), label, checked.base[match.concept])
        ):
            official = official_label(checked.base[match.concept], label.lang)
            right = label.write or (official.text if official else "")
            aspect = "" if label.sensitive == _OFFENDS else label.sensitive
            yield Misnamed(*span, match.concept, right, label.note.get(FALLBACK, ""), aspect)


def _is_mentioned(text: str, start: int, end: int) -> bool:
    """Whether a name stands alone between quotation marks, which only mention it."""
    is_inside = start > 0 and end < len(text)
    return is_inside and text[start - 1] in _OPENING and text[end] in _CLOSING


def _is_meant(sentence: str, label: Label, concept: Concept) -> bool:
    """Whether nothing in its sentence says that a name is told of, or is one of the past."""
    forms = {one.text for one in concept.labels if one.sensitive and one.lang == label.lang}
    rest = sentence
    for form in sorted(forms, key=len, reverse=True):
        rest = rest.replace(form, " ")  # biển Nam Trung Hoa is no word of another name's sentence
    return not _PAST.search(sentence) and not any(word in rest for word in label.not_near)


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
