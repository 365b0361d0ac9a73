"""Korean: particles follow a word without a space, and compounds are written with or without one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from khihau.languages.language import Language

if TYPE_CHECKING:
    from khihau.languages.citations import Citations
    from khihau.languages.collation import Collation
    from khihau.languages.countries import Countries
    from khihau.languages.dating import Dating
    from khihau.languages.foreign_letters import ForeignLetters
    from khihau.languages.grammar import Grammar
    from khihau.languages.matching import Matching
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

__all__ = ["Korean"]


class Korean(Language):
    """The answers of Korean."""

    code = "ko"
    name = "Korean"
    own_name = "한국어"
    tags = ("kor",)
    regions = ("kr",)
    script = "가-힣"

    @cached_property
    def naming(self) -> Naming:
        from khihau.languages.naming import ListedNaming

        return ListedNaming(self.code)

    @cached_property
    def collation(self) -> Collation:
        from khihau.languages.ko.collation import KoreanCollation

        return KoreanCollation()

    @cached_property
    def matching(self) -> Matching:
        from khihau.languages.ko.matching import KoreanMatching

        return KoreanMatching()

    @cached_property
    def spelling(self) -> Spelling:
        from khihau.languages.ko.spelling import KoreanSpelling

        return KoreanSpelling()

    @cached_property
    def ordinals(self) -> Ordinals:
        from khihau.languages.ko.ordinals import KoreanOrdinals

        return KoreanOrdinals()

    @cached_property
    def grammar(self) -> Grammar:
        from khihau.languages.ko.grammar import KoreanGrammar

        return KoreanGrammar()

    @cached_property
    def foreign_letters(self) -> ForeignLetters:
        from khihau.languages.ko.foreign_letters import KoreanForeignLetters

        return KoreanForeignLetters()

    @cached_property
    def phrases(self) -> Phrases:
        from khihau.languages.ko.phrases import KoreanPhrases

        return KoreanPhrases()

    @cached_property
    def dating(self) -> Dating:
        from khihau.languages.ko.dating import KoreanDating

        return KoreanDating(self.code)

    @cached_property
    def titles(self) -> Titles:
        from khihau.languages.ko.titles import KoreanTitles

        return KoreanTitles()

    @cached_property
    def citations(self) -> Citations:
        from khihau.languages.ko.citations import KoreanCitations

        return KoreanCitations(self.code)

    @cached_property
    def offices(self) -> Offices:
        """Offices of state and ministries by rank and portfolio."""
        from khihau.languages.ko.offices import KoreanOffices

        return KoreanOffices(self.code)

    @cached_property
    def persons(self) -> Persons:
        from khihau.languages.ko.persons import KoreanPersons

        return KoreanPersons(self.code)

    @cached_property
    def translation(self) -> Translation:
        from khihau.languages.ko.translation import KoreanTranslation

        return KoreanTranslation()

    @cached_property
    def countries(self) -> Countries:
        from khihau.languages.ko.countries import KoreanCountries

        return KoreanCountries(self.code)

    @cached_property
    def numerals(self) -> Numerals:
        from khihau.languages.ko.numerals import KoreanNumerals

        return KoreanNumerals()

    @cached_property
    def words(self) -> Words:
        from khihau.languages.ko.words import KoreanWords

        return KoreanWords()

    @cached_property
    def sentences(self) -> Sentences:
        from khihau.languages.ko.sentence_ends import KoreanSentences

        return KoreanSentences("ko")
