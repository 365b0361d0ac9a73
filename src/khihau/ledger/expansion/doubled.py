"""Words of a full form that stand beside the acronym already: none may come twice (rule E2)."""

from __future__ import annotations

from khihau.languages import LANGUAGES
from khihau.languages.grammar import Beside
from khihau.ledger.expansion.site import MARKS, Site
from khihau.ledger.expansion.tuned import BESIDE
from khihau.text.compose import caseless

__all__ = ["standing_head", "would_double"]

_SPACE = " \t\r\n\xa0"


def standing_head(site: Site) -> int:
    """How many characters of the full form stand before the acronym: whole words from its start.

    "Hội nghị COP29" holds the first two words of "Hội nghị lần thứ 29 …".
    """
    words = site.full.split(" ")
    written = _words(site.before)
    for count in range(len(words), 0, -1):
        if written[-count:] == [caseless(word) for word in words[:count]]:
            head = " ".join(words[:count])
            return len(head) if LANGUAGES[site.lang].grammar.is_head(head) else 0
    return 0


def would_double(site: Site, head: int) -> str:
    """Why writing out would repeat what stands beside the acronym, "" when it would not.

    `head` is what `standing_head` found: as much is left out, and does not count.
    """
    before, after = _words(site.before), site.after.lstrip(MARKS)
    quoted = site.before.rstrip(_SPACE)[-1:] in tuple("'\"‘“") and bool(site.before[-1:].strip())
    if head:
        return "it stands in quotes behind its noun" if quoted else ""
    names = tuple(site.names())
    if any(_ends_with(before, name) or caseless(after).startswith(name) for name in names):
        return "a name of it stands beside it"
    beside = Beside(site.full, names, before, after, site.is_session)
    again = LANGUAGES[site.lang].grammar.doubled(beside)
    return f"{again} would be doubled" if again else ""


def _words(before: str) -> list[str]:
    """The last words before an acronym; marks and a closing bracket stay with their word."""
    near = caseless(before[-BESIDE:].rstrip(MARKS))
    return [word.lstrip(MARKS + "(") for word in near.split(" ")]


def _ends_with(words: list[str], name: str) -> bool:
    parts = name.split(" ")
    return words[-len(parts) :] == parts
