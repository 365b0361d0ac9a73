"""Words for the labels of a concept that changed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, cast

from khihau.model import ALLOWED, UNVERIFIED, Concept, Kind, Label, Source, SourceRef
from khihau.render.differences.lines import Line, Rank
from khihau.render.differences.values import list_words, quoted, single_words, text_words
from khihau.render.visible import one_line
from khihau.termbase.differences import ConceptChange, LabelChange, ValueChange

__all__ = ["Sources", "label_lines", "names_lines"]

_KINDS: Mapping[Kind, str] = MappingProxyType(
    {"full": "name", "acronym": "acronym", "short": "short name", "symbol": "symbol"}
)
# As `khihau lookup` calls them.
_NAMES = MappingProxyType(
    {
        "part_of_speech": "part of speech",
        "near": "only with",
        "not_near": "not with",
        "covered_by": "not in",
        "homonym": "other sense",
        "of": "own name of",
        "reading": "read",
    }
)


class Sources(NamedTuple):
    """The bibliographies of the two versions, for the titles of sources."""

    old: Mapping[str, Source]
    new: Mapping[str, Source]


class _Untold:
    """The changes of labels, found by their old and their new names, less what lines have told."""

    def __init__(self, labels: Sequence[LabelChange]) -> None:
        self.was = {_key(change.old): change for change in labels if change.old}
        self.now = {_key(change.new): change for change in labels if change.new}
        self._changes = list(labels)
        self._keys: set[tuple[int, str]] = set()

    def tell(self, change: LabelChange, *keys: str) -> None:
        """Take note that these values of a change were told, or without keys all of it."""
        self._keys.update((id(change), key) for key in keys)
        if not keys:
            self._changes.remove(change)

    def values(self, change: LabelChange) -> list[ValueChange]:
        """The values of a label that stayed of which no line has told."""
        return [value for value in change.values if (id(change), value.key) not in self._keys]

    def __iter__(self) -> Iterator[LabelChange]:
        """The changes of which something is left to tell."""
        return (one for one in self._changes if not one.values or self.values(one))


def label_lines(change: ConceptChange, sources: Sources) -> Iterator[Line]:
    """The labels of a concept that stayed: official names, then new ones, changed ones, lost ones."""
    if change.old and change.new:
        untold = _Untold(change.labels)
        yield from _official_lines(change.old, change.new, untold, sources)
        left = list(untold)
        yield from _new_lines([one.new for one in left if one.new and not one.old], sources)
        stayed = [
            _stayed(one.old, one.new, untold.values(one), sources)
            for one in left
            if one.old and one.new
        ]
        yield from _grouped(stayed)
        yield from _gone_lines([one.old for one in left if one.old and not one.new])


def names_lines(concept: Concept, sources: Sources, *, new: bool) -> Iterator[Line]:
    """All labels of a concept that is new or gone."""
    yield from (_new_lines(concept.labels, sources) if new else _gone_lines(concept.labels))


# --- official names -------------------------------------------------------------------------------


def _official_lines(
    old: Concept, new: Concept, untold: _Untold, sources: Sources
) -> Iterator[Line]:
    olds, news = _officials(old), _officials(new)
    for slot, now in news.items():
        was = olds.get(slot)
        if was and was.text != now.text:
            yield Line(Rank.OFFICIAL, "; ".join(_official(was, now, untold, sources)))


def _officials(concept: Concept) -> dict[tuple[str, Kind, bool], Label]:
    """The preferred labels by what there may be one of: language, kind, with or without a number."""
    found: dict[tuple[str, Kind, bool], Label] = {}
    for label in concept.labels:
        if label.status == "preferred":
            found.setdefault((label.lang, label.kind, label.numbered), label)
    return found


def _official(was: Label, now: Label, untold: _Untold, sources: Sources) -> Iterator[str]:
    """Say that an official name took the place of another, and what became of that."""
    lost, came = untold.was.get(_key(was)), untold.now.get(_key(now))
    what = f"the official {_slot(now)} is now"
    if came and came is lost:
        yield f"{what} written {quoted(now.text)} (was {quoted(was.text)})"
        yield from _details(was, now, [x for x in came.values if x.key != "text"], sources)
        untold.tell(came)
        return
    yield f"{what} {quoted(now.text)} (was {quoted(was.text)}{_fate(lost)})"
    if lost and lost.new:
        untold.tell(lost, "status", "until")
    elif lost:
        untold.tell(lost)
    if came and came.old:
        untold.tell(came, "status")
    elif came:
        source = _sources(now.source, sources.new)
        yield source if source == UNVERIFIED else f"source: {source}"
        untold.tell(came)


def _fate(lost: LabelChange | None) -> str:
    """What became of a name that was official."""
    if lost is None:
        return ""
    if lost.new is None:
        return ", no longer listed"
    if lost.new.status == "preferred":
        return ""
    return f", now {_status(lost.new)}"


def _slot(label: Label) -> str:
    lang = "" if label.lang == "mul" else f"{label.lang} "
    return f"{lang}{'numbered ' if label.numbered else ''}{_KINDS[label.kind]}"


# --- other labels ---------------------------------------------------------------------------------


def _new_lines(labels: Sequence[Label], sources: Sources) -> Iterator[Line]:
    """Names that are right with their source, wrong ones without: it is where the error was read."""
    for label, texts in _together(labels, sources.new):
        marks = _marks(label)
        if label.status in ALLOWED:
            marks = f"{marks}; {_sources(label.source, sources.new)}"
        rank = Rank.NEW if label.status in ALLOWED else Rank.NEWLY_WRONG
        yield Line(rank, f"new in {label.lang}: {texts} ({marks})")


def _gone_lines(labels: Sequence[Label]) -> Iterator[Line]:
    for label, texts in _together(labels, None):
        rank = Rank.OFFICIAL if label.status == "preferred" else Rank.GONE
        yield Line(rank, f"no longer listed in {label.lang}: {texts} ({_marks(label)})")


def _together(
    labels: Sequence[Label], sources: Mapping[str, Source] | None
) -> Iterator[tuple[Label, str]]:
    """The texts of labels of which a line says the same, with the first of them."""
    found: dict[tuple[str, ...], list[Label]] = {}
    for label in labels:
        says_source = sources is not None and label.status in ALLOWED
        source = _sources(label.source, sources or {}) if says_source else ""
        found.setdefault((label.lang, _marks(label), source), []).append(label)
    for group in found.values():
        yield group[0], ", ".join(quoted(label.text) for label in group)


class _Stayed(NamedTuple):
    """A label that changed: how it is called, what became of it, and what else is to be told."""

    rank: Rank
    lang: str
    text: str
    words: str
    details: str


def _stayed(old: Label, new: Label, values: Sequence[ValueChange], sources: Sources) -> _Stayed:
    keys = {value.key for value in values}
    words: list[str] = []
    if "lang" in keys:
        words.append(f"is now {new.lang} (was {old.lang})")
    if "text" in keys:
        same = unicodedata.normalize("NFC", old.text) == unicodedata.normalize("NFC", new.text)
        form = " (in another Unicode form)" if same else ""
        words.append(f"is now written {quoted(new.text)}{form}")
    if "status" in keys:
        words.append(f"is now {_status(new)} (was {old.status})")
    told = {"lang", "text", "status", *(["until"] if "status" in keys else [])}
    details = _details(old, new, [value for value in values if value.key not in told], sources)
    return _Stayed(
        _rank(old, new, keys), old.lang, quoted(old.text), " and ".join(words), "; ".join(details)
    )


def _grouped(labels: Sequence[_Stayed]) -> Iterator[Line]:
    """A line a label; those of which only the same details are told share one."""
    groups: dict[object, list[_Stayed]] = {}
    for number, label in enumerate(labels):
        groups.setdefault((label.rank, label.words and number, label.details), []).append(label)
    for first, *others in groups.values():
        if first.words:
            details = f"; {first.details}" if first.details else ""
            yield Line(first.rank, f"{first.lang}: {first.text} {first.words}{details}")
            continue
        names: dict[str, list[str]] = {}
        for label in (first, *others):
            names.setdefault(label.lang, []).append(label.text)
        shown = "; ".join(f"{lang} {', '.join(texts)}" for lang, texts in names.items())
        yield Line(first.rank, f"{shown}: {first.details}")


def _rank(old: Label, new: Label, keys: set[str]) -> Rank:
    if "status" in keys and "preferred" in (old.status, new.status):
        return Rank.OFFICIAL
    if old.status in ALLOWED and new.status not in ALLOWED:
        return Rank.WRONG
    return Rank.SOURCE if keys == {"source"} else Rank.LABEL


def _details(
    old: Label, new: Label, values: Sequence[ValueChange], sources: Sources
) -> Iterator[str]:
    for value in values:
        name = _NAMES.get(value.key, value.key)
        if value.key == "source":
            yield from _source_words(old.source, new.source, sources)
        elif isinstance(value.old or value.new, tuple):
            was, now = (cast("tuple[str, ...]", x or ()) for x in (value.old, value.new))
            yield list_words(name, was, now, bare=value.key in ("scope", "of"))
        elif value.key.startswith("note.") or value.key == "homonym":
            yield text_words(name, *(cast("str | None", x) for x in (value.old, value.new)))
        elif value.key == "since":
            yield _since_words(value.old, value.new)
        elif value.key == "until":
            yield _until_words(value.old, value.new)
        else:
            yield single_words(name, value.old, value.new)


def _since_words(old: object, new: object) -> str:
    """The first day on which a name is right."""
    if new is None:
        return f"in use on any day (was since {old})"
    return f"in use since {new}{f' (was {old})' if old else ''}"


def _until_words(old: object, new: object) -> str:
    """The day from which an outdated name is no longer right."""
    if new is None:
        return f"outdated on any day (was from {old})"
    return f"outdated from {new}{f' (was {old})' if old else ''}"


def _source_words(
    old: Sequence[SourceRef], new: Sequence[SourceRef], sources: Sources
) -> Iterator[str]:
    added, removed = ([x for x in a if x not in b] for a, b in ((new, old), (old, new)))
    came, went = _sources(added, sources.new), _sources(removed, sources.old)
    if [ref.id for ref in added] == [ref.id for ref in removed] and len(added) == 1:
        yield f"source: {came} (was {removed[0].at or 'without a place'})"
    elif added and removed:
        yield f"source: {came} in place of {went}"
    elif added:
        yield f"source added: {came}"
    elif removed:
        yield f"source removed: {went}{'' if new else ', so it is unverified'}"
    else:
        yield "sources in another order"


def _sources(refs: Sequence[SourceRef], sources: Mapping[str, Source]) -> str:
    """Sources with their titles; "unverified" where there is none."""
    titles = [
        f"{sources[ref.id].title if ref.id in sources else ref.id}{f', {ref.at}' if ref.at else ''}"
        for ref in refs
    ]
    return one_line("; ".join(titles)) or UNVERIFIED


def _marks(label: Label) -> str:
    return ", ".join([_status(label), *([label.kind] if label.kind != "full" else [])])


def _status(label: Label) -> str:
    """The status, with the day from which an outdated name is no longer right."""
    since = f" from {label.until}" if label.until and label.standing == "deprecated" else ""
    return f"{label.status}{since}"


def _key(label: Label) -> tuple[str, str]:
    return label.lang, label.text
