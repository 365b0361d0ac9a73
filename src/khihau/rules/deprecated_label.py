"""deprecated-label: an outdated name, unless the text speaks of the past.

What it finds: names that were official once, after the day on which they ended: ministries that were
merged, funds and documents that were renamed. The day that counts is that of the text (`date` in its
front matter, or `--date`), else today. Left alone are names that the text marks as former (nguyên,
cựu, trước đây, (cũ), nay là …; 전, 옛, 구, 당시; former, then) or says what became of (được sáp nhập,
개편, was merged, now the …), quoted speech and titles of works.

Why it matters: readers look for the body under a name that no longer exists. The fix writes today's
name; it is suggested, because the text may mean the old body on purpose.

The law on it: rule C6 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Bộ Tài nguyên và Môi trường chủ trì hội thảo. | Nguyên Bộ Tài nguyên và Môi trường từng chủ trì hội thảo. |
| ko | 환경부는 어제 회의를 열었다. | 당시 환경부가 회의를 열었다. |
| en | The Ministry of Natural Resources and Environment chaired the workshop. | The former Ministry of Natural Resources and Environment chaired the workshop. |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.ledger.definitions.former import is_former
from khihau.review.base import Checked, Rule, is_judged
from khihau.review.official_names import wrong_name

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    for match in checked.matches:
        if match.status != "deprecated" or not is_judged(checked.document, match.start, match.end):
            continue
        if not is_former(checked.document.text, match.start, match.end):
            yield wrong_name(checked, match, RULE, "an outdated name")


RULE = Rule("deprecated-label", "warning", "a name that is no longer the official one", _find)
