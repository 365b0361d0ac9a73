"""From checked tables to the model, and one layer over another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

from khihau.model import (
    Comment,
    Concept,
    Decision,
    Example,
    Label,
    Session,
    Source,
    SourceRef,
    Successor,
)
from khihau.model.values import NO_TEXTS, PRESS, BroaderKind, Status

__all__ = ["build_concept", "build_label", "build_source", "example_key", "overlay", "places"]

_Item = TypeVar("_Item")
_MARKS = str.maketrans("", "", "⟦⟧")


def build_concept(values: Mapping[str, Any], domain: str, file: str) -> Concept:
    """Make the concept of a file whose values passed `schema.concept_faults`."""
    return Concept(
        id=values["id"],
        labels=tuple(map(build_label, values.get("label", ()))),
        domain=domain,
        definition=_texts(values.get("definition")),
        note=_texts(values.get("note")),
        related=tuple(values.get("related", ())),
        broader=_broader(values),
        broader_kind=_broader_kind(values),
        apart=tuple(values.get("apart", ())),
        was=tuple(values.get("was", ())),
        native_reader=_texts(values.get("native_reader")),
        meant=tuple(values.get("meant", ())),
        replaced_by=_successors(values.get("replaced_by", ())),
        sessions=tuple(map(_session, values.get("session", ()))),
        examples=tuple(map(_example, values.get("example", ()))),
        counterexamples=tuple(map(_example, values.get("counterexample", ()))),
        file=file,
    )


def build_source(key: str, values: Mapping[str, Any], file: str) -> Source:
    """Make one source of a `sources.toml` that passed `schema.sources_faults`."""
    date = values.get("date")
    return Source(
        id=key,
        title=values["title"],
        publisher=values.get("publisher"),
        date=None if date is None else str(date),
        url=values.get("url"),
        reliability=values.get("reliability"),
        number=values.get("number"),
        signed=values.get("signed"),
        in_force=values.get("in_force"),
        ends=values.get("ends"),
        cited_as=tuple(values.get("cited_as", ())),
        file=file,
    )


def overlay(below: Concept, above: Concept, given: Collection[str]) -> Concept:
    """Lay a later layer's concept over an earlier one of the same id.

    Labels, sessions and examples are added; one with the same language and text (an example's marks
    aside), or the same number, takes the place of the earlier one, and one that is preferred that of the
    name that was: this is admitted then. Definitions and notes are replaced language by language.
    `related`, `broader`, `apart` and `replaced_by` are replaced where the later file has them: `given` are
    its top-level keys. Domain and file stay the earlier ones.
    """
    return replace(
        below,
        labels=_merged(
            _given_way(below.labels, above.labels),
            (replace(label, file=above.file) for label in above.labels),
            _label_key,
        ),
        definition=_merged_texts(below.definition, above.definition),
        note=_merged_texts(below.note, above.note),
        related=above.related if "related" in given else below.related,
        broader=above.broader if "broader" in given else below.broader,
        broader_kind=above.broader_kind if "broader" in given else below.broader_kind,
        apart=above.apart if "apart" in given else below.apart,
        was=tuple(dict.fromkeys((*below.was, *above.was))),
        native_reader=_merged_texts(below.native_reader, above.native_reader),
        meant=tuple(dict.fromkeys((*below.meant, *above.meant))),
        replaced_by=above.replaced_by if "replaced_by" in given else below.replaced_by,
        sessions=_merged(below.sessions, above.sessions, lambda session: session.number),
        examples=_merged(below.examples, above.examples, example_key),
        counterexamples=_merged(below.counterexamples, above.counterexamples, example_key),
    )


def build_label(values: Mapping[str, Any]) -> Label:
    """Make a label of a table that passed the schema."""
    return Label(
        lang=values["lang"],
        text=values["text"],
        status=_status(values),
        kind=values.get("kind", "full"),
        part_of_speech=values.get("part_of_speech"),
        sense=values.get("sense"),
        source=_sources(values.get("source", ())),
        note=_texts(values.get("note")),
        case=values.get("case"),
        scope=tuple(values.get("scope", ())),
        of=_codes(values.get("of", ())),
        near=tuple(values.get("near", ())),
        not_near=tuple(values.get("not_near", ())),
        covered_by=tuple(values.get("covered_by", ())),
        homonym=values.get("homonym"),
        reading=values.get("reading"),
        plural=values.get("plural"),
        since=values.get("since"),
        until=values.get("until"),
        sensitive=values.get("sensitive"),
        write=values.get("write"),
        meant=tuple(values.get("meant", ())),
        decision=_decisions(values.get("decision", ())),
        comment=tuple(Comment(**one) for one in values.get("comment", ())),
    )


def _status(values: Mapping[str, Any]) -> Status:
    """The status of a label; one that only newspapers use is no wrong one, as 0.1 had it."""
    if values["status"] == "forbidden" and PRESS in values.get("scope", ()):
        return "admitted"
    status: Status = values["status"]
    return status


def _decisions(value: Any) -> tuple[Decision, ...]:
    return tuple(
        Decision(**one) for one in (value if isinstance(value, list | tuple) else (value,))
    )


def _codes(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _session(values: Mapping[str, Any]) -> Session:
    return Session(
        number=values["number"],
        years=tuple(values["years"]),
        places=MappingProxyType({lang: tuple(names) for lang, names in values["places"].items()}),
        source=_sources(values.get("source", ())),
    )


def _example(values: Mapping[str, Any]) -> Example:
    return Example(values["lang"], values["text"])


def _sources(value: Any) -> tuple[SourceRef, ...]:
    return tuple(map(_source, value if isinstance(value, list | tuple) else (value,)))


def _source(value: Any) -> SourceRef:
    return SourceRef(value) if isinstance(value, str) else SourceRef(**value)


def _broader(values: Mapping[str, Any]) -> str | None:
    value = values.get("broader")
    return value["concept"] if isinstance(value, dict) else value


def _broader_kind(values: Mapping[str, Any]) -> BroaderKind:
    value = values.get("broader")
    return value.get("as", "kind") if isinstance(value, dict) else "kind"


def _successors(value: Any) -> tuple[Successor, ...]:
    return tuple(map(_successor, value if isinstance(value, list | tuple) else (value,)))


def _successor(value: Any) -> Successor:
    if isinstance(value, str):
        return Successor(value)
    return Successor(value["concept"], _texts(value.get("field")))


def _texts(value: Mapping[str, str] | None) -> Mapping[str, str]:
    return MappingProxyType(dict(value)) if value else NO_TEXTS


def _merged_texts(below: Mapping[str, str], above: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({**below, **above})


def _merged(
    below: Iterable[_Item], above: Iterable[_Item], key: Callable[[_Item], Hashable]
) -> tuple[_Item, ...]:
    items = {key(item): item for item in below}
    items.update((key(item), item) for item in above)
    return tuple(items.values())


def _given_way(below: Iterable[Label], above: Iterable[Label]) -> Iterator[Label]:
    """The labels of an earlier layer, where a later one prefers others of their kind."""
    taken = {place for label in above if label.status == "preferred" for place in places(label)}
    for label in below:
        gives_way = label.status == "preferred" and not taken.isdisjoint(places(label))
        yield replace(label, status="admitted") if gives_way else label


def places(label: Label) -> tuple[tuple[str, str, bool, str], ...]:
    """What each have one preferred label: a language, a kind, numbered or not, whose thing it is."""
    return tuple((label.lang, label.kind, label.numbered, of) for of in label.of or ("",))


def _label_key(label: Label) -> tuple[str, str]:
    return label.lang, label.text


def example_key(example: Example) -> tuple[str, str]:
    """What makes an example the same as another: all but its marks."""
    return example.lang, example.text.translate(_MARKS)
