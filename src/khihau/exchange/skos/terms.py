"""The parts of RDF that the export says things with, and the addresses that it gives."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias
from urllib.parse import quote

from khihau.text.regex import regex

__all__ = [
    "PREFIXES",
    "Addresses",
    "Iri",
    "Object",
    "Statement",
    "Words",
    "is_base_uri",
    "web_address",
]

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "dc": "http://purl.org/dc/elements/1.1/",
        "dct": "http://purl.org/dc/terms/",
        "iso-thes": "http://purl.org/iso25964/skos-thes#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)

_BASE = regex(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[^\x00-\x20\x7f<>\"{}|\\^`]*[/#:])?")
_WEB = regex(r"https?://[^\x00-\x20]+")
_RESERVED = "!#$%&'()*+,/:;=?@[]~"  # what an address may hold beside letters and digits


class Iri(NamedTuple):
    """An address, whole."""

    address: str


class Words(NamedTuple):
    """A literal: in a language, or of a type of XML Schema ("date"), or plain."""

    text: str
    lang: str = ""
    kind: str = ""


Object: TypeAlias = "Iri | Words"


class Statement(NamedTuple):
    """One triple; the predicate is written with its prefix, `skos:prefLabel`."""

    subject: Iri
    predicate: str
    object: Object


class Addresses(NamedTuple):
    """What a file's things are called: below `base`, a concept by its id alone.

    The others have a slash, which no id of a concept has.
    """

    base: str

    def concept(self, name: str) -> Iri:
        """The address of a concept, also of one that is not in the file."""
        return Iri(self.base + quote(name, safe=""))

    def domain(self, name: str) -> Iri:
        """The address of the collection of a domain."""
        return Iri(f"{self.base}domain/{quote(name, safe='')}")

    def source(self, key: str) -> Iri:
        """The address of a source."""
        return Iri(f"{self.base}source/{quote(key, safe='')}")

    @property
    def prefixes(self) -> Mapping[str, str]:
        """What the beginnings of these addresses are called within a file."""
        kinds = {kind: f"{self.base}{kind}/" for kind in ("domain", "source", "scheme")}
        return {"": self.base, **kinds}

    @property
    def scheme(self) -> Iri:
        """The address of the termbase."""
        return Iri(f"{self.base}scheme/termbase")


def is_base_uri(address: str) -> bool:
    """Whether ids of concepts may stand behind an address: absolute, and ends in `/`, `#` or `:`."""
    return _BASE.fullmatch(address) is not None


def web_address(url: str) -> Iri | None:
    """The address of a page with what RDF takes; None for what is no address on the web."""
    return Iri(quote(url, safe=_RESERVED)) if _WEB.fullmatch(url) else None
