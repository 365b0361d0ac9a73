"""Sources in Dublin Core, as `dct:source` of concepts points to them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from khihau.exchange.skos.terms import PREFIXES, Iri, Statement, Words, web_address
from khihau.model import Source
from khihau.text.regex import regex

__all__ = ["source_losses", "source_statements"]

_YEAR = regex("[1-9][0-9]{3}")
_MONTH = regex("[1-9][0-9]{3}-(?:0[1-9]|1[0-2])")
_DAY = regex("[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}")
_LOSSES = {"signed": "signature day", "in_force": "in-force day", "ends": "end day"}


def source_statements(here: Iri, key: str, source: Source | None) -> Iterator[Statement]:
    """What is known of a source; its key alone where `sources.toml` did not have it."""
    yield Statement(here, "rdf:type", Iri(PREFIXES["dct"] + "BibliographicResource"))
    yield Statement(here, "dct:title", Words(source.title if source else key))
    if source is None:
        return
    if source.date:
        yield Statement(here, "dct:issued", _dated(source.date))
    for predicate, text in (
        (
            "dc:publisher",
            source.publisher,
        ),  # that of dct is a thing with an address, ours has a name
        ("dc:type", source.reliability),
        ("dct:identifier", source.number),
    ):
        if text:
            yield Statement(here, predicate, Words(text))
    for name in source.cited_as:
        yield Statement(here, "dct:alternative", Words(name))
    if source.url:
        page = web_address(source.url)
        yield Statement(here, "rdfs:seeAlso", page or Words(source.url))


def source_losses(source: Source | None) -> Iterator[str]:
    """What of a source has no place."""
    for key, what in _LOSSES.items():
        if source and getattr(source, key):
            yield what


def _dated(date: str) -> Words:
    """A date with its type; other words, such as a season, have none."""
    if _YEAR.fullmatch(date):
        return Words(date, kind="gYear")
    if _MONTH.fullmatch(date):
        return Words(date, kind="gYearMonth")
    return Words(date, kind="date" if _is_day(date) else "")


def _is_day(date: str) -> bool:
    try:
        return bool(_DAY.fullmatch(date) and datetime.date.fromisoformat(date))
    except ValueError:
        return False
