"""How Vietnamese labels are found: spellings (M2), the words that cross an edge, the vote (M4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from khihau.languages.candidates import ACCEPT, Candidate, Verdict, reject
from khihau.languages.matching import Matching
from khihau.languages.variants import Variant
from khihau.languages.vi import edges, names, spelling
from khihau.languages.vi.word_lists import described
from khihau.model import Analyser

if TYPE_CHECKING:
    from khihau.model import Label

__all__ = ["VietnameseMatching"]


class VietnameseMatching(Matching):
    """Syllables between spaces, cut into words by two readings of what stands there."""

    def variants(self, label: Label, folded: str) -> Iterable[Variant]:
        """Tone placement, i/y, loan words, quotes around a zero, dashes: each as a pattern."""
        return spelling.variants(label, folded)

    def syllables(self, folded: str) -> int:
        """How many syllables a folded label has."""
        return edges.syllables(folded)

    def competitors(self, folded: str) -> tuple[frozenset[str], frozenset[str]]:
        """The syllables that make a listed word with an edge of a label."""
        return edges.competitors(folded)

    def edges(self, candidate: Candidate) -> Verdict:
        """Whole syllables that no listed word crosses, or crosses only in the dearer reading."""
        return edges.edges(candidate)

    def admits(self, candidate: Candidate) -> Verdict:
        """Whether a label of another language is more than a syllable of this one."""
        return edges.admits(candidate)

    def longer_name(self, candidate: Candidate) -> str:
        """A name that begins before the candidate or goes on behind it: Quỹ | Loss and Damage."""
        return names.longer_name(candidate)

    def decide(
        self,
        undecided: Sequence[tuple[Candidate, Verdict]],
        analyser: Analyser,  # noqa: ARG002 - that setting is for Korean
    ) -> Sequence[Verdict]:
        """The vote of underthesea, where it is installed, on each candidate that a word crosses."""
        from khihau.languages.vi.vote import approves  # most runs ask for no vote

        return [_voted(verdict, approves(candidate)) for candidate, verdict in undecided]

    def described(self) -> str:
        """Which word list is read beside our own."""
        return described()


def _voted(verdict: Verdict, approved: bool | None) -> Verdict:
    if approved is None:
        return verdict
    return ACCEPT if approved else reject("crossed", f"{verdict.detail}; underthesea votes against")
