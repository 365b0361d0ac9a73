"""Labels looked for once more, where the source says which concept to expect."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from khihau.match.index import index_of
from khihau.match.resolve import resolve
from khihau.match.scan import scan
from khihau.model import ALLOWED, Concept, Label, Lang, Match, Status, Termbase
from khihau.review.base import Checked
from khihau.text.regex import regex

__all__ = ["expected", "misleading", "sought"]

# A translation names the country once: Tòa án Hiến pháp (Hàn Quốc), (베트남) 재무부.
_COUNTRY = {
    "vi": regex(r"\s(?:của |tại )?(?:Đại hàn Dân quốc|Hàn Quốc|Việt Nam)$"),
    "ko": regex(r"^(?:대한민국|한국|베트남)(?:의)?\s?"),
    "en": regex(
        r"^(?:(?:South )?Korean|Korea['’]s|Vietnamese|Viet ?Nam['’]s) "
        r"|,? (?:of|in) (?:the )?(?:Republic of Korea|Korea|Viet ?Nam)$"
    ),
}


def sought(checked: Checked, concepts: Iterable[Concept]) -> tuple[Match, ...]:
    """The matches of the labels of some concepts in a document, as if there were no others."""
    concepts = [concept for concept in concepts if concept.labels]
    if not concepts:
        return ()
    index = index_of(Termbase(concepts))
    hits = scan(checked.document, index, checked.options).hits
    return resolve(hits, checked.document.text, index, checked.date).matches


def expected(concept: Concept, lang: Lang) -> Concept:
    """A concept with the names that do where the source speaks of it.

    The words that a label needs near it are not asked for, and the country may be left out.
    """
    labels = [
        replace(label, near=()) for label in _of(concept, lang, ALLOWED) if label.kind != "acronym"
    ]
    shorter = (
        replace(label, text=text)
        for label in labels
        if (text := _COUNTRY[lang].sub("", label.text)) not in ("", label.text)
    )
    return replace(concept, labels=(*labels, *shorter))


def misleading(concept: Concept, lang: Lang) -> Concept:
    """A concept with the words that mistranslate it, as labels that may be found."""
    labels = _of(concept, lang, ("mistranslation",))
    return replace(concept, labels=tuple(replace(one, status="admitted") for one in labels))


def _of(concept: Concept, lang: Lang, statuses: Sequence[Status]) -> list[Label]:
    return [one for one in concept.labels if one.status in statuses and one.lang in (lang, "mul")]
