"""How Korean labels are found: spellings (M2), tails and covering words (M5), the vote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from khihau.languages.candidates import ACCEPT, Candidate, Verdict, reject
from khihau.languages.ko import edges, spelling
from khihau.languages.matching import Matching
from khihau.languages.variants import Variant
from khihau.model import Analyser
from khihau.text.hangul import spoken_syllables

if TYPE_CHECKING:
    from khihau.model import Label

__all__ = ["KoreanMatching"]


class KoreanMatching(Matching):
    """Eojeols: a term with a tail that is read to its end."""

    def variants(self, label: Label, folded: str) -> Iterable[Variant]:
        """Loan spellings, dashes, a dot for a hyphen."""
        return spelling.variants(label, folded)

    def syllables(self, folded: str) -> int:
        """How many syllables a folded label has; each Latin letter is said as one."""
        return spoken_syllables(folded)

    def edges(self, candidate: Candidate) -> Verdict:
        """The eojeol's start or a script change on the left, a whole tail on the right."""
        return edges.edges(candidate)

    def covers(self, text: str, at: int, word: str) -> bool:
        """Whether such a word is that word, and no particle of what stands before it."""
        return edges.covers(text, at, word)

    def longer_name(self, candidate: Candidate) -> str:
        """A body or an act that is named with the candidate, in one piece: 녹색성장|위원회, 재난방지|법."""
        if candidate.term.lang != "ko":
            return ""
        return edges.body_of(candidate) or edges.act_of(candidate)

    def decide(
        self, undecided: Sequence[tuple[Candidate, Verdict]], analyser: Analyser
    ) -> Sequence[Verdict]:
        """The votes of kiwipiepy where it is installed and not switched off (rule M5)."""
        from khihau.languages.ko import vote  # most runs ask for no vote

        if analyser == "off" or not vote.available():
            return [verdict for _, verdict in undecided]
        return [_voted(verdict, *vote.vote(candidate)) for candidate, verdict in undecided]

    def require(self) -> None:
        """Fail where kiwipiepy is not installed."""
        from khihau.languages.ko import vote

        vote.require()

    def described(self) -> str:
        """Whether kiwipiepy votes here."""
        from khihau.languages.ko import vote

        return vote.described()


def _voted(verdict: Verdict, favours: bool, reading: str) -> Verdict:
    against = f"{verdict.detail}; kiwipiepy votes against: {reading}"
    return ACCEPT if favours else reject("undecided", against)
