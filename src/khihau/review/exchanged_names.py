"""Proper names in a document that have one word exchanged (rule C12).

They are made from the names of the base and sought as labels are, so that edges, particles, spaces
and spellings are those of rule M: a name that is found is surely written like the one it was made of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.segments import segment_index
from khihau.languages import LANGUAGES
from khihau.languages.sentences import sentences
from khihau.match.index import index_of
from khihau.match.resolve import resolve
from khihau.match.scan import scan
from khihau.match.tuned import LONGEST_HIT
from khihau.model import ALLOWED, Concept, Document, Label, LabelLang, Match, Options, Termbase
from khihau.review import tuned
from khihau.review.name_edges import ends_word, goes_on, has_capitals
from khihau.termbase.proper_names import has_proper_name
from khihau.text.fold import fold
from khihau.text.letters import letters_of
from khihau.text.regex import either, regex
from khihau.text.spans import Spans, last_at

if TYPE_CHECKING:
    from khihau.dating.days import Days
    from khihau.fuzzy.name_exchanges import Exchange

__all__ = ["ExchangedName", "exchanged_names"]

_WORD = regex(r"[^\W_]+")
_YEAR_BEFORE = regex(r"(\d{4})\D{0,6}\Z")
_YEAR_AFTER = regex(r"\W{0,2}(?:[^\W\d_]{2,3} )?\(?(\d{4})(?!\d)")
_CITED = 40  # characters beside the name of an act
_AROUND = 300  # characters on each side of the name of a treaty after a place
_BESIDE = 12  # characters: a year that belongs to a name


class ExchangedName(NamedTuple):
    """Words that are a name of a concept but for one exchange."""

    start: int
    end: int
    concept: Concept
    exchange: Exchange


def exchanged_names(
    document: Document,
    matches: Sequence[Match],
    base: Termbase,
    options: Options,
    days: Days,
) -> Iterator[ExchangedName]:
    """Every name of a document that has a word exchanged, in text order.

    What the base knows as a name, or holds inside a longer one, is none. Nor is a name that goes on
    beside, one in small letters in a text that never names the thing, and of treaties called after a
    place (Công ước Paris) one in a text about something else.
    """
    index = index_of(_names(base), base)
    text, known = document.text, Spans.of(matches)
    subjects = _subjects(matches)
    acronyms = {one.concept for one in matches if one.kind == "acronym" and not one.number}
    for found in resolve(scan(document, index, options).hits, text, index, days).matches:
        start, end = found.start, found.end
        if known.holds(start, end) or known.cuts(start, end, LONGEST_HIT):
            continue
        inside = matches[known.between(start, end)]
        has_name = any(one.concept == found.concept and one.status in ALLOWED for one in inside)
        concept = base[found.concept]
        exchange = _exchange_of(found, _exchanges(base, found.concept))
        if has_name and not exchange.is_year:
            continue
        is_named = concept.id in subjects
        if exchange.is_loose:
            is_about = not subjects.keys().isdisjoint(concept.related) or _is_climate(subjects)
            is_other = _is_old(text, start, end) or _is_told_apart(text, found)
            is_meant = (is_named or is_about) and not is_other
        else:
            all_have = LANGUAGES[found.lang].phrases.names_have_capitals
            is_sure = is_named or exchange.size >= tuned.LONG_NAME
            is_meant = (is_sure and not all_have) or has_capitals(found.text)
            if exchange.is_kin:
                is_meant = concept.id in acronyms and has_capitals(found.text)
            elif exchange.is_year:
                is_cited = has_capitals(found.text) and _is_cited(document, found)
                is_meant = is_cited and not _is_of_another(document, found)
        if (
            is_meant
            and _is_whole(document, found, exchange)
            and not goes_on(document, start, end, found.lang)
        ):
            yield ExchangedName(start, end, concept, exchange)


@lru_cache(maxsize=256)
def _exchanges(base: Termbase, concept: str) -> tuple[Exchange, ...]:
    from khihau.fuzzy.name_exchanges import exchanges  # few texts have any

    return tuple(exchanges(base[concept]))


def _exchange_of(found: Match, exchanges: Sequence[Exchange]) -> Exchange:
    own = [one for one in exchanges if one.label.lang == found.lang]
    written = letters_of(found.text)  # where a name inside has several forms, that of the text
    same = next((one for one in own if letters_of(one.text) == written), None)
    return same or next(one for one in own if one.text == found.label)


# --- what else may be meant -----------------------------------------------------------------------


def _is_whole(document: Document, found: Match, exchange: Exchange) -> bool:
    """Whether words in another order are the words of a name, where none are parted by spaces.

    Their letters may be pieces of other words then: 환경기술 | 산업원천.
    """
    if exchange.wrong or LANGUAGES[found.lang].words.spaced:
        return True
    is_ended = ends_word(document.text, found.end, found.lang)
    return is_ended and len(found.text.split()) <= len(exchange.text.split())


def _is_cited(document: Document, found: Match) -> bool:
    """Whether the year behind the name of an act belongs to it, and is not when something was done."""
    words = LANGUAGES[found.lang].words.name_words
    at = segment_index(document.segments, found.start)
    segment = document.segments[at]
    before = document.text[max(segment.start, found.start - _CITED) : found.start]
    behind = document.text[found.end : min(segment.end, found.end + _CITED)]
    citing = rf"(?<!\w){_folded(words.citing)} \Z"
    tells = rf"[,)]? ?{_folded(words.tells)}(?!\w)"
    return bool(regex(citing).search(fold(before).text) or regex(tells).match(fold(behind).text))


def _is_of_another(document: Document, found: Match) -> bool:
    """Whether the sentence of an act names a country, whose act of that year it may be."""
    language = LANGUAGES[found.lang]
    segment = document.segments[segment_index(document.segments, found.start)]
    spans = sentences(document.text, segment.start, segment.end, segment.lang)
    low, high = spans[max(0, last_at(spans, found.start))]
    named = language.countries.mentions(document.text[low:high])
    return any(one.is_name and one.country.lower() not in language.regions for one in named)


def _folded(words: Iterable[str]) -> str:
    """The source of an expression for any of some words, in folded text; for none where there are none."""
    found = [fold(word).text for word in words]
    return either(found) if found else r"(?!)"


def _is_old(text: str, start: int, end: int) -> bool:
    """Whether a year beside a treaty's name is one of before there were treaties on the climate."""
    years = (
        _YEAR_BEFORE.search(text[max(0, start - _BESIDE) : start]),
        _YEAR_AFTER.match(text, end),
    )
    return any(int(year[1]) < tuned.FIRST_YEAR for year in years if year)


