"""sensitive-name: a name that offends the side whose text it is, or puts its country last.

What it finds: in a Vietnamese text the sea that is Biển Đông and the islands Hoàng Sa and Trường Sa by
names of Chinese (biển Nam Trung Hoa, quần đảo Tây Sa), CHDCND Triều Tiên as Bắc Triều Tiên or Bắc Hàn,
Hàn Quốc as Nam Triều Tiên or Nam Hàn; in a Korean text 일본해 for 동해, 다케시마 for 독도, 시사군도 and
난사군도 (names of Chinese), 월남 for today's 베트남, and (`sensitive-name/spelling`) 호치민, which 외래어 표기법 spells 호찌민;
in an English text Xisha and Nansha Islands. In names of relations (quan hệ, hội nghị thượng đỉnh, 관계,
정상회담) a text of the Vietnamese side has Việt Nam first, one of the Korean side 한국 (`sensitive-name/order`). By whose
side a text is says its language. One finding for each name, where it first stands.

Left alone are sentences that speak of the name (동해와 일본해 표기, Trung Quốc gọi là), a name alone in
quotation marks, sentences about the time before 1992, other names with the same words (miền Nam Hàn
Quốc, 주호치민 총영사관, Đại Hàn Dân Quốc), bodies, which chose the order of their names (Hiệp hội Hàn –
Việt), names of the glossary, quoted speech and titles; and what context decides: biển Nhật Bản, 파라셀
군도, 사이공. That 동해 is no Biển Đông is for `pair` (wrong-place).

Why it matters: such a name is read as taking a side; it is what an embassy writes a letter about.

The fix is suggested: another state may be meant, or the words of another.

The law on it: rule C15 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Tàu khảo sát rời biển Nam Trung Hoa. | Tàu khảo sát rời Biển Đông. |
| ko | 태풍이 일본해를 지나 북상했다. | 태풍이 동해를 지나 북상했다. |
| en | The storm passed the Xisha Islands. | The storm passed the Paracel Islands. |
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from khihau.review.base import Checked, Rule, finding, times
from khihau.review.official_names import replacement
from khihau.text.compose import composed

if TYPE_CHECKING:
    from khihau.model import Finding, Fix
    from khihau.review.sensitive import Misnamed, Reversed

__all__ = ["RULE"]

_Place = TypeVar("_Place", "Misnamed", "Reversed")


def _find(checked: Checked) -> Iterator[Finding]:
    from khihau.review.sensitive import misnamed, reversed_countries

    for places in _by_form(checked, list(misnamed(checked))):
        name = places[0]
        told = f"write “{name.right}”: {name.why}"
        fixes = [replacement(checked, (one.start, one.end), one.right) for one in places]
        yield _told(checked, places, name.aspect, told, fixes, name.concept)
    for pairs in _by_form(checked, list(reversed_countries(checked))):
        told = f"write “{pairs[0].right}”: {pairs[0].order.why}"
        fixes = [_reordered(one) for one in pairs]
        yield _told(checked, pairs, "order", told, fixes, None)


def _by_form(checked: Checked, places: list[_Place]) -> list[list[_Place]]:
    """Places of one form each, in text order: a name that comes again is one mistake."""
    forms: dict[Hashable, list[_Place]] = {}
    for one in places:
        written = composed(checked.document.text[one.start : one.end])
        forms.setdefault(" ".join(written.lower().split()), []).append(one)
    return list(forms.values())


def _told(
    checked: Checked,
    places: Sequence[Misnamed | Reversed],
    aspect: str,
    told: str,
    fixes: Sequence[Fix | None],
    concept: str | None,
) -> Finding:
    from khihau.review.replacing import together

    first = places[0]
    return finding(
        checked,
        RULE.name,
        (first.start, first.end),
        f"“{checked.document.text[first.start : first.end]}”{times(len(places))} is not for a text of this side; {told}",
        concept,
        aspect=aspect,
        fix=together(fixes),
    )


def _reordered(one: Reversed) -> Fix:
    from khihau.model import Edit, Fix

    return Fix("suggested", (Edit(one.start, one.end, one.right),))


RULE = Rule(
    "sensitive-name",
    "a name that offends the side whose text it is",
    _find,
)
