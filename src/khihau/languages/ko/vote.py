"""The vote of kiwipiepy on a Korean candidate that the grammar leaves undecided (rule M5).

The sentence around the candidate is analysed as folded: composed, without characters that print
nothing, on one line. So the morphemes' offsets are those of the candidate.
"""

from __future__ import annotations

import warnings
from functools import lru_cache
from importlib.util import find_spec
from typing import Any, NamedTuple

from khihau.errors import ConfigError
from khihau.languages.candidates import Candidate, sentence_around
from khihau.languages.ko.tails import is_tail, rest_of_eojeol

__all__ = ["Vote", "available", "described", "require", "vote"]

_REACH = 150  # how far is read on each side of a candidate whose sentence is a table or a list

# Tags of the Sejong corpus, as kiwipiepy gives them. What a term is made of:
_NOMINAL = frozenset("NNG NNP XR XPN XSN SL SH SN SW SP".split())
# What may stand before it in its eojeol: nouns, numbers, prefixes, and, where a space is missing,
# what ends a word (미래의시장, 새로운시장). Here and below a set of J, S, W is tested by its letter.
_BEFORE = frozenset("NNG NNP NNB NR XR XPN XSN MM ETM".split())
# What may follow it: nouns, numbers, adverbs (감축없이), the copula, a verb made of the noun.
_AFTER = frozenset("NNG NNP NR XR XPN MAG VCP VCN XSV".split())
_PARTICLE_OR_SIGN = ("J", "S", "W")

# Prefixes that make another word: 미이행 is what was not done, 친환경 is no environment.
_OTHER_WORD_BEFORE = frozenset("비 불 부 미 무 몰 반 친 탈 재".split())
# A noun of one syllable before a term is mostly the half of another word (위기|후, 점검|증), except these.
_SYLLABLES_BEFORE = frozenset("봄 물 땅 숲 논 밭 쌀 벼 섬 빛 집".split())
# One after it makes another word (투자자, 목표치, 배출권), except these.
_SYLLABLES_AFTER = frozenset("들 등 별 내 외 측 시 중 전 후 간 뿐".split())
# Verbs that stand close to a noun where a space is missing: 감축없는, 감축위한.
_VERBS_AFTER = frozenset("하 없 있 위하 대하 관하 따르 인하".split())


class Vote(NamedTuple):
    """Whether the analyser reads the candidate as the term, and how it reads what stands there."""

    favours: bool
    reading: str


class _Morpheme(NamedTuple):
    form: str
    tag: str
    start: int
    end: int


def available() -> bool:
    """Whether kiwipiepy can vote here; it is looked for, not imported."""
    return all(find_spec(package) for package in ("kiwipiepy", "kiwipiepy_model"))


def described() -> str:
    """One line for `khihau --version -v`: whether an analyser votes on undecided Korean words."""
    if not available():
        return "no kiwipiepy found: what the particle grammar leaves undecided stays out"
    from importlib.metadata import version

    return f"kiwipiepy {version('kiwipiepy')} votes on what the particle grammar leaves undecided"


def require() -> None:
    """Fail, before the first text is read, where kiwipiepy must vote and cannot.

    Raises ConfigError.
    """
    if not available():
        raise ConfigError(
            "korean-analyser is “required”, but kiwipiepy is not installed: "
            "run pip install 'khihau[ko]', or set it to “auto”"
        )


def vote(candidate: Candidate) -> Vote:
    """For a candidate that is whole nominal morphemes, with nothing beside it that makes it another word.

    What stands beside it counts only within the eojeol.
    """
    start, end = _stretch(candidate)
    morphemes = _morphemes(candidate.folded.text[start:end])
    first, last = candidate.start - start, candidate.end - start
    before = [one for one in morphemes if one.end == first][-1:]
    inside = [one for one in morphemes if one.start < last and one.end > first]
    after = [one for one in morphemes if one.start == last][:1]
    favours = (
        all(one.start >= first and one.end <= last and one.tag in _NOMINAL for one in inside)
        and all(map(_may_stand_before, before))
        and all(map(_may_stand_after, after))
        and not (after and after[0].tag.startswith("J") and not _has_tail(candidate))
    )
    return Vote(favours, " ".join(f"{one.form}/{one.tag}" for one in (*before, *inside, *after)))


def _may_stand_before(one: _Morpheme) -> bool:
    if one.tag == "XPN":
        return one.form not in _OTHER_WORD_BEFORE
    if one.tag == "NNG" and len(one.form) == 1:
        return one.form in _SYLLABLES_BEFORE
    return one.tag in _BEFORE or one.tag.startswith(_PARTICLE_OR_SIGN)


def _may_stand_after(one: _Morpheme) -> bool:
    if one.tag in ("NNG", "NNB", "XSN") and len(one.form) == 1:
        return one.form in _SYLLABLES_AFTER
    if one.tag in ("VV", "VA", "XSA"):
        return one.form in _VERBS_AFTER
    return one.tag in _AFTER or one.tag.startswith(_PARTICLE_OR_SIGN)


def _has_tail(candidate: Candidate) -> bool:
    """Whether the rest of the eojeol is a tail: what the analyser takes for particles may be none (전기로로)."""
    rest = rest_of_eojeol(candidate.folded.text, candidate.end)
    return is_tail(rest, candidate.term.syllables)


def _stretch(candidate: Candidate) -> tuple[int, int]:
    """The span of the candidate's sentence, cut at spaces where it is too long to be one."""
    text = candidate.folded.text
    start, end = sentence_around(candidate)
    if candidate.start - start > _REACH:
        reach = candidate.start - _REACH
        start = text.find(" ", reach, candidate.start) + 1 or reach
    if end - candidate.end > _REACH:
        reach = candidate.end + _REACH
        cut = text.rfind(" ", candidate.end, reach)
        end = reach if cut < 0 else cut
    return start, end


# --- the analyser ---------------------------------------------------------------------------------


@lru_cache(maxsize=1024)
def _morphemes(sentence: str) -> tuple[_Morpheme, ...]:
    """The sentence's morphemes in order. An ending merged with its stem overlaps it: 했 = 하 + 었.

    Unknown words are not guessed longer than the dictionary's (기후|소송|단). Remembered, since the
    commands look at a text more than once.
    """
    return tuple(
        _Morpheme(token.form, token.tag.partition("-")[0], token.start, token.end)
        for token in _kiwi().tokenize(sentence, oov_handling="rule")
    )


@lru_cache(maxsize=1)
def _kiwi() -> Any:
    """The analyser, loaded once a process, without threads.

    The dictionaries of typos and of names of several words take half of the time and a third of
    the memory, and change no vote. Raises ConfigError where the installation is damaged.
    """
    try:
        from kiwipiepy import Kiwi

        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # 0 once meant "as many as cores"
            return Kiwi(num_workers=0, load_typo_dict=False, load_multi_dict=False)
    except (ImportError, OSError) as error:
        raise ConfigError(
            f"kiwipiepy cannot be loaded ({error}): install it anew, "
            "or set korean-analyser to “off”"
        ) from error
