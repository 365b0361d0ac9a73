"""XLIFF 1.2 and 2: .xliff and .xlf, and what Trados, memoQ and Phrase make of it.

A translation unit is named by its id, 'unit “12”', and by its file where the XLIFF holds several; its
segments by theirs, where source and target are both cut into the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.documents.bitexts.pairs import Pair, bitext_of
from khihau.documents.bitexts.tags import Languages, agreed, lang_of
from khihau.documents.xml import parse
from khihau.errors import InputError
from khihau.model import Bitext

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read"]

_NAMESPACE = re.compile(r"(?:urn:oasis:names:tc:xliff:document:([12])\.\d)?")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SPACE = re.compile(r"[ \t\r\n]+")

_TEXT_INSIDE = frozenset(("g", "mrk", "pc"))  # of the other inline elements, what they hold is code
_DELETED = "x-sdl-deleted"  # a tracked deletion of Trados
_LINE_BREAKS = frozenset(("lb", "xlf:lb"))
_UNTRANSLATED = frozenset(("needs-translation",))


def read(data: bytes, path: str, encoding: str | None, said: Languages) -> Bitext:  # noqa: ARG001
    """Read the units to be translated; `encoding` is not asked, since XML names its own.

    Raises InputError when the file is no XLIFF of version 1.2 or 2, or in other languages.
    """
    root = parse(data, path)
    version = _version(root, path)
    files = list(_children(root, "file"))
    pairs: list[Pair] = []
    for number, file in enumerate(files, 1):
        place = ""
        if len(files) > 1:
            place = f"file “{file.get('original') or file.get('id') or number}”, "
        languages = agreed(_languages(root, file, path), said, path)
        units = _units_1(file) if version == 1 else _units_2(file)
        pairs.extend(
            Pair(source, target, place + name, languages) for name, source, target in units
        )
    return bitext_of(pairs, path)


def _version(root: _Element, path: str) -> int:
    namespace, _, name = str(root.tag).rpartition("}")
    known = _NAMESPACE.fullmatch(namespace.removeprefix("{"))
    number = str(root.get("version", known[1] if known and known[1] else "1"))[:1]
    if name != "xliff" or known is None or number not in ("1", "2"):
        raise InputError(
            f"{path}: is no XLIFF (its root is <{name}>, version {root.get('version', 'unknown')}); "
            "khihau reads XLIFF 1.2 and 2"
        )
    return int(number)


def _languages(root: _Element, file: _Element, path: str) -> Languages:
    """The languages of a file: in XLIFF 2 the root says them; a target may say its own."""
    source = file.get("source-language") or root.get("srcLang")
    target = file.get("target-language") or root.get("trgLang")
    if target is None:
        own = (t for t in file.iter(_like(file, "target")) if not _is_in(t, "alt-trans"))
        target = next(filter(None, (element.get(_XML_LANG) for element in own)), None)
    return Languages(lang_of(source, path), lang_of(target, path))


def _units_1(file: _Element) -> Iterator[tuple[str, str, str]]:
    """Name, source and target of the units of an XLIFF 1 file, a segment each where that is sure."""
    for number, unit in enumerate(file.iter(_like(file, "trans-unit")), 1):
        if not _is_translated(unit) or _is_in(unit, "bin-unit"):
            continue
        name = f"unit “{unit.get('id') or number}”"
        target = _child(unit, "target")
        if target is not None and target.get("state") in _UNTRANSLATED:
            target = None
        source = _child(unit, "source")
        cut = _child(unit, "seg-source")
        here, there = _segments(cut), _segments(target)
        if len(here) > 1 and here.keys() == there.keys():
            for mid, segment in here.items():
                yield f"{name}, segment “{mid}”", _text(segment), _text(there[mid])
        else:
            yield name, _text(source if source is not None else cut), _text(target)


def _units_2(file: _Element) -> Iterator[tuple[str, str, str]]:
    """Name, source and target of the segments of an XLIFF 2 file."""
    for number, unit in enumerate(file.iter(_like(file, "unit")), 1):
        name = f"unit “{unit.get('id') or number}”"
        segments = list(_children(unit, "segment"))
        for index, segment in enumerate(segments, 1):
            if _is_translated(unit):
                own = f", segment “{segment.get('id') or index}”" if len(segments) > 1 else ""
                source, target = _child(segment, "source"), _child(segment, "target")
                yield name + own, _text(source), _text(target)


def _like(element: _Element, name: str) -> str:
    """The tag of a name in the namespace of an element."""
    namespace, brace, _ = str(element.tag).rpartition("}")
    return f"{namespace}{brace}{name}"


def _children(element: _Element, name: str) -> Iterator[_Element]:
    return element.iterchildren(_like(element, name))


def _child(element: _Element, name: str) -> _Element | None:
    return next(_children(element, name), None)


def _is_translated(unit: _Element) -> bool:
    """Whether a unit is to be translated: it, or the nearest group around it that says so."""
    around = (unit, *unit.iterancestors())
    return next(filter(None, (element.get("translate") for element in around)), "yes") != "no"


def _is_in(unit: _Element, name: str) -> bool:
    return next(unit.iterancestors(_like(unit, name)), None) is not None


def _segments(element: _Element | None) -> dict[str, _Element]:
    """The segments of a source or target by their mid; none when they are not all of its text."""
    if element is None:
        return {}
    marks = [m for m in element.iter(_like(element, "mrk")) if m.get("mtype") == "seg"]
    segments = {str(mark.get("mid", "")): mark for mark in marks}
    inside = "".join(_text(mark) for mark in marks)
    is_all = inside.replace(" ", "") == _text(element).replace(" ", "")
    return segments if is_all and len(segments) == len(marks) else {}


def _text(element: _Element | None) -> str:
    """What a reader sees of a source or target, each run of blank characters as one space."""
    if element is None:
        return ""
    return _SPACE.sub(" ", "".join(_pieces(element))).strip(" ")


def _pieces(element: _Element) -> Iterator[str]:
    """The text of an element without its inline codes; a code that breaks the line is a space."""
    yield element.text or ""
    for child in element:
        name = str(child.tag).rpartition("}")[2]
        if name in _TEXT_INSIDE and child.get("mtype") != _DELETED:
            yield from _pieces(child)
        elif {child.get("ctype"), child.get("subType")} & _LINE_BREAKS:
            yield " "
        yield child.tail or ""
