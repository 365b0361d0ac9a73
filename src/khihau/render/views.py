"""What a renderer is given: a document and what was found in it, and how to show that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.segments import main_lang
from khihau.model import Document, Lang, Match, Rejection, Termbase
from khihau.model.day import Day
from khihau.text.positions import Positions
from khihau.text.spans import Spans

if TYPE_CHECKING:
    from khihau.ledger import Ledger
    from khihau.model import Finding, Placed, SourceRef
    from khihau.pairing.passages import Paired
    from khihau.profiles.customs import Customs

__all__ = [
    "Annotated",
    "Booked",
    "Brief",
    "Compared",
    "Reviewed",
    "View",
    "source_in_words",
    "unmatched",
]


class Annotated(NamedTuple):
    """A document, its matches in text order, the target languages, and, if asked for, what fell and
    the day by which names were judged.
    """

    document: Document
    matches: Sequence[Match]
    to: tuple[Lang, ...]
    rejections: Sequence[Rejection] | None = None
    day: Day | None = None


class Reviewed(NamedTuple):
    """What a check found in a document, in text order; the text itself is not kept.

    `profile` says as what it was checked, `sign` are the words that showed it, where any did.
    A path comes a second time, at the end, where a finding concerns several documents.
    """

    path: str
    lang: Lang | None
    findings: Sequence[Placed]
    profile: str = ""
    sign: str = ""

    @classmethod
    def of(
        cls, document: Document, findings: Sequence[Finding], customs: Customs | None = None
    ) -> Reviewed:
        """Findings with their places in the document."""
        return cls(
            document.path,
            main_lang(document.segments),
            _placed(document, findings),
            customs.profile.name if customs else "",
            customs.guess.sign if customs and customs.guess else "",
        )


class Brief(NamedTuple):
    """The analysed sources of one translation job, its target language, and its file in messages."""

    sources: Sequence[Annotated]
    to: Lang
    path: str = ""


class Compared(NamedTuple):
    """A source, its target, and the findings on them."""

    paired: Paired
    findings: Sequence[Finding]


class Booked(NamedTuple):
    """A document and its ledger of acronyms; `to` is the language of the list to paste."""

    document: Document
    ledger: Ledger
    to: Lang | None


class View(NamedTuple):
    """How to show: in colour, without the draft itself (`quiet`), each term once (`first_only`)."""

    colour: bool = False
    quiet: bool = False
    first_only: bool = False


def _placed(document: Document, findings: Sequence[Finding]) -> Sequence[Placed]:
    if not findings:
        return ()
    from khihau.model import Placed

    places = Positions.of(document)
    return [Placed(finding, places.place(finding.start, finding.end)) for finding in findings]


def source_in_words(ref: SourceRef, base: Termbase) -> str:
    """A source with its title in place of its key."""
    source = base.sources.get(ref.id)
    title = source.title if source else ref.id
    return f"{title}, {ref.at}" if ref.at else title


def unmatched(
    document: Document, fallen: Sequence[Rejection], matches: Sequence[Match]
) -> list[Rejection]:
    """What fell and is of interest to a reader.

    That is not "greenhouse gas" where "greenhouse gases" was matched, nor ETS in "markets".
    """
    spans = Spans.of(matches)
    text = document.text

    def is_matched(one: Rejection) -> bool:
        at = spans.last(one.start)
        return at >= 0 and one.end <= matches[at].end and one.concept in _concepts(matches[at])

    def is_letters(one: Rejection) -> bool:
        beside = text[max(0, one.start - 1) : one.start] + text[one.end : one.end + 1]
        return one.reason == "case" and any(map(str.isalpha, beside))

    return [one for one in fallen if not is_matched(one) and not is_letters(one)]


def _concepts(match: Match) -> set[str]:
    """The concepts of a match and of those within it."""
    return {match.concept}.union(*map(_concepts, match.inner))
