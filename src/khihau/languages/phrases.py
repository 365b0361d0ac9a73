"""Which words end a phrase, speak of speaking or say that a name is one of the past: the default, and what every language asks.

The words of most languages are lists, one file a subject in the language's folder; they are put
together with those of the other languages, since a text may be in several. A language that is known
by its script, as Korean is, answers for its own words: they end in what others write as words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from khihau.languages.data import data_parts
from khihau.model import LabelLang
from khihau.text.regex import either

__all__ = ["Joints", "Phrases", "Signs"]


class Joints(NamedTuple):
    """What stands beside an acronym that is written out: sources of expressions, "" for none.

    A "?" stands behind a group, never behind one letter: they match decomposed texts too.
    """

    lead: str = ""  # in a bracket before the acronym: (hereinafter ABC)
    ordinal: str = ""  # of an acronym that is counted, before it: (이하 제3차 NDC)
    tail: str = ""  # in a bracket behind it: (ABC for short)
    promise: str = (
        ""  # of `lead` and `phrase` what says that the text will use the acronym: hereinafter
    )
    promise_end: str = ""  # the same behind it: ABC로 약칭한다
    set_up: str = ""  # before a short name that is no acronym: hereinafter "the Fund"
    set_up_end: str = ""  # behind it, in the same bracket: 이하 "기본계획"이라 한다
    phrase: str = ""  # from full form to acronym, with the space before: full form, known as ABC
    phrase_ends: tuple[str, ...] = ()  # the last words of such phrases, quick to look for
    after: str = ""  # from acronym to full form: ABC, short for full form
    says: str = ""  # of those what says that the words behind it are the full form: ABC stands for
    topic: str = (
        ""  # glued to an acronym that the words behind it explain: ABC는 full form을 말한다
    )
    explained: str = ""  # what must stand behind the full form then
    short_for: str = ""  # of that what says that the words before it are the full form: 의 약자
    means: str = ""  # and what says that they tell its meaning: 를 말한다
    in_gloss_before: str = ""  # between a gloss and the acronym: (gloss, or ABC)
    in_gloss_after: str = ""  # between the acronym and a gloss: (ABC, or gloss)
    or_: str = ""
    article: str = ""  # that may stand before an acronym or a full form
    counted: str = ""  # before the number of a report: lần thứ ba
    numbers: str = ""  # numbers in words
    years: str = ""  # behind a year
    and_: str = ""
    citing: str = ""  # before an author: (see IPCC, 2023)
    source: str = (
        ""  # with a colon, before those whom a text or a picture comes from: (Source: IPCC)
    )


class Signs(NamedTuple):
    """What shows that a text is of a kind; `{n}` is a number.

    One line that begins like one of `heads`, or ends like one of `tails`, is enough, or one of `lead`
    near the beginning; of lines like `parts` there must be several, and of `words` several different
    ones. What has one of `questions` is not shown by parts and words, which an article about such texts
    quotes. A text without any of `ends` is an excerpt.
    """

    heads: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


class Phrases:
    """A language of which no such words are known."""

    code: LabelLang | None = None

    # --- where a phrase begins and ends -----------------------------------------------------------

    lead_is_apart = False  # the lead of a newspaper's report is a text of its own: the sapo
    names_have_capitals = False  # all words of a name but the small ones: Green Climate Fund

    @property
    def small_words(self) -> frozenset[str]:
        """Words that may stand inside a name, and count for nothing in it."""
        return self._edges("small words")

    @property
    def articles(self) -> frozenset[str]:
        """Words after which a name stands by itself."""
        return self._edges("articles")

    @property
    def plurals(self) -> frozenset[str]:
        """Articles that a noun may have inside a longer name."""
        return self._edges("plurals")

    @property
    def ties(self) -> frozenset[str]:
        """Words that tie the phrase behind them to the noun before."""
        return self._edges("ties")

    @property
    def possessives(self) -> frozenset[str]:
        """Those of the ties, or of the endings that tie, which say whose something is."""
        return self._edges("possessives")

    @property
    def negations(self) -> frozenset[str]:
        """Words with which a bracket says what something is not."""
        return self._edges("negations")

    @property
    def additions(self) -> frozenset[str]:
        """Other words behind a name that open more words on the thing it names."""
        return self._edges("additions")

    @property
    def borders(self) -> frozenset[str]:
        """Words after which a noun phrase begins."""
        return self._edges("borders")

    @property
    def verb_pairs(self) -> frozenset[str]:
        """Verbs of two words after which a noun phrase begins."""
        return self._edges("verb pairs")

    @property
    def verbs(self) -> frozenset[str]:
        """Words that end a verb, and are parts of nouns too."""
        return self._edges("verbs")

    @property
    def countries(self) -> frozenset[str]:
        """First words of countries, which at the head of a name are the subject before it."""
        return self._edges("countries")

    @property
    def offices(self) -> frozenset[str]:
        """Offices of two words that stand before the name of a body and are no part of it."""
        return frozenset(one for one in self._parts("former.txt").get("offices", ()) if " " in one)

    @property
    def number_words(self) -> frozenset[str]:
        """Words beside a number or a year that do not make another name of one."""
        return self._edges("number words")

    @property
    def adverbs(self) -> frozenset[str]:
        """Words that stand before a name and belong to none, where words end phrases by their endings."""
        return self._edges("adverbs")

    @property
    def conjunctions(self) -> frozenset[str]:
        """Words that may stand inside a name but begin none, where phrases end by endings."""
        return self._edges("conjunctions")

    @property
    def clause_words(self) -> frozenset[str]:
        """Words that open a clause behind a comma."""
        return self._edges("clause words")

    @property
    def clause_ends(self) -> frozenset[str]:
        """Endings that close a clause before a space or a comma, where words have such."""
        return self._edges("clause ends")

    @property
    def joining_ends(self) -> frozenset[str]:
        """Endings that close one before a comma only: without it they may join two verbs."""
        return self._edges("joining ends")

    def owns(self, text: str) -> bool:  # noqa: ARG002
        """Whether a stretch has the script of this language alone, whose words end phrases by endings."""
        return False

    def ends_phrase(self, word: str) -> bool:  # noqa: ARG002
        """Whether a word of the language's own script has an ending that ends a phrase."""
        return False

    def is_tied(self, word: str) -> bool:  # noqa: ARG002
        """Whether a word of the language's own script is tied to the noun that follows."""
        return False

    def is_subject(self, word: str) -> bool:  # noqa: ARG002
        """Whether a word has an ending that stands in no name."""
        return False

    # --- quotations -------------------------------------------------------------------------------

    @property
    def speaking(self) -> tuple[str, ...]:
        """Words of speaking, which stand beside speech."""
        return self._parts("speech.txt").get("speaking", ())

    @property
    def that(self) -> tuple[str, ...]:
        """What may stand between a word of speaking and the quotation."""
        return self._parts("speech.txt").get("that", ())

    @property
    def works(self) -> tuple[str, ...]:
        """Words before the title of a talk, a text or a film."""
        return self._parts("speech.txt").get("works", ())

    @property
    def about(self) -> tuple[str, ...]:
        """What may stand between such a word and the title."""
        return self._parts("speech.txt").get("about", ())

    def is_speech(self, content: str, after: str) -> bool:  # noqa: ARG002
        """Whether a quotation in the language's own script is speech or a title; both texts are composed."""
        return False

    # --- lines beside the text --------------------------------------------------------------------

    @property
    def caption(self) -> str:
        """The source of an expression for how the caption of a picture begins, "" for none."""
        words = self._parts("beside-text.txt").get("captions", ())
        return rf"(?<!\w){either(words)}\s*[:：]" if words else ""

    @property
    def contacts(self) -> tuple[str, ...]:
        """Words before a telephone number or an address for questions."""
        return self._parts("beside-text.txt").get("contacts", ())

    @property
    def abbreviations(self) -> tuple[str, ...]:
        """Words before a line of abbreviations and what they say."""
        return self._parts("beside-text.txt").get("abbreviations", ())

    @property
    def alternatives(self) -> tuple[str, ...]:
        """Words that open one of several texts of which one is to be chosen; `{n}` is its number or letter."""
        return self._parts("beside-text.txt").get("alternatives", ())

    @property
    def files(self) -> tuple[str, ...]:
        """Words that open the line on where a letter is filed, whose letters are marks of offices."""
        return self._parts("beside-text.txt").get("files", ())

    # --- the kind of a text ------------------------------------------------------------------------

    @property
    def genres(self) -> Mapping[str, Signs]:
        """What shows that a text is of a kind, by the name of the kind in the table of profiles."""
        signs: dict[str, Signs] = {}
        for heading, entries in self._parts("genres.txt").items():
            genre, _, kind = heading.partition(" ")
            signs[genre] = signs.get(genre, Signs())._replace(**{kind: entries})
        return signs

    # --- names of the past, and names of one thing ------------------------------------------------

    # The source of an expression for what stands right behind a name that an act takes out or replaces.
    amended_behind = ""

    @property
    def former_before(self) -> str:
        """The source of an expression for what stands right before a name of the past, "" for none."""
        return ""

    @property
    def former_after(self) -> str:
        """The source of one for what stands right behind it, quotes and an acronym aside."""
        return ""

    @property
    def now_called(self) -> str:
        """What stands between a name of the past and the one of today, "" where none is known."""
        return next(iter(self._parts("former.txt").get("now", ())), "")

    @property
    def bound_before(self) -> str:
        """The source of an expression for an office, an act or a plan before a body's name, "" for none.

        The name is then the one of their time.
        """
        return ""

    @property
    def bound_behind(self) -> str:
        """The source of one for what stands behind the name."""
        return ""

    @property
    def joints(self) -> Joints:
        """What stands between a full form and its acronym."""
        return Joints()

    @property
    def as_one(self) -> tuple[str, ...]:
        """What says that two names mean one thing, or that one is part of the other."""
        return self._parts("one-thing.txt").get("as one", ())

    @property
    def links(self) -> tuple[str, ...]:
        """Words that tie names which stand side by side."""
        return self._parts("one-thing.txt").get("links", ())

    def _edges(self, heading: str) -> frozenset[str]:
        return frozenset(self._parts("phrase-words.txt").get(heading, ()))

    def _parts(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """The parts of one of the language's files, none where it has no lists."""
        return data_parts(self.code, name) if self.code else {}
