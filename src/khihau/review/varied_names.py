"""Names of what a text speaks of that have another word in them, whatever word that is (rule C12).

That a text names a thing rightly, by another of its names or by its acronym, shows that it is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from khihau.fuzzy.kept_labels import KeptLabel, kept_labels
from khihau.fuzzy.other_words import are_akin, are_other
from khihau.fuzzy.varied_names import Varied, varied
from khihau.fuzzy.words import words_of
from khihau.languages import LANGUAGES
from khihau.languages.words import are_joined
from khihau.model import ALLOWED, Concept, Document, Label, Lang, Match, Termbase
from khihau.model.domains import ACTS, BODIES
from khihau.review import tuned
from khihau.review.name_edges import ends_word, goes_on
from khihau.text.fold import fold
from khihau.text.regex import regex
from khihau.text.spans import Spans

if TYPE_CHECKING:
    from khihau.languages.words import Token
    from khihau.model import Segment

__all__ = ["VariedName", "varied_names"]

_HAS_DIGIT = regex(r"[\d=#]")  # of a number, or of what any number may stand for
_ACRONYM = regex(
    r"[ \xa0]?[(\[（][^()\[\]]{0,80}\b[A-ZĐ]{2}"
)  # a name that the text gives an acronym


class VariedName(NamedTuple):
    """Words at a span that are a name of a concept but for `wrong`, which stands for `right`."""

    start: int
    end: int
    concept: Concept
    label: Label
    wrong: str
    right: str


class _Read(NamedTuple):
    """A stretch of a text: its folded letters, and the words in them."""

    plain: str
    words: Sequence[Token]
    lang: Lang


def varied_names(
    document: Document, matches: Sequence[Match], base: Termbase
) -> Iterator[VariedName]:
    """Every name of a document that has another word in it, of what the document names rightly too.

    None where the words beside make a longer name of it, where the base knows a term or a name in
    what stands there, or where the text gives it an acronym: then it is the name of something else.
    """
    named = {
        one.concept
        for match in matches
        for one in (match, *match.inner)
        if one.status in ALLOWED and not one.alternatives
    }
    taken = Spans.of(matches)
    names: dict[Lang, list[KeptLabel]] = {}
    for segment in document.segments:
        lang = segment.lang
        if lang and segment.kind not in ("quote", "code"):
            if lang not in names:
                names[lang] = [
                    one
                    for one in _long_names(base, lang)
                    if one.concept in named and _may_vary(base[one.concept], one.place)
                ]
            yield from _in_segment(document, segment, lang, names[lang], base, taken)


def _in_segment(
    document: Document,
    segment: Segment,
    lang: Lang,
    names: Sequence[KeptLabel],
    base: Termbase,
    taken: Spans,
) -> Iterator[VariedName]:
    if not names:
        return
    folded = fold(document.text[segment.start : segment.end], keep_case=True)
    words = words_of(folded.text, lang)

    def span_of(first: int, last: int) -> tuple[int, int]:
        low, high = folded.source_span(words[first].start, words[last - 1].end)
        return segment.start + low, segment.start + high

    for found in varied(words, [one.words for one in names], LANGUAGES[lang].words.varied_most):
        (start, end), wrong = span_of(found.first, found.last), span_of(*found.wrong)
        if taken.overlaps(*wrong):
            continue
        kept = names[found.name]
        concept = base[kept.concept]
        label = concept.labels[kept.place]
        own = words_of(label.text, lang)
        right = label.text[own[found.right[0]].start : own[found.right[1] - 1].end]
        if (
            _is_mistake(_Read(folded.text, words, lang), found, kept, label)
            # Translations of an act vary.
            and (concept.domain != ACTS or are_other(document.text[slice(*wrong)], right, lang))
            and not _is_more(document, start, end, label)
        ):
            yield VariedName(start, end, concept, label, document.text[slice(*wrong)], right)


@lru_cache(maxsize=8)
def _long_names(base: Termbase, lang: Lang) -> tuple[KeptLabel, ...]:
    """The names that are long enough to be known without one of their words; reads no concept."""
    least = LANGUAGES[lang].words.varied_from
    return tuple(
        one
        for one in kept_labels(base, lang).labels
        if one.is_name and _size(one.words, lang) >= least
    )


def _may_vary(concept: Concept, place: int) -> bool:
    """Whether a right name is written with a capital and is no body's: another word makes another body."""
    label = concept.labels[place]
    is_right = label.status in ALLOWED and not label.text[0].islower()
    return is_right and concept.domain != BODIES


def _size(words: Sequence[str], lang: Lang) -> int:
    return sum(word not in LANGUAGES[lang].grammar.small_words() for word in words)


def _is_mistake(read: _Read, found: Varied, kept: KeptLabel, label: Label) -> bool:
    """Whether other words in a name are a mistake for its own, and no name of a thing beside it."""
    language = LANGUAGES[read.lang]
    wrong = [word.key for word in read.words[slice(*found.wrong)]]
    right = kept.words[slice(*found.right)]
    if not set(_head(kept.words, read.lang)).isdisjoint(range(*found.right)):
        return False
    small = language.grammar.small_words()
    if not small.isdisjoint((*wrong, *right)) or _HAS_DIGIT.search(" ".join((*wrong, *right))):
        return False
    units = language.numerals.units
    if [units.get(word, word) for word in wrong] == [units.get(word, word) for word in right]:
        return False  # hecta for ha
    own_places = {*language.phrases.countries, *language.words.name_words.places}
    if not own_places.isdisjoint((*wrong, *right)):
        return False
    if language.words.spaced and any(map(are_akin, wrong, right)):
        return False
    words = read.words[found.first : found.last]
    signs = language.words.signs + "," * ("," in label.text)
    return are_joined(words, read.plain, signs)


def _head(words: Sequence[str], lang: Lang) -> range:
    """Where the head noun of a name stands: another one makes another body of it (Cục, Tổng cục)."""
    language = LANGUAGES[lang]
    if language.words.head_first:
        return range(tuned.HEAD)
    ties = language.phrases.ties
    end = next((at for at, word in enumerate(words) if word in ties), len(words))
    return range(max(0, end - (1 if language.words.spaced else tuned.HEAD)), end)


def _is_more(document: Document, start: int, end: int, label: Label) -> bool:
    """Whether the words at a span are a part of something else, or have not the capitals of the name."""
    text = document.text
    if _ACRONYM.match(text, end):
        return True
    if LANGUAGES[label.lang].words.spaced:
        capitals = (sum(map(str.isupper, one)) for one in (text[start:end], label.text))
        return next(capitals) < next(capitals) or goes_on(document, start, end, label.lang)
    return not ends_word(text, end, label.lang) or text[max(0, start - 1) : start].isalnum()
