"""How the labels of a language are found in a text: the default, and what every language asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from khihau.languages.candidates import ACCEPT, Candidate, Verdict, reject
from khihau.languages.variants import Variant
from khihau.model import Analyser
from khihau.text.fold import is_hangul

if TYPE_CHECKING:
    from khihau.model import Label

__all__ = ["Matching", "neighbours"]

_FREE = frozenset(("", " ", "(", ")", "\n", '"'))  # beside these every word starts and ends


class Matching:
    """A language whose words stand between spaces, and are written in one way."""

    def variants(self, label: Label, folded: str) -> Iterable[Variant]:  # noqa: ARG002
        """More spellings of a label; `folded` is its text, folded with its case kept."""
        return ()

    def syllables(self, folded: str) -> int:
        """How many syllables of this language a folded label has; here its words."""
        return len(folded.split())

    def competitors(self, folded: str) -> tuple[frozenset[str], frozenset[str]]:  # noqa: ARG002
        """The syllables that may make a longer word with a label's edge: before it, after it."""
        return frozenset(), frozenset()

    def edges(self, candidate: Candidate) -> Verdict:
        """Whether the candidate starts and ends where a word of this language may."""
        return neighbours(candidate)

    def admits(self, candidate: Candidate) -> Verdict:  # noqa: ARG002
        """Whether a candidate of another language is one in a text of this language."""
        return ACCEPT

    def longer_name(self, candidate: Candidate) -> str:  # noqa: ARG002
        """The longer proper name that a candidate is a part of, as far as it is read; "" for none.

        Asked of the language of the label and of that of the text.
        """
        return ""

    def covers(self, text: str, at: int, word: str) -> bool:  # noqa: ARG002
        """Whether a word of `covered_by`, folded, is that word at an offset of a folded text."""
        return True

    def decide(
        self,
        undecided: Sequence[tuple[Candidate, Verdict]],
        analyser: Analyser,  # noqa: ARG002
    ) -> Sequence[Verdict]:
        """The last word on each undecided candidate: an analyser's vote, else its own verdict.

        Raises ConfigError where the analyser is installed and damaged.
        """
        return [verdict for _, verdict in undecided]

    def require(self) -> None:
        """Fail, before the first text is read, where an analyser must vote and cannot.

        Raises ConfigError.
        """

    def described(self) -> str:
        """One line for `khihau --version -v`: whose words judge a text; "" where nobody's do."""
        return ""


def neighbours(candidate: Candidate) -> Verdict:
    """The edges that Latin letters and digits need in any language (rule M6).

    Hangul, kana and Han beside a Latin letter are an edge, another letter, mark or digit is none;
    an underscore or emphasis that the fold dropped is an edge on the left, an underscore also on
    the right.
    """
    text, start, end = candidate.folded.text, candidate.start, candidate.end
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _FREE and after in _FREE:
        return ACCEPT
    first, last = text[start], text[end - 1]
    if not _is_cjk(first):
        if _adjoins(before) and not candidate.folded.gap(start):
            return reject("edge", f"“{before}” before it")
        if first.isdigit() and before in (".", ",") and text[start - 2 : start - 1].isdigit():
            return reject("edge", "a decimal before it")
    if not _is_cjk(last):
        if _adjoins(after) and "_" not in candidate.folded.gap(end):
            return reject("edge", f"“{after}” after it")
        if last.isdigit() and after in (".", ",") and text[end + 1 : end + 2].isdigit():
            return reject("edge", "a decimal after it")
        if after == "+" and candidate.term.kind in ("acronym", "symbol"):
            return reject("edge", "“+” after it")
    return ACCEPT


def _is_cjk(character: str) -> bool:
    return (
        is_hangul(character)
        or "\u3040" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
    )


def _adjoins(character: str) -> bool:
    return (character.isalnum() or "\u0300" <= character <= "\u036f") and not _is_cjk(character)
