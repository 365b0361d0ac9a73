"""Writing a term in another spelling of it, at some places of a text (rule C3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khihau.documents.prose.comments import blanked
from khihau.languages import LANGUAGES
from khihau.languages.choices import LOAN, kind_of, respelled
from khihau.review.base import Checked
from khihau.review.spelled_places import Place
from khihau.text.compose import composed
from khihau.text.regex import either, regex

if TYPE_CHECKING:
    from khihau.model import Fix

__all__ = ["OF_WORDS", "respelling", "words_of", "written"]

OF_WORDS = (LOAN, "tone")  # choices of a word, wherever it stands


def written(place: Place, form: str) -> str:
    """The words at a place, in a form, on one line."""
    words, done = "", place.part.start
    news = respelled(place.part, place.match.text, form)
    for (start, end), new in zip(place.part.pieces, news, strict=True):
        words += place.match.text[done:start] + new
        done = end
    return " ".join((words + place.match.text[done : place.part.end]).split())


def respelling(checked: Checked, off: Sequence[Place], target: str) -> Fix:
    """The fix that writes some places in another form; what stands beside a loan word agrees with it.

    Where the word stands in more places than in terms the text stays mixed: then someone must look.
    """
    from khihau.languages.grammar import Spot
    from khihau.model import Edit, Fix

    edits: list[Edit] = []
    for place in off:
        at, text = place.match.start, place.match.text
        news = respelled(place.part, text, target)
        edits += [
            Edit(at + start, at + end, new)
            for (start, end), new in zip(place.part.pieces, news, strict=True)
            if text[start:end] != new
        ]
        if kind_of(place.part.family) == LOAN:
            spot = Spot(checked.document.text, place.start, place.end, place.start)
            edits += LANGUAGES[place.match.lang].grammar.agreement(spot, news[-1]).edits
    is_word = kind_of(off[0].part.family) in OF_WORDS
    is_half = is_word and words_of(checked, off, off[0].part.form) > len(off)
    return Fix("suggested" if is_half else "safe", tuple(edits))


def words_of(checked: Checked, places: Sequence[Place], form: str) -> int:
    """How often the words at some places stand in the prose of the whole text, in a form."""
    words = {composed(written(place, form)).lower() for place in places}
    text = composed(blanked(checked.document.text, checked.document.protected)).lower()
    return len(regex(rf"(?<!\w){either(words)}(?!\w)").findall(text))
