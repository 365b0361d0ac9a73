"""Which language a source and its target are in, and whether that can be (rule P1)."""

from __future__ import annotations

from khihau.documents.segments import main_lang
from khihau.errors import InputError
from khihau.languages import LANGUAGES
from khihau.languages.detect import DETECTED
from khihau.model import LANGS, Document, Lang

__all__ = ["checked_langs", "heeded"]


def checked_langs(source: Document, target: Document) -> tuple[Lang, Lang]:
    """The languages of two documents whose segments know theirs.

    One whose words do not tell ("NDC" alone) is in another language than the other one. Raises
    InputError where one has no text, or both are in the same language.
    """
    for side, document in (("source", source), ("target", target)):
        if not document.text.strip():
            raise InputError(
                f"{document.path}: the {side} has no text; give the {side} of a translation"
            )
    told = main_lang(target.segments)
    here = main_lang(source.segments) or _other_than(told)
    there = told or _other_than(here)
    if here == there:
        raise InputError(
            f"{target.path}: source and target are both {LANGUAGES[here].name}; give a text and its "
            "translation into another language"
        )
    return here, there


def _other_than(lang: Lang | None) -> Lang:
    return next(other for other in LANGS if other != lang)


def heeded(
    source: Document, target: Document, said: tuple[Lang | None, Lang | None]
) -> tuple[Document, Document]:
    """The two documents, if they are in the languages that the user said.

    A document whose words tell no language takes the one that was said, and so does each where that
    is none that words tell. Raises InputError where they tell another.
    """
    found = [main_lang(source.segments), main_lang(target.segments)]
    swapped = (
        found[0]
        and found[1]
        and found[::-1] == [one or two for one, two in zip(said, found[::-1], strict=True)]
    )
    documents = []
    for side, document, lang, wanted in zip(
        ("source", "target"), (source, target), found, said, strict=True
    ):
        is_told_by_words = wanted is None or wanted in DETECTED
        if wanted and is_told_by_words and lang and wanted != lang:
            question = (
                "; did you swap source and target?"
                if swapped
                else "; name another file, or leave out --from and --to"
            )
            raise InputError(
                f"{document.path}: the {side} looks like {LANGUAGES[lang].name}, not {LANGUAGES[wanted].name}{question}"
            )
        segments = tuple(
            one if one.lang and is_told_by_words else one._replace(lang=wanted)
            for one in document.segments
        )
        documents.append(document._replace(segments=segments))
    return documents[0], documents[1]
