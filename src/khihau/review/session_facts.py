"""What a text says of a session right beside its number: a place, a year, the number once more (rule C11).

A fact is read only where nothing but the words of `session-words.txt`, numbers and signs stand
between it and the session: "since COP26 in Glasgow, … in Dubai" says nothing of COP26 and Dubai.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from khihau.languages import language_of
from khihau.languages.session_numbers import placeholder, read, split
from khihau.languages.session_words import SessionWords
from khihau.model import Lang, Session
from khihau.review import tuned
from khihau.text.fold import fold, is_hangul
from khihau.text.regex import either, regex

__all__ = ["Fact", "Known", "facts_after", "facts_before", "is_about", "known_of"]

_TOKEN = regex(r"(?P<number>\d+(?:[./]\d+)*)|(?P<word>[^\W\d_]+)|(?P<sign>[^\w\s])")
_WORD = regex(r"[^\W\d_]+")
_YEAR = regex(r"(?:.*[./])?((?:19|20)\d\d)")
_CLAUSE_END = regex(r"[,;:.?!\n]")
_BRACKET = regex(r"\s*\([^()]*\)")
_OPENING = regex(r"[\s,(–-]+")


class Fact(NamedTuple):
    """What is said beside a session, and the numbers of the sessions that it holds for."""

    kind: Literal["place", "year", "number"]
    start: int
    end: int
    numbers: frozenset[int]


class Known(NamedTuple):
    """The sessions of a concept by number, and those that a place, folded, or a year belongs to."""

    sessions: Mapping[int, Session]
    places: Mapping[str, frozenset[int]]
    years: Mapping[int, frozenset[int]]


class _Token(NamedTuple):
    kind: str  # place, number, word, sign
    text: str
    start: int
    end: int


_NOTHING = _Token("", "", 0, 0)


def known_of(sessions: Iterable[Session]) -> Known:
    """What is known of some sessions, by place and by year."""
    by_number = {session.number: session for session in sessions}
    places: defaultdict[str, set[int]] = defaultdict(set)
    years: defaultdict[int, set[int]] = defaultdict(set)
    for number, session in by_number.items():
        for year in session.years:
            years[year].add(number)
        for name in (name for names in session.places.values() for name in names):
            places[fold(name, keep_case=True).text].add(number)
    return Known(
        by_number,
        {name: frozenset(told) for name, told in places.items()},
        {year: frozenset(told) for year, told in years.items()},
    )


def facts_after(text: str, lang: Lang | None, known: Known, *, is_bracketed: bool) -> list[Fact]:
    """The facts at the start of what follows a session; `is_bracketed`: a bracket opens before it."""
    folded = fold(text, keep_case=True)
    words = language_of(lang).ordinals.session_words
    found = [
        *_places_and_years(_tokens(folded.text, known), words, known, is_bracketed=is_bracketed),
        *_number_after(folded.text, lang),
    ]
    return [_placed(one, folded.source_span(one.start, one.end)) for one in found]


def is_about(text: str, lang: Lang | None) -> bool:
    """Whether what stands before a session says that some other event is about it: talks for COP29."""
    folded = fold(text).text
    words = _WORD.findall(folded)
    toward = language_of(lang).ordinals.session_words.toward
    return bool(words) and words[-1] in toward


def facts_before(text: str, after: str, lang: Lang | None, known: Known) -> list[Fact]:
    """The facts at the end of what stands before a session; `after` is what follows it."""
    folded = fold(text, keep_case=True)
    words = language_of(lang).ordinals.session_words
    behind = fold(after, keep_case=True).text
    found = [
        *_behind_places_and_years(folded.text, behind, lang, words, known),
        *_number_before(folded.text, lang),
    ]
    return [_placed(one, folded.source_span(one.start, one.end)) for one in found]


def _placed(fact: Fact, span: tuple[int, int]) -> Fact:
    return fact._replace(start=span[0], end=span[1])


def _tokens(text: str, known: Known) -> list[_Token]:
    names = _by_letter(tuple(known.places))
    found: list[_Token] = []
    at = 0
    while token := _TOKEN.search(text, at):
        start = token.start()
        place = next((x for x in names.get(text[start], ()) if _stands(text, start, x)), "")
        at = start + len(place) if place else token.end()
        found.append(_Token("place" if place else str(token.lastgroup), text[start:at], start, at))
    return found


@lru_cache(maxsize=16)
def _by_letter(names: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    """The names that begin with a letter, the longest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        found[name[0]].append(name)
    return found


