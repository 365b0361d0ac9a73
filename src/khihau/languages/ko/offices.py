"""Offices in Korean: the portfolio stands before, in one piece with 부 or 장관, and a name between."""

from __future__ import annotations

from khihau.languages.offices import Offices
from khihau.text.regex import regex

__all__ = ["KoreanOffices"]

# What may follow a title or 부 in one piece; 관 in 시장관리 is none.
_TAIL = (
    r"(?![가-힣])|(?=은|는|이|가|을|를|과(?!금)|와|의|에|께|도|만|로|으로|나|및|뿐|부터|까지|측|들|님|급|실|직|회의|회담|인|이자|겸|소속|산하"
    r"|장관|차관|대변인|관계자)"
)


class KoreanOffices(Offices):
    """The answers of Korean."""

    behind = regex(r"부?\s?(?:제?\d\s?)?|부\s(?:[가-힣]{1,5}\s){1,2}")
    ministry_words = ("부",)
    behind_ministry = regex(rf"부(?:{_TAIL})")
    joins = r"[·ㆍ・‧]?"
    field_edges = ("", "")
    edges = (r"(?<![가-힣](?=부장관))", f"(?:{_TAIL})")  # 환경부|장관
    none_ends = ""  # 차관을 제공|한다
