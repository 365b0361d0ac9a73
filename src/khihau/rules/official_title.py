"""official-title: the title of an act in other words than the act has.

What it finds: behind or before the number of an act that the glossary knows a title of which a word is
exchanged, left out, added or spelled in another way: the carbon market in a title that has các-bon; of
its translations one word that means something else. Without a number: the long name of an act or a
plan but for one word, between quotation marks or in the form of a title. Left alone are capitals,
punctuation, hyphens, the place of tone marks, small words and abbreviations; a title whose end is left
off; a description in words of one's own (Quyết định 232/QĐ-TTg về thị trường các-bon); what may be
another plan, of a province, a sector or an earlier period; and names that the glossary allows.

Why it matters: whoever looks up the title does not find the act, and an official text that misquotes
one is sent back. There is no fix: a title is looked up and copied, and the message has it.

The law on it: rule C13 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Quyết định 232/QĐ-TTg phê duyệt Đề án thành lập và phát triển thị trường carbon tại Việt Nam. | Quyết định 232/QĐ-TTg phê duyệt Đề án thành lập và phát triển thị trường các-bon tại Việt Nam. |
| ko | 「온실가스 배출권의 배분 및 거래에 관한 법률」에 따른다. | 「온실가스 배출권의 할당 및 거래에 관한 법률」에 따른다. |
| en | Decision 1/CMA.5, Outcome of the first global stocktaking, was adopted. | Decision 1/CMA.5, Outcome of the first global stocktake, was adopted. |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.match.index import index_of
from khihau.model import ALLOWED, UNVERIFIED
from khihau.review.base import Checked, Rule, finding, match_around
from khihau.text.compose import caseless, composed

if TYPE_CHECKING:
    from khihau.fuzzy.cited_titles import Misquoted
    from khihau.model import Finding, Match

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    index = index_of(checked.base)
    if not index.acts and not index.titles:
        return
    from khihau.fuzzy.cited_titles import misquoted, numbers_of
    from khihau.fuzzy.recited_titles import recited

    for found in misquoted(checked.document, index.acts, index.titles):
        match = match_around(checked.matches, found.start, found.end)
        if not match or not _is_known(match, found):
            yield _finding(checked, found)
    for other in recited(checked.document, numbers_of(tuple(index.acts))):
        words = " ".join(checked.document.text[other.start : other.end].split())
        message = f"“{words}”: beside {other.number} the text also has “{other.other}”"
        yield finding(checked, RULE.name, other[:2], message, None, aspect="several")


def _is_known(match: Match, found: Misquoted) -> bool:
    """Whether the name around words is one that the glossary has: by number one right to the letter."""
    if len(composed(match.text)) <= len(found.title) / 2:
        return False
    if not found.number:
        return True
    is_right = match.kind == "full" and match.status in ALLOWED
    return is_right and caseless(match.text) == caseless(match.label)


def _finding(checked: Checked, found: Misquoted) -> Finding:
    words = " ".join(checked.document.text[found.start : found.end].split())
    has = f"has “{found.right}”" if found.right else "has no such words"
    of = f" of {found.number}" if found.number else ""
    message = f"“{words}”: the title{of} {has}; in full “{found.title}”"
    span = (found.start, found.end)
    source = "; ".join(found.sources) or UNVERIFIED
    return finding(checked, RULE.name, span, message, None, source=source)


RULE = Rule(
    "official-title",
    "the title of an act in other words than the act has",
    _find,
    has_concepts=False,
)
