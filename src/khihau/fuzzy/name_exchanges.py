"""What becomes of a proper name when one word of it is exchanged (rule C12).

A translator, or a machine, takes a word of a name for another one of the same sense (công bằng, công
lý), a treaty for one of another kind (protocol, convention), a place for one like it (Kyoto, Tokyo),
or puts two words in another order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from khihau.fuzzy import tuned
from khihau.fuzzy.senses import Lexicon, Unit, table_with, units
from khihau.fuzzy.words import tokens
from khihau.languages import LANGUAGES
from khihau.model import ALLOWED, LANGS, Concept, Label, Lang
from khihau.text.fold import DASH, DOT, fold
from khihau.text.regex import regex

__all__ = ["Exchange", "exchanges"]

_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LAST_YEAR = regex(r"(?<= )(?:19|20)\d\d\Z")
_FIRST = 10**6  # the first of our own senses: those of the table are counted from 0


class Exchange(NamedTuple):
    """A name as it reads with `wrong` in the place of `right`; both are empty where words changed places.

    `size` is how many words of the name say something; `is_loose` says that so few are left of it that
    another thing may be called so, `is_kin` that the word stands for another thing of its kind,
    `has_place` that the name is one of a treaty after a place.
    """

    text: str
    label: Label
    wrong: str = ""
    right: str = ""
    size: int = 0
    is_loose: bool = False
    is_kin: bool = False
    has_place: bool = False

    @property
    def is_year(self) -> bool:
        """Whether the exchange is of the year of an act."""
        return self.wrong.isdigit()


class _Words(NamedTuple):
    """The words of a language that are taken for one another: each group a sense of the lexicon."""

    lexicon: Lexicon
    groups: Mapping[int, Sequence[str]]
    treaties: frozenset[int]
    places: frozenset[int]
    kin: frozenset[int]


def exchanges(concept: Concept) -> Iterator[Exchange]:
    """Every exchange of one word in the names of a concept, in order of its labels.

    Names with a number, acronyms and names that are outdated or wrong have none; nor have short names
    that are no treaty's of a place (Adaptation Fund): what is left of them may be anything.
    """
    for label in concept.labels:
        if label.lang == "mul" or label.kind not in ("full", "short"):
            continue
        if label.status in ALLOWED and not label.numbered:
            yield from _other_years(label, concept)
            yield from _of_label(label, label.lang, concept)


def _other_years(label: Label, concept: Concept) -> Iterator[Exchange]:
    """The name of an act with the years of none, between the oldest and the newest that are known by it.

    A little later too, but for those in which it may have been amended. Two acts at least are known.
    """
    found = _LAST_YEAR.search(label.text)
    if not found:
        return
    own = [one for one in concept.labels if one.lang == label.lang and one.status in ALLOWED]
    names = chain.from_iterable((one.text, *one.covered_by) for one in own)
    known = {int(year) for name in names for year in _YEAR.findall(name)}
    if len(known) < tuned.FEWEST_ACTS:
        return
    for year in range(min(known), max(known) + tuned.YEARS_AFTER + 1):
        if year not in known:
            text = f"{label.text[: found.start()]}{year}"
            yield Exchange(text, label, str(year), found[0], tuned.SHORTEST_NAME)


def _of_label(label: Label, lang: Lang, concept: Concept) -> Iterator[Exchange]:
    words = _words(lang)
    found = units(tokens(label.text, lang, frozenset()), lang, words.lexicon)
    content = [unit for unit in found if not unit.weak]
    has_place = any(unit.senses & words.places for unit in content)
    is_plain = len(content) < tuned.SHORTEST_NAME or label.text[0].islower()
    if not has_place and (is_plain or _is_clipped(label, content, concept)):
        return
    size = len(content)
    for unit in content:
        if not LANGUAGES[lang].translation.content_words(
            fold(label.text[unit.start : unit.end]).text
        ):
            continue  # a country, which may be called in several ways
        is_treaty = bool(unit.senses & words.treaties)
        if size < tuned.SHORTEST_NAME and not (is_treaty or unit.senses & words.places):
            continue
        right = label.text[unit.start : unit.end]
        for other in _others(unit, words, is_treaty=is_treaty):
            text = _with(label.text, unit, other)
            is_loose = is_treaty and has_place
            yield Exchange(text, label, other, right, size, is_loose, has_place=has_place)
        is_clear = size >= tuned.SHORTEST_NAME and label.kind == "full"
        for other in _kin(unit, words) if is_clear else ():
            yield Exchange(_with(label.text, unit, other), label, other, right, size, is_kin=True)
    if size >= tuned.SHORTEST_NAME:
        yield from (Exchange(text, label, size=size) for text in _turned(label.text, content))
        joining = LANGUAGES[lang].words.name_words.joining
        for unit in found:
            for other in joining if unit.key in joining else ():
                if other != unit.key:
                    text = _with(label.text, unit, other)
                    yield Exchange(text, label, other, unit.key, size)


def _others(unit: Unit, words: _Words, *, is_treaty: bool) -> Iterable[str]:
    """The words that may be taken for one: of a treaty's kind those of the other kinds alone."""
    if is_treaty:
        others = sorted(words.treaties - unit.senses)
        return chain.from_iterable(words.groups[one] for one in others)
    alike = chain.from_iterable(
        words.groups.get(one, ()) for one in sorted(unit.senses - words.kin)
    )
    return (word for word in dict.fromkeys(alike) if word != unit.key)


def _kin(unit: Unit, words: _Words) -> Iterator[str]:
    """The words for other things of the kind of one."""
    for one in sorted(unit.senses & words.kin):
        word, *others = words.groups[one]
        yield from others if word == unit.key else ()


def _turned(text: str, content: Sequence[Unit]) -> Iterator[str]:
    """The name with two words side by side in each other's place; not Korea-Viet Nam."""
    for one, other in pairwise(content):
        between = text[one.end : other.start]
        if not set(between) & set(DASH + DOT):
            first, second = text[one.start : one.end], text[other.start : other.end]
            yield text[: one.start] + second + between + first + text[other.end :]


def _is_clipped(label: Label, content: Sequence[Unit], concept: Concept) -> bool:
    """Whether a name is the end or the beginning of a longer one, and means little without the rest."""
    return len(content) <= tuned.SHORTEST_NAME and any(
        label.text in other.text and label.text != other.text
        for other in concept.labels
        if other.lang == label.lang and other.status in ALLOWED and not other.numbered
    )


def _with(text: str, unit: Unit, other: str) -> str:
    return text[: unit.start] + other + text[unit.end :]


@lru_cache(maxsize=len(LANGS))
def _words(lang: Lang) -> _Words:
    known = LANGUAGES[lang].words.name_words
    places = [(place,) for place in known.places]
    ours = dict(enumerate((*known.treaties, *places, *known.kin, *known.alike), start=_FIRST))
    treaties = range(_FIRST, _FIRST + len(known.treaties))
    kin = range(treaties.stop + len(places), treaties.stop + len(places) + len(known.kin))
    lexicon = table_with(lang, ((word, one) for one, words in ours.items() for word in words))
    groups: defaultdict[int, list[str]] = defaultdict(list)
    groups.update((one, list(words)) for one, words in ours.items())
    for word, senses in lexicon.forms[lang].items():
        for one in senses - ours.keys():
            groups[one].append(word)
    return _Words(
        lexicon,
        groups,
        frozenset(treaties),
        frozenset(range(treaties.stop, kin.start)),
        frozenset(kin),
    )
