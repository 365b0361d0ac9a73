"""Where an English text speaks of a country: names have capitals, and take a plural."""

from __future__ import annotations

from khihau.languages.countries import ListedCountries
from khihau.text.regex import regex

__all__ = ["EnglishCountries"]

_PLURAL = "s"
_PLACE = regex(r"([A-Z][\w.’'-]*), \Z")  # London, England
_REACH = 32  # characters before a name that hold the place there


class EnglishCountries(ListedCountries):
    """The answers of English."""

    # Korea's updated NDC, the Vietnamese 2030 NDC; NDC of the Republic of Korea, NDC submitted by it
    owner_before = regex(r"(?:['’]s?(?: (?!and\b|or\b)[\w.–-]+){0,4})?(?: \d{4})? ")
    owner_behind = regex(r"(?: \d{4})?(?: \w+ed)? (?:of|by) (?:the )?(?:Government of )?(?:the )?")

    def speaks(self, text: str, start: int, end: int) -> bool:
        """Also in the plural: Koreans, Indonesians."""
        is_plural = text[end : end + 1] == _PLURAL
        return super().speaks(text, start, end + is_plural)

    def is_alone(self, text: str, start: int, end: int) -> bool:
        """Not where it says which place is meant: London, England."""
        place = _PLACE.search(text[max(0, start - _REACH) : start])
        is_gloss = place is not None and place[1] not in self._free
        return not is_gloss and super().is_alone(text, start, end)
