"""How a text spells its terms where there is a choice, and which spelling it should keep (rule C3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from khihau.documents.segments import lang_at
from khihau.languages import LANGUAGES
from khihau.languages.choices import LOAN, Part, joints, kind_of, parts
from khihau.languages.house_spelling import STYLES, spelled
from khihau.model import ALLOWED
from khihau.review.base import is_own_wording
from khihau.review.spelled_places import Families, Family, Place
from khihau.text.compose import composed
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Document, LabelLang, Match

__all__ = ["as_written_here", "families_of", "is_free"]

_NEXT_WORD = regex(r"[ \t\xa0]([^\W\d_]+)")
_BLANKS = (" ", "\t", "\xa0")
_BEFORE, _REACH = 8, 40  # characters before a term, and behind it
_FREE_MAJORITY = 4  # times as often: then a text has made its choice
_NEVER_PARTED = 2  # syllables: no text writes a space in so short a word, found or not


def families_of(
    document: Document,
    matches: Iterable[Match],
    house: Mapping[str, str],
    is_of_law: Callable[[Match], bool] | None,
) -> Families:
    """The choices that a text makes in its own words, and those of a house, which has the say.

    Where `is_of_law` is given, the spelling of labels that a law has comes before that of most places.
    """
    families: dict[str, list[Place]] = {}
    for match in matches:
        if is_own_wording(document, match.start, match.end):
            for place in _places(document, match):
                families.setdefault(place.part.family, []).append(place)
    told = {name: Family(places, _kept(places, is_of_law)) for name, places in families.items()}
    own = {
        name: Family(families.get(name, ()), form, is_house=True) for name, form in house.items()
    }
    return {**told, **own}


def _kept(places: Sequence[Place], is_of_law: Callable[[Match], bool] | None) -> str:
    """The form of most places, on a tie that of preferred labels, then of labels, else the first.

    No space belongs into a formula, however many a text has of CO 2.
    Where compounds may be written together and apart neither is wrong, and the glossary decides,
    also for a third way, which the text does not have; unless nearly all of the text has one way.
    """
    first = places[0]
    if first.match.kind == "symbol" and kind_of(first.part.family) == "joint":
        part = min(places, key=lambda place: place.match.status != "preferred").part
        return part.form if part.stored is None else part.stored
    counts = Counter(place.part.form for place in places)
    if is_of_law and len(counts) > 1:
        law = Counter(
            place.part.stored for place in places if place.part.stored and is_of_law(place.match)
        )
        if law:
            return max(law, key=lambda form: law[form])
    preferred = Counter(place.part.stored for place in places if place.match.status == "preferred")
    stored = Counter(place.part.stored for place in places)
    if is_free(places[0].part):
        forms = [form for form in dict.fromkeys((*counts, *stored)) if form is not None]
        best = max(forms, key=lambda form: (preferred[form], stored[form], counts[form]))
        most = max(counts, key=lambda form: counts[form])
        return most if counts[most] >= _FREE_MAJORITY * max(1, counts[best]) else best
    return max(counts, key=lambda form: (counts[form], preferred[form], stored[form]))


def is_free(part: Part) -> bool:
    """Whether a choice is one between two ways that the rules of the language both allow."""
    return kind_of(part.family) == "joint" and LANGUAGES[part.lang].spelling.joins_freely


def as_written_here(families: Families, name: str, lang: LabelLang, *, is_proper: bool) -> str:
    """A name in the spelling of a text: các-bon or carbon, hòa or hoà."""
    kept = {name: family.kept for name, family in families.items()}
    return spelled(name, lang, kept, STYLES if is_proper else (LOAN, *STYLES))


# --- places ---------------------------------------------------------------------------------------


def _places(document: Document, match: Match) -> Iterator[Place]:
    """The choices of a term; how words are joined also in the terms inside it."""
    text = document.text
    if match.status not in ALLOWED or _is_in_name(text, match):
        return
    for part in parts(match.text, match.label, _lang(document, match)):
        if not (kind_of(part.family) == LOAN and _is_foreign(text, match, part)):
            yield Place(part, match)
    yield from _joints(text, match)


def _joints(text: str, match: Match) -> Iterator[Place]:
    """How a term is joined, and the words inside it that are stored in one piece."""
    words = tuple(_words(match.inner)) if match.inner and not _is_name(match) else ()
    spans = tuple((word.start - match.start, word.end - match.start) for word in words)
    part = joints(match.text, match.label, match.lang, spans)
    part = part and _in_context(text, match, part)
    if part:
        yield Place(part, match)
    is_stored = bool(words) and composed(match.text).lower() == match.label.lower()
    for word in words:
        for place in _joints(text, word):
            # A longer label may have its own way: 국제 감축 등록부 beside 국제감축.
            if not (is_stored and place.part.stored not in (None, place.part.form)):
                yield place


def _in_context(text: str, match: Match, part: Part) -> Part | None:
    """How a term is joined as far as the words beside it leave that open.

    A term of two words has a family of its own for each noun that it modifies: "net zero by 2050"
    and "a net-zero target" are both right; two ways before one noun are a mix.
    """
    spelling = LANGUAGES[match.lang].spelling
    if spelling.is_joined_by_grammar(match.text):
        return None
    after = composed(text[match.end : match.end + _REACH])
    noun = spelling.compound(_before(text, match), after)
    if noun is None:
        return None
    return part._replace(family=f"{part.family} {noun if len(part.pieces) == 1 else ''}")


def _words(inner: Iterable[Match]) -> Iterator[Match]:
    for match in inner:
        joins = LANGUAGES[match.lang].spelling.joins_freely
        if match.status not in ALLOWED or not joins or " " in match.label:
            yield from _words(match.inner)
        elif len(match.label) > _NEVER_PARTED:
            yield match


def _lang(document: Document, match: Match) -> LabelLang:
    """The language that a term is spelled in: "hydrogen" alone in a Vietnamese text is Vietnamese."""
    around = lang_at(document.segments, match.start)
    if not around or match.lang in (around, "mul"):
        return match.lang
    span = (0, len(match.text))
    found = parts(match.text, match.label, around)
    is_loan = [(kind_of(one.family), one.start, one.end) for one in found] == [(LOAN, *span)]
    return around if is_loan else match.lang


def _is_foreign(text: str, match: Match, part: Part) -> bool:
    """Whether a loan word is one of several in a term that came as a whole: carbon dioxide."""
    following = _NEXT_WORD.match(
        composed(text[match.start + part.end : match.start + part.end + _REACH])
    )
    return following is not None and not LANGUAGES[part.lang].spelling.is_own(following[1])


def _is_in_name(text: str, match: Match) -> bool:
    """Whether a term has a capital that it does not need: "Carbon" in "quỹ Carbon Trust"."""
    if match.text.isupper() or not match.label[1:].islower():
        return False
    if match.text[1:] != match.text[1:].lower():
        return True
    if not (match.text[:1].isupper() and match.label[:1].islower()):
        return False
    before = _before(text, match)
    return before[-1:] in _BLANKS and before[:-1].removesuffix(",")[-1:].isalnum()


def _before(text: str, match: Match) -> str:
    """The last characters before a term, composed."""
    return composed(text[max(0, match.start - _BEFORE) : match.start])


def _is_name(match: Match) -> bool:
    """Whether a term is a proper name, as its capitals tell in English: its spaces are its own."""
    told = (lang for lang, one in LANGUAGES.items() if one.spelling.has_capitals)
    names = (match.equivalents[lang] for lang in told if lang in match.equivalents)
    return sum(word[0].isupper() for word in next(names, match.label).split()) > 1
