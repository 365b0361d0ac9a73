"""Names that are mixed across files: what each file adds, and what that comes to (rule C2).

Files are checked one by one, perhaps in other processes. Of each one only its namings are kept, one
a name, and of those of the whole set one a name too: a folder of any size stays flat in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.prose.silencers import find_silencers
from khihau.languages.session_numbers import fill
from khihau.model import Lang, Place, Placed, Severity, Termbase
from khihau.review.base import Checked, context_of, fingerprint
from khihau.review.names_used import (
    MIXED_LABELS,
    Key,
    Places,
    advice,
    names_used,
    note,
    often,
    stands,
)
from khihau.review.official_names import sources_of
from khihau.review.replacing import as_spelled
from khihau.review.rival_names import Used, label_of, rivalries
from khihau.review.silencing import Silenced
from khihau.text.counted import counted
from khihau.text.positions import Positions

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["Across", "Naming", "namings"]


_ACROSS = "across-files"  # the aspect of mixed-labels


class Naming(NamedTuple):
    """One full name of a concept in one document: how often it stands there, and where first.

    `told` are the names that the document says are the same thing; `reported` says that the names
    of the concept have a finding in the document itself, `severity` how a mix across documents is
    told in it, None where it is not. `name` is the label in the spelling of the
    document, `context` what a fingerprint knows of the text.
    """

    key: Key
    label: str
    times: int
    start: int
    end: int
    text: str
    name: str
    number: int | None
    context: str
    place: Place
    told: tuple[str, ...]
    reported: bool
    severity: Severity | None


def namings(checked: Checked, findings: Iterable[Finding]) -> tuple[Naming, ...]:
    """What a document adds to the set; `findings` are those that were made in it."""
    reported = {(one.concept, one.start) for one in findings if one.rule == MIXED_LABELS}
    text = checked.document.text
    positions = Positions.of(checked.document)
    used = _not_silenced(checked)
    return tuple(
        Naming(
            key=key,
            label=label,
            times=len(matches),
            start=matches[0].start,
            end=matches[0].end,
            text=matches[0].text,
            name=as_spelled(matches[0]),
            number=matches[0].number,
            context=context_of(text, (matches[0].start, matches[0].end)),
            place=positions.place(matches[0].start, matches[0].end),
            told=places.told_with(label),
            severity=checked.customs.ruling(MIXED_LABELS, _ACROSS, key.concept).severity,
            reported=any(
                (key.concept, one[0].start) in reported for one in places.matches.values()
            ),
        )
        for key, places in used.items()
        for label, matches in places.matches.items()
    )


def _not_silenced(checked: Checked) -> dict[Key, Places]:
    """The names of a document without those that a comment says are meant so."""
    named = names_used(checked)
    silencers = find_silencers(checked.document)
    if not silencers:
        return named
    silenced = Silenced(silencers, checked.base)
    used: dict[Key, Places] = {}
    for key, places in named.items():
        heard = {
            label: left
            for label, matches in places.matches.items()
            if (
                left := [m for m in matches if not silenced.holds(MIXED_LABELS, m.concept, m.start)]
            )
        }
        if heard:
            used[key] = places._replace(matches=heard)
    return used


class _First(NamedTuple):
    """The first place of a name, of the documents that count: their number gives the order."""

    document: int
    path: str
    naming: Naming


class _Total:
    """One name in the whole set. `open` are the first places that no finding stands on yet, by the
    names that their document says are the same thing: nearly always by none."""

    __slots__ = ("documents", "first", "open", "times")

    def __init__(self, first: _First) -> None:
        self.times = self.documents = 0
        self.first = first
        self.open: dict[tuple[str, ...], _First] = {}

    def add(self, place: _First) -> None:
        """Add what one document has of the name."""
        self.times += place.naming.times
        self.documents += 1
        if not place.naming.reported:
            self.open.setdefault(place.naming.told, place)

    def open_to(self, other: str) -> _First | None:
        """The first place that could be reported beside another name."""
        places = (at for told, at in self.open.items() if other not in told)
        return min(places, key=lambda at: at.document, default=None)


class Across:
    """The names of a set of documents, added in their order; `base` is read when all are there."""

    def __init__(self, base: Termbase) -> None:
        self._base = base
        self._documents = 0
        self._totals: dict[Key, dict[str, _Total]] = {}

    def add(self, path: str, names: Iterable[Naming]) -> None:
        """Add the namings of the next document."""
        for naming in names:
            place = _First(self._documents, path, naming)
            totals = self._totals.setdefault(naming.key, {})
            totals.setdefault(naming.label, _Total(place)).add(place)
        self._documents += 1

    def findings(self) -> list[tuple[str, Lang, Placed]]:
        """One finding a name that is mixed only across documents: path, language, and the finding
        with its place, in the order of documents and texts."""
        found = [
            made
            for key, totals in self._totals.items()
            if len(totals) > 1
            for made in self._mixed(key, totals)
        ]
        found.sort(key=lambda one: (one[0].document, one[0].naming.start))
        return [(at.path, at.naming.key.lang, placed) for at, placed in found]

    def _mixed(self, key: Key, totals: dict[str, _Total]) -> Iterator[tuple[_First, Placed]]:
        concept = self._base[key.concept]
        names = [
            Used(label_of(concept, label, key.lang), total.times, total)
            for label, total in totals.items()
        ]
        for name, target in rivalries(concept, names, across=True):
            at = name.where.open_to(target.label.text)
            if at and at.naming.severity:
                words = target.where.first.naming.name
                if "{n" in words and at.naming.number is not None:
                    words = fill(key.lang, words, at.naming.number)
                said = (
                    _said(at, name, target)
                    + advice(concept, target.label, words)
                    + note(name.label)
                )
                yield at, _placed(at.naming, at.naming.severity, said, sources_of(target.label))


def _said(at: _First, name: Used[_Total], target: Used[_Total]) -> str:
    other = target.where.first
    where = f"{other.path}{other.naming.place.where}"
    return (
        f"{stands(at.naming.text, name.times)} in {counted(name.where.documents, 'document')}, "
        f"“{' '.join(other.naming.text.split())}” {often(target.times)} "
        f"in {target.where.documents} (first: {where}); "
    )


def _placed(naming: Naming, severity: Severity, message: str, source: str) -> Placed:
    from khihau.model import Finding

    concept = naming.key.concept
    made = Finding(
        rule=MIXED_LABELS,
        severity=severity,
        message=message,
        start=naming.start,
        end=naming.end,
        text=naming.text,
        concept=concept,
        source=source,
        fingerprint=fingerprint(MIXED_LABELS, concept, naming.context),
        aspect=_ACROSS,
    )
    return Placed(made, naming.place)
