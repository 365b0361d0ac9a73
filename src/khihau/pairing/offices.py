"""Offices of state and ministries in a source and its target, which answer each other in any wording (rule P1)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

from khihau.languages import LANGUAGES
from khihau.languages.offices import MINISTRY, Office
from khihau.model import ALLOWED, LANGS, Concept, Document, Match, Termbase
from khihau.model.domains import BODIES
from khihau.pairing.foreign_bodies import Elsewhere
from khihau.pairing.passages import Exchange, Need, Passage, flat
from khihau.review.base import Checked
from khihau.text.compose import composed, recomposed
from khihau.text.fold import fold
from khihau.text.regex import regex
from khihau.text.spans import between, overlaps

__all__ = ["Offices"]

_OTHER = "other"  # of a word that may mean no office of state at all
_OFFICE = "office"  # of which the word does not say the rank
# The ranks that are told where one stands for another; a chair is one of too many things.
_TOLD = frozenset(
    {
        "minister",
        "vice-minister",
        "prime-minister",
        "deputy-prime-minister",
        "president",
        "vice-president",
        "state-chair",
    }
)
_OF_MINISTRIES = frozenset({"minister", "vice-minister", MINISTRY})
_NAME = regex(r",?\s+((?:[^\W\d_a-z][^\W\d_]*[\s-]*){1,5})")  # capitals behind an office
_CASED = regex(r"[A-ZĐ]")

_Fields: TypeAlias = dict[str, frozenset[str]]


class _Side(NamedTuple):
    """The offices of one side of a passage, and those of the passages beside it too."""

    own: Sequence[Office]
    near: Sequence[Office]


class Offices:
    """The offices of two documents, which are looked for when the first passage is asked about."""

    def __init__(
        self,
        source: Checked,
        target: Checked,
        passages: Sequence[Passage],
        is_elsewhere: Elsewhere,
    ) -> None:
        self._source, self._target, self._passages = source, target, passages
        self._is_elsewhere = is_elsewhere

    def answers(self, need: Need, passage: Passage) -> bool:
        """Whether an office of the target is the one that a need is, or is a part of.

        A ministry is a part of the office of its minister: Bộ trưởng Môi trường for 환경부 장관. The
        bare title of a person is not asked for: ông Yadav for 야다브 장관.
        """
        mention, (said, written) = need.mention, self._at(passage)
        concept = self._source.base[mention.concept]
        is_body = concept.domain == BODIES
        wrong = {fold(one.text).text for one in concept.labels if one.status not in ALLOWED}
        text = self._target.document.text
        around = [
            one
            for one in said.own
            if one.start < mention.end and mention.start < one.end and MINISTRY not in one.ranks
            if is_body or (one.start <= mention.start and mention.end <= one.end)
        ]
        if around and not is_body and not any(one.fields for one in around):
            return True
        return any(
            (_is_same(one, other) or (is_body and _have_portfolio(one, other)))
            and not (
                is_body and self._is_elsewhere(other.start, other.end, mention.concept, passage)
            )
            for one in around
            for other in written.near
            if fold(text[slice(*other.word)]).text not in wrong
        )

    def exchanges(self, passage: Passage) -> Iterator[Exchange]:
        """The office of a passage's target that stands for another one of its source, if that is sure.

        A rank for a rank, of one ministry or where each side lacks just one that the other has; or
        a portfolio.
        """
        said, written = self._at(passage)
        if not passage.is_sure or not said.own or not written.own:
            return
        lost = [one for one in said.own if _is_told(one) and not _has_rank(one, written.near)]
        gained = [one for one in written.own if _is_told(one) and not _has_rank(one, said.near)]
        if gained and not lost and not any(_has_rank(one, self._found[0]) for one in gained):
            lost = [one for one in said.own if _is_told(one) and _is_rarer(one, said, written)]
        raised = _other_rank(said, written)
        if raised:
            one, other = raised
            yield Exchange(one.word, other.word, next(iter(one.ranks)))
            return
        if len({one.ranks for one in lost}) == len({one.ranks for one in gained}) == 1:
            if not self._are_others(lost[0], gained[0]):
                rank = next(iter(lost[0].ranks)) if len(lost[0].ranks) == 1 else _OFFICE
                yield Exchange(lost[0].word, gained[0].word, rank)
            return
        lost = [one for one in said.own if _is_of_ministry(one) and _is_alone(one, written.near)]
        gained = [one for one in written.own if _is_of_ministry(one) and _is_alone(one, said.near)]
        if (
            len({one.fields for one in lost}) == len({one.fields for one in gained}) == 1
            and lost[0].ranks == gained[0].ranks
        ):
            spans = ((one.start, one.end) for one in (lost[0], gained[0]))
            yield Exchange(next(spans), next(spans))

    def _at(self, passage: Passage) -> tuple[_Side, _Side]:
        at = passage.number
        low, high = (at, at + 1) if passage.is_unit else (max(0, at - 1), at + 2)
        near = [one.alignment for one in self._passages[low:high]]
        source, target = self._found
        return (
            _Side(
                source[between(source, *passage.alignment.source)],
                [office for one in near for office in source[between(source, *one.source)]],
            ),
            _Side(
                target[between(target, *passage.alignment.target)],
                [office for one in near for office in target[between(target, *one.target)]],
            ),
        )

    @cached_property
    def _found(self) -> tuple[Sequence[Office], Sequence[Office]]:
        fields: _Fields = {}
        return _offices_of(self._source, fields), _offices_of(self._target, fields)

    def _are_others(self, said: Office, written: Office) -> bool:
        """Whether the names behind two offices are those of two persons, as far as letters tell."""
        one = _name_behind(self._source.document.text, said.end)
        other = _name_behind(self._target.document.text, written.end)
        return bool(one and other) and one.isdisjoint(other)


def _other_rank(said: _Side, written: _Side) -> tuple[Office, Office] | None:
    """An office of a ministry that the target has, but in another rank alone: 1차관, Bộ trưởng Bộ Tài chính."""
    for one in filter(_is_head, said.own):
        there = _of_one_ministry(one, written.own)
        here = _of_one_ministry(there[0], said.near) if there else []
        ranks = {other.ranks for other in there}
        if len(ranks) == 1 and ranks.isdisjoint(other.ranks for other in here):
            return one, there[0]
    return None


def _of_one_ministry(office: Office, others: Sequence[Office]) -> list[Office]:
    """The offices that share most portfolios with one: two ministries may both be of the environment."""
    shared = [(len(office.fields & other.fields), other) for other in filter(_is_head, others)]
    most = max((count for count, _ in shared), default=0)
    return [other for count, other in shared if most and count == most]


def _is_head(office: Office) -> bool:
    """Whether an office is that of one rank in a ministry that it names."""
    return _is_of_ministry(office) and MINISTRY not in office.ranks


def _is_told(office: Office) -> bool:
    return not office.ranks.isdisjoint(_TOLD) and _OTHER not in office.ranks


def _is_of_ministry(office: Office) -> bool:
    return bool(office.fields) and len(office.ranks) == 1 and office.ranks <= _OF_MINISTRIES


def _has_rank(office: Office, others: Sequence[Office]) -> bool:
    return any(not office.ranks.isdisjoint(other.ranks) for other in others)


def _is_same(office: Office, other: Office) -> bool:
    """Whether two may be one office: one rank, and a portfolio in common where both tell one."""
    return not office.ranks.isdisjoint(other.ranks) and not (
        office.fields and other.fields and office.fields.isdisjoint(other.fields)
    )


def _have_portfolio(office: Office, other: Office) -> bool:
    """Whether two are of one ministry, of whatever rank; a ministry itself must have a name of its own."""
    return MINISTRY not in other.ranks and not office.fields.isdisjoint(other.fields)


def _is_alone(office: Office, others: Sequence[Office]) -> bool:
    """Whether none of the others may be the office, or has its portfolio."""
    return not any(
        _is_same(office, other) or not office.fields.isdisjoint(other.fields) for other in others
    )


def _is_rarer(office: Office, said: _Side, written: _Side) -> bool:
    """Whether the target has the rank of an office less often than the source."""
    here, there = (sum(_has_rank(office, [one]) for one in side.own) for side in (said, written))
    return here > there


def _name_behind(text: str, end: int) -> frozenset[str]:
    """The words in capitals behind an office, without marks; none in a script without capitals."""
    found = _NAME.match(composed(text[end : end + 60]))
    if not found or not _CASED.search(found[1]):
        return frozenset()
    plain = unicodedata.normalize("NFD", found[1].lower().replace("đ", "d"))
    words = "".join(one for one in plain if not unicodedata.combining(one))
    return frozenset(words.replace("-", " ").split())


# --- what stands in a document --------------------------------------------------------------------


def _offices_of(checked: Checked, fields: _Fields) -> list[Office]:
    """The offices of a document in text order, with what the base knows of the ministries in them.

    A ministry by its acronym, or by a short name, is one too.
    """
    found = list(_in_prose(checked.document))
    ministries = [
        (match.start, match.end, own)
        for match in flat(checked.matches)
        if (own := _fields_of(match, checked.base, fields))
    ]
    spans = [(one.start, one.end) for one in found]
    offices = [
        one._replace(fields=one.fields.union(*_overlapping(ministries, one))) for one in found
    ]
    more = [
        Office(start, end, frozenset({MINISTRY}), own, (start, end))
        for start, end, own in ministries
        if not overlaps(spans, start, end)
    ]
    return sorted([*offices, *more], key=lambda one: (one.start, one.end))


def _in_prose(document: Document) -> Iterator[Office]:
    for segment in document.segments:
        if not segment.lang:
            continue
        words = recomposed(document.text[segment.start : segment.end])
        for one in LANGUAGES[segment.lang].offices.found(words.text):
            low, high, first, last = (
                segment.start + words.origin(at) for at in (one.start, one.end, *one.word)
            )
            yield one._replace(start=low, end=high, word=(first, last))


def _overlapping(
    ministries: Sequence[tuple[int, int, frozenset[str]]], office: Office
) -> Iterator[frozenset[str]]:
    first = between(ministries, office.start, office.end)
    for start, end, own in ministries[max(0, first.start - 1) : first.stop]:
        if start < office.end and office.start < end:
            yield own


def _fields_of(match: Match, base: Termbase, fields: _Fields) -> frozenset[str]:
    """The portfolios of a ministry of the base by all its names, and those of what took its place."""
    if match.concept not in fields:
        fields[match.concept] = _all_fields(base[match.concept], base, {match.concept})
    return fields[match.concept]


def _all_fields(concept: Concept, base: Termbase, seen: set[str]) -> frozenset[str]:
    if concept.domain != BODIES:
        return frozenset()
    own = {
        field
        for label in concept.labels
        if label.lang in LANGS and label.kind != "acronym" and label.status != "forbidden"
        for office in LANGUAGES[label.lang].offices.found(composed(label.text))
        if MINISTRY in office.ranks
        for field in office.fields
    }
    for heir in concept.replaced_by:
        if own and heir.concept in base and heir.concept not in seen:
            seen.add(heir.concept)
            own |= _all_fields(base[heir.concept], base, seen)
    return frozenset(own)
