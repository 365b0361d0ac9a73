"""The shapes in which a text writes an acronym out, as a table of patterns (rules A1 to A3).

The words in them are those of all languages (`Phrases.joints`), the signs and their order no one's.
Each pattern is anchored at the acronym, at a bracket or at a joint, and reads a bounded stretch. Words
are matched composed and decomposed: a "?" stands behind a group, never behind one syllable.
"""

from __future__ import annotations

import re
import unicodedata

from khihau.languages import LANGUAGES
from khihau.text.fold import DOTS
from khihau.text.regex import regex
from khihau.text.stops import PAUSES, SURE

__all__ = [
    "AFTER",
    "APPOSED",
    "BRACKETS",
    "BRACKET_ITEM",
    "CITED_AFTER",
    "CITED_BEFORE",
    "CLOSING",
    "COMPOUND_BEFORE",
    "DASH_BEFORE",
    "DASH_ENDS",
    "EXPLAINED",
    "GLOSS_AFTER",
    "GLOSS_BEFORE",
    "ITEM",
    "ITEM_START",
    "LEAD",
    "LISTED",
    "MARK_BEFORE",
    "MARK_ENDS",
    "MEANS",
    "NUMBERED_AFTER",
    "NUMBERED_BEFORE",
    "NUMBER_END",
    "PARTS",
    "PHRASE_BEFORE",
    "PHRASE_ENDS",
    "PROMISE_AFTER",
    "PROMISE_BEFORE",
    "QUIET",
    "REMARK",
    "SAID_END",
    "SAID_MARK",
    "SAYS",
    "SHORT_FOR",
    "SHORT_NAME",
    "SOURCE",
    "TAIL",
    "TOPIC",
    "YEAR_AFTER",
]


def _compile(source: str, flags: int = 0) -> re.Pattern[str]:
    return regex(_composed_or_not(source), flags)


def _composed_or_not(source: str) -> str:
    """The source of an expression for words however their letters are composed."""
    forms = dict.fromkeys(unicodedata.normalize(form, source) for form in ("NFC", "NFD"))
    return "|".join(f"(?:{form})" for form in forms)


_JOINTS = tuple(language.phrases.joints for language in LANGUAGES.values())


def _any(joint: str) -> str:
    """The sources of all languages for one joint: a text writes acronyms out in several."""
    return "|".join(filter(None, (getattr(one, joint) for one in _JOINTS)))


BRACKETS = {"(": ")", "[": "]", "（": "）", "［": "］", "〔": "〕"}
CLOSING = frozenset(BRACKETS.values())
# Space, quotation marks and emphasis, which may stand between any two parts (rule A3).
QUIET = " \\\t\r\n\xa0\u200b*_~'\"‘’“”「」『』«»《》"
# What parts a bracket into a gloss, an acronym and a full form (rule A2).
PARTS = DOTS + ",/-–—:;"

# `(이하 ABC)`: what may stand between the bracket and the acronym, and behind the acronym.
LEAD = _compile(
    rf"(?:(?:{_any('lead')})\s?:?)?\s?(?:{_any('article')})?\s*(?:(?:19|20)\d\d\s?|(?:{_any('ordinal')})\s?)?",
    re.IGNORECASE,
)
TAIL = _compile(
    r"(?:\d{1,2}(?:\.\d)?|[ \xa0]\d\.\d|[ \xa0](?:19|20)\d\d)?['\"’”]?\s?"
    rf"(?:{_any('tail')})?\.?"
)
# `Full lần thứ ba (ABC1)`: a number that belongs to this report, not to the name.
NUMBER_END = _compile(
    rf"[ \xa0](?:(?:{_any('counted')})\s)?"
    rf"(?:\d{{1,4}}(?:[.–-]\d{{1,4}})?|{_any('numbers')})(?:{_any('years')})?\Z"
)
# `(English full - ABC)` and `(ABC - English full)`: what parts the gloss from the acronym.
GLOSS_BEFORE = _compile(rf"\s*[-–—,{DOTS}:;/]\s*(?:(?:{_any('in_gloss_before')})\s)?[*_'\"‘“]*\Z")
GLOSS_AFTER = _compile(
    rf"[*_'\"’”]*\s*[-–—,{DOTS}:;/]\s*(?:(?:{_any('in_gloss_after')})\s)?[*_'\"‘“]*"
)

