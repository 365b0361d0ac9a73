"""Which words mean the same in the three languages: the table `senses.txt` and the base's own labels.

A sense is a number; a form may have several. A phrase is read as units, the longest known forms in
it, so that a literal back-translation has the same senses as the name that it was made from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from khihau.fuzzy.words import Token, function_words, strip_marks, table_section, tokens
from khihau.languages.ko.tails import is_tail
from khihau.languages.session_numbers import split
from khihau.model import ALLOWED, LANGS, Concept, Label, Lang, Termbase
from khihau.text.fold import fold, is_hangul
from khihau.text.regex import regex

__all__ = ["Lexicon", "Unit", "lexicon_of", "units"]

Senses = frozenset[int]
Forms = Mapping[str, Senses]

_NONE: Senses = frozenset()
_ACRONYM = regex(r"[A-Z]\w*\+*(?:\{n\})?")
_SHORT_WORDS, _SHORT_SYLLABLES = 4, 6  # of a label that is one sense by itself
_LONGEST_RUN = 8  # syllables of a Korean form
_UNKNOWN_COST, _TAIL_COST = 3.0, 0.5  # against 1 for a known form, in the reading of an eojeol


class Unit(NamedTuple):
    """A known form, or a word that no sense is known for; `weak` ones are function words.

    `starts_word` is false inside a Korean eojeol.
    """

    start: int
    end: int
    key: str
    senses: Senses = _NONE
    weak: bool = False
    starts_word: bool = True


class Lexicon(NamedTuple):
    """Forms by language (keys of tokens joined by a space) and the senses loosely alike.

    `bare` holds the Vietnamese forms without marks; `acronyms` the folded ones of the base;
    `longest` how many tokens a form may have that begins with a token.
    """

    forms: Mapping[Lang, Forms]
    bare: Forms
    near: Mapping[int, Senses]
    acronyms: frozenset[str]
    longest: Mapping[str, int]


def units(
    found: Sequence[Token], lang: Lang, lexicon: Lexicon, *, bare: bool = False
) -> list[Unit]:
    """The units of tokens, in order; `bare` when Vietnamese is written without marks."""
    forms = lexicon.bare if bare else lexicon.forms[lang]
    weak = function_words(lang)
    read: list[Unit] = []
    at = 0
    while at < len(found):
        token = found[at]
        if is_hangul(token.key[0]):
            read += _eojeol(token, lexicon.forms["ko"])
            at += 1
            continue
        longest = lexicon.longest.get(token.key, 1)
        for count in range(min(longest, len(found) - at), 0, -1):
            key = " ".join(part.key for part in found[at : at + count])
            if key in forms:
                read.append(Unit(token.start, found[at + count - 1].end, key, forms[key]))
                at += count
                break
        else:
            read.append(Unit(token.start, token.end, token.key, weak=token.key in weak))
            at += 1
    return read


def _eojeol(token: Token, forms: Forms) -> list[Unit]:
    pieces = _pieces(token.key, forms) if len(token.key) <= 40 else ((0, len(token.key)),)
    whole = token.end - token.start == len(token.key)  # false in NFD: then no offsets inside
    return [
        Unit(
            token.start + start if whole else token.start,
            token.start + end if whole else token.end,
            token.key[start:end],
            forms.get(token.key[start:end], _NONE),
            token.key[start:end] in function_words("ko"),
            start == 0,
        )
        for start, end in pieces
    ]


def _pieces(run: str, forms: Forms) -> tuple[tuple[int, int], ...]:
    """The cheapest reading of an eojeol as known forms, unknown stretches and a tail of particles."""
    best: list[tuple[float, int, bool]] = [(0.0, 0, True)]
    for end in range(1, len(run) + 1):
        cost, start, known = best[end - 1][0] + _UNKNOWN_COST, end - 1, False
        for begin in range(max(0, end - _LONGEST_RUN), end):
            if run[begin:end] in forms and best[begin][0] + 1 < cost:
                cost, start, known = best[begin][0] + 1, begin, True
        best.append((cost, start, known))
    length = len(run)
    cut = min(
        (
            (best[end][0] + _TAIL_COST, end)
            for end in range(1, length)
            if is_tail(run[end:], end)
        ),
        default=(best[length][0], length),
    )  # fmt: skip
    end = cut[1] if cut[0] < best[length][0] else length
    pieces: list[tuple[int, int]] = []
    unknown = False
    while end > 0:
        _, start, known = best[end]
        if not known and unknown:
            pieces[-1] = (start, pieces[-1][1])
        else:
            pieces.append((start, end))
        unknown = not known
        end = start
    return tuple(reversed(pieces))


# --- where the senses come from -------------------------------------------------------------------


@lru_cache(maxsize=8)
def lexicon_of(base: Termbase) -> Lexicon:
    """The table, and one more sense for each concept whose short labels the table cannot read."""
    acronyms = frozenset(
        fold(split(label.text)[0]).text
        for concept in base.concepts
        for label in concept.labels
        if label.kind in ("acronym", "symbol") and _ACRONYM.fullmatch(label.text)
    )
    table, near = _table()
    plain = _lexicon(table, near, acronyms)
    forms: dict[Lang, dict[str, Senses]] = {lang: dict(table[lang]) for lang in LANGS}
    sense = -1
    for concept in base.concepts:
        found = [
            (lang, " ".join(token.key for token in label_tokens))
            for lang, label_tokens in _short_labels(concept, acronyms)
            if any(not unit.senses for unit in units(label_tokens, lang, plain) if not unit.weak)
        ]
        if len({lang for lang, _ in found}) > 1:
            for lang, key in found:
                squeezed_key = key.replace(" ", "") if lang == "ko" else key
                forms[lang].setdefault(squeezed_key, frozenset([sense]))
            sense -= 1
    return _lexicon(forms, near, acronyms)


def _lexicon(
    forms: Mapping[Lang, Forms], near: Mapping[int, Senses], acronyms: frozenset[str]
) -> Lexicon:
    bare = _bare(forms)
    longest: dict[str, int] = {}
    for form in (*forms["vi"], *forms["en"], *bare):
        first, *rest = form.split(" ")
        longest[first] = max(longest.get(first, 1), 1 + len(rest))
    return Lexicon(forms, bare, near, acronyms, longest)


def _short_labels(concept: Concept, acronyms: frozenset[str]) -> Iterable[tuple[Lang, list[Token]]]:
    for label in concept.labels:
        if label.lang != "mul" and _is_plain(label) and label.text.count(" ") < _SHORT_WORDS + 2:
            found = tokens(label.text, label.lang, acronyms)
            size = sum(len(token.key) for token in found) if label.lang == "ko" else len(found)
            if size <= (_SHORT_SYLLABLES if label.lang == "ko" else _SHORT_WORDS):
                yield label.lang, found


def _is_plain(label: Label) -> bool:
    return label.status in ALLOWED and label.kind in ("full", "short") and not label.numbered


def _bare(forms: Mapping[Lang, Forms]) -> Forms:
    bare: defaultdict[str, Senses] = defaultdict(frozenset)
    for form, senses in forms["vi"].items():
        bare[strip_marks(form)] |= senses
    return bare


@lru_cache(maxsize=1)
def _table() -> tuple[Mapping[Lang, Forms], Mapping[int, Senses]]:
    forms: dict[Lang, defaultdict[str, Senses]] = {lang: defaultdict(frozenset) for lang in LANGS}
    for sense, row in enumerate(table_section("|")):
        for lang, cell in zip(("vi", "ko", "en"), row.split("|"), strict=True):
            for form in cell.split(","):
                key = _key(form, lang)  # type: ignore[arg-type]
                forms[lang][key] |= {sense}  # type: ignore[index]
    near: defaultdict[int, Senses] = defaultdict(frozenset)
    for row in table_section("~"):
        one, other = (forms["vi"][_key(form, "vi")] for form in row.split("~"))
        for sense in one:
            near[sense] |= other
        for sense in other:
            near[sense] |= one
    return {lang: dict(forms[lang]) for lang in LANGS}, dict(near)


def _key(form: str, lang: Lang) -> str:
    keys = [token.key for token in tokens(form, lang, frozenset())]
    return ("" if lang == "ko" else " ").join(keys)
