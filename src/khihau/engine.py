"""The public functions: the pipeline, nothing else.

Each step is imported by the function that takes it, because a commit hook pays for every import.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from khihau.dating.days import Days
from khihau.documents.prose.comments import without
from khihau.documents.prose.markup import scan as scan_markup
from khihau.documents.segments import main_lang
from khihau.languages import LANGUAGES
from khihau.languages.detect import detect
from khihau.match.index import index_of
from khihau.match.resolve import resolve
from khihau.match.scan import Scan, scan
from khihau.match.whose import Whose
from khihau.model import (
    AcronymEntry,
    Alignment,
    Document,
    Lang,
    Match,
    Options,
    Rejection,
    Termbase,
)
from khihau.profiles.table import profile_of

if TYPE_CHECKING:
    from khihau.ledger import Ledger
    from khihau.ledger.expansion import Expansion
    from khihau.model import Finding, Fix
    from khihau.pairing.passages import Paired
    from khihau.review.base import Checked, Rule

__all__ = [
    "acronyms",
    "annotate",
    "check",
    "checked_of",
    "expand",
    "expansion_of",
    "explain",
    "explained",
    "fix",
    "ledger_of",
    "mended",
    "pair",
    "paired_of",
    "read",
]


def annotate(
    text: str | Document, base: Termbase, lang: Lang | None = None, options: Options | None = None
) -> list[Match]:
    """Find every term of a text, of every status but mistranslation, in text order.

    Offsets are code points of `text`. `lang` says what the text is (by default each segment is
    detected); it never limits which labels match. Rules M1 to M10.
    """
    return list(_analyse(text, base, lang, options).matches)


def explain(
    text: str | Document, base: Termbase, lang: Lang | None = None, options: Options | None = None
) -> list[Rejection]:
    """Name the reason of every candidate that fell, in text order (rule M10)."""
    return explained(text, base, lang, options)[1]


def explained(
    text: str | Document, base: Termbase, lang: Lang | None = None, options: Options | None = None
) -> tuple[list[Match], list[Rejection]]:
    """What `annotate` and `explain` give, from one look at the text."""
    analysis = _analyse(text, base, lang, options)
    fallen = (*analysis.scan.rejections(), *analysis.rejections)
    ordered = sorted(fallen, key=lambda one: (one.start, one.end, one.concept, one.label))
    return list(analysis.matches), ordered


def acronyms(
    text: str | Document, base: Termbase, lang: Lang | None = None, options: Options | None = None
) -> list[AcronymEntry]:
    """The ledger of a text's acronyms: one entry an event, in text order (rules A1 to A7)."""
    return list(ledger_of(text, base, lang, options).entries)


def ledger_of(
    text: str | Document, base: Termbase, lang: Lang | None = None, options: Options | None = None
) -> Ledger:
    """The whole ledger: every use of every acronym, and the events among them."""
    return _ledger(_analyse(text, base, lang, options))


def expand(
    text: str | Document, base: Termbase, lang: Lang | None = None, options: Options | None = None
) -> str:
    """The text with each acronym written out at its first use, in the document's language.

    It only adds; expanding twice changes nothing more (rules E1 to E8).
    """
    from khihau.text.edits import apply

    written = text.text if isinstance(text, Document) else text
    for _ in written:  # each pass writes out an acronym of the text that none before did
        edits = expansion_of(text, base, lang, options).edits
        if not edits:
            break
        # A full form may hold the word that another acronym waits for (`near`): look once more.
        text = written = apply(written, edits)
    return written


def expansion_of(
    text: str | Document, base: Termbase, lang: Lang | None = None, options: Options | None = None
) -> Expansion:
    """The edits that `expand` makes, and the uses that it leaves alone, with the reason."""
    from khihau.ledger.expansion import expansion

    analysis = _analyse(text, base, lang, options)
    return expansion(analysis.document, _ledger(analysis), base)


def check(
    text: str | Document,
    base: Termbase,
    lang: Lang | None = None,
    rules: Sequence[str] | None = None,
    options: Options | None = None,
) -> list[Finding]:
    """What an editor should look at, in text order; `rules` names those to run, by default all.

    Raises ConfigError for a rule that does not exist. Rules and precedence: rule C1.
    """
    from khihau.review.running import review
    from khihau.rulebook import chosen
    from khihau.rules import RULES

    names = chosen(RULES, rules)
    return review(checked_of(text, base, lang, options), names)


def checked_of(
    text: str | Document, base: Termbase, lang: Lang | None = None, options: Options | None = None
) -> Checked:
    """All that the rules of `check` may look at."""
    from khihau.profiles.customs import customs_of
    from khihau.review.base import Checked
    from khihau.review.official_names import is_of_law
    from khihau.review.spellings import families_of
    from khihau.rulebook import rule_names

    analysis = _analyse(text, base, lang, options)
    customs = customs_of(analysis.document, analysis.options, analysis.base)
    return Checked(
        analysis.document,
        analysis.matches,
        _ledger(analysis),
        base,
        analysis.options,
        analysis.days,
        customs,
        families=cache(
            partial(
                families_of,
                analysis.document,
                analysis.matches,
                analysis.options.house.spelling,
                partial(is_of_law, analysis.base) if customs.profile.is_formal else None,
            )
        ),
        rule_names=rule_names,
    )


