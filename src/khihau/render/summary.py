"""What every report of findings says beside them: counts, sources in words, how to silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from khihau.model import UNVERIFIED, Severity, Termbase
from khihau.render.views import Reviewed, View, source_in_words
from khihau.render.visible import one_line
from khihau.review.silencing import UNUSED_SILENCER
from khihau.text.counted import counted

if TYPE_CHECKING:
    from khihau.model import Finding, Placed, SourceRef

__all__ = [
    "MOST",
    "NOUNS",
    "Summary",
    "found_in_words",
    "name_of",
    "notes",
    "ranked",
    "silencer",
    "source_refs",
    "sources_in_words",
]

NOUNS: Mapping[Severity, str] = MappingProxyType(
    {"error": "error", "warning": "warning", "info": "note"}
)
MOST = 10  # of so many rules and concepts the summary tells the counts


class Summary:
    """Counts of findings as they come: by severity, by rule, by concept."""

    def __init__(self) -> None:
        self.paths: set[str] = set()
        self.profiles: Counter[str] = Counter()
        self._sign = ""
        self.severities: Counter[Severity] = Counter()
        self.rules: Counter[str] = Counter()
        self.concepts: Counter[str] = Counter()

    def add(self, reviewed: Reviewed) -> None:
        """Count the findings of a document."""
        if reviewed.profile and reviewed.path not in self.paths:
            self.profiles[reviewed.profile] += 1
            self._sign = reviewed.sign
        self.paths.add(reviewed.path)
        for finding, _ in reviewed.findings:
            self.severities[finding.severity] += 1
            self.rules[finding.rule] += 1
            if finding.concept:
                self.concepts[finding.concept] += 1

    @property
    def found(self) -> str:
        """How many findings of each severity, in words."""
        return found_in_words(self.severities)

    def lines(self) -> Iterator[str]:
        """One line in all, one by profile, and, where there are findings, by rule and by concept."""
        yield f"{self.checked}: {self.found}.\n"
        if self.profiles:
            yield f"  by profile: {self.as_what}\n"
        for name, counts in (("rule", self.rules), ("concept", self.concepts)):
            if counts:
                most = [f"{key} {count}" for key, count in ranked(counts)[:MOST]]
                more = [f"and {len(counts) - MOST} more"] if len(counts) > MOST else []
                yield f"  by {name}: {', '.join((*most, *more))}\n"

    @property
    def checked(self) -> str:
        """How many documents, in words."""
        return f"{counted(len(self.paths), 'document')} checked"

    @property
    def as_what(self) -> str:
        """As which kinds of text they were checked, and, of one alone, the words that show its kind."""
        names = ", ".join(f"{name} {count}" for name, count in ranked(self.profiles))
        shows = f", which has “{self._sign}”" if self._sign and len(self.paths) == 1 else ""
        return names + shows


def found_in_words(severities: Mapping[Severity, int]) -> str:
    """Counts by severity: 1 error, 2 warnings."""
    return (
        ", ".join(
            counted(severities[severity], noun)
            for severity, noun in NOUNS.items()
            if severities.get(severity)
        )
        or "no findings"
    )


def ranked(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """What was counted, the most frequent first."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def name_of(finding: Finding) -> str:
    """The rule of a finding, and its concept: how it is named in a silencer and in reports."""
    return f"{finding.rule}[{finding.concept}]" if finding.concept else finding.rule


def silencer(name: str, unit: str = "") -> str:
    """What silences a rule or a finding: a comment on a line before it, or only the settings.

    Those alone do for a file that has units, not lines, and for what is wrong with a comment.
    """
    rule = name.partition("[")[0]
    if unit or rule == UNUSED_SILENCER:
        return f'ignore = ["{rule}"] in khihau.toml'
    return f"<!-- khihau: ignore {name} -->"


def notes(placed: Placed, base: Termbase, view: View) -> Iterator[str]:
    """What stands under a finding, a line each: its source, and how to silence it."""
    finding, place = placed
    if finding.source:
        yield f"source: {one_line(sources_in_words(finding.source, base))}"
    if not view.quiet:
        yield f"silence: {silencer(name_of(finding), place.unit)}"


def source_refs(source: str) -> tuple[SourceRef, ...]:
    """The sources of a finding, one by one."""
    from khihau.model import SourceRef

    parts = (ref.strip().partition(", ") for ref in source.split(";"))
    return tuple(SourceRef(key, at or None) for key, _, at in parts)


def sources_in_words(source: str, base: Termbase) -> str:
    """The sources of a finding with their titles in place of their keys."""
    if source == UNVERIFIED:
        return source
    return "; ".join(source_in_words(ref, base) for ref in source_refs(source))
