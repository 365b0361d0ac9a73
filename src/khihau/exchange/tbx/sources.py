"""The sources of a TBX file: its back matter, and how labels point there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from khihau.exchange.base import Ignored
from khihau.exchange.tables.cells import day_in
from khihau.exchange.tbx import ids
from khihau.exchange.tbx.fields import Field, local_name, text_of
from khihau.model import RELIABILITIES, Source
from khihau.termbase.schema import SOURCE_KEYS

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Front", "Titled", "source_in", "source_value"]

# What TBX-Default calls a list of sources; other lists name people and organisations.
_LISTS = ("", "bibl", "bibliographic")
_DAYS = ("signed", "in_force", "ends")
_TITLES = ("title", "bibitem", "")


@dataclass(frozen=True, slots=True)
class Front:
    """What must be known of a file before its entries: whether we wrote it, and its sources.

    `titles` are those of the sources by their XML id.
    """

    own: bool
    titles: Mapping[str, str]


class Titled(NamedTuple):
    """The XML id of a source, and its title."""

    name: str
    title: str


def source_in(ref: _Element, *, own: bool) -> Iterator[Source | Ignored | Titled]:
    """What an object of the back matter is: a source, with its id and title before it, or nothing."""
    parent = ref.getparent()
    kind = str(parent.get("type", "")) if parent is not None else ""
    name = ref.get("id")
    items: dict[str, str] = {}
    cited_as: list[str] = []
    for item in ref.iter("{*}item"):
        words = text_of(item)
        if words and item.get("type") == "cited_as":
            cited_as.append(words)
        elif words:
            items.setdefault(str(item.get("type", "")), words)
    title = next(filter(None, map(items.get, _TITLES)), None)
    if kind not in _LISTS or name is None or not items:
        yield Ignored(f"{local_name(ref)} {kind}".strip())
    elif own and title is None and "key" in items:
        yield Titled(str(name), items["key"])  # a source that our sources.toml did not have either
    else:
        key = ids.source_id(str(name)) if own else str(name)
        title = title or key
        yield Titled(str(name), title)
        yield _source(key, title, items, cited_as)
        known = {*SOURCE_KEYS, *_TITLES, "key"}
        yield from (Ignored(f"item {kind} of a source") for kind in items if kind not in known)
        reliability = items.get("reliability", "")
        if reliability and reliability not in RELIABILITIES:
            yield Ignored(f"reliability “{reliability}” of a source")


def source_value(field: Field, front: Front) -> str | dict[str, str]:
    """What a label says of a source: a pointer and the place in it, else words."""
    target, words = str(field.element.get("target", "")), field.text
    title = front.titles.get(target)
    if title is None:
        return words or target
    key = ids.source_id(target) if front.own else target
    if words in (title, target, ""):
        return {"id": key}
    return {"id": key, "at": words.removeprefix(f"{title}, ")}


def _source(key: str, title: str, items: Mapping[str, str], cited_as: Sequence[str]) -> Source:
    reliability = items.get("reliability")
    return Source(
        id=key,
        title=title,
        publisher=items.get("publisher"),
        date=items.get("date"),
        url=items.get("url"),
        reliability=reliability if reliability in RELIABILITIES else None,
        number=items.get("number"),
        **{key: day_in(items[key]) for key in _DAYS if key in items},
        cited_as=tuple(cited_as),
    )
