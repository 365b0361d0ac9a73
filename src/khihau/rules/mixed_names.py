"""mixed-names: a person or a firm whose name is spelled in two ways in one text.

What it finds: two spellings of one person's name. They are the same in letters (Kim Sung-hwan, Kim Sung
Hwan; 팜 민 찐 총리, 팜민찐 총리), in sound, where it is a Korean name in Latin letters (Kim Sang-hyup, Kim
Xang Hiếp), or but for one letter of the last word (Simon Stiell, Simon Stiel); a title before or behind
one of them (ông, Bộ trưởng, Minister, 장관), or a hyphen, says that it is a person. With tone marks and
without (Phạm Minh Chính, Pham Minh Chinh) is a thing apart (`mixed-names/marks`). Of firms two words for one are told, beside
a word for a firm (Tập đoàn Samsung, công ty Sam Sung). One finding a spelling that should not stand, at
its first place, with the count; the one to keep is that of most places, on a tie the first.

Left alone are two persons of one family (Kim Sang-hyup, Kim Sang-woo) or with names of one letters but
other marks (Nguyễn Văn Hùng, Nguyễn Văn Hưng; but not where both hold one office), later mentions by the
family name, two spellings that the text puts side by side, Kim Sang-hyup (Kim Xang Hiếp), names in
another script, each language of a text in several, capitals (POSCO, Posco), names of the glossary,
speech and titles.

Why it matters: a reader looks for two people, and a search finds half of what one said. The fix
(suggested) writes the one spelling wherever the other stands: whoever knows the person knows which.

The law on it: rule C19 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Bộ trưởng Kim Sung-hwan đến Hà Nội. Ông Kim Sung Hwan sẽ ký thỏa thuận. | Bộ trưởng Kim Sung-hwan đến Hà Nội. Ông Kim sẽ ký thỏa thuận. |
| ko | 팜 민 찐 총리가 방한했다. 팜민찐 총리는 회의에 참석했다. | 팜 민 찐 총리가 방한했다. 찐 총리는 회의에 참석했다. |
| en | Mr. Simon Stiell spoke. Simon Stiel left early. | Mr. Simon Stiell spoke. Mr. Stiell left early. |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.review.base import Checked, Rule, finding
from khihau.review.names_used import often, stands
from khihau.text.positions import Positions

if TYPE_CHECKING:
    from khihau.model import Finding, Fix
    from khihau.review.named_twice import Twice

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    from khihau.review.named_twice import named_twice  # what it asks is no other rule's

    positions = Positions.of(checked.document)
    for one in named_twice(checked.document, checked.matches):
        spelled, kept = one.spelled, one.kept
        what = "firm" if one.is_firm else "person"
        place = positions.named(kept.places[0][0])
        yield finding(
            checked,
            RULE.name,
            spelled.places[0],
            f"{stands(spelled.name, len(spelled.places))} beside “{kept.name}” "
            f"({often(len(kept.places))}, first in {place}), "
            f"which seems to be the same {what}; keep one spelling: write “{kept.name}”",
            None,
            aspect="marks" if one.is_marks else "",
            fix=_fix(checked, one),
        )


def _fix(checked: Checked, one: Twice) -> Fix | None:
    """The edits that write one spelling everywhere, or none where particles beside it may not agree."""
    from khihau.review.replacing import replaced, together

    return together(
        replaced(checked.document, span, one.kept.name, "suggested") for span in one.spelled.places
    )


RULE = Rule(
    "mixed-names",
    "a person or a firm whose name is spelled in two ways",
    _find,
    has_concepts=False,
)
