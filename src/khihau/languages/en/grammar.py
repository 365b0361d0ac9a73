"""How an English name fits into its sentence: articles, number, the capitals of a title."""

from __future__ import annotations

from khihau.languages.data import data_words
from khihau.languages.en.articles import (
    indefinite,
    indefinite_before,
    takes_the,
)
from khihau.languages.en.plurals import (
    full_plural,
    has_plural_noun,
    is_mass,
    is_plural_acronym,
    nouns,
    plural,
)
from khihau.languages.grammar import Agreement, Beside, Grammar, Plural, Spot
from khihau.text.regex import regex

__all__ = ["EnglishGrammar"]

_WORD = regex(r"[^\W_]+")
_NAME = regex(r"(?:\d+\w* )?[A-Z](?!\w*ing\b)")  # "29th Conference", not "Partnering for"
_NEXT_WORD = regex(r"\s+([a-z]+)")
_ARTICLE_REACH = 80  # characters: an article stands right before its name, with marks between


class EnglishGrammar(Grammar):
    """The answers of English."""

    has_plurals = True

    def small_words(self) -> frozenset[str]:
        """Prepositions, conjunctions, articles."""
        return _words("small")

    def is_sure(self, line: str) -> bool:
        """Whether a line has a word that only English has."""
        return not _words("own").isdisjoint(_WORD.findall(line.lower()))

    def agreement(self, spot: Spot, name: str, reading: str | None = None) -> Agreement:  # noqa: ARG002
        """a or an before the name, chosen again."""
        from khihau.model import Edit

        before = spot.before(_ARTICLE_REACH)
        found = indefinite_before(before)
        if not found:
            return Agreement()
        right = indefinite(name)
        right = right.capitalize() if found[1][0].isupper() else right
        start = spot.start - len(before) + found.start()
        return Agreement(() if right == found[1] else (Edit(start, start + len(found[1]), right),))

    def fits(self, spot: Spot, name: str) -> bool:
        """No "a methane"."""
        return not (is_mass(name) and indefinite_before(spot.before(_ARTICLE_REACH)))

    def with_article(self, before: str, name: str, after: str, *, is_numbered: bool) -> str | None:
        """A proper name with "the" where no determiner stands before it."""
        if indefinite_before(before[-_ARTICLE_REACH:]):
            return None if is_numbered else name
        if not _NAME.match(name):
            return name
        the = takes_the(before, after)
        return None if the is None else f"the {name}" if the else name

    def is_head(self, words: str) -> bool:
        """Whether they end in a noun: "Partnering" of a programme's name is none."""
        return not words.endswith("ing")

    def doubled(self, beside: Beside) -> str:
        """The last word before, or the noun behind: "the NDC contributions", "COP29 summit"."""
        found = _NEXT_WORD.match(beside.after)
        return super().doubled(beside) or (_repeated(beside, found[1]) if found else "")

    def plural(self, phrase: str) -> Plural:
        """The plural of the head noun, else of the last word."""
        sure = full_plural(phrase)
        return Plural(plural(phrase) if sure is None else sure, sure is not None)

    def is_plural_acronym(self, acronym: str) -> bool:
        """NDCs, not ETS."""
        return is_plural_acronym(acronym)

    def in_number_of(self, old: str, name: str, *, is_plural: bool) -> str | None:
        """A name in the number of the old one: verbs that agree with that stay right."""
        if is_plural:
            return None if is_mass(name) else full_plural(name)
        return name if has_plural_noun(name) == has_plural_noun(old) else None

    def agrees_in_number(self, acronym: str, form: str) -> bool:
        """Whether both have an s or neither."""
        return acronym.endswith("s") == form.endswith("s")

    def is_titled(self, phrase: str) -> bool:
        """Whether all words of a phrase but the small ones have a capital, and there are several.

        Signs and figures between them have none: Environmental Industry & Technology Institute.
        """
        words = (word for word in phrase.split() if word[0].isalpha())
        large = [word for word in words if word.lower() not in self.small_words()]
        return len(large) > 1 and all(word[0].isupper() for word in large)

    def titled(self, phrase: str) -> str:
        """A phrase as it stands in a title; a name that has capitals of its own keeps them."""
        parts = phrase.split()
        if any(map(str.istitle, parts)):
            return phrase
        small = self.small_words()
        return " ".join(part if part in small else part[0].upper() + part[1:] for part in parts)


def _repeated(beside: Beside, word: str) -> str:
    """The word behind a name, where it is a noun of the name in one number or the other."""
    same = set().union(*(nouns(name) for name in beside.names if name.isascii()))
    if beside.is_session:
        same |= _words("meetings")
    return word if {word, word.removesuffix("s")} & same else ""


def _words(role: str) -> frozenset[str]:
    return data_words("en", "grammar.txt")[role]
