"""Words in proper names that are taken for one another: what every language says of them, as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from khihau.languages.data import data_parts
from khihau.model import LabelLang

__all__ = ["NameWords", "name_words"]

_SAME = " = "


class NameWords(NamedTuple):
    """What `name-words.txt` of a language holds; a language without has none.

    `treaties` are head words by kind, those of one kind together; `alike` are groups of words that
    writers take for each other, `kin` are words with those for other things of
    their kind; `others` maps the name of another thing to the words that tell it. A year is the one of an act where words of `citing` stand
    before it or of `tells` behind it, and none of `amended` in its clause.
    """

    treaties: tuple[tuple[str, ...], ...] = ()
    places: tuple[str, ...] = ()
    alike: tuple[tuple[str, ...], ...] = ()
    joining: tuple[str, ...] = ()
    others: Mapping[str, tuple[str, ...]] = {}
    kin: tuple[tuple[str, ...], ...] = ()
    citing: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    amended: tuple[str, ...] = ()


def name_words(lang: LabelLang) -> NameWords:
    """The words of a language, read from its file."""
    parts = data_parts(lang, "name-words.txt")
    groups = {part: [tuple(entry.split(_SAME)) for entry in parts.get(part, ())] for part in parts}
    return NameWords(
        tuple(groups.get("treaties", ())),
        parts.get("places", ()),
        tuple(groups.get("alike", ())),
        parts.get("joining", ()),
        {name: tuple(words) for name, *words in groups.get("others", ())},
        tuple(groups.get("kin", ())),
        parts.get("citing", ()),
        parts.get("tells", ()),
        parts.get("amended", ()),
    )
