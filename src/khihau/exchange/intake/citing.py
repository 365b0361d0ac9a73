"""Sources as people write them into a cell: a key, a title, an address, each perhaps with a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from khihau.exchange.intake.ids import free_key
from khihau.model import Source, SourceRef
from khihau.termbase.checks import did_you_mean, is_kebab

__all__ = ["Bibliography", "UnknownSourceError"]


class UnknownSourceError(ValueError):
    """Words that look like a key of sources.toml and are none; the message has the next step."""


class Bibliography:
    """The sources that labels may cite; it grows by those that a file brings.

    `own` are those of the glossary that is written to, `known` those of the layers below.
    """

    def __init__(self, own: Mapping[str, Source], known: Mapping[str, Source]) -> None:
        self._sources = {**known, **own}
        self._own = own
        self._new: set[str] = set()
        self._by_words: dict[str, str] = {}
        for source in self._sources.values():
            self._learn(source)

    def __contains__(self, key: object) -> bool:
        return key in self._sources

    def add(self, source: Source) -> None:
        """Take up a source that a file describes."""
        if source != self._sources.get(source.id):
            self._sources[source.id] = source
            self._new.add(source.id)
            self._learn(source)

    def due(self, cited: Iterable[str]) -> list[Source]:
        """Those to write into sources.toml: new or changed, and cited or there already; each once."""
        keys = sorted(self._new.intersection({*cited, *self._own}))
        self._new.difference_update(keys)
        return [self._sources[key] for key in keys]

    def cite(self, words: str) -> SourceRef:
        """The pointer that words stand for: a key, "key, place", a title or an address.

        Other words become a source with this title. Raises UnknownSourceError for what looks like a key.
        """
        for head, place in _splits(words):
            key = head if head in self._sources else self._by_words.get(head)
            if key is not None:
                return SourceRef(key, place)
        head = words.partition(", ")[0]
        if is_kebab(head):
            raise UnknownSourceError(f"no source has the key “{head}”{self._nearest(head)}")
        key = free_key(words, self._sources)
        url = words if words.startswith(("https://", "http://")) else None
        self.add(Source(key, title=words, url=url))
        return SourceRef(key)

    def _learn(self, source: Source) -> None:
        for words in (source.title, source.url):
            if words:
                self._by_words.setdefault(words, source.id)

    def _nearest(self, words: str) -> str:
        hint = did_you_mean(words, tuple(self._sources))
        return f"; {hint}" if hint else "; give a title or an address, or add it to sources.toml"


def _splits(words: str) -> Iterator[tuple[str, str | None]]:
    """The words as a whole, then parted into a source and a place at each comma, the last one first."""
    yield words, None
    end = words.rfind(", ")
    while end > 0:
        yield words[:end], words[end + 2 :]
        end = words.rfind(", ", 0, end)
