"""Foreign letters in Korean prose: Latin acronyms, and Chinese characters that stand for words.

Public documents are written in Hangul, with Chinese characters or foreign letters in brackets behind
(국어기본법 제14조제1항, 국어기본법 시행령 제11조).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from khihau.languages.data import data_groups, data_parts
from khihau.languages.foreign_letters import ForeignLetters, Sense, Sign
from khihau.languages.ko.tails import is_tail, rest_of_eojeol
from khihau.text.regex import either, regex

__all__ = ["KoreanForeignLetters"]

_HANJA = "\u4e00-\u9fff\uf900-\ufaff"
_HANJA_SIGN = regex(f"[{_HANJA}]")
_DOTS = r"·ㆍ‧․・∙\-‐‑–"


class KoreanForeignLetters(ForeignLetters):
    """The answers of Korean."""

    authority = "국어기본법 제14조"

    def names(self) -> Mapping[str, tuple[Sense, ...]]:
        """The Hangul names of acronyms of everyday life: FTA; several of AI."""
        return _hangul_names()

    def signs(self, text: str) -> Iterator[Sign]:
        """Countries side by side (韓·베), alone (美 정부), words of one character (前 장관), runs of those (對美)."""
        for found in _signs().finditer(text):
            if sign := _read(text, found):
                yield sign


def _read(text: str, found: re.Match[str]) -> Sign | None:
    """What a place of the pattern says; None for names in Hangul alone, and for parts of words."""
    start, end = found.span()
    if found["pair"]:
        parts = re.split(f"([{_DOTS}])", found["pair"])
        rest = rest_of_eojeol(text, end)
        if not _HANJA_SIGN.search(found["pair"]) or (
            parts[-1] in _parts("short") and not is_tail(rest, 1)
        ):
            return None
        name = "".join(_names().get(part, part) for part in parts)
        return Sign(start, end, _spaced(text, end, name))
    if found["run"]:
        return Sign(start, end, "".join(map(_syllable, found["run"])))
    return _read_alone(text, start, end)


def _read_alone(text: str, start: int, end: int) -> Sign | None:
    """A character by itself: behind a noun or a number it is a word, before one it may be a country.

    In one piece with a noun it may be a syllable of another word (中소기업, 北극), or of the name (韓국).
    """
    sign, before = text[start:end], text[start - 1 : start]
    is_behind = "가" <= before <= "힣" or before.isdigit()
    word, is_country = _parts("words").get(sign), sign in _readings()
    if word and (is_behind or not is_country):
        return Sign(start, end, word)
    if is_behind or not is_country:
        return None
    name, rest, syllable = _names()[sign], rest_of_eojeol(text, end), _syllable(sign)
    if rest.startswith(_nouns()) or (not word and is_tail(rest, len(name))):
        return Sign(start, end, _spaced(text, end, name))
    if f"{syllable}{rest}".startswith(name):
        return Sign(start, end, syllable)
    return Sign(start, end, "", (name, syllable))


def _syllable(sign: str) -> str:
    """How a sign is read in one piece with others: 韓美, 한미; 中소기업, 중소기업."""
    return _readings().get(sign) or _parts("words")[sign]


def _spaced(text: str, end: int, name: str) -> str:
    """A name of a country, with a space before a noun that the sign was glued to: 美정부, 美FDA."""
    rest = rest_of_eojeol(text, end)
    is_open = is_tail(rest, len(name)) if rest else not text[end : end + 1].isalnum()
    return name if is_open else f"{name} "


@cache
def _hangul_names() -> Mapping[str, tuple[Sense, ...]]:
    groups = data_groups("ko", "hangul-names.txt")
    return MappingProxyType({one: tuple(map(_sense, names)) for one, *names in groups})


def _sense(entry: str) -> Sense:
    """A name, with the words in brackets behind it: 조류인플루엔자 [가금 살처분]."""
    name, _, near = entry.removesuffix("]").partition(" [")
    return Sense(name, tuple(near.split()))


@cache
def _signs() -> re.Pattern[str]:
    names, signs = either(_names()), "".join({**_readings(), **_parts("words")})
    behind = rf"(?![{_HANJA}(（)）])"
    return re.compile(
        rf"(?<![{_HANJA}(（가-힣A-Za-z0-9])"
        rf"(?:(?P<pair>{names}(?:[{_DOTS}]{names})+)|(?P<run>[{signs}]{{2,}})){behind}"
        rf"|(?<![{_HANJA}(（])[{signs}]{behind}"
    )


@cache
def _countries() -> list[list[str]]:
    return [line.split(" = ") for line in data_parts("ko", "hanja.txt")["countries"]]


@cache
def _readings() -> dict[str, str]:
    """How a sign of a country is read beside another one: 韓美, 한미."""
    return {sign: reading for sign, reading, _ in _countries()}


@cache
def _names() -> dict[str, str]:
    """The name of a country by its sign, by its short form in Hangul, and by itself."""
    names = {sign: name for sign, _, name in _countries()}
    return {
        **names,
        **{name: name for name in names.values()},
        **_parts("short"),
    }


@cache
def _nouns() -> tuple[str, ...]:
    """Nouns before which a sign is a country; those of one syllable make other words (中형, 日식)."""
    return tuple(one for one in data_parts("ko", "country-traps.txt")["behind"] if len(one) > 1)


@cache
def _parts(role: str) -> dict[str, str]:
    pairs = (entry.split(" = ") for entry in data_parts("ko", "hanja.txt")[role])
    return {pair[0]: pair[1] for pair in pairs}
