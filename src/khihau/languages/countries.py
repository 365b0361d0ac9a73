"""Where a text speaks of a country or a territory: the default, and what every language asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from khihau.languages.data import data_groups, data_parts
from khihau.model import LabelLang
from khihau.text.compose import Recomposed, composed, recomposed
from khihau.text.regex import either
from khihau.text.spans import Spans

__all__ = ["UNION", "Countries", "CountryMention", "ListedCountries"]

UNION = "EU"  # the European Union: no country of ISO 3166, whose code the standard keeps for it

_JOINTS = " ,;/&·ㆍ‧・•∙-–"  # beside words that join two countries
_LEAST_IN_CAPITALS = 4  # letters of a name that may stand in capitals: VIỆT NAM, not ANH


class CountryMention(NamedTuple):
    """Words that speak of a country, by its key in ISO 3166; `is_name` says that they are its name.

    Other words only speak of it: its people and its capital, a part of a longer name.
    """

    start: int
    end: int
    country: str
    is_name: bool


class _Forms:
    """Forms that are sought in a text, the longest first, filed by their first two letters.

    An expression of them all would take longer to compile than most texts to read.
    """

    def __init__(self, forms: Iterable[str]) -> None:
        self._filed: dict[str, list[str]] = {}
        for form in sorted(forms, key=lambda one: (-len(one), one)):
            self._filed.setdefault(form[:2], []).append(form)
        heads = "".join(sorted({key[0] for key in self._filed}))
        self._heads = re.compile(f"[{re.escape(heads)}]")

    def spans(self, text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
        """Where forms stand in text[low:high], in order; none overlaps another."""
        done = low
        for head in self._heads.finditer(text, low, high):
            start = head.start()
            if start < done:
                continue
            for key in (text[start : start + 2], text[start]):
                size = next(
                    (len(f) for f in self._filed.get(key, ()) if text.startswith(f, start, high)), 0
                )
                if size:
                    done = start + size
                    yield start, done
                    break


class Countries:
    """A language of which we know no names of countries."""

    def mentions(self, text: str) -> list[CountryMention]:  # noqa: ARG002
        """Where a text speaks of countries, in text order; offsets are code points of the text."""
        return []

    def pointers(self, text: str) -> int:  # noqa: ARG002
        """How often a text has words that stand for a country said before: this country, both sides."""
        return 0

    def name(self, country: str) -> str:  # noqa: ARG002
        """The usual name of a country, "" where nobody knows."""
        return ""

    def everyone(self, text: str) -> list[tuple[int, int]]:  # noqa: ARG002
        """Where a text speaks of all countries or of many without a name: các nước, each Party."""
        return []

    def both(self, text: str) -> list[tuple[int, int]]:  # noqa: ARG002
        """Where a text speaks of two countries at once: hai nước, 양국, both sides."""
        return []

    def is_host(self, words: str) -> bool:  # noqa: ARG002
        """Whether a city gave its name to a treaty or a conference, and so speaks of no country."""
        return False

    def joins(self, between: str) -> bool:
        """Whether words between two countries name them together: Việt Nam và Hàn Quốc."""
        return not between.strip(_JOINTS)

    def owns(self, between: str) -> bool:
        """Whether words between a country and a term behind it say whose that is: Korea's 2035 NDC."""
        return between == " "

    def is_owned(self, between: str) -> bool:  # noqa: ARG002
        """Whether words between a term and a country behind it say whose that is: NDC của Việt Nam."""
        return False


