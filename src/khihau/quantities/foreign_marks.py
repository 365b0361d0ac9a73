"""Numbers written with the point and comma of another language: 1.5°C, 32,000 tấn in Vietnamese.

Only what something proves is told, since 1.234 may be meant either way. Proofs are, in order: the
digits and the unit of the number; a noun behind it that is counted; other numbers of the same text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from khihau.languages import LANGUAGES
from khihau.model import Lang
from khihau.quantities.digits import readings
from khihau.quantities.quantity import SHARES
from khihau.quantities.reading import quantities
from khihau.quantities.tuned import CONTEXT

if TYPE_CHECKING:
    from khihau.languages.numerals import Numerals
    from khihau.quantities.quantity import Quantity

__all__ = ["Foreign", "Marked", "foreign_marks", "marked_numbers"]

# The number by itself, its groups of three, its unit or counted noun, or others of the text.
Proof = Literal["decimal", "groups", "unit", "text"]

# What says nothing of the size of a number: a place in a list, a part of a date, a screen in inches.
_NOT_MEASURED = frozenset(
    (
        "", "year", "month", "day", "decade", "hour", "minute", "quarter", "century", "centuries",
        "article", "clause", "paragraph", "ordinal", "fraction", "in",
    )
)  # fmt: skip
_NOT_BY_THOUSANDS = SHARES | {"°C", "°F", "times", "years", "months"}
_NO_DECIMALS = frozenset(("VND", "KRW", "JPY"))
_SWAP = str.maketrans(".,", ",.")
_LIST_HEAD = re.compile(r"(?:^|\n)[ \t#>*•–-]*$")


class Marked(NamedTuple):
    """Digits with a point or a comma in them, at [start, end) in code points, and what they measure.

    `is_scaled`: a magnitude word follows (5,154 tỷ); `is_counted`: a noun that is counted does;
    `is_apart`: it opens a line and a capital follows, as the number of a heading does; `is_beside`:
    its unit is its own, and not that of the other end of a range.
    """

    start: int
    end: int
    digits: str
    unit: str
    is_scaled: bool
    is_counted: bool
    is_apart: bool
    is_beside: bool

    @property
    def is_measured(self) -> bool:
        """Whether a unit or a magnitude says that it is an amount."""
        return not self.is_apart and (self.is_scaled or self.unit not in _NOT_MEASURED)


class Foreign(NamedTuple):
    """A number in foreign style, how the language writes it, what proves it, and whether surely."""

    number: Marked
    right: str
    proof: Proof
    is_sure: bool


class _Marks(NamedTuple):
    """The shapes of a language's numbers, and of those that have its marks the other way round."""

    decimal: re.Pattern[str]
    own_decimal: re.Pattern[str]
    groups: re.Pattern[str]
    thousands: re.Pattern[str]
    round_thousands: re.Pattern[str]
    own_thousands: re.Pattern[str]
    suspect: re.Pattern[str]


def marked_numbers(text: str, lang: Lang) -> list[Marked]:
    """The numbers of a text with a point or a comma, in text order; offsets are code points of it.

    Empty where no number has the marks of another language.
    """
    numerals = LANGUAGES[lang].numerals
    if not _marks(numerals.decimal_comma).suspect.search(text):
        return []
    found = (_marked(one, text, numerals) for one in quantities(text, lang))
    return [one for one in found if one]


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"(?<![0-9.,])[0-9]+(?:[.,][0-9]+)+(?![0-9])")


def _marked(quantity: Quantity, text: str, numerals: Numerals) -> Marked | None:
    found = _digits().search(text, quantity.start, quantity.end)
    if not found or found.start() - quantity.start > CONTEXT:
        return None
    start, end = found.span()
    values = readings(found.group(), numerals, is_english_style=True)
    before, behind = text[max(0, start - CONTEXT) : start], text[end : end + 2 * CONTEXT]
    is_head = bool(_LIST_HEAD.search(before)) and (start < CONTEXT or "\n" in before)
    return Marked(
        start,
        end,
        found.group(),
        quantity.unit,
        bool(values) and abs(quantity.value) not in values,
        quantity.unit == "" and numerals.is_counted(before, behind),
        is_head and behind[:1].isspace() and behind[1:2].isupper(),
        (quantity.start, quantity.end) != (start, end),
    )


