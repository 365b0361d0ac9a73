"""`khihau glossary propose`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.options import into_option
from khihau.console.printing import write
from khihau.console.proposing import day_of, glossary_with, on_option
from khihau.documents.files import write_new
from khihau.errors import ConfigError, GlossaryError, InputError, shown_path
from khihau.model import (
    FALLBACK,
    KINDS,
    LABEL_LANGS,
    STATUSES,
    Concept,
    Label,
    Status,
    Termbase,
)
from khihau.termbase.build import build_label
from khihau.termbase.checks import Fault
from khihau.termbase.proposals import (
    FORMER_STATUSES,
    Former,
    Proposal,
    dump_proposal,
    free_file,
    in_the_way,
    lacking,
    proposal_files,
    read_proposal,
    refusals,
    same_label,
)
from khihau.termbase.schema import concept_faults

__all__ = ["propose_command"]


@click.command("propose")
@click.argument("concept")
@glossary_options
@click.option("--lang", required=True, type=click.Choice(LABEL_LANGS), help="Language.")
@click.option("--text", required=True, help="The name.")
@click.option("--status", required=True, type=click.Choice(STATUSES), help="Status it should get.")
@click.option("--kind", default="full", type=click.Choice(KINDS), help="[default: full]")
@click.option("--by", required=True, help="Who proposes it.")
@click.option("--source", multiple=True, help="Where it was read: KEY, or “KEY, para. 3”.")
@click.option("--reason", help="Why.")
@click.option("--note", help="What a translator should know, in the language of the name.")
@click.option(
    "--former",
    type=click.Choice(FORMER_STATUSES),
    help="What becomes of the name that is preferred now. [default: admitted]",
)
@on_option
@into_option
def propose_command(
    concept: str,
    glossaries: Glossaries,
    into: Path,
    on: datetime.datetime | None,
    former: Status | None,
    **given: Any,
) -> None:
    """Write a proposal for one name of a concept into a file of its own, to be approved or not.

    The glossary does not change. The file lies in the folder “proposals” of it.

    Example: khihau glossary propose carbon-market --lang vi --text "chợ các-bon" --status admitted
    --by "Phòng Biên dịch" --reason "báo chí dùng"
    """
    base = glossary_with(into, glossaries)
    label = _label(given, day_of(on))
    proposal = Proposal(concept, label, _former(concept, label, former, base))
    if faults := [*refusals(proposal, base)]:
        raise ConfigError("\n".join(map(_said, faults)) + "\nnothing was written")
    _refuse_known(proposal, base, into)
    file = free_file(concept, label.lang, into)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{file.parent}: cannot be made: {error.strerror}") from error
    write_new(file, dump_proposal(proposal))
    write([f"{file}: written.\n", *_left_to_do(proposal)], None)


def _label(given: Mapping[str, Any], on: datetime.date) -> Label:
    """The label of the options; ConfigError where one of them says nothing that a label can hold."""
    decision = {"by": given["by"], "on": on, "status": "proposed"}
    if given["reason"] is not None:
        decision["reason"] = given["reason"]
    values = {
        **{key: given[key] for key in ("lang", "text", "status", "kind")},
        **({"source": [*map(_source, given["source"])]} if given["source"] else {}),
        "decision": decision,
    }
    if given["note"] is not None:
        lang = FALLBACK if given["lang"] == "mul" else given["lang"]
        values["note"] = {lang: given["note"]}
    faults = concept_faults({"id": "-", "label": [values]}, "-")
    if faults:
        raise ConfigError("\n".join(map(_said, faults)) + "\nnothing was written")
    return build_label(values)


def _source(said: str) -> Any:
    """A source as a label cites it: its key, and the place in it behind a comma."""
    key, comma, place = said.partition(",")
    return {"id": key.strip(), "at": place.strip()} if comma and place.strip() else said


def _former(concept: str, label: Label, status: Status | None, base: Termbase) -> Former | None:
    """The preferred name whose place the new one takes."""
    other = in_the_way(base[concept], label) if concept in base else None
    if other:
        return Former(other.text, status or "admitted")
    if status and concept in base:
        raise ConfigError(
            f"--former: “{concept}” has no preferred name in {label.lang} that would change; leave it out"
        )
    return None


def _refuse_known(proposal: Proposal, base: Termbase, into: Path) -> None:
    """Refuse what the glossary says already, and what an open proposal asks for."""
    lang, words, status = proposal.label.lang, proposal.label.text, proposal.label.status
    there = same_label(base[proposal.concept], lang, words)
    if there and there.status == status:
        place = base[proposal.concept].file
        raise ConfigError(f"--text: “{words}” is {status} in {lang} already, in {place}")
    for file in proposal_files(into):
        try:
            other = read_proposal(file, shown_path(file.absolute()))
        except GlossaryError:  # one that is damaged hinders nobody; `proposals` tells it
            continue
        both = proposal.label, other.label
        if other.concept == proposal.concept and other.is_open and _alike(*both):
            raise ConfigError(f"--text: {file} proposes “{words}” already; change that file")


def _alike(one: Label, other: Label) -> bool:
    return (one.lang, one.status) == (other.lang, other.status) and bool(
        same_label(_only(one), other.lang, other.text)
    )


def _only(label: Label) -> Concept:
    return Concept(id="-", labels=(label,))


def _said(fault: Fault) -> str:
    """A fault under the option that it is about."""
    names = {"concept": "CONCEPT", "decision": "--by", "former": "--former"}
    keys = [part for part in fault.key if isinstance(part, str) and part != "label"]
    name = names.get(keys[0], f"--{keys[0]}") if len(keys) == 1 else f"--{keys[-1]}"
    return f"{name}: {fault.message}{f' ({fault.hint})' if fault.hint else ''}"


def _left_to_do(proposal: Proposal) -> Iterator[str]:
    """What keeps the proposal from being approved."""
    for fault in lacking(proposal):
        yield f"  Before it can be approved: {fault.key[-1]} {fault.message} ({fault.hint})\n"
