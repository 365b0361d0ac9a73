"""Where a word may be written in several ways: the default, and what every language asks."""

from __future__ import annotations

from collections.abc import Sequence

from khihau.languages.variants import like

__all__ = ["Spelling"]


class Spelling:
    """A language in which each word is written in one way."""

    # Whether a word that is a name's is spelled as that name has it, whatever the text prefers.
    names_choose = False
    # Whether a compound may be written together and apart.
    joins_freely = False
    # Whether several capitals make a proper name of a phrase.
    has_capitals = False

    def canonical(self, word: str) -> str:
        """What all spellings of a word share; the word is in lower case."""
        return word

    def is_own(self, word: str) -> bool:  # noqa: ARG002
        """Whether a composed word may be one of the language, by its letters."""
        return True

    def compound(self, before: str, after: str) -> str | None:  # noqa: ARG002
        """What a term between these words modifies, "" for nothing.

        None where they decide how its words are joined. Both are composed.
        """
        return ""

    def is_joined_by_grammar(self, words: str) -> bool:  # noqa: ARG002
        """Whether the grammar of a term of two words says how they are joined."""
        return False

    def loans(self) -> Sequence[Sequence[str]]:
        """The groups of spellings of loan words, in lower case, that of the lists first."""
        return ()

    def choice(self, word: str) -> tuple[str, str] | None:  # noqa: ARG002
        """The family of choices that a word makes, and its form in it; None for one without choice.

        A family begins with its kind: "tone", ("pair centre", "center").
        """
        return None

    def respelled(self, kind: str, word: str, form: str) -> str:  # noqa: ARG002
        """A composed word that makes a choice of a kind, in another form; its case stays."""
        return like(word, form)

    def house_style(self, word: str) -> tuple[str, str] | None:  # noqa: ARG002
        """What is against the house style in a word of the termbase, and the right word; None for nothing."""
        return None
