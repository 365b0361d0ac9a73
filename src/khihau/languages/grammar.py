"""How a name fits into its sentence: the default, and what every language asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from khihau.model import Edit

__all__ = ["Agreement", "Beside", "Grammar", "Plural", "Spot"]


class Spot(NamedTuple):
    """Where a name stands or shall stand in a text, and where its block begins there."""

    text: str
    start: int
    end: int
    block: int

    def before(self, reach: int) -> str:
        """The characters before it in its block, at most so many."""
        return self.text[max(self.block, self.start - reach) : self.start]


class Agreement(NamedTuple):
    """The edits after which the words beside a name agree with it; `doubt` says what is not sure."""

    edits: tuple[Edit, ...] = ()
    doubt: str = ""


class Plural(NamedTuple):
    """A name of several things, and whether its head noun is sure."""

    text: str
    is_sure: bool


class Beside(NamedTuple):
    """A name that is to be written, and what stands beside the place already.

    `full` is the name as it would be written; `names` are all names of its concept and `before` the
    words before the place, both caseless. `after` is what follows, without closing marks.
    `is_session`: it is one of a family that is counted.
    """

    full: str
    names: Sequence[str]
    before: Sequence[str]
    after: str
    is_session: bool


class Grammar:
    """A language whose words stand between spaces, unchanged beside each other."""

    # Whether a name of several things has a form of its own.
    has_plurals = False
    # Whether spaces divide syllables, so that one alone may be a part of another word.
    divides_syllables = False
    # Whether a noun before a name may say what it names and be no part of it (dự án …).
    has_leading_nouns = False
    # Words that make a name one of several things, where a word does.
    plural_words: frozenset[str] = frozenset()
    # What stands between a name and the bracket behind it.
    bracket_space = " "

    def small_words(self) -> frozenset[str]:
        """Words that a name and the words beside it may share, and it is no repetition."""
        return frozenset()

    def is_sure(self, line: str) -> bool:  # noqa: ARG002
        """Whether a line that looks to be in this language is: a short one may be in any."""
        return True

    # --- what stands beside a name ----------------------------------------------------------------

    def agreement(self, spot: Spot, name: str, reading: str | None = None) -> Agreement:  # noqa: ARG002
        """What must change beside a place where a name comes to stand; `reading` is how it is said."""
        return Agreement()

    def fits(self, spot: Spot, name: str) -> bool:  # noqa: ARG002
        """Whether a name may stand at a place, with the article that is there."""
        return True

    def with_article(self, before: str, name: str, after: str, *, is_numbered: bool) -> str | None:  # noqa: ARG002
        """A name with the article that it needs between other words; None where that is not sure."""
        return name

    def is_head(self, words: str) -> bool:  # noqa: ARG002
        """Whether the first words of a name are a noun of their own, that the rest may follow."""
        return True

    def doubled(self, beside: Beside) -> str:
        """The words beside a place that a name would say once more, "" where there are none."""
        last = beside.before[-1]
        is_again = any(last in re.findall(r"\w+", name) for name in beside.names)
        return last if is_again and last not in self.small_words() else ""

    # --- number -----------------------------------------------------------------------------------

    def plural(self, phrase: str) -> Plural:
        """A name of several things."""
        return Plural(phrase, is_sure=True)

    def is_plural_acronym(self, acronym: str) -> bool:  # noqa: ARG002
        """Whether an acronym has an ending that is none of its letters."""
        return False

    def in_number_of(self, old: str, name: str, *, is_plural: bool) -> str | None:  # noqa: ARG002
        """A name in the number of the one it replaces, None where that is not sure.

        `is_plural`: the old one is a plural by its form.
        """
        return name

    def agrees_in_number(self, acronym: str, form: str) -> bool:  # noqa: ARG002
        """Whether an acronym may stand alone where its full form stood before it."""
        return True

    # --- capitals ---------------------------------------------------------------------------------

    def is_titled(self, phrase: str) -> bool:  # noqa: ARG002
        """Whether a phrase has the capitals of a title."""
        return False

    def titled(self, phrase: str) -> str:
        """A phrase as it stands in a title."""
        return phrase
