"""Proposals: one label of one concept that somebody wants, in a file that is no part of the glossary."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, NamedTuple

from khihau.errors import GlossaryError, Problem
from khihau.model import Concept, Decision, Label, SourceRef, Status, Termbase
from khihau.termbase.build import build_label, overlay
from khihau.termbase.checks import Fault, Key, KeyPath, did_you_mean, one_of, shown, table, text
from khihau.termbase.decisions import is_known, reason_of
from khihau.termbase.dump import label_lines, quote
from khihau.termbase.files import PROPOSALS
from khihau.termbase.places import locate
from khihau.termbase.schema import LABEL_KEYS, concept_faults
from khihau.termbase.toml import read_toml

__all__ = [
    "FORMER_STATUSES",
    "PROPOSAL_KEYS",
    "Former",
    "Proposal",
    "accepted",
    "dump_proposal",
    "free_file",
    "in_the_way",
    "lacking",
    "located",
    "proposal_files",
    "read_proposal",
    "refusals",
    "same_label",
]

FORMER_STATUSES: tuple[Status, ...] = ("admitted", "deprecated", "forbidden")

FORMER_KEYS: Mapping[str, Key] = {
    "text": Key(text, required=True),
    "status": Key(one_of(FORMER_STATUSES), required=True),
}
PROPOSAL_KEYS: Mapping[str, Key] = {
    "concept": Key(text, required=True),
    "former": Key(table(FORMER_KEYS)),
    "label": Key(table(LABEL_KEYS), required=True),
}
_TABLE = table(PROPOSAL_KEYS)
_HEAD = "# No part of the glossary until `khihau glossary approve` writes it there."


class Former(NamedTuple):
    """The preferred name whose place a proposed one takes, and the status it gets."""

    text: str
    status: Status


class Proposal(NamedTuple):
    """A label for a concept; its decisions say who proposed it, and what became of that."""

    concept: str
    label: Label
    former: Former | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided on it yet."""
        return self.label.decision[-1].status == "proposed"


# --- files ----------------------------------------------------------------------------------------


def proposal_files(into: Path) -> list[Path]:
    """The files of all proposals of a glossary, open or not, by name in order."""
    return sorted((into / PROPOSALS).glob("*.toml"))


def free_file(concept: str, lang: str, into: Path) -> Path:
    """The first file of that concept and language that is not there."""
    number = 1
    while (file := into / PROPOSALS / f"{concept}-{lang}-{number}.toml").exists():
        number += 1
    return file


def read_proposal(path: Path, name: str) -> Proposal:
    """Read one proposal, whose file is called `name` in messages.

    Raises GlossaryError with all that is wrong in it.
    """
    words, values, problems = read_toml(path, name)
    if not problems:
        problems = locate(tuple(_faults(values)), words, name)
    if problems:
        raise GlossaryError(problems)
    former = values.get("former")
    label = build_label(values["label"])
    return Proposal(values["concept"], label, Former(**former) if former else None)


def dump_proposal(proposal: Proposal) -> str:
    """Write a proposal as its file; reading gives it back."""
    former = proposal.former
    return "".join(
        f"{line}\n"
        for line in (
            _HEAD,
            f"concept = {quote(proposal.concept)}",
            *(
                [f'former = {{ text = {quote(former.text)}, status = "{former.status}" }}']
                if former
                else []
            ),
            "",
            "[label]",
            *label_lines(proposal.label),
        )
    )


def _faults(values: Mapping[str, Any]) -> Iterator[Fault]:
    faults = _TABLE(values, ())
    yield from faults
    if faults:
        return
    label = values["label"]
    for fault in concept_faults({"id": values["concept"], "label": [label]}, values["concept"]):
        key: KeyPath = tuple(part for part in fault.key if part != 1)
        yield fault._replace(key=key)
    if not label.get("decision"):
        hint = 'write decision = { by = "…", on = 2026-11-30, status = "proposed", reason = "…" }'
        yield Fault(("label", "decision"), "missing; nobody proposes it", hint)


# --- what a proposal changes ----------------------------------------------------------------------


def same_label(concept: Concept, lang: str, words: str) -> Label | None:
    """The label of a concept in a language with these words, in whichever Unicode form."""
    wanted = unicodedata.normalize("NFC", words)
    rows = (label for label in concept.labels if label.lang == lang)
    return next((x for x in rows if unicodedata.normalize("NFC", x.text) == wanted), None)


def in_the_way(concept: Concept, label: Label) -> Label | None:
    """The preferred label beside which another one may not be preferred."""
    if label.status != "preferred":
        return None
    slot = (label.lang, label.kind, label.numbered)
    own = same_label(concept, label.lang, label.text)
    others = (one for one in concept.labels if one.status == "preferred" and one != own)
    return next((one for one in others if (one.lang, one.kind, one.numbered) == slot), None)


