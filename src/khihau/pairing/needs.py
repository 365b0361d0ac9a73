"""What the source of a passage speaks of and its target must render (rule P1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from khihau.languages import LANGUAGES
from khihau.model import ALLOWED, Lang, Match, Termbase
from khihau.pairing.passages import Key, Need, Passage, key_of
from khihau.text.regex import regex
from khihau.text.spans import holds

__all__ = ["Names", "names_of", "needs_of"]

_CAPITALS = regex(r"(?<![^\W_])[A-Z]{3,} [A-Z]{3,}(?: ?- ?| )\Z")
_LONGEST_NAME = 40  # characters of a person's name that are looked at
_FILED_BY = 3  # letters of a name, from its head on


class _Name(NamedTuple):
    """A name, folded without spaces from its head on, where it first ended, and what it names."""

    words: str
    end: int
    key: Key


# The distinct names of a text, by the first letters of their heads.
Names: TypeAlias = Mapping[str, "list[_Name]"]


def needs_of(
    passage: Passage,
    names: Names,
    glosses: Sequence[tuple[int, int]],
    text: str,
    base: Termbase,
    lang: Lang,
) -> tuple[Need, ...]:
    """What the source of a passage names and the target's language has a name for, each once.

    `names` are those of the whole source. `glosses` are spans, in text order, of words that stand for
    an acronym beside them: what they hold is named by that. `text` is the source. A name that means less or more than
    its concept asks for no name of that.
    """
    first: dict[Key, Match] = {}
    for match in passage.said:
        is_own = not match.sense and not _is_in_name(text, match)
        if is_own and not holds(glosses, match.start, match.end):
            first.setdefault(key_of(match), match)
    named = (match for match in first.values() if _has_name(match, base, lang))
    return tuple(Need(match, _longer_names(match, names)) for match in named)


def _is_in_name(text: str, match: Match) -> bool:
    """Whether an acronym is the end of a person's name in capitals: KIM JONG UN."""
    before = max(0, match.start - _LONGEST_NAME)
    return match.kind == "acronym" and _CAPITALS.search(text, before, match.start) is not None


def _has_name(match: Match, base: Termbase, lang: Lang) -> bool:
    return any(
        label.status in ALLOWED and label.lang in (lang, "mul")
        for label in base[match.concept].labels
    )


# --- short names that take up a longer one: 공동위원회 after 한-베트남 기후변화 협력 공동위원회 ---------------


def names_of(matches: Iterable[Match]) -> Names:
    """The names of a source that shorter ones may take up, in text order."""
    first: dict[tuple[str, Key], _Name] = {}
    for match in matches:
        words = _from_head(match)
        first.setdefault((words, key_of(match)), _Name(words, match.end, key_of(match)))
    names: dict[str, list[_Name]] = {}
    for name in first.values():
        names.setdefault(name.words[:_FILED_BY], []).append(name)
    return names


def _longer_names(mention: Match, names: Names) -> tuple[Key, ...]:
    """The longer names said before a mention that end or begin with it, as their head noun."""
    words = _from_head(mention)
    return tuple(
        name.key
        for name in names.get(words[:_FILED_BY], ())
        if name.end <= mention.start
        and name.key[0] != mention.concept
        and name.words.startswith(words)
    )


def _from_head(match: Match) -> str:
    return LANGUAGES[match.lang].translation.from_head(match.text)
