"""English spelling: -ise and -ize, British and American forms of one word (rule M2)."""

from __future__ import annotations

import re
from functools import lru_cache

from khihau.languages.data import data_groups, data_words
from khihau.languages.spelling import Spelling
from khihau.languages.variants import like
from khihau.text.regex import regex

__all__ = ["IZE", "EnglishSpelling", "pairs", "stem"]

IZE = regex(r"(?<=[a-z]{3}i)([sz])(?=(?:e|ed|es|ing|ation|ations|er|ers)\b)", re.I)
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
_LAST_WORD = regex(r"[^\W\d_]+\Z")
_ENDINGS = frozenset(("", "s", "al", "hood", "hoods", "ing"))


@lru_cache(maxsize=1)
def pairs() -> list[list[str]]:
    """The British and the American form of each word that has two."""
    return data_groups("en", "spellings.txt")


class EnglishSpelling(Spelling):
    """One choice for all of -ise and -ize, one for each listed word; a name has its own."""

    names_choose = True
    has_capitals = True

    def compound(self, before: str, after: str) -> str | None:
        """The noun behind a term: "net zero by 2050" and "a net-zero target" are both right."""
        from khihau.languages.en.articles import modified  # few texts ask

        # A mark may close the term or what it is a part of: a “forest-clearing” (…) subset.
        is_open = before[-1:] == "-" or after[:1] in ("-", *"\"'”’)]")
        return None if is_open else modified(after)

    def is_joined_by_grammar(self, words: str) -> bool:
        """Whether a term ends in a particle: to phase out, a phase-out."""
        last = _LAST_WORD.search(words)
        particles = data_words("en", "grammar.txt")["particles"]
        return last is not None and last.group().lower() in particles

    def canonical(self, word: str) -> str:
        """With -ize, and as British English has it."""
        chosen = self.choice(word)
        if chosen is None:
            return word
        family = chosen[0].removeprefix("pair ")
        return self.respelled("", word, "z" if family == "ize" else family)

    def choice(self, word: str) -> tuple[str, str] | None:
        """Which choice an English word makes, and how; None for a word that leaves none.

        ("ize", "s") of decarbonisation, ("pair centre", "center") of centers.
        """
        found = IZE.search(word)
        if found and not _NO_CHOICE.search(word):
            return "ize", found.group().lower()
        lower = word.lower()
        for pair in pairs():
            for form in pair:
                if lower.startswith(form) and lower[len(form) :] in _ENDINGS:
                    return f"pair {pair[0]}", form
        return None

    def respelled(self, kind: str, word: str, form: str) -> str:  # noqa: ARG002
        """A word that `choice` knows, with another choice made; its case stays."""
        if form in ("s", "z"):
            return IZE.sub(lambda found: form.upper() if found.group().isupper() else form, word)
        chosen = self.choice(word)
        old = chosen[1] if chosen else word
        return like(word[: len(old)], form) + word[len(old) :]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded English word without its plural, in British spelling but for -or, -er, -am."""
    word = _STEMS.get(word, word)
    word = IZE.sub("s", word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
