"""Quoted speech and titles of works: what `check` leaves alone (rules M9 and C5).

Quotation marks around a term ("NDC") or an official title ('Thỏa thuận cơ bản về hợp tác …') quote
no one: those are judged. A quotation is speech when, within its paragraph, it has four words and

- ends in ! or ?, or holds the end of a sentence, or opens with a capital and ends in a full stop;
- or stands right after a colon or a verb of speaking (ông nói: “…”);
- or stands before a comma and a verb of speaking (“…”, bà cho biết);
- or is the title of a talk, a text or a film (hội thảo “…”, titled “…”);

or, in Korean, when it has two words (or one with a sure verb ending) and

- ends like a sentence (…하겠다, …입니다, …인가요);
- or 라며 or 라면서 follows it, or 라고, 고, 며, 면서 and a verb of speaking;
- or is a title (“…”을 주제로).

Between 『 』, 《 》 and « » stands a title of a work: always left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from khihau.text.compose import composed
from khihau.text.fold import is_hangul
from khihau.text.regex import regex

__all__ = ["find_quoted"]

_CONTEXT = 60
_WORDS_OF_SPEECH = 4

_LETTER = r"[A-Za-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]"
_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("『", regex(r"『([^『』]++)』")),
    ("《", regex(r"《([^《》]++)》")),
    ("«", regex(r"«([^«»]++)»")),
)
# A straight mark opens where no letter stands before it and closes where none follows; between two
# letters (don't, Nam’s) it is an apostrophe.
_QUOTATIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("“", regex(r"“([^“”]++)”")),
    ("「", regex(r"「([^「」]++)」")),
    ("‘", regex(rf"‘([^‘’]*+(?:(?<={_LETTER})’(?={_LETTER})[^‘’]*+)*+)’")),
    ('"', regex(rf'"(?<!{_LETTER}")(?<![0-9]")(?!\s)([^"]++)"')),
    (
        "'",
        regex(
            rf"'(?<![^\s(\[{{:,…]')(?!\s)([^']*+(?:(?<={_LETTER})'(?={_LETTER})[^']*+)*+)"
            rf"'(?<!\s')(?![0-9]|{_LETTER})"
        ),
    ),
)

# Two letters or digits, a stop, and how the next sentence begins.
_STOP_INSIDE = regex(r"([^\W_]{2})[.!?…]\s+([^\W\d_])")
_KOREAN_END = regex(
    r"(?:(?<!바)(?<!캐나)(?<!우간)(?<!르완)다|(?<![수필주중개소])요|까|죠)[.!?…]?\Z"
)
_KOREAN_VERB_END = regex(r"(?:[니했겠었였았됐]다|니까|[세해어아]요)[.!?…]?\Z")
_KOREAN_QUOTATIVE = regex(
    r"이?라(?:며|면서)(?=\s)|(?:이?라)?(?:고|며|면서)\s+(?:\S{1,12}\s+){0,2}"
    r"(?:말|밝|강조|전했|설명|덧붙|지적|당부|언급|평가|주장|약속|촉구|했다|하였|분석|내다|경고|비판"
    r"|답했|답변|우려|호소|반박|진단|전망|제안|요구|요청|역설|토로|기대|발표|주문|꼬집|질타|반문|회고"
    r"|증언|강변|단언)"
)
_SPEAKING = (
    r"nói|cho biết|cho hay|cho rằng|khẳng định|nhấn mạnh|phát biểu|chia sẻ|tuyên bố|nhận định"
    r"|đánh giá|kêu gọi|bày tỏ|trả lời|rằng|said|says|stated|told|added|noted|stressed|declared"
    r"|argued|warned|explained"
)
_SPEAKER_BEFORE = regex(rf"(?::|(?<!\w)(?:{_SPEAKING})(?: that)?,?)\s*\Z", re.IGNORECASE)
_SPEAKER_AFTER = regex(rf"\s*,?\s*(?:[^\s.!?,;]+\s+){{0,8}}?(?:{_SPEAKING})(?!\w)", re.IGNORECASE)


# What is in the marks behind these is a title: of a talk, a text, a film.
_TITLE_BEFORE = regex(
    r"(?<!\w)(?:hội thảo|tọa đàm|toạ đàm|diễn đàn|chủ đề|đề tài|bài viết|bài báo|cuốn sách|bộ phim"
    r"|luận án|titled|entitled|workshop|seminar|paper|article|book|film|theme)(?: về)?\s*:?\s*\Z",
    re.IGNORECASE,
)
_TITLE_AFTER = regex(r"(?:을|를|이?라는|이?란)?\s*(?:주제|제목|제하)")


def find_quoted(flat: str, paragraphs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans between the marks of quoted speech and titles, mark by mark.

    Spans of two marks may overlap (a title within a speech). Linear in the length of the text.
    """
    titles = [pattern for mark, pattern in _TITLES if mark in flat]
    quotations = [pattern for mark, pattern in _QUOTATIONS if mark in flat]
    if not titles and not quotations:
        return
    for start, end in paragraphs:
        for pattern in titles:
            for title in pattern.finditer(flat, start, end):
                yield title.span(1)
        for pattern in quotations:
            for quotation in pattern.finditer(flat, start, end):
                before = flat[max(start, quotation.start() - _CONTEXT) : quotation.start()]
                after = flat[quotation.end() : min(end, quotation.end() + _CONTEXT)]
                if is_speech(quotation[1], before, after):
                    yield quotation.span(1)


def is_speech(content: str, before: str, after: str) -> bool:
    """Whether what stands between quotation marks is speech, by the rules of this module.

    `before` and `after` are the words of the paragraph around the marks, any length.
    """
    content = composed(content.strip())
    words = len(content.split(maxsplit=_WORDS_OF_SPEECH))
    before = unicodedata.normalize("NFC", before)
    after = unicodedata.normalize("NFC", after)
    if is_hangul((content[:-1] if content.endswith((".", "!", "?", "…")) else content)[-1:]):
        if words < 2:
            return _KOREAN_VERB_END.search(content[-4:]) is not None
        ends = _KOREAN_END.search(content[-5:]) is not None
        is_told = _KOREAN_QUOTATIVE.match(after) or _TITLE_AFTER.match(after)
        return ends or is_told is not None
    if words < _WORDS_OF_SPEECH:
        return False
    if content.endswith(("!", "?")) or _holds_sentence_end(content):
        return True
    if content.endswith((".", "…")) and not content[0].islower():
        return True
    if _SPEAKER_BEFORE.search(before) or _TITLE_BEFORE.search(before):
        return True
    comma = content.endswith(",") or after.lstrip().startswith(",")
    return comma and _SPEAKER_AFTER.match(after) is not None


def _holds_sentence_end(content: str) -> bool:
    """Whether a new sentence begins inside; not after the stop of "TP." or "Mr."."""
    return any(
        not stop[2].islower() and not any(map(str.isupper, stop[1]))
        for stop in _STOP_INSIDE.finditer(content)
    )