def fix(
    text: str | Document,
    base: Termbase,
    lang: Lang | None = None,
    rules: Sequence[str] | None = None,
    options: Options | None = None,
    *,
    suggested: bool = False,
) -> str:
    """The text with the safe fixes of `check` made, and, if asked for, the suggested ones.

    Protected text and quoted speech stay; fixing twice changes nothing more. Raises ConfigError
    like `check`.
    """
    from khihau.rulebook import chosen
    from khihau.rules import RULES

    def wanted(fix: Fix, _: Finding) -> bool:
        return suggested or fix.safety == "safe"

    return mended(text, base, chosen(RULES, rules), wanted, lang, options)


def mended(
    text: str | Document,
    base: Termbase,
    rules: Sequence[Rule],
    wanted: Callable[[Fix, Finding], bool],
    lang: Lang | None = None,
    options: Options | None = None,
) -> str:
    """The text with those fixes of some rules made that are wanted.

    A mended text is looked at again, since one fix may make way for another, until nothing changes.
    """
    from khihau.review.mending import mending
    from khihau.review.running import review
    from khihau.text.edits import apply

    written = text.text if isinstance(text, Document) else text
    seen = {written}
    while True:
        checked = checked_of(text, base, lang, options)
        fixes = [one.fix for one in review(checked, rules) if one.fix and wanted(one.fix, one)]
        text = apply(written, mending(checked.document, fixes))
        if text in seen:
            return written
        seen.add(text)
        written = text


def pair(
    source: str | Document,
    target: str | Document,
    base: Termbase,
    options: Options | None = None,
    rules: Sequence[str] | None = None,
) -> list[Finding]:
    """What a translation makes of the terms and numbers of its source, in the order of the target.

    Offsets are code points of the target; messages say where the source stands. `rules` names those
    to run, by default all. Raises ConfigError for a rule that does not exist, and InputError where
    one of the two has no text or both are in one language (rule P1).
    """
    from khihau.pairing.compare import review
    from khihau.pairing.rules import RULES
    from khihau.rulebook import chosen

    run = chosen(RULES, rules)
    return review(paired_of(read(source), read(target), base, options), run)


def paired_of(
    source: Document,
    target: Document,
    base: Termbase,
    options: Options | None = None,
    alignments: Sequence[Alignment] | None = None,
) -> Paired:
    """A source and its target analysed and aligned; `alignments` are those that a file says."""
    from khihau.pairing.alignment.align import align
    from khihau.pairing.alignment.anchors import anchors_of
    from khihau.pairing.alignment.names import shared_names
    from khihau.pairing.citations.reading import citations_of, uncited
    from khihau.pairing.compare import compare
    from khihau.pairing.languages import checked_langs
    from khihau.pairing.passages import numbers_of

    langs = checked_langs(source, target)
    here, there = (
        checked_of(document, base, lang, options)
        for document, lang in zip((source, target), langs, strict=True)
    )
    numbers = numbers_of(here.document), numbers_of(there.document)
    if alignments is None:
        names = shared_names(here.document, there.document)
        anchors = (
            anchors_of(side.document, side.matches, found, own)
            for side, found, own in zip((here, there), numbers, names, strict=True)
        )
        alignments = align(here.document, there.document, *anchors)
    cited = citations_of(here.document), citations_of(there.document)
    quantities = uncited(numbers[0], cited[0]), uncited(numbers[1], cited[1])
    return compare(here, there, alignments, langs[1])._replace(numbers=quantities, citations=cited)


def read(text: str | Document, lang: Lang | None = None) -> Document:
    """The document of a text: markup scanned, the language of each segment given or detected.

    A segment whose words do not tell (a lone acronym in a list) is in the language of the rest.
    """
    document = text if isinstance(text, Document) else scan_markup(text)
    if all(segment.lang for segment in document.segments):
        return document
    words = without(document, "comment")  # which are English in any text
    segments = [
        segment
        if segment.lang
        else segment._replace(lang=lang or detect(words[segment.start : segment.end].strip()))
        for segment in document.segments
    ]
    most = main_lang(segments)
    told = (segment if segment.lang else segment._replace(lang=most) for segment in segments)
    return document._replace(segments=tuple(told))


class _Analysis(NamedTuple):
    document: Document
    base: Termbase
    acronyms: Mapping[str, str]
    options: Options
    days: Days
    scan: Scan
    matches: tuple[Match, ...]
    rejections: tuple[Rejection, ...]


def _analyse(
    text: str | Document, base: Termbase, lang: Lang | None, options: Options | None
) -> _Analysis:
    options = options or Options()
    if options.analyser == "required":
        for language in LANGUAGES.values():
            language.matching.require()
    document = read(text, lang)
    index = index_of(base)
    found = scan(document, index, options)
    days = Days(document, options)
    named = profile_of(options.profile).country if options.profile else None
    whose = Whose(document, [hit[:2] for hit in found.hits], options.country or named)
    resolved = resolve(found.hits, document.text, index, days, whose)
    return _Analysis(
        document, base, index.acronyms, options, days, found, resolved.matches, resolved.rejections
    )


def _ledger(analysis: _Analysis) -> Ledger:
    from khihau.ledger import ledger

    return ledger(
        analysis.document,
        analysis.matches,
        analysis.scan.hits,
        analysis.base,
        analysis.acronyms,
        analysis.options,
    )
