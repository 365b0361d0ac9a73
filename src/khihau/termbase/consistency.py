"""What `validate` advises: what holds for each concept alone and makes no whole, unless it is meant so.

Each check names the word of `meant` that answers it (docs/glossary-format.md, "What is meant").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeAlias
from urllib.parse import urlsplit

from khihau.languages import LANGUAGES
from khihau.languages.choices import LOAN, kind_of, parts
from khihau.model import ALLOWED, LANGS, Concept, Label, Lang, Meant, Termbase
from khihau.model.domains import BODIES
from khihau.termbase.checks import Fault, KeyPath, shown
from khihau.termbase.concept_checks import numbered_labels
from khihau.termbase.examples import Annotate
from khihau.termbase.same_words import share_a_language, words_of
from khihau.termbase.stats import is_evidenced

__all__ = ["advice", "source_advice"]

_Advised: TypeAlias = Iterator[tuple[Concept, Fault]]

_HEAD = 2  # units of the word that a name is about: thẩm định
_WRONG = ("forbidden", "deprecated")


def advice(
    base: Termbase, judged: Collection[Concept], annotate: Annotate | None
) -> Iterator[tuple[Concept, Fault]]:
    """What a second reader would ask of some concepts of a base, with the faults of the concept's file.

    With `annotate` (a text and its language to matches) definitions are read too.
    """
    named = {concept.id for concept in judged}
    for concept in judged:
        yield from ((concept, fault) for check in _OF_ONE for fault in check(concept))
        yield from ((concept, fault) for check in _OF_LINKS for fault in check(concept, base))
        yield from ((concept, fault) for fault in _one_way(concept, base, named))
        if annotate:
            yield from ((concept, fault) for fault in _definitions(concept, base, annotate))
    yield from (found for found in _spellings(base) if found[0].id in named)


def source_advice(base: Termbase) -> Iterator[tuple[str, Fault]]:
    """The file and fault of each source from which a reader cannot go to the text."""
    for key, source in base.sources.items():
        file = source.file or "sources.toml"
        if source.url and urlsplit(source.url).path in ("", "/") and not urlsplit(source.url).query:
            message = f"{shown(source.url)} is a home page, and does not lead to the text"
            yield file, Fault((key, "url"), message, "give the address of the text, or none")


# --- one concept ----------------------------------------------------------------------------------


def _notes(concept: Concept) -> Iterator[Fault]:
    """A note concerns readers of each language, who are told in theirs."""
    if "notes" not in concept.meant:
        yield from _lacking(concept.note, ("note",))
    for number, label in numbered_labels(concept):
        if "notes" not in (*label.meant, *concept.meant):
            yield from _lacking(label.note, ("label", number, "note"))


def _lacking(note: Mapping[str, str], key: KeyPath) -> Iterator[Fault]:
    missing = [lang for lang in LANGS if lang not in note]
    if note and missing:
        yield Fault(key, f"no note in {', '.join(missing)}", _meant("notes"))


def _evidence(concept: Concept) -> Iterator[Fault]:
    """What is called wrong wherever it stands was seen, or is explained to each reader."""
    for number, label in numbered_labels(concept):
        is_bare = label.status == "forbidden" and not is_evidenced(label)
        if is_bare and "no-evidence" not in label.meant:
            message = f"{shown(label.text)} is forbidden without evidence"
            hint = f"cite a text that has it, or say why in {', '.join(LANGS)}; {_meant('no-evidence')}"
            yield Fault(("label", number, "status"), message, hint)


def _plurals(concept: Concept) -> Iterator[Fault]:
    """A dictionary has the name of one thing."""
    for number, label in numbered_labels(concept):
        if label.status == "preferred" and label.lang in LANGUAGES and "plural" not in label.meant:
            first, _, rest = label.text.partition(" ")
            if rest and first in LANGUAGES[label.lang].grammar.plural_words:
                message = f"{shown(label.text)} is a plural"
                hint = f"write {shown(rest)}, which is found in it; {_meant('plural')}"
                yield Fault(("label", number, "text"), message, hint)


# --- a concept and those it points to -------------------------------------------------------------


def _one_way(concept: Concept, base: Termbase, judged: Collection[str]) -> Iterator[Fault]:
    """What is related is so both ways, where both files are judged, and what is above or after is not said twice."""
    linked = {one.concept for one in concept.replaced_by} | {concept.broader}
    for number, other in enumerate(concept.related, start=1):
        key: KeyPath = ("related", number)
        if other in linked:
            yield Fault(
                key, f"{shown(other)} is broader or replaced_by already", "take it out here"
            )
        elif other in judged and "one-way" not in concept.meant:
            there = base[other]
            back = {*there.related, there.broader, *(one.concept for one in there.replaced_by)}
            if concept.id not in back:
                hint = f"write it there too; {_meant('one-way')}"
                yield Fault(key, f"{shown(other)} does not point back", hint)


def _apart(concept: Concept, base: Termbase) -> Iterator[Fault]:
    """What is to be kept apart has no head word in common, and is so both ways."""
    for number, other in enumerate(concept.apart, start=1):
        if other not in base:
            yield Fault(("apart", number), f"no concept {shown(other)}")
            continue
        if concept.id not in base[other].apart:
            yield Fault(
                ("apart", number), f"{shown(other)} does not name this one", "write it there"
            )
        for place, label in numbered_labels(concept):
            rival = next((one for one in base[other].labels if _share_head(label, one)), None)
            if rival and "shared-words" not in (*label.meant, *concept.meant):
                message = f"{shown(label.text)} has the head word of {shown(rival.text)} in {other}"
                hint = f"prefer another word; {_meant('shared-words')}"
                yield Fault(("label", place, "text"), message, hint)


def _share_head(label: Label, other: Label) -> bool:
    are_names = label.status == other.status == "preferred" and label.kind == other.kind == "full"
    if not are_names or label.lang != other.lang or label.lang not in LANGS:
        return False
    translation = LANGUAGES[label.lang].translation
    units, others = (translation.content_words(one.text.lower()) for one in (label, other))
    first = LANGUAGES[label.lang].grammar.has_leading_nouns
    heads = [one[:_HEAD] if first else one[-_HEAD:] for one in (units, others)]
    return len(heads[0]) == _HEAD and heads[0] == heads[1]


def _senses(concept: Concept, base: Termbase) -> Iterator[Fault]:
    """The name of the concept above, without a sense, makes two things one."""
    above = base[concept.broader] if concept.broader and concept.broader in base else None
    if above is None:
        return
    theirs = [
        (one, words_of(one)) for one in above.labels if one.status in ALLOWED and not one.sense
    ]
    for number, label in numbered_labels(concept):
        if label.status not in ALLOWED or label.sense or "sense" in label.meant:
            continue
        words = words_of(label)
        if any(share_a_language(label, one) and words.meet(own) for one, own in theirs):
            message = f"{shown(label.text)} is a name of {above.id}, which is broader"
            hint = f'write sense = "broader", or take it out; {_meant("sense")}'
            yield Fault(("label", number, "sense"), message, hint)


def _definitions(concept: Concept, base: Termbase, annotate: Annotate) -> Iterator[Fault]:
    """A definition uses right names, and a body that others followed names all of them."""
    followers = {one.concept for one in concept.replaced_by}
    for lang in LANGS:
        matches = annotate(concept.definition.get(lang, ""), lang)
        for match in matches:
            is_own = match.concept in {concept.id, *followers}
            if match.status in _WRONG and not is_own and "old-name" not in concept.meant:
                message = f"{shown(match.text)} is {match.status} in {match.concept}"
                yield Fault(("definition", lang), message, _meant("old-name"))
        named = {one.concept for one in matches if base[one.concept].domain == BODIES}
        others = named - followers - {concept.id}
        if len(followers) == 1 and others and "successor" not in concept.meant:
            message = f"the definition names {', '.join(sorted(others))} beside the one successor"
            yield Fault(
                ("replaced_by",), message, f"name each in replaced_by; {_meant('successor')}"
            )


# --- all preferred names --------------------------------------------------------------------------


def _spellings(base: Termbase) -> _Advised:
    """One spelling of a loan word over the preferred names of a language: that of most."""
    places: dict[tuple[Lang, str], list[tuple[str, Concept, int, Label]]] = defaultdict(list)
    for concept in base.concepts:
        for number, label in numbered_labels(concept):
            if label.status == "preferred" and label.lang in LANGS:
                for part in parts(label.text, label.text, label.lang):
                    if kind_of(part.family) == LOAN:
                        row = (part.form, concept, number, label)
                        places[label.lang, part.family].append(row)
    for rows in places.values():
        usual, _ = Counter(form for form, *_ in rows).most_common(1)[0]
        for form, concept, number, label in rows:
            if form != usual and "spelling" not in label.meant:
                message = f"{shown(label.text)} has {shown(form)}, and most names {shown(usual)}"
                yield concept, Fault(("label", number, "text"), message, _meant("spelling"))


def _meant(word: Meant) -> str:
    return f'or say meant = ["{word}"]'


_OF_ONE: tuple[Callable[[Concept], Iterable[Fault]], ...] = (_notes, _evidence, _plurals)
_OF_LINKS: tuple[Callable[[Concept, Termbase], Iterable[Fault]], ...] = (_apart, _senses)
