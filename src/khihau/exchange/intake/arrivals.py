"""From what a file tells to concepts of a glossary: checked, named, cited, laid over what is there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeAlias

from khihau.errors import Problem
from khihau.exchange.base import Entry, Ignored, Item
from khihau.exchange.intake.citing import Bibliography, UnknownSourceError
from khihau.exchange.intake.ids import id_of, unfit
from khihau.exchange.intake.overlay import laid_over
from khihau.model import Concept, Label, Source, Termbase
from khihau.termbase.build import build_concept
from khihau.termbase.checks import Fault, format_key, is_kebab, kebab, shown
from khihau.termbase.concept_checks import CONCEPT_CHECKS
from khihau.termbase.schema import SOURCE_KEYS, concept_faults, sources_faults
from khihau.text.regex import regex

__all__ = ["Arrival", "Intake", "Remark", "Taken", "take"]


class Arrival(NamedTuple):
    """A concept as the glossary will have it, and as it had it; None where it is new."""

    old: Concept | None
    new: Concept


class Remark(NamedTuple):
    """Something that is taken, but that `khihau glossary validate` will not let pass."""

    problem: Problem


_Name: TypeAlias = tuple[str, str]

_LINE = regex(r"line (\d+)")
_LABEL = regex(r"label\[(\d{1,9})\](?= already$)")
Taken: TypeAlias = "Arrival | Source | Problem | Remark | Ignored"


@dataclass(frozen=True, slots=True)
class Intake:
    """Where concepts go and how.

    `path` is the file in messages, `glossary` what they are laid over, `known` the sources that labels
    may cite beside its own, `domain` is where concepts go that name none, `replace` as in `overlay`.
    """

    path: str
    glossary: Termbase
    known: Mapping[str, Source]
    domain: str
    replace: bool


def take(items: Iterable[Item], intake: Intake) -> Iterator[Taken]:
    """Turn what a reader yields into concepts and sources to write, problems and what was not read.

    A concept that is the same as before comes too. Sources come where they are new or changed and a
    label cites them, or the glossary has them already.
    """
    bibliography = Bibliography(intake.glossary.sources, intake.known)
    places: dict[str, str] = {}
    for item in items:
        match item:
            case Source():
                texts = {key: _in_nfc(getattr(item, key)) for key in ("id", *SOURCE_KEYS)}
                texts["cited_as"] = tuple(texts["cited_as"])
                yield from _source(replace(item, **texts), bibliography, intake.path)
            case Entry():
                yield from _entry(_composed(item), bibliography, places, intake)
            case _:
                yield item


def _source(source: Source, bibliography: Bibliography, path: str) -> Iterator[Source | Problem]:
    values = {key: value for key in SOURCE_KEYS if (value := getattr(source, key))}
    values |= {"cited_as": list(source.cited_as)} if source.cited_as else {}
    faults = sources_faults({source.id: values})
    for fault in faults:
        place = f"{path}: source “{source.id}”"
        yield Problem(place, 0, format_key(fault.key[1:]), fault.message, fault.hint)
    if not faults:
        bibliography.add(source)
        yield from bibliography.due(())


def _entry(
    entry: Entry, bibliography: Bibliography, places: dict[str, str], intake: Intake
) -> Iterator[Taken]:
    """One concept, or all that is wrong with it; `places` are those of the ids that came before."""
    cited, faults = _with_sources(entry, bibliography)
    concept_id = str(cited.values.get("id") or id_of(cited.values))
    values = {**cited.values, "id": concept_id}
    old = intake.glossary[concept_id] if concept_id in intake.glossary else None  # noqa: SIM401
    domain = old.domain if old else kebab(entry.domain) or kebab(intake.domain)
    faults += _faults(entry, values, old, places)
    if not old:
        faults += tuple(_place_faults(concept_id, domain, entry.domain or intake.domain))
    places.setdefault(concept_id, entry.place)
    if faults:
        yield from (_located(_in_file(fault, entry), entry, intake.path) for fault in faults)
        return
    came = build_concept(values, domain, "")
    new = laid_over(old, came, cited, replace=intake.replace) if old else came
    if old and entry.domain and kebab(entry.domain) != old.domain:
        yield Ignored(
            f"domain “{entry.domain}” of {concept_id}",
            f"it lies in {old.domain}; a concept is moved by moving its file",
        )
    yield from bibliography.due(ref.id for label in new.labels for ref in label.source)
    yield from (Remark(_located(fault, entry, intake.path)) for fault in _remarks(old, new, came))
    yield Arrival(old, new)


def _faults(
    entry: Entry,
    values: Mapping[str, Any],
    old: Concept | None,
    places: dict[str, str],
) -> tuple[Fault, ...]:
    """What is wrong with a concept beside its sources and its place."""
    concept_id = values["id"]
    if not concept_id:
        hint = "give it an id of small letters, digits and hyphens"
        return (
            Fault(
                ("id",), "missing, and there is no English or Vietnamese name to make one of", hint
            ),
        )
    faults = [*concept_faults(values, concept_id)]
    if concept_id in places:
        message = f"{shown(concept_id)} stands at {places[concept_id]} already"
        faults.append(Fault(("id",), message, "give one of the two another id"))
    elif old and not entry.values.get("id") and not _shares_a_label(old, values):
        message = f"missing; the one made of its name, {shown(concept_id)}, is another concept's"
        faults.append(Fault(("id",), message, "give it an id"))
    if not is_kebab(concept_id):
        hint = f"write {kebab(concept_id) or 'small letters, digits and hyphens'}"
        faults.append(Fault(("id",), f"{shown(concept_id)} is not kebab-case", hint))
    if not values.get("label") and not old:
        faults.append(Fault(("label",), "missing; a new concept needs a name"))
    return tuple(faults)


def _place_faults(concept_id: str, domain: str, given: str) -> Iterator[Fault]:
    """Why a new concept's file cannot be made; `given` is the domain as somebody wrote it."""
    if is_kebab(concept_id) and (fault := unfit(concept_id)):
        yield Fault(("id",), *fault)
    if domain and (fault := unfit(domain, is_folder=True)):
        yield Fault(("domain",), *fault)
    elif not domain:
        message = f"{shown(given)} makes no name of a folder" if given else "missing"
        yield Fault(("domain",), message, "name one in the file, or say --domain NAME")


