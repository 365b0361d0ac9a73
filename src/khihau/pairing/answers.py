"""Which names in the target answer what the source speaks of (rule P1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from khihau.dating.former import is_former
from khihau.languages import LANGUAGES
from khihau.match.index import index_of
from khihau.match.resolve import resolve
from khihau.match.scan import scan
from khihau.model import ALLOWED, Concept, Label, Lang, Match, Status, Termbase
from khihau.pairing.passages import Key, Need, Passage, flat
from khihau.quantities import number_words, quantities
from khihau.review.base import Checked
from khihau.text.compose import caseless

__all__ = ["answers_of", "as_answers", "as_mistranslations", "matches_of", "unmet"]


def answers_of(
    matches: Iterable[Match],
    text: str,
    lang: Lang,
    is_then: Callable[[Match], bool],
    is_anothers: Callable[[Match], bool],
) -> Counter[Key]:
    """How often the target of a passage names each concept as it may be named.

    A name of another country's own thing is none (`is_anothers`, rule M14). An outdated name is right where the text calls it former (rule C6), and where it is the one of the
    source's time (`is_then`).
    """
    found: Counter[Key] = Counter()
    for match in flat(matches):
        is_allowed = (match.status in ALLOWED and not match.sense) or (
            match.status == "deprecated"
            and (is_former(text, match.start, match.end) or is_then(match))
        )
        is_said = match.lang in (lang, "mul") or match.kind == "acronym"
        if is_allowed and is_said and not is_anothers(match):
            for concept in {match.concept, *match.alternatives}:
                found[concept, match.number] += 1
    return found


def unmet(
    needs: Sequence[Sequence[Need]],
    passages: Sequence[Passage],
    answers: Sequence[Mapping[Key, int]],
    target: Checked,
    lang: Lang,
) -> list[list[Need]]:
    """For each passage the needs that neither its target answers nor what is spare beside it."""
    text = target.document.text
    return [
        [
            need
            for need in some
            if not _is_met(need, passage.number, passages, answers)
            and not _is_numbered(
                need.key, answers[passage.number], text[slice(*passage.alignment.target)], lang
            )
        ]
        for passage, some in zip(passages, needs, strict=True)
    ]


def _is_met(
    need: Need, at: int, passages: Sequence[Passage], answers: Sequence[Mapping[Key, int]]
) -> bool:
    keys = [*_keys(need.mention), *need.also]
    if any(_count(key, answers[at]) for key in keys):
        return True
    if passages[at].is_unit:
        return False
    # A term may have moved to the next sentence, if that one has one more than it needs itself.
    beside = (other for other in (at - 1, at + 1) if 0 <= other < len(passages))
    return any(
        _count(key, answers[other]) > sum(key in _keys(said) for said in passages[other].said)
        for other in beside
        for key in keys
    )


def _keys(match: Match) -> list[Key]:
    return [(concept, match.number) for concept in {match.concept, *match.alternatives}]


def _count(key: Key, answers: Mapping[Key, int]) -> int:
    """How often a concept is named: one without a session by any of its sessions."""
    concept, number = key
    if number is not None:
        return answers.get(key, 0)
    return sum(times for (other, _), times in answers.items() if other == concept)


def _is_numbered(key: Key, answers: Mapping[Key, int], text: str, lang: Lang) -> bool:
    """Whether the name stands without its session, and the number beside it ("lần thứ nhất")."""
    concept, number = key
    if number is None or not answers.get((concept, None)):
        return False
    values = {one.value for one in quantities(text, lang)} | number_words(text, lang)
    return Decimal(number) in values


# --- labels looked for once more, where the source says which concept to expect -------------------


def matches_of(checked: Checked, concepts: Iterable[Concept]) -> tuple[Match, ...]:
    """The matches of the labels of some concepts in a document, as if there were no others."""
    concepts = [concept for concept in concepts if concept.labels]
    if not concepts:
        return ()
    index = index_of(Termbase(concepts))
    hits = scan(checked.document, index, checked.options, inside_names=True).hits
    return resolve(hits, checked.document.text, index, checked.days).matches


def as_answers(concept: Concept, lang: Lang, is_then: Callable[[Label], bool]) -> Concept:
    """A concept with the names that do where the source speaks of it, also those of that time.

    The words that a label needs near it are not asked for, the country may be left out, unless that
    leaves a wrong name (Biển Đông is no sea of Korea), and two countries may stand in either order. One
    that means less or more is none: phát thải would be found in a wrong phát thải nhà kính.
    """
    without_country = LANGUAGES[lang].translation.without_country
    labels = [
        replace(label, near=(), status="admitted")
        for label in concept.labels
        if label.lang in (lang, "mul") and (label.status in ALLOWED or is_then(label))
        if label.kind != "acronym" and not label.sense
    ]
    in_any_order = LANGUAGES[lang].translation.in_any_order
    known = {label.text for label in labels}
    wrong = {
        caseless(one.text)
        for one in concept.labels
        if one.status not in ALLOWED and not is_then(one)
    }
    others = {
        text: replace(label, text=text)
        for label in labels
        for text in (without_country(label.text), *in_any_order(label.text))
        if text and text not in known and caseless(text) not in wrong
    }
    return replace(concept, labels=(*labels, *others.values()))


def as_mistranslations(concept: Concept, lang: Lang) -> Concept:
    """A concept with the words that mistranslate it, as labels that may be found."""
    labels = _labels(concept, lang, ("mistranslation",))
    return replace(concept, labels=tuple(replace(one, status="admitted") for one in labels))


def _labels(concept: Concept, lang: Lang, statuses: Sequence[Status]) -> list[Label]:
    return [one for one in concept.labels if one.status in statuses and one.lang in (lang, "mul")]
