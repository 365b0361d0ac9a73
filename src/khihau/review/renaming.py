"""Another name of the same concept in place of one that stands in a text, where that is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khihau.languages.en.grammar import is_titled, titled
from khihau.languages.en.plurals import full_plural, nouns
from khihau.languages.session_numbers import fill
from khihau.review.base import Checked
from khihau.review.official_names import replacement
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Edit, Match

__all__ = ["as_spelled", "name_for", "renamed"]

_ARTICLE = regex(r"(?<![^\W_])[Aa]n?\s+\Z")
_MARKS = regex(r"[*_~`\[\]<>\u200b\xad]")
_REACH = 30
_MASS = frozenset(
    "aid capture carbon electricity energy equipment finance financing heat hydrogen information "
    "methane power rain rainfall research storage trading warming waste water".split()
)


def as_spelled(match: Match) -> str:
    """The label of a match, in the spelling that the text has there (các-bon, carbon)."""
    label, words = match.label, " ".join(match.text.split())
    if match.how not in ("spelling", "spacing") or "{n" in label or _MARKS.search(words):
        return label
    if label[:1].islower():
        words = words[:1].lower() + words[1:]
    return words if sum(map(str.isupper, words)) == sum(map(str.isupper, label)) else label


def name_for(match: Match, name: str) -> str | None:
    """A name as it would stand in the place of a match, in its number and case; None if unsure.

    `name` is a label, in any spelling; `{n}` in it becomes the number of the match.
    """
    words = name if match.number is None else fill(match.lang, name, match.number)
    return _cased(match, _in_number(match, words))


def renamed(checked: Checked, match: Match, name: str) -> tuple[Edit, ...] | None:
    """The edits that write a name for a match; None where it is not sure that the text stays right."""
    new = name_for(match, name)
    if new is None or (match.lang == "en" and _is_mass(new) and _has_article(checked, match)):
        return None
    fix = replacement(checked, (match.start, match.end), new, "safe")
    return fix.edits if fix and fix.safety == "safe" else None


def _has_article(checked: Checked, match: Match) -> bool:
    before = checked.document.text[max(0, match.start - _REACH) : match.start]
    return bool(_ARTICLE.search(before))


def _in_number(match: Match, new: str) -> str | None:
    """An English name in the number of the one it replaces; verbs that agree with it stay right."""
    if match.lang != "en":
        return new
    if match.how == "plural":
        return None if _is_mass(new) else full_plural(new)
    return new if _is_plural(new) == _is_plural(match.text) else None


def _is_mass(name: str) -> bool:
    """Whether a name takes neither a plural nor "a"."""
    return not _MASS.isdisjoint(nouns(name))


def _is_plural(name: str) -> bool:
    return any(word.endswith("s") and word[-2:-1] not in ("s", "u", "i") for word in nouns(name))


def _cased(match: Match, new: str | None) -> str | None:
    """The new name in the case of the old one, where that is not the case of its label."""
    old = match.text
    if new is None or match.how != "case":
        return new
    if old.isupper():
        return new.upper()
    if old[1:] == match.label[1:]:
        return new  # only the first letter was raised
    return titled(new) if match.lang == "en" and is_titled(old) else None
