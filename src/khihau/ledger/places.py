"""Where acronyms stand: those of the base, and what else looks like one (rules A4 and A5)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, cached_property
from itertools import takewhile
from typing import NamedTuple

from khihau.documents.prose.lines import is_capitals
from khihau.languages import LANGUAGES
from khihau.ledger.uses import Use, family, kind_at
from khihau.model import Document, Match
from khihau.text.regex import either, regex
from khihau.text.spans import Spans, holds

__all__ = ["Found", "Shouted", "introduced", "is_acronym", "matched", "unmatched"]

_CAPITALS = "A-ZĐ"
_JOINED = r"A-Za-z0-9_&+/\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff"  # what no acronym may adjoin
_TOKEN = regex(
    rf"[{_CAPITALS}](?<![{_JOINED}.\-‑][{_CAPITALS}])[{_CAPITALS}0-9]*+"  # the rarest thing first
    rf"(?:[&\-‑][{_CAPITALS}0-9]++(?!s?[{_JOINED}]))*+\+?+s?+(?![{_JOINED}])"
)
_TOKEN_HEAD = regex(rf"[{_CAPITALS}0-9][&\-‑]\Z")
_TOKEN_TAIL = regex(rf"[&\-‑][{_CAPITALS}]{{2,}}(?![{_JOINED}])")
_SERIES = regex(r"\)[ \xa0](?:No\.?[ \xa0])?[0-9]{1,4}/[0-9]{2,4}")  # Regulation (EC) No 401/2009
_LONGEST = 10  # characters of a piece: INTERNACIONAL is a word
_GLUED_NUMBER = regex(r"\d{1,2}\Z")
_CODE = regex(r"\d{2}\Z")
# SO2, CH4, N2O: signs of elements, and a number among them. CO~2~: one with its number as markup.
_FORMULA = regex(r"(?=[A-Z]*\d)(?:(?:H|B|C|N|O|F|P|S|K|V|I)\d?)+")
_SUBSCRIPT = regex(r"[~_]\{?\d|<sub>|[\u2080-\u209c]")
# A line that is a formula: PCS = FC + FOMC
_FORMULA_LINE = regex(
    r"(?m)^[ \t]*\w{1,12}[ \t]*=[ \t]*\w{1,12}(?:[ \t]*[-+×*/÷–][ \t]*\w{1,12})+[ \t]*$"
)
_CAPS = regex(rf"(?<!\w)[{_CAPITALS}]{{2,}}(?!\w)")
_INITIALS = regex(rf"[{_CAPITALS}]&[{_CAPITALS}]")  # T&T, Q&A
_ROMAN = regex("(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_UNITS = frozenset("KW MW GW TW KV MVA MJ GJ TJ PJ".split())
_LATIN = r"[A-Za-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]"
_WORD = regex(r"[^\W\d_]+")
# A word in capitals that is alone on its line, or before a colon there, is shouted if it is longer.
_LONG = 3
_SEVERAL = 3  # words in capitals side by side are a stretch in capitals
_STRETCH = 40  # characters in which they are looked for
_WORDS_BEFORE = regex(rf"(?:{_LATIN}+ )+\Z")
_WORDS_AFTER = regex(rf"(?: {_LATIN}+)+")
_SMALL_WORD = regex(rf"(?<!{_LATIN})[a-z]{{3,}}(?!{_LATIN})")
_LABEL = regex(r"[*_ \t]*(?::|\r?\n|\Z)")
_OPENED = regex(r"[(（\[［][ \xa0]?\Z")
_OPENING = regex(r"[ \xa0]?[(（\[［]")


class Found(NamedTuple):
    """An acronym in the text: `around` is the concept of a label that adds a number to it, `fallen`
    says that it is one of the base which the matcher turned down there."""

    use: Use
    around: str | None = None
    fallen: bool = False


def matched(
    document: Document, matches: Iterable[Match], ignored: frozenset[str]
) -> Iterator[Found]:
    """The acronyms of the base that the matcher found."""
    matches, end = list(matches), 0
    starts = {match.start for match in matches}
    for match in matches:
        parts = _acronyms_of(match)
        if parts and _is_tail(document.text, match.start, end):
            parts = ()
        if parts and _SERIES.match(document.text, match.end):
            parts = ()
        if parts and _TOKEN_TAIL.match(document.text, match.end) and match.end + 1 not in starts:
            parts = ()  # SAF-IC, PCTT&TKCN
        for place, around in parts:
            if not {_closed(place.text), family(place.text, place.number)} & ignored:
                kind = kind_at(document, place.start)
                number = place.number
                use = Use(
                    place.start,
                    place.end,
                    place.text,
                    place.concept,
                    number,
                    kind,
                    country=place.country,
                )
                yield Found(use, around)
        end = match.end


def _closed(acronym: str) -> str:
    """An acronym without what may stand before its number: G 20."""
    return acronym.replace(" ", "").replace("\xa0", "")


def _is_tail(text: str, start: int, previous: int) -> bool:
    """Whether a longer token ends there (K-ETS, T&TA), other than two matches joined (NDC-BTR)."""
    return bool(_TOKEN_HEAD.search(text[max(0, start - 6) : start])) and previous != start - 1


def _acronyms_of(match: Match) -> Sequence[tuple[Match, str | None]]:
    """The acronym that a match is, or the one inside it.

    That is one with a version or a year (then the match's concept counts too), or in a phrase
    ("ứng phó với BĐKH", "UNFCCC secretariat"); inside a whole name ("Hội nghị thượng đỉnh P4G",
    "giá FIT") it is no use.
    """
    if match.alternatives:
        return ()
    if is_acronym(match.kind, match.label):
        return ((match, None),)
    parts: list[tuple[Match, str | None]] = []
    for inner in match.inner:
        if inner.alternatives or not is_acronym(inner.kind, inner.label):
            continue
        rest = match.text[: inner.start - match.start] + match.text[inner.end - match.start :]
        words = _WORD.findall(unicodedata.normalize("NFC", rest).lower())
        if _number_words().issuperset(words):
            parts.append((inner, match.concept))
        elif inner.concept == match.concept and match.kind == "full":
            continue  # a full name that has the letters in it ("giá FIT") needs no other
        elif rest.islower() or (match.kind == "short" and match.label[0].islower()):
            parts.append((inner, None))
    return parts


@cache
def _number_words() -> frozenset[str]:
    """What a label may add to an acronym and still be a mere use of it: "NDC năm 2035", "제3차 NDC"."""
    asked = (language.phrases for language in LANGUAGES.values())
    return frozenset().union(*(one.number_words for one in asked))


def is_acronym(kind: str, label: str) -> bool:
    """Acronyms, and short labels of their shape (BĐKH)."""
    return kind == "acronym" or (kind == "short" and bool(_TOKEN.fullmatch(label)))


def unmatched(
    document: Document,
    matches: Sequence[Match],
    known: Mapping[str, str],
    ignored: frozenset[str],
) -> Iterator[Found]:
    """What else looks like an acronym; `known` gives the concept of each one of the base.

    One of the base fell where a number is glued to it (BTR1), which its span leaves out, or where
    its sentence speaks of something else (`not_near`). The symbols of a formula are none, nor are the
    marks of where a letter is filed.
    """
    taken = Spans.of(matches)
    no_words = _NoWords(document.text)
    for token in _TOKEN.finditer(document.text):
        start, end = token.span()
        if taken.holds(start, start + 1) or holds(document.protected, start, start + 1):
            continue
        text, kind = token.group(), kind_at(document, start)
        name, letters = text.removesuffix("s"), _GLUED_NUMBER.sub("", text)
        if name in ignored:
            continue
        if name in known:
            yield Found(Use(start, end, text, known[name], None, kind), fallen=True)
        elif letters in known and letters + "{n}" not in known:
            end = start + len(letters)
            yield Found(Use(start, end, letters, known[letters], None, kind))
        elif (
            _looks_like_one(text, ignored)
            and not _SUBSCRIPT.match(document.text, end)
            and not no_words.have(text, start)
        ):
            yield Found(Use(start, end, text, None, None, kind))


class _NoWords:
    """What stands for no words in a text: symbols of formulas, and where an office files a letter.

    Worked out where the first token is asked about: few texts have one.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def have(self, token: str, start: int) -> bool:
        """Whether a token at an offset is such."""
        return token in self._symbols or holds(self._filed, start, start + 1)

    @cached_property
    def _symbols(self) -> frozenset[str]:
        lines = (found.group() for found in _FORMULA_LINE.finditer(self._text))
        return frozenset(one for line in lines for one in _CAPS.findall(line))

    @cached_property
    def _filed(self) -> list[tuple[int, int]]:
        return [found.span() for found in _filed().finditer(self._text)]


@cache
def _filed() -> re.Pattern[str]:
    words = either({word for one in LANGUAGES.values() for word in one.phrases.files})
    return regex(rf"(?m)^[-–*• \t]*{words}[ \t]?:.*$", re.IGNORECASE)


def introduced(document: Document, known: Mapping[str, str], bodies: Set[str]) -> Iterator[Found]:
    """The acronyms of bodies that every reader knows, where a bracket ties them to a name."""
    text = document.text
    for token in _TOKEN.finditer(text) if any(body in text for body in bodies) else ():
        start, end = token.span()
        if token.group() not in bodies or holds(document.protected, start, start + 1):
            continue
        if _OPENED.search(text, max(0, start - 2), start) or _OPENING.match(text, end):
            body = token.group()
            yield Found(Use(start, end, body, known.get(body), None, kind_at(document, start)))


def _looks_like_one(token: str, ignored: frozenset[str]) -> bool:
    name = token.removesuffix("s")
    parts = [part for part in re.split("[-‑]", name) if not part.isdigit()]
    if (
        any(len(part) > _LONGEST for part in parts)
        or sum(c.isupper() for c in token) < 2
        or name in _UNITS
        or _ROMAN.fullmatch(name)
    ):
        return False
    if any(
        _CODE.search(one) for one in (name, *parts)
    ):  # a flight, a model, a grade of petrol: AF258, RON95-III
        return False
    if _FORMULA.fullmatch(name) or _INITIALS.fullmatch(name):
        return False
    return not ({token, name} & ignored or all(part in ignored for part in parts))


def _is_in_capitals(word: str) -> bool:
    return word.isupper() and len(word) > 1


class Shouted:
    """Where words in capitals are no acronyms: lines of capitals, and beside another such word."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self._protected = document.protected

    @cached_property
    def lines(self) -> list[tuple[int, int]]:
        """The lines of capitals: found at the first question, which most texts do not ask."""
        lines = re.finditer(r"[^\r\n]+", self.text)
        return [line.span() for line in lines if is_capitals(line[0], 2)]

    def at(self, start: int, end: int) -> bool:
        """Whether a token is a word of a stretch in capitals (rule A5)."""
        if holds(self.lines, start, start + 1):
            return True
        if end - start > _LONG and _LABEL.match(self.text, end):
            line_start = self.text[max(0, start - 20) : start].rpartition("\n")[2]
            if not line_start.strip(" \t*_#"):
                return True  # NOTE: …, and a line that is this word
        if self.text[start:end].lower() in self._small_words:
            return True
        before = _WORDS_BEFORE.search(self.text, max(0, start - _STRETCH), start)
        after = _WORDS_AFTER.match(self.text, end, end + _STRETCH)
        sides = (before[0].split()[::-1] if before else [], after[0].split() if after else [])
        beside = [word for side in sides for word in takewhile(_is_in_capitals, side)]
        return len(beside) + 1 >= _SEVERAL or not all(map(str.isascii, beside))

    @cached_property
    def _small_words(self) -> frozenset[str]:
        """The longer words that the text writes in small letters: in capitals they are no acronyms."""
        words: set[str] = set()
        for one in _SMALL_WORD.finditer(self.text):  # one place that is no code will do
            if one[0] not in words and not holds(self._protected, *one.span()):
                words.add(one[0])
        return frozenset(words)
