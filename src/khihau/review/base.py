"""What a rule is: a name, a summary, and one function from a checked document to findings.

How gravely a finding is told, and whether at all, says the table of profiles.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product, starmap
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

from khihau.dating.days import Days
from khihau.documents.segments import is_quoted, is_title, is_titled
from khihau.ledger import Ledger
from khihau.model import Document, Match, Options, Termbase
from khihau.profiles.customs import Customs
from khihau.profiles.former import former_of

if TYPE_CHECKING:
    from khihau.model import Finding, Fix, Safety
    from khihau.model.day import Day
    from khihau.review.spelled_places import Families

__all__ = [
    "Checked",
    "Documented",
    "Rule",
    "context_of",
    "finding",
    "fingerprint",
    "is_judged",
    "is_judged_name",
    "is_own_wording",
    "match_around",
    "times",
]

_CONTEXT = 20  # characters of the line on each side that a fingerprint is made of


class Checked(NamedTuple):
    """All that a rule may look at; `days` says which day governs a name, `customs` how findings are told.

    `families` gives the spellings that the text chose, worked out once; `run` are the names of the
    rules before it, `found` what stands of their findings, told or not, `explained` the concepts of which one says
    why an acronym has no full form; `rule_names` gives the names of the rules of all commands.
    """

    document: Document
    matches: Sequence[Match]
    ledger: Ledger
    base: Termbase
    options: Options
    days: Days
    customs: Customs
    families: Callable[[], Families] = dict
    run: tuple[str, ...] = ()
    found: tuple[Finding, ...] = ()
    explained: frozenset[str] = frozenset()
    rule_names: Callable[[], tuple[str, ...]] = tuple


class Documented(Protocol):
    """What a rule of any command tells of itself; its page is the docstring of the module of `find`."""

    @property
    def name(self) -> str: ...

    @property
    def summary(self) -> str: ...

    @property
    def find(self) -> Callable[..., object]: ...

    @property
    def has_concepts(self) -> bool: ...

    @property
    def is_asked(self) -> bool: ...

    @property
    def asked(self) -> Self: ...


class Rule(NamedTuple):
    """A rule of `check`; `name` reads as "allow NAME", `summary` is one line for the lists.

    The rest of its documentation is the docstring of its module. `is_event`: it finds, at an
    acronym, that no form of it stands there or before; `explains_events`: where it finds a wrong
    form of an acronym, that is not said of the same acronym too. A rule that does not compete
    (`competes`) looks at something other than words, so its findings may lie over those of others.
    `find_unasked` is what it finds where nobody asks for it by name (`is_asked`), if that is less.
    Without `has_concepts` no finding of it is about a concept.
    """

    name: str
    summary: str
    find: Callable[[Checked], Iterator[Finding]]
    is_event: bool = False
    explains_events: bool = False
    competes: bool = True
    find_unasked: Callable[[Checked], Iterator[Finding]] | None = None
    is_asked: bool = False
    has_concepts: bool = True

    @property
    def asked(self) -> Rule:
        """The rule as it runs where it is asked for by name."""
        return self._replace(is_asked=True, find_unasked=None)


def finding(
    checked: Checked,
    rule: str,
    span: tuple[int, int],
    message: str,
    concept: str | None,
    *,
    aspect: str = "",
    is_sure: bool = True,
    source: str | None = None,
    fix: Fix | None = None,
    day: Day | None = None,
    alternatives: tuple[Fix, ...] = (),
) -> Finding:
    """A finding at a span of the document, with a fingerprint that survives edits elsewhere.

    Its severity, and how safe its fixes may be, are those of the document's customs; what is not
    sure is a note. Raises KeyError for an aspect that has no row in the table of profiles.
    """
    from khihau.model import Finding

    text = checked.document.text
    ruling = checked.customs.ruling(rule, aspect, concept)
    allowed = [_as_safe(one, ruling.safety) for one in (fix, *alternatives) if one]
    fixes = [one for one in allowed if one]
    return Finding(
        rule=rule,
        severity=(is_sure and ruling.severity) or "info",
        message=message,
        start=span[0],
        end=span[1],
        text=text[span[0] : span[1]],
        concept=concept,
        source=source,
        fix=fixes[0] if fixes else None,
        alternatives=tuple(fixes[1:]),
        fingerprint=fingerprint(rule, concept, context_of(text, span)),
        former=_former(checked.base, rule, aspect, concept, context_of(text, span)),
        aspect=aspect,
        day=day,
    )


def _as_safe(fix: Fix, most: Safety | None) -> Fix | None:
    """A fix that is no safer than allowed; None where there shall be none."""
    from khihau.model import Fix

    if most == "suggested":
        return Fix("suggested", fix.edits)
    return fix if most else None


def times(count: int) -> str:
    """How often something stands, behind its words: nothing for once."""
    return f" ({count}×)" if count > 1 else ""


def context_of(text: str, span: tuple[int, int]) -> str:
    """What stands at a span and beside it in its line: all that a fingerprint knows of the text."""
    before = text[max(0, span[0] - _CONTEXT) : span[0]].rpartition("\n")[2]
    after = text[span[1] : span[1] + _CONTEXT].partition("\n")[0]
    return " ".join((before + text[slice(*span)] + after).split())


def _former(
    base: Termbase, rule: str, aspect: str, concept: str | None, context: str
) -> tuple[str, ...]:
    """The fingerprints that a finding had by the names that its rule and its concept had before."""
    rules = (rule, *former_of(rule, aspect)[1:])
    concepts = base.known_as(concept) if concept else (concept,)
    return tuple(starmap(partial(fingerprint, context=context), product(rules, concepts)))[1:]


def fingerprint(rule: str, concept: str | None, context: str) -> str:
    """What names a finding across edits of the text around."""
    key = f"{rule}\n{concept}\n{context}".encode("utf-8", "surrogatepass")
    # Two checksums, since hashlib takes longer to import than a text to check.
    return f"{zlib.crc32(key):08x}{zlib.crc32(key[::-1]):08x}"


def is_judged(document: Document, start: int, end: int) -> bool:
    """Whether a place is the writer's own prose: no quoted speech, title, link text (rule C5)."""
    return not is_quoted(document, start, end)


def is_judged_name(document: Document, start: int, end: int) -> bool:
    """Whether a name is the writer's own, or the whole of a title, which is right or wrong (rule C5)."""
    return is_judged(document, start, end) or is_title(document, start, end)


def is_own_wording(document: Document, start: int, end: int) -> bool:
    """Whether a place is the writer's own choice of words: no part of what may be a title (rule C5)."""
    return is_judged(document, start, end) and not is_titled(document, start, end)


def match_around(matches: Sequence[Match], start: int, end: int) -> Match | None:
    """The match, of those of a document, in which a stretch [start, end) in code points lies."""
    at = bisect_right(matches, start, key=lambda match: match.start) - 1
    return matches[at] if at >= 0 and end <= matches[at].end else None
