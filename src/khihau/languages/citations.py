"""How acts and their parts are cited by number: the default, and what every language asks.

All texts are composed, with ASCII digits. The words are data, `citations.txt` in the language's
folder. Numbers that are written alike in all languages (06/2022/NĐ-CP, ISO 14064-1) are no matter of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from khihau.languages.data import data_parts
from khihau.model import Lang
from khihau.text.regex import either, regex

__all__ = ["Citations", "Provision"]

# The number of an act behind its noun: 18469, 2023-263, 2023/956; a year alone is none (Climate
# Change Act 2008).
_NUMBER = r"\d{1,5}(?:[/-]\d{1,5})?(?![\d/.,-]*\d|\w*/)"
_BARE = rf"(?!(?:19|20)\d\d(?![/-]))\d{_NUMBER}"
_UNION = r"(?:\(E[UC]\)\s)?"

_BRACKETS = r"(?:\s?\(\d{1,2}\))?(?:\s?\([a-zđ]\))?"
_ARTICLE = rf"\d{{1,3}}(?:[a-z]|-\d{{1,2}}|\.\d{{1,2}})?{_BRACKETS}"
_ARTICLE_OF_MANY = rf"\d{{1,3}}(?:[a-z]|\.\d{{1,2}})?{_BRACKETS}"  # 5-7 are three of them
_CLAUSE = r"\(?\d{1,3}\)?(?:\s?\([a-zđ]\))?"
_POINT = r"\(?[a-zđ]\)?(?!\w)"
_END = r"(?!\w|[.,]\d|\s?%)"
_NAMED_BRACKETS = (
    r"(?:\.(?P<part>\d{1,2}))?(?:\s?\((?P<clause>\d{1,2})\))?(?:\s?\((?P<point>[a-zđ])\))?"
)
_PARTS = regex(rf"(?P<article>\d{{1,3}}(?:[a-z](?!\w)|-\d{{1,2}})?){_NAMED_BRACKETS}")
_PARTS_OF_MANY = regex(rf"(?P<article>\d{{1,3}}(?:[a-z](?!\w))?){_NAMED_BRACKETS}")
_CLAUSES = regex(r"(?P<clause>\d{1,3})\)?(?:\s?\((?P<point>[a-zđ])\))?")
_POINTS = regex(r"(?<!\w)[a-zđ](?!\w)")


class Provision(NamedTuple):
    """Where an article or a part of one is cited, and its numbers, "" for what is not named."""

    start: int
    end: int
    article: str
    clause: str
    point: str = ""


class Citations:
    """A language that writes such numbers behind the noun: Article 6, khoản 2 Điều 13, Act No. 18469.

    `code` is the folder of its data file, None without any: then it cites nothing.
    """

    def __init__(self, code: Lang | None = None) -> None:
        self.code = code

    def numbers(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the numbers of acts stand that only their noun shows; linear in the text."""
        if self.code is None:
            return
        for found in self._acts.finditer(text):
            yield found.span(found.lastindex or 0)
            end = found.end()
            while more := self._next_act.match(text, end):
                yield more.span(1)
                end = more.end()

    def provisions(self, text: str) -> Iterator[Provision]:
        """Yield the articles and parts of articles that a text cites, in its order; linear in it."""
        if self.code is None:
            return
        for found in self._provisions.finditer(text):
            yield from _told(found)

    @cached_property
    def _acts(self) -> re.Pattern[str]:
        acts, number = self._either("acts"), self._either("number")
        capital = either(word[0].upper() + word[1:] for word in self._words["acts"])
        return regex(
            rf"(?<!\w)(?:(?i:{acts})\s{_UNION}{number}\s?({_NUMBER})"
            rf"|(?i:{acts})\s{_UNION}(\d{{1,4}}/\d{{1,4}}(?![\d/]))|{capital}\s({_BARE})"
            rf"|(?<=[<\[(])(?i:{number})\s?({_NUMBER}))"
        )

    @cached_property
    def _next_act(self) -> re.Pattern[str]:
        """The next number of a list, which no noun follows: Resolutions 57, 59 and 68."""
        words, of = self._either("list"), self._either("of")
        ends = rf"[^\w\s%]|\Z|(?:{words}|{of})\s"
        return regex(rf"(?:,\s|,?\s{words}\s)({_NUMBER})(?=\s?(?:{ends}))")

    @cached_property
    def _provisions(self) -> re.Pattern[str]:
        article, several = self._either("articles"), self._either("several articles")
        clause, point = (f"(?i:{self._either(part)})" for part in ("clauses", "points"))
        of, words = (f"(?i:{self._either(part)})" for part in ("of", "list"))
        other, sums = self._either("others"), self._either("no clause")
        and_ = rf"(?:,?\s{words}\s|\s?[-–]\s?)"
        each = rf"{_ARTICLE_OF_MANY}{_END}"
        listed = rf"{each}(?:(?:,\s{each})*{and_}{each})?"
        # Behind one article a number without a sign is that of another only where no noun follows.
        one = rf"{_ARTICLE}{_END}(?:{and_}(?:\d{{1,3}}\.\d{{1,2}}|{_ARTICLE}(?=\s?(?:[^\w\s]|\Z|{of}\s))){_END})?"
        clauses = rf"{_CLAUSE}{_END}(?:(?:,\s{_CLAUSE}{_END})*{and_}{_CLAUSE}{_END})?"
        points = rf"{_POINT}(?:,\s{_POINT})*(?:{and_}(?:{point}\s)?{_POINT})?"
        joint = rf"(?:,?\s|,?\s{of}\s)"
        return regex(
            rf"(?<!\w)(?:(?i:{other})\s\d+|(?:{point}\s(?P<points>{points}){joint})?{clause}\s(?P<clauses>{clauses}){joint}"
            rf"(?i:{article})\s(?P<of>{_ARTICLE}{_END})"
            rf"|(?:{several}\s(?P<several>{listed})|{article}\s(?P<one>{one}))"
            rf"(?:,?\s{clause}\s(?P<behind>{clauses})(?!{joint}(?i:{article})\s\d))?"
            rf"(?:,?\s{point}\s(?P<last>{points}))?"
            rf"|{clause}\s(?P<alone>{clauses})(?!\s?{sums}(?!\w)))"
        )

    def _either(self, what: str) -> str:
        return either(self._words[what]) if what in self._words else r"(?!)"

    @property
    def _words(self) -> Mapping[str, tuple[str, ...]]:
        return data_parts(self.code, "citations.txt") if self.code else {}


