"""undefined-acronym: a known acronym that the text never writes out (SEMANTICS A6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.rules.base import Checked, Rule, finding, is_judged, written_out

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    for entry in checked.ledger.entries:
        if entry.kind != "undefined" or not is_judged(checked.document, entry.start, entry.end):
            continue
        use = next(use for use in checked.ledger.uses if use.start == entry.start)
        name = written_out(checked, use)
        message = f"{entry.acronym} is never written out"
        yield finding(
            checked,
            RULE.name,
            RULE.severity,
            (entry.start, entry.end),
            f"{message}; in full “{name[0]}”" if name else message,
            entry.concept,
            source=name[1] if name else None,
        )


RULE = Rule(
    "undefined-acronym",
    "warning",
    "a known acronym that is never written out",
    _find,
    is_event=True,
)
