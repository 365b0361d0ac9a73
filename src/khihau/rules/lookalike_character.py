"""lookalike-character: a letter that only looks like the right one, or one that nobody sees.

Inside a term of the glossary: ð and Ð (Icelandic) for đ and Đ, Cyrillic letters, full-width letters
and digits (ＣＯＰ３１), and characters without width, such as zero-width spaces and soft hyphens. In any
other word of the text: a Cyrillic or Greek letter among Latin ones (аdaptation), and ð in a
Vietnamese word (Ðồng Nai). Left alone: words that are Cyrillic or Greek throughout, signs of science
(μm, ΔT), Icelandic names, Hangul beside Latin letters, full-width punctuation, letters composed of
several code points, subscript digits (CO₂). Quoted speech and links are not judged.

Why it matters: such a word looks right and is another one to a search, a spelling checker, a
screen reader and a translation memory.

The fix is safe: the letter that was meant, or nothing in place of what has no width.

The law on it: rule M3 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Hai nước thực hiện Thỏa thuận Pаris. | Hai nước thực hiện Thỏa thuận Paris. |
| ko | 양국은 ＣＯＰ３１에서 만난다. | 양국은 COP31에서 만난다（９월）. |
| en | Work on climate adaptаtion goes on. | Work on climate adaptation goes on. |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from khihau.documents.segments import lang_at
from khihau.languages import language_of
from khihau.review.base import Checked, Rule, finding, is_judged
from khihau.text.compose import composed
from khihau.text.fold import fold
from khihau.text.regex import regex
from khihau.text.spans import Spans

if TYPE_CHECKING:
    from khihau.model import Finding, Lang, Match

__all__ = ["RULE"]

_ETH = "\xd0\xf0\u0189\u0256"
_FOREIGN = "\u0370-\u03ff\u0400-\u04ff"
_WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_UNSEEN = "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_IN_TERM = regex(f"[{_ETH}{_FOREIGN}{_WIDE}{_UNSEEN}]")
_IN_WORD = regex(f"[{_ETH}{_FOREIGN}]")
_NO_WIDTH = regex(f"[{_UNSEEN}]")
_LATIN = r"A-Za-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff"
_LETTERS = regex(f"[{_LATIN}{_FOREIGN}]+")
_LETTERS_BEFORE = regex(f"[{_LATIN}{_FOREIGN}]*\\Z")
_LATIN_LETTER = regex(f"[{_LATIN}]")
_OTHER_SCRIPT = regex(f"[{_FOREIGN}]")
_LONGEST_WORD = 40
_NAMED = 2  # letters of a word that its message names
# The fold knows the Cyrillic ones. No letter of science: μm, ΔT, Ωm, σ.
_GREEK: Mapping[str, str] = MappingProxyType(
    dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
)


def _find(checked: Checked) -> Iterator[Finding]:
    document = checked.document
    for match in checked.matches:
        if not _IN_TERM.search(match.text) or _is_foreign(document.text, match):
            continue
        if is_judged(document, match.start, match.end):
            right = _in_term(match.text, match.label)
            if right:
                yield _finding(checked, match.start, right, match.text, match.concept)
    if _IN_WORD.search(document.text):
        yield from _in_words(checked)


def _is_foreign(text: str, match: Match) -> bool:
    """Whether a Cyrillic or Greek word stands beside a term: СО2 is Russian in выбросы СО2.

    A word with Latin letters too is none: in a row of such terms each would excuse the next.
    """
    adjoining = text[max(0, match.start - 1) : match.start] + text[match.end : match.end + 1]
    if _OTHER_SCRIPT.search(adjoining):
        return True
    beside = (at for at in (match.start - 2, match.end + 1) if 0 <= at < len(text))
    words = (text[slice(*_word(text, at))] for at in beside if _OTHER_SCRIPT.match(text[at]))
    return not all(map(_LATIN_LETTER.search, words))


def _in_term(text: str, label: str) -> dict[int, str]:
    """What should stand at some offsets of a term: "" in place of what has no width."""
    found = ((at, character) for at, character in enumerate(text) if _IN_TERM.match(character))
    told = ((at, _meant(character)) for at, character in found if character not in label)
    return {at: right for at, right in told if right is not None}


@lru_cache(maxsize=1024)
def _meant(character: str) -> str | None:
    """The letter that a character looks like, "" for one without width, None where there is none."""
    if _NO_WIDTH.match(character):
        return ""
    letter = _GREEK.get(character) or fold(character, keep_case=True).text
    return None if letter == character else letter


# --- words that are no term -----------------------------------------------------------------------


def _in_words(checked: Checked) -> Iterator[Finding]:
    document = checked.document
    others = Spans.of(document.protected), Spans.of(checked.matches)
    done = 0
    for strange in _IN_WORD.finditer(document.text):
        if strange.start() < done:
            continue
        start, done = _word(document.text, strange.start())
        if any(spans.overlaps(start, done) for spans in others):
            continue
        word = document.text[start:done]
        right = _in_mixed_word(word, lang_at(document.segments, start))
        if right and is_judged(document, start, done):
            yield _finding(checked, start, right, word, None)


def _word(text: str, at: int) -> tuple[int, int]:
    """The span of the letters around an offset where one stands."""
    before = _LETTERS_BEFORE.search(text, max(0, at - _LONGEST_WORD), at)
    after = _LETTERS.match(text, at)
    return before.start() if before else at, after.end() if after else at + 1


def _in_mixed_word(word: str, lang: Lang | None) -> dict[int, str]:
    """What should stand at some offsets of a word; nothing where the word may be meant so.

    A Latin word has more Latin letters than others, or as many and one that looks like none of them
    (Áо), and each of those looks like a Latin one; ð is wrong in a syllable of a language that is
    known by its syllables (Vietnamese).
    """
    if len(word) > _LONGEST_WORD:
        return {}
    letters = composed(word)
    foreign = len(_OTHER_SCRIPT.findall(letters))
    if 2 * foreign > len(letters) or (2 * foreign == len(letters) and not _is_latin(letters)):
        return {}
    if not foreign and not language_of(lang).may_be_word(fold(word).text):
        return {}
    right = {at: _meant(word[at]) for at in range(len(word)) if _IN_WORD.match(word[at])}
    told = {at: letter for at, letter in right.items() if letter}
    return told if len(told) == len(right) else {}


def _is_latin(letters: str) -> bool:
    """Whether a letter of a word looks like none of another script: Á, d, ê; not a, C or O."""
    return any(
        _LATIN_LETTER.match(letter) and letter.lower() not in _lookalikes() for letter in letters
    )


@lru_cache(maxsize=1)
def _lookalikes() -> frozenset[str]:
    cyrillic = "".join(map(chr, range(0x0400, 0x0500)))
    return frozenset(fold(cyrillic).text) | frozenset("".join(_GREEK.values()).lower())


# --- findings -------------------------------------------------------------------------------------


def _finding(
    checked: Checked, start: int, right: dict[int, str], text: str, concept: str | None
) -> Finding:
    from khihau.model import Edit, Fix

    named = list(dict.fromkeys(_named(text[at], letter) for at, letter in right.items()))
    if len(named) > _NAMED:
        named[_NAMED:] = [f"and {len(named) - _NAMED} more"]
    meant = "".join(right.get(at, character) for at, character in enumerate(text))
    return finding(
        checked,
        RULE.name,
        (start, start + len(text)),
        f"“{' '.join(text.split())}” has {', '.join(named)}; write “{' '.join(meant.split())}”",
        concept,
        fix=Fix("safe", tuple(Edit(start + at, start + at + 1, new) for at, new in right.items())),
    )


def _named(character: str, letter: str) -> str:
    code = f"U+{ord(character):04X}"
    return f"“{character}” ({code}) for “{letter}”" if letter else f"an invisible {code}"


RULE = Rule(
    "lookalike-character",
    "a letter that only looks like the right one, or that nobody sees",
    _find,
)
