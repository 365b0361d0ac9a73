"""From overlapping hits to matches: the longest wins, homonyms are weighed, statuses dated."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from khihau.match.index import Index
from khihau.match.official import status_on
from khihau.match.scan import Hit
from khihau.model import STATUSES, Match, Rejection

__all__ = ["Resolved", "resolve"]


class Resolved(NamedTuple):
    """The top-level matches in text order, and the hits that a longer one overlaps or explains."""

    matches: tuple[Match, ...]
    rejections: tuple[Rejection, ...]


@dataclass(slots=True)
class _Group:
    """All hits of one span, and the groups that lie within it."""

    start: int
    end: int
    hits: list[Hit] = field(default_factory=list)


def resolve(hits: Sequence[Hit], text: str, index: Index, date: datetime.date) -> Resolved:
    """Longest first, then leftmost, over all concepts, statuses and languages (SEMANTICS M7, M8).

    What a match covers becomes its `inner`; what it only overlaps falls as `inside-longer`.
    `date` is the document's: a deprecated label counts as admitted before its `until`.
    """
    evidence = Counter(hit.concept for hit in hits if hit.term.kind == "full")
    matches: list[Match] = []
    rejections: list[Rejection] = []
    context = _Context(text, index.equivalents, date, evidence)
    for cluster in _clusters(_groups(hits)):
        _settle(cluster, context, matches, rejections)
    matches.sort(key=lambda match: match.start)
    rejections.sort(key=lambda fallen: (fallen.start, fallen.end))
    return Resolved(tuple(matches), tuple(rejections))


class _Context(NamedTuple):
    text: str
    equivalents: Callable[[str, int | None], Mapping[str, str]]
    date: datetime.date
    evidence: Mapping[str, int]


def _groups(hits: Iterable[Hit]) -> list[_Group]:
    groups: dict[tuple[int, int], _Group] = {}
    for hit in hits:
        span = (hit.start, hit.end)
        groups.setdefault(span, _Group(*span)).hits.append(hit)
    return sorted(groups.values(), key=lambda group: (group.start, group.end))


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


def _settle(
    groups: list[_Group], context: _Context, matches: list[Match], rejections: list[Rejection]
) -> None:
    waiting = sorted(groups, key=lambda group: (group.start - group.end, group.start))
    while waiting:
        winner, *others = waiting
        inside = [g for g in others if winner.start <= g.start and g.end <= winner.end]
        across = [
            g for g in others if g not in inside and g.start < winner.end and winner.start < g.end
        ]
        inner: list[Match] = []
        _settle(inside, context, inner, rejections)
        inner.sort(key=lambda match: match.start)
        matches.append(_match(winner, tuple(inner), context))
        rejections += [_overlapped(hit, winner, context.text) for g in across for hit in g.hits]
        waiting = [g for g in others if g not in inside and g not in across]


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


def _match(group: _Group, inner: tuple[Match, ...], context: _Context) -> Match:
    ranked = sorted(group.hits, key=lambda hit: _rank(hit, context))
    concepts = list(dict.fromkeys(hit.concept for hit in ranked))
    known = [concept for concept in concepts if context.evidence[concept]]
    best = ranked[0]
    alternatives: tuple[str, ...] = ()
    if len(concepts) > 1:
        if len(known) == 1:
            best = next(hit for hit in ranked if hit.concept == known[0])
        elif _rank(ranked[0], context)[0] == _rank(_other(ranked), context)[0]:
            alternatives = tuple(sorted(concepts))
    return Match(
        start=group.start,
        end=group.end,
        text=context.text[group.start : group.end],
        concept=best.concept,
        label=best.term.text,
        lang=best.term.lang,
        kind=best.term.kind,
        status=status_on(best.term, context.date),
        how=best.how,
        number=best.number,
        inner=inner,
        alternatives=alternatives,
        equivalents=context.equivalents(best.concept, best.number),
    )


def _other(ranked: Sequence[Hit]) -> Hit:
    return next(hit for hit in ranked if hit.concept != ranked[0].concept)


def _rank(hit: Hit, context: _Context) -> tuple[int, bool, str, str]:
    """Allowed before wrong, exact before near, then by name, so that the order is the same always."""
    status = STATUSES.index(status_on(hit.term, context.date))
    return max(status - 1, 0), hit.how != "exact", hit.concept, hit.term.text
