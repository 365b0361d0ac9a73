"""How near a mistyped acronym is to a known one."""

from __future__ import annotations

from khihau.languages.known_acronyms import known_acronyms
from khihau.text.regex import regex

__all__ = ["acronym_likeness", "is_acronym"]

_SHAPE = regex(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z0-9+&-]{3,10}")
_DOUBLE = regex(r"(.)\1+")
_SAME_LENGTH, _SAME_ENDS, _SWAPPED = 0.10, 0.05, 0.08
_ENOUGH = 0.6
_TOO_SHORT, _UNSURE = 3, 0.74


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
    if kept < _ENOUGH:
        return 0.0
    same_length = len(typed) == len(known)
    swapped = same_length and sorted(typed) == sorted(known) and OSA.distance(typed, known) == 1
    same_ends = typed[0] == known[0] and typed[-1] == known[-1]
    singled = _DOUBLE.sub(r"\1", typed) == _DOUBLE.sub(r"\1", known)
    gain = _SAME_LENGTH * (same_length or singled) + _SAME_ENDS * same_ends + _SWAPPED * swapped
    return min(kept + gain, 0.95) * (1.0 if len(typed) > _TOO_SHORT else _UNSURE)
