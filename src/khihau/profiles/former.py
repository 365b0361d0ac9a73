"""The names by which earlier versions knew what a rule tells: settings, comments and baselines still have them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khihau.model import Termbase

__all__ = ["FORMER", "current_name", "former_of"]

# Rule or aspect -> what told it before. 0.1 had newspapers' own names among the wrong ones.
FORMER: Mapping[str, str] = MappingProxyType(
    {"preferred-only/press-form": "forbidden-label/press-form"}
)


def current_name(name: str, base: Termbase) -> str:
    """The name of a rule, an aspect or a rule on a concept, with the id that the concept has today."""
    rule, bracket, concept = name.removesuffix("]").partition("[")
    return f"{rule}[{base.current(concept)}]" if bracket else name


def former_of(rule: str, aspect: str = "") -> tuple[str, ...]:
    """The former name of what a rule tells and that of its rule; () where they are those of today."""
    former = FORMER.get(f"{rule}/{aspect}")
    return (former, former.partition("/")[0]) if former else ()
