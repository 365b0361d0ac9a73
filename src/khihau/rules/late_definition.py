"""late-definition: an acronym that is used before it is written out.

What it finds: the first use of an acronym in running text that stands before its definition; the
message names the line of the definition. Headings, headlines and captions may use an acronym early,
a head that runs into the first sentence too, and a note (*, ※) right under its paragraph is in time;
what every reader of newspapers knows (COP30, LNG) may come at any time but in an act. In a text in several languages each part
counts for itself, as far as it has a definition of its own; else the first one of the text serves
all. Speech that the text quotes may use what it likes.

Why it matters: a reader meets letters without a meaning, and finds the meaning where it is no longer
needed. There is no fix: move the full form to the first use, and leave the acronym alone after it.

The law on it: rules A6 and C10 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | GCF tài trợ dự án. Quỹ Khí hậu xanh (GCF) có trụ sở tại Incheon. | Quỹ Khí hậu xanh (GCF) tài trợ dự án. GCF có trụ sở tại Incheon. |
| ko | GCF는 송도에 있다. 녹색기후기금(GCF)이 총회를 열었다. | 녹색기후기금(GCF)은 송도에 있다. GCF가 총회를 열었다. |
| en | The GCF met. Later the Green Climate Fund (GCF) approved the project. | The Green Climate Fund (GCF) met. Later the GCF approved the project. |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from khihau.documents.segments import lang_at, segment_index
from khihau.languages import LANGUAGES
from khihau.languages.detect import detect
from khihau.review.base import Checked, Rule, finding, is_judged
from khihau.review.known import is_in_list, is_known_to_readers
from khihau.review.official_names import written_out
from khihau.review.opening import Opening, opening
from khihau.review.tuned import HEADLINE
from khihau.text.compose import composed, letters_before
from khihau.text.positions import Positions

if TYPE_CHECKING:
    from khihau.ledger import Use
    from khihau.model import Document, Finding

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    places = Positions.of(checked.document)
    late = [event for event in checked.ledger.events if event.entry.kind == "late"]
    head = opening(checked.document) if late else Opening(0, 0, 0)
    for entry, use, definition in late:
        span = (entry.start, entry.end)
        if not definition or not is_judged(checked.document, *span):
            continue
        if use.start < head.start or definition.start < head.end:
            continue  # a head may run into the first sentence; then that writes the acronym out
        if _is_in_caption(checked.document, use):
            continue
        if is_known_to_readers(checked, use) or is_in_list(checked, use):
            continue
        form = definition.expansion or (0, 0)
        if form[0] <= use.start < form[1]:
            continue  # AENOR INTERNACIONAL, S.A.U. (AENOR)
        place = places.named(definition.start)
        message = f"{entry.acronym} is used here, and first written out in {place}"
        words = _form(checked, use, definition)
        yield finding(
            checked,
            RULE.name,
            span,
            f"{message}; write it out here: “{words}”" if words else message,
            entry.concept,
        )


def _is_in_caption(document: Document, use: Use) -> bool:
    """Whether a use stands in the caption of a picture."""
    at = segment_index(document.segments, use.start)
    if at < 0 or at + 1 == len(document.segments):
        return False
    start, end = document.segments[at][:2]
    low = max(start, letters_before(document.text, end, HEADLINE))
    return bool(_captions().search(composed(document.text[low:end])))


@cache
def _captions() -> re.Pattern[str]:
    """How a caption begins in any language: an agency's picture keeps its own."""
    asked = (language.phrases.caption for language in LANGUAGES.values())
    return re.compile("|".join(filter(None, asked)), re.IGNORECASE)


def _form(checked: Checked, use: Use, definition: Use) -> str:
    """The full form for the early use: as the text has it, or official in another language."""
    lang = lang_at(checked.document.segments, use.start)
    form = " ".join(checked.document.text[slice(*(definition.expansion or (0, 0)))].split())
    if detect(form) == lang:
        return form
    name = written_out(checked, use)
    return name.text if name else ""


RULE = Rule(
    "late-definition",
    "an acronym that is used before it is written out",
    _find,
    is_event=True,
)