class ListedCountries(Countries):
    """A language whose folder lists them: `country-names.txt`, `country-words.txt`, `country-traps.txt`."""

    def __init__(self, lang: LabelLang) -> None:
        self._lang = lang

    def mentions(self, text: str) -> list[CountryMention]:
        """Names of the list that stand alone, and all else of it."""
        whole = self._read(text)
        found = list(self._found(whole.text))
        known = Spans((one.start, one.end) for one in found)
        short = self.short_forms(whole.text)
        found += [one for one in short if not known.overlaps(one.start, one.end)]
        found.sort()
        if not whole.ends:
            return found
        return [
            one._replace(start=whole.origin(one.start), end=whole.origin(one.end)) for one in found
        ]

    def everyone(self, text: str) -> list[tuple[int, int]]:
        """Those of the part `[everyone]`, but where they are a part of `[pointing]`: các nước này."""
        whole = self._read(text)
        pointing = Spans(one.span() for one in self._pointing.finditer(whole.text))
        return [
            (whole.origin(start), whole.origin(end))
            for start, end in (one.span() for one in self._everyone.finditer(whole.text))
            if not pointing.holds(start, end)
        ]

    def both(self, text: str) -> list[tuple[int, int]]:
        """Those of the part `[both]`."""
        whole = self._read(text)
        return [
            (whole.origin(one.start()), whole.origin(one.end()))
            for one in self._both.finditer(whole.text)
        ]

    def is_host(self, words: str) -> bool:
        """Those of the part `[hosts]`."""
        return self.spelled(composed(words)) in self._traps["hosts"]

    def joins(self, between: str) -> bool:
        """With the words of the part `[joined]` too."""
        bare = between.strip(_JOINTS)
        return not bare or bare in self._traps["joined"]

    def owns(self, between: str) -> bool:
        """As the language says it, before a term."""
        return bool(self.owner_before and self.owner_before.fullmatch(between))

    def is_owned(self, between: str) -> bool:
        """As the language says it, behind a term."""
        return bool(self.owner_behind and self.owner_behind.fullmatch(between))

    def pointers(self, text: str) -> int:
        """Those of the part `[pointing]`, in any case."""
        return len(self._pointing.findall(self.spelled(composed(text))))

    def name(self, country: str) -> str:
        """The first one in its list."""
        return self._names.get(country, ("",))[0]

    # --- what a language knows better -----------------------------------------------------------

    owner_before: re.Pattern[str] | None = None  # what may stand between an owner and a term
    owner_behind: re.Pattern[str] | None = None

    def spelled(self, text: str) -> str:
        """A composed text in the one spelling in which lists and texts are compared, as long as before."""
        return text

    def speaks(self, text: str, start: int, end: int) -> bool:
        """Whether words at a place of a composed text are those of the list, and no part of a word."""
        return not (_is_letter(text, start - 1) or _is_letter(text, end))

    def is_alone(self, text: str, start: int, end: int) -> bool:  # noqa: ARG002
        """Whether the name at a place of a composed text is the country's, and no part of another name.

        Here no money stands behind it: US$, 미국 달러.
        """
        return self._money.match(text, end) is None

    def short_forms(self, text: str) -> Iterator[CountryMention]:  # noqa: ARG002
        """Where a composed text has forms of one syllable, which speak only beside another."""
        return iter(())

    # --- the lists ------------------------------------------------------------------------------

    def _read(self, text: str) -> Recomposed:
        whole = recomposed(text)
        return whole._replace(text=self.spelled(whole.text))

    def _found(self, text: str) -> Iterator[CountryMention]:
        for start, end in self._all.spans(text, 0, len(text)):
            if text[start:end] in self._longer:
                for inner in self._within.spans(text, start, end):
                    yield from self._mentions(text, *inner, is_part=True)
            else:
                yield from self._mentions(text, start, end, is_part=False)

    def _mentions(
        self, text: str, start: int, end: int, *, is_part: bool
    ) -> Iterator[CountryMention]:
        if not is_part and not self.speaks(text, start, end):
            return
        form = text[start:end]
        is_name = not is_part and form in self._free and self.is_alone(text, start, end)
        for country in self._forms[form]:
            yield CountryMention(start, end, country, is_name and form in self._names[country])

    @cached_property
    def _names(self) -> Mapping[str, tuple[str, ...]]:
        return {
            country: tuple(map(self.spelled, names))
            for country, *names in data_groups(self._lang, "country-names.txt")
        }

    @cached_property
    def _forms(self) -> Mapping[str, tuple[str, ...]]:
        """The countries that each form speaks of."""
        forms: dict[str, dict[str, None]] = {}
        for country, *words in (
            *((country, *names) for country, names in self._names.items()),
            *data_groups(self._lang, "country-words.txt"),
        ):
            for word in map(self.spelled, words):
                forms.setdefault(word, {})[country] = None
                if len(word) >= _LEAST_IN_CAPITALS:
                    forms.setdefault(word.upper(), {})[country] = None
        return {form: tuple(countries) for form, countries in forms.items()}

    @cached_property
    def _traps(self) -> Mapping[str, tuple[str, ...]]:
        parts = data_parts(self._lang, "country-traps.txt")
        return {heading: tuple(map(self.spelled, words)) for heading, words in parts.items()}

    @cached_property
    def _longer(self) -> frozenset[str]:
        """Longer names, also with a capital at the head of a sentence."""
        return frozenset(_with_capitals(self._traps["longer"]))

    @cached_property
    def _free(self) -> frozenset[str]:
        """Names that may stand for the country alone."""
        names = (name for some in self._names.values() for name in some)
        return frozenset(names) - frozenset(self._traps["doubtful"])

    @cached_property
    def _all(self) -> _Forms:
        return _Forms({*self._forms, *self._longer})

    @cached_property
    def _within(self) -> _Forms:
        return _Forms(self._forms)

    @cached_property
    def _money(self) -> re.Pattern[str]:
        return re.compile(rf" ?{either(self._traps['money'])}(?![^\W\d_])")

    @cached_property
    def _everyone(self) -> re.Pattern[str]:
        return _words_of(self._traps["everyone"])

    @cached_property
    def _both(self) -> re.Pattern[str]:
        return _words_of(self._traps["both"])

    @cached_property
    def _pointing(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){either(self._traps['pointing'])}", re.IGNORECASE)


def _words_of(words: Iterable[str]) -> re.Pattern[str]:
    """The expression of some words, also with a capital at the head of a sentence."""
    return re.compile(rf"(?<!\w){either(_with_capitals(words))}")


def _with_capitals(words: Iterable[str]) -> set[str]:
    return {form for word in words for form in (word, word[:1].upper() + word[1:])}


def _is_letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalnum()
