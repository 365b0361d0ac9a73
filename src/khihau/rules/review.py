"""Running rules over a document: one mistake, one finding."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from khihau.documents.silencers import find_silencers
from khihau.errors import ConfigError
from khihau.rules import RULES
from khihau.rules.base import Checked, Rule
from khihau.rules.silencing import Silenced

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["chosen", "review"]


def review(checked: Checked, rules: Iterable[Rule]) -> list[Finding]:
    """Run rules over a document, in the order of RULES; findings in text order.

    On overlapping spans the earlier rule's finding stands, unless one of the two rules looks at
    whole paragraphs. A ledger event that a finding on the same acronym's form explains is not
    reported again. Comments silence last: what a silenced finding outranks or explains stays out,
    so that no weaker rule says in its place what the writer has already answered.
    """
    kept: list[Finding] = []
    taken = _Taken()
    explained: set[str | None] = set()
    run: list[str] = []
    for rule in rules:
        for finding in rule.find(checked._replace(run=tuple(run), found=tuple(kept))):
            if rule.is_event and finding.concept in explained:
                continue
            if rule.explains_events:
                explained.add(finding.concept)
            if not rule.competes or taken.add(finding.start, finding.end):
                kept.append(finding)
        run.append(rule.name)
    silenced = Silenced(find_silencers(checked.document))
    heard = (one for one in kept if not silenced.holds(one.rule, one.concept, one.start))
    return sorted(heard, key=lambda finding: (finding.start, finding.end))


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


def chosen(select: Sequence[str] | None = None, ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules to run, in order: those selected, by default all that are on, less those ignored.

    Raises ConfigError for a rule that does not exist.
    """
    known = [rule.name for rule in RULES]
    for name in (*(select or ()), *ignore):
        if name not in known:
            import difflib

            near = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"
            raise ConfigError(f"no rule is called {name!r}; {hint}")
    return tuple(
        rule
        for rule in RULES
        if rule.name not in ignore and (rule.is_default if select is None else rule.name in select)
    )
