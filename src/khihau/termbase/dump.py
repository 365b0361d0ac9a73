"""Concepts and sources back to TOML: one canonical text for one value."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from khihau.model import TEXT_LANGS
from khihau.text.regex import regex

if TYPE_CHECKING:
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

__all__ = ["dump_concept", "dump_sources", "label_lines", "label_tables", "quote"]

_BARE_KEY = regex(r"[A-Za-z0-9_-]+")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_LINE_BREAKS = "\u2028\u2029"  # no control characters, but some editors break lines at them


def dump_concept(concept: Concept, *, replaces: bool = False) -> str:
    """Write a concept as its file would stand in the repository; loading it gives it back.

    Keys come in the order of docs/glossary-format.md, defaults are left out, lines end with LF.
    `domain` and `file` are the place of the file and not in it; `replaces` says that the file replaces
    what earlier layers say.
    """
    head = [
        f"id = {quote(concept.id)}",
        *(["replace = true"] if replaces else []),
        *_texts("definition", concept.definition),
        *_texts("note", concept.note),
        *_list("related", concept.related),
        *_broader(concept),
        *_list("apart", concept.apart),
        *_list("was", concept.was),
        *_texts("native_reader", concept.native_reader),
        *_list("meant", concept.meant),
        *_successors(concept.replaced_by),
    ]
    tables = [
        head,
        *(table for label in concept.labels for table in label_tables(label)),
        *(["[[session]]", *_session(session)] for session in concept.sessions),
        *(["[[example]]", *_example(example)] for example in concept.examples),
        *(["[[counterexample]]", *_example(example)] for example in concept.counterexamples),
    ]
    return "\n".join("".join(f"{line}\n" for line in table) for table in tables)


def dump_sources(sources: Mapping[str, Source]) -> str:
    """Write the bibliography as `sources.toml`, by key in order; loading it gives it back."""
    tables = [
        [
            f"[{key if _BARE_KEY.fullmatch(key) else quote(key)}]",
            f"title = {quote(source.title)}",
            *_string("publisher", source.publisher),
            *_string("date", source.date),
            *_string("url", source.url),
            *_string("reliability", source.reliability),
            *_string("number", source.number),
            *_day("signed", source.signed),
            *_day("in_force", source.in_force),
            *_day("ends", source.ends),
            *_list("cited_as", source.cited_as),
        ]
        for key, source in sorted(sources.items())
    ]
    return "\n".join("".join(f"{line}\n" for line in table) for table in tables)


def quote(text: str) -> str:
    """Write a text as a TOML basic string on one line.

    Control characters and line separators are escaped, every other character stands as it is.
    """
    return '"' + "".join(map(_escape, text)) + '"'


def _escape(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character in _LINE_BREAKS or unicodedata.category(character) == "Cc":
        return f"\\u{ord(character):04X}"
    return character


def label_tables(label: Label) -> list[list[str]]:
    """The tables of a label, each by its lines: its own, and one for each comment."""
    return [["[[label]]", *label_lines(label)], *map(_comment, label.comment)]


def label_lines(label: Label, told: Collection[str] = ()) -> list[str]:
    """The lines of a label's keys without its comments, which are tables of their own.

    Of the keys in `told` the default is written, too.
    """
    return [
        f"lang = {quote(label.lang)}",
        f"text = {quote(label.text)}",
        f"status = {quote(label.status)}",
        *_string("kind", label.kind if label.kind != "full" or "kind" in told else None),
        *_string("part_of_speech", label.part_of_speech),
        *_string("sense", label.sense),
        *_sources(label.source),
        *_texts("note", label.note),
        *_string("case", label.case),
        *_list("scope", label.scope),
        *(_string("of", *label.of) if len(label.of) == 1 else _list("of", label.of)),
        *_list("near", label.near),
        *_list("not_near", label.not_near),
        *_list("covered_by", label.covered_by),
        *_string("homonym", label.homonym),
        *_string("reading", label.reading),
        *_string("plural", label.plural),
        *_day("since", label.since),
        *_day("until", label.until),
        *_string("sensitive", label.sensitive),
        *_string("write", label.write),
        *_list("meant", label.meant),
        *_decisions(label.decision),
    ]


def _comment(comment: Comment) -> list[str]:
    return [
        "[[label.comment]]",
        f"by = {quote(comment.by)}",
        f"on = {comment.on.isoformat()}",
        f"text = {quote(comment.text)}",
    ]


def _decisions(decisions: tuple[Decision, ...]) -> list[str]:
    """One decision on a line; several on a line each, so that a review sees the new one alone."""
    if len(decisions) == 1:
        return [f"decision = {_decision(decisions[0])}"]
    lines = [f"  {_decision(one)}," for one in decisions]
    return ["decision = [", *lines, "]"] if lines else []


def _decision(one: Decision) -> str:
    told = [f"by = {quote(one.by)}", f"on = {one.on.isoformat()}", f'status = "{one.status}"']
    told += [*_string("reason", one.reason), *_string("minutes", one.minutes)]
    return f"{{ {', '.join(told)} }}"


def _session(session: Session) -> list[str]:
    return [
        f"number = {session.number}",
        f"years = [{', '.join(map(str, session.years))}]",
        *(
            line
            for lang in TEXT_LANGS
            for line in _list(f"places.{lang}", session.places.get(lang, ()))
        ),
        *_sources(session.source),
    ]


def _example(example: Example) -> list[str]:
    return [f"lang = {quote(example.lang)}", f"text = {quote(example.text)}"]


def _sources(refs: tuple[SourceRef, ...]) -> list[str]:
    if not refs:
        return []
    if len(refs) == 1:
        return [f"source = {_source(refs[0])}"]
    return [f"source = [{', '.join(map(_source, refs))}]"]


def _source(ref: SourceRef) -> str:
    told = [f"id = {quote(ref.id)}", *_string("at", ref.at), *_string("quote", ref.quote)]
    return f"{{ {', '.join(told)} }}" if len(told) > 1 else quote(ref.id)


def _broader(concept: Concept) -> list[str]:
    if concept.broader is None or concept.broader_kind == "kind":
        return _string("broader", concept.broader)
    told = f"concept = {quote(concept.broader)}, as = {quote(concept.broader_kind)}"
    return [f"broader = {{ {told} }}"]


def _successors(successors: tuple[Successor, ...]) -> list[str]:
    told = [_successor(one) for one in successors]
    if len(told) > 1:
        return [f"replaced_by = [{', '.join(told)}]"]
    return [f"replaced_by = {one}" for one in told]


def _successor(one: Successor) -> str:
    if not one.field:
        return quote(one.concept)
    field = ", ".join(
        f"{lang} = {quote(one.field[lang])}" for lang in TEXT_LANGS if lang in one.field
    )
    return f"{{ concept = {quote(one.concept)}, field = {{ {field} }} }}"


def _texts(key: str, texts: Mapping[str, str]) -> list[str]:
    return [f"{key}.{lang} = {quote(texts[lang])}" for lang in TEXT_LANGS if lang in texts]


def _string(key: str, value: str | None) -> list[str]:
    return [] if value is None else [f"{key} = {quote(value)}"]


def _day(key: str, value: datetime.date | None) -> list[str]:
    return [] if value is None else [f"{key} = {value.isoformat()}"]


def _list(key: str, values: Iterable[str]) -> list[str]:
    items = ", ".join(map(quote, values))
    return [f"{key} = [{items}]"] if items else []
