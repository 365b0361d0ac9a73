"""What every report of findings says beside them: counts, sources in words, how to silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.model import Severity, Termbase
from khihau.render.views import Reviewed, counted

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["Summary", "silencer", "sources_in_words"]

_NOUNS: tuple[tuple[Severity, str], ...] = (
    ("error", "error"),
    ("warning", "warning"),
    ("info", "note"),
)


class Summary:
    """Counts of findings as they come: by severity, by rule, by concept."""

    def __init__(self) -> None:
        self.paths: set[str] = set()
        self.severities: Counter[Severity] = Counter()
        self.rules: Counter[str] = Counter()
        self.concepts: Counter[str] = Counter()

    def add(self, reviewed: Reviewed) -> None:
        """Count the findings of a document."""
        self.paths.add(reviewed.path)
        for finding, _ in reviewed.findings:
            self.severities[finding.severity] += 1
            self.rules[finding.rule] += 1
            if finding.concept:
                self.concepts[finding.concept] += 1

    def lines(self) -> Iterator[str]:
        """One line in all, and, where there are findings, one by rule and one by concept."""
        found = ", ".join(
            counted(self.severities[severity], noun)
            for severity, noun in _NOUNS
            if self.severities[severity]
        )
        yield f"{counted(len(self.paths), 'document')} checked: {found or 'no findings'}.\n"
        for name, counts in (("rule", self.rules), ("concept", self.concepts)):
            if counts:
                ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
                yield f"  by {name}: {', '.join(f'{key} {count}' for key, count in ordered)}\n"


def silencer(finding: Finding) -> str:
    """The comment that silences a finding, to be put on a line before it."""
    concept = f"[{finding.concept}]" if finding.concept else ""
    return f"<!-- khihau: ignore {finding.rule}{concept} -->"


def sources_in_words(source: str, base: Termbase) -> str:
    """The sources of a finding with their titles in place of their keys."""
    return "; ".join(_in_words(ref.strip(), base) for ref in source.split(";"))


def _in_words(ref: str, base: Termbase) -> str:
    key, comma, at = ref.partition(", ")
    known = base.sources.get(key)
    return f"{known.title}{comma}{at}" if known else ref
