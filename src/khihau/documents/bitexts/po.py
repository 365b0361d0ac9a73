"""Catalogues of gettext, .po: one message a translation unit, each of its plural forms another."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from khihau.documents.bitexts.pairs import Pair, bitext_of
from khihau.documents.bitexts.tags import Languages, agreed, lang_of
from khihau.documents.encodings import decode
from khihau.documents.extras import required
from khihau.errors import InputError
from khihau.model import Bitext

if TYPE_CHECKING:
    from polib import POEntry

__all__ = ["read"]

FUZZY = 0.3  # the confidence in a translation that its file calls fuzzy

_CHARSET = re.compile(rb"charset=([\w.:-]+)")
_HEADER = 10_000  # within so many bytes the header ends
_FLAGS = re.compile(r"#,\s*(.*)")
_KEYWORD = r"(?:msgctxt|msgid_plural|msgid|msgstr\[\d+\]|msgstr)"
_LINE = re.compile(rf'(?:{_KEYWORD}\s*)?"(?:[^"\\]|\\.)*"')
_FAULT = re.compile(r"\(line (\d+)\)(?:: (.+))?")
_LINE_BREAK = re.compile(r"\r\n?|\n")
# polib takes these for the ends of lines, gettext does not; `document_of` makes them spaces anyway.
_OTHER_BREAKS = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


def read(data: bytes, path: str, encoding: str | None, said: Languages) -> Bitext:
    """Read the messages of a catalogue, without the obsolete ones; "line 120" is where one begins.

    The header tells the language and the encoding; of a fuzzy translation little is believed. Raises
    InputError with the line where the file is no catalogue, and where polib is missing.
    """
    polib = required("polib", "po", path)
    text = decode(data, path, encoding or _charset(data)).text
    lines = list(_meaningful(_LINE_BREAK.split(text.translate(_OTHER_BREAKS)), path))
    # A text without a message might be the name of a file, which polib would read.
    if not any(line.startswith("msgid") for line in lines):
        raise InputError(f"{path}: has no message (msgid); check that it is the right file")
    try:
        catalogue = polib.pofile("\n".join(lines))
    except (OSError, ValueError, KeyError, IndexError) as error:
        fault = _FAULT.search(str(error))
        line, cause = (fault[1], fault[2]) if fault else ("1", None)
        raise _broken(path, int(line), cause or "a line that cannot stand here") from error
    header = catalogue.metadata
    languages = Languages(
        lang_of(header.get("X-Source-Language"), path), lang_of(header.get("Language"), path)
    )
    first = next(number for number, line in enumerate(lines, 1) if line)
    return bitext_of(_pairs(catalogue, first, agreed(languages, said, path)), path)


def _pairs(catalogue: Iterable[POEntry], first: int, languages: Languages) -> Iterator[Pair]:
    """The units; `first` is the line of the first message, which polib does not count."""
    for entry in catalogue:
        name = f"line {entry.linenum or first}"
        confidence = FUZZY if "fuzzy" in entry.flags else 1.0
        if not entry.msgid_plural:
            yield Pair(entry.msgid, entry.msgstr, name, languages, confidence)
        # Vietnamese and Korean have one form; where there are more, the first is the singular.
        for form, text in sorted(entry.msgstr_plural.items()):
            source = entry.msgid_plural if form else entry.msgid
            place = f"{name}, plural form {form}" if form else name
            yield Pair(source, text, place, languages, confidence)


def _charset(data: bytes) -> str | None:
    """The encoding that the header names; None in a template, and where a mark says it surely."""
    charset = _CHARSET.search(data, 0, _HEADER)
    if charset is None or data.startswith(codecs.BOM_UTF8):
        return None
    name = charset[1].decode("ascii", "replace")
    try:
        codecs.lookup(name)
    except LookupError:
        return None
    return name


def _meaningful(lines: Iterable[str], path: str) -> Iterator[str]:
    """The lines, with those emptied that say nothing of a unit: comments, obsolete messages.

    polib reads past the missing quotation marks of a text, and stumbles over comments that gettext
    allows; so both are seen to here.
    """
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if flags := _FLAGS.match(text):
            yield f"#, {flags[1]}"
        elif not text or text.startswith("#"):
            yield ""
        elif _LINE.fullmatch(text):
            yield text
        else:
            raise _broken(path, number, "neither a comment nor a keyword with a quoted text")


def _broken(path: str, line: int, cause: str) -> InputError:
    return InputError(
        f"{path}: line {line}: is no PO that can be read ({cause}); "
        "mend the line, or run msgfmt -c on the file"
    )
