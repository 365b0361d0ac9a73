"""Which acronyms the readers of a document know: those of newspapers, where its profile says so."""

from __future__ import annotations

from khihau.documents.segments import lang_at
from khihau.languages.known_acronyms import everyday_acronyms
from khihau.ledger.uses import Use, family
from khihau.review.base import Checked

__all__ = ["is_known_to_readers"]


def is_known_to_readers(checked: Checked, use: Use) -> bool:
    """Whether an acronym needs no full form in a document (rule C10)."""
    everyday = everyday_acronyms(lang_at(checked.document.segments, use.start))
    name = family(use.acronym, use.number)
    is_everyday = checked.customs.profile.known and name in everyday
    return is_everyday or name in checked.options.house.known
