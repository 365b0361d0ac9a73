"""The shapes in which a text writes an acronym out, as a table of patterns (rules A1 to A3).

Each pattern is anchored at the acronym, at a bracket or at a joint, and reads a bounded stretch.
Words are matched composed and decomposed: a "?" stands behind a group, never behind one syllable.
"""

from __future__ import annotations

import re
import unicodedata

from khihau.text.regex import regex

__all__ = [
    "AFTER",
    "BRACKETS",
    "BRACKET_ITEM",
    "CITED_AFTER",
    "CITED_BEFORE",
    "CLOSING",
    "GLOSS_AFTER",
    "GLOSS_BEFORE",
    "ITEM",
    "ITEM_START",
    "LEAD",
    "MARK_BEFORE",
    "MARK_ENDS",
    "NUMBER_END",
    "PARTS",
    "PHRASE_BEFORE",
    "PHRASE_ENDS",
    "QUIET",
    "TAIL",
]


def _compile(source: str, flags: int = 0) -> re.Pattern[str]:
    forms = dict.fromkeys(unicodedata.normalize(form, source) for form in ("NFC", "NFD"))
    return regex("|".join(f"(?:{form})" for form in forms), flags)


BRACKETS = {"(": ")", "[": "]", "（": "）", "［": "］", "〔": "〕"}
CLOSING = frozenset(BRACKETS.values())
# Space, quotation marks and emphasis, which may stand between any two parts (rule A3).
QUIET = " \\\t\r\n\xa0\u200b*_~'\"‘’“”「」『』«»《》"
# What parts a bracket into a gloss, an acronym and a full form (rule A2).
PARTS = "·ㆍ,/-–—:;"

_VI_LEAD = (
    r"(?:(?:sau đây|dưới đây)\s)?(?:được\s)?(?:gọi tắt|viết tắt|gọi)(?:\stheo tiếng Anh)?(?:\slà)?"
    r"|(?:hay\s)?còn (?:được\s)?gọi(?: tắt)? là|hay(?: là)?|tức(?: là)?"
    r"|tên viết tắt(?: tiếng Anh)?(?: là)?|(?:tên\s)?tiếng Anh(?: viết tắt)?(?: là)?"
)
_KO_LEAD = r"이하|(?:(?:영문|영어)\s?)?약칭|일명|즉,?"
_EN_LEAD = (
    r"here(?:in)?after(?:,?\s(?:referred to as|called))?|(?:(?:also|commonly|widely)\s)?known as"
    r"|abbreviated(?:\s(?:as|to))?|collectively,?|in short,?|or"
)
# `(이하 ABC)`: what may stand between the bracket and the acronym, and behind the acronym.
LEAD = _compile(
    rf"(?:(?:{_VI_LEAD}|{_KO_LEAD}|{_EN_LEAD})\s?:?)?\s?(?:the)?\s*(?:(?:(?:19|20)\d\d|제\d{1, 2}차)\s?)?",
    re.IGNORECASE,
)
TAIL = _compile(
    r"(?:\d{1,2}(?:\.\d)?|[ \xa0]\d\.\d|[ \xa0](?:19|20)\d\d)?['\"’”]?\s?"
    r"(?:(?:이)?라\s?(?:고\s)?(?:한다|함|칭한다|칭함)|(?:으)?로\s?(?:약칭|줄임)(?:한다|함)?|for short)?\.?"
)
# `Full lần thứ ba (ABC1)`: a number that belongs to this report, not to the name.
NUMBER_END = _compile(
    r"[ \xa0](?:(?:lần thứ|lần|thứ|năm|giai đoạn|for)\s)?"
    r"(?:\d{1,4}(?:[.–-]\d{1,4})?|nhất|hai|ba|tư|năm)(?:년)?\Z"
)
# `(English full - ABC)` and `(ABC - English full)`: what parts the gloss from the acronym.
GLOSS_BEFORE = _compile(
    r"\s*[-–—,·ㆍ:;/]\s*(?:(?:or|hay|the|viết tắt là|viết tắt|이하|약칭)\s)?[*_'\"‘“]*\Z"
)
GLOSS_AFTER = _compile(
    r"[*_'\"’”]*\s*[-–—,·ㆍ:;/]\s*(?:(?:or|hay|tức|즉|viết tắt của)\s)?[*_'\"‘“]*"
)

