"""near-miss: words that are almost a label."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.match.official import official_label, status_on
from khihau.rules.base import Checked, Rule, finding, is_judged, replacement

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    from khihau.fuzzy import near_misses  # dear, and off unless asked for

    text = checked.document.text
    for near in near_misses(checked.document, checked.matches, checked.base):
        span = near.start, near.end
        if not is_judged(checked.document, *span):
            continue
        label, name = near.label, near.meant
        if status_on(label, checked.date) not in ("preferred", "admitted") and label.lang != "mul":
            official = official_label(near.concept, label.lang, kind=label.kind)
            if official:
                label, name = official, official.text
        yield finding(
            checked,
            RULE.name,
            RULE.severity,
            span,
            f"“{text[slice(*span)]}” is almost “{near.meant}”; write “{name}”",
            near.concept.id,
            source="; ".join(map(str, label.source)) or "unverified",
            fix=replacement(checked, span, name),
        )


RULE = Rule(
    "near-miss", "info", "words that are almost a term, by one slip", _find, is_default=False
)
