"""The names of a concept, each with its status, its conditions and its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from khihau.languages.detect import detect
from khihau.model import STATUSES, Concept, Label, LabelLang, Lang, SourceRef, Status
from khihau.render.page import span, text_html
from khihau.site.site import Site, attributes, fragment, label_html, label_lang, words_html
from khihau.site.words import Words
from khihau.termbase.stats import NO_RELIABILITY

__all__ = ["badge", "label_item", "labels_by_lang", "notes", "source_words"]

_MANY_WORDS = 8  # a longer list of conditions folds up


def labels_by_lang(concept: Concept, page: Lang) -> Mapping[LabelLang, list[Label]]:
    """The labels by language, that of the page first, and the best ones first in each."""
    langs: tuple[LabelLang, ...] = (page, "vi", "ko", "en", "mul")
    ordered = sorted(concept.labels, key=lambda label: STATUSES.index(label.status))
    groups = {lang: [one for one in ordered if one.lang == lang] for lang in langs}
    return {lang: labels for lang, labels in groups.items() if labels}


def badge(status: Status, words: Words) -> str:
    """The word for a status, in its colour and with its sign."""
    return f'<span class="badge {status}">{words[f"status.{status}"]}</span>'


def label_item(label: Label, site: Site, words: Words, up: str) -> str:
    """One name with all that is known about it, as an item of a list."""
    name = span(label_html(label.text), label_lang(label, words.lang), "name")
    facts = "".join(f'<span class="fact">{fact}</span>' for fact in _facts(label, words))
    return (
        f'<li class="label {label.status}"><p>{name} {badge(label.status, words)}{facts}</p>\n'
        f"{_sources(label.source, site, words, up)}{''.join(notes(label.note, words))}"
        f"{''.join(_conditions(label, words))}</li>\n"
    )


def _facts(label: Label, words: Words) -> Iterator[str]:
    if label.kind != "full":
        yield words[f"kind.{label.kind}"]
    if label.part_of_speech:
        yield words[f"part_of_speech.{label.part_of_speech}"]
    for scope in label.scope:
        yield text_html(words.of("scope", scope))
    if label.reading:
        yield words["reading"].format(text=words_html(label.reading, words.lang))
    if label.plural:
        plural = span(text_html(label.plural), label_lang(label, words.lang))
        yield words["plural"].format(text=plural)
    if label.case:
        yield words[f"case.{label.case}"]
    if label.until:
        date = f'<time datetime="{label.until.isoformat()}">{words.date(label.until)}</time>'
        yield words["until"].format(date=date)
    if not label.source:
        yield words["unverified"]


def _sources(refs: Sequence[SourceRef], site: Site, words: Words, up: str) -> str:
    if not refs:
        return ""
    cited = "; ".join(_source(ref, site, words, up) for ref in refs)
    return f'<p class="source">{words["field.source"]}: {cited}</p>\n'


def _source(ref: SourceRef, site: Site, words: Words, up: str) -> str:
    """The document, the place in it, and the sort of source, which leads to the bibliography."""
    source = site.base.sources.get(ref.id)
    place = f", {words_html(ref.at, words.lang)}" if ref.at else ""
    if source is None:
        return f"{text_html(ref.id)}{place}"
    sort = words[f"reliability.{source.reliability or NO_RELIABILITY}"]
    href = f"{up}sources.html#{fragment('source', ref.id)}"
    return f'{source_words(source.title, source.url, words)}{place} (<a href="{href}">{sort}</a>)'


def source_words(title: str, url: str | None, words: Words) -> str:
    """The title of a document, linked where it stands in the web."""
    lang = detect(title)
    cited = f"<cite{attributes(lang, words.lang)}>{text_html(title)}</cite>"
    if url and url.startswith(("https://", "http://")):
        return f'<a href="{text_html(url)}" rel="noreferrer">{cited}</a>'
    return cited


def notes(texts: Mapping[str, str], words: Words) -> Iterator[str]:
    """Notes in the language of the page; where there is none, in those that there are."""
    own = {words.lang: texts[words.lang]} if words.lang in texts else texts
    for lang, text in own.items():
        other = f' lang="{text_html(lang)}"' if lang != words.lang else ""
        yield f'<p class="note"{other}>{text_html(text)}</p>\n'


def _conditions(label: Label, words: Words) -> Iterator[str]:
    if label.homonym:
        sense = words_html(label.homonym, words.lang)
        yield f'<p class="condition">{words["homonym"].format(text=sense)}</p>\n'
    for key in ("near", "not_near", "covered_by"):
        texts: tuple[str, ...] = getattr(label, key)
        if not texts:
            continue
        listed = ", ".join(f"<q>{words_html(text, words.lang)}</q>" for text in texts)
        if len(texts) > _MANY_WORDS:
            count = words["more_words"].format(n=words.number(len(texts)))
            yield (
                f'<details class="condition"><summary>{words[key]} {count}</summary>'
                f"<p>{listed}</p></details>\n"
            )
        else:
            yield f'<p class="condition">{words[key]} {listed}</p>\n'
