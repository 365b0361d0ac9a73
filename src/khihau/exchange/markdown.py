"""The termbase as a glossary to read or print: one page of Markdown, for a repository or a wiki.

Headings are the ids of concepts, so their anchors are the same with every maker of anchors (GitHub,
GitLab, wikis) and stay when a name changes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from khihau.exchange.base import Exported, Loss, Wanted
from khihau.languages import LANGUAGES
from khihau.model import (
    LABEL_LANGS,
    LANGS,
    STATUSES,
    TEXT_LANGS,
    UNVERIFIED,
    Concept,
    Label,
    Source,
    Successor,
    Termbase,
)
from khihau.render.brief.markdown import escaped
from khihau.termbase.countries import country_name
from khihau.termbase.official import official_label
from khihau.text.counted import counted

__all__ = ["export"]

_SHARED = "international"  # how the page calls the language `mul`
_COLUMNS = ("language", "name", "status", "remarks", "source")


def export(base: Termbase, wanted: Wanted) -> Exported:  # noqa: ARG001 (all formats have it)
    """What it is about, the contents, each domain with its concepts, the sources."""
    domains: defaultdict[str, list[Concept]] = defaultdict(list)
    for concept in base.concepts:
        domains[concept.domain].append(concept)
    parts = [*_opening(base), *_contents(domains)]
    for domain in sorted(domains):
        parts.append(f"\n## {_heading(domain)}\n")
        for concept in domains[domain]:
            parts += _concept(concept, base)
    parts += _sources(base)
    return Exported("".join(parts), _losses(base))


def _opening(base: Termbase) -> Iterator[str]:
    counts = Counter(label.lang for concept in base.concepts for label in concept.labels)
    names = [f"{counts[lang]} in {LANGUAGES[lang].name}" for lang in LANGS]
    yield "# Glossary\n\n"
    yield f"{counted(len(base), 'concept')}; names: {', '.join(names)}, {counts['mul']} {_SHARED}.\n"


def _contents(domains: dict[str, list[Concept]]) -> Iterator[str]:
    yield "\n## Contents\n\n"
    for domain in sorted(domains):
        # An anchor as GitHub makes it of the heading: lower case, hyphens for spaces, no colon.
        anchor = "-".join(_heading(domain).lower().replace(":", "").split())
        concepts = domains[domain]
        yield f"- [{_heading(domain)}](#{anchor}) ({len(concepts)})\n"
        yield from (f"  - [{_title(concept)}](#{concept.id})\n" for concept in concepts)
    yield "- [Sources](#sources)\n"


def _heading(domain: str) -> str:
    return f"Domain: {escaped(domain)}" if domain else "Without a domain"


def _title(concept: Concept) -> str:
    """The official name in English, or in the first language that has one."""
    labels = (official_label(concept, lang) for lang in TEXT_LANGS)
    return escaped(next((label.text for label in labels if label), concept.id))


def _concept(concept: Concept, base: Termbase) -> Iterator[str]:
    yield f"\n### {concept.id}\n\n"
    official = (official_label(concept, lang) for lang in LANGS)
    texts = dict.fromkeys(label.text for label in official if label)
    yield " · ".join(f"**{escaped(text)}**" for text in texts) + "\n\n"
    said = [*_said(concept, base)]
    yield from said
    yield "\n" if said else ""
    yield _row(_COLUMNS) + f"|{'---|' * len(_COLUMNS)}\n"
    for label in sorted(concept.labels, key=_rank):
        language = _SHARED if label.lang == "mul" else LANGUAGES[label.lang].name
        sources = "; ".join(map(str, label.source)) or UNVERIFIED
        yield _row((language, label.text, label.status, "; ".join(_remarks(label)), sources))


def _rank(label: Label) -> tuple[int, int]:
    """By language, the official name first."""
    return LABEL_LANGS.index(label.lang), STATUSES.index(label.status)


def _said(concept: Concept, base: Termbase) -> Iterator[str]:
    for what, texts in (("", concept.definition), ("Note, ", concept.note)):
        for lang in LANGS:
            if lang in texts:
                yield f"- {what}{LANGUAGES[lang].name}: {escaped(texts[lang])}\n"
    relations: tuple[tuple[str, Sequence[str]], ...] = (
        ("Broader", [_link(concept.broader, base)] if concept.broader else ()),
        ("Replaced by", [_successor(one, base) for one in concept.replaced_by]),
        ("See also", [_link(other, base) for other in concept.related]),
    )
    for name, links in relations:
        if links:
            yield f"- {name}: {', '.join(links)}\n"


def _successor(one: Successor, base: Termbase) -> str:
    field = "; ".join(escaped(words) for words in one.field.values())
    return f"{_link(one.concept, base)} ({field})" if field else _link(one.concept, base)


def _link(concept_id: str, base: Termbase) -> str:
    """A concept that this page has is linked; one of a domain that was not asked for is named."""
    if concept_id in base:
        return f"[{_title(base[concept_id])}](#{concept_id})"
    return escaped(concept_id)


def _remarks(label: Label) -> Iterator[str]:
    if label.kind != "full":
        yield label.kind
    if label.sense:
        yield f"{label.sense} than the concept"
    if label.since:
        yield f"since {label.since}"
    if label.until:
        yield f"until {label.until}"
    yield from label.scope
    yield from (f"{country_name(code)}'s own" for code in label.of)
    for name, words in (
        ("part of speech", label.part_of_speech),
        ("plural", label.plural),
        ("read", label.reading),
        ("other sense", label.homonym),
    ):
        if words:
            yield f"{name}: {words}"
    yield from label.note.values()


def _sources(base: Termbase) -> Iterator[str]:
    """The sources that the page names, by their keys."""
    cited = {
        ref.id for concept in base.concepts for label in concept.labels for ref in label.source
    }
    yield "\n## Sources\n\n"
    for key in sorted(cited):
        source = base.sources.get(key)
        yield f"- {escaped(key)}{f': {_source(source)}' if source else ''}\n"


def _source(source: Source) -> str:
    told = [source.title, source.publisher, source.date, source.reliability]
    words = ". ".join(escaped(part) for part in told if part)
    return f"{words}. {_address(source.url)}" if source.url else f"{words}."


def _address(url: str) -> str:
    """An autolink to a page, which no space and no angle bracket may break; others run programs."""
    is_page = url.startswith(("https://", "http://")) and not set(url) & set(" <>\n\t")
    return f"<{url}>" if is_page else escaped(url)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(escaped, cells))} |\n"


def _losses(base: Termbase) -> tuple[Loss, ...]:
    labels = [label for concept in base.concepts for label in concept.labels]
    decided = sum(len(label.decision) + len(label.comment) for label in labels)
    examples = sum(len(one.examples) + len(one.counterexamples) for one in base.concepts)
    conditions = sum(
        bool(given)
        for label in labels
        for given in (label.near, label.not_near, label.covered_by, label.case)
    )
    sessions = sum(len(one.sessions) for one in base.concepts)
    found = (
        Loss(
            conditions, "matching condition", "near, not_near, covered_by and case steer the tool"
        ),
        Loss(examples, "example", "they are tests of the tool"),
        Loss(sessions, "session", "they steer the tool"),
        Loss(decided, "decision or comment", "they are shown by khihau lookup and the web site"),
    )
    return tuple(loss for loss in found if loss.count)