def _shares_a_label(old: Concept, values: Mapping[str, Any]) -> bool:
    has = {(label.lang, label.text) for label in old.labels}
    return any((label.get("lang"), label.get("text")) in has for label in values.get("label", ()))


def _remarks(old: Concept | None, new: Concept, came: Concept) -> Iterator[Fault]:
    """What the glossary's own checks say of labels, and did not say before the import.

    The keys count the labels that came.
    """
    if old == new:
        return
    before = set(_label_faults(old)) if old else set()
    numbers = {_name(label): number for number, label in enumerate(came.labels, start=1)}
    for message, hint, name in _label_faults(new):
        if (message, hint, name) not in before:
            number = numbers.get(name)
            yield Fault(("label", number, "text") if number else ("label",), message, hint)


def _label_faults(concept: Concept) -> Iterator[tuple[str, str, _Name]]:
    """Message, hint, and the language and text of the label that has the fault, if it is one's."""
    for check in CONCEPT_CHECKS:
        for fault in check(concept):
            match fault.key:
                case ("label", int(number), *_):
                    yield fault.message, fault.hint, _name(concept.labels[number - 1])
                case ("label",):
                    yield fault.message, fault.hint, ("", "")


def _name(label: Label) -> _Name:
    return label.lang, label.text


def _with_sources(entry: Entry, bibliography: Bibliography) -> tuple[Entry, tuple[Fault, ...]]:
    """The entry with the words for its sources made pointers, and what is wrong with those."""
    faults: list[Fault] = []
    labels = []
    for number, label in enumerate(entry.values.get("label", ()), start=1):
        given = label.get("source") or ()
        refs: list[Any] = []
        for one in given if isinstance(given, list | tuple) else (given,):
            try:
                ref = _cite(one, bibliography)
            except UnknownSourceError as error:
                faults.append(Fault(("label", number, "source"), str(error)))
            else:
                refs += [ref] if ref not in refs else []
        labels.append(
            {**label, "source": refs} if refs else {k: v for k, v in label.items() if k != "source"}
        )
    values = {**entry.values, **({"label": labels} if labels else {})}
    return replace(entry, values=values), tuple(faults)


def _cite(one: Any, bibliography: Bibliography) -> Any:
    if isinstance(one, str):
        ref = bibliography.cite(one)
        return {"id": ref.id, "at": ref.at} if ref.at else ref.id
    if isinstance(one, dict) and one.get("id") not in bibliography:
        words = ", ".join(filter(None, (one.get("id"), one.get("at"))))
        return _cite(words, bibliography)
    return one


def _in_file(fault: Fault, entry: Entry) -> Fault:
    """A fault that speaks of another label of its concept, with that label's place in the file."""
    places = dict(enumerate(entry.label_places, start=1))
    message = _LABEL.sub(lambda found: places.get(int(found[1]), found[0]), fault.message)
    return fault._replace(message=message)


def _located(fault: Fault, entry: Entry, path: str) -> Problem:
    """A fault at the place in the file of the label or the concept that has it."""
    place, key = entry.place, fault.key
    match key:
        case ("label", int(number), *rest) if number <= len(entry.label_places):
            place, key = entry.label_places[number - 1], tuple(rest)
    line = _LINE.fullmatch(place)
    if line:
        return Problem(path, int(line[1]), format_key(key), fault.message, fault.hint)
    return Problem(f"{path}: {place}", 0, format_key(key), fault.message, fault.hint)


def _composed(entry: Entry) -> Entry:
    """The entry with every text in NFC, as glossary files have it, and each word of a list once."""
    return replace(entry, values=_in_nfc(entry.values))


def _in_nfc(value: Any) -> Any:
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case Mapping():
            return {key: _in_nfc(item) for key, item in value.items()}
        case list() | tuple():
            items = [_in_nfc(item) for item in value]
            return [
                one
                for n, one in enumerate(items)
                if not isinstance(one, str) or one not in items[:n]
            ]
        case _:
            return value
