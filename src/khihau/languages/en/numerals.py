"""How numbers, dates and units are written in English."""

from __future__ import annotations

from khihau.languages.en.ordinals import ENDINGS
from khihau.languages.numerals import ALONE, DAY, ENDS, ISO_DATE, MONTH, TIME, YEAR, Numerals
from khihau.text.regex import regex

__all__ = ["EnglishNumerals"]

# The shapes of English dates; with slashes the day is read first, and the month alternatively.
_NAMES = (
    "January February March April May June July August September October November December".split()
)
_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MONTHS = {
    name: number
    for names in (_NAMES, _SHORT)
    for number, name in enumerate(names, start=1)
} | {"Sept": 9}  # fmt: skip

_FULL = "|".join(_NAMES)
_CUT = "|".join(name for name in _MONTHS if name not in _NAMES)
_MONTH_NAME = rf"(?<![^\W_])(?P<name>{_FULL}|(?:{_CUT})\b\.?|{_FULL.upper()})(?![^\W_])"
_TH = f"(?:{'|'.join(ENDINGS)})?"
_NO_UNIT = rf"(?![0-9]|[.:/][0-9]|,(?!{YEAR}(?![0-9]))[0-9]|\s?(?:%|°|percent|per cent|million|billion|trillion|thousand|Mt|MW|GW))"
# May and March are words, too: without a day or a year they need one of these before them.
_AT = r"(?<=\b(?:in|of|by)\s)|(?<=\b(?:mid|end|and|for)[\s-])|(?<=\b(?:last|next|this|late|from)\s)|(?<=\b(?:since|until|early)\s)"

_SHAPES = (
    ISO_DATE,
    rf"{ALONE}(?P<d>{DAY})/(?P<m>{MONTH})/(?P<y>{YEAR}){ENDS}",
    rf"{ALONE}(?P<m>{MONTH})/(?P<d>{DAY})/(?P<y>{YEAR}){ENDS}",
    (rf"{ALONE}(?:(?P<from>{DAY}){_TH}\s?(?:[-–]|to|and|&)\s?)?(?P<d>{DAY}){_TH}(?:\s(?:day\s)?of)?"
    rf"[\s-]{_MONTH_NAME}(?:,?\s(?P<y>{YEAR})(?![0-9]))?"),
    (rf"{_MONTH_NAME}\s(?P<d>{DAY}){_TH}{_NO_UNIT}(?:\s?(?:[-–]|to|and)\s?(?P<to>{DAY}){_TH}{_NO_UNIT}"
    rf")?(?:(?:,?\s|,)(?P<y>{YEAR})(?![0-9]))?"),
    rf"{_MONTH_NAME},?\s(?P<y>{YEAR})(?![0-9])",
    rf"(?:{_AT}|(?!Mar|May|MAR|MAY)|(?=[A-Za-z]{{3,5}}\s(?:of\s)?(?:this|last|next)\b)){_MONTH_NAME}",
    r"(?<![0-9.,])(?P<h>1[0-2]|0?[0-9])\.(?P<min>[0-5][0-9])(?=\s?[ap]\.?m(?![^\W_]))",
    r"(?<![^\W_])Q(?P<q>[1-4])(?![^\W_])",
    TIME,
)  # fmt: skip


class EnglishNumerals(Numerals):
    """Months by their names, decades (2030s), and notes that stand behind a year like decimals."""

    code = "en"
    notes_follow_years = True
    date_shapes = _SHAPES
    months = _MONTHS
    dates_in_words = "|".join(_SHORT)
    month_may_come_first = True
    ordinal_endings = ENDINGS
    decade_endings = ("s", "'s")

    def is_counted(self, before: str, behind: str) -> bool:
        """By a plural that stands behind it, at most two words later."""
        found = _NOUN.match(behind)
        if not found or self._follows_name(before):
            return False
        words = found.group().split()
        at = next((at for at, word in enumerate(words) if _is_plural(word)), -1)
        return at >= 0 and self.not_counted.isdisjoint(words[: at + 1])


# --- things counted -------------------------------------------------------------------------------

_NOUN = regex(r"(?:[ \xa0][^\W\d_]+(?:-[^\W\d_]+)*){1,3}")
_IRREGULAR = frozenset("people men women children staff experts fish sheep cattle species".split())


def _is_plural(word: str) -> bool:
    ends = word.endswith("s") and not word.endswith(("ss", "us", "is", "as"))
    return (ends and len(word) > 3) or word in _IRREGULAR
