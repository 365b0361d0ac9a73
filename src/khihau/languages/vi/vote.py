"""The vote of underthesea on a candidate that a listed word crosses (rule M4).

It is asked last, of the sentences concerned only, and imported only then: that takes longer than
checking a text. It gives no offsets and respells what it is given (Uỷ, Ủy), so its tokens are laid
on the folded text by the count of their letters.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate

from khihau.languages.candidates import Candidate, sentence_around
from khihau.languages.vi.spelling import old_placement
from khihau.text.fold import fold

__all__ = ["approves"]


def approves(candidate: Candidate) -> bool | None:
    """Whether both edges of a candidate are edges of tokens; None where there is no vote."""
    folded = candidate.folded
    start, end = sentence_around(candidate)
    source = folded.source[slice(*folded.source_span(start, end))]
    cuts = _cuts(fold(source, keep_case=True).text)
    if max(cuts, default=-1) != _letters(folded.text[start:end]):  # none, or of other letters
        return None
    first = _letters(folded.text[start : candidate.start])
    return {first, first + _letters(candidate.text)} <= cuts


@lru_cache(maxsize=1024)
def _cuts(sentence: str) -> frozenset[int]:
    """How many letters of a sentence stand before each edge of a token; empty without analyser.

    The model learnt from texts with the old tone placement (hoà, not hòa), and takes the words of
    a headline in capitals for names.
    """
    tokenize = _tokenizer()
    if tokenize is None:
        return frozenset()
    cased = sentence.lower() if sentence.isupper() else sentence
    tokens = tokenize(old_placement(cased), use_token_normalize=False)
    cuts = frozenset(accumulate(map(_letters, tokens), initial=0))
    return cuts if max(cuts) == _letters(sentence) else frozenset()


def _letters(text: str) -> int:
    return len(text) - text.count(" ")


@lru_cache(maxsize=1)
def _tokenizer() -> Callable[..., list[str]] | None:
    try:
        from underthesea import word_tokenize
    except Exception:
        return None
    tokenizer: Callable[..., list[str]] = word_tokenize
    return tokenizer
