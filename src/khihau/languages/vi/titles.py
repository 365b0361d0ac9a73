"""Where Vietnamese cites a title: from its noun or the number of its act to the end of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from khihau.languages.data import data_parts
from khihau.languages.titles import Titles, Zone
from khihau.languages.tuned import LONGEST_TITLE
from khihau.text.regex import either, regex
from khihau.text.stops import opens_sentence

__all__ = ["VietnameseTitles"]

# "232/QĐ-TTg" and "06/2022/NĐ-CP".
_NUMBER = r"\d[\d/]*+[-/][A-ZĐ][^\s,.;:()“”\"]*+"
_CITED = regex(r"[-/][A-ZĐ]")  # without which no number of an act stands in a text
_DAY = r"\d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}| tháng \d{1,2} năm \d{4})"
_WORD = r"[^\s,.;:()“”\"]++"
_STARTS = ".!?:;…•-–+*(|"


class _Expressions(NamedTuple):
    """A word before quotation marks; an act with its number; a noun of a named plan; where a title ends."""

    cue: re.Pattern[str]
    head: re.Pattern[str]
    act: re.Pattern[str]
    named: re.Pattern[str]
    end: re.Pattern[str]
    finite: re.Pattern[str]
    loose: re.Pattern[str]
    cited: re.Pattern[str]


class VietnameseTitles(Titles):
    """Đề án, Quyết định … về việc and the like."""

    code = "vi"

    def is_title(self, content: str, before: str, after: str) -> bool:  # noqa: ARG002
        """Three syllables behind such a word, or four that begin with one."""
        syllables = len(content.split(maxsplit=3))
        if syllables > 3 and _expressions().head.match(content):
            return True
        return syllables > 2 and _expressions().cue.search(before) is not None

    def is_name(self, name: str) -> bool:
        """Whether it begins with such a noun."""
        return _expressions().head.match(name) is not None

    def is_cited(self, name: str, before: str) -> bool:
        """Whether its noun has a capital that no sentence gives it."""
        return name[0].isupper() and not opens_sentence(before)

    def unquoted(self, text: str) -> Iterator[Zone]:
        """The words behind the number of an act; a noun like Đề án with a capital, and its words."""
        yield from _acts(text)
        yield from _plans(text)


def _acts(text: str) -> Iterator[Zone]:
    words = _expressions()
    for act in words.act.finditer(text) if _CITED.search(text) else ():
        if act["body"] and words.finite.search(act["body"]):
            continue
        end, finite = _end(text, act.end())
        if end > act.end() and not (finite and act["verb"]):
            yield Zone(act.end(), end, is_cited=True)


def _plans(text: str) -> Iterator[Zone]:
    words = _expressions()
    bodies = data_parts("vi", "titles.txt")["bodies"]
    for plan in words.named.finditer(text):
        before = text[max(0, plan.start() - LONGEST_TITLE) : plan.start()].rstrip()
        if (
            before.lower().endswith(tuple(f" {body}" for body in bodies))
            or before.lower() in bodies
        ):
            continue
        end, _ = _end(text, plan.end())
        is_cited = words.cited.match(text, end) is not None
        begins = not before or before.endswith(tuple(_STARTS))
        if end > plan.end() and (is_cited or not begins):
            yield Zone(plan.start(), end, is_cited)


def _end(text: str, start: int) -> tuple[int, bool]:
    """Where a title ends that begins here, and whether a word of the sentence ends it."""
    last = min(len(text), start + LONGEST_TITLE)
    end = _expressions().end.search(text, start, last)
    title = _expressions().loose.sub("", text[start : end.start() if end else last])
    return start + len(title), bool(end and end[0][:1].isalpha())


@cache
def _expressions() -> _Expressions:
    words = data_parts("vi", "titles.txt")
    ends, acts = either(words["ends"]), either(words["acts"])
    capital = either(word[0].upper() + word[1:] for word in words["named"])
    return _Expressions(
        cue=regex(
            rf"(?<!\w){either(words['before quotes'])}(?: {either(words['between'])})?\s*:?\s*\Z",
            re.IGNORECASE,
        ),
        head=regex(rf"{either((*words['acts'], *words['named']))}(?!\w)", re.IGNORECASE),
        act=regex(
            rf"(?<!\w)(?i:{acts})(?:\s+số)?:?\s+{_NUMBER}"
            rf"(?:,?\s+ngày\s+{_DAY})?"
            rf"(?:,?\s+của(?P<body>(?:\s+{_WORD}){{1,14}}?))?"
            rf",?\s+(?:{either(words['leads'])}|(?P<verb>{either(words['verbs'])}))(?!\w)\s*",
        ),
        named=regex(rf"(?<!\w){capital}\s+(?=[\w“])"),
        end=regex(
            rf"[;:()\[\]{{}}\"“”‘’«»|!?…]|\.(?!\d)|,(?!\s*{either(words['goes on'])})"
            rf"|(?<!\d)\s[-–—](?=\s)|(?<!\w){ends}(?!\w)"
        ),
        finite=regex(rf"(?<!\w){ends}(?!\w)"),
        loose=regex(rf"(?:\s+{either(words['loose'])})*\s*\Z"),
        cited=regex(rf"\s*(?:\(|{ends})[^().;]{{0,60}}?{_NUMBER}"),
    )
