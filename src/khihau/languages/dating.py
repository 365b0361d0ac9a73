"""When something was: the words beside dates and names, the default, and what every language asks.

The words stand in the data file `time.txt` of a language, a section for each question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType

from khihau.languages.data import data_parts
from khihau.languages.numerals import keyed
from khihau.model import Lang
from khihau.text.regex import either, regex

__all__ = ["Dating"]

_NEVER = r"(?!)"


class Dating:
    """The words of time of a language, as patterns over composed text; without data they match nothing.

    `code` is the folder of its data file, None without any. `past_behind_is_near`: what stands
    behind a name of the past follows it at once, an office between them or none.
    """

    past_behind_is_near = False

    def __init__(self, code: Lang | None = None) -> None:
        self.code = code

    # --- words that say when -----------------------------------------------------------------------

    @cached_property
    def past(self) -> re.Pattern[str]:
        """What speaks of the past without a date, up to the next word of time."""
        return self._words("past")

    @cached_property
    def present(self) -> re.Pattern[str]:
        """What speaks of now or of what is to come, up to the next word of time."""
        return self._words("present")

    @cached_property
    def past_behind(self) -> re.Pattern[str]:
        """What stands behind a name of the past, as far as its sentence goes."""
        return self._words("past behind")

    @cached_property
    def running(self) -> re.Pattern[str]:
        """What stands right behind a name of today: will, đang."""
        adverbs, running = self._either("adverbs"), self._either("running")
        return regex(rf"\s?(?:{adverbs}\s)*{running}(?!\w)", re.IGNORECASE)

    @cached_property
    def years_ago(self) -> Mapping[str, int]:
        """Words for a year that is counted from that of the text, and how many years before it is."""
        words = keyed(self._parts.get("years ago", ()))
        return MappingProxyType({word: int(count) for word, count in words.items()})

    @cached_property
    def ago(self) -> re.Pattern[str]:
        """A word for such a year."""
        words = either(self.years_ago) if self.years_ago else _NEVER
        return regex(rf"(?<!\w){words}", re.IGNORECASE)

    def tells_past(self, rest: str) -> bool:  # noqa: ARG002
        """Whether a sentence, by its rest behind a date, tells of the past."""
        return True

    def is_absorbed(self, between: str, rest: str) -> bool:  # noqa: ARG002
        """Whether a date behind a name, by the words between and behind, says when another thing was."""
        return False

    # --- what a date is for ------------------------------------------------------------------------

    @cached_property
    def up_to(self) -> re.Pattern[str]:
        """What stands right before a date up to which something was: until, trước."""
        return regex(rf"(?<!\w){self._either('up to')}\s\Z", re.IGNORECASE)

    @cached_property
    def up_to_behind(self) -> re.Pattern[str]:
        """What stands right behind such a date: 까지."""
        return regex(rf"\s?{self._either('up to behind')}", re.IGNORECASE)

    @cached_property
    def open_before(self) -> re.Pattern[str]:
        """What stands right before a date that is a bound or an aim."""
        return regex(rf"(?<!\w){self._either('not behind')}\s\Z", re.IGNORECASE)

    @cached_property
    def open_behind(self) -> re.Pattern[str]:
        """What stands right behind a date that is a bound or an aim."""
        return regex(rf"\s?{self._either('not before')}", re.IGNORECASE)

    @cached_property
    def frame(self) -> re.Pattern[str]:
        """What stands right before a year that is a date."""
        return regex(rf"(?<!\w){self._either('frames')}\s\Z", re.IGNORECASE)

    @cached_property
    def period(self) -> re.Pattern[str]:
        """What stands right before two years in which something was."""
        return regex(rf"(?<!\w){self._either('periods')}\s\Z", re.IGNORECASE)

    @cached_property
    def term(self) -> re.Pattern[str]:
        """What stands right before the two years of an office."""
        return regex(rf"(?<!\w){self._either('terms')}\s\Z", re.IGNORECASE)

    @cached_property
    def act(self) -> re.Pattern[str]:
        """The first word of the title of an act or a plan."""
        return self._words("acts")

    @cached_property
    def verb(self) -> re.Pattern[str]:
        """A word with which a title has ended."""
        return self._words("verbs")

    @cached_property
    def issued_by(self) -> re.Pattern[str]:
        """What stands between the date of an act and the body that issued it."""
        return regex(rf"\s?(?:{self._either('issued by')}\s)?\Z", re.IGNORECASE)

    @cached_property
    def sets_up(self) -> re.Pattern[str]:
        """What stands, in the title of an act that sets up a body, before its name."""
        of = self._either("issued by")
        return regex(rf"(?<!\w){self._either('sets up')}\s{of}\s\Z", re.IGNORECASE)

    @property
    def numbered_behind(self) -> re.Pattern[str]:
        """A paper right behind the name of the body that issued it, the year of its number as group 1."""
        return regex(_NEVER)

    @cached_property
    def issues(self) -> re.Pattern[str]:
        """What stands between a body and the act that it issues."""
        return self._words("issues")

    @cached_property
    def now_called(self) -> re.Pattern[str]:
        """What stands right before a name of today: nay là, 현, now the."""
        return regex(rf"(?<!\w){self._either('now called')}\s?\Z", re.IGNORECASE)

    @cached_property
    def founded(self) -> re.Pattern[str]:
        """What tells, before a name, that it was given then."""
        return self._words("founded")

    @property
    def given_behind(self) -> re.Pattern[str]:
        """What tells, right behind a name, that it was given then."""
        return regex(_NEVER)

    @cached_property
    def by_word_of(self) -> re.Pattern[str]:
        """What stands right before the name of one to whom something is ascribed."""
        return regex(rf"(?<!\w){self._either('by word of')}\s\Z", re.IGNORECASE)

    @cached_property
    def by_word_of_behind(self) -> re.Pattern[str]:
        """What stands right behind such a name."""
        return regex(rf"\S*\s?{self._either('by word of behind')}", re.IGNORECASE)

    @cached_property
    def opener(self) -> re.Pattern[str]:
        """What may stand before the date that opens a sentence."""
        words = either((*self._parts.get("openers", ()), *self._parts.get("periods", ())))
        return regex(rf"[\W\d]*(?:{words}[\s,]+){{0,3}}\Z", re.IGNORECASE)

    @cached_property
    def to_come(self) -> re.Pattern[str]:
        """What tells, before a date, that something is to come at it."""
        return self._words("to come")

    @cached_property
    def to_come_behind(self) -> re.Pattern[str]:
        """What tells it behind a date."""
        return self._words("to come behind")

    # --- the date of a text ------------------------------------------------------------------------

    @property
    def supplement(self) -> re.Pattern[str] | None:
        """The head of a part of an act with a day of its own, in groups year, month and day, or of
        what stands behind such parts, without; None where no acts have any.
        """
        return None

    @cached_property
    def enacted(self) -> re.Pattern[str]:
        """What stands right behind the day of an act in its head, in brackets: , 일부개정]."""
        return regex(rf"[.,\s]*{self._either('enacted')}\s?[\])〕]")

    @property
    def dateline_words(self) -> Iterable[str]:
        """Words before the date of a text."""
        return self._parts.get("datelines", ())

    @property
    def words_beside_dates(self) -> Iterable[str]:
        """Days of the week, hours and the like."""
        return self._parts.get("beside dates", ())

    @property
    def _parts(self) -> Mapping[str, tuple[str, ...]]:
        return data_parts(self.code, "time.txt") if self.code else {}

    def _either(self, heading: str) -> str:
        words = self._parts.get(heading)
        return either(words) if words else _NEVER

    def _words(self, heading: str) -> re.Pattern[str]:
        return regex(rf"(?<!\w){self._either(heading)}(?!\w)", re.IGNORECASE)
