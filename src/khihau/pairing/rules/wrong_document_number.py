"""wrong-document-number: an act, a standard or an article by another number than the source has.

What it finds: 06/2022/NĐ-CP rendered as 16/2022/NĐ-CP, 1/CP.21 as 1/CMA.1, 법률 제18469호 as Act No. 18496,
ISO 14064-1 as ISO 14064-2, 제6조제2항 as Article 6.4. Such a number is a name: it is read whole, in the
words of each language (Điều 6.2, 제6조제2항, Article 6(2), paragraph 2 of Article 6), and the glossary need
not know the act. Left alone are an act by its name alone, a number without its year, its issuer or its
clause, and a number that moved to the passage before or after. In an act or an official letter a
number that stands nowhere in the translation is told too, at its first place.

Why it matters: whoever looks the act up by this number finds another one, or none.

The law on it: rule P6 in khihau's docs/semantics.md.

| | source | found | left alone |
|---|---|---|---|
| vi | 고시 제2023-263호에 따른다. | Thực hiện theo Thông báo số 2023-236. | Thực hiện theo Thông báo số 2023-263. |
| ko | Nghị định số 06/2022/NĐ-CP có hiệu lực. | 시행령 16/2022/NĐ-CP호가 시행된다. | 시행령 06/2022/NĐ-CP호가 시행된다. |
| en | 기준은 제13조제2항에 있다. | The criteria are in Article 13(3). | The criteria are in paragraph 2 of Article 13. |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from khihau.pairing.citations.citation import Citation, are_alike, are_rivals, are_same, groups_of
from khihau.pairing.passages import Paired, Passage, flat
from khihau.pairing.rule import Found, PairRule, found_at
from khihau.pairing.tuned import CITED_AT_MOST
from khihau.text.spans import between

__all__ = ["RULE"]

_TELLING = 3  # digits of a number that cannot stand in a text by chance


class _Left(NamedTuple):
    """What each side of a passage cites and the other has not, nor what may stand for it."""

    missing: list[Citation]
    added: list[Citation]


def _find(paired: Paired) -> Iterator[Found]:
    here, there = paired.citations
    said = [here[between(here, *one.alignment.source)] for one in paired.passages]
    written = [there[between(there, *one.alignment.target)] for one in paired.passages]
    left: list[_Left] = []
    for at, passage in enumerate(paired.passages):
        if _is_list(said[at], written[at]):
            left.append(_Left([], []))
            continue
        missing, added = _unanswered(paired, passage, said[at], written[at])
        beside = (
            [] if passage.is_unit else [one for one in (at - 1, at + 1) if 0 <= one < len(said)]
        )
        for one, other in _couples(missing, added):
            missing.remove(one)
            added.remove(other)
            if not (_stands(one, written, beside) and _stands(other, said, beside)):
                yield _different(paired, passage, one, other)
        left.append(_Left(missing, added))
    yield from _beside(paired, left)
    if paired.source.customs.profile.is_formal:
        yield from _all_dropped(paired, left)


def _beside(paired: Paired, left: Sequence[_Left]) -> Iterator[Found]:
    """A number that stands in the passage beside that of its source: no other could be meant."""
    here, there = ({one.groups for one in side} for side in paired.citations)
    for at, passage in enumerate(paired.passages):
        if passage.is_unit:
            continue
        missing = [one for one in left[at].missing if one.groups not in there]
        near = [other for other in (at - 1, at + 1) if 0 <= other < len(left)]
        added = [
            (one, other) for other in near for one in left[other].added if one.groups not in here
        ]
        for one in missing:
            rivals = [each for each in added if are_rivals(one, each[0])]
            if len(rivals) == 1 == sum(each.kind == one.kind for each in missing):
                other, place = rivals[0]
                yield _different(paired, paired.passages[place], one, other)
                left[at].missing.remove(one)
                left[place].added.remove(other)


def _all_dropped(paired: Paired, left: Sequence[_Left]) -> Iterator[Found]:
    """The acts and standards that the translation cites nowhere, each at its first place."""
    cited = {one.groups[0] for one in paired.citations[1]}
    for passage, (missing, added) in zip(paired.passages, left, strict=True):
        for one in missing if passage.is_sure and not added and not _is_one_sided(passage) else ():
            if one.kind != "provision" and one.groups[0] not in cited:
                cited.add(one.groups[0])
                yield _dropped(paired, passage, one)


def _is_one_sided(passage: Passage) -> bool:
    return any(start == end for start, end in passage.alignment[:2])


def _is_list(*sides: Sequence[Citation]) -> bool:
    return any(len(side) > CITED_AT_MOST for side in sides)


# --- what one side has and the other has not ------------------------------------------------------


def _unanswered(
    paired: Paired, passage: Passage, said: Sequence[Citation], written: Sequence[Citation]
) -> tuple[list[Citation], list[Citation]]:
    """What either side cites, each once, and the other has neither so nor with less or more said."""
    own, others = _distinct(said, written), _distinct(written, said)
    missing = [one for one in own if not any(are_same(one, other) for other in others)]
    added = [one for one in others if not any(are_same(one, other) for other in own)]
    if not missing and not added:
        return [], []
    source, target = paired.source.document.text, paired.target.document.text
    missing = _unwritten(missing, _rest(target, passage.alignment.target, written))
    return missing, _unwritten(added, _rest(source, passage.alignment.source, said))


def _distinct(own: Iterable[Citation], others: Iterable[Citation]) -> list[Citation]:
    """The first of each that no other one equals."""
    known = {one[2:] for one in others}
    first: dict[tuple[object, ...], Citation] = {}
    for one in own:
        if one[2:] not in known:
            first.setdefault(one[2:], one)
    return list(first.values())


def _rest(text: str, span: tuple[int, int], cited: Sequence[Citation]) -> str:
    """The words of a passage outside of what it cites."""
    parts, done = [], span[0]
    for one in cited:
        parts.append(text[done : one.start])
        done = max(done, one.end)
    return " | ".join((*parts, text[done : span[1]]))


def _unwritten(citations: list[Citation], rest: str) -> list[Citation]:
    """The citations whose numbers do not stand in a row elsewhere, in words that nobody read."""
    if not citations:
        return []
    written = f" {' '.join(groups_of(rest))} "
    return [
        one
        for one in citations
        if one.kind == "provision"
        or len("".join(one.groups)) < _TELLING
        or f" {' '.join(one.groups)} " not in written
    ]


def _stands(one: Citation, sides: Sequence[Sequence[Citation]], at: Iterable[int]) -> bool:
    """Whether a passage beside its own cites the same: an article by all of its numbers."""
    return any(
        one.groups == other.groups if one.kind == "provision" else are_same(one, other)
        for place in at
        for other in sides[place][:CITED_AT_MOST]
    )


def _couples(
    missing: Sequence[Citation], added: Sequence[Citation]
) -> list[tuple[Citation, Citation]]:
    """What stands for what: those that are alike, then those that are alone of their kind."""
    couples: list[tuple[Citation, Citation]] = []
    free = list(added)
    left: list[Citation] = []
    for one in missing:
        other = next((other for other in free if are_alike(one, other)), None)
        if other:
            free.remove(other)
            couples.append((one, other))
        else:
            left.append(one)
    for one in left:
        rivals = [other for other in free if are_rivals(one, other)]
        if len(rivals) == 1 == sum(other.kind == one.kind for other in left):
            couples.append((one, rivals[0]))
    return couples


# --- what is told ---------------------------------------------------------------------------------


def _different(paired: Paired, passage: Passage, one: Citation, other: Citation) -> Found:
    text = paired.target.document.text[other.start : other.end]
    message = f"“{text}” stands for {_source(paired, one)}; write the number of the source"
    concept = _concept(passage, one)
    span = (other.start, other.end)
    return found_at(
        paired,
        RULE.name,
        span,
        message,
        passage=passage,
        concept=concept,
        is_sure=passage.is_sure,
    )


def _dropped(paired: Paired, passage: Passage, one: Citation) -> Found:
    message = f"{_source(paired, one)} is not cited here; write the number"
    span = passage.alignment.target
    return found_at(paired, RULE.name, span, message, passage=passage, aspect="dropped")


def _source(paired: Paired, one: Citation) -> str:
    words = paired.source.document.text[one.start : one.end]
    return f"“{words}” (source {paired.places.named(one.start)})"


def _concept(passage: Passage, one: Citation) -> str | None:
    """The concept of the source in whose name the number stands: another number is its one mistake."""
    return next(
        (
            match.concept
            for match in flat(passage.said)
            if match.start < one.end and one.start < match.end
        ),
        None,
    )


RULE = PairRule(
    "wrong-document-number", "an act, a standard or an article by another number", _find
)
