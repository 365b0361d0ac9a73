"""What stands after a number: magnitude words and units of three languages, under one key each.

The names of SI units and their symbols follow the SI Brochure (9th edition); Vietnamese names them
as Nghị định 86/2012/NĐ-CP does, Korean as 국가표준기본법 시행령 does, besides what newspapers write.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from khihau.model import Lang
from khihau.quantities.plain import NAMED
from khihau.text.regex import regex

__all__ = ["Quantity", "group", "in_base_unit", "magnitude", "money", "unit_after"]


class Quantity(NamedTuple):
    """A number of a text, at a span of code points that takes in its magnitude word and unit.

    `unit` is a key such as "%", "t" or "USD", "" where none is written; `alternatives` are the
    other readings of an ambiguous writing.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    alternatives: tuple[Decimal, ...] = ()


_CO2 = f"CO{NAMED}"
_EQUIVALENT = r"(?:\s?-?\s?(?:eq|e|tđ|tương đương|equivalents?|상당량)(?![^\W\d_가-힣]))?"
_NO_LETTER = r"(?![^\W\d_가-힣])"

# Symbols mean the same in every text, and their case counts (mt is no Mt). Longest first.
_SYMBOLS = regex(
    rf"(?:%p|%\s?포인트|(?P<percent>%)|(?P<tonnes>[kMG]?t)(?:-?\s?{_CO2}{_EQUIVALENT})?{_NO_LETTER}"
    rf"|(?P<celsius>°\s?C|℃|C{_NO_LETTER})|(?P<fahrenheit>°\s?F{_NO_LETTER}|℉|F{_NO_LETTER})|°"
    rf"|(?P<power>[kMGT]?W)(?P<hours>h)?p?{_NO_LETTER}|(?P<power_sign>[㎾㎿])(?P<sign_hours>h)?"
    rf"|(?P<other>(?:US\$|[$€£₩])(?!\s?[0-9])|₫|kg|km²|km|ha|m²|m³|cm|mm|ppm|µm|㎏|㎞|㎢|㎡|㎥|㏊|㎜|㎝"
    rf"|(?:USD|KRW|VND|VNĐ|EUR|JPY|CNY|RMB|GBP)(?!\s?[0-9])|m){_NO_LETTER})"
)
_SIGNS = {
    "$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "₩": "KRW", "₫": "VND", "VNĐ": "VND",
    "¥": "JPY", "A$": "AUD", "C$": "CAD", "RMB": "CNY", "㎏": "kg", "㎞": "km", "㎢": "km²",
    "㎡": "m²", "㎥": "m³", "㏊": "ha", "㎜": "mm", "㎝": "cm", "㎾": "kW", "㎿": "MW",
}  # fmt: skip
_METRIC = {"": Decimal(1), "k": Decimal(10) ** 3, "M": Decimal(10) ** 6, "G": Decimal(10) ** 9}
_MONEY = regex(
    r"(?<![^\W\d_가-힣])(US ?\$|A\$|C\$|[$€£₩¥]|(?:USD|EUR|KRW|VND|VNĐ|JPY|CNY|RMB|GBP)\s?)\s?$"
)

