"""Names that hold another one, written with what else that is called (rule M2).

"Điều 6 của Thỏa thuận Paris" is also said with "Hiệp định Paris", "biến đổi khí hậu" in a name also
as BĐKH.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ahocorasick_rs import AhoCorasick, MatchKind

from khihau.languages import LANGUAGES
from khihau.model import ALLOWED, Concept, Label, LabelLang, Termbase
from khihau.termbase.proper_names import has_acronym
from khihau.text.fold import is_hangul

__all__ = ["InnerNames"]


class InnerNames:
    """What the names of a termbase may be called where they stand in others."""

    def __init__(self, base: Termbase) -> None:
        self._others: dict[LabelLang, dict[str, list[tuple[str, Label]]]] = {}
        for concept in base.concepts:
            for label, others in _called(concept):
                names = self._others.setdefault(label.lang, {})
                names.setdefault(label.text.lower(), []).extend(
                    (concept.id, other) for other in others
                )
        self._stored = {
            (label.lang, label.text.lower())
            for concept in base.concepts
            for label in concept.labels
        }
        self._found = {
            lang: (list(names), AhoCorasick(list(names), matchkind=MatchKind.Standard))
            for lang, names in self._others.items()
        }

    def rewritten(self, concept: str, label: Label) -> Iterator[Label]:
        """A label with another name of another concept in it, one at a time.

        What switches that name off (`not_near`) does so here too. What is a label itself has a
        status of its own.
        """
        if label.kind != "full" or label.lang not in self._found:
            return
        patterns, automaton = self._found[label.lang]
        text = label.text.lower()
        if len(text) != len(label.text):
            return
        found = [
            (start, end, others)
            for number, start, end in automaton.find_matches_as_indexes(text, overlapping=True)
            if _stands_apart(text, start, end)
            and (others := self._others_of(concept, label.lang, patterns[number]))
        ]
        for start, end, others in found:
            if any(
                low <= start and end <= high and end - start < high - low for low, high, _ in found
            ):
                continue  # in a longer one
            for other in others:
                whole = label.text[:start] + other.text + label.text[end:]
                if (label.lang, whole.lower()) not in self._stored:
                    yield replace(label, text=whole, not_near=(*label.not_near, *other.not_near))

    def _others_of(self, concept: str, lang: LabelLang, name: str) -> list[Label]:
        """What else the owners of a name call it, but for the concept whose label holds it."""
        return [other for owner, other in self._others[lang][name] if owner != concept]


def _called(concept: Concept) -> Iterator[tuple[Label, Sequence[Label]]]:
    """The full names of a concept that others may hold, each with what may stand in its place.

    Of a treaty or a body that is any right name, of another concept its letters alone: whoever
    writes synonyms into the title of a law makes another title.
    """
    is_name = has_acronym(concept) and any(map(_is_its_name, concept.labels))
    labels = [label for label in concept.labels if _is_clear(label)]
    for label in labels:
        if label.kind == "full":
            others = [
                other
                for other in labels
                if other.lang == label.lang
                and other.text != label.text
                and (_is_abbreviation(other) or (is_name and _are_names(label, other)))
            ]
            if others:
                yield label, others


def _is_its_name(label: Label) -> bool:
    """Whether a concept is a treaty or a body, by its preferred English name."""
    is_preferred = label.lang == "en" and label.kind == "full" and label.status == "preferred"
    return is_preferred and label.text[0].isupper()


def _is_abbreviation(label: Label) -> bool:
    return label.kind == "short" and label.text.isupper()


def _are_names(label: Label, other: Label) -> bool:
    return other.kind == "full" and not (label.text[0].islower() or other.text[0].islower())


def _is_clear(label: Label) -> bool:
    """Whether a label is right, and means one thing wherever it stands."""
    return (
        label.status in ALLOWED
        and not (label.near or label.homonym or label.numbered or label.covered_by)
        and (label.kind == "short" or not LANGUAGES[label.lang].translation.is_plain(label.text))
    )


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether words begin and end here; Korean ones may be written together with the next."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isalnum() and (not after.isalnum() or is_hangul(after))
