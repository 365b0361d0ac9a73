"""The rest of an eojeol after a Korean term: particles, the copula, verb endings (rules K1 to K4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from khihau.languages.data import data_parts
from khihau.languages.ko import tuned
from khihau.text.regex import regex

__all__ = [
    "bound_nouns",
    "is_closed",
    "is_contracted",
    "is_tail",
    "particle_pairs",
    "rest_of_eojeol",
    "tail_kind",
]

_RUN = regex("[가-힣]{0,64}")
_LONGEST = 24  # no tail has more syllables
_FOLLOWERS: Mapping[str, tuple[str, ...]] = {
    "": ("closing", "genitive", "place", "limit", "auxiliary", "polite"),
    "place": ("genitive", "limit", "auxiliary", "polite"),
    "limit": ("closing", "genitive", "place", "limit", "auxiliary", "polite"),
    "closing": ("polite",),
    "auxiliary": ("polite",),
    "genitive": (),
    "polite": (),
}
"""The classes of particles that may follow one of a class, and that may begin ("")."""
_CASE = ("closing", "place", "limit")
_OBJECT = ("을", "를")
_AUXILIARY = "auxiliary"  # the class of the stems that a verb of [auxiliary-verb] may follow


class _Endings(NamedTuple):
    """The endings of a class of stems; `nominal` ones take particles (감축하기로)."""

    final: frozenset[str]
    nominal: frozenset[str]


class _Grammar(NamedTuple):
    particles: Mapping[str, frozenset[str]]  # class -> its forms
    copula: frozenset[str]
    closed_copula: frozenset[str]  # its forms after a final consonant
    before_copula: frozenset[str]
    suffix: frozenset[str]
    long_suffix: frozenset[str]
    verb: Mapping[str, tuple[str, ...]]  # stem -> its classes
    auxiliary_verb: Mapping[str, tuple[str, ...]]
    endings: Mapping[str, _Endings]


def rest_of_eojeol(text: str, start: int) -> str:
    """The Hangul from an offset on, as far as a tail could reach: an eojeol may be a whole text."""
    run = _RUN.match(text, start)
    return run.group() if run else ""


def is_tail(tail: str, syllable_count: int) -> bool:
    """Whether `tail` may follow a term of so many syllables inside its eojeol.

    That is `suffix* (particles | copula)` or a form of 하다, 되다, 시키다, 받다, 당하다. Agreement with
    the final consonant never rejects.
    """
    return bool(tail_kind(tail, syllable_count))


@lru_cache(maxsize=16384)
def tail_kind(
    tail: str, syllable_count: int, *, closed: bool = False
) -> Literal["particles", "copula", "verb", ""]:
    """What a tail is, "" where it is none; `closed` asks that the copula agree with a consonant."""
    if len(tail) > _LONGEST:
        return ""
    grammar = _grammar()
    suffixes = grammar.suffix
    if syllable_count >= tuned.LONG_SUFFIX_FROM:
        suffixes |= grammar.long_suffix
    rests = (tail, *_after(tail, suffixes))
    if any(_is_particles(rest, grammar) or _is_object(rest, grammar) for rest in rests):
        return "particles"
    if any(_is_copula(rest, grammar, closed=closed) for rest in rests):
        return "copula"
    return "verb" if _is_verb(tail, grammar.verb, grammar) else ""


def is_contracted(tail: str, following: str) -> bool:
    """Whether a tail is a contracted 하지, 하기 or 하게, as only the next word can show (이행치 않은)."""
    nexts = _contracted().get(tail, ())
    return any(following.startswith(f" {word}") for word in nexts)


def _is_copula(rest: str, grammar: _Grammar, *, closed: bool) -> bool:
    """A form of 이다, also after a particle; there it must agree: 만이다, not 만다 (보고만다)."""
    return rest in (grammar.closed_copula if closed else grammar.copula) or any(
        last in (grammar.closed_copula if is_closed(rest[: -len(last)]) else grammar.copula)
        for last in _after(rest, grammar.before_copula, repeat=False)
        if last
    )


def is_closed(text: str) -> bool:
    """Whether a text ends in a Hangul syllable with a final consonant."""
    return (ord(text[-1]) - ord("가")) % 28 > 0


def _is_particles(rest: str, grammar: _Grammar, previous: str = "") -> bool:
    """A stack of particles, or nothing: 에서만의, not 로를 (전기로를 is a furnace)."""
    return not rest or any(
        rest[:end] in grammar.particles[name] and _is_particles(rest[end:], grammar, name)
        for name in _FOLLOWERS[previous]
        for end in range(1, len(rest) + 1)
    )


def _is_object(rest: str, grammar: _Grammar) -> bool:
    """An object with its verb, written without their space: 승인|을받아야."""
    return rest[:1] in _OBJECT and _is_verb(rest[1:], grammar.verb, grammar)


def _is_verb(rest: str, stems: Mapping[str, tuple[str, ...]], grammar: _Grammar) -> bool:
    """A stem with an ending of its classes, or with an auxiliary verb (감축해 + 왔다)."""
    for end in range(1, len(rest) + 1):
        classes = stems.get(rest[:end], ())
        last = rest[end:]
        for name in classes:
            if name == _AUXILIARY:
                if _is_verb(last, grammar.auxiliary_verb, grammar):
                    return True
            elif _is_ending(last, grammar.endings[name], grammar):
                return True
    return False


def _is_ending(rest: str, endings: _Endings, grammar: _Grammar) -> bool:
    if rest in endings.final:
        return True
    nominal = [rest] if "" in endings.nominal else []
    return any(
        _is_particles(last, grammar)
        for last in (*nominal, *_after(rest, endings.nominal, repeat=False))
    )


def _after(text: str, heads: frozenset[str], *, repeat: bool = True) -> Iterator[str]:
    """What remains of a text after one head, and, if they repeat, after each further one."""
    for end in range(1, len(text) + 1):
        if text[:end] in heads:
            yield text[end:]
            if repeat:
                yield from _after(text[end:], heads)


def particle_pairs(*names: str) -> list[tuple[str, str]]:
    """The (after a consonant, after a vowel) pairs of sections: "case", "auxiliary", "copula"."""
    sections = _sections()
    pairs: list[tuple[str, str]] = []
    for name in names:
        parts = _CASE if name == "case" else (name,)
        for entry in chain.from_iterable(sections[part] for part in parts):
            closed, slash, open_ = entry.partition("/")
            if slash:
                pairs.append((closed, open_))
    return pairs


# --- data -----------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    verb, auxiliary_verb = _stems("verb"), _stems("auxiliary-verb")
    classes = {name for names in (*verb.values(), *auxiliary_verb.values()) for name in names}
    return _Grammar(
        particles={name: _forms(name) for name in _FOLLOWERS[""]},
        copula=_forms("copula"),
        closed_copula=frozenset(entry.partition("/")[0] for entry in _sections()["copula"]),
        before_copula=_forms("before-copula"),
        suffix=_forms("suffix"),
        long_suffix=_forms("long-suffix"),
        verb=verb,
        auxiliary_verb=auxiliary_verb,
        endings={name: _endings(name) for name in classes - {_AUXILIARY}},
    )


def _forms(section: str) -> frozenset[str]:
    return frozenset(form for entry in _sections()[section] for form in entry.split("/"))


def _stems(section: str) -> dict[str, tuple[str, ...]]:
    stems: dict[str, tuple[str, ...]] = {}
    for line in _sections()[section]:
        names, _, classes = line.partition(": ")
        for stem in names.split():
            stems[stem] = (*stems.get(stem, ()), *classes.split())
    return stems


@lru_cache(maxsize=1)
def _contracted() -> dict[str, tuple[str, ...]]:
    return _stems("contracted-before")


@lru_cache(maxsize=1)
def bound_nouns() -> Mapping[str, tuple[str, ...]]:
    """The nouns of one syllable that live behind an adnominal only, with the verbs that follow them."""
    return _stems("bound-noun")


def _endings(section: str) -> _Endings:
    endings = [ending.replace("∅", "") for line in _sections()[section] for ending in line.split()]
    nominal = frozenset(ending[:-1] for ending in endings if ending.endswith("+"))
    return _Endings(frozenset(ending.removesuffix("+") for ending in endings), nominal)


def _sections() -> Mapping[str, tuple[str, ...]]:
    return data_parts("ko", "particles.txt")
