"""The words of a text that were meant as the full form of an acronym, and are no name of it (rule A7)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from khihau.documents.segments import lang_at
from khihau.languages import LANGUAGES
from khihau.languages.detect import detect
from khihau.languages.session_numbers import fill
from khihau.ledger import Use
from khihau.ledger.definitions import (
    NUMBER_END,
    cut,
    head_of,
    likeness,
    shares_name,
    units_of,
)
from khihau.ledger.definitions.edges import WORD, edges
from khihau.model import ALLOWED, Match
from khihau.review.base import Checked
from khihau.review.tuned import (
    ATTEMPT,
    HALF_LIKE,
    LONG_PHRASE,
    NAME_SYLLABLES,
    NAME_WORDS,
    SHORTEST,
    UNLIKE,
)
from khihau.termbase.proper_names import has_proper_name
from khihau.text.compose import composed
from khihau.text.fold import HANGUL, fold
from khihau.text.regex import regex
from khihau.text.spans import overlaps

if TYPE_CHECKING:
    from khihau.model import Concept

__all__ = ["second_meanings", "slips", "unofficial_forms"]

_NUMBER = regex(r"\d+")


def unofficial_forms(checked: Checked) -> Iterator[tuple[Use, tuple[int, int]]]:
    """Each acronym with the span of exactly the words beside it that render its concept.

    The same words are given once: at their first place. A name is none of them, whatever it calls
    another concept in it (Công ước khung của LHQ …), nor are words that describe a session (hội nghị
    khí hậu) and do not try to name it, nor words beside a right gloss that name another thing: the
    auction of CHPS.
    """
    text, told = checked.document.text, set[tuple[str, str]]()
    for use in checked.ledger.uses:
        form = use.expansion if use.meaning == "loose" else use.beside
        if not use.concept or not form or overlaps(checked.document.protected, *form):
            continue  # an address is no name
        from khihau.fuzzy import align  # dear, and few texts need it

        words = align(text[slice(*form)], use.concept, checked.base)
        if not words:
            continue
        is_in_bracket = form[0] > use.start or form == use.expansion == use.beside
        start = form[0] if is_in_bracket else _with_its_head(checked, use, form[0] + words[0])
        span = start, _without_place(text, start, form[0] + words[1])
        key = use.concept, fold(text[slice(*span)]).text
        if key in told or _describes(checked, use, span) or _is_name(checked, use, span):
            continue
        if use.meaning == "definition" and not _has_its_head(checked, use, text[slice(*span)]):
            continue
        told.add(key)
        yield use, span


def _without_place(text: str, start: int, end: int) -> int:
    """Where words end before the country that says where the thing is: … Liên Hiệp Quốc | tại Việt Nam."""
    lang = detect(text[start:end])
    if not lang:
        return end
    for word in reversed(list(WORD.finditer(text, start, end))):
        if composed(word[0]).lower() in edges().ties:
            place = text[word.end() : end].strip()
            words = LANGUAGES[lang].translation.content_words(fold(place).text)
            is_country = place[:1].isupper() and not words
            return start + len(text[start : word.start()].rstrip()) if is_country else end
    return end


def second_meanings(checked: Checked) -> Iterator[tuple[Use, tuple[int, int]]]:
    """Each acronym before which a name stands that is none of its concept's, where the text has one.

    Fund for Conservation (GCF), beside Green Climate Fund (GCF); not beside a person or a town. Words
    that have something of the concept's names are one too where the names are proper ones (한국회계기준원
    for KSSB); and where they are not, a long phrase is one (phân bón và quản lý đất for AFOLU). A name
    with the head of a proper one needs no right one beside it (Global Greenhouse Fund for GCF).
    """
    text, uses = checked.document.text, checked.ledger.uses
    written = {use.concept for use in uses if use.meaning == "definition"}
    loose = [use for use in uses if use.meaning == "loose" and use.expansion and use.concept]
    written |= {use.concept for use in loose if _renders(checked, use)}
    for use in loose:
        if not use.expansion:
            continue
        concept = checked.base[use.concept or ""]
        lang = lang_at(checked.document.segments, use.start)
        span = cut(text, use.expansion, use.acronym, lang)
        if span is None or span[1] > use.start:
            continue
        if any((match.start, match.end) == span for match in _inside(checked.matches, span)):
            continue  # the end of a longer phrase: plans under | the Paris Agreement (NDCs)
        words = composed(text[slice(*span)])
        is_meant = _is_of_its_kind(words, concept) and likeness(words, concept) < HALF_LIKE
        if not is_meant and not (use.concept in written and _is_another(words, concept)):
            continue
        if not _renders(checked, use):
            yield use, span


def _is_of_its_kind(words: str, concept: Concept) -> bool:
    """Whether words end, or in Vietnamese begin, in the head noun of a concept's proper name."""
    lang = detect(words)
    if not lang or not has_proper_name(concept) or _NUMBER.search(words):
        return False
    capitals = sum(word[:1].isupper() for word in words.split())
    is_name = capitals > 1 or len(HANGUL.findall(words)) >= NAME_SYLLABLES
    heads = (head_of(one.text, one.lang) for one in concept.labels if one.kind == "full")
    return is_name and head_of(words, lang) in list(heads)


