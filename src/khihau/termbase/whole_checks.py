"""What `validate` asks of the whole base: links, sources, and one label on two concepts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple, TypeAlias

from khihau.model import ALLOWED, Concept, Label, Source, Termbase
from khihau.termbase.checks import Fault, KeyPath, shown
from khihau.termbase.concept_checks import numbered_labels
from khihau.termbase.decisions import unknown_minutes
from khihau.termbase.same_words import Words, share_a_language, words_of
from khihau.text.regex import regex

__all__ = ["WHOLE_CHECKS", "source_faults"]

_Found: TypeAlias = Iterator[tuple[Concept, Fault]]

_IN_USE = ("preferred", "admitted", "deprecated")
_DATE = regex(r"\d{4}(-\d{2}){0,2}")


class _Row(NamedTuple):
    """A label, its number in its file, and whose it is."""

    concept: Concept
    number: int
    label: Label
    words: Words


# --- links ----------------------------------------------------------------------------------------


def _links(base: Termbase) -> _Found:
    for concept in base.concepts:
        links: list[tuple[KeyPath, str | None]] = [
            *((("related", n), other) for n, other in enumerate(concept.related, start=1)),
            (("broader",), concept.broader),
            *(
                (_successor_key(concept, n), one.concept)
                for n, one in enumerate(concept.replaced_by, 1)
            ),
        ]
        for key, other in links:
            if other == concept.id:
                yield concept, Fault(key, f"{shown(other)} is the concept itself")
            elif other is not None and other not in base:
                yield concept, Fault(key, f"no concept {shown(other)}")


def _circles(base: Termbase) -> _Found:
    """Going up by `broader`, or on by `replaced_by`, comes to an end."""
    for name, following in (("broader", _broader), ("replaced_by", _successors)):
        for concept in base.concepts:
            way = _way_round(concept.id, base, following)
            if len(way) > 1:
                circle = " → ".join((*way, concept.id))
                yield concept, Fault((name,), f"goes round in a circle: {circle}")


def _broader(concept: Concept) -> tuple[str, ...]:
    return (concept.broader,) if concept.broader else ()


def _successors(concept: Concept) -> tuple[str, ...]:
    return tuple(one.concept for one in concept.replaced_by)


def _successor_key(concept: Concept, number: int) -> KeyPath:
    return ("replaced_by", number) if len(concept.replaced_by) > 1 else ("replaced_by",)


def _way_round(
    start: str, base: Termbase, following: Callable[[Concept], tuple[str, ...]]
) -> tuple[str, ...]:
    """The shortest way from a concept back to itself, without its end; () where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:  # which grows behind
        for after in following(base[way[-1]]):
            if after == start:
                return way
            if after in base and after not in seen:
                seen.add(after)
                ways.append((*way, after))
    return ()


# --- sources --------------------------------------------------------------------------------------


def source_faults(base: Termbase) -> Iterator[tuple[str, Fault]]:
    """The file and fault of each source that nothing needs or whose date is none.

    Needed is what a label or a decision on it cites, or what tells the title of an act.
    """
    cited = {ref.id for row in _rows(base) for ref in row[2].source}
    cited |= {one.minutes for row in _rows(base) for one in row[2].decision if one.minutes}
    cited |= {ref.id for one in base.concepts for session in one.sessions for ref in session.source}
    for key, source in base.sources.items():
        file = source.file or "sources.toml"
        if key not in cited and not source.cited_as:
            yield file, Fault((key,), "no label cites this source", "cite it or drop it")
        if source.date is not None and _period(source.date) is None:
            message = f"{shown(source.date)} is no date"
            yield file, Fault((key, "date"), message, "write 2024, 2024-11 or 2024-11-10")


def _unknown_sources(base: Termbase) -> _Found:
    for concept, number, label in _rows(base):
        for ref in label.source:
            if ref.id not in base.sources:
                key: KeyPath = ("label", number, "source")
                yield concept, Fault(key, f"no source {shown(ref.id)} in sources.toml")


def _unknown_sources_of_sessions(base: Termbase) -> _Found:
    for concept in base.concepts:
        for number, session in enumerate(concept.sessions, start=1):
            for ref in session.source:
                if ref.id not in base.sources:
                    key: KeyPath = ("session", number, "source")
                    yield concept, Fault(key, f"no source {shown(ref.id)} in sources.toml")


def _read_too_late(base: Termbase) -> _Found:
    """A name that ended was in use before: not every source of it is younger."""
    for concept, number, label in _rows(base):
        dates = [_source_date(base.sources.get(ref.id)) for ref in label.source]
        if label.until and dates and all(date and date > label.until for date in dates):
            message = f"{shown(label.text)} ended on {label.until}, before its source was written"
            hint = "mend the date, or cite a text of its time"
            yield concept, Fault(("label", number, "until"), message, hint)


def _source_date(source: Source | None) -> datetime.date | None:
    return _period(source.date) if source and source.date else None


def _period(date: str) -> datetime.date | None:
    """The first day of a year, a month or a day as sources write it; None when it is none."""
    if not _DATE.fullmatch(date):
        return None
    try:
        return datetime.date(*map(int, f"{date}-1-1".split("-")[:3]))
    except ValueError:
        return None


# --- one label on two concepts --------------------------------------------------------------------


def _clashes(base: Termbase) -> _Found:
    """One label on two concepts with nothing that says which is meant: each told once."""
    same_words: dict[str, list[_Row]] = {}
    for concept, number, label in _rows(base):
        if not (label.near or label.not_near or label.homonym):
            row = _Row(concept, number, label, words_of(label))
            for words in row.words.lower:
                same_words.setdefault(words, []).append(row)
    told: set[tuple[str, int]] = set()
    for rows in same_words.values():
        if not any(row.label.status in _IN_USE for row in rows):
            continue  # wrong everywhere is no clash
        for position, row in enumerate(rows):
            other = next((other for other in islice(rows, position) if _clash(row, other)), None)
            if other and (row.concept.id, row.number) not in told:
                told.add((row.concept.id, row.number))
                yield _clash_fault(row, other)


def _clash(row: _Row, other: _Row) -> bool:
    return (
        row.concept.id != other.concept.id
        and share_a_language(row.label, other.label)
        and row.words.meet(other.words)
        and (_contradict(row.label, other.label) or _both_in_use(row.label, other.label))
    )


def _clash_fault(row: _Row, other: _Row) -> tuple[Concept, Fault]:
    key: KeyPath = ("label", row.number, "text")
    hint = "say with near, not_near or homonym when which is meant"
    words, id_ = shown(row.label.text), other.concept.id
    if _contradict(row.label, other.label):
        message = f"{words} is {row.label.status} here and {other.label.status} in {id_}"
        return row.concept, Fault(key, message, hint)
    return row.concept, Fault(key, f"{words} is a label of {id_} too", hint)


def _contradict(label: Label, other: Label) -> bool:
    statuses = (label.status, other.status)
    return "forbidden" in statuses and any(status in ALLOWED for status in statuses)


def _both_in_use(label: Label, other: Label) -> bool:
    return label.status in _IN_USE and other.status in _IN_USE


WHOLE_CHECKS: tuple[Callable[[Termbase], Iterable[tuple[Concept, Fault]]], ...] = (
    _links,
    _circles,
    _unknown_sources,
    _unknown_sources_of_sessions,
    unknown_minutes,
    _read_too_late,
    _clashes,
)


def _rows(base: Termbase) -> Iterator[tuple[Concept, int, Label]]:
    for concept in base.concepts:
        yield from ((concept, number, label) for number, label in numbered_labels(concept))
