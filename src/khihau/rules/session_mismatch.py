"""session-mismatch: a session whose number does not fit the place, the year or the words beside it.

What it finds: sessions of the conferences that the glossary knows (COP1 to COP32, CMP, CMA) with a place
or a year of another session right beside them: COP29 in Dubai, COP30 năm 2024, 두바이에서 열린 COP29; and a
number in words that is another one than that of the acronym: the 29th UN climate summit (COP28), or
than that of a decision: 1/CP.17 of the Conference of the Parties at its eighteenth session. Left
alone is what only stands in the same sentence ("since COP26 in Glasgow, … in Dubai"), meetings about a
session (talks in Bonn for COP29), places and years that the glossary has at no session, quoted speech.

Why it matters: number, place and year are what readers look up; where they disagree one of them is
wrong, and nobody can tell which decisions are meant. What fits is in the message. A fix is suggested
where place and year agree on one other session; else only the writer knows which of them to mend.

The law on it: rule C11 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Hội nghị COP29 tại Dubai kết thúc muộn. | Hội nghị COP28 tại Dubai kết thúc muộn. |
| ko | 두바이에서 열린 COP29에 참석했다. | 바쿠에서 열린 COP29에 참석했다. |
| en | The pledge was made at COP30 in 2024. | The pledge was made at COP30 in 2025. |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from khihau.documents.segments import segment_index
from khihau.languages.session_numbers import fill
from khihau.model import UNVERIFIED
from khihau.review import tuned
from khihau.review.base import Checked, Rule, finding, is_judged
from khihau.review.decision_sessions import misdated_decisions
from khihau.review.official_names import replacement
from khihau.review.session_facts import facts_after, facts_before, is_about
from khihau.review.session_in_words import is_called
from khihau.review.session_pairs import agree, paired_after, paired_before
from khihau.review.session_readings import Fact, Known, known_of
from khihau.text.fold import fold
from khihau.text.regex import regex
from khihau.text.spans import Spans

if TYPE_CHECKING:
    from khihau.model import Finding, Match, Session

__all__ = ["RULE"]

_PAUSE = regex(r"[,;:.()\n]")
_BRACKET = regex(r" ?\([^()\n]{1,12}\)")


def _find(checked: Checked) -> Iterator[Finding]:
    named = Spans.of(checked.matches)
    for match in checked.matches:
        if match.number is None:
            continue
        sessions = known_of(checked.base, match.concept)
        if match.number in sessions.sessions:
            facts, is_own = _facts(checked, match, named, sessions)
            wrong = _wrong(facts, match.number, sessions, is_own=is_own)
            if wrong and (one := _finding(checked, match, facts, wrong, sessions)):
                yield one
    for decision in misdated_decisions(checked.document):
        start, end = decision.start, decision.said[1]
        if is_judged(checked.document, start, end):
            text = checked.document.text
            yield finding(
                checked,
                RULE.name,
                (start, end),
                f"“{text[start : decision.end]}” is a decision of session {decision.number}; "
                f"“{text[slice(*decision.said)]}” says {decision.other}: check which of them is meant",
                None,
            )


def _facts(checked: Checked, match: Match, named: Spans, known: Known) -> tuple[list[Fact], bool]:
    """What the text says of a session right beside it, at offsets of the document.

    The second value is whether its words say that it is one of this conference, and of no other.
    """
    document, reach = checked.document, tuned.BESIDE_SESSION
    at = segment_index(document.segments, match.start)
    if at < 0:
        return [], False
    segment = document.segments[at]
    low = max(segment.start, match.start - reach)
    before = document.text[low : match.start]
    start = _behind_acronym(checked, match, named)
    after = document.text[start : min(segment.end, start + reach)]
    is_bracketed = before.rstrip().endswith("(")
    if is_bracketed and after.startswith(")"):  # the thirtieth session (COP30) was held in
        start, after = start + 1, after[1:]
        behind = facts_after(after, segment.lang, known, is_bracketed=False)
    else:
        behind = facts_after(after, segment.lang, known, is_bracketed=is_bracketed)
    behind = [one for one in behind if not _is_anothers(checked, match, named, start, one)]
    found = [
        *(_moved(one, low) for one in facts_before(before, after, segment.lang, known)),
        *(_moved(one, start) for one in behind),
    ]
    is_other = is_about(before, segment.lang)  # talks in Lima on COP29
    if not (found or is_other):
        found = [
            *(_moved(one, start) for one in paired_after(after, segment.lang, known)),
            *(_moved(one, low) for one in paired_before(before, segment.lang, known)),
        ]
    facts = [
        one
        for one in found
        if not (one.kind == "place" and is_other) and not named.overlaps(one.start, one.end)
    ]
    name = before if match.kind == "acronym" else before + match.text
    is_own = is_called(fold(name).text, fold(after).text, segment.lang)
    return facts, is_own or agree(facts)


def _is_anothers(checked: Checked, match: Match, named: Spans, start: int, fact: Fact) -> bool:
    """Whether a number, counted from `start`, is that of another conference, whose name stands right behind it: the
    16th session of the | Conference of the Parties serving as the meeting of the Parties to the Kyoto Protocol.
    """
    if fact.kind != "number":
        return False
    end, text = start + fact.end, checked.document.text
    return any(
        one.start >= end
        and one.concept != match.concept
        and checked.base[one.concept].sessions
        and not _PAUSE.search(text, end, one.start)
        for one in checked.matches[named.between(end, end + tuned.NAME_BEHIND)]
    )


def _behind_acronym(checked: Checked, match: Match, named: Spans) -> int:
    """The end of a session, behind the bracket with its acronym: 제30차 당사국총회(COP30)."""
    text, matches = checked.document.text, checked.matches
    bracket = _BRACKET.match(text, match.end)
    if not bracket or match.kind == "acronym":
        return match.end
    inside = matches[named.between(*bracket.span())]
    is_same = any((one.concept, one.number) == (match.concept, match.number) for one in inside)
    return bracket.end() if is_same and len(inside) == 1 else match.end


def _moved(fact: Fact, by: int) -> Fact:
    return fact._replace(start=by + fact.start, end=by + fact.end)


def _wrong(facts: Sequence[Fact], number: int, known: Known, *, is_own: bool) -> list[Fact]:
    """Those that belong to other sessions, and surely to sessions of this conference.

    Other conventions have sessions of the same name: of a low number only a near one is a mistake,
    but where the words say which conference it is (`is_own`).
    """
    return [
        one
        for one in facts
        if number not in one.numbers
        and not one.numbers.isdisjoint(known.sessions)
        and (one.kind != "place" or len(one.numbers) < tuned.COMMON_PLACE)
        and (
            is_own
            or number > tuned.OTHER_COPS
            or min(abs(other - number) for other in one.numbers) <= tuned.NEAR_SESSION
        )
    ]


def _finding(
    checked: Checked, match: Match, facts: Sequence[Fact], wrong: Sequence[Fact], known: Known
) -> Finding | None:
    text = checked.document.text
    start = min(match.start, *(one.start for one in wrong))
    end = max(match.end, *(one.end for one in wrong))
    if not is_judged(checked.document, start, end):
        return None
    session = known.sessions[match.number or 0]
    by_numbers = {_of(one): one for one in reversed(wrong)}  # a city and its country are told once
    told = " and ".join(f"“{text[one.start : one.end]}” {of}" for of, one in by_numbers.items())
    message = f"“{match.text}” is the session of {_where(session)}; {told}"
    meant = _meant(facts, wrong)
    name = meant and fill(match.lang, match.label, meant)
    return finding(
        checked,
        RULE.name,
        (start, end),
        message + (f"; write “{name}”" if name else ": check which of them is meant"),
        match.concept,
        source="; ".join(map(str, session.source)) or UNVERIFIED,
        fix=replacement(checked, (match.start, match.end), name) if name else None,
    )


def _where(session: Session) -> str:
    places = next(iter(session.places.values()), ())
    years = (min(session.years), max(session.years))
    return ", ".join((*places[:1], "–".join(map(str, dict.fromkeys(years)))))


def _of(fact: Fact) -> str:
    numbers = " or ".join(map(str, sorted(fact.numbers)))
    return f"says {numbers}" if fact.kind == "number" else f"belongs to session {numbers}"


def _meant(facts: Sequence[Fact], wrong: Sequence[Fact]) -> int | None:
    """The one session that place and year agree on, where nothing beside them is right."""
    kinds = {one.kind for one in wrong}
    numbers = frozenset.intersection(*(one.numbers for one in wrong))
    is_decided = {"place", "year"} <= kinds and len(numbers) == 1 and len(wrong) == len(facts)
    return next(iter(numbers)) if is_decided else None


RULE = Rule(
    "session-mismatch",
    "a session whose number does not fit the place or year beside it",
    _find,
)
