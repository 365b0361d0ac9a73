"""Which article an English name has, and whether it stands for itself or modifies a noun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khihau.languages.data import data_words
from khihau.text.regex import regex
from khihau.text.stops import ENDS, PAUSES, opens_sentence

__all__ = ["indefinite", "indefinite_before", "modified", "takes_the"]

_INDEFINITE = regex(r"(?<![^\W_])(?<!/)(an?|An?)\s+[*_~'\"‘“]*\Z")
_NEXT_WORD = regex(r"[\s*_]+([A-Za-z]+)")
_SPOKEN_AN = regex(r"(?:8\d*|11|18)(?:\D|$)")
_SPOKEN_Y = regex(r"uni(?![nm])|use|usu|usa|uti|eu|one|once")  # yu or wu: no vowel to the ear
_VOWELS = ("a", "e", "i", "o", "u", "hour", "honest", "heir")
_OPEN_LETTERS = frozenset("AEFHILMNORSX")  # whose names begin with a vowel
_ENDING_MARKS = "*_~'\"’”‘“«»"


def indefinite(phrase: str) -> str:
    """a or an before a phrase, by the sound of its first word."""
    word = re.split(r"[\s-]", phrase)[0]
    if _SPOKEN_AN.match(word):
        return "an"
    if word.isupper():
        return "an" if word[0] in _OPEN_LETTERS else "a"
    lower = word.lower()
    if _SPOKEN_Y.match(lower):
        return "a"
    return "an" if lower.startswith(_VOWELS) else "a"


def indefinite_before(before: str) -> re.Match[str] | None:
    """The a or an that ends what stands before a name; a capital counts only at a sentence's start.

    In "Plan A" it is a letter.
    """
    found = _INDEFINITE.search(before)
    if found and found[1][0].isupper():
        return found if opens_sentence(before[: found.start()]) else None
    return found


def takes_the(before: str, after: str) -> bool | None:
    """Whether a bare name between `before` and `after` is written with "the".

    False where a determiner stands before it, None where that is not sure: a word before it may be
    an adjective or a noun, or a noun may follow that the name modifies.
    """
    written = before.rstrip(_ENDING_MARKS + " \t\r\n\xa0").split()
    opened = not written or written[-1][-1] in f"{ENDS}{PAUSES},)–—-"
    last = "" if opened else written[-1].lstrip(_ENDING_MARKS)
    if last.lower() in _words("determiners") or last.endswith(("'s", "’s", "s'", "s’")):
        return False
    if last.lower() in _words("adjectives") or (len(last) > 1 and last.isupper()):
        return False if _is_determined(written[:-1]) else None
    if last and last.lower() not in _words("before") and not last.isdigit():
        return None
    return True if _stands_for_itself(after) else None


def _is_determined(written: Sequence[str]) -> bool:
    for word in reversed(written[-3:]):
        if word.lower() in _words("determiners"):
            return True
        if word.lower() not in _words("adjectives") and not word.isupper():
            return False
    return False


def modified(after: str) -> str:
    """The noun that a term before these words modifies, its plural off; "" where it stands alone."""
    found = _NEXT_WORD.match(after)
    if found is None or _stands_for_itself(after):
        return ""
    noun = found[1].lower()
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")


def _stands_for_itself(after: str) -> bool:
    """Whether a name before these words modifies no noun."""
    found = re.match(r"\s+([A-Za-z]+)", after.lstrip(_ENDING_MARKS))
    if not found:
        return True
    word = found[1]
    return word in _words("after") or (word.islower() and len(word) > 4 and word.endswith("ed"))


def _words(role: str) -> frozenset[str]:
    return data_words("en", "grammar.txt")[role]
