"""How a document's findings are told: by its profile, and by what a house has set over that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product
from typing import NamedTuple

from khihau.model import Document, Level, Options, Termbase
from khihau.model.house import NO_HOUSE, House
from khihau.profiles.former import former_of
from khihau.profiles.guess import Guess, guessed
from khihau.profiles.table import Cell, Profile, profile_of, rows, rows_of

__all__ = ["Customs", "customs_of"]

_QUOTED = "forbidden-label/quoted"


class Customs(NamedTuple):
    """What holds for one document.

    `guess` says why the profile is this one, None where it was named. `settings` are severities by
    rule, aspect or concept, the last of them first; rules in `asked` run though they are off. `base` knows
    the ids by which settings may call a concept.
    """

    profile: Profile
    guess: Guess | None = None
    settings: tuple[Mapping[str, Level], ...] = ()
    asked: frozenset[str] = frozenset()
    base: Termbase | None = None
    house: House = NO_HOUSE

    def asking(self, names: Iterable[str]) -> Customs:
        """The same, where some rules were asked for by name."""
        return self._replace(asked=self.asked.union(names))

    def ruling(self, rule: str, aspect: str = "", concept: str | None = None) -> Cell:
        """How a finding of a rule is told, if it is; `aspect` and `concept` are those of the finding."""
        key = f"{rule}/{aspect}" if aspect else rule
        itself = rows()[key]
        cell = self.profile.cells[key]
        if cell.severity is None and rule in self.asked:
            cell = itself
        told = self._set(rule, key, concept, is_on=cell.severity is not None)
        if told == "off":
            cell = cell._replace(severity=None)
        elif told:
            cell = Cell(told, (cell if cell.severity else itself).safety)
        if not self.house.fixes and cell.safety == "safe":
            cell = cell._replace(safety="suggested")
        return cell

    def is_run(self, rule: str) -> bool:
        """Whether anything that a rule finds could be told."""
        if not self.settings:
            return rule in self.asked or rule in self.profile.rules
        aspects = [key.partition("/")[2] for key in rows_of(rule)]
        rules = {rule, *(one for aspect in aspects for one in former_of(rule, aspect))}
        named = (key for one in self.settings for key in one if _rule_of(key) in rules)
        concepts = {None, *(key.partition("[")[2].removesuffix("]") or None for key in named)}
        return any(self.ruling(rule, *of).severity for of in product(aspects, concepts))

    def _set(self, rule: str, key: str, concept: str | None, *, is_on: bool) -> Level | None:
        """What the settings say, in each the more exact name first; None where they are silent.

        A severity of a rule is none of an aspect that is off, unless the whole rule is.
        """
        is_apart = key != rule and not is_on and rule in self.profile.rules
        former = former_of(*key.split("/"))
        concepts = self.base.known_as(concept) if self.base and concept else (concept,)
        names = (
            *(f"{one}[{of}]" for one in (key, rule) for of in concepts),
            *(key, rule),
            *(f"{one}[{of}]" for one in former for of in concepts),
            *former,
        )
        said = ((name, one[name]) for one in self.settings for name in names if name in one)
        heard = (
            level
            for name, level in said
            if level == "off" or name.startswith((key, *former[:1])) or not is_apart
        )
        return next(heard, None)


def customs_of(document: Document, options: Options, base: Termbase) -> Customs:
    """What holds for a document by the options, and else by its own language and signs."""
    named, guess = options.profile, None
    if named is None:
        guess = guessed(document)
        named = guess.profile
    settings = options.severities
    if options.house.quotes:
        level: Level = "info" if options.house.quotes == "report" else "off"
        *later, first = settings or ({},)  # what settings say of all texts comes last
        settings = (*later, {_QUOTED: level, **first})
    return Customs(profile_of(named), guess, settings, base=base, house=options.house)


def _rule_of(key: str) -> str:
    return key.partition("[")[0].partition("/")[0]
