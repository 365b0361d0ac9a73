"""The places and years of a session that stand behind it: COP29 in Baku, COP30 năm 2025 (rule C11)."""

from __future__ import annotations

from collections.abc import Sequence

from khihau.languages.session_words import SessionWords
from khihau.review import tuned
from khihau.review.session_readings import NOTHING, Fact, Reading

__all__ = ["places_and_years_behind"]


def places_and_years_behind(
    found: Sequence[Reading], words: SessionWords, *, is_bracketed: bool
) -> list[Fact]:
    """The facts at the start of what stands behind a session; `is_bracketed`: a bracket opens before it."""
    reading = _Behind(words, is_bracketed=is_bracketed)
    for at, token in enumerate(found[: tuned.WORDS_BESIDE_SESSION]):
        following = found[at + 1] if at + 1 < len(found) else NOTHING
        if not reading.takes(token, following):
            break
    return reading.facts()


class _Behind:
    """What is read behind a session, token by token, as far as the words are those of its place."""

    def __init__(self, words: SessionWords, *, is_bracketed: bool) -> None:
        self.found: list[Fact] = []
        self._sure: list[Fact] = []  # in a bracket, or those of a host
        self._words = words
        self._is_bracketed = is_bracketed  # the session itself stands in the bracket
        self._in_bracket = self._is_tied = is_bracketed
        self._is_held = False
        self._last, self._before_last = NOTHING, NOTHING

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

    def takes(self, token: Reading, following: Reading) -> bool:
        """Read one token; False where nothing behind it is said of the session."""
        match token.kind:
            case "place":
                goes_on = self._takes_place(token, following)
            case "number":
                goes_on = self._takes_number(token)
            case "word":
                goes_on = self._takes_word(token.text.lower())
            case _:
                goes_on = self._takes_sign(token.text, following)
        self._last, self._before_last = token, self._last
        return goes_on

    def _takes_place(self, token: Reading, following: Reading) -> bool:
        words, is_tied, numbers = self._words, self._is_tied, token.numbers
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

    def _takes_number(self, token: Reading) -> bool:
        numbers = token.numbers
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

    def _takes_sign(self, sign: str, following: Reading) -> bool:
        if sign == "(" and not self._in_bracket:
            self._in_bracket = self._is_tied = True
            return True
        if sign == ")" and self._in_bracket and not self._is_bracketed:
            self._in_bracket = False
            return True
        is_listed = self._last.kind == "place" and following.kind in ("place", "number")
        is_held = following.text.lower() in self._words.held
        return sign == "," and (self._in_bracket or is_listed or is_held)
