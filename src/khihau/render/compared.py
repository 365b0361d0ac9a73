"""HTML: source and target side by side, their terms joined by colour and number, findings beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from khihau.documents.segments import lang_at
from khihau.languages import LANGUAGES
from khihau.model import ALLOWED, Document, Finding, Match, Termbase
from khihau.pairing.passages import Key, Paired, Passage, flat, key_of
from khihau.render.page import (
    FOOT,
    badge,
    head,
    lang_attribute,
    message_html,
    resource,
    source_html,
    text_html,
)
from khihau.render.summary import found_in_words, name_of, ranked
from khihau.render.views import Compared, View
from khihau.termbase.official import official_label, text_of
from khihau.text.counted import counted
from khihau.text.positions import Positions
from khihau.text.spans import Spans

__all__ = ["render_compared"]

_COLOURS = 8  # of compared.css; the number tells apart what has the same colour


def render_compared(compared: Compared, base: Termbase, view: View) -> Iterator[str]:
    """A page that names no other file: counts, the passages in rows, the terms with their sources.

    Its one script marks, under the pointer or the focus, all places of a term; without it the page
    says the same.
    """
    paired, findings = compared
    title = f"{paired.source.document.path} → {paired.target.document.path}"
    script = "" if view.quiet else resource("compared.js")
    yield head(title, ("page.css", "report.css", "compared.css"), script)
    yield from _header(paired, findings)
    yield "<main>\n"
    if not view.quiet:
        numbers = _numbers(paired)
        yield from _table(paired, findings, _joined(numbers))
        yield from _terms(paired, numbers, base)
    yield "</main>\n"
    if script:
        yield f"<script>{script}</script>\n"
    yield FOOT


def _header(paired: Paired, findings: Sequence[Finding]) -> Iterator[str]:
    severities = Counter(one.severity for one in findings)
    rules = ", ".join(
        f"{name} {count}" for name, count in ranked(Counter(f.rule for f in findings))
    )
    weak = sum(not passage.is_sure for passage in paired.passages)
    yield "<header>\n<h1>A translation against its source</h1>\n"
    for side, document in (("Source", paired.source.document), ("Target", paired.target.document)):
        yield f'<p class="summary">{side}: {text_html(document.path)}</p>\n'
    yield f'<p class="summary">{counted(len(paired.passages), "passage")}: {found_in_words(severities)}'
    yield f" ({rules})" if rules else ""
    yield f"; {counted(weak, 'passage')} aligned weakly" if weak else ""
    yield ".</p>\n</header>\n"


def _numbers(paired: Paired) -> dict[Key, int]:
    """The number of each term, in the order of first mention; a session is a term of its own."""
    said = (key_of(match) for passage in paired.passages for match in passage.said)
    return {key: number for number, key in enumerate(dict.fromkeys(said), start=1)}


def _joined(numbers: Mapping[Key, int]) -> dict[Key, int]:
    """The numbers, and for each concept that of one of its sessions: COP30 is seen beside 제31차."""
    by_concept: dict[Key, int] = {
        (concept, None): number for (concept, _), number in reversed([*numbers.items()])
    }
    return {**by_concept, **numbers}


# --- the passages ---------------------------------------------------------------------------------


def _table(
    paired: Paired, findings: Sequence[Finding], numbers: Mapping[Key, int]
) -> Iterator[str]:
    source, target = paired.source.document, paired.target.document
    main = lang_at(source.segments, 0)
    yield '<div class="scroll" tabindex="0" role="region" aria-label="Passages">\n'
    yield '<table class="passages">\n<thead><tr><th scope="col">no.</th>'
    yield f'<th scope="col">Source{f" ({LANGUAGES[main].name})" if main else ""}</th>'
    yield f'<th scope="col">Target ({LANGUAGES[paired.lang].name})</th><th scope="col">Findings</th>'
    yield "</tr></thead>\n<tbody>\n"
    beside = _by_passage(paired.passages, findings)
    places = Positions.of(target)
    for passage, own in zip(paired.passages, beside, strict=True):
        open_keys = {need.key for need in passage.open}
        weak = "" if passage.is_sure else ' <span class="badge">weak alignment</span>'
        left = _marked(source, passage.alignment.source, passage.said, numbers, open_keys)
        right = _marked(target, passage.alignment.target, passage.matches, numbers, set())
        yield f'<tr id="p{passage.number + 1}"><th scope="row">{passage.number + 1}</th>'
        yield f"<td{lang_attribute(lang_at(source.segments, passage.alignment.source[0]))}>{left}</td>"
        yield f"<td{lang_attribute(paired.lang)}>{right}</td><td>{weak}"
        yield from (_finding(one, places, paired) for one in own)
        yield "</td></tr>\n"
    yield "</tbody>\n</table>\n</div>\n"


def _by_passage(passages: Sequence[Passage], findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings of each passage: those that begin in its target, or where that would stand.

    What is missing is told at the last character before its place.
    """
    ordered = sorted(range(len(passages)), key=lambda number: passages[number].alignment.target)
    targets = Spans(passages[number].alignment.target for number in ordered)
    empty = {
        passage.alignment.target[0]: passage.number
        for passage in reversed(passages)
        if passage.alignment.target[0] == passage.alignment.target[1]
    }
    found: list[list[Finding]] = [[] for _ in passages]
    for finding in findings:
        at = ordered[max(0, targets.last(finding.start))]
        is_missing = finding.end - finding.start <= 1 and finding.end in empty
        found[empty[finding.end] if is_missing else at].append(finding)
    return found


