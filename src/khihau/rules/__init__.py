"""The rules of `check`, in order; one more is one file and one line here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from khihau.errors import ConfigError
from khihau.rules import deprecated_label, forbidden_label, undefined_acronym, unofficial_expansion
from khihau.rules.base import Checked, Rule

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["RULES", "review"]

# Order is precedence: on overlapping spans the earlier rule's finding stands (DESIGN section 6).
RULES: tuple[Rule, ...] = (
    forbidden_label.RULE,
    deprecated_label.RULE,
    unofficial_expansion.RULE,
    undefined_acronym.RULE,
)


def review(checked: Checked, names: Sequence[str] | None = None) -> list[Finding]:
    """Run rules over a document: one mistake, one finding, in text order.

    A ledger event that a finding on the same acronym's form explains is not reported again.
    Raises ConfigError for a rule that does not exist.
    """
    kept: list[Finding] = []
    taken = _Taken()
    unofficial: set[str | None] = set()
    for rule in _chosen(names):
        for finding in rule.find(checked):
            if finding.rule == undefined_acronym.RULE.name and finding.concept in unofficial:
                continue
            if finding.rule == unofficial_expansion.RULE.name:
                unofficial.add(finding.concept)
            if taken.add(finding.start, finding.end):
                kept.append(finding)
    return sorted(kept, key=lambda finding: (finding.start, finding.end))


class _Taken:
    """The spans of the findings that stand: none overlaps another."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, start: int, end: int) -> bool:
        """Take a span, unless a part of it is taken."""
        at = bisect_left(self._starts, end)
        if at and self._ends[at - 1] > start:
            return False
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        return True


def _chosen(names: Sequence[str] | None) -> Sequence[Rule]:
    if names is None:
        return RULES
    known = [rule.name for rule in RULES]
    for name in names:
        if name not in known:
            import difflib

            near = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"
            raise ConfigError(f"no rule is called {name!r}; {hint}")
    return [rule for rule in RULES if rule.name in names]
