"""near-miss: words that are almost a label."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.match.official import official_label, status_on
from khihau.rules.base import Checked, Rule, finding, is_judged, replacement

if TYPE_CHECKING:
    from khihau.fuzzy import NearMiss
    from khihau.model import Finding

__all__ = ["RULE"]

_RIGHT = ("preferred", "admitted")


def _find(checked: Checked) -> Iterator[Finding]:
    from khihau.fuzzy import near_misses  # dear, and off unless asked for

    for near in near_misses(checked.document, checked.matches, checked.base):
        if is_judged(checked.document, near.start, near.end):
            yield _finding(checked, near)


def _finding(checked: Checked, near: NearMiss) -> Finding:
    span, label = (near.start, near.end), near.label
    message = f"“{checked.document.text[slice(*span)]}” is almost “{near.meant}”"
    name: str | None = near.meant
    if status_on(label, checked.date) in _RIGHT:
        message += "; write that"
    else:
        official = official_label(near.concept, label.lang, kind=label.kind)
        name = official.text if official and official.lang != "mul" else None
        label = official or label
        message += ", which is no official name" + (f"; write “{name}”" if name else "")
    return finding(
        checked,
        RULE.name,
        RULE.severity,
        span,
        message,
        near.concept.id,
        source="; ".join(map(str, label.source)) or "unverified",
        fix=replacement(checked, span, name) if name else None,
    )


RULE = Rule(
    "near-miss", "info", "words that are almost a term, by one slip", _find, is_default=False
)