def accepted(proposal: Proposal, known: Concept, own: Concept, decision: Decision) -> Concept:
    """The concept `own` of one layer with what a proposal says, decided as `decision`.

    `known` is the concept of all layers: a label of it that `own` lacks comes into `own` with its
    other values, since there it takes the place of the one below.
    """
    label = proposal.label
    decided = replace(label, decision=(*label.decision, decision))
    there = same_label(own, label.lang, label.text) or same_label(known, label.lang, label.text)
    own = _put(own, _over(there, decided) if there else decided)
    former = proposal.former
    if former and label.status == "preferred":
        was = same_label(own, label.lang, former.text) or same_label(known, label.lang, former.text)
        if was:
            own = _put(own, replace(was, status=former.status))
    return own


def _over(old: Label, new: Label) -> Label:
    """A label with the values that a proposal gives it; sources, notes and decisions are added."""
    given = {
        item.name: getattr(new, item.name)
        for item in fields(Label)
        if item.name not in ("lang", "text") and getattr(new, item.name) not in (None, (), "full")
    }
    given["source"] = tuple(dict.fromkeys((*old.source, *new.source)))
    given["note"] = {**old.note, **new.note}
    given["decision"] = (*old.decision, *new.decision)
    return replace(old, **given)


def _put(concept: Concept, label: Label) -> Concept:
    """A concept with a label in its place, a new one behind the last of its language."""
    there = same_label(concept, label.lang, label.text)
    labels = [label if one is there else one for one in concept.labels]
    if not there:
        langs = [one.lang for one in labels]
        last = len(langs) - langs[::-1].index(label.lang) if label.lang in langs else len(langs)
        labels.insert(last, label)
    return replace(concept, labels=tuple(labels))


# --- what is refused ------------------------------------------------------------------------------


def lacking(proposal: Proposal) -> Iterator[Fault]:
    """What an open proposal must have before it can be approved: a source and a reason."""
    if proposal.is_open and not proposal.label.source:
        hint = 'write source = "…", a key of sources.toml'
        yield Fault(("label", "source"), "missing; only a name with a source is approved", hint)
    if proposal.is_open and not reason_of(proposal.label.decision):
        hint = 'write reason = "…" into it'
        yield Fault(("label", "decision"), "has no reason; only what has one is approved", hint)


def refusals(proposal: Proposal, base: Termbase) -> Iterator[Fault]:
    """What is wrong in a proposal, beside what it still lacks."""
    label, in_force = proposal.label, proposal.label.decision[-1]
    if not proposal.is_open:
        message = f"was {in_force.status} already, on {in_force.on} by {in_force.by}"
        yield Fault(("label", "decision"), message, "propose it anew: khihau glossary propose")
        return
    if proposal.concept not in base:
        ids = tuple(concept.id for concept in base.concepts)
        hint = did_you_mean(proposal.concept, ids) or "khihau glossary list shows all"
        yield Fault(("concept",), f"no concept {shown(proposal.concept)}", hint)
    else:
        yield from _second_names(proposal, base[proposal.concept])
    yield from _unknown_sources(label.source, base)
    for one in label.decision:
        if one.minutes and not is_known(one.minutes, base):
            message = f"{shown(one.minutes)} is no source in sources.toml, and no address"
            yield Fault(("label", "decision"), message, "write a key of it or https://…")


def _unknown_sources(refs: tuple[SourceRef, ...], base: Termbase) -> Iterator[Fault]:
    for ref in refs:
        if ref.id not in base.sources:
            hint = did_you_mean(ref.id, tuple(base.sources)) or "add it there first"
            yield Fault(("label", "source"), f"no source {shown(ref.id)} in sources.toml", hint)


def _second_names(proposal: Proposal, concept: Concept) -> Iterator[Fault]:
    """A second preferred name, where the proposal does not say what becomes of the first."""
    former, lang = proposal.former, proposal.label.lang
    if former and not same_label(concept, lang, former.text):
        message = f"the concept has no name {shown(former.text)} in {lang}"
        yield Fault(("former",), message, "correct it, or leave former out")
        return
    # As if it were approved today: the day and the name of who approves change no status.
    after = overlay(concept, accepted(proposal, concept, concept, proposal.label.decision[-1]), ())
    if other := in_the_way(after, proposal.label):
        message = f"would be a second preferred name in {lang} beside {shown(other.text)}"
        hint = f'say what becomes of that: former = {{ text = {quote(other.text)}, status = "admitted" }}'
        yield Fault(("label", "status"), message, hint)


def located(faults: Iterable[Fault], file: Path, name: str) -> tuple[Problem, ...]:
    """Faults of a proposal with their lines in its file."""
    return locate(tuple(faults), read_toml(file, name)[0], name)
