"""The check of one document after another: what is found, mended and written, in any process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from khihau.console.options import Run
from khihau.console.writing import diff, write_back
from khihau.documents.files import read_document
from khihau.engine import checked_of, mended, read
from khihau.errors import KhihauError
from khihau.model import Document, Finding, Fix, Lang, Severity
from khihau.render.views import Reviewed
from khihau.review.base import Rule
from khihau.review.names_used import MIXED_LABELS
from khihau.review.running import asked_for, review

if TYPE_CHECKING:
    from khihau.review.across_files import Naming

__all__ = ["Checking", "Mode", "Outcome", "outcome_of"]

Mode: TypeAlias = Literal["report", "fix", "diff"]


class Outcome(NamedTuple):
    """What came of one document: findings, or why it could not be read or written.

    `namings` are what it adds to the names of the whole set; `diff` holds the lines of the change
    that fixes make, and `is_written` says that it was made; `is_across` is set for findings that
    concern several documents.
    """

    reviewed: Reviewed
    namings: Sequence[Naming] = ()
    diff: Sequence[str] = ()
    is_written: bool = False
    is_across: bool = False
    error: KhihauError | None = None


class Checking(NamedTuple):
    """How documents are checked, the same in each process.

    `severities` are those to mend; `several` documents are compared with each other.
    """

    run: Run
    rules: tuple[Rule, ...]
    severities: Sequence[Severity]
    mode: Mode
    suggested: bool
    several: bool
    lang: Lang | None
    encoding: str | None


def outcome_of(checking: Checking, path: str) -> Outcome:
    """Read a document, mend it where asked, and say what is left; an error is told, not raised."""
    try:
        return _checked(checking, read(read_document(path, checking.encoding), checking.lang))
    except KhihauError as error:
        return Outcome(Reviewed(path, None, ()), error=error)


def _checked(checking: Checking, document: Document) -> Outcome:
    run, rules = checking.run, checking.rules
    options = run.options_of(document.path)
    changed = document.text
    if checking.mode != "report":
        wanted = _wanted(checking)
        changed = mended(document, run.base, rules, wanted, checking.lang, options)
    change = tuple(diff(document, changed)) if checking.mode == "diff" else ()
    is_written = checking.mode == "fix" and changed != document.text
    if is_written:
        write_back(document, changed, checking.encoding)
        document = read(read_document(document.path, checking.encoding), checking.lang)
    checked = asked_for(checked_of(document, run.base, checking.lang, options), rules)
    found = review(checked, rules)
    named: Sequence[Naming] = ()
    if checking.several and any(rule.name == MIXED_LABELS for rule in rules):
        from khihau.review.across_files import namings

        named = namings(checked, found)
    return Outcome(Reviewed.of(document, found, checked.customs), named, change, is_written)


def _wanted(checking: Checking) -> Callable[[Fix, Finding], bool]:
    def wanted(fix: Fix, finding: Finding) -> bool:
        asked_for = checking.suggested or fix.safety == "safe"
        return asked_for and finding.severity in checking.severities

    return wanted