def _told(found: re.Match[str]) -> Iterator[Provision]:
    """The provisions of a citation: each article, or each clause, or each point of one."""
    groups = ("of", "several", "one", "alone")
    group = next((name for name in groups if found[name] is not None), None)
    if not group:  # words that only end like one for a clause
        return
    low, high = found.span(group)
    if group == "alone":
        parts = list(_CLAUSES.finditer(found.string, low, high))
        whole = found.span() if len(parts) == 1 else None
        for part in parts:
            yield Provision(*(whole or part.span()), "", part["clause"], part["point"] or "")
        return
    shape = _PARTS_OF_MANY if group == "several" else _PARTS
    articles = list(shape.finditer(found.string, low, high))
    for article in articles[:-1]:
        yield _provision(article, article.span())
    last = articles[-1]
    clauses, points = found["clauses"] or found["behind"], found["points"] or found["last"]
    span = found.span() if len(articles) == 1 else last.span()
    for clause in _CLAUSES.finditer(clauses) if clauses else (None,):
        for point in _POINTS.findall(points) if points else ("",):
            yield _provision(last, span, clause, point)


def _provision(
    article: re.Match[str],
    span: tuple[int, int],
    clause: re.Match[str] | None = None,
    point: str = "",
) -> Provision:
    part = clause["clause"] if clause else article["clause"] or article["part"] or ""
    point = point or (clause and clause["point"]) or article["point"] or ""
    return Provision(*span, article["article"], part, point)
