"""What a rule finds, and how it would be mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from khihau.model.day import Day
from khihau.model.values import Safety, Severity

__all__ = ["Edit", "Finding", "Fix", "Place", "Placed"]


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace text[start:end] by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend a finding; only `safe` ones are written without being asked."""

    safety: Safety
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something an editor should look at; `fingerprint` names it across edits of the text around.

    `aspect` says which of the things it is that a rule tells apart: it has its own severity ("quoted").
    `former` are the fingerprints that it had before its rule or its concept got another name.
    `day` is the one that governs the name that it is on, where the finding hangs on that.
    `fix` is the best way to mend it, `alternatives` are others, for a person to choose from.
    """

    rule: str
    severity: Severity
    message: str
    start: int
    end: int
    text: str
    concept: str | None = None
    source: str | None = None
    fix: Fix | None = None
    alternatives: tuple[Fix, ...] = ()
    fingerprint: str = ""
    former: tuple[str, ...] = ()
    aspect: str = ""
    day: Day | None = None


class Place(NamedTuple):
    """Where a finding stands, without the text: lines and columns from 1, columns in code points.

    The end is the first place behind it. `before` and `after` are what stands beside it in its
    line, cut with a "…" where that is long; `shown` is its part on the first line, which may be cut
    too: `after` is then "…" alone. `unit` is the place's name in a file that has no lines
    ("paragraph 12"), "" in a plain text.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    before: str
    shown: str
    after: str
    unit: str = ""

    @property
    def where(self) -> str:
        """How it is written behind the name of a file: ":3:17", ": paragraph 12"."""
        return f": {self.unit}" if self.unit else f":{self.line}:{self.column}"


class Placed(NamedTuple):
    """A finding with its place: all that is kept of a document once it is checked."""

    finding: Finding
    place: Place
