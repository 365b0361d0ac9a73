"""Quoted speech and titles of works: what `check` leaves alone (rules M9 and C5).

Quotation marks around a term ("NDC") or an official title ('Thỏa thuận cơ bản về hợp tác …') quote
no one: those are judged. A quotation is speech when, within its paragraph, it has four words and

- ends in ! or ?, or holds the end of a sentence, or opens with a capital and ends in a full stop;
- or stands right after a colon or a verb of speaking (ông nói: “…”);
- or stands before a comma and a verb of speaking (“…”, bà cho biết);
- or is the title of a talk, a text or a film (hội thảo “…”, titled “…”);

or, in Korean, when it has two words (or one with a sure verb ending) and

- ends like a sentence (…하겠다, …입니다, …인가요);
- or 라며 or 라면서 follows it, or 라고, 고, 며, 면서 and a verb of speaking;
- or is a title (“…”을 주제로).

Between 『 』, 《 》 and « » stands a title of a work: always left alone. Which of the other quotations
are titles is told in `titles`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from khihau.languages import LANGUAGES
from khihau.text.compose import composed
from khihau.text.regex import either, regex
from khihau.text.stops import ENDS

__all__ = ["Quotation", "find_quoted", "quotations"]

_CONTEXT = 60
_WORDS_OF_SPEECH = 4

_LETTER = r"[A-Za-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]"
_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("『", regex(r"『([^『』]++)』")),
    ("《", regex(r"《([^《》]++)》")),
    ("«", regex(r"«([^«»]++)»")),
)
# A straight mark opens where no letter stands before it and closes where none follows; between two
# letters (don't, Nam’s) it is an apostrophe.
_QUOTATIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("“", regex(r"“([^“”]++)”")),
    ("「", regex(r"「([^「」]++)」")),
    ("‘", regex(rf"‘([^‘’]*+(?:(?<={_LETTER})’(?={_LETTER})[^‘’]*+)*+)’")),
    ('"', regex(rf'"(?<!{_LETTER}")(?<![0-9]")(?!\s)([^"]++)"')),
    (
        "'",
        regex(
            rf"'(?<![^\s(\[{{:,…]')(?!\s)([^']*+(?:(?<={_LETTER})'(?={_LETTER})[^']*+)*+)"
            rf"'(?<!\s')(?![0-9]|{_LETTER})"
        ),
    ),
)

# Two letters or digits, a stop, and how the next sentence begins.
_STOP_INSIDE = regex(rf"([^\W_]{{2}})[{ENDS}]\s+([^\W\d_])")


class _Beside(NamedTuple):
    """What stands right before speech, what right behind it, and what right before a title."""

    speaker_before: re.Pattern[str]
    speaker_after: re.Pattern[str]
    title_before: re.Pattern[str]


def find_quoted(
    flat: str, paragraphs: Iterable[tuple[int, int]], found: Iterable[Quotation]
) -> Iterator[tuple[int, int]]:
    """Yield the spans between the marks of quoted speech and titles, mark by mark.

    `found` are the `quotations` of the paragraphs. Spans of two marks may overlap (a title within a
    speech). Linear in the length of the text.
    """
    titles = [pattern for mark, pattern in _TITLES if mark in flat]
    for start, end in paragraphs if titles else ():
        for pattern in titles:
            for title in pattern.finditer(flat, start, end):
                yield title.span(1)
    for quotation in found:
        if is_speech(*quotation.words):
            yield quotation.span


class Quotation(NamedTuple):
    """What stands between a mark and its other half, with the words of the paragraph around both."""

    mark: str
    span: tuple[int, int]
    content: str
    before: str
    after: str

    @property
    def words(self) -> tuple[str, str, str]:
        """The content and the words around it, composed, without space at the content's ends."""
        content = composed(self.content.strip())
        return content, composed(self.before), composed(self.after)


def quotations(flat: str, paragraphs: Iterable[tuple[int, int]]) -> Iterator[Quotation]:
    """Yield what stands between quotation marks of the paragraphs, mark by mark within each."""
    patterns = [(mark, pattern) for mark, pattern in _QUOTATIONS if mark in flat]
    for start, end in paragraphs if patterns else ():
        for mark, pattern in patterns:
            for found in pattern.finditer(flat, start, end):
                before = flat[max(start, found.start() - _CONTEXT) : found.start()]
                after = flat[found.end() : min(end, found.end() + _CONTEXT)]
                yield Quotation(mark, found.span(1), found[1], before, after)


def is_speech(content: str, before: str, after: str) -> bool:
    """Whether what stands between quotation marks is speech, by the rules of this module.

    `before` and `after` are the words of the paragraph around the marks, any length; all are composed.
    """
    last = (content[:-1] if content.endswith(tuple(ENDS)) else content)[-1:]
    for language in LANGUAGES.values():
        if language.phrases.owns(last):
            return language.phrases.is_speech(content, after)
    if len(content.split(maxsplit=_WORDS_OF_SPEECH)) < _WORDS_OF_SPEECH:
        return False
    if content.endswith(("!", "?")) or _holds_sentence_end(content):
        return True
    if content.endswith((".", "…")) and not content[0].islower():
        return True
    beside = _beside()
    if beside.speaker_before.search(before) or beside.title_before.search(before):
        return True
    comma = content.endswith(",") or after.lstrip().startswith(",")
    return comma and beside.speaker_after.match(after) is not None


@cache
def _beside() -> _Beside:
    """The words of all languages: a text quotes speech in several."""
    asked = [language.phrases for language in LANGUAGES.values()]
    speaking = either(word for one in asked for word in one.speaking)
    that = either(word for one in asked for word in one.that)
    works = either(word for one in asked for word in one.works)
    about = either(word for one in asked for word in one.about)
    return _Beside(
        regex(rf"(?::|(?<!\w){speaking}(?: {that})?,?)\s*\Z", re.IGNORECASE),
        regex(rf"\s*,?\s*(?:[^\s.!?,;]+\s+){{0,8}}?{speaking}(?!\w)", re.IGNORECASE),
        regex(rf"(?<!\w){works}(?: {about})?\s*:?\s*\Z", re.IGNORECASE),
    )


def _holds_sentence_end(content: str) -> bool:
    """Whether a new sentence begins inside; not after the stop of "TP." or "Mr."."""
    return any(
        not stop[2].islower() and not any(map(str.isupper, stop[1]))
        for stop in _STOP_INSIDE.finditer(content)
    )
