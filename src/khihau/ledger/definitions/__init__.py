"""Where a text writes an acronym out, and what that is worth (rules A1 to A7)."""

from khihau.ledger.definitions.citations import is_citation, is_dateline
from khihau.ledger.definitions.initials import spells
from khihau.ledger.definitions.meaning import Meaning, Mention, meaning_of
from khihau.ledger.definitions.name_likeness import likeness
from khihau.ledger.definitions.other_names import named_otherwise
from khihau.ledger.definitions.promises import promises
from khihau.ledger.definitions.sameness import ends_like, head_of, shares_name, units_of
from khihau.ledger.definitions.shapes import NUMBER_END
from khihau.ledger.definitions.wording import cut
from khihau.ledger.definitions.written import Fulls, Written, written_out

__all__ = [
    "NUMBER_END",
    "Fulls",
    "Meaning",
    "Mention",
    "Written",
    "cut",
    "ends_like",
    "head_of",
    "is_citation",
    "is_dateline",
    "likeness",
    "meaning_of",
    "named_otherwise",
    "promises",
    "shares_name",
    "spells",
    "units_of",
    "written_out",
]
