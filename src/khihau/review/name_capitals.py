"""Names that a text writes with other capitals than any of their labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from khihau.languages import LANGUAGES
from khihau.languages.capitals import Beside
from khihau.languages.tuned import NAME_REACH
from khihau.ledger.places import is_acronym
from khihau.model import ALLOWED, Document, Match, Termbase
from khihau.review.base import is_own_wording
from khihau.termbase.official import text_of
from khihau.termbase.proper_names import has_proper_name
from khihau.text.compose import composed, recomposed
from khihau.text.regex import regex
from khihau.text.spans import holds, joined

if TYPE_CHECKING:
    from khihau.languages.name_capitals import NameCapitals
    from khihau.model import Concept, Label

__all__ = ["Miswritten", "miswritten_names"]

_WORD = regex(r"[^\W\d_]+")


class Miswritten(NamedTuple):
    """A name with wrong capitals: `letters` are the offsets of those to write in the other case."""

    match: Match
    label: Label
    letters: tuple[int, ...]

    @property
    def written(self) -> str:
        """The name as it stands, on one line."""
        return " ".join(composed(self.match.text).split())

    @property
    def right(self) -> str:
        """The name as it should stand, on one line."""
        letters = list(self.match.text)
        for at in self.letters:
            letters[at - self.match.start] = letters[at - self.match.start].swapcase()
        return " ".join(composed("".join(letters)).split())


class _Word(NamedTuple):
    """A word of a name, composed, and where it starts in the text."""

    text: str
    start: int


def miswritten_names(
    document: Document, matches: Sequence[Match], base: Termbase
) -> Iterator[Miswritten]:
    """The names of bodies, acts, treaties and plans of which no label has the capitals of the text.

    Names inside a name are judged by themselves. Left alone are names in capitals throughout, lines
    in which every word has one, what may be a title of others, and names with two readings.
    """
    with_capitals = {one.concept for one in matches if not one.text.islower()}
    for match in _names(matches, None):
        capitals = LANGUAGES[match.lang].name_capitals
        words = [word.text for word in _words(match)]
        kind = capitals.kind(words)
        if not kind or match.alternatives or match.sense or match.text.isupper():
            continue
        if not is_own_wording(document, match.start, match.end):
            continue
        concept = base[match.concept]
        labels = _same_words(concept, match)
        if not labels or not has_proper_name(concept) or not _is_running(document.text, match):
            continue
        if match.text.islower() and not (
            capitals.is_name(kind, words, is_named=match.concept in with_capitals)
            and _is_certain(document.text, match)
        ):
            continue
        letters = _letters(document.text, match, labels, capitals)
        if letters:
            yield Miswritten(match, labels[0][0], letters)


def _names(matches: Iterable[Match], outer: str | None) -> Iterator[Match]:
    """The matches and what they hold, but for shorter names of the same concept."""
    for match in matches:
        if match.lang != "mul" and match.kind != "acronym" and match.concept != outer:
            yield match
        yield from _names(match.inner, match.concept)


def _words(match: Match) -> list[_Word]:
    text = recomposed(match.text)
    return [
        _Word(word[0], match.start + text.origin(word.start()))
        for word in _WORD.finditer(text.text)
    ]


def _same_words(concept: Concept, match: Match) -> list[tuple[Label, list[str]]]:
    """The labels that have the words of a match, with theirs; the matched one first.

    None where one of them has another sense too.
    """
    canonical = LANGUAGES[match.lang].spelling.canonical
    own = [canonical(word.text.lower()) for word in _words(match)]
    found: list[tuple[Label, list[str]]] = []
    for label in sorted(concept.labels, key=lambda label: label.text != match.label):
        is_real = (
            label.status == "preferred" or label.source
        )  # no office has the capitals of the rest
        may_stand = (label.status in ALLOWED and is_real) or (
            label.standing == "deprecated" and label.until
        )
        if label.lang != match.lang or not may_stand or is_acronym(label.kind, label.text):
            continue
        if label.numbered and match.number is None:
            continue
        words = _WORD.findall(composed(text_of(label, match.number)))
        if [canonical(word.lower()) for word in words] == own:
            if label.homonym:
                return []
            found.append((label, words))
    return found


def _is_running(text: str, match: Match) -> bool:
    """Whether the line of a name has words in small letters: else its capitals tell nothing."""
    return Beside(match.text, *_line_around(text, match)).is_running(match.lang, 0)


def _line_around(text: str, match: Match) -> tuple[str, str]:
    """What stands before a name and behind it in its line, composed."""
    before = text[max(0, match.start - NAME_REACH) : match.start].rpartition("\n")[2]
    after = text[match.end : match.end + NAME_REACH].partition("\n")[0]
    return composed(before), composed(after)


def _is_certain(text: str, match: Match) -> bool:
    """Whether nothing beside a name in small letters says that another such thing is meant, or any."""
    language = LANGUAGES[match.lang]
    before, after = _line_around(text, match)
    beside = ["", *_WORD.findall(before)][-1], [*_WORD.findall(after), ""][0]
    if language.name_capitals.is_any(*beside):
        return False
    owners = (
        one.country.lower()
        for one in language.countries.mentions(after)
        if one.is_name and language.countries.is_owned(after[: one.start])
    )
    return all(owner in language.regions for owner in owners)


def _letters(
    text: str,
    match: Match,
    labels: Sequence[tuple[Label, list[str]]],
    capitals: NameCapitals,
) -> tuple[int, ...]:
    """Where the first letter of a word has the case that no label gives it.

    A capital that may stand (Biến đổi Khí hậu) is told where another letter is wrong: then the name
    is written as a whole.
    """
    words, own = _words(match), [word.text for word in _words(match)]
    right = [{label[at][0].isupper() for _, label in labels} for at in range(len(words))]
    if not any(True in cases for cases in right):
        return ()
    before = _WORD.findall(composed(text[max(0, match.start - NAME_REACH) : match.start]))
    if own[0][0].islower() and before and not capitals.opens(before[-1], own[0]):
        return ()
    inner = joined(_inner_names(match))
    wrong = [
        (at, word)
        for at, word in enumerate(words)
        if word.text[0].isupper() not in right[at]
        and not holds(inner, word.start, word.start + 1)
        and not capitals.is_free(own, at)
        and (at > 0 or word.text[0].islower())
    ]
    is_told = any(word.text[0].islower() or capitals.is_inside_word(own, at) for at, word in wrong)
    return tuple(word.start for _, word in wrong) if is_told else ()


def _inner_names(match: Match) -> Iterator[tuple[int, int]]:
    """Where names of other concepts lie in a name, in order, none inside another."""
    for inner in match.inner:
        if inner.concept != match.concept and any(map(str.isupper, inner.label)):
            yield inner.start, inner.end
        elif inner.concept == match.concept:
            yield from _inner_names(inner)
