"""Names of concepts, labels and sources as XML ids, which must be names (NCName) and all differ.

A concept's own id stands where it is a name already: small letters, digits and hyphens, a letter first.
Any other gets a `_` in front, and each character that is not one of these or a capital is written as
its number, `.2f.` for a slash. No plain id has a `_`, and a label's and an example's have one dot more
than the pairs of their concept's, so that no two of them are the same.
"""

from __future__ import annotations

from khihau.text.regex import regex

__all__ = [
    "concept_id",
    "concept_name",
    "example_name",
    "is_opaque",
    "label_name",
    "number_of",
    "source_id",
    "source_name",
]

_PLAIN = regex(r"[a-z][a-z0-9-]*")
_OTHER = regex(r"[^A-Za-z0-9-]")
_ESCAPED = regex(r"\.([0-9a-f]{1,6})\.")
_NUMBER = regex(r".*\.(?:example-)?([0-9]{1,9})(?:-(?:vi|ko|en))?")
_SOURCE = "source_"

_UUID = regex(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,}")
_WORD = regex(r"[a-z]{4,}")
_COUNTERS = frozenset(("concept", "entry", "external", "item", "record", "term"))


def concept_name(concept: str) -> str:
    """The XML id of a concept."""
    return concept if _PLAIN.fullmatch(concept) else f"_{_escaped(concept)}"


def concept_id(name: str) -> str:
    """The concept of an XML id that `concept_name` made."""
    return _unescaped(name[1:]) if name.startswith("_") else name


def source_name(source: str) -> str:
    """The XML id of a source; a source may be called like a concept."""
    return f"{_SOURCE}{_escaped(source)}"


def source_id(name: str) -> str:
    """The source of an XML id that `source_name` made."""
    return _unescaped(name.removeprefix(_SOURCE))


def label_name(concept: str, number: int, lang: str = "") -> str:
    """The XML id of the `number`-th label of a concept; `lang` where it stands in several languages."""
    return f"{concept_name(concept)}.{number}{lang and '-'}{lang}"


def example_name(concept: str, number: int) -> str:
    """The XML id of the `number`-th example of a concept."""
    return f"{concept_name(concept)}.example-{number}"


def number_of(name: str) -> int | None:
    """The number in an XML id that `label_name` or `example_name` made."""
    found = _NUMBER.fullmatch(name)
    return int(found[1]) if found else None


def is_opaque(name: str) -> bool:
    """Whether an id is a mere counter of another program ("c12", "tid-foo-344") or a random one."""
    if _UUID.fullmatch(name):
        return True
    words = [word for word in _WORD.findall(name) if word not in _COUNTERS]
    return not words and any(map(str.isdigit, name))


def _escaped(words: str) -> str:
    return _OTHER.sub(lambda found: f".{ord(found[0]):x}.", words)


def _unescaped(name: str) -> str:
    return _ESCAPED.sub(lambda found: _character(int(found[1], 16)) or found[0], name)


def _character(code: int) -> str:
    """The character of a number; nothing for what is none, or only half of one (a surrogate)."""
    return "" if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF else chr(code)
