"""Which unit the words and symbols beside a number give it: 3 tháng, tháng 3, 3개월, 3 Mt."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from khihau.quantities.symbols import CO2, Unit, equivalent, symbol_at
from khihau.quantities.tuned import CONTEXT, YEARS_NAMED
from khihau.quantities.wording import EDGE, longest_first, numbered, one_of, written

if TYPE_CHECKING:
    from khihau.languages.numerals import Numerals

__all__ = ["not_another_word", "unit_after", "unit_before", "word_before"]

_MOST = {"month": 12, "day": 31, "quarter": 4, "century": 30}


def unit_after(text: str, at: int, numerals: Numerals) -> Unit | None:
    """The unit behind a number that ends at `at`, by its symbol or its name, whichever is longer."""
    is_apart = text[at : at + 1] in (" ", "\xa0", "\n", "-")
    start = at + is_apart
    ways = (symbol_at(text, start, is_apart=is_apart), _named(text, start, numerals))
    found = [unit for unit in ways if unit]
    if found:
        return max(found, key=lambda unit: unit.end)
    more = next((word for word in numerals.around("more") if text.startswith(word, at)), "")
    return unit_after(text, at + len(more), numerals) if more else None


def _named(text: str, at: int, numerals: Numerals) -> Unit | None:
    names = _names(numerals)
    found = _behind(numerals).match(text, at)
    if not found or not found.lastindex:
        return None
    name, end = names[found.lastindex - 1], found.end()
    digits = numerals.heads.get(name)
    if digits and re.match(rf"\s[0-9]{{{digits}}}", text[end : end + 1 + digits]):
        return None
    key = numerals.units[name]
    if key == "t" and (gas := _carbon(numerals).match(text, end)):
        end = gas.end()
    return Unit(key, Decimal(1), end)


@cache
def _names(numerals: Numerals) -> list[str]:
    return longest_first(numerals.units)


@cache
def _behind(numerals: Numerals) -> re.Pattern[str]:
    either = numbered(_name(name) for name in _names(numerals))
    edge = "" if numerals.is_glued else EDGE
    return re.compile(f"{not_another_word(numerals)}(?:{either}){edge}", re.IGNORECASE)


def _name(name: str) -> str:
    end = EDGE if name.endswith("|") else ""
    return written(name.removesuffix("|")).replace("CO2", CO2) + end


@cache
def _carbon(numerals: Numerals) -> re.Pattern[str]:
    gases = one_of((*numerals.around("carbon"), "CO2")).replace("CO2", CO2)
    edge = "" if numerals.is_glued else EDGE
    return re.compile(rf"\s?(?:{gases}){equivalent()}{edge}", re.IGNORECASE)


def not_another_word(numerals: Numerals) -> str:
    """The expression of a place where no word begins that only looks like a unit or a magnitude."""
    edge = "" if numerals.is_glued else EDGE
    return f"(?!(?:{one_of(numerals.other_words)}){edge})"


def word_before(text: str, start: int, numerals: Numerals) -> str:
    """What the word before a number at `start` says that it is."""
    found = _before(numerals).search(text[max(0, start - CONTEXT) : start])
    if not found or not found.lastindex:
        return ""
    return numerals.units_before[_words_before(numerals)[found.lastindex - 1]]


def unit_before(text: str, start: int, bare: Decimal, numerals: Numerals) -> str:
    """The unit that the word before a number gives it, if its size fits."""
    unit = word_before(text, start, numerals)
    if unit == "year" and not YEARS_NAMED[0] <= bare <= YEARS_NAMED[1]:
        return ""
    most = _MOST.get(unit)
    return "" if most and (bare > most or bare != int(bare)) else unit


@cache
def _words_before(numerals: Numerals) -> list[str]:
    return longest_first(numerals.units_before)


@cache
def _before(numerals: Numerals) -> re.Pattern[str]:
    """A word in lower case may be written in any."""
    either = numbered(
        written(word) if word != word.lower() else f"(?i:{written(word)})"
        for word in _words_before(numerals)
    )
    return re.compile(rf"(?<![^\W_])(?:{either})\s$")
