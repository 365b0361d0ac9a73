"""Labels of a file changed in its text: comments stay, and so do order and spelling of other lines."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from khihau.model import Concept, Label
from khihau.termbase.build import build_concept
from khihau.termbase.checks import KeyPath
from khihau.termbase.dump import dump_concept, label_lines, label_tables
from khihau.termbase.places import header_lines, key_lines
from khihau.termbase.proposals import Proposal, dump_proposal, proposal_faults, proposal_of
from khihau.termbase.schema import LABEL_KEYS, concept_faults
from khihau.termbase.toml import comments_of, parsed

__all__ = ["amend_concept", "amend_proposal"]

_MARK = "\ufeff"  # of UTF-8, as some editors for Windows write it


class _Edit(NamedTuple):
    """Lines that take the place of those from `start` to before `end`, counted from 0."""

    start: int
    end: int
    lines: Sequence[str]


def amend_concept(text: str, old: Concept, new: Concept) -> str:
    """The text of the file of `old` with the labels of `new`, which differs in labels alone.

    Labels of `old` keep their order, others may come between. A file that is written in a way of its
    own (labels as a list in brackets) is written anew, in canonical form with its comments at the top.
    """
    lines, newline = _lines_of(text)
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
    amended = _with(lines, edits)
    told = parsed(amended)
    if not told or concept_faults(told, new.id) or build_concept(told, new.domain, "") != new:
        amended = _anew(lines, dump_concept(new, replaces=values.get("replace") is True))
    return _mark_of(text) + amended.replace("\n", newline)


def amend_proposal(text: str, old: Proposal, new: Proposal) -> str:
    """The text of the file of `old` with the label of `new`; as `amend_concept` does it."""
    lines, newline = _lines_of(text)
    amended = _with(lines, _label_edits(lines, ("label",), old.label, new.label))
    told = parsed(amended)
    if not told or any(proposal_faults(told)) or proposal_of(told) != new:
        amended = _anew(lines, dump_proposal(new))
    return _mark_of(text) + amended.replace("\n", newline)


def _lines_of(text: str) -> tuple[list[str], str]:
    """The lines of a text, and how they end."""
    newline = "\r\n" if "\r\n" in text else "\n"
    return text.removeprefix(_MARK).replace("\r\n", "\n").split("\n"), newline


def _mark_of(text: str) -> str:
    return _MARK if text.startswith(_MARK) else ""


def _anew(lines: Sequence[str], canonical: str) -> str:
    """A canonical text below the comments of the one whose place it takes."""
    comments = (one for one in comments_of("\n".join(lines)) if one not in canonical)
    return "".join(f"{one}\n" for one in comments) + canonical


def _with(lines: Sequence[str], edits: Sequence[_Edit]) -> str:
    """The text after all edits; of those at one place the first comes first."""
    done: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        done += [*lines[at : edit.start], *edit.lines]
        at = max(at, edit.end)
    return "\n".join([*done, *lines[at:]])


def _label_edits(lines: Sequence[str], path: KeyPath, old: Label, new: Label) -> list[_Edit]:
    """What changes in the table of one label, key by key."""
    was, now = _by_key(old), _by_key(new)
    text = "\n".join(lines)
    places = key_lines(text)
    if was == now or path not in places:
        return []
    headers = [line - 1 for line, _ in header_lines(text)]  # lines count from 0 here
    behind = places[path]  # the line below the last key so far
    end = next((line for line in headers if line >= behind), len(lines))
    edits: list[_Edit] = []
    for key in LABEL_KEYS:
        starts = {
            line - 1
            for place, line in places.items()
            if place[: len(path) + 1] == (*path, key)
            and (line - 1 in headers or not _is_start(place, places))
        }
        held = [(start, _end(lines, start)) for start in sorted(starts)]
        if was.get(key) != now.get(key) and key != "comment":
            edits += _key_edits(lines, held, range(behind, end), now.get(key, []))
        behind = max([behind, *(last for _, last in held if last <= end)])
    return edits


def _key_edits(
    lines: Sequence[str], held: Sequence[tuple[int, int]], free: range, new: Sequence[str]
) -> list[_Edit]:
    """The lines of a key in the place of those that it has, else at the first of the free lines.

    What it has as a table of its own, behind the free ones, goes. Comments of the lines stand above the
    new ones, that of a single line at the end of it.
    """
    comments = [one for start, end in held for one in comments_of("\n".join(lines[start:end]))]
    is_line = len(new) == len(comments) == len(held) == 1 and held[0][1] == held[0][0] + 1
    told = [f"{new[0]}  {comments[0]}"] if is_line else [*comments, *new]
    at = free.start if not held or held[0][0] >= free.stop else held[0][0]
    return [_Edit(at, at, told), *(_Edit(*one, []) for one in held)]


def _is_start(place: KeyPath, places: Collection[KeyPath]) -> bool:
    """Whether a key path is but the start of others, as note is of note.vi."""
    return any(len(one) > len(place) and one[: len(place)] == place for one in places)


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