def _is_told_apart(text: str, found: Match) -> bool:
    """Whether words that tell another treaty of such a name stand in the sentences around."""
    others = _others(found.lang, found.label)
    around = fold(text[max(0, found.start - _AROUND) : found.end + _AROUND]).text
    return regex(rf"(?<!\w){_folded(others)}").search(around) is not None


def _others(lang: LabelLang, name: str) -> list[str]:
    """The words of `name-words.txt` that tell other things of a name."""
    others = LANGUAGES[lang].words.name_words.others
    return [
        word
        for one, words in others.items()
        if letters_of(one) == letters_of(name)
        for word in words
    ]


def _subjects(matches: Iterable[Match]) -> dict[str, bool]:
    """The concepts that a text names, and of each whether it does so by more than a plain word.

    A long term that holds others names these too: giảm phát thải | khí nhà kính.
    """
    subjects: dict[str, bool] = {}
    for one in chain.from_iterable((match, *match.inner) for match in matches):
        is_plain = one.lang != "mul" and LANGUAGES[one.lang].translation.is_plain(one.label)
        subjects[one.concept] = subjects.get(one.concept, False) or not is_plain
    return subjects


def _is_climate(subjects: Mapping[str, bool]) -> bool:
    return sum(subjects.values()) >= tuned.SUBJECTS


# --- the names that are sought --------------------------------------------------------------------


@lru_cache(maxsize=8)
def _names(base: Termbase) -> Termbase:
    """The exchanged names of a base as labels of its concepts, made when they are asked for."""
    return Termbase(_Names(base), stamp=_stamp(base))


def _stamp(base: Termbase) -> str:
    """What changes when the base does; "" for one without files."""
    return f"exchanged names\n{base.stamp}" if base.stamp else ""


class _Names(Mapping[str, Concept]):
    """The concepts that have exchanged names, with these as their labels."""

    def __init__(self, base: Termbase) -> None:
        self._base = base
        self._made: dict[str, Concept] | None = None

    def __getitem__(self, key: str) -> Concept:
        return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> dict[str, Concept]:
        if self._made is None:
            self._made = {one.id: one for one in _made(self._base)}
        return self._made


def _made(base: Termbase) -> Iterator[Concept]:
    from khihau.fuzzy.name_exchanges import exchanges  # the first run alone works them out

    known, owners = set[str](), defaultdict[str, set[str]](set)
    for concept in base.concepts:
        for label in concept.labels:
            if label.status != "mistranslation":
                known.add(letters_of(label.text))
            if label.status in ALLOWED:
                owners[letters_of(label.text)].add(concept.id)
    for concept in filter(has_proper_name, base.concepts):
        labels = {
            (one.label.lang, key): _label(one, concept)
            for one in exchanges(concept)
            if (key := letters_of(one.text)) not in known
            # Two names of one thing, such as UN and United Nations, are not exchanged.
            and not owners.get(letters_of(one.wrong), set())
            & owners.get(letters_of(one.right), set())
        }
        if labels:
            yield Concept(id=concept.id, labels=tuple(labels.values()), domain=concept.domain)


def _label(exchange: Exchange, concept: Concept) -> Label:
    """The label to seek: off where any name of the concept is, or beside what tells another thing."""
    lang = exchange.label.lang
    off = [word for one in concept.labels if one.lang == lang for word in one.not_near]
    off += _others(lang, exchange.text)
    if exchange.is_year:
        off += LANGUAGES[lang].words.name_words.amended
    return Label(
        lang=lang,
        text=exchange.text,
        status="forbidden",
        near=exchange.label.near,
        not_near=tuple(dict.fromkeys(off)),
    )
