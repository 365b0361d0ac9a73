"""Proposals: one label of one concept that somebody wants, in a file that is no part of the glossary."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from os.path import lexists
from pathlib import Path
from typing import Any, NamedTuple

from khihau.errors import GlossaryError, Problem, shown_path
from khihau.model import Concept, Decision, Label, SourceRef, Status, Termbase
from khihau.termbase.build import build_label, places
from khihau.termbase.checks import Fault, Key, KeyPath, did_you_mean, one_of, shown, table, text
from khihau.termbase.concept_checks import CONCEPT_CHECKS
from khihau.termbase.decisions import minutes_faults, reason_of
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
    "proposal_faults",
    "proposal_files",
    "proposal_of",
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
_NO_FORMER = "correct it, or leave former out"
_HEAD = "# No part of the glossary until `khihau glossary approve` writes it there."


class Former(NamedTuple):
    """The preferred name whose place a proposed one takes, and the status it gets."""

    text: str
    status: Status


class Proposal(NamedTuple):
    """A label for a concept; its decisions say who proposed it, and what became of that.

    `given` are the keys of the label that were written: a name that is there keeps its others.
    """

    concept: str
    label: Label
    given: frozenset[str]
    former: Former | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided on it yet."""
        return self.label.decision[-1].status == "proposed"


# --- files ----------------------------------------------------------------------------------------


def proposal_files(into: Path) -> list[Path]:
    """The files of all proposals of a glossary, open or not, by name in order.

    None where it has no folder of them; GlossaryError for one that cannot be read.
    """
    folder = into / PROPOSALS
    try:
        found = sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        problem = Problem(
            shown_path(folder.absolute()), 0, "", message, "it must be a folder that you may read"
        )
        raise GlossaryError((problem,)) from error
    return [file for file in found if _is_proposal(file)]


def _is_proposal(file: Path) -> bool:
    """Whether a file counts, by the rules of concept files; a link that leads nowhere does."""
    named = file.suffix.lower() == ".toml" and not file.name.startswith(".")
    return named and not file.is_dir()


def free_file(concept: str, lang: str, into: Path) -> Path:
    """The first file of that concept and language that is not there."""
    number = 1
    while lexists(file := into / PROPOSALS / f"{concept}-{lang}-{number}.toml"):
        number += 1
    return file


def read_proposal(path: Path, name: str) -> Proposal:
    """Read one proposal, whose file is called `name` in messages.

    Raises GlossaryError with all that is wrong in it.
    """
    words, values, problems = read_toml(path, name)
    if not problems:
        problems = locate(tuple(proposal_faults(values)), words, name)
    if problems:
        raise GlossaryError(problems)
    return proposal_of(values)


def proposal_of(values: Mapping[str, Any]) -> Proposal:
    """Make the proposal of a file whose values passed `proposal_faults`."""
    former, label = values.get("former"), values["label"]
    return Proposal(
        values["concept"],
        build_label(label),
        frozenset(label),
        Former(**former) if former else None,
    )


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
            *label_lines(proposal.label, proposal.given),
        )
    )


def proposal_faults(values: Mapping[str, Any]) -> Iterator[Fault]:
    """Find all that is wrong in the file of a proposal."""
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


def in_the_way(concept: Concept, proposal: Proposal) -> tuple[Label, ...]:
    """The preferred labels of a concept beside which the proposed one may not be preferred."""
    there = same_label(concept, proposal.label.lang, proposal.label.text)
    label = _over(there, proposal)
    if label.status != "preferred":
        return ()
    others = (one for one in concept.labels if one.status == "preferred" and one is not there)
    return tuple(one for one in others if not set(places(label)).isdisjoint(places(one)))


def accepted(proposal: Proposal, known: Concept, own: Concept, decision: Decision) -> Concept:
    """The concept `own` of one layer with what a proposal says, decided as `decision`.

    `known` is the concept of all layers: a label of it that `own` lacks comes into `own` with its
    other values, since there it takes the place of the one below.
    """
    label = _over(_label_of(proposal.label.lang, proposal.label.text, own, known), proposal)
    own = _put(own, replace(label, decision=(*label.decision, decision)))
    former = proposal.former
    if former:
        was = _label_of(label.lang, former.text, own, known)
        own = _put(own, replace(was, status=former.status)) if was else own
    return own


