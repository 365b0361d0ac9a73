"""From overlapping hits to matches: the longest wins, homonyms are weighed, statuses dated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from khihau.dating.days import Days
from khihau.match.index import Index, Names
from khihau.match.scan import Hit
from khihau.match.whose import Whose
from khihau.model import STATUSES, Match, Rejection
from khihau.model.values import NO_COUNTRIES

__all__ = ["Resolved", "resolve"]


class Resolved(NamedTuple):
    """The top-level matches in text order, and the hits that a longer one overlaps or explains."""

    matches: tuple[Match, ...]
    rejections: tuple[Rejection, ...]


class _Group(NamedTuple):
    """All hits of one span, and the groups that lie within it."""

    start: int
    end: int
    hits: list[Hit]
    inside: list[_Group]


def resolve(
    hits: Sequence[Hit], text: str, index: Index, days: Days, whose: Whose | None = None
) -> Resolved:
    """Longest first, then leftmost, over all concepts, statuses and languages (rules M7 and M8).

    What a match covers becomes its `inner`; what it only overlaps falls as `inside-longer`.
    `days` says which day governs a place: a deprecated label counts as admitted before its `until`;
    `whose` which country's thing a term is, asked only where the names of its concept depend on it.
    """
    rejections: list[Rejection] = []
    context = _Context(text, index.names, days, whose, hits, rejections)
    matches = [
        match for cluster in _clusters(_groups(hits)) for match in _settled(cluster, context)
    ]
    rejections.sort(key=lambda fallen: (fallen.start, fallen.end))
    return Resolved(tuple(matches), tuple(rejections))


class _Context:
    """What every match of a document needs; `rejections` gathers what only overlaps one."""

    def __init__(
        self,
        text: str,
        names: Callable[[str, int | None], Names],
        days: Days,
        whose: Whose | None,
        hits: Sequence[Hit],
        rejections: list[Rejection],
    ) -> None:
        self.text, self.names, self.days, self.whose = text, names, days, whose
        self.rejections = rejections
        self._hits = hits

    @cached_property
    def evidence(self) -> frozenset[str]:
        """The concepts that the document writes out: only a homonym asks for them."""
        return frozenset(hit.concept for hit in self._hits if hit.term.kind == "full")


def _groups(hits: Iterable[Hit]) -> list[_Group]:
    groups: list[_Group] = []
    span = (-1, -1)
    for hit in sorted(hits, key=itemgetter(0, 1)):
        if hit[:2] == span:
            groups[-1].hits.append(hit)
        else:
            span = hit[:2]
            groups.append(_Group(*span, [hit], []))
    return groups


def _clusters(groups: Sequence[_Group]) -> Iterable[list[_Group]]:
    """Runs of groups that hang together by overlaps: each is settled on its own."""
    cluster: list[_Group] = []
    reach = 0
    for group in groups:
        if cluster and group.start >= reach:
            yield cluster
            cluster = []
        cluster.append(group)
        reach = max(reach, group.end)
    if cluster:
        yield cluster


def _settled(groups: Sequence[_Group], context: _Context) -> tuple[Match, ...]:
    """The matches of groups that may overlap, in text order: each group meets the longer ones."""
    if len(groups) == 1:
        return (_match(groups[0], context),)
    ordered = sorted(groups, key=lambda group: (group.start - group.end, group.start))
    longest = ordered[0]
    if all(longest.start <= group.start and group.end <= longest.end for group in ordered):
        longest.inside.extend(ordered[1:])
        return (_match(longest, context),)
    low = min(group.start for group in ordered)
    owners: list[_Group | None] = [None] * (max(group.end for group in ordered) - low)
    for group in ordered:
        start, end = group.start - low, group.end - low
        # No winner is shorter than the group: one that touches it stands at an edge of it.
        beside = [winner for winner in (owners[start], owners[end - 1]) if winner]
        if not beside:
            owners[start:end] = [group] * (end - start)
            continue
        winner = min(beside, key=lambda winner: (winner.start - winner.end, winner.start))
        if winner.start <= group.start and group.end <= winner.end:
            winner.inside.append(group)
        else:
            context.rejections.extend(_overlapped(hit, winner, context.text) for hit in group.hits)
    winners = (one for at, one in enumerate(owners, low) if one and one.start == at)
    return tuple(_match(winner, context) for winner in winners)


def _overlapped(hit: Hit, winner: _Group, text: str) -> Rejection:
    return Rejection(
        start=hit.start,
        end=hit.end,
        text=text[hit.start : hit.end],
        concept=hit.concept,
        label=hit.term.text,
        reason="inside-longer",
        detail=f"“{text[winner.start : winner.end]}”",
    )


def _match(group: _Group, context: _Context) -> Match:
    start, end, hits, inside = group
    best, alternatives = _weighed(hits, context) if len(hits) > 1 else (hits[0], ())
    term = best.term
    names = context.names(term.concept, best.number)
    country = context.whose.country(start, end) if names.own and context.whose else None
    return Match(
        start=start,
        end=end,
        text=context.text[start:end],
        concept=term.concept,
        label=term.text,
        lang=term.lang,
        kind=term.kind,
        status=context.days.status_of(term, start, end),
        how=best.how,
        number=best.number,
        inner=_settled(inside, context) if inside else (),
        alternatives=alternatives,
        sense=term.sense,
        is_press=term.is_press,
        equivalents=names.of(country),
        country=country or None,
        own=_open(names) if country is None and names.own else NO_COUNTRIES,
    )


def _open(names: Names) -> Mapping[str, Mapping[str, str]]:
    """What the countries call their own, where they have a name for it."""
    return MappingProxyType({of: own for of, own in names.own.items() if own})


def _weighed(hits: Sequence[Hit], context: _Context) -> tuple[Hit, tuple[str, ...]]:
    """The hit that names the span, and all concepts where the document does not decide (rule M8)."""
    ranked = sorted(hits, key=lambda hit: _rank(hit, context))
    concepts = list(dict.fromkeys(hit.concept for hit in ranked))
    known = [concept for concept in concepts if concept in context.evidence]
    if len(concepts) > 1 and len(known) == 1:
        return next(hit for hit in ranked if hit.concept == known[0]), ()
    if len(concepts) > 1 and _rank(ranked[0], context)[0] == _rank(_other(ranked), context)[0]:
        return ranked[0], tuple(sorted(concepts))
    return ranked[0], ()


def _other(ranked: Sequence[Hit]) -> Hit:
    return next(hit for hit in ranked if hit.concept != ranked[0].concept)


def _rank(hit: Hit, context: _Context) -> tuple[int, bool, str, str]:
    """Allowed before wrong, exact before near, then by name, so that the order is the same always."""
    status = STATUSES.index(context.days.status_of(hit.term, hit.start, hit.end))
    return max(status - 1, 0), hit.how != "exact", hit.concept, hit.term.text
