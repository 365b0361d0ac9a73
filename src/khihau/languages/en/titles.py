"""Where English cites a title: behind the number of an act, or where all words have capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from khihau.languages.data import data_parts
from khihau.languages.titles import Titles, Zone
from khihau.languages.tuned import LONGEST_TITLE
from khihau.text.regex import either, regex

__all__ = ["EnglishTitles"]

_NUMBER = r"(?:No\.?\s*)?-?\d[^\s,;:()“”\"]*+"
_UNION = r"(?P<union>\((?:EU|EC|EEC|Euratom)\)\s)?"  # Regulation (EU) 2018/841
_DAY = r"(?:[A-Z][a-z]+\s\d{1,2},?\s\d{4}|\d{1,2}\s[A-Z][a-z]+\s\d{4})"
_DIGIT = regex(r"\d")
_BODY = r"(?:\s(?:the|of|and|[A-Z][^\s,.;:()]*+)){1,10}?"


class _Expressions(NamedTuple):
    """Words before and behind quotation marks; an act with its number; a title in capitals."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    act: re.Pattern[str]
    end: re.Pattern[str]
    union_end: re.Pattern[str]
    capitals: re.Pattern[str]
    head: re.Pattern[str]
    noun: re.Pattern[str]


class EnglishTitles(Titles):
    """The report “…”, Decision No. 232/QD-TTg approving …, National Strategy on …."""

    code = "en"

    def is_title(self, content: str, before: str, after: str) -> bool:
        """Two words that begin with a capital, with such a word beside the marks."""
        if len(content.split(maxsplit=1)) < 2 or not content[0].isupper():
            return False
        words = _expressions()
        return words.before.search(before) is not None or words.behind.match(after) is not None

    def is_name(self, name: str) -> bool:
        """Whether one of its words is such a noun with a capital."""
        return _expressions().noun.search(name) is not None

    def is_cited(self, name: str, before: str) -> bool:  # noqa: ARG002
        """Whether it has the capitals of a name."""
        small = self._words["small"]
        large = [word for word in name.split() if word.lower() not in small]
        return all(word[0].isupper() or not word[0].isalpha() for word in large)

    def unquoted(self, text: str) -> Iterator[Zone]:
        """The words behind the number of an act; words with capitals around Strategy, Act and the like."""
        words = _expressions()
        for act in words.act.finditer(text) if _DIGIT.search(text) else ():
            last = min(len(text), act.end() + LONGEST_TITLE)
            ends = words.union_end if act["union"] else words.end
            end = ends.search(text, act.end(), last)
            stop = end.start() if end else last
            if stop > act.end():
                yield Zone(act.end(), stop, is_cited=True)
        for title in words.capitals.finditer(text) if words.head.search(text) else ():
            if words.head.search(title[0]):
                yield Zone(*title.span(), is_cited=False)


@cache
def _expressions() -> _Expressions:
    words = data_parts("en", "titles.txt")
    acts = either(word.capitalize() for word in words["acts"])
    small = either(words["small"])
    others = either(word.capitalize() for word in words["named"])
    heads = either(word.capitalize() for word in words["heads"])
    capital = r"[A-Z]\w*+(?:[’'-]\w++)*+"
    return _Expressions(
        before=regex(
            rf"(?<!\w){either(words['before quotes'])}(?: on)?\s*[,:]?\s*\Z", re.IGNORECASE
        ),
        behind=regex(rf"\s{either(words['behind quotes'])}(?!\w)", re.IGNORECASE),
        act=regex(
            rf"(?<!\w){acts}\s{_UNION}{_NUMBER},?(?:\s(?:dated|of)\s{_DAY},?)?"
            rf"(?:\s(?:of|by){_BODY})?(?:\sof\s{_DAY})?,?\s{either(words['leads'])}(?!\w)\s"
        ),
        end=regex(rf"\s?[;:()\[\]\"“”|!?…,]|\.(?!\d)|\s[-–—]\s|\s{either(words['ends'])}(?!\w)"),
        union_end=regex(r"\s?[;:()\[\]\"“”|!?…]|\.(?!\d)|,?\s(?:and\s)?(?:amending|repealing)\s"),
        capitals=regex(rf"(?<!\w){capital}(?:(?:\s{small}){{0,2}}\s{capital})++"),
        head=regex(rf"(?<!\w){heads}\s{small}\s"),
        noun=regex(rf"(?<!\w)(?:{heads}|{acts}|{others})(?!\w)"),
    )
