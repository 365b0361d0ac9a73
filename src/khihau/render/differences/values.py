"""Words for values that changed: texts, lists, single words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from khihau.render.tuned import CONTEXT, SAME, SHORT
from khihau.render.visible import one_line

__all__ = ["list_words", "quoted", "single_words", "text_words"]

_MOST = 60  # characters of a text that is shown only to be known again


def quoted(text: str) -> str:
    """A text in quotation marks, on one line."""
    return f"“{one_line(text)}”"


def single_words(name: str, old: object, new: object) -> str:
    """A value that is one word, date or name, under the name that editors know it by."""
    if old is None:
        return f"{name}: {_one(new)}"
    if new is None:
        return f"{name} removed (was {_one(old)})"
    return f"{name} is now {_one(new)} (was {_one(old)})"


def _one(value: object) -> str:
    return one_line(str(value))


def list_words(name: str, old: Iterable[str], new: Iterable[str], *, bare: bool = False) -> str:
    """What came into a list and what left it; `bare` shows ids and keywords without quotation marks."""
    was, now = list(old), list(new)
    shown = one_line if bare else quoted
    found = [
        f"{', '.join(map(shown, items))} {what}"
        for items, what in (
            ([item for item in now if item not in was], "added"),
            ([item for item in was if item not in now], "removed"),
        )
        if items
    ]
    return f"{name}: {', '.join(found) or 'in another order'}"


def text_words(name: str, old: str | None, new: str | None) -> str:
    """A definition or a note: the words that changed and those beside them, a short one whole."""
    if new is None:
        return f"{name} removed (was {quoted(_start_of(old or ''))})"
    if old is None:
        return f"{name} added: {quoted(new)}"
    was, now = old.split(), new.split()
    if was == now:
        return f"{name}: spaces changed"
    if max(len(was), len(now)) <= SHORT:
        return f"{name}: {quoted(old)} → {quoted(new)}"
    compared = SequenceMatcher(None, was, now, autojunk=False)
    if compared.ratio() < SAME:
        return f"{name} rewritten: {quoted(new)}"
    return f"{name}: {'; '.join(_changed(compared, was, now))}"


def _start_of(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST].rsplit(None, 1)[0]} …"


def _changed(compared: SequenceMatcher[str], was: list[str], now: list[str]) -> Iterator[str]:
    for group in compared.get_grouped_opcodes(CONTEXT):
        (_, old_start, _, new_start, _), (_, _, old_end, _, new_end) = group[0], group[-1]
        before = _part(was, old_start, old_end)
        yield f"{before} → {_part(now, new_start, new_end)}"


def _part(words: list[str], start: int, end: int) -> str:
    left = "… " if start else ""
    right = " …" if end < len(words) else ""
    return quoted(f"{left}{' '.join(words[start:end])}{right}")
