"""Names of what is not told (a rule, an aspect of one, a rule on a concept) as severities."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from khihau.model import Level

__all__ = ["off", "taken_back"]


def off(names: Iterable[str]) -> Mapping[str, Level]:
    """The names that are ignored, each as “off”."""
    return dict.fromkeys(names, "off")


def taken_back(severities: Mapping[str, Level], rules: Collection[str]) -> Mapping[str, Level]:
    """Severities without “off” of rules that are asked for by name; what is off of a part stays so."""
    return {
        name: level for name, level in severities.items() if level != "off" or name not in rules
    }
