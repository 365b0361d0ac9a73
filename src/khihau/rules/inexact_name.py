"""inexact-name: a proper name of which one word is exchanged.

What it finds: names of treaties, bodies, funds, acts and mechanisms that are right but for one word: a
treaty of another kind (Nghị định thư for Thỏa thuận), a place for one like it (도쿄 for 교토), a word of
nearly the same sense (công lý for công bằng, Partnership for Partners), two words in each other's
place. Left alone are names that the glossary knows, longer names that hold such words, real other
treaties (Công ước Kyoto on customs, Montreal Convention on air carriage), few words in small letters
where the text never names the thing, titles, and quoted speech but for the names of treaties that are
called after a place, which are told there as uncertain, without a fix. The year of an act is a word of its
name, where the glossary knows several acts of it (Luật Bảo vệ môi trường năm 2022). Where the text
names the thing rightly too, any other word in a long name of it is told (2030 Agenda for Sustainable
Growth), but for the names of bodies, of which it makes other bodies.

Why it matters: translators and machines put a name together from its words; the reader looks for a
treaty or a fund that does not exist. The fix writes the name that was meant; it is suggested, since
another body may be called so.

The law on it: rule C12 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Dự án nhận vốn của Quỹ Khí hậu Màu xanh. | Dự án nhận vốn của Quỹ Khí hậu xanh. |
| ko | 도쿄의정서는 온실가스 감축 의무를 정했다. | 교토의정서는 온실가스 감축 의무를 정했다. |
| en | The Green Climate Funding approved the project. | The Green Climate Fund approved the project. |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.documents.segments import is_titled
from khihau.review.base import Checked, Rule, finding, is_judged_name
from khihau.review.exchanged_names import exchanged_names
from khihau.review.official_names import note_of, replacement, sources_of
from khihau.review.varied_names import VariedName, varied_names

if TYPE_CHECKING:
    from khihau.model import Finding
    from khihau.review.exchanged_names import ExchangedName

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    found = exchanged_names(
        checked.document, checked.matches, checked.base, checked.options, checked.days
    )
    for one in found:
        place = (one.start, one.end)
        if is_judged_name(checked.document, *place):
            yield _finding(checked, one)
        elif one.exchange.has_place and not is_titled(checked.document, *place):
            yield _finding(checked, one, "uncertain")
    for other in varied_names(checked.document, checked.matches, checked.base):
        if is_judged_name(checked.document, other.start, other.end):
            yield _told(checked, other)


def _finding(checked: Checked, one: ExchangedName, aspect: str = "") -> Finding:
    _, label, wrong, right, *_ = one.exchange
    name = VariedName(one.start, one.end, one.concept, label, wrong, right)
    return _told(checked, name, aspect)


def _told(checked: Checked, one: VariedName, aspect: str = "") -> Finding:
    span, label, wrong, right = (one.start, one.end), one.label, one.wrong, one.right
    what = f"“{wrong}” for “{right}”" if wrong else "its words in another order"
    note = note_of(label)
    return finding(
        checked,
        RULE.name,
        span,
        f"“{checked.document.text[slice(*span)]}” has {what}; write “{label.text}”{note}",
        one.concept.id,
        aspect=aspect,
        source=sources_of(label),
        fix=replacement(checked, span, label.text),
    )


RULE = Rule(
    "inexact-name",
    "a proper name of which one word is exchanged",
    _find,
    explains_events=True,
)
