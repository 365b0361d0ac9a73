"""The vote of kiwipiepy on a Korean candidate that the grammar leaves undecided (SEMANTICS M5).

The sentence around the candidate is analysed as folded: composed, without characters that print
nothing, on one line. So the morphemes' offsets are those of the candidate.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from khihau.errors import ConfigError
from khihau.languages.base import Candidate, sentence_around

__all__ = ["Vote", "available", "require", "vote"]

_REACH = 150  # how far a sentence is read that is none: a table, a list without full stops

# Tags of the Sejong corpus. What a term is made of:
_NOMINAL = frozenset("NNG NNP XR XPN XSN SL SH SN SW SP".split())
# What may stand before it in its eojeol: another noun, a number, a prefix; or, where a space is
# missing, what ends a word (미래의시장, 새로운시장).
_BEFORE = frozenset("NNG NNP NNB NR XR XPN XSN SL SH SN MM ETM".split())
# What may follow: particles, the copula, a verb made of the noun, another noun or a number.
_AFTER = frozenset("NNG NNP NR XR XPN SL SH SN VCP VCN XSV".split())

# Prefixes that make another word: 미이행 is what was not done, 친환경 is no environment.
_OTHER_BEFORE = frozenset("비 불 부 미 무 몰 반 친 탈".split())
# One syllable after a term makes another word (투자자, 목표치, 감축안, 배출권), except these.
_SYLLABLE_AFTER = frozenset("들 등 별 내 외 측 시 중 전 후 간 뿐".split())


@dataclass(frozen=True, slots=True)
class Vote:
    """Whether the analyser reads the candidate as the term, and its reading of the eojeol."""

    favours: bool
    reading: str


@dataclass(frozen=True, slots=True)
class _Morpheme:
    form: str
    tag: str
    start: int
    end: int


def available() -> bool:
    """Whether kiwipiepy can vote here; it is looked for, not imported."""
    return all(find_spec(package) for package in ("kiwipiepy", "kiwipiepy_model"))


def require() -> None:
    """Fail before the first text is read where kiwipiepy must vote and cannot.

    Raises ConfigError.
    """
    if not available():
        raise ConfigError(
            "korean-analyser is “required”, but kiwipiepy is not installed: "
            "pip install 'khihau[ko]', or set it to “auto”"
        )


def vote(candidate: Candidate) -> Vote:
    """For a candidate that is nominal morphemes, whole ones, with nothing glued on.

    Its start and end must be borders of morphemes, and the morphemes beside it in the same eojeol
    must leave it the word that it is.
    """
    text = candidate.folded.text
    start, end = _stretch(candidate)
    morphemes = _morphemes(text[start:end])
    first, last = candidate.start - start, candidate.end - start
    inside = [one for one in morphemes if one.start < last and one.end > first]
    before = [one for one in morphemes if one.end == first]
    after = [one for one in morphemes if one.start == last]
    favours = (
        all(first <= one.start and one.end <= last and one.tag in _NOMINAL for one in inside)
        and all(map(_leaves_it_before, before[-1:]))
        and all(map(_leaves_it_after, after[:1]))
    )
    return Vote(favours, _reading([*before[-1:], *inside, *after[:1]]))


def _leaves_it_before(one: _Morpheme) -> bool:
    if one.tag == "XPN":
        return one.form not in _OTHER_BEFORE
    return one.tag in _BEFORE or one.tag[0] in "JSW"


def _leaves_it_after(one: _Morpheme) -> bool:
    if one.tag in ("NNG", "NNB", "XSN") and len(one.form) == 1:
        return one.form in _SYLLABLE_AFTER
    return one.tag in _AFTER or one.tag[0] in "JSW" or (one.tag, one.form) == ("XSA", "하")


def _reading(morphemes: Sequence[_Morpheme]) -> str:
    return " ".join(f"{one.form}/{one.tag}" for one in morphemes)


def _stretch(candidate: Candidate) -> tuple[int, int]:
    """The span of the candidate's sentence, cut at spaces where it is too long to be one."""
    text = candidate.folded.text
    start, end = sentence_around(candidate)
    if candidate.start - start > _REACH:
        start = candidate.start - _REACH
        start = text.find(" ", start, candidate.start) + 1 or start
    if end - candidate.end > _REACH:
        end = candidate.end + _REACH
        cut = text.rfind(" ", candidate.end, end)
        end = cut if cut >= 0 else end
    return start, end


# --- the analyser ---------------------------------------------------------------------------------


@lru_cache(maxsize=1024)
def _morphemes(sentence: str) -> tuple[_Morpheme, ...]:
    """The sentence's morphemes in order. Endings merged with a stem overlap it: 했 = 하 + 었."""
    return tuple(
        _Morpheme(token.form, token.tag.partition("-")[0], token.start, token.end)
        for token in _kiwi().tokenize(sentence, oov_handling="rule")
    )


@lru_cache(maxsize=1)
def _kiwi() -> Any:
    """The analyser, loaded once a process; the dictionaries of typos and of long names cost twice
    the time and memory, and change no vote."""
    from kiwipiepy import Kiwi

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of the meaning that 0 once had
        return Kiwi(num_workers=0, load_typo_dict=False, load_multi_dict=False)
