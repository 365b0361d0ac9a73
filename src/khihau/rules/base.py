"""What a rule is: a name, a severity, and one function from a checked document to findings."""

from __future__ import annotations

import datetime
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.segments import lang_at, segment_index
from khihau.languages import en
from khihau.ledger import Ledger
from khihau.match.official import full_form, official_label, text_of
from khihau.model import (
    Document,
    Kind,
    Lang,
    Match,
    Options,
    Safety,
    Severity,
    Termbase,
)

if TYPE_CHECKING:
    from khihau.ledger import Use
    from khihau.model import Edit, Finding, Fix, Label

__all__ = [
    "Checked",
    "Rule",
    "context_of",
    "finding",
    "fingerprint",
    "is_judged",
    "replacement",
    "written_out",
    "wrong_name",
]

_CONTEXT = 20  # characters of the line on each side that a fingerprint is made of


class Checked(NamedTuple):
    """All that a rule may look at; `date` is the day whose names count.

    `run` are the names of the rules before it, `found` what stands of their findings.
    """

    document: Document
    matches: Sequence[Match]
    ledger: Ledger
    base: Termbase
    options: Options
    date: datetime.date
    run: tuple[str, ...] = ()
    found: tuple[Finding, ...] = ()


class Rule(NamedTuple):
    """A rule of `check`; `name` reads as "allow NAME", `summary` is one line for the lists.

    The rest of its documentation is the docstring of its module. `is_event`: it reports an event of
    the acronym ledger; `explains_events`: where it finds a wrong form of a concept's acronym, no
    such event of that concept is reported too. A rule that does not compete (`competes`) looks at
    something other than words, so its findings may lie over those of others.
    """

    name: str
    severity: Severity
    summary: str
    find: Callable[[Checked], Iterator[Finding]]
    is_event: bool = False
    explains_events: bool = False
    competes: bool = True
    is_default: bool = True


def finding(
    checked: Checked,
    rule: str,
    severity: Severity,
    span: tuple[int, int],
    message: str,
    concept: str | None,
    *,
    source: str | None = None,
    fix: Fix | None = None,
) -> Finding:
    """A finding at a span of the document, with a fingerprint that survives edits elsewhere."""
    from khihau.model import Finding

    text = checked.document.text
    return Finding(
        rule=rule,
        severity=severity,
        message=message,
        start=span[0],
        end=span[1],
        text=text[span[0] : span[1]],
        concept=concept,
        source=source,
        fix=fix,
        fingerprint=fingerprint(rule, concept, context_of(text, span)),
    )


def context_of(text: str, span: tuple[int, int]) -> str:
    """What stands at a span and beside it in its line: all that a fingerprint knows of the text."""
    before = text[max(0, span[0] - _CONTEXT) : span[0]].rpartition("\n")[2]
    after = text[span[1] : span[1] + _CONTEXT].partition("\n")[0]
    return " ".join((before + text[slice(*span)] + after).split())


def fingerprint(rule: str, concept: str | None, context: str) -> str:
    """What names a finding across edits of the text around."""
    key = f"{rule}\n{concept}\n{context}".encode("utf-8", "surrogatepass")
    # Two checksums, since hashlib takes longer to import than a text to check.
    return f"{zlib.crc32(key):08x}{zlib.crc32(key[::-1]):08x}"


def is_judged(document: Document, start: int, end: int) -> bool:
    """Whether a place is the writer's own prose: no quoted speech, title, link text (C5)."""
    at = bisect_right(document.quoted, (start, len(document.text))) - 1
    return at < 0 or document.quoted[at][1] < end


def _label_of(base: Termbase, match: Match) -> Label:
    """The label that a match found."""
    return next(
        label
        for label in base[match.concept].labels
        if label.text == match.label and label.lang == match.lang
    )


def _official(
    checked: Checked,
    concept: str,
    lang: Lang | None,
    number: int | None = None,
    *,
    kind: Kind = "full",
    plural: bool = False,
) -> tuple[str, str] | None:
    """The official label of a concept in a language, and its sources or "unverified"; None without one.

    `kind` asks for the short name in place of a short one, `plural` for the English plural.
    """
    if not lang:
        return None
    numbered = number is not None
    label = official_label(checked.base[concept], lang, numbered=numbered, kind=kind)
    return _told(label, number, plural=plural)


def written_out(checked: Checked, use: Use) -> tuple[str, str] | None:
    """What an acronym stands for in the language around it, and the sources; None without one."""
    lang = lang_at(checked.document.segments, use.start)
    if not lang or not use.concept:
        return None
    concept, numbered = checked.base[use.concept], use.number is not None
    return _told(full_form(concept, use.acronym, lang, numbered=numbered), use.number)


def _told(
    label: Label | None, number: int | None, *, plural: bool = False
) -> tuple[str, str] | None:
    if not label or label.lang == "mul":
        return None
    text = text_of(label, number)
    if plural and label.lang == "en":
        text = label.plural or en.plural(text)
    return text, "; ".join(map(str, label.source)) or "unverified"


def wrong_name(checked: Checked, match: Match, rule: Rule, what: str) -> Finding:
    """The finding on a label that should not stand there, with the official one in its place."""
    label = _label_of(checked.base, match)
    lang: Lang | None = (
        match.lang if match.lang != "mul" else lang_at(checked.document.segments, match.start)
    )
    plural = match.how == "plural"
    name = _official(checked, match.concept, lang, match.number, kind=match.kind, plural=plural)
    message = f"“{match.text}” is {what}"
    if name:
        message += f"; write “{name[0]}”"
    note = label.note.get("en")
    return finding(
        checked,
        rule.name,
        rule.severity,
        (match.start, match.end),
        f"{message} ({note})" if note else message,
        match.concept,
        source=name[1] if name else None,
        fix=replacement(checked, (match.start, match.end), name[0]) if name else None,
    )


def replacement(
    checked: Checked, span: tuple[int, int], new: str, safety: Safety = "suggested"
) -> Fix:
    """A fix: the new name in place of the old, Korean particles agreeing, case kept."""
    from khihau.model import Edit, Fix

    text = checked.document.text
    old = text[span[0] : span[1]]
    if old[:1].isupper() and new[:1].islower() and _starts_sentence(checked.document, span[0]):
        new = new[0].upper() + new[1:]
    particles: list[Edit] = []
    if lang_at(checked.document.segments, span[0]) == "ko":
        from khihau.edits import particle_edits, sound

        particles = particle_edits(text, span[1], sound(new))
    return Fix(safety, (Edit(*span, new), *particles))


def _starts_sentence(document: Document, offset: int) -> bool:
    before = document.text[max(0, offset - 200) : offset].rstrip(" \t'\"“‘«*_")
    at = segment_index(document.segments, offset)
    starts = at >= 0 and offset <= document.segments[at].start + 3
    return starts or not before or before[-1] in ".!?…\n"
