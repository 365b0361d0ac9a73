"""Nouns of a full form that stand beside the acronym already: none may come twice (rule E2)."""

from __future__ import annotations

import re

from khihau.languages.en.plurals import nouns
from khihau.languages.ko.tails import is_tail
from khihau.ledger.expansion.site import MARKS, Site, folded
from khihau.model import Lang

__all__ = ["standing_head", "would_double"]

_SPACE = " \t\r\n\xa0"
_EDGE = "(?<![^\\W_])"
# Words between a head noun and an acronym that make two phrases of them (Vietnamese).
_JOINTS = frozenset(
    "về của tại ở và cho trong với theo từ đến các những là để trước sau qua trên dưới khi do bởi vì "
    "đã sẽ được bị có không này đó năm ngày tháng một hai mọi mỗi gồm như ngoài giữa hay hoặc nhưng "
    "mà thì cũng còn đang phải cần nên".split()
)
_SMALL = frozenset(
    "the of and on for to in as with a an at by from or but và về do các của với được".split()
)
_SAME_EVENT = frozenset("summit meeting session talks".split())
_APPOSED = 5  # how many syllables before an acronym its head noun is looked for


def standing_head(site: Site) -> int:
    """How many characters of the full form stand before the acronym: whole words from its start.

    "Hội nghị COP29" holds the first two words of "Hội nghị lần thứ 29 …".
    """
    words = site.full.split(" ")
    written = _words(site.before)
    for count in range(len(words), 0, -1):
        if written[-count:] == [folded(word) for word in words[:count]]:
            head = " ".join(words[:count])
            return len(head) if _is_head(head, site.lang) else 0
    return 0


def _is_head(head: str, lang: Lang) -> bool:
    """Whether the words are nouns of their own: one Vietnamese syllable only opens most words."""
    if lang == "vi":
        return " " in head or head[0].isupper()
    return not head.endswith("ing")


def would_double(site: Site, head: int) -> str:
    """Why writing out would repeat what stands beside the acronym, "" when it would not.

    `head` is what `standing_head` found: as much is left out, and does not count.
    """
    before, after = _words(site.before), site.after.lstrip(MARKS)
    quoted = site.before.rstrip(_SPACE)[-1:] in tuple("'\"‘“") and bool(site.before[-1:].strip())
    if head:
        return "it stands in quotes behind its noun" if quoted else ""
    if any(_ends_with(before, name) or folded(after).startswith(name) for name in site.names()):
        return "a name of it stands beside it"
    if site.lang == "en":
        again = _english(site, before, after)
    elif site.lang == "ko":
        again = _korean(site, before, after)
    else:
        again = _vietnamese(site, before)
    return f"{again} would be doubled" if again else ""


def _words(before: str) -> list[str]:
    """The last words before an acronym, folded; marks and a closing bracket stay with their word."""
    return [word.lstrip(MARKS + "(") for word in folded(before[-200:].rstrip(MARKS)).split(" ")]


def _ends_with(words: list[str], name: str) -> bool:
    parts = name.split(" ")
    return words[-len(parts) :] == parts


def _english(site: Site, before: list[str], after: str) -> str:
    last = before[-1]
    if last not in _SMALL and any(last in re.findall(r"\w+", name) for name in site.names()):
        return last
    found = re.match(r"\s+([a-z]+)", after)
    if found:
        same = set().union(*(nouns(name) for name in site.names() if name.isascii()))
        if site.is_session:
            same |= _SAME_EVENT
        if {found[1], found[1].removesuffix("s")} & same:
            return found[1]
    return ""


def _korean(site: Site, before: list[str], after: str) -> str:
    last = before[-1]
    if len(last) > 1 and any(last in name for name in site.names()) and not last.isascii():
        return last
    run, full = re.match(r"\s*([가-힣]+)", after), folded(site.full)
    for end in range(2, min(len(run[1]), len(full)) + 1) if run else ():
        noun, rest = run[1][:end], run[1][end:]  # type: ignore[index]
        if full.endswith(noun) and (not rest or is_tail(rest, 2)):
            return noun
    return ""


def _vietnamese(site: Site, before: list[str]) -> str:
    full = folded(site.full).replace(",", "").replace(";", "").split(" ")
    pair = before[-2:]
    if not set(pair) & _SMALL and pair in (full[at : at + 2] for at in range(len(full) - 1)):
        return " ".join(pair)
    # A head noun with an attribute: "Hội nghị thượng đỉnh COP29", "Quỹ quốc tế GCF".
    size = 1 if site.full[0].isupper() and before and full[0] in before[-_APPOSED:] else 2
    near = before[-_APPOSED:]
    for at in range(len(near) - size):
        behind = near[at + size :]
        plain = not any(word in _JOINTS or not word[-1:].isalnum() for word in behind)
        if near[at : at + size] == full[:size] and plain and near[at + size - 1].isalpha():
            return " ".join(near[at : at + size])
    return ""
