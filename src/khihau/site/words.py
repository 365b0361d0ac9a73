"""The interface words of the three languages, and how each writes numbers and dates."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from khihau.model import Lang
from khihau.render.markup import Html
from khihau.site import words_en, words_ko, words_vi

__all__ = ["OWN_NAMES", "SITE_LANGS", "WORDS", "Words"]

SITE_LANGS: tuple[Lang, ...] = ("vi", "ko", "en")
OWN_NAMES: Mapping[Lang, str] = MappingProxyType(
    {"vi": "Tiếng Việt", "ko": "한국어", "en": "English"}
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one interface language."""

    lang: Lang
    table: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.table[key]

    def html(self, key: str, **parts: object) -> Html:
        """A sentence with HTML in the place of its variables."""
        return Html.escape(self.table[key]).format(**parts)

    def of(self, group: str, value: str) -> str:
        """The word for a value of an open set, such as a domain; the value itself where none is known."""
        return self.table.get(f"{group}.{value}", value)

    def number(self, number: int) -> str:
        """A number as the language groups its digits."""
        return f"{number:,}".replace(",", self["thousands"])

    def counted(self, group: str, number: int) -> str:
        """A number with its noun."""
        if number == 1:
            return self[f"{group}.one"]
        return self[f"{group}.count"].format(n=self.number(number))

    def date(self, date: datetime.date) -> str:
        """A day as official texts of the language write it."""
        month = self["months"].split()[date.month - 1]
        return self["date"].format(day=date.day, month=month, year=date.year)


WORDS: Mapping[Lang, Words] = MappingProxyType(
    {
        "vi": Words("vi", words_vi.TABLE),
        "ko": Words("ko", words_ko.TABLE),
        "en": Words("en", words_en.TABLE),
    }
)
