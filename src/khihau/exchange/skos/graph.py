"""What a termbase says in SKOS, statement by statement, and what it cannot say there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from khihau.exchange.base import Loss, losses_of
from khihau.exchange.nouns import CONCEPT_NOUNS, LABEL_NOUNS, TITLE
from khihau.exchange.skos.names import Name, names_in, refusal
from khihau.exchange.skos.sources import source_losses, source_statements
from khihau.exchange.skos.terms import PREFIXES, Addresses, Iri, Object, Statement, Words
from khihau.model import FALLBACK, BroaderKind, Concept, Label, Termbase
from khihau.termbase.examples import marked

__all__ = ["Graph"]

_NO_PLACE = "SKOS has no such property"
_OF_NAMES = "in SKOS a name has no properties of its own"
_BROADER: Mapping[BroaderKind, str] = {
    "kind": "iso-thes:broaderGeneric",
    "part": "iso-thes:broaderPartitive",
}
# SKOS has a property for the others (`broader`, `was`, `replaced_by`).
_CONCEPT_LOSSES = ("apart", "native_reader", "meant", "sessions")


class Graph:
    """The `statements` on a termbase, in no order that means anything, and the `losses`."""

    def __init__(self, base: Termbase, base_uri: str) -> None:
        self._base = base
        self._at = Addresses(base_uri)
        self._lost: Counter[tuple[str, str]] = Counter()
        self._cited: set[str] = set()
        self.statements = tuple(self._all())
        self.losses: tuple[Loss, ...] = losses_of(self._lost)

    def _all(self) -> Iterator[Statement]:
        scheme = self._at.scheme
        yield _typed(scheme, "skos:ConceptScheme")
        yield Statement(scheme, "dct:title", Words(TITLE, FALLBACK))
        domains = set()
        for concept in self._base.concepts:
            names = list(names_in(concept))
            if not names:
                self._lose("concept", "none of its labels has a place in SKOS")
                continue
            yield from self._concept(concept, names)
            if concept.domain:
                domains.add(concept.domain)
                collection = self._at.domain(concept.domain)
                yield Statement(collection, "skos:member", self._at.concept(concept.id))
        for domain in domains:
            yield _typed(self._at.domain(domain), "skos:Collection")
            yield Statement(self._at.domain(domain), "skos:prefLabel", Words(domain, FALLBACK))
        for key in sorted(self._cited):
            source = self._base.sources.get(key)
            yield from source_statements(self._at.source(key), key, source)
            for what in source_losses(source):
                self._lose(what)

    def _concept(self, concept: Concept, names: list[Name]) -> Iterator[Statement]:
        self._count_losses(concept, names)
        here = self._at.concept(concept.id)
        yield _typed(here, "skos:Concept")
        for predicate, value in self._said(concept, names):
            yield Statement(here, predicate, value)

    def _said(self, concept: Concept, names: list[Name]) -> Iterator[tuple[str, Object]]:
        """What is said of a concept, as predicates and objects."""
        yield "skos:inScheme", self._at.scheme
        yield "dct:identifier", Words(concept.id)
        for name in names:
            yield f"skos:{name.sort}", Words(name.text, name.lang)
        for lang, text in concept.definition.items():
            yield "skos:definition", Words(text, lang)
        for lang, text in concept.note.items():
            yield "skos:scopeNote", Words(text, lang)
        for example in concept.examples:
            plain, marks = marked(example.text)
            self._lose("example mark", "in SKOS an example is a plain sentence", len(marks))
            yield "skos:example", Words(plain, example.lang)
        yield from self._links(concept)
        for label in concept.labels:
            for ref in label.source if not refusal(label) else ():
                self._cited.add(ref.id)
                yield "dct:source", self._at.source(ref.id)

    def _links(self, concept: Concept) -> Iterator[tuple[str, Iri]]:
        """The links to other concepts, also those that are not in the file.

        SKOS forbids that a concept is related to one above or below it (its S27).
        """
        if concept.broader is None:
            yield "skos:topConceptOf", self._at.scheme
        else:
            target = self._link(concept.broader)
            yield "skos:broader", target
            yield _BROADER[concept.broader_kind], target
        for name in concept.related:
            other = self._base.current(name)
            above, below = self._above(concept.id), self._above(other)
            if other not in above and concept.id not in below:
                yield "skos:related", self._at.concept(other)
            elif self._parent(concept.id) != other and self._parent(other) != concept.id:
                self._lose("related link", "SKOS keeps related concepts and broader ones apart")
        for successor in concept.replaced_by:
            if successor.field:
                self._lose("successor field", _NO_PLACE)
            yield "dct:isReplacedBy", self._link(successor.concept)
        for name in concept.was:
            yield "owl:sameAs", self._at.concept(name)

    def _link(self, name: str) -> Iri:
        return self._at.concept(self._base.current(name))

    def _parent(self, name: str) -> str | None:
        above = self._base[name].broader if name in self._base else None
        return above and self._base.current(above)

    def _above(self, name: str) -> set[str]:
        """All concepts above one; it is among them where they make a circle."""
        found: set[str] = set()
        above = self._parent(name)
        while above and above not in found:
            found.add(above)
            above = self._parent(above)
        return found

    def _count_losses(self, concept: Concept, names: list[Name]) -> None:
        for key in _CONCEPT_LOSSES:
            if getattr(concept, key):
                self._lose(CONCEPT_NOUNS[key])
        self._lose("counterexample", _NO_PLACE, len(concept.counterexamples))
        sorts = {id(name.label): name.sort for name in names}
        for label in concept.labels:
            if why := refusal(label):
                self._lose(*why)
            elif id(label) not in sorts:
                self._lose("label", "another name of the concept is written alike")
            else:
                self._count_label_losses(label, sorts[id(label)])

    def _count_label_losses(self, label: Label, sort: str) -> None:
        for key, what in LABEL_NOUNS.items():
            if getattr(label, key):
                self._lose(what, _OF_NAMES)
        if sort == "hiddenLabel":
            why = "SKOS does not say whether a hidden name is outdated or wrong"
            self._lose(f"{label.status} mark", why)
        elif sort == "altLabel" and label.status == "preferred":
            self._lose("preferred mark", "in SKOS a language has one preferred name")
        if label.lang == "mul":
            self._lose("mul mark", "in SKOS a name has one language, so these stand in each")
        if label.kind != "full":
            self._lose(f"{label.kind} mark", _OF_NAMES)
        if label.part_of_speech:
            self._lose("part-of-speech mark", _OF_NAMES)
        for scope in label.scope:
            self._lose(f"{scope} scope", _OF_NAMES)
        self._lose("label note", _OF_NAMES, len(label.note))
        self._lose("decision", _OF_NAMES, len(label.decision))
        self._lose("comment", _OF_NAMES, len(label.comment))
        self._lose("name-to-source link", "in SKOS the concept has it", len(label.source))
        for ref in label.source:
            for what, value in (("source place", ref.at), ("source quotation", ref.quote)):
                if value:
                    self._lose(what, _OF_NAMES)

    def _lose(self, what: str, why: str = _NO_PLACE, times: int = 1) -> None:
        self._lost[what, why] += times


def _typed(subject: Iri, kind: str) -> Statement:
    prefix, _, name = kind.partition(":")
    return Statement(subject, "rdf:type", Iri(PREFIXES[prefix] + name))
