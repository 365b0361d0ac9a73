"""One entry of a TBX file as a concept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from khihau.errors import Problem
from khihau.exchange.base import Entry, Ignored, Item
from khihau.exchange.tbx import ids, texts
from khihau.exchange.tbx.fields import LANGUAGES, TERMS, Field, fields, lang_of, line_of, local_name
from khihau.exchange.tbx.labels import Found, LabelReader, in_order, joined, with_statuses
from khihau.exchange.tbx.names import HELD_STATUSES
from khihau.exchange.tbx.sources import Front
from khihau.model import LANGS, LabelLang
from khihau.termbase.checks import is_kebab

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["EntryReader"]

_KEYS = frozenset(("definition", "note", "related", "label", "example"))
# Not the scope: the file has a place for two of its words only, and would throw the others away.
_LABEL_KEYS = frozenset(("status", "kind", "part_of_speech", "source", "note"))
_REFERENCES = ("crossReference", "relatedConcept")


@dataclass(slots=True)
class _Draft:
    """What was gathered of one entry so far."""

    values: dict[str, Any] = field(default_factory=dict)
    domain: str = ""
    labels: list[Found] = field(default_factory=list)
    contexts: list[tuple[LabelLang, Field]] = field(default_factory=list)

    def tell(self, key: str, lang: str, words: str) -> None:
        """Add a text in a language; several become one."""
        told = self.values.setdefault(key, {})
        told[lang] = f"{told[lang]} {words}" if lang in told else words


@dataclass(frozen=True, slots=True)
class EntryReader:
    """The entries of one file, whose name is `path` in problems."""

    path: str
    front: Front

    def items(self, element: _Element) -> Iterator[Item]:
        """What an entry tells: the concept last, if nothing is wrong with it."""
        draft = _Draft()
        found = list(self._all_of(element, draft))
        yield from found
        line = line_of(element)
        if any(isinstance(item, Problem) for item in found):
            return
        if not draft.labels:
            if next(element.iter("{*}term"), None) is None:
                yield Problem(self.path, line, "", "the entry has no term", "give it one")
            else:
                yield Ignored("entry", "it has no term in vi, ko or en")
            return
        draft.labels, told = with_statuses(in_order(draft.labels))
        yield from told
        draft.labels = joined(draft.labels, own=self.front.own)
        yield from self._examples(draft)
        yield self._entry(element, draft, line)

    def _entry(self, element: _Element, draft: _Draft, line: int) -> Entry:
        name = self._id(str(element.get("id", "")))
        values: dict[str, Any] = {"id": name} if name else {}
        values |= draft.values
        values["label"] = [label.values for label in draft.labels]
        return Entry(
            values=values,
            place=f"line {line}",
            label_places=tuple(f"line {label.line}" for label in draft.labels),
            keys=_KEYS,
            label_keys=_LABEL_KEYS | {"sense"} if self.front.own else _LABEL_KEYS,
            domain=draft.domain,
            statuses=HELD_STATUSES,
        )

    def _id(self, name: str) -> str:
        """The concept's id that the file's tells; nothing where that is another program's counter."""
        if self.front.own:
            return ids.concept_id(name)
        return name if is_kebab(name) and not ids.is_opaque(name) else ""

    def _all_of(self, element: _Element, draft: _Draft) -> Iterator[Item]:
        for one in fields(element, LANGUAGES):
            yield from self._concept_field(one, draft)
        for section in element:
            if local_name(section) in LANGUAGES:
                yield from self._section(section, draft)

    def _section(self, section: _Element, draft: _Draft) -> Iterator[Item]:
        """The labels of one language, and what is said of the concept in it."""
        tag, lang = lang_of(section)
        if lang is None:
            yield Ignored(f"language {tag}" if tag else "section without a language")
            return
        for one in fields(section, TERMS):
            yield from self._concept_field(one, draft)
        for element in section:
            if local_name(element) in TERMS:
                yield from self._term(element, lang, draft)

    def _term(self, element: _Element, lang: LabelLang, draft: _Draft) -> Iterator[Item]:
        reader = LabelReader(lang, self.front, self.path)
        for item in reader.items(element):
            if isinstance(item, Found):
                draft.labels.append(item)
            else:
                yield item
        for one in reader.rest:
            if one.category == "context":
                draft.contexts.append((lang, one))
            elif one.category == "definition":
                yield from self._concept_field(one, draft)
            else:
                yield Ignored(one.shown)

    def _concept_field(self, item: Field | Ignored, draft: _Draft) -> Iterator[Item]:
        """A definition, a note, a domain or a reference; anything else has no place with us."""
        if isinstance(item, Ignored):
            yield item
            return
        match item.category:
            case _ if item.is_empty:
                pass
            case "definition" | "note":
                _, lang = lang_of(item.element)
                if lang not in LANGS:
                    yield Ignored(f"{item.shown} that is not in vi, ko or en")
                elif item.category == "definition" and lang in draft.values.get("definition", ()):
                    yield Ignored(f"second {item.shown}")
                else:
                    draft.tell(item.category, lang, item.text)
            case "subjectField" if not draft.domain:
                draft.domain = item.text
            case category if category in _REFERENCES:
                yield from self._related(item, draft)
            case _:
                yield Ignored(item.shown)

    def _related(self, item: Field, draft: _Draft) -> Iterator[Item]:
        target = str(item.element.get("target", ""))
        name = self._id(target) if target else item.text if self.front.own else ""
        if name:
            draft.values.setdefault("related", []).append(name)
        else:
            yield Ignored(item.shown, "its target has no id of ours")

    def _examples(self, draft: _Draft) -> Iterator[Ignored]:
        examples: list[tuple[int, dict[str, str]]] = []
        number = 0
        for lang, one in draft.contexts:
            text = self._example(one, lang, draft.labels)
            if not text or lang not in LANGS:
                yield Ignored(one.shown, "the term does not stand in it")
                continue
            number = (self.front.own and ids.number_of(str(one.element.get("id", "")))) or number
            examples.append((number, {"lang": lang, "text": text}))
        examples.sort(key=lambda example: example[0])
        if examples:
            draft.values["example"] = [example for _, example in examples]

    def _example(self, context: Field, lang: LabelLang, labels: Sequence[Found]) -> str | None:
        if self.front.own:
            return texts.in_one_line("".join(_with_marks(context.element)))
        here = (label.values["text"] for label in labels if label.values["lang"] in (lang, "mul"))
        return texts.marked(context.text, here)


def _with_marks(element: _Element) -> Iterable[str]:
    """The pieces of an example, its marks for `hi` elements."""
    yield element.text or ""
    for child in element:
        words = "".join(map(str, child.itertext()))
        yield f"⟦{words}⟧" if local_name(child) == "hi" else words
        yield child.tail or ""
