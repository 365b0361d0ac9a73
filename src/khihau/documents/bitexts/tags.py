"""The languages of a bitext: what its file says, held against what the user says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from khihau.errors import InputError
from khihau.languages import LANGUAGES
from khihau.model import LANGS, Lang

__all__ = ["CODES", "Languages", "agreed", "code_of", "lang_of"]

CODES: Mapping[str, Lang | None] = {
    **{code: lang for lang in LANGS for code in (lang, *LANGUAGES[lang].tags)},
    # The codes that say nothing: undetermined, several, uncoded, no language.
    "": None,
    "und": None,
    "mul": None,
    "mis": None,
    "zxx": None,
}
_KNOWN = " and ".join((", ".join(LANGS[:-1]), LANGS[-1]))
# What may follow the code of a language: vi-VN, ko_KR, vi_VN.UTF-8, en@latin.
_END_OF_CODE = re.compile(r"[-_.@]")


class Languages(NamedTuple):
    """The language of the source and of the target; None where nobody says."""

    source: Lang | None = None
    target: Lang | None = None


def code_of(tag: str | None) -> str:
    """The code of the language in a tag such as "vi-VN"."""
    return _END_OF_CODE.split((tag or "").strip().lower(), maxsplit=1)[0]


def lang_of(tag: str | None, path: str) -> Lang | None:
    """The language that a tag such as "vi-VN" stands for, None when it says nothing.

    Raises InputError for a language that khihau does not know.
    """
    code = code_of(tag)
    if code not in CODES:
        raise InputError(
            f'{path}: says that its language is "{tag}"; khihau knows {_KNOWN}: '
            "correct it if it is one of these"
        )
    return CODES[code]


def agreed(file: Languages, said: Languages, path: str) -> Languages:
    """The languages that the file says; InputError if the user (`said`) says others.

    What only the user says is not taken for granted: the words may tell another.
    """
    contradicted = [
        (side, own, other)
        for side, own, other in zip(("source", "target"), file, said, strict=True)
        if own is not None and other is not None and own != other
    ]
    if not contradicted:
        return file
    crossed = (
        said.source in (None, file.target)
        and said.target in (None, file.source)
        and None not in file
    )
    if crossed and file.source and file.target:
        raise InputError(
            f"{path}: its source is {LANGUAGES[file.source].name} and its target {LANGUAGES[file.target].name}; "
            "did you swap --from and --to?"
        )
    side, own, other = contradicted[0]
    option = "--from" if side == "source" else "--to"
    raise InputError(
        f"{path}: its {side} is {LANGUAGES[own].name}, not {LANGUAGES[other].name}; leave out {option} "
        f"or say {option} {own}"
    )
