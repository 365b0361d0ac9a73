"""Words in a document that are almost a label: one slip, and surely one (rule S1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from khihau.fuzzy import tuned
from khihau.fuzzy.kept_labels import kept_labels
from khihau.fuzzy.mistyped_labels import Slip, labels_of, slips
from khihau.fuzzy.words import international, words_of
from khihau.languages import LANGUAGES
from khihau.languages.words import Suspicion, are_joined
from khihau.model import STATUSES, Concept, Document, Label, Lang, Match, Termbase
from khihau.termbase.proper_names import has_proper_name
from khihau.text.fold import fold
from khihau.text.regex import regex
from khihau.text.spans import Spans, Taken
from khihau.text.stops import ENDS, PAUSES

__all__ = ["NearMiss", "near_misses"]

_SENTENCE_START = regex(rf"(?:^|[{ENDS}{PAUSES}\n])[\W_]*$")
_SIGNS = 12  # between two sentences


class NearMiss(NamedTuple):
    """Words that are almost a label; `meant` is what they would be without the slip."""

    start: int
    end: int
    concept: Concept
    label: Label
    meant: str


def near_misses(
    document: Document, matches: Sequence[Match], base: Termbase, *, only_names: bool = False
) -> Iterator[NearMiss]:
    """Every near miss of a document, in text order; no two overlap.

    `only_names`: of the names of treaties, bodies, acts and mechanisms alone.

    A word that stands in a match is right. The names that texts of all languages may have are sought
    everywhere, since a gloss may stand in any text.
    """
    named = [(match.start, match.end) for match in matches]
    taken = Spans(sorted([*named, *(region[:2] for region in document.protected)]))
    for segment in document.segments:
        if segment.kind in ("quote", "code"):
            continue
        text = document.text[segment.start : segment.end]
        langs = dict.fromkeys((segment.lang or international(), international()))
        found = [
            near
            for lang in langs
            for near in _of_text(text, lang, base, segment.start, taken, only_names=only_names)
        ]
        yield from _apart(found)


def _apart(found: Iterable[NearMiss]) -> list[NearMiss]:
    """The longest where some overlap, of equal ones a label that is right."""
    taken = Taken()
    kept = [near for near in sorted(found, key=_rank) if taken.add(near.start, near.end)]
    return sorted(kept, key=lambda near: near.start)


def _rank(near: NearMiss) -> tuple[int, int, int, str]:
    status = STATUSES.index(near.label.status)
    return near.start - near.end, near.start, status, near.concept.id


def _of_text(
    text: str, lang: Lang, base: Termbase, offset: int, taken: Spans, *, only_names: bool
) -> Iterator[NearMiss]:
    folded = fold(text, keep_case=True)
    plain, found = folded.text, words_of(folded.text, lang)
    labels = labels_of(base, lang, only_names=only_names)
    for slip in slips(found, kept_labels(base, lang).known, labels):
        start, end = folded.source_span(found[slip.first].start, found[slip.last - 1].end)
        low, high = folded.source_span(found[slip.wrong[0]].start, found[slip.wrong[1] - 1].end)
        if taken.overlaps(offset + low, offset + high):
            continue
        for concept_id, place in slip.labels:
            concept = base[concept_id]
            label = concept.labels[place]
            right = _right(slip, label, lang)
            words = Suspicion(plain, found, slip.first, slip.last, slip.wrong, label.text, right)
            if only_names and not (has_proper_name(concept) or _is_titled(text[start:end], lang)):
                continue
            if label.status != "mistranslation" and _is_sure(words, lang):
                meant = LANGUAGES[lang].words.in_the_form_of(text[low:high], right)
                meant = _with_capitals(meant, text[low:high], text[start:end])
                meant = text[start:low] + meant + text[high:end]
                yield NearMiss(offset + start, offset + end, concept, label, meant)


def _is_titled(words: str, lang: Lang) -> bool:
    """Whether a text writes words as a name, with a capital at each that says something."""
    light = LANGUAGES[lang].words.light_words
    large = [word for word in words.split() if word.lower() not in light]
    has_case = LANGUAGES[lang].phrases.names_have_capitals
    return has_case and len(large) >= tuned.TITLED_WORDS and all(w[0].isupper() for w in large)


def _right(slip: Slip, label: Label, lang: Lang) -> str:
    """The words of a label that were meant where something else stands."""
    if not slip.taken:
        return ""
    own = words_of(label.text, lang)
    first = slip.wrong[0] - slip.first
    return label.text[own[first].start : own[first + slip.taken - 1].end]


def _is_sure(found: Suspicion, lang: Lang) -> bool:
    """Whether words run on as a label does, and the wrong one of them can be nothing else."""
    words = LANGUAGES[lang].words
    signs = words.signs + "," * ("," in found.label)
    joined = are_joined(found.words[found.first : found.last], found.text, signs)
    return joined and _has_its_case(found) and words.is_slip(found)


def _has_its_case(found: Suspicion) -> bool:
    """Whether the wrong word is no name but the label's: else its capital must start a sentence."""
    stretch = found.words[found.first : found.last]
    written = [found.text[word.start : word.end] for word in stretch]
    at = found.wrong[0] - found.first
    wrong = written[at]
    if not wrong[0].isupper() or (found.right[:1].isupper() and not wrong.isupper()):
        return True
    if len(wrong) > 1 and wrong.isupper():
        return len(written) > 1 and all(map(str.isupper, written))
    if len(written) > 1 and all(word[0].isupper() for word in written):
        return True
    start = stretch[0].start
    return at == 0 and bool(_SENTENCE_START.search(found.text[max(0, start - _SIGNS) : start]))


def _with_capitals(right: str, wrong: str, whole: str) -> str:
    """The right word with the capitals of the wrong one, and of the words around."""
    if len(wrong) > 1 and wrong.isupper():
        return right.upper()
    if wrong[:1].isupper():
        return right[:1].upper() + right[1:]
    return right.lower() if whole.islower() else right
