"""The edits that write one acronym out: the full form, its bracket, and what must agree beside it."""

from __future__ import annotations

from khihau.languages import LANGUAGES
from khihau.languages.grammar import Spot
from khihau.ledger.expansion.doubled import standing_head, would_double
from khihau.ledger.expansion.site import Site, bound, opens_sentence, version_end
from khihau.model import Edit

__all__ = ["written"]


def written(site: Site, text: str) -> list[Edit] | str:
    """The edits at a site, or why it stays; "" where the full form stands before it already."""
    if reason := bound(site):
        return reason
    head = standing_head(site)
    if reason := would_double(site, head):
        return reason
    grammar = LANGUAGES[site.lang].grammar
    is_plural = grammar.is_plural_acronym(site.use.acronym)
    full = _plural(site) if is_plural else site.full
    if full is None:
        return "the plural of the full form is not sure"
    if not head and not is_plural:
        full = _with_article(site)
        if full is None:
            return "the article before it is not sure"
    return _edits(site, text, head, full)


def _plural(site: Site) -> str | None:
    """The full form of several things, None where it is not sure."""
    if site.use.number is not None:
        return None
    label = next((label for label in site.concept.labels if label.text == site.full), None)
    if label and label.plural:
        return label.plural
    plural = LANGUAGES[site.lang].grammar.plural(site.full)
    return plural.text if plural.is_sure else None


def _with_article(site: Site) -> str | None:
    before = "" if opens_sentence(site) else site.before
    after = site.after[version_end(site) :]
    numbered = site.use.number is not None
    return LANGUAGES[site.lang].grammar.with_article(before, site.full, after, is_numbered=numbered)


def _edits(site: Site, text: str, head: int, full: str) -> list[Edit] | str:
    """The full form before the acronym and its bracket, and what they change beside them."""
    rest = full[head:].lstrip()
    if not rest:
        return ""
    if not head and opens_sentence(site):
        rest = rest[0].upper() + rest[1:]
    start, end = site.use.start, site.use.end + version_end(site)
    grammar = LANGUAGES[site.lang].grammar
    agreement = grammar.agreement(Spot(text, start, end, start - len(site.before)), full)
    if agreement.doubt:
        return agreement.doubt
    opening = Edit(start, start, f"{rest}{grammar.bracket_space}(")
    return [opening, Edit(end, end, ")"), *agreement.edits]
