"""Persons and firms that a text names in two spellings (rule C19).

Each name has keys, and two spellings of one name share one: its letters without marks, what it sounds
like, its letters less one. So the time taken is linear in the text. Each language of a text is for itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from khihau.languages import LANGUAGES, language_of
from khihau.languages.persons import Families, Named, unmarked
from khihau.model import Document, Match
from khihau.review.base import is_own_wording
from khihau.review.names_used import stand_together
from khihau.review.tuned import FIRM_LETTERS, SLIP_LETTERS
from khihau.text.compose import caseless, recomposed
from khihau.text.letters import unspaced
from khihau.text.spans import Spans

__all__ = ["Spelled", "Twice", "named_twice"]


class Spelled(NamedTuple):
    """One spelling of a name, and its spans in the document, in text order."""

    name: str
    places: tuple[tuple[int, int], ...]


class Twice(NamedTuple):
    """A spelling that should not stand, and the one to keep. `is_marks`: only one has marks."""

    spelled: Spelled
    kept: Spelled
    is_firm: bool
    is_marks: bool


class _Kind(NamedTuple):
    """A way in which two spellings may be one name: the keys of a name, and what must be so of both."""

    keys: Callable[[Named], Iterable[str]]
    are_one: Callable[[Sequence[Named], Sequence[Named]], bool]


# The places of one spelling, in text order.
_Form: TypeAlias = list[Named]


def named_twice(document: Document, matches: Sequence[Match]) -> Iterator[Twice]:
    """Each spelling of a person's or a firm's name that differs from the one to keep.

    The one to keep is that of most places, on a tie one with marks, else the first; where the text is in
    the language of the person, one with marks in any case, and never 우 원식 for 우원식.
    """
    persons, firms = _found(document, Spans.of(matches))
    for named, kinds in ((persons, _OF_PERSONS), (firms, _OF_FIRMS)):
        for forms in _of_one_name(named, kinds):
            if _are_two_people(forms):
                continue
            best = max(forms, key=lambda form: (*_weight(form), _has_marks_of(form, forms[0])))
            for form in forms:
                if form is not best and not _stand_together(document.text, form, best):
                    is_marks = _has_marks_of(form, best) or _has_marks_of(best, form)
                    yield Twice(_spelled(form), _spelled(best), named is firms, is_marks)


def _of_one_name(named: Iterable[Named], kinds: Iterable[_Kind]) -> Iterator[list[_Form]]:
    """The spellings of each name that has several, in text order."""
    forms: defaultdict[tuple[str, str], _Form] = defaultdict(list)
    for one in named:
        forms[one.lang, caseless(one.name)].append(one)
    if len(forms) < 2:
        return
    name_of = {form: form for form in forms}  # the first spelling of its name that is known so far

    def first(form: tuple[str, str]) -> tuple[str, str]:
        while name_of[form] != form:
            form = name_of[form]
        return form

    for kind in kinds:
        groups: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for form, places in forms.items():
            for key in {(form[0], key) for one in places for key in kind.keys(one)}:
                groups[key].append(form)
        for group in groups.values():
            best = max(group, key=lambda form: _weight(forms[form]))
            for form in group:
                if form != best and kind.are_one(forms[form], forms[best]):
                    name_of[first(best)] = first(form)
    names: defaultdict[tuple[str, str], list[_Form]] = defaultdict(list)
    for form, places in forms.items():
        names[first(form)].append(places)
    yield from (spellings for spellings in names.values() if len(spellings) > 1)


def _weight(form: _Form) -> tuple[int, ...]:
    """Marks first in a name of the people of the text's language, then right spaces, then the count."""
    has_marks = _has_marks(form)
    is_parted = any(one.persons.is_parted(form[0].name) for one in LANGUAGES.values())
    return has_marks and form[0].family == form[0].lang, not is_parted, len(form)


def _are_two_people(forms: Iterable[_Form]) -> bool:
    """Whether marks tell two apart, so that nobody knows whose name the one without marks is."""
    marked = sorted(filter(_has_marks, forms), key=lambda form: _letters(form[0]))
    return any(
        _letters(form[0]) == _letters(other[0]) and not _are_one_by_letters(form, other)
        for form, other in pairwise(marked)
    )


def _has_marks_of(form: _Form, other: _Form) -> bool:
    """Whether one has marks, and the other the same letters without."""
    return _has_marks(form) and not _has_marks(other) and _letters(form[0]) == _letters(other[0])


def _has_marks(form: Sequence[Named]) -> bool:
    name = caseless(form[0].name)
    return name != unmarked(name)


def _spelled(form: Sequence[Named]) -> Spelled:
    return Spelled(form[0].name, tuple(dict.fromkeys((one.start, one.end) for one in form)))


def _stand_together(text: str, form: Sequence[Named], other: Sequence[Named]) -> bool:
    """Whether the text puts the two side by side somewhere: Kim Sang-hyup (Kim Xang Hiếp)."""
    places = sorted([*form, *other])
    return any(
        one.name != after.name and stand_together(text[one.end : after.start])
        for one, after in pairwise(places)
    )


# --- the names of a text --------------------------------------------------------------------------


def _found(document: Document, known: Spans) -> tuple[list[Named], list[Named]]:
    """The persons and the firms in the writer's own words, in offsets of the document."""
    persons: list[Named] = []
    firms: list[Named] = []
    for segment in document.segments:
        if segment.kind in ("quote", "code"):
            continue
        whole = recomposed(document.text[segment.start : segment.end])
        lang, asked = segment.lang or "", language_of(segment.lang).persons
        for found, kept in (
            (asked.persons(whole.text, _families(lang)), persons),
            (asked.firms(whole.text), firms),
        ):
            for one in found:
                start = segment.start + whole.origin(one.start)
                end = segment.start + whole.origin(one.end)
                if is_own_wording(document, start, end) and not known.overlaps(start, end):
                    kept.append(one._replace(start=start, end=end, lang=lang))
    return persons, firms


