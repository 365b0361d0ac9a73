"""unused-definition: an acronym that is introduced and never used again.

What it finds: a full form with its acronym, where the acronym stands nowhere else in the text, not
even inside a longer name (LNG-fired power plant). In a text in several languages each part with a
definition of its own counts for itself. An acronym that is only written out twice is for
repeated-definition. Left alone are an acronym that a bracket explains, ESG (environmental, social and
governance): there it is the word that is used; the cells of tables, quoted speech and titles.

Why it matters: an acronym is a promise that it will be needed; in a short text it is one more thing
to remember. It is a note (info): an acronym that readers know better than the full form may stay.
There is no fix.

The law on it: rule A6 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Quỹ Khí hậu xanh (GCF) tài trợ dự án. | Quỹ Khí hậu xanh (GCF) tài trợ dự án; GCF đặt tại Incheon. |
| ko | 녹색기후기금(GCF)이 총회를 열었다. | 녹색기후기금(GCF)이 총회를 열었다. GCF는 송도에 있다. |
| en | The Green Climate Fund (GCF) met. | The Green Climate Fund (GCF) met. The GCF is in Songdo. |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.review.base import Checked, Rule, finding, is_judged
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.ledger import Use
    from khihau.model import Finding

__all__ = ["RULE"]

_WORDS = regex(r"[^\W\d_]")
_OPENING = regex(r"[*_'\"’”]*\s?[(（\[［][\s*_'\"‘“]*")


def _find(checked: Checked) -> Iterator[Finding]:
    for entry, use, _ in checked.ledger.events:
        span = (entry.start, entry.end)
        if entry.kind != "unused" or use.kind == "cell" or _is_glossed(checked.document.text, use):
            continue
        if is_judged(checked.document, *span):
            message = (
                f"{entry.acronym} stands nowhere else in the text; leave the acronym out, or use it"
            )
            yield finding(checked, RULE.name, span, message, entry.concept)


def _is_glossed(text: str, use: Use) -> bool:
    """Whether the acronym is the word that the text uses, and a bracket or a sentence explains it."""
    form = use.expansion
    if form is None or form[0] < use.end:
        return False
    return bool(_OPENING.fullmatch(text, use.end, form[0]) or _WORDS.search(text, use.end, form[0]))


RULE = Rule("unused-definition", "an acronym that is introduced and never used", _find)
