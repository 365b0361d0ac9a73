"""The block of settings at the very top of a Markdown file: YAML between ---, TOML between +++."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from khihau.model import Region, Segment
from khihau.text.regex import regex

__all__ = ["FrontMatter", "read_front_matter"]

# Keys whose value is prose. It is a heading: checked, but never rewritten by `expand`.
_PROSE_KEYS = frozenset({"title", "subtitle", "description", "summary"})

_OPEN = regex(r"\ufeff?(---|\+\+\+)[ \t]*\n")
_CLOSE = {
    "---": regex(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": regex(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
# A line that is none of these shows that the --- on top was a rule above prose.
_SETTING = regex(
    r"[ \t]*(?:$|#|[\[\]{}]|-(?:[ \t]|$)|\"[^\"]*+\"[ \t]*[:=]|[A-Za-z_][\w.-]*+[ \t]*(?::(?:[ \t]|$)|=))"
    r"|[ \t]"
)
_KEY_VALUE = regex(
    r"^(?P<key>[A-Za-z_][\w.-]*+)[ \t]*[:=][ \t]*(?P<quote>[\"']?)(?P<value>[^\n]*?)(?P=quote)[ \t]*$",
    re.MULTILINE,
)


class FrontMatter(NamedTuple):
    """What the settings say and where the text goes on (0 when there are none)."""

    end: int = 0
    values: Mapping[str, str] = MappingProxyType({})
    regions: tuple[Region, ...] = ()
    segments: tuple[Segment, ...] = ()


def read_front_matter(flat: str) -> FrontMatter:
    """Read the settings on top of a text; all of them is protected but the values that are prose.

    Only plain `key: value` lines are understood; lists, tables and multi-line values are protected
    and left out of `values`. A top that is no list of settings, or never closed, is prose.
    """
    opening = _OPEN.match(flat) if flat.startswith(("---", "+++", "\ufeff")) else None
    closing = _CLOSE[opening[1]].search(flat, opening.end()) if opening else None
    if opening is None or closing is None:
        return FrontMatter()
    lines = flat[opening.end() : closing.start()].splitlines()
    if not any(map(str.strip, lines)) or not all(map(_SETTING.match, lines)):
        return FrontMatter()
    values: dict[str, str] = {}
    segments: list[Segment] = []
    for setting in _KEY_VALUE.finditer(flat, opening.end(), closing.start()):
        key, value = setting["key"], setting["value"]
        if not value or value[0] in "|>[{&*":
            continue
        values.setdefault(key, value)
        if key.lower() in _PROSE_KEYS:
            segments.append(Segment(*setting.span("value"), "heading"))
    edges = [
        opening.start(1),
        *(edge for s in segments for edge in (s.start, s.end)),
        closing.end(),
    ]
    regions = tuple(
        Region(start, end, "front-matter")
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    )
    return FrontMatter(closing.end(), values, regions, tuple(segments))
