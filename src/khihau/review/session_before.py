"""The places and years of a session that stand before it: tại Dubai năm 2023 (COP28), 2023년 두바이 COP28 (rule C11)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from khihau.languages import language_of
from khihau.languages.session_words import SessionWords
from khihau.model import Lang
from khihau.review import tuned
from khihau.review.session_readings import NOTHING, Fact, Known, Reading, name_parts, tokens
from khihau.text.regex import regex

__all__ = ["places_and_years_before"]

_BRACKET = regex(r"\s*\([^()]*\)")


def places_and_years_before(text: str, after: str, lang: Lang | None, known: Known) -> list[Fact]:
    """Of what stands before a session, read from there on: the nearest shape that fits.

    Both `text` and what stands `after` the session are folded.
    """
    words = language_of(lang).ordinals.session_words
    found = tokens(text, known)[-tuned.WORDS_BESIDE_SESSION :][::-1]
    bracket = _BRACKET.match(after)
    is_held = _says_held(tokens(after[bracket.end() if bracket else 0 :], known), words)
    if found and found[0].text == "(":
        return _in_front_of_bracket(found[1:], words)
    if found and found[0].text == "," and is_held:
        return _year(found[1:], words)  # Ngày 10/11/2024, COP30 khai mạc
    placed = _behind_comma(found, words)
    if placed and words.since.isdisjoint(
        one.text.lower() for one in placed[: tuned.WORDS_OF_A_DATE]
    ):
        return _year(placed, words)
    if words.ties_behind:
        is_at = after.startswith(words.ties_behind)
        return _with_ties_behind(found, words, is_held=is_held, is_at=is_at)
    hosts = _host(found, words)
    is_beside = bool(found) and not language_of(lang).words.head_first
    return hosts or (_row(found[:1], words) if is_beside else [])


def _behind_comma(found: Sequence[Reading], words: SessionWords) -> Sequence[Reading]:
    """What stands before the comma of a phrase that opens with a session: Năm 2021, tại COP26 ….

    Read from the session on: the words of its meeting, the tie, the comma.
    """
    allowed = name_parts(words) | words.between
    for at, token in enumerate(found[:-1]):
        word = token.text.lower()
        if word in words.ties and found[at + 1].text == ",":
            return found[at + 2 :]
        if word not in allowed:
            break
    return ()


def _year(read: Iterable[Reading], words: SessionWords) -> list[Fact]:
    """The year that is the nearest fact of a row."""
    return [one for one in _row(read, words) if one.kind == "year"][:1]


def _row(read: Iterable[Reading], words: SessionWords) -> list[Fact]:
    """The facts of tokens as far as all of them may stand beside a session."""
    found: list[Fact] = []
    for token in read:
        word = token.text.lower()
        if token.kind == "word" and not (word in words.ties or word in words.between):
            break
        if token.kind == "sign" and token.text != ",":
            break
        found += _facts_of(token)
    return found


def _in_front_of_bracket(read: Sequence[Reading], words: SessionWords) -> list[Fact]:
    """The place and year that a phrase ends with before a bracket: tại Dubai năm 2023 (COP28)."""
    facts = _row(read, words)
    is_tied = words.ties_behind or any(
        token.text.lower() in words.ties and token.end <= one.start
        for one in facts
        for token in read
        if one.start - token.end <= 1
    )
    return facts if is_tied else []


def _with_ties_behind(
    read: Sequence[Reading], words: SessionWords, *, is_held: bool, is_at: bool
) -> list[Fact]:
    """Where a tie follows its place: 두바이에서 열린 COP28, 2023년 두바이 COP28, 영국이 COP26을 개최."""
    found: list[Fact] = []
    last = NOTHING
    for token in read:
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
        found += _facts_of(token)
        last = token
    is_about = is_held or is_at or any(one.kind == "place" for one in found)
    return found if is_about else []


def _host(read: Sequence[Reading], words: SessionWords) -> list[Fact]:
    """The place that is said to have a session: Brazil will host COP30."""
    for at, token in enumerate(read):
        if token.kind == "place" and at:
            return _facts_of(token)
        if token.text != "," and token.text.lower() not in words.hosting:
            break
    return []


def _says_held(after: Sequence[Reading], words: SessionWords) -> bool:
    """Whether a session is the subject of words that say that it meets: COP30 đã chính thức khai mạc."""
    for token in after[: tuned.WORDS_BEFORE_HELD]:
        if token.text.lower() in words.held:
            return True
        if token.kind != "word" or token.text.lower() not in words.between:
            return False
    return False


def _facts_of(token: Reading) -> list[Fact]:
    """The place or the year that a token is, if it is one."""
    if token.kind == "place" or token.numbers:
        kind: Literal["place", "year"] = "place" if token.kind == "place" else "year"
        return [Fact(kind, token.start, token.end, token.numbers)]
    return []
