"""The rest of an eojeol after a Korean term: particles, the copula, verb endings (SEMANTICS K)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from khihau.languages.base import data_lines

__all__ = ["is_tail", "particle_pairs"]

_LONG_SUFFIX_FROM = 3  # 적, 상, 형, 용, 간 make other words of shorter labels


@dataclass(frozen=True, slots=True)
class _Grammar:
    case: frozenset[str]
    auxiliary: frozenset[str]
    copula: frozenset[str]
    suffix: frozenset[str]
    long_suffix: frozenset[str]
    verb: frozenset[str]
    nominal: frozenset[str]  # verb forms that take particles (감축하기로)


@lru_cache(maxsize=16384)
def is_tail(tail: str, syllable_count: int) -> bool:
    """Whether `tail` may follow a term of so many syllables inside its eojeol.

    That is `suffix* (case-particle* auxiliary* | copula)` or a form of 하다, 되다, 시키다, 받다,
    당하다. Agreement with the final consonant never rejects.
    """
    grammar = _grammar()
    if tail in grammar.verb:
        return True
    suffixes = grammar.suffix
    if syllable_count >= _LONG_SUFFIX_FROM:
        suffixes |= grammar.long_suffix
    rests = {tail, *_after(tail, suffixes)}
    return (
        any(rest in grammar.copula or _particles(rest, grammar) for rest in rests)
        or any(_particles(rest, grammar) for rest in _after(tail, grammar.nominal, repeat=False))
    )  # fmt: skip


def _particles(rest: str, grammar: _Grammar) -> bool:
    if not rest or any(not last for last in _after(rest, grammar.case)):
        return True
    return any(
        not last
        for start in {rest, *_after(rest, grammar.case)}
        for last in _after(start, grammar.auxiliary)
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
        for entry in sections[name]:
            closed, slash, open_ = entry.partition("/")
            if slash:
                pairs.append((closed, open_))
    return pairs


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    sections = _sections()
    verb: set[str] = set()
    nominal: set[str] = set()
    for line in sections["verb"]:
        stem, _, endings = line.partition(": ")
        for ending in endings.split():
            form = stem + ending.rstrip("+").replace("∅", "")
            (nominal if ending.endswith("+") else verb).add(form)
    forms = {
        name: frozenset(form for entry in sections[name] for form in entry.split("/"))
        for name in ("case", "auxiliary", "copula", "suffix", "long-suffix")
    }
    return _Grammar(
        forms["case"],
        forms["auxiliary"],
        forms["copula"],
        forms["suffix"],
        forms["long-suffix"],
        frozenset(verb | nominal),
        frozenset(nominal),
    )


@lru_cache(maxsize=1)
def _sections() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    for line in data_lines("ko-particles.txt"):
        if line.startswith("["):
            entries = sections.setdefault(line.strip("[]"), [])
        else:
            entries.append(line)
    return sections
