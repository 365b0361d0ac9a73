"""How the words of a phrase are compared with those of labels in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from khihau.languages.data import data_groups, data_lines
from khihau.languages.name_words import NameWords, name_words
from khihau.languages.vi import tuned
from khihau.languages.vi.spelling import one_syllable, without_marks
from khihau.languages.words import Suspicion, Token, Words
from khihau.text.fold import fold

__all__ = ["VietnameseWords"]

_LONGEST_LOAN = 3  # syllables


class VietnameseWords(Words):
    """Syllables, of which a mark makes another one; loan words and abbreviations are read as words."""

    told_by_letters = True
    marked = True
    head_first = True
    label_from = tuned.LABEL_FROM
    varied_from = tuned.VARIED_FROM
    varied_most = tuned.VARIED_MOST

    def key(self, word: str) -> str:
        """The syllable in one spelling."""
        return one_syllable(word)

    def reread(self, words: Sequence[Token]) -> Sequence[Token]:
        """Abbreviations as what they stand for, and every spelling of a loan word as one word."""
        return _joined_loans(_written_out(words))

    @cached_property
    def light_words(self) -> frozenset[str]:
        """và, của."""
        return frozenset(map(one_syllable, " ".join(data_lines("vi", "light-words.txt")).split()))

    @cached_property
    def outside_names(self) -> frozenset[str]:
        """bởi, rằng."""
        return frozenset(" ".join(data_lines("vi", "outside-names.txt")).split())

    @cached_property
    def name_words(self) -> NameWords:
        """Head words of treaties, places, words of nearly one sense."""
        return name_words("vi")

    def unmarked(self, word: str) -> str:
        """ "đóng góp" as "dong gop"."""
        return without_marks(word)

    def may_be_slip(self, word: str, other: str) -> bool:  # noqa: ARG002
        """Whether the other syllable has so many letters that one of them is not half of it."""
        return len(other) >= tuned.SHORTEST_OTHER

    def right_words(self, texts: Iterable[str]) -> Iterable[str]:  # noqa: ARG002
        """None: a right syllable in the wrong place is a slip too."""
        return ()

    def is_slip(self, found: Suspicion) -> bool:
        """Whether a syllable makes no word where it stands."""
        from khihau.languages.vi.wrong_syllables import is_slip  # reads all word lists

        return is_slip(found)


def _written_out(words: Sequence[Token]) -> list[Token]:
    """Abbreviations as the words that they stand for, each with the whole span."""
    known = _abbreviations()
    return [word._replace(key=key) for word in words for key in known.get(word.key, (word.key,))]


def _joined_loans(words: Sequence[Token]) -> list[Token]:
    """Every spelling of a loan word as one (các-bon, các bon, carbon)."""
    loans = _loans()
    joined: list[Token] = []
    at = 0
    while at < len(words):
        for count in range(min(_LONGEST_LOAN, len(words) - at), 0, -1):
            run = words[at : at + count]
            key = loans.get(" ".join(word.key for word in run))
            if key:
                joined.append(Token(run[0].start, run[-1].end, key, "vi"))
                at += count
                break
        else:
            joined.append(words[at])
            at += 1
    return joined


@lru_cache(maxsize=1)
def _abbreviations() -> Mapping[str, Sequence[str]]:
    pairs = data_groups("vi", "shorthand.txt")
    return {short: tuple(map(one_syllable, full.split())) for short, full in pairs}


@lru_cache(maxsize=1)
def _loans() -> Mapping[str, str]:
    """The key of every spelling of a loan word, marks left out too: the one in plain letters."""
    loans: dict[str, str] = {}
    for group in data_groups("vi", "loans.txt"):
        forms = [" ".join(map(one_syllable, fold(form).text.split())) for form in group]
        key = next((form for form in forms if form.isascii() and " " not in form), forms[0])
        loans.update(dict.fromkeys(forms, key))
        loans.update(dict.fromkeys(map(without_marks, forms), key))
    return loans
