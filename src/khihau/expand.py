"""Writing acronyms out at their first use (SEMANTICS E): only additions, and only sure ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from khihau.acronyms import Ledger, Use
from khihau.edits import particle_edits, sound
from khihau.languages import en
from khihau.languages.numbers import fill
from khihau.match.resolve import official_label
from khihau.model import Document, Edit, Lang, Segment, Termbase

__all__ = ["Expansion", "Left", "expansion"]

_QUOTES = " *_~'\"’”‘“」』«»\t"
_SENTENCE_START = re.compile(r"[.!?…]['\"’”)\]]*\s+['\"‘“(*_]*$")
_LIST_MARK = re.compile(r"[-*+△○•◦ㅇ□※]\s*|\d+[.)]\s+")
_VERSION = re.compile(r" \d\.\d(?![\d.])")
_YEAR = re.compile(r"[ \xa0](?:19|20)\d\d(?!\d)")
_DETERMINERS = frozenset(
    "the this that these those its their our his her your my each every any some no both".split()
)
_BEFORE_NAME = frozenset(
    "at in on of to for from by with before after during since until under ahead toward towards and "
    "or but as than between beyond through following hosting hosted attending attended".split()
)


@dataclass(frozen=True, slots=True)
class Left:
    """A use that stays as it is, and why."""

    start: int
    acronym: str
    reason: str


@dataclass(frozen=True, slots=True)
class Expansion:
    """The edits that write acronyms out, and what was left alone."""

    edits: tuple[Edit, ...]
    left: tuple[Left, ...]


def expansion(document: Document, book: Ledger, base: Termbase) -> Expansion:
    """Write out each acronym at its first free use in body text (SEMANTICS E1-E8).

    An acronym that the text defines anywhere, well or badly, stays: `expand` only adds. Offsets are
    code points of the document's text.
    """
    edits: list[Edit] = []
    left: list[Left] = []
    groups: dict[str, list[Use]] = {}
    for use in book.uses:
        if use.concept:
            groups.setdefault(use.concept, []).append(use)
    for group in groups.values():
        given = next((use for use in group if use.meaning), None)
        if given:
            if given.meaning != "definition":
                left.append(Left(given.start, given.acronym, "the text gives it a form of its own"))
            continue
        for use in group:
            outcome = _expanded(document, use, base)
            if not isinstance(outcome, str):
                edits += outcome
                break
            if outcome:
                left.append(Left(use.start, use.acronym, outcome))
    return Expansion(
        tuple(sorted(edits, key=lambda edit: edit.start)),
        tuple(sorted(left, key=lambda item: item.start)),
    )


def _expanded(document: Document, use: Use, base: Termbase) -> list[Edit] | str:
    """The edits that write a use out, or why it stays (empty where nothing needs saying)."""
    segment = _segment_at(document.segments, use.start)
    if segment is None or segment.kind in ("heading", "code", "quote"):
        return ""
    if any(start <= use.start < end for start, end in document.quoted):
        return "it stands in a quotation or a link"
    lang = segment.lang
    label = official_label(base[use.concept or ""], lang, use.number) if lang else None
    if not lang or not label or label.lang == "mul" or label.kind != "full":
        return f"no official {lang or 'known'} form in the glossary"
    reason = _bound(document.text, use)
    if reason:
        return reason
    full = label.text if use.number is None else fill(lang, label.text, use.number)
    return _edits(document, segment, use, full, lang, base)


def _bound(text: str, use: Use) -> str:
    """Why an acronym may not be written out here (SEMANTICS E6, E7)."""
    before, after = text[use.start - 1 : use.start], text[use.end : use.end + 2]
    if before in ("-", "‑", "–", "/") or after[:1] in ("-", "‑", "/"):
        return "it is part of a compound"
    if after[:1] in ("'", "’") and after[1:2].lower() == "s":
        return "it is possessive"
    if _YEAR.match(text, use.end):
        return "a year follows it"
    line = text[max(0, use.start - 200) : use.start]
    opened = max(line.rfind(sign) for sign in "([（［")
    if opened > max(line.rfind(sign) for sign in ")]）］\n"):
        return "it stands in brackets"
    return ""


def _edits(
    document: Document, segment: Segment, use: Use, full: str, lang: Lang, base: Termbase
) -> list[Edit] | str:
    text = document.text
    version = _VERSION.match(text, use.end) if use.number is None else None
    end = version.end() if version else use.end
    before = text[segment.start : use.start]
    starts = _starts_sentence(before)
    doubled = _doubled(before, full)
    edits: list[Edit] = []
    if lang == "en":
        plural = use.acronym.endswith("s") and use.acronym[:-1].isupper()
        full = _english_plural(full, use, base) if plural else full
        article = _article(before, use, full, doubled)
        if article is None:
            return "the article before it is not sure"
        edits += article
        if not doubled and not article and use.number is not None and _takes_the(before):
            full = ("The " if starts else "the ") + full
    rest = full[doubled:].lstrip() if doubled else full
    if not rest:
        return ""  # the full form stands right before it
    if starts and not doubled:
        rest = rest[0].upper() + rest[1:]
    edits.append(Edit(use.start, use.start, rest + ("(" if lang == "ko" else " (")))
    edits.append(Edit(end, end, ")"))
    if lang == "ko":
        edits += particle_edits(text, end, sound(full))
    return edits


def _starts_sentence(before: str) -> bool:
    """Whether what stands before a use, in its segment, ends a sentence or is a list mark."""
    stripped = before.strip(_QUOTES + "\n\r")
    return (
        not stripped or bool(_LIST_MARK.fullmatch(stripped)) or bool(_SENTENCE_START.search(before))
    )


def _doubled(before: str, full: str) -> int:
    """How many characters of the full form already stand before the acronym: whole words of it."""
    written = " ".join(before.split()[-40:]).lower()
    words = full.split()
    for count in range(len(words), 0, -1):
        head = " ".join(words[:count])
        if re.search(rf"(?<![^\W_]){re.escape(head.lower())}$", written):
            return len(head)
    return 0


# --- English articles and plurals -----------------------------------------------------------------


def _article(before: str, use: Use, full: str, doubled: int) -> list[Edit] | None:
    """a/an chosen again for the full form; None where the grammar before the use is not sure."""
    found = re.search(r"(?<![^\W_])(an?)(\s+)$", before, re.IGNORECASE)
    if found and not doubled:
        article = "an" if _vowel_sound(full) else "a"
        if found[1][0].isupper():
            article = article.capitalize()
        start = use.start - len(found.group())
        return [] if article == found[1] else [Edit(start, start + len(found[1]), article)]
    if use.number is not None and not doubled and not _takes_the(before):
        word = re.search(r"([A-Za-z]+)\s*$", before)
        if word and word[1].lower() not in _DETERMINERS:
            return None
    return []


def _takes_the(before: str) -> bool:
    """Whether a bare COPn after these words takes "the" when it is written out (SEMANTICS E4)."""
    word = re.search(r"([A-Za-z]+)['\"’”‘“*_\s]*$", before)
    if not before.strip(_QUOTES + "\n\r") or _SENTENCE_START.search(before):
        return True
    return not word or word[1].lower() in _BEFORE_NAME


def _vowel_sound(phrase: str) -> bool:
    word = phrase.split()[0].lower()
    if re.match(r"(?:8|11|18)(?:\D|$)", word):
        return True
    if re.match(r"(?:uni|use|usa|uti|eu|one|once)", word):
        return False
    return word[0] in "aeiou" or word.startswith(("hour", "honest", "heir"))


def _english_plural(full: str, use: Use, base: Termbase) -> str:
    label = official_label(base[use.concept or ""], "en", use.number)
    return label.plural if label and label.plural else en.plural(full)


def _segment_at(segments: Sequence[Segment], offset: int) -> Segment | None:
    at = bisect_right(segments, offset, key=lambda segment: segment.start) - 1
    return segments[at] if at >= 0 and offset < segments[at].end else None
