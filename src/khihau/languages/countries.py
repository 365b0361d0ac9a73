"""Where a text speaks of a country or a territory: the default, and what every language asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from khihau.languages.data import data_groups, data_parts
from khihau.model import LabelLang
from khihau.text.compose import composed, recomposed
from khihau.text.regex import either
from khihau.text.spans import Spans

__all__ = ["Countries", "CountryMention", "ListedCountries"]

_LEAST_IN_CAPITALS = 4  # letters of a name that may stand in capitals: VIỆT NAM, not ANH


class CountryMention(NamedTuple):
    """Words that speak of a country, by its key in ISO 3166; `is_name` says that they are its name.

    Other words only speak of it: its people and its capital, a part of a longer name.
    """

    start: int
    end: int
    country: str
    is_name: bool


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


class ListedCountries(Countries):
    """A language whose folder lists them: `country-names.txt`, `country-words.txt`, `country-traps.txt`."""

    def __init__(self, lang: LabelLang) -> None:
        self._lang = lang

    def mentions(self, text: str) -> list[CountryMention]:
        """Names of the list that stand alone, and all else of it."""
        whole = recomposed(text)
        found = list(self._found(whole.text))
        known = Spans((one.start, one.end) for one in found)
        short = self.short_forms(whole.text)
        found += [one for one in short if not known.overlaps(one.start, one.end)]
        found.sort()
        if whole.text is text:
            return found
        return [
            one._replace(start=whole.origin(one.start), end=whole.origin(one.end)) for one in found
        ]

    def pointers(self, text: str) -> int:
        """Those of the part `[pointing]`, in any case."""
        return len(self._pointing.findall(composed(text)))

    def name(self, country: str) -> str:
        """The first one in its list."""
        return self._names.get(country, ("",))[0]

    # --- what a language knows better -----------------------------------------------------------

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

    def _found(self, text: str) -> Iterator[CountryMention]:
        for hit in self._pattern.finditer(text):
            if hit[0] in self._longer:
                for inner in self._within.finditer(text, *hit.span()):
                    yield from self._mentions(text, *inner.span(), is_part=True)
            else:
                yield from self._mentions(text, *hit.span(), is_part=False)

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
            country: tuple(names)
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
            for word in words:
                forms.setdefault(word, {})[country] = None
                if len(word) >= _LEAST_IN_CAPITALS:
                    forms.setdefault(word.upper(), {})[country] = None
        return {form: tuple(countries) for form, countries in forms.items()}

    @cached_property
    def _traps(self) -> Mapping[str, tuple[str, ...]]:
        return data_parts(self._lang, "country-traps.txt")

    @cached_property
    def _longer(self) -> frozenset[str]:
        return frozenset(self._traps["longer"])

    @cached_property
    def _free(self) -> frozenset[str]:
        """Names that may stand for the country alone."""
        names = (name for some in self._names.values() for name in some)
        return frozenset(names) - frozenset(self._traps["doubtful"])

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(_by_first({*self._forms, *self._longer}))

    @cached_property
    def _within(self) -> re.Pattern[str]:
        return re.compile(_by_first(self._forms))

    @cached_property
    def _money(self) -> re.Pattern[str]:
        return re.compile(rf" ?{either(self._traps['money'])}(?![^\W\d_])")

    @cached_property
    def _pointing(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){either(self._traps['pointing'])}", re.IGNORECASE)


def _is_letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalnum()


def _by_first(forms: Iterable[str]) -> str:
    """The expression of some forms, the longest first, filed by their first letter to be quick."""
    filed: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda one: (-len(one), one)):
        filed.setdefault(form[0], []).append(re.escape(form[1:]))
    return "|".join(
        f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in sorted(filed.items())
    )
