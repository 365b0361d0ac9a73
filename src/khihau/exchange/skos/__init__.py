"""SKOS, the vocabulary of thesauri on the web (W3C), as RDF in Turtle.

It is SKOS alone, without SKOS-XL: a name is a literal of its concept, which every SKOS tool reads. In
SKOS-XL each name would be a thing of its own with status, source and dates, five times the file for
what most tools pass over; who needs all of it takes `json`. What is lost so is counted.

A language has one `prefLabel`, the official full name; other preferred names and the admitted ones are
`altLabel`, outdated and forbidden ones `hiddenLabel`, by which a search finds the concept and which
nobody is shown as its name. A name that three languages share stands in each. Mistranslations and
names that mean less or more than the concept are left out: in SKOS each would be a name of it.
"""

from __future__ import annotations

from khihau.exchange.base import Exported, Wanted
from khihau.model import Termbase

__all__ = ["export"]


def export(base: Termbase, wanted: Wanted) -> Exported:
    """All concepts of a termbase as one Turtle file, and what had no place in it.

    Raises InputError where rdflib is not installed.
    """
    from khihau.exchange.skos.graph import Graph
    from khihau.exchange.skos.turtle import written

    graph = Graph(base, wanted.base_uri)
    return Exported(written(graph.statements, wanted), graph.losses)
