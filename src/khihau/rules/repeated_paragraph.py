"""repeated-paragraph: a paragraph that was pasted twice.

A paragraph of body text, or a long list item, that an earlier one repeats to the letter; spaces,
line breaks and the way letters are composed do not count. Paragraphs that follow one another as
they did the first time are one finding, which stands on the first of them and says how many they are
and where the original begins. Left alone: headings, table cells, quotations, code, anything shorter
than about a line (80 characters, a Hangul syllable counts as two), what ends in no full stop (titles,
captions), numbered paragraphs (a) 1. ③: law repeats its provisions on purpose), and lines that give
an address (contact lines repeat by nature).

Why it matters: half a release pasted twice goes unnoticed by its writer and by nobody else.

There is no fix: which of the two stays is the editor's choice.

The law on it: rule C7 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Hai bên nhất trí đẩy nhanh việc thảo luận các quy định chi tiết để triển khai dự án giảm phát thải. ¶ Hai bên nhất trí đẩy nhanh việc thảo luận các quy định chi tiết để triển khai dự án giảm phát thải. | Hai bên nhất trí đẩy nhanh việc thảo luận các quy định chi tiết để triển khai dự án giảm phát thải. ¶ Hai bên nhất trí đẩy nhanh việc thảo luận các quy định chi tiết để triển khai dự án trồng rừng. |
| ko | 양측은 국제감축사업의 세부 규정을 올해 안에 마련하고 시범사업을 내년 상반기에 시작하기로 했다. ¶ 양측은 국제감축사업의 세부 규정을 올해 안에 마련하고 시범사업을 내년 상반기에 시작하기로 했다. | 양측은 국제감축사업의 세부 규정을 올해 안에 마련하기로 했다. ¶ 시범사업은 내년 상반기에 시작하며, 구체적인 일정은 추후 협의하여 정하기로 했다. |
| en | Both sides agreed to speed up their talks on the detailed rules for joint projects in farming. ¶ Both sides agreed to speed up their talks on the detailed rules for joint projects in farming. | Both sides agreed to speed up their talks on the detailed rules for joint projects in farming. ¶ Both sides agreed to speed up their talks on the detailed rules for joint projects in forestry. |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from khihau.documents.prose.comments import without
from khihau.languages import LANGUAGES
from khihau.review.base import Checked, Rule, finding, is_judged
from khihau.review.tuned import LONG_PARAGRAPH
from khihau.text.compose import composed
from khihau.text.fold import HANGUL
from khihau.text.positions import Positions
from khihau.text.regex import either, regex
from khihau.text.spans import between
from khihau.text.stops import CLOSERS, PAUSES, SURE, ends_sentence

if TYPE_CHECKING:
    from khihau.model import Document, Finding, Segment

__all__ = ["RULE"]

_SHOWN = 40  # characters of a paragraph that name it
_STATEMENT = SURE.replace("?", "").replace("？", "") + PAUSES
_BEHIND = f"{CLOSERS}*_"
# a) 1. 2.1. (ii) 가. ③
_NUMBERED = regex(
    r"[ \t>*_]{0,8}(?:[(（]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[^\W\d_]|[ivxIVX]{1,5})[.)）][*_]{0,3}\s|[①-⑳㉠-㉻ⓐ-ⓩ])"
)


def _find(checked: Checked) -> Iterator[Finding]:
    document = checked.document
    segments = [segment for segment in document.segments if segment.kind != "code"]
    prose = without(document, "comment")  # one of the two may be silenced
    keys = [_key(prose[segment.start : segment.end]) for segment in segments]
    positions = Positions.of(document)
    first: dict[str, int] = {}
    end = 0
    for at, (segment, key) in enumerate(zip(segments, keys, strict=True)):
        original = first.setdefault(key, at)
        if original == at or at < end or not _counts(document, segment, key):
            continue
        end = at + _length(keys, original, at)
        place = positions.named(segments[original].start)
        yield _finding(checked, segment, key, end - at, place)


def _key(text: str) -> str:
    """A paragraph as it is compared: composed, each run of spaces and line breaks as one space."""
    return " ".join(composed(text).split())


def _counts(document: Document, segment: Segment, key: str) -> bool:
    """Whether a repeated segment is a paragraph of the writer's own prose."""
    if segment.kind not in ("body", "item") or len(key) + len(HANGUL.findall(key)) < LONG_PARAGRAPH:
        return False
    # A title or a caption that comes back has no full stop; an item may have none.
    if segment.kind == "body" and not ends_sentence(key, behind=_BEHIND, marks=_STATEMENT):
        return False
    # A whole paragraph of speech begins and ends with the marks around it.
    judged = is_judged(document, segment.start + 1, segment.end - 1)
    return judged and not _is_numbered(document, segment) and not _is_contact(document, segment)


def _is_numbered(document: Document, segment: Segment) -> bool:
    """Whether a paragraph is a provision of an act, or like one: those refer to each other by number."""
    line = document.text.rfind("\n", 0, segment.start) + 1
    return _NUMBERED.match(document.text, line) is not None


def _is_contact(document: Document, segment: Segment) -> bool:
    inside = between(document.protected, segment.start, segment.end)
    return any(region.kind == "email" for region in document.protected[inside]) or bool(
        _contact().search(document.text, segment.start, segment.end)
    )


@cache
def _contact() -> re.Pattern[str]:
    """Whom to ask, in any language: a press office writes both."""
    words = (word for language in LANGUAGES.values() for word in language.phrases.contacts)
    return re.compile(rf"(?<!\w){either(words)}[^\W\d_]{{0,8}}\s?[:：(]", re.IGNORECASE)


def _length(keys: Sequence[str], original: int, at: int) -> int:
    """How many segments from `at` on repeat those from `original` on, without meeting them."""
    most = min(at - original, len(keys) - at)
    return next((n for n in range(1, most) if keys[original + n] != keys[at + n]), most)


def _finding(checked: Checked, segment: Segment, key: str, count: int, place: str) -> Finding:
    """The finding on the first of `count` segments that repeat what begins at a place."""
    begin = " ".join(key[:_SHOWN].split(" ")[:-1])
    message = f"the paragraph “{begin} …” repeats {place}"
    if count > 1:
        message = f"{count} paragraphs from “{begin} …” on repeat those from {place} on"
    return finding(
        checked,
        RULE.name,
        (segment.start, segment.end),
        f"{message}; keep one of the two",
        None,
    )


RULE = Rule(
    "repeated-paragraph",
    "a paragraph that was pasted twice",
    _find,
    competes=False,
    has_concepts=False,
)
