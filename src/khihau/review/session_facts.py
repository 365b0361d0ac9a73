"""What a text says of a session right beside its number: a place, a year, the number once more (rule C11).

A fact is read only where nothing but the words of `session-words.txt`, numbers and signs stand
between it and the session: "since COP26 in Glasgow, … in Dubai" says nothing of COP26 and Dubai.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from khihau.languages import language_of
from khihau.languages.session_words import SessionWords
from khihau.model import Lang, Session
from khihau.review import tuned
from khihau.review.session_in_words import Said, said_after, said_before
from khihau.text.fold import fold, is_hangul
from khihau.text.regex import regex

__all__ = [
    "Fact",
    "Known",
    "Reading",
    "facts_after",
    "facts_before",
    "is_about",
    "known_of",
    "readings",
]

_TOKEN = regex(r"(?P<number>\d+(?:[./]\d+)*)|(?P<word>[^\W\d_]+)|(?P<sign>[^\w\s])")
_WORD = regex(r"[^\W\d_]+")
_YEAR = regex(r"(?:.*[./])?((?:19|20)\d\d)")
_BRACKET = regex(r"\s*\([^()]*\)")


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


class Reading(NamedTuple):
    """A place, a number, a word or a sign of a text, and the sessions that it belongs to."""

    kind: str
    text: str
    start: int
    end: int
    numbers: frozenset[int]


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
    tokens = _tokens(folded.text, known)
    found = [
        *_places_and_years_after(tokens, words, known, is_bracketed=is_bracketed),
        *(_in_words(one) for one in said_after(folded.text, lang)),
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
        *_places_and_years_before(folded.text, behind, lang, words, known),
        *(_in_words(one) for one in said_before(folded.text, lang)),
    ]
    return [_placed(one, folded.source_span(one.start, one.end)) for one in found]


def _in_words(said: Said) -> Fact:
    return Fact("number", said.start, said.end, frozenset((said.number,)))


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


def readings(text: str, known: Known) -> list[Reading]:
    """All that a text says beside a session, token by token, at offsets of the text as it stands."""
    folded = fold(text, keep_case=True)
    return [
        Reading(
            token.kind,
            token.text,
            *folded.source_span(token.start, token.end),
            _sessions_of(token, known),
        )
        for token in _tokens(folded.text, known)
    ]


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


class _Behind:
    """What is read behind a session, token by token, as far as the words are those of its place."""

    def __init__(self, words: SessionWords, *, is_bracketed: bool) -> None:
        self.found: list[Fact] = []
        self._sure: list[Fact] = []  # in a bracket, or those of a host
        self._words = words
        self._is_bracketed = is_bracketed  # the session itself stands in the bracket
        self._in_bracket = self._is_tied = is_bracketed
        self._is_held = False
        self._last, self._before_last = _NOTHING, _NOTHING

    def facts(self) -> list[Fact]:
        """Those that count: a year only if it is tied, or the words say where or that it met.

        Where the tie stands behind a place (두바이에서), what follows must be that it met there.
        """
        if self._words.ties_behind and not self._is_held:
            return [one for one in self.found if one in self._sure]
        is_about = self._is_held or any(one.kind == "place" for one in self.found)
        return [
            one
            for one in self.found
            if one.kind == "place" or is_about or self._is_tied or self._in_bracket
        ]

    def takes(self, token: _Token, following: _Token, numbers: frozenset[int]) -> bool:
        """Read one token; False where nothing behind it is said of the session."""
        match token.kind:
            case "place":
                goes_on = self._takes_place(token, following, numbers)
            case "number":
                goes_on = self._takes_number(token, numbers)
            case "word":
                goes_on = self._takes_word(token.text.lower())
            case _:
                goes_on = self._takes_sign(token.text, following)
        self._last, self._before_last = token, self._last
        return goes_on

    def _takes_place(self, token: _Token, following: _Token, numbers: frozenset[int]) -> bool:
        words = self._words
        is_tied = self._is_tied
        if words.ties_behind:
            is_tied = following.text in words.ties_behind or following.kind == "place"
            is_tied = is_tied or self._last.text in words.hosting
        if self._last.text == "," and not self._in_bracket:  # in Baku, Brazil announced
            is_tied = bool(self.found) and not numbers.isdisjoint(self.found[-1].numbers)
        if self._in_bracket or is_tied:
            self.found.append(Fact("place", token.start, token.end, numbers))
        is_host = self._last.text in words.hosting and len(self._last.text) > 1  # no particle
        if self._in_bracket or is_host:
            self._sure += self.found[-1:]
        return self._in_bracket or is_tied

    def _takes_number(self, token: _Token, numbers: frozenset[int]) -> bool:
        before = {self._last.text.lower(), self._before_last.text.lower()}
        if numbers and before & self._words.since:
            return False
        if numbers:
            self.found.append(Fact("year", token.start, token.end, numbers))
            self._sure += self.found[-1:] if self._in_bracket else []
        return True

    def _takes_word(self, word: str) -> bool:
        words = self._words
        if self._last.kind == "place" and word in words.ties_behind:
            return True
        self._is_tied = self._is_tied or word in words.ties
        self._is_held = self._is_held or word in words.held
        return word in words.ties or word in words.held or word in words.between

    def _takes_sign(self, sign: str, following: _Token) -> bool:
        if sign == "(" and not self._in_bracket:
            self._in_bracket = self._is_tied = True
            return True
        if sign == ")" and self._in_bracket and not self._is_bracketed:
            self._in_bracket = False
            return True
        is_listed = self._last.kind == "place" and following.kind in ("place", "number")
        is_held = following.text.lower() in self._words.held
        return sign == "," and (self._in_bracket or is_listed or is_held)


def _places_and_years_after(
    tokens: Sequence[_Token], words: SessionWords, known: Known, *, is_bracketed: bool
) -> list[Fact]:
    reading = _Behind(words, is_bracketed=is_bracketed)
    for at, token in enumerate(tokens[: tuned.WORDS_BESIDE_SESSION]):
        following = tokens[at + 1] if at + 1 < len(tokens) else _NOTHING
        if not reading.takes(token, following, _sessions_of(token, known)):
            break
    return reading.facts()


def _places_and_years_before(
    text: str, after: str, lang: Lang | None, words: SessionWords, known: Known
) -> list[Fact]:
    """Of what stands before a session, read from there on: the nearest shape that fits."""
    tokens = _tokens(text, known)[-tuned.WORDS_BESIDE_SESSION :][::-1]
    is_held = _says_held(after, words, known)
    if tokens and tokens[0].text == "(":
        return _in_front_of_bracket(tokens[1:], words, known)
    if tokens and tokens[0].text == "," and is_held:
        tokens = tokens[1:]  # Ngày 10/11/2024, COP30 khai mạc
        return [one for one in _row(tokens, words, known) if one.kind == "year"][:1]
    placed = _behind_comma(tokens, words)
    if placed and words.since.isdisjoint(
        one.text.lower() for one in placed[: tuned.WORDS_OF_A_DATE]
    ):
        return [one for one in _row(placed, words, known) if one.kind == "year"][:1]
    if words.ties_behind:
        is_at = after.startswith(words.ties_behind)
        return _with_ties_behind(tokens, words, known, is_held=is_held, is_at=is_at)
    hosts = _host(tokens, words, known)
    is_beside = bool(tokens) and not language_of(lang).words.head_first
    return hosts or (_row(tokens[:1], words, known) if is_beside else [])


def _behind_comma(tokens: Sequence[_Token], words: SessionWords) -> Sequence[_Token]:
    """What stands before the comma of a phrase that opens with a session: Năm 2021, tại COP26 ….

    Read from the session on: the words of its meeting, the tie, the comma.
    """
    parts = {part for word in (*words.meetings, *words.subject) for part in word.lower().split()}
    allowed = parts | words.between
    for at, token in enumerate(tokens[:-1]):
        word = token.text.lower()
        if word in words.ties and tokens[at + 1].text == ",":
            return tokens[at + 2 :]
        if word not in allowed:
            break
    return ()


def _sessions_of(token: _Token, known: Known) -> frozenset[int]:
    return known.places.get(token.text) or _year_of(token, known)


def _fact(token: _Token, known: Known) -> Fact | None:
    numbers = _sessions_of(token, known)
    if token.kind == "place":
        return Fact("place", token.start, token.end, numbers)
    return Fact("year", token.start, token.end, numbers) if numbers else None


def _row(tokens: Iterable[_Token], words: SessionWords, known: Known) -> list[Fact]:
    """The facts of tokens as far as all of them may stand beside a session."""
    found: list[Fact] = []
    for token in tokens:
        word = token.text.lower()
        if token.kind == "word" and not (word in words.ties or word in words.between):
            break
        if token.kind == "sign" and token.text != ",":
            break
        fact = _fact(token, known)
        found += [fact] if fact else []
    return found


def _in_front_of_bracket(tokens: Sequence[_Token], words: SessionWords, known: Known) -> list[Fact]:
    """The place and year that a phrase ends with before a bracket: tại Dubai năm 2023 (COP28)."""
    facts = _row(tokens, words, known)
    is_tied = words.ties_behind or any(
        token.text.lower() in words.ties and token.end <= one.start
        for one in facts
        for token in tokens
        if one.start - token.end <= 1
    )
    return facts if is_tied else []


def _with_ties_behind(
    tokens: Sequence[_Token], words: SessionWords, known: Known, *, is_held: bool, is_at: bool
) -> list[Fact]:
    """Where a tie follows its place: 두바이에서 열린 COP28, 2023년 두바이 COP28, 영국이 COP26을 개최."""
    found: list[Fact] = []
    last = _NOTHING
    for token in tokens:
        is_tied = last.text in words.ties_behind or last.kind in ("", "place")
        if token.kind == "place" and not is_tied and not (last.text in words.hosting and is_held):
            break
        if token.kind == "word":
            is_held = is_held or token.text in words.held
            allowed = (words.held, words.between, words.ties_behind, words.hosting)
            if not any(token.text in some for some in allowed):
                break
        elif token.kind == "sign":
            break
        fact = _fact(token, known)
        found += [fact] if fact else []
        last = token
    is_about = is_held or is_at or any(one.kind == "place" for one in found)
    return found if is_about else []


def _host(tokens: Sequence[_Token], words: SessionWords, known: Known) -> list[Fact]:
    """The place that is said to have a session: Brazil will host COP30."""
    for at, token in enumerate(tokens):
        if token.kind == "place" and at:
            fact = _fact(token, known)
            return [fact] if fact else []
        if token.text != "," and token.text.lower() not in words.hosting:
            break
    return []


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
