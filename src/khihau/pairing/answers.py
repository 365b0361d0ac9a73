"""What the source of a passage needs, and whether its target answers (rule P1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from khihau.ledger.definitions.former import is_former
from khihau.model import ALLOWED, Lang, Match, Termbase
from khihau.pairing.heads import Heads, taken_up
from khihau.pairing.passages import Key, Need, Passage, flat, key_of
from khihau.quantities.reading import number_words, quantities
from khihau.review.base import Checked
from khihau.text.spans import holds

__all__ = ["answers_of", "needs_of", "unmet"]


def needs_of(
    passage: Passage,
    heads: Heads,
    forms: Sequence[tuple[int, int]],
    base: Termbase,
    lang: Lang,
) -> tuple[Need, ...]:
    """What the source of a passage names and the target's language has a name for, each once.

    `forms` are spans, in text order, of words that stand for an acronym beside them: what they hold
    is named by that.
    """
    first: dict[Key, Match] = {}
    for match in passage.said:
        if not holds(forms, match.start, match.end):
            first.setdefault(key_of(match), match)
    named = (match for match in first.values() if _has_name(match, base, lang))
    return tuple(Need(match, taken_up(match, heads)) for match in named)


def _has_name(match: Match, base: Termbase, lang: Lang) -> bool:
    return any(
        label.status in ALLOWED and label.lang in (lang, "mul")
        for label in base[match.concept].labels
    )


def answers_of(matches: Iterable[Match], text: str, lang: Lang) -> Counter[Key]:
    """How often the target of a passage names each concept as it may be named.

    An outdated name is right where the text calls it former (rule C6).
    """
    found: Counter[Key] = Counter()
    for match in flat(matches):
        is_allowed = match.status in ALLOWED or (
            match.status == "deprecated" and is_former(text, match.start, match.end)
        )
        if is_allowed and (match.lang in (lang, "mul") or match.kind == "acronym"):
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
