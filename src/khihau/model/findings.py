"""What a rule finds, and how it would be mended."""

from __future__ import annotations

from dataclasses import dataclass

from khihau.model.values import Safety, Severity

__all__ = ["Edit", "Finding", "Fix"]


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
    """Something an editor should look at; `fingerprint` names it across edits of the text around."""

    rule: str
    severity: Severity
    message: str
    start: int
    end: int
    text: str
    concept: str | None = None
    source: str | None = None
    fix: Fix | None = None
    fingerprint: str = ""