def _stands(text: str, at: int, name: str) -> bool:
    """Whether a name stands at a place: another script may follow at once, as particles do."""
    after = text[at + len(name) : at + len(name) + 1]
    return text.startswith(name, at) and (not after.isalnum() or is_hangul(after))


def _year_of(token: _Token, known: Known) -> frozenset[int]:
    """The sessions of the year that a number is, or that a date ends with."""
    year = _YEAR.fullmatch(token.text) if token.kind == "number" else None
    return known.years.get(int(year[1]), frozenset()) if year else frozenset()


# --- places and years -----------------------------------------------------------------------------


def _places_and_years(
    tokens: Sequence[_Token], words: SessionWords, known: Known, *, is_bracketed: bool
) -> list[Fact]:
    found: list[Fact] = []
    in_bracket, is_tied, is_held = is_bracketed, is_bracketed, False
    last, before_last = _NOTHING, _NOTHING
    skipped = False
    for at, token in enumerate(tokens[: tuned.WORDS_BESIDE_SESSION]):
        word, following = token.text.lower(), tokens[at + 1] if at + 1 < len(tokens) else _NOTHING
        numbers = known.places.get(token.text) or _year_of(token, known)
        match token.kind:
            case "place":
                is_behind = following.text in words.ties_behind
                is_open = is_behind or following.kind == "place" if words.ties_behind else is_tied
                is_listed = last.text == "," and before_last.kind == "place"
                if not (in_bracket or is_open):
                    break
                if is_listed and not in_bracket and not numbers & found[-1].numbers:
                    break
                found.append(Fact("place", token.start, token.end, numbers))
                skipped = is_behind
            case "number":
                since = {last.text.lower(), before_last.text.lower()} & words.since
                if numbers and since:
                    break
                if numbers and (in_bracket or is_tied or words.ties_behind):
                    found.append(Fact("year", token.start, token.end, numbers))
            case "word" if skipped:
                skipped = False
            case "word":
                is_tied = is_tied or word in words.ties
                is_held = is_held or word in words.held
                if word not in words.ties | words.held | words.between:
                    break
            case _:
                if token.text == "(" and not in_bracket:
                    in_bracket = is_tied = True
                elif token.text == ")" and in_bracket and not is_bracketed:
                    in_bracket = False
                elif token.text != "," or not (
                    in_bracket
                    or (last.kind == "place" and following.kind in ("place", "number"))
                    or following.text.lower() in words.held
                ):
                    break
        last, before_last = token, last
    is_about = in_bracket or is_held or any(one.kind == "place" for one in found)
    return [one for one in found if one.kind == "place" or is_about or not words.ties_behind]


