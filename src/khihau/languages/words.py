"""How the words of a phrase are compared with those of labels: the default, and what every language asks."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from khihau.languages import tuned
from khihau.languages.name_words import NameWords
from khihau.model import LabelLang
from khihau.text.fold import DASH, is_hangul

__all__ = ["Suspicion", "Token", "Words", "are_joined"]


class Token(NamedTuple):
    """A word of a text: `lang` is the language that it is of, `key` what equal words of it share.

    Numbers and international acronyms are of none ("mul"); their keys begin with "=".
    """

    start: int
    end: int
    key: str
    lang: LabelLang


class Suspicion(NamedTuple):
    """Words that are a label but for a slip: `words[first:last]`, of which those at `wrong` are not its own.

    In their place the label has `right`, nothing where one was typed twice. `text` is folded, with
    its case kept.
    """

    text: str
    words: Sequence[Token]
    first: int
    last: int
    wrong: tuple[int, int]
    label: str
    right: str


class Words:
    """A language in Latin letters whose words stand between spaces and have one form."""

    # Whether spaces part its words: else they are sought inside what stands between spaces.
    spaced = True
    # Whether texts of every language may have names of it, as a gloss or for want of their own.
    international = False
    # Whether its letters tell it from all others: a text of plain letters may be in any without.
    told_by_letters = False
    # Whether a mark makes another word of one, and one may type it without any.
    marked = False
    # Whether a name begins with its head noun.
    head_first = False
    # So many words of a label, or syllables where no spaces part words, are it by no chance.
    label_from = tuned.LABEL_FROM
    # So many words, or syllables, of a label may be one sense by themselves.
    short_label = tuned.SHORT_LABEL
    # So many words, or syllables, that say something show a name although one is another; and so many
    # side by side are one word of it.
    varied_from = tuned.VARIED_FROM
    varied_most = 1
    # The signs that may stand between the words of a label that has none.
    signs = DASH

    # --- words of a text ---

    def writes(self, letter: str) -> bool:
        """Whether it has a letter of this script."""
        return not is_hangul(letter)

    def key(self, word: str) -> str:
        """What all forms and spellings of a folded word share."""
        return word

    def reread(self, words: Sequence[Token]) -> Sequence[Token]:
        """The words of a text where several are one, or one is several."""
        return words

    def is_ending(self, word: str) -> bool:  # noqa: ARG002
        """Whether what stands right behind a word of another script is its ending."""
        return False

    def parts(self, word: str, known: Container[str]) -> Sequence[tuple[int, int]]:  # noqa: ARG002
        """Where the words lie in a key that no space parts, some of them `known`."""
        return ((0, len(word)),)

    def length(self, key: str) -> int:
        """How many words are in keys side by side, or how many syllables."""
        return key.count(" ") + 1 if self.spaced else len(key)

    @cached_property
    def light_words(self) -> frozenset[str]:
        """The keys of words that hold a phrase together; no name begins with one."""
        return frozenset()

    @cached_property
    def outside_names(self) -> frozenset[str]:
        """The words that stand in no name, in lower case: their."""
        return frozenset()

    @cached_property
    def name_words(self) -> NameWords:
        """The words that are taken for one another in proper names."""
        return NameWords()

    # --- slips of the keys ---

    def unmarked(self, word: str) -> str:
        """A word as one types it without marks."""
        return word

    def letters(self, word: str) -> str:
        """A word in which one wrong key is one letter."""
        return word

    def may_be_slip(self, word: str, other: str) -> bool:
        """Whether a word that one wrong key makes of another one may be meant for it."""
        return len(other) >= tuned.SHORTEST_SLIP and word[0] == other[0]

    def right_words(self, texts: Iterable[str]) -> Iterable[str]:
        """Texts whose words are no slips, of `texts` that are known to be right."""
        return texts

    def is_slip(self, found: Suspicion) -> bool:
        """Whether what is written can only be meant for the label: no other words stand there."""
        return found.last - found.first > 1 or len(found.right) >= tuned.SHORTEST_LONE_SLIP

    def in_the_form_of(self, wrong: str, right: str) -> str:  # noqa: ARG002
        """The right word inflected as the wrong one is."""
        return right


def are_joined(words: Sequence[Token], text: str, signs: str = DASH) -> bool:
    """Whether nothing but spaces and some signs stand between words side by side."""
    return all(
        one.end <= other.start and not text[one.end : other.start].strip(f" {signs}")
        for one, other in pairwise(words)
    )
