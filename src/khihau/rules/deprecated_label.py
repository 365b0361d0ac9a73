"""deprecated-label: an outdated name, unless the text speaks of the past.

What it finds: names that were official once, after the day on which they ended: ministries that were
merged, funds and documents that were renamed. The day that counts is that of the text (`date` in its
front matter, or `--date`), else today. Left alone are names that the text marks as former (nguyên,
cựu, trước đây, (cũ), nay là …; 전, 옛, 구, 당시; former, then) or says what became of (được sáp nhập,
개편, was merged, now the …), quoted speech and titles of works.

Why it matters: readers look for the body under a name that no longer exists. The message says since
when. The fix is a suggestion: at the first place it keeps the name and says what it is called now
(nay là …; 현 …; now …), and offers the name of today instead as another way; later places have that
alone. There is none beside a person, an act or a plan, which have the name of their time. A name that
several bodies took the place of is successor-unclear's.

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

from khihau.documents.segments import lang_at
from khihau.ledger.definitions.former import is_former
from khihau.review.base import Checked, Rule, is_judged
from khihau.review.former_names import heirs, outdated_name

if TYPE_CHECKING:
    from khihau.model import Finding, Lang, Match

__all__ = ["RULE", "outdated"]


def outdated(checked: Checked) -> Iterator[Match]:
    """The names of the past that a text says of its own day, in text order."""
    for match in checked.matches:
        if match.status != "deprecated" or not is_judged(checked.document, match.start, match.end):
            continue
        if not is_former(checked.document.text, match.start, match.end):
            yield match


def _find(checked: Checked) -> Iterator[Finding]:
    told: set[tuple[str, Lang | None]] = set()
    for match in outdated(checked):
        if len(heirs(checked, match)) < 2:  # successor-unclear speaks of several
            key = match.concept, lang_at(checked.document.segments, match.start)
            found = outdated_name(checked, match, RULE, is_first=key not in told)
            if found.alternatives:  # one of the two ways is the gloss
                told.add(key)
            yield found


RULE = Rule("deprecated-label", "warning", "a name that is no longer the official one", _find)
