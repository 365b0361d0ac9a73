"""Running rules over a document: one mistake, one finding."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from khihau.documents.prose.silencers import find_silencers
from khihau.ledger.uses import family
from khihau.review.base import Checked, Documented, Rule
from khihau.review.silencing import Silenced
from khihau.text.spans import Taken

if TYPE_CHECKING:
    from khihau.ledger import Ledger
    from khihau.model import Finding

__all__ = ["asked_for", "review"]


def asked_for(checked: Checked, rules: Iterable[Documented]) -> Checked:
    """A document of which some rules are asked for by name, those among `rules` that say so."""
    names = (rule.name for rule in rules if rule.is_asked)
    return checked._replace(customs=checked.customs.asking(names))


def review(checked: Checked, rules: Iterable[Rule]) -> list[Finding]:
    """Run rules over a document, in the order of RULES; findings in text order.

    What its profile has off is not told, unless the rule was asked for; nor does another rule say it.
    On overlapping spans the earlier rule's finding stands, unless one of the two rules looks at
    whole paragraphs. That an acronym is not written out is not said where a finding on a form of it
    says why. Comments silence last: what a silenced finding outranks or explains stays out, so that
    no weaker rule says in its place what the writer has already answered.
    """
    found: list[Finding] = []
    kept: list[Finding] = []
    taken = Taken()
    explained = _Explained(checked.ledger)
    run: list[str] = []
    rules = tuple(rules)
    checked = asked_for(checked, rules)
    customs = checked.customs
    for rule in rules:
        if not customs.is_run(rule.name):
            continue
        find = rule.find_unasked or rule.find
        so_far = checked._replace(run=tuple(run), found=tuple(found), explained=explained.concepts)
        for finding in find(so_far):
            if rule.is_event and finding in explained:
                continue
            ruling = customs.ruling(rule.name, finding.aspect, finding.concept)
            is_told = ruling.severity is not None
            if rule.explains_events and is_told:
                explained.add(finding)
            if rule.competes and not taken.add(finding.start, finding.end):
                continue
            found.append(finding)
            if is_told:
                kept.append(finding)
        run.append(rule.name)
    silenced = Silenced(find_silencers(checked.document), checked.base)
    heard = (
        one for one in kept if not silenced.holds(one.rule, one.concept, one.start, one.aspect)
    )
    return sorted(heard, key=lambda finding: (finding.start, finding.end))


class _Explained:
    """The acronyms of which a finding says that the form given to them is wrong."""

    def __init__(self, ledger: Ledger) -> None:
        self._uses = ledger.uses
        self._spans: dict[str | None, Taken] = {}

    def add(self, finding: Finding) -> None:
        """A finding on words that may be the form of an acronym."""
        spans = self._spans.setdefault(finding.concept, Taken())
        spans.add(finding.start, finding.end)

    @property
    def concepts(self) -> frozenset[str]:
        """Those of the glossary of which an acronym is explained."""
        return frozenset(filter(None, self._spans))

    def __contains__(self, finding: Finding) -> bool:
        """Whether a form of the acronym on which a finding stands has a finding of its own."""
        spans = self._spans.get(finding.concept)
        return spans is not None and any(
            spans.overlaps(*form) for form in self._forms.get(self._acronyms[finding.start], ())
        )

    @cached_property
    def _acronyms(self) -> dict[int, str]:
        return {use.start: family(use.acronym, use.number) for use in self._uses}

    @cached_property
    def _forms(self) -> dict[str, list[tuple[int, int]]]:
        forms: dict[str, list[tuple[int, int]]] = {}
        for use in self._uses:
            if use.expansion and use.meaning != "definition":
                forms.setdefault(self._acronyms[use.start], []).append(use.expansion)
        return forms
