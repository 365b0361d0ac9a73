"""Regular expressions that are compiled when they are first used.

A commit hook starts anew for each run, and khihau has more expressions than one text needs:
compiling all of them takes as long as checking the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

__all__ = ["either", "regex"]


class _Regex:
    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)  # from now on found without asking
        return value


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives; a faulty expression raises re.error only when it is used."""
    return cast("re.Pattern[str]", _Regex(source, flags))


def either(words: Iterable[str]) -> str:
    """The source of an expression that any of some words matches, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
