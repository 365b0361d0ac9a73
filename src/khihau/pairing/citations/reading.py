"""The acts, standards and articles that a text cites by number (rule P6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from khihau.languages import LANGUAGES
from khihau.model import FALLBACK, Document, Segment
from khihau.pairing.citations.citation import Citation, Kind, citation_of
from khihau.quantities import Quantity
from khihau.quantities.one_form import Plain, plain
from khihau.text.regex import regex
from khihau.text.spans import Spans, Taken, between

__all__ = ["citations_of", "cited_within", "uncited"]

_DIGIT = regex(r"[0-9]")
# ISO/IEC 17025, KS I ISO 14064-1, TCVN 5937:2013, IFRS S2; the letters are the same in all languages.
_BODIES = "ISO|IEC|IEEE|TCVN|QCVN|KS|EN|ASTM|PAS|DIN|JIS|GB/T|IFRS|ESRS|GRI|IPMVP|ITU|CEN|AATCC"
_STANDARD = regex(
    rf"(?<![^\W가-힣])(?:{_BODIES})(?:[ /-][A-Z]{{1,5}}){{0,3}}[ -]?(?:(?<=[ -])[A-Z])?[0-9]{{1,6}}(?:[.-][0-9]{{1,4}})*"
    r"(?::\s?(?:19|20)[0-9]{2}(?:/[A-ZĐ]+(?:-[A-ZĐ]+)*)?)?(?![0-9])"
)
# Of the European Union: (EU) 2023/956, (EC) No 1221/2009, 2003/87/EC.
_UNION = regex(
    r"\(E[UC]\)\s?(?:[^\s\d]{1,3}\s?)?(?P<number>[0-9]{1,4}/[0-9]{1,4})(?![0-9/])"
    r"|(?<![0-9/.])(?P<suffixed>[0-9]{1,4}/[0-9]{1,4}/(?:EC|EU|EEC|JHA))(?![A-Za-z])"
)


def citations_of(document: Document) -> list[Citation]:
    """What a document cites by number, in text order.

    Offsets are code points of the document's text; the clauses of one article may have one span.
    Linear in the length of the text.
    """
    taken = Taken()
    found = [one for one in _codes(document) if one.groups and taken.add(one.start, one.end)]
    for segment in document.segments:
        words = document.text[segment.start : segment.end]
        if _DIGIT.search(words):
            found += _within(plain(words), segment, taken)
    return sorted(found, key=_place)


def uncited(numbers: Sequence[Quantity], citations: Sequence[Citation]) -> list[Quantity]:
    """The numbers of a text that are no part of what it cites: quantities, dates and the like."""
    spans = Spans.of(citations)
    return [one for one in numbers if not spans.overlaps(one.start, one.end)]


def cited_within(citations: Sequence[Citation], span: tuple[int, int]) -> frozenset[Decimal]:
    """The numbers in what a passage cites: where the other text has them in words that nobody read
    as a citation, they are no other quantity.
    """
    within = citations[between(citations, *span)]
    return frozenset(Decimal(group) for one in within for group in one.groups if group.isdigit())


def _place(citation: Citation) -> tuple[int, int]:
    return citation.start, citation.end


def _codes(document: Document) -> Iterator[Citation]:
    """The numbers that their form alone shows to be no prose."""
    for region in document.protected:
        if region.kind == "document-number":
            written = document.text[region.start : region.end]
            kind: Kind = "standard" if ":" in written else "act"
            yield citation_of(region.start, region.end, kind, written)


def _within(even: Plain, segment: Segment, taken: Taken) -> Iterator[Citation]:
    """What a segment cites beside those: standards and acts, which take their places, and articles."""
    language = LANGUAGES[segment.lang or FALLBACK].citations
    for start, end, kind in (*_signed(even.text), *_acts(language.numbers(even.text))):
        low, high = (segment.start + at for at in even.span(start, end))
        one = citation_of(low, high, kind, even.text[start:end])
        if one.groups and taken.add(low, high):
            yield one
    for start, end, *groups in language.provisions(even.text):
        low, high = (segment.start + at for at in even.span(start, end))
        if not taken.overlaps(low, high):
            yield Citation(low, high, "provision", tuple(groups))


def _signed(text: str) -> Iterator[tuple[int, int, Kind]]:
    for found in _STANDARD.finditer(text):
        yield *found.span(), "standard"
    for found in _UNION.finditer(text):
        yield *found.span(found.lastgroup or 0), "act"


def _acts(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, Kind]]:
    for span in spans:
        yield *span, "act"
