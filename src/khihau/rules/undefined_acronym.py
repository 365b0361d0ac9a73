"""undefined-acronym: a known acronym that the text never writes out (SEMANTICS A6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.rules.base import Checked, Rule, finding, is_judged, written_out

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    for entry, use, _ in checked.ledger.events:
        if entry.kind != "undefined" or not is_judged(checked.document, entry.start, entry.end):
            continue
        name = written_out(checked, use)
        message = f"{entry.acronym} is never written out"
        yield finding(
            checked,
            RULE.name,
            RULE.severity,
            (entry.start, entry.end),
            f"{message}; in full “{name.text}”" if name else message,
            entry.concept,
            source=name.source if name else None,
        )


RULE = Rule(
    "undefined-acronym",
    "warning",
    "a known acronym that is never written out",
    _find,
    is_event=True,
)
