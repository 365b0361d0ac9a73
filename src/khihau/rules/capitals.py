"""capitals: the name of a body, an act, a treaty or a plan with other capitals than its own.

What it finds: names that the glossary knows as proper ones, in which a word lacks the capital that
every label gives it (thỏa thuận Paris, bộ nông nghiệp và môi trường, Paris agreement), or, in
Vietnamese, a syllable inside a word has one (Liên Hợp Quốc). A name inside a longer one is told by
itself; one finding tells all places of a form. Left alone are the first word of a sentence, headlines
and names in capitals throughout, lines in which every word has a capital, titles, quoted speech, a
capital on the first syllable of a Vietnamese word (Biến đổi Khí hậu) where no other letter of the name
is wrong, other names (cơ chế phát triển sạch), words in small letters that may say what any body of
the kind does or are another country's (luật bảo vệ môi trường của Lào), and names with two readings.
Korean has no capitals.

Why it matters: capitals say that a certain body or act is meant. Vietnamese offices are bound by the
rule of capitals in Nghị định 30/2020/NĐ-CP, Phụ lục II. The fix writes the capitals of the label at
all places of the form; it is suggested, since a house may write otherwise.

The law on it: rule C16 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Việt Nam phê chuẩn thỏa thuận Paris năm 2016. | Việt Nam phê chuẩn Thỏa thuận Paris năm 2016. |
| ko | 정부는 파리협정(Paris agreement)을 비준했다. | 정부는 파리협정(Paris Agreement)을 비준했다. |
| en | The country ratified the Paris agreement in 2016. | The country ratified the Paris Agreement in 2016. |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from khihau.languages import LANGUAGES
from khihau.review.base import Checked, Rule, finding, times
from khihau.review.name_capitals import Miswritten, miswritten_names
from khihau.review.official_names import sources_of
from khihau.text.spans import Spans

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    forms: dict[tuple[str, str], list[Miswritten]] = {}
    for one in miswritten_names(checked.document, checked.matches, checked.base):
        forms.setdefault((one.match.concept, one.written), []).append(one)
    told = Spans(sorted((one.start, one.end) for one in checked.found))
    for places in forms.values():
        yield _finding(checked, places, told)


def _finding(checked: Checked, places: Sequence[Miswritten], told: Spans) -> Finding:
    """The finding on a form, at its first place of which nothing else is told."""
    from khihau.model import Edit, Fix

    free = (one for one in places if not told.overlaps(one.match.start, one.match.end))
    first = next(free, places[0])
    text = checked.document.text
    edits = (Edit(at, at + 1, text[at].swapcase()) for one in places for at in one.letters)
    rule = LANGUAGES[first.match.lang].name_capitals.authority
    by = f" ({rule})" if rule else ""
    return finding(
        checked,
        RULE.name,
        (first.match.start, first.match.end),
        f"“{first.written}”{times(len(places))} has other capitals than the name; write “{first.right}”{by}",
        first.match.concept,
        aspect="inside-words" if all(text[at].isupper() for at in first.letters) else "",
        source=sources_of(first.label),
        fix=Fix("suggested", tuple(edits)),
    )


RULE = Rule(
    "capitals",
    "a proper name with other capitals than its own",
    _find,
)
