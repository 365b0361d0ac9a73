"""The names of a concept, each with its status, its conditions and its sources."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from khihau.languages import LANGUAGES
from khihau.languages.detect import detect
from khihau.model import (
    LABEL_LANGS,
    STATUSES,
    Comment,
    Concept,
    Decision,
    Label,
    LabelLang,
    Lang,
    Source,
    SourceRef,
    Status,
)
from khihau.render.page import span
from khihau.render.safe_html import Html, joined
from khihau.site.site import Site, attributes, fragment, label_html, label_lang, words_html
from khihau.site.words import Words
from khihau.termbase.stats import NO_RELIABILITY, is_official

__all__ = ["badge", "days_of", "label_item", "labels_by_lang", "notes", "source_words"]

_MANY_WORDS = 8  # a longer list of conditions folds up


def labels_by_lang(concept: Concept, page: Lang) -> Mapping[LabelLang, list[Label]]:
    """The labels by language, that of the page first, and the best ones first in each."""
    langs: tuple[LabelLang, ...] = (page, *LABEL_LANGS)
    ordered = sorted(concept.labels, key=lambda label: STATUSES.index(label.status))
    groups = {lang: [one for one in ordered if one.lang == lang] for lang in langs}
    return {lang: labels for lang, labels in groups.items() if labels}


def badge(status: Status, words: Words, *, is_official: bool = False) -> Html:
    """The word for a status, in its colour and with its sign; official is what a law or a body says."""
    word = words["status.official" if is_official else f"status.{status}"]
    return Html('<span class="badge {}">{}</span>').format(status, word)


def label_item(label: Label, site: Site, words: Words, up: str) -> Html:
    """One name with all that is known about it, as an item of a list."""
    return Html(
        '<li class="label {status}"><p>{name} {badge}{facts}</p>\n'
        "{sources}{notes}{conditions}{decisions}{comments}</li>\n"
    ).format(
        status=label.status,
        name=span(label_html(label.text), label_lang(label, words.lang), "name"),
        badge=badge(
            label.status,
            words,
            is_official=label.status == "preferred" and is_official(label, site.base),
        ),
        facts=joined(map(Html('<span class="fact">{}</span>').format, _facts(label, words))),
        sources=_sources(label.source, site, words, up),
        notes=joined(notes(label.note, words)),
        conditions=joined(_conditions(label, words)),
        decisions=joined(_decision(one, site, words) for one in label.decision),
        comments=joined(_comment(one, words) for one in label.comment),
    )


def _facts(label: Label, words: Words) -> Iterator[str]:
    if label.kind != "full":
        yield words[f"kind.{label.kind}"]
    if label.part_of_speech:
        yield words[f"part_of_speech.{label.part_of_speech}"]
    if label.sense:
        yield words[f"sense.{label.sense}"]
    for scope in label.scope:
        yield words.of("scope", scope)
    for code in label.of:
        yield words.html("of", country=LANGUAGES[words.lang].countries.name(code) or code)
    if label.reading:
        yield words.html("reading", text=words_html(label.reading, words.lang))
    if label.plural:
        yield words.html("plural", text=span(label.plural, label_lang(label, words.lang)))
    if label.case:
        yield words[f"case.{label.case}"]
    for key, day in (("since", label.since), ("until", label.until)):
        if day:
            yield words.html(key, date=_day(day, words))
    if not label.source:
        yield words["unverified"]


def _sources(refs: Sequence[SourceRef], site: Site, words: Words, up: str) -> Html:
    if not refs:
        return Html()
    cited = joined((_source(ref, site, words, up) for ref in refs), "; ")
    return Html('<p class="source">{}: {}</p>\n').format(words["field.source"], cited)


def _source(ref: SourceRef, site: Site, words: Words, up: str) -> Html:
    """The document, the place in it, and the sort of source, which leads to the bibliography."""
    source = site.base.sources.get(ref.id)
    place = Html(", {}").format(words_html(ref.at, words.lang)) if ref.at else Html()
    if source is None:
        return Html("{}{}").format(ref.id, place)
    quoted = Html()
    if ref.quote:
        told = attributes(detect(ref.quote), words.lang)
        quoted = Html(": <q{}>{}</q>").format(told, ref.quote)
    return Html(
        '{title}{place}{days}{quoted} (<a href="{up}sources.html#{key}">{sort}</a>)'
    ).format(
        title=source_words(source.title, source.url, words),
        place=place,
        days=days_of(source, words),
        quoted=quoted,
        up=up,
        key=fragment("source", ref.id),
        sort=words[f"reliability.{source.reliability or NO_RELIABILITY}"],
    )


def days_of(source: Source, words: Words) -> Html:
    """From when, and until when, an act is law, where its entry says so."""
    told = (("in_force", source.in_force), ("ends", source.ends))
    return joined(
        Html(", {}").format(words.html(f"source.{key}", date=_day(day, words)))
        for key, day in told
        if day
    )


def source_words(title: str, url: str | None, words: Words) -> Html:
    """The title of a document, linked where it stands in the web."""
    cited = Html("<cite{}>{}</cite>").format(attributes(detect(title), words.lang), title)
    if url and url.startswith(("https://", "http://")):
        return Html('<a href="{}" rel="noreferrer">{}</a>').format(url, cited)
    return cited


def notes(texts: Mapping[str, str], words: Words) -> Iterator[Html]:
    """Notes in the language of the page; where there is none, in those that there are."""
    own = {words.lang: texts[words.lang]} if words.lang in texts else texts
    for lang, text in own.items():
        yield Html('<p class="note"{}>{}</p>\n').format(attributes(lang, words.lang), text)


def _decision(one: Decision, site: Site, words: Words) -> Html:
    """Who decided what on a name and when, why, and where that is written down."""
    status = words[f"decision.{one.status}"]
    by = words_html(one.by, words.lang)
    reason = Html(": {}").format(words_html(one.reason, words.lang)) if one.reason else Html()
    minutes = Html()
    if one.minutes:
        source = site.base.sources.get(one.minutes)
        title, url = (source.title, source.url) if source else (one.minutes, one.minutes)
        cited = source_words(title, url, words)
        minutes = Html(" ({}: {})").format(words["minutes"], cited)
    told = words.html("decision", status=status, date=_day(one.on, words), by=by)
    return Html('<p class="decision">{}{}{}</p>\n').format(told, reason, minutes)


def _comment(one: Comment, words: Words) -> Html:
    by, text = (words_html(said, words.lang) for said in (one.by, one.text))
    told = words.html("comment", by=by, date=_day(one.on, words), text=text)
    return Html('<p class="decision">{}</p>\n').format(told)


def _day(day: datetime.date, words: Words) -> Html:
    return Html('<time datetime="{}">{}</time>').format(day.isoformat(), words.date(day))


def _conditions(label: Label, words: Words) -> Iterator[Html]:
    if label.homonym:
        sense = words.html("homonym", text=words_html(label.homonym, words.lang))
        yield Html('<p class="condition">{}</p>\n').format(sense)
    for key in ("near", "not_near", "covered_by"):
        texts: tuple[str, ...] = getattr(label, key)
        if not texts:
            continue
        quoted = (Html("<q>{}</q>").format(words_html(text, words.lang)) for text in texts)
        listed = joined(quoted, ", ")
        if len(texts) > _MANY_WORDS:
            count = words["more_words"].format(n=words.number(len(texts)))
            yield Html(
                '<details class="condition"><summary>{} {}</summary><p>{}</p></details>\n'
            ).format(words[key], count, listed)
        else:
            yield Html('<p class="condition">{} {}</p>\n').format(words[key], listed)
