"""Right names with a word of whose or when behind them: Cơ chế tín chỉ chung với Nhật Bản (JCM) (rule A7)."""

from __future__ import annotations

from bisect import bisect_right

from khihau.languages import language_of
from khihau.languages.detect import detect
from khihau.ledger import Use
from khihau.model import ALLOWED
from khihau.review.base import Checked
from khihau.text.fold import fold

__all__ = ["is_placed", "is_written_out_with_more"]

_DATE = 2  # content words: năm 2018


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
