"""Which use of each acronym is written out: the first free one (rules E1, E7 and E8)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from khihau.documents.segments import main_lang, segment_index
from khihau.languages import LANGUAGES, language_of
from khihau.ledger import Ledger, Use
from khihau.ledger.expansion.site import Site
from khihau.ledger.expansion.tuned import PARAGRAPH
from khihau.ledger.expansion.writing import written
from khihau.model import Document, Edit, Lang, Segment, Termbase
from khihau.termbase.official import full_form, text_of
from khihau.text.compose import caseless
from khihau.text.regex import regex
from khihau.text.spans import overlaps

__all__ = ["Expansion", "Left", "expansion"]

_SIDE_BY_SIDE = regex(r"[)）]?\s+")
_LINE_BREAK = regex(r"[ \t]*\r?\n[ \t]*")
_LISTED_BEFORE = regex(r"[A-Z0-9+][,;·/]?\s(?:và |and |및 )?$")
_LISTED_BEHIND = regex(r"\s?(?:[,;·/]|và|and|및)\s?[A-Z]{2}")


class Left(NamedTuple):
    """A use that stays as it is, and why."""

    start: int
    acronym: str
    reason: str


class Expansion(NamedTuple):
    """The edits that write acronyms out, and what was left alone."""

    edits: tuple[Edit, ...]
    left: tuple[Left, ...]


def expansion(document: Document, book: Ledger, base: Termbase) -> Expansion:
    """Write out each acronym at its first free use in body text.

    An acronym that the text defines anywhere, well or badly, stays: `expand` only adds. A use in the
    language of most of the text comes before one in another. Offsets are code points of the text.
    """
    groups: dict[str, list[Use]] = {}
    for use in book.uses:
        if use.concept:
            groups.setdefault(use.concept, []).append(use)
    chooser = _Chooser(document, book.uses, base)
    edits: list[Edit] = []
    left: list[Left] = []
    for group in groups.values():
        added, stays = chooser.choose(group)
        edits += added
        left += stays
    return Expansion(
        tuple(sorted(edits, key=lambda edit: (edit.start, edit.end))),
        tuple(sorted(left, key=lambda item: item.start)),
    )


class _Chooser:
    """Looks for the first free use of one acronym after another in a document."""

    def __init__(self, document: Document, uses: Sequence[Use], base: Termbase) -> None:
        self.document = document
        self.base = base
        self.home = main_lang(document.segments)
        self.sure: dict[int, bool] = {}  # by the start of a segment
        self.beside = {
            use.start
            for last, use in pairwise(uses)
            if _SIDE_BY_SIDE.fullmatch(document.text, last.end, use.start)
        }
        self.protected = [(region.start, region.end) for region in document.protected]

    def choose(self, group: Sequence[Use]) -> tuple[list[Edit], list[Left]]:
        """The edits for the uses of one concept, and those that stay, one for each reason."""
        given = [use for use in group if use.meaning and not self._is_listed(use)]
        if given or any(self._is_named(use) for use in group):
            own = bool(given) and all(use.meaning != "definition" for use in given)
            reason = "the text may give it a form of its own"
            return [], [Left(given[0].start, given[0].acronym, reason)] if own else []
        left: dict[str, Left] = {}
        for use in sorted(group, key=lambda use: self._lang(use) != self.home):
            outcome = self._outcome(use)
            if not isinstance(outcome, str):
                return outcome, list(left.values())
            if outcome:
                left.setdefault(outcome, Left(use.start, use.acronym, outcome))
        return [], list(left.values())

    def _outcome(self, use: Use) -> list[Edit] | str:
        """The edits that write a use out, or why it stays (empty where nothing needs saying)."""
        segment = self._segment(use.start)
        if segment is None or segment.kind in ("heading", "code", "quote"):
            return ""
        if segment.kind == "cell":
            return "it stands in a table"
        if self._is_kept(use.start, use.end):
            return "it stands in a quotation or a link"
        site = self._site(use, segment)
        if isinstance(site, str):
            return site
        if use.start in self.beside:
            return "another acronym stands right before it"
        outcome = written(site, self.document.text)
        if any(self._is_kept(edit.start, edit.end) for edit in outcome if isinstance(edit, Edit)):
            return "it stands beside a quotation or a link"
        return outcome

    def _site(self, use: Use, segment: Segment) -> Site | str:
        lang, concept = self._lang(use), self.base[use.concept or ""]
        numbered = use.number is not None
        label = (
            full_form(concept, use.acronym, lang, numbered=numbered, country=use.country)
            if lang
            else None
        )
        if (
            not lang
            or not label
            or label.numbered != numbered
            or label.lang != lang
            or label.kind != "full"
        ):
            return f"no official {LANGUAGES[lang].name if lang else 'known'} form in the glossary"
        full = text_of(label, use.number)
        text, (start, end) = self.document.text, self._around(use)
        before, after = text[start : use.start], text[use.end : end]
        return Site(use, lang, concept, full, before, after, max(0, segment.start - start))

    # --- what the text says already ---------------------------------------------------------------

    def _is_listed(self, use: Use) -> bool:
        """Whether loose words stand before a bracket of several acronyms, which they do not mean."""
        text = self.document.text
        return use.meaning == "loose" and bool(
            _LISTED_BEHIND.match(text, use.end)
            or _LISTED_BEFORE.search(text, max(0, use.start - 8), use.start)
        )

    def _is_named(self, use: Use) -> bool:
        """Whether a name of the concept stands before the bracket that opens with this use."""
        segment = self._segment(use.start)
        text = self.document.text
        if segment is None or text[use.start - 1 : use.start] not in ("(", "（"):
            return False
        name = caseless(text[max(segment.start, use.start - PARAGRAPH) : use.start - 1])
        return any(
            name.endswith(caseless(label.text))
            for label in self.base[use.concept or ""].labels
            if label.kind == "full" and not label.numbered
        )

    # --- where a use stands -----------------------------------------------------------------------

    def _segment(self, offset: int) -> Segment | None:
        segments = self.document.segments
        at = segment_index(segments, offset)
        return segments[at] if at >= 0 and offset < segments[at].end else None

    def _around(self, use: Use) -> tuple[int, int]:
        """The segment of a use with those of the same kind on the lines next to it, within reach.

        Written-out text makes long lines, and lines that are long are segments of their own: what is
        seen around an acronym must not depend on that.
        """
        segments, text = self.document.segments, self.document.text
        low, high = use.start - PARAGRAPH, use.end + PARAGRAPH
        first = last = segment_index(segments, use.start)
        while (
            first
            and segments[first].start > low
            and _goes_on(text, *segments[first - 1 : first + 1])
        ):
            first -= 1
        while segments[last].end < high and _goes_on(text, *segments[last : last + 2]):
            last += 1
        return max(low, segments[first].start), min(high, segments[last].end)

    def _lang(self, use: Use) -> Lang | None:
        """The language of a use's segment; a line that may be any language is in the text's."""
        segment = self._segment(use.start)
        if segment is None or segment.lang in (None, self.home):
            return self.home
        if segment.start not in self.sure:
            text = self.document.text[segment.start : segment.end]
            self.sure[segment.start] = language_of(segment.lang).grammar.is_sure(text)
        return segment.lang if self.sure[segment.start] else self.home

    def _is_kept(self, start: int, end: int) -> bool:
        """Whether a stretch, or a place, lies in a quotation or in what is no prose."""
        return any(overlaps(spans, start, end) for spans in (self.document.quoted, self.protected))


def _goes_on(text: str, above: Segment, below: Segment | None = None) -> bool:
    """Whether a segment goes on in the one on the next line."""
    return (
        below is not None
        and above.kind == below.kind
        and bool(_LINE_BREAK.fullmatch(text, above.end, below.start))
    )
