"""The names by which earlier versions knew what a rule tells: settings, comments and baselines still have them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["FORMER", "former_of"]

# Rule or aspect -> what told it before. 0.1 had newspapers' own names among the wrong ones.
FORMER: Mapping[str, str] = MappingProxyType(
    {"preferred-only/press-form": "forbidden-label/press-form"}
)


def former_of(rule: str, aspect: str = "") -> tuple[str, ...]:
    """The former name of what a rule tells and that of its rule; () where they are those of today."""
    former = FORMER.get(f"{rule}/{aspect}")
    return (former, former.partition("/")[0]) if former else ()
