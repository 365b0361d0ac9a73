"""official-title: the title of an act in other words than the act has.

What it finds: behind or before the number of an act that the glossary knows, or between quotation
marks, a title of which a word is exchanged, left out, added or spelled in another way: the carbon
market in a title that has các-bon. Also where no quotation marks stand. Left alone are capitals,
punctuation, hyphens, the place of tone marks, small words and abbreviations; a title whose end is left
off; a description in words of one's own (Quyết định 232/QĐ-TTg về thị trường các-bon); a
title in another language; and names that the glossary allows.

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
from khihau.review.base import Checked, Rule, finding
from khihau.text.compose import caseless

if TYPE_CHECKING:
    from khihau.fuzzy.cited_titles import Misquoted
    from khihau.model import Finding, Match

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    index = index_of(checked.base)
    if not index.acts and not index.titles:
        return
    from khihau.fuzzy.cited_titles import misquoted

    for found in misquoted(checked.document, index.acts, index.titles):
        if not any(_is_known(match, found) for match in checked.matches):
            yield _finding(checked, found)


def _is_known(match: Match, found: Misquoted) -> bool:
    """Whether words are part of a name that the glossary has: by number one that is right to the letter."""
    if not (match.start <= found.start and found.end <= match.end and match.kind == "full"):
        return False
    if match.end - match.start <= len(found.title) / 2:
        return False
    if not found.number:
        return True
    return match.status in ALLOWED and caseless(match.text) == caseless(match.label)


def _finding(checked: Checked, found: Misquoted) -> Finding:
    words = " ".join(checked.document.text[found.start : found.end].split())
    has = f"has “{found.right}”" if found.right else "has no such words"
    of = f" of {found.number}" if found.number else ""
    message = f"“{words}”: the title{of} {has}; in full “{found.title}”"
    span = (found.start, found.end)
    source = "; ".join(found.sources) or UNVERIFIED
    return finding(checked, RULE.name, RULE.severity, span, message, None, source=source)


RULE = Rule(
    "official-title", "warning", "the title of an act in other words than the act has", _find
)
