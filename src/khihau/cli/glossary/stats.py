"""`khihau glossary stats`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import click

from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.options import run_of
from khihau.console.printing import write
from khihau.model import STATUSES
from khihau.render.columns import columns, percent
from khihau.termbase.stats import Share, Stats, stats

__all__ = ["stats_command"]


@click.command("stats")
@glossary_options
def stats_command(
    glossaries: Glossaries,
) -> None:
    """Count concepts and labels, and say how well the preferred labels are sourced.

    Example: khihau glossary stats
    """
    write(_counted(stats(run_of(glossaries).base)), None)


def _counted(found: Stats) -> Iterator[str]:
    yield f"{found.concepts} concepts, {found.sources} sources, "
    yield f"{found.examples} examples, {found.counterexamples} counterexamples\n"
    yield "\nLabels by language and status\n"
    heads = ("", *STATUSES, "all")
    rows = [
        (lang, *map(str, counts.values()), str(sum(counts.values())))
        for lang, counts in found.labels.items()
    ]
    sums = [sum(counts[status] for counts in found.labels.values()) for status in STATUSES]
    yield from columns([heads, *rows, ("all", *map(str, sums), str(sum(sums)))])
    yield "\nPreferred labels with a source, by language\n"
    yield from columns(_share_rows(found.sourced_by_lang))
    yield "\nPreferred labels with a source, by domain (number of concepts)\n"
    named = {
        f"{domain} ({found.concepts_by_domain[domain]})": share
        for domain, share in found.sourced_by_domain.items()
    }
    yield from columns(_share_rows(named))
    yield "\nPreferred labels that are official, by language\n"
    yield from columns(_share_rows(found.official))
    yield "\nForbidden labels with evidence, by language\n"
    yield from columns(_share_rows({k: v for k, v in found.evidence.items() if v.total}))
    yield "\nNotes by language\n"
    yield from columns(_share_rows({f"concepts, {k}": v for k, v in found.notes.items()}))
    yield from columns(_share_rows({f"labels, {k}": v for k, v in found.label_notes.items()}))
    yield "\nConcepts read by a native speaker\n"
    yield from columns(_share_rows(found.read))
    yield "\nReferences with a quotation of what stands there\n"
    yield from columns(_share_rows({"all": found.opened}))
    yield "\nPreferred labels by their best source\n"
    total = sum(found.reliability.values())
    yield from columns(
        [(name, str(n), percent(n, total)) for name, n in found.reliability.items() if n]
    )


def _share_rows(shares: Mapping[str, Share]) -> Sequence[Sequence[str]]:
    return [
        (name, f"{share.having} of {share.total}", percent(share.having, share.total))
        for name, share in shares.items()
    ]
