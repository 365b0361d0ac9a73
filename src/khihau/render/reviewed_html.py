"""HTML: what was found, as one self-contained page that an editor can mail or print."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from khihau.languages import LANGUAGES
from khihau.languages.detect import detect
from khihau.model import (
    FALLBACK,
    LANGS,
    UNVERIFIED,
    Lang,
    Placed,
    Termbase,
)
from khihau.render.edits import mended
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
from khihau.render.safe_html import Html, joined, replaced
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

if TYPE_CHECKING:
    from khihau.model import Fix

__all__ = ["render_reviewed"]

_CODE = regex("`([^`]+)`")
_HEADINGS = {"finds": "found", "leaves alone": "left alone"}


class _Group(NamedTuple):
    """All findings of one document, in text order."""

    path: str
    lang: Lang | None
    findings: list[Placed]


def render_reviewed(documents: Iterable[Reviewed], base: Termbase, view: View) -> Iterator[Html]:
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
    yield Html(
        "<header>\n<h1>Climate terms: what to look at</h1>\n<p>{}: {}.</p>\n</header>\n<main>\n"
    ).format(summary.checked, summary.found)
    if found:
        yield from _summary(summary, found)
    if script:
        yield from _filter(summary)
        yield Html('<section id="findings">\n<h2>Findings</h2>\n')
        for number, group in enumerate(found, start=1):
            yield from _document(group, base, f"d{number}")
        yield Html("</section>\n")
        yield from _rules(summary)
    yield Html("</main>\n")
    yield script_element(script)
    yield FOOT


# --- counts ---------------------------------------------------------------------------------------


def _summary(summary: Summary, found: Sequence[_Group]) -> Iterator[Html]:
    yield Html('<section id="summary">\n<h2>Summary</h2>\n<div class="counts">\n')
    link = Html('<a href="#{}">{}</a>')
    rules = [(link.format(name, name), count) for name, count in ranked(summary.rules)]
    yield from _counts("By rule", rules)
    concepts = ranked(summary.concepts)
    more = len(concepts) - MOST
    yield from _counts("By concept", concepts[:MOST], f"and {more} more" if more > 0 else "")
    paths = [
        (link.format(f"d{number}", group.path), len(group.findings))
        for number, group in enumerate(found, start=1)
    ]
    yield from _counts("By document", paths)
    yield from _counts("By profile", ranked(summary.profiles))
    yield Html("</div>\n</section>\n")


def _counts(title: str, counts: Sequence[tuple[str, int]], more: str = "") -> Iterator[Html]:
    if counts:
        yield Html("<table>\n<caption>{}</caption>\n").format(title)
        for name, count in counts:
            yield Html('<tr><th scope="row">{}</th><td>{}</td></tr>\n').format(name, count)
        if more:
            yield Html('<tr><td colspan="2">{}</td></tr>\n').format(more)
        yield Html("</table>\n")


def _filter(summary: Summary) -> Iterator[Html]:
    """What the script works with; it stays hidden where none runs."""
    yield Html('<div class="filter" role="group" aria-label="Which findings to show" hidden>\n')
    for severity, noun in NOUNS.items():
        if summary.severities[severity]:
            yield Html('<label><input type="checkbox" value="{}" checked> {}s</label>\n').format(
                severity, noun
            )
    yield Html('<label>Rule <select><option value="">all</option>')
    yield joined(Html("<option>{}</option>").format(rule) for rule, _ in ranked(summary.rules))
    yield Html('</select></label>\n<p role="status"></p>\n</div>\n')


# --- the findings ---------------------------------------------------------------------------------


def _document(group: _Group, base: Termbase, key: str) -> Iterator[Html]:
    severities = Counter(placed.finding.severity for placed in group.findings)
    yield Html(
        '<article id="{}">\n<h3>{}</h3>\n<p class="summary">{}</p>\n<ol class="entries">\n'
    ).format(key, group.path, found_in_words(severities))
    ordered = sorted(group.findings, key=lambda placed: (placed.finding.start, placed.finding.end))
    for placed in ordered:
        yield from _finding(placed, group.lang, base)
    yield Html("</ol>\n</article>\n")


def _finding(placed: Placed, lang: Lang | None, base: Termbase) -> Iterator[Html]:
    finding, place = placed
    lang = detect(place.before + place.shown + place.after) or lang
    yield Html(
        '<li class="entry finding {severity}" data-severity="{severity}" data-rule="{rule}">\n'
        '<p class="meta">{badge} <a href="#{rule}">{rule}</a>{concept} · {place}</p>\n'
        '<p class="excerpt"{lang}>{before}<mark>{shown}</mark>{after}</p>\n'
        '<p class="message">{message}</p>\n'
    ).format(
        severity=finding.severity,
        rule=finding.rule,
        badge=badge(finding.severity),
        concept=f" · {finding.concept}" if finding.concept else "",
        place=place.unit or f"line {place.line}, column {place.column}",
        lang=lang_attribute(lang),
        before=place.before,
        shown=place.shown,
        after=place.after,
        message=message_html(finding, lang),
    )
    ways = (finding.fix, *finding.alternatives) if finding.fix else ()
    yield from (_mended(placed, fix, lang) for fix in ways)
    if finding.source:
        yield Html('<p class="source">Source: {}</p>\n').format(_sources(finding.source, base))
    yield Html('<p class="source">Silence: <code>{}</code></p>\n</li>\n').format(
        silencer(name_of(finding), place.unit)
    )


def _mended(placed: Placed, fix: Fix, lang: Lang | None) -> Html:
    """The line as a fix would make it, what is new marked."""
    parts = mended(placed, fix)
    if parts is None:
        return Html()
    line = joined(
        Html("<ins>{}</ins>").format(part) if number % 2 and part else part
        for number, part in enumerate(parts)
    )
    return Html('<p class="excerpt mended"{}><span class="badge"{}>{} fix</span> {}</p>\n').format(
        lang_attribute(lang), lang_attribute(FALLBACK), fix.safety, line
    )


def _sources(source: str, base: Termbase) -> Html:
    if source == UNVERIFIED:
        return Html('<span class="badge unverified">unverified</span>')
    return joined((source_html(ref, base) for ref in source_refs(source)), "; ")


# --- the rules ------------------------------------------------------------------------------------


def _rules(summary: Summary) -> Iterator[Html]:
    yield Html('<section id="rules">\n<h2>Rules</h2>\n')
    for rule in all_rules():
        if summary.rules[rule.name]:
            yield from _rule(rule)
    yield Html(
        "<p>A comment silences its rule for the line or block that follows it, "
        "and may name a concept.</p>\n</section>\n"
    )


def _rule(rule: Documented) -> Iterator[Html]:
    told = documentation(rule)
    yield Html('<section class="rule" id="{name}">\n<h3>{name}</h3>\n').format(name=rule.name)
    for paragraph in told.paragraphs:
        yield Html("<p>{}</p>\n").format(replaced(_CODE, paragraph, _code))
    if told.table:
        yield from _examples(told.table)
    yield Html("</section>\n")


def _code(found: re.Match[str]) -> Html:
    return Html("<code>{}</code>").format(found[1])


def _examples(table: str) -> Iterator[Html]:
    """The examples of a rule, each in its language; the table is Markdown."""
    rows = [[cell.strip() for cell in row.strip()[1:-1].split(" | ")] for row in table.splitlines()]
    yield Html('<div class="scroll" tabindex="0" role="region" aria-label="Examples"><table>\n')
    yield Html("<tr><td></td>")
    for name in rows[0][1:]:
        yield Html('<th scope="col">{}</th>').format(_HEADINGS.get(name, name))
    yield Html("</tr>\n")
    for lang, *cells in rows:
        if lang in LANGS:
            yield Html('<tr><th scope="row">{}</th>{}</tr>\n').format(
                LANGUAGES[lang].name,
                joined(
                    Html("<td{}>{}</td>").format(lang_attribute(detect(cell)), cell)
                    for cell in cells
                ),
            )
    yield Html("</table></div>\n")
