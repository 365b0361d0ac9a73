"""deprecated-label: an outdated name, unless the text speaks of the past (SEMANTICS C6).

What it finds: names that were official once, after the day on which they ended: ministries that were
merged, funds and documents that were renamed. The day that counts is that of the text (`date` in its
front matter, or `--date`), else today. Left alone are names that the text marks as former (nguyên,
cựu, trước đây, (cũ), nay là …; 전, 옛, 구, 당시; former, then) or says what became of (được sáp nhập,
개편, was merged, now the …), quoted speech and titles of works.

Why it matters: readers look for the body under a name that no longer exists. The fix writes today's
name; it is suggested, because the text may mean the old body on purpose.

| | finds | leaves alone |
|---|---|---|
| vi | Bộ Tài nguyên và Môi trường chủ trì hội thảo. | Nguyên Bộ Tài nguyên và Môi trường từng chủ trì hội thảo. |
| ko | 환경부는 어제 회의를 열었다. | 당시 환경부가 회의를 열었다. |
| en | The Ministry of Natural Resources and Environment chaired the workshop. | The former Ministry of Natural Resources and Environment chaired the workshop. |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.rules.base import Checked, Rule, is_judged
from khihau.rules.names import wrong_name
from khihau.text.compose import composed
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["RULE"]

# An office may stand between: "nguyên Thứ trưởng Bộ …". Nguyên nhân and other words are none.
_OFFICE = (
    r"(?: (?:phó |quyền )?(?:bộ trưởng|thứ trưởng|tổng cục trưởng|cục trưởng|vụ trưởng|viện trưởng"
    r"|giám đốc|chủ tịch|chánh văn phòng|trưởng ban|lãnh đạo|cán bộ|chuyên gia))"
)
_FORMER_BEFORE = regex(
    rf"(?:\b(?:(?:nguyên|cựu){_OFFICE}?|trước đây(?: là)?|tiền thân là|sáp nhập|hợp nhất"
    r"|former(?:(?: [a-z]+){1,4} (?:of|at|from) the)?|(?:formerly|previously)(?: known as)?(?: the)?"
    r"|previous|erstwhile|defunct|then|(?:replac|succeed)(?:ed|es|s|ing) the)"
    r"|(?<![가-힣])(?:전|옛|구|당시|종전))[- \t\xa0'\"“‘*_]*$",
    re.IGNORECASE,
)
_FORMER_AFTER = regex(
    r"[ \t\xa0'\"”’*_]*(?:\([A-Za-zĐ&]{2,10}\)|\))?[ '\"”’*_]*"
    r"(?:\((?:cũ|trước đây|nay là|now|현)|,? ?nay là|,? ?now\b|(?:,? )?\(?현 |,? trước đây"
    r"|,? (?:đã |được )*(?:sáp nhập|hợp nhất|đổi tên|giải thể)|(?:[을를]|이|가)? ?(?:개편|폐지|해체)"
    r"|,? (?:was|were|has been|had been) (?:merged|renamed|dissolved|abolished|replaced|reorgani[sz]ed)"
    r"|,? became (?:part of )?(?:the |a )?(?:new )?(?:ministry|department|agency|office))",
    re.IGNORECASE,
)
_REACH = 60


def _find(checked: Checked) -> Iterator[Finding]:
    for match in checked.matches:
        if match.status != "deprecated" or not is_judged(checked.document, match.start, match.end):
            continue
        if not _speaks_of_the_past(checked.document.text, match.start, match.end):
            yield wrong_name(checked, match, RULE, "an outdated name")


def _speaks_of_the_past(text: str, start: int, end: int) -> bool:
    return bool(
        _FORMER_BEFORE.search(composed(text[max(0, start - _REACH) : start]))
        or _FORMER_AFTER.match(composed(text[end : end + _REACH]))
    )


RULE = Rule("deprecated-label", "warning", "a name that is no longer the official one", _find)
