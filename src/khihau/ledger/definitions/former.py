"""Whether a text says that a name is one of the past (rule C6)."""

from __future__ import annotations

import re

from khihau.text.compose import composed
from khihau.text.regex import regex

__all__ = ["is_former"]

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


def is_former(text: str, start: int, end: int) -> bool:
    """Whether a name at text[start:end] is called former there, or said to have become another."""
    return bool(
        _FORMER_BEFORE.search(composed(text[max(0, start - _REACH) : start]))
        or _FORMER_AFTER.match(composed(text[end : end + _REACH]))
    )