@cache
def _families(lang: str) -> Families:
    """The first words of names in all languages: a text in one speaks of the people of the others.

    Where two peoples share one, that of the text's language counts.
    """
    return {
        word: (code, LANGUAGES[code].persons.most_words)
        for code in sorted(LANGUAGES, key=lambda code: code == lang)
        for word in LANGUAGES[code].persons.families
    }


# --- what makes two spellings one name ------------------------------------------------------------


def _is_titled(*forms: Sequence[Named]) -> bool:
    """Whether somewhere words say that it is a person."""
    return any(one.title and (one.is_beside or one.family) for form in forms for one in form)


def _titles(form: Sequence[Named]) -> set[str]:
    return {one.title for one in form if one.title in _offices()}


@cache
def _offices() -> frozenset[str]:
    return frozenset().union(*(one.persons.offices for one in LANGUAGES.values()))


def _letters(one: Named) -> str:
    return unspaced(unmarked(one.name).replace("-", ""))


def _by_letters(one: Named) -> Iterator[str]:
    if (letters := _letters(one)).isascii():
        yield letters


def _are_one_by_letters(form: Sequence[Named], other: Sequence[Named]) -> bool:
    """Whether one has no marks at all, or both the marks of one and only other signs; else one office."""
    name, name_of_other = caseless(form[0].name), caseless(other[0].name)
    if not _is_titled(form, other):
        return False
    if unspaced(name.replace("-", "")) == unspaced(name_of_other.replace("-", "")):
        return True
    has_none = not (_has_marks(form) and _has_marks(other))
    return has_none or bool(_titles(form) & _titles(other))


def _by_sound(one: Named) -> Iterator[str]:
    for language in LANGUAGES.values():
        yield from language.persons.heard(one.name)


def _are_one_by_sound(form: Sequence[Named], other: Sequence[Named]) -> bool:
    has_hyphen = "-" in form[0].name + other[0].name
    return has_hyphen or _is_titled(form, other)


def _by_slip(one: Named) -> Iterator[str]:
    """The name less one letter of its last word; not of people whose names differ in a letter."""
    *first, last = unmarked(one.name).split()
    if one.family or len(last) < SLIP_LETTERS - 1 or not last.isascii():
        return
    for at in range(len(last) + 1):
        yield f"{' '.join(first)} {last[:at]}{last[at + 1 :]}"


def _are_one_by_slip(form: Sequence[Named], other: Sequence[Named]) -> bool:
    """Whether one letter differs, which is no ending, in the name of a person with a title."""
    names = sorted((caseless(form[0].name), caseless(other[0].name)), key=len)
    if not _is_titled(form, other) or any(map(_is_country, names)):
        return False
    lasts = [name.split()[-1] for name in names]
    if max(map(len, lasts)) < SLIP_LETTERS:
        return False
    if any(all(map(language.may_be_word, lasts)) for language in LANGUAGES.values()):
        return False  # a syllable of a language of syllables, each of which is a name
    short, long = (unmarked(name) for name in names)
    return long != f"{short}s" and _is_one_off(short, long)


def _is_one_off(short: str, long: str) -> bool:
    """Whether two words differ by a letter more, another letter, or two letters in each other's place."""
    head = next(
        (n for n, (one, other) in enumerate(zip(short, long, strict=False)) if one != other),
        len(short),
    )
    rest, other = short[head:], long[head:]
    swapped = rest[1:2] + rest[:1] + rest[2:]
    return other[1:] in (rest, rest[1:]) or (len(rest) > 1 and swapped == other)


def _by_syllables(one: Named) -> Iterator[str]:
    """The letters of a name in a script of syllables, its spaces aside."""
    if not unmarked(one.name).isascii():
        yield unspaced(one.name)


def _are_one_by_syllables(form: Sequence[Named], other: Sequence[Named]) -> bool:
    """Whether one is written in one piece, and the other in pieces as short as those of a name."""
    pieces = sorted((form[0].name.split(), other[0].name.split()), key=len)
    apart = [len(piece) for piece in pieces[1]]
    return len(pieces[0]) == 1 and max(apart) <= 3 and min(apart) == 1


def _by_firm(one: Named) -> Iterator[str]:
    letters = _letters(one)
    if letters.isascii() and len(letters) >= FIRM_LETTERS:
        yield letters


def _are_one_firm(form: Sequence[Named], other: Sequence[Named]) -> bool:
    """Whether one is in one piece and the other in two, words say that it is a firm, and it is no country."""
    names = [form[0].name, other[0].name]
    is_parted = len({len(name.replace("-", " ").split()) for name in names}) > 1
    return (
        is_parted and any(one.title for one in (*form, *other)) and not any(map(_is_country, names))
    )


def _is_country(name: str) -> bool:
    return any(language.countries.mentions(name) for language in LANGUAGES.values())


_OF_PERSONS = (
    _Kind(_by_letters, _are_one_by_letters),
    _Kind(_by_sound, _are_one_by_sound),
    _Kind(_by_slip, _are_one_by_slip),
    _Kind(_by_syllables, _are_one_by_syllables),
)
_OF_FIRMS = (_Kind(_by_firm, _are_one_firm),)