_END = r"\s?[*_'\"‘“]*\Z"
# `Full, gọi tắt là ABC`: words between a full form and an acronym that say what the acronym is.
PHRASE_BEFORE = _compile(
    r"(?:,?\s(?:(?:sau đây|dưới đây)\s)?(?:được\s)?(?:gọi tắt|viết tắt|gọi)\slà"
    r"|,?\s(?:hay\s)?còn (?:được\s)?gọi(?: tắt)? là|,?\stên viết tắt tiếng Anh là"
    r"|,?\s(?:also\s)?known as|,?\s(?:which is\s)?abbreviated(?:\s(?:as|to))?"
    rf"|,?\shere(?:in)?after(?:\sreferred to as)?|,?\s?(?:일명|약칭|즉,?))(?:\sthe)?{_END}"
)
# What such a phrase ends in: quick to look for before the pattern is tried.
PHRASE_ENDS = tuple(
    unicodedata.normalize(form, word)
    for word in ("là", "as", "to", "the", "after", "abbreviated", "일명", "약칭", "즉", "즉,")
    for form in ("NFC", "NFD")
)
# `Full - ABC`, `| Full | ABC |`, `Full, or ABC,`: only a mark between them, and what must follow.
MARK_BEFORE: tuple[tuple[re.Pattern[str], str], ...] = (
    (_compile(rf"(?:\s[-–—]|[-–—]\s|\s*\|){_END}"), ""),
    (_compile(rf",\s(?:or|hay)\s(?:the)?{_END}"), ""),
    (_compile(rf",\s(?:the)?{_END}"), ","),
)
MARK_ENDS = ("-", "–", "—", "|", ",", "or", "hay", "the")
# `ABC, tức Full`, `ABC – Full`: the acronym first.
AFTER = _compile(
    r"[*_'\"’”]*(?:\s[-–—]\s|,?\s(?:(?:là\s)?viết tắt của|tức(?: là)?|hay(?: còn gọi)?(?: là)?"
    r"|(?:is\s)?short for|stands? for|or|즉,?|일명)\s)(?:the\s)?[*_'\"‘“]*"
)
# `ABC: Full`, `| ABC | Full |`, `※ ABC(gloss): Full`, where a line or a cell starts.
ITEM = _compile(
    r"[*_~'\"’”]*(?:\s?[(（][^()（）\n]{1,120}[)）])?"
    r"(?:\s*[:：]\s*|\s+[-–—]\s+|\s*\|\s*|\s*\t\s*|\s*=\s*)[*_~'\"‘“]*"
)
BRACKET_ITEM = regex(r"[*_~'\"’”]*[)\]）］〕]\s*[:：]?\s*[*_~'\"‘“]*")
ITEM_START = regex(
    r"(?:\A|[\n\r|])[ \t\xa0*_\-+|※†•◦○ㅇ△□·]*(?:\d{1,2}[.)]\s+|\[\^[^\]\s]{1,20}\]:\s*)?[*_]*\Z"
)

# Behind the agency or the town of a report: `) – `, ` - Sáng nay … .`, `, Nov. 9 (Yonhap) — `.
DATELINE_BRACKET = regex(r"[)）]\s?[-–—]+\s")
DATELINE = regex(r"\s[-–—]\s[^\n]{60,}[.!?]|,\s[^\n.]{2,12}\.?\s\d{1,2}\b[^\n]{0,20}[-–—]\s")

# `(IPCC, 2023)`, `(Kim 2021; IPCC 2023)`: an author, not a definition (rule A5). The first pattern is
# matched on what stands between the bracket and the acronym.
CITED_BEFORE = _compile(
    r"(?:.*(?:[;&]|\s(?:và|and)))?"
    r"\s*(?:(?:xem(?: thêm)?|see(?: also)?|theo|nguồn|source|cf\.|e\.g\.,?)[\s:]*)?",
    re.IGNORECASE | re.DOTALL,
)
CITED_AFTER = regex(r",?\s?(?:(?:19|20)\d\d[a-z]?|n\.d\.)\s*[),;:\]）］]")
