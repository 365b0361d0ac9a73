"""English: plurals, two spellings of many words, articles, and names with capitals."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from khihau.languages.language import Language

if TYPE_CHECKING:
    from khihau.languages.citations import Citations
    from khihau.languages.countries import Countries
    from khihau.languages.dating import Dating
    from khihau.languages.grammar import Grammar
    from khihau.languages.matching import Matching
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

__all__ = ["English"]


class English(Language):
    """The answers of English."""

    code = "en"
    name = "English"
    own_name = "English"
    tags = ("eng",)
    regions = ("gb", "us")
    is_plain_latin = True

    @cached_property
    def telling_words(self) -> frozenset[str]:
        from khihau.languages.data import data_lines

        return frozenset(" ".join(data_lines("en", "telling-words.txt")).split())

    @cached_property
    def naming(self) -> Naming:
        from khihau.languages.naming import ListedNaming

        return ListedNaming(self.code)

    @cached_property
    def matching(self) -> Matching:
        from khihau.languages.en.matching import EnglishMatching

        return EnglishMatching()

    @cached_property
    def name_capitals(self) -> NameCapitals:
        from khihau.languages.en.name_capitals import EnglishNameCapitals

        return EnglishNameCapitals()

    @cached_property
    def spelling(self) -> Spelling:
        from khihau.languages.en.spelling import EnglishSpelling

        return EnglishSpelling()

    @cached_property
    def ordinals(self) -> Ordinals:
        from khihau.languages.en.ordinals import EnglishOrdinals

        return EnglishOrdinals()

    @cached_property
    def grammar(self) -> Grammar:
        from khihau.languages.en.grammar import EnglishGrammar

        return EnglishGrammar()

    @cached_property
    def phrases(self) -> Phrases:
        from khihau.languages.en.phrases import EnglishPhrases

        return EnglishPhrases()

    @cached_property
    def dating(self) -> Dating:
        from khihau.languages.dating import Dating

        return Dating(self.code)

    @cached_property
    def titles(self) -> Titles:
        from khihau.languages.en.titles import EnglishTitles

        return EnglishTitles()

    @cached_property
    def citations(self) -> Citations:
        from khihau.languages.citations import Citations

        return Citations(self.code)

    @cached_property
    def offices(self) -> Offices:
        """Offices of state and ministries by rank and portfolio."""
        from khihau.languages.en.offices import EnglishOffices

        return EnglishOffices(self.code)

    @cached_property
    def persons(self) -> Persons:
        from khihau.languages.persons import LatinPersons

        return LatinPersons(self.code)

    @cached_property
    def translation(self) -> Translation:
        from khihau.languages.en.translation import EnglishTranslation

        return EnglishTranslation()

    @cached_property
    def countries(self) -> Countries:
        from khihau.languages.en.countries import EnglishCountries

        return EnglishCountries(self.code)

    @cached_property
    def numerals(self) -> Numerals:
        from khihau.languages.en.numerals import EnglishNumerals

        return EnglishNumerals()

    @cached_property
    def words(self) -> Words:
        from khihau.languages.en.words import EnglishWords

        return EnglishWords()

    @cached_property
    def sentences(self) -> Sentences:
        from khihau.languages.sentence_ends import Sentences

        return Sentences("en")
