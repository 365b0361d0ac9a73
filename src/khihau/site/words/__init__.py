"""What the pages say in each language of the site, and how it writes numbers and dates.

The words are in a file a language beside this module; a language that has none has no pages of its
own, and its names stand on those of the others.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from khihau.languages import LANGUAGES
from khihau.model import LANGS, Lang
from khihau.render.safe_html import Html
from khihau.termbase.toml import read_toml

__all__ = ["OWN_NAMES", "SITE_LANGS", "WORDS", "Words"]

_FILES: Mapping[Lang, Path] = MappingProxyType(
    {lang: Path(__file__).with_name(f"{lang}.toml") for lang in LANGS}
)
SITE_LANGS: tuple[Lang, ...] = tuple(lang for lang, file in _FILES.items() if file.is_file())
OWN_NAMES: Mapping[Lang, str] = MappingProxyType(
    {lang: LANGUAGES[lang].own_name for lang in SITE_LANGS}
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


def _words(lang: Lang) -> Words:
    """The words of a file; a language that it does not name is called what it calls itself."""
    _, table, problems = read_toml(_FILES[lang], _FILES[lang].name)
    assert not problems, problems
    names = {f"lang.{other}": one.own_name for other, one in LANGUAGES.items()}
    return Words(lang, MappingProxyType(names | table))


WORDS: Mapping[Lang, Words] = MappingProxyType({lang: _words(lang) for lang in SITE_LANGS})
