"""undefined-acronym: a known acronym that the text never writes out.

What it finds: an acronym of the glossary that no full form stands beside anywhere in the text; one
finding, at its first use outside quoted speech. A full form in any language counts, and so does one
in a heading or a note; one that stands elsewhere alone is named, and where it comes only later the
message asks for one at the first use. Left alone are acronyms that everybody knows (EU, UN, USD and
those that your settings add), headings, citations, sources, code and addresses, acronyms whose
unofficial form has a finding, and those that a longer one explains (K-ETS, then ETS). What every reader of newspapers
knows (COP30, LNG, ESG) is asked for only in acts, decisions and official letters, or where the text
has the full form and does not tie the two.

Why it matters: the reader of a press release may meet the acronym for the first time. The message
gives the full form in the language of the text; `khihau expand` writes it in at the first use.

The law on it: rules A6 and C10 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Hai bên bàn về MRV. | Hai bên bàn về đo đạc, báo cáo, thẩm định (MRV) và chi phí của MRV. |
| ko | 양측은 CBAM을 논의했다. | 양측은 탄소국경조정제도(CBAM)를 논의했다. |
| en | NDCs are due in the autumn. | Nationally determined contributions (NDCs) are due in the autumn. |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.ledger.definitions import ends_like, spells
from khihau.ledger.places import is_acronym
from khihau.ledger.uses import family
from khihau.model import ALLOWED
from khihau.review.base import Checked, Rule, finding, is_judged
from khihau.review.known import is_in_list, is_known_to_readers
from khihau.review.official_names import written_out
from khihau.review.opening import opening
from khihau.review.placed_names import is_written_out_with_more
from khihau.text.positions import Positions
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.ledger import Use
    from khihau.model import Finding, Match

__all__ = ["RULE"]

_PART = regex(r"[ \xa0\-‑]")


def _find(checked: Checked) -> Iterator[Finding]:
    undefined = [event for event in checked.ledger.events if event.entry.kind == "undefined"]
    positions = Positions.of(checked.document)
    fulls = _fulls(checked) if undefined else {}
    explained = _explained_by_others(checked) if undefined else frozenset[str]()
    for entry, use, _ in undefined:
        if not is_judged(checked.document, entry.start, entry.end):
            continue
        if is_written_out_with_more(checked, use):
            continue
        name = written_out(checked, use)
        if entry.expansion or not name:
            continue  # words before a bracket say what it is, or nobody could write it out
        if _stands_behind_its_name(checked, use, name.text) or use.acronym in explained:
            continue
        full = fulls.get((use.concept or "", use.number))
        if full and not _is_spelled(use.acronym, full.text) and _is_spelled(use.acronym, name.text):
            full = None  # electric cars, for EVs
        is_tied_to = full is not None and _is_spelled(use.acronym, full.text)
        if is_in_list(checked, use):
            continue
        if is_known_to_readers(checked, use) and (not is_tied_to or _is_in_head(checked, use)):
            continue
        message = f"{entry.acronym} is never written out; in full “{name.text}”"
        if full:
            place, words = positions.named(full.start), " ".join(full.text.split())
            message = (
                f"{entry.acronym} is never tied to its full form; "
                f"write “({entry.acronym})” behind “{words}” in {place}"
                if full.start < use.start
                else f"{entry.acronym} is not tied to its full form, which comes later ({place}); "
                f"write “{name.text} ({entry.acronym})” here"
            )
        yield finding(
            checked,
            RULE.name,
            (entry.start, entry.end),
            message,
            entry.concept,
            source=name.source,
        )


def _is_in_head(checked: Checked, use: Use) -> bool:
    return use.start < opening(checked.document).start


def _stands_behind_its_name(checked: Checked, use: Use, name: str) -> bool:
    """Whether the text puts the acronym right behind a full form: hợp tác công tư PPP, … (ETS 2)."""
    text = checked.document.text
    return any(
        ends_like(text[max(0, one.start - 3 * len(name)) : one.start].removesuffix("("), name)
        for one in checked.ledger.of(use.concept or "")
    )


def _explained_by_others(checked: Checked) -> frozenset[str]:
    """The acronyms that a longer one explains, or a shorter one beside a country or a union.

    Korea Emissions Trading Scheme (K-ETS), then ETS; emissions trading system (ETS), then EU ETS; the
    subsidiary bodies (SB), then SB62.
    """
    uses = checked.ledger.uses
    defined = {use.acronym for use in uses if use.meaning == "definition"}
    ends = {_last_part(acronym) for acronym in defined if _last_part(acronym) != acronym}
    longer = {
        use.acronym
        for use in uses
        if _last_part(use.acronym) in defined or family(use.acronym, use.number) in defined
    }
    return frozenset(ends | longer)


def _last_part(acronym: str) -> str:
    """ETS of K-ETS and of EU ETS; COP 29 is one, with its number."""
    return _PART.split(acronym)[-1] if not acronym[-1:].isdigit() else acronym


def _is_spelled(acronym: str, text: str) -> bool:
    return spells(text, (0, len(text)), acronym)


def _fulls(checked: Checked) -> dict[tuple[str, int | None], Match]:
    """Where the text first has each concept in full, with its session number.

    A name that has an acronym in it ("giá FIT") is not what the letters stand for.
    """
    fulls: dict[tuple[str, int | None], Match] = {}
    for match in checked.matches:
        is_full = match.kind == "full" and match.status in ALLOWED and not match.sense
        if is_full and not any(is_acronym(one.kind, one.label) for one in match.inner):
            fulls.setdefault((match.concept, match.number), match)
    return fulls


RULE = Rule(
    "undefined-acronym",
    "a known acronym that is never written out",
    _find,
    is_event=True,
)