_END = r"\s?[*_'\"‘“]*\Z"
# `Full, gọi tắt là ABC`: words between a full form and an acronym that say what the acronym is.
PHRASE_BEFORE = _compile(rf"(?:{_any('phrase')})(?:\s(?:{_any('article')}))?{_END}")
# `(sau đây gọi tắt là ABC)`, `(이하 “ABC”라 한다)`, `(“ABC”)`: what says that the text goes on with the
# acronym; a plain bracket only tells it. Both are read in composed text.
PROMISE_BEFORE = regex(
    rf"(?:(?<![^\W_])(?:{_any('promise')})\s?[:：]?(?:\s(?:{_any('article')}))?{_END}"
    rf"|[(（]\s?(?:(?:{_any('article')})\s)?[“\"‘]\Z)",
    re.IGNORECASE,
)
PROMISE_AFTER = regex(rf"[*_'\"’”]{{0,3}}\s?(?:{_any('promise_end')})")
# What such a phrase ends in: quick to look for before the pattern is tried.
PHRASE_ENDS = tuple(
    unicodedata.normalize(form, word)
    for one in _JOINTS
    for word in (*one.phrase_ends, *filter(None, (one.article,)))
    for form in ("NFC", "NFD")
)
# `Full - ABC`, `| Full | ABC |`, `Full, or ABC,`: only a mark between them, and what must follow.
DASH_BEFORE = _compile(rf"(?:\s[-–—]|[-–—]\s){_END}")
MARK_BEFORE: tuple[tuple[re.Pattern[str], str], ...] = (
    (_compile(rf"\s*\|{_END}"), ""),
    (_compile(rf",?\s(?:{_any('or_')})\s(?:{_any('article')})?{_END}"), ""),
    (_compile(rf",\s(?:{_any('article')})?{_END}"), ","),
)
DASH_ENDS = ("-", "–", "—")
MARK_ENDS = (
    *("|", ","),
    *(word for one in _JOINTS for word in (one.or_, one.article) if word),
)
# `ABC, tức Full`, `ABC – Full`: the acronym first.
AFTER = _compile(
    rf"[*_'\"’”]*(?:\s[-–—]\s|,?\s(?:{_any('after')}|{_any('says')})\s)(?:(?:{_any('article')})\s)?[*_'\"‘“]*"
)
# `ABC stands for Full`: the words behind are the full form, whatever they are, up to such a sign.
SAYS = _compile(
    rf"[*_'\"’”]*,?\s(?:{_any('says')})\s(?:(?:{_any('article')})\s)?[*_'\"‘“]*", re.IGNORECASE
)
_SAID_END = rf"[{SURE}{PAUSES}()（）\[\]\"“”‘’«»*|\r\n]|'(?!\w)|\s[-–—]\s|\Z"
SAID_END = regex(_SAID_END)
SAID_MARK = regex(rf"{_SAID_END}|,\s")
# `ABC, Full,`: the name in apposition.
APPOSED = _compile(rf"[*_'\"’”]*,\s(?:(?:{_any('article')})\s)?[*_'\"‘“]*")
# `ABC는 Full을 말한다`: the acronym is what the sentence is about, and what stands behind the name says so.
TOPIC = _compile(rf"(?:{_any('topic')})\s[*_'\"‘“]*")
_GLOSS = r"(?:\s?[(（][^()（）\n]{0,80}[a-z]{2}[^()（）\n]{0,80}[)）])?"
EXPLAINED = _compile(
    rf"{_GLOSS}[*_'\"’”]*(?:{_any('explained')}|{_any('short_for')}|{_any('means')})"
)
# `ABC는 Full의 약자`: what says that the words before are short for it, and what that they only explain it.
SHORT_FOR = _compile(rf"{_GLOSS}[*_'\"’”]*(?:{_any('short_for')})")
MEANS = _compile(rf"[*_'\"’”]*(?:{_any('means')})")
# `ABC: Full`, `| ABC | Full |`, `※ ABC(gloss): Full`, where a line or a cell starts.
ITEM = _compile(
    r"[*_~'\"’”]*(?:\s?[(（][^()（）\n]{1,120}[)）])?"
    r"(?:\s*[:：]\s*|\s+[-–—]\s+|\s*\|\s*|\s*\t\s*|\s*=\s*)[*_~'\"‘“]*"
)
BRACKET_ITEM = regex(r"[*_~'\"’”]*[)\]）］〕]\s*[:：]?\s*[*_~'\"‘“]*")
ITEM_START = regex(
    r"(?:(?:\A|[\n\r|])[ \t\xa0*_\\\-+|※†•◦○ㅇ△□·]*(?:\d{1,2}[.)]\s+|\[\^[^\]\s]{1,20}\]:\s*)?[*_]*"
    rf"|[{SURE}][ \t\xa0]+\\?[*※†]+[ \t\xa0]*)\Z"  # a note on the line of its sentence
)

