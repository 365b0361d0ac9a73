"""Words that are no prose wherever they stand: URLs, e-mail addresses, file names, document numbers.

Each kind has a mark that is quick to find ("://", "@", ".pdf", "/"); what stands around the mark
then decides. Only what is surely no prose is taken: "1.5", "COP29.Sau", "NDC/BTR" and "2025/2026"
are text, and a Korean particle glued to a word (https://x.kr에서, NDC.pdf를) stays outside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from khihau.model import Region, RegionKind
from khihau.text.compose import recomposed
from khihau.text.regex import regex

__all__ = ["find_words"]

_Span: TypeAlias = tuple[int, int]

# What stands before a mark is looked at this far.
_LONGEST_START = 100
_LONGEST_STANDARD = 45  # what its name and number have before the colon


def _start_before(flat: str, mark: int, pattern: re.Pattern[str]) -> int | None:
    r"""Where the word that ends at a mark begins; `pattern` ends in "\Z" and holds no space."""
    near = flat[max(0, mark - _LONGEST_START) : mark]
    word = near.split()[-1] if near and not near[-1].isspace() else ""
    start = pattern.search(word)
    return mark - len(word) + start.start() if start else None


# --- URLs and e-mail ------------------------------------------------------------------------------

# Brackets, quotes and | end a URL: they are Markdown. Hangul belongs to it after "/" or "=" only,
# and not when it is a particle (https://unfccc.int/에서).
_URL_REST = regex(
    r"(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]++"
    r"|(?<=[/=_-])(?!(?:에서|에|의|을|를|은|는|이|가|과|와|로|으로|도|및|등)(?![가-힣]))[가-힣]++)++"
)
_SCHEME = regex(r"(?:https?|ftp)\Z", re.IGNORECASE)
_MAILBOX = regex(r"[A-Za-z0-9._%+-]+\Z")
_MAIL_HOST = regex(r"[A-Za-z0-9-]++(?:\.[A-Za-z0-9]++(?:-++[A-Za-z0-9]++)*+)++")
_HOST_STEM = regex(r"(?<![\w@])[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)*\Z")


def _url(flat: str, mark: re.Match[str]) -> _Span | None:
    scheme = _SCHEME.search(flat[max(0, mark.start() - 5) : mark.start()])
    rest = _URL_REST.match(flat, mark.end()) if scheme else None
    if scheme is None or rest is None:
        return None
    return mark.start() - len(scheme[0]), _url_end(flat, mark.end(), rest.end())


def _www(flat: str, mark: re.Match[str]) -> _Span | None:
    rest = _URL_REST.match(flat, mark.end())
    return (mark.start(), _url_end(flat, mark.end(), rest.end())) if rest else None


def _host(flat: str, mark: re.Match[str]) -> _Span | None:
    start = _start_before(flat, mark.start(), _HOST_STEM)
    if start is None:
        return None
    end = mark.end()
    if flat.startswith("/", end) and (rest := _URL_REST.match(flat, end)):
        end = _url_end(flat, end, rest.end())
    return start, end


def _url_end(flat: str, start: int, end: int) -> int:
    """Leave punctuation and unpaired closing brackets at the end of a URL to the sentence."""
    unpaired = flat.count(")", start, end) - flat.count("(", start, end)
    while end > start:
        last = flat[end - 1]
        if last == ")":
            if unpaired <= 0:
                break
            unpaired -= 1
        elif last == "(":
            unpaired += 1
        elif last not in ".,;:!?'*_~":
            break
        end -= 1
    return end


def _email(flat: str, mark: re.Match[str]) -> _Span | None:
    start = _start_before(flat, mark.start(), _MAILBOX)
    host = _MAIL_HOST.match(flat, mark.end())
    return (start, host.end()) if start is not None and host else None


# --- file names and document numbers --------------------------------------------------------------

_FILE_SUFFIXES = frozenset(
    "pdf doc docx docm xls xlsx xlsm ppt pptx hwp hwpx odt ods odp rtf txt csv tsv md markdown htm "
    "html xml json jsonl yml yaml toml epub zip rar 7z jpg jpeg png gif svg webp tif tiff mp3 mp4 "
    "xliff tmx tbx py".split()
)
_FILE_STEM = regex(r"[\w.+/\\-]*\w[)\]]?\Z")

_HYPHENS = {0x2010: "-", 0x2011: "-"}  # Word writes a number so, lest a line part it
_NUMBER_START = regex(r"[0-9A-Za-zĐđ./-]+\Z")
_ORGAN = r"[A-ZĐ][A-Za-zĐđ]*[0-9]{0,2}"
_NUMBER = regex(
    r"(?:"
    # 06/2022/NĐ-CP, 1055/QĐ-TTg, 72/2020/QH14
    rf"\d{{1,5}}(?:/(?:19|20)\d\d)?/[A-ZĐ]{{1,4}}[a-zA-ZĐ]?(?:-{_ORGAN})++"
    r"|\d{1,5}/(?:19|20)\d\d/[A-ZĐ]{2,6}\d{0,2}"
    # 2003/87/EC
    r"|(?:\d\d)?\d\d/\d{1,4}/(?:EC|EEC|EU|Euratom)"
    # 55-NQ/TW
    r"|\d{1,4}-[A-ZĐ]{2,4}/[A-ZĐ]{2,8}"
    # 18/CMA.1, 1/CP.21, -/CP.29
    r"|(?:\d{1,3}|-)/(?:CMA|CMP|CP)\.\d{1,3}"
    # FCCC/PA/CMA/2018/3/Add.1
    r"|(?:FCCC|UNEP|CBD|ECE|A/RES|S/RES|E/CN\.\d{1,2})(?=\S{0,60}?\d)"
    r"(?:/[A-Za-z0-9]++(?:[.-][A-Za-z0-9]++)*+)++"
    # GCF/B.38/05
    r"|[A-Z]{2,6}/[A-Z]\.\d{1,3}(?:/[A-Za-z0-9.]++)*+"
    # QĐ-TTg, TT-BNNMT
    rf"|(?:QĐ|NĐ|NQ|TTLT|VBHN|TTr)(?:-{_ORGAN})++"
    r"|(?:TT|CT|TB|KH|CV|BC)-(?:TTg|CP|CTN|UBND|HĐND|VPCP|TW|NHNN|B[A-ZĐ]{2,8})"
    r")(?![0-9A-Za-z_\u00c0-\u1eff])"
)


# QCVN 40:2011/BTNMT, TCVN ISO 14064-1:2011; what stands before the colon, and behind it.
_STANDARD_START = regex(r"(?<![\w/-])[A-Z][A-Z/]{1,9}(?:[ -][A-Z/]{1,9}){0,2}[ -]?\d[\d.-]{0,9}\Z")
_STANDARD_END = regex(r"(?:19|20)\d\d(?:/[A-ZĐ]+(?:-[A-ZĐ]+)*)?(?![0-9A-Za-z_\u00c0-\u1eff])")


def _standard(flat: str, mark: re.Match[str]) -> _Span | None:
    start = _STANDARD_START.search(flat[max(0, mark.start() - _LONGEST_STANDARD) : mark.start()])
    end = _STANDARD_END.match(flat, mark.end())
    return (mark.start() - len(start[0]), end.end()) if start and end else None


def _file_name(flat: str, mark: re.Match[str]) -> _Span | None:
    suffix = mark[1]
    if suffix not in _FILE_SUFFIXES and not (suffix.isupper() and suffix.lower() in _FILE_SUFFIXES):
        return None
    start = _start_before(flat, mark.start(), _FILE_STEM)
    return (start, mark.end()) if start is not None else None


def _document_number(flat: str, mark: re.Match[str]) -> _Span | None:
    start = _start_before(flat, mark.start(), _NUMBER_START)
    number = _NUMBER.match(flat, start) if start is not None else None
    return number.span() if number and number.end() > mark.start() else None


# --- the table ------------------------------------------------------------------------------------

_Decide: TypeAlias = Callable[[str, re.Match[str]], "_Span | None"]

# A mark begins with a literal character, which the regular expression engine finds at full speed.
_WORDS: tuple[tuple[RegionKind, re.Pattern[str], _Decide], ...] = (
    ("url", regex(r"://"), _url),
    ("url", regex(r"www\.(?<![0-9A-Za-z@]www\.)(?=[0-9A-Za-z])"), _www),
    ("url", regex(r"\.(?:vn|kr|int|org|com|eu)(?![0-9A-Za-z_@-]|\.[0-9a-z])"), _host),
    ("url", regex(r"\.[a-z]{2,24}(?=/[0-9A-Za-z])"), _host),
    ("email", regex(r"@(?<=[0-9A-Za-z_%+-]@)(?=[0-9A-Za-z])"), _email),
    (
        "file-name",
        regex(r"\.([0-9A-Za-z]{2,8})(?!_?[0-9A-Za-z])"),
        _file_name,
    ),
    ("document-number", regex(r":(?<=\d:)(?=(?:19|20)\d\d)"), _standard),
    ("document-number", regex(r"/(?<=[0-9A-Z-]/)(?=[0-9A-ZĐ])"), _document_number),
    ("document-number", regex(r"-(?<=[A-ZĐr]-)(?=[A-ZĐ])"), _document_number),
)


def find_words(flat: str) -> Iterator[Region]:
    """Yield the URLs, e-mail addresses, file names and document numbers of a text.

    Regions come kind by kind, in text order within a kind; those of two kinds may overlap (a file
    name in a URL). Linear in the length of the text.
    """
    whole = recomposed(flat)
    for found in _find(whole.text.translate(_HYPHENS)):
        yield Region(whole.origin(found.start), whole.origin(found.end), found.kind)


def _find(flat: str) -> Iterator[Region]:
    for kind, pattern, decide in _WORDS:
        done = 0
        for mark in pattern.finditer(flat):
            if mark.start() < done:
                continue
            span = decide(flat, mark)
            if span is not None and span[0] >= done:
                yield Region(*span, kind)
                done = span[1]
