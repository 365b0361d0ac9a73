"""forbidden-label: a rendering that the base calls wrong, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.rules.base import Checked, Rule, is_judged, wrong_name

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    for match in checked.matches:
        if match.status == "forbidden" and is_judged(checked.document, match.start, match.end):
            yield wrong_name(checked, match, RULE, "a wrong name")


RULE = Rule(
    "forbidden-label",
    "error",
    "a rendering that the glossary calls wrong",
    _find,
    explains_events=True,
)
