"""Where a text writes an acronym out: the shapes of SEMANTICS A1 to A3 around one acronym."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from khihau.match.scan import Hit
from khihau.model import Document

__all__ = ["Fulls", "Written", "clause_start", "is_citation", "written_out"]

_SKIP = " \t\r\n\xa0\u200b*_~'\"‘’“”「」『』«»《》"
_OPEN = {"(": ")", "[": "]", "（": "）", "［": "］"}
_CLOSE = {close: open_ for open_, close in _OPEN.items()}
_REACH = 240  # how far a bracket may open before the acronym that it holds
_JOINT_REACH = 60
_CLAUSE_REACH = 240
_OPENING = frozenset(_OPEN)
_PARTS = "·,/-–—:;"  # what parts a bracket into a gloss and a full form
_CLAUSE_END = re.compile(r"[.!?…;:]\s|[()\[\]（）△□○]")

# What may stand between "(" and the acronym, and between the acronym and ")".
_LEAD = re.compile(
    r"(?:(?:gọi tắt|viết tắt|tên viết tắt(?: tiếng Anh)?)(?: là)?|(?:sau đây|dưới đây)(?: được)?"
    r"(?: gọi(?: tắt)?| viết tắt)(?: là)?|còn gọi là"
    r"|이하|약칭|영문 ?약칭|일명"
    r"|here(?:in)?after(?: referred to as)?|known as|abbreviated(?: as)?|or|the)"
    r"(?: the)?\s*:?\s*",
    re.IGNORECASE,
)
_GLOSS_LEAD = re.compile(r"[^()\[\]（）]*?[^\s()\[\]（）]\s*[-–—,·:;/]\s*(?:or )?")
_TRAIL = re.compile(
    r"\s*(?:(?:이?라\s?(?:고\s)?(?:한다|함|칭한다|칭함)|(?:으?로)\s?(?:약칭|줄임)(?:한다|함)?)\.?)?\s*"
)
_GLOSS_TRAIL = re.compile(r"\s*[-–—,·:;/]\s*[^()\[\]（）]*")

# What may join a full form and an acronym that stands in no bracket, read from the acronym leftwards.
_JOINT = re.compile(
    r"(?:\s[-–—]\s|,?\s(?:(?:sau đây|dưới đây) )?"
    r"(?:(?:được )?(?:gọi tắt|viết tắt|gọi) là|còn gọi là|tên viết tắt tiếng Anh là|hay"
    r"|(?:also )?known as|abbreviated(?: as)?|hereinafter)\s|,?\s?(?:일명|즉|약칭)\s)[*_'\"‘“]*$"
)
_COMMA = re.compile(r",\s(?:or |hay )?[*_'\"‘“]*$")
_LIST_JOINT = re.compile(r"[*_~'\"’”]*(?:\s*[:：]\s*|\s+[-–—]\s+|\s*\|\s*)[*_~'\"‘“]*")
_MARKERS = " \t*-+|※△○•◦ㅇ□"


@dataclass(frozen=True, slots=True)
class Fulls:
    """The full and short labels that stand in a text, by where they end and where they start."""

    ending: Mapping[int, Sequence[Hit]] = field(default_factory=dict)
    starting: Mapping[int, Sequence[Hit]] = field(default_factory=dict)

    @classmethod
    def of(cls, hits: Iterable[Hit]) -> Fulls:
        """Collect the hits of all labels that can write an acronym out."""
        ending: dict[int, list[Hit]] = {}
        starting: dict[int, list[Hit]] = {}
        for hit in hits:
            if hit.label.kind in ("full", "short"):
                ending.setdefault(hit.end, []).append(hit)
                starting.setdefault(hit.start, []).append(hit)
        return cls(ending, starting)


@dataclass(frozen=True, slots=True)
class Written:
    """What stands where the full form of an acronym stands.

    `hits` are the labels there, longest first; `words` is the span of the text before a bracket,
    from the start of its sentence, where no label does: a full form that the base does not know.
    """

    hits: tuple[Hit, ...]
    words: tuple[int, int] | None = None


def is_citation(text: str, start: int, end: int) -> bool:
    """Whether an acronym in a bracket is an author: "(IPCC, 2023)" (SEMANTICS A5)."""
    return text[start - 1 : start] in _OPEN and bool(
        re.match(r",\s?(?:19|20)\d\d[a-z]?\s*[),;\]）]", text[end : end + 12])
    )


def written_out(document: Document, start: int, end: int, fulls: Fulls) -> Written | None:
    """What writes out the acronym at [start, end), None when nothing around it looks like it."""
    text = document.text
    bracket = _bracket_around(text, start, end)
    if bracket:
        return _before_bracket(document, bracket, start, end, fulls)
    after = _after_acronym(text, end, fulls)
    if after:
        return Written(after)
    joined = _joined(document, start, end, fulls)
    return Written(joined) if joined else None


def _bracket_around(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The offsets of the brackets that hold the acronym as their own content, with a gloss or alone."""
    low = max(0, start - _REACH)
    opening = max(text.rfind(sign, low, start) for sign in _OPEN)
    if opening < 0 or any(sign in text[opening + 1 : start] for sign in _CLOSE):
        return None
    closing = end
    while closing < min(len(text), end + _REACH) and text[closing] not in _CLOSE:
        if text[closing] in _OPEN or text[closing : closing + 2] == "\n\n":
            return None
        closing += 1
    if closing >= len(text) or text[closing] not in _CLOSE:
        return None
    lead = text[opening + 1 : start].strip(_SKIP)
    trail = text[end:closing].strip(_SKIP)
    lead_fits = not lead or _fits(_LEAD, lead) or _fits(_GLOSS_LEAD, lead)
    trail_fits = not trail or _fits(_TRAIL, trail) or _fits(_GLOSS_TRAIL, trail)
    return (opening, closing) if lead_fits and trail_fits else None


