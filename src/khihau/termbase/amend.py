"""Labels of a file changed in its text: comments, order and spelling of all other lines stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from khihau.model import Concept, Label
from khihau.termbase.build import build_concept
from khihau.termbase.checks import KeyPath
from khihau.termbase.dump import dump_concept, label_lines, label_tables
from khihau.termbase.places import header_lines, key_lines
from khihau.termbase.schema import LABEL_KEYS
from khihau.termbase.toml import comment_of, parsed

__all__ = ["amend_concept", "amend_label"]

_MARK = "\ufeff"  # of UTF-8, as some editors for Windows write it


class _Edit(NamedTuple):
    """Lines that take the place of those from `start` to before `end`, counted from 0."""

    start: int
    end: int
    lines: Sequence[str]


def amend_concept(text: str, old: Concept, new: Concept) -> str:
    """The text of the file of `old` with the labels of `new`, which differs in labels alone.

    Labels of `old` keep their order, others may come between. A file that is written in a way of its
    own (labels as a list in brackets) is written anew, in canonical form.
    """
    lines, newline = _lines_of(text)
    mark = _mark_of(text)
    values = parsed("\n".join(lines)) or {}
    edits: list[_Edit] = []
    number = 0  # of the label of `old` that a new one follows
    for label in new.labels:
        before = old.labels[number] if number < len(old.labels) else None
        if before and (before.lang, before.text) == (label.lang, label.text):
            number += 1
            edits += _label_edits(lines, ("label", number), before, label)
        else:
            edits.append(_insertion(lines, number, label))
    amended = newline.join(_with(lines, edits))
    told = parsed(amended)
    if not told or build_concept(told, new.domain, new.file or "") != new:
        amended = dump_concept(new, replaces=values.get("replace") is True).replace("\n", newline)
    return mark + amended


def amend_label(text: str, old: Label, new: Label) -> str:
    """A text that has one `[label]`, with the values of `new` in it."""
    lines, newline = _lines_of(text)
    edits = _label_edits(lines, ("label",), old, new)
    return _mark_of(text) + newline.join(_with(lines, edits))


def _lines_of(text: str) -> tuple[list[str], str]:
    """The lines of a text, and how they end."""
    newline = "\r\n" if "\r\n" in text else "\n"
    return text.removeprefix(_MARK).replace("\r\n", "\n").split("\n"), newline


def _mark_of(text: str) -> str:
    return _MARK if text.startswith(_MARK) else ""


def _with(lines: Sequence[str], edits: Sequence[_Edit]) -> list[str]:
    """The lines after all edits; of those at one place the first comes first."""
    done: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        done += [*lines[at : edit.start], *edit.lines]
        at = max(at, edit.end)
    return [*done, *lines[at:]]


def _label_edits(lines: Sequence[str], path: KeyPath, old: Label, new: Label) -> list[_Edit]:
    """What changes in the table of one label, key by key."""
    was, now = _by_key(old), _by_key(new)
    if was == now:
        return []
    places = key_lines("\n".join(lines))
    if path not in places:
        return []
    behind = places[
        path
    ]  # the line after the last that has a key, from 0: the header is one before
    edits: list[_Edit] = []
    for key in LABEL_KEYS:
        held = [
            (line - 1, _end(lines, line - 1))
            for place, line in places.items()
            if place[: len(path) + 1] == (*path, key) and _is_last(place, places)
        ]
        if was.get(key) != now.get(key) and key != "comment":
            edits += _key_edits(lines, sorted(set(held)), behind, now.get(key, []))
        behind = max([behind, *(end for _, end in held)])
    return edits


def _key_edits(
    lines: Sequence[str], held: Sequence[tuple[int, int]], behind: int, new: Sequence[str]
) -> list[_Edit]:
    """The lines of a key in the place of those that it has, else behind the key before it."""
    if not held:
        return [_Edit(behind, behind, new)] if new else []
    (start, end), *others = held
    comment = comment_of(lines[start]) if end == start + 1 else ""
    first = [f"{new[0]}  {comment}", *new[1:]] if comment and len(new) == 1 else list(new)
    return [_Edit(start, end, first), *(_Edit(*other, []) for other in others)]


def _is_last(place: KeyPath, places: Mapping[KeyPath, int]) -> bool:
    """Whether a key path holds a value, and is no start of another (note of note.vi)."""
    return not any(len(one) > len(place) and one[: len(place)] == place for one in places)


def _end(lines: Sequence[str], start: int) -> int:
    """The line behind a value that begins on a line."""
    for end in range(start + 1, len(lines) + 1):
        if parsed("\n".join(lines[start:end])) is not None:
            return end
    return start + 1


def _insertion(lines: Sequence[str], number: int, label: Label) -> _Edit:
    """The table of a new label behind that of the label `number`, 0 for the top of the file."""
    text = "\n".join(lines)
    headers = header_lines(text)
    start = key_lines(text).get(("label", number), 0)
    own = (line for line, name in headers if line > start and not name.startswith("label."))
    end = next(own, len(lines) + 1) - 1
    while end and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return _Edit(end, end, [line for table in label_tables(label) for line in ("", *table)])


def _by_key(label: Label) -> dict[str, list[str]]:
    """The lines of each key of a label."""
    found: dict[str, list[str]] = {}
    key = ""
    for line in label_lines(label):
        if line[0] not in " ]":  # the further lines of a list
            key = line.partition(" = ")[0].partition(".")[0]
        found.setdefault(key, []).append(line)
    return found
