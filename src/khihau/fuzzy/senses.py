"""Which words mean the same in all languages: the table `senses.txt` and the base's own labels.

A sense is a number; a form may have several. A phrase is read as units, the longest known forms in
it, so that a literal back-translation has the same senses as the name that it was made from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from khihau.fuzzy.words import tokens
from khihau.languages import LANGUAGES
from khihau.languages.session_numbers import split
from khihau.languages.words import Token
from khihau.model import ALLOWED, LANGS, Concept, Label, LabelLang, Lang, Termbase
from khihau.text.fold import fold
from khihau.text.regex import regex

__all__ = ["Lexicon", "Unit", "lexicon_of", "read", "table_with", "units"]

Senses = frozenset[int]
Forms = Mapping[str, Senses]

_NONE: Senses = frozenset()
_ACRONYM = regex(r"[A-Z]\w*\+*(?:\{n\})?")
_SHORT_SPACES = 5  # in a label that is looked at closer


class Unit(NamedTuple):
    """A known form, or a word that no sense is known for; `weak` ones hold a phrase together.

    `starts_word` is false inside a Korean eojeol.
    """

    start: int
    end: int
    key: str
    lang: LabelLang
    senses: Senses = _NONE
    weak: bool = False
    starts_word: bool = True


class Lexicon(NamedTuple):
    """Forms by language (keys of tokens, joined as its words are) and the senses loosely alike.

    `bare` holds the forms without marks; `acronyms` the folded ones of the base; `longest` how many
    tokens a form may have that begins with a token.
    """

    forms: Mapping[LabelLang, Forms]
    bare: Mapping[Lang, Forms]
    near: Mapping[int, Senses]
    acronyms: frozenset[str]
    longest: Mapping[str, int]


def read(
    text: str, lang: Lang, lexicon: Lexicon, *, bare: bool = False
) -> tuple[Sequence[Token | Unit], Sequence[Unit]]:
    """The words and the units of a phrase; where no spaces part words they are the units."""
    found = tokens(text, lang, lexicon.acronyms)
    found_units = units(found, lang, lexicon, bare=bare)
    spaced = all(LANGUAGES[token.lang].words.spaced for token in found)
    return found if spaced else found_units, found_units


def units(
    found: Sequence[Token], lang: Lang, lexicon: Lexicon, *, bare: bool = False
) -> list[Unit]:
    """The units of tokens, in order; `bare` when they are written without marks."""
    forms = lexicon.bare[lang] if bare else lexicon.forms[lang]
    weak = LANGUAGES[lang].words.light_words
    read: list[Unit] = []
    at = 0
    while at < len(found):
        token = found[at]
        if not LANGUAGES[token.lang].words.spaced:
            read += _inside(token, lexicon.forms[token.lang])
            at += 1
            continue
        longest = lexicon.longest.get(token.key, 1)
        for count in range(min(longest, len(found) - at), 0, -1):
            key = " ".join(part.key for part in found[at : at + count])
            if key in forms:
                end = found[at + count - 1].end
                read.append(Unit(token.start, end, key, token.lang, forms[key]))
                at += count
                break
        else:
            is_weak = token.key in weak
            read.append(Unit(token.start, token.end, token.key, token.lang, weak=is_weak))
            at += 1
    return read


def _inside(token: Token, forms: Forms) -> list[Unit]:
    """The units of what stands between spaces in a language whose words no spaces part."""
    words = LANGUAGES[token.lang].words
    whole = token.end - token.start == len(token.key)  # false in NFD: then no offsets inside
    return [
        Unit(
            token.start + start if whole else token.start,
            token.start + end if whole else token.end,
            token.key[start:end],
            token.lang,
            forms.get(token.key[start:end], _NONE),
            token.key[start:end] in words.light_words,
            start == 0,
        )
        for start, end in words.parts(token.key, forms)
    ]


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
    forms = {lang: dict(known) for lang, known in table.items()}
    sense = -1
    for concept in base.concepts:
        found = [
            (lang, _joined(label_tokens, lang))
            for lang, label_tokens in _short_labels(concept, acronyms)
            if any(not unit.senses for unit in units(label_tokens, lang, plain) if not unit.weak)
        ]
        if len({lang for lang, _ in found}) > 1:
            for lang, key in found:
                forms[lang].setdefault(key, frozenset([sense]))
            sense -= 1
    return _lexicon(forms, near, acronyms)


def table_with(lang: Lang, more: Iterable[tuple[str, int]]) -> Lexicon:
    """The table alone, without a base, and more words of a language, each with a sense."""
    table, near = _table()
    own = dict(table[lang])
    for word, sense in more:
        key = _joined(tokens(word, lang, frozenset()), lang)
        own[key] = own.get(key, _NONE) | {sense}
    return _lexicon({**table, lang: own}, near, frozenset())


def _lexicon(
    forms: Mapping[Lang, Forms], near: Mapping[int, Senses], acronyms: frozenset[str]
) -> Lexicon:
    bare = {lang: _bare(forms[lang], lang) for lang in LANGS if LANGUAGES[lang].words.marked}
    spaced = (forms[lang] for lang in LANGS if LANGUAGES[lang].words.spaced)
    longest: dict[str, int] = {}
    for form in chain.from_iterable((*spaced, *bare.values())):
        first, *rest = form.split(" ")
        longest[first] = max(longest.get(first, 1), 1 + len(rest))
    return Lexicon(dict[LabelLang, Forms](forms.items()), bare, near, acronyms, longest)


def _short_labels(
    concept: Concept, acronyms: frozenset[str]
) -> Iterable[tuple[Lang, Sequence[Token]]]:
    for label in concept.labels:
        if label.lang != "mul" and _is_plain(label) and label.text.count(" ") <= _SHORT_SPACES:
            found, words = tokens(label.text, label.lang, acronyms), LANGUAGES[label.lang].words
            if words.length(_joined(found, label.lang)) <= words.short_label:
                yield label.lang, found


def _is_plain(label: Label) -> bool:
    return label.status in ALLOWED and label.kind in ("full", "short") and not label.numbered


def _bare(forms: Forms, lang: Lang) -> Forms:
    bare: defaultdict[str, Senses] = defaultdict(frozenset)
    for form, senses in forms.items():
        bare[LANGUAGES[lang].words.unmarked(form)] |= senses
    return bare


@lru_cache(maxsize=1)
def _table() -> tuple[Mapping[Lang, Forms], Mapping[int, Senses]]:
    """The forms of `senses.txt` by language, each with its senses, and the senses loosely alike."""
    lines = Path(__file__).with_name("senses.txt").read_text("utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("#")]
    langs: dict[str, Lang] = {lang: lang for lang in LANGS}
    columns = [langs[name.strip()] for name in rows.pop(0).split("|")]
    forms: dict[Lang, defaultdict[str, Senses]] = {lang: defaultdict(frozenset) for lang in LANGS}
    for sense, row in enumerate(row for row in rows if "|" in row):
        for lang, cell in zip(columns, row.split("|"), strict=True):
            for form in filter(None, map(str.strip, cell.split(","))):
                forms[lang][_joined(tokens(form, lang, frozenset()), lang)] |= {sense}
    near: defaultdict[int, Senses] = defaultdict(frozenset)
    first = columns[0]
    for row in (row for row in rows if "~" in row):
        one, other = (
            forms[first][_joined(tokens(form, first, frozenset()), first)]
            for form in row.split("~")
        )
        for sense in one:
            near[sense] |= other
        for sense in other:
            near[sense] |= one
    return {lang: dict(known) for lang, known in forms.items()}, dict(near)


def _joined(found: Iterable[Token], lang: Lang) -> str:
    """The key of words side by side."""
    return (" " if LANGUAGES[lang].words.spaced else "").join(token.key for token in found)