def _is_another(words: str, concept: Concept) -> bool:
    """Whether words name a thing, or describe it at length, and have too little of a concept's names."""
    like = likeness(words, concept)
    if _is_named(words):
        return like < (HALF_LIKE if has_proper_name(concept) else UNLIKE)
    is_long = len(units_of(words)) >= LONG_PHRASE and not HANGUL.search(words)
    may_be_tag = has_proper_name(concept)  # the fund of a project, in brackets behind it
    return is_long and not may_be_tag and not _NUMBER.search(words) and like < HALF_LIKE


def _renders(checked: Checked, use: Use) -> bool:
    """Whether the words before the bracket of an acronym were meant as its full form."""
    from khihau.fuzzy import align  # dear, and few texts need it

    form = use.expansion
    words = checked.document.text[slice(*form)] if form else ""
    return bool(use.concept and align(words, use.concept, checked.base))


def slips(checked: Checked) -> Iterator[tuple[Use, str]]:
    """Each acronym behind a full name of the glossary that is that of its concept but for a slip."""
    for entry, use, _ in checked.ledger.events:
        if entry.kind != "definition" or use.concept or not use.expansion:
            continue
        for match in _inside(checked.matches, use.expansion):
            if (match.start, match.end) != use.expansion or match.status not in ALLOWED:
                continue
            labels = checked.base[match.concept].labels
            own = [label.text for label in labels if label.kind == "acronym"]
            right = next((one for one in own if _is_slip(use.acronym, one)), None)
            if right:
                yield use, right


def _is_slip(acronym: str, other: str) -> bool:
    """Whether two acronyms of three letters and more differ in one letter, or in the order of two."""
    if len(acronym) != len(other) or len(other) < SHORTEST:
        return False
    apart = [at for at, letter in enumerate(other) if acronym[at] != letter]
    is_swapped = len(apart) == 2 and acronym[apart[0]] == other[apart[1]]
    return len(apart) == 1 or (is_swapped and acronym[apart[1]] == other[apart[0]])


def _is_named(words: str) -> bool:
    """Whether words before a bracket name a thing: no number, several capitals, and small words too."""
    if _NUMBER.search(words):
        return False
    if HANGUL.search(words):
        return len(HANGUL.findall(words)) >= NAME_SYLLABLES
    found = words.split()
    capitals = sum(word[:1].isupper() for word in found)
    return len(found) >= NAME_WORDS and 1 < capitals < len(found)