def foreign_marks(numbers: Sequence[Marked], lang: Lang) -> list[Foreign]:
    """Those of a text's numbers that are surely in the style of another language, in text order."""
    marks = _marks(LANGUAGES[lang].numerals.decimal_comma)
    proofs = [_proof(one, marks) for one in numbers]
    for at, (one, after) in enumerate(pairwise(numbers)):
        if proofs[at + 1] == "decimal" and _are_range(one, after, marks):
            proofs[at] = "decimal"
    is_own = any(_is_own(one, marks) for one in numbers)
    is_foreign = any(proofs)
    finer = frozenset(one.unit for one in numbers if _is_fine(one, marks))
    twins = frozenset(
        (one.digits, one.unit) for one in numbers if marks.own_thousands.fullmatch(one.digits)
    )
    found: list[Foreign] = []
    for one, proof in zip(numbers, proofs, strict=True):
        right = one.digits.translate(_SWAP)
        if proof == "unit" and is_own and one.unit in finer:
            continue
        if proof:
            is_sure = proof != "unit" or not is_own or one.digits.endswith("000")
            found.append(Foreign(one, right, proof, is_sure))
        elif _may_be_thousands(one, marks) and (
            (is_foreign and not is_own) or (right, one.unit) in twins
        ):
            found.append(Foreign(one, right, "text", is_sure=False))
    return found


def _proof(one: Marked, marks: _Marks) -> Proof | None:
    """What proves by itself that a number is in foreign style, and what it is."""
    is_amount = one.is_measured or one.is_counted
    if one.is_measured and marks.decimal.fullmatch(one.digits):
        return None if _may_be_list(one) else "decimal"
    if marks.groups.fullmatch(one.digits) and (is_amount or one.digits.endswith("000")):
        return "groups"
    if one.is_scaled or one.is_apart or not is_amount or one.unit in _NOT_BY_THOUSANDS:
        return None
    is_whole = one.unit in _NO_DECIMALS and marks.thousands.fullmatch(one.digits)
    return "unit" if is_whole or marks.round_thousands.fullmatch(one.digits) else None


def _are_range(one: Marked, after: Marked, marks: _Marks) -> bool:
    """Whether a number without its own unit is the other end of the one behind it: 1,5 to 2,5 percent."""
    decimals = {len(re.split("[.,]", end.digits)[1]) for end in (one, after)}
    is_bare = not one.is_beside and one.unit == after.unit and after.start - one.end <= CONTEXT
    return is_bare and len(decimals) == 1 and bool(marks.decimal.fullmatch(one.digits))


def _is_own(one: Marked, marks: _Marks) -> bool:
    """Whether a number shows that the writer knows the style of the language."""
    if marks.own_decimal.fullmatch(one.digits):
        return one.is_measured
    return bool(marks.own_thousands.fullmatch(one.digits)) and (one.is_measured or one.is_counted)


def _is_fine(one: Marked, marks: _Marks) -> bool:
    """Whether it may well have three decimals: 5,154 tỷ kWh."""
    return bool(marks.thousands.fullmatch(one.digits)) and not one.digits.endswith("0")


def _may_be_thousands(one: Marked, marks: _Marks) -> bool:
    is_amount = one.is_measured or one.is_counted
    is_fit = is_amount and one.unit not in _NOT_BY_THOUSANDS
    return is_fit and bool(marks.thousands.fullmatch(one.digits))


def _may_be_list(one: Marked) -> bool:
    """Whether a comma may part two numbers: 10,20 and 30%; 2,3개월; 2,30% for 20 to 30."""
    first, comma, second = one.digits.partition(",")
    return bool(comma) and (not one.is_beside or second.rstrip("0") == str(int(first) + 1))


@cache
def _marks(has_comma: bool) -> _Marks:
    own, other = (",", r"\.") if has_comma else (r"\.", ",")
    decimal = "(?:[0-9]+{0}(?:[0-9]{{1,2}}|[0-9]{{4,}})|0{0}[0-9]+|[0-9]{{4,}}{0}[0-9]+)"
    head, three = "[1-9][0-9]{0,2}", "[0-9]{3}"
    groups = f"(?:{own}{three}){{2,}}(?:{other}[0-9]+)?|{own}{three}{other}[0-9]+"
    return _Marks(
        decimal=re.compile(decimal.format(other)),
        own_decimal=re.compile(decimal.format(own)),
        groups=re.compile(f"{head}(?:{groups})"),
        thousands=re.compile(f"{head}{own}{three}"),
        round_thousands=re.compile(f"{head}{own}[0-9]00"),
        own_thousands=re.compile(f"{head}(?:{other}{three})+"),
        suspect=re.compile(f"(?<![0-9.,])(?:{decimal.format(other)}(?![0-9])|{head}{own}{three})"),
    )
