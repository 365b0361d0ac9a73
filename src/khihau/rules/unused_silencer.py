"""unused-silencer: a comment to khihau that silences nothing, or that khihau cannot follow.

A comment such as `<!-- khihau: ignore forbidden-label[paris-agreement] -->` silences findings that
the writer has looked at and wants to keep. This rule finds the comments that no longer do, because
the sentence was mended or the comment stands in the wrong place; and those that never did, because
a word in them is misspelt: an unknown rule, an unknown concept, no rule at all, an `ignore-start`
without its end. Only rules that run are judged: one that is switched off may find something again.

A silencer that silences nothing looks like a promise that the text is wrong there on purpose, and
hides the next mistake in the same place. There is no fix, since only the writer knows whether the
comment should go or should move. No comment silences this rule; the settings can switch it off.

The law on it: rule C9 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | khihau: ignore forbidden-label ¶ Việt Nam thực hiện Thỏa thuận Paris. | khihau: ignore forbidden-label ¶ Việt Nam thực hiện Công ước Paris về khí hậu. |
| ko | khihau: ignore forbiden-label ¶ 정부는 파리협약에 따라 목표를 정했다. | khihau: ignore forbidden-label ¶ 정부는 파리협약에 따라 목표를 정했다. |
| en | khihau: ignore undefined-acronym[ndc] ¶ MRV was discussed. | khihau: ignore undefined-acronym[mrv] ¶ MRV was discussed. |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from khihau.documents.prose.silencers import Silencer, Target, find_silencers
from khihau.profiles.former import former_of
from khihau.review.base import Checked, Rule, finding
from khihau.review.names_used import MIXED_LABELS, Key, Places, names_used
from khihau.review.silencing import UNUSED_SILENCER
from khihau.text.spans import between

if TYPE_CHECKING:
    from khihau.documents.prose.silencers import Fault
    from khihau.model import Finding

__all__ = ["RULE"]

_FAULTS: Mapping[Fault, str] = {
    "comment-open": "the comment is never closed and hides the text below it; write “-->” at its end",
    "unknown-command": "khihau does not know “{command}”; write ignore, ignore-file, ignore-start or ignore-end, and a rule",
    "no-rule": "“{command}” names no rule; write for example “khihau: {command} forbidden-label”",
    "never-closed": "“ignore-start” is never closed and silences all the rest; write “khihau: ignore-end” where it should stop",
    "closes-nothing": "“ignore-end” closes nothing, since no “ignore-start” above it is open; remove it",
    "has-rules": "“ignore-end” takes no rules, since it closes the latest “ignore-start”; write “khihau: ignore-end”",
}
_MOST_HINTS = 10  # a text full of wrong names still takes linear time
_LONGEST_NAME = 60


def _find(checked: Checked) -> Iterator[Finding]:
    judge = _Judge(checked)
    for silencer in find_silencers(checked.document):
        if silencer.fault:
            message = _FAULTS[silencer.fault].format(command=silencer.command)
            yield _told(checked, (silencer.start, silencer.end), message)
        for target in silencer.targets:
            if message := judge.fault(silencer, target):
                yield _told(checked, (target.start, target.end), message, target.concept)


def _told(
    checked: Checked, span: tuple[int, int], message: str, concept: str | None = None
) -> Finding:
    known = concept if concept in checked.base else None
    return finding(checked, RULE.name, span, message, known)


class _Judge:
    """What is wrong with the targets of silencers, given what the other rules found."""

    def __init__(self, checked: Checked) -> None:
        self._checked, self._run, self._base = checked, checked.run, checked.base
        self._hints = _MOST_HINTS
        self._found: dict[tuple[str, str | None], list[tuple[int, int]]] = {}
        for one in sorted(checked.found, key=lambda one: one.start):
            rules = (one.rule, *former_of(one.rule, one.aspect))
            concepts = self._base.known_as(one.concept) if one.concept else ()
            for name in product(rules, {None, *concepts}):
                self._found.setdefault(name, []).append((one.start, one.end))

    def fault(self, silencer: Silencer, target: Target) -> str:
        """The message on a target, "" when it does what it should or nothing can be said."""
        rule = target.rule
        concept = target.concept and self._base.current(target.concept)
        if rule.startswith("["):
            return f"“{rule}” stands behind no rule; write for example “forbidden-label{rule}”"
        if rule == UNUSED_SILENCER:
            return f"no comment silences {rule}; mend the other comment, or ignore the rule in the settings"
        if rule in self._base:
            return f"“{rule}” is a term, no rule; write for example “forbidden-label[{rule}]”"
        if rule not in self._run and rule not in self._rules:
            near = self._nearest(rule, self._rules)
            step = f"did you mean {near}?" if near else f"there are: {', '.join(self._rules)}"
            return f"no rule is called “{_short(rule)}”; {step}"
        if concept is not None and concept not in self._base:
            near = self._nearest(concept, (one.id for one in self._base.concepts))
            step = f"did you mean {near}?" if near else "“khihau lookup” shows the id of a term"
            return f"no term has the id “{_short(concept)}”; {step}"
        if rule not in self._run or self._silences(silencer, rule, concept):
            return ""
        named = f"{rule}[{target.concept}]" if concept else rule
        return f"“{named}” silences nothing {_where(silencer)}; remove or move it"

    def _silences(self, silencer: Silencer, rule: str, concept: str | None) -> bool:
        found = self._found.get((rule, concept), [])
        if found[between(found, *silencer.span)]:
            return True
        # A name may be mixed with one in another document, of which this one cannot tell.
        return rule == MIXED_LABELS and any(
            concept in (None, key.concept) and silencer.span[0] <= match.start
            for key, places in self._names.items()
            for matches in places.matches.values()
            for match in matches
            if match.start < silencer.span[1]
        )

    @cached_property
    def _rules(self) -> tuple[str, ...]:
        """The rules that a comment may silence; asked for where it names none of those that ran."""
        return tuple(name for name in self._checked.rule_names() if name != UNUSED_SILENCER)

    @cached_property
    def _names(self) -> Mapping[Key, Places]:
        return names_used(self._checked)

    def _nearest(self, name: str, known: Iterable[str]) -> str:
        """The name that was most likely meant, "" when there is none; sought for a few names."""
        if not self._hints or len(name) > _LONGEST_NAME:
            return ""
        self._hints -= 1
        from difflib import get_close_matches

        plain = name.lower().replace("_", "-").replace(" ", "-")
        return next(iter(get_close_matches(plain, tuple(known), 1)), "")


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + "…"


def _where(silencer: Silencer) -> str:
    match silencer.command:
        case "ignore-file":
            return "in this text"
        case "ignore-start":
            return "down to “ignore-end”"
    return "on this line" if silencer.span[0] < silencer.start else "in the block below"


RULE = Rule(
    UNUSED_SILENCER,
    "a comment that silences nothing, or names what does not exist",
    _find,
    competes=False,
)
