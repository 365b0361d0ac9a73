"""All rules of all commands, and what may be said of them by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from khihau.errors import ConfigError
from khihau.model import Termbase
from khihau.profiles.former import FORMER
from khihau.profiles.table import rows_of
from khihau.review.base import Documented
from khihau.text.regex import regex

__all__ = ["all_rules", "check_ruling", "chosen", "rule_names"]

AnyRule = TypeVar("AnyRule", bound=Documented)

_RULING = regex(r"(?P<key>(?P<rule>[^][/]+)(/[^][/]+)?)(\[(?P<concept>[^][]*)\])?")


def chosen(table: Sequence[AnyRule], select: Sequence[str] | None = None) -> tuple[AnyRule, ...]:
    """The rules of a table to run, in order: those selected, by default all.

    Of all of them only those say something that the profile of a document and the settings have on.
    The names of another command's rules are no fault, since settings are shared. Raises ConfigError
    for a rule that does not exist.
    """
    names = [rule.name for rule in table]
    if select is None:
        return tuple(table)
    unknown = [name for name in select if name not in names]
    if unknown:
        _refuse(unknown, rule_names())
    return tuple(rule.asked for rule in table if rule.name in select)


def check_ruling(name: str, base: Termbase) -> None:
    """Raises ConfigError for what settings may say no severity of: RULE, RULE/ASPECT, RULE[CONCEPT]."""
    read = _RULING.fullmatch(name)
    if not read:
        raise ConfigError(f"{name!r} is not written as RULE, RULE/ASPECT or RULE[CONCEPT]")
    rule, key, concept = read["rule"], read["key"], read["concept"]
    aspects = rows_of(
        rule
    )  # which each rule has, so that `check` need not wait for those of `pair`
    if not aspects:
        _refuse([rule], rule_names())
    if key not in (rule, *aspects, *FORMER.values()):
        raise ConfigError(f"{rule} has no aspect {key!r}; there are: {', '.join(aspects)}")
    if concept is not None and base.current(concept) not in base:
        raise ConfigError(
            f"no concept has the id {concept!r}; “khihau lookup” shows the id of a term"
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
            rule = _RULING.fullmatch(name)
            if rule and rule["rule"] in known:
                raise ConfigError(
                    f"{name!r} is a part of what a rule tells, and rules run whole; "
                    f"write {rule['rule']}"
                )
            import difflib

            near = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"
            raise ConfigError(f"no rule is called {name!r}; {hint}")
