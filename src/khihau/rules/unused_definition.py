"""unused-definition: an acronym that is introduced and never used again.

What it finds: a full form with its acronym, where the acronym stands nowhere else in the text, not
even inside a longer name (LNG-fired power plant). Where words promise that the text will use it (sau
đây gọi tắt là, viết tắt là, 이하 … 라 한다, hereinafter, or quotation marks in the bracket: the “GCF”),
it is a thing apart (`unused-definition/promise`), and so is a short name that is set up in such words
and never used (sau đây gọi là Hội đồng): a broken promise weighs more than a plain bracket. In a text in several languages each part with a
definition of its own counts for itself. An acronym that is only written out twice is for
repeated-definition. Left alone are an acronym that a bracket explains, ESG (environmental, social and
governance): there it is the word that is used; words that say a fact (tên viết tắt là, 영문 약칭, known
as) promise nothing; an excerpt of an act; the cells of tables, quoted speech and titles.

Why it matters: an act that sets up a name and never uses it was cut or copied, and its reader looks
for what is missing; in a short text an acronym is one more thing to remember. One that readers know
better than the full form may stay in its bracket. There is no fix.

The law on it: rules A6 and A9 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Quỹ Khí hậu xanh (sau đây gọi tắt là GCF) tài trợ dự án. | Quỹ Khí hậu xanh (GCF) tài trợ dự án; GCF đặt tại Incheon. |
| ko | 녹색기후기금(이하 “GCF”라 한다)이 총회를 열었다. | 녹색기후기금(GCF)이 총회를 열었다. GCF는 송도에 있다. |
| en | The Green Climate Fund (hereinafter “GCF”) met. | The Green Climate Fund (GCF) met. The GCF is in Songdo. |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.prose.comments import blanked
from khihau.profiles.guess import is_whole
from khihau.review.base import Checked, Rule, finding, is_judged
from khihau.text.letters import unspaced
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.ledger import Use
    from khihau.model import Finding

__all__ = ["RULE"]

_WORDS = regex(r"[^\W\d_]")
_OPENING = regex(r"[*_'\"’”]*\s?[(（\[［][\s*_'\"‘“]*")
_SHORT_NAMES = 200  # the whole text is searched for each, and no text sets up so many


class _Unused(NamedTuple):
    """What a text introduces at a span and never uses; `is_promise` says that its words promise a use."""

    start: int
    end: int
    name: str
    concept: str | None
    is_promise: bool


def _find(checked: Checked) -> Iterator[Finding]:
    is_excerpt = cache(lambda: not is_whole(checked.document, checked.customs.profile.name))
    for one in (*_acronyms(checked), *_short_names(checked)):
        span = (one.start, one.end)
        if one.is_promise and is_excerpt():
            continue
        if is_judged(checked.document, *span):
            message = (
                f"{one.name} stands nowhere else in the text; leave the acronym out, or use it"
            )
            if one.is_promise:
                message = (
                    f"{one.name} is set up for the whole text and stands nowhere else in it; "
                    "leave that out, or use it"
                )
            aspect = "promise" if one.is_promise else ""
            yield finding(checked, RULE.name, span, message, one.concept, aspect=aspect)


def _acronyms(checked: Checked) -> Iterator[_Unused]:
    for entry, use, _ in checked.ledger.events:
        if entry.kind != "unused" or use.kind == "cell" or _is_glossed(checked.document.text, use):
            continue
        yield _Unused(entry.start, entry.end, entry.acronym, entry.concept, use.is_promise)


def _is_glossed(text: str, use: Use) -> bool:
    """Whether the acronym is the word that the text uses, and a bracket or a sentence explains it."""
    form = use.expansion
    if form is None or form[0] < use.end:
        return False
    return bool(_OPENING.fullmatch(text, use.end, form[0]) or _WORDS.search(text, use.end, form[0]))


def _short_names(checked: Checked) -> Iterator[_Unused]:
    """The short names (rule A8) whose letters stand only where they are set up, in any spacing and case."""
    entries = list(islice(checked.ledger.short_names, _SHORT_NAMES))
    document = checked.document
    text = unspaced(blanked(document.text, document.protected)) if entries else ""
    set_up = Counter(unspaced(entry.acronym) for entry in entries)
    for entry in entries:
        name = unspaced(entry.acronym)
        form = unspaced(checked.document.text[slice(*(entry.expansion or (0, 0)))])
        if set_up[name] == 1 and text.count(name) <= 1 + form.count(name):
            yield _Unused(entry.start, entry.end, entry.acronym, entry.concept, is_promise=True)


RULE = Rule("unused-definition", "an acronym that is introduced and never used", _find)