# Unit words: key, and the regular expression of its names. What must not follow is what makes
# another word of it: đồng bằng (delta), tháng 11 (November), 원칙 (principle), 프로그램 (programme).
_VI = (
    ("%p", r"điểm\s(?:phần\străm|%)"),
    ("%", r"phần\străm"),
    ("°F", r"độ\sF"),
    ("°C", r"độ(?:\sC)?"),
    ("t", rf"tấn(?:(?:\skhí)?\s?{_CO2}{_EQUIVALENT})?"),
    ("kg", r"ki-?lô-?gam|kil[oô]gam"),
    ("km²", r"(?:ki-?lô-?mét|kil[oô]m[eé]t|km)\svuông"),
    ("m²", r"(?:mét|m)\svuông"),
    ("m³", r"(?:mét|m)\skhối"),
    ("km", r"ki-?lô-?mét|kil[oô]m[eé]t"),
    ("m", r"mét"),
    ("ha", r"héc-?\s?ta|hecta"),
    ("USD", r"(?:đồng\s)?(?:đô[\s-]?la|đôla|USD)(?:\sMỹ)?"),
    ("EUR", r"(?:đồng\s)?(?:euro|ơ-rô)"),
    ("KRW", r"(?:đồng\s)?won"),
    ("GBP", r"bảng(?:\sAnh)?"),
    ("JPY", r"(?:đồng\s)?yên|yen"),
    ("CNY", r"nhân\sdân\stệ"),
    ("VND", r"đồng(?!\s(?:bằng|minh|chí|thời|bào|tác|chủ|quan|phục|lúa|nghiệp|đội|hồ|lòng|ý))|đ"),
    ("centuries", r"thế\skỷ(?!\s[0-9])"),
    ("decades", r"thập\s(?:kỷ|kỉ|niên)(?!\s[0-9])"),
    ("years", r"năm(?!\s[0-9]{4})"),
    ("months", r"tháng(?!\s[0-9])"),
    ("weeks", r"tuần"),
    ("day", r"ngày(?!\s[0-9])"),
    ("hours", r"tiếng(?!\s(?:nói|Việt|Anh|Hàn))|giờ\sđồng\shồ"),
    ("hour", r"giờ"),
    ("minute", r"phút"),
    ("times", r"lần(?!\sthứ)"),
    ("MW", r"mê-?ga-?oát|megawatt"),
    ("kWh", r"ki-?lô-?oát\sgiờ"),
)
_EN = (
    ("%p", r"percentage[\s-]points?|pp"),
    ("%", r"per\s?cent|pct"),
    ("°F", r"degrees?[\s-]Fahrenheit"),
    ("°C", r"degrees?(?:[\s-](?:Celsius|centigrade|C))?"),
    (
        "t",
        rf"(?:metric\s)?(?:tonnes?|tons?)(?:\s(?:of\s)?(?:{_CO2}|carbon\sdioxide){_EQUIVALENT})?",
    ),
    ("kg", r"kilograms?|kilos?"),
    ("km²", r"(?:square|sq\.?)\s(?:kilomet(?:re|er)s?|km)"),
    ("m²", r"square\smet(?:re|er)s?"),
    ("m³", r"cubic\smet(?:re|er)s?"),
    ("km", r"kilomet(?:re|er)s?"),
    ("m", r"met(?:re|er)s?"),
    ("cm", r"centimet(?:re|er)s?"),
    ("mm", r"millimet(?:re|er)s?"),
    ("ha", r"hectares?"),
    ("USD", r"(?:(?:US|U\.S\.)\s)?dollars?"),
    ("EUR", r"euros?"),
    ("KRW", r"(?:Korean\s)?won"),
    ("GBP", r"(?:British\s)?pounds"),
    ("JPY", r"(?:Japanese\s)?yen"),
    ("CNY", r"yuan"),
    ("VND", r"(?:Vietnamese\s)?dong"),
    ("centuries", r"centur(?:y|ies)"),
    ("decades", r"decades?"),
    ("years", r"years?|yrs?"),
    ("months", r"months?"),
    ("weeks", r"weeks?"),
    ("day", r"days?"),
    ("hours", r"hours?"),
    ("hour", r"[ap]\.m\.|[ap]m|o'clock"),
    ("minute", r"minutes?"),
    ("times", r"times|-?fold"),
    ("kWh", r"kilowatt[\s-]hours?"),
    ("MWh", r"megawatt[\s-]hours?"),
    ("GWh", r"gigawatt[\s-]hours?"),
    ("kW", r"kilowatts?"),
    ("MW", r"megawatts?"),
    ("GW", r"gigawatts?"),
)
_KO = (
    ("%p", r"(?:퍼센트|프로)\s?포인트"),
    ("%", r"퍼센트|프로(?![그젝세필모토])"),
    ("°F", r"화씨"),
    ("°C", r"도씨|도(?![시입출서민달전움청지심쿄매])"),
    ("t", rf"{_CO2}\s?환산\s?톤|톤(?:\s?{_CO2}{_EQUIVALENT})?|이산화탄소\s?환산\s?톤"),
    ("kg", r"킬로그램"),
    ("km²", r"제곱\s?킬로미터"),
    ("m²", r"제곱\s?미터|평방미터"),
    ("m³", r"세제곱\s?미터|입방미터"),
    ("km", r"킬로미터"),
    ("cm", r"센티미터"),
    ("mm", r"밀리미터"),
    ("m", r"미터"),
    ("ha", r"헥타르"),
    ("USD", r"(?:미국?\s?)?(?:달러|불(?![가-힣]))"),
    ("EUR", r"유로"),
    ("KRW", r"원(?![칙인소료천탁자])"),
    ("GBP", r"파운드"),
    ("JPY", r"엔(?![진지])"),
    ("CNY", r"위안"),
    ("VND", r"(?:베트남\s?)동|동(?!안|일|시|남|북|아|결|의|물|력|기)"),
    ("decade", r"년대"),
    ("century", r"세기"),
    ("quarter", r"분기|사분기"),
    ("months", r"개월"),
    ("weeks", r"주(?!년|기|민|요|도|택|체|제|차|최|의|장|식|거)"),
    ("hours", r"시간"),
    ("hour", r"시(?![도군민장설나작행])"),
    ("minute", r"분(?![의야과기류산담배석포])"),
    ("times", r"배(?![출터럭])"),
    ("year", r"년"),
    ("month", r"월"),
    ("day", r"일(?![본자곱정])"),
    ("ordinal", r"번째|째|차(?![량례원관이세별기])"),
    ("MWh", r"메가와트\s?시"),
    ("kWh", r"킬로와트\s?시"),
    ("kW", r"킬로와트"),
    ("MW", r"메가와트"),
    ("GW", r"기가와트"),
)
_WORDS = {"vi": _VI, "en": _EN, "ko": _KO}