def _marked(
    document: Document,
    span: tuple[int, int],
    matches: Sequence[Match],
    numbers: Mapping[Key, int],
    unrendered: set[Key],
) -> str:
    """The words of a passage with its terms marked, each with the number of its concept."""
    parts: list[str] = []
    done = span[0]
    for match in matches:
        parts.append(text_html(document.text[done : match.start]))
        parts.append(_mark(match, numbers, unrendered))
        done = match.end
    parts.append(text_html(document.text[done : span[1]]))
    return "".join(parts) or '<span class="none">–</span>'


def _mark(match: Match, numbers: Mapping[Key, int], unrendered: set[Key]) -> str:
    number = next((numbers[one] for one in _keys(match) if one in numbers), None)
    words = text_html(match.text)
    if number is None:
        return f'<span class="joined alone">{words}</span>'
    kind = f"joined c{number % _COLOURS}"
    kind += " open" if key_of(match) in unrendered else ""
    kind += f" {match.status}" if match.status not in ALLOWED else ""
    return (
        f'<a class="{kind}" href="#t{number}" data-term="{number}">{words}<sup>{number}</sup></a>'
    )


def _keys(match: Match) -> Iterator[Key]:
    """What a term of the target may be joined with: itself, the concept of any session, what it holds."""
    for one in flat((match,)):
        for concept in (one.concept, *one.alternatives):
            yield concept, one.number
            yield concept, None


def _finding(finding: Finding, places: Positions, paired: Paired) -> str:
    return (
        f'<p class="entry finding {finding.severity}">{badge(finding.severity)} '
        f'<span class="meta">{text_html(f"{name_of(finding)} · {places.named(finding.start)}")}</span> '
        f'<span class="message">{message_html(finding, paired.lang)}</span></p>'
    )


# --- the terms ------------------------------------------------------------------------------------


def _terms(paired: Paired, numbers: Mapping[Key, int], base: Termbase) -> Iterator[str]:
    said, written = _wordings(paired, numbers)
    yield f'<section id="terms">\n<h2>Terms ({len(numbers)})</h2>\n<ol class="entries">\n'
    for (concept, session), number in numbers.items():
        label = official_label(base[concept], paired.lang, numbered=session is not None)
        yield f'<li class="entry" id="t{number}"><h3><span class="number">{number}</span> '
        yield f"{text_html(', '.join(said[number]))} → "
        yield f"{text_html(', '.join(written[number]) or '–')}</h3>\n"
        if label:
            sources = "; ".join(source_html(ref, base) for ref in label.source)
            yield f'<p>Official: <span class="official"{lang_attribute(paired.lang)}>'
            yield f"{text_html(text_of(label, session))}</span>"
            yield f' <span class="source">{sources}</span></p>\n' if sources else "</p>\n"
        yield f'<p class="meta">{text_html(concept)}</p></li>\n'
    yield "</ol>\n</section>\n"


def _wordings(
    paired: Paired, numbers: Mapping[Key, int]
) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """How each term is written in the source and in the target, each wording once."""
    said: dict[int, dict[str, None]] = {number: {} for number in numbers.values()}
    written: dict[int, dict[str, None]] = {number: {} for number in numbers.values()}
    for passage in paired.passages:
        for match in passage.said:
            said[numbers[key_of(match)]][" ".join(match.text.split())] = None
        for match in flat(passage.matches):
            if number := numbers.get(key_of(match)):
                written[number][" ".join(match.text.split())] = None
    return (
        {number: list(words) for number, words in said.items()},
        {number: list(words) for number, words in written.items()},
    )
