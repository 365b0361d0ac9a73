"""The terms of an entry as labels: their status and kind, and those that all languages share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from khihau.errors import Problem
from khihau.exchange.base import Ignored
from khihau.exchange.tbx import ids, names, texts
from khihau.exchange.tbx.fields import Field, fields, lang_of, line_of
from khihau.exchange.tbx.sources import Front, source_value
from khihau.model import LANGS, STATUSES, LabelLang, Status

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["NO_STATUS", "Found", "LabelReader", "in_order", "joined", "with_statuses"]

NO_STATUS = Ignored(
    "missing status",
    "the first such term of a language without a preferred one counts as preferred, others as admitted",
)

_SHARED = ("acronym", "short", "symbol")  # the kinds that other programs' files may have as one
# The statuses of the first two (the second is of TBX-Basic 4) are about this collection, those of the
# last about an authority's (version 2).
_STATUS_CATEGORIES = ("administrativeStatus", "usageStatus", "normativeAuthorization")
_STATUS_HINT = f"write {', '.join(names.STATUS_TO.values())}"


@dataclass(frozen=True, slots=True)
class Found:
    """A label, its line, and its number among the labels of its concept, 0 where the file has none."""

    values: Mapping[str, Any]
    line: int
    number: int = 0


@dataclass(slots=True)
class LabelReader:
    """The section of one term; `rest` gathers what is no part of the label (its contexts)."""

    lang: LabelLang
    front: Front
    path: str
    rest: list[Field] = field(default_factory=list)
    _values: dict[str, Any] = field(default_factory=dict)
    _terms: list[Field] = field(default_factory=list)

    def items(self, section: _Element) -> Iterator[Found | Problem | Ignored]:
        """What is wrong with the label or has no place, and the label if nothing is wrong.

        Programs write an empty term where a translation is missing; that is no label.
        """
        items = [*self._gathered(section), *self._text(section)]
        yield from items
        if "text" in self._values and not any(isinstance(item, Problem) for item in items):
            number = ids.number_of(str(section.get("id", ""))) if self.front.own else None
            values = {"lang": self.lang, **self._values}
            yield Found(values, self._terms[0].line, number or 0)

    def _gathered(self, section: _Element) -> Iterator[Problem | Ignored]:
        statuses: list[Field] = []
        marks: list[tuple[Field, Status]] = []
        for item in fields(section, ()):
            match item:
                case Ignored():
                    yield item
                case Field(category="term"):
                    self._terms.append(item)
                case _ if item.is_empty:
                    pass
                case Field(category=category) if category in _STATUS_CATEGORIES:
                    statuses.append(item)
                case Field(category=category) if (
                    category in names.MARKS and names.folded(item.text) in names.MARKS[category]
                ):
                    if mark := names.MARKS[category][names.folded(item.text)]:
                        marks.append((item, mark))
                case _:
                    yield from self._take(item)
        statuses.sort(key=lambda one: _STATUS_CATEGORIES.index(one.category))
        yield from map(_unread, statuses[1:])
        for one in statuses[:1]:
            yield from self._status(one)
        if statuses:
            yield from (_unread(item) for item, _ in marks)
        elif marks:  # the gravest of them
            self._values["status"] = max((mark for _, mark in marks), key=STATUSES.index)

    def _take(self, item: Field) -> Iterator[Ignored]:
        words = names.folded(item.text)
        match item.category:
            case "termType" if words in names.KIND_OF and "kind" not in self._values:
                own = names.own_kind(item.text) if self.front.own else None
                self._values["kind"] = own or names.KIND_OF[words]
            case "partOfSpeech" if (
                words in names.PART_OF_SPEECH_OF and "part_of_speech" not in self._values
            ):
                self._values["part_of_speech"] = names.PART_OF_SPEECH_OF[words]
            case "geographicalUsage" if words in names.PLACE_OF:
                self._values.setdefault("scope", []).append(names.PLACE_OF[words])
            case "source":
                self._values.setdefault("source", []).append(source_value(item, self.front))
            case "transacGrp" if self.front.own:
                pass  # less than the glossary has of a decision, which stays as it is
            case "note" if item.text in names.SENSE_OF and self.front.own:
                self._values["sense"] = names.SENSE_OF[item.text]
            case "note":
                yield from self._note(item)
            case "termType" | "partOfSpeech" | "geographicalUsage":
                yield Ignored(f"{item.shown} “{item.text}”")
            case _:
                self.rest.append(item)

    def _note(self, item: Field) -> Iterator[Ignored]:
        _, lang = lang_of(item.element)
        if lang not in LANGS:
            yield Ignored("note that is not in vi, ko or en")
            return
        notes = self._values.setdefault("note", {})
        notes[lang] = f"{notes[lang]} {item.text}" if lang in notes else item.text

    def _status(self, item: Field) -> Iterator[Problem]:
        """Take a status; one that is not known could mean the opposite of any guess."""
        status = names.STATUS_OF.get(names.folded(item.text))
        if status is None:
            message = f"“{item.text}” is no value that khihau knows"
            yield Problem(self.path, item.line, item.shown, message, _STATUS_HINT)
        else:
            self._values["status"] = status

    def _text(self, section: _Element) -> Iterator[Problem | Ignored]:
        if not self._terms:
            message, hint = "the section has no term", "give it one or remove it"
            yield Problem(self.path, line_of(section), "", message, hint)
            return
        term = self._terms[0]
        raw = "".join(map(str, term.element.itertext())).strip()
        if not raw:
            yield Ignored("term without a text")
            return
        if texts.line_breaks(raw):
            yield Problem(self.path, term.line, "term", "has a line break", "write it in one line")
        self._values["text"] = term.text
        yield from map(_unread, self._terms[1:])


def with_statuses(labels: Sequence[Found]) -> tuple[list[Found], list[Ignored]]:
    """The labels, each with a status, and a word about those that the file gave none."""
    done: list[Found] = []
    preferred = {
        label.values["lang"] for label in labels if label.values.get("status") == "preferred"
    }
    for label in labels:
        lang = label.values["lang"]
        status = "admitted" if lang in preferred else "preferred"
        done.append(Found({"status": status, **label.values}, label.line, label.number))
        preferred |= {lang} if "status" not in label.values else set()
    missing = any("status" not in label.values for label in labels)
    return done, [NO_STATUS] if missing else []


def joined(labels: Sequence[Found], *, own: bool) -> list[Found]:
    """The labels, one for those that are the same in vi, ko and en.

    In our own files these are the copies of a shared label (`mul`), told by its number. Of another
    program's only acronyms and the like: a full name that three languages share is theirs by chance.
    """
    langs_of: dict[str, list[str]] = {}
    for label in labels:
        langs_of.setdefault(_same(label), []).append(label.values["lang"])
    done: list[Found] = []
    seen: set[str] = set()
    for label in labels:
        key = _same(label)
        may = label.number > 0 if own else label.values.get("kind") in _SHARED
        if not may or sorted(langs_of[key]) != sorted(LANGS):
            done.append(label)
        elif key not in seen:
            seen.add(key)
            done.append(Found({**label.values, "lang": "mul"}, label.line, label.number))
    return done


def in_order(labels: Sequence[Found]) -> list[Found]:
    """The labels by their numbers; one without stays behind the one before it."""
    number = 0
    keyed: list[tuple[int, Found]] = []
    for label in labels:
        number = label.number or number
        keyed.append((number, label))
    return [label for _, label in sorted(keyed, key=lambda pair: pair[0])]


def _same(label: Found) -> str:
    """All that a label says beside its language; the order of notes does not matter."""
    values = {key: value for key, value in label.values.items() if key != "lang"}
    notes = sorted(values.pop("note", {}).items())
    return repr((label.number, sorted(values.items()), notes))


def _unread(item: Field) -> Ignored:
    return Ignored(item.shown)
