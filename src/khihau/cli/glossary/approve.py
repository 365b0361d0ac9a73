"""`khihau glossary approve`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from khihau.atomic import alone_in
from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.options import annotator, printable
from khihau.console.printing import write
from khihau.console.proposing import day_of, glossary_with, on_option, refuse
from khihau.documents.files import read_bytes
from khihau.errors import ConfigError, InputError, Problem, shown_path
from khihau.exchange.intake.staging import Staging
from khihau.model import Concept, Decision, Termbase
from khihau.termbase.amend import amend_concept, amend_proposal
from khihau.termbase.build import build_concept, overlay
from khihau.termbase.decisions import minutes_faults
from khihau.termbase.dump import dump_concept
from khihau.termbase.files import PROPOSALS, find_layer
from khihau.termbase.proposals import Proposal, accepted, lacking, located, read_proposal, refusals
from khihau.termbase.toml import read_toml
from khihau.termbase.validate import validate

__all__ = ["approve_command"]


@click.command("approve")
@click.argument("proposal", type=click.Path(path_type=Path))
@glossary_options
@click.option("--by", required=True, callback=printable, help="Who approves it.")
@click.option(
    "--minutes",
    callback=printable,
    help="Where that is written down: a key of sources.toml or an address.",
)
@on_option
def approve_command(
    proposal: Path,
    glossaries: Glossaries,
    by: str,
    minutes: str | None,
    on: datetime.datetime | None,
) -> None:
    """Write what a proposal says into the file of its concept, and the decision into both.

    Refused, with nothing written: what has no source or no reason, what would make a second preferred
    name, what was approved before, and all that `glossary validate` would have to say of it.

    Example: khihau glossary approve glossary/proposals/carbon-market-vi-1.toml --by "Hội đồng thuật ngữ"
    """
    into = _glossary_of(proposal)
    with alone_in(into):
        name = shown_path(proposal.absolute())
        base = glossary_with(into, glossaries)
        words = read_bytes(proposal)
        read = read_proposal(proposal, name)
        decision = _decision(by, day_of(on), minutes, read, base)
        if faults := located([*refusals(read, base), *lacking(read)], proposal, name):
            refuse(faults)
        known = base[read.concept]
        file, text, own = _own(into, known)
        new = accepted(read, known, own, decision)
        if faults := _new_problems(base, known, overlay(known, new, ()), name):
            refuse(faults)
        amended = amend_concept(text.decode(), own, new) if text else dump_concept(new)
        decided = replace(read.label, decision=(*read.label.decision, decision))
        record = amend_proposal(words.decode(), read, read._replace(label=decided))
        with Staging(into) as staging:
            staging.put(file, amended, text)
            staging.put(Path(PROPOSALS) / proposal.name, record, words)
            staging.commit()
    write(_told(read, into / file, proposal), None)


def _glossary_of(proposal: Path) -> Path:
    """The glossary in whose folder “proposals” the file lies."""
    if not proposal.is_file():
        what = "is a folder" if proposal.is_dir() else "no such file"
        raise InputError(f"{proposal}: {what}; khihau glossary proposals lists those that are open")
    folder = proposal.absolute().parent
    if folder.name != PROPOSALS:
        raise ConfigError(
            f"{proposal}: lies in no folder “{PROPOSALS}” of a glossary; "
            "khihau glossary proposals lists those that do"
        )
    # As it was written where it can be, since messages name files as the user does.
    return proposal.parent.parent if proposal.parent.name == PROPOSALS else folder.parent


def _decision(
    by: str, on: datetime.date, minutes: str | None, proposal: Proposal, base: Termbase
) -> Decision:
    """The approval; ConfigError where it names nobody, or what cannot be found."""
    if not by.strip():
        raise ConfigError("--by: is empty; say who approves it")
    for fault in minutes_faults(minutes, (), base):
        raise ConfigError(f"--minutes: {fault.message} ({fault.hint})")
    last = proposal.label.decision[-1]
    if proposal.is_open and on < last.on:
        raise ConfigError(f"--on: {on} is before the day of the proposal, {last.on}")
    return Decision(by=by, on=on, status="approved", minutes=minutes)


def _own(into: Path, known: Concept) -> tuple[Path, bytes, Concept]:
    """The concept in the glossary that is written to: its file there, what that holds, and it.

    A glossary that has nothing of the concept gets a file that lies over the one below.
    """
    for file in find_layer(into, "").concepts:
        if file.stem == known.id:
            text = read_bytes(Path(file.path))
            _, values, _ = read_toml(file.path, file.shown)
            concept = build_concept(values, file.domain, file.shown)
            return Path(file.path).relative_to(into), text, concept
    bare = Concept(id=known.id, labels=(), domain=known.domain)
    return Path(known.domain) / f"{known.id}.toml", b"", bare


def _new_problems(base: Termbase, old: Concept, new: Concept, name: str) -> tuple[Problem, ...]:
    """What a reviewer would send back in the new concept, and not in the old one."""
    others = [concept for concept in base.concepts if concept.id != old.id]
    after = Termbase((*others, new), base.sources)
    was = {problem.message for problem in validate(base, (old,), annotator(base))}
    found = validate(after, (new,), annotator(after))
    return tuple(
        problem._replace(file=name, line=0, key=problem.key.partition("[")[0])
        for problem in found
        if problem.message not in was
    )


def _told(proposal: Proposal, file: Path, path: Path) -> Iterator[str]:
    label = proposal.label
    yield f"{file}: “{label.text}” is {label.status} in {label.lang}"
    if proposal.former:
        yield f", “{proposal.former.text}” {proposal.former.status}"
    yield f".\n{path}: approved; it stays as the record.\n"
