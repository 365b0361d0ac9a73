"""How useful findings were to readers, and which setting would silence what mostly was not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple, TypeVar

from khihau.project.tuned import FEWEST_VERDICTS, USEFUL_SHARE
from khihau.project.verdicts import Verdict, Word

__all__ = ["Silence", "Tally", "silences", "tallies", "tally"]

Key = TypeVar("Key")


class Tally(NamedTuple):
    """How many findings readers called right, noise and wrong."""

    right: int
    noise: int
    wrong: int

    @property
    def all(self) -> int:
        """How many were judged."""
        return sum(self)

    @property
    def share(self) -> float:
        """The useful share, 0 to 1; of none, 0."""
        return self.right / self.all if self.all else 0.0

    @property
    def is_known(self) -> bool:
        """Whether enough were judged to say anything."""
        return self.all >= FEWEST_VERDICTS

    @property
    def is_low(self) -> bool:
        """Whether enough were judged to say that too few were useful."""
        return self.is_known and self.share < USEFUL_SHARE


class Silence(NamedTuple):
    """What could be silenced: a rule, or a rule on one concept; in texts of one profile where one is named."""

    rule: str
    concept: str | None
    profile: str
    tally: Tally

    @property
    def silenced(self) -> str:
        """How settings name it: "unknown-acronym", "forbidden-label[paris-agreement]"."""
        return f"{self.rule}[{self.concept}]" if self.concept else self.rule

    def covers(self, verdict: Verdict) -> bool:
        """Whether the finding that a verdict is on would be silent."""
        return (
            verdict.rule == self.rule
            and self.concept in (None, verdict.concept)
            and self.profile in ("", verdict.profile)
        )


def tally(verdicts: Iterable[Verdict]) -> Tally:
    """Count verdicts, of which each is on a finding of its own (`latest`)."""
    counts: Counter[Word] = Counter(verdict.verdict for verdict in verdicts)
    return Tally(counts["right"], counts["noise"], counts["wrong"])


def tallies(verdicts: Iterable[Verdict], key: Callable[[Verdict], Key]) -> list[tuple[Key, Tally]]:
    """The verdicts counted by what `key` says of each, the most judged first."""
    counted = [(name, tally(group)) for name, group in _grouped(verdicts, key).items()]
    return sorted(counted, key=lambda one: (-one[1].all, str(one[0])))


def silences(verdicts: Collection[Verdict]) -> list[Silence]:
    """What most readers could do without, as narrow as it may be, in the order of names.

    A rule is proposed only where it is still of little use without the concepts that are proposed
    themselves; and where readers of one profile want it, only for the others.
    """
    found: list[Silence] = []
    for rule, of_rule in _grouped(verdicts, lambda one: one.rule).items():
        narrow: list[Silence] = []
        for concept, group in _grouped(of_rule, lambda one: one.concept).items():
            if concept is not None:
                narrow += _of_group(rule, concept, group)
        rest = [one for one in of_rule if not any(some.covers(one) for some in narrow)]
        broad = [
            one._replace(tally=tally(filter(one.covers, of_rule)))
            for one in _of_group(rule, None, rest)
        ]
        found += broad
        found += (one for one in narrow if not any(_holds(some, one) for some in broad))
    return sorted(found, key=lambda one: (one.rule, one.concept or "", one.profile))


def _of_group(rule: str, concept: str | None, group: Collection[Verdict]) -> Iterator[Silence]:
    """What could be silenced by the verdicts on one rule, or on a rule on one concept."""
    whole = tally(group)
    by_profile = tallies(group, lambda one: one.profile)
    is_wanted = any(one.is_known and not one.is_low for _, one in by_profile)
    if whole.is_low and not is_wanted:
        yield Silence(rule, concept, "", whole)
        return
    for profile, counts in by_profile:
        if profile and counts.is_low:
            yield Silence(rule, concept, profile, counts)


def _holds(broad: Silence, narrow: Silence) -> bool:
    return broad.profile in ("", narrow.profile)


def _grouped(
    verdicts: Iterable[Verdict], key: Callable[[Verdict], Key]
) -> dict[Key, list[Verdict]]:
    groups: defaultdict[Key, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        groups[key(verdict)].append(verdict)
    return groups
