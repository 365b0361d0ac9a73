"""Which acronyms the readers of a document know: those of newspapers, where its profile says so."""

from __future__ import annotations

from khihau.documents.segments import lang_at
from khihau.languages.known_acronyms import everyday_acronyms
from khihau.ledger.uses import Use, family
from khihau.review.base import Checked

__all__ = ["is_known_to_readers"]


def is_known_to_readers(checked: Checked, use: Use) -> bool:
    """Whether an acronym needs no full form in a document (rule C10)."""
    name, readers = family(use.acronym, use.number), checked.customs.profile.readers
    if name in checked.options.house.known:
        return True
    lang = lang_at(checked.document.segments, use.start)
    return readers is not None and name in everyday_acronyms(readers, lang)
