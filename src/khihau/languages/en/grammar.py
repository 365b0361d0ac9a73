"""What stands around an English name: articles, titles, the noun that it modifies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from khihau.languages.grammar import Grammar
from khihau.text.regex import regex

if TYPE_CHECKING:
    pass

__all__ = [
    "SMALL_WORDS",
    "EnglishGrammar",
    "article",
    "is_sure",
    "is_titled",
    "modified",
    "takes_the",
    "titled",
]

_NEXT_WORD = regex(r"[\s*_]+([A-Za-z]+)")


def modified(after: str) -> str:
    """The noun that a term before these words modifies, its plural off; "" where it stands alone."""
    found = _NEXT_WORD.match(after)
    if found is None or _heads(after):
        return ""
    noun = found[1].lower()
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")


# --- grammar around a name ------------------------------------------------------------------------

# Words that neither Vietnamese nor a name in another language has: one makes a line English.
_OWN_WORDS = regex(
    r"(?<![^\W_])(?:the|of|and|for|is|are|was|were|has|have|will|with|by|at|this|that|its)(?![^\W_])",
    re.I,
)
SMALL_WORDS = frozenset("of the and for on in to a an by with as at or from under".split())
_OPEN_LETTERS = frozenset("AEFHILMNORSX")  # whose names begin with a vowel
_ENDING_MARKS = "*_~'\"’”‘“«»"
_DETERMINERS = frozenset(
    "a an the this these those its their our his her your my whose which each every any some no".split()
)
_ADJECTIVES = frozenset(
    "last next first second third new recent latest previous past upcoming coming current annual".split()
)
_BEFORE_NAME = frozenset(
    "at in on of to for from by with about before after during since until till under ahead toward "
    "towards and or but as than between beyond through following outside inside via per over around "
    "near against within that when while where whether if because although though once is was be "
    "host hosts hosted hosting attend attends attended attending join joins joined open opened "
    "address addressed chair chairs chaired held hold leave left".split()
)
# What follows a name that is no modifier: auxiliaries, prepositions, and verbs that are no nouns.
_AFTER_NAME = frozenset(
    "in at on of to for by with from into and or but as than that which who where when while is are "
    "was were has have had will would can could may might must should shall did does do this last "
    "next until before after during also not only alone itself under between through about because "
    "since if says said began begins took takes saw sees gave gives brought brings set sets made "
    "makes came comes went goes led met became becomes found finds kept keeps fell rose "
    "ends opens".split()
)


def is_sure(text: str) -> bool:
    """Whether a line that looks English is: a short one without marks may be any language."""
    return bool(_OWN_WORDS.search(text))


def article(phrase: str) -> str:
    """The indefinite article before a phrase, by the sound of its first word."""
    word = re.split(r"[\s-]", phrase)[0]
    if re.match(r"(?:8\d*|11|18)(?:\D|$)", word):
        return "an"
    if word.isupper():
        return "an" if word[0] in _OPEN_LETTERS else "a"
    lower = word.lower()
    if re.match(r"(?:uni(?![nm])|use|usu|usa|uti|eu|one|once)", lower):
        return "a"
    return "an" if lower.startswith(("a", "e", "i", "o", "u", "hour", "honest", "heir")) else "a"


def is_titled(phrase: str) -> bool:
    """Whether all words of a phrase but the small ones have a capital, and there are several."""
    large = [word for word in phrase.split() if word.lower() not in SMALL_WORDS]
    return len(large) > 1 and all(word[0].isupper() for word in large)


def titled(phrase: str) -> str:
    """A phrase as it stands in a title; a name that has capitals of its own keeps them."""
    if any(map(str.istitle, phrase.split())):
        return phrase
    return " ".join(
        word if word in SMALL_WORDS else word[0].upper() + word[1:] for word in phrase.split()
    )


def takes_the(before: str, after: str) -> bool | None:
    """Whether a bare name between `before` and `after` is written with "the".

    False where a determiner stands before it, None where that is not sure: a word before it may be
    an adjective or a noun, or a noun may follow that the name modifies.
    """
    words = before.rstrip(_ENDING_MARKS + " \t\r\n\xa0").split()
    opened = not words or words[-1][-1] in ".,;:!?…)–—-"
    last = "" if opened else words[-1].lstrip(_ENDING_MARKS)
    if last.lower() in _DETERMINERS or last.endswith(("'s", "’s", "s'", "s’")):
        return False
    if last.lower() in _ADJECTIVES or (len(last) > 1 and last.isupper()):
        return False if _is_determined(words[:-1]) else None
    if last and last.lower() not in _BEFORE_NAME and not last.isdigit():
        return None
    return True if _heads(after) else None


def _is_determined(words: list[str]) -> bool:
    for word in reversed(words[-3:]):
        if word.lower() in _DETERMINERS:
            return True
        if word.lower() not in _ADJECTIVES and not word.isupper():
            return False
    return False


def _heads(after: str) -> bool:
    """Whether a name before these words stands for itself, and modifies no noun."""
    rest = after.lstrip(_ENDING_MARKS)
    found = re.match(r"\s+([A-Za-z]+)", rest)
    if not found:
        return True
    word = found[1]
    return word in _AFTER_NAME or (word.islower() and len(word) > 4 and word.endswith("ed"))


class EnglishGrammar(Grammar):
    """The answers of English."""
