"""Where a sentence ends: the default, and what every language asks.

The words that a stop belongs to, and that open a sentence, are put together with those of the other
languages: a text has names and abbreviations of several.
"""

from __future__ import annotations

from collections.abc import Iterable

from khihau.languages.data import data_parts
from khihau.model import LabelLang

__all__ = ["Sentences"]


class Sentences:
    """A language whose sentences end in a full stop, a question or exclamation mark."""

    numbers_end = True  # a stop behind a number may end a sentence

    def __init__(self, code: LabelLang | None = None, *, letters_end: bool = False) -> None:
        """`code` is the folder of its data file; `letters_end`: a stop behind a lone letter may end one."""
        self.code = code
        self.letters_end = letters_end

    # --- words ------------------------------------------------------------------------------------

    @property
    def abbreviations(self) -> Iterable[str]:
        """Abbreviations that end no sentence; like all of them without the last stop, in lower case."""
        return self._words("abbreviations")

    @property
    def before_numbers(self) -> Iterable[str]:
        """Abbreviations that end none before a number."""
        return self._words("before numbers")

    @property
    def rarely_end(self) -> Iterable[str]:
        """Abbreviations that, like initials, end one only before a word that opens sentences."""
        return self._words("rarely end")

    @property
    def may_end(self) -> Iterable[str]:
        """Abbreviations that look like initials and may end one."""
        return self._words("may end")

    @property
    def unsure_ends(self) -> Iterable[str]:
        """Abbreviations, as they are written, behind which no sentence surely begins."""
        return self._words("unsure ends")

    @property
    def parts(self) -> Iterable[str]:
        """What the numbered parts of a text are called: Article, Table."""
        return self._words("parts")

    @property
    def opening_words(self) -> Iterable[str]:
        """Words that open a sentence and are no names."""
        return self._words("opening words")

    @property
    def list_letters(self) -> Iterable[str]:
        """Letters other than Latin ones that number the items of a list."""
        return self._words("list letters")

    # --- marks and endings ------------------------------------------------------------------------

    def without_mark(self, text: str, start: int, end: int) -> Iterable[tuple[int, int]]:  # noqa: ARG002
        """Where sentences end that have no mark, and where the next ones begin."""
        return ()

    def ends_by_itself(self, words: str) -> bool:  # noqa: ARG002
        """Whether words that no mark closes are a sentence by their ending, and surely no title."""
        return False

    def goes_on(self, text: str, at: int) -> bool:  # noqa: ARG002
        """Whether a sentence goes on at a place behind the speech that it tells."""
        return False

    def ends_before_small(self, last: str) -> bool:  # noqa: ARG002
        """Whether a mark behind a letter ends a sentence though a small letter follows."""
        return False

    def ends_in_dots(self, last: str) -> bool:  # noqa: ARG002
        """Whether several stops behind a letter end a sentence."""
        return True

    def ends_touching(self, last: str, following: str) -> bool:  # noqa: ARG002
        """Whether a mark between two letters ends a sentence though no space stands behind it."""
        return False

    def _words(self, heading: str) -> tuple[str, ...]:
        return data_parts(self.code, "sentences.txt").get(heading, ()) if self.code else ()
