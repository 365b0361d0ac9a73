"""The words around the number of a session: what every language says of them, as data."""

from __future__ import annotations

from typing import NamedTuple

from khihau.languages.data import data_parts
from khihau.model import LabelLang

__all__ = ["SessionWords", "session_words"]


class SessionWords(NamedTuple):
    """What `session-words.txt` of a language holds; a language without has none.

    `numbered` are the shapes of a number in words, `meetings` what it is one of; `ties` stand between a
    session and its place or year, `ties_behind` right behind a place; `held` say that it met, `between`
    may stand there besides. A year behind one of `since`, and a place beside a session that is behind
    one of `toward`, belong to something else. `hosting` stands between the country that has a session and it.
    `decided` may stand besides between the number of a decision and the session that took it.
    `subject` beside one of `meetings` says which conference it is, where others have sessions of that name.
    """

    numbered: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    ties: frozenset[str] = frozenset()
    ties_behind: tuple[str, ...] = ()
    held: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    toward: frozenset[str] = frozenset()
    hosting: frozenset[str] = frozenset()
    subject: tuple[str, ...] = ()
    decided: frozenset[str] = frozenset()


def session_words(lang: LabelLang) -> SessionWords:
    """The words of a language, read from its file."""
    parts = data_parts(lang, "session-words.txt")
    return SessionWords(
        parts["numbered"],
        parts["meetings"],
        frozenset(parts.get("ties", ())),
        parts.get("ties behind", ()),
        frozenset(parts.get("held", ())),
        frozenset(parts.get("between", ())),
        frozenset(parts.get("since", ())),
        frozenset(parts.get("toward", ())),
        frozenset(parts.get("hosting", ())),
        parts.get("subject", ()),
        frozenset(parts.get("decided", ())),
    )
