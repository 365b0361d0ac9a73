"""How near a mistyped acronym is to a known one."""

from __future__ import annotations

from khihau.fuzzy import tuned
from khihau.languages.known_acronyms import known_acronyms
from khihau.text.regex import regex

__all__ = ["acronym_likeness", "is_acronym"]

_SHAPE = regex(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z0-9+&-]{3,10}")
_DOUBLE = regex(r"(.)\1+")


def is_acronym(phrase: str) -> bool:
    """Whether a phrase may be an acronym with a slip in it; one that readers know is none."""
    word = phrase.strip()
    return bool(_SHAPE.fullmatch(word)) and word not in known_acronyms()


def acronym_likeness(typed: str, known: str) -> float:
    """0 to 1: the letters kept in order, and what a slip of the keys leaves as it was.

    Of three letters a slip leaves two, which is too little to be sure: CIA is no slip of ICA.

    A slip swaps neighbours or takes another letter: the length and the outer letters stay. So NDCG
    is nearer to NCQG than to NDC, though that is one edit away. Or it types a double letter once
    (UNFCC).
    """
    from rapidfuzz.distance import OSA, LCSseq

    kept = LCSseq.normalized_similarity(typed, known, processor=None)
    if kept < tuned.ACRONYM_FROM:
        return 0.0
    same_length = len(typed) == len(known)
    swapped = same_length and sorted(typed) == sorted(known) and OSA.distance(typed, known) == 1
    same_ends = typed[0] == known[0] and typed[-1] == known[-1]
    singled = _DOUBLE.sub(r"\1", typed) == _DOUBLE.sub(r"\1", known)
    gain = (
        tuned.SAME_LENGTH * (same_length or singled)
        + tuned.SAME_ENDS * same_ends
        + tuned.SWAPPED * swapped
    )
    return min(kept + gain, tuned.ACRONYM_AT_MOST) * (
        1.0 if len(typed) > tuned.UNSURE_LENGTH else tuned.UNSURE
    )