def _behind_places_and_years(
    text: str, after: str, lang: Lang | None, words: SessionWords, known: Known
) -> list[Fact]:
    """Of what stands before a session: Dubai COP28, 두바이에서 열린 COP28, tại Dubai (COP28)."""
    tokens = _tokens(text, known)[-tuned.WORDS_BESIDE_SESSION :]
    in_bracket = bool(tokens) and tokens[-1].text == "("
    tokens = tokens[:-1] if in_bracket else tokens
    found: list[Fact] = []
    is_held = _says_held(after, words, known)
    is_opened = is_held and bool(tokens) and tokens[-1].text == ","  # Ngày 10/11, COP30 khai mạc
    tokens = tokens[:-1] if is_opened else tokens
    is_held = is_held or (bool(words.ties_behind) and after.startswith(words.ties_behind))
    is_tied = False
    for at in range(len(tokens) - 1, -1, -1):
        token, word = tokens[at], tokens[at].text.lower()
        following = tokens[at + 1] if at + 1 < len(tokens) else _NOTHING
        numbers = known.places.get(token.text) or _year_of(token, known)
        is_beside = not following.kind and not language_of(lang).words.head_first
        if token.kind == "place":
            is_behind = following.text in words.ties_behind or following.kind == "place"
            if not (in_bracket or is_beside or (is_behind and words.ties_behind)):
                break
            found.append(Fact("place", token.start, token.end, numbers))
        elif token.kind == "number":
            if numbers and (in_bracket or is_beside or is_opened or words.ties_behind):
                found.append(Fact("year", token.start, token.end, numbers))
        elif token.kind == "word":
            is_tied = is_tied or word in words.ties
            is_held = is_held or word in words.held
            if word in words.ties_behind or word in words.between | words.held | words.ties:
                continue
            break
        elif token.text != "," or not in_bracket:
            break
    if not words.ties_behind:
        is_read = is_tied if in_bracket else True
        return found if is_read else []
    is_about = is_held or in_bracket or any(one.kind == "place" for one in found)
    return [one for one in found if one.kind == "place" or is_about]


def _says_held(after: str, words: SessionWords, known: Known) -> bool:
    """Whether a session is the subject of words that say that it meets: COP30 đã chính thức khai mạc."""
    bracket = _BRACKET.match(after)
    tokens = _tokens(after[bracket.end() if bracket else 0 :], known)
    for token in tokens[: tuned.WORDS_BEFORE_HELD]:
        if token.text.lower() in words.held:
            return True
        if token.kind != "word" or token.text.lower() not in words.between:
            return False
    return False


# --- the number in words --------------------------------------------------------------------------


def _number_before(text: str, lang: Lang | None) -> Iterator[Fact]:
    """The number of the phrase before a bracket that holds the session: the 29th … summit (COP28)."""
    if not text.rstrip().endswith("(") or not lang:
        return
    start = max((end.end() for end in _CLAUSE_END.finditer(text)), default=0)
    found = [*_numbered(lang).finditer(text.lower(), start)][-1:]
    if found and _meeting(lang).search(text.lower(), start):
        yield _number(found[0], lang)


def _number_after(text: str, lang: Lang | None) -> Iterator[Fact]:
    """That of a phrase which says once more what the session is: COP28, the 29th session."""
    opening = _OPENING.match(text)
    if not lang or not opening or not set(opening.group()) & set(",("):
        return
    end = _CLAUSE_END.search(text, opening.end())
    phrase = text[: end.start() if end else len(text)].partition(")")[0].lower()
    found = _numbered(lang).search(phrase, opening.end())
    meeting = _meeting(lang).search(phrase, opening.end())
    if found and meeting and min(found.start(), meeting.start()) - opening.end() <= len("the "):
        yield _number(found, lang)


def _number(found: re.Match[str], lang: Lang) -> Fact:
    return Fact("number", found.start(), found.end(), frozenset((read(lang, found[1]),)))


@lru_cache(maxsize=8)
def _numbered(lang: Lang) -> re.Pattern[str]:
    """The number of a session in words."""
    shapes = (split(shape) for shape in language_of(lang).ordinals.session_words.numbered)
    (before, mark, after), *_ = shapes
    return re.compile(rf"(?<![0-9]){re.escape(before)}{placeholder(lang, mark)}{re.escape(after)}")


@lru_cache(maxsize=8)
def _meeting(lang: Lang) -> re.Pattern[str]:
    return re.compile(either(language_of(lang).ordinals.session_words.meetings))