_MAGNITUDES = {
    "vi": {
        "trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9,
    },
    "en": {
        "hundred": 2, "thousand": 3, "million": 6, "mln": 6, "mn": 6, "billion": 9, "bn": 9,
        "trillion": 12, "trn": 12, "tn": 12, "quadrillion": 15,
    },
}  # fmt: skip
_AFTER_MAGNITUDE = {
    # "tỷ" begins tỷ lệ (rate), tỷ phú (billionaire); "trăm" ends "phần trăm" (percent), met above
    "vi": r"(?<!phần )(?![^\W_])(?!\s(?:lệ|phú|trọng|giá|suất|số))",
    "en": r"s?(?![^\W_])",
}
_SHORT = regex(r"\s?(?:([kK])|([mM])|([bB])|([tT]))(?![^\W_])")  # $30k, $300m, $1.3B
_BARE_SHORT = regex("[BT]")  # the Baku to Belém Roadmap to 1.3T


def unit_after(text: str, at: int, lang: Lang) -> tuple[str, Decimal, int] | None:
    """The unit that stands at `at`, the factor in its symbol (Mt: 10⁶ t), and where it ends."""
    gap = 1 if text[at : at + 1] in (" ", "\xa0", "\n") or (text[at : at + 1] == "-") else 0
    found = _SYMBOLS.match(text, at + gap)
    if found and not (gap and found.group() in ("C", "F")):
        return _symbol(found)
    if lang == "ko" and text.startswith("여", at):
        return unit_after(text, at + 1, "ko")
    words = _unit_words(lang).match(text, at + gap)
    if not words or words.lastgroup is None:
        return None
    return _WORDS[lang][int(words.lastgroup[1:])][0], Decimal(1), words.end()