def _has_its_head(checked: Checked, use: Use, words: str) -> bool:
    """Whether words have the head noun of a name of the concept, of any status, in any language of theirs."""
    units, labels = units_of(words), checked.base[use.concept or ""].labels
    full = [label for label in labels if label.kind == "full" and label.lang == detect(words)]
    return not full or any(head_of(label.text, label.lang) & units for label in full)


def _names(checked: Checked, use: Use) -> Iterator[str]:
    """The right full names of an acronym's concept, with the number of its session and without."""
    for label in checked.base[use.concept or ""].labels:
        if label.kind == "full" and label.status in ALLOWED and not label.sense:
            if not label.numbered:
                yield label.text
            elif use.number is not None:
                yield fill(label.lang, label.text, use.number)


def _with_its_head(checked: Checked, use: Use, start: int) -> int:
    """Where the words begin, the head noun that the right name has before them too: Cơ chế | Thực hiện chung."""
    before = checked.document.text[max(0, start - 40) : start]
    for name in _names(checked, use):
        head = " ".join(name.split()[:2])
        if len(head) < len(name) and fold(before).text.endswith(f"{fold(head).text} "):
            return start - len(before) + len(before.rstrip()) - _length_of(before, head)
    return start


def _length_of(before: str, head: str) -> int:
    """How many characters the last words of a stretch have, as many as a head has."""
    words = before.rstrip().rsplit(maxsplit=len(head.split()))
    return len(before.rstrip()) - len(words[0]) - 1 if len(words) > len(head.split()) else 0


def _describes(checked: Checked, use: Use, span: tuple[int, int]) -> bool:
    """Whether words before the acronym of a session only say what it is, in a text that may say so."""
    words = checked.document.text[slice(*span)]
    if use.number is None or str(use.number) in _NUMBER.findall(words):
        return False
    is_attempt = any(shares_name(words, name, ATTEMPT) for name in _names(checked, use))
    return not is_attempt and not checked.customs.profile.is_formal


def _is_name(checked: Checked, use: Use, span: tuple[int, int]) -> bool:
    """Whether words are a right name but for the name of another concept in it, or a number behind it."""
    text, (start, end) = checked.document.text, span
    number = NUMBER_END.search(text, start, end)
    spans = {span, (start, number.start())} if number else {span}
    said = {reading for one in spans for reading in _readings(checked, one)}
    words = fold(text[start:end]).text
    names = [fold(name).text for name in _names(checked, use)]
    return any(name in said or _points_back(words, name) for name in names)


def _points_back(words: str, name: str) -> bool:
    """Whether words are a name but for a pointer in the place of a part: the Parties to this Agreement."""
    said, named, lang = words.split(), name.split(), detect(words)
    if not lang or not LANGUAGES[lang].words.spaced or len(named) > 2 * len(said):
        return False  # 위원회 is no pointer, although 위 is one
    pointers = (at for at, word in enumerate(said) if LANGUAGES[lang].translation.points_back(word))
    return any(
        said[:at] == named[:at] and said[at + 1 :] == named[len(named) - len(said) + at + 1 :]
        for at in pointers
    )


def _readings(checked: Checked, span: tuple[int, int]) -> Iterator[str]:
    """The words, and what they are with another name of a concept that stands in them."""
    text, (start, end) = checked.document.text, span
    yield fold(text[start:end]).text
    for match in _inside(checked.matches, span):
        for label in () if match.sense else checked.base[match.concept].labels:
            if label.lang == match.lang and label.status in ALLOWED and not label.sense:
                yield fold(text[start : match.start] + label.text + text[match.end : end]).text


def _inside(matches: Sequence[Match], span: tuple[int, int]) -> Iterator[Match]:
    """The matches in a stretch, at every depth."""
    start, end = span
    at = bisect_left(matches, start, key=lambda match: match.end)
    while at < len(matches) and matches[at].start < end:
        match, at = matches[at], at + 1
        if start <= match.start and match.end <= end:
            yield match
        yield from _inside(match.inner, span)
