"""Names of what is not told: rules as a whole, or a part of what one finds (an aspect, a concept)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from khihau.model import Level

__all__ = ["parts_off", "whole_rules"]


def whole_rules(names: Iterable[str]) -> tuple[str, ...]:
    """Those that name a rule as a whole: it need not run."""
    return tuple(name for name in names if not _is_part(name))


def parts_off(names: Iterable[str]) -> Mapping[str, Level]:
    """Those that name a part, RULE/ASPECT or RULE[CONCEPT], as severities."""
    return {name: "off" for name in names if _is_part(name)}


def _is_part(name: str) -> bool:
    return "[" in name or "]" in name or "/" in name
