"""What readers said of findings: one verdict a line of a file (JSON Lines) that only grows.

A finding is known by its fingerprint, as in a baseline; no words of a document are kept.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias, get_args

from khihau.errors import InputError, Problem
from khihau.text.regex import regex

__all__ = ["VERDICT_FILE", "WORDS", "Verdict", "Word", "latest", "line_of", "parse_verdicts"]

VERDICT_FILE = "khihau-verdicts.jsonl"  # in the folder from which settings count

Word: TypeAlias = Literal["right", "noise", "wrong"]

WORDS: tuple[Word, ...] = get_args(Word)

_FINGERPRINT = regex("[0-9a-f]{16}")
_TOLD = 10  # bad lines that are named one by one
_HINT = "mend the line or take it out"


class Verdict(NamedTuple):
    """What a reader said of a finding: right and useful, true but noise, or wrong.

    `profile` is that of its document, "" where it has none; `why` is in the reader's own words.
    """

    fingerprint: str
    rule: str
    concept: str | None
    profile: str
    verdict: Word
    day: datetime.date
    why: str = ""


def line_of(verdict: Verdict) -> str:
    """A verdict as one line of its file, with the line break."""
    row: dict[str, Any] = verdict._asdict()
    row["day"] = verdict.day.isoformat()
    if not verdict.why:
        del row["why"]
    return json.dumps(row, ensure_ascii=False) + "\n"


def parse_verdicts(text: str, shown: str) -> list[Verdict]:
    """The verdicts of a file's text, in order; blank lines are none.

    Raises InputError that names each bad line of the file `shown`, and what is wrong in it.
    """
    verdicts: list[Verdict] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            problems.append(Problem(shown, number, "", "is no line of JSON", _HINT))
            continue
        faults = [
            Problem(shown, number, key, message, _HINT) for key, message in _faults_of_row(row)
        ]
        if faults:
            problems += faults
        else:
            verdicts.append(Verdict(**row | {"day": datetime.date.fromisoformat(row["day"])}))
    if problems:
        told = [str(problem) for problem in problems[:_TOLD]]
        more = [f"and {len(problems) - _TOLD} more"] if len(problems) > _TOLD else []
        raise InputError("\n".join([*told, *more]))
    return verdicts


def latest(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The last verdict on each finding: whoever judges anew has changed their mind."""
    return [*{verdict.fingerprint: verdict for verdict in verdicts}.values()]


def _faults_of_row(row: object) -> Iterator[tuple[str, str]]:
    """What is wrong in a line: the key, and what is allowed there."""
    if not isinstance(row, Mapping):
        yield "", "is no verdict; a line holds {" + ", ".join(Verdict._fields) + "}"
        return
    for key in row:
        if key not in Verdict._fields:
            yield str(key), "no such key; there are " + ", ".join(Verdict._fields)
    for key in Verdict._fields:
        if key not in row:
            if key not in Verdict._field_defaults:
                yield key, "is missing"
        elif wanted := _wanted(key, row[key]):
            yield key, f"{json.dumps(row[key], ensure_ascii=False)} is not {wanted}"


def _wanted(key: str, value: object) -> str:
    """What a key must hold, "" where it does."""
    if key == "concept" and value is None:
        return ""
    if not isinstance(value, str):
        return "a text or null" if key == "concept" else "a text"
    if key != "why" and not value.isprintable():  # it would be shown
        return "a name in letters that can be seen"
    match key:
        case "fingerprint":
            return "" if _FINGERPRINT.fullmatch(value) else "a fingerprint of 16 letters and digits"
        case "verdict":
            return "" if value in WORDS else "one of " + ", ".join(WORDS)
        case "day":
            return "" if _is_day(value) else "a day like 2026-12-01"
        case "rule":
            return "" if value else "the name of a rule"
    return ""


def _is_day(value: str) -> bool:
    try:
        return datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
