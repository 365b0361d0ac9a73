"""Where the sentences of a paragraph begin and end, in any of the three languages.

Unlike `base.sentence_around`, which cuts a folded text at every stop, this reads the text as it is
written: a stop may belong to an abbreviation, a date, a list number, or to speech in a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from khihau.model import Lang
from khihau.text.regex import regex

__all__ = ["sentences"]

_OPENERS = "\"'“‘«([「『【《〈*_"
_CLOSERS = "\"'”’»)]」』】》〉*_"
# A run of stops, what closes behind it, and a note's number: "said.”[3] Next".
_STOP = regex(
    rf"(?P<stops>[.!?…。．！？]++)(?P<close>[{re.escape(_CLOSERS)}]*+(?:\[\d{{1,3}}\]|[¹²³⁰⁴-⁹]+)?+)"
    r"(?P<space>\s*+)"
)
_WIDE = "。．！？"  # after these no space need stand
# Ends without a stop that Korean has: the polite form anywhere, the plain one at the end of a line.
_SPEECH_GOES_ON = r"(?:이?라(?:고|며|면서|는)|고|며|면서|하[고며])(?=[\s,.])"
_KOREAN_END = regex(
    rf"(?:[습입합됩립납]니다(?P<polite>\s+)|[었았했됐였겠갔왔났졌켰섰한된인는간난든진킨린]다(?P<plain>[ \t]*\n\s*))"
    rf"(?!{_SPEECH_GOES_ON})(?=[가-힣A-Z“‘\"'])"
)
_GOES_ON = regex(rf"\s?{_SPEECH_GOES_ON}")
_KOREAN_ENDERS = "다요까죠음함임됨"
_SPAN = regex(
    r"“[^“”]{1,1500}”|(?<![^\s(\[“‘])\"[^\"]{1,1500}(?<!\s)\"|«[^«»]{1,1500}»|「[^「」]{1,1500}」"
    r"|『[^『』]{1,1500}』|\([^()]{1,400}\)|（[^（）]{1,400}）|\[[^\[\]]{1,400}\]"
)

_REACH = 40  # a longer word is no abbreviation, a longer head no list mark
_WORD = regex(r"[^\s\"'“‘«(\[「『,;:/]+\Z")
_INITIALS = regex(r"(?:[A-Za-zĐđ]\.)*[A-Za-zĐđ]\Z")
_LOWER_BEFORE = regex(r"(?<![^\s])[^\W\d_A-ZĐ]+\s\S\Z")
_LIST_MARK = regex(
    r"(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-ZđĐ가나다라마바사아자차카타파하]|[ivxIVX]{1,5}|[①-⑳])\Z"
)
_ITEM = regex(r"[a-zđ]\)")
_NUMBERED = regex(
    r"(?:Điều|Khoản|Mục|Chương|Phần|Phụ lục|Bước|Bảng|Hình|Bài|Câu|Article|Section|Chapter|Part|Annex"
    r"|Step|Table|Figure|Box|Rule)\s(?:\d{1,3}[a-zđ]?|[IVX]{1,5}|[A-Z])\Z"
)
_DATE = regex(r"(?:\d{4}|['’]\d{2})(?:\.\s?\d{1,2})?\Z")
_DATE_GOES_ON = regex(r"\d{1,2}\.")
# Abbreviations: before whatever follows, before a number, before all but a plain opening word.
_ALWAYS = frozenset(
    "mr mrs ms dr prof gen col capt lt sgt rev hon gov sen rep st messrs vs cf e.g i.e viz approx "
    "tp tx tt gs pgs ts ths bs ks ncs nxb ttg".split()
)
_BEFORE_NUMBER = frozenset(
    "no nos art arts fig figs sec secs para paras pp vol ch eq reg res dec tr jan feb mar apr jun jul "
    "aug sep sept oct nov".split()
)
_MOSTLY = frozenset("inc ltd co corp jr sr ph.d m.sc b.sc bros dept univ".split())
_OPENING_WORD = regex(
    "(?:The|A(?=\\s)|An|Its?|In|On|At|H?e|She|They|We|This|That|These|Those|But|And|As|If|For|With|Under|From"
    "|By|To|His|Her|Their|Our|There|When|While|After|Before|However|Both|Since|According|Of|Officials"
    "|Các|Những|Theo|Trong|Tại|Đây|Ông|Bà|Việc|Để|Với|Từ|Khi|Nếu|Sau|Trước|Tuy|Do|Đến|Về|Ngoài|Năm"
    r"|Ngày|Nhiều|Một|Cũng|Chúng|Bên|Phía|Hai)\b"
)


def sentences(text: str, start: int, end: int, lang: Lang | None) -> list[tuple[int, int]]:
    """The spans of the sentences of one segment, without the space around them, in text order.

    Speech and brackets inside a sentence belong to it, however many stops they hold.
    """
    found: list[tuple[int, int]] = []
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    spans = [span.span() for span in _SPAN.finditer(text, start, end)]
    for last, following in _breaks(text, start, end, lang):
        at = bisect_right(spans, (last, 0)) - 1
        inside = at >= 0 and last < spans[at][1]
        if inside and _belongs_to_sentence(text, start, spans[at], end):
            continue
        if last > start and not _is_mark(text, start, last):
            found.append((start, last))
            start = following
    if end > start:
        found.append((start, end))
    return found


def _breaks(text: str, start: int, end: int, lang: Lang | None) -> Iterator[tuple[int, int]]:
    """Each place where a sentence may end, by the words beside it alone, and where the next begins."""
    places = [
        (found.start("space"), found.end())
        for found in _STOP.finditer(text, start, end)
        if found.end() < end and _is_end(found, start, lang)
    ]
    if lang == "ko":
        ends = _KOREAN_END.finditer(text, start, end)
        places += [found.span(found.lastgroup or 0) for found in ends if found.end() < end]
        places.sort()
    yield from places


def _is_end(found: re.Match[str], start: int, lang: Lang | None) -> bool:
    """Whether a stop ends a sentence, by its own look and that of its neighbours."""
    text, at, stops, close = found.string, found.start(), found["stops"], found["close"]
    if lang == "ko" and close and _GOES_ON.match(text, found.start("space")):
        return False
    if not found["space"]:
        if stops[-1] in _WIDE:
            return True
        touching = text[at - 1 : at] in tuple(_KOREAN_ENDERS) and "가" <= text[found.end()] <= "힣"
        return touching and not close and stops in ".!?"
    following = text[found.end() : found.end() + _REACH].lstrip(_OPENERS)
    lower = following[:1].islower() and not _ITEM.match(following)
    if lower and not (lang == "ko" and "가" <= text[at - 1 : at] <= "힣"):
        return False
    if stops == ".":
        return _is_end_of_word(text[max(start, at - _REACH) : at], following, lang)
    if lang == "ko" and stops[-1] in ".…":
        return close != "" or text[at - 1 : at] in tuple(_KOREAN_ENDERS)
    return True


def _is_end_of_word(before: str, following: str, lang: Lang | None) -> bool:
    """Whether a single stop behind a word is more than that of an abbreviation, a date, a mark."""
    found = _WORD.search(before)
    word = found[0] if found else ""
    if word[-1:].isdigit():
        listed = before[: -len(word)].rstrip()[-1:] in (":", ";") and _LIST_MARK.match(word)
        dated = _DATE.search(before) and _DATE_GOES_ON.match(following)
        return not (lang == "ko" or listed or dated)
    lower = word.lower()
    if lower in _ALWAYS or lower.rpartition(".")[2] in _ALWAYS:
        return False
    if lower in _BEFORE_NUMBER:
        return not following[:1].isdigit()
    if lang == "vi" and len(word) == 1 and _LOWER_BEFORE.search(before):
        return True  # "quý I. EVN": Vietnamese writes few initials, and those behind a name
    if lower in _MOSTLY or _INITIALS.match(word):
        return lower in ("a.m", "p.m", "v.v") or bool(_OPENING_WORD.match(following))
    return True


def _is_mark(text: str, first: int, last: int) -> bool:
    """Whether a would-be sentence is a list mark, or the number before a title: "Article 6."."""
    head = text[first:last].strip(f"{_OPENERS}{_CLOSERS}.") if last - first <= _REACH else ""
    return bool(_LIST_MARK.match(head) or _NUMBERED.match(head))


def _belongs_to_sentence(text: str, first: int, span: tuple[int, int], end: int) -> bool:
    """Whether speech or a bracket is part of a longer sentence, that it does not make up alone."""
    opening, closing = span
    if first > opening:
        return False  # it was cut before
    if text[first:opening].strip(_OPENERS) or text[closing - 2] not in f".!?…{_WIDE}":
        return True
    after = text[closing : min(end, closing + _REACH)]
    return after[:1].isalnum() or after.lstrip()[:1].islower() or bool(_GOES_ON.match(after))
