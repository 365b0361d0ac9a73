"""What stands where the full form of an acronym may stand, shape by shape."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from khihau.documents.segments import segment_index
from khihau.ledger.definitions import shapes
from khihau.ledger.definitions.bracket_edges import (
    closing_bracket,
    full_end,
    opening_bracket,
    skip_left,
    skip_right,
)
from khihau.ledger.definitions.edges import WORD, edges
from khihau.ledger.definitions.sayings import said
from khihau.ledger.definitions.tuned import BRACKET_REACH, JOINT_REACH, NUMBER_REACH
from khihau.ledger.definitions.wording import adds, clause_start
from khihau.match.scan import Hit
from khihau.model import Document
from khihau.text.compose import composed

__all__ = [
    "WHOLE",
    "Fulls",
    "Shape",
    "Written",
    "written_out",
]

_APPOSED_ENDS = frozenset(",;.)")
# bracket: Full (ABC) · phrase: Full, gọi tắt là ABC · gloss: Full (gloss - ABC) · dash: Full - ABC ·
# mark: Full, ABC, · inside: ABC (Full) · item: ABC: Full · after: ABC, tức Full · said: ABC stands for Full
Shape: TypeAlias = Literal[
    "bracket", "phrase", "gloss", "dash", "mark", "inside", "item", "after", "said"
]
WHOLE = ("inside", "item", "said")  # shapes in which the words, all of them, stand for the acronym


class Fulls(NamedTuple):
    """The full and short labels that stand in a text, by where they end and where they start."""

    ending: Mapping[int, Sequence[Hit]]
    starting: Mapping[int, Sequence[Hit]]

    @classmethod
    def of(cls, hits: Iterable[Hit]) -> Fulls:
        """Index the hits that can write an acronym out; the longest of a place first."""
        ending: dict[int, list[Hit]] = {}
        starting: dict[int, list[Hit]] = {}
        for hit in hits:
            ending.setdefault(hit.end, []).append(hit)
            starting.setdefault(hit.start, []).append(hit)
        for places in (ending, starting):
            for found in (hits for hits in places.values() if len(hits) > 1):
                found.sort(key=lambda hit: (hit.start - hit.end, hit.term.standing == "forbidden"))
        return cls(ending, starting)


class Written(NamedTuple):
    """What stands where the full form of an acronym stands, and in which shape.

    `hits` are the labels there, the longest first; `glosses` those of the same bracket; `words` is
    the whole stretch: the clause before a bracket, the content of one, the rest of an item. `tied`
    are the labels in it that more words follow before the bracket: "global stocktake of the Paris
    Agreement (GST)". `is_set_up` says that words such as "hereinafter" join the parts.
    `remark` are the small words that stand in the bracket too: a gloss, or something on the thing.
    """

    shape: Shape
    hits: tuple[Hit, ...]
    words: tuple[int, int]
    glosses: tuple[Hit, ...] = ()
    tied: tuple[Hit, ...] = ()
    is_set_up: bool = False
    remark: tuple[int, int] | None = None


def written_out(document: Document, start: int, end: int, fulls: Fulls) -> Iterator[Written]:
    """What may write out the acronym at [start, end), the likeliest shape first.

    A bracket that says what something is not defines nothing: (không phải Quỹ Thích ứng - AF).
    """
    opening = opening_bracket(document.text, start)
    if opening is not None and _denies(document.text[opening + 1 : start]):
        return
    for find in _SHAPES:
        written = find(document, start, end, fulls)
        if written and (written.hits or written.glosses or written.words[0] < written.words[1]):
            yield written


# --- the full form before -------------------------------------------------------------------------


def _in_bracket(document: Document, start: int, end: int, fulls: Fulls) -> Written | None:
    """`Full (ABC)`, and with a gloss on one side of the acronym `Full (English full - ABC)`."""
    text = document.text
    opening = opening_bracket(text, start)
    closing = closing_bracket(text, end) if opening is not None else None
    if opening is None or closing is None:
        return None
    lead, tail = text[opening + 1 : start], text[end:closing]
    if text[opening - 1 : opening] in shapes.BRACKETS:  # the acronym is a link
        opening -= 1
    at = full_end(document, opening)
    words = clause_start(document, at), at
    hits = _ending(text, at, fulls)
    tied = tuple(_tied(text, words, fulls))
    is_set_up = bool(lead.strip(shapes.QUIET))
    tail = tail.partition(";")[0] if is_set_up else tail  # what follows is said of the thing
    if _fits_lead(lead) and _fits_tail(tail):
        return Written("bracket", hits, words, tied=tied, is_set_up=is_set_up)
    glosses: list[Hit] = []
    if not _fits_lead(lead):
        joint = shapes.GLOSS_BEFORE.search(text, opening + 1, start)
        if not joint or not _fits_tail(tail):
            return None
        remark = opening + 1, skip_left(text, joint.start())
        glosses += fulls.ending.get(remark[1], ())
    else:
        joint = shapes.GLOSS_AFTER.match(text, end, closing)
        if not joint:
            return None
        remark = joint.end(), skip_left(text, closing)
        glosses += fulls.starting.get(remark[0], ())
    said = remark if shapes.REMARK.search(text, *remark) else None
    return Written("gloss", hits, words, tuple(glosses), tied, remark=said)


def _tied(text: str, words: tuple[int, int], fulls: Fulls) -> Iterator[Hit]:
    """The labels that words tied to them follow: "Cơ chế tín chỉ chung | với Nhật Bản (JCM)"."""
    low, high = words
    for start in range(low, high):
        for hit in fulls.starting.get(start, ()):
            if text[hit.end : hit.end + 1].isspace() and adds(text, hit.end, high):
                yield hit


def _phrased(document: Document, start: int, end: int, fulls: Fulls) -> Written | None:  # noqa: ARG001
    """`Full, gọi tắt là ABC`."""
    joint = _joint(document.text, start, shapes.PHRASE_BEFORE, shapes.PHRASE_ENDS)
    written = _before(document, joint.start(), "phrase", fulls) if joint else None
    return written._replace(is_set_up=True) if written else None


def _dashed(document: Document, start: int, end: int, fulls: Fulls) -> Written | None:  # noqa: ARG001
    """`Full - ABC`."""
    joint = _joint(document.text, start, shapes.DASH_BEFORE, shapes.DASH_ENDS)
    return _before(document, joint.start(), "dash", fulls) if joint else None


def _marked(document: Document, start: int, end: int, fulls: Fulls) -> Written | None:
    """`| Full | ABC |` and `Full, ABC,`."""
    text = document.text
    for pattern, follower in shapes.MARK_BEFORE:
        joint = _joint(text, start, pattern, shapes.MARK_ENDS)
        if joint and text.startswith(follower, skip_right(text, end, "*_'\"’”")):
            return _before(document, joint.start(), "mark", fulls)
    return None


def _joint(
    text: str, start: int, pattern: re.Pattern[str], ends: tuple[str, ...]
) -> re.Match[str] | None:
    low = max(0, start - JOINT_REACH)
    if not text[low:start].rstrip(shapes.QUIET).endswith(ends):
        return None
    return pattern.search(text, low, start)


def _before(document: Document, at: int, shape: Shape, fulls: Fulls) -> Written:
    at = full_end(document, at)
    words = clause_start(document, at), at
    return Written(shape, _ending(document.text, at, fulls), words)


def _ending(text: str, at: int, fulls: Fulls) -> tuple[Hit, ...]:
    """The labels that end there, or before a number: "lần thứ ba", "năm 2035"."""
    hits = fulls.ending.get(at, ())
    low = max(0, at - NUMBER_REACH)
    while not hits and (number := shapes.NUMBER_END.search(text, low, at)):
        hits, low = fulls.ending.get(number.start(), ()), number.start() + 1
    return tuple(hits)


# --- the acronym first ----------------------------------------------------------------------------


def _item(document: Document, start: int, end: int, fulls: Fulls) -> Written | None:
    """`ABC: Full`, `| ABC | Full |` and `(ABC) Full`, where a line or a cell starts."""
    text = document.text
    bracket = text[start - 1 : start] in shapes.BRACKETS
    joint = (shapes.BRACKET_ITEM if bracket else shapes.ITEM).match(text, end)
    before = text[max(0, start - JOINT_REACH) : start - bracket]
    if start - bracket <= JOINT_REACH:
        before = "\n" + before
    if not joint or not shapes.ITEM_START.search(before):
        return None
    at = joint.end()
    stop = min(_segment_end(document, at), at + BRACKET_REACH)
    signs = ("\n", "\r", "|", "<!--")
    line = min((p for sign in signs if (p := text.find(sign, at, stop)) >= 0), default=stop)
    hits = tuple(
        hit for place in _parts_from(text, at, fulls) for hit in fulls.starting.get(place, ())
    )
    return Written("item", hits, (at, at if bracket else skip_left(text, line, ".;")))


def _parts_from(text: str, at: int, fulls: Fulls) -> tuple[int, ...]:
    """Where a full form may begin: there, and in a bracket behind a first one."""
    first = next(iter(fulls.starting.get(at, ())), None)
    inside = skip_right(text, first.end) if first else -1
    return (at, inside + 1) if text[inside : inside + 1] in shapes.BRACKETS else (at,)


def _holding(document: Document, start: int, end: int, fulls: Fulls) -> Written | None:  # noqa: ARG001
    """`ABC (Full)`, and each part of `ABC(English·한글)`."""
    text = document.text
    at = skip_right(text, end)
    if text[at : at + 1] not in shapes.BRACKETS:
        return None
    closing = text.find(shapes.BRACKETS[text[at]], at, at + BRACKET_REACH)
    if closing < 0:
        return None
    hits = [
        hit
        for position in range(at + 1, closing)
        for hit in fulls.starting.get(position, ())
        if hit.end <= closing and _is_part(text, at + 1, hit, closing)
    ]
    words = skip_right(text, at + 1), skip_left(text, closing)
    return Written("inside", tuple(hits), words)


def _explained(document: Document, start: int, end: int, fulls: Fulls) -> Written | None:  # noqa: ARG001
    """`ABC, tức Full`, `ABC là Full`, `ABC, Full,` and `ABC는 Full을 말한다`."""
    text = document.text
    if joint := shapes.AFTER.match(text, end):
        hits = fulls.starting.get(joint.end(), ())
    elif joint := shapes.TOPIC.match(text, end):
        named = fulls.starting.get(joint.end(), ())
        hits = [hit for hit in named if shapes.EXPLAINED.match(text, hit.end)]
    elif joint := shapes.APPOSED.match(text, end):
        named = fulls.starting.get(joint.end(), ())
        hits = [hit for hit in named if text[hit.end : hit.end + 1] in _APPOSED_ENDS]
    else:
        return None
    return Written("after", tuple(hits), (joint.end(), joint.end()))


def _said(document: Document, start: int, end: int, fulls: Fulls) -> Written | None:
    """`ABC stands for Full`, `ABC는 Full의 약자`: the words are said to be its full form, right or wrong."""
    words = said(document.text, end, document.text[start:end])
    return Written("said", tuple(fulls.starting.get(words[0], ())), words) if words else None


_SHAPES: tuple[Callable[[Document, int, int, Fulls], Written | None], ...] = (
    _in_bracket,
    _item,
    _holding,
    _phrased,
    _explained,
    _said,
    _dashed,
    _marked,
)


def _denies(words: str) -> bool:
    said = f" {' '.join(WORD.findall(composed(words).lower()))} "
    return any(f" {word} " in said for word in edges().negations)


def _fits_lead(lead: str) -> bool:
    words = lead.strip(shapes.QUIET)
    return not words or bool(shapes.LEAD.fullmatch(unicodedata.normalize("NFC", words)))


def _fits_tail(tail: str) -> bool:
    words = tail.rstrip(shapes.QUIET)
    return not words or bool(shapes.TAIL.fullmatch(unicodedata.normalize("NFC", words)))


def _is_part(text: str, low: int, hit: Hit, high: int) -> bool:
    before = text[low : hit.start].strip(shapes.QUIET)
    after = text[hit.end : high].lstrip(shapes.QUIET)
    begins = not before or before[-1] in shapes.PARTS or bool(shapes.LEAD.fullmatch(before))
    return begins and (not after or after[0] in shapes.PARTS)


def _segment_end(document: Document, at: int) -> int:
    index = segment_index(document.segments, at)
    return document.segments[index].end if index >= 0 else len(document.text)
