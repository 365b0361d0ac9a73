"""What all exchange formats share: what goes out, what comes in, and what had no place on the way.

A module of this package is one format. It may have `export`, from a termbase to the content of a file,
and `read`, from a file to concepts; the tables in `khihau.exchange` name those that do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from khihau.errors import Problem
from khihau.model import STATUSES, Lang, Source, Status
from khihau.text.counted import counted

__all__ = ["BASE_URI", "Entry", "Exported", "Ignored", "Item", "Loss", "Wanted", "losses_of"]


BASE_URI = "urn:khihau:"


class Wanted(NamedTuple):
    """What an export is asked for.

    `path` is the file in messages, `source` and `target` the two languages of a format of pairs,
    `wide` asks a table for one row a concept, `tabs` one whose cells tabs part; behind `base_uri`
    stand the ids of concepts where a format gives them addresses.
    """

    path: str
    source: Lang | None = None
    target: Lang | None = None
    wide: bool = False
    tabs: bool = False
    base_uri: str = BASE_URI


@dataclass(frozen=True, slots=True)
class Loss:
    """How many of something a format had no place for: `what` in the singular, and why."""

    count: int
    what: str
    why: str

    def __str__(self) -> str:
        return f"{counted(self.count, self.what)} left out: {self.why}"


class Exported(NamedTuple):
    """The content of the file that an export makes (text is written in UTF-8), and what it lost."""

    content: str | bytes
    losses: tuple[Loss, ...] = ()


class Ignored(NamedTuple):
    """Something in a file that was not read, in words such as “column “Owner””, and why or where."""

    what: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One concept as a file tells it.

    `values` are the tables of a concept file as `termbase.schema` knows them, not checked yet; `id`
    may be missing where the file names none. A label's `source` may also be words (a title, an
    address) instead of a key of sources.toml. `place` names the concept's place in the file ("row
    12", "line 40"), `label_places` that of each label. `keys` and `label_keys` are the keys that the
    file has a place for in every concept and label, `statuses` the statuses that it can tell: what it
    leaves empty there is taken away when the entry replaces a concept; all else stays.
    """

    values: Mapping[str, Any]
    place: str
    label_places: tuple[str, ...]
    keys: frozenset[str]
    label_keys: frozenset[str]
    domain: str = ""
    statuses: tuple[Status, ...] = STATUSES


Item: TypeAlias = "Entry | Source | Problem | Ignored"  # what a reader yields, in order of the file


def losses_of(counts: Counter[tuple[str, str]]) -> tuple[Loss, ...]:
    """The losses that were counted by what and why, in the order they were first met."""
    return tuple(Loss(count, what, why) for (what, why), count in counts.items() if count)