# Behind the agency or the town of a report: `) – `, ` - Sáng nay … .`, `, Nov. 9 (Yonhap) — `.
DATELINE_BRACKET = regex(r"[)）]\s?[-–—]+\s")
DATELINE = regex(
    rf"\s[-–—]\s[^\n]{{60,}}[{SURE}]|,\s[^\n.]{{2,12}}\.?\s\d{{1,2}}\b[^\n]{{0,20}}[-–—]\s"
)

# `(sau đây gọi là Hội đồng)`, `(이하 "기본계획"이라 한다)`, `(hereinafter “the Fund”)`: in marks, or with an
# ending, or up to the end of the bracket or of the clause.
SHORT_NAME = regex(
    rf"(?<![^\W_])(?:{_composed_or_not(_any('set_up'))})\s?[:：]?\s?"
    rf"[\"“‘'*]{{0,2}}(?:(?:{_any('article')})\s)?"
    r"(?P<name>[^\W\d_][^\n\r()（）\"“”'‘’*,;]{0,119}?)[\"”’'*]{0,2}"
    rf"\s?(?:{_composed_or_not(_any('set_up_end'))})?(?=[)）,;.])",
    re.IGNORECASE,
)

# What parts the items of a name that is a list: "측정·보고·검증", "측정, 보고 및 검증".
LISTED = _compile(rf"\s*[{DOTS},/]\s*(?:(?:{_any('and_')})\s)?\s*|\s(?:{_any('and_')})\s")

# `(IPCC, 2023)`, `(Kim 2021; IPCC 2023)`: an author, not a definition (rule A5). The first pattern is
# matched on what stands between the bracket and the acronym.
CITED_BEFORE = _compile(
    rf"(?:.*(?:[;&]|\s(?:{_any('and_')})))?\s*(?:(?:{_any('citing')})[\s:]*)?",
    re.IGNORECASE | re.DOTALL,
)
CITED_AFTER = regex(r",?\s?(?:(?:19|20)\d\d[a-z]?|n\.d\.)\s*[),;:\]）］]")
# `according to UNFCCC (2005)`: an author, and the year of the work.
YEAR_AFTER = regex(r"[ \xa0]?[(\[（［](?:(?:19|20)\d\d[a-z]?|n\.d\.)[)\]）］]")
# `(Source: “Handbook”, UNFCCC)`, `Nguồn: VEPF`: whom a text or a picture comes from.
SOURCE = _compile(rf"[ \t\xa0*_]*(?:{_any('source')})\s?[:：/=]", re.IGNORECASE)
# `Decision 18/ CMA.1`: the number of a document, with a space that slipped in.
NUMBERED_BEFORE = regex(r"\d\s?/\s?\Z")
NUMBERED_AFTER = regex(r"[.\-]\d|-[A-ZĐ]")
# `(SDS - SEA)`: one acronym of two parts.
COMPOUND_BEFORE = regex(r"[(\[（［][ \xa0]?[A-ZĐ]{2,10}[ \xa0][-–—][ \xa0]\Z")
# A remark in a bracket behind an acronym has small words; NDC, BTR are a list.
REMARK = regex(r"[^\W\dA-Z_]{2}")
