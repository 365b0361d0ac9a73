"""Vietnamese: words are written in syllables, and their spaces part syllables, not words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from khihau.languages.language import Language

if TYPE_CHECKING:
    from khihau.languages.citations import Citations
    from khihau.languages.collation import Collation
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

__all__ = ["Vietnamese"]


class Vietnamese(Language):
    """The answers of Vietnamese."""

    code = "vi"
    name = "Vietnamese"
    own_name = "Tiếng Việt"
    tags = ("vie",)
    regions = ("vn",)
    # đ, ơ, ư, and vowels with two marks or a mark of their own
    letters = "đơưắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựảẻỉỏủỷạẹịọụỵĩũẽỹ"

    def files(self) -> Sequence[Path]:
        from khihau.languages.vi.word_lists import list_file

        file = list_file()
        return (file,) if file else ()

    def may_be_word(self, word: str) -> bool:
        from khihau.languages.vi.spelling import is_syllable

        return is_syllable(word)

    @cached_property
    def naming(self) -> Naming:
        from khihau.languages.naming import ListedNaming

        return ListedNaming(self.code)

    @cached_property
    def collation(self) -> Collation:
        from khihau.languages.vi.collation import VietnameseCollation

        return VietnameseCollation()

    @cached_property
    def matching(self) -> Matching:
        from khihau.languages.vi.matching import VietnameseMatching

        return VietnameseMatching()

    @cached_property
    def name_capitals(self) -> NameCapitals:
        from khihau.languages.vi.name_capitals import VietnameseNameCapitals

        return VietnameseNameCapitals()

    @cached_property
    def spelling(self) -> Spelling:
        from khihau.languages.vi.spelling import VietnameseSpelling

        return VietnameseSpelling()

    @cached_property
    def ordinals(self) -> Ordinals:
        from khihau.languages.vi.ordinals import VietnameseOrdinals

        return VietnameseOrdinals()

    @cached_property
    def grammar(self) -> Grammar:
        from khihau.languages.vi.grammar import VietnameseGrammar

        return VietnameseGrammar()

    @cached_property
    def phrases(self) -> Phrases:
        from khihau.languages.vi.phrases import VietnamesePhrases

        return VietnamesePhrases()

    @cached_property
    def dating(self) -> Dating:
        from khihau.languages.dating import Dating

        return Dating(self.code)

    @cached_property
    def titles(self) -> Titles:
        from khihau.languages.vi.titles import VietnameseTitles

        return VietnameseTitles()

    @cached_property
    def citations(self) -> Citations:
        from khihau.languages.citations import Citations

        return Citations(self.code)

    @cached_property
    def offices(self) -> Offices:
        """Offices of state and ministries by rank and portfolio."""
        from khihau.languages.vi.offices import VietnameseOffices

        return VietnameseOffices(self.code)

    @cached_property
    def persons(self) -> Persons:
        from khihau.languages.persons import LatinPersons

        return LatinPersons(self.code)

    @cached_property
    def translation(self) -> Translation:
        from khihau.languages.vi.translation import VietnameseTranslation

        return VietnameseTranslation()

    @cached_property
    def countries(self) -> Countries:
        from khihau.languages.vi.countries import VietnameseCountries

        return VietnameseCountries(self.code)

    @cached_property
    def numerals(self) -> Numerals:
        from khihau.languages.vi.numerals import VietnameseNumerals

        return VietnameseNumerals()

    @cached_property
    def words(self) -> Words:
        from khihau.languages.vi.words import VietnameseWords

        return VietnameseWords()

    @cached_property
    def sentences(self) -> Sentences:
        from khihau.languages.sentence_ends import Sentences

        return Sentences("vi", letters_end=True)  # "quý I.": few initials, and those behind a name
