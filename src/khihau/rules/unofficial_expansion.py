"""unofficial-expansion: words before "(NDC)" that are no name of NDC.

What it finds: a full form beside an acronym that renders the concept, and is none of the names that
the glossary holds for it, also where a right English name stands in the bracket; exactly those words
are marked. Left alone are preferred and admitted names in any spelling, forms that forbidden-label
finds already, a right name with a country, another name or a year behind it (Cơ chế tín chỉ chung
với Nhật Bản), words before a bracket that do not render the concept, quoted speech and titles of
works.

Why it matters: the full form is what readers look up and copy, and a back-translation gives one
concept a new name. The fix writes the official name, in the language of the words and in the
spelling of the text; it is suggested, because only the writer knows what was meant. Words that say something which no right name of the concept says (hydrogen, abroad)
have no fix, since it would be lost; the message names them. Where the official name is more than
twice as long, a shorter admitted one is offered.

The law on it: rule A7 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Hàn Quốc giới thiệu mục tiêu quốc gia giảm khí nhà kính (NDC). | Hàn Quốc giới thiệu đóng góp do quốc gia tự quyết định (NDC). |
| ko | 양측은 측정·보고·확인(MRV) 체계를 논의했다. | 양측은 측정·보고·검증(MRV) 체계를 논의했다. |
| en | The two sides discussed the new climate finance target (NCQG). | The two sides discussed the new collective quantified goal on climate finance (NCQG). |
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from khihau.review.base import Checked, Rule, finding, is_judged
from khihau.review.full_forms import unofficial_forms
from khihau.review.official_names import left_out, replacement, written_out
from khihau.review.placed_names import is_of_country_before, is_placed
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.ledger import Use
    from khihau.model import Finding

__all__ = ["RULE"]


_OPENED = regex(r"[(（][ \xa0]?\Z")
_COMMA = regex(r"[,;:–-]?[ \xa0]")


def _find(checked: Checked) -> Iterator[Finding]:
    text = checked.document.text
    neighbours = {(match.start, match.end) for match in checked.matches if match.sense}
    own = tuple(f" {entry.acronym}" for entry in checked.ledger.short_names)
    for use, span in unofficial_forms(checked):
        if not is_judged(checked.document, *span) or is_placed(checked, use, span):
            continue
        if _says_more(checked, use, span):
            continue
        words = text[slice(*span)]
        if words.endswith(own):
            continue  # … the Parties to the Agreement, hereinafter referred to as the Agreement
        name = written_out(checked, use, words)
        if name and is_of_country_before(checked, span, name.text):
            continue
        more = left_out(checked, words, name, use.concept) if name else ""
        can_mend = not more and span not in neighbours
        message = f"“{words}” is no official form of {use.acronym}"
        yield finding(
            checked,
            RULE.name,
            span,
            f"{message}; write {name.advice}{more}" if name else message,
            use.concept,
            source=name.source if name else None,
            fix=replacement(checked, span, name.short) if name and can_mend else None,
        )


def _says_more(checked: Checked, use: Use, span: tuple[int, int]) -> bool:
    """Whether a bracket has the full form too (NDCs, nationally determined contributions), or the number of
    one of several (SDG 3).
    """
    text, behind = checked.document.text, checked.matches[_from(checked, use.end) :][:1]
    if span[0] > use.start or not _OPENED.search(text, max(0, use.start - 2), use.start):
        return False
    if use.number is not None and any(
        (one.start, one.concept, one.kind, one.number) == (span[0], use.concept, "full", None)
        for one in checked.matches[_from(checked, span[0]) :][:1]
    ):
        return True
    return any(
        one.concept == use.concept
        and one.kind == "full"
        and _COMMA.fullmatch(text, use.end, one.start)
        for one in behind
    )


def _from(checked: Checked, offset: int) -> int:
    """The first match at an offset or behind it."""
    return bisect_left(checked.matches, offset, key=attrgetter("start"))


RULE = Rule(
    "unofficial-expansion",
    "a form of an acronym that is not official",
    _find,
    explains_events=True,
)
