"""The edits that write one acronym out: the full form, its bracket, articles and particles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khihau.languages.en.grammar import article, takes_the
from khihau.languages.en.plurals import full_plural, is_plural_acronym
from khihau.languages.ko.agreement import is_doubtful, particle_edits, sound
from khihau.ledger.expansion.doubled import standing_head, would_double
from khihau.ledger.expansion.site import Site, bound, opens_sentence, version_end
from khihau.model import Edit
from khihau.text.regex import regex

__all__ = ["written"]

_ARTICLE = regex(r"(?<![^\W_])(?<!/)(an?|An?)(\s+)[*_~'\"‘“]*$")
_NAME = regex(r"(?:\d+\w* )?[A-Z](?!\w*ing\b)")  # "29th Conference", not "Partnering for"


def written(site: Site, text: str) -> list[Edit] | str:
    """The edits at a site, or why it stays; "" where the full form stands before it already."""
    if reason := bound(site):
        return reason
    head = standing_head(site)
    if reason := would_double(site, head):
        return reason
    return _english(site, head) if site.lang == "en" else _plain(site, head, site.full, text)


def _plain(site: Site, head: int, full: str, text: str = "") -> list[Edit] | str:
    """The full form before the acronym and its bracket; in Korean the particle behind it."""
    rest = full[head:].lstrip()
    if not rest:
        return ""
    if not head and opens_sentence(site):
        rest = rest[0].upper() + rest[1:]
    start, end = site.use.start, site.use.end + version_end(site)
    edits = [Edit(start, start, rest + ("(" if site.lang == "ko" else " (")), Edit(end, end, ")")]
    if site.lang == "ko":
        ending = sound(full)
        if is_doubtful(text, end, ending):
            return "the particle behind it is not sure"
        edits += particle_edits(text, end, ending)
    return edits


def _english(site: Site, head: int) -> list[Edit] | str:
    full = site.full
    acronym = site.use.acronym
    plural = is_plural_acronym(acronym)
    if plural:
        label = next((label for label in site.concept.labels if label.text == full), None)
        changed = label.plural if label and label.plural else full_plural(full)
        if changed is None or site.use.number is not None:
            return "the plural of the full form is not sure"
        full = changed
    found = None if head else _ARTICLE.search(site.before, max(0, len(site.before) - 40))
    if found and found[1][0].isupper() and not opens_sentence(site, found.start()):
        found = None  # "Plan A"
    if found and site.use.number is not None:
        return "the article before it is not sure"
    if not found and not head and not plural and _NAME.match(full):
        before = "" if opens_sentence(site) else site.before
        the = takes_the(before, site.after[version_end(site) :])
        if the is None:
            return "the article before it is not sure"
        full = "the " + full if the else full
    edits = _plain(site, head, full)
    if found and not isinstance(edits, str):
        edits += _article(site, found, full)
    return edits


def _article(site: Site, found: re.Match[str], full: str) -> Iterator[Edit]:
    """a or an, chosen again for the full form."""
    written = article(full)
    written = written.capitalize() if found[1][0].isupper() else written
    if written != found[1]:
        start = site.use.start - len(site.before) + found.start()
        yield Edit(start, start + len(found[1]), written)
