"""A termbase as TBX, in one of its two versions (`forms.py`).

Version 3 is ISO 30042:2019, dialect TBX-Basic, data categories as attributes (DCA).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from khihau.exchange.base import Exported, losses_of
from khihau.exchange.nouns import CONCEPT_NOUNS, LABEL_NOUNS
from khihau.exchange.tbx import ids, names, texts
from khihau.exchange.tbx.forms import Form
from khihau.model import (
    LANGS,
    Concept,
    Decision,
    Example,
    Label,
    LabelLang,
    Lang,
    SourceRef,
    Termbase,
)
from khihau.termbase.schema import SOURCE_KEYS

__all__ = ["written"]

_DECISION_LOSS = "TBX-Basic holds who decided and when"


def written(base: Termbase, form: Form) -> Exported:
    """The whole termbase, the sources that its labels cite in the back matter."""
    writer = _Writer(base, form)
    body = [line for concept in base.concepts for line in writer.entry(concept)]
    back = list(writer.back())
    content = "".join([form.head, *body, "    </body>\n", *back, form.foot])
    return Exported(content, losses_of(writer.lost))


class _Writer:
    """The entries of one file; it counts what is lost and remembers which sources were cited."""

    def __init__(self, base: Termbase, form: Form) -> None:
        self.lost: Counter[tuple[str, str]] = Counter()
        self._form = form
        self._sources = base.sources
        self._cited: set[str] = set()
        self._written = {one.id for one in base.concepts if any(map(self._has_place, one.labels))}

    def entry(self, concept: Concept) -> Iterator[str]:
        """The lines of one concept; none where no label of it has a place."""
        if concept.id not in self._written:
            self._lose("concept", f"none of its labels has a place in {self._form.name}")
            return
        self._count_losses(concept)
        sections = self._sections(concept)
        contexts = self._contexts(concept, sections)
        yield _open(6, self._form.entry, id=ids.concept_name(concept.id))
        if concept.domain:
            yield self._line(8, "descrip", concept.domain, type="subjectField")
        for lang, text in concept.definition.items():
            if lang not in sections:
                yield self._line(8, "descrip", text, type="definition", xml_lang=lang)
        yield from self._notes(8, concept.note)
        for related in concept.related:
            yield self._reference(related)
        for lang, labels in sections.items():
            yield _open(8, self._form.section, xml_lang=lang)
            if lang in concept.definition:
                yield self._line(10, "descrip", concept.definition[lang], type="definition")
            for number, label in labels:
                shared = lang if label.lang == "mul" else ""
                yield _open(10, self._form.term, id=ids.label_name(concept.id, number, shared))
                yield from self._label(label)
                yield from contexts.get((lang, number), ())
                yield _close(10, self._form.term)
            yield _close(8, self._form.section)
        yield _close(6, self._form.entry)

    def back(self) -> Iterator[str]:
        """The lines of the sources that the entries cited."""
        if not self._cited:
            return
        yield _open(4, "back")
        yield _open(6, self._form.sources, type="bibl")
        for key in sorted(self._cited):
            yield _open(8, "refObject", id=ids.source_name(key))
            source = self._sources.get(key)
            values = (
                {item: getattr(source, item) for item in SOURCE_KEYS} if source else {"key": key}
            )
            for item, value in values.items():
                for words in value if isinstance(value, tuple) else (value,):
                    if words:
                        yield self._line(10, "item", str(words), type=item)
            yield _close(8, "refObject")
        yield _close(6, self._form.sources)
        yield _close(4, "back")

    def _label(self, label: Label) -> Iterator[str]:
        yield self._line(12, "term", label.text)
        status = names.STATUS_TO[label.status]
        yield self._line(12, "termNote", status, type="administrativeStatus")
        yield self._line(12, "termNote", self._form.kinds[label.kind], type="termType")
        if label.part_of_speech:
            name = self._form.parts_of_speech[label.part_of_speech]
            yield self._line(12, "termNote", name, type="partOfSpeech")
        for scope in label.scope:
            if scope in names.PLACE_TO:
                yield self._line(12, "termNote", names.PLACE_TO[scope], type="geographicalUsage")
        for ref in label.source:
            yield self._source(ref)
        if label.sense:
            yield self._line(12, "note", names.SENSE_TO[label.sense])
        yield from self._notes(12, label.note)
        for number, one in enumerate(label.decision):
            yield from self._transaction(one, "modification" if number else "origination")

    def _transaction(self, decision: Decision, sort: str) -> Iterator[str]:
        """Who decided on a label, and when."""
        yield _open(12, "transacGrp")
        yield self._line(14, "transac", sort, type="transactionType")
        yield self._line(14, "transacNote", decision.by, type="responsibility")
        yield self._line(14, "date", decision.on.isoformat())
        yield _close(12, "transacGrp")

    def _source(self, ref: SourceRef) -> str:
        self._cited.add(ref.id)
        source = self._sources.get(ref.id)
        words = texts.in_one_line(texts.sayable(source.title if source else ref.id)[0])
        if ref.at:
            words = f"{words}, {self._clean(ref.at)}"
        return self._line(12, "admin", words, type="source", target=ids.source_name(ref.id))

    def _notes(self, depth: int, notes: Mapping[str, str]) -> Iterator[str]:
        for lang, text in notes.items():
            yield self._line(depth, "note", text, xml_lang=lang)

    def _reference(self, related: str) -> str:
        """A pointer to another concept; one that is not in the file is named only."""
        if related in self._written:
            target = ids.concept_name(related)
            return self._line(8, "ref", related, type="crossReference", target=target)
        return self._line(8, "ref", related, type="crossReference")

    def _contexts(
        self, concept: Concept, sections: Mapping[Lang, _Section]
    ) -> dict[tuple[Lang, int], list[str]]:
        """The examples as lines of the label that they show, by language and number of it."""
        lines: dict[tuple[Lang, int], list[str]] = {}
        for number, example in enumerate(concept.examples, start=1):
            if example.lang not in sections:
                self._lose("example", "there is no label in its language to put it at")
                continue
            content = texts.with_hi(self._clean(example.text))
            name = ids.example_name(concept.id, number)
            line = _element(12, "descrip", content, type="context", id=name)
            shown = _shown(example, sections[example.lang])
            lines.setdefault((example.lang, shown), []).append(line)
        return lines

    def _count_losses(self, concept: Concept) -> None:
        for key, what in CONCEPT_NOUNS.items():
            if getattr(concept, key):
                self._lose(what)
        for _ in concept.counterexamples:
            self._lose("counterexample")
        for label in concept.labels:
            if refusal := self._form.refusal(label):
                self._lose(*refusal)
                continue
            for ref in label.source:
                if ref.quote:
                    self._lose("source quotation")
            for key, what in LABEL_NOUNS.items():
                if getattr(label, key):
                    self._lose(what)
            for scope in label.scope:
                if scope not in names.PLACE_TO:
                    self._lose(f"{scope} scope")
            for _ in label.decision:
                self._lose("decision detail", _DECISION_LOSS)
            for _ in label.comment:
                self._lose("comment")
            spoken = label.part_of_speech
            if spoken == "proper-noun" and self._form.parts_of_speech[spoken] == "noun":
                self._lose("proper-noun mark", "TBX-Basic knows only nouns")

    def _line(self, depth: int, tag: str, text: str, **attributes: str) -> str:
        return _element(depth, tag, escape(self._clean(text), quote=False), **attributes)

    def _clean(self, text: str) -> str:
        """A text as XML holds it, in one line."""
        clean, replaced = texts.sayable(text)
        if replaced:
            why = f"XML cannot hold it; {texts.REPLACED} stands in its place"
            self.lost["control character", why] += replaced
        if breaks := texts.line_breaks(clean):
            self.lost["line break", "in TBX a text is one line"] += breaks
        return texts.in_one_line(clean)

    def _lose(self, what: str, why: str = "") -> None:
        self.lost[what, why or self._form.no_place] += 1

    def _has_place(self, label: Label) -> bool:
        return self._form.refusal(label) is None

    def _sections(self, concept: Concept) -> dict[Lang, _Section]:
        """The labels of each language that has any; a shared one (mul) stands in all three.

        Tools for translators know no language `mul`.
        """
        numbered = enumerate(concept.labels, start=1)
        held = [(number, label) for number, label in numbered if self._has_place(label)]
        held.sort(key=lambda one: self._form.rank(one[1]))
        sections = {lang: _of(held, (lang, "mul")) for lang in LANGS}
        return {lang: labels for lang, labels in sections.items() if labels}


_Section = Sequence[tuple[int, Label]]  # the labels of a language, with their numbers


def _of(labels: Iterable[tuple[int, Label]], langs: Sequence[LabelLang]) -> _Section:
    return [(number, label) for number, label in labels if label.lang in langs]


def _shown(example: Example, labels: _Section) -> int:
    """The number of the label that a mark of an example holds; of the first one if it is not clear."""
    for words in texts.marked_words(example.text):
        for number, label in labels:
            if label.text.casefold() == words.casefold():
                return number
    return labels[0][0]


def _open(depth: int, tag: str, **attributes: str) -> str:
    return f"{' ' * depth}<{tag}{_attributes(attributes)}>\n"


def _close(depth: int, tag: str) -> str:
    return f"{' ' * depth}</{tag}>\n"


def _element(depth: int, tag: str, content: str, **attributes: str) -> str:
    return f"{' ' * depth}<{tag}{_attributes(attributes)}>{content}</{tag}>\n"


def _attributes(attributes: Mapping[str, str]) -> str:
    named = ((name.replace("xml_", "xml:"), value) for name, value in attributes.items())
    return "".join(f' {name}="{escape(value)}"' for name, value in named)