def _symbol(found: re.Match[str]) -> tuple[str, Decimal, int] | None:
    one, end = Decimal(1), found.end()
    if found["percent"]:
        return "%", one, end
    if found["tonnes"]:
        return "tCO2e" if _CO2 in found.group() else "t", _METRIC[found["tonnes"][:-1]], end
    if found["celsius"] or found.group() == "°":
        return "°C", one, end
    if found["fahrenheit"]:
        return "°F", one, end
    if found["power"] or found["power_sign"]:
        power = found["power"] or _SIGNS[found["power_sign"]]
        return power + (found["hours"] or found["sign_hours"] or ""), one, end
    if found["other"]:
        return _SIGNS.get(found["other"], found["other"]), one, end
    return "%p", one, end


@cache
def _unit_words(lang: Lang) -> re.Pattern[str]:
    edge = "" if lang == "ko" else r"(?![^\W_])"
    names = "|".join(f"(?P<u{number}>{name})" for number, (_, name) in enumerate(_WORDS[lang]))
    return re.compile(f"(?:{names}){edge}", re.IGNORECASE)


def magnitude(text: str, at: int, lang: Lang, is_money: bool) -> tuple[Decimal, int]:
    """The product of the magnitude words at `at` (nghìn tỷ, million), and where they end."""
    factor = Decimal(1)
    if lang == "ko":
        return factor, at  # 만 and 억 part a number inside: they are read with its digits
    short = _SHORT.match(text, at)
    if short and (is_money or _BARE_SHORT.match(text, at)):
        return Decimal(10) ** (3 * (short.lastindex or 0)), short.end()
    for _ in range(3):  # "nghìn tỷ tỷ" is no number that anybody writes
        found = _magnitude_words(lang).match(text, at)
        if not found:
            break
        factor *= Decimal(10) ** _MAGNITUDES[lang][found[1].lower()]
        at = found.end()
    return factor, at


@cache
def _magnitude_words(lang: Lang) -> re.Pattern[str]:
    words = "|".join(_MAGNITUDES[lang])
    return re.compile(rf"[\s-]?({words}){_AFTER_MAGNITUDE[lang]}", re.IGNORECASE)


def money(text: str, floor: int, start: int) -> tuple[str, int]:
    """The currency whose sign stands before a number, and where it begins."""
    found = _MONEY.search(text, floor, start)
    if not found:
        return "", start
    sign = found[1].strip().replace(" ", "")
    return _SIGNS.get(sign, sign), found.start()


# --- units that are compared with each other ------------------------------------------------------

_GROUPS = {"tCO2e": "t", "%p": "%", "year": "years", "decade": "years", "hours": "hour"}
_BASES = {
    "kg": ("t", Decimal("0.001")),
    "kW": ("W", Decimal(10) ** 3),
    "MW": ("W", Decimal(10) ** 6),
    "GW": ("W", Decimal(10) ** 9),
    "TW": ("W", Decimal(10) ** 12),
    "kWh": ("Wh", Decimal(10) ** 3),
    "MWh": ("Wh", Decimal(10) ** 6),
    "GWh": ("Wh", Decimal(10) ** 9),
    "TWh": ("Wh", Decimal(10) ** 12),
    "mm": ("m", Decimal("0.001")),
    "cm": ("m", Decimal("0.01")),
    "km": ("m", Decimal(1000)),
    "ha": ("m²", Decimal(10) ** 4),
    "km²": ("m²", Decimal(10) ** 6),
    "decades": ("years", Decimal(10)),
    "centuries": ("years", Decimal(100)),
}


def group(unit: str) -> str:
    """The key under which a unit is held against others: a tonne of CO2 equivalent is a tonne."""
    return _GROUPS.get(unit, unit)


def in_base_unit(value: Decimal, unit: str) -> tuple[str, Decimal]:
    """A value in the unit to which all of its kind are converted: 3 GW is 3000000000 W."""
    base, factor = _BASES.get(unit, (group(unit), Decimal(1)))
    return base, value * factor
