"""English: plurals, -ise/-ize, and the words that a Vietnamese reader reads as syllables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from khihau.languages.base import (
    Candidate,
    Variant,
    Verdict,
    dash_variants,
    decide_nothing,
    like,
    neighbours,
    no_competitors,
    reject,
)
from khihau.languages.vi_spelling import is_syllable
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Label

__all__ = [
    "SMALL_WORDS",
    "article",
    "competitors",
    "decide",
    "edges",
    "full_plural",
    "is_plural_acronym",
    "is_sure",
    "is_titled",
    "modified",
    "nouns",
    "ordinal",
    "plural",
    "respelled",
    "spelling",
    "stem",
    "syllables",
    "takes_the",
    "titled",
    "variants",
]

decide = decide_nothing  # English leaves nothing undecided
competitors = no_competitors

_IZE = regex(r"(?<=[a-z]{3}i)([sz])(?=(?:e|ed|es|ing|ation|ations|er|ers)\b)", re.I)
_PAIRS = (
    ("programme", "program"),
    ("centre", "center"),
    ("labour", "labor"),
    ("behaviour", "behavior"),
    ("neighbour", "neighbor"),
    ("fibre", "fiber"),
    ("aluminium", "aluminum"),
    ("sulphur", "sulfur"),
    ("metre", "meter"),
    ("defence", "defense"),
)
_STEMS = {
    "programme": "program",
    "centre": "center",
    "harbour": "harbor",
    "labour": "labor",
    "gases": "gas",
}
# Words that no style writes with a z, or that have theirs for another reason (size).
_NO_CHOICE = regex(
    r"(?:advert|compr|desp|dev|disgu|enterpr|exerc|expert|franch|improv|merchand|pract|prem|prom|rev"
    r"|superv|surpr|telev)is|(?:down|mid|over|\bre|under|up|cap)siz",
    re.I,
)
_SERIES = regex(r"(?<=, )([^,]+?)(,?) (and|or) ")
_NEXT_WORD = regex(r"[\s*_]+([A-Za-z]+)")
_ENDINGS = frozenset(("", "s", "al", "hood", "hoods", "ing"))
_PREPOSITION = regex(r" (?:of|for|on|to|from|in|under|with|serving|between|and) ", re.I)


def variants(label: Label, folded: str) -> Iterable[Variant]:
    """The plural of the last word and of the head noun, -ise/-ize, British and American spellings,
    and the comma before "and" in a series."""
    singular = list(_spellings(folded, label.text))
    yield from (Variant(form, "spelling") for form in singular)
    if label.numbered:
        return
    for form in singular:
        yield Variant(plural(form), "plural")
        head = _PREPOSITION.search(form)
        if head:
            yield Variant(plural(form[: head.start()]) + form[head.start() :], "plural")
    if label.plural:
        yield Variant(label.plural, "plural")


def _spellings(folded: str, text: str) -> Iterable[str]:
    for form in dash_variants(folded, text):
        respelled = [form]
        if _IZE.search(form):
            respelled = [_IZE.sub(letter, form) for letter in "sz"]
        for british, american in _PAIRS:
            for old, new in ((british, american), (american, british)):
                if re.search(rf"\b{old}", form, re.I):
                    respelled += [re.sub(rf"\b{old}", new, item, flags=re.I) for item in respelled]
                    break
        yield from respelled
        yield from (_SERIES.sub(_other_comma, item) for item in respelled if _SERIES.search(item))


def _other_comma(found: re.Match[str]) -> str:
    """The comma before "and" in a series, put in or left out: utilization(,) and storage."""
    return f"{found[1]}{'' if found[2] else ','} {found[3]} "


def spelling(word: str) -> tuple[str, str] | None:
    """Which choice an English word makes, and how; None for a word that leaves none.

    ("ize", "s") of decarbonisation, ("centre", "center") of centers.
    """
    found = _IZE.search(word)
    if found and not _NO_CHOICE.search(word):
        return "ize", found.group().lower()
    lower = word.lower()
    for pair in _PAIRS:
        for form in pair:
            if lower.startswith(form) and lower[len(form) :] in _ENDINGS:
                return pair[0], form
    return None


def respelled(word: str, form: str) -> str:
    """A word that `spelling` knows, with another choice made; its case stays."""
    if form in ("s", "z"):
        return _IZE.sub(lambda found: form.upper() if found.group().isupper() else form, word)
    chosen = spelling(word)
    old = chosen[1] if chosen else word
    return like(word[: len(old)], form) + word[len(old) :]


def modified(after: str) -> str:
    """The noun that a term before these words modifies, its plural off; "" where it stands alone."""
    found = _NEXT_WORD.match(after)
    if found is None or _heads(after):
        return ""
    noun = found[1].lower()
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")


def plural(phrase: str) -> str:
    """The regular plural of a phrase's last word; one that is plural already stays."""
    if re.search(r"[^aeiou]y$", phrase):
        return phrase[:-1] + "ies"
    if re.search(r"(?:[aius]s|[zx]|ch|sh)$", phrase, re.IGNORECASE):
        return phrase + "es"
    return phrase if phrase.endswith("s") else phrase + "s"


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded English word without its plural, in British spelling but for -or, -er, -am."""
    word = _STEMS.get(word, word)
    word = _IZE.sub("s", word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def syllables(folded: str) -> int:
    """Words: English edges do not depend on the count."""
    return len(folded.split())


def edges(candidate: Candidate) -> Verdict:
    """Plain edges; a one-word label that reads as a Vietnamese syllable is none in Vietnamese."""
    if (
        candidate.lang == "vi"
        and candidate.term.kind == "full"
        and candidate.term.syllables == 1
        and is_syllable(candidate.text)
    ):
        return reject("language", "a Vietnamese syllable in a Vietnamese text")
    return neighbours(candidate)


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


def full_plural(phrase: str) -> str | None:
    """The plural of a full form, of its head noun; None where that noun is not sure."""
    head = _PREPOSITION.search(phrase)
    if not head:
        return plural(phrase)
    if head.group().strip() == "and":
        return None
    return plural(phrase[: head.start()]) + phrase[head.start() :]


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


def is_plural_acronym(acronym: str) -> bool:
    """Whether an acronym has an s that is none of its letters: NDCs, not ETS."""
    return acronym.endswith("s") and acronym[:-1].isupper()


def nouns(phrase: str) -> set[str]:
    """The last word and the head noun of a phrase, in lower case."""
    head = _PREPOSITION.search(phrase)
    parts = (phrase, phrase[: head.start()] if head else phrase)
    return {part.split()[-1].lower() for part in parts}


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
