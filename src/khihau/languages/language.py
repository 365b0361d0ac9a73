"""What a language answers: each question stands with the others of its subject, and has a default.

A language that has nothing to say about a subject need not know that there is one, so a new one is
its code and its names. What a subject needs is read when its first question comes: a text may be
in none of some languages.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from khihau.languages.matching import Matching
from khihau.model import LabelLang

if TYPE_CHECKING:
    from khihau.languages.citations import Citations
    from khihau.languages.collation import Collation
    from khihau.languages.countries import Countries
    from khihau.languages.dating import Dating
    from khihau.languages.foreign_letters import ForeignLetters
    from khihau.languages.grammar import Grammar
    from khihau.languages.name_capitals import NameCapitals
    from khihau.languages.naming import Naming
    from khihau.languages.numerals import Numerals
    from khihau.languages.offices import Offices
    from khihau.languages.ordinals import Ordinals
    from khihau.languages.persons import Persons
    from khihau.languages.phrases import Phrases
    from khihau.languages.sentence_ends import Sentences
    from khihau.languages.spelling import Spelling
    from khihau.languages.titles import Titles
    from khihau.languages.translation import Translation
    from khihau.languages.words import Words

__all__ = ["Language"]


class Language:
    """One language of the termbase.

    `name` is what English calls it, `own_name` what it calls itself; `tags` are other codes that files
    have for it (vie), `regions` the countries whose code people write instead (vn).
    """

    code: LabelLang
    name: str
    own_name: str
    tags: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()

    # By what a text is known to be in it; none is, where a language says nothing of this. Letters
    # are small ones and stand as in the brackets of a pattern.
    script = ""  # the letters of a script that no other language has, from its first one on
    letters = ""  # the Latin letters that no other language of these texts has
    is_plain_latin = False  # whether a text in Latin letters is in it that shows no other language

    @cached_property
    def telling_words(self) -> frozenset[str]:
        """Words of plain Latin letters that hardly a sentence does without, and no other language has."""
        return frozenset()

    def may_be_word(self, word: str) -> bool:  # noqa: ARG002
        """Whether a word in small Latin letters, with marks or without, may be one of its own."""
        return False

    def files(self) -> Sequence[Path]:
        """Files beside ours that say how its labels are found, as far as they are installed."""
        return ()

    @property
    def names(self) -> tuple[str, ...]:
        """All that the head of a table's column may call it, in small letters."""
        own = (self.code, *self.tags, self.name.lower(), self.own_name.lower())
        return (*own, *self.naming.heads("language"))

    @cached_property
    def naming(self) -> Naming:
        """What else people call it where a table has a column for each language."""
        from khihau.languages.naming import Naming

        return Naming()

    @cached_property
    def collation(self) -> Collation:
        """In which order a list has names, and the letter that each stands under."""
        from khihau.languages.collation import Collation

        return Collation()

    @cached_property
    def matching(self) -> Matching:
        """How its labels are found in a text."""
        return Matching()

    @cached_property
    def name_capitals(self) -> NameCapitals:
        """Which capitals a name has."""
        from khihau.languages.name_capitals import NameCapitals

        return NameCapitals()

    @cached_property
    def spelling(self) -> Spelling:
        """Where one word of it may be written in several ways."""
        from khihau.languages.spelling import Spelling

        return Spelling()

    @cached_property
    def ordinals(self) -> Ordinals:
        """How it writes the number of a session."""
        from khihau.languages.ordinals import Ordinals

        return Ordinals()

    @cached_property
    def grammar(self) -> Grammar:
        """How a name fits into its sentence: particles, articles, plurals, capitals."""
        from khihau.languages.grammar import Grammar

        return Grammar()

    @cached_property
    def foreign_letters(self) -> ForeignLetters:
        """Which foreign letters it writes in its own script."""
        from khihau.languages.foreign_letters import ForeignLetters

        return ForeignLetters()

    @cached_property
    def phrases(self) -> Phrases:
        """Which words end a phrase, speak of speaking or say that a name is one of the past."""
        from khihau.languages.phrases import Phrases

        return Phrases()

    @cached_property
    def dating(self) -> Dating:
        """Which words beside dates and names say when something was."""
        from khihau.languages.dating import Dating

        return Dating()

    @cached_property
    def titles(self) -> Titles:
        """Where a title is cited."""
        from khihau.languages.titles import Titles

        return Titles()

    @cached_property
    def citations(self) -> Citations:
        """How acts and their parts are cited by number."""
        from khihau.languages.citations import Citations

        return Citations()

    @cached_property
    def translation(self) -> Translation:
        """How names say the same, in a translation and beside each other."""
        from khihau.languages.translation import Translation

        return Translation()

    @cached_property
    def offices(self) -> Offices:
        """What offices of state and ministries are called."""
        from khihau.languages.offices import Offices

        return Offices()

    @cached_property
    def persons(self) -> Persons:
        """Where a text names a person or a firm."""
        from khihau.languages.persons import Persons

        return Persons()

    @cached_property
    def countries(self) -> Countries:
        """Where a text speaks of a country."""
        from khihau.languages.countries import Countries

        return Countries()

    @cached_property
    def numerals(self) -> Numerals:
        """How numbers, dates and units are written."""
        from khihau.languages.numerals import Numerals

        return Numerals()

    @cached_property
    def words(self) -> Words:
        """How the words of a phrase are compared with those of labels."""
        from khihau.languages.words import Words

        return Words()

    @cached_property
    def sentences(self) -> Sentences:
        """Where a sentence ends."""
        from khihau.languages.sentence_ends import Sentences

        return Sentences()