def _fits(pattern: re.Pattern[str], text: str) -> bool:
    return bool(pattern.fullmatch(text) or pattern.fullmatch(text + " "))


def _before_bracket(
    document: Document, bracket: tuple[int, int], start: int, end: int, fulls: Fulls
) -> Written | None:
    text = document.text
    at = _skip_left(text, bracket[0])
    hits = _longest(fulls.ending.get(at, ()))
    if hits:
        return Written(hits)
    inside = [
        hit
        for low, high in ((bracket[0] + 1, start), (end, bracket[1]))
        for position in range(low, high)
        for hit in fulls.starting.get(position, ())
        if hit.end <= high
    ]
    if inside:
        return Written(_longest(inside))
    low = clause_start(document, at)
    return Written((), (low, at)) if text[low:at].strip() else None


def _after_acronym(text: str, end: int, fulls: Fulls) -> tuple[Hit, ...]:
    """`ABC (Full)`, and each part of `ABC(English·한글)`, the longest of the first part first."""
    at = _skip_right(text, end)
    closing = text.find(_OPEN[text[at]], at, at + _REACH) if text[at : at + 1] in _OPENING else -1
    hits = [
        hit
        for position in range(at + 1, max(at, closing))
        for hit in fulls.starting.get(position, ())
        if hit.end <= closing and _is_part(text, at + 1, hit, closing)
    ]
    return _longest(hits)


def _is_part(text: str, low: int, hit: Hit, high: int) -> bool:
    before = text[low : hit.start].rstrip(_SKIP)
    after = text[hit.end : high].lstrip(_SKIP)
    return (not before or before[-1] in _PARTS) and (not after or after[0] in _PARTS)


def _joined(document: Document, start: int, end: int, fulls: Fulls) -> tuple[Hit, ...]:
    """`Full - ABC`, `Full, ABC,`, `Full, gọi tắt là ABC`, and `ABC: Full` where a line or cell starts."""
    text = document.text
    low = max(0, start - _JOINT_REACH)
    joint = _JOINT.search(text, low, start)
    if not joint and text[end : end + 1] == ",":
        joint = _COMMA.search(text, low, start)
    if joint:
        hits = fulls.ending.get(_skip_left(text, joint.start()), ())
        if hits:
            return _longest(hits)
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    if not text[line:start].strip(_MARKERS) or text[line:start].rstrip().endswith("|"):
        joint = _LIST_JOINT.match(text, end)
        if joint:
            return _longest(fulls.starting.get(joint.end(), ()))
    return ()


def _skip_left(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in _SKIP:
        at -= 1
    return at


def _skip_right(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SKIP:
        at += 1
    return at


def _longest(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start, hit.concept)))


def clause_start(document: Document, at: int) -> int:
    """Where the sentence or segment that ends at `at` begins, at most `_CLAUSE_REACH` before."""
    segments = document.segments
    index = bisect_right(segments, at - 1, key=lambda segment: segment.start) - 1
    low = max(segments[index].start if index >= 0 else 0, at - _CLAUSE_REACH)
    for found in _CLAUSE_END.finditer(document.text, low, at):
        low = found.end()
    return low
