"""`khihau glossary propose`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.options import into_option, printable
from khihau.console.printing import write
from khihau.console.proposing import day_of, glossary_with, on_option, refuse
from khihau.documents.files import make_folder, write_fresh
from khihau.errors import ConfigError, GlossaryError, shown_path
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
    proposal_of,
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
@click.option("--text", required=True, callback=printable, help="The name.")
@click.option("--status", required=True, type=click.Choice(STATUSES), help="Status it should get.")
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    help="[default: that of the name, where it is there; else full]",
)
@click.option(
    "--of",
    multiple=True,
    metavar="COUNTRY",
    help="Whose own thing it names: KR. [default: as --kind]",
)
@click.option("--by", required=True, callback=printable, help="Who proposes it.")
@click.option(
    "--source",
    multiple=True,
    callback=printable,
    help="Where it was read: KEY, or “KEY, para. 3”.",
)
@click.option("--reason", callback=printable, help="Why.")
@click.option(
    "--note",
    callback=printable,
    help="What a translator should know, in the language of the name.",
)
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
    proposal = proposal_of({"concept": concept, "label": _label(given, day_of(on))})
    proposal = proposal._replace(former=_former(proposal, former, base))
    if faults := [*refusals(proposal, base)]:
        refuse(map(_said, faults))
    _refuse_known(proposal, base, into)
    file = free_file(concept, proposal.label.lang, into)
    make_folder(file.parent)
    while not write_fresh(file, dump_proposal(proposal)):  # another one took the name meanwhile
        file = free_file(concept, proposal.label.lang, into)
    write([f"{file}: written.\n", *_left_to_do(proposal)], None)


def _label(given: Mapping[str, Any], on: datetime.date) -> Mapping[str, Any]:
    """The table of the label that the options say; ConfigError where one says what none can hold."""
    decision = {"by": given["by"], "on": on, "status": "proposed"}
    if given["reason"] is not None:
        decision["reason"] = given["reason"]
    values = {
        **{key: given[key] for key in ("lang", "text", "status")},
        **({"kind": given["kind"]} if given["kind"] else {}),
        **({"of": [*given["of"]]} if given["of"] else {}),
        **({"source": [*map(_source, given["source"])]} if given["source"] else {}),
        "decision": decision,
    }
    if given["note"] is not None:
        lang = FALLBACK if given["lang"] == "mul" else given["lang"]
        values["note"] = {lang: given["note"]}
    faults = concept_faults({"id": "-", "label": [values]}, "-")
    if faults:
        refuse(map(_said, faults))
    return values


def _source(said: str) -> Any:
    """A source as a label cites it: its key, and the place in it behind a comma."""
    key, comma, place = said.partition(",")
    return {"id": key.strip(), "at": place.strip()} if comma and place.strip() else said


def _former(proposal: Proposal, status: Status | None, base: Termbase) -> Former | None:
    """The preferred name whose place the new one takes."""
    if proposal.concept not in base:
        return None
    if rivals := in_the_way(base[proposal.concept], proposal):
        return Former(rivals[0].text, status or "admitted")
    if status:
        raise ConfigError(
            f"--former: “{proposal.concept}” has no preferred name in {proposal.label.lang} that "
            "would change; leave it out"
        )
    return None


def _refuse_known(proposal: Proposal, base: Termbase, into: Path) -> None:
    """Refuse what the glossary says already, and what an open proposal asks for."""
    lang, words, status = proposal.label.lang, proposal.label.text, proposal.label.status
    there = same_label(base[proposal.concept], lang, words)
    if there and all(
        getattr(there, key) == getattr(proposal.label, key)
        for key in proposal.given & {"status", "kind", "of"}
    ):
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
    options = click.get_current_context().params
    option = next((part for part in fault.key if part in options), "text")
    name = "CONCEPT" if option == "concept" else f"--{option}"
    return f"{name}: {fault.message}{f' ({fault.hint})' if fault.hint else ''}"


def _left_to_do(proposal: Proposal) -> Iterator[str]:
    """What keeps the proposal from being approved."""
    for fault in lacking(proposal):
        yield f"  Before it can be approved: {fault.key[-1]} {fault.message} ({fault.hint})\n"
