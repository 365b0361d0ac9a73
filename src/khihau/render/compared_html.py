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
    script_element,
    source_html,
)
from khihau.render.safe_html import Html, joined
from khihau.render.summary import found_in_words, name_of, ranked
from khihau.render.views import Compared, View
from khihau.termbase.official import official_label, text_of
from khihau.text.counted import counted
from khihau.text.positions import Positions
from khihau.text.spans import Spans

__all__ = ["render_compared"]

_COLOURS = 8  # of compared.css; the number tells apart what has the same colour


def render_compared(compared: Compared, base: Termbase, view: View) -> Iterator[Html]:
    """A page that names no other file: counts, the passages in rows, the terms with their sources.

    Its one script marks, under the pointer or the focus, all places of a term; without it the page
    says the same.
    """
    paired, findings = compared
    title = f"{paired.source.document.path} → {paired.target.document.path}"
    script = "" if view.quiet else resource("compared.js")
    yield head(title, ("page.css", "report.css", "compared.css"), script)
    yield from _header(paired, findings)
    yield Html("<main>\n")
    if not view.quiet:
        numbers = _numbers(paired)
        yield from _table(paired, findings, _joined(numbers))
        yield from _terms(paired, numbers, base)
    yield Html("</main>\n")
    yield script_element(script)
    yield FOOT


def _header(paired: Paired, findings: Sequence[Finding]) -> Iterator[Html]:
    severities = Counter(one.severity for one in findings)
    rules = ", ".join(
        f"{name} {count}" for name, count in ranked(Counter(f.rule for f in findings))
    )
    weak = sum(not passage.is_sure for passage in paired.passages)
    yield Html("<header>\n<h1>A translation against its source</h1>\n")
    for side, document in (("Source", paired.source.document), ("Target", paired.target.document)):
        yield Html('<p class="summary">{}: {}</p>\n').format(side, document.path)
    yield Html('<p class="summary">{}: {}{}{}.</p>\n</header>\n').format(
        counted(len(paired.passages), "passage"),
        found_in_words(severities),
        f" ({rules})" if rules else "",
        f"; {counted(weak, 'passage')} aligned weakly" if weak else "",
    )


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
) -> Iterator[Html]:
    source, target = paired.source.document, paired.target.document
    main = lang_at(source.segments, 0)
    yield Html('<div class="scroll" tabindex="0" role="region" aria-label="Passages">\n')
    yield Html('<table class="passages">\n<thead><tr><th scope="col">no.</th>')
    for head_of_column in (
        f"Source ({LANGUAGES[main].name})" if main else "Source",
        f"Target ({LANGUAGES[paired.lang].name})",
        "Findings",
    ):
        yield Html('<th scope="col">{}</th>').format(head_of_column)
    yield Html("</tr></thead>\n<tbody>\n")
    beside = _by_passage(paired.passages, findings)
    places = Positions.of(target)
    for passage, own in zip(paired.passages, beside, strict=True):
        open_keys = {need.key for need in passage.open}
        weak = "" if passage.is_sure else Html(' <span class="badge">weak alignment</span>')
        left = _marked(source, passage.alignment.source, passage.said, numbers, open_keys)
        right = _marked(target, passage.alignment.target, passage.matches, numbers, set())
        own_lang = lang_at(source.segments, passage.alignment.source[0])
        yield Html(
            '<tr id="p{number}"><th scope="row">{number}</th>'
            "<td{from_lang}>{left}</td><td{to_lang}>{right}</td><td>{weak}{findings}</td></tr>\n"
        ).format(
            number=passage.number + 1,
            from_lang=lang_attribute(own_lang),
            left=left,
            to_lang=lang_attribute(paired.lang),
            right=right,
            weak=weak,
            findings=joined(_finding(one, places, paired) for one in own),
        )
    yield Html("</tbody>\n</table>\n</div>\n")


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
) -> Html:
    """The words of a passage with its terms marked, each with the number of its concept."""
    parts: list[str] = []
    done = span[0]
    for match in matches:
        parts += (document.text[done : match.start], _mark(match, numbers, unrendered))
        done = match.end
    parts.append(document.text[done : span[1]])
    return joined(parts) or Html('<span class="none">–</span>')


def _mark(match: Match, numbers: Mapping[Key, int], unrendered: set[Key]) -> Html:
    number = next((numbers[one] for one in _keys(match) if one in numbers), None)
    if number is None:
        return Html('<span class="joined alone">{}</span>').format(match.text)
    kind = f"joined c{number % _COLOURS}"
    kind += " open" if key_of(match) in unrendered else ""
    kind += f" {match.status}" if match.status not in ALLOWED else ""
    return Html(
        '<a class="{kind}" href="#t{number}" data-term="{number}">{words}<sup>{number}</sup></a>'
    ).format(kind=kind, number=number, words=match.text)


def _keys(match: Match) -> Iterator[Key]:
    """What a term of the target may be joined with: itself, the concept of any session, what it holds."""
    for one in flat((match,)):
        for concept in (one.concept, *one.alternatives):
            yield concept, one.number
            yield concept, None


def _finding(finding: Finding, places: Positions, paired: Paired) -> Html:
    return Html(
        '<p class="entry finding {severity}">{badge} <span class="meta">{rule} · {place}</span>'
        ' <span class="message">{message}</span></p>'
    ).format(
        severity=finding.severity,
        badge=badge(finding.severity),
        rule=name_of(finding),
        place=places.named(finding.start),
        message=message_html(finding, paired.lang),
    )


# --- the terms ------------------------------------------------------------------------------------


def _terms(paired: Paired, numbers: Mapping[Key, int], base: Termbase) -> Iterator[Html]:
    said, written = _wordings(paired, numbers)
    yield Html('<section id="terms">\n<h2>Terms ({})</h2>\n<ol class="entries">\n').format(
        len(numbers)
    )
    for (concept, session), number in numbers.items():
        label = official_label(base[concept], paired.lang, numbered=session is not None)
        yield Html(
            '<li class="entry" id="t{number}"><h3><span class="number">{number}</span> '
            "{said} → {written}</h3>\n"
        ).format(
            number=number,
            said=", ".join(said[number]),
            written=", ".join(written[number]) or "–",
        )
        if label:
            sources = joined((source_html(ref, base) for ref in label.source), "; ")
            yield Html('<p>Preferred: <span class="official"{}>{}</span>{}</p>\n').format(
                lang_attribute(paired.lang),
                text_of(label, session),
                Html(' <span class="source">{}</span>').format(sources) if sources else "",
            )
        yield Html('<p class="meta">{}</p></li>\n').format(concept)
    yield Html("</ol>\n</section>\n")


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
