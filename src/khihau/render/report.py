"""HTML: what was found, as one self-contained page that an editor can mail or print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from khihau.languages import LANGUAGES
from khihau.languages.detect import detect
from khihau.model import (
    LANGS,
    UNVERIFIED,
    Lang,
    Place,
    Placed,
    Termbase,
)
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
from khihau.render.placing import mended
from khihau.render.summary import (
    MOST,
    NOUNS,
    Summary,
    found_in_words,
    name_of,
    ranked,
    silencer,
    source_refs,
)
from khihau.render.views import Reviewed, View
from khihau.review.base import Documented
from khihau.review.documentation import documentation
from khihau.rulebook import all_rules
from khihau.text.regex import regex

__all__ = ["render_reviewed"]

_CODE = regex("`([^`]+)`")
_HEADINGS = {"finds": "found", "leaves alone": "left alone"}


class _Group(NamedTuple):
    """All findings of one document, in text order."""

    path: str
    lang: Lang | None
    findings: list[Placed]


def render_reviewed(documents: Iterable[Reviewed], base: Termbase, view: View) -> Iterator[str]:
    """Counts, then the findings by document, then the rules that found them.

    The page names no other file. Its one script hides findings by severity and rule; without it,
    or without styles, the page is a plain document that says the same.
    """
    summary = Summary()
    groups: dict[str, _Group] = {}
    for reviewed in documents:
        summary.add(reviewed)
        group = groups.setdefault(reviewed.path, _Group(reviewed.path, reviewed.lang, []))
        group.findings.extend(reviewed.findings)
    found = [group for group in groups.values() if group.findings]
    script = resource("report.js") if found and not view.quiet else ""
    yield head("Climate terms: what to look at", ("page.css", "report.css"), script)
    yield f"<header>\n<h1>Climate terms: what to look at</h1>\n<p>{summary.checked}: {summary.found}.</p>\n"
    yield "</header>\n<main>\n"
    if found:
        yield from _summary(summary, found)
    if script:
        yield from _filter(summary)
        yield '<section id="findings">\n<h2>Findings</h2>\n'
        for number, group in enumerate(found, start=1):
            yield from _document(group, base, f"d{number}")
        yield "</section>\n"
        yield from _rules(summary)
    yield "</main>\n"
    if script:
        yield f"<script>{script}</script>\n"
    yield FOOT


# --- counts ---------------------------------------------------------------------------------------


def _summary(summary: Summary, found: Sequence[_Group]) -> Iterator[str]:
    yield '<section id="summary">\n<h2>Summary</h2>\n<div class="counts">\n'
    rules = [(f'<a href="#{name}">{name}</a>', count) for name, count in ranked(summary.rules)]
    yield from _counts("By rule", rules)
    concepts = [(text_html(name), count) for name, count in ranked(summary.concepts)]
    more = len(concepts) - MOST
    yield from _counts("By concept", concepts[:MOST], f"and {more} more" if more > 0 else "")
    paths = [
        (f'<a href="#d{number}">{text_html(group.path)}</a>', len(group.findings))
        for number, group in enumerate(found, start=1)
    ]
    yield from _counts("By document", paths)
    yield "</div>\n</section>\n"


def _counts(title: str, counts: Sequence[tuple[str, int]], more: str = "") -> Iterator[str]:
    if counts:
        yield f"<table>\n<caption>{title}</caption>\n"
        for name, count in counts:
            yield f'<tr><th scope="row">{name}</th><td>{count}</td></tr>\n'
        yield f'<tr><td colspan="2">{more}</td></tr>\n' if more else ""
        yield "</table>\n"


def _filter(summary: Summary) -> Iterator[str]:
    """What the script works with; it stays hidden where none runs."""
    yield '<div class="filter" role="group" aria-label="Which findings to show" hidden>\n'
    for severity, noun in NOUNS.items():
        if summary.severities[severity]:
            yield f'<label><input type="checkbox" value="{severity}" checked> {noun}s</label>\n'
    yield '<label>Rule <select><option value="">all</option>'
    yield "".join(f"<option>{rule}</option>" for rule, _ in ranked(summary.rules))
    yield '</select></label>\n<p role="status"></p>\n</div>\n'


# --- the findings ---------------------------------------------------------------------------------


def _document(group: _Group, base: Termbase, key: str) -> Iterator[str]:
    severities = Counter(placed.finding.severity for placed in group.findings)
    yield f'<article id="{key}">\n<h3>{text_html(group.path)}</h3>\n'
    yield f'<p class="summary">{found_in_words(severities)}</p>\n<ol class="entries">\n'
    ordered = sorted(group.findings, key=lambda placed: (placed.finding.start, placed.finding.end))
    for placed in ordered:
        yield from _finding(placed, group.lang, base)
    yield "</ol>\n</article>\n"


def _finding(placed: Placed, lang: Lang | None, base: Termbase) -> Iterator[str]:
    finding, place = placed
    lang = detect(place.before + place.shown + place.after) or lang
    yield (
        f'<li class="entry finding {finding.severity}" data-severity="{finding.severity}"'
        f' data-rule="{finding.rule}">\n<p class="meta">{badge(finding.severity)} '
        f'<a href="#{finding.rule}">{finding.rule}</a>'
        f"{f' · {text_html(finding.concept)}' if finding.concept else ''}"
        f" · {_where(place)}</p>\n"
        f'<p class="excerpt"{lang_attribute(lang)}>{text_html(place.before)}'
        f"<mark>{text_html(place.shown)}</mark>{text_html(place.after)}</p>\n"
        f'<p class="message">{message_html(finding, lang)}</p>\n'
    )
    yield _mended(placed, lang)
    if finding.source:
        yield f'<p class="source">Source: {_sources(finding.source, base)}</p>\n'
    yield f'<p class="source">Silence: <code>{text_html(silencer(name_of(finding), place.unit))}</code></p>\n</li>\n'


def _where(place: Place) -> str:
    return text_html(place.unit) or f"line {place.line}, column {place.column}"


def _mended(placed: Placed, lang: Lang | None) -> str:
    """The line as the fix would make it, what is new marked."""
    parts, fix = mended(placed), placed.finding.fix
    if parts is None or fix is None:
        return ""
    line = "".join(
        f"<ins>{text_html(part)}</ins>" if number % 2 and part else text_html(part)
        for number, part in enumerate(parts)
    )
    return (
        f'<p class="excerpt mended"{lang_attribute(lang)}>'
        f'<span class="badge" lang="en">{fix.safety} fix</span> {line}</p>\n'
    )


def _sources(source: str, base: Termbase) -> str:
    if source == UNVERIFIED:
        return '<span class="badge unverified">unverified</span>'
    return "; ".join(source_html(ref, base) for ref in source_refs(source))


# --- the rules ------------------------------------------------------------------------------------


def _rules(summary: Summary) -> Iterator[str]:
    yield '<section id="rules">\n<h2>Rules</h2>\n'
    for rule in all_rules():
        if summary.rules[rule.name]:
            yield from _rule(rule)
    yield (
        "<p>A comment silences its rule for the line or block that follows it, "
        "and may name a concept.</p>\n</section>\n"
    )


def _rule(rule: Documented) -> Iterator[str]:
    told = documentation(rule)
    yield f'<section class="rule" id="{rule.name}">\n<h3>{rule.name}</h3>\n'
    yield from (f"<p>{_prose(paragraph)}</p>\n" for paragraph in told.paragraphs)
    if told.table:
        yield from _examples(told.table)
    yield "</section>\n"


def _prose(words: str) -> str:
    return _CODE.sub(r"<code>\1</code>", text_html(words))


def _examples(table: str) -> Iterator[str]:
    """The examples of a rule, each in its language; the table is Markdown."""
    rows = [[cell.strip() for cell in row.strip()[1:-1].split(" | ")] for row in table.splitlines()]
    yield '<div class="scroll" tabindex="0" role="region" aria-label="Examples"><table>\n<tr><td></td>'
    yield "".join(f'<th scope="col">{_HEADINGS.get(name, name)}</th>' for name in rows[0][1:])
    yield "</tr>\n"
    for lang, *cells in rows:
        if lang in LANGS:
            shown = (f"<td{lang_attribute(detect(cell))}>{text_html(cell)}</td>" for cell in cells)
            yield f'<tr><th scope="row">{LANGUAGES[lang].name}</th>{"".join(shown)}</tr>\n'
    yield "</table></div>\n"
