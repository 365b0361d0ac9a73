"""Statements as Turtle, which rdflib writes: sorted, so that the same ones give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from khihau.documents.extras import required
from khihau.exchange.base import Wanted
from khihau.exchange.skos.terms import PREFIXES, Addresses, Iri, Object, Statement

__all__ = ["written"]


def written(statements: Iterable[Statement], wanted: Wanted) -> str:
    """The text of a Turtle file."""
    rdflib = required("rdflib", "rdf", wanted.path)
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, address in PREFIXES.items():
        graph.bind(prefix, address)
    for prefix, address in Addresses(wanted.base_uri).prefixes.items():
        graph.bind(prefix, address)
    for one in statements:
        prefix, _, name = one.predicate.partition(":")
        predicate = rdflib.URIRef(PREFIXES[prefix] + name)
        graph.add((rdflib.URIRef(one.subject.address), predicate, _node(one.object, rdflib)))
    text: str = graph.serialize(format="turtle")
    return text


def _node(value: Object, rdflib: Any) -> Any:
    if isinstance(value, Iri):
        return rdflib.URIRef(value.address)
    if value.kind:
        kind = rdflib.URIRef(PREFIXES["xsd"] + value.kind)
        return rdflib.Literal(value.text, datatype=kind, normalize=False)
    return rdflib.Literal(value.text, lang=value.lang or None)