def _label_of(lang: str, words: str, *layers: Concept) -> Label | None:
    """The label with these words of the first layer that has it."""
    return next(filter(None, (same_label(one, lang, words) for one in layers)), None)


def _over(old: Label | None, proposal: Proposal) -> Label:
    """A label with the values that a proposal gives it.

    Sources, notes, decisions and comments are added to those that are there.
    """
    new = proposal.label
    if old is None:
        return new
    given = {key: getattr(new, key) for key in proposal.given - {"lang", "text"}}
    given["source"] = tuple(dict.fromkeys((*old.source, *new.source)))
    given["note"] = {**old.note, **new.note}
    given["decision"] = (*old.decision, *new.decision)
    given["comment"] = (*old.comment, *new.comment)
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
        concept = base[proposal.concept]
        yield from tuple(_preferred(proposal, concept)) or _in_review(proposal, concept)
    yield from _unknown_sources(label.source, base)
    for one in label.decision:
        yield from minutes_faults(one.minutes, ("label", "decision"), base)


def _unknown_sources(refs: tuple[SourceRef, ...], base: Termbase) -> Iterator[Fault]:
    for ref in refs:
        if ref.id not in base.sources:
            hint = did_you_mean(ref.id, tuple(base.sources)) or "add it there first"
            yield Fault(("label", "source"), f"no source {shown(ref.id)} in sources.toml", hint)


def _preferred(proposal: Proposal, concept: Concept) -> Iterator[Fault]:
    """A preferred name too many, or one too few, after what the proposal says."""
    former, lang = proposal.former, proposal.label.lang
    was = same_label(concept, lang, former.text) if former else None
    rivals = in_the_way(concept, proposal)
    if former and not was:
        message = f"the concept has no name {shown(former.text)} in {lang}"
        yield Fault(("former",), message, _NO_FORMER)
    elif others := [one.text for one in rivals if one is not was]:
        message = f"would be a second preferred name in {lang} beside {shown(others[0])}"
        hint = f'say what becomes of that: former = {{ text = {quote(others[0])}, status = "admitted" }}'
        yield Fault(("label", "status"), message, hint)
    elif former and not rivals:
        message = (
            f"{shown(former.text)} is not the preferred name whose place the proposed one takes"
        )
        yield Fault(("former",), message, _NO_FORMER)
    elif concept.replaced_by or not _has_full(concept, lang):
        return
    elif not _has_full(_after(proposal, concept), lang):
        message = f"would leave the concept without a preferred full name in {lang}"
        yield Fault(("label", "status"), message, "propose another one as preferred first")


def _in_review(proposal: Proposal, concept: Concept) -> Iterator[Fault]:
    """What `validate` would have to say of the name in its concept, but of the decision on it."""
    was = {fault.message for check in CONCEPT_CHECKS for fault in check(concept)}
    after = _after(proposal, concept)
    for fault in (fault for check in CONCEPT_CHECKS for fault in check(after)):
        is_on_label = fault.key[0] == "label" and fault.key[-1] != "decision"
        if is_on_label and fault.message not in was:
            key: KeyPath = tuple(part for part in fault.key if not isinstance(part, int))
            yield fault._replace(key=key)


def _after(proposal: Proposal, concept: Concept) -> Concept:
    """The concept as if it were approved now: who approves and on which day change nothing else."""
    return accepted(proposal, concept, concept, proposal.label.decision[-1])


def _has_full(concept: Concept, lang: str) -> bool:
    """Whether a concept has a preferred full name in a language, for all countries."""
    return any(
        (label.lang, label.status, label.kind, label.of) == (lang, "preferred", "full", ())
        for label in concept.labels
    )


def located(faults: Iterable[Fault], file: Path, name: str) -> tuple[Problem, ...]:
    """Faults of a proposal with their lines in its file."""
    return locate(tuple(faults), read_toml(file, name)[0], name)
