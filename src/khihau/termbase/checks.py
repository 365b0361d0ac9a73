"""Checks of TOML values: each says where in the tables a fault is, what is allowed, what was meant.

A check takes a value and its key path and returns the faults it found, none when all is well.
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from khihau.languages import LANGUAGES
from khihau.model import LANGS
from khihau.termbase.dump import quote
from khihau.text.regex import regex

__all__ = [
    "Check",
    "Fault",
    "Key",
    "KeyPath",
    "day",
    "did_you_mean",
    "flag",
    "format_key",
    "is_kebab",
    "kebab",
    "list_of",
    "lists_of",
    "one_of",
    "shown",
    "table",
    "tables",
    "text",
    "values_of",
    "whole",
    "wrong_type",
]

KeyPath: TypeAlias = tuple[str | int, ...]  # ("label", 2, "status"); tables count from 1

_KEBAB = regex(r"[a-z0-9]+(-[a-z0-9]+)*")
_WORDS = regex("[a-z0-9]+")
_SHOWN = 60  # characters of a wrong value that a message repeats
_NO_HINTS: Mapping[str, str] = MappingProxyType({})

# What people write for a word of a closed set, and what it is called here.
_ALIASES = MappingProxyType(
    {
        "all": "mul",
        "approved": "preferred",
        "official": "preferred",
        "allowed": "admitted",
        "wrong": "forbidden",
        "obsolete": "deprecated",
        "abbreviation": "acronym",
    }
)


@cache
def _aliases() -> Mapping[str, str]:
    """Those words, and what people write for the code of a language."""
    told = ((lang, LANGUAGES[lang]) for lang in LANGS)
    codes = ((lang, (*one.tags, *one.regions, one.name.lower())) for lang, one in told)
    return {**_ALIASES, **{word: lang for lang, words in codes for word in words}}


def is_kebab(name: str) -> bool:
    """Whether a name may be an id or a folder: small letters, digits, single hyphens between."""
    return bool(_KEBAB.fullmatch(name))


def kebab(words: str) -> str:
    """A name for an id or a folder made of words: small letters without marks; Hangul gives nothing."""
    bare = unicodedata.normalize("NFD", words.lower().replace("đ", "d"))
    letters = "".join(one for one in bare if not unicodedata.combining(one))
    return "-".join(_WORDS.findall(letters))


class Fault(NamedTuple):
    """What is wrong with the value at a key path, and the next step."""

    key: KeyPath
    message: str
    hint: str = ""


Check: TypeAlias = Callable[[Any, KeyPath], tuple[Fault, ...]]


class Key(NamedTuple):
    """How the value of one key is checked, and whether the key must be there."""

    check: Check
    required: bool = False


def text(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    """Check for a text that has something to see in it."""
    if not isinstance(value, str):
        return wrong_type(value, key, "a text in straight quotes")
    if _is_blank(value):
        return (Fault(key, f"{shown(value)} is empty"),)
    return ()


def flag(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    """Check for true or false."""
    if isinstance(value, bool):
        return ()
    return wrong_type(value, key, "true or false", "write it without quotes, in lower case")


def whole(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    """Check for a whole number of one or more."""
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return ()
    return wrong_type(value, key, "a whole number from 1 on", "write it without quotes")


def day(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    """Check for a date without a time."""
    if isinstance(value, datetime.datetime):
        return wrong_type(value, key, "a date", "leave the time out")
    if isinstance(value, datetime.date):
        return ()
    return wrong_type(value, key, "a date", "write it like 2024-12-31, without quotes")


def one_of(allowed: Sequence[str]) -> Check:
    """Make a check for one of the words of `allowed`."""

    def check(value: Any, key: KeyPath) -> tuple[Fault, ...]:
        if value in allowed:
            return ()
        if not isinstance(value, str):
            return wrong_type(value, key, f"one of {', '.join(allowed)}")
        message = f"{shown(value)} is not allowed; allowed: {', '.join(allowed)}"
        return (Fault(key, message, did_you_mean(value, allowed)),)

    return check


def list_of(check_item: Check, expected: str = "a list of texts") -> Check:
    """Make a check for a list whose every item passes `check_item`."""

    def check(value: Any, key: KeyPath) -> tuple[Fault, ...]:
        if not isinstance(value, list):
            hint = f"write [{shown(value)}]" if isinstance(value, str) else ""
            return wrong_type(value, key, expected, hint)
        items = enumerate(value, start=1)
        return tuple(fault for n, item in items for fault in check_item(item, (*key, n)))

    return check


def lists_of(check_item: Check) -> Check:
    """Make a check for a table of lists, under keys of any name."""
    check_list = list_of(check_item)

    def check(value: Any, key: KeyPath) -> tuple[Fault, ...]:
        if not isinstance(value, dict):
            return wrong_type(value, key, "a table of lists")
        return tuple(
            fault for name, item in value.items() for fault in check_list(item, (*key, name))
        )

    return check


def values_of(check_value: Check) -> Check:
    """Make a check for a table of values, under keys of any name."""

    def check(value: Any, key: KeyPath) -> tuple[Fault, ...]:
        if not isinstance(value, dict):
            return wrong_type(value, key, "a table")
        return tuple(
            fault for name, item in value.items() for fault in check_value(item, (*key, name))
        )

    return check


def table(
    keys: Mapping[str, Key], expected: str = "a table", misplaced: Mapping[str, str] = _NO_HINTS
) -> Check:
    """Make a check for a table with these keys and no other.

    `misplaced` maps a key that belongs elsewhere to the hint that says where.
    """
    required = tuple(name for name, key in keys.items() if key.required)

    def check(value: Any, key: KeyPath) -> tuple[Fault, ...]:
        if not isinstance(value, dict):
            return wrong_type(value, key, expected)
        faults: list[Fault] = []
        for name, item in value.items():
            if name in keys:
                faults += keys[name].check(item, (*key, name))
            else:
                message = f"unknown key; allowed: {', '.join(keys)}"
                hint = misplaced.get(name) or did_you_mean(name, tuple(keys))
                faults.append(Fault((*key, name), message, hint))
        faults += (
            Fault((*key, name), "missing; it is required") for name in required if name not in value
        )
        return tuple(faults)

    return check


def tables(keys: Mapping[str, Key], misplaced: Mapping[str, str] = _NO_HINTS) -> Check:
    """Make a check for an array of tables: `[[label]]` written as often as needed."""
    check_list = list_of(table(keys, misplaced=misplaced), "a list of tables")

    def check(value: Any, key: KeyPath) -> tuple[Fault, ...]:
        if isinstance(value, list):
            return check_list(value, key)
        return wrong_type(value, key, "tables", f"write [[{key[-1]}]] in a line of its own")

    return check


def wrong_type(value: Any, key: KeyPath, expected: str, hint: str = "") -> tuple[Fault, ...]:
    """Say that a value is of another type than expected."""
    return (Fault(key, f"expected {expected}, got {_described(value)}", hint),)


def did_you_mean(word: str, allowed: Sequence[str]) -> str:
    """Guess which of the allowed words was meant: 'did you mean "ko"?', or nothing."""
    from difflib import get_close_matches  # only a faulty file pays for the import

    lowered = word.strip().lower()
    alias = _aliases().get(lowered)
    found = [alias] if alias in allowed else get_close_matches(lowered, allowed, n=1)
    return f'did you mean "{found[0]}"?' if found else ""


def shown(value: str) -> str:
    """Quote a wrong text for a message, cut to a readable length."""
    return quote(value if len(value) <= _SHOWN else value[:_SHOWN] + "…")


def format_key(key: KeyPath) -> str:
    """Write a key path for people: `label[2].status`."""
    return "".join(map(_key_part, key)).removeprefix(".")


def _key_part(part: str | int) -> str:
    if isinstance(part, int):
        return f"[{part}]"
    return f".{part}" if part.isprintable() else f".{quote(part)}"


def _is_blank(value: str) -> bool:
    """Whether nothing can be seen: only spaces, control and format characters."""
    return all(
        character.isspace() or unicodedata.category(character) in ("Cc", "Cf")
        for character in value
    )


def _described(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f"the text {shown(value)}"
        case int() | float():
            return f"the number {value}"
        case datetime.datetime() | datetime.time():
            return f"the time {value.isoformat()}"
        case datetime.date():
            return f"the date {value.isoformat()}"
        case list():
            return "a list"
        case _:
            return "a table"
