"""Right names with a word of whose or when behind them: Cơ chế tín chỉ chung với Nhật Bản (JCM) (rule A7)."""

from __future__ import annotations

from bisect import bisect_right

from khihau.documents.segments import lang_at
from khihau.languages import language_of
from khihau.languages.detect import detect
from khihau.ledger import Use
from khihau.model import ALLOWED
from khihau.review.base import Checked
from khihau.text.fold import fold

__all__ = ["is_of_country_before", "is_placed", "is_written_out_with_more"]

_DATE = 2  # content words: năm 2018
_COUNTRY_REACH = 80  # characters before a name in whose line its country may stand


def is_written_out_with_more(checked: Checked, use: Use) -> bool:
    """Whether the words before an acronym's bracket are a right name and say whose it is, or when."""
    if use.meaning != "loose" or not use.expansion or not use.concept:
        return False
    from khihau.fuzzy import align  # dear, and few texts need it

    start, end = use.expansion
    words = align(checked.document.text[start:end], use.concept, checked.base)
    return words is not None and is_placed(checked, use, (start + words[0], start + words[1]))


def is_placed(checked: Checked, use: Use, span: tuple[int, int]) -> bool:
    """Whether words are a right name and, behind it, a country, another proper name or a year.

    So are they with one noun more, where that is the head: 탄소 포집·저장 기술(CCS).
    """
    at = bisect_right(checked.matches, span[0], key=lambda match: match.start) - 1
    near = (checked.matches[at], *checked.matches[at].inner) if at >= 0 else ()
    sought = (span[0], use.concept, "full")
    match = next((one for one in near if (one.start, one.concept, one.kind) == sought), None)
    if match is None:
        return False
    rest = checked.document.text[match.end : span[1]]
    if match.status not in ALLOWED or not rest[:1].isspace():
        return False
    more = language_of(detect(rest) or match.lang).translation.content_words(fold(rest).text)
    if not more:
        return bool(rest.strip())
    if len(rest.split()) == 1 and not language_of(match.lang).words.head_first:
        return True
    first = next((word for word in rest.split() if fold(word).text == more[0]), "")
    return first[:1].isupper() or (more[-1].isdigit() and len(more) <= _DATE)


def is_of_country_before(checked: Checked, span: tuple[int, int], name: str) -> bool:
    """Whether words are a name less its country, which stands before them with another body:
    베트남 자연자원환경부(MONRE) 및 | 과학기술부(MOST).
    """
    text = checked.document.text
    words, whole = fold(text[slice(*span)]).text, fold(name).text
    if words not in whole or words == whole:
        return False
    countries = language_of(lang_at(checked.document.segments, span[0])).countries
    left = {one.country for one in countries.mentions(name.replace(text[slice(*span)], " "))}
    before = text[max(0, span[0] - _COUNTRY_REACH) : span[0]].rpartition("\n")[2]
    return bool(left) and left <= {one.country for one in countries.mentions(before)}
