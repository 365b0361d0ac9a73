"""`khihau lookup`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import click

from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.options import format_option, run_of
from khihau.console.printing import write
from khihau.engine import annotate
from khihau.errors import KhihauError
from khihau.exchange.json import concept_record, labels_in
from khihau.model import (
    FALLBACK,
    LANGS,
    TEXT_LANGS,
    Concept,
    Decision,
    Label,
    Lang,
    Successor,
    Termbase,
)
from khihau.render.json import SCHEMA, dumps
from khihau.render.met import source_text
from khihau.termbase.countries import country_name
from khihau.termbase.official import official_label
from khihau.termbase.same_words import words_of
from khihau.text.fold import fold

__all__ = ["find_concepts", "lookup_command"]


@click.command("lookup")
@click.argument("term", nargs=-1, required=True)
@glossary_options
@click.option("--to", multiple=True, type=click.Choice(LANGS), help="Only labels in this language.")
@format_option(("text", "json", "tsv"))
def lookup_command(
    term: tuple[str, ...],
    glossaries: Glossaries,
    to: tuple[Lang, ...],
    form: str,
) -> None:
    """Show one concept in full, by its id or by any of its names.

    Case, spacing, Unicode form and tone placement do not count. A name that several concepts have
    shows them all.

    Example: khihau lookup NDC
    """
    base = run_of(glossaries).base
    words = " ".join(term)
    found = find_concepts(words, base)
    if not found:
        raise KhihauError(_unknown(words, base))
    match form:
        case "json":
            write(_as_json(words, found, to), None)
        case "tsv":
            write(_as_tsv(found, base, to), None)
        case _:
            write(_as_text(found, base, to), None)


def find_concepts(words: str, base: Termbase) -> list[Concept]:
    """The concepts of an id (today's, or one of before), then those of a name, whatever its status; none has it: no concepts.

    Names are compared in all spellings that the matcher knows; a numbered one (COP30) counts.
    """
    wanted = _key(words)
    asked = base.current(words.strip())
    ids = {asked, *_matched(words, base)}
    by_text = {one.id for one in base.concepts if wanted in {_key(x.text) for x in one.labels}}
    found = [one for one in base.concepts if one.id in ids | by_text]
    if wanted and not found:  # only mistranslations in another spelling are left
        found = [one for one in base.concepts if wanted in _keys(one)]
    return sorted(found, key=lambda one: one.id != asked)


def _matched(words: str, base: Termbase) -> set[str]:
    """The concepts of what the matcher finds in a name and nothing beside it."""
    wanted = _key(words)
    whole = [match for match in annotate(words, base) if _key(match.text) == wanted]
    return {name for match in whole for name in (match.concept, *match.alternatives)}


def _keys(concept: Concept) -> set[str]:
    """Every spelling of its labels, without spaces."""
    words = (words_of(label).lower for label in concept.labels)
    return {spelling.replace(" ", "") for spellings in words for spelling in spellings}


def _key(words: str) -> str:
    return "".join(fold(words).text.split())


def _unknown(words: str, base: Termbase) -> str:
    from khihau.fuzzy import suggest

    nearest = [
        f"{item.concept} (“{item.matched}”)" for item in suggest(words, base, limit=3) if item.score
    ]
    near = f"nearest: {', '.join(nearest)}" if nearest else "nothing comes near"
    return f"no concept has the name or id “{words}”; {near}; khihau glossary list shows all"


# --- as text --------------------------------------------------------------------------------------


def _as_text(found: Sequence[Concept], base: Termbase, to: Sequence[Lang]) -> Iterator[str]:
    if len(found) > 1:
        yield f"{len(found)} concepts have this name.\n\n"
    for number, concept in enumerate(found):
        yield "\n" if number else ""
        yield from _concept(concept, base, to or LANGS)


def _concept(concept: Concept, base: Termbase, langs: Sequence[Lang]) -> Iterator[str]:
    yield f"{concept.id}  ({concept.domain})\n"
    for words in _texts(concept.definition, langs):
        yield f"  {words}\n"
    for words in _texts(concept.note, langs):
        yield f"  note: {words}\n"
    yield "\n"
    for label in labels_in(concept, langs):
        yield from _label(label, base, langs)
    yield from _relations(concept, base)
    yield from _examples(concept, langs)


def _texts(texts: Mapping[str, str], langs: Sequence[str]) -> list[str]:
    """The texts in the languages asked for, in English, or any, where there is none."""
    shown = [texts[lang] for lang in langs if lang in texts]
    return shown or [texts[lang] for lang in TEXT_LANGS if lang in texts][:1]


def _label(label: Label, base: Termbase, langs: Sequence[str]) -> Iterator[str]:
    until = f" from {label.until}" if label.until and label.standing == "deprecated" else ""
    marks = [
        label.status + until,
        *([f"{label.sense} than the concept"] if label.sense else []),
        *([f"since {label.since}"] if label.since else []),
        *([label.kind] if label.kind != "full" else []),
        *label.scope,
        *(f"{country_name(code)}'s own" for code in label.of),
    ]
    yield f"  {label.lang:<3}  {label.text}  [{', '.join(marks)}; "
    yield f"{source_text(label.source, base)}]\n"
    details = [
        ("so says", label.file or ""),
        ("part of speech", label.part_of_speech or ""),
        *(("note", words) for words in _texts(label.note, langs)),
        ("only with", ", ".join(label.near)),
        ("not with", ", ".join(label.not_near)),
        ("not in", ", ".join(label.covered_by)),
        ("other sense", label.homonym or ""),
        ("read", label.reading or ""),
        ("plural", label.plural or ""),
        *((one.status, _decided(one, base)) for one in label.decision),
        *(("comment", str(one)) for one in label.comment),
    ]
    yield from (f"         {name}: {words}\n" for name, words in details if words)


def _decided(one: Decision, base: Termbase) -> str:
    """When something was decided on a label, by whom, why, and where that is written down."""
    source = base.sources.get(one.minutes) if one.minutes else None
    minutes = f" (minutes: {source.title if source else one.minutes})" if one.minutes else ""
    return f"{one.on} by {one.by}{f': {one.reason}' if one.reason else ''}{minutes}"


def _relations(concept: Concept, base: Termbase) -> Iterator[str]:
    relations: tuple[tuple[str, list[str]], ...] = (
        ("broader", [_named(concept.broader, base)] if concept.broader else []),
        ("replaced by", [_successor(one, base) for one in concept.replaced_by]),
        ("related", [_named(other, base) for other in concept.related]),
    )
    if any(names for _, names in relations):
        yield "\n"
    for name, names in relations:
        if names:
            yield f"  {name}: {', '.join(names)}\n"


def _successor(one: Successor, base: Termbase) -> str:
    field = one.field.get(FALLBACK)
    return f"{_named(one.concept, base)} for {field}" if field else _named(one.concept, base)


def _named(concept_id: str, base: Termbase) -> str:
    label = official_label(base[concept_id], FALLBACK) if concept_id in base else None
    return f"{concept_id} ({label.text})" if label else concept_id


def _examples(concept: Concept, langs: Sequence[str]) -> Iterator[str]:
    for name, examples in (
        ("Examples", concept.examples),
        ("Not this concept", concept.counterexamples),
    ):
        shown = [example for example in examples if example.lang in langs]
        if shown:
            yield f"\n  {name}\n"
        yield from (f"  {example.lang:<3}  {example.text}\n" for example in shown)


# --- as TSV and JSON --------------------------------------------------------------------------------------


def _as_tsv(found: Sequence[Concept], base: Termbase, to: Sequence[Lang]) -> Iterator[str]:
    """A line of column names, then a row a label."""
    from khihau.render.tsv import row

    yield row(("concept", "lang", "label", "status", "kind", "source", "note"))
    for concept in found:
        for label in labels_in(concept, to or LANGS):
            sources = source_text(label.source, base)
            note = " ".join(label.note.values())
            yield row((concept.id, label.lang, label.text, label.status, label.kind, sources, note))


def _as_json(words: str, found: Sequence[Concept], to: Sequence[Lang]) -> Iterator[str]:
    record = {
        "schema": SCHEMA,
        "query": words,
        "concepts": [concept_record(concept, to or LANGS) for concept in found],
    }
    yield dumps(record, indent=1) + "\n"
