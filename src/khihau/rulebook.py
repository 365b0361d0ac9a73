"""All rules of all commands, and which of them run: those selected, less those ignored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from khihau.errors import ConfigError
from khihau.review.base import Documented

__all__ = ["all_rules", "chosen", "rule_names"]

AnyRule = TypeVar("AnyRule", bound=Documented)


def chosen(
    table: Sequence[AnyRule], select: Sequence[str] | None = None, ignore: Sequence[str] = ()
) -> tuple[AnyRule, ...]:
    """The rules of a table to run, in order: by default all that are on, less those ignored.

    The names of another command's rules are no fault, since settings are shared. Raises ConfigError
    for a rule that does not exist.
    """
    names = [rule.name for rule in table]
    unknown = [name for name in (*(select or ()), *ignore) if name not in names]
    if unknown:
        _refuse(unknown, rule_names())
    return tuple(
        rule.unasked if select is None else rule
        for rule in table
        if rule.name not in ignore and (rule.is_default if select is None else rule.name in select)
    )


def all_rules() -> tuple[Documented, ...]:
    """The rules of `check`, then those of `pair`."""
    from khihau.pairing.rules import RULES as PAIR_RULES  # a run of `check` need not wait for them
    from khihau.rules import RULES

    return (*RULES, *PAIR_RULES)


def rule_names() -> tuple[str, ...]:
    """The names of all rules."""
    return tuple(rule.name for rule in all_rules())


def _refuse(names: Sequence[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            import difflib

            near = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"
            raise ConfigError(f"no rule is called {name!r}; {hint}")
